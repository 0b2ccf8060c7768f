"""What a benchmark finds: a figure beside a peer's, or the reason why there is none."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured value of ours and of a peer, in the same unit and the same run."""

    name: str
    unit: str
    ours: float
    peer: str
    theirs: float

    @property
    def ratio(self) -> float:
        """Ours as a multiple of the peer's."""
        return self.ours / self.theirs if self.theirs else float("inf")


@dataclass(frozen=True, slots=True)
class Skipped:
    """A subject that cannot be measured here, and why."""

    name: str
    reason: str


class NotHereError(Exception):
    """What a subject needs is missing; the message says what."""


def seconds(job: Callable[[], object]) -> float:
    """How long a job takes, on the clock."""
    start = time.perf_counter()
    job()
    return time.perf_counter() - start


def by_turns(
    ours: Callable[[], float], theirs: Callable[[], float], rounds: int
) -> tuple[float, float]:
    """The medians of two measurements taken by turns, so that both meet the same machine."""
    pairs = [(ours(), theirs()) for _ in range(rounds)]
    return statistics.median(o for o, _ in pairs), statistics.median(t for _, t in pairs)


def table(results: Sequence[Figure | Skipped]) -> Table:
    """The results as people read them."""
    shown = Table(title="Benchmarks", caption="ratio: ours as a multiple of the peer's")
    for heading in ("subject", "ours", "peer's", "ratio", "peer"):
        shown.add_column(heading, justify="left" if heading in ("subject", "peer") else "right")
    for result in results:
        if isinstance(result, Skipped):
            shown.add_row(result.name, "–", "–", "–", f"skipped: {result.reason}")
        else:
            shown.add_row(
                result.name,
                f"{result.ours:,.3g} {result.unit}",
                f"{result.theirs:,.3g} {result.unit}",
                f"{result.ratio:.2f}",
                result.peer,
            )
    return shown


def show(results: Sequence[Figure | Skipped]) -> None:
    """Prints the results, wide enough for a log file."""
    console = Console()
    width = None if console.is_terminal else 120
    Console(width=width).print(table(results))
