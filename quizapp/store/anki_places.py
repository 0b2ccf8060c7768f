"""Where cloze cards stand in Anki: written down when a card first goes there, and kept for good.

Schedules and histories in Anki belong to a note's guid and the number of a blank, so neither ever
changes: not with siblings that come or go, and not when the card itself is gone. What a note in
Anki says itself counts above this record, see ``homing``; a number that is nobody's has a row too.

A database from before this record does not know what was exported. Each cloze card that it held
counts as exported, alone under its own id, as every cloze card then was: to ask for a second
blank in a note of its own does no harm, while a card that moved to another note would leave its
history behind.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from sqlite_utils import Database

from quizapp.model import AnkiPlace


def places(db: Database) -> dict[str, AnkiPlace]:
    """The place of every card that has one, by the card's id."""
    found = db.execute("SELECT card_id, guid, ord, alone, since FROM anki_places")
    return {
        card: AnkiPlace(guid, ord_, bool(alone), since) for card, guid, ord_, alone, since in found
    }


def learn(db: Database, met: Mapping[str, AnkiPlace]) -> None:
    """Writes down what Anki has; what was on record for these cards and blanks gives way.

    Notes stay as new as they were: what goes to Anki next has to be newer than what went there.
    """
    since: dict[str, int] = {}
    for at in places(db).values() if met else ():
        since[at.guid] = max(at.since, since.get(at.guid, 0))
    new = {
        card: replace(at, since=max(at.since, since.get(at.guid, 0))) for card, at in met.items()
    }
    db.conn.executemany(
        "INSERT OR REPLACE INTO anki_places (card_id, guid, ord, alone, since)"
        " VALUES (?, ?, ?, ?, ?)",
        _rows(new.items()),
    )


def keep(db: Database, new: Mapping[str, AnkiPlace]) -> None:
    """Writes places down; one that is known, or that another card has, stays as it is."""
    db.conn.executemany(
        "INSERT OR IGNORE INTO anki_places (card_id, guid, ord, alone, since)"
        " VALUES (?, ?, ?, ?, ?)",
        _rows(new.items()),
    )


def _rows(new: Iterable[tuple[str, AnkiPlace]]) -> list[tuple[str, str, int, int, int]]:
    return [(card, at.guid, at.ord, int(at.alone), at.since) for card, at in new]
