"""Lines at the top of a page that say its title again, once that is known."""

from __future__ import annotations

from quizapp.reading.block import Block
from quizapp.reading.candidates import title_of
from quizapp.reading.draft import Draft
from quizapp.reading.notes_on import without_note_line
from quizapp.reading.shows import take_show_with_host
from quizapp.reading.sidelines import take_show_and_number
from quizapp.reading.wording import is_prose, word_count

_FIRST = 25
"""Blocks at the top."""


def without_repeats(blocks: list[Block], draft: Draft) -> list[Block]:
    """The blocks without lines that only say again what the page's title is known to be."""
    blocks = without_note_line(blocks[:_FIRST], draft, alone=False) + blocks[_FIRST:]
    blocks = take_show_with_host(take_show_and_number(blocks, draft), draft)
    shown = {value.lower() for value in draft.values("title")}
    return [b for b in blocks if _tells(b) or not _repeats(b, shown, draft)]


def _repeats(block: Block, titles: set[str], draft: Draft) -> bool:
    """Whether a line is a title again; a heading of the first level may have more behind it."""
    text = title_of(block, draft).lower()
    longer = block.level == 1 and any(
        text.startswith(one) and word_count(one) > 1 and not text[len(one) :][:1].isalnum()
        for one in titles
    )
    return text in titles or longer


def _tells(block: Block) -> bool:
    """``Episode 4 of Night Radio, “Deep Sleep”, came out in May.`` says more than the title."""
    return is_prose(block.plain) and word_count(block.plain) > _TOLD


_TOLD = 15
"""Words."""
