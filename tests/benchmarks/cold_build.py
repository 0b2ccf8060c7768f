"""A first build in a process of its own, against a process that only imports nltk and flask."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from quizapp import resources
from tests.benchmarks.figures import Figure, NotHereError, show

ROUNDS = 3
PEER = "import nltk, flask"
_MEGABYTE = 2**20
_MAXRSS_UNIT = 1 if sys.platform == "darwin" else 1024
"""Bytes in one unit of ``ru_maxrss``."""


@dataclass(frozen=True, slots=True)
class _Run:
    seconds: float
    megabytes: float


def _run(arguments: list[str]) -> _Run:
    """Runs Python cold and waits for it; wall time, and the peak of resident memory."""
    with tempfile.TemporaryDirectory() as home:
        environment = os.environ | {"QUIZAPP_HOME": home, "PYTHONDONTWRITEBYTECODE": "1"}
        start = time.perf_counter()
        child = subprocess.Popen(
            [sys.executable, *arguments],
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert child.stderr is not None
        complaint = child.stderr.read()
        _, status, usage = os.wait4(child.pid, 0)
        elapsed = time.perf_counter() - start
        child.returncode = os.waitstatus_to_exitcode(status)
        child.stderr.close()
    if child.returncode:
        raise NotHereError(f"`{' '.join(arguments)}` failed: {_last_line(complaint)}")
    return _Run(elapsed, usage.ru_maxrss * _MAXRSS_UNIT / _MEGABYTE)


def _last_line(text: str) -> str:
    return next((line for line in reversed(text.splitlines()) if line.strip()), "without a word")


def figures() -> list[Figure]:
    """Wall time and peak memory of ``quizapp build`` on the bundled source texts."""
    if not hasattr(os, "wait4"):
        raise NotHereError("this platform does not tell the memory of a child")
    if not any(path.is_file() for path in Path(resources.source_texts()).glob("*/*")):
        raise NotHereError("source_texts/ is empty")
    runs = [(_run(["-m", "quizapp", "build"]), _run(["-c", PEER])) for _ in range(ROUNDS)]
    return [
        Figure(
            f"cold build of the bundled texts, {name}",
            unit,
            statistics.median(getattr(ours, field) for ours, _ in runs),
            f"a cold process with `{PEER}`",
            statistics.median(getattr(theirs, field) for _, theirs in runs),
        )
        for name, unit, field in (("time", "s", "seconds"), ("peak memory", "MB", "megabytes"))
    ]


if __name__ == "__main__":
    show(figures())
