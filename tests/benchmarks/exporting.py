"""An Anki package of many cards, against plain genanki writing the same texts."""

from __future__ import annotations

import tempfile
from pathlib import Path

import genanki

from quizapp.exchange.export import export
from quizapp.model import StoredCard
from tests.benchmarks.figures import Figure, by_turns, seconds, show
from tests.conftest import NOW, episode, note

CARDS = 10_000
ROUNDS = 3
_MEGABYTE = 2**20


def _plain(cards: list[StoredCard], to: Path) -> None:
    """The same prompts, answers and places in genanki's simplest note type."""
    model = genanki.Model(
        1_607_392_319,
        "plain",
        fields=[{"name": name} for name in ("Front", "Back", "Source")],
        templates=[{"name": "Card 1", "qfmt": "{{Front}}", "afmt": "{{Back}}<br>{{Source}}"}],
    )
    deck = genanki.Deck(2_059_400_110, "plain")
    for stored in cards:
        card = stored.card
        fields = [card.prompt, card.answer, card.source.excerpt]
        deck.add_note(genanki.Note(model, fields, guid=card.id, tags=list(card.tags)))
    genanki.Package(deck).write_to_file(str(to))


def figures() -> list[Figure]:
    """Time to write the package, and its size."""
    cards = [StoredCard(note(number).cards[0], changed_at=NOW) for number in range(CARDS)]
    with tempfile.TemporaryDirectory() as folder:
        ours, theirs = Path(folder) / "ours.apkg", Path(folder) / "plain.apkg"
        times = by_turns(
            lambda: seconds(lambda: export(cards, [episode()], ours, now=NOW)),
            lambda: seconds(lambda: _plain(cards, theirs)),
            ROUNDS,
        )
        sizes = [path.stat().st_size / _MEGABYTE for path in (ours, theirs)]
    name, peer = f"export of {CARDS:,} cards", "genanki alone, simplest note type"
    return [
        Figure(f"{name}, time", "s", times[0], peer, times[1]),
        Figure(f"{name}, size", "MB", sizes[0], peer, sizes[1]),
    ]


if __name__ == "__main__":
    show(figures())
