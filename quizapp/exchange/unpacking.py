"""Anki's files opened: out of a package, old or new form, or the bare database of a collection.

Files come from strangers. Nothing is unpacked under a name that stands in the file, nothing
beyond a size, and nothing that does not begin as a database does.
"""

from __future__ import annotations

import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Protocol

import zstandard

from quizapp.errors import IncomingError

LARGEST_COLLECTION = 1 << 30
"""Bytes of a database, unpacked: that of three million reviews has a third of it."""

MOST_ENTRIES = 200_000

_PIECE = 1 << 20
_DATABASE = b"SQLite format 3\x00"
_ZIP = b"PK\x03\x04"
ZSTD = b"\x28\xb5\x2f\xfd"
_COLLECTIONS = ("collection.anki21b", "collection.anki21", "collection.anki2")
"""The newest form first: the older names then hold a dummy."""

_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, zstandard.ZstdError, EOFError, RuntimeError),
    *(NotImplementedError, UnicodeDecodeError, ValueError, KeyError),
)


class Readable(Protocol):
    """What bytes can be read from."""

    def read(self, size: int = -1, /) -> bytes:
        """The next bytes, at most so many."""
        ...


@contextmanager
def package(path: Path) -> Iterator[zipfile.ZipFile]:
    """The zip of an ``.apkg`` or ``.colpkg``; raises IncomingError where it is none or damaged."""
    with explained(path), zipfile.ZipFile(path) as archive:
        if len(archive.infolist()) > MOST_ENTRIES:
            raise IncomingError("has more files in it than any deck needs", path=str(path))
        yield archive


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turns what the parts of a damaged package raise into one line; raises IncomingError."""
    try:
        yield
    except FileNotFoundError:
        raise IncomingError("there is no such file; check its name", path=str(path)) from None
    except _BROKEN:
        raise IncomingError(
            "the package is damaged; export it from Anki again", path=str(path)
        ) from None
    except OSError as error:
        raise IncomingError(
            f"cannot be read ({error.strerror or error}); check the file", path=str(path)
        ) from None


@contextmanager
def collection_file(path: Path) -> Iterator[Path]:
    """The collection's database as a file of its own, which may be opened and is gone after.

    Takes ``.apkg`` and ``.colpkg`` of any version and bare ``collection.anki2``, ``.anki21``,
    ``.anki21b``, known by their first bytes, whatever they are called. Raises IncomingError.
    """
    with tempfile.TemporaryDirectory(prefix="quizapp-") as folder:
        to = Path(folder) / "collection.db"
        with explained(path):
            _fetch(path, to)
        yield to


def _fetch(path: Path, to: Path) -> None:
    if path.is_dir():
        raise IncomingError("is a folder; give a file that Anki exported", path=str(path))
    with path.open("rb") as file:
        start = file.read(len(_DATABASE))
        file.seek(0)
        if start.startswith(_ZIP):
            with package(path) as archive:
                _from_package(archive, path, to)
        elif start.startswith(ZSTD):
            _copy(decompressed(file), to, path)
        else:
            _copy(file, to, path)
            _with_journal(path, to)


def _from_package(archive: zipfile.ZipFile, path: Path, to: Path) -> None:
    names = set(archive.namelist())
    name = next((one for one in _COLLECTIONS if one in names), None)
    if name is None:
        raise IncomingError("holds no Anki collection; is it an Anki package?", path=str(path))
    with archive.open(name) as entry:
        _copy(decompressed(entry) if name.endswith("b") else entry, to, path)


def decompressed(compressed: IO[bytes]) -> Readable:
    """What a zstd stream holds, as it is read; no more memory than its window."""
    return zstandard.ZstdDecompressor(max_window_size=1 << 27).stream_reader(
        compressed, read_across_frames=True
    )


def _copy(source: Readable, to: Path, path: Path) -> None:
    """Copies a database piece by piece, and stops as soon as it is none, or too large."""
    size = 0
    with to.open("wb") as out:
        while piece := source.read(_PIECE):
            if not size and not piece.startswith(_DATABASE):
                raise IncomingError(
                    "is no collection of Anki's; give an .apkg, a .colpkg or a collection.anki2",
                    path=str(path),
                )
            size += len(piece)
            if size > LARGEST_COLLECTION:
                raise IncomingError(
                    f"unpacks to more than {LARGEST_COLLECTION >> 20} MB; export fewer decks",
                    path=str(path),
                )
            out.write(piece)
    if not size:
        raise IncomingError("the file is empty; export it from Anki again", path=str(path))


def _with_journal(path: Path, to: Path) -> None:
    """What Anki has written lately stands beside the database, in its journal."""
    journal = path.with_name(f"{path.name}-wal")
    if journal.is_file() and journal.stat().st_size <= LARGEST_COLLECTION:
        shutil.copyfile(journal, to.with_name(f"{to.name}-wal"))
