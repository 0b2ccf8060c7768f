"""Commands as a user runs them: in this process for speed, or in one of its own."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from unittest import mock

from quizapp import cli, resources

MORNING = "2026-01-05T09:00:00+01:00"
"""When commands run, unless a test says otherwise: a Monday, an hour east of Greenwich."""

BUNDLED = resources.source_texts() / "ilya-sutskever-deep-learning"
PAGES = Path(__file__).parent / "pages"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """What stands on stdout, as the one JSON value that it must be."""
        return json.loads(self.out)

    @property
    def complaint(self) -> str:
        """The one line on stderr of a command that failed."""
        lines = self.err.splitlines()
        assert len(lines) == 1, self.err
        assert "Traceback" not in self.err
        return lines[0]


@dataclass(frozen=True, slots=True)
class Console:
    """A user with a data folder and a clock that stands still."""

    home: Path
    now: str = MORNING

    def __call__(self, *arguments: str | Path, **environment: str) -> Outcome:
        """Run a command in this process; anything but an exit is the caller's."""
        out, err = io.StringIO(), io.StringIO()
        argv = ["quizapp", *map(str, arguments)]
        with (
            mock.patch.dict(os.environ, self.environment(environment)),
            mock.patch.object(sys, "argv", argv),
            redirect_stdout(out),
            redirect_stderr(err),
        ):
            try:
                cli.main()
            except SystemExit as end:
                code = end.code
            else:
                code = 0
        assert code is None or isinstance(code, int), code
        return Outcome(code or 0, out.getvalue(), err.getvalue())

    def process(self, *arguments: str | Path, **environment: str) -> Outcome:
        """Run a command in a process of its own."""
        done = subprocess.run(
            [sys.executable, "-m", "quizapp", *map(str, arguments)],
            env=os.environ | self.environment(environment),
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
            stdin=subprocess.DEVNULL,
        )
        return Outcome(done.returncode, done.stdout, done.stderr)

    def environment(self, more: Mapping[str, str] | None = None) -> dict[str, str]:
        """What the command finds in its environment."""
        own = {"QUIZAPP_HOME": str(self.home), "QUIZAPP_NOW": self.now, "COLUMNS": "100"}
        return own | dict(more or {})

    def at(self, now: str) -> Console:
        """The same user at another moment."""
        return replace(self, now=now)

    def fine(self, *arguments: str | Path) -> Any:
        """The JSON of a command that has to succeed without a word on stderr."""
        done = self(*arguments, "--json")
        assert (done.code, done.err) == (0, "")
        return done.json

    def cards(self, *arguments: str) -> dict[str, Any]:
        """The stored cards by their ids."""
        return {card["id"]: card for card in self.fine("cards", *arguments)["cards"]}
