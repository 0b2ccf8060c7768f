"""The words of the program as JSON: what commands, exports and other programs rely on.

Every function gives a plain ``dict`` of JSON values whose keys, and their order, are the outward
contract. Inside, everything may change; here, a change is an addition.
"""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from typing import TypeAlias

from quizapp.model import (
    Card,
    Conflict,
    Episode,
    Memory,
    Problem,
    Section,
    Source,
    StoredCard,
    Turn,
)

Json: TypeAlias = dict[str, object]
"""An object of JSON, ready for ``json.dumps``."""

_DAY = timedelta(days=1)


def instant(moment: datetime) -> str:
    """An instant in ISO 8601 and UTC, with its offset: ``2026-01-31T08:00:00+00:00``."""
    return moment.astimezone(UTC).isoformat()


def problem_json(problem: Problem) -> Json:
    """``{path, line, message}``; ``line`` is null when the whole file is meant."""
    return {"path": problem.path, "line": problem.line, "message": problem.message}


def source_json(source: Source) -> Json:
    """Where a card comes from: the file, its lines, the words, who said them and when."""
    return {
        "path": source.path,
        "line_start": source.line_start,
        "line_end": source.line_end,
        "excerpt": source.excerpt,
        "speaker": source.speaker,
        "chapter": source.chapter,
        "seconds": source.seconds,
        "inferred": source.inferred,
    }


def card_json(card: Card) -> Json:
    """A card; ``source`` is the place shown, ``sources`` all places that tell the same."""
    return {
        "id": card.id,
        "note_id": card.note_id,
        "kind": str(card.kind),
        "episode": card.episode,
        "prompt": card.prompt,
        "answer": card.answer,
        "options": None if card.options is None else list(card.options),
        "answer_index": card.answer_index,
        "accepted": list(card.accepted),
        "explanation": card.explanation,
        "status": str(card.status),
        "score": card.score,
        "tags": list(card.tags),
        "source": source_json(card.source),
        "sources": [source_json(source) for source in card.sources],
    }


def memory_json(memory: Memory | None) -> Json | None:
    """A card's schedule, null for a new card; stability and interval in days, ``due`` in UTC."""
    if memory is None:
        return None
    return {
        "state": str(memory.state),
        "stability": memory.stability,
        "difficulty": memory.difficulty,
        "due": instant(memory.due),
        "interval_days": memory.interval / _DAY,
        "reps": memory.reps,
        "lapses": memory.lapses,
    }


def stored_card_json(stored: StoredCard, with_memory: bool = False) -> Json:
    """A card as the library keeps it; ``with_memory`` adds ``memory``."""
    form = card_json(stored.card)
    if with_memory:
        form["memory"] = memory_json(stored.memory)
    return form


def section_json(section: Section) -> Json:
    """One piece of a page, with its exact lines."""
    return {
        "kind": str(section.kind),
        "heading": section.heading,
        "text": section.text,
        "speaker": section.speaker,
        "chapter": section.chapter,
        "seconds": section.seconds,
        "path": section.path,
        "line_start": section.line_start,
        "line_end": section.line_end,
        "inferred": section.inferred,
    }


def turn_json(turn: Turn) -> Json:
    """What one person says before the next one speaks; ``speaker`` is null without evidence."""
    return {
        "speaker": turn.speaker,
        "text": turn.text,
        "chapter": turn.chapter,
        "seconds": turn.seconds,
        "path": turn.path,
        "line_start": turn.line_start,
        "line_end": turn.line_end,
        "inferred": turn.inferred,
    }


def conflict_json(conflict: Conflict) -> Json:
    """A field that the sources disagree on, with every value and its place."""
    return {"field": conflict.field, "values": [asdict(value) for value in conflict.values]}


def episode_json(episode: Episode) -> Json:
    """One conversation, as ``parse --json`` shows it."""
    published = episode.published
    return {
        "slug": episode.slug,
        "title": episode.title,
        "show": episode.show,
        "number": episode.number,
        "host": episode.host,
        "guests": list(episode.guests),
        "published": None if published is None else published.isoformat(),
        "duration_seconds": episode.duration_seconds,
        "description": episode.description,
        "files": [asdict(file) for file in episode.files],
        "chapters": [asdict(chapter) for chapter in episode.chapters],
        "sections": [section_json(section) for section in episode.sections],
        "turns": [turn_json(turn) for turn in episode.turns],
        "conflicts": [conflict_json(conflict) for conflict in episode.conflicts],
        "misspellings": [asdict(misspelling) for misspelling in episode.misspellings],
    }
