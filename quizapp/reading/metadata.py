"""Title, show, people, date and length: labelled, glued, or standing alone at the top."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from quizapp.reading.blocks import RULE, Block
from quizapp.reading.dates import find_date, published
from quizapp.reading.draft import Draft
from quizapp.reading.headline import take_best_title, take_title
from quizapp.reading.labels import field_of, glued_fields
from quizapp.reading.noise import is_noise
from quizapp.reading.page import Field
from quizapp.reading.people import NAME, bare_name, is_name, split_names
from quizapp.reading.roles import roles_in, speaks_of_guest
from quizapp.reading.times import duration
from quizapp.reading.wording import EMOJI, fold, is_prose, looks_like_heading, plain, word_count

_LABELLED = re.compile(
    r"^(?:\*\*|__)?(?P<label>[^\W\d_](?:[^\W\d]|[ /()'’.#-]){1,28}?)(?:\*\*|__)?\s?:(?:\*\*|__)?\s*"
    r"(?P<value>\S.*)$"
)
_DASHED = re.compile(
    r"^(?:\*\*|__)?(?P<label>[^\W\d_](?:[^\W\d]|[ /()'’.#]){1,28}?)(?:\*\*|__)?\s"
    r"(?P<sign>=|::|[–—-])\s(?P<value>\S.*)$"
)
"""``Host – Ada Byron``, ``Show = Night Radio``."""

_CAST = re.compile(r"(?P<name>[A-Z].{2,40}?)\s?(?P<role>host|guest)(?=[A-Z\s]|$)")
_ROLE_BEFORE = re.compile(rf"\b(?P<role>Host|Guest)s?\s(?P<name>{NAME}?)(?=\s(?:Host|Guest)s?\s|$)")
_ROLES_BEFORE = re.compile(rf"(?:(?:Host|Guest)s?\s{NAME}(?:\s|$)){{2,4}}")
"""``Host Ada Byron Guest Carl Roe``."""

_CAST_LINE = re.compile(
    rf"(?:{NAME}\s?[(\[][^()\[\]]{{3,40}}[)\]](?:\s?(?:,|;|·|\||&|and|with)\s?)?){{1,4}}"
)
_DOUBLED = re.compile(r"^(?P<once>.{4,60}?)\s?(?P=once)$")
_BY = re.compile(r"^by\s*$|^by\s+(?P<name>\S.{2,60})$", re.IGNORECASE)

_RELEASED = re.compile(r"\b(?:aired|air date|released|release date)\b", re.IGNORECASE)
"""Said of an episode; ``Published`` alone is also said of the page about it."""
_OTHER_LENGTH = re.compile(r"\b(?:ago|read|reading)\b", re.IGNORECASE)
"""``5 days ago``, ``12 min read``."""
_SHOW_BESIDE = re.compile(r"^(?P<name>(?:(?!by\b)[^\s,·|•:\d]+\s?){2,6}?)\s?[,·|•–—]\s?$")
_COUNT_BESIDE = re.compile(
    r"^(?P<name>[A-Z][^\d,·|•:]{2,30}?)\s(?P<number>\d{1,3})\s?[,·|•–—-]\s?$"
)
_BYLINE = re.compile(r"(?:^|[|·•]\s)(?:written |posted )?by\s[A-Z]", re.IGNORECASE)
"""The day on which somebody wrote about an episode is not the episode's."""
_NUMBERED = re.compile(
    r"\b(?:episode|ep)\.?\s?#?(?P<number>\d{1,4})\b(?!\s?(?:min|h\b|hr|hour|sec))"
    r"|(?<!\w)#(?P<only>\d{1,4})\b",
    re.I,
)
_BETWEEN = re.compile(
    r"\s+[|·•]\s+|\s+(?=(?:\*\*)?(?:Hosts?|Guests?|Date|Published|Released|Aired|Duration|Length|"
    r"Episode|Show|Podcast|Title|Hosted by|Release date|Air date)(?:\*\*)?\s?:)"
)
_DAYS = re.compile(
    r"^(?:first )?(?:recorded|published|released|aired|posted|taped|broadcast|out)\b", re.IGNORECASE
)
_TELLING = frozenset({"host", "guest", "person", "published", "released", "duration_seconds"})
"""Fields whose values are names, dates and lengths, and so never sentences."""

_TAIL = re.compile(
    r"^(?P<head>[^\n]{2,200}?[a-z\d)”?!])"
    rf"(?P<cast>(?:(?<=[a-z\d)”?!])(?=[A-Z])?{NAME}(?:host|guest)(?=[A-Z\d]|\s|$))+)?"
    r"(?P<day>(?:(?<=[a-z\d)”?!])|(?<=guest|.host)|(?<=[a-z\d])\s)(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\w*,?\s)?"
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*\.?\s\d{1,2},\s?(?:19|20)\d\d)?"
    r"(?P<length>\s?(?:\d{1,2}\s?h(?:\s?\d{1,2}\s?m(?:in)?)?|\d{1,3}\s?m(?:in)?))?$"
)
"""A title with all that was glued to its end."""

_WEEKDAY = re.compile(r"^(?:mon|tue|wed|thu|fri|sat|sun)\w{0,6}\b", re.IGNORECASE)
_LONGEST_GLUED = 300
_WORD = re.compile(
    r"\d+(?::\d+){0,2}|\b(?:hours?|hrs?|h|minutes?|mins?|min|m|seconds?|secs?|s|and|length|duration|"
    r"runtime|run time|running time|total|listen|listening|long|about|approx|episode|audio|video|"
    r"time|play|watch|of)\b|(?<=\d)(?:h|m|s|min)",
    re.IGNORECASE,
)
"""What a line that gives a length consists of."""

_MAKER = re.compile(r"\b(?:Media|Network|Studios?|Productions?|Inc|LLC|Ltd|Group|Publishing)\.?$")
"""Who makes shows, and is none."""

_LONGEST_PROSE = 1000
_TITLE_WORDS = 4
_NEAR_DATE = 12
"""Letters between the word for it and the day, such as a weekday."""

_LONGEST_VALUE = 160
_BUTTONS = re.compile(r"\b(?:play|download|listen|subscribe|new window)\b", re.IGNORECASE)
_SURE = 2
"""So many labels that are glued to values are no chance."""


def take_field(field: str, value: str, line: int, draft: Draft) -> bool:
    """Takes a labelled value in its normal form; False where it is none for that field."""
    text = fold(plain(value)).strip(" \"'“”")
    taker = _TAKERS[field]
    return taker(field, text, line, draft)


def _take_text(field: str, text: str, line: int, draft: Draft) -> bool:
    if field == "show" and (is_noise(text) or _BUTTONS.search(text)):
        return False
    draft.claim(field, text, line)
    return bool(text)


def _take_title(_: str, text: str, line: int, draft: Draft) -> bool:
    take_title(text, line, draft)
    return True


def _take_number(_: str, text: str, line: int, draft: Draft) -> bool:
    found = re.match(r"^#?\s?(\d{1,5})\b(?:\s*[:–—-]\s*(.+))?$", text)
    if found:
        draft.claim("number", int(found[1]), line)
        if found[2]:
            take_title(found[2], line, draft)
    elif text and word_count(text) > 1:
        take_title(text, line, draft)
    return bool(found)


def _take_people(field: str, text: str, line: int, draft: Draft) -> bool:
    text = text.title() if text.isupper() else text
    told = roles_in(text)
    names = [] if told else split_names(text)
    for role, name in [*told, *((field, name) for name in names)]:
        draft.claim(role, name, line)
    return bool(names or told)


def read_roles(block: Block, draft: Draft) -> bool:
    """Reads ``Ada Byron (host)``; False where no role stands behind a name."""
    told = roles_in(block.plain)
    for role, name in told:
        draft.claim(role, name, block.start)
    return bool(told)


def _take_date(field: str, text: str, line: int, draft: Draft) -> bool:
    day = published(text)
    draft.claim(field, day.isoformat() if day else None, line)
    return day is not None


def _take_duration(_: str, text: str, line: int, draft: Draft) -> bool:
    length = int(text) if text.isdecimal() and int(text) > 300 else duration(text)
    draft.claim("duration_seconds", length or None, line)
    return bool(length)


_TAKERS = {
    "title": _take_title,
    "show": _take_text,
    "number": _take_number,
    "host": _take_people,
    "guest": _take_people,
    "person": _take_people,
    "published": _take_date,
    "released": _take_date,
    "duration_seconds": _take_duration,
    "description": _take_text,
}


def read_labelled(block: Block, draft: Draft) -> bool:
    """Reads ``Host: Ada Byron``; False where a block is no labelled value."""
    found = _labelled(block.text) if len(block.text) < 400 else None
    if not found:
        return False
    field = field_of(found["label"])
    return bool(field) and take_field(field or "", found["value"], block.start, draft)


def _labelled(text: str) -> re.Match[str] | None:
    """``Host: Ada Byron``, perhaps with an emoji before it, taken apart."""
    bare = EMOJI.sub("", text).strip()
    found = _LABELLED.match(bare)
    dashed = _DASHED.match(bare) if found is None else None
    field = field_of(dashed["label"]) if dashed else None
    told = dashed and (field in _TELLING or (field and dashed["sign"] == "="))
    return dashed if told else found


def _is_field(block: Block) -> bool:
    found = _labelled(block.text) if len(block.text) < _LONGEST_VALUE else None
    return found is not None and field_of(found["label"]) is not None


def read_leading(blocks: Sequence[Block], draft: Draft) -> list[Block]:
    """Takes labelled values at the start of a part, as below “Summary”; hands back the rest.

    Only fields whose values can be told from a sentence are taken there, or a table of them.
    """
    table = len(blocks) > 1 and all(_is_field(block) for block in blocks[:_SURE])
    for place, block in enumerate(blocks):
        if not block.is_item and (_read_cast(block, draft) or _read_date_line(block, draft)):
            continue
        found = _labelled(block.text) if len(block.text) < _LONGEST_VALUE else None
        field = field_of(found["label"]) if found else None
        if not found or not field or not (table or field in _TELLING):
            return list(blocks[place:])
        if not take_field(field, found["value"], block.start, draft):
            return list(blocks[place:])
    return []


def read_fields(fields: Sequence[Field], draft: Draft) -> None:
    """Takes the labelled values of front matter; names that nobody knows are passed over."""
    for one in fields:
        field = field_of(one.name)
        if field:
            take_field(field, one.value, one.line, draft)


_AIRED = re.compile(
    r"\b(?:original(?:ly)?(?: episode| aired| published| released| air date)?|first aired|aired|"
    r"air date|released|episode (?:of|from)|episode date|(?:(?<=[.!?] )|(?<=^))published)"
    r"\s?(?::|on|,)?\s(?P<rest>.{6,40})",
    re.IGNORECASE,
)


def _read_aired(blocks: Sequence[Block], draft: Draft) -> None:
    """Takes the day of ``(Original episode: 30 Jan 2023)`` out of prose."""
    for block in blocks:
        found = _AIRED.search(block.plain[:_LONGEST_PROSE]) if is_prose(block.plain) else None
        day = find_date(found["rest"]) if found else None
        if found and day and day[1] <= _NEAR_DATE:
            draft.claim("released", day[0].isoformat(), block.start)


def read_header(blocks: Sequence[Block], draft: Draft) -> list[Block]:
    """Takes the metadata at the top of a page; hands back what is none."""
    rest = [
        block
        for block in _peeled(read_glued(blocks, draft), draft)
        if block.sign == RULE or (not _read_line(block, draft) and not is_noise(block.plain))
    ]
    rest = _take_channel(rest, draft)
    _read_aired(rest, draft)
    return take_best_title(rest, draft)


def read_glued(blocks: Sequence[Block], draft: Draft) -> list[Block]:
    """Takes values that are glued to their labels: ``HostAda Byron``; hands back the rest.

    One such line may begin so by chance; several, or a label of two words, do not.
    """
    glued = {block.start: glued_fields(block.plain) for block in blocks if len(block.text) < 250}
    labels = [label for fields in glued.values() for label, _, _ in fields]
    if len(labels) < _SURE and not any(" " in label for label in labels):
        return list(blocks)
    rest = []
    for block in blocks:
        taken = [
            take_field(field, _without_tail(value, block.start, draft), block.start, draft)
            for _, field, value in glued.get(block.start, ())
        ]
        if not any(taken):
            rest.append(block)
    return rest


def _peeled(blocks: Sequence[Block], draft: Draft) -> list[Block]:
    """Lines without the cast, date and length that an extraction glued to their ends."""
    return [
        replace(block, text=_without_tail(block.text, block.start, draft))
        if len(block.text) < _LONGEST_GLUED
        else block
        for block in blocks
    ]


def _without_tail(text: str, line: int, draft: Draft) -> str:
    """``Deep SleepAda ByronhostCarl RoeguestJun 5, 20221h 4m`` → ``Deep Sleep``."""
    found = _TAIL.match(text)
    if not found or not (found["cast"] or found["day"]):
        return text
    names = [one for one in _CAST.finditer(found["cast"] or "") if is_name(one["name"])]
    day = published(found["day"]) if found["day"] else None
    if not (names or day):
        return text
    apart = text[len(found["head"]) :][:1].isspace()
    if apart and word_count(found["head"]) < _TITLE_WORDS:
        return text
    for one in names:
        draft.claim(one["role"], bare_name(one["name"]), line)
    draft.claim("published", day.isoformat() if day else None, line)
    draft.claim("duration_seconds", duration(found["length"] or "") or None, line)
    return found["head"]


def _read_line(block: Block, draft: Draft) -> bool:
    alone = _NUMBERED.fullmatch(block.plain) if len(block.text) < 20 else None
    if alone:
        draft.claim("number", int(alone["number"] or alone["only"]), block.start)
        return True
    if _is_cast_line(block) and read_roles(block, draft):
        return True
    if _read_parts(block, draft) or read_labelled(block, draft) or _read_cast(block, draft):
        return True
    doubled = _DOUBLED.match(block.plain) if len(block.text) < 130 else None
    if doubled:
        draft.claim("show", doubled["once"], block.start)
        return True
    return _read_date_line(block, draft)


def _is_cast_line(block: Block) -> bool:
    """``Ada Byron (host), Carl Roe (guest)``, and nothing else."""
    return not is_prose(block.plain) and bool(_CAST_LINE.fullmatch(block.plain))


def _read_parts(block: Block, draft: Draft) -> bool:
    """``Guest: Ada Byron · Host: Carl Roe · 48 min``: labelled values in one line."""
    parts = _BETWEEN.split(block.text) if len(block.text) < 2 * _LONGEST_VALUE else []
    labelled = [found for part in parts if (found := _LABELLED.match(part))]
    if len(parts) < 2 or not any(field_of(found["label"]) in _TELLING for found in labelled):
        return False
    for part in parts:
        _read_with(part, block.start, draft)
        one = replace(block, text=part)
        if not read_labelled(one, draft):
            _read_date_line(one, draft)
    return True


_WITH = re.compile(rf"^(?P<host>{NAME}) with (?P<guest>{NAME})$")


def _read_with(part: str, line: int, draft: Draft) -> bool:
    """``Ada Byron with Carl Roe`` beside day and length: host and guest."""
    found = _WITH.match(plain(part))
    if not found or not (is_name(found["host"]) and is_name(found["guest"])):
        return False
    draft.claim("host", found["host"], line)
    draft.claim("guest", found["guest"], line)
    return True


def _read_cast(block: Block, draft: Draft) -> bool:
    """``Ada ByronhostCarl Roeguest``: names glued to their roles."""
    text = block.plain
    told = _ROLES_BEFORE.fullmatch(text) if len(text) < _LONGEST_VALUE else None
    if told:
        for one in _ROLE_BEFORE.finditer(text):
            draft.claim(one["role"].lower(), bare_name(one["name"]), block.start)
        return True
    found = [one for one in _CAST.finditer(text) if is_name(one["name"])] if len(text) < 400 else []
    if not found or sum(len(one[0]) for one in found) < 0.6 * len(text):
        return False
    for one in found:
        draft.claim(one["role"], bare_name(one["name"]), block.start)
    return True


def _read_date_line(block: Block, draft: Draft) -> bool:
    """A short line with a date, a length, or both glued together."""
    text = block.plain
    told = is_prose(text) and not (_BETWEEN.search(text) or _DAYS.match(text))
    if len(text) > 90 or told:
        return False
    found = find_date(text)
    rest = text
    if found and _BETWEEN.search(text):
        for part in _BETWEEN.split(text):
            _read_with(part, block.start, draft)
    if found and _BYLINE.search(text) and not speaks_of_guest(draft.source.text):
        return True
    if found:
        day = published(text)
        field = "released" if _RELEASED.search(text[: found[1]]) else "published"
        draft.claim(field, day.isoformat() if day else None, block.start)
        rest = text[found[2] :]
    if found:
        _take_show_beside(text[: found[1]], block.start, draft)
    told = word_count(rest) <= 8 and ":" not in rest and not _OTHER_LENGTH.search(rest)
    length = duration(rest) if told else None
    if length and length >= 60:
        draft.claim("duration_seconds", length, block.start)
    return bool(found) or bool(length and not _WORD.sub("", text).strip(" .,:·|()[]–—-"))


def _take_show_beside(before: str, line: int, draft: Draft) -> None:
    """``Night Radio · Oct 4, 2022``: what stands alone before the date is the show."""
    numbered = _NUMBERED.search(before)
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
    if not found or is_noise(before) or draft.values("show") or _WEEKDAY.match(before):
        return
    if _BYLINE.search(before):
        return
    name = found["name"]
    person = is_name(name) and not (numbered or counted)
    if looks_like_heading(name) and not (field_of(name) or person):
        draft.claim("show", name, line)


def _take_channel(blocks: list[Block], draft: Draft) -> list[Block]:
    """``by`` and below it (or behind it) the name of the show."""
    rest: list[Block] = []
    skip = False
    for place, block in enumerate(blocks):
        if skip:
            skip = False
            continue
        if block.plain.lower() in ("host", "guest") and rest and is_name(rest[-1].plain):
            draft.claim(block.plain.lower(), bare_name(rest.pop().plain), block.start)
            continue
        found = _BY.match(block.plain) if len(block.text) < 70 else None
        following = blocks[place + 1] if place + 1 < len(blocks) else None
        if found and found["name"]:
            _channel(found["name"], block.start, draft)
        elif found and following and len(following.text) < 70:
            _channel(following.plain, following.start, draft)
            skip = True
        else:
            rest.append(block)
    return rest


def _channel(name: str, line: int, draft: Draft) -> None:
    if _MAKER.search(name):
        return
    if not is_name(name) or "podcast" in name.lower():
        draft.claim("show", name, line)
