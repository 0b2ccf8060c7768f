"""A title that the page says again in a shorter form: ``Deep Sleep – Interview with Ada Byron``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quizapp.reading.block import Block
from quizapp.reading.candidates import title_of
from quizapp.reading.draft import Draft
from quizapp.reading.forms import Form
from quizapp.reading.names import NAME

_WITH_SORT = Form(
    r"^(?P<title>.{4,120}?) [-–—|] (?:[Aa]n? |[Oo]ur |[Tt]he )?"
    r"(?:[Ii]nterview|[Cc]onversation|[Tt]alk|[Cc]hat|[Dd]iscussion) with "
    rf"(?:(?:Dr|Prof|Professor)\.? )?{NAME}$",
    needs=" with ",
)
_LONGEST = 200


def read(blocks: Sequence[Block], draft: Draft) -> list[Block]:
    """Takes the shorter title where a line gives it; hands back the blocks without that line."""
    for place, claim in enumerate(draft.claims):
        found = _WITH_SORT.match(claim.value) if claim.field == "title" else None
        if found is None:
            continue
        again = {
            block.start
            for block in draft.source.blocks
            if len(block.text) < _LONGEST and title_of(block, draft) == found["title"]
        }
        if again:
            draft.claims[place] = replace(claim, value=found["title"])
            return [block for block in blocks if block.start not in again]
    return list(blocks)
