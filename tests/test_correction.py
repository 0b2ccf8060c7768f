"""The correction of predicted recall: learnt from the log, and told wherever recall is told."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from console import Console
from flask.testing import FlaskClient
from sqlite_utils import Database
from web_fixtures import Clock

from quizapp import statistics, study
from quizapp.memory import correction
from quizapp.memory.correction import Correction, Traits
from quizapp.model import Rating
from quizapp.scheduling import DEFAULT_MODEL, replay, retrievability, study_day
from quizapp.sessions import chances, insight
from quizapp.store import latest, library, progress, standing
from quizapp.store.settings import memory_model, save_settings, settings

DAY = timedelta(days=1)


@pytest.fixture
def forgetful(shelf: Database, now: datetime, clock: Clock) -> Database:
    """A learner who forgets far more than the model thinks, three days after the last answer."""
    dice = random.Random(3)
    at = {one.card.id: now for one in library.cards(shelf)}
    for _ in range(12):
        for card_id, moment in at.items():
            rating = dice.choice((Rating.AGAIN, Rating.GOOD, Rating.GOOD))
            memory = study.answer(shelf, card_id, rating, moment)
            at[card_id] = memory.due if memory.interval >= DAY else memory.due + DAY
    clock.now = max(at.values()) + 3 * DAY
    return shelf


def switched(db: Database, *, on: bool) -> None:
    """What a fit does, when it has found that the correction helps."""
    save_settings(db, replace(settings(db), correction=on))


def test_it_is_off_until_a_fit_has_found_that_it_helps(forgetful: Database, clock: Clock) -> None:
    report = insight.progress_report(forgetful, clock.now)
    assert report.correction is None
    assert all(one.recall_corrected is None for one in report.episodes)
    assert "corrected" not in json.dumps(statistics.to_json(report)["correction"])


def test_statistics_name_both_figures(forgetful: Database, clock: Clock) -> None:
    switched(forgetful, on=True)
    form = json.loads(json.dumps(statistics.to_json(insight.progress_report(forgetful, clock.now))))
    told = form["correction"]
    assert told["used"] is True
    assert told["corrected"]["log_loss"] < told["plain"]["log_loss"]
    assert told["corrected"]["reviews"] == told["plain"]["reviews"] > 64
    (episode, *_) = [one for one in form["episodes"] if one["seen"]]
    assert episode["recall_corrected"] < episode["recall"] - 0.05, "they forget more than predicted"
    (chapter, *_) = [one for one in episode["chapters"] if one["recall"] is not None]
    assert chapter["recall_corrected"] < chapter["recall"]


def test_it_moves_no_card(forgetful: Database) -> None:
    before = progress.memories(forgetful)
    switched(forgetful, on=True)
    study.rebuild(forgetful)
    assert progress.memories(forgetful) == before


def test_what_the_database_works_out_is_what_was_learnt(forgetful: Database, clock: Clock) -> None:
    """The same formula twice: once card by card, once over all cards by SQL."""
    switched(forgetful, on=True)
    found = chances.online(forgetful, DEFAULT_MODEL, study_day(clock.now))
    assert found and found.used
    day = study_day(clock.now)
    slug = library.episodes(forgetful)[0].slug
    ideas = standing.ideas(forgetful, slug, day, DEFAULT_MODEL, found.used)
    memories = progress.memories(forgetful)
    assert ideas
    for idea in ideas:
        memory = memories[idea.card_id]
        plain = retrievability(memory, day)
        traits = Traits(plain, (day - memory.last_day).days, memory.lapses)
        assert idea.recall == pytest.approx(plain)
        assert idea.corrected == pytest.approx(found.used.predict(traits))
        chance = chances.chance(forgetful, memory, day)
        assert (chance.recall, chance.corrected) == pytest.approx((plain, idea.corrected))


def test_the_pages_say_so(forgetful: Database, client: FlaskClient) -> None:
    card_id = library.cards(forgetful)[0].card.id
    assert "corrected" not in client.get("/progress").text
    assert "by the model alone" not in client.get(f"/cards/{card_id}").text
    switched(forgetful, on=True)
    page = client.get("/progress").text
    assert "corrected by how your latest answers went, which predicts you better" in page
    assert "By the model alone" in page
    assert "When cards come back does not depend on it" in page
    assert "by the model alone, which the curve shows" in client.get(f"/cards/{card_id}").text


def test_the_command_says_so(forgetful: Database, filled: Path, clock: Clock) -> None:
    switched(forgetful, on=True)
    text = Console(filled, now=clock.now.isoformat())("stats").out
    assert "by the model alone" in text
    assert "the correction is used" in text


def test_what_is_of_no_help_is_not_used(
    forgetful: Database, client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    switched(forgetful, on=True)
    monkeypatch.setattr(correction, "RATE", -0.05)
    page = client.get("/progress").text
    assert "is of no help and not used" in page
    assert "By the model alone" not in page


def test_on_the_day_of_its_answer_a_card_is_known(forgetful: Database, clock: Clock) -> None:
    switched(forgetful, on=True)
    card_id = library.cards(forgetful)[0].card.id
    memory = study.answer(forgetful, card_id, Rating.GOOD, clock.now)
    chance = chances.chance(forgetful, memory, study_day(clock.now))
    assert (chance.recall, chance.corrected) == (1.0, None)


def test_the_latest_answers_alone_are_learnt_from() -> None:
    """What was long ago is forgotten: a learner who has changed is met as they are now."""
    early = [(Traits(0.9, 5, 0), False)] * 500
    late = [(Traits(0.9, 5, 0), n % 10 > 0) for n in range(correction.REMEMBERED)]
    (after,) = correction.corrected([*early, *late, late[0]], len(early) + len(late))
    assert after == pytest.approx(correction.learnt(late).predict(Traits(0.9, 5, 0)))
    assert Correction().predict(Traits(0.9, 5, 3)) == pytest.approx(0.9), "nothing learnt yet"


def test_after_other_parameters_it_learns_from_what_these_would_have_said(
    forgetful: Database, clock: Clock
) -> None:
    """What the old model got wrong says nothing of the new one."""
    day = study_day(clock.now)
    old = latest.latest(forgetful, DEFAULT_MODEL, day, 4000)
    other = (*(2 * one for one in DEFAULT_MODEL.parameters[:4]), *DEFAULT_MODEL.parameters[4:])
    save_settings(forgetful, replace(settings(forgetful), parameters=other))
    model = memory_model(forgetful)
    new = latest.latest(forgetful, model, day, 4000)
    assert [one.review_id for one in new] == [one.review_id for one in old]
    card_id = library.cards(forgetful)[0].card.id
    reviews = progress.reviews(forgetful, card_id)
    by_id = {one.review_id: one.traits.chance for one in new}
    checked = 0
    for n, one in enumerate(reviews):
        if one.id in by_id:
            memory = replay(card_id, reviews[:n], model)
            assert memory
            chance = retrievability(memory, study_day(one.reviewed_at), model)
            assert by_id[one.id] == pytest.approx(chance)
            checked += 1
    assert checked > 3
    assert [one.traits.chance for one in new] != [one.traits.chance for one in old]
