"""What an episode is about, in the words of its title, for prompts that do not say so.

A person who reads a card in a year among a thousand others has to know what it is about. The part
of the title that the episode speaks of most is put before a prompt that names nothing: no word of
it, nobody and nothing by name, no word so rare that it tells the field.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from quizapp import language
from quizapp.phrasing import capitalised

_PARTS = re.compile(r"\s*(?::|\||[–—]|\s-)\s+|(?<=[?!])\s+")
_ASIDE = re.compile(r"\s*[(\[][^)\]]*[)\]]")
_WITH = re.compile(r",?\s+(?:with|feat\.?|featuring|by)\s+(?=(?:Dr|Prof)?\.?\s?[A-Z])")
_ON = re.compile(r"^.+? on (?=[A-Z])")
"""``Ada Byron on Engines``."""
_SPEAKS = re.compile(
    r"\b(?:I|me|my|mine|we|us|it|he|she|him|they|them)\b|^(?:is|are|was|were|do|does|did|can|could|"
    r"will|would|should|has|have|don['’]t|doesn['’]t|let['’]s)\b",
    re.IGNORECASE,
)
"""What speaks to somebody, or asks: it names no subject."""
_LONGEST = 8
"""Words of a subject that stand before a prompt."""
_SPOKEN_OF = 2
"""Sentences that take up a word of the title, so that it says what the episode is about."""
_RARE = 3.4
"""On the Zipf scale: a rarer word tells the field by itself."""
_COMMON, _WEIGHTY = 4.8, 0.5
"""Of a word that the episode speaks of most: so common ones tell no field; how much it weighs."""
_NAMED = re.compile(r"(?<![.?!:“\"] )(?<!^)\b[A-Z][\w’'-]+|\b[A-Z]{2,}|[“\"]")


@dataclass(frozen=True, slots=True)
class Subject:
    """What an episode is about, as its title says it; empty where that says nothing."""

    text: str
    stems: frozenset[str]
    people: frozenset[str]
    terms: frozenset[str]
    """The stems that the episode speaks of most, and few others do."""

    @classmethod
    def of(
        cls,
        title: str,
        people: Sequence[str],
        stem_sets: Iterable[Collection[str]],
        weights: Mapping[str, float],
    ) -> Subject:
        """From an episode's title and speakers, the stems of its sentences and their weights."""
        told = list(stem_sets)
        names = frozenset(word for name in people for word in name.split())
        whole = _ASIDE.sub("", _WITH.split(title)[0])
        who = _ON.match(whole)
        if who is not None and names & set(who[0].split()):
            whole = whole[who.end() :]
        best, most = "", 0
        for part in _PARTS.split(whole):
            plain = part.strip(" ,.“”\"'?!")
            if not 1 <= len(plain.split()) <= _LONGEST or names & set(plain.split()):
                continue
            if _SPEAKS.search(plain):
                continue
            stems = set(language.content_stems(plain))
            spoken = sum(bool(stems & set(found)) for found in told)
            if spoken >= _SPOKEN_OF and spoken > most:
                best, most = plain, spoken
        about = frozenset(language.content_stems(best))
        return cls(best, about, names, frozenset(s for s, w in weights.items() if w >= _WEIGHTY))

    def before(self, prompt: str, answer: str) -> str:
        """A prompt with the subject before it, where nothing in it tells what it is about."""
        if not self.text or self._is_told(prompt) or ": " in prompt or prompt.startswith("Who is "):
            return prompt
        if self.stems & set(language.content_stems(answer)):
            return prompt
        return f"{capitalised(self.text)}: {prompt}"

    def after(self, prompt: str) -> str:
        """A prompt without the subject that stands before it."""
        return prompt.removeprefix(f"{capitalised(self.text)}: ") if self.text else prompt

    def _is_told(self, prompt: str) -> bool:
        """Whether a prompt takes up the subject, names something, or has a word of its field."""
        if self.stems & set(language.content_stems(prompt)):
            return True
        if prompt.endswith(" it?"):
            return False
        named = (re.sub(r"['’]s$", "", found) for found in _NAMED.findall(prompt))
        if any(name not in self.people for name in named):
            return True
        words = language.content_words(prompt)
        if any(language.stem(w) in self.terms and language.zipf(w) < _COMMON for w in words):
            return True
        own = [w for w in words if w not in {p.lower() for p in self.people}]
        return any(language.zipf(w) < _RARE for w in own)
