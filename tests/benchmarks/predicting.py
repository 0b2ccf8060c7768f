"""How well recall is predicted on one learner's real log: ``make predict`` shows it.

Five folds in order of time: each is predicted by what was learnt from everything before it. Judged
are first answers of a day only. The learner's nights lie between 6 and 12 o'clock UTC, so 4 o'clock
of a place five hours west begins a study day.

Beside FSRS-6: SM-2, and the plain average of all answers before. Which traits the correction goes
by, and how fast it learns, was chosen on this very log, so that its gain is the most that may be
hoped for; with other windows and rates it was from about a third of that to all of it.
"""

from __future__ import annotations

import csv
import os
from collections.abc import Sequence
from datetime import datetime, timedelta, timezone
from pathlib import Path

from rich.console import Console
from rich.table import Table

from quizapp.memory import fitting
from quizapp.memory.calibration import Calibration
from quizapp.memory.fitting import Answered, Trial
from quizapp.scheduling import DEFAULT_MODEL, Model, study_day
from tests.benchmarks.figures import Figure, NotHereError

DATA = Path(
    os.environ.get("QUIZAPP_REVIEWS")
    or Path(__file__).parents[3] / "shared" / "data" / "reviews-one-learner.csv"
)
FOLDS = 5
FITTED_AT_MOST = Calibration(log_loss=0.4388, rmse_bins=0.0456, reviews=0)
"""What fitted parameters have to come down to."""

PLACE = timezone(timedelta(hours=-5))


def log(path: Path = DATA) -> list[Answered]:
    """The learner's answers in order of time; raises NotHereError without the file."""
    if not path.exists():
        raise NotHereError(f"the log is not here; set QUIZAPP_REVIEWS to it ({path.name})")
    with path.open(encoding="utf-8", newline="") as file:
        rows = sorted(
            (datetime.fromisoformat(row["review_time"]), row["card_id"], int(row["review_rating"]))
            for row in csv.DictReader(file)
        )
    return [Answered(card, study_day(at, PLACE), rating) for at, card, rating in rows]


def folds(found: Sequence[Trial]) -> list[tuple[Sequence[Trial], Sequence[Trial]]]:
    """What comes before each fold, and the fold; as scikit-learn's TimeSeriesSplit has it."""
    size = len(found) // (FOLDS + 1)
    starts = range(len(found) - FOLDS * size, len(found), size)
    return [(found[:start], found[start : start + size]) for start in starts]


def sm2(trial: Trial) -> float:
    """The chance of recall by SM-2's interval, as the benchmark of the field counts it.

    Every answer counts (Wozniak, "Application of a computer to improve the results obtained in
    working with the SuperMemo method"; srs-benchmark); recall has fallen to 0.9 after the interval.
    """
    ease, interval, passes = 2.5, 1, 0
    for rating, _ in trial.history:
        quality = rating + 1
        if quality <= 2:
            interval, passes = 1, 0
        else:
            interval = (1, 6)[passes] if passes < 2 else max(1, round(interval * ease + 0.01))
            passes += 1
        ease = max(1.3, ease + 0.1 - (5 - quality) * (0.08 + (5 - quality) * 0.02))
    return float(0.9 ** (trial.elapsed / interval))


def evaluate(found: Sequence[Trial]) -> dict[str, Calibration]:
    """Every way of predicting, judged on the same answers."""
    judged: list[Trial] = []
    by_fit: list[float] = []
    by_average: list[float] = []
    for before, fold in folds(found):
        by_fit += fitting.predicted(fold, Model(fitting.fitted(before)))
        share = sum(one.recalled for one in before) / len(before)
        by_average += [share] * len(fold)
        judged += fold
    return {
        "FSRS-6 fitted, with the correction": _corrected(found, judged, by_fit),
        "FSRS-6 fitted": fitting.judge(judged, by_fit),
        "FSRS-6, default parameters": fitting.judge(judged, fitting.predicted(judged)),
        "plain average": fitting.judge(judged, by_average),
        "SM-2": fitting.judge(judged, [sm2(one) for one in judged]),
    }


def _corrected(
    found: Sequence[Trial], judged: Sequence[Trial], by_fit: Sequence[float]
) -> Calibration:
    """The correction has learnt from what came before the first fold, by default parameters."""
    start = len(found) - len(judged)
    chances = [*fitting.predicted(found[:start], DEFAULT_MODEL), *by_fit]
    return fitting.judge(judged, fitting.corrected(found, chances, start))


def figures() -> list[Figure]:
    """The log loss of the fitted model, corrected or not, against the default one's."""
    rows = evaluate(fitting.trials(log()))
    default = rows["FSRS-6, default parameters"]
    return [
        Figure(f"log loss, {name}", "", rows[name].log_loss or 0, "default parameters",
               default.log_loss or 0)
        for name in ("FSRS-6 fitted", "FSRS-6 fitted, with the correction")
    ]  # fmt: skip


def show() -> None:
    """Prints the table."""
    answers = log()
    found = fitting.trials(answers)
    rows = evaluate(found)
    judged = next(iter(rows.values())).reviews
    table = Table(
        title="How well recall is predicted",
        caption=f"{len(answers):,} answers, {len(found):,} trials, {judged:,} judged in {FOLDS} "
        "folds in order of time; less is better",
    )
    for heading in ("prediction", "log loss", "RMSE(bins)"):
        table.add_column(heading, justify="left" if heading == "prediction" else "right")
    for name, one in rows.items():
        table.add_row(name, f"{one.log_loss:.6f}", f"{one.rmse_bins:.6f}")
    Console().print(table)
    fitted, most = rows["FSRS-6 fitted"], FITTED_AT_MOST
    for name, ours, wanted in (
        ("log loss", fitted.log_loss or 1.0, most.log_loss or 0.0),
        ("RMSE(bins)", fitted.rmse_bins or 1.0, most.rmse_bins or 0.0),
    ):
        said = "is" if ours <= wanted else "IS NOT"
        print(f"fitted {name} {ours:.6f} {said} at most {wanted}")


if __name__ == "__main__":
    show()
