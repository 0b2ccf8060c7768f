"""A line that tells of all quotes of a part whose they are: ``All three are Ada's.``"""

from __future__ import annotations

from collections.abc import Sequence

from quizapp.reading.block import Block
from quizapp.reading.draft import Draft
from quizapp.reading.forms import Form
from quizapp.reading.names import BIG
from quizapp.reading.people import resolve
from quizapp.reading.wording import is_quoted

_COUNT = r"(?:two|three|four|five|six|seven|eight|nine|ten)"
_ALL = Form(
    rf"^[(\[*]{{0,2}}(?:All|Both|Each|Every one)(?: (?:of )?(?:these|the|them))?(?: {_COUNT})?"
    r"(?: of (?:these|them))?(?: quotes| lines| sentences)?(?: above| below)? "
    r"(?:are|is|were|was|come|comes) (?:all )?(?:said |spoken )?(?:by |from )?"
    rf"(?:(?P<name>{BIG}[\w-]*(?: {BIG}[\w-]*){{0,3}})(?=['’,.;: )\]]|$)|the |an? |my |our )",
)
"""``Both are from Ada Byron, near the end``, ``All of them are from the second half``"""

_LONGEST, _FORM = 160, 2
"""Letters of such a line; quotes that it tells of."""


def without_note(
    blocks: Sequence[Block], people: Sequence[str], draft: Draft
) -> tuple[list[Block], str | None]:
    """The quotes of a part without such a line above or below them, and who said them all."""
    for place in (-1, 0) if len(blocks) > _FORM else ():
        note = blocks[place]
        found = _ALL.match(note.plain) if len(note.text) <= _LONGEST else None
        others = [one for one in blocks if one is not note]
        marked = all(one.sign == ">" or is_quoted(one.plain) for one in others)
        if found and marked and note.sign != ">" and not is_quoted(note.plain):
            draft.drop(note.start, note.end, "a note on the quotes", note.plain)
            return others, resolve(found["name"], people) if found["name"] else None
    return list(blocks), None
