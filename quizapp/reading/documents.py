"""Finds and opens what the user gave: files, folders, zips; each trouble as one clear line."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from quizapp.errors import SourceError
from quizapp.model import Problem
from quizapp.reading.archives import ArchiveError, is_archive, read_archive
from quizapp.reading.decoding import decode

SIZE_LIMIT = 20_000_000
"""Bytes; the longest transcripts have about one million."""

_SKIPPED = frozenset({"__MACOSX", "Thumbs.db", "desktop.ini"})
_ABOUT_THE_FOLDER = re.compile(r"(?:readme|licen[cs]e)(?:\.(?:md|txt|rst))?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Document:
    r"""One file as it was found.

    ``path`` is relative to ``root``, the absolute folder it was found under (the parent folder
    when a file was given, the zip when a zip was given). ``text`` has ``\n`` as its only line end;
    its lines count as on disk.
    """

    path: str
    root: str
    text: str


@dataclass(frozen=True, slots=True)
class _Found:
    """A file; one inside of a zip has its content with it, and no place of its own on the disk."""

    file: Path
    root: Path
    shown: str
    data: bytes | None = None

    @property
    def place(self) -> str:
        """Where it is, whatever links lead there."""
        return os.path.realpath(self.file) if self.data is None else str(self.file)


def find_documents(
    paths: Sequence[Path], *, progress: Callable[[str], None] | None = None
) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
    """Every readable text under ``paths``, and a Problem for each thing that is none.

    Folders and zips are walked in sorted order; hidden files are passed over. A file that is
    given twice counts once. ``progress`` is called with each file's path before it is read.
    """
    problems: list[Problem] = []
    documents: list[Document] = []
    for found in _distinct(_found(paths, problems)):
        if progress:
            progress(found.shown)
        try:
            text = _read(found.file) if found.data is None else _text(found.data)
        except SourceError as error:
            problems.append(Problem(_legible(found.shown), None, error.message))
        else:
            documents.append(Document(_legible(found.shown), _legible(str(found.root)), text))
    return tuple(documents), tuple(problems)


def _found(paths: Sequence[Path], problems: list[Problem]) -> list[_Found]:
    found: list[_Found] = []
    for path in paths:
        try:
            is_folder, exists = path.is_dir(), path.exists()
        except OSError as error:
            problems.append(Problem(str(path), None, _trouble(error)))
            continue
        if is_folder:
            found += _in_folder(path, problems)
        elif exists and is_archive(path):
            found += _in_archive(path, path.absolute(), "", problems)
        elif exists:
            found.append(_Found(path, path.absolute().parent, path.name))
        else:
            problems.append(Problem(str(path), None, _MISSING))
    return found


_MISSING = "there is no such file or folder; check the spelling"


def _in_folder(folder: Path, problems: list[Problem]) -> list[_Found]:
    root = folder.absolute()
    before = len(problems)
    found: list[_Found] = []
    for file in _walk(root, problems):
        shown = file.relative_to(root).as_posix()
        if is_archive(file):
            found += _in_archive(file, root, f"{shown}/", problems)
        else:
            found.append(_Found(file, root, shown))
    if not found and len(problems) == before:
        problems.append(
            Problem(str(folder), None, "this folder holds no files; put the source texts into it")
        )
    return found


def _in_archive(file: Path, root: Path, prefix: str, problems: list[Problem]) -> list[_Found]:
    """The files of a zip, as if it were a folder of its name."""
    found: list[_Found] = []
    before = len(problems)
    whole = prefix.rstrip("/") or str(file)
    try:
        for name, content in read_archive(file):
            if any(_is_skipped(part) for part in name.split("/")):
                continue
            if isinstance(content, ArchiveError):
                problems.append(Problem(_legible(f"{whole}/{name}"), None, str(content)))
            else:
                place = Path(os.path.realpath(file), name)
                found.append(_Found(place, root, prefix + name, content))
    except ArchiveError as error:
        problems.append(Problem(_legible(whole), None, str(error)))
    except OSError as error:
        problems.append(Problem(_legible(whole), None, _trouble(error)))
    if not found and len(problems) == before:
        problems.append(
            Problem(_legible(whole), None, "this zip holds no files; put the source texts into it")
        )
    return found


def _walk(root: Path, problems: list[Problem]) -> Iterator[Path]:
    """The files under ``root``, sorted; a folder is entered once, whatever links lead to it."""
    entered: set[str] = set()

    def refuse(error: OSError) -> None:
        shown = error.filename or str(root)
        problems.append(Problem(str(shown), None, _trouble(error)))

    for here, folders, files in os.walk(root, followlinks=True, onerror=refuse):
        real = os.path.realpath(here)
        if real in entered:
            folders.clear()
            shown = Path(here).relative_to(root).as_posix()
            problems.append(
                Problem(shown, None, "this link leads to a folder that was read; remove the link")
            )
            continue
        entered.add(real)
        folders[:] = sorted(name for name in folders if not _is_skipped(name))
        yield from (Path(here, name) for name in sorted(files) if not _is_skipped(name))


def _legible(name: str) -> str:
    """A file's name as text: bytes that are no UTF-8 become a replacement mark."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _is_skipped(name: str) -> bool:
    """Whether a file in a folder is no page: hidden, the system's own, or about the folder."""
    return name.startswith(".") or name in _SKIPPED or bool(_ABOUT_THE_FOLDER.fullmatch(name))


def _distinct(found: list[_Found]) -> list[_Found]:
    """Each file once; where files of one name come from several folders, the folder is shown."""
    once: dict[str, _Found] = {}
    for one in found:
        once.setdefault(one.place, one)
    names = Counter(one.shown for one in once.values())
    return [
        one
        if names[one.shown] == 1
        else replace(one, root=one.root.parent, shown=f"{one.root.name}/{one.shown}")
        for one in once.values()
    ]


def _read(file: Path) -> str:
    """The text of ``file``; raises SourceError with what is wrong and what to do."""
    try:
        if not file.is_file() and file.exists():
            raise SourceError("this is not a plain file; give a text file")
        with file.open("rb") as stream:
            data = stream.read(SIZE_LIMIT + 1)
    except OSError as error:
        raise SourceError(_trouble(error)) from error
    if len(data) > SIZE_LIMIT:
        raise SourceError(
            f"this file is larger than {SIZE_LIMIT // 1_000_000} MB, which no page or transcript "
            "is; split it or give another"
        )
    return _text(data)


def _text(data: bytes) -> str:
    text = decode(data)
    if not text.strip():
        raise SourceError("this file is empty; save the page again")
    return text


def _trouble(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "this file is gone; save it again or leave it out"
    if isinstance(error, PermissionError):
        return "no permission to read this; change its permissions"
    return f"this cannot be read ({error.strerror or error}); check it and try again"
