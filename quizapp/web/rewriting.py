"""A person's wording of a card: whether it can be one, and one word replaced in many cards."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlite_utils import Database

from quizapp.errors import StudyError
from quizapp.model import CardKind
from quizapp.store import library
from quizapp.web.wording import amount, gaps

_WITH_BLANKS = frozenset({CardKind.CLOZE, CardKind.FINISH_QUOTE})


def problem(kind: CardKind, prompt: str, answer: str) -> str | None:
    """Why these words are no card of that kind, in one line; None when they are."""
    if not prompt or not answer:
        return "A card needs a question and an answer."
    if kind in _WITH_BLANKS:
        blanks = sum(blank for _, blank in gaps(prompt))
        if blanks == 0:
            return "Leave a blank (____) in the question, where the answer belongs."
        if blanks > 1 and answer.count("; ") + 1 != blanks:
            return f"Give {amount(blanks, 'answer')} for the blanks, with “; ” between them."
    return None


def replaced(
    db: Database, card_ids: Iterable[str], wanted: str, instead: str, now: datetime
) -> int:
    """Puts ``instead`` for ``wanted`` in questions and answers; how many cards changed.

    Answers that are one of several options stay. Raises StudyError where nothing is looked for,
    or where a card would be none afterwards.
    """
    if not wanted:
        raise StudyError("say which words are to be replaced")
    changed = 0
    for card_id in card_ids:
        card = library.card(db, card_id).card
        prompt = card.prompt.replace(wanted, instead).strip()
        answer = card.answer if card.options else card.answer.replace(wanted, instead).strip()
        if (prompt, answer) == (card.prompt, card.answer):
            continue
        if trouble := problem(card.kind, prompt, answer):
            raise StudyError(f"“{card.prompt[:60]}” would be no card any more ({trouble})")
        library.edit_card(
            db, card_id, prompt=prompt, answer=None if card.options else answer, now=now
        )
        changed += 1
    return changed
