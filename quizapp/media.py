"""Pictures and sounds of a card: files beside the library, marked in the card's text.

A file is named by its content, ``<32 hexadecimal digits>.png``, and a text names it as
``[image:…]`` or ``[sound:…]``. So a name leads out of no folder, the same picture is kept once, and
a text is still a text wherever it goes.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping

_IMAGES = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "gif": "image/gif",
    "webp": "image/webp",
    "avif": "image/avif",
}
_SOUNDS = {
    "mp3": "audio/mpeg",
    "ogg": "audio/ogg",
    "wav": "audio/wav",
    "flac": "audio/flac",
    "m4a": "audio/mp4",
}
TYPES: Mapping[str, str] = {**_IMAGES, **_SOUNDS}
"""Endings of names, and their media types. No SVG: it is a program as much as a picture."""

LARGEST = 20_000_000
"""Bytes of one file."""

NAME = re.compile(rf"[0-9a-f]{{32}}\.(?:{'|'.join(TYPES)})")
MARK = re.compile(rf"\[(image|sound):({NAME.pattern})\]")

_WORDS = {"image": "(picture)", "sound": "(sound)"}

_BEGINNINGS = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpg"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"OggS", "ogg"),
    (b"fLaC", "flac"),
    (b"ID3", "mp3"),
)


def ending(content: bytes) -> str | None:
    """Which of ``TYPES`` a file is, by its content; None for anything else."""
    for beginning, kind in _BEGINNINGS:
        if content.startswith(beginning):
            return kind
    box = content[4:12]
    if content[:4] == b"RIFF":
        return {b"WEBP": "webp", b"WAVE": "wav"}.get(content[8:12])
    if box in (b"ftypavif", b"ftypavis"):
        return "avif"
    if box in (b"ftypM4A ", b"ftypmp42", b"ftypisom", b"ftypdash"):
        return "m4a"
    # MPEG audio without tags: eleven bits set, then version and layer, of which one is reserved.
    is_frame = len(content) > 1 and content[0] == 0xFF and content[1] & 0xE0 == 0xE0
    return "mp3" if is_frame and content[1] & 0x06 and content[1] & 0x18 != 0x08 else None


def name_of(content: bytes) -> str | None:
    """The name that a file is kept under; None where it is no picture or sound, or too large."""
    kind = ending(content)
    if kind is None or len(content) > LARGEST:
        return None
    return f"{hashlib.sha256(content).hexdigest()[:32]}.{kind}"


def mark(name: str) -> str:
    """How a text names a file."""
    kind = "image" if name.rpartition(".")[2] in _IMAGES else "sound"
    return f"[{kind}:{name}]"


def names(text: str) -> Iterator[str]:
    """The files that a text names."""
    return (found[2] for found in MARK.finditer(text))


def told(text: str) -> str:
    """A text with words for what it shows or plays, where nothing but words can stand."""
    return MARK.sub(lambda found: _WORDS[found[1]], text)


def pieces(text: str) -> Iterator[tuple[str, str]]:
    """A text in its order: ``text`` with words, ``image`` and ``sound`` with a name."""
    end = 0
    for found in MARK.finditer(text):
        if text[end : found.start()].strip():
            yield "text", text[end : found.start()]
        yield found[1], found[2]
        end = found.end()
    if text[end:].strip() or not end:
        yield "text", text[end:]
