"""What stands on an episode's pages, and in its talk, as cards may use it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property

from rapidfuzz import fuzz

from quizapp import language
from quizapp.identity import fold
from quizapp.material.denials import Denials
from quizapp.material.naming import FullNames
from quizapp.material.passages import Passages
from quizapp.material.statement import STATING
from quizapp.material.writers import pages_with_writers, without_writer
from quizapp.model import Episode, Section, SectionKind
from quizapp.sentences.casing import Casing
from quizapp.sentences.names import Names

_WHOLE_TALK = 5000
"""Words of a transcript that can be held against the pages: half an hour of talk."""
_MANY_PAGES, _MUCH = 3, 2500
"""So many pages with so many words in all tell of it."""
_RARE, _FEW_RARE, _TOLD_SHARE = 4.6, 6, 0.45
"""A section with so many words rarer than this (Zipf) has this share of them in its talk."""


def _without_writer(section: Section) -> Section:
    """The section without what its page's writer says of themselves; a quotation as it is."""
    if section.kind is SectionKind.QUOTE:
        return section
    text = without_writer(section.text)
    return section if text == section.text else replace(section, text=text)


@dataclass(frozen=True)
class Pages:
    """The sections of an episode, put right by its talk, and their sentences.

    ``passages`` gives the lines of the source files.
    """

    episode: Episode
    passages: Passages
    names: Names = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "names", Names.of(self.episode))

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The sections that cards are made of: with text, on pages in a language that is known.

        They come page by page, in the order of the pages' paths: whoever gives the files one by
        one, in whatever order, gets the same cards. A size or a condition that the talk puts right
        is left out, and so is what the writer of a page says of themselves.
        """
        fit = (s for s in self.episode.sections if s.text.strip())
        known = (s for s in fit if s.path not in self.passages.foreign)
        right = sorted(map(self._put_right, known), key=lambda s: s.path)
        own = (_without_writer(s) if s.path in self.written else s for s in right)
        return tuple(s for s in own if s.text)

    @cached_property
    def written(self) -> frozenset[str]:
        """The pages whose writer, who is none of the speakers, says ``I``: their headings too."""
        return pages_with_writers(self.episode.sections, self.names)

    def _put_right(self, section: Section) -> Section:
        """The section as the talk puts it right; a quotation, and most others, as it is."""
        if section.kind is SectionKind.QUOTE:
            return section
        text = self.denials.put_right(section.text)
        return section if text == section.text else replace(section, text=text)

    @cached_property
    def words(self) -> int:
        """How many words the sections have, with their headings."""
        return sum(len(f"{s.heading or ''} {s.text}".split()) for s in self.sections)

    @cached_property
    def are_many(self) -> bool:
        """Whether so many pages tell of an episode that somebody wants to know it well."""
        pages = len({s.path for s in self.sections})
        return pages >= _MANY_PAGES and self.words >= _MUCH

    @cached_property
    def denials(self) -> Denials:
        """What is denied in the talk, where there is a transcript in a known language."""
        turns = [t for t in self.episode.turns if t.path not in self.passages.foreign]
        return Denials(turns, self.names.host)

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """Every sentence of the curated pages, headings that are claims among them.

        Those of the talk where there are no such pages.
        """
        texts: list[str] = []
        if self._only_talk:
            texts = [s for turn in self.episode.turns for s in language.sentences(turn.text)]
        for section in self.sections:
            if section.heading and language.is_sentence(section.heading):
                texts.append(section.heading)
            texts.extend(language.sentences(section.text))
        return tuple(dict.fromkeys(texts))

    @cached_property
    def stem_sets(self) -> tuple[frozenset[str], ...]:
        """The content stems of each of ``sentences``."""
        return tuple(frozenset(language.content_stems(s)) for s in self.sentences)

    @cached_property
    def _only_talk(self) -> bool:
        """Whether nobody wrote about the episode: there is its transcript alone."""
        return not any(s.kind in (*STATING, SectionKind.QUOTE) for s in self.sections)

    def texts(self) -> Iterable[str]:
        """All that the pages say, headings and chapters among it, or the talk where it is alone."""
        if self._only_talk:
            yield from (turn.text for turn in self.episode.turns)
        for section in self.sections:
            yield section.text
            if section.heading:
                yield section.heading
        yield from (c.title for c in self.episode.chapters)

    @cached_property
    def full_names(self) -> FullNames:
        """What stands before the last word of a name that the episode also uses alone."""
        told = [*self.sentences, self.episode.title, self.episode.description or ""]
        told += [s.heading for s in self.sections if s.heading and _is_written(s.heading)]
        return FullNames.of(told, self.names.people)

    @cached_property
    def _casing(self) -> Casing:
        described = language.sentences(self.episode.description or "")
        return Casing.of(self.texts(), (*self.sentences, *described))

    def inside(self, heading: str) -> str:
        """A heading as it reads inside a sentence: no capitals but those of names, no stop.

        What the talk puts right in it is put right.
        """
        return self.denials.put_right(self._casing.inside(heading))

    def cased(self, word: str) -> str:
        """A word as it is written in the middle of a sentence: capitals only where it is a name."""
        return self._casing.word(word)

    def known(self, text: str, *, saying: str = "", at_least: float = 90) -> bool:
        """Whether the episode says this somewhere, near-equal by rapidfuzz ratio.

        With ``saying`` only sentences that hold just these words count: one name in another's
        place leaves two sentences near-equal, and yet not the same.
        """
        wanted, words = fold(text), f" {fold(saying)} "
        return any(
            fuzz.ratio(wanted, folded, score_cutoff=at_least) > 0
            for folded in map(fold, self.sentences)
            if not saying or words in f" {folded} "
        )

    def together(self, phrase: str, stems: Iterable[str]) -> float:
        """The largest share of ``stems`` that stands in one sentence together with ``phrase``."""
        own = set(language.content_stems(phrase))
        wanted = set(stems) - own
        if not own or not wanted:
            return 0.0
        shares = (len(wanted & have) / len(wanted) for have in self.stem_sets if own <= have)
        return max(shares, default=0.0)

    def tells_of(self, name: str) -> bool:
        """Whether a name stands anywhere on the pages or in the talk."""
        words = f" {fold(name)} "
        return any(words in text for text in self._folded)

    @cached_property
    def _folded(self) -> tuple[str, ...]:
        talk = (turn.text for turn in self.episode.turns)
        return tuple(f" {fold(text)} " for text in (*self.texts(), *talk))

    @cached_property
    def _spoken(self) -> frozenset[str]:
        """The stems of the whole talk, where its transcript is there at some length."""
        texts = [turn.text for turn in self.episode.turns]
        if sum(len(t.split()) for t in texts) < _WHOLE_TALK:
            return frozenset()
        return frozenset(s for text in texts for s in language.content_stems(text))

    def is_told(self, section: Section) -> bool:
        """Whether a page's section is of the talk, as far as a transcript of it can tell.

        What the talk has hardly a rare word of comes from an advert, or from nowhere.
        """
        if not self._spoken:
            return True
        words = language.content_words(f"{section.heading or ''} {section.text}")
        rare = {language.stem(w) for w in words if language.zipf(w) < _RARE}
        return len(rare) < _FEW_RARE or len(rare & self._spoken) >= _TOLD_SHARE * len(rare)


def _is_written(heading: str) -> bool:
    """Whether a heading has small letters as a sentence has, so that its capitals are of names."""
    later = heading.split()[1:]
    return any(w.isalpha() and w.islower() and not language.is_function_word(w) for w in later)
