"""Between rows and the words of the model: every column's form is decided here."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import fields
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any, TypeAlias

from quizapp import identity, scheduling
from quizapp.model import (
    Card,
    CardKind,
    CardStatus,
    Chapter,
    Conflict,
    ConflictValue,
    Episode,
    LearningState,
    Memory,
    Note,
    Rating,
    Review,
    Section,
    SectionKind,
    Source,
    SourceFile,
    Turn,
)

Row: TypeAlias = dict[str, Any]
"""One row by its columns' names, in the forms that SQLite keeps."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_FIRST_DAY = _EPOCH.date().toordinal()
_MILLISECOND = timedelta(milliseconds=1)
_MINUTE = timedelta(minutes=1)
_SECOND = timedelta(seconds=1)


def to_ms(instant: datetime) -> int:
    """Milliseconds since 1970 in UTC."""
    return (instant - _EPOCH) // _MILLISECOND


def from_ms(milliseconds: int, offset_minutes: int = 0) -> datetime:
    """The instant, with the offset given (default: UTC)."""
    zone = timezone(offset_minutes * _MINUTE) if offset_minutes else UTC
    return (_EPOCH + milliseconds * _MILLISECOND).astimezone(zone)


def offset_minutes(instant: datetime) -> int:
    """The offset from UTC that an aware instant carries, in whole minutes."""
    return round((instant.utcoffset() or timedelta()) / _MINUTE)


def to_day(day: date) -> int:
    """Days since 1970-01-01."""
    return day.toordinal() - _FIRST_DAY


def from_day(number: int) -> date:
    """The day that ``to_day`` counted."""
    return date.fromordinal(number + _FIRST_DAY)


def _plain(item: Any) -> dict[str, Any]:
    """The fields of a dataclass; ``asdict`` copies deeply, ten times as slowly."""
    return {field.name: getattr(item, field.name) for field in fields(item)}


_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_plain)


def _listed(items: Iterable[Any]) -> str:
    return _JSON.encode(list(items))


def _strings(text: str) -> tuple[str, ...]:
    return tuple(json.loads(text))


def episode_row(episode: Episode) -> Row:
    """An episode with everything in it."""
    return {
        "slug": episode.slug,
        "title": episode.title,
        "show": episode.show,
        "number": episode.number,
        "host": episode.host,
        "guests": _listed(episode.guests),
        "published": episode.published.isoformat() if episode.published else None,
        "duration_seconds": episode.duration_seconds,
        "description": episode.description,
        "files": _listed(episode.files),
        "chapters": _listed(episode.chapters),
        "conflicts": _listed(episode.conflicts),
        "sections": _listed(episode.sections),
        "turns": _listed(episode.turns),
    }


def episode_of(row: Row) -> Episode:
    """The episode of a row; without sections and turns where the row leaves them out."""
    return Episode(
        slug=row["slug"],
        title=row["title"],
        show=row["show"],
        number=row["number"],
        host=row["host"],
        guests=_strings(row["guests"]),
        published=date.fromisoformat(row["published"]) if row["published"] else None,
        duration_seconds=row["duration_seconds"],
        description=row["description"],
        files=tuple(SourceFile(**item) for item in json.loads(row["files"])),
        chapters=tuple(Chapter(**item) for item in json.loads(row["chapters"])),
        sections=tuple(map(_section, json.loads(row.get("sections", "[]")))),
        turns=tuple(Turn(**item) for item in json.loads(row.get("turns", "[]"))),
        conflicts=tuple(map(_conflict, json.loads(row["conflicts"]))),
    )


def _section(item: Row) -> Section:
    return Section(**{**item, "kind": SectionKind(item["kind"])})


def _conflict(item: Row) -> Conflict:
    return Conflict(item["field"], tuple(ConflictValue(**value) for value in item["values"]))


def note_row(note: Note) -> Row:
    """A note without its cards."""
    return {
        "id": note.id,
        "episode": note.episode,
        "generator": note.generator,
        "anchor": note.anchor,
        "key": note.key,
        "sources": _listed(note.sources),
    }


def note_of(row: Row, cards: Iterable[Card]) -> Note:
    """The note of a row, with these cards."""
    return Note(**{**row, "sources": _sources(row["sources"])}, cards=tuple(cards))


def card_row(card: Card, position: int) -> Row:
    """What a build says of a card: no status, no edits, no times."""
    return {
        "id": card.id,
        "note_id": card.note_id,
        "episode": card.episode,
        "kind": str(card.kind),
        "position": position,
        "score": card.score,
        "content_hash": identity.content_hash(card),
        "prompt": card.prompt,
        "answer": card.answer,
        "options": None if card.options is None else _listed(card.options),
        "answer_index": card.answer_index,
        "accepted": _listed(card.accepted),
        "explanation": card.explanation,
        "tags": _listed(card.tags),
        "sources": _listed(card.sources),
    }


def card_of(row: Mapping[str, Any]) -> Card:
    """The card of a row, as it was generated."""
    return Card(
        id=row["id"],
        note_id=row["note_id"],
        kind=CardKind(row["kind"]),
        episode=row["episode"],
        prompt=row["prompt"],
        answer=row["answer"],
        sources=_sources(row["sources"]),
        options=None if row["options"] is None else _strings(row["options"]),
        answer_index=row["answer_index"],
        accepted=_strings(row["accepted"]),
        explanation=row["explanation"],
        status=CardStatus(row["status"]),
        score=row["score"],
        tags=_strings(row["tags"]),
    )


def _sources(text: str) -> tuple[Source, ...]:
    return tuple(Source(**item) for item in json.loads(text))


def memory_row(memory: Memory, learner: str) -> Row:
    """One learner's schedule of one card."""
    return {
        "learner": learner,
        "card_id": memory.card_id,
        "state": str(memory.state),
        "step": memory.step,
        "stability": memory.stability,
        "difficulty": memory.difficulty,
        "due": to_ms(memory.due),
        "due_day": to_day(scheduling.due_day(memory)),
        "last_review_at": to_ms(memory.last_review),
        "last_day": to_day(memory.last_day),
        "utc_offset": offset_minutes(memory.last_review),
        "interval_seconds": memory.interval // _SECOND,
        "reps": memory.reps,
        "lapses": memory.lapses,
    }


def memory_of(row: Mapping[str, Any]) -> Memory:
    """The schedule that a row of ``memory`` keeps."""
    return Memory(
        card_id=row["card_id"],
        state=LearningState(row["state"]),
        step=row["step"],
        stability=row["stability"],
        difficulty=row["difficulty"],
        due=from_ms(row["due"], row["utc_offset"]),
        last_review=from_ms(row["last_review_at"], row["utc_offset"]),
        interval=row["interval_seconds"] * _SECOND,
        reps=row["reps"],
        lapses=row["lapses"],
        last_day=from_day(row["last_day"]),
    )


def review_of(row: Mapping[str, Any]) -> Review:
    """The answer that a row of ``reviews`` keeps."""
    return Review(
        id=row["id"],
        card_id=row["card_id"],
        rating=Rating(row["rating"]),
        reviewed_at=from_ms(row["reviewed_at"], row["utc_offset"]),
        duration_ms=row["duration_ms"],
    )
