"""From recognising to recalling: which of a note's cards waits for its siblings, or gives way.

Easy kinds, where the answer is among options, come first. A card that asks for recall waits until
an easy sibling has become a little firm; once recall itself is firm, the easy ones are not asked
any more. Nothing is suspended for that: turned off, all are asked as ever.
"""

from __future__ import annotations

from sqlite_utils import Database

from quizapp.model import CardKind
from quizapp.scheduling import GIVES_WAY_DAYS, GROWN_DAYS
from quizapp.store.progress import LEARNER
from quizapp.store.queue import Waiting

EASY = frozenset({CardKind.CHOICE, CardKind.TRUE_FALSE, CardKind.ATTRIBUTION})
"""Kinds that show the answer among others."""

_NOTE = """
    SELECT browse.card_id, browse.kind, COALESCE(queue.stability, 0)
    FROM queue JOIN browse ON browse.card_id = queue.card_id
    WHERE queue.learner = ? AND queue.note_id = ?
"""


def is_held_back(db: Database, card: Waiting) -> bool:
    """Whether a card is not asked now because of where its siblings stand."""
    note = [
        (card_id, CardKind(kind), stability)
        for card_id, kind, stability in db.execute(_NOTE, (LEARNER, card.note_id)).fetchall()
    ]
    own = next((one for one in note if one[0] == card.card_id), None)
    if own is None:
        return False
    _, kind, stability = own
    easy = [firm for _, other, firm in note if other in EASY]
    recall = [firm for _, other, firm in note if other not in EASY]
    if kind in EASY:
        return any(firm >= GIVES_WAY_DAYS for firm in recall)
    return not stability and bool(easy) and max(easy) < GROWN_DAYS
