"""The library as JSON, for other programs: the same forms that the commands print."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from quizapp import jsonforms
from quizapp.model import AnkiPlace, Episode, Note, Review, StoredCard


def library_json(
    cards: Sequence[StoredCard],
    episodes: Sequence[Episode],
    *,
    reviews: Sequence[Review],
    with_progress: bool,
    notes: Sequence[Note] = (),
    places: Mapping[str, AnkiPlace] | None = None,
) -> bytes:
    """``{"episodes", "cards", "notes"}``; with progress also ``memory`` and ``reviews``.

    A card with a place in Anki has it as ``anki``, so that it keeps it in another library.
    """
    known = places or {}
    wanted = {stored.card.note_id for stored in cards}
    form: jsonforms.Json = {
        "episodes": [jsonforms.episode_json(episode) for episode in episodes],
        "cards": [_card_json(one, with_progress, known.get(one.card.id)) for one in cards],
    }
    if notes:
        form["notes"] = [_note_json(note) for note in notes if note.id in wanted]
    if with_progress:
        exported = {stored.card.id for stored in cards}
        form["reviews"] = [_review_json(one) for one in reviews if one.card_id in exported]
    return (json.dumps(form, ensure_ascii=False, indent=2) + "\n").encode()


def _card_json(stored: StoredCard, with_progress: bool, place: AnkiPlace | None) -> jsonforms.Json:
    form = jsonforms.stored_card_json(stored, with_progress)
    if stored.edited:
        form = {**form, "edited": True}
    if place:
        form = {**form, "anki": {"guid": place.guid, "ord": place.ord, "alone": place.alone}}
    return form


def _note_json(note: Note) -> jsonforms.Json:
    """What the id of a note is made of."""
    return {
        "id": note.id,
        "generator": note.generator,
        "episode": note.episode,
        "anchor": note.anchor,
        "key": note.key,
    }


def _review_json(review: Review) -> jsonforms.Json:
    return {
        "card_id": review.card_id,
        "rating": int(review.rating),
        "reviewed_at": review.reviewed_at.isoformat(),
        "duration_ms": review.duration_ms,
    }
