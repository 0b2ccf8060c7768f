"""What goes out of the library: cards as a file, each cloze card in its place in Anki."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from sqlite_utils import Database

from quizapp.exchange.export import (
    ExportReport,
    check_name,
    chosen_of,
    export,
    goes_to_anki,
)
from quizapp.exchange.places import given
from quizapp.model import AnkiPlace, StoredCard
from quizapp.store import anki_places, attachments, library, progress, recordings, restoring
from quizapp.store.database import writing
from quizapp.store.settings import memory_model


def export_library(
    db: Database,
    to: Path,
    now: datetime,
    *,
    episodes: Collection[str] = (),
    with_progress: bool = False,
    by_chapter: bool = False,
    program: str | None = None,
) -> ExportReport:
    """Writes the cards of these episodes, or of all, as ``export`` does; raises its ExportError."""
    check_name(to, program)
    cards = [one for one in library.cards(db) if not episodes or one.card.episode in episodes]
    known = episodes or [one.slug for one in library.episodes(db)]
    if goes_to_anki(to, program):
        chosen = chosen_of(cards, to, with_progress=with_progress, program=program)
        places = placed(db, chosen, cards, now)
    else:
        places = anki_places.places(db)
    return export(
        *(cards, [library.episode(db, slug) for slug in known], to),
        with_progress=with_progress,
        reviews=progress.reviews(db) if with_progress else (),
        now=now,
        model=memory_model(db),
        notes=restoring.notes(db),
        program=program,
        by_chapter=by_chapter,
        media=attachments.reader(db),
        links=recordings.links(db, (one.card for one in cards)),
        places=places,
    )


def placed(
    db: Database, chosen: Sequence[StoredCard], cards: Sequence[StoredCard], now: datetime
) -> Mapping[str, AnkiPlace]:
    """All places in Anki, when those in ``chosen`` that had none have been given one.

    It is written down before the cards go: a number that was given and not used is no loss, one
    that was used and forgotten would be given again. ``cards`` are all of their episodes.
    """
    known = anki_places.places(db)
    if not given(chosen, cards, known, now):
        return known
    with writing(db):
        known = anki_places.places(db)
        new = given(chosen, cards, known, now)
        anki_places.keep(db, new)
        return known | new
