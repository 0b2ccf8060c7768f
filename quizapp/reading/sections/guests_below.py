"""``Guests`` below a talk, and below it each of them with an office on the line that follows."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from quizapp.reading.block import Block
from quizapp.reading.draft import Draft
from quizapp.reading.names import bare_name, is_name
from quizapp.reading.people import resolve
from quizapp.reading.speakers import mark
from quizapp.reading.wording import is_prose, word_count

_HEADS = frozenset({"guest", "guests", "our guests", "speakers", "panellists", "panelists"})
_LONGEST = 20
"""Words of the line that tells who somebody is."""
_MOST = 5
"""Guests of one talk."""


def read(pieces: Sequence[Block], labels: Collection[str], draft: Draft) -> list[Block]:
    """The blocks above such a list; those of it who speak in the talk are claimed as guests."""
    known = frozenset(labels)
    marked = (i for i, b in enumerate(pieces) if (m := mark(b.text, known)) and m.label and m.rest)
    last = max(marked, default=len(pieces))
    for place in range(last + 1, len(pieces) - 1):
        if pieces[place].plain.strip(" :").lower() not in _HEADS:
            continue
        listed = _listed(pieces[place + 1 :])
        if not listed:
            continue
        draft.drop(pieces[place].start, pieces[-1].end, "note on the page", pieces[place].plain)
        for line, name in listed if len(listed) <= _MOST else ():
            speaks = resolve(name, sorted(known)) is not None
            if speaks and resolve(name, [*draft.values("host"), *draft.values("guest")]) is None:
                draft.claim("guest", name, line)
        return list(pieces[:place])
    return list(pieces)


def _listed(blocks: Sequence[Block]) -> list[tuple[int, str]]:
    """The lines and names of ``Ada Byron``, ``Potter``, ``Carl Roe``, ``Founder of bells``."""
    people: list[tuple[int, str]] = []
    above_named = False
    for block in blocks:
        if is_name(block.plain):
            people.append((block.start, bare_name(block.plain)))
            above_named = True
        elif above_named and not is_prose(block.plain) and word_count(block.plain) <= _LONGEST:
            above_named = False
        else:
            break
    return people
