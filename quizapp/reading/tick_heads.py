"""Headings that a sign such as ✅ or ★ makes look like items of a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from quizapp.reading.block import Block
from quizapp.reading.headings import area_named
from quizapp.reading.wording import EMOJI, is_prose, looks_like_heading


def ticks_headed(single: Sequence[Block]) -> list[Block]:
    """``✅ What to do`` right above items with another sign: it heads them and is none itself.

    So does the name of a part, which no item with its sign stands above.
    """
    signs = ["", *(block.sign for block in single)]
    signed = [
        (above, block, below)
        for above, (block, below) in zip(signs, pairwise(single), strict=False)
        if block.sign and not block.sign.isascii() and EMOJI.match(block.sign)
    ]
    listed = {block.sign for above, block, below in signed if _is_told(above, block, below)}
    listed -= {
        block.sign
        for above, block, below in signed
        if above != block.sign and below.is_item and area_named(block.plain) is not None
    }
    parts = [
        block
        for above, block, below in signed
        if above != block.sign and block.sign not in listed and _names_part(block, below)
    ]
    heads = {id(block) for _, block, below in signed if _heads_items(block, below)}
    heads |= {id(block) for block in parts}
    heading = {block.sign for block in parts}
    heads |= {
        id(block)
        for above, block, _ in signed
        if block.sign in heading and above != block.sign and area_named(block.plain) is not None
    }
    return [
        replace(block, text=f"{block.sign} {block.text}", sign="") if id(block) in heads else block
        for block in single
    ]


def _heads_items(block: Block, below: Block) -> bool:
    """Whether a short line stands right above an item with another sign."""
    beside = below.is_item and below.sign != block.sign and not below.spaced
    return beside and looks_like_heading(block.plain)


def _is_told(above: str, block: Block, below: Block) -> bool:
    """Whether prose tells of a lone item that names no part: so do the others with its sign."""
    lone = above != block.sign and not below.is_item and is_prose(below.plain)
    return lone and looks_like_heading(block.plain) and area_named(block.plain) is None


def _names_part(block: Block, below: Block) -> bool:
    """Whether an item is but the name of a part, and what stands below it is told or unlike it."""
    told = below.sign != block.sign or is_prose(below.plain)
    return told and area_named(block.plain) is not None
