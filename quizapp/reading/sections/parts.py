"""Parts with a time and a title, and below each what was said in it: chapters that tell more."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from quizapp.model import SectionKind
from quizapp.reading.attributions import signed_quote
from quizapp.reading.block import Block
from quizapp.reading.chapters import chapter_of
from quizapp.reading.draft import Draft
from quizapp.reading.sections import introduced_quotes
from quizapp.reading.sections.items import Item
from quizapp.reading.sections.leads import split_heading
from quizapp.reading.times import CLOCK, timed
from quizapp.reading.wording import is_prose, is_quoted, sentence_count, word_count

_FORM = 2
"""So many of them are a form."""

_TITLE_WORDS = 14
_SHORT = 7
"""Words of a title that ends in a full stop."""

_LONGEST = 150
"""Words that tell of a part; more is a transcript of it."""

_START = 120
"""Seconds: the first chapter begins near the start, the first moment of a selection does not."""


def read(
    blocks: Sequence[Block],
    draft: Draft,
    *,
    chapters: bool = False,
    lines: SectionKind = SectionKind.SUMMARY,
) -> list[Block]:
    """Reads timed titles with prose below them as highlights; hands back the rest, in order.

    They are chapters too where the page says so (``chapters``) or the first is at the start.
    Statements on ``lines`` of their own are each a section of that kind.
    """
    items, rest = _grouped(blocks, draft.people, chapters=chapters)
    told = [item for item in items if item.body]
    if len(told) < _FORM or 2 * len(told) < len(items):
        return list(blocks)
    found = [(item, chapter_of(item.blocks[0].text)) for item in items]
    for item in [item for item, _ in found if _ADVERT.search(item.text)]:
        draft.drop(item.start, item.end, "advert", item.blocks[0].plain)
        item.body.clear()
    chapters = chapters or any(one and one.seconds <= _START for _, one in found)
    for item, one in found:
        if one and chapters:
            draft.chapters.append(one)
        if one and _are_timed(item.body):
            _read_timed_lines(one.title, item.body, draft)
        elif one and item.body and all(line.is_item for line in item.body):
            text = " ".join(_LABEL.sub("", line.plain) for line in item.body)
            draft.section(
                SectionKind.HIGHLIGHT, one.title, text, item.start, item.end, seconds=one.seconds
            )
        elif one and _are_lines(item.body):
            for line in item.body:
                text, at = line.text, one.seconds
                draft.section(lines, None, text, line.start, line.end, seconds=at)
        elif one and item.body:
            draft.section(
                SectionKind.HIGHLIGHT,
                one.title,
                item.text,
                item.start,
                item.end,
                seconds=one.seconds,
            )
            introduced_quotes.read(item.body, draft)
    return rest


def _are_timed(body: Sequence[Block]) -> bool:
    """Whether each line below a title has its own time: ``00:42 She learnt to swim late.``"""
    return bool(body) and all(map(_is_timed, body))


def _is_timed(line: Block) -> bool:
    """Whether a line is a sentence with its time before it."""
    if line.text[:1] not in _TIMELY:
        return False
    at, text = timed(line.text)
    return at is not None and line.text.endswith(text) and is_prose(text)


_TIMELY = frozenset("([0123456789")


def _read_timed_lines(heading: str, body: Sequence[Block], draft: Draft) -> None:
    for line in body:
        at, text = timed(line.text)
        kind = SectionKind.HIGHLIGHT
        draft.section(kind, heading, text, line.start, line.end, seconds=at)


_ADVERT = re.compile(
    r"(?s)\bsponsors?\b.*(?:\boff\b|\bcode\s[“\"A-Z]|\bdiscount\b|\bfree trial\b)", re.IGNORECASE
)
"""What is told of a sponsor, with what listeners save there."""

_NAMED_QUOTE = re.compile(
    r"^[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}\s?(?:[(\[]\d[\d:]{3,7}[)\]])?:\s?[“\"]"
)
"""``Ada Byron [4:10]: “It is late.”`` inside of a part: a quote beside what is told."""

_LABEL = re.compile(r"^(?:key takeaway|takeaway|summary|key point)s?:\s", re.IGNORECASE)


def _grouped(
    blocks: Sequence[Block], people: Sequence[str], *, chapters: bool
) -> tuple[list[Item], list[Block]]:
    items: list[Item] = []
    rest: list[Block] = []
    inside = False
    for place, block in enumerate(blocks):
        one = chapter_of(block.text)
        whole = _told_at_once(block)
        if inside and _is_timed(block) and items[-1].body and _are_timed(items[-1].body):
            items[-1].body.append(block)
        elif whole:
            items.append(whole)
            inside = True
        elif one and _is_title(one.title, marked=chapters or block.sign == "#"):
            items.append(Item(block))
            inside = True
        elif inside and _NAMED_QUOTE.match(block.text):
            rest.append(block)
        elif inside and _tells(block, items[-1]):
            items[-1].body.append(block)
        elif inside and _goes_on(blocks[place : place + 2], items[-1]):
            items[-1].body.append(_without_name(block, people))
            rest.append(block)
        else:
            inside = False
            rest.append(block)
    return items, rest


def _are_lines(body: Sequence[Block]) -> bool:
    """Sentences right below each other, each on a line, are points rather than a paragraph."""
    if len(body) < _FORM or any(block.spaced for block in body):
        return False
    return all(sentence_count(block.plain) == 1 for block in body)


def _is_title(title: str, *, marked: bool) -> bool:
    """A question is one too, where it is marked as a heading, or stands in a list of chapters."""
    asked = marked and title.endswith("?")
    short = word_count(title) <= _SHORT and title.endswith(".") and "," not in title
    return word_count(title) <= _TITLE_WORDS and (asked or short or not is_prose(title))


def _told_at_once(block: Block) -> Item | None:
    """``**(3:10) The call** – The pager went off.``: time, title and prose in one paragraph.

    The time may stand before what is bold too: ``[3:10] **The call**: the pager went off.``
    """
    timed = _TIME_THEN_BOLD.match(block.text)
    head, rest = split_heading(block.text[timed.end() :] if timed else block.text)
    head = f"{timed['time']} {head}" if timed and head else head
    if head is None or not is_prose(rest) or is_prose(head) or chapter_of(head) is None:
        return None
    return Item(replace(block, text=head), [replace(block, text=rest, sign="")])


_TIME_THEN_BOLD = re.compile(
    rf"^[(\[]{{0,2}}@?(?P<time>{CLOCK})[)\]]?(?:\([^()\s]{{1,300}}\))?[)\]]?"
    r"\s*[-–—:|]?\s*(?=(?:\*\*|__)\S)"
)
"""``[[3:10](https://…)] **The call**``"""


def _goes_on(blocks: Sequence[Block], item: Item) -> bool:
    """Whether a block quote stands between what a part tells and more of it."""
    if len(blocks) < _FORM or blocks[0].sign != ">" or not item.body:
        return False
    quote, below = blocks
    words = word_count(item.text) + word_count(quote.plain) + word_count(below.plain)
    return not below.sign and is_prose(below.plain) and words <= _LONGEST


def _without_name(quote: Block, people: Sequence[str]) -> Block:
    """A block quote without whoever signs it."""
    signed = signed_quote(quote, people)
    return replace(quote, text=signed[0]) if signed else quote


def _tells(block: Block, item: Item) -> bool:
    """Whether a block goes on telling of a part, in prose of a bounded length."""
    text = block.plain
    if _is_timed(block):
        return not item.body or _are_timed(item.body[-1:])
    if introduced_quotes.is_introduced(block, item.body):
        return True
    listed = block.is_item and bool(item.body) and item.body[-1].is_item
    if listed and word_count(item.text) + word_count(text) <= _LONGEST:
        return True
    leads = text.endswith(":") and is_prose(f"{text[:-1]}.") and word_count(text) >= _SHORT
    if block.sign in ("#", ">") or is_quoted(text) or not (leads or is_prose(text)):
        return False
    return word_count(item.text) + word_count(text) <= _LONGEST
