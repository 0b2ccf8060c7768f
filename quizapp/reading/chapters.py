"""Chapter lists: one chapter a line, or all of them run on in one paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizapp.model import Chapter
from quizapp.reading.block import Block
from quizapp.reading.dates import find_date
from quizapp.reading.names import is_name
from quizapp.reading.noise import is_noise
from quizapp.reading.times import CLOCK, UNITS, seconds
from quizapp.reading.wording import ends_sentence, is_quoted, plain, word_count

_CLOSE = r"[)\]]?"
_RANGE = rf"(?:\s?[-–—]\s?{CLOCK})?"
_LASTS = r"(?:\s?[•·|]\s?\d{1,3}\s?m(?:in(?:utes?|s)?)?)?"
"""``03:00 • 9min``: how long a chapter is."""

_BEFORE = re.compile(
    rf"^[(\[]?@?(?P<time>{CLOCK}){_RANGE}{_CLOSE}(?P<gap>\s*[-–—:|•·.→»]*\s*)(?P<title>\S.*)$"
    rf"|^(?:[(\[]@?(?=\d)|(?=(?:\d{{1,2}}h\s?)?\d{{1,3}}m\s?\d{{1,2}}s(?![a-z])))(?P<time2>{UNITS}){_CLOSE}"
    r"\s*[-–—:|•.→»]*\s*(?P<title2>\S.*)$"
)
_BEHIND = re.compile(
    rf"^(?P<title>\S.*?)\s*(?:[-–—:|•→]|\bat\b|@)*\s*[(\[]?@?(?P<time>{CLOCK}){_RANGE}{_CLOSE}$"
    rf"|^(?P<title2>\S.*?)\s*[(\[](?P<time2>{UNITS})[)\]]$"
)
_ONLY = re.compile(rf"^(?:[Tt]imestamps?:\s)?[(\[]?@?(?P<time>{CLOCK}){_RANGE}{_CLOSE}{_LASTS}$")
_DIGIT = re.compile(r"\d")
_ANY = re.compile(
    rf"(?<![\d:/=.])[(\[]?@?(?P<time>{CLOCK}){_RANGE}{_CLOSE}(?!\d|:\d)"
    rf"|[(\[](?P<units>{UNITS})[)\]]"
)
_LABEL = re.compile(
    r"\s(?:[A-Z][A-Z&'’]{1,30}(?:\s[A-Z][A-Z&'’]{1,30}){0,3}\s?:(?=\s|$)|https?://|►|#\w)"
    r"|(?<=[\w!?.)])\s(?:(?:Donate|Support|Follow|Subscribe|Sign up|Connect)(?: [\w@]+){0,3}|"
    r"Website|Instagram|Twitter|Facebook|TikTok|Patreon|Newsletter|E-?mail|Contact|Links?|Merch|"
    r"Shop|Credits|Sponsors?)\s?:\s"
)
_ADVERT_BEHIND = re.compile(
    r"\s(?:This (?:episode|podcast|show|conversation) (?:is|was)|Brought to you by|Sponsored by|"
    r"Thank(?:s| you) to [^.!?\n]{2,60} for (?:\w+ )?(?:supporting|sponsoring|making)|"
    r"Thanks to our (?:sponsors?|partners?)|Thank you to our|Our sponsors|Learn more about|"
    r"Hosted on Acast|Support (?:the|us|our|this)|For more information|Produced by|Music by|"
    r"Subscribe (?:to|on|for|here|now)|Follow (?:us|me|the|on)|Get in touch|Sign up (?:for|to|at)|"
    r"Watch (?:on|the full)|Buy (?:the|his|her|their) |Visit (?:us|our|the|[a-z]+\.)|"
    r"(?:Listen|Find us|Download it) (?:on|at|wherever)|Links?:|Sponsors?:|Check out)\b"
)
"""What a description goes on with behind its outline."""

_TITLE_END = re.compile(r"(?<=\w)[.?!](?=\s+[A-Z])")
_NO_TITLE = re.compile(
    r"^(?:time|timestamp|at|from|length|duration|runtime|total)\W*$", re.IGNORECASE
)
"""``Time 0:08:21`` says when, and not what."""

_TAGS = re.compile(r"(?:#[^\W\d][\w/-]{0,40}[ ,]{0,2}){1,12}")
"""``12:31 #tools #money``: what somebody filed a moment under, and no title."""

_SAID = re.compile(r"^[“\"«][^“”\"«»]{8,}[”\"»]\s*\S")
"""A quotation with something behind it: who said it, and when."""

_SIGNED = re.compile(r"\w[.!?…][”\"’]?\s[–—~-]\s?[^\W\d_a-z]")
"""``It is late. – Ada Byron``, with a time behind it: when she said it."""

_YEARS = re.compile(r"(?:1\d|20)\d\d(?:\s?[-–—/]\s?(?:\d\d)?\d\d)?[?!]?")
"""``1969``, ``1914–18``: what such a chapter tells of."""

_DOTS = 3
"""So many lead from a title to its time."""

_LENGTH = re.compile(r"\s[–—|-]\s\d{1,3}\s?m(?:in(?:utes?)?)?$")
"""How long a chapter is, in a column of its own."""

_POINTED_AT = re.compile(r"(?<=\S)\s+(?:<[-–—=]{1,3}|←|⟵|⬅\ufe0f?|👈)(?:\s\S.{0,60})?$")
"""``The last bell <-- start here!``: a remark of whoever made the list"""

_RUN = 3
"""So many times in one line are an outline that runs on."""

_LONGEST_TITLE = 150
_SAYING = 8
"""A sentence that long with a time behind it is what was said then, not a title."""


def chapter_of(text: str, *, listed: bool = False) -> Chapter | None:
    """The chapter on a line: ``(1:02) – Title``, ``Title: 1:02:03``, ``0:00 – 4:01 Title``.

    Only among others (``listed``) may a title be a tag: ``1:30 #MeToo``.
    """
    bare = plain(text)
    if len(bare) > 220 or not _DIGIT.search(bare):
        return None
    if len(_ANY.findall(bare)) >= _RUN or _SAID.match(bare):
        return None
    for pattern in (_BEFORE, _BEHIND):
        found = pattern.match(bare)
        if not found:
            continue
        time, title = found["time"] or found["time2"], found["title"] or found["title2"]
        at = seconds(time)
        title = _POINTED_AT.sub("", title)
        name = _LENGTH.sub("", _without_dots(title.strip(" -–—|•·→")))
        day = find_date(name)
        if _TAGS.fullmatch(name) and not (listed and name.count("#") == 1):
            return None
        if day and word_count(name[: day[1]] + name[day[2] :]) <= 1:
            return None
        if pattern is _BEHIND and _says(name):
            return None
        if pattern is _BEHIND and (_NO_TITLE.match(name) or _SIGNED.search(name)):
            return None
        year = pattern is _BEFORE and _YEARS.fullmatch(name)
        if at is not None and name and (year or any(char.isalpha() for char in name)):
            return Chapter(at, name)
    return None


_ASKED_ABOUT = re.compile(r"(?:Why|How|What|Where|Who|Which|Whether)\s[^,;:]{8,140}\.")
"""``How the paper tax made a nation of printers.``: what is told, and no statement."""


def _says(title: str) -> bool:
    """Whether a title is long and a whole sentence: what was said then."""
    long = ends_sentence(title) and word_count(title) >= _SAYING
    return long and not _ASKED_ABOUT.fullmatch(title)


def _without_dots(title: str) -> str:
    """A title without the dots that led to its time."""
    bare = title.rstrip(" \t.…")
    dots = title[len(bare) :]
    return bare if "…" in dots or dots.count(".") >= _DOTS else title


def time_alone(text: str) -> int | None:
    """The seconds of a line that is only a time."""
    found = _ONLY.match(text.strip())
    return seconds(found["time"]) if found else None


def chapters_run_on(text: str) -> list[Chapter]:
    """The chapters of ``0:00 - Start 2:23 - The next 8:33 - …``; empty where there are no three.

    The times must rise, and the paragraph says by its order whether they stand before or
    behind their titles. A last title ends at the next label in capitals or link.
    """
    stamps = list(_ANY.finditer(text))
    times = [seconds(stamp["time"] or stamp["units"]) for stamp in stamps]
    if len(stamps) < 3 or is_stamped_speech(text):
        return []
    best = _rising(times)
    if len(best) < 3:
        return []
    first, last = stamps[best[0]], stamps[best[-1]]
    rest = text[last.end() :]
    label = _LABEL.search(rest)
    tail = _first_sentence(rest[: label.start()] if label else rest)
    bounds = [stamps[i].start() for i in best[1:]] + [last.end() + len(tail)]
    labelled = _TITLE_FIRST.search(text[: first.start()]) is not None
    behind = bool(_title(text[: first.start()])) and (labelled or not _title(tail))
    if behind:
        starts = [_line_before(text, first.start())] + [stamps[i].end() for i in best[:-1]]
        titles = [text[s : stamps[i].start()] for s, i in zip(starts, best, strict=True)]
    else:
        titles = [text[stamps[i].end() : b] for i, b in zip(best, bounds, strict=True)]
    found = [Chapter(times[i] or 0, _title(title)) for i, title in zip(best, titles, strict=True)]
    usable = [one for one in found if one.title and len(one.title) <= _LONGEST_TITLE]
    return usable if len(usable) >= max(3, 0.8 * len(found)) else []


_TITLE_FIRST = re.compile(
    r"\b(?:outline|chapters?|time ?stamps?|time ?codes|timeline|contents|segments)\s?:\s"
    r"(?=\w)[^:()\[\]]{2,80}[(\[]?$",
    re.IGNORECASE,
)
"""``OUTLINE: Hello (``, before the first time: titles stand before their times."""


_INLINE = re.compile(r"[(\[](?P<time>\d{1,3}:\d\d(?::\d\d)?)[)\]]\s?")
_CLOSE_BY = 15
"""Seconds on average between the times that a recogniser leaves in what is said."""


def is_stamped_speech(text: str) -> bool:
    """``[00:00:05] My name is Ada, I'm the [00:00:07] co-host of …``: speech, and no outline."""
    times = [seconds(found["time"]) or 0 for found in _INLINE.finditer(text)]
    if len(times) < _RUN or times != sorted(times):
        return False
    told = word_count(text) >= _CLOSE_BY * len(times)
    return told and times[-1] - times[0] <= _CLOSE_BY * (len(times) - 1)


def without_stamps(text: str) -> str:
    """What is said without the times in brackets inside of it."""
    return _INLINE.sub("", text)


def first_of_run(text: str) -> int | None:
    """The place of the first time of an outline that runs on in a text; None without one."""
    stamps = list(_ANY.finditer(text))
    best = _rising([seconds(stamp["time"] or stamp["units"]) for stamp in stamps])
    return stamps[best[0]].start() if len(best) >= 3 else None


def _rising(times: Sequence[int | None]) -> list[int]:
    """The places of the first run of rising times that starts near the beginning."""
    run: list[int] = []
    for place, time in enumerate(times):
        if time is None:
            continue
        if run and time <= (times[run[-1]] or 0):
            if len(run) >= 3:
                break
            run = []
        run.append(place)
    return run


def _first_sentence(text: str) -> str:
    """A last title ends where a sentence does, if more follows."""
    found = _TITLE_END.search(text)
    advert = _ADVERT_BEHIND.search(text)
    if advert and (found is None or advert.start() < found.start()):
        return text[: advert.start()]
    return text[: found.end()].rstrip(".") if found else text


def _line_before(text: str, place: int) -> int:
    colon = text.rfind(": ", 0, place)
    return colon + 1 if colon >= 0 else 0


def _title(text: str) -> str:
    return plain(text).strip(" -–—:|•·,;.").strip()


def read_chapters(blocks: Sequence[Block]) -> tuple[list[Chapter], list[Block]]:
    """The chapters among blocks, and the blocks that are none."""
    chapters: list[Chapter] = []
    rest: list[Block] = []
    waiting: int | None = None
    before: Block | None = None
    above = _stand_above(blocks)
    in_list = _in_list(blocks)
    for block in blocks:
        text = block.text
        if block.sign in ("–", "—", "-") and not chapter_of(text):
            text = text.lstrip()
        alone = time_alone(plain(text))
        listed = id(block) in in_list
        one = chapter_of(text, listed=listed) if alone is None else None
        one = None if _signs(block, before) else one
        before = block
        if alone is not None:
            near = bool(rest) and rest[-1].end == block.start - 1
            if near and waiting is None and (above or not chapters):
                chapters.append(Chapter(alone, rest.pop().plain))
            else:
                waiting = alone
        elif one:
            chapters.append(one)
            waiting = None
        elif waiting is not None and is_noise(text):
            waiting = None
        elif (
            waiting is not None
            and len(text) <= _LONGEST_TITLE
            and any(char.isalpha() for char in text)
        ):
            chapters.append(Chapter(waiting, _title(text)))
            waiting = None
        else:
            run_on = chapters_run_on(text)
            chapters += run_on
            if not run_on:
                rest.append(block)
    return ([], list(blocks)) if _are_told(chapters) else (chapters, rest)


def _in_list(blocks: Sequence[Block]) -> set[int]:
    """The blocks that stand in a row of lines with times, one of which has a title of words."""
    found: set[int] = set()
    if not any("#" in block.text for block in blocks):
        return found
    row: list[Block] = []
    for block in [*blocks, None]:
        timed = block if block and chapter_of(block.text, listed=True) else None
        if timed and row and row[-1].end == timed.start - 1:
            row.append(timed)
            continue
        if any(chapter_of(one.text) for one in row):
            found |= {id(one) for one in row}
        row = [timed] if timed else []
    return found


def _stand_above(blocks: Sequence[Block]) -> bool:
    """Whether each time alone has its title on the line above, and the last has none below."""
    times = [place for place, block in enumerate(blocks) if time_alone(block.plain) is not None]
    if len(times) < 2 or times[0] == 0:
        return False
    titled = [
        place - 1 not in times and blocks[place - 1].end == blocks[place].start - 1
        for place in times
    ]
    below = blocks[times[-1] + 1 : times[-1] + 3]
    counted = all(blocks[place - 1].sign == "1" for place in times)
    apart = not any(one.start == blocks[times[-1]].end + 1 for one in below[:1])
    apart = apart or [one.is_item for one in below] == [False, True]  # the head of a list
    return all(titled) and (counted or apart)


def _signs(block: Block, before: Block | None) -> bool:
    """``Ada Byron, 03:10`` below what she said: who said it and when, and no chapter."""
    if before is None or not (before.sign == ">" or is_quoted(before.plain)):
        return False
    found = chapter_of(block.text)
    return found is not None and is_name(found.title.strip(" ,()–—-"))


def _are_told(chapters: Sequence[Chapter]) -> bool:
    """Whether most titles are whole sentences: then they tell what was said at those times."""
    told = [c for c in chapters if _says(c.title)]
    return len(told) >= 2 and len(told) > 0.6 * len(chapters)
