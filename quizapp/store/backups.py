"""A consistent copy of the library in one file, and back; also while the app is serving.

Both ways go through SQLite's own copying, beside the place first, so that nobody ever sees half a
file and a killed process leaves what was there.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from quizapp.errors import NotFoundError, StoreError
from quizapp.store.beside import beside
from quizapp.store.database import APPLICATION_ID, BUSY_TIMEOUT_MS, explain, open_database
from quizapp.store.soundness import examine

_MAGIC = b"SQLite format 3\x00"
_HOLDS = "SELECT EXISTS (SELECT 1 FROM episodes) OR EXISTS (SELECT 1 FROM reviews)"
_BUSY = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy that was made; ``rows`` says how many episodes, notes, cards and reviews it holds."""

    path: Path
    rows: Mapping[str, int]
    size: int


@dataclass(frozen=True, slots=True)
class Restored:
    """A library that was put back, from which file, and where what it replaced is ``kept``."""

    path: Path
    source: Path
    rows: Mapping[str, int]
    kept: Path | None


def back_up(database: Path, to: Path, *, replace: bool = False) -> Backup:
    """Copies the library at ``database`` into the file ``to``.

    Raises StoreError where a file is there and not to be replaced, where nothing can be written,
    and where the library itself is damaged: then an older backup stays as it is.
    """
    if not database.exists():
        raise NotFoundError("there is no library yet; quizapp build makes one", path=str(database))
    _check_place(to, database, replace)
    with beside(to) as copy:
        with _explained(database):
            _copy(database, copy)
        rows = _looked_through(copy, database, "the library is damaged; quizapp doctor says more")
        copy.replace(to)
    return Backup(to, rows, to.stat().st_size)


def restore(database: Path, source: Path, now: datetime) -> Restored:
    """Puts the backup ``source`` in the place of the library, as one change.

    An older version's is brought to this one. What was there is kept beside it. Raises StoreError,
    before anything is touched, where the file is damaged, another program's or a newer version's.
    """
    _check_backup(source, database)
    _check_ours(database)
    database.parent.mkdir(parents=True, exist_ok=True)
    with beside(database) as copy:
        with _explained(source, damaged="is damaged; restore another backup"):
            _copy(source, copy)
        rows = _looked_through(copy, source, "is damaged; restore another backup")
        _bring_up(copy, source)
        kept = _keep(database, now)
        if not database.exists():
            copy.replace(database)
        else:
            try:
                _pour(copy, database)
            except sqlite3.Error as error:
                if kept is not None:
                    kept.unlink()
                raise explain(error, database) from error
    return Restored(database, source, rows, kept)


def holds_anything(database: Path) -> bool:
    """Whether there is a library with something in it that could be lost; a damaged one is."""
    if not database.exists():
        return False
    try:
        with closing(_reader(database)) as db:
            return bool(db.execute(_HOLDS).fetchone()[0])
    except sqlite3.Error:
        return True


def _check_place(to: Path, database: Path, replace: bool) -> None:
    if to.is_dir():
        raise StoreError("is a folder; give a file's name", path=str(to))
    if not to.parent.is_dir():
        raise StoreError("no such folder; create it first", path=str(to.parent))
    if to.exists() and to.samefile(database):
        raise StoreError("is the library itself; give another name", path=str(to))
    if to.exists() and not replace:
        raise StoreError("is there already; give another name, or --yes to replace", path=str(to))


def _check_backup(source: Path, database: Path) -> None:
    if source.is_dir():
        raise StoreError("is a folder; give a backup's file", path=str(source))
    if not source.exists():
        raise NotFoundError("no such file; give one that quizapp backup wrote", path=str(source))
    if database.exists() and source.samefile(database):
        raise StoreError("is the library itself; give a backup of it", path=str(source))
    if not _is_sqlite(source):
        raise StoreError("is no backup; give a file that quizapp backup wrote", path=str(source))
    with _explained(source, damaged="is damaged; restore another backup"):
        if not _is_ours(source):
            raise StoreError("belongs to another program; give a backup", path=str(source))


def _check_ours(database: Path) -> None:
    """Refuses to write over another program's database; a damaged one may be ours."""
    try:
        foreign = database.exists() and _is_sqlite(database) and not _is_ours(database)
    except sqlite3.DatabaseError:
        return
    if foreign:
        raise StoreError(
            "this database belongs to another program; choose another folder with --home",
            path=str(database),
        )


def _is_sqlite(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(_MAGIC)) == _MAGIC


def _is_ours(path: Path) -> bool:
    with closing(_reader(path)) as db:
        (ours,) = db.execute("PRAGMA application_id").fetchone()
        return bool(ours == APPLICATION_ID)


def _reader(path: Path) -> sqlite3.Connection:
    """A connection that only reads, also in a folder where nothing can be written."""
    address = path.absolute().as_uri()
    db = sqlite3.connect(f"{address}?mode=ro", uri=True, timeout=BUSY_TIMEOUT_MS / 1000)
    try:
        db.execute("PRAGMA schema_version").fetchone()
    except sqlite3.Error as error:
        db.close()
        log = path.with_name(f"{path.name}-wal")
        if "unable to open" not in str(error) or log.exists():
            raise
        return sqlite3.connect(f"{address}?immutable=1", uri=True)
    return db


def _copy(source: Path, to: Path) -> None:
    """A copy of a database as it is at one moment, in one file and nothing beside it."""
    with closing(_reader(source)) as db, closing(sqlite3.connect(to)) as copy:
        db.backup(copy, progress=_impatient)
        copy.execute("PRAGMA journal_mode = DELETE")


def _impatient(status: int, _remaining: int, _total: int) -> None:
    """Gives up where another program holds the database longer than a writer waits."""
    if status in _BUSY:
        raise sqlite3.OperationalError("database is locked")


def _looked_through(copy: Path, path: Path, damaged: str) -> Mapping[str, int]:
    """How many rows a copy of ``path`` has; StoreError where it is not sound."""
    try:
        found = examine(copy)
    except StoreError as error:
        raise StoreError(damaged, path=str(path)) from error
    if not found.sound:
        raise StoreError(damaged, path=str(path))
    return found.rows


def _bring_up(copy: Path, source: Path) -> None:
    """Brings a copy to this version; StoreError where a newer one wrote it."""
    try:
        with closing(open_database(copy)) as db:
            db.disable_wal()
    except StoreError as error:
        raise StoreError(error.message, path=str(source)) from error


def _keep(database: Path, now: datetime) -> Path | None:
    """Where what is replaced is kept; one that cannot be copied any more is moved away whole."""
    if not holds_anything(database):
        return None
    kept = _free(database.with_name(f"{database.stem}-before-restore-{now:%Y%m%d-%H%M%S}.db"))
    try:
        with beside(kept) as copy:
            _copy(database, copy)
            copy.replace(kept)
    except sqlite3.OperationalError as error:
        raise explain(error, database) from error
    except sqlite3.DatabaseError:
        for end in ("", "-wal", "-shm"):
            there = database.with_name(database.name + end)
            if there.exists():
                there.replace(kept.with_name(kept.name + end))
    return kept


def _free(path: Path) -> Path:
    number = 1
    found = path
    while found.exists():
        number += 1
        found = path.with_stem(f"{path.stem}-{number}")
    return found


def _pour(copy: Path, database: Path) -> None:
    """Writes a copy over the library as one transaction, which those who have it open see."""
    with closing(sqlite3.connect(database, timeout=BUSY_TIMEOUT_MS / 1000)) as db:
        with closing(sqlite3.connect(copy, isolation_level=None)) as source:
            (size,) = db.execute("PRAGMA page_size").fetchone()
            if source.execute("PRAGMA page_size").fetchone() != (size,):
                source.execute(f"PRAGMA page_size = {size}")
                source.execute("VACUUM")
            source.backup(db, progress=_impatient)
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")


@contextmanager
def _explained(path: Path, *, damaged: str = "") -> Iterator[None]:
    try:
        yield
    except sqlite3.OperationalError as error:
        raise explain(error, path) from error
    except sqlite3.DatabaseError as error:
        raise (StoreError(damaged, path=str(path)) if damaged else explain(error, path)) from error
