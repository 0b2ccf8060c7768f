"""``quizapp fit``: the learner's log in, better parameters kept, and what was found in figures."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sqlite_utils import Database

from quizapp import study
from quizapp.memory import fitting
from quizapp.memory.fitting import Answered, Outcome
from quizapp.store import introducing, models, progress
from quizapp.store.database import writing
from quizapp.store.restating import restate_log
from quizapp.store.settings import memory_model, save_settings, settings


@dataclass(frozen=True, slots=True)
class Refit:
    """What ``fit`` found; ``rescheduled`` counts cards, 0 unless it was asked for."""

    answers: int
    outcome: Outcome
    rescheduled: int

    @property
    def kept(self) -> bool:
        """Whether new parameters are in force from now on."""
        return self.outcome.parameters is not None


def refit(db: Database, *, reschedule: bool = False) -> Refit:
    """Fits the memory model to the log and keeps it where it predicts later reviews better.

    How firm cards sit is worked out anew with the parameters that are kept; they keep their due
    days unless ``reschedule``; then the log is replayed with what is in force now. New cards come
    easy before hard within an idea, by what first answers have taught.
    Raises StudyError with too few reviews, or without the extra ``fit``.
    """
    log = [
        Answered(card_id, day, int(rating)) for card_id, day, rating in progress.answers_by_day(db)
    ]
    outcome = fitting.fit(fitting.trials(log), memory_model(db))
    with writing(db):
        chosen = replace(settings(db), correction=outcome.correction)
        if outcome.parameters is not None:
            chosen = replace(chosen, parameters=outcome.parameters)
        save_settings(db, chosen)
        rescheduled = 0
        if reschedule:
            models.hold_for_all(db)
            restate_log(db, memory_model(db))
            rescheduled = study.rebuild(db)
        introducing.reorder(db)
    return Refit(len(log), outcome, rescheduled)
