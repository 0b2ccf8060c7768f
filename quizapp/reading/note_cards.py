"""Notes as cards: ``INSIGHT``, a title, bullets and a time below each other, again and again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from quizapp.reading.block import Block
from quizapp.reading.chapters import time_alone
from quizapp.reading.wording import ends_sentence, is_prose, looks_like_heading, word_count

_SORTS = frozenset(
    {"insight", "advice", "anecdote", "tip", "idea", "lesson", "takeaway", "fact", "fun fact"}
)
"""What a card says that it is; several may bear the same name."""

_FEWEST = 2
"""Cards; one alone is read as any other part."""

_TITLE_WORDS = 14


@dataclass(frozen=True, slots=True)
class _Card:
    """A title, what is told below it, and how many blocks the card has behind its label."""

    title: Block
    told: Sequence[Block]
    time: str
    length: int


_ICON = re.compile(r"^[a-z]+(?:_[a-z]+)*\s(?=[A-Z]{3,}(?: [A-Z]{3,})?$)")
"""``question_answer ANECDOTE``: the name of an icon, which an extraction takes for a word."""


def without_cards(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with each card as its label and one item: ``Title: text (3:12)``."""
    blocks = [
        replace(block, text=_ICON.sub("", block.text)) if _ICON.match(block.text) else block
        for block in blocks
    ]
    cards = {
        place: card
        for place, block in enumerate(blocks)
        if _is_label(block) and (card := _card(blocks, place + 1)) is not None
    }
    return list(_written(blocks, cards)) if len(cards) >= _FEWEST else list(blocks)


def _is_label(block: Block) -> bool:
    return not block.is_item and block.plain.casefold() in _SORTS


def _card(blocks: Sequence[Block], first: int) -> _Card | None:
    title = blocks[first] if first < len(blocks) else None
    if title is None or not _is_title(title):
        return None
    told = _told(blocks[first + 1 : first + _LONGEST])
    if not told:
        return None
    behind = first + 1 + len(told)
    below = blocks[behind].plain if behind < len(blocks) else ""
    timed = time_alone(below) is not None
    return _Card(title, told, below if timed else "", 1 + len(told) + timed)


_LONGEST = 8
"""Blocks of a card."""


def _told(below: Sequence[Block]) -> list[Block]:
    """The bullets below a title, or the one paragraph."""
    bullets = list(takewhile(lambda block: block.is_item, below))
    return bullets or list(takewhile(_is_paragraph, below))


def _is_paragraph(block: Block) -> bool:
    return not block.sign and is_prose(block.plain) and not _LABEL.match(block.plain)


_LABEL = re.compile(r"[A-Z]\w+: ")
"""``Question: What is …?`` is of another part."""


def _is_title(block: Block) -> bool:
    text = block.plain
    bare = block.sign in ("", "#") and 0 < word_count(text) <= _TITLE_WORDS
    return bare and looks_like_heading(text) and (text.endswith("?") or not ends_sentence(text))


def _written(blocks: Sequence[Block], cards: dict[int, _Card]) -> Iterator[Block]:
    skip = 0
    for place, block in enumerate(blocks):
        if skip:
            skip -= 1
            continue
        yield block
        if place not in cards:
            continue
        card = cards[place]
        skip = card.length
        told = " ".join(_closed(one.text) for one in card.told)
        time = f" ({card.time.strip('()[]')})" if card.time else ""
        title = card.title.plain.rstrip(":")
        mark = "" if title.endswith("?") else ":"
        text = f"**{title}{mark}** {told}{time}"
        yield replace(card.title, text=text, end=card.told[-1].end, sign="-", level=0)


def _closed(text: str) -> str:
    return text if ends_sentence(text) else f"{text}."
