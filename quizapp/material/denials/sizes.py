"""A size is put right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from quizapp import language
from quizapp.grading.synonyms import root
from quizapp.material.denials.sentences import MEASURES, Said, Text

AMENDED = re.compile(
    r"\b(?:should be (?:amended|corrected)|stands? corrected|correct myself|"
    r"I(?:[’']d| would| should) (?:now )?(?:amend|correct|rephrase)|"
    r"(?:thing|part|one) (?:which |that )?I(?:[’']d| would) (?:now )?change|"
    r"I (?:take|took) (?:that|it) back|I (?:was|had (?:it|that)) wrong|"
    r"now I(?:[’']d| would) (?:say|phrase|put|call) it)\b",
    re.IGNORECASE,
)
_ENDS = (
    ("small", "large"), ("small", "big"), ("little", "large"), ("short", "long"),
    ("simple", "complex"), ("simple", "complicated"), ("high", "low"), ("fast", "slow"),
    ("cheap", "expensive"), ("early", "late"), ("weak", "strong"), ("easy", "hard"),
    ("young", "old"), ("thick", "thin"), ("heavy", "light"), ("few", "many"), ("warm", "cold"),
    ("narrow", "wide"), ("shallow", "deep"), ("dry", "wet"), ("hard", "soft"),
)  # fmt: skip
_OPPOSITES: dict[str, frozenset[str]] = {
    word: frozenset(b if a == word else a for a, b in _ENDS if word in (a, b))
    for pair in _ENDS
    for word in pair
}
_BESIDES = 2
"""Further words that a claim shares with the passage that puts it right."""


def put_right(claim: Text, said: Said) -> bool:
    """``Small circuits`` – ``small; that should be amended: even a large circuit``."""
    noun, _ = _wrong_size(claim.text, said) or (None, None)
    return noun is not None and len((claim.own - {noun}) & said.around.own) >= _BESIDES


def _wrong_size(claim: str, said: Said) -> tuple[str, str] | None:
    """The noun of which a claim has the size that the passage puts right, and the size."""
    amended = AMENDED.search(said.text)
    rest = f"{said.text[amended.end() :]} {said.after}" if amended else ""
    sizes = dict(_sizes(rest))
    return next((n for n in _sizes(claim) if sizes.get(n[0]) in _OPPOSITES[n[1]]), None)


def without_size(claim: str, said: Said) -> str | None:
    """``A search for circuits`` for ``a search for small circuits``."""
    found = _wrong_size(claim, said)
    if found is None:
        return None
    noun, size = found
    for m in re.finditer(rf"(?P<article>\ban? )?\b{size} (?P<noun>[\w-]+)", claim, re.IGNORECASE):
        if root(m["noun"].lower()) == noun and m.start() > 0:
            article = "" if m["article"] is None else f"{_article(m['noun'])} "
            return f"{claim[: m.start()]}{article}{claim[m.start('noun') :]}"
    return None


def _article(word: str) -> str:
    return "an" if word[0].lower() in "aeiou" else "a"


def _sizes(text: str) -> Iterator[tuple[str, str]]:
    """The stems of nouns with the size that is said of them."""
    for a, b in pairwise(language.plain_words(text)):
        noun = root(b)
        if a in _OPPOSITES and not language.is_function_word(b) and noun not in MEASURES:
            yield noun, a
