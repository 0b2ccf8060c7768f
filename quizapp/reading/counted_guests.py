"""``Ep. 12 with Ada Byron`` below a title: the episode's number and its guest."""

from __future__ import annotations

from quizapp.reading.block import Block
from quizapp.reading.draft import Draft
from quizapp.reading.forms import Form
from quizapp.reading.names import NAME, bare_name, is_name
from quizapp.reading.people import resolve

_COUNTED = Form(
    r"^(?i:ep(?:isode)?\.?|#)\s?#?(?P<number>\d{1,4}),?\s(?:with|w/)\s"
    rf"(?:(?:the )?(?:(?!(?:co-?)?hosts? |presenters? )[a-z][a-z'’-]* ){{1,4}})?"
    rf"(?P<guest>(?:(?:Dr|Prof)\.?\s)?{NAME})(?:, [a-z][^.!?]{{2,60}})?$",
)
"""``Ep. 12 with Ada Byron, potter``, ``Episode 12 with potter Ada Byron`` below a title"""


def without_guest_line(candidates: list[Block], draft: Draft) -> list[Block]:
    """Candidates without the line that only counts the episode and names its guest."""
    left = []
    for block in candidates:
        found = _COUNTED.match(block.plain) if len(candidates) > 1 else None
        if found is None or not is_name(bare_name(found["guest"])):
            left.append(block)
            continue
        draft.claim("number", int(found["number"]), block.start)
        if resolve(bare_name(found["guest"]), draft.people) is None:
            draft.claim("guest", bare_name(found["guest"]), block.start)
    return left or candidates
