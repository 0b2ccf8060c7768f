"""What a person said of the generated cards, straight from the tables."""

from __future__ import annotations

import json
from collections.abc import Iterator

from sqlite_utils import Database

from quizapp.choosing.verdicts import Judged, Said
from quizapp.model import CardKind
from quizapp.store.saving import OWN

# What a person wrote is no rule's work, and a deleted episode says nothing of its cards. A card
# that its source has dropped counts where something was said of it.
_JUDGED = """
    SELECT notes.generator, cards.kind, cards.prompt, cards.answer, cards.tags,
        CASE
            WHEN cards.status = 'rejected' AND flags.card_id IS NOT NULL THEN 'flagged'
            WHEN cards.status = 'rejected' THEN 'rejected'
            WHEN edits.card_id IS NOT NULL THEN 'edited'
            WHEN cards.decided_at IS NOT NULL AND cards.status = 'active' THEN 'kept'
        END AS said,
        flags.reason
    FROM cards
    JOIN notes ON notes.id = cards.note_id
    LEFT JOIN edits ON edits.card_id = cards.id
    LEFT JOIN flags ON flags.card_id = cards.id
    WHERE notes.generator <> ? AND cards.episode NOT IN (SELECT episode FROM trash)
    AND json_extract(cards.sources, '$[0].line_start') > 0
    AND (cards.retired = 0 OR said IS NOT NULL)
    ORDER BY cards.id
"""


def judged(db: Database) -> Iterator[Judged]:
    """Each generated card with what was said of it; words as they were made, before any edit."""
    for generator, kind, prompt, answer, tags, said, reason in db.execute(_JUDGED, (OWN,)):
        section = next(iter(json.loads(tags)), "")
        verdict = None if said is None else Said(said)
        yield Judged(generator, CardKind(kind), section, prompt, answer, verdict, reason)
