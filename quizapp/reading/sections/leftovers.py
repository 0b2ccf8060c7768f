"""What stands in a region and is no item of it: told by its own form, or reported."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizapp.model import SectionKind
from quizapp.reading.attributions import Attribution, signed_quote, split_attribution
from quizapp.reading.block import Block
from quizapp.reading.draft import Draft
from quizapp.reading.glued import glued_items
from quizapp.reading.noise import is_noise
from quizapp.reading.sections import paragraphs
from quizapp.reading.sections.highlight_quotes import signature
from quizapp.reading.times import timed
from quizapp.reading.wording import is_prose, is_quoted, unquoted, word_count

_FEW = 5
"""Words that are too few to say something."""

_SENTENCE_INSIDE = re.compile(r"[a-z]{2}[.!?][”\"’]?\s")


def read(blocks: Sequence[Block], draft: Draft) -> None:
    """Reads headed paragraphs, signed block quotes, topics run together; reports what is left."""
    for block in _read_signed_below(paragraphs.read(blocks, draft), draft):
        if read_block_quote(block, draft) or read_topics(block, draft):
            continue
        if _tells(block.plain) and not is_noise(block.plain):
            draft.not_understood(block)


def _read_signed_below(blocks: Sequence[Block], draft: Draft) -> list[Block]:
    """Reads texts in quotation marks with their speaker on the line below; hands back the rest."""
    rest: list[Block] = []
    for block in blocks:
        above = rest[-1] if rest else None
        said = signature(block, above, draft.people)
        if said is None or above is None or not is_prose(unquoted(above.plain)):
            rest.append(block)
            continue
        rest.pop()
        at, text = timed(above.text)
        seconds = said.seconds if said.seconds is not None else at
        draft.section(SectionKind.QUOTE, None, text, above.start, block.end, said.speaker, seconds)
    return rest


def _tells(text: str) -> bool:
    """A whole sentence, or one with something behind it, as a quote with its speaker."""
    return is_prose(text) or (word_count(text) > _FEW and bool(_SENTENCE_INSIDE.search(text)))


def read_block_quote(block: Block, draft: Draft) -> bool:
    """Reads a block quote that names its speaker at its end; False where it is none."""
    found = signed_quote(block, draft.people) or _said(block, draft.people)
    if found:
        kind, (quote, said) = SectionKind.QUOTE, found
        draft.section(kind, None, quote, block.start, block.end, said.speaker, said.seconds)
    return found is not None


def is_quote(block: Block, people: Sequence[str]) -> bool:
    """Whether a block is a text in quotation marks with its speaker."""
    return not block.is_item and _said(block, people) is not None


def _said(block: Block, people: Sequence[str]) -> tuple[str, Attribution] | None:
    """A text in quotation marks that names its speaker, whatever stands around it."""
    found = split_attribution(timed(block.text)[1], people)
    named = found is not None and found[1].speaker is not None and is_quoted(found[0])
    return found if named else None


def read_topics(block: Block, draft: Draft) -> bool:
    """Reads a line of topics that are run together; False where it is none."""
    items = glued_items(block.text, draft.source.words)
    for item in items:
        draft.section(SectionKind.TOPIC, None, item, block.start, block.end)
    return bool(items)
