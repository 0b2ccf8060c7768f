"""What a clause denies without a *not*: *refused to lend*, *stopped using*, *kept from forming*."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from quizapp.grading.negation import NEGATIONS, UNDOING, clauses
from quizapp.grading.synonyms import root
from quizapp.grading.verdict import Doubt
from quizapp.grading.wording import Comparison, Wording, closeness

_TO_DO = "decline fail forbid refuse"
"""Words that deny what stands behind their *to*."""

_THINGS = "avoid ban block fail forbid inhibit lack prevent stop"
"""Words that deny the thing or the doing right behind them."""

_HALF = frozenset(
    map(
        root,
        "against bar block cease cut delay deter end escape fight guard halt hinder impede keep "
        "less limit lose loss miss off oppose out protect quit reduce resist rid save shield "
        "slow spare few fewer unable without would could instead rather than too if when "
        "unless until before first".split(),
    )
)
"""Words beside which a clause may state only half of what it says."""

_KEEPS = re.compile(r"\bke(?:ep|eps|pt) (?:on )?\w{2,}ing\b")
"""*Kept* that goes on rather than hinders."""

_SKIPPED = frozenset("be any ever its their his her our my your this that all to".split())


@dataclass(frozen=True, slots=True)
class _Undone:
    """A word that is undone, by which word, and of whom or what; ``doing`` where it is a verb."""

    word: str
    by: str
    whose: frozenset[str]
    doing: bool


def undone(comparison: Comparison) -> Doubt | None:
    """What one side says was refused, stopped or prevented and the other says plainly."""
    typed, right = comparison.typed, comparison.right
    found = [*_against(typed, right), *_against(right, typed)]
    if not found:
        return None
    sure = next((doubt for doubt in found if doubt.sure), found[0])
    return sure if _adds_nothing(comparison) else replace(sure, sure=False)


def _adds_nothing(comparison: Comparison) -> bool:
    """Whether the answer has all that was typed; what is new may tell why it comes to the same."""
    typed, right = comparison.typed, comparison.right
    new = [k for k in typed.keywords if k not in _undoing() and k not in comparison.asked.roots]
    return all(closeness(k, typed, right, typed=True) for k in new)


def _against(wording: Wording, other: Wording) -> Iterator[Doubt]:
    """What is undone in one wording and stated in the other, in its clauses and in no others."""
    for one in _undone(wording):
        said = [clause for clause in clauses(other.text) if one.word in clause.roots]
        if said and all(_states(clause, one.word) for clause in said):
            if any(_states(c, one.word) for c in clauses(wording.text) if one.word in c.roots):
                continue
            of_it = not one.whose or any(_is_of(clause, one) for clause in said)
            yield Doubt(f"check the “{one.by}”", sure=one.doing and of_it)


def _is_of(clause: Wording, one: _Undone) -> bool:
    """Whether a clause speaks of whom or what something was undone, or names nobody else."""
    return not one.whose.isdisjoint(clause.roots) or set(clause.keywords) <= {one.word}


def _states(clause: Wording, word: str) -> bool:
    """Whether a clause says a word without denying it or saying only half of it."""
    kept = {"keep"} if _KEEPS.search(" ".join(clause.tokens)) else set()
    roots = clause.roots.keys() - {word} - kept
    return (
        NEGATIONS.isdisjoint(clause.tokens)
        and ("used", "to") not in pairwise(clause.tokens)
        and roots.isdisjoint(_HALF)
        and roots.isdisjoint(_undoing())
    )


@cache
def _undoing() -> frozenset[str]:
    return frozenset(map(root, f"{UNDOING} {_TO_DO}".split()))


@cache
def _roots(words: str) -> frozenset[str]:
    return frozenset(map(root, words.split()))


def _undone(wording: Wording) -> Iterator[_Undone]:
    """What the clauses of a wording undo; nothing where a *not* or a second such word stands."""
    for clause in clauses(wording.text):
        tokens = clause.tokens
        at = next((n for n, t in enumerate(tokens) if root(t) in _undoing()), None)
        if at is None or not NEGATIONS.isdisjoint(tokens):
            continue
        place, doing = _denied_at(tokens, at)
        if place is not None:
            word = root(tokens[place])
            around = {root(t) for t in (*tokens[:at], *tokens[at + 1 : place])}
            whose = around.intersection(clause.keywords) - _undoing()
            yield _Undone(word, tokens[at], frozenset(whose), doing)


def _denied_at(tokens: Sequence[str], at: int) -> tuple[int | None, bool]:
    """The place of what the word at a place denies, and whether it is something that is done."""
    by, rest = root(tokens[at]), tokens[at + 1 :]
    if by in _roots(_TO_DO) and "to" in rest:
        place = next(
            (n for n in range(at + 2 + rest.index("to"), len(tokens)) if _carries(tokens[n])), None
        )
        return place, True
    if by not in _roots(_THINGS) or not rest or rest[0] in {"to", "by", "in", "at", "on", "of"}:
        return (
            (at + 2, False) if rest[:1] == ("of",) and rest[1:] and by == "lack" else (None, False)
        )
    if "from" in rest and re.fullmatch(r"\w{2,}ing", (*rest, "")[rest.index("from") + 1]):
        return at + 2 + rest.index("from"), True
    place = next((n for n in range(at + 1, len(tokens)) if _carries(tokens[n])), None)
    return place, place is not None and re.fullmatch(r"\w{2,}ing", tokens[place]) is not None


def _carries(token: str) -> bool:
    return token not in _SKIPPED
