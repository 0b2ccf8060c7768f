"""The quality report of a library, or of what a build would make of source texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from sqlite_utils import Database

from quizapp.build import Progress, all_made, colleagues, parse, quiet
from quizapp.choosing.explaining import Explanation, explained
from quizapp.choosing.verdicts import Verdicts, counted
from quizapp.material import Material
from quizapp.material.passages import Passages
from quizapp.model import CardStatus, Problem
from quizapp.quality.report import Deck, Report, report
from quizapp.store import introducing, library, verdicts


def of_sources(
    paths: Sequence[Path], *, progress: Progress = quiet
) -> tuple[Report, tuple[Problem, ...]]:
    """The report on the cards that a build would keep, and what could not be read."""
    parsed, made = all_made(parse(paths, progress=progress), progress=progress)
    decks = [
        (m.material, [c for n in m.selected.notes for c in n.cards], m.selected.rejections)
        for m in made
    ]
    return report(decks), parsed.problems[: parsed.unread]


def of_library(db: Database) -> Report:
    """The report on the active cards of the library, a person's edits applied."""
    return report(_decks(db))


def of_people(db: Database) -> Verdicts:
    """What a person said of the generated cards of the library, by kind and by rule."""
    return counted(verdicts.judged(db))


def why(db: Database, card_id: str) -> Explanation:
    """What made the score of a stored card, how it does in every check, and how hard it is.

    Raises :class:`NotFoundError` where there is no such card.
    """
    stored = library.card(db, card_id)
    return explained(
        stored.card,
        _material(db, stored.card.episode),
        asked=introducing.asked_of(db, card_id),
        seen=introducing.seen(db),
    )


def _material(db: Database, slug: str) -> Material:
    episode = library.episode(db, slug)
    passages = Passages.of((d.path, d.text) for d in library.documents(db, slug))
    return Material(episode, passages, colleagues(episode, library.episodes(db)))


def _decks(db: Database) -> Iterator[Deck]:
    episodes = library.episodes(db)
    for known in episodes:
        episode = library.episode(db, known.slug)
        passages = Passages.of((d.path, d.text) for d in library.documents(db, episode.slug))
        cards = library.cards(db, episode=episode.slug, status=CardStatus.ACTIVE)
        material = Material(episode, passages, colleagues(episode, episodes))
        yield material, [stored.card for stored in cards if not stored.card.by_hand], None
