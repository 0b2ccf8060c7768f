"""Pairs of opposite words, and which is the other end of a word's scale."""

from __future__ import annotations

import re

from quizapp import language

_PAIRS = (
    ("more", "less"), ("larger", "smaller"), ("bigger", "smaller"), ("better", "worse"),
    ("harder", "easier"), ("higher", "lower"), ("faster", "slower"), ("stronger", "weaker"),
    ("longer", "shorter"), ("earlier", "later"), ("older", "younger"), ("richer", "poorer"),
    ("increase", "decrease"), ("increases", "decreases"), ("increased", "decreased"),
    ("increasing", "decreasing"), ("improves", "worsens"), ("improved", "worsened"),
    ("improving", "worsening"), ("rises", "falls"), ("grows", "shrinks"),
    ("grew", "shrank"), ("strengthens", "weakens"), ("raises", "lowers"), ("gains", "loses"),
    ("before", "after"), ("underestimated", "overestimated"), ("possible", "impossible"),
    ("necessary", "unnecessary"), ("sensitive", "insensitive"), ("efficient", "inefficient"),
    ("simple", "complex"), ("cheap", "expensive"), ("most", "least"),
    ("maximum", "minimum"), ("majority", "minority"), ("above", "below"),
    ("likely", "unlikely"), ("with", "without"),
    ("fewer", "more"),
    ("warmer", "colder"), ("deeper", "shallower"), ("closer", "farther"), ("heavier", "lighter"),
    ("prevents", "causes"), ("improve", "worsen"),
    ("improving", "worsening"), ("rise", "fall"), ("grow", "shrink"), ("strengthen", "weaken"),
    ("raise", "lower"), ("prevent", "cause"), ("enough", "too little"), ("long", "short"),
    ("supervised", "unsupervised"), ("labeled", "unlabeled"), ("labelled", "unlabelled"),
    ("explicit", "implicit"), ("easiest", "hardest"),
    ("largest", "smallest"), ("biggest", "smallest"), ("highest", "lowest"),
    ("fastest", "slowest"), ("oldest", "youngest"), ("longest", "shortest"),
    ("strongest", "weakest"), ("cheapest", "dearest"), ("richest", "poorest"),
    ("visible", "invisible"),
    ("voluntary", "involuntary"), ("conscious", "unconscious"), ("external", "internal"),
    ("rural", "urban"), ("permanent", "temporary"),
    ("positive", "negative"), ("upper", "lower"), ("public", "private"),
    ("domestic", "foreign"), ("short-term", "long-term"), ("worsens", "improves"),
    ("reversible", "irreversible"), ("saturated", "unsaturated"),
    ("thick", "thin"), ("thicker", "thinner"), ("wider", "narrower"), ("softer", "harder"),
    ("fast", "slow"), ("easy", "hard"), ("high", "low"), ("rising", "falling"),
)  # fmt: skip
SIZES = {"small": "large", "large": "small", "big": "small"}
"""Sizes are turned only where the heading names them: elsewhere they are mere colour."""
KINDS = frozenset("explicit implicit external internal public private upper lower".split())
"""Opposite kinds of a thing: turned only where no comparison can be."""
_TURNED_ONLY = {
    "similar": "different",
    "reduces": "increases",
    "reduce": "increase",
    "reduced": "increased",
}
_ONE_WAY = frozenset("with success possible simple easy enough before high long".split())
"""Words too common to be turned wherever they stand: only in the patterns below, or not at all."""
STRONG = {b: a for a, b in reversed(_PAIRS) if a not in _ONE_WAY and " " not in b} | {
    a: b for a, b in reversed(_PAIRS) if a not in _ONE_WAY
}
STRONG |= _TURNED_ONLY
SCALES = {**STRONG, "small": "large", "large": "small"}
"""Words that can be turned where another end of their scale stands beside them."""


def opposite(word: str) -> str:
    """The other end of a word's scale, with a capital where the word has one."""
    other = SCALES[word.lower()]
    return other.capitalize() if word[0].isupper() else other


def opposed(one: str, other: str) -> bool:
    """Whether two words are on two ends of one scale: ``small`` and ``larger``."""
    one, other = one.lower(), other.lower()
    ends = {language.stem(SCALES[one]), language.stem(_positive(SCALES[one]))}
    return language.stem(other) in ends or language.stem(_positive(other)) in ends


def _positive(word: str) -> str:
    """``larger`` as ``large``; other words as they are."""
    return re.sub(r"(?:r|st)$", "", word) if re.search(r"[a-z]{3}e(?:r|st)$", word) else word


def scaled_twice(text: str) -> bool:
    """Whether two words of one scale stand in a sentence: turning one contradicts the other."""
    stems = [language.stem(w) for w in language.plain_words(text)]
    return any(
        sum(s in (language.stem(a), language.stem(b)) for s in stems) > 1
        for a, b in _PAIRS
        if " " not in b
    )
