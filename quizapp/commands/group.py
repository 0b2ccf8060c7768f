"""The command itself with its options, and what its commands share: the library, its clock."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

import click
import platformdirs

from quizapp import __version__, clock
from quizapp.errors import NotFoundError

if TYPE_CHECKING:
    from datetime import datetime

    from sqlite_utils import Database


paths_argument = click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON, for programs.")
episode_option = click.option("--episode", metavar="SLUG", help="Only this episode.")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--home",
    envvar="QUIZAPP_HOME",
    type=click.Path(path_type=Path),
    help="The folder of your data.  [default: the platform's application folder]",
)
@click.version_option(__version__, prog_name="quizapp")
@click.pass_context
def cli(context: click.Context, home: Path | None) -> None:
    """Remember what you heard: study cards out of the pages written about an episode."""
    context.obj = home or platformdirs.user_data_path("quizapp", appauthor=False)


@contextmanager
def library(home: Path) -> Iterator[Database]:
    """The library of a data folder, open for a command."""
    from quizapp.store.database import database_path, open_database

    db = open_database(database_path(home))
    try:
        yield db
    finally:
        db.close()


def now(db: Database) -> datetime:
    """This instant in the zone that the learner has set, or else in the machine's."""
    from quizapp.store.settings import in_zone, settings

    return in_zone(clock.now(), settings(db))


def check_episode(db: Database, slug: str | None) -> None:
    """Raise NotFoundError for an episode that the library does not have, naming what is like it."""
    from quizapp.store import library

    known = [episode.slug for episode in library.episodes(db)]
    if slug is None or slug in known:
        return
    meant = get_close_matches(slug, known, n=3, cutoff=0.4) or known[:3]
    advice = f"did you mean {' or '.join(meant)}?" if meant else "quizapp build adds episodes"
    raise NotFoundError(f"there is no episode {slug!r}; {advice}")
