"""The title line of a page: title, show and number apart."""

from __future__ import annotations

import re
from dataclasses import replace

from quizapp.reading.names import is_name
from quizapp.reading.title_parts import (
    BARS,
    NUMBER,
    Title,
    is_lone_number,
    is_site,
    number_in,
    parted_at_dashes,
    show_in_brackets,
    sorted_out,
)
from quizapp.reading.wording import fold, plain, unquoted, word_count

_LEADING = re.compile(
    r"^(?:(?P<show>[^:|]{3,50}?)\s)?(?P<mark>#\s?\d{1,4}|"
    r"(?:S(?:eason)?\s?\d{1,2}[\s:,.·|-]{0,3})E(?:p(?:isode)?)?\.?\s?\d{1,4}|"
    r"(?:episode|ep|folge|épisode|episodio|episódio|aflevering|puntata)\.?\s?#?\d{1,4})"
    r"(?:\s(?:recording|interview|transcript|notes|audio|call|raw))?\s*"
    r"(?:[:|–—-]|\.(?=\s))\s*(?P<title>\S.*)$",
    re.IGNORECASE,
)

_DAY_BEHIND = re.compile(
    r"(?<=\w)\s[-–—]\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2}$"
)
"""``Deep Sleep - March 05``"""

_SORT_BEFORE = re.compile(
    r"^(?:PODCAST|AUDIO|VIDEO|INTERVIEW|LISTEN|TRANSCRIPT):\s(?=\S+\s\S+\s\S)"
)
"""``PODCAST: A Year of Advice``: what a headline leads to."""

_SESSION_BEFORE = re.compile(
    r"^(?:panel(?: discussion| session)?|round ?table|fireside chat|plenary|webinar|keynote):\s"
    r"(?=[A-Z“\"]\S*\s\S+\s\S)",
    re.IGNORECASE,
)
"""``Panel: Who Owns the River?``: what sort of session it is."""

_TAG = re.compile(
    r"^\[[^\[\]]{0,30}\b(?:discussion|thread|megathread|official|spoilers?|transcript|video|audio|"
    r"summary|summaries|notes|recap|write-?up|highlights|takeaways|episode|podcast|interview|oc)"
    r"\b[^\[\]]{0,20}\]\s+(?=\S+\s\S)",
    re.IGNORECASE,
)
"""``[Episode Discussion] Deep Sleep``"""

_SORT = re.compile(
    r"(?:podcast )?(?:episode|épisode|episodio|episódio|folge|aflevering|puntata)", re.I
)
"""``Épisode`` before ``#9``"""

_TOLD = 3
"""Words that are a title."""

_ABOUT = re.compile(
    r"^(?!notes from (?:the|an?) (?!episode|podcast|conversation|interview|show)\w)"
    r"(?:(?:full |podcast |episode |video |pdf |ai |webinar |panel |event |session |talk |"
    r"lecture |interview )?(?:transcript|summary|notes|show notes|"
    r"highlights|interview|recap|takeaways|q&a|faqs?|quotes|key ideas)"
    r"(?: (?:&|and) (?:transcript|summary|notes|q&a))?"
    r"(?: (?:of|for|from)(?: (?:the |this )?(?:episode|podcast|interview|conversation))?:?|:)\s+)"
    r"(?=[A-Z“\"#])",
    re.IGNORECASE,
)

_MADE_BY = re.compile(r"(?<=\w[\w)\]]), by [A-Z][\w'’& .-]{2,40}$")
"""``Summary: Deep Sleep, by Night Radio``"""

_TRANSCRIPT_BEHIND = re.compile(
    r"(?<=\w)(?<!\band)(?:(?:\s[-–—]|,)?\s(?:full |podcast |interview )?transcripts?"
    r"|\s[-–—|]\s(?:(?:meeting|call|audio|video|screen) )?recording)$",
    re.IGNORECASE,
)
"""``Deep Sleep – recording``, ``Deep Sleep Transcript``, but not ``Summary and Transcript``"""

_SORT_IN_BRACKETS = re.compile(
    r"(?<=\w|[?!”\"’)])\s[(\[](?:(?:full |podcast |my )?(?:highlights|notes|transcript|summary)"
    r"(?: (?:inside|below|within|included|(?:so|for|from|with|in) [^()\[\]]{3,50}))?|"
    r"audio|video|podcast|(?:(?:final|rough|raw|clean|audio) )?(?:mix|mixdown|edit|cut)|"
    r"(?:final|rough|raw|clean|audio|unedited|uncut|remote|studio) "
    r"(?:recording|audio|tape|take|file|footage|interview|session|transcript)|"
    r"final(?: version)?|v\d{1,2})[)\]]$",
    re.IGNORECASE,
)
"""``Deep Sleep (highlights)``, ``(my notes from the drive)``, ``(final mix)``: which text it is."""

_COUNT_IN_BRACKETS = re.compile(
    r"\s[(\[](?:S(?:eason)?\s?\d{1,2},?\s?)E(?:p(?:isode)?)?\.?\s?(?P<number>\d{1,4})[)\]]$",
    re.IGNORECASE,
)
"""``Deep Sleep (S6, E28)``"""

_PODCAST_IN_BRACKETS = re.compile(
    r"^(?P<title>[^()\[\]]{4,}?)\s[(\[](?:the )?(?P<show>[^()\[\]|:#]{3,40}?) podcast[)\]]$",
    re.IGNORECASE,
)
"""``Deep Sleep (Night Radio podcast)``"""

_TRANSCRIPTS_OF = re.compile(
    r"^(?P<show>[A-Z][^:|]{3,50}?) (?:transcripts?|show notes):\s(?P<title>\S.{5,})$",
    re.IGNORECASE,
)
"""``Night Radio Transcripts: Deep Sleep``."""

_QUOTED = re.compile(
    r"^(?P<before>[^“”„\"]{0,80})[“„\"](?P<title>[^“”\"]{4,120})[”“\"]"
    r"(?P<behind>[^“”\"]{0,80})$"
)

_OF = re.compile(r"\b(?:from|of|about|on)\s*$", re.IGNORECASE)
_SHOW_IN_BRACKETS = re.compile(
    r"^\s*(?:[(\[]|[,–—-]\s)(?P<show>[A-Z][^,()\[\]\d|:#]{2,40}?)"
    r"(?:,?\s(?:(?:ep(?:isode)?|no)\.?\s?#?|#)(?P<number>\d{1,4})\b"
    r"|\s(?:podcast|show)(?:,?\s#?(?P<only>\d{1,4}))?(?=[,)\]]|$))",
    re.IGNORECASE,
)
"""``“Deep Sleep” (Night Radio, episode 4, 2 May 2020)``"""

_ABOUT_EPISODE = re.compile(
    r"\b(?:podcast|episode|ep|show|summary|notes|transcript|highlights|takeaways|quotes|lines|"
    r"lessons|insights|ideas|questions|nuggets|moments|points|"
    r"folge|zusammenfassung|épisode|episodio|episódio)\b",
    re.IGNORECASE,
)


def _quoted(whole: str) -> Title | None:
    """``Summary of “Deep Sleep” (Night Radio, ep. 4)``: what is quoted is the title."""
    found = _QUOTED.match(whole)
    if not found or word_count(found["title"]) < 2 or found["title"].endswith(("?", ".", "!")):
        return None
    number = NUMBER.search(found["before"])
    if (
        number
        and "|" not in found["before"]
        and number.end() >= len(found["before"].rstrip(" :–-,"))
    ):
        show = found["before"][: number.start()].strip(" ,:–—-") or None
        show = _FROM.sub("", show)[:1].upper() + _FROM.sub("", show)[1:] if show else None
        show = None if show and _ASKED_OF.match(show) else show
        return Title(found["title"].strip(" ,"), show, number_in(number[0]))
    around = f"{found['before']} {found['behind']}"
    named = _SHOW_IN_BRACKETS.match(found["behind"])
    if named:
        title, count = found["title"].strip(" ,"), named["number"] or named["only"]
        return Title(title, named["show"].strip(), int(count) if count else None)
    if not found["behind"].strip() and _OF.search(found["before"]):
        return Title(found["title"].strip(" ,"))
    if (above := _SHOW_ABOVE.match(found["before"])) and _TAIL.match(found["behind"]):
        return Title(found["title"].strip(" ,"), above["show"])
    if not _ABOUT_EPISODE.search(around) or re.search(r"[|:]", around):
        return None
    return Title(found["title"].strip(" ,"), None, number_in(around))


_SHOW_ABOVE = re.compile(r"^(?P<show>[A-Z][^:|“”\"]{2,40}):\s$")
_TAIL = re.compile(r"^\s[|–—-]\s[a-z]")
"""``Night Radio: “Deep Sleep” – notes of a slow listener``"""


def quotes_title(line: str) -> bool:
    """Whether a line names show or number beside a title in quotation marks."""
    found = _quoted(fold(line))
    return found is not None and bool(found.show or found.number)


_FILE = re.compile(r"(?<=\w)\.(?:mp3|mp4|m4a|wav|ogg|flac|webm|mov|mkv)$", re.IGNORECASE)
"""``Deep Sleep.mp3``: what was transcribed."""


_THIS_WEEK = re.compile(
    r"^(?:(?:new|now|out|this (?:week|month)|today|latest) on (?:the|our) (?:podcast|show)|"
    r"this (?:week|month)|new this week|out now|just out|(?:new|latest|(?:this|last) "
    r"(?:week|month)['’]s|today['’]s) (?:episode|listen|pick|podcast|conversation|interview)|"
    r"(?:episode|podcast|listen|pick|conversation) of the (?:day|week|month))"
    r"(?:\s?:|\s[–—-])\s(?=\S+\s\S)",
    re.IGNORECASE,
)
"""``This week: Deep Sleep``, in a letter."""


def announces(line: str) -> bool:
    """Whether a line says of an episode that it is out: ``This week: Deep Sleep``."""
    return bool(_THIS_WEEK.match(line))


def announced(line: str) -> str:
    """``Deep Sleep`` of ``This week: Deep Sleep``; empty where a line announces nothing."""
    found = _THIS_WEEK.match(line)
    return line[found.end() :] if found else ""


def parse_title(line: str, *, shows: tuple[str, ...] = ()) -> Title:
    """``Deep Sleep | The Night Show #12 | Summary`` → Deep Sleep, The Night Show, 12.

    ``shows`` are names that the page gives for its show elsewhere.
    """
    whole = _SORT_BEFORE.sub("", fold(plain(line)))
    whole = _DAY_BEHIND.sub("", _TAG.sub("", _FILE.sub("", _SESSION_BEFORE.sub("", whole))))
    if announces(whole):
        whole = unquoted(_THIS_WEEK.sub("", whole).rstrip(":"))
        whole = whole if whole[1:2].isupper() else whole[:1].upper() + whole[1:]
    quoted = _quoted(whole)
    if quoted:
        return quoted
    about = _ABOUT.match(whole)
    if about and word_count(whole[about.end() :]) >= 2:
        whole = _MADE_BY.sub("", whole[about.end() :])
        named = _QUOTED.match(whole)
        if named and word_count(named["title"]) >= 2:
            return Title(named["title"].strip(" ,"), named["before"].strip(" -–—:|,") or None)
    whole = _TRANSCRIPT_BEHIND.sub("", _SORT_IN_BRACKETS.sub("", whole))
    counted = _COUNT_IN_BRACKETS.search(whole)
    if counted and word_count(whole[: counted.start()]) > 1:
        return _inside(whole[: counted.start()], shows, number=int(counted["number"]))
    counted_show = show_in_brackets(whole)
    if counted_show:
        return counted_show
    bracketed = _PODCAST_IN_BRACKETS.match(whole)
    if bracketed and word_count(bracketed["title"]) > 1:
        return _inside(bracketed["title"], shows, show=bracketed["show"])
    transcripts = _TRANSCRIPTS_OF.match(whole)
    if transcripts:
        return _inside(transcripts["title"], shows, show=transcripts["show"])
    for known in shows:
        bare = without_show(whole, known)
        if bare:
            return _inside(bare, shows, show=known)
    numbered = _numbered(whole, shows)
    if numbered is not None:
        return _inside(numbered["title"], shows, number=int(numbered["number"]))
    between = _SHOW_FIRST.match(whole) or _SHOW_COUNTED.match(whole)
    if between:
        rest = parse_title(between["title"], shows=shows)
        return Title(rest.title, between["show"], int(between["number"]))
    leading = _LEADING.match(whole)
    if leading and is_site(leading["title"]):
        return parse_title(whole[: leading.start("title")].rstrip(" :|–—-"), shows=shows)
    if leading and not BARS.search(leading["mark"]):
        rest = parse_title(leading["title"], shows=shows)
        show = leading["show"] and leading["show"].strip(" -–—:|,;[]()")
        small = show is not None and (show[0].islower() and show.split()[-1].islower())
        show = None if show and (small or _SORT.fullmatch(show)) else show
        return Title(rest.title, show or rest.show, number_in(leading["mark"]) or rest.number)
    parts = [part for part in BARS.split(whole) if part.strip()]
    slashed = [part for part in _SLASHES.split(whole) if part.strip()]
    if len(parts) == 1 and len(slashed) > 1 and any(map(is_lone_number, slashed)):
        parts = slashed
    parts = _parted_behind(parts, shows) if len(parts) > 1 else parted_at_dashes(whole, shows)
    return _unquoted(_unglued(sorted_out(parts, shows) or Title(whole)))


def _inside(
    text: str, shows: tuple[str, ...], *, show: str | None = None, number: int | None = None
) -> Title:
    """The title in a part of a line, with the show or number that stood around it."""
    found = parse_title(text, shows=shows)
    counted = found.number if number is None else found.number or number
    return replace(found, show=found.show or show, number=counted)


def _numbered(whole: str, shows: tuple[str, ...]) -> re.Match[str] | None:
    """A line that begins with its number, behind a show's letters or bare; or None."""
    coded = _CODED.match(whole)
    if coded and (coded["number"][0] == "0" or coded["code"] in map(_initials, shows)):
        return coded
    bare = _BARE_NUMBER.match(whole)
    return _CODED_BY_BLANK.match(whole) or (
        bare if bare and word_count(bare["title"]) > 1 else None
    )


def _unquoted(found: Title) -> Title:
    """``Best lines from “Deep Sleep”``, left over from before a show: what is quoted."""
    inner = _quoted(found.title) if found.show else None
    return replace(found, title=inner.title) if inner else found


def _parted_behind(parts: list[str], shows: tuple[str, ...]) -> list[str]:
    """``Deep Sleep | Ada Byron - Night Radio``: the last part may name a person and the show."""
    last = parted_at_dashes(parts[-1], shows)
    named = len(last) > 1 and (is_name(last[0]) or is_site(last[-1]))
    return [*parts[:-1], *last] if named else parts


def counted_title(line: str, shows: tuple[str, ...]) -> Title | None:
    """``Night Radio 204: Deep Sleep``, where the page gives the show's name elsewhere too."""
    whole = fold(plain(line))
    for show in (one for one in shows if not _COUNTS.search(one)):
        rest = whole[len(show) :] if whole.lower().startswith(show.lower()) else ""
        found = _COUNT.match(rest)
        if found:
            return Title(parse_title(found["title"]).title, show, int(found["number"]))
    return None


_COUNTS = re.compile(r"\s(?:ep|episode|no|nr|folge|part)\.?$", re.IGNORECASE)
"""``Night Radio Ep``, before its number"""

_CODED_BY_BLANK = re.compile(
    r"^(?=[A-Za-z]*[A-Z])[A-Za-z]{2,4}(?P<number>\d{3})\s(?P<title>[A-ZÀ-Þ][^\W\d_]+\s\S.{3,})$"
)
"""``Nr014 Deep Sleep``: letters and three digits together count the episodes of a show."""

_BARE_NUMBER = re.compile(
    r"^(?P<number>\d{1,3})\s*(?::|\.|\s?[|–—-])\s+(?P<title>[A-Z“\"'‘].{3,})$"
)
"""``102: Salt and Time``; a year is no episode."""

_CODED = re.compile(
    r"^(?P<code>[A-Z]{2,4})\s?[#-]?(?P<number>\d{2,4})\s?[:|–—-]\s(?P<title>\S.{3,})$"
)
"""``NR014: Deep Sleep`` of ``Night Radio``"""


def _initials(show: str) -> str:
    words = re.findall(r"[A-Za-z][\w'’]*", show)
    return "".join(word[0].upper() for word in words if word.lower() != "the")


_COUNT = re.compile(
    r"^\s*[,:–—|-]?\s*(?:ep(?:isode)?\.?\s?|no\.?\s?)?#?(?P<number>\d{1,4})\s*[:.–—|-]\s*(?P<title>\S.{2,})$",
    re.IGNORECASE,
)


def _unglued(found: Title) -> Title:
    """``Night RadioDeep Sleep | Night Radio``: the show goes that is glued to its title."""
    show = found.show or ""
    rest = found.title[len(show) :]
    glued = show and found.title.startswith(show) and rest[:1].isupper() and word_count(rest) > 1
    return replace(found, title=rest) if glued else found


def without_show(title: str, show: str) -> str | None:
    """``Night Radio Ada Byron: Engines`` without its show; None where it does not begin so.

    A word or two behind a name such as ``Night Radio`` may belong to it: ``Night Radio Special``.
    """
    if not title.lower().startswith(show.lower()):
        return None
    rest = title[len(show) :].strip()
    told = word_count(rest) >= _TOLD and rest[0].isupper()
    return rest if told and (word_count(show) > 1 or ": " in rest) else None


_SHOW_FIRST = re.compile(
    r"^(?P<show>[A-Z][^|:–—]{2,40}?)\s[–—-]\s(?P<title>[^|–—]{4,}?)\s[–—-]\s"
    r"(?:ep(?:isode)?\.?\s?#?|#|no\.?\s?)(?P<number>\d{1,4})$",
    re.IGNORECASE,
)
"""``Night Radio – Deep Sleep – Episode 12``."""

_SHOW_COUNTED = re.compile(
    r"^(?P<show>[A-Z][^|:–—\d ]{1,30} [^|:–—\d]{2,30}?)\s[–—-]\s(?!(?:19|20)\d\d)"
    r"(?P<number>\d{1,4})[.:]\s"
    r"(?P<title>[A-ZÀ-Þ“\"].{3,})$"
)
"""``Night Radio – 12. Deep Sleep``, ``Night Radio - 12: Deep Sleep``"""

_ASKED_OF = re.compile(
    r"^(?:(?:frequently|commonly|most) asked |listeners?['’]? |your |recent |top )?"
    r"(?:questions|faqs?|q ?& ?a|notes|highlights|takeaways|quotes|summary)"
    r"(?: (?:and|&) answers)?(?: (?:from|of|on|about|to))?$",
    re.IGNORECASE,
)
"""``Frequently asked questions from``, before an episode: no show"""

_FROM = re.compile(r"^(?:notes |summary )?(?:from|on|of)\s", re.IGNORECASE)

_SLASHES = re.compile(r"\s+/\s+")
