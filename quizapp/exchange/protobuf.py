"""As much of protocol buffers as Anki's files need: numbered values of two sorts."""

from __future__ import annotations

from collections.abc import Iterator


def messages(data: bytes) -> Iterator[tuple[int, int | bytes]]:
    """The numbered values of a protocol buffer, of the two sorts that are needed here."""
    at = 0
    while at < len(data):
        key, at = _varint(data, at)
        if key & 7 == 0:
            value, at = _varint(data, at)
            yield key >> 3, value
        elif key & 7 == 2:
            length, at = _varint(data, at)
            yield key >> 3, data[at : at + length]
            at += length
        else:
            at += {1: 8, 5: 4}.get(key & 7, len(data))


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while at < len(data) and shift < 64:
        byte = data[at]
        value |= (byte & 127) << shift
        at, shift = at + 1, shift + 7
        if byte < 128:
            break
    return value, at


def text(data: bytes, field: int) -> str:
    """The text of a field; empty where there is none."""
    found = (value for key, value in messages(data) if key == field)
    value = next(found, b"")
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else ""


def number(data: bytes, field: int) -> int:
    """The number of a field; 0 where there is none."""
    found = (value for key, value in messages(data) if key == field)
    value = next(found, 0)
    return value if isinstance(value, int) else 0
