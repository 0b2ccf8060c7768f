"""Block quotes with their speakers below them, behind the last answer of a part."""

from __future__ import annotations

from collections.abc import Sequence

from quizapp.model import SectionKind
from quizapp.reading.block import Block
from quizapp.reading.draft import Draft
from quizapp.reading.sections.highlight_quotes import signature
from quizapp.reading.wording import is_prose


def read(blocks: Sequence[Block], draft: Draft) -> list[Block]:
    """Reads ``> It is late.`` and ``— Ada Byron`` at the end of a part; hands back the rest.

    The last of them may stand above other things; what answers a question has no such line.
    """
    last = len(blocks)
    while last > 1 and blocks[last - 2].sign == ">" and is_prose(blocks[last - 2].plain):
        quote, name = blocks[last - 2 : last]
        said = signature(name, quote, draft.people)
        asked = last > 2 and blocks[last - 3].plain.endswith("?")
        if said is None or asked:
            break
        kind, at = SectionKind.QUOTE, said.seconds
        draft.section(kind, None, quote.text, quote.start, name.end, said.speaker, at)
        last -= 2
    return list(blocks[:last])
