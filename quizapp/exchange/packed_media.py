"""The pictures and sounds in a package of Anki's, in its old form and in its new one.

The entry ``media`` says which name each of the entries ``0``, ``1``, … has: as JSON, or as a
protocol buffer, in which case it and they are compressed. The names are the sender's: nothing is
ever written under one, and no entry is read beyond its bounds.
"""

from __future__ import annotations

import io
import json
import unicodedata
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import unquote

from quizapp.exchange.protobuf import messages, text
from quizapp.exchange.unpacking import ZSTD, decompressed, explained, package

LONGEST_LIST = 50_000_000
"""Bytes of the list of names."""

MOST_BYTES = 2_000_000_000
"""Bytes of all files that are read out of one package."""


class PackedMedia:
    """The files of a package by the names that its notes use."""

    def __init__(self, archive: zipfile.ZipFile | None, path: Path) -> None:
        self._archive = archive
        self._path = path
        self._left = MOST_BYTES
        self._compressed = False
        self._entries = self._list() if archive else {}

    def read(self, name: str, most: int) -> bytes | None:
        """The file's content; None where there is none of that name, or it is larger than that."""
        entry = self._entries.get(_plain(name)) or self._entries.get(_plain(unquote(name)))
        if entry is None:
            return None
        content = self._content(entry, min(most, self._left) + 1)
        if content is None or len(content) > min(most, self._left):
            return None
        self._left -= len(content)
        return content

    def _content(self, entry: str, most: int) -> bytes | None:
        with explained(self._path):
            if self._archive is None or entry not in self._archive.NameToInfo:
                return None
            with self._archive.open(entry) as packed:
                if not self._compressed:
                    return packed.read(most)
                unpacked, found = decompressed(packed), io.BytesIO()
                while found.tell() < most and (piece := unpacked.read(most - found.tell())):
                    found.write(piece)
                return found.getvalue()

    def _list(self) -> Mapping[str, str]:
        listed = self._content("media", LONGEST_LIST) or b""
        if listed.startswith(ZSTD):
            self._compressed = True
            listed = self._content("media", LONGEST_LIST) or b""
            entries = (one for key, one in messages(listed) if key == 1)
            names = [text(one, 1) if isinstance(one, bytes) else "" for one in entries]
            return {_plain(name): str(number) for number, name in enumerate(names) if name}
        try:
            form = json.loads(listed or b"{}")
        except (ValueError, RecursionError):
            return {}
        pairs = form.items() if isinstance(form, dict) else ()
        return {_plain(name): entry for entry, name in pairs if isinstance(name, str)}


@contextmanager
def packed_media(path: Path) -> Iterator[PackedMedia]:
    """The files in a package; none where it is a bare collection. Raises IncomingError."""
    if not zipfile.is_zipfile(path):
        yield PackedMedia(None, path)
        return
    with package(path) as archive:
        yield PackedMedia(archive, path)


def _plain(name: str) -> str:
    return unicodedata.normalize("NFC", name)
