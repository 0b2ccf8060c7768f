"""Who is meant by short labels of a transcript: the names that the page has above it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from quizapp.reading import initials, own_names
from quizapp.reading.block import Block
from quizapp.reading.draft import Draft
from quizapp.reading.names import is_name, is_short_name
from quizapp.reading.people import borne_by_one, named_once, resolve
from quizapp.reading.speakers import are_initials, mark, speakers_named

TOLD = 4_000
"""Characters at the top of a page that may say whose surname a label is."""


def of_initials(labels: Iterable[str], draft: Draft) -> list[str]:
    """The full names at the top of a page whose initials stand before what is said."""
    told = draft.source.text[:TOLD]
    short = (one for one in sorted(labels) if are_initials(one) or _CAPITALS.fullmatch(one))
    found = [initials.told_in(told, one) for one in short]
    begun = (one.title() for one in sorted(labels) if _BEGUN.fullmatch(one))
    found += [_whole(one, told) for one in begun]
    return [name for name in found if name]


_CAPITALS = re.compile(r"[A-ZÀ-Þ]{3,4}")
"""``ABR``, which could be a word too."""

_BEGUN = re.compile(r"[A-ZÀ-Þ]\. ?[A-ZÀ-Þ][\w'’-]+")
"""``A. BYRON``, where ``C. BYRON`` may speak as well."""


def _whole(name: str, told: str) -> str | None:
    """The one full name in a text that ``A. Byron`` is short for."""
    first, _, last = name.partition(".")
    form = rf"(?<!\w){re.escape(first)}[a-zß-öø-ÿ][\w'’-]* {re.escape(last.strip())}(?!\w)"
    found = {one for one in re.findall(form, told) if is_name(one)}
    return found.pop() if len(found) == 1 else None


def named_above(
    pieces: Sequence[Block], labels: frozenset[str], people: Sequence[str], draft: Draft
) -> list[str]:
    """The full names, above the first turn, of all whom the labels call by their first names.

    One that stays unknown leaves all open: a first name alone is too common to tell.
    """
    first = next((piece.start for piece in pieces if mark(piece.text, labels)), 0)
    above = "\n".join(b.plain for b in draft.source.blocks if b.end < first)[:TOLD]
    named = {
        label: resolve(label, people)
        for label in labels
        if is_short_name(label.title() if label.isupper() else label)
    }
    open_ones = sorted(label for label, name in named.items() if name is None)
    found = [named_once(label.title() if label.isupper() else label, above) for label in open_ones]
    told = [name for name in found if name]
    everybody = len({*told, *filter(None, named.values())}) == len(named)
    return told if everybody and len(told) == len(found) else []


def names_of(
    pieces: Sequence[Block], labels: frozenset[str], draft: Draft
) -> Mapping[str, str | None]:
    """Who is meant by each label, by all that the page tells of those who speak."""
    people = draft.people
    if not any(label in person for label in labels for person in people):
        told = draft.source.text[:TOLD]
        people += filter(None, (borne_by_one(label, told) for label in sorted(labels)))
    people += of_initials(labels, draft)
    people += own_names.said_of_themselves(
        (found.label, found.rest) if (found := mark(piece.text, labels)) else (None, piece.text)
        for piece in pieces
    )
    people += named_above(pieces, labels, people, draft)
    marked = (mark(piece.text, labels) for piece in pieces)
    marks = Counter(one.label for one in marked if one and one.label)
    return speakers_named(labels, people, marks) | {"": None}
