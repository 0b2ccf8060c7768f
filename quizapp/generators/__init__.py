"""From sections to candidate notes with cards: one module per kind, an ordered tuple of them.

A generator takes the Material of an episode and yields Notes; it makes more than is kept, and the
checks of ``quality`` and the ``selection`` decide.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from quizapp.generators import (
    acronyms,
    choice,
    interview,
    order,
    people,
    quotes,
    recall,
    statements,
    talk,
)
from quizapp.material import Material
from quizapp.model import Note

Generator = Callable[[Material], Iterable[Note]]

GENERATORS: tuple[Generator, ...] = (
    recall.notes,
    quotes.notes,
    statements.notes,
    statements.spoken,
    talk.notes,
    interview.notes,
    choice.which_idea,
    order.notes,
    people.notes,
    acronyms.notes,
)


def candidates(material: Material) -> Iterator[Note]:
    """Everything that the generators think of, in their order."""
    for generator in GENERATORS:
        yield from generator(material)
