"""What an acronym stands for, where a page says it: ``recurrent neural networks (RNNs)``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.generators.drafting import Side, drafted
from quizapp.material import Material
from quizapp.model import CardKind, Note, Section
from quizapp.sentences.phrasing import capitalised

_MOST = 6
"""Of one episode; more would be a glossary."""
_GIVEN = re.compile(
    r"(?<![\w’'‑])(?P<words>[A-Za-z][\w’'‑]*(?:[ -][\w’'‑]+){1,7}) "
    r"\((?P<short>[A-Z][A-Z-]{1,6}s?)\)"
)
"""It begins where a word does and parts words in one way only, so that long rows cost no time."""


def notes(material: Material) -> Iterator[Note]:
    """A note for each acronym that a section spells out, at its first place."""
    taken: set[str] = set()
    for section in material.sections:
        for text in filter(None, (section.heading, section.text)):
            for short, words in _given(text):
                if short not in taken and len(taken) < _MOST:
                    taken.add(short)
                    yield _note(short, words, section, material)


def _given(text: str) -> Iterator[tuple[str, str]]:
    for found in _GIVEN.finditer(text):
        plural = found["short"].endswith("s")
        letters = re.sub(r"[^A-Z]", "", found["short"]).lower()
        words = _spelt_out(found["words"], letters)
        if words is not None:
            single = re.sub(r"(?<=[^s])s$", "", words) if plural else words
            yield found["short"].removesuffix("s"), single


def _spelt_out(text: str, letters: str) -> str | None:
    """The last words of a text that begin with these letters, one each (hyphens part words)."""
    parts = re.split(r"([ -])", text)
    words, marks = parts[::2], parts[1::2]
    if len(words) < len(letters):
        return None
    start = len(words) - len(letters)
    if [w[:1].lower() for w in words[start:]] != list(letters):
        return None
    return "".join(w + m for w, m in zip(words[start:], [*marks[start:], ""], strict=True))


def _note(short: str, words: str, section: Section, material: Material) -> Note:
    source = material.passages.source(section)
    side = Side(
        CardKind.DEFINITION, f"What does the acronym {short} stand for?", capitalised(words), 0.3
    )
    return drafted("acronym", material, section, short, (source,), (side,))
