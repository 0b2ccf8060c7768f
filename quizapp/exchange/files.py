"""Files that are written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

from quizapp.errors import ExportError


def replace_file(to: Path, content: bytes) -> None:
    """Puts ``content`` at ``to`` in one step: a reader sees the old file or the new one.

    Written beside it first, so that a full disk or a killed process leaves the old file.
    Raises ExportError where the folder does not exist or cannot be written.
    """
    if to.is_dir():
        raise ExportError("is a folder; give a file's name", path=str(to))
    beside = to.with_name(f".{to.name}.{os.getpid()}.part")
    try:
        with beside.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(to)
    except FileNotFoundError:
        raise ExportError("no such folder; create it first", path=str(to.parent)) from None
    except OSError as error:
        raise ExportError(
            f"cannot be written ({error.strerror or error}); choose another place", path=str(to)
        ) from None
    finally:
        _remove(beside)


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return  # the folder is gone or closed: there is nothing of ours left to clear away
