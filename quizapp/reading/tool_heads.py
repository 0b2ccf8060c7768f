"""What tools that record or sum up write above their pages: of a meeting, a project, a source."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from quizapp.reading.block import Block
from quizapp.reading.draft import Draft
from quizapp.reading.names import bare_name, is_name
from quizapp.reading.show_names import is_name_of_show
from quizapp.reading.times import duration
from quizapp.reading.title_lines import take_title
from quizapp.reading.wording import unquoted, word_count

_TOP = 10
"""Blocks from the top within which such lines stand."""

_LONGEST = 300
_LABELLED = re.compile(
    r"^(?P<label>Project|Studio|Workspace|Recording|Session|Meeting(?: title| name)?|Call)"
    r"(?: name| title)?:\s(?P<value>\S.*)$",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"^(?:title|podcast|show|programme)(?: name| title)?:\s(?P<value>\S.*)$", re.IGNORECASE
)
_CALLING = re.compile(r"\d[\d -]{5,}\d")
"""``Call: 0800 123 456``"""

_PLACE = re.compile(r"\bstudios?\b|,", re.IGNORECASE)
"""``Harbour Studios, Leeds``, where something was recorded."""

_BRIEFING = re.compile(
    r"^(?:(?:detailed|comprehensive|executive) )?(?:briefing(?: doc(?:ument)?| note| memo)?|"
    r"study guide|podcast (?:brief|briefing))\s?[:–—-]\s(?P<title>\S.{3,150})$",
    re.IGNORECASE,
)
"""``Briefing Document: “Deep Sleep”``"""

_OF_BRIEFING = re.compile(
    r"^(?P<label>sources?|date|subject|topic|re|prepared (?:by|for)|from|to):\s(?P<value>\S.*)$",
    re.IGNORECASE,
)
_OF_SOURCE = re.compile(
    r"^(?P<show>[^()“”\"]{3,50}?)\s[(\[][^()\[\]]{0,60}\b(?:podcast|episode|transcript|audio)\b"
    r"[^()\[\]]{0,60}[)\]]$"
    r"|\b(?:transcript|excerpts?|episode|audio) (?:of|from) (?:the )?[“\"]?"
    r"(?P<show2>[A-Z][^()“”\",]{2,50}?)"
    r"[”\"]? (?:podcast|show)\b",
    re.IGNORECASE,
)
"""``Night Radio (podcast transcript, 1 source)``"""

_SORT = re.compile(
    r"^(?:podcast|interview|show|episode|remote|studio)?\s?(?:recording|session|interview|call|"
    r"taping|podcast)\s?(?::|\s[|·–—-])\s",
    re.IGNORECASE,
)
"""``Podcast recording – Night Radio – Ada Byron``: what the meeting was for."""

_WORKING = re.compile(
    r"\bworking title(?: is|:|,)?\s[“\"„](?P<title>[^“”\"„]{4,120}?)[,.]?[”\"“]", re.IGNORECASE
)
_DASHES = re.compile(r"\s[|·–—-]\s")
_READ = 3_000


def read(blocks: Sequence[Block], draft: Draft) -> list[Block]:
    """Takes title and show from what a tool writes above its page; hands back the other blocks."""
    top = [block for block in blocks[:_TOP] if not block.is_item and len(block.text) < _LONGEST]
    taken = _read_briefing(top, draft) or _read_recorded(top, draft) or _read_file(top, draft)
    taken |= _read_recorder(top, draft) | _read_sort(top, draft)
    return [block for block in blocks if block.start not in taken]


_SORT_OF_PAGE = re.compile(
    r"(?P<show>[^\W\d_][^:|\d]{2,50}?),?(?:\s[-–—|·])?\s(?:episode|ep\.?|#)\s?#?(?P<number>\d{1,4})"
    r"\s?[-–—|·:]\s(?:(?:AI|generated|automatic|full) ){0,2}(?:show ?notes|notes|summary|recap)\b"
    r"(?:\s[(\[][^()\[\]]{3,60}[)\]])?",
    re.IGNORECASE,
)
"""``Night Radio EP 64 - AI show notes (made by a tool)``, above the title"""


def _read_sort(top: Sequence[Block], draft: Draft) -> set[int]:
    """Reads the show and the number above a page that has a label for its title."""
    found = _SORT_OF_PAGE.fullmatch(top[0].plain) if top else None
    titled = any(_OWN_TITLE.match(block.plain) for block in top[1:])
    if found is None or not titled or not is_name_of_show(found["show"]):
        return set()
    draft.claim("show", found["show"], top[0].start)
    draft.claim("number", int(found["number"]), top[0].start)
    return {top[0].start}


_RECORDER = re.compile(
    r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\w{0,6},? (?:\w{3,9}\.? \d{1,2},? (?:19|20)\d\d,?|"
    r"\d{1,2}/\d{1,2}(?:/\d{2,4})?,?)(?: at)? "
    r"\d{1,2}:\d\d ?[AP]M [•·|] )?(?P<length>\d{1,2}(?::\d\d){1,2})",
    re.IGNORECASE,
)
"""``Wed, Mar 13, 2024 10:02AM • 36:40``: when a recording was handed in, and its length"""
_KEYWORDS = "SUMMARY KEYWORDS"


def _read_recorder(top: Sequence[Block], draft: Draft) -> set[int]:
    """Reads the lines of a tool that writes a recording down, and its name above them."""
    written = _KEYWORDS in draft.source.text[:_READ]
    for place, block in enumerate(top) if written else ():
        found = _RECORDER.fullmatch(block.plain)
        if found is None:
            continue
        draft.claim("duration_seconds", duration(found["length"]), block.start)
        if place != 1 or draft.values("title") or word_count(top[0].plain) < _TITLE_WORDS:
            return {block.start}
        title, _, name = top[0].text.rpartition(" - ")
        speaks = bool(title) and is_name(name) and draft.source.text[:_READ].count(name) > 1
        take_title(title if speaks else top[0].text, top[0].start, draft)
        return {top[0].start, block.start}
    return set()


def _read_briefing(top: Sequence[Block], draft: Draft) -> set[int]:
    """Reads the head of a briefing, whose day is its own; hands back its lines."""
    found = _BRIEFING.match(top[0].plain) if top else None
    if found is None:
        return set()
    take_title(unquoted(found["title"].strip()), top[0].start, draft)
    labelled = {block.start: one for block in top[1:] if (one := _OF_BRIEFING.match(block.plain))}
    for line, one in labelled.items():
        source = _OF_SOURCE.search(one["value"]) if one["label"].lower()[:6] == "source" else None
        show = (source["show"] or source["show2"]).strip() if source else ""
        if is_name_of_show(show) and not draft.values("show"):
            draft.claim("show", show, line)
    return {top[0].start, *labelled}


def _read_recorded(top: Sequence[Block], draft: Draft) -> set[int]:
    """Reads ``Project`` and ``Recording``, or ``Meeting``, of a recorder; hands back its lines.

    What a page calls itself, in a heading or beside a label, goes before.
    """
    found = {
        one["label"].lower().split()[0]: (block.start, one["value"].strip())
        for block in top
        if (one := _LABELLED.match(block.plain)) and not _CALLING.search(one["value"])
    }
    if any(block.level == 1 for block in top) or _names_itself(top, found):
        return set()
    project = _first_of(found, "project", "studio", "workspace")
    recording = _first_of(found, "recording", "session")
    if project and recording:
        show = is_name_of_show(project[1]) and not _PLACE.search(project[1])
        draft.claim("show", project[1] if show else None, project[0])
        take_title(recording[1], recording[0], draft)
        return {project[0], recording[0]}
    meeting = _first_of(found, "meeting", "call")
    return {meeting[0]} if meeting and _take_meeting(*meeting, draft) else set()


_FILE = re.compile(
    r"^(?:(?:source|original|input|audio|video|media|uploaded) )?file(?: ?name)?:\s"
    r"(?P<name>\S.{3,150}?)\.(?:mp3|mp4|m4a|wav|mov|aac|flac|aiff?|ogg|webm)$",
    re.IGNORECASE,
)
_CODE = re.compile(r"^[A-Z]{1,5}[ _]?\d{1,4}\s?[-–—:_]\s?")
_STATE = re.compile(
    r"(?:[\s_.-]+(?:final|mix|mixed|mixdown|master|mastered|edit|edited|raw|clean|export|draft|"
    r"stereo|mono|v\d{1,2}|\d{1,2}))+$",
    re.IGNORECASE,
)
"""``_final_mix``: how far a recording was worked on."""
_TITLE_WORDS = 3


def _read_file(top: Sequence[Block], draft: Draft) -> set[int]:
    """Takes the title out of ``Source file: NR064 - Deep Sleep at Sea_final.mp3``; its line.

    A page with a heading, a label or a first line for its title is called by that; what a tool
    calls its pages stands in capitals.
    """
    titled = any(block.level == 1 or _OWN_TITLE.match(block.plain) for block in top)
    first = top[0].plain if top else ""
    told = word_count(first) >= _TITLE_WORDS and not (first.isupper() or _FILE.match(first))
    titled = titled or told
    files = ((block, _FILE.match(block.plain)) for block in top if not titled)
    for block, found in files:
        name = _CODE.sub("", _STATE.sub("", found["name"])).replace("_", " ") if found else ""
        if word_count(name) >= _TITLE_WORDS and any(word[0].isupper() for word in name.split()):
            take_title(name.strip(), block.start, draft)
            return {block.start}
    return set()


_OWN_TITLE = re.compile(r"^(?:episode )?title:\s", re.IGNORECASE)


def _names_itself(top: Sequence[Block], found: Mapping[str, tuple[int, str]]) -> bool:
    """Whether a page has labels for its show or title that say something else than a tool's."""
    own = [one["value"] for block in top if (one := _OWN.match(block.plain))]
    said = tuple(value for _, value in found.values())
    return any(not value.startswith(said) for value in own)


def _first_of(found: Mapping[str, tuple[int, str]], *names: str) -> tuple[int, str] | None:
    return next((found[name] for name in names if name in found), None)


def _take_meeting(line: int, value: str, draft: Draft) -> bool:
    """Takes ``Podcast recording – Night Radio – Ada Byron``, and the title the page gives it."""
    parts = [part.strip() for part in _DASHES.split(_SORT.sub("", value))]
    working = _WORKING.search(draft.source.text[:_READ])
    met = _SORT.match(value) and len(parts) > 1 and is_name(parts[-1])
    if met and is_name_of_show(parts[0]):
        draft.claim("show", parts[0], line)
        draft.claim("person", bare_name(parts[-1]), line)
        counted = re.search(
            rf"\b[Ee]pisode #?(?P<number>\d{{1,4}}) of {re.escape(parts[0])}\b",
            draft.source.text[:_READ],
        )
        draft.claim("number", int(counted["number"]) if counted else None, line)
    if working and word_count(working["title"]) > 1:
        draft.claim("title", working["title"], line)
    elif not met:
        take_title(_SORT.sub("", value), line, draft)
    return True
