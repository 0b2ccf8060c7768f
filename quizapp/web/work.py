"""Work that takes longer than a page may: done beside the requests, with a page that says how far.

Most work is over before anybody would notice; a request waits that long for it, and goes on as if
nothing had been. Else it leads to a page of the work's own, which asks again by itself, with a
script or without, and leads on when it is done.
"""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from typing import Any

from flask import Blueprint, Flask, current_app, redirect, render_template, request, url_for
from sqlite_utils import Database
from werkzeug.wrappers import Response

from quizapp.build import Progress
from quizapp.errors import NotFoundError
from quizapp.store.database import connect, database_path
from quizapp.web.connection import home

pages = Blueprint("work", __name__, url_prefix="/work")

_WORKS = "quizapp.works"
_REMEMBERED = 4
"""So much work is kept at hand after it is done, for its page to be looked at again."""

PATIENCE = 0.8
"""Seconds that a request waits for its work before it shows how far it is."""


@dataclass(slots=True)
class Work:
    """Something that is being done: what, how far, and in the end its result or its error."""

    number: str
    title: str
    path: str
    then: Callable[[Any], Response]
    step: str = ""
    done: int = 0
    of: int = 0
    outcome: Any = None
    error: BaseException | None = None
    over: threading.Event = field(default_factory=threading.Event)

    def report(self, step: str, done: int, of: int) -> None:
        """Progress, as a build tells it."""
        self.step, self.done, self.of = step, done, of

    @property
    def result(self) -> Any:
        """What came of it; an error is raised here, where a page can be made of it."""
        if self.error is not None:
            raise self.error
        return self.outcome


class _Works:
    """The work of one app, one at a time: two would only slow each other down."""

    def __init__(self, patience: float) -> None:
        self.patience = patience
        self.turn = threading.Lock()
        self.known: dict[str, Work] = {}


def attach(app: Flask, patience: float) -> None:
    """Let requests of ``app`` hand over work."""
    app.extensions[_WORKS] = _Works(patience)


def begin(
    title: str,
    do: Callable[[Database, Progress], Any],
    then: Callable[[Any], Response] | None = None,
) -> Work:
    """Begins work and waits a moment for it.

    ``do`` gets a connection of its own. ``then`` makes the answer of its result, once it is over;
    without it the request is made again, with the number of the work in ``seen``.
    """
    works: _Works = current_app.extensions[_WORKS]
    number = secrets.token_urlsafe(12)
    again = request.path
    then = then or (lambda _: redirect(f"{again}?seen={number}", 303))
    work = Work(number, title, again, then)
    while len(works.known) >= _REMEMBERED:
        over = next((one for one, known in works.known.items() if known.over.is_set()), None)
        if over is None:
            break
        del works.known[over]
    works.known[number] = work
    path = database_path(home())

    def run() -> None:
        try:
            with works.turn, closing(connect(path)) as db:
                work.outcome = do(db, work.report)
        except BaseException as error:  # told by the page that asks for it
            work.error = error
        finally:
            work.over.set()

    threading.Thread(target=run, name=f"work {number}", daemon=True).start()
    work.over.wait(works.patience)
    return work


def seen() -> Work | None:
    """This page's work that its address says is over; None for none."""
    works: _Works = current_app.extensions[_WORKS]
    work = works.known.get(request.args.get("seen", ""))
    return work if work and work.path == request.path and work.over.is_set() else None


def answer(work: Work) -> Response:
    """What to answer with: what comes of the work if it is over, else the way to its page."""
    if not work.over.is_set():
        return redirect(url_for("work.show", number=work.number), 303)
    return work.then(work.result)


@pages.get("/<number>")
def show(number: str) -> Response | str:
    """How far the work is; what comes of it, once it is over."""
    work = _known(number)
    return answer(work) if work.over.is_set() else render_template("work.html", work=work)


@pages.get("/<number>/state")
def state(number: str) -> dict[str, object]:
    """The same for the script on that page."""
    work = _known(number)
    over = work.over.is_set()
    return {"step": work.step, "done": work.done, "of": work.of, "over": over}


def _known(number: str) -> Work:
    works: _Works = current_app.extensions[_WORKS]
    if number not in works.known:
        raise NotFoundError("this work is over; what came of it is in the library")
    return works.known[number]
