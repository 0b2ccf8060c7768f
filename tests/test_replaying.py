"""A whole history at once comes to what the answers one by one come to."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta, timezone

from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp import scheduling
from quizapp.memory.replaying import Answer, retraced
from quizapp.model import Memory, Rating, Review
from quizapp.scheduling import DEFAULT_MODEL, Model

START = datetime(2026, 1, 5, 9, tzinfo=UTC)
GAPS = st.one_of(
    st.integers(1, 20 * 60_000), st.integers(1, 3 * 86_400_000), st.integers(1, 400 * 86_400_000)
)
OTHER_MODEL = Model((*DEFAULT_MODEL.parameters[:20], 0.3), 0.85)
STEPS = st.lists(st.integers(1, 1439).map(lambda n: timedelta(minutes=n)), max_size=4).map(tuple)
MODELS = st.builds(
    replace,
    st.sampled_from([DEFAULT_MODEL, OTHER_MODEL]),
    learning_steps=STEPS,
    relearning_steps=STEPS,
    rollover=st.integers(0, 23).map(time),
)


def restated(memory: Memory, history: list[tuple[Rating, int]], model: Model) -> Memory:
    """How firm the card sits by other parameters: the same days and ratings from the start."""
    anew, at = None, START
    for rating, elapsed in history:
        at += timedelta(days=elapsed, milliseconds=1)
        anew = scheduling.review(anew, "q1c1", rating, at, Model(model.parameters))
    assert anew
    return replace(memory, stability=anew.stability, difficulty=anew.difficulty)


@settings(max_examples=300, deadline=None)
@given(
    steps=st.lists(st.tuples(GAPS, st.sampled_from(Rating)), max_size=30),
    offset=st.sampled_from([0, 60, 330, -300, 780]),
    models=st.lists(
        st.one_of(st.sampled_from([DEFAULT_MODEL, OTHER_MODEL]), MODELS), min_size=1, max_size=3
    ),
)
def test_it_is_the_same_to_the_last_bit(
    steps: list[tuple[int, Rating]], offset: int, models: list[Model]
) -> None:
    moment, memory = START.astimezone(timezone(timedelta(minutes=offset))), None
    answers: list[Answer] = []
    befores: list[Memory | None] = []
    in_force = [models[n * len(models) // len(steps)] for n in range(len(steps))]
    history: list[tuple[Rating, int]] = []
    parameters = models[0].parameters
    for (gap, rating), model in zip(steps, in_force, strict=True):
        moment += timedelta(milliseconds=gap)
        if memory and model.parameters != parameters:
            memory = restated(memory, history, model)
        parameters = model.parameters
        befores.append(memory)
        day = scheduling.study_day(moment, rollover=model.rollover)
        history.append((rating, scheduling.elapsed_days(memory, day) if memory else 0))
        memory = scheduling.review(memory, "q1c1", rating, moment, model)
        ms = (moment - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(milliseconds=1)
        answers.append(Answer(ms, offset, int(rating)))
    if memory and models[-1].parameters != parameters:
        memory = restated(memory, history, models[-1])
    found = retraced("q1c1", answers, in_force, now=models[-1])
    assert found.memory == memory
    for known, before in zip(befores, found.before, strict=True):
        assert before.state == (known.state if known else "new")
        assert before.stability == (known.stability if known else None)
        assert before.reps == (known.reps if known else 0)
        assert before.lapses == (known.lapses if known else 0)


def test_it_agrees_with_the_replay_of_reviews() -> None:
    moments = [START + timedelta(days=n * n) for n in range(12)]
    reviews = [Review(0, "q1c2", Rating(1 + n % 4), at) for n, at in enumerate(moments)]
    answers = [Answer(int(r.reviewed_at.timestamp() * 1000), 0, int(r.rating)) for r in reviews]
    found = retraced("q1c2", answers, DEFAULT_MODEL)
    assert found.memory == scheduling.replay("q1c2", reviews)


def test_nothing_comes_to_nothing() -> None:
    assert retraced("q1c3", [], DEFAULT_MODEL).memory is None
