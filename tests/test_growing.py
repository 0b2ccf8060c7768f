"""From recognising to recalling, by real sessions; and what a simulated year says of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlite_utils import Database

from quizapp import study
from quizapp.memory import simulation
from quizapp.model import CardKind, Note, Rating
from quizapp.scheduling import DEFAULT_MODEL, GIVES_WAY_DAYS, GROWN_DAYS
from quizapp.store import library
from quizapp.store.settings import save_settings, settings

DAY = timedelta(days=1)


@pytest.fixture
def kinds(
    db: Database, save: Callable[..., object], make_note: Callable[..., Note]
) -> dict[str, CardKind]:
    """Card ids of one fact that is asked in two kinds, recall first by its order."""
    note = make_note(0, kinds=(CardKind.RECALL, CardKind.CHOICE))
    save(note)
    return {card.id: card.kind for card in note.cards}


def turn_on(db: Database) -> None:
    save_settings(db, replace(settings(db), recall_grows=True))


def asked(db: Database, kinds: dict[str, CardKind], now: datetime) -> CardKind | None:
    item = study.next_item(db, now)
    return kinds[item.card.id] if item else None


def test_the_choice_comes_first_and_gives_way(
    db: Database, kinds: dict[str, CardKind], now: datetime
) -> None:
    turn_on(db)
    stability = dict.fromkeys(CardKind, 0.0)
    order = []
    for number in range(120):
        at = now + number * DAY
        while item := study.next_item(db, at):
            kind = kinds[item.card.id]
            if kind is CardKind.RECALL:
                assert stability[CardKind.CHOICE] >= GROWN_DAYS
            else:
                assert stability[CardKind.RECALL] < GIVES_WAY_DAYS
            stability[kind] = study.answer(db, item.card.id, Rating.GOOD, at).stability
            order.append(kind)
            at += timedelta(minutes=11)
    assert order[0] is CardKind.CHOICE and order[-1] is CardKind.RECALL
    assert stability[CardKind.RECALL] >= GIVES_WAY_DAYS


def test_turned_off_all_kinds_are_asked(
    db: Database, kinds: dict[str, CardKind], now: datetime
) -> None:
    first = asked(db, kinds, now)
    turn_on(db)
    assert asked(db, kinds, now) is CardKind.CHOICE
    save_settings(db, replace(settings(db), recall_grows=False))
    assert asked(db, kinds, now) is first


def test_a_fact_without_an_easy_kind_is_asked_as_ever(
    db: Database, save: Callable[..., object], make_note: Callable[..., Note], now: datetime
) -> None:
    save(make_note(3))
    turn_on(db)
    assert study.next_item(db, now)
    assert library.cards(db)[0].card.kind is CardKind.RECALL


def test_a_simulated_year_takes_fewer_answers_for_nearly_the_same_recall() -> None:
    plain, grown = simulation.growths(DEFAULT_MODEL)
    assert grown.answers < 0.85 * plain.answers
    assert grown.recall > plain.recall - 0.02


def test_a_higher_aim_costs_more_and_gives_more() -> None:
    found = simulation.workloads(DEFAULT_MODEL)
    assert found[0].answers < found[-1].answers
    assert found[0].recall < found[-1].recall
    assert simulation.workloads(DEFAULT_MODEL) == found
