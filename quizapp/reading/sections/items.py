"""Groups the blocks of a region into items: a heading or a bullet, and what belongs to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from quizapp.reading.block import RULE, Block
from quizapp.reading.headings import is_count
from quizapp.reading.noise import is_noise
from quizapp.reading.sections.leads import CUT_WORDS, HEADING_WORDS, split_heading, split_term
from quizapp.reading.times import timed
from quizapp.reading.wording import (
    ends_sentence,
    is_prose,
    is_statement,
    looks_like_heading,
    sentence_count,
    word_count,
)

_MANY = 4

_FORM = 2
"""One ``Why it matters`` may be a part of its own; several belong to what they stand below."""

_ALSO_PART = re.compile(r"^\W{0,4}(?:why (?:it|this) matters|example|in practice)\W{1,4}\s", re.I)

_PART_HEAD = re.compile(r"^\W{0,4}(?:why (?:it|this) matters|in practice|example)\W{0,4}$", re.I)
"""``Why it matters`` on a line of its own: what is below belongs to the item above."""


@dataclass(slots=True)
class Item:
    """One item: ``head`` is its heading or bullet, ``body`` what follows and belongs to it."""

    head: Block | None
    body: list[Block] = field(default_factory=list)

    @property
    def blocks(self) -> list[Block]:
        """Heading and body."""
        return ([self.head] if self.head else []) + self.body

    @property
    def start(self) -> int:
        """The line of its heading, or of its first block."""
        return self.blocks[0].start

    @property
    def end(self) -> int:
        """The last line of its last block."""
        return self.blocks[-1].end

    @property
    def text(self) -> str:
        """The body in one paragraph."""
        return " ".join(block.text for block in self.body)


def told_together(blocks: Sequence[Block]) -> str:
    """The bullets below one heading as sentences of one text."""
    texts = [timed(block.text)[1].rstrip() for block in blocks]
    return " ".join(text if text.endswith(_STOPS) else f"{text}." for text in texts)


_STOPS = (".", "!", "?", "…", ":", ";", "”", '"', "»", ")", "*")


def worded(blocks: Sequence[Block]) -> list[Block]:
    """The blocks without rules, declared counts and noise."""
    return [
        block
        for block, following in zip(blocks, [*blocks[1:], None], strict=False)
        if block.sign != RULE
        and not is_count(block.text)
        and (not is_noise(block.plain) or _heads(block, following) or _is_advice(block))
    ]


_ADVICE = re.compile(
    r"(?:[Aa] )?[Nn]ote (?:to|for) (?:the |our )?(?:readers?|listeners?): [a-z]|"
    r"Return to [A-Z][\w’'-]+ [a-z]"
)


def _is_advice(block: Block) -> bool:
    """``A note to readers: never underline``, ``Return to Ware at dawn``, as items of a list."""
    return block.is_item and _ADVICE.match(block.plain) is not None


def _heads(block: Block, following: Block | None) -> bool:
    """``1. Listen``, or a heading with a text below it: no button, though it is worded as one."""
    if block.sign not in ("1", "#") or word_count(block.plain) > _FORM or following is None:
        return False
    return is_prose(following.plain) and not following.is_item and not is_noise(following.plain)


def are_terms(items: Sequence[Item]) -> bool:
    """Whether items are ``Term: its meaning`` throughout, as in a glossary."""
    apart = [split_term(" ".join(block.text for block in item.blocks)) for item in items]
    return len(items) > 1 and all(head and rest[0].islower() for head, rest in apart)


def with_part_heads(blocks: Sequence[Block]) -> list[Block]:
    """``Why it matters`` joined to the paragraph below it, as if they stood on one line."""
    if sum(bool(_PART_HEAD.match(block.text)) for block in blocks) < _FORM:
        return list(blocks)
    joined: list[Block] = []
    head: Block | None = None
    for block in blocks:
        if _PART_HEAD.match(block.text):
            head = block
            continue
        if head:
            text = f"{head.plain.rstrip(':')}: {block.text}"
            block = replace(block, text=text, start=head.start, sign="", level=0)
        joined.append(block)
        head = None
    return joined


def listed(blocks: Sequence[Block]) -> tuple[list[Item], list[Block]]:
    """The items of a bulleted or numbered list, and the blocks that are not part of it.

    What stands deeper than its bullet, or right below a bullet that is but a heading, belongs
    to the item.
    """
    items: list[Item] = []
    rest: list[Block] = []
    top = min((block.indent for block in blocks if block.is_item), default=0)
    told_below = _are_counted_heads(blocks)
    for block in blocks:
        if block.is_item and (block.indent <= top + 1 or not items):
            items.append(Item(block))
        elif items and (
            _belongs(items[-1], block)
            or (told_below and not (block.spaced or block.sign or items[-1].body))
        ):
            items[-1].body.append(block)
        else:
            rest.append(block)
    if len(items) > _FORM and _is_behind(items):
        rest = sorted([*rest, *items[-1].body], key=lambda block: block.start)
        items[-1].body = []
    return items, rest


def _are_counted_heads(blocks: Sequence[Block]) -> bool:
    """Whether each number in a list is a short line, and right below it stands what it heads."""
    heads = [place for place, block in enumerate(blocks) if block.sign == "1"]
    below = [blocks[place + 1] for place in heads if place + 1 < len(blocks)]
    return (
        len(heads) >= _FORM
        and len(below) == len(heads)
        and all(_is_head(blocks[place].plain) for place in heads)
        and all(not b.sign and not b.spaced and is_prose(b.plain) for b in below)
        and all(
            len(b.text) > len(blocks[place].text) for place, b in zip(heads, below, strict=True)
        )
    )


_TERSE = 8
"""Words of a bullet that is but a heading."""


def are_alternating(blocks: Sequence[Block]) -> bool:
    """Whether each second bullet tells of the one above it, in a list that lost its indents."""
    heads, bodies = blocks[::2], blocks[1::2]
    alike = {(block.sign, block.indent) for block in blocks}
    return (
        len(bodies) >= _FORM
        and len(heads) == len(bodies)
        and len(alike) == 1
        and all(looks_like_heading(b.plain) and word_count(b.plain) <= _TERSE for b in heads)
        and all(is_prose(b.plain) for b in bodies)
    )


def with_first_head(blocks: list[Block]) -> list[Block]:
    """The blocks, the first one as a bullet where it lost its own, as one glued to ``5 ideas`` did.

    It has its text on the line below, as all bullets of the list do.
    """
    if len(blocks) < 2 * _FORM or blocks[0].sign or not blocks[_FORM].is_item:
        return blocks
    bullets, bodies = blocks[_FORM::2], blocks[1::2]
    alike = {(block.sign, block.indent) for block in bullets}
    heads = [blocks[0], *bullets]
    told = (
        len(heads) == len(bodies)
        and len(alike) == 1
        and all(block.is_item for block in bullets)
        and not any(block.sign for block in bodies)
        and all(map(_heads_text, heads, bodies))
    )
    sign, indent = bullets[0].sign, bullets[0].indent
    return [replace(blocks[0], sign=sign, indent=indent), *blocks[1:]] if told else blocks


def _heads_text(head: Block, body: Block) -> bool:
    apart = split_heading(head.text)[0] is None and looks_like_heading(head.plain)
    return apart and is_body(body.plain, head.plain)


def alternating(blocks: Sequence[Block]) -> list[Item]:
    """Each first bullet as the heading of the one below it."""
    return [Item(h, [b]) for h, b in zip(blocks[::2], blocks[1::2], strict=True)]


def _is_behind(items: Sequence[Item]) -> bool:
    """Whether the last item alone has a paragraph below it, which then is none of its own."""
    if any(item.body for item in items[:-1]):
        return False
    head, body = items[-1].head, items[-1].body
    return (
        bool(body)
        and head is not None
        and all(one.spaced and not one.sign and one.indent <= head.indent for one in body)
    )


def _belongs(item: Item, block: Block) -> bool:
    head = item.head
    if head is None or block.sign == "#":
        return False
    if _ALSO_PART.match(block.text):
        return True
    if block.is_item or block.indent > head.indent:
        return True
    heading_alone = looks_like_heading(head.text) and split_heading(head.text)[0] is None
    return heading_alone and not item.body and is_body(block.plain, head.plain)


def is_body(text: str, head: str) -> bool:
    """Whether a paragraph says something about its heading, even where the page cuts it off."""
    return is_prose(text) or (word_count(text) >= CUT_WORDS and len(text) > len(head))


def headed(blocks: Sequence[Block]) -> tuple[list[Item], list[Block]]:
    """Marked headings, each with all blocks up to the next; what comes before the first."""
    items: list[Item] = []
    before: list[Block] = []
    for block in blocks:
        if block.sign == "#":
            items.append(Item(block))
        elif items:
            items[-1].body.append(block)
        else:
            before.append(block)
    return items, before


def paired(blocks: Sequence[Block]) -> tuple[list[Item], list[Block]]:
    """Bare paragraphs: a short one is the heading of the longer ones that follow.

    Whole sentences are headings too, where headings and explanations alternate throughout.
    """
    texts = [block.plain for block in blocks]
    heads, bodies = texts[::2], texts[1::2]
    close = len(blocks) > 1 and not blocks[1].spaced
    sure = close or len(heads) >= _FORM or not any(ends_sentence(text) for text in heads)
    if (
        heads
        and sure
        and len(heads) == len(bodies)
        and all(_is_head(t) for t in heads)
        and _are_bodies(heads, bodies)
    ):
        return [Item(h, [b]) for h, b in zip(blocks[::2], blocks[1::2], strict=True)], []
    beside = all(not b.spaced and b.start == a.end + 1 for a, b in pairwise(blocks))
    told = all(ends_sentence(text) for text in texts)
    if len(blocks) > _FORM and beside and (told or _are_told_but_last(texts)):
        return [Item(None, [block]) for block in blocks], []
    if len(blocks) > 1 and told and all(_is_head(text) for text in texts):
        return [Item(None, [block]) for block in blocks], []
    return _paired_greedily(blocks)


def _are_told_but_last(texts: Sequence[str]) -> bool:
    """Whether lines are sentences, none of which heads the next, and the page cuts off the last."""
    *above, last = texts
    pairs = above[: len(above) // 2 * 2]
    told = len(above) > _FORM and all(ends_sentence(text) for text in above)
    return told and is_statement(last) and not (are_headed(pairs) or are_headed(above[1:]))


def are_headed(texts: Sequence[str]) -> bool:
    """Whether each second text tells of the short one before it: headings and explanations."""
    heads, bodies = texts[::2], texts[1::2]
    paired_off = len(heads) == len(bodies) >= _FORM and all(map(_is_head, heads))
    return paired_off and _are_bodies(heads, bodies)


def _are_bodies(heads: Sequence[str], bodies: Sequence[str]) -> bool:
    """Whether each second text tells of the one above it; of many, one may be very short."""
    told = sum(
        is_body(body, head) and len(body) > (1.3 if ends_sentence(head) else 1) * len(head)
        for head, body in zip(heads, bodies, strict=True)
    )
    terse = told == len(heads) - 1 and len(heads) >= _MANY and all(map(ends_sentence, bodies))
    return told == len(heads) or terse


def _is_head(text: str) -> bool:
    return word_count(text) <= HEADING_WORDS and sentence_count(text) == 1


def _paired_greedily(blocks: Sequence[Block]) -> tuple[list[Item], list[Block]]:
    items: list[Item] = []
    rest: list[Block] = []
    for place, block in enumerate(blocks):
        text = block.plain
        following = blocks[place + 1].plain if place + 1 < len(blocks) else ""
        opens = _is_head(text) and is_prose(following) and len(following) > 1.3 * len(text)
        cut = not following and _is_cut_body(items, block)
        if cut or (items and _ALSO_PART.match(text)):
            items[-1].body.append(block)
        elif opens or looks_like_heading(text):
            items.append(Item(block))
        elif items and items[-1].head and (is_prose(text) or not (following or items[-1].body)):
            items[-1].body.append(block)
        elif is_prose(text) or split_heading(block.text)[0]:
            items.append(Item(None, [block]))
        else:
            rest.append(block)
    rest += [item.head for item in items if item.head and not item.body]
    return [item for item in items if item.body], rest


def _is_cut_body(items: Sequence[Item], block: Block) -> bool:
    """Whether the last line is the cut-off text of the heading above it, as others have theirs."""
    head = items[-1].head if items else None
    told = sum(1 for item in items if item.head and item.body)
    return (
        head is not None
        and not items[-1].body
        and told > _FORM
        and is_body(block.plain, head.plain)
        and not block.plain.endswith("?")
    )
