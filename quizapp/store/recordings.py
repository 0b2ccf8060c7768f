"""A link to the second of a recording where a card's passage is said, where that is known."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from sqlite_utils import Database

from quizapp.model import Card
from quizapp.store import library

if TYPE_CHECKING:
    from quizapp.reading.documents import Document

_VIDEO = re.compile(
    r"(?:youtube(?:-nocookie)?\.com/(?:watch\?(?:[\w=&;%-]*&)?v=|embed/|live/)|youtu\.be/)"
    r"([\w-]{11})(?![\w-])"
)
_AUDIO = re.compile(r"https?://[^\s\"'<>()\[\]]+?\.(?:mp3|m4a|ogg|opus|mp4|webm)(?![\w.])")


def recording(documents: Iterable[Document]) -> str | None:
    """The address of an episode's recording, up to the second; None when it is not certain.

    The pages may name many recordings: only where all name the same one is it the episode's.
    """
    texts = [document.text for document in documents]
    videos = {name for text in texts for name in _VIDEO.findall(text)}
    if len(videos) == 1:
        return f"https://www.youtube.com/watch?v={videos.pop()}&t="
    files = {address for text in texts for address in _AUDIO.findall(text)}
    return f"{files.pop()}#t=" if not videos and len(files) == 1 else None


def links(db: Database, cards: Iterable[Card]) -> dict[str, str]:
    """The recordings of the episodes of cards that say at which second they are told, by slug."""
    slugs = {card.episode for card in cards if card.source.seconds is not None}
    found = {slug: recording(library.documents(db, slug)) for slug in sorted(slugs)}
    return {slug: address for slug, address in found.items() if address}
