"""What is never called correct without a word: a turned meaning behind much the same words.

Each check takes a comparison and returns what the learner should look at, or None.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from quizapp.grading.quantities import Quantity, same_value
from quizapp.grading.synonyms import meanings, opposites, root
from quizapp.grading.wording import Comparison, Wording, closeness, is_negated, read, shown

_NEGATIONS = frozenset(
    "not never no none nor neither nothing nobody nowhere without hardly".split()
)
_CARRIERS = frozenset(
    "be been being am is are was were do does did done have has had it this that to any really "
    "very in on of at for by as".split()
)
"""Words between a negation and the word that it denies."""

_CLAUSE = re.compile(r"[.;!?,:()](?:\s|$)|\b(?:but|because|so|while|whereas|if|and)\b", re.I)


def contradictions(comparison: Comparison) -> list[str]:
    """All that should not pass without the learner's look."""
    return [note for check in CHECKS if (note := check(comparison)) is not None]


def denied(wording: Wording) -> list[str]:
    """For each negation the root of the word that it denies; empty where none follows."""
    found = []
    for at, token in enumerate(wording.tokens):
        if token in _NEGATIONS:
            after = (t for t in wording.tokens[at + 1 :] if t not in _CARRIERS)
            found.append(root(next(after, "")))
    return found


def negation(comparison: Comparison) -> str | None:
    """A *not* on one side only, or on different words.

    A denial counts when the other side speaks of what it denies; one in a clause that the other
    side does not have at all is an addition, or is missing together with its clause.
    """
    typed, right, asked = comparison.typed, comparison.right, comparison.asked
    said, meant = _denied_here(typed, right), _denied_here(right, typed)
    if said and not meant and _denies(typed, right, asked):
        return f"check the “{_first(typed)}”"
    one_sided = meant and not said and _denies(right, typed, asked)
    if one_sided or (said and meant and _differ(typed, right)):
        return f"check the “{_first(right)}”"
    return None


def _denied_here(wording: Wording, other: Wording) -> list[str]:
    """What one side denies and the other does not put the other way round.

    *Not the same* is *different*, *no boats* are *0 boats*.
    """
    if "0" in other.tokens and "0" not in wording.tokens and "no" in wording.tokens:
        return []
    return [word for word in denied(wording) if not _turned(word, other)]


def _turned(word: str, other: Wording) -> bool:
    """Whether the other side has the contrary of a denied word, itself not denied."""
    standing = other.roots.keys() - set(denied(other))
    return word not in other.roots and any(o in standing for o in opposites(word))


def _first(wording: Wording) -> str:
    return next(t for t in wording.tokens if t in _NEGATIONS)


def _denies(wording: Wording, other: Wording, asked: Wording) -> bool:
    """Whether a denying clause is about something that the other side says."""
    for clause in map(read, _CLAUSE.split(wording.text)):
        words = denied(clause)
        if not words:
            continue
        if not clause.keywords or any(not w or w in other.roots for w in words):
            return True
        new = [k for k in clause.keywords if k not in asked.roots]
        if any(closeness(k, clause, other, typed=False) for k in new):
            return True
    return False


def _differ(typed: Wording, right: Wording) -> bool:
    """Whether a word is denied on one side and stands undenied on the other."""
    said, meant = denied(typed), denied(right)
    if any(r in right.roots for r in set(said) - set(meant)):
        return True
    if any(r in typed.roots for r in set(meant) - set(said)):
        return True
    shared = len(typed.roots.keys() & right.roots.keys())
    return shared >= 0.8 * len(right.roots) and len(said) != len(meant)


def opposite(comparison: Comparison) -> str | None:
    """*Lower* for *higher*; two of them turned at once say the same the other way round."""
    typed, right, asked = comparison.typed, comparison.right, comparison.asked
    turned = [
        f"“{typed.roots[contrary]}” or “{shown(word)}”?"
        for key, word in right.roots.items()
        for contrary in opposites(key)
        if contrary in typed.roots
        and contrary not in right.roots
        and contrary not in asked.roots
        and key not in typed.roots
        and meanings(key).isdisjoint(typed.meanings)
        and not (contrary in denied(typed)) ^ (key in denied(right))
    ]
    return turned[0] if len(turned) % 2 else None


def prefix(comparison: Comparison) -> str | None:
    """*Unsupervised* for *supervised*."""
    right = comparison.right.tokens
    for typed in comparison.typed.tokens:
        for word in right:
            if typed in right or word in comparison.typed.tokens:
                continue
            if typed[-1:] == word[-1:] and is_negated(typed, word):
                return f"“{typed}” or “{word}”?"
    return None


def number(comparison: Comparison) -> str | None:
    """A number that stands neither in the answer nor in the question, for one that is missing."""
    given, wanted = comparison.typed.numbers, comparison.right.numbers
    known = wanted + comparison.asked.numbers
    others = [
        n for n in given if not any(same_value(n, k) for k in known) and not _pronoun(n, comparison)
    ]
    lost = [n for n in wanted if not any(same_value(n, g) for g in given)]
    return f"check the number {shown(others[0].figures)}" if others and lost else None


def _pronoun(number: Quantity, comparison: Comparison) -> bool:
    """*One* that stands for a thing, as in *the heavier one*, rather than counting."""
    return (
        number.figures == "1"
        and number.unit is None
        and not re.search(r"(?<![\d.])1(?![\d.])", comparison.typed.text)
    )


def choice(comparison: Comparison) -> str | None:
    """Several answers offered for one term."""
    offered = "or" in comparison.typed.tokens and "or" not in comparison.right.tokens
    return "one answer, not a choice" if comparison.right.is_term and offered else None


CHECKS: tuple[Callable[[Comparison], str | None], ...] = (
    negation,
    opposite,
    prefix,
    number,
    choice,
)
