"""What is never called correct without a word: a turned meaning behind much the same words.

Each check takes a comparison and returns what the learner should look at, or None.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from quizapp.grading.directions import bearing, course, tie
from quizapp.grading.negation import clauses, denied, negation
from quizapp.grading.pairings import swapped
from quizapp.grading.quantities import Quantity, same_value
from quizapp.grading.synonyms import meanings, opposites, root
from quizapp.grading.undoing import undone
from quizapp.grading.verdict import Doubt
from quizapp.grading.wording import Comparison, Wording, is_negated, shown


def contradictions(comparison: Comparison) -> list[Doubt]:
    """All that should not pass without the learner's look."""
    return [doubt for check in CHECKS if (doubt := check(comparison)) is not None]


def turned(comparison: Comparison) -> Doubt | None:
    """What goes the other way: one word, two that belong together, or a whole course."""
    checks = (opposite, tie, bearing, course, swapped)
    return next((doubt for check in checks if (doubt := check(comparison)) is not None), None)


def opposite(comparison: Comparison) -> Doubt | None:
    """*Lower* for *higher*; two of them turned at once say the same the other way round.

    What the answer has in another word, as *reduces* for *lowers*, is held against none of its
    words.
    """
    typed, right, asked = comparison.typed, comparison.right, comparison.asked
    contraries = [
        f"“{typed.roots[contrary]}” or “{shown(word)}”?"
        for key, word in right.roots.items()
        for contrary in opposites(key)
        if contrary in typed.roots
        and contrary not in right.roots
        and contrary not in asked.roots
        and key not in typed.roots
        and meanings(key).isdisjoint(typed.meanings)
        and not (contrary in denied(typed)) ^ (key in denied(right))
        and not _reworded(contrary, comparison)
    ]
    return Doubt(contraries[0]) if len(contraries) % 2 else None


def _reworded(word: str, comparison: Comparison) -> bool:
    """Whether the answer says a typed word in another one, of the same thing and as often."""
    typed, right = _like(word, comparison.typed), _like(word, comparison.right)
    beside = _beside(word, comparison.typed)
    return len(typed) <= len(right) and any(
        not beside.isdisjoint(_beside(other, comparison.right)) for other in right - typed
    )


def _like(word: str, wording: Wording) -> set[str]:
    """The roots of a wording that mean what a word means, and are no other word's contrary."""
    same = {r for r in wording.roots if r == word or not meanings(r).isdisjoint(meanings(word))}
    return same - {r for r in same if opposites(r) & same}


def _beside(word: str, wording: Wording) -> set[str]:
    """The keywords next to a root in its clauses."""
    found: set[str] = set()
    for clause in clauses(wording.text):
        said = [r for t in clause.tokens if (r := root(t)) in clause.keywords]
        for at in (n for n, r in enumerate(said) if r == word):
            found.update(said[max(0, at - 1) : at], said[at + 1 : at + 2])
    return found


def prefix(comparison: Comparison) -> Doubt | None:
    """*Unsupervised* for *supervised*, where the one does not stand beside the other."""
    right = comparison.right.tokens
    for typed in comparison.typed.tokens:
        for word in right:
            if typed in right or root(word) in comparison.typed.roots:
                continue
            if typed[-1:] == word[-1:] and is_negated(typed, word):
                return Doubt(f"“{typed}” or “{word}”?")
    return None


def number(comparison: Comparison) -> Doubt | None:
    """A number that stands neither in the answer nor in the question, for one that is missing."""
    given, wanted = comparison.typed.numbers, comparison.right.numbers
    known = wanted + comparison.asked.numbers
    others = [
        n for n in given if not any(same_value(n, k) for k in known) and not _pronoun(n, comparison)
    ]
    lost = [n for n in wanted if not any(same_value(n, g) for g in given)]
    return Doubt(f"check the number {shown(others[0].figures)}") if others and lost else None


_PERIOD = re.compile(
    r"\b(?:an?|per|each|every|one) (?P<unit>second|minute|hour|day|night|week|month|quarter|year|"
    r"decade|century)\b",
    re.IGNORECASE,
)


def period(comparison: Comparison) -> Doubt | None:
    """*Ten metres in an hour* for *ten metres in a day*: one span of time for another."""
    given, wanted = (
        {found["unit"].lower() for found in _PERIOD.finditer(wording.text)}
        for wording in (comparison.typed, comparison.right)
    )
    others, lost = sorted(given - wanted), sorted(wanted - given)
    known = comparison.asked.text.lower()
    if not others or not lost or others[0] in known:
        return None
    return Doubt(f"“{others[0]}” or “{lost[0]}”?")


def _pronoun(number: Quantity, comparison: Comparison) -> bool:
    """*One* that stands for a thing, as in *the heavier one*, rather than counting."""
    return (
        number.figures == "1"
        and number.unit is None
        and not re.search(r"(?<![\d.])1(?![\d.])", comparison.typed.text)
    )


def choice(comparison: Comparison) -> Doubt | None:
    """Several answers offered for one term."""
    offered = "or" in comparison.typed.tokens and "or" not in comparison.right.tokens
    return Doubt("one answer, not a choice") if comparison.right.is_term and offered else None


CHECKS: tuple[Callable[[Comparison], Doubt | None], ...] = (
    negation,
    turned,
    undone,
    prefix,
    number,
    period,
    choice,
)
