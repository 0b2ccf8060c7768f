"""What stands below a heading of topics, and is told in sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from quizapp.reading.areas import Area
from quizapp.reading.block import Block
from quizapp.reading.region import Region
from quizapp.reading.wording import ends_sentence, is_prose, sentence_count, word_count

_FORM = 2

_MOST = 3
"""Paragraphs of a summary that stands below ``In this episode``."""


def with_area(region: Region) -> Region:
    """A part of topics as what it is: a list, a summary, or told point by point."""
    if region.area is Area.SUMMARY and _are_listed(region):
        return replace(region, area=Area.TOPICS)
    if region.area is not Area.TOPICS:
        return region
    if _are_told(region):
        return replace(region, area=Area.UNKNOWN, name="")
    if _LEARN.search(region.name) and _are_claims(region.blocks):
        return replace(region, area=Area.TAKEAWAYS)
    return replace(region, area=Area.SUMMARY) if _sums_up(region.blocks) else region


_COVERS = re.compile(r"\b(?:covers|covered|about)\b", re.IGNORECASE)
_BETWEEN = re.compile(r"\s[·•|]\s|;\s|,\s")
_SEVERAL, _ITEM_WORDS = 4, 6


def _are_listed(region: Region) -> bool:
    """``salt, sea trade, tides, taxes`` below ``What this episode covers``: no sentence."""
    blocks = region.blocks
    if len(blocks) != 1 or not _COVERS.search(region.name) or ends_sentence(blocks[0].plain):
        return False
    items = _BETWEEN.split(blocks[0].plain)
    return len(items) >= _SEVERAL and all(word_count(item) <= _ITEM_WORDS for item in items)


_LEARN = re.compile(r"\blearn\b", re.IGNORECASE)
_ASKS = re.compile(r"^(?:\S+ ){0,3}?(?:how|why|what|when|where|who|which|whether)\b", re.IGNORECASE)
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|can|could|will|would|must|should|may|might|do|does|did|"
    r"cannot|makes?|takes?|needs?|gives?|keeps?|[a-z]+n['’]t|ought|runs?|beats?|costs?|holds?|"
    r"means?|lets?|helps?|shows?|leaves?|loses?|brings?|turns?|grows?|falls?|depends?|lasts?)\b"
)
_SHARE = 0.6


def _are_claims(blocks: Sequence[Block]) -> bool:
    """``Rye holds more water than wheat, and is baked for longer.``: told, and not announced."""
    items = [b for b in blocks if b.sign == blocks[0].sign]  # not the buttons below a list
    told = [b for b in items if is_prose(b.plain) and b.plain.endswith(".")]
    claims = [b for b in told if not _ASKS.match(b.plain) and _VERB.search(b.plain)]
    return len(told) == len(items) >= _FORM and len(claims) >= _SHARE * len(told)


def _sums_up(blocks: Sequence[Block]) -> bool:
    """``Salt was money. Ada Byron follows …`` below ``In this episode``: a paragraph or two."""
    told = [b for b in blocks if not b.sign and tells(b.plain)]
    return 0 < len(blocks) <= _MOST and len(told) == len(blocks)


def tells(text: str) -> bool:
    """Several sentences, or a long one that says who tells what."""
    return sentence_count(text) >= _FORM or (ends_sentence(text) and word_count(text) >= _LONG)


_LONG = 20
"""Words of a sentence that sums up an episode; a shorter one may be a line of topics."""


def _are_told(region: Region) -> bool:
    """``Topic: bells`` above several sentences each: what is told of them, and no topics."""
    if _are_headed(region.blocks):
        return True
    told = [block for block in region.blocks if sentence_count(block.plain) >= _FORM]
    return len(told) > _FORM and len(told) >= len(region.blocks) - 1


def _are_headed(blocks: Sequence[Block]) -> bool:
    """Whether marked headings stand there, several of them, each with a paragraph below it."""
    heads = [place for place, block in enumerate(blocks) if block.sign == "#"]
    below = [blocks[place + 1] for place in heads if place + 1 < len(blocks)]
    told = [block for block in below if not block.sign and is_prose(block.plain)]
    return len(heads) >= _FORM and heads[0] == 0 and len(told) == len(heads)
