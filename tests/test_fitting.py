"""Fitting by the real engine, on answers of a learner whose memory is known, and on a real log."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from console import Console
from sqlite_utils import Database

pytest.importorskip("fsrs_rs_python", reason="the extra fit is not installed")

from quizapp import scheduling, study
from quizapp.errors import StudyError
from quizapp.memory import fitting
from quizapp.memory.calibration import Judged, measure, tally
from quizapp.memory.correction import Traits, corrected, learnt
from quizapp.memory.fitting import Answered, Trial
from quizapp.model import Memory, Note, Rating
from quizapp.scheduling import DEFAULT_MODEL, Model
from quizapp.sessions import refitting
from quizapp.store import library, models, progress
from quizapp.store.settings import memory_model, settings
from tests.benchmarks import predicting

DAY = timedelta(days=1)


def forgetful(cards: int, seed: int = 1) -> list[Answered]:
    """Answers of somebody who forgets three times as fast as the default model says."""
    dice = random.Random(seed)
    found = []
    for number in range(cards):
        day, stability = date(2025, 1, 1) + dice.randrange(60) * DAY, 0.8
        found.append(Answered(f"c{number}", day, 3))
        for _ in range(6):
            gap = max(1, round(stability * dice.choice((1, 2, 3))))
            day += gap * DAY
            recalled = dice.random() < 0.9 ** (gap / stability)
            found.append(Answered(f"c{number}", day, 3 if recalled else 1))
            stability = stability * 2 if recalled else 0.8
    return sorted(found, key=lambda one: one.day)


def test_trials_are_first_answers_of_a_later_day() -> None:
    first = date(2026, 1, 1)
    log = [Answered("a", first, 1), Answered("a", first, 3), Answered("a", first + 3 * DAY, 3),
           Answered("a", first + 3 * DAY, 3), Answered("a", first + 9 * DAY, 1)]  # fmt: skip
    one, two = fitting.trials(log)
    assert one == Trial("a", ((1, 0), (3, 0)), 3, 3)
    assert two == Trial("a", ((1, 0), (3, 0), (3, 3), (3, 0)), 6, 1)
    assert (one.recalled, two.recalled) == (True, False)
    assert two.traits(0.8) == Traits(0.8, 6, 0)


def test_predictions_are_the_schedulers() -> None:
    """The engine inside Anki and py-fsrs give the same chance of recall."""
    found = fitting.trials(forgetful(20))
    for trial, chance in zip(found, fitting.predicted(found), strict=True):
        assert 0 < chance < 1, trial


def test_parameters_of_a_learner_who_forgets_fast_are_found() -> None:
    outcome = fitting.fit(fitting.trials(forgetful(120)), DEFAULT_MODEL)
    assert outcome.parameters is not None and len(outcome.parameters) == 21
    assert outcome.after.log_loss and outcome.before.log_loss
    assert outcome.after.log_loss < outcome.before.log_loss
    assert outcome.judged == outcome.trials // 5


def test_what_predicts_no_better_is_not_kept() -> None:
    found = fitting.trials(forgetful(120))
    best = fitting.fit(found, DEFAULT_MODEL).parameters
    assert best
    noise = fitting.trials(forgetful(20, seed=5))[:80]
    again = fitting.fit(noise, Model(best))
    kept = again.parameters is not None
    assert kept == ((again.after.log_loss or 0) < (again.before.log_loss or 0))


def test_too_few_reviews_are_said_so() -> None:
    found = fitting.trials(forgetful(60))
    with pytest.raises(StudyError, match=r"64 reviews .* there are 63"):
        fitting.fit(found[:63], DEFAULT_MODEL)
    assert fitting.fit(found[:64], DEFAULT_MODEL).trials == 64


def test_the_correction_learns_what_the_model_gets_wrong() -> None:
    dice = random.Random(2)
    traits = Traits(0.9, 5, 0)
    came = [(traits, dice.random() < 0.7) for _ in range(4000)]
    better = corrected(came)
    assert learnt(came).predict(traits) == pytest.approx(0.7, abs=0.05)
    plain = measure(tally(Judged(0.9, recalled, (1, 1, 1)) for _, recalled in came))
    after = measure(
        tally(Judged(p, one[1], (1, 1, 1)) for p, one in zip(better, came, strict=True))
    )
    assert (after.log_loss or 9) < (plain.log_loss or 0) - 0.05


@pytest.mark.skipif(not predicting.DATA.exists(), reason="the log of the benchmark is not here")
def test_the_figures_on_a_real_log() -> None:
    rows = predicting.evaluate(fitting.trials(predicting.log()))
    default, fitted = rows["FSRS-6, default parameters"], rows["FSRS-6 fitted"]
    assert (round(default.log_loss or 0, 4), round(default.rmse_bins or 0, 4)) == (0.4417, 0.0625)
    assert (fitted.log_loss or 1) <= 0.4388, "as it is, not rounded"
    assert (fitted.rmse_bins or 1) <= 0.0456
    corrected = rows["FSRS-6 fitted, with the correction"]
    assert (corrected.log_loss or 1) < (fitted.log_loss or 0) - 0.001
    assert (corrected.rmse_bins or 1) < (fitted.rmse_bins or 0)
    assert all((one.log_loss or 0) > (default.log_loss or 1)
               for name, one in rows.items() if name in ("SM-2", "plain average"))  # fmt: skip


@pytest.fixture
def studied(
    db: Database, save: Callable[..., library.Changes], make_note: Callable[..., Note], now: Any
) -> Database:
    """A library whose learner forgets far more than the model thinks."""
    save(*(make_note(n) for n in range(40)))
    dice = random.Random(3)
    at = {one.card.id: now for one in library.cards(db)}
    for _ in range(5):
        for card_id, moment in at.items():
            rating = dice.choice((Rating.AGAIN, Rating.GOOD, Rating.GOOD))
            memory = study.answer(db, card_id, rating, moment)
            at[card_id] = memory.due if memory.interval >= DAY else memory.due + DAY
    return db


def _due(db: Database) -> dict[str, tuple[datetime, timedelta, int]]:
    return {one.card_id: (one.due, one.interval, one.lapses) for one in _memories(db)}


def _memories(db: Database) -> list[Memory]:
    return list(progress.memories(db).values())


def test_a_fit_changes_no_due_day_and_a_rebuild_keeps_to_the_settings_of_the_time(
    studied: Database,
) -> None:
    before, due = progress.memories(studied), _due(studied)
    found = refitting.refit(studied)
    assert found.kept and settings(studied).parameters == found.outcome.parameters
    after = progress.memories(studied)
    assert _due(studied) == due
    assert after != before, "how firm cards sit is what the fitted model says of their history"
    for card_id, memory in after.items():
        anew = scheduling.replay(card_id, progress.reviews(studied, card_id), memory_model(studied))
        assert anew and (memory.stability, memory.difficulty) == (anew.stability, anew.difficulty)
    study.rebuild(studied)
    assert progress.memories(studied) == after, "each review with the settings of its time"
    assert len(models.eras(studied)) == 2


def test_after_a_fit_answers_undo_and_rebuild_agree(studied: Database) -> None:
    """Answers given before the fit are taken back to how the card stands by the fitted model."""
    cards = list(progress.memories(studied).values())
    last = max(one.last_review for one in cards)
    one, other = cards[0].card_id, cards[1].card_id
    study.answer(studied, one, Rating.GOOD, last + 2 * DAY)
    refitting.refit(studied)
    stood = progress.memories(studied)
    study.answer(studied, other, Rating.GOOD, last + 2 * DAY)
    study.answer(studied, one, Rating.AGAIN, last + 2 * DAY + timedelta(minutes=1))
    after = progress.memories(studied)
    study.rebuild(studied)
    assert progress.memories(studied) == after
    for _ in range(2):
        study.undo(studied, last + 2 * DAY + timedelta(minutes=2))
    assert progress.memories(studied) == stood
    study.undo(studied, last + 2 * DAY + timedelta(minutes=2))
    undone = progress.memories(studied)
    assert undone[one] != stood[one]
    study.rebuild(studied)
    assert progress.memories(studied) == undone


def test_answers_that_come_in_after_a_fit_meet_the_fitted_model(
    studied: Database, tmp_path: Path, home: Path
) -> None:
    """An import works the schedule out as a rebuild does, to the last bit."""
    refitting.refit(studied)
    memory = next(iter(progress.memories(studied).values()))
    at = memory.last_review + timedelta(days=9)
    table = tmp_path / "more.csv"
    table.write_text(
        f"card_id,rating,reviewed_at,duration_ms\n{memory.card_id},3,{at.isoformat()},900\n"
    )
    assert Console(home)("import-progress", str(table)).code == 0
    merged = progress.memories(studied)
    assert merged[memory.card_id].reps == memory.reps + 1
    study.rebuild(studied)
    assert progress.memories(studied) == merged


def test_rescheduling_only_when_asked(studied: Database) -> None:
    before = progress.memories(studied)
    found = refitting.refit(studied, reschedule=True)
    assert found.rescheduled == 40
    after = progress.memories(studied)
    assert after != before
    study.rebuild(studied)
    assert progress.memories(studied) == after


def test_once_rescheduled_the_log_says_what_the_fitted_model_would_have(studied: Database) -> None:
    refitting.refit(studied, reschedule=True)
    model = memory_model(studied)
    card_id = next(iter(progress.memories(studied)))
    log = progress.reviews(studied, card_id)
    logged = studied.execute(
        "SELECT stability FROM reviews WHERE card_id = ? ORDER BY reviewed_at", (card_id,)
    ).fetchall()
    for n in range(1, len(log)):
        memory = scheduling.replay(card_id, log[:n], model)
        assert memory and logged[n] == (memory.stability,)


def test_the_command_says_what_it_found(studied: Database, home: Path) -> None:
    studied.close()
    console = Console(home)
    form = console("fit", "--json").json
    assert form["kept"] is True and form["rescheduled"] == 0
    assert form["after"]["log_loss"] < form["before"]["log_loss"]
    assert len(form["parameters"]) == 21
    text = console("fit").out
    assert "log loss" in text and "RMSE(bins)" in text
