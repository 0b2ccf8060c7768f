"""What several test files share: a fresh library on a real file, and notes made by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from browser_visits import chromium, server, visit  # noqa: F401  (fixtures)
from sqlite_utils import Database
from web_fixtures import app, card_of, client, clock, filled, shelf  # noqa: F401  (fixtures)

from quizapp import identity
from quizapp.model import Card, CardKind, Chapter, Episode, Note, Source
from quizapp.reading.documents import Document
from quizapp.store import library
from quizapp.store.database import database_path, open_database, writing

NOW = datetime(2026, 1, 5, 9, tzinfo=timezone(timedelta(hours=1)))
"""A Monday morning in winter, an hour east of Greenwich."""

FACTS = (
    ("Why do deep networks work at all?", "Big networks are easy to train and hard to exhaust"),
    ("What does backpropagation compute?", "The gradient of the loss for every weight"),
    ("What is overfitting?", "Learning the noise of the training data along with its signal"),
    ("Who wrote about the bitter lesson?", "Rich Sutton, in the spring of that year"),
    ("What is a language model trained to do?", "To predict the next word of a text"),
    ("Why did attention replace recurrence?", "It looks at every position at once, in parallel"),
    ("What did double descent surprise people with?", "Larger models err less after a peak"),
    ("How does self-play improve an agent?", "Its opponent is always exactly as strong as it is"),
    ("What is the cost function for?", "It says what better means, in one number"),
    ("When is a test of reasoning convincing?", "When its open problems have no known answer"),
)
"""Questions and answers that are nothing like one another."""


def note(
    number: int = 0,
    *,
    kinds: Sequence[CardKind] = (CardKind.RECALL,),
    episode: str = "deep-learning",
    prompt: str | None = None,
    answer: str | None = None,
    anchor: str | None = None,
    score: float | None = None,
    chapter: str | None = None,
) -> Note:
    """A note about the ``number``-th fact, told in line ``number + 1``, one card of each kind."""
    asked, told = FACTS[number % len(FACTS)]
    series = f" ({number // len(FACTS)})" if number >= len(FACTS) else ""
    asked, told = prompt or asked + series, answer or told + series
    at = anchor or f"fact-{number}"
    sources = (Source("talk.md", number + 1, number + 1, told, "Ada", chapter, 60 * number),)
    note_id = identity.note_id("qa", episode, at, "answer")
    cards = tuple(
        _card(note_id, kind, episode, asked, told, sources, score or 1 / (number + 1))
        for kind in kinds
    )
    return Note(note_id, "qa", episode, at, "answer", sources, cards)


def _card(
    note_id: str,
    kind: CardKind,
    episode: str,
    prompt: str,
    answer: str,
    sources: tuple[Source, ...],
    score: float,
) -> Card:
    chosen = kind is CardKind.CHOICE
    return Card(
        id=identity.card_id(note_id, kind, "answer"),
        note_id=note_id,
        kind=kind,
        episode=episode,
        prompt=prompt,
        answer=answer,
        sources=sources,
        options=("Nobody knows", answer, "It depends on the weather") if chosen else None,
        answer_index=1 if chosen else None,
        accepted=("something close",),
        score=score,
        tags=("ai",),
    )


def episode(slug: str = "deep-learning") -> Episode:
    """A conversation between Ada and Grace, in two chapters."""
    return Episode(
        slug=slug,
        title=f"On {slug.replace('-', ' ')}",
        host="Grace",
        guests=("Ada",),
        chapters=(Chapter(0, "Beginnings"), Chapter(300, "Open questions")),
    )


def document(lines: int = 12) -> Document:
    """The file that the notes stand in."""
    text = "\n".join(f"{FACTS[n % 10][0]} {FACTS[n % 10][1]}." for n in range(lines))
    return Document("talk.md", "/sources", text)


@pytest.fixture
def now() -> datetime:
    """The moment at which a test begins."""
    return NOW


@pytest.fixture
def make_note() -> Callable[..., Note]:
    """``note``: a note with its cards, made by hand."""
    return note


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """An empty data folder."""
    return tmp_path / "home"


@pytest.fixture
def db(home: Path) -> Iterator[Database]:
    """A fresh library on a real file in ``home``."""
    database = open_database(database_path(home))
    yield database
    database.close()


@pytest.fixture
def save(db: Database) -> Callable[..., library.Changes]:
    """Saves notes as the whole of one episode: ``save(note, …, slug=…, at=…)``."""

    def _save(*notes: Note, slug: str = "deep-learning", at: datetime = NOW) -> library.Changes:
        with writing(db):
            return library.save_episode(db, episode(slug), [document()], notes, at)

    return _save
