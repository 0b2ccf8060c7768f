"""A library that was written as JSON, read again: the other direction of ``library``."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

from quizapp.errors import IncomingError
from quizapp.exchange.clozes import MOST_BLANKS
from quizapp.model import (
    AnkiPlace,
    Card,
    CardKind,
    CardStatus,
    Chapter,
    Conflict,
    ConflictValue,
    Episode,
    Misspelling,
    Note,
    Rating,
    Review,
    Section,
    SectionKind,
    Source,
    SourceFile,
    Turn,
)

LARGEST = 1 << 29
"""Bytes of a file: hundreds of episodes with everything that was said."""

_T = TypeVar("_T")
_GENERATOR = "json"
"""Of notes in a file that does not say what made them."""


@dataclass(frozen=True, slots=True)
class Library:
    """Everything in such a file; ``edited`` are cards whose words are a person's.

    ``places`` is where each card stands among those of its episode, ``anki`` where it stands in
    Anki, if it was ever there.
    """

    episodes: tuple[Episode, ...]
    notes: tuple[Note, ...]
    places: Mapping[str, int]
    edited: frozenset[str]
    reviews: tuple[Review, ...]
    anki: Mapping[str, AnkiPlace]


def read_library(path: Path) -> Library:
    """What ``library_json`` wrote; raises IncomingError in one line for anything else."""
    try:
        if path.stat().st_size > LARGEST:
            raise IncomingError("is larger than any library; is it the right file?", path=str(path))
        form = json.loads(path.read_bytes())
        return _library(form)
    except FileNotFoundError:
        raise IncomingError("there is no such file; check its name", path=str(path)) from None
    except OSError as error:
        raise IncomingError(
            f"cannot be read ({error.strerror or error}); check the file", path=str(path)
        ) from None
    except json.JSONDecodeError as error:
        raise IncomingError(
            f"is no JSON ({error.msg}); export it again", path=str(path), line=error.lineno
        ) from None
    except (KeyError, TypeError, ValueError, AttributeError, IndexError, RecursionError):
        raise IncomingError(
            "is JSON, but no library as quizapp export writes it; export it again", path=str(path)
        ) from None


def _library(form: Mapping[str, Any]) -> Library:
    cards = [_card(one) for one in form["cards"]]
    told = {one["id"]: one for one in form.get("notes", ())}
    by_note: dict[str, list[Card]] = {}
    by_episode: dict[str, list[Card]] = {}
    slugs = {one["slug"] for one in form["episodes"]}
    for card in cards:
        by_note.setdefault(card.note_id, []).append(card)
        by_episode.setdefault(card.episode, []).append(card)
    return Library(
        episodes=tuple(_episode(one) for one in form["episodes"]),
        notes=tuple(_note(key, told.get(key, {}), some, slugs) for key, some in by_note.items()),
        places={card.id: place for some in by_episode.values() for place, card in enumerate(some)},
        edited=frozenset(one["id"] for one in form["cards"] if one.get("edited")),
        reviews=tuple(_review(one) for one in form.get("reviews", ())),
        anki={one["id"]: _anki(one["anki"]) for one in form["cards"] if one.get("anki")},
    )


def _note(note_id: str, told: Mapping[str, Any], cards: list[Card], slugs: set[str]) -> Note:
    if len({card.episode for card in cards}) > 1:
        raise ValueError(note_id)
    # A note that was moved belongs to the episode it was made of, where the file has that too.
    origin = str(told.get("episode", ""))
    return Note(
        id=note_id,
        generator=str(told.get("generator", _GENERATOR)),
        episode=origin if origin in slugs else cards[0].episode,
        anchor=str(told.get("anchor", note_id)),
        key=str(told.get("key", note_id)),
        sources=cards[0].sources,
        cards=tuple(cards),
    )


def _episode(form: Mapping[str, Any]) -> Episode:
    published = form.get("published")
    return _made(
        Episode,
        form,
        guests=tuple(form.get("guests", ())),
        published=date.fromisoformat(published) if published else None,
        files=_all(SourceFile, form.get("files", ())),
        chapters=_all(Chapter, form.get("chapters", ())),
        sections=tuple(
            _made(Section, one, kind=SectionKind(one["kind"])) for one in form.get("sections", ())
        ),
        turns=_all(Turn, form.get("turns", ())),
        conflicts=tuple(
            Conflict(one["field"], _all(ConflictValue, one["values"]))
            for one in form.get("conflicts", ())
        ),
        misspellings=_all(Misspelling, form.get("misspellings", ())),
    )


def _card(form: Mapping[str, Any]) -> Card:
    options = form.get("options")
    card = _made(
        Card,
        form,
        kind=CardKind(form["kind"]),
        status=CardStatus(form.get("status", CardStatus.ACTIVE)),
        sources=_all(Source, form.get("sources") or [form["source"]]),
        options=None if options is None else tuple(map(str, options)),
        accepted=tuple(map(str, form.get("accepted", ()))),
        tags=tuple(map(str, form.get("tags", ()))),
        score=float(form.get("score", 0.0)),
    )
    texts = (card.id, card.note_id, card.episode, card.prompt, card.answer)
    if not all(isinstance(text, str) and text for text in texts) or not card.sources:
        raise ValueError(card.id)
    if card.answer_index is not None and not 0 <= card.answer_index < len(card.options or ()):
        raise ValueError(card.id)
    return card


def _anki(form: Mapping[str, Any]) -> AnkiPlace:
    guid, ord_ = form["guid"], form["ord"]
    if not isinstance(guid, str) or not guid or ord_ not in range(MOST_BLANKS):
        raise ValueError(guid)
    return AnkiPlace(guid, ord_, alone=bool(form.get("alone")))


def _review(form: Mapping[str, Any]) -> Review:
    at = datetime.fromisoformat(form["reviewed_at"])
    if at.tzinfo is None:
        raise ValueError(form["reviewed_at"])
    taken = form.get("duration_ms")
    duration = None if taken is None else min(max(int(taken), 0), 60_000)
    return Review(0, str(form["card_id"]), Rating(form["rating"]), at, duration)


def _all(kind: Callable[..., _T], forms: Any) -> tuple[_T, ...]:
    return tuple(_made(kind, form) for form in forms)


def _made(kind: Callable[..., _T], form: Mapping[str, Any], /, **given: Any) -> _T:
    """The dataclass of a form; what later versions add to the form is passed over."""
    names = {one.name for one in fields(kind)}  # type: ignore[arg-type]
    return kind(**({name: value for name, value in form.items() if name in names} | given))
