"""The lines of the source files: excerpts, and the exact lines that a sentence stands on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from quizapp.identity import fold
from quizapp.model import Section, Source
from quizapp.sentences.english import is_english

_ENOUGH_WORDS = 5
LONGEST_EXCERPT = 480
"""Characters of an excerpt that nobody asked to be longer; the rest is shortened by ``…``."""


@dataclass(frozen=True, slots=True)
class Passages:
    """The lines of each source file, by its path."""

    lines: Mapping[str, tuple[str, ...]]
    foreign: frozenset[str] = frozenset()
    """Paths of texts that are not in English, of which no cards can be made."""

    @classmethod
    def of(cls, texts: Iterable[tuple[str, str]]) -> Passages:
        """From pairs of path and text."""
        known = dict(texts)
        foreign = frozenset(p for p, text in known.items() if not is_english(text))
        return cls({p: tuple(text.split("\n")) for p, text in known.items()}, foreign)

    def text(self, path: str, start: int, end: int) -> str:
        """What stands on the lines ``start`` to ``end`` (from 1, both included), folded."""
        lines = self.lines.get(path, ())
        return " ".join(" ".join(lines[max(0, start - 1) : end]).split())

    def source(self, section: Section, sentence: str | None = None) -> Source:
        """The source of a section, or of one sentence of it with just the lines it stands on."""
        start, end = section.line_start, section.line_end
        if sentence is not None:
            start, end = self._narrowed(section.path, start, end, sentence)
        excerpt = self._excerpt(self.text(section.path, start, end), sentence or section.text)
        return _source(section, start, end, excerpt, section.speaker)

    def quote_source(self, section: Section, speaker: str) -> Source:
        """The source of a quote: the lines that hold it and the name of who said it."""
        start, end = section.line_start, section.line_end
        surname = speaker.split()[-1]
        while surname not in self.text(section.path, start, end) and start > 1:
            start -= 1
            if section.line_start - start > 4:
                start = section.line_start
                break
        text = self.text(section.path, start, end)
        excerpt = text if len(text) <= 2 * LONGEST_EXCERPT else self._excerpt(text, section.text)
        return _source(section, start, end, excerpt, speaker)

    def outline(self, titles: Sequence[str]) -> Source | None:
        """The lines on which these chapter titles stand one after the other, or None."""
        for path, lines in sorted(self.lines.items()):
            found = [next((i for i, line in enumerate(lines) if t in line), None) for t in titles]
            places = [at for at in found if at is not None]
            if len(places) == len(titles) and places == sorted(places):
                start, end = places[0] + 1, places[-1] + 1
                return Source(path, start, end, self._outlined(path, start, end, titles))
        return None

    def _outlined(self, path: str, start: int, end: int, titles: Sequence[str]) -> str:
        """The titles with what stands between them, verbatim, shortened in the middle by ``…``."""
        passage = self.text(path, start, end)
        passage = passage[passage.index(titles[0]) : passage.rindex(titles[-1]) + len(titles[-1])]
        if len(passage) <= LONGEST_EXCERPT:
            return passage
        head = passage[: LONGEST_EXCERPT // 2].rpartition(" ")[0]
        tail = passage[-LONGEST_EXCERPT // 2 :].partition(" ")[2]
        return f"{head} … {tail}"

    def _narrowed(self, path: str, start: int, end: int, sentence: str) -> tuple[int, int]:
        wanted = " ".join(sentence.split())
        while start < end and wanted in self.text(path, start + 1, end):
            start += 1
        while end > start and wanted in self.text(path, start, end - 1):
            end -= 1
        return start, end

    @staticmethod
    def _excerpt(passage: str, wanted: str) -> str:
        """The part of ``passage`` that says ``wanted``, verbatim; else its beginning."""
        folded = " ".join(wanted.split())
        if folded in passage:
            passage = folded
        elif len(passage) > LONGEST_EXCERPT:
            found = fuzz.partial_ratio_alignment(folded[:LONGEST_EXCERPT], passage)
            if found is not None and found.score > 80:
                passage = passage[_word_start(passage, found.dest_start) :]
        if len(passage) <= LONGEST_EXCERPT:
            return passage
        return passage[:LONGEST_EXCERPT].rpartition(" ")[0] + " …"

    def stands(self, source: Source, text: str, *, at_least: float = 90) -> bool:
        """Whether ``text`` is found at the cited lines, near-equal (rapidfuzz partial ratio)."""
        passage = fold(self.text(source.path, source.line_start, source.line_end))
        wanted = fold(text)
        if not wanted or not passage:
            return False
        if wanted in passage:
            return True
        words = [w for w in wanted.split() if len(w) > 1]
        if len(words) >= _ENOUGH_WORDS and set(words) <= set(passage.split()):
            return True  # a pronoun that became its noun, or a clause left out
        return len(wanted) <= len(passage) + 10 and fuzz.partial_ratio(wanted, passage) >= at_least


def _source(section: Section, start: int, end: int, excerpt: str, speaker: str | None) -> Source:
    """These lines, with the place of the section in the recording."""
    when = section.chapter, section.seconds, section.inferred
    return Source(section.path, start, end, excerpt, speaker, *when)


def _word_start(text: str, at: int) -> int:
    return text.rfind(" ", 0, at) + 1
