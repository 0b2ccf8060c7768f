"""Which chapter a part of an episode belongs to when no page says so: told by its words.

Two things tell: that a section takes up the words of a chapter's title, the rarer the better, and
that what it says is said in the transcript within that chapter. What is found so is marked as
inferred; a second is never inferred. Where the words do not decide, nothing is said.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TypeVar

from quizapp.model import Chapter, Section, SectionKind, Turn
from quizapp.reading.moments import words_of
from quizapp.reading.section_words import SectionWords, StemLikeness
from quizapp.reading.starts import by_times, by_words
from quizapp.reading.stems import Weights, stem, stems, tells

_Part = TypeVar("_Part", Section, Turn)

_SOUGHT = frozenset(SectionKind) - {SectionKind.SUMMARY, SectionKind.TOPIC}
"""What a summary or a topic names may stand in every chapter."""

_FEWEST_WORDS = 1000
"""Words of a transcript that can be all that was said."""

_STRETCH, _STEP = 120, 40
"""Words of the transcript that are compared with a section at once, and from one to the next."""

_MARGINAL = re.compile(
    r"(?:cold |the )?(?:intro|introduction|opening|open|welcome|outro|closing|conclusion|preview|"
    r"sponsors?|ads?|adverts?|q&a|questions?|credits|goodbye|wrap[- ]?up|closing thoughts|"
    r"final thoughts|start|end|books|housekeeping)\W*",
    re.IGNORECASE,
)
"""Titles of chapters whose words are taken up anywhere."""

_TITLE = 0.2
"""What a title that is wholly taken up counts beside the likeness to a stretch (0 to 1)."""

_LIKE, _LIKER = 0.22, 1.05
"""So much has to speak for a chapter, and so many times as much as for any other."""

_MATTER = 6.0
"""The squared weight of a word or two that few texts have: less decides nothing."""

_TAKEN, _TAKEN_MORE = 0.5, 1.5
"""The share of a title that is taken up, and how many times as much as of any other title."""

_SAME, _SAME_MORE = 0.22, 1.5
"""The same for the likeness to a section whose chapter is known."""


@dataclass(frozen=True, slots=True)
class Located:
    """Sections and turns, those without a chapter in the one that their words tell."""

    sections: tuple[Section, ...]
    turns: tuple[Turn, ...]


def located(
    sections: Sequence[Section],
    turns: Sequence[Turn],
    chapters: Sequence[Chapter],
    duration: int | None,
) -> Located:
    """Each section and turn in its chapter, as far as its words tell; what is stated stays."""
    if len(chapters) < 2 or not any(map(_is_sought, sections)):
        return Located(tuple(sections), tuple(turns))
    said = _transcript(turns)
    words = [stem(w) if tells(w) else "" for turn in said for w in words_of(turn.text)]
    spread = [list(filter(None, words[at : at + _STRETCH])) for at in _places(words)]
    own = {id(section): SectionWords.of(section) for section in sections}
    titles = [
        [] if _MARGINAL.fullmatch(chapter.title.strip()) else stems(chapter.title)
        for chapter in chapters
    ]
    weights = Weights([*titles, *(one.all for one in own.values()), *spread[:: _STRETCH // _STEP]])
    starts = _starts(said, words, chapters, duration, weights)
    heard = _Heard(spread, starts, weights) if starts else None

    squares = [{one: weights.of(one) ** 2 for one in title} for title in titles]
    placed = [
        _inferred(section, _chapter(own[id(section)], squares, heard, chapters))
        if _is_sought(section)
        else section
        for section in sections
    ]
    told = _Told(placed, list(own.values()), weights)
    placed = [
        _inferred(section, told.chapter(words)) if _is_sought(section) else section
        for section, words in zip(placed, own.values(), strict=True)
    ]
    by_turn = _of_turns(said, words, chapters, starts) if starts else {}
    return Located(
        tuple(_with_its_quote(section, placed) for section in placed),
        tuple(_inferred(t, by_turn.get(id(t))) if _is_placeless(t) else t for t in turns),
    )


def _is_placeless(part: Section | Turn) -> bool:
    return part.chapter is None and part.seconds is None


def _is_sought(section: Section) -> bool:
    return _is_placeless(section) and section.kind in _SOUGHT


def _inferred(part: _Part, chapter: str | None) -> _Part:
    return part if chapter is None else replace(part, chapter=chapter, inferred=True)


class _Heard:
    """What is said in the transcript, by stretches, each of which lies in a chapter."""

    def __init__(
        self, spread: Sequence[Sequence[str]], starts: Sequence[int], weights: Weights
    ) -> None:
        self._likeness = StemLikeness(map(Counter, spread), weights)
        middles = (number * _STEP + _STRETCH // 2 for number in range(len(spread)))
        self._chapters = [max(0, bisect_right(starts, middle) - 1) for middle in middles]

    def likest(self, words: SectionWords, chapters: int) -> list[float]:
        """How like the likest stretch of each chapter is to a section, from 0 to 1."""
        best = [0.0] * chapters
        for number, like in self._likeness.of(words).items():
            chapter = self._chapters[number]
            best[chapter] = max(best[chapter], like)
        return best


class _Told:
    """The sections whose chapter is known: what another page tells likewise belongs there too."""

    def __init__(
        self, sections: Sequence[Section], words: Sequence[SectionWords], weights: Weights
    ) -> None:
        known = [
            (section.chapter, own)
            for section, own in zip(sections, words, strict=True)
            if section.chapter is not None and section.kind in _SOUGHT
        ]
        self._chapters = [chapter for chapter, _ in known]
        self._likeness = StemLikeness((own.counts for _, own in known), weights)

    def chapter(self, words: SectionWords) -> str | None:
        """The chapter of the section that is most like, where it is clear of other chapters."""
        best: dict[str, float] = defaultdict(float)
        for number, like in self._likeness.of(words).items():
            chapter = self._chapters[number]
            best[chapter] = max(best[chapter], like)
        titles = list(best)
        found = _first(list(best.values()), _SAME, _SAME_MORE)
        return None if found is None else titles[found]


def _chapter(
    words: SectionWords,
    titles: Sequence[Mapping[str, float]],
    heard: _Heard | None,
    chapters: Sequence[Chapter],
) -> str | None:
    """The one chapter that the words of a section tell, or None.

    ``titles`` have the stems of each, with their weights, squared.
    """
    taken = [
        sum(weight * words.takes_up(one) for one, weight in title.items())
        / max(_MATTER, sum(title.values()))
        for title in titles
    ]
    if heard is None:
        found = _first(taken, _TAKEN, _TAKEN_MORE)
    else:
        likest = heard.likest(words, len(titles))
        scores = [like + _TITLE * share for like, share in zip(likest, taken, strict=True)]
        found = _first(scores, _LIKE, _LIKER)
    return None if found is None else chapters[found].title


def _first(scores: Sequence[float], least: float, more: float) -> int | None:
    """The place of the highest score, if it is high enough and clear of the next."""
    ranked = sorted(range(len(scores)), key=lambda place: -scores[place])
    if not ranked or scores[ranked[0]] < least:
        return None
    clear = len(ranked) == 1 or scores[ranked[0]] >= more * scores[ranked[1]]
    return ranked[0] if clear else None


def _transcript(turns: Sequence[Turn]) -> list[Turn]:
    """The turns of the file that tells most of what was said; none where that is too little."""
    by_path: dict[str, list[Turn]] = defaultdict(list)
    for turn in turns:
        by_path[turn.path].append(turn)
    lengths = {path: sum(len(t.text.split()) for t in own) for path, own in by_path.items()}
    longest = max(sorted(lengths), key=lengths.__getitem__, default="")
    return by_path[longest] if lengths.get(longest, 0) >= _FEWEST_WORDS else []


def _places(words: Sequence[str]) -> Iterable[int]:
    return range(0, max(0, len(words) - _STEP), _STEP)


def _starts(
    said: Sequence[Turn],
    words: Sequence[str],
    chapters: Sequence[Chapter],
    duration: int | None,
    weights: Weights,
) -> list[int] | None:
    """The word of the transcript at which each chapter starts; None where that is not known."""
    if not said:
        return None
    if 2 * sum(turn.seconds is not None for turn in said) > len(said):
        return by_times(said, chapters, _begins(said))
    last = chapters[-1].seconds
    return by_words(words, chapters, duration or last + last // len(chapters), weights)


def _begins(said: Sequence[Turn]) -> list[int]:
    """The word with which each turn begins."""
    lengths = [len(words_of(turn.text)) for turn in said]
    return [0, *accumulate(lengths)][: len(said)]


def _of_turns(
    said: Sequence[Turn], words: Sequence[str], chapters: Sequence[Chapter], starts: Sequence[int]
) -> dict[int, str]:
    """The chapter of each turn that lies well within one, by its identity."""
    slack = len(words) // 200
    found = {}
    for turn, at in zip(said, _begins(said), strict=True):
        end = at + len(words_of(turn.text))
        first = max(0, bisect_right(starts, max(0, at - slack)) - 1)
        if first == bisect_right(starts, min(len(words), end + slack)) - 1:
            found[id(turn)] = chapters[first].title
    return found


def _with_its_quote(section: Section, others: Sequence[Section]) -> Section:
    """A quote that tells nothing by itself stands in the chapter of the highlight around it."""
    if section.kind is not SectionKind.QUOTE or not _is_placeless(section):
        return section
    around = (
        one
        for one in others
        if one.kind is SectionKind.HIGHLIGHT
        and one.path == section.path
        and one.line_start <= section.line_start
        and section.line_end <= one.line_end
    )
    highlight = next(around, None)
    return section if highlight is None else _inferred(section, highlight.chapter)
