"""Terms and their meanings, however a list of them parts the one from the other."""

from __future__ import annotations

import re
from dataclasses import replace

from quizapp.reading.areas import Area
from quizapp.reading.block import Block
from quizapp.reading.region import Region
from quizapp.reading.wording import plain, word_count

_NAME = re.compile(
    r"\b(?:terms?|glossary|vocabulary|definitions?|terminology|jargon|lexicon|words)\b",
    re.IGNORECASE,
)
_HEAD_ROW = re.compile(
    r"^(?:term|word|concept|name|expression)s?\W{1,3}(?:meaning|definition|explanation|description)s?$",
    re.IGNORECASE,
)
"""``Term: Meaning``, above the columns of a table."""

_PARTED = re.compile(
    r"^(?P<term>[^\s:.!?–—=()\[\]][^:.!?–—=()\[\]]{1,50}?)"
    r"(?:\s?[(\[](?:n|v|adj|adv|noun|verb|adjective|adverb|phrase|term|[^()\[\]\d]{2,30})\.?[)\]])?"
    r"(?:\s[–—=-]\s|\s?:\s|(?<=[^\W\d_A-Z])(?=(?:The|An?|Any|When|What|How|Each|One|Those)\s))"
    r"(?P<meaning>\S.{8,})$",
    re.DOTALL,
)
_TERM_WORDS = 6
_MOST = 0.5


def labelled(region: Region) -> Region:
    """The region with ``**Term:** meaning`` for each of its entries, where it is a glossary."""
    if region.area is not Area.IDEAS or not _NAME.search(region.name):
        return region
    blocks = [block for block in region.blocks if not _HEAD_ROW.match(plain(block.text))]
    parted = [_parted(block) for block in blocks]
    told = sum(one is not block for one, block in zip(parted, blocks, strict=True))
    return replace(region, blocks=tuple(parted if told >= _MOST * len(blocks) else blocks))


def _parted(block: Block) -> Block:
    if block.sign in ("#", ">"):
        return block
    found = _PARTED.match(plain(block.text))
    if not found or word_count(found["term"]) > _TERM_WORDS:
        return block
    return replace(block, text=f"**{found['term'].strip()}:** {found['meaning']}")
