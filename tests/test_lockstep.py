"""Many histories together come to what each comes to alone, to the last bit."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.memory import lockstep, spacing
from quizapp.memory.lockstep import Log, retraced_together
from quizapp.memory.replaying import Answer, retraced
from quizapp.scheduling import DEFAULT_MODEL, Model
from quizapp.store.records import memory_row

START = 1_767_600_000_000
MODELS = (
    DEFAULT_MODEL,
    Model((*DEFAULT_MODEL.parameters[:20], 0.3), 0.85),
    replace(DEFAULT_MODEL, fuzz=False, desired_retention=0.97),
    replace(DEFAULT_MODEL, learning_steps=(), relearning_steps=()),
)
GAPS = st.one_of(
    st.integers(1, 20 * 60_000), st.integers(1, 3 * 86_400_000), st.integers(1, 400 * 86_400_000)
)
HISTORY = st.lists(st.tuples(GAPS, st.integers(1, 4)), min_size=1, max_size=25)


def history(steps: list[tuple[int, int]], offset: int) -> list[Answer]:
    at, answers = START, []
    for gap, rating in steps:
        at += gap
        answers.append(Answer(at, offset, rating))
    return answers


def check(histories: list[list[Answer]], model: Model) -> None:
    cards = [f"q1c{number}" for number in range(len(histories))]
    flat = [answer for one in histories for answer in one]
    columns = ([getattr(one, name) for one in flat] for name in ("at", "utc_offset", "rating"))
    counts = np.array([len(one) for one in histories])
    found = retraced_together(Log(cards, counts, *map(np.array, columns)), model)
    stood, row = found.before, 0
    names = found.after._fields
    for card, answers, *after in zip(cards, histories, *found.after, strict=True):
        alone = retraced(card, answers, model)
        assert alone.memory
        expected = memory_row(alone.memory, "me")
        assert dict(zip(names, after, strict=True)) == {name: expected[name] for name in names}
        for before in alone.before:
            is_new = not stood.reps[row]
            assert before == (
                stood.day[row],
                stood.state[row],
                None if is_new else stood.stability[row],
                None if is_new else stood.elapsed_days[row],
                stood.reps[row],
                stood.lapses[row],
            )
            row += 1


@settings(max_examples=100, deadline=None)
@given(
    histories=st.lists(HISTORY, min_size=1, max_size=8),
    offset=st.sampled_from([0, 60, 330, -300, 780]),
    model=st.sampled_from(MODELS),
)
def test_together_is_as_alone(
    histories: list[list[tuple[int, int]]], offset: int, model: Model
) -> None:
    check([history(steps, offset) for steps in histories], model)


@pytest.mark.parametrize("model", MODELS)
def test_where_a_last_bit_may_decide_a_card_is_worked_out_alone(
    monkeypatch: pytest.MonkeyPatch, model: Model
) -> None:
    monkeypatch.setattr(spacing, "_DOUBT", 0.4)  # nearly everywhere
    monkeypatch.setattr(lockstep, "_SURE", 0.1)
    steps = [(86_400_000 * (1 + n % 9), 1 + n % 4) for n in range(12)]
    check([history(steps[n:], 60) for n in range(10)], model)
