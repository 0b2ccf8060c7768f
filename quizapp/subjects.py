"""What an episode is about, in a few words, for prompts that do not say so.

A person who reads a card in a year among a thousand others has to know what it is about. What the
title names, or what most of the sections speak of, is put before a prompt that has no word of it:
a bare name or a passing rare word tells no field.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from quizapp import language
from quizapp.phrasing import capitalised
from quizapp.topics import Topic

_PARTS = re.compile(r"\s*(?::|\||[–—]|\s-)\s+|(?<=[?!])\s+")
_ASIDE = re.compile(r"\s*[(\[][^)\]]*[)\]]")
_WITH = re.compile(r",?\s+(?:with|feat\.?|featuring|by)\s+(?=(?:Dr|Prof)?\.?\s?[A-Z])")
_ON = re.compile(r"^.+? on (?=[A-Z])")
"""``Ada Byron on Engines``."""
_JOINED = re.compile(r"\b(?:of|and|in|the|for|&)\b|,", re.IGNORECASE)
"""What may stand between the things that a title names."""
_LONGEST = 4
"""Words of a title's part that is a subject as it stands."""
_WEIGHTY, _LEAST = 0.35, 0.25
"""What tells the field: this share of the heaviest topic's weight, and at least so much."""
_AS_HEAVY, _AS_TITLED = 0.75, 0.9
"""A second topic of this share of the first one's weight is named beside it; and what a title
names counts before the heaviest topic from this share of its weight on."""
_COMMON = 4.8
"""On the Zipf scale: so common a word tells no field, unless the subject has it."""
_TECHNICAL = 2.6
"""A rarer word (Zipf) is heard in its field alone."""
_SHORT = 8
"""Words of an answer that a word of the prompt gives away."""
_LED = re.compile(r"[^:?.]{2,60}: (?=[“\"A-Z_])")
"""What a prompt stands under already: a speaker, a label."""
_FULL_NAME = re.compile(r"\b[A-Z][\w’'-]+ (?:[A-Z]\.? |de |van |von |la )*[A-Z][\w’'-]+")
_SMALL = re.compile(r"\b[a-z][a-z-]{3,}\b")
_CODE = re.compile(r"\b(?=\w*[A-Z])\w*(?:[A-Z]\w*[A-Z\d]|-?\d)\w*")
"""``GPT-2``, ``mRNA``, ``LSTM``."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What an episode is about, in its own words; empty where nothing stands out.

    ``telling`` are the stems that tell it too, ``people`` its speakers' names in words.
    """

    text: str
    stems: frozenset[str]
    telling: frozenset[str]
    people: frozenset[str]

    @classmethod
    def of(
        cls,
        title: str,
        people: Sequence[str],
        topics: Sequence[Topic],
        inside: Callable[[str], str] = str.lower,
    ) -> Subject:
        """From an episode's title, its speakers and its topics, heaviest first.

        ``inside`` gives words of a title as they are written inside a sentence.
        """
        names = frozenset(word for name in people for word in name.split())
        if not topics or topics[0].weight < _LEAST:
            return cls("", frozenset(), frozenset(), names)
        bar = max(topics[0].weight * _WEIGHTY, _LEAST)
        heavy = [t for t in topics if t.weight >= bar]
        text = _named(_parts(title, names), heavy, inside) or _spoken_of(heavy)
        stems = frozenset(language.content_stems(text))
        telling = {t.stem for t in heavy if language.zipf(t.text.lower()) < _COMMON}
        return cls(text, stems, stems | telling, names)

    def before(self, prompt: str, answer: str) -> str:
        """A prompt with the subject before it, where nothing in it tells what it is about."""
        if not self.text or _LED.match(prompt) or prompt.startswith("Who is "):
            return prompt
        short = len(answer.split()) <= _SHORT
        if short and self.stems & set(language.content_stems(answer)):
            return prompt  # it would be given away
        if self._is_told(prompt):
            return prompt
        return f"{capitalised(self.text)}: {prompt}"

    def after(self, prompt: str) -> str:
        """A prompt without the subject that stands before it."""
        return prompt.removeprefix(f"{capitalised(self.text)}: ") if self.text else prompt

    def _is_told(self, prompt: str) -> bool:
        """Whether a prompt takes up the subject, or has a name or a word that tells its field."""
        if self.telling & set(language.content_stems(prompt)):
            return True
        full = (name for name in _FULL_NAME.findall(prompt))
        if any(not self.people & set(name.split()) for name in full):
            return True
        if _CODE.search(prompt):
            return True
        small = (w for w in _SMALL.findall(prompt) if not language.is_function_word(w))
        return any(language.zipf(w) < _TECHNICAL for w in small)


def _parts(title: str, names: Collection[str]) -> list[str]:
    """The parts of a title that name no speaker, without what stands in brackets."""
    whole = _ASIDE.sub("", _WITH.split(title)[0])
    who = _ON.match(whole)
    if who is not None and set(names) & set(who[0].split()):
        whole = whole[who.end() :]
    plain = (part.strip(" ,.“”\"'?!") for part in _PARTS.split(whole))
    return [part for part in plain if part and not set(names) & set(part.split())]


def _named(parts: Sequence[str], heavy: Sequence[Topic], inside: Callable[[str], str]) -> str:
    """What a title names of the topics: a whole part of it, or a phrase out of one; or nothing."""
    weights = {t.stem: t.weight for t in heavy}
    best, most = "", heavy[0].weight * _AS_TITLED
    for part in parts:
        for phrase in _phrases(part, weights, inside):
            weight = sum(weights.get(s, 0.0) for s in set(language.content_stems(phrase)))
            if weight > most:
                best, most = phrase, weight
    return best


def _phrases(part: str, weights: Collection[str], inside: Callable[[str], str]) -> list[str]:
    """A title's part, where it only names topics and is short; else the things that it names."""
    small = inside(part)
    found = language.noun_phrases(small)
    left = small
    for phrase in reversed(found):
        left = left[: phrase.start] + left[phrase.end :]
    stems = language.content_stems(part)
    only = not _JOINED.sub("", left).strip() and len(part.split()) <= _LONGEST
    if only and sum(s in weights for s in stems) * 2 >= len(stems):
        return [part]
    return [p.text for p in found if len(p.tokens) <= _LONGEST]


def _spoken_of(heavy: Sequence[Topic]) -> str:
    """The heaviest topic, and the next one beside it where that is hardly less heavy."""
    first = heavy[0]
    for other in heavy[1:2]:
        apart = other.stem not in language.content_stems(first.term)
        if other.weight >= _AS_HEAVY * first.weight and apart and not other.is_name:
            return f"{first.term} and {other.term}"
    return first.term
