"""Both ways with an Anki that runs: new and changed cards there, reviews and suspensions here.

Cards go as a package, so that each keeps the guid by which it is known, its note type and, where
it was studied here, its schedule. Reviews come by Anki's log. What is studied in both places stays
in step as far as Anki lets others in: a card that is there already keeps the schedule it has there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlite_utils import Database

from quizapp.exchange import package
from quizapp.exchange.ankiconnect import AnkiConnect
from quizapp.exchange.clozes import cloze_notes
from quizapp.exchange.revlog import Row, read_log
from quizapp.incoming.meeting import There, found_there
from quizapp.incoming.taking import (
    Progress,
    ProgressReport,
    take_decisions,
    take_log,
)
from quizapp.model import CardStatus, StoredCard
from quizapp.outgoing import placed
from quizapp.store import anki_places, attachments, library, merging, progress, recordings
from quizapp.store.database import writing
from quizapp.store.settings import memory_model

_LOG = ("id", "ease", "factor", "time", "type")


@dataclass(frozen=True, slots=True)
class SyncReport:
    """What went to Anki (ids of cards), and what came back; ``dry``: what would have."""

    dry: bool
    new: tuple[str, ...]
    changed: tuple[str, ...]
    unchanged: int
    progress: ProgressReport


class _DryRunEndedError(Exception):
    """Takes everything back that a dry run did."""


def sync(
    db: Database,
    anki: AnkiConnect,
    now: datetime,
    *,
    dry_run: bool = False,
    watch: Progress = lambda _what, _done, _of: None,
) -> SyncReport:
    """Pulls, then pushes; raises IncomingError in one line where Anki does not answer.

    A dry run asks Anki and tells what would happen, and changes nothing, neither here nor there.
    """
    anki.check()
    there = found_there(anki, merging.card_names(db), anki_places.places(db))
    pulled = ProgressReport(Path(anki.address), cards=len(there.cards))
    try:
        with writing(db):
            anki_places.learn(db, there.places)
            _pull(db, anki, there, pulled, now, watch)
            if dry_run:
                raise _DryRunEndedError
    except _DryRunEndedError:
        pass
    active = library.cards(db, status=CardStatus.ACTIVE)
    new = tuple(one.card.id for one in active if one.card.id not in there.cards)
    changed = tuple(one.card.id for one in active if _is_newer(one, there))
    if (new or changed) and not dry_run:
        anki.import_package(_package(db, active, {*new, *changed}, now))
    return SyncReport(dry_run, new, changed, len(active) - len(new) - len(changed), pulled)


def _is_newer(stored: StoredCard, there: There) -> bool:
    """Whether the card changed here since Anki has it; Anki itself skips what is no newer."""
    known = there.changed.get(stored.card.id)
    return known is not None and int(stored.changed_at.timestamp()) > known


def _pull(
    db: Database,
    anki: AnkiConnect,
    there: There,
    report: ProgressReport,
    now: datetime,
    watch: Progress,
) -> None:
    ids = {anki_id: card for card, anki_id in sorted(there.cards.items())}
    log = read_log(_rows(anki, list(ids), watch), list(ids))
    take_log(db, list(ids.values()), log, report, now)
    suspended, changed = anki.suspended(list(ids)), anki.changed(list(ids))
    decided = ((card, one in suspended, changed.get(one, 0)) for one, card in ids.items())
    take_decisions(db, decided, report)


def _rows(anki: AnkiConnect, cards: Sequence[int], watch: Progress) -> Iterator[Row]:
    for done, (card, log) in enumerate(anki.reviews(cards)):
        if done % 100 == 0:
            watch("Reviews", done, len(cards))
        yield from ((card, *(row.get(name, 0) for name in _LOG)) for row in log)


def _package(db: Database, active: Sequence[StoredCard], wanted: set[str], now: datetime) -> bytes:
    chosen = [one for one in active if one.card.id in wanted]
    cards = library.cards(db)
    places = placed(db, chosen, cards, now)
    return package.apkg(
        chosen,
        {one.slug: one for one in library.episodes(db)},
        reviews=progress.reviews(db),
        with_progress=True,
        zone=now.tzinfo or UTC,
        model=memory_model(db),
        media=attachments.reader(db),
        links=recordings.links(db, (one.card for one in chosen)),
        clozes=cloze_notes(cards, places),
    )
