"""The sentence behind a cloze card: its text with the blanks filled, and where these stand.

Cards of one fact that blank different phrases of one sentence can stand in one note of Anki's. A
card's text hides what would give its answer away, ``a(n) ____``, and its answer may begin with a
small letter where the sentence begins with a capital: what is hidden in one card is told by
another.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quizapp.exchange.fields import BLANK
from quizapp.model import Card

ARTICLE = "\ue000"
"""Stands for ``a``, ``an`` or ``a(n)`` in a sentence's text, so that the three are alike."""

HIDDEN = "a(n)"
"""An article before a blank, as cards show it."""

_ARTICLE = re.compile(r"\b(?:a\(n\)|an?)(?= )", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sentence:
    """``spans`` are the blanks' places in ``text``; ``articles`` what each ``ARTICLE`` in it is.

    ``key`` is alike in all cards of the sentence.
    """

    text: str
    key: str
    articles: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]

    def crosses(self, other: Sentence) -> bool:
        """Whether both ask for a word that is the same one."""
        return any(
            start < there_end and there < end
            for start, end in self.spans
            for there, there_end in other.spans
        )

    def hidden_article(self, start: int) -> str:
        """The article before the blank that begins at ``start``, if it is hidden; else nothing."""
        if self.text[max(0, start - 2) : start] != f"{ARTICLE} ":
            return ""
        article = self.articles[self.text.count(ARTICLE, 0, start) - 1]
        return article if article.lower() == HIDDEN else ""


def sentence(card: Card) -> Sentence | None:
    """The sentence of a cloze card; None where its blanks and its answers do not match."""
    outside = card.prompt.split(BLANK)
    blanks = len(outside) - 1
    hidden = [card.answer] if blanks == 1 else card.answer.split("; ")
    if not blanks or len(hidden) != blanks or not all(hidden) or ARTICLE in card.prompt:
        return None
    filled, spans = outside[0], []
    for answer, after in zip(hidden, outside[1:], strict=True):
        spans.append((len(filled), len(filled) + len(answer)))
        filled += answer + after
    found = list(_ARTICLE.finditer(filled))
    text = _ARTICLE.sub(ARTICLE, filled) if found else filled
    key = text.lower()
    if text.count(ARTICLE) != len(found) or len(key) != len(text):
        return None
    if found:
        spans = [(_moved(start, found), _moved(end, found)) for start, end in spans]
    return Sentence(text, key, tuple(one[0] for one in found), tuple(spans))


def _moved(place: int, articles: Iterable[re.Match[str]]) -> int:
    """Where a place is once each article before it is one sign."""
    return place - sum(len(one[0]) - 1 for one in articles if one.end() <= place)


def told(sentences: Sequence[Sentence]) -> tuple[str, tuple[str, ...]]:
    """The text of one sentence and its articles, as its cards tell them together."""
    first, *others = sentences
    text = first.text
    for start, end in first.spans if others else ():
        text = text[:start] + others[0].text[start:end] + text[end:]
    return text, tuple(map(_spelled, zip(*(one.articles for one in sentences), strict=True)))


def _spelled(article: Iterable[str]) -> str:
    known = list(article)
    return next((one for one in known if one.lower() != HIDDEN), known[0])
