"""A line of short sentences of who, when and which: ``Night Radio, episode 3. Out 4 May.``"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from quizapp.reading.callings import TRADE
from quizapp.reading.dates import find_date
from quizapp.reading.draft import Draft
from quizapp.reading.fields import TELLING, take_field
from quizapp.reading.forms import Form
from quizapp.reading.labels import field_of
from quizapp.reading.names import NAME, bare_name, is_name
from quizapp.reading.people import resolve
from quizapp.reading.show_names import is_name_of_show
from quizapp.reading.times import duration

_LONGEST = 400
_NEAR = 40
"""Blocks from the top."""

_FORM = 2
"""So many sentences that tell such things are no chance."""

_STOP = re.compile(r"(?<=[\w)])\.\s+(?=[A-Z\d])")
_ABBREVIATED = re.compile(r"\b(?:Dr|Prof|Mr|Mrs|Ms|St|No|Ep|vs|[A-Z])$")

_COUNTED = re.compile(
    r"^(?P<show>[A-Z][^,.:|]{2,40}?),? (?:ep(?:isode)?\.?|#|no\.?) ?#?(?P<number>\d{1,4})$",
    re.IGNORECASE,
)
"""``Night Radio, episode 31``"""

_BESIDE = re.compile(
    r"^(?:an? |the |our )?(?:[a-z]+ ){0,3}(?:companion|notes|summary|transcript|guide|background|"
    r"questions|interview) (?:to|of|for|from) episode #?(?P<number>\d{1,4})"
    r"(?: of (?P<show>[A-Z][^,.:|]{2,40}))?$",
    re.IGNORECASE,
)
"""``An interview companion to episode 52``"""

_OTHER_DAY = re.compile(
    r"\b(?:updated?|edited|changed|modified|saved|generated|exported|posted|written|recorded|sent)\b",
    re.IGNORECASE,
)
_RELEASED = re.compile(r"\b(?:published|released|aired|broadcast|out|first heard)\b", re.IGNORECASE)
_DAY_WORDS = 6

_LENGTH = re.compile(r"(?:Runs )?\d{1,3} (?:min|minutes)(?: long)?", re.IGNORECASE)
_WITH = Form(
    rf"^(?:[Ww]ith|[Gg]uest|[Oo]ur guest is) (?:the )?(?:(?:[a-z-]+ ){{0,3}}|{TRADE} )"
    rf"(?P<name>{NAME})(?:,.*)?$"
)
_BARE = Form(rf"^[Ww]ith (?P<name>{NAME})$")
"""``With Ada Byron``: the guest, or whoever asks"""

_BY = Form(
    r"^(?:[Hh]osted|[Pp]resented|[Aa]sked|[Ii]nterview(?:ed)?|[Qq]uestions),?"
    r"(?: as (?:ever|always|usual),?)? "
    rf"by (?:me, |our host )?(?P<name>{NAME})$"
)
_LABEL = re.compile(r"^(?P<label>[A-Z][a-z]+(?: [a-z]+)?): (?P<value>\S.*)$")
_TITLED = re.compile(r"^(?P<value>[^,]+),\s[a-z].*$")
"""``Ada Byron, bell founder``"""


def read(draft: Draft) -> None:
    """Claims what such lines near the top tell; a field that is known stays as it is."""
    for block in draft.source.blocks[:_NEAR]:
        text = block.plain
        if block.is_item or block.sign or not 20 < len(text) <= _LONGEST or ". " not in text:
            continue
        # Whom a line is "with" is told by who hosts, which may stand behind it.
        parts = sorted(_sentences(text), key=lambda part: bool(_BARE.match(part)))
        told = [take for part in parts if (take := _told(part, block.start, draft)) is not None]
        if len(told) >= _FORM:
            for take in told:
                take()


def _sentences(text: str) -> Sequence[str]:
    """The sentences of a line, without their full stops; ``Dr. Ada Byron`` is no end."""
    parts: list[str] = []
    for part in _STOP.split(text):
        if parts and _ABBREVIATED.search(parts[-1]):
            parts[-1] += f". {part}"
        else:
            parts.append(part)
    return [part.strip(" .") for part in parts]


def _told(part: str, line: int, draft: Draft) -> Callable[[], None] | None:
    """What a sentence would claim; None where it tells no such thing."""
    counted = _BESIDE.match(part) or _COUNTED.match(part)
    if counted and (counted["show"] is None or is_name_of_show(counted["show"])):
        return lambda: _take_count(counted, line, draft)
    day = find_date(part)
    words = len((part[: day[1]] + part[day[2] :]).split()) if day else 0
    if day and words <= _DAY_WORDS and not _OTHER_DAY.search(part):
        field = "released" if _RELEASED.search(part[: day[1]]) else "published"
        return lambda: _take(field, day[0].isoformat(), line, draft)
    met = _BARE.match(part)
    if met and is_name(met["name"]):
        whom = bare_name(met["name"])
        return lambda: _take_met(whom, line, draft)
    for form, field in ((_WITH, "guest"), (_BY, "host")):
        found = form.match(part)
        if found and is_name(found["name"]):
            name, role = bare_name(found["name"]), field
            return lambda: _take(role, name, line, draft)
    length = duration(part) if _LENGTH.fullmatch(part) else None
    if length:
        return lambda: _take("duration_seconds", str(length), line, draft)
    labelled = _LABEL.match(part)
    role = (field_of(labelled["label"]) if labelled else None) or ""
    if labelled and role in TELLING:
        bare = _TITLED.match(labelled["value"])
        value = bare["value"] if bare and is_name(bare["value"]) else labelled["value"]
        return lambda: _take_labelled(role, value, line, draft)
    return None


def _take_met(name: str, line: int, draft: Draft) -> None:
    """Somebody a line is with is the guest where another is the host, and else takes part."""
    hosted = bool(draft.values("host")) and resolve(name, draft.values("host")) is None
    if hosted:
        _take("guest", name, line, draft)
    else:
        draft.claim("person", name, line)


def _take_labelled(field: str, value: str, line: int, draft: Draft) -> None:
    if not draft.values(field):
        take_field(field, value, line, draft)


def _take(field: str, value: str, line: int, draft: Draft) -> None:
    other = {"host": "guest", "guest": "host"}.get(field)
    if other and resolve(value, draft.values(other)):
        return
    if not draft.values(field):
        draft.claim(field, value, line)


def _take_count(found: re.Match[str], line: int, draft: Draft) -> None:
    _take("number", found["number"], line, draft)
    if found["show"]:
        _take("show", found["show"], line, draft)
