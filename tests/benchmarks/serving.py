"""The pages of a session at the server, over years of study, against what they may take."""

from __future__ import annotations

import re
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import NamedTuple

from quizapp.store.database import database_path, open_database
from tests.benchmarks.figures import Figure, seconds, show
from tests.benchmarks.progressing import AFTER, CARDS, REVIEWS, fill
from tests.conftest import NOW

ROUNDS = 60
_MILLISECOND = 1000
_SHARE = 0.95


def _p95(times: list[float]) -> float:
    return sorted(times)[int(len(times) * _SHARE)] * _MILLISECOND


def figures() -> list[Figure]:
    """The study page, an answer, and today: what 95 of 100 stay below, in ms."""
    from quizapp.web import create_app

    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        with closing(open_database(database_path(home))) as db:
            fill(db)
        moments = iter(NOW + AFTER + timedelta(seconds=n) for n in range(100 * ROUNDS))
        client = create_app(home, now=lambda: next(moments), hosts=["localhost"]).test_client()
        client.get("/study")
        studied: list[_Time] = []
        answered: list[_Time] = []
        today: list[_Time] = []
        for _ in range(ROUNDS):
            page = client.get("/study").text
            fields = {
                field: _found(rf'name="{field}" value="([^"]+)"', page)
                for field in ("csrf_token", "card", "v")
            }
            form = {**fields, "version": fields["v"], "rating": "3", "duration_ms": "4000"}
            post = partial(client.post, "/study", data=form)
            answered.append(_time(partial(_checked, post, 303)))
            ask = partial(client.get, headers={"Accept-Encoding": "gzip"})
            studied.append(_time(partial(_checked, partial(ask, "/study"), 200)))
            today.append(_time(partial(_checked, partial(ask, "/"), 200)))
    size = f"{CARDS:,} cards, {REVIEWS:,} reviews"
    return [
        Figure(f"{what} (p95{by}), {size}", "ms", _p95(times), "what it may take", most)
        for what, taken, most in (
            ("study page", studied, 20.0),
            ("an answer", answered, 20.0),
            ("today", today, 50.0),
        )
        for by, times in (
            ("", [one.clock for one in taken]),
            (" of processor time", [one.processor for one in taken]),
        )
    ]


class _Time(NamedTuple):
    """How long something took, in seconds: on the clock, and of the processor alone.

    The two are one on a machine that does nothing else.
    """

    clock: float
    processor: float


def _time(job: Callable[[], object]) -> _Time:
    begun = time.process_time()
    clock = seconds(job)
    return _Time(clock, time.process_time() - begun)


def _found(pattern: str, text: str) -> str:
    match = re.search(pattern, text)
    assert match, pattern
    return match[1]


def _checked(ask: Callable[[], object], status: int) -> None:
    got = getattr(ask(), "status_code", None)
    assert got == status, got


if __name__ == "__main__":
    show(figures())
