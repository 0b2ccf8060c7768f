"""Quotes on their own between the paragraphs of a highlight, and the names below them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from quizapp.reading.attributions import Attribution, attribution, signed_quote
from quizapp.reading.block import RULE, Block
from quizapp.reading.sections.items import Item
from quizapp.reading.sections.leads import split_heading
from quizapp.reading.wording import (
    ends_sentence,
    is_prose,
    is_quoted,
    looks_like_heading,
    plain,
    unquoted,
    word_count,
)

_SIGNS = ("–", "—", "-", "―", "~")
_SHORT = 45
"""Words of a quote that a rule closes off."""

_FORM = 2
"""Fewer of them may be the last words of parts that rules keep apart."""

_GROUP_WORDS = 8


def signature(block: Block, above: Block | None, people: Sequence[str]) -> Attribution | None:
    """Who said the quote above, where a line is but a name, mostly behind a dash."""
    if above is None or above.sign == RULE or (block.sign and block.sign not in _SIGNS):
        return None
    dashed = block.sign in _SIGNS or block.text[:1] in _SIGNS
    beside = block.start == above.end + 1 and not block.spaced
    told = is_quoted(above.plain) or above.sign == ">"
    if not told and not (dashed and beside and not above.sign and is_prose(above.plain)):
        return None
    if ends_sentence(block.plain):
        return None
    said = attribution(block.text, people, signed=dashed)
    return said if said and said.speaker and (dashed or beside) else None


def with_signs(blocks: Sequence[Block], people: Sequence[str]) -> list[Block]:
    """The blocks, with a dash for sign where a name alone stands below what its bearer said.

    So it is on flat pages, inside of a highlight that has told something before. Where names
    head what is told, the first one stands on top.
    """
    full = {name for name in people if " " in name}
    named = [bool(full) and not b.sign and not b.spaced and b.plain in full for b in blocks]
    if not any(named) or named[0]:
        return list(blocks)
    return [
        replace(block, sign="—") if named[place] and _is_signed(blocks, place) else block
        for place, block in enumerate(blocks)
    ]


def _is_signed(blocks: Sequence[Block], place: int) -> bool:
    """Whether a short saying stands right above a name, and something told above that."""
    said, told = (blocks[place - back] if place >= back else None for back in (1, 2))
    if said is None or told is None or said.sign or told.sign:
        return False
    beside = blocks[place].start == said.end + 1 and said.start == told.end + 1
    short = is_prose(said.plain) and word_count(said.plain) <= _SHORT
    return beside and short and is_prose(told.plain)


def is_quote(block: Block, after: Block | None) -> bool:
    """A paragraph after a colon: quoted, in a block quote, or closed off by a rule."""
    text = block.plain
    if block.sign == ">" or unquoted(text) != text:
        return True
    return after is None or after.sign == RULE or (is_prose(text) and word_count(text) <= 80)


def unsigned(block: Block, people: Sequence[str]) -> str:
    """A block quote without the name of who said it."""
    signed = signed_quote(block, people)
    return unquoted(plain(signed[0] if signed else block.text))


def stands_alone(block: Block) -> bool:
    """Whether a paragraph, or a line of a flat page, is a whole sentence in quotation marks."""
    return is_quoted(block.plain) and is_prose(unquoted(block.plain))


def with_dashed(blocks: Sequence[Block], heads: AbstractSet[int]) -> list[Block]:
    """The blocks, with the sign of a block quote where a bullet alone stands among paragraphs.

    So flat pages write what was said, once at most below each heading. ``heads`` are the places of
    these. Lists have several bullets in a row, and bullets that head paragraphs no heading above.
    """
    listed = [place for place, block in enumerate(blocks) if block.is_item]
    between = zip([-1, *listed], listed, strict=False)
    once = all(any(place in heads for place in range(a + 1, b)) for a, b in between)
    amid = sum(place + 1 < len(blocks) and _goes_on(blocks, place, heads) for place in listed)
    if not once or amid < _FORM or not all(_is_lone(blocks, place) for place in listed):
        return list(blocks)
    if not any(_SPOKEN.search(blocks[place].plain) for place in listed):
        return list(blocks)
    return [replace(block, sign=">") if block.is_item else block for block in blocks]


_SPOKEN = re.compile(r"\b(?:I|[Mm]e|[Mm]y|[Ww]e|[Oo]ur|[Yy]ou|[Yy]our)\b")
"""What speech has, and facts have not."""


def _goes_on(blocks: Sequence[Block], place: int, heads: AbstractSet[int]) -> bool:
    """Whether a paragraph stands below a bullet that belongs to the same heading."""
    below = blocks[place + 1]
    return place + 1 not in heads and not below.sign and is_prose(below.plain)


def _is_lone(blocks: Sequence[Block], place: int) -> bool:
    """Whether a bullet is a short saying without a label, below a paragraph that is longer."""
    block, above = blocks[place], blocks[place - 1]
    words = word_count(block.plain)
    said = is_prose(block.plain) and words <= _SHORT and split_heading(block.text)[0] is None
    return said and not above.sign and is_prose(above.plain) and word_count(above.plain) > words


def closed_off(items: Iterable[Item]) -> frozenset[int]:
    """The lines of short paragraphs that a rule parts from what follows in the same highlight."""
    found = [
        said.start
        for item in items
        for before, said, rule, behind in zip(
            item.body, item.body[1:], item.body[2:], item.body[3:], strict=False
        )
        if rule.sign == RULE
        and not (before.sign or said.sign or behind.sign)
        and all(is_prose(one.plain) for one in (before, said, behind))
        and word_count(said.plain) <= min(_SHORT, word_count(before.plain))
    ]
    return frozenset(found) if len(found) >= _FORM else frozenset()


def take_closing(items: Sequence[Item], people: Sequence[str]) -> list[Block]:
    """Takes signed quotes, two or more, off the last of several highlights; hands them back.

    Where no other highlight holds a quote, they stand below all of them, and are of none.
    """
    if len(items) < _FORM or any(_holds_quote(item, people) for item in items[:-1]):
        return []
    body = items[-1].body
    start, count = len(body), 0
    while start:
        if start > 1 and signature(body[start - 1], body[start - 2], people):
            start -= 2
        elif signed_quote(body[start - 1], people):
            start -= 1
        else:
            break
        count += 1
    told = any(is_prose(block.plain) for block in body[:start])
    if count < _FORM or not told:
        return []
    behind = body[start:]
    del body[start:]
    return behind


def _holds_quote(item: Item, people: Sequence[str]) -> bool:
    return any(
        block.sign == ">" or is_quoted(block.plain) or signed_quote(block, people) is not None
        for block in item.body
    )


def without_group_heads(
    blocks: Sequence[Block], heads: Iterable[Block], people: Sequence[str]
) -> list[Block]:
    """Blocks without headings right above one of ``heads``, the headings of highlights.

    They name a group of highlights, and say nothing by themselves.
    """
    opening = {id(head) for head in heads}
    groups = {
        id(block)
        for above, block, following in zip([None, *blocks], blocks, blocks[1:], strict=False)
        if id(following) in opening
        and _names_group(block, following)
        and not signature(block, above, people)
    }
    return [block for block in blocks if id(block) not in groups]


def _names_group(block: Block, following: Block) -> bool:
    text = block.plain
    if block.sign not in ("", "#") and not block.is_item:
        return False
    if following.is_item or (block.sign == "#") != (following.sign == "#"):
        return False
    if block.sign == "#" and block.level >= following.level:
        return False
    short = word_count(text) <= _GROUP_WORDS and looks_like_heading(text)
    return short and not text.endswith(("?", ":")) and not is_quoted(text)
