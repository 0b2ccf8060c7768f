"""Which sections of an episode no card asks, and why: what cannot be asked is not passed over."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quizapp.material import Material
from quizapp.model import Card, Rejection, Section, SectionKind

ASKED = (
    SectionKind.QA,
    SectionKind.IDEA,
    SectionKind.INSIGHT,
    SectionKind.TAKEAWAY,
    SectionKind.HIGHLIGHT,
    SectionKind.QUOTE,
)
"""Kinds of sections each of which should have a card."""
_WHY = {
    SectionKind.QA: "its question does not stand alone",
    SectionKind.QUOTE: "no end of it can be left out",
}
_NOT_KNOWN = "no card of it is kept; `quizapp check` with the pages' own paths says why"
_ELSE = "nothing in it stands alone and is worth asking"


@dataclass(frozen=True, slots=True)
class Unasked:
    """A section without a card, of which episode, and why it has none."""

    episode: str
    section: Section
    reason: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many sections there are that should have a card, and those that have none."""

    sections: int
    unasked: tuple[Unasked, ...]


def coverage(
    material: Material, cards: Sequence[Card], rejections: Iterable[Rejection] | None = None
) -> Coverage:
    """The sections of an episode that none of its cards cites, with the reason.

    ``rejections`` are the candidates that were turned down; where one of them asked the section,
    the best one's failure is the reason. Of a library they are not known (None).
    """
    wanted = [s for s in material.sections if s.kind in ASKED]
    places = [(s.path, s.line_start, s.line_end) for card in cards for s in card.sources]
    missing = [s for s in wanted if not _cited(s, places)]
    turned_down = sorted(rejections or (), key=lambda r: -r.card.score) if missing else []
    slug = material.episode.slug
    known = rejections is not None
    return Coverage(
        len(wanted),
        tuple(Unasked(slug, s, _reason(s, turned_down, material, known=known)) for s in missing),
    )


def _cited(section: Section, places: Iterable[tuple[str, int, int]]) -> bool:
    return any(
        path == section.path and first <= section.line_end and last >= section.line_start
        for path, first, last in places
    )


def _reason(
    section: Section, turned_down: Sequence[Rejection], material: Material, *, known: bool
) -> str:
    for rejection in turned_down:
        places = [(s.path, s.line_start, s.line_end) for s in rejection.card.sources[:1]]
        if _cited(section, places) and rejection.failures:
            failure = rejection.failures[0]
            return f"turned down ({failure.check}: {failure.reason})"
    if not material.is_told(section):
        return "the talk has no word of it"
    if section.kind is SectionKind.QUOTE and section.speaker == material.names.host:
        return "the host's words"
    if not known:
        return _NOT_KNOWN
    return _WHY.get(section.kind, _ELSE)
