"""Anki's decks: a tree of shows, episodes and, if wanted, chapters."""

from __future__ import annotations

import zlib
from collections.abc import Mapping

from quizapp.model import Card, Episode

_DECK_IDS = 1 << 40


def deck_name(episode: Episode) -> str:
    """``The Show::The Title``; Anki makes a tree of it, so the names themselves hold no ``::``."""
    return "::".join(map(_part, (episode.show or "quizapp", episode.title)))


class Decks:
    """In which deck each card goes; chapters are numbered, as Anki sorts decks by their names.

    A card of no chapter stays in its episode's deck. A card that Anki has already stays where it
    is, whichever way it is exported again.
    """

    def __init__(self, episodes: Mapping[str, Episode], *, by_chapter: bool) -> None:
        self._episodes = episodes
        self._by_chapter = by_chapter
        self._names: dict[tuple[str, str | None], str] = {}

    def name(self, card: Card) -> str:
        """The full name of the card's deck."""
        key = (card.episode, card.source.chapter if self._by_chapter else None)
        if key not in self._names:
            self._names[key] = self._named(*key)
        return self._names[key]

    def _named(self, slug: str, chapter: str | None) -> str:
        episode = self._episodes[slug]
        if not chapter or not chapter.strip():
            return deck_name(episode)
        titles = [one.title for one in episode.chapters]
        number = f"{titles.index(chapter) + 1:02} " if chapter in titles else ""
        return f"{deck_name(episode)}::{number}{_part(chapter)}"


def _part(name: str) -> str:
    return " ".join(name.replace("::", ": ").split()) or "untitled"


def deck_id(name: str) -> int:
    """A number for a deck, always the same; Anki itself goes by the name."""
    return _DECK_IDS + zlib.crc32(name.encode())
