"""Stable ids: a hash of what a fact is and where it stands, not of how it is worded."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache

from quizapp.model import Card

VERSION = "q1"
"""Changes only with a migration that carries every stored id over."""

_LENGTH = 16
_DASHES = re.compile("[\u2010-\u2015\u2212]")
_UNSLUGGED = re.compile(r"[^a-z0-9]+")


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:_LENGTH]


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Text without case, accents, punctuation and double spaces: what two wordings share."""
    dashed = _DASHES.sub("-", text)
    plain = unicodedata.normalize("NFKD", dashed).encode("ascii", "ignore").decode().lower()
    return _UNSLUGGED.sub(" ", plain).strip() or " ".join(text.lower().split())


def slug(text: str, *, limit: int = 60) -> str:
    """A name for addresses: ``Ilya Sutskever: Deep Learning`` → ``ilya-sutskever-deep-learning``.

    Cut at a word before ``limit`` characters; a hash where nothing is left.
    """
    name = fold(text).replace(" ", "-")
    if not name.isascii():
        return _digest(text)
    if len(name) > limit:
        name = name[: limit + 1].rpartition("-")[0] or name[:limit]
    return name or _digest(text)


def note_id(generator: str, episode: str, anchor: str, key: str) -> str:
    """The id of a note: what the fact is (``generator``, ``key``) and where it stands."""
    return f"{VERSION}n{_digest(generator, episode, anchor, key)}"


def card_id(note: str, kind: str, side: str) -> str:
    """The id of a card: its note, its kind, and which side of the fact it asks for."""
    return f"{VERSION}c{_digest(note, kind, side)}"


def content_hash(card: Card) -> str:
    """Changes when a person would see another card: wording, options, explanation, source."""
    return _digest(
        card.prompt,
        card.answer,
        "\x1e".join(card.options or ()),
        str(card.answer_index),
        "\x1e".join(card.accepted),
        card.explanation or "",
        "\x1e".join(card.tags),
        "\x1e".join(
            f"{s.path}:{s.line_start}:{s.line_end}:{s.excerpt}:{s.speaker}:{s.chapter}:{s.seconds}"
            + ":inferred" * s.inferred
            for s in card.sources
        ),
    )
