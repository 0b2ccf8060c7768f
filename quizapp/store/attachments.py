"""Pictures and sounds beside the library, in the folder ``media`` of its database's."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from sqlite_utils import Database

from quizapp import media
from quizapp.errors import StoreError


def folder(db: Database) -> Path:
    """Where they are kept; it may not be there yet."""
    [file] = [row[2] for row in db.execute("PRAGMA database_list") if row[1] == "main"]
    return Path(file).parent / "media"


def find(db: Database, name: str) -> Path | None:
    """The file of that name, where there is one."""
    if not media.NAME.fullmatch(name):
        return None
    path = folder(db) / name
    return path if path.is_file() else None


def reader(db: Database) -> Callable[[str], bytes | None]:
    """What gives the content of the files that are there."""

    def read(name: str) -> bytes | None:
        path = find(db, name)
        return path.read_bytes() if path else None

    return read


def keep(db: Database, content: bytes) -> tuple[str, bool] | None:
    """Keeps a picture or a sound: its name, and whether it is new; None for any other file.

    Raises StoreError where it cannot be written.
    """
    name = media.name_of(content)
    if name is None:
        return None
    if find(db, name):
        return name, False
    to = folder(db) / name
    beside = to.with_name(f".{name}.{os.getpid()}.part")
    try:
        to.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(content)
        beside.replace(to)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise StoreError(
            f"a picture or sound cannot be kept ({error.strerror}); make room, or the folder "
            "writable",
            path=str(to.parent),
        ) from None
    return name, True


def forget(db: Database, name: str) -> None:
    """Removes a file that was kept for something that then was not stored."""
    if path := find(db, name):
        path.unlink(missing_ok=True)
