"""Paragraphs, bullets and headings of a text, each with the lines it stands on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from quizapp.reading import copied_captions, narrow_lines
from quizapp.reading.asking import answers, asks
from quizapp.reading.block import RULE, Block
from quizapp.reading.bullets import indented
from quizapp.reading.chapters import chapter_of
from quizapp.reading.dates import find_date
from quizapp.reading.dotted_marks import with_colons
from quizapp.reading.headings import area_of
from quizapp.reading.indented_lists import bulleted
from quizapp.reading.letter_heads import unglued
from quizapp.reading.lines import TITLE_WORDS, labels_apart, single_lines
from quizapp.reading.marks import COUNTED
from quizapp.reading.names import is_name
from quizapp.reading.print_marks import without_print_marks
from quizapp.reading.running_heads import without_running_heads
from quizapp.reading.small_topics import small_topics_apart
from quizapp.reading.styles import styled
from quizapp.reading.tick_heads import ticks_headed
from quizapp.reading.times import timed
from quizapp.reading.wording import (
    EMOJI,
    ends_sentence,
    is_prose,
    looks_like_heading,
    word_count,
)

_NAMING = re.compile(
    r"^(?:with|hosted by|presented by|by|featuring|feat\.|ft\.|w/)\s[A-Z]\S+\s[A-Z]"
    r"|^with\s(?:[a-z][\w-]*\s){1,3}[A-Z]\S+\s[A-Z]\S+$"
    r"|^from\s[A-Z][^,.:;]{2,40},? (?:[(]?ep(?:isode)?\.?|#|no\.)\s?#?\d"
    r"|^(?:an?|the|your|our)\s(?:[\w'’-]+\s){0,4}(?:podcast|show|programme)\b"
)
"""A line of its own below a title, though it begins small."""

_CAPITALS = 6
"""Words in capitals on a line of their own are a heading."""

_SENTENCE_END = tuple(".!?:…”\"')")


def blocks(lines: Iterable[tuple[int, str]]) -> tuple[Block, ...]:
    """The blocks of numbered lines; glued and inline labels become blocks of their own."""
    return tuple(_without_note_numbers(list(copied_captions.joined(lines, _of_lines))))


def _of_lines(lines: Iterable[tuple[int, str]]) -> Iterable[Block]:
    put_together, ends = narrow_lines.joined(lines)
    for block in _of_whole_lines(put_together):
        last = ends.get(block.end, block.end)
        yield replace(block, end=last) if last != block.end else block


def _of_whole_lines(lines: Iterable[tuple[int, str]]) -> Iterable[Block]:
    listed = _emoji_listed(
        ticks_headed(
            _colon_counted(
                _chevron_headed(list(_headings_underlined(single_lines(_lines_apart(lines)))))
            )
        )
    )
    listed = with_colons(_bold_counted(listed))
    return _wrapped_joined(styled(_comments_headed(_stamps_joined(indented(bulleted(listed))))))


def _lines_apart(lines: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    return small_topics_apart(unglued(without_running_heads(without_print_marks(lines))))


_NOTE_NUMBERS = re.compile(r"(?<=[.!?”\"’)])(?<!\d\.)\s?(?P<numbers>\d{1,3}(?:[ ,]+\d{1,3})*)$")
"""``… for another war. 1 2``: the raised numbers of notes, as copied text has them."""


def _without_note_numbers(joined: list[Block]) -> list[Block]:
    """The blocks without numbers of notes behind them, where these count from 1 on."""
    found = [_NOTE_NUMBERS.search(block.text[-_NOTE:]) for block in joined]
    numbers = [int(n) for one in found if one for n in re.findall(r"\d+", one["numbers"])]
    if sum(one is not None for one in found) < _NOTED or numbers[:1] != [1]:
        return joined
    if any(after - before not in (0, 1) for before, after in pairwise(numbers)):
        return joined
    return [
        replace(block, text=block.text[: -len(one[0])]) if one else block
        for block, one in zip(joined, found, strict=True)
    ]


_NOTE, _NOTED = 30, 2
"""Letters at the end of a paragraph in which such numbers stand; paragraphs that have some."""


_COLON_COUNT = re.compile(r"^(?P<number>\d{1,2}):\s+(?=[A-Z“\"])")


def _colon_counted(single: list[Block]) -> list[Block]:
    """``1: Grease the gate.``, ``2: …``, ``3: …``: the items of a list."""
    found = [None if b.sign else _COLON_COUNT.match(b.text) for b in single]
    numbers = [int(one["number"]) for one in found if one]
    if len(numbers) < _RUN or numbers != list(range(1, len(numbers) + 1)):
        return single
    return [
        replace(block, text=block.text[one.end() :], sign="1") if one else block
        for block, one in zip(single, found, strict=True)
    ]


_RUN = 3


_COMMENTED = re.compile(
    r"^(?:[A-Z][a-z]{2,8}\.? \d{1,2},? (?:19|20)\d\d|\d{1,2}/\d{1,2}/(?:19|20)?\d\d),?"
    r" (?:at |@ )?\d{1,2}:\d\d ?[ap]\.?m\.?$",
    re.IGNORECASE,
)
_COMMENTS = 2
_NAME_OF_READER = 40
"""Letters."""


def _comments_headed(single: list[Block]) -> list[Block]:
    """``Ada`` above ``Nov 23 2015 at 6:57am``, and again: from there on readers write."""
    stamped = [i for i, block in enumerate(single) if i and _COMMENTED.match(block.text)]
    if len(stamped) < _COMMENTS:
        return single
    first = stamped[0]
    above = single[first - 1]
    first -= len(above.text) <= _NAME_OF_READER and above.end + 1 >= single[first].start
    start = single[first].start
    return [*single[:first], Block("Comments", start, start, "#", level=2), *single[first:]]


_STAMPED = re.compile(r"^Timestamps?:\s?[(\[]?(?P<time>\d{1,3}(?::\d\d){1,2})[^\d:]?.{0,12}$", re.I)
_HEAD_WORDS = 14


def _stamps_joined(single: Sequence[Block]) -> list[Block]:
    """``1. The gate`` and ``Timestamp: [4:10]`` right below it become ``The gate (4:10)``."""
    done: list[Block] = []
    for block in single:
        found = _STAMPED.match(block.text) if len(block.text) < _CUT else None
        last = done[-1] if done else None
        beside = last is not None and last.end + 1 == block.start
        if found and last and beside and _may_head(last):
            text = f"{last.text} ({found['time']})"
            done[-1] = replace(last, text=text, end=block.end, sign="#", level=last.level or 7)
        else:
            done.append(block)
    return done


def _may_head(block: Block) -> bool:
    return word_count(block.plain) <= _HEAD_WORDS and not ends_sentence(block.plain)


def labels_split(ready: Iterable[Block]) -> tuple[Block, ...]:
    """Blocks that were made from markup, with glued and inline labels as blocks of their own."""
    return tuple(part for block in with_colons(ready) for part in labels_apart(block))


def _chevron_headed(single: list[Block]) -> list[Block]:
    """``>> Sticky points``: headings, where all such lines are; otherwise people speak there."""
    marked = [block for block in single if block.text.startswith(">>")]
    if len(marked) < 2:
        return single
    for block, following in zip(single, [*single[1:], None], strict=True):
        if not block.text.startswith(">>"):
            continue
        bare = block.text.lstrip("> ")
        short = looks_like_heading(bare) and word_count(bare) <= _CAPITALS and bare[-1].isalnum()
        if not short or not block.spaced or following is None or following.text.startswith(">>"):
            return single
    return [
        replace(block, text=block.text.lstrip("> "), sign="#", level=3)
        if block in marked
        else block
        for block in single
    ]


def _emoji_listed(single: Sequence[Block]) -> list[Block]:
    """Lines right below each other that all begin with an emoji are a list without bullets."""
    led = [_is_led(block) for block in single]
    beside = [False, *(one and other for one, other in pairwise(led)), False]
    return [
        replace(block, sign="•") if one or other else block
        for block, one, other in zip(single, beside, beside[1:], strict=False)
    ]


_BOLD_COUNTED = re.compile(r"^(?:\*\*|__)#?\d{1,2}[.):]\s[^*_]{3,160}(?:\*\*|__)$")


def _bold_counted(single: list[Block]) -> list[Block]:
    """``**1. One word decides.**``, ``**2. …**``, each above its text: headings, as they stop."""
    found = [bool(_BOLD_COUNTED.match(block.text)) and block.sign in ("", "#") for block in single]
    if sum(found) < _RUN or not all(
        is_prose(below.plain) for one, below in zip(found, single[1:], strict=False) if one
    ):
        return single
    return [
        replace(block, sign="#", level=7) if one else block
        for block, one in zip(single, found, strict=True)
    ]


def _is_led(block: Block) -> bool:
    text = block.text
    return not block.sign and bool(EMOJI.match(timed(text)[1])) and area_of(text) is None


def _headings_underlined(single: Iterable[Block]) -> Iterator[Block]:
    """A line with ``===`` right below it is a heading (``---`` after a blank line is a rule)."""
    last: Block | None = None
    for block in single:
        if (
            last
            and block.sign == RULE
            and block.level >= 0
            and not block.spaced
            and not last.sign
            and looks_like_heading(last.plain)
        ):
            yield replace(last, sign="#", level=1 if block.level else 2)
            last = None
            continue
        if last:
            yield last
        last = block
    if last:
        yield last


def _wrapped_joined(single: Sequence[Block]) -> Iterator[Block]:
    """Lines of one wrapped paragraph become one block."""
    wrapped = _is_hard_wrapped(single)
    parts: list[Block] = []
    for block in single:
        if parts and _continues(parts[0], parts[-1], block, wrapped):
            parts.append(block)
            continue
        if parts:
            yield _joined(parts)
        parts = [block]
    if parts:
        yield _joined(parts)


def _joined(parts: list[Block]) -> Block:
    if len(parts) == 1:
        return parts[0]
    text = " ".join(part.text for part in parts)
    told = [part.text for part in parts if part.text]
    if parts[0].sign == ">" and len(told) > 1 and is_name(told[-1]) and ends_sentence(told[-2]):
        text = f"{' '.join(told[:-1])} — {told[-1]}"
    return replace(parts[0], text=text, end=parts[-1].end)


def _is_hard_wrapped(single: Sequence[Block]) -> bool:
    """Whether lines inside of paragraphs end where a margin is rather than a sentence."""
    inner = [
        (before, after)
        for before, after in pairwise(single)
        if not after.spaced and not after.sign and before.sign != "#" and before.start < after.start
    ]
    full = sum(1 for line, _ in inner if 45 <= len(line.text) <= 110)
    open_ended = sum(1 for line, _ in inner if not line.text.endswith(_SENTENCE_END))
    going_on = sum(1 for _, line in inner if line.text[:1].islower())
    if going_on < 0.4 * len(inner):
        return False
    return len(inner) >= 3 and full >= 0.7 * len(inner) and open_ended >= 0.5 * len(inner)


_LANGUAGE_DAY = re.compile(r"[a-z]{2}(?=[A-Z][a-z]{2,8} \d)")
"""``enMarch 05, 2022``: a language, and the day of the upload."""

_FULL = 50
"""Letters of a line that may have been wrapped at a margin."""

_SIGNS_AT_END = re.compile(r"[”\".!?]\s?[–—―~-]\s?(?P<name>[A-Z][\w'’. -]{1,30})$")
"""``“It is late.” — Ada``, whose name goes on in the next line."""

_BEHIND_NAME = re.compile(r"[\s,]*[(\[]?\d[\d:]*[)\]]?$")
"""``Byron [14:02]``"""

_ENDS_EARLY = re.compile(r"(?!(?:Dr|Prof|Mr|Mrs|Ms|Rev|St|Ep|No)\.)[^\W_][\w'’-]*[.,;)](?:\s|$)")
"""``Byron. She is …``: one word that ends a sentence or a clause begun on the line above.

``Dr. Ada Byron`` begins a line of its own.
"""

_MARGIN, _NO_MARGIN = 80, 400
"""Letters: where a line goes on that far, the line above it did not end at a margin."""

_SIGNED = re.compile(r"^[-–—―~]{1,3}\s?(?P<name>[^,(\[\d]{3,40})")


def _signs_quote(text: str) -> bool:
    """``— Ada Byron`` inside of a block quote: what is below it is the next quote."""
    found = _SIGNED.match(text)
    return found is not None and is_name(found["name"].strip())


_INDIRECT = re.compile(r"(?:How|Why|What|When|Where|Which|Who|Whether) [a-z]")
"""``Why she is only half sure of``, and below it ``What she saw``: two topics."""

_OPEN_END = re.compile(r"\s(?:and|with|by|of|the|guest|host)$")
_TIME_AT_END = re.compile(r"\d:\d\d[)\]]?\s[–—-]$")
_BEGUN = re.compile(r"[\w)”]{2}[.!?]\s[A-Z][^.!?:]{3,40}$")
"""A sentence that has but begun behind another one."""

_CLOCK_AT_END = re.compile(r"\d:\d\d[)\]]?$")
"""``Wells and ropes: 0:02:17``: a chapter ends, and none goes on on the next line."""

_MONTH = re.compile(
    r"^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?,? (?:19|20)\d\d"
)
_CUT = 45
"""Letters of a line that may be cut behind a small word."""


def _is_cut(last: str, text: str) -> bool:
    """``… with Ada Byron and`` above a name, ``It is late. Ada`` above the rest of her name."""
    if (last[-2:].strip().isdecimal() and _MONTH.match(text)) or _TIME_AT_END.search(last):
        return True
    begun = bool(_BEGUN.search(last)) and last[-1].isalnum() and ends_sentence(text)
    return len(last) >= _CUT and (begun or bool(_OPEN_END.search(last)))


_COUNTED = re.compile(r"\b(?:ep(?:isode)?\.?\s?#?|#)\d", re.IGNORECASE)


def _tells_when(text: str) -> bool:
    """``Tidewrack, episode 84, May 16, 2023``: a line of its own below a title."""
    told = len(text) < _MARGIN and text.split()[0].endswith(",")
    return told and bool(_COUNTED.search(text) or _WEEKDAY.match(text) or find_date(text))


_WEEKDAY = re.compile(r"(?:Mon|Tues?|Wed|Thu|Thurs|Fri|Sat|Sun)(?:[a-z]{3}day)?,\s.{0,12}\d")
"""``Tue, 4/16 10:02AM``"""


def _continues(first: Block, last: Block, block: Block, wrapped: bool) -> bool:
    if block.spaced or last.start == block.start or RULE in (first.sign, block.sign):
        return False
    if first.sign == ">" and block.sign == ">":
        return not _signs_quote(last.text)
    if block.sign or first.sign == "#" or not last.text or not block.text:
        return False
    if COUNTED.match(last.text):
        return False
    if last.text.isupper() and word_count(last.text) <= _CAPITALS:
        return False
    if area_of(block.text) or area_of(last.text) or asks(block.text) or answers(block.text):
        return False
    if _LANGUAGE_DAY.match(block.text) or block.text == "by":
        return False
    if _INDIRECT.match(block.text) and _INDIRECT.match(last.text):
        return False
    if _CLOCK_AT_END.search(last.text[-12:]) and chapter_of(last.text) and chapter_of(block.text):
        return False
    if last.text.endswith((" ·", " |")) or _is_cut(last.text, block.text):
        return True
    if not last.text.endswith(_SENTENCE_END) and block.text[0].islower():
        if len(last.text) <= _MARGIN and len(block.text) >= _NO_MARGIN:
            return False
        return not (word_count(last.text) <= TITLE_WORDS and _NAMING.match(block.text))
    if asks(first.text) and last.text.endswith("?"):
        return False
    if len(last.text) >= _FULL and not ends_sentence(last.text):
        signs = _SIGNS_AT_END.search(last.text)
        if signs and is_name(f"{signs['name']} {_BEHIND_NAME.sub('', block.text)}"):
            return True
        open_bracket = last.text.rfind("(") > last.text.rfind(")")
        early = _ENDS_EARLY.match(block.text) and not _tells_when(block.text)
        if early or (open_bracket and ")" in block.text):
            return True
    if ends_sentence(last.text) and is_name(block.text):
        return False
    return wrapped and (len(last.text) >= 45 or (first.is_item and block.indent > first.indent))
