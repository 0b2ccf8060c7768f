"""Zip archives of source texts: read as folders are, in memory, within bounds.

Nothing is unpacked onto the disk, so no entry can land outside of a folder; its name is still
refused if it tries to, because it becomes a path that people see.
"""

from __future__ import annotations

import re
import stat
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from zipfile import BadZipFile, ZipFile, ZipInfo

ENTRY_LIMIT = 20_000_000
"""Bytes of one entry."""

TOTAL_LIMIT = 100_000_000
"""Bytes of all entries together."""

MOST_ENTRIES = 10_000

_RATIO = 100
"""Text shrinks to a tenth, subtitles to less; what shrinks to a hundredth is made to burst."""

_SMALL = 1_000_000
"""Bytes; below that nothing bursts."""

_STARTS = (b"PK\x03\x04", b"PK\x05\x06")
_ESCAPES = re.compile(r"^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)|\x00")
_OFFICE = frozenset({"[Content_Types].xml", "mimetype"})
_DAMAGED = "this zip is damaged; save it again, or unpack it and give the folder"
_LOCKED = "this has a password; unpack the zip and give the folder"

Entry = tuple[str, bytes]
"""The path of a file inside of an archive, and its content."""


class ArchiveError(Exception):
    """An archive, or one entry of it, that is not read; the message says why and what to do."""


def is_archive(file: Path) -> bool:
    """Whether a file is a zip archive, sound or not; office documents and books are none."""
    try:
        if not file.is_file():
            return False
        with file.open("rb") as stream:
            if stream.read(4) not in _STARTS:
                return False
        with ZipFile(file) as archive:
            return not _OFFICE & set(archive.namelist())
    except (BadZipFile, ValueError, NotImplementedError):
        return True
    except OSError:
        return False


def read_archive(file: Path) -> Iterator[Entry | tuple[str, ArchiveError]]:
    """The files in an archive, sorted by path; an ArchiveError in place of what is left out.

    Raises ArchiveError when the whole of it cannot or should not be read.
    """
    try:
        with ZipFile(file) as archive:
            entries = {_name(one): one for one in archive.infolist() if not one.is_dir()}
            _refuse_bomb(list(entries.values()))
            for name in sorted(entries):
                try:
                    yield _safe(name), _content(archive, entries[name])
                except ArchiveError as error:
                    yield _harmless(name), error
    except (BadZipFile, ValueError, NotImplementedError, EOFError) as error:
        raise ArchiveError(_DAMAGED) from error


def _name(entry: ZipInfo) -> str:
    """The entry's name; archivers that do not say so write UTF-8 all the same."""
    if entry.flag_bits & 0x800:
        return entry.filename
    try:
        return entry.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return entry.filename


def _refuse_bomb(entries: list[ZipInfo]) -> None:
    if len(entries) > MOST_ENTRIES:
        raise ArchiveError(f"this zip holds more than {MOST_ENTRIES:,} files; give it in parts")
    size = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    if size > _SMALL and size > _RATIO * max(1, packed):
        raise ArchiveError(
            f"this zip unpacks to more than {_RATIO} times its size, as no text does; "
            "do not open it, or give the pages in it as files"
        )
    if size > TOTAL_LIMIT:
        raise ArchiveError(
            f"this zip unpacks to more than {TOTAL_LIMIT // 1_000_000} MB; give it in parts"
        )


def _safe(name: str) -> str:
    """The name, if it stays inside of the archive."""
    if _ESCAPES.search(name):
        raise ArchiveError("its name leads out of the zip; rename it inside, or leave it out")
    return PurePosixPath(name.replace("\\", "/")).as_posix()


def _harmless(name: str) -> str:
    """A name to show, without its way out."""
    parts = re.split(r"[/\\]", name.replace("\x00", ""))
    return "/".join(part for part in parts if part not in ("", ".", "..")) or "?"


def _content(archive: ZipFile, entry: ZipInfo) -> bytes:
    if entry.flag_bits & 0x1:
        raise ArchiveError(_LOCKED)
    if stat.S_ISLNK(entry.external_attr >> 16):
        raise ArchiveError("this is a link, not a file; put the file itself into the zip")
    if entry.file_size > ENTRY_LIMIT:
        raise ArchiveError(
            f"this is larger than {ENTRY_LIMIT // 1_000_000} MB, which no page or transcript is; "
            "split it or give another"
        )
    try:
        with archive.open(entry) as stream:
            return stream.read(ENTRY_LIMIT)
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError) as error:
        raise ArchiveError(
            "this part of the zip is damaged; save it again, or give the file itself"
        ) from error
