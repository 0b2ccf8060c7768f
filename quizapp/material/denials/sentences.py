"""Sentences as the words in them: what they share with others, and what is denied in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from quizapp import language
from quizapp.grading.synonyms import root
from quizapp.model import Turn

NOT = re.compile(
    r"\b(?:not|never|no|none|nor|neither|nobody|nothing|cannot|without|hardly)\b|n[’']t\b",
    re.IGNORECASE,
)
"""Words that deny."""

COVERED, COVERING, SHARED = 0.8, 0.6, 4
"""Shares of a claim's words and of a passage's that are the same, and how many at least."""

MEASURES = frozenset(map(root, "number amount size count".split()))
"""Stems of nouns that only measure another."""

NOT_ALL = re.compile(
    r"\b(?:not|n[’']t) (?:\w+ )?(?:just|only|merely|simply|necessarily|all|every|always|yet|so|"
    r"very|much|even|entirely|completely|quite|really|exactly)\b|\bno (?:doubt|question|wonder|"
    r"longer|matter)\b|\bwhy not\b|\bnot to mention\b|\bno one\b|\bnor\b|\bno more\b",
    re.IGNORECASE,
)
"""A denial of less than all."""


def roots(text: str) -> list[str]:
    """What all forms of the content words share, those of hyphenated words apart, in order."""
    parts = (p for w in language.content_words(text) for p in w.split("-"))
    return [root(p) for p in parts if p and not language.is_function_word(p)]


@dataclass(frozen=True)
class Text:
    """A sentence, and the words of it that can be looked for in another."""

    text: str

    @cached_property
    def stems(self) -> frozenset[str]:
        """The content stems; of two words in a row also of the one they may be written as."""
        words = language.plain_words(self.text)
        joined = (root(a + b) for a, b in pairwise(words))
        whole = (root(w.replace("-", "")) for w in words if "-" in w)
        return frozenset((*self.own, *joined, *whole))

    @cached_property
    def own(self) -> frozenset[str]:
        """The content stems."""
        return frozenset(roots(self.text))

    @cached_property
    def is_negated(self) -> bool:
        """Whether something is denied in it."""
        return NOT.search(self.text) is not None

    def has(self, phrase: str) -> bool:
        """Whether every content word of a phrase stands in it, written as one word or as two."""
        words = language.plain_words(phrase)
        found = {w for w in words if root(w) in self.stems}
        for a, b in pairwise(words):
            if root(a + b) in self.stems:
                found |= {a, b}
        content = [w for w in words if not language.is_function_word(w)]
        return bool(content) and all(
            w in found or all(root(p) in self.stems for p in w.split("-")) for w in content
        )

    def denies(self, stem: str) -> bool:
        """Whether a word with this stem stands close behind a ``not``."""
        words = language.plain_words(self.text)
        places = [i for i, w in enumerate(words) if root(w) == stem]
        return any(NOT.search(" ".join(words[max(0, i - 4) : i])) for i in places)


@dataclass(frozen=True)
class Said(Text):
    """A sentence of the talk, with those before and after it in the same turn."""

    turn: Turn
    before: str = ""
    after: str = ""

    @cached_property
    def around(self) -> Text:
        """The three sentences together."""
        return Text(f"{self.before} {self.text} {self.after}")


def sentences(turn: Turn) -> Iterator[Said]:
    """The sentences of a turn, each with its neighbours."""
    texts = ["", *language.sentences(turn.text), ""]
    for at in range(1, len(texts) - 1):
        yield Said(texts[at], turn, texts[at - 1], texts[at + 1])
