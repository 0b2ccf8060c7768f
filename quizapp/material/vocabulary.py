"""The words of an episode: what it is about, its terms, and what it calls its things."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from quizapp import language
from quizapp.identity import fold
from quizapp.language import Phrase
from quizapp.material import kinds
from quizapp.material.pages import Pages
from quizapp.material.subjects import Subject
from quizapp.material.topics import compounds, topics
from quizapp.model import SectionKind
from quizapp.sentences.grammar.capitals import as_written

_OFTEN, _OFTEN_SHARE = 5, 0.1
"""A phrase is trite from so many sentences on, and from this share of all sentences on."""


@dataclass(frozen=True)
class Vocabulary(Pages):
    """An episode's pages with their words: which are its subject, its terms, its names' kinds."""

    @cached_property
    def about(self) -> Mapping[str, float]:
        """How much the episode is about a stem: its occurrences, weighed by its rarity, 0 to 1."""
        counts: Counter[str] = Counter()
        rarity: dict[str, float] = {}
        for text in self.texts():
            for word in language.content_words(text):
                for part in re.split(r"[-/]", word):
                    counts[language.stem(part)] += 1
                    rarity[language.stem(part)] = max(0.0, 7.0 - language.zipf(part))
        weights = {s: min(n, 12) * min(rarity[s], 5.0) for s, n in counts.items()}
        top = max(weights.values(), default=1.0) or 1.0
        return {s: w / top for s, w in weights.items()}

    def aboutness(self, text: str) -> float:
        """How much the episode is about a phrase: the mean over its content stems, 0 to 1."""
        stems = language.content_stems(text)
        return sum(self.about.get(s, 0.0) for s in stems) / len(stems) if stems else 0.0

    @cached_property
    def subject(self) -> Subject:
        """What the episode is about, for prompts that do not say so."""
        names = self.names
        people = {word.lower() for name in names.people for word in name.split()}
        texts = [f"{s.heading}. {s.text}" if s.heading else s.text for s in self.sections]
        found = topics(texts, set(language.content_stems(names.title)), people)
        subject = Subject.of(
            names.title, names.people, found, self._casing.inside, compounds(texts)
        )
        labels = tuple(as_written(label, self.sentences) for label in subject.labels)
        return replace(subject, labels=labels)

    @cached_property
    def phrases(self) -> Mapping[str, Phrase]:
        """The noun phrases of the curated pages by their folded text, most frequent first."""
        found: dict[str, Phrase] = {}
        counts: Counter[str] = Counter()
        for sentence in self.sentences:
            for phrase in language.noun_phrases(sentence):
                key = fold(phrase.text)
                counts[key] += 1
                found.setdefault(key, phrase)
        return {k: found[k] for k, _ in sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))}

    @cached_property
    def _trite(self) -> frozenset[str]:
        """Folded phrases that stand everywhere in the episode, and its title's own subject."""
        stemmed = [f" {_stemmed(s)} " for s in self.sentences]
        often = max(_OFTEN, _OFTEN_SHARE * len(stemmed))
        keys = {_stemmed(p) for p in self.phrases}
        frequent = {k for k in keys if k and sum(f" {k} " in s for s in stemmed) >= often}
        return frozenset(frequent | {_stemmed(self.names.topic or "")})

    def is_trite(self, text: str, *, whole: bool = False) -> bool:
        """Whether a phrase is what the whole episode is about: a guess that costs no memory.

        A part of such a phrase is too, unless only ``whole`` ones are meant.
        """
        if whole:
            return _stemmed(text) in self._trite
        words = set(_stemmed(text).split())
        return any(t and words <= set(t.split()) for t in self._trite)

    @cached_property
    def _titles(self) -> tuple[str, ...]:
        """Stemmed headings, chapters and topics."""
        titles = [s.heading or "" for s in self.sections] + [c.title for c in self.episode.chapters]
        titles += [s.text for s in self.sections if s.kind is SectionKind.TOPIC]
        return tuple(f" {_stemmed(t)} " for t in titles)

    def is_title(self, text: str) -> bool:
        """Whether a phrase is by itself a heading, a chapter or a topic of the episode."""
        return f" {_stemmed(text)} " in self._titles

    def in_title(self, text: str) -> bool:
        """Whether a phrase says nothing that the episode's title does not say."""
        stems = set(language.content_stems(text))
        return bool(stems) and stems <= set(language.content_stems(self.names.title))

    def side_by_side(self, one: str, other: str) -> bool:
        """Whether two phrases stand in one heading, topic or chapter: two names of one matter."""
        pair = (f" {_stemmed(one)} ", f" {_stemmed(other)} ")
        return any(all(p in title for p in pair) for title in self._titles)

    @cached_property
    def _terms(self) -> frozenset[str]:
        """Stemmed phrases that stand in a heading, a topic or a chapter, or in two sentences."""
        titled = self._titles
        stemmed = [f" {_stemmed(s)} " for s in self.sentences]
        return frozenset(
            key
            for key in map(_stemmed, self.phrases)
            if key
            and (any(f" {key} " in t for t in titled) or sum(f" {key} " in s for s in stemmed) > 1)
        )

    def is_term(self, text: str) -> bool:
        """Whether a phrase is a term of the episode rather than a passing combination of words."""
        return _stemmed(text) in self._terms

    @cached_property
    def _kinds(self) -> Mapping[str, frozenset[str]]:
        """What the episode calls each name: ``GPT-2, a transformer``, ``the ImageNet dataset``."""
        return kinds.called(self.texts())

    def kinds_of(self, name: str) -> frozenset[str]:
        """The stems of the nouns that the episode calls a name by; empty where it calls it none."""
        return self._kinds.get(fold(name), frozenset())

    @cached_property
    def _told_kinds(self) -> Mapping[str, frozenset[str]]:
        """The kinds that the pages surely tell, by folded name."""
        found: dict[str, set[str]] = {}
        for sentence in self.sentences:
            for name, kind in kinds.told(sentence):
                found.setdefault(fold(name), set()).add(kind)
        return {name: frozenset(known) for name, known in found.items()}

    def told_kinds(self, name: str) -> frozenset[str]:
        """What the pages surely say that a thing is; empty where they do not say it."""
        return self._told_kinds.get(fold(name), frozenset())


def _stemmed(text: str) -> str:
    return " ".join(language.stem(w) for w in fold(text).split())
