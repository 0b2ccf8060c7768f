"""Small headings that sort points into groups: ``### At night`` above ``- **Owls hear:** …``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from quizapp.reading.block import Block
from quizapp.reading.draft import Draft
from quizapp.reading.sections.leads import leads_in_bold, split_heading
from quizapp.reading.wording import EMOJI, ends_sentence, is_prose, word_count

_GROUPS, _POINTS = 2, 4
"""Headings and bullets of such a part, at the least."""

_GROUP_WORDS = 6
"""Words of a heading that sorts; a longer one says something of its own."""

_LEAD_WORDS = 2
"""Words of what leads most bullets; ``Example`` and ``Why`` are parts of one idea."""

_MOST = 0.6

_ASKS = re.compile(r"^(?:what|how|why|when|where|who|for whom)\b", re.IGNORECASE)
"""``How to use it``, ``What he means``: the parts of one idea, which the heading above names."""


def without_groups(blocks: Sequence[Block], draft: Draft) -> list[Block]:
    """The bullets without the headings that only sort them; other blocks as they are.

    Each bullet leads with a heading of its own, and none of these comes twice.
    """
    last = max((place for place, block in enumerate(blocks) if block.is_item), default=-1)
    behind, blocks = list(blocks[last + 1 :]), blocks[: last + 1]
    if behind and behind[0].sign == "#":
        return [*blocks, *behind]
    heads = [block for block in blocks if not block.is_item]
    items = [block for block in blocks if block.is_item]
    if len(heads) < _GROUPS or len(items) < _POINTS or blocks[0].is_item:
        return [*blocks, *behind]
    followed = all(one.is_item or other.is_item for one, other in pairwise(blocks))
    if not followed or not all(map(_sorts, heads)) or not _are_led(items):
        return [*blocks, *behind]
    for head in heads:
        draft.drop(head.start, head.end, "heading of a group", head.plain)
    return [*items, *behind]


def _sorts(head: Block) -> bool:
    short = head.sign in ("", "#") and word_count(head.plain) <= _GROUP_WORDS
    return short and not ends_sentence(head.plain)


def _are_led(items: Sequence[Block]) -> bool:
    if len({(block.sign, block.indent) for block in items}) > 1:
        return False
    leads = [_lead(block.text) for block in items]
    if sum(_ASKS.match(lead) is not None for lead in leads if lead) > len(leads) / 2:
        return False
    told = [lead for lead in leads if lead and word_count(lead) >= _LEAD_WORDS]
    return all(leads) and len(set(leads)) == len(leads) and len(told) >= _MOST * len(leads)


def _lead(text: str) -> str | None:
    """``Owls hear`` of ``🦉 **Owls hear:** they turn their heads.``; None without such."""
    bare = EMOJI.sub("", text).strip()
    head, rest = split_heading(bare, led=bare != text)
    return head if leads_in_bold(bare) or is_prose(rest) else None
