"""Sentences that a magazine prints large between what is said, and that stand in it as well."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from quizapp.model import SectionKind
from quizapp.reading.attributions import split_attribution
from quizapp.reading.block import Block
from quizapp.reading.draft import Draft
from quizapp.reading.names import bare_name, is_name
from quizapp.reading.wording import fold, is_quoted, unquoted, word_count

_FEW = 20
"""So many pulled quotes at most stand in one talk."""

_FEWEST = 4
_FEWEST_BESIDE = 8
"""Words of one on a page without empty lines."""
_MOST = 45
"""Words of a pulled quote."""
_SAME = 0.9
"""The share of words of a signed one that a paragraph has, which an editor may have shortened."""


def without(blocks: Sequence[Block], draft: Draft) -> list[Block]:
    """The blocks of a talk without quotations that another block has too, which are read.

    A name behind one, or on the line below it behind a dash, tells whose it is.
    """
    large = [block for block in blocks if _is_large(block)]
    if not 0 < len(large) <= _FEW:
        return list(blocks)
    told = [block.plain.casefold() for block in blocks if block not in large]
    said = "\n".join(told)
    rest: list[Block] = []
    signature: Block | None = None
    for block, below in zip_longest(blocks, blocks[1:]):
        if block is signature:
            continue
        text, by = _taken_apart(block, below, draft)
        shortened = by is not None and block in large and _is_shortened(text, told)
        if block not in large or not (_bare(text) in said or shortened):
            rest.append(block)
            continue
        signature = below if by is not None and text == block.text else None
        end = signature.end if signature else block.end
        draft.section(SectionKind.QUOTE, None, text, block.start, end, speaker=by)
    return rest


def _is_large(block: Block) -> bool:
    words = word_count(block.plain)
    if block.sign == ">":
        return _FEWEST <= words <= _MOST
    fewest = _FEWEST if block.spaced else _FEWEST_BESIDE
    return is_quoted(block.plain) and fewest <= words <= _MOST


def _taken_apart(block: Block, below: Block | None, draft: Draft) -> tuple[str, str | None]:
    """The text of a quotation, and who is named behind it or on the line below."""
    found = split_attribution(block.text, draft.people) if block.sign == ">" else None
    if found is not None and found[1].speaker is not None:
        return found[0], found[1].speaker
    if below is not None and below.sign in ("—", "–") and is_name(bare_name(below.plain)):
        return block.text, bare_name(below.plain)
    return block.text, None


def _is_shortened(text: str, told: Sequence[str]) -> bool:
    """Whether one paragraph has nearly all the words of a quotation."""
    words = set(_words(text))
    return any(len(words & set(_words(one))) >= _SAME * len(words) for one in told)


def _words(text: str) -> list[str]:
    return [word.strip(".,;:!?“”\"'’") for word in fold(text).casefold().split()]


def _bare(text: str) -> str:
    return unquoted(text).rstrip(".!?… ").casefold()
