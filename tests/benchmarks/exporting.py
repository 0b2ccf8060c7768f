"""An Anki package of many cards, against plain genanki writing the same notes."""

from __future__ import annotations

import tempfile
from pathlib import Path

import genanki

from quizapp.exchange import fields, notetypes
from quizapp.exchange.export import export
from quizapp.model import StoredCard
from tests.benchmarks.figures import Figure, by_turns, seconds, show
from tests.conftest import NOW, episode, note

CARDS = 10_000
ROUNDS = 3
_MEGABYTE = 2**20


def _filled(cards: list[StoredCard]) -> list[tuple[StoredCard, list[str]]]:
    """What stands in the fields of each note, so that the peer only has to write it."""
    return [
        (
            one,
            [
                fields.FIELDS[name](one.card, episode()) if name in fields.FIELDS else ""
                for name in notetypes.BY_KIND[one.card.kind].fields
            ],
        )
        for one in cards
    ]


def _plain(filled: list[tuple[StoredCard, list[str]]], to: Path) -> None:
    """The same notes of the same note types by genanki alone."""
    deck = genanki.Deck(2_059_400_110, "plain")
    for stored, values in filled:
        model = notetypes.model(notetypes.BY_KIND[stored.card.kind])
        tags = list(fields.tags(stored.card))
        deck.add_note(genanki.Note(model, values, guid=stored.card.id, tags=tags))
    genanki.Package(deck).write_to_file(str(to))


def figures() -> list[Figure]:
    """Time to write the package, and its size."""
    cards = [StoredCard(note(number).cards[0], changed_at=NOW) for number in range(CARDS)]
    filled = _filled(cards)
    with tempfile.TemporaryDirectory() as folder:
        ours, theirs = Path(folder) / "ours.apkg", Path(folder) / "plain.apkg"
        times = by_turns(
            lambda: seconds(lambda: export(cards, [episode()], ours, now=NOW)),
            lambda: seconds(lambda: _plain(filled, theirs)),
            ROUNDS,
        )
        sizes = [path.stat().st_size / _MEGABYTE for path in (ours, theirs)]
    name, peer = f"export of {CARDS:,} cards", "genanki alone, the same notes"
    return [
        Figure(f"{name}, time", "s", times[0], peer, times[1]),
        Figure(f"{name}, size", "MB", sizes[0], peer, sizes[1]),
    ]


if __name__ == "__main__":
    show(figures())
