"""``python -m tests.benchmarks``: every subject, or those that are named."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Sequence

from tests.benchmarks.figures import Figure, NotHereError, Skipped, show

SUBJECTS = {
    "cold_build": "cold build of the bundled texts",
    "reading": "reading of transcripts and folders",
    "many_episodes": "a build of many episodes, on one core and on two",
    "answering": "one study answer",
    "serving": "study page, answer and today in a large library",
    "searching": "a search among 100,000 cards",
    "exporting": "export for Anki",
    "returning": "reviews that come back from Anki",
    "grading": "grading of typed answers",
    "naive_cards": "cards beside those of plain rules",
    "progressing": "the progress page",
    "predicting": "how well recall is predicted",
}
"""Module → what it measures. The cold build comes first: on Linux a child's peak of memory counts
from what its parent had when it was started."""


def measure(module: str) -> Sequence[Figure | Skipped]:
    """The figures of one subject; the reason where it cannot be measured."""
    try:
        found: Sequence[Figure | Skipped] = importlib.import_module(
            f"tests.benchmarks.{module}"
        ).figures()
    except (ImportError, NotHereError) as error:
        return [Skipped(SUBJECTS[module], str(error))]
    return found


def main(chosen: Sequence[str]) -> None:
    """Measures and prints; an unknown name is answered with those there are."""
    unknown = set(chosen) - SUBJECTS.keys()
    if unknown:
        sys.exit(f"there is no {', '.join(sorted(unknown))}; choose of {', '.join(SUBJECTS)}")
    show([result for name in SUBJECTS if name in (chosen or SUBJECTS) for result in measure(name)])


if __name__ == "__main__":
    main(sys.argv[1:])
