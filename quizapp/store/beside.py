"""A place beside a file where its next content is made, before it takes the file's place."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from quizapp.errors import StoreError

_ENDS = ("", "-journal", "-wal", "-shm")
"""What SQLite leaves beside a database when it is killed."""


@contextmanager
def beside(path: Path) -> Iterator[Path]:
    """A file of this process beside ``path``; what is left of it at the end is cleared away.

    Raises StoreError where nothing can be written there.
    """
    place = path.with_name(f".{path.name}.{os.getpid()}.part")
    _clear(place)
    try:
        place.touch()
        yield place
    except OSError as error:
        raise StoreError(
            f"cannot be written ({error.strerror or error}); choose another place", path=str(path)
        ) from error
    finally:
        _clear(place)


def _clear(place: Path) -> None:
    for end in _ENDS:
        with suppress(OSError):
            place.with_name(place.name + end).unlink(missing_ok=True)
