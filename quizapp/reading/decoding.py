"""Bytes to text: encodings, marks of byte order, repaired mojibake, and what is no text at all."""

from __future__ import annotations

import codecs
import re

from quizapp.errors import SourceError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a picture or a sound recording"),
    (b"BM", "a picture"),
    (b"II*\x00", "a picture"),
    (b"MM\x00*", "a picture"),
    (b"ID3", "a sound recording"),
    (b"OggS", "a sound recording"),
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\x1f\x8b", "a compressed file"),
    (b"SQLite format 3\x00", "a database"),
    (b"\x7fELF", "a program"),
)
_LETTERED = (b"BM", b"RIFF", b"ID3", b"OggS", b"GIF8")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1a\x7f]")
_CONTROL_BYTES = bytes(code for code in range(32) if code not in b"\t\n\x0b\x0c\r\x1b\x1a")
_SUSPICIOUS = re.compile("[ÂÃâÐÑðå][\x80-\u024f\u2010-\u2122\u02c6\u02dc]")
_CUT_QUOTE = re.compile(r"â€(?=[ ,.;:!?)]|$)")
"""A closing quotation mark whose last byte is no character, and so was lost on the way."""

_OTHER_BREAKS = re.compile("[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")


def decode(data: bytes) -> str:
    r"""The text of a file, with ``\n`` as its only line end, so that lines count as on disk.

    Raises SourceError when the bytes are no text (a picture, an archive, noise).
    """
    text = _decoded(data)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.isascii():
        text = _OTHER_BREAKS.sub(" ", text)
        text = _repaired(text)
    return _CONTROL.sub("", text)


def _decoded(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    sixteen = _unmarked_utf16(data)
    if sixteen:
        return data.decode(sixteen, "replace")
    _refuse_binary(data)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _eight_bit(data)


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 without a mark shows in zeros at every other byte."""
    sample = data[:4096]
    half = len(sample) // 2
    if half < 2:
        return None
    if sample[1::2].count(0) > 0.4 * half and sample[::2].count(0) < 0.05 * half:
        return "utf-16-le"
    if sample[::2].count(0) > 0.4 * half and sample[1::2].count(0) < 0.05 * half:
        return "utf-16-be"
    return None


def _refuse_binary(data: bytes) -> None:
    sample = data[:65536]
    control = len(sample) - len(sample.translate(None, _CONTROL_BYTES))
    for signature, what in _SIGNATURES:
        if data.startswith(signature) and (signature not in _LETTERED or control):
            raise SourceError(f"this is {what}, not text; save the page as text and give that")
    if control > 0.02 * len(sample):
        raise SourceError("this is not text; save the page as text and give that")


def _eight_bit(data: bytes) -> str:
    """Damaged UTF-8 where most of it is sound, else Windows' Western European code page."""
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    sound = sum(1 for char in text if char > "\x7f") - bad
    if sound > 20 * bad:
        return text
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _repaired(text: str) -> str:
    """Mojibake undone line by line; a repair never adds or removes a line."""
    if not _SUSPICIOUS.search(text):
        return text
    return "\n".join(
        _repaired_line(line) if _SUSPICIOUS.search(line) else line for line in text.split("\n")
    )


def _repaired_line(line: str) -> str:
    import ftfy

    repaired = ftfy.fix_encoding(_CUT_QUOTE.sub("â€\x9d", line))
    return " ".join(repaired.splitlines()) if "\n" in repaired or "\r" in repaired else repaired
