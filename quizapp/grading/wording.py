"""Texts in the form in which answers are compared, and when two words count as one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from quizapp import language
from quizapp.grading.quantities import (
    Quantity,
    in_figures,
    is_number,
    ordinal,
    quantities,
    same_value,
)
from quizapp.grading.synonyms import meanings, root

COMMONEST = 8.0
"""Zipf frequency above every word: a word's rarity is its distance from here."""

SYNONYM = 0.9
"""How close a synonym, a slip of the keys or a rounded number comes to the word itself."""

TERM_WORDS = 3
"""Keywords that a term has at most."""

_DISTANT = 0.5
"""How close a word of the same root with a much longer ending comes."""

_ENDING = 4
"""Letters that two forms of one word differ by at most."""

_MARKS = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "−": "-", "&": " and "})
_SCALE = r"( ?(?:thousand|million|billion|trillion|k|bn|mn|m|b)\b|)"
_REWRITES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), text)
    for pattern, text in (
        (r"(?<=\d),(?=\d{3}(?!\d))", ""),
        (r"\bcan'?t\b|\bcannot\b", "can not"),
        (r"\bwon'?t\b", "will not"),
        (r"\b(do|does|did|is|are|was|were|could|should|would|has|have|had)nt\b", r"\1 not"),
        (r"n't\b", " not"),
        (r"'s\b", ""),
        (r"'", ""),
        (rf"\$\s*(\d[\d.]*){_SCALE}", r"\1\2 dollar"),
        (rf"€\s*(\d[\d.]*){_SCALE}", r"\1\2 euro"),
        (r"(\d) ?m(?= (?:dollar|euro))", r"\1 million"),
        (r"%|\bper cent\b|\bpct\b", " percent "),
        (r"\b(\d+)(?:st|nd|rd|th)\b", r"\1th"),
        (r"(?<!\S)-(?=\d)", "¯"),
        (r"[-‐‑‒–—―/_]", " "),
        (r"¯", "-"),
    )
)
"""Applied in this order to text in lower case without accents."""

_TOKEN = re.compile(r"\d+th\b|-?\d+(?:\.\d+)?|[^\W\d_]+[+#]*")
_ARTICLES = frozenset({"a", "an", "the"})
_NEGATING_PREFIXES = ("un", "in", "im", "il", "ir", "dis", "non", "mis", "anti", "de")
_OPPOSED_PREFIXES = tuple(
    (one, other)
    for pair in (
        "over under | hyper hypo | endo exo | inter intra | micro macro | pre post | in out | "
        "in ex | im ex | in de | max min | pro anti | pro retro | intro extro | homo hetero | "
        "mono poly | ab ad | eu pro | up down | for back | multi uni | sub super"
    ).split("|")
    for one, other in [pair.split()]
)
_REST = 4
"""Letters that two words share behind prefixes that turn them."""

_OPPOSED_WORDS = frozenset({"afferent efferent", "afferents efferents"})
"""Contraries told apart by letters that turn no other word: *affect* and *effect* are none."""

_MIXED_UP = frozenset(
    "affect effect | affects effects | complement compliment | principal principle | "
    "principals principles | stationary stationery".split(" | ")
)
"""Words that are written for each other; alone each of them is another word."""

_REAL_WORD = 3.0
"""Zipf frequency from which a string of letters is a word of its own."""

_COMMON_SLIP = 1.8
"""How much rarer than the word meant a string must be to be its misspelling nonetheless."""


def normalise(text: str) -> tuple[str, ...]:
    """The words of a text in the form in which answers are compared.

    Lower case, without accents, articles, hyphens and possessives; numbers in figures without
    separators (``1.5 billion`` → ``1500000000``), ``n't`` as ``not``.
    """
    plain = unicodedata.normalize("NFKD", text.translate(_MARKS).casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    for pattern, replacement in _REWRITES:
        plain = pattern.sub(replacement, plain)
    tokens = in_figures(_TOKEN.findall(plain))
    return tuple(t for t in tokens if t not in _ARTICLES) or tuple(tokens)


@dataclass(frozen=True, slots=True)
class Wording:
    """A text prepared for comparing.

    ``roots`` are the roots of its words with the word each first stood as, ``keywords`` those of
    them that carry content, ``numbers`` its numbers with their units, ``meanings`` the groups of
    synonyms that its words belong to, ``initials`` its longer words by their first letter.
    """

    text: str
    tokens: tuple[str, ...]
    roots: Mapping[str, str]
    keywords: tuple[str, ...]
    numbers: tuple[Quantity, ...]
    meanings: frozenset[int]
    initials: Mapping[str, tuple[str, ...]]

    @property
    def is_term(self) -> bool:
        """Whether it is a term, a name or a number rather than a sentence."""
        sentence = self.text.rstrip().endswith((".", "!", "?"))
        return len(self.keywords) <= TERM_WORDS and not sentence


@lru_cache(maxsize=1024)
def read(text: str) -> Wording:
    """A text prepared for comparing."""
    tokens = normalise(text)
    roots: dict[str, str] = {}
    initials: dict[str, tuple[str, ...]] = {}
    for token in dict.fromkeys(tokens):
        roots.setdefault(root(token), token)
        if len(token) > 3:
            initials[token[0]] = (*initials.get(token[0], ()), token)
    return Wording(
        text,
        tokens,
        roots,
        tuple(r for r, word in roots.items() if not language.is_function_word(word)),
        quantities(tokens),
        frozenset().union(*map(meanings, roots)),
        initials,
    )


@dataclass(frozen=True, slots=True)
class Comparison:
    """What was typed, what is right, and what was asked."""

    typed: Wording
    right: Wording
    asked: Wording


@lru_cache(maxsize=50_000)
def rarity(word: str) -> float:
    """What a word weighs in a comparison: its distance from the commonest on the Zipf scale."""
    return max(0.2, COMMONEST - language.zipf(word))


def closeness(key: str, wording: Wording, other: Wording, *, typed: bool) -> float:
    """How near ``other`` comes to a root of ``wording``: 1 has it, 0 has nothing like it.

    ``typed`` says that ``wording`` is what was typed, and may be misspelled.
    """
    word = wording.roots[key]
    if key in other.roots:
        return 1.0 if is_form(word, other.roots[key]) else _DISTANT
    if is_number(word):
        (number,) = quantities((word,))
        return SYNONYM if any(same_value(number, n) for n in other.numbers) else 0.0
    if not meanings(key).isdisjoint(other.meanings):
        return SYNONYM
    alike = other.initials.get(word[0], ()) if len(word) > 3 else ()
    slip = any(is_slip(word, w) if typed else is_slip(w, word) for w in alike)
    return SYNONYM if slip else 0.0


def is_same_word(typed: str, word: str) -> bool:
    """Whether two words are one, in another form or misspelled."""
    return is_form(typed, word) or is_slip(typed, word)


@lru_cache(maxsize=100_000)
def is_form(typed: str, word: str) -> bool:
    """Another ending of a word: ``networks``, but not ``general`` for ``generalization``."""
    if typed == word or f"{typed}s" == word or typed == f"{word}s":
        return True
    return root(typed) == root(word) and abs(len(typed) - len(word)) <= _ENDING


@lru_cache(maxsize=100_000)
def is_slip(typed: str, word: str) -> bool:
    """Whether a word is misspelled: few edits for its length, no figures, not another word."""
    if typed == word or not (typed.isalpha() and word.isalpha()) or is_negated(typed, word):
        return False
    allowed = 0 if len(word) < 4 else 1 if len(word) < 8 else 2 if len(word) < 13 else 3
    if OSA.distance(typed, word, score_cutoff=allowed) > allowed:
        return False
    if _is_variant(typed, word):
        return True
    commonness = language.zipf(typed)
    return commonness < _REAL_WORD or language.zipf(word) - commonness > _COMMON_SLIP


def is_mixed_up(one: str, other: str) -> bool:
    """Whether two words are often written for each other, as *affect* and *effect* are."""
    return f"{min(one, other)} {max(one, other)}" in _MIXED_UP


def _is_variant(typed: str, word: str) -> bool:
    """British or American spelling: ``generalise``, ``behaviour``, ``modelling``."""
    return len(word) > 5 and _american(typed) == _american(word)


def _american(word: str) -> str:
    word = word.replace("yse", "yze").replace("ll", "l")
    return re.sub(r"is(?=e|ing|ation)", "iz", re.sub(r"(?<=[a-z]{3})our", "or", word))


@lru_cache(maxsize=100_000)
def is_negated(one: str, other: str) -> bool:
    """Whether a prefix turns one word into the other: ``unsupervised``, ``under``/``over…``."""
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) > 3 and any(longer == p + shorter for p in _NEGATING_PREFIXES):
        return True
    if f"{min(one, other)} {max(one, other)}" in _OPPOSED_WORDS:
        return True
    return one[-1:] == other[-1:] and any(
        _swapped(one, other, *pair) or _swapped(other, one, *pair) for pair in _OPPOSED_PREFIXES
    )


def _swapped(one: str, other: str, first: str, second: str) -> bool:
    rest = one.removeprefix(first)
    return rest != one and len(rest) >= _REST and other == second + rest


def shown(token: str) -> str:
    """A token as a person writes it: ``second``, ``21st``, ``1,500,000``."""
    if re.fullmatch(r"\d+th", token):
        return ordinal(int(token[:-2]))
    return f"{int(token):,}" if re.fullmatch(r"\d{5,18}", token) else token
