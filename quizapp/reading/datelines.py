"""A line with a day or a length, and the show and number beside it."""

from __future__ import annotations

import re
from datetime import date

from quizapp.reading.asks_him import asks
from quizapp.reading.block import Block
from quizapp.reading.dates import find_date, is_in_public, published, without_hour
from quizapp.reading.draft import Draft
from quizapp.reading.forms import Form
from quizapp.reading.labels import field_of
from quizapp.reading.listeners import is_of_writing, tells_same_day
from quizapp.reading.names import NAME, is_name
from quizapp.reading.noise import is_noise
from quizapp.reading.people import treated_as_person
from quizapp.reading.roles import speaks_of_guest
from quizapp.reading.show_names import SHOW_WORD, is_name_of_show, is_place
from quizapp.reading.times import READING_TIME, duration
from quizapp.reading.titles import announces
from quizapp.reading.wording import is_prose, looks_like_heading, plain

_RELEASED = re.compile(
    r"\b(?:aired|airs|air date|released|release date|goes (?:out|live)|going (?:out|live))\b|"
    r"^\W{0,4}(?:came )?out(?: on| since)?:?(?=\s(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},?\s)?"
    r"(?:the )?(?:\d|$))",
    re.IGNORECASE,
)
"""Said of an episode; ``Published`` alone is also said of the page about it."""

_OTHER_LENGTH = re.compile(r"\b(?:ago|read|reading)\b", re.IGNORECASE)
"""``5 days ago``, ``12 min read``."""

_SHOW_BESIDE = re.compile(r"^(?P<name>(?:(?!by\b)[^\s,·|•:\d]+\s?){2,6}?)\s?[,·|•–—]\s?$")

_COUNT_BESIDE = re.compile(
    r"^(?P<name>[A-Z][^\d,·|•:]{2,30}?)\s(?P<number>\d{1,3})\s?[,·|•–—-]\s?$"
)

_BYLINE = re.compile(
    r"(?:^|[|·•]\s|\bmin(?:ute)?s? read\s?)(?:written |posted )?by\s[A-Z]", re.IGNORECASE
)
"""The day on which somebody wrote about an episode is not the episode's."""

_LISTENING = re.compile(r"\b\d{1,3}[ -]?min(?:ute)?s? (?:listen|watch)\b", re.IGNORECASE)
"""``58 min listen``: the line is that of what is heard."""

_FILED = re.compile(r"^\s(?:in|under)\s[A-Z][\w&'’-]*(?:,?\s[A-Z&][\w&'’-]*){0,3}$")
"""``January 4, 2021 in Notes``: the day on which a blog filed what it writes."""

_POSTED_BY = re.compile(r"^\W?(?:posted|written)\s.{6,30}\sby\s[A-Z]", re.IGNORECASE)
_READ = 2_000


_COUNTED_HEAD = re.compile(r"^#\d{1,4}\s[–—:|-]\s\S")


def _is_of_episode(draft: Draft) -> bool:
    """Whether a page is called ``#12 – Deep Sleep``: the show's own, whoever put it there."""
    return any(_COUNTED_HEAD.match(block.plain) for block in draft.source.blocks[:_HEAD])


_HEAD, _NEAR = 4, 20
"""Blocks from the top."""

_BY_NAME = Form(rf"\b[Bb]y (?P<name>{NAME})")


def _is_by_host(text: str, draft: Draft) -> bool:
    """Whether the page is by its host, or by who speaks: ``… tell host Ada Byron``."""
    found = _BY_NAME.search(text) if len(text) < _LONGEST else None
    name, top = found["name"].lower() if found else "", draft.source.text[:_READ].lower()
    return bool(name) and (f"host {name}" in top or f"\n{name}:" in top or asks(name, top))


def _other_day(found: tuple[date, int, int], text: str) -> bool:
    """Whether the top of a page tells another day, as that of an evening that is written about."""
    start = 0
    while other := find_date(text[start:]):
        if other[0] != found[0]:
            return True
        start += other[2]
    return False


_SENT = re.compile(r"^sent\b", re.IGNORECASE)
"""``Sent Friday, 4 March 2022 to 1,208 readers``: the day of a letter."""

_POSTED = re.compile(r"\b(?:posted|written)\s(?:on\s)?$", re.IGNORECASE)
"""``5 min read · posted Mar 1, 2022``: the day of what is read."""

NUMBERED = re.compile(
    r"\b(?:S\d{1,2}[ .]?Ep?|E(?=\d{1,4}\s[·•|]\s)|episode|ep|folge|épisode|episodio|"
    r"episódio|aflevering|puntata)"
    r"\.?\s?#?(?P<number>\d{1,4})\b(?!\s?(?:min|h\b|hr|hour|sec))"
    r"|(?<!\w)#(?P<only>\d{1,4})\b",
    re.I,
)

BETWEEN = re.compile(
    r"\s+[|·•]\s+|\s+(?=(?:\*\*)?(?:Hosts?|Guests?|Date|Published|Released|Aired|Duration|Length|"
    r"Interviewers?|Interviewees?|Channel|Presenters?|Speakers?|"
    r"Episode|Show|Podcast|Title|Hosted by|Release date|Air date)(?:\*\*)?\s?:)"
    r"|(?<=[a-z\d)”?!])(?=(?:Hosts?|Guests?|Date|Published|Released|Aired|Duration|Length|Episode|"
    r"Release date|Air date):\s)"
)

_DAYS = re.compile(
    r"^(?:first )?(?:recorded|published|released|aired|posted|taped|broadcast|out)\b", re.IGNORECASE
)

_WEEKDAY = re.compile(r"^(?:mon|tue|wed|thu|fri|sat|sun)\w{0,6}\b", re.IGNORECASE)

_WORD = re.compile(
    r"\d+(?::\d+){0,2}|\b(?:hours?|hrs?|h|minutes?|mins?|min|m|seconds?|secs?|s|and|length|duration|"
    r"runtime|run time|running time|total|listen|listening|long|about|approx|episode|audio|video|"
    r"time|play|watch|of)\b|(?<=\d)(?:h|m|s|min)",
    re.IGNORECASE,
)
"""What a line that gives a length consists of."""

_ARE_TWO = Form(rf"^{NAME} (?:with|and|&|×|x|meets|vs\.?) {NAME}$")
"""Two people, and no show."""

_AT_CLOCK = re.compile(r",?\s(?:at\s)?\d{1,2}:\d\d\s?[AP]M\b", re.IGNORECASE)
"""When it was recorded, which is no length."""

_WITH = Form(rf"^(?P<host>{NAME}) with (?P<guest>{NAME})$")


_SEASON = re.compile(r"\b(?:Season|Series|Staffel|Saison|Temporada|Stagione)\s\d{1,2}\b", re.I)


_ORDINARY = frozenset(
    "a after all an and at away back before below big bright cold dark deep dry early every far "
    "fast first flat free full good great hard high home in inside last late little live long lost "
    "low more new next night no on open other our out over past plain real salt second short slow "
    "small soft some still the third this under up warm wet what where why wide wild".split()
)
"""Words that no person is called by."""

_ALSO_NAMES = frozenset(
    "art bill bob dawn drew faith frank gene grace grant hope iris ivy jack joy june lily mark may "
    "mike nick pat rich rob rose ruby sue violet wade will young".split()
)


def _is_worded(name: str, page: str) -> bool:
    """Whether a name is a show's: of words that the page has in small letters as well."""
    words = [word.strip("’'.").lower() for word in name.split()]
    if SHOW_WORD.search(name) or words[0] in _ORDINARY:
        return True
    if words[0] in _ALSO_NAMES:
        return False
    return all(re.search(rf"\b{re.escape(word)}\b", page) for word in words)


def read_with(part: str, line: int, draft: Draft, beside: str = "") -> bool:
    """``Ada Byron with Carl Roe`` beside day and length: host and guest.

    Where the line (``beside``) counts a season, it names a show with its host.
    """
    found = _WITH.match(plain(part))
    if found and _SEASON.search(beside) and _is_worded(found["host"], draft.source.text):
        if not draft.values("show"):
            draft.claim("show", found["host"], line)
            draft.claim("host", found["guest"], line)
        return True
    if found and draft.values("guest"):
        return False
    if not found or not (is_name(found["host"]) and is_name(found["guest"])):
        return False
    draft.claim("host", found["host"], line)
    draft.claim("guest", found["guest"], line)
    return True


_LONGEST, _LONGEST_DAY = 90, 130
"""Letters; also of ``Recorded in the old mill at Hoy and published on 3 May 2020``."""


def read_date_line(block: Block, draft: Draft) -> bool:
    """A short line with a date, a length, or both glued together."""
    text = block.plain
    told = is_prose(without_hour(text)) and not (BETWEEN.search(text) or _DAYS.match(text))
    if len(text) > (_LONGEST_DAY if _DAYS.match(text) else _LONGEST) or told:
        return False
    found = find_date(text)
    if not found and _take_show_of_month(text, block.start, draft):
        return True
    if not found and _take_length_of_month(text, block.start, draft):
        return True
    rest = text
    if found and BETWEEN.search(text):
        for part in BETWEEN.split(text):
            read_with(part, block.start, draft, text)
    if found:
        _take_counted(text, block.start, draft)
    if found and (_SENT.match(text) or _is_of_letter(text, draft)):
        return True
    written = _BYLINE.search(text) and not _LISTENING.search(text)
    own = speaks_of_guest(draft.source.text) or _is_of_episode(draft) or _is_by_host(text, draft)
    if found and written and not (own or tells_same_day(draft.source.text[:_READ])):
        return True
    if found and _FILED.match(text[found[2] :]) and not text[: found[1]].strip():
        return True
    if found and _POSTED_BY.match(text) and _other_day(found, draft.source.text[:_READ]):
        return True
    if found and _POSTED.search(text[: found[1]]) and READING_TIME.search(text):
        return True
    if found and is_of_writing(text[: found[1]] + text[found[2] :], draft.source.text[:_READ]):
        return True
    if found:
        day = published(text) or (found[0] if is_in_public(text) else None)
        field = "released" if _RELEASED.search(text[: found[1]]) else "published"
        draft.claim(field, day.isoformat() if day else None, block.start)
        rest = _AT_CLOCK.sub("", text[found[2] :])
    if found:
        _take_show_beside(text[: found[1]], block.start, draft)
        _take_count_behind(text[found[2] :], block.start, draft)
        _take_heard(text[found[2] :], block.start, draft)
    few = sum(word[0].isalnum() for word in rest.split()) <= _FEW
    told = few and ":" not in rest and not _OTHER_LENGTH.search(rest)
    glued = _GLUED_BEHIND.match(rest) if found else None
    length = duration(glued[0] if glued else rest) if told else None
    others = _WORD.sub("", text).strip(" .,:·|()[]–—-")
    only = bool(length) and not others
    short = len(others) <= _LANGUAGE or BETWEEN.search(text)
    if length and length >= 60 and (found or short):
        draft.claim("duration_seconds", length, block.start)
    return bool(found) or only


_HEARD = re.compile(
    r"^\W*(?:at )?(?:\d{1,2}:\d\d\s?[AP]M)?\s?(?:[A-Z]{2,4}T?)??\W*"
    r"(?:Heard|Aired|Broadcast) on (?P<show>[A-Z].{2,40})$"
)
"""``March 4, 20211:24 PM ETHeard on Night Radio``, behind the day"""


def _take_heard(behind: str, line: int, draft: Draft) -> None:
    found = _HEARD.match(behind)
    if found and not draft.values("show") and is_name_of_show(found["show"]):
        draft.claim("show", found["show"], line)


def _is_of_letter(text: str, draft: Draft) -> bool:
    """``Issue 12 · 4 May 2021``, in a letter that announces an episode: the day of the letter."""
    counted = COUNTS_LETTERS.search(text) is not None
    return counted and any(announces(block.plain) for block in draft.source.blocks[:_NEAR])


_OF_MONTH = re.compile(
    r"^(?P<show>[A-Z].{2,40}?)(?:,|\s[·|•–—-])\s(?:January|February|March|April|May|June|July|August|"
    r"September|October|November|December)\s(?:19|20)\d\d$"
)
"""``Night Radio, March 2019``, below a title"""


_MONTH_OF_YEAR = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|"
    r"Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.? (?:19|20)\d\d"
)
_MONTH = re.compile(rf"{_MONTH_OF_YEAR}(?: [·•|] .{{1,30}})?")


def tells_month(text: str) -> bool:
    """``May 2022``, ``May 2022 · 1 hr 9 min``: when an episode came out, and no day."""
    return _MONTH.fullmatch(text) is not None


_LENGTH_OF_MONTH = re.compile(
    rf"{_MONTH_OF_YEAR}\s?[·•|,]?\s?(?P<length>(?:\d{{1,2}}\s?h\s?)?\d{{1,3}}\s?m(?:in)?)"
)
"""``March 202236m``, ``March 2022 · 1h 5m``: a month, and how long the episode is."""


def _take_length_of_month(text: str, line: int, draft: Draft) -> bool:
    """Takes the length beside or glued to a month, which is no day; whether it did."""
    found = _LENGTH_OF_MONTH.fullmatch(text)
    if found:
        draft.claim("duration_seconds", duration(found["length"]), line)
    return found is not None


def _take_show_of_month(text: str, line: int, draft: Draft) -> bool:
    """Takes the show beside a month, where the page says its name again; whether it did."""
    found = _OF_MONTH.match(text)
    if found is None or draft.values("show") or line == draft.source.blocks[0].start:
        return False
    name = found["show"]
    again = draft.source.text.count(name) > 1
    told = re.search(
        rf"\b(?:[Ww]elcome (?:back )?to|[Tt]his is|[Ll]istening to) {re.escape(name)}\b",
        draft.source.text[:_READ],
    )
    if not (again and is_name_of_show(name)) or (is_name(name) and not told):
        return False
    if names_interview(text):
        return False
    draft.claim("show", name, line)
    return True


_FEW = 8
_GLUED_BEHIND = re.compile(r"\d{1,3}m(?=[A-Z])")
"""``May 7, 202052mWatch on …``, of which the length stands behind the day."""

_LANGUAGE = 3
"""Letters of ``en`` beside a length; ``il est 8h49`` has more words, and is no length."""

_COUNTED = re.compile(r"^(?P<name>[A-Z][\w'’& ]{2,30}?)\s#?(?P<number>\d{1,4})$")


def _take_counted(text: str, line: int, draft: Draft) -> None:
    """``28 March 2019 · Night Radio 15``, where the page writes ``Night Radio 15`` again."""
    for part in BETWEEN.split(text):
        found = _COUNTED.match(part.strip()) if not draft.values("show") else None
        if not found or find_date(part) or field_of(found["name"]) or NUMBERED.search(part):
            continue
        titles = [one.value for one in draft.source.fields if one.name == "page title"]
        around = [*titles, *(block.plain for block in draft.source.blocks if block.start != line)]
        if any(part.strip() in other for other in around):
            draft.claim("show", found["name"], line)
            draft.claim("number", int(found["number"]), line)


_COUNT_BEHIND = re.compile(
    r"^(?:\W*\d{1,3} ?(?:m|min|mins|minutes|h|hr|hrs)\b\.?)?\W*(?:ep|episode)\.?\s?#?"
    r"(?P<number>\d{1,4})\s*$",
    re.IGNORECASE,
)
"""``Dec 3, 2022 32 min Ep. 56``: what stands behind the day and nothing else."""


def _take_count_behind(behind: str, line: int, draft: Draft) -> None:
    found = _COUNT_BEHIND.match(behind)
    if found and not draft.values("number"):
        draft.claim("number", int(found["number"]), line)


_INTERVIEW = re.compile(r"^(?:Oral history i|I)nterview (?:with|of) [A-ZÀ-Þ][\w.'’-]+ ")


def names_interview(text: str) -> bool:
    """``Interview with Ada Byron, 4 May 2012``: what an archive calls what it keeps."""
    return bool(_INTERVIEW.match(text))


COUNTS_LETTERS = re.compile(
    r"\b(?:issue|newsletter|letter|volume|vol\.?|edition)\s(?:no\.?\s?|number\s|#\s?)?#?\d",
    re.IGNORECASE,
)
"""``Issue No. 214 · 3 March 2022``: a letter's number, and not the episode's."""


_SORT_BEHIND = re.compile(
    r"(?<=\w)\s(?:podcast |episode )?(?:summary|recap|notes|transcript|highlights|takeaways)\s*$",
    re.IGNORECASE,
)
"""``Night Radio Podcast Summary – 4 May 2022``: what is written about the show."""


_SORT_OF = re.compile(
    r"(?:(?:full|edited|a|the|interview|audio) )*(?:transcripts?|summary|notes|recap|highlights|"
    r"quotes|takeaways|companion|write-?up)(?: (?:of|for|to|from|on))?(?: the)?\s?$",
    re.IGNORECASE,
)
"""``Transcript of``, before the number of an episode"""


def _take_show_beside(before: str, line: int, draft: Draft) -> None:
    """``Night Radio · Oct 4, 2022``: what stands alone before the date is the show."""
    if COUNTS_LETTERS.search(before) or names_interview(before):
        return
    numbered = NUMBERED.search(before)
    if numbered:
        draft.claim("number", int(numbered["number"] or numbered["only"]), line)
        before = before[: numbered.start()]
    counted = _COUNT_BESIDE.match(before) if not numbered else None
    if counted:
        draft.claim("number", int(counted["number"]), line)
        before = counted["name"] + " ·"
    elif numbered and before.strip():
        before = before.strip(" ,·|•–—-") + " ·"
    found = _SHOW_BESIDE.match(before)
    if not found or is_noise(before) or draft.values("show"):
        return
    if _WEEKDAY.match(before) or _DAYS.match(before) or _BYLINE.search(before):
        return
    name = _SORT_BEHIND.sub("", told := found["name"].strip())
    if _ARE_TWO.match(told) or _SORT_OF.match(name) or is_place(name):
        return
    sure = numbered or counted or name != told
    person = not sure and treated_as_person(name, draft.source.text)
    if looks_like_heading(name) and not (field_of(name) or person):
        draft.claim("show", name, line)
