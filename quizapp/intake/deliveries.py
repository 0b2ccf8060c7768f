"""What a person gave in the browser, between giving it and keeping it: files in the data folder.

A delivery is a folder under ``incoming``, named by when it came. Kept, it moves to ``sources``, so
that a page can be corrected there and built again; discarded, it is gone.
"""

from __future__ import annotations

import re
import secrets
import shutil
from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path, PurePosixPath

from quizapp import identity
from quizapp.errors import NotFoundError, SourceError

MOST_FILES = 2_000
"""More than any folder about episodes holds."""

_FORGOTTEN_AFTER = timedelta(days=2)
_TOKEN = re.compile(r"\d{8}-\d{6}-[0-9a-f]{6}")
_UNSAFE = re.compile(r'[\x00-\x1f<>:"|?*\\]')
_LONGEST_NAME = 120
_NAME_LENGTH = 70
_BEGINNING = 20_000
"""Characters of a text that tell what it is called."""

_SENTENCE_END = re.compile(r"(?<=\w[.!?])\s|\n")


def receive(home: Path, files: Iterable[tuple[str, bytes]], now: datetime) -> str:
    """Keeps files apart until it is decided about them; returns the delivery's name.

    Names may have folders in them, and none leads out of the delivery. Raises SourceError where
    there are no files, too many, or the disk refuses them.
    """
    given = list(files)
    if not given:
        raise SourceError("nothing was given; paste a text, choose files or give an address")
    if len(given) > MOST_FILES:
        raise SourceError(f"these are more than {MOST_FILES:,} files; give them in parts")
    sweep(home, now)
    token = f"{now:%Y%m%d-%H%M%S}-{secrets.token_hex(3)}"
    folder = home / "incoming" / token
    try:
        for name, data in given:
            _write(folder, _safe(name), data)
    except OSError as error:
        shutil.rmtree(folder, ignore_errors=True)
        raise SourceError(f"the files cannot be kept ({error.strerror}); make room") from error
    return token


def folder_of(home: Path, token: str) -> Path:
    """The folder of a delivery that is not decided about; raises NotFoundError."""
    folder = home / "incoming" / token
    if not _TOKEN.fullmatch(token) or not folder.is_dir():
        raise NotFoundError("this was kept or discarded already; give it again")
    return folder


def places(home: Path) -> tuple[Path, Path]:
    """The folder of deliveries that are not decided about, and that of those that are kept.

    As the paths of documents have it: absolute.
    """
    return (home / "incoming").absolute(), (home / "sources").absolute()


def keep(home: Path, token: str) -> Path:
    """Moves a delivery to where sources stay; returns its folder there."""
    kept = home / "sources" / token
    kept.parent.mkdir(parents=True, exist_ok=True)
    return folder_of(home, token).rename(kept)


def is_kept(home: Path, token: str) -> bool:
    """Whether a delivery was kept."""
    return bool(_TOKEN.fullmatch(token)) and (home / "sources" / token).is_dir()


def discard(home: Path, token: str) -> None:
    """Forgets a delivery."""
    shutil.rmtree(folder_of(home, token), ignore_errors=True)


def sweep(home: Path, now: datetime) -> None:
    """Forgets deliveries that nobody decided about for two days."""
    oldest = f"{now - _FORGOTTEN_AFTER:%Y%m%d-%H%M%S}"
    for folder in (home / "incoming").glob("*"):
        if _TOKEN.fullmatch(folder.name) and folder.name < oldest:
            shutil.rmtree(folder, ignore_errors=True)


def pasted_name(title: str, text: str) -> str:
    """A file name for a pasted text: after the name it was given, else after what it is called."""
    name = _file_name(title.strip() or _called(text))
    beginning = text.lstrip().lower()
    ending = ".html" if beginning.startswith(("<!doctype html", "<html")) else ".txt"
    if beginning.startswith("webvtt"):
        ending = ".vtt"
    return (name or "pasted") + ending


def _called(text: str) -> str:
    """The title of a text and what it is, else the first heading or sentence that tells something.

    Other pages of the same episode have the same title.
    """
    from quizapp.reading import Document, read_page

    page = read_page(Document("pasted.txt", "", text[:_BEGINNING]))
    if titles := page.values("title"):
        layout = "page" if page.layout == "generic" else page.layout.replace("_", " ")
        return f"{titles[0]} {layout}"
    furniture = [range(one.line_start, one.line_end + 1) for one in page.omissions]
    told = [part for s in page.sections for part in (s.heading, s.text) if part]
    lines = [
        line.strip(" #*•\t")
        for number, line in enumerate(text[:_BEGINNING].split("\n"), 1)
        if not any(number in some for some in furniture)
    ]
    candidates = (*told, *(turn.text for turn in page.turns), *lines)
    first = next((one for one in candidates if any(c.isalnum() for c in one)), "")
    return _SENTENCE_END.split(first.strip())[0]


def _file_name(called: str) -> str:
    """``How Bees Talk, part 2`` → ``How-Bees-Talk-part-2``: the title of a page that has none."""
    words = re.findall(r"[\w'’]+", called)
    kept = [word for end, word in enumerate(words, 1) if len("-".join(words[:end])) <= _NAME_LENGTH]
    return "-".join(kept) or (identity.slug(called) if words else "")


def _safe(name: str) -> PurePosixPath:
    """A path that stays inside, with names that every system takes."""
    parts = [
        _UNSAFE.sub("_", part)[-_LONGEST_NAME:].rstrip(". ")
        for part in name.replace("\\", "/").split("/")
        if part.strip() not in ("", ".", "..")
    ]
    return PurePosixPath(*([part for part in parts if part] or ["page.txt"]))


def _write(folder: Path, name: PurePosixPath, data: bytes) -> None:
    file = folder / name
    number = 1
    while file.exists():
        number += 1
        file = folder / name.with_stem(f"{name.stem}-{number}")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
