"""The browser app: ``create_app`` and one blueprint per group of pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from flask import Flask, redirect, url_for
from jinja2 import StrictUndefined
from werkzeug.wrappers import Response

from quizapp import clock, resources
from quizapp.media import pieces, told
from quizapp.store.database import database_path, open_database
from quizapp.web import (
    adding,
    attachments,
    bringing,
    browse,
    cards,
    connection,
    curating,
    deeds,
    error_pages,
    exchange,
    library,
    matching,
    offline,
    own,
    packing,
    progress,
    quiz,
    rounds,
    security,
    settings,
    study,
    today,
    wording,
    work,
)
from quizapp.web.keys import KEYS, keys_of

_PAGES = (
    today.pages,
    study.pages,
    deeds.pages,
    quiz.pages,
    matching.pages,
    rounds.pages,
    library.pages,
    adding.pages,
    curating.pages,
    browse.pages,
    own.pages,
    cards.pages,
    progress.pages,
    exchange.pages,
    bringing.pages,
    attachments.pages,
    settings.pages,
    offline.pages,
    work.pages,
)

_PLACES = dict.fromkeys(("adding", "curating", "browse", "own", "cards"), "library")
"""Under which entry of the menu pages stand that have none of their own."""


def create_app(
    home: Path,
    *,
    now: Callable[[], datetime] = clock.now,
    hosts: Sequence[str] | None = None,
    patience: float = work.PATIENCE,
) -> Flask:
    """The app over the library in ``home``, whose database is created or migrated here.

    ``now`` is the clock; ``hosts`` are the names requests may use for the server (default: this
    machine's own); ``patience`` says for how many seconds a page waits for long work before it
    shows how far that is. Raises StoreError if the database or its folder cannot be used.
    """
    app = Flask(
        "quizapp",
        template_folder=str(resources.templates()),
        static_folder=str(Path(__file__).resolve().parent.parent / "static"),
    )
    open_database(database_path(home)).close()
    security.protect(app, home, hosts or security.trusted_hosts("127.0.0.1"))
    connection.attach(app, home, now)
    work.attach(app, patience)
    error_pages.attach(app)
    packing.attach(app)
    _set_up_templates(app)
    for pages in _PAGES:
        app.register_blueprint(pages)
    app.add_url_rule("/favicon.ico", view_func=_favicon)
    return app


def _set_up_templates(app: Flask) -> None:
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.filters.update({filter_.__name__: filter_ for filter_ in wording.FILTERS})
    app.jinja_env.filters |= {"pieces": pieces, "told": told}
    app.jinja_env.globals.update(wording.TABLES, keys_of=keys_of, KEYS=KEYS, PLACES=_PLACES)
    app.context_processor(_of_this_request)


def _of_this_request() -> dict[str, object]:
    """What every template knows: the instant, its study day, and the settings."""
    return {
        "now": connection.now(),
        "study_day": connection.study_day(),
        "look": connection.look(),
    }


def _favicon() -> Response:
    return redirect(url_for("static", filename="icon.svg"))
