"""Cards on their way out: an Anki package, a table, or JSON, by the ending of the file's name."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from pathlib import Path

from quizapp.errors import ExportError
from quizapp.exchange import anki_table, library, package, table
from quizapp.exchange.clozes import ClozeNote, cloze_notes
from quizapp.exchange.files import replace_file
from quizapp.exchange.others import FORMS
from quizapp.model import AnkiPlace, CardStatus, Episode, Note, Review, StoredCard
from quizapp.scheduling import DEFAULT_MODEL, Model


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What was written: where, how many cards, and how many notes (facts) they ask about.

    ``gone`` are cards that are made no more or were rejected: a program that has them from an
    earlier export keeps them.
    """

    path: Path
    notes: int
    cards: int
    gone: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Selection:
    """What goes into a file: cards in order of introduction, and the episodes by their slug."""

    cards: Sequence[StoredCard]
    episodes: Mapping[str, Episode]
    reviews: Sequence[Review]
    with_progress: bool
    zone: tzinfo
    model: Model
    notes: Sequence[Note]
    by_chapter: bool
    media: Callable[[str], bytes | None]
    links: Mapping[str, str]
    clozes: Mapping[str, ClozeNote]
    places: Mapping[str, AnkiPlace]


def _apkg(chosen: _Selection) -> bytes:
    return package.apkg(
        chosen.cards,
        chosen.episodes,
        reviews=chosen.reviews,
        with_progress=chosen.with_progress,
        zone=chosen.zone,
        model=chosen.model,
        by_chapter=chosen.by_chapter,
        media=chosen.media,
        links=chosen.links,
        clozes=chosen.clozes,
    )


def _csv(chosen: _Selection) -> bytes:
    return table.csv_table(
        chosen.cards,
        chosen.episodes,
        with_progress=chosen.with_progress,
        by_chapter=chosen.by_chapter,
    )


def _json(chosen: _Selection) -> bytes:
    return library.library_json(
        chosen.cards,
        tuple(chosen.episodes.values()),
        reviews=chosen.reviews,
        with_progress=chosen.with_progress,
        notes=chosen.notes,
        places=chosen.places,
    )


def _anki(chosen: _Selection) -> bytes:
    return anki_table.anki_table(
        chosen.cards, chosen.episodes, chosen.clozes, by_chapter=chosen.by_chapter
    )


_FORMS: Mapping[str, Callable[[_Selection], bytes]] = {
    ".apkg": _apkg,
    ".csv": _csv,
    ".json": _json,
}
_GONE = frozenset({CardStatus.RETIRED, CardStatus.REJECTED})
ANKI = "anki"
"""The program whose form is a table with clozes, a row for each note."""

_NO_TEXTS = frozenset({".apkg", ".json"})
_HOLDS_EVERY_STATUS = frozenset({".json"})


def export(
    cards: Sequence[StoredCard],
    episodes: Sequence[Episode],
    to: Path,
    *,
    with_progress: bool = False,
    reviews: Sequence[Review] = (),
    now: datetime,
    model: Model = DEFAULT_MODEL,
    notes: Sequence[Note] = (),
    program: str | None = None,
    by_chapter: bool = False,
    media: Callable[[str], bytes | None] = lambda _: None,
    links: Mapping[str, str] | None = None,
    places: Mapping[str, AnkiPlace] | None = None,
) -> ExportReport:
    """Writes the cards to ``to``: ``.apkg``, ``.csv`` or ``.json`` by its ending, whole or not.

    Packages and tables hold the active cards, and with progress the suspended ones too; JSON
    holds all, with their status. ``now`` only gives the learner's time zone: no clock is written
    anywhere, so that the same cards give the same bytes. ``model`` is the learner's memory model,
    ``notes`` go into JSON, ``by_chapter`` makes a deck of each chapter for Anki, ``media`` gives
    the content of pictures and sounds and ``links`` the recordings of episodes, up to the second:
    only packages hold these. ``places`` say which cloze cards share a note in Anki; one that has no
    place goes alone. ``program`` is ``ANKI`` or one of ``others.FORMS``, whose form then decides
    instead of the ending. Raises ExportError.
    """
    check_name(to, program)
    chosen = chosen_of(cards, to, with_progress=with_progress, program=program)
    if not chosen:
        raise ExportError("there is no card to export; run `quizapp build` first", path=str(to))
    selection = _Selection(
        chosen,
        _by_slug(chosen, episodes),
        reviews=reviews,
        with_progress=with_progress,
        zone=now.tzinfo or UTC,
        model=model,
        notes=notes,
        by_chapter=by_chapter,
        media=media,
        links=links or {},
        clozes=cloze_notes(cards, places or {}),
        places=places or {},
    )
    if program is None:
        written = _FORMS[to.suffix.lower()](selection)
    else:
        written = _anki(selection) if program == ANKI else FORMS[program](chosen)
    replace_file(to, written)
    gone = tuple(one.card.id for one in cards if one.card.status in _GONE)
    return ExportReport(to, len({stored.card.note_id for stored in chosen}), len(chosen), gone)


def check_name(to: Path, program: str | None = None) -> None:
    """Raises ExportError where the file's ending says no form, or another than is asked for."""
    ending = to.suffix.lower()
    if program is None and ending not in _FORMS:
        raise ExportError(f"give the file one of these endings: {', '.join(_FORMS)}", path=str(to))
    if program is not None and ending in _NO_TEXTS:
        raise ExportError(
            f"--for {program} writes text; give another ending than {ending}, or leave --for out",
            path=str(to),
        )


def chosen_of(
    cards: Sequence[StoredCard], to: Path, *, with_progress: bool, program: str | None = None
) -> list[StoredCard]:
    """Those of the cards that go into the file, see ``export``."""
    kept = "" if program else to.suffix.lower()
    return [stored for stored in cards if _wanted(stored, kept, with_progress)]


def goes_to_anki(to: Path, program: str | None = None) -> bool:
    """Whether cards get a place in Anki with this file."""
    return program == ANKI or (program is None and to.suffix.lower() == ".apkg")


def _wanted(stored: StoredCard, ending: str, with_progress: bool) -> bool:
    status = stored.card.status
    return (
        status is CardStatus.ACTIVE
        or ending in _HOLDS_EVERY_STATUS
        or (with_progress and status is CardStatus.SUSPENDED)
    )


def _by_slug(cards: Sequence[StoredCard], episodes: Sequence[Episode]) -> dict[str, Episode]:
    """The episodes by slug; one that was not given goes by its slug."""
    by_slug = {episode.slug: episode for episode in episodes}
    for stored in cards:
        slug = stored.card.episode
        by_slug.setdefault(slug, Episode(slug=slug, title=slug))
    return by_slug
