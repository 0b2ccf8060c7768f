"""A *not* too many or too few, and when two of them are none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from quizapp.grading.synonyms import opposites, root
from quizapp.grading.verdict import Doubt
from quizapp.grading.wording import Comparison, Wording, closeness, read

NEGATIONS = frozenset(
    "not never no none nor neither nothing nobody nowhere without hardly barely scarcely".split()
)
_OBJECTS = frozenset({"nobody", "nothing", "nowhere", "none"})
_NO_MORE = frozenset({("no", "1"), ("no", "longer"), ("no", "more")})
_BEHIND = frozenset("about among at by during for from in on under".split())
"""Negations that may stand behind the word that they deny, and what follows them then.

*It convinces nobody in the trade*, but *it had nothing to sell*.
"""

UNDOING = "avoid ban block fail forbid inhibit lack prevent refuse remove stop"
"""Words with which a clause denies what follows, though no *not* stands in it."""

_CARRIERS = frozenset(
    "be been being am is are was were do does did done have has had it this that to any really "
    "very in on of at for by as".split()
)
"""Words between a negation and the word that it denies."""

CLAUSE = re.compile(
    r"[.;!?,:()](?:\s|$)|\b(?:but|because|since|so|while|whereas|if|and)\b|(?<=\s)(?=without\b)",
    re.I,
)
"""Where a clause ends, and a *not* with it."""

_REPLY = re.compile(
    r"\s*no(?:\s*[,.;:!]|\s+(?=(?:because|i|you|he|she|it|they|we|this|that)\b))", re.I
)
"""The *no* that answers the question; what follows it may deny nothing."""

_OPEN = re.compile(r"\b(?:or|if) not(?=\s*(?:[.;!?,]|$))", re.I)
"""*Whether or not*: both are left open."""

_KEPT_FROM = re.compile(
    r"\b(?:prevent|stop|keep|kept|block|inhibit|ban)\w*\s[^.;!?,:()]*?\band\b[^.;!?,:()]*?"
    r"\bfrom\s+\w+ing\b",
    re.I,
)
"""Several things that are kept from one: no clause ends between them."""

_CONDITION = re.compile(r"\b(?:if|unless|until|when|without)\b", re.I)
_UNLESS = frozenset({"unless", "until"})

_SAME = 0.8
"""The share of common words from which two wordings differ in their denials alone."""


@dataclass(frozen=True, slots=True)
class _Polarity:
    """What a wording states and what it denies, by roots.

    ``below`` is all that stands after a negation in its clause, is *too much to* be, or is
    prevented; ``stated`` the rest; ``plainly`` what stands in clauses that deny nothing.
    """

    below: frozenset[str]
    stated: frozenset[str]
    plainly: frozenset[str]


def denied(wording: Wording) -> tuple[str, ...]:
    """For each negation the root of the word that it denies; empty where none follows."""
    if NEGATIONS.isdisjoint(wording.tokens):
        return ()
    return tuple(word for clause in clauses(wording.text) for word in _denied(clause))


def negation(comparison: Comparison) -> Doubt | None:
    """A *not* on one side only, or on different words.

    A denial counts when the other side speaks of what it denies; one in a clause that the other
    side does not have at all is an addition, or is missing together with its clause.
    """
    typed, right, asked = comparison.typed, comparison.right, comparison.asked
    said, meant = _denied_here(typed, right), _denied_here(right, typed)
    if said and not meant and _denies(typed, right, asked):
        return _doubt(typed, comparison)
    one_sided = meant and not said and _denies(right, typed, asked)
    if one_sided or (said and meant and _differ(typed, right)):
        return _doubt(right, comparison)
    return None


def _doubt(wording: Wording, comparison: Comparison) -> Doubt:
    return Doubt(f"check the “{_first(wording)}”", _is_turned(comparison))


def _is_turned(comparison: Comparison) -> bool:
    """Whether a *not* turns what is said, as far as words show it.

    It does where one side denies what the other only states, and where the two are the same but
    for it. It need not where a side has both the one and the other, where a condition and what
    hangs on it are both denied, or where the rest of an answer says all that the clause touches.
    """
    typed, right, asked = comparison.typed, comparison.right, comparison.asked
    said, meant = denied(typed), denied(right)
    if len(said) != len(meant) and _shared(typed, right) >= _SAME:
        return True
    mine = [] if _is_double(typed) else _denied_here(typed, right)
    theirs = [] if _is_double(right) else _denied_here(right, typed)
    if mine and theirs:
        return _clash(mine, typed, right) or _clash(theirs, right, typed, freely=True)
    return (bool(mine) and _bears(typed, right, asked)) or (
        bool(theirs) and _bears(right, typed, asked, freely=True)
    )


@lru_cache(maxsize=1024)
def clauses(text: str) -> tuple[Wording, ...]:
    """The clauses of a text that have words, without the *no* of a reply and what is left open."""
    plain = _OPEN.sub(" ", _REPLY.sub("", text, count=1) if _REPLY.match(text) else text)
    plain = _KEPT_FROM.sub(lambda kept: re.sub(r"\band\b", "&", kept[0]), plain)
    return tuple(clause for clause in map(read, CLAUSE.split(plain)) if clause.tokens)


def _denied(clause: Wording) -> list[str]:
    return [_denied_by(clause.tokens, n) for n, t in enumerate(clause.tokens) if t in NEGATIONS]


def _denied_by(tokens: Sequence[str], at: int) -> str:
    """The root of the word that the negation at a place denies."""
    before, after = tokens[:at], tokens[at + 1 :]
    if tokens[at] in _OBJECTS and before and (not after or after[0] in _BEHIND):
        after = before[::-1]
    elif tuple(tokens[at : at + 2]) in _NO_MORE:
        after = after[1:] or before[::-1]
    return root(next((t for t in after if t not in _CARRIERS), ""))


def _polarity(wording: Wording) -> _Polarity:
    below: set[str] = set()
    stated: set[str] = set()
    plainly: set[str] = set()
    for clause in clauses(wording.text):
        tokens = clause.tokens
        first = next((n for n, t in enumerate(tokens) if t in NEGATIONS), len(tokens))
        end = min(_too_much(tokens), _undone(tokens))
        below |= {root(t) for t in (*tokens[first + 1 :], *tokens[end:])}
        stated |= {root(t) for t in tokens[: min(first, end)]}
        if first == len(tokens):
            plainly |= clause.roots.keys()
    return _Polarity(frozenset(below), frozenset(stated), frozenset(plainly))


def _too_much(tokens: Sequence[str]) -> int:
    """The place after *too … to*, where what cannot be begins; the end where there is none."""
    if "too" in tokens and "to" in (rest := tokens[tokens.index("too") :]):
        return len(tokens) - len(rest) + rest.index("to") + 1
    return len(tokens)


def _undone(tokens: Sequence[str]) -> int:
    """The place after a word that denies what follows; the end where there is none."""
    return next((n + 1 for n, t in enumerate(tokens) if root(t) in _undoing()), len(tokens))


@cache
def _undoing() -> frozenset[str]:
    return frozenset(map(root, UNDOING.split()))


def _denied_here(wording: Wording, other: Wording) -> list[str]:
    """What one side denies and the other does not put the other way round.

    *Not the same* is *different*, *no boats* are *0 boats*.
    """
    if "0" in other.tokens and "0" not in wording.tokens and "no" in wording.tokens:
        return []
    return [w for w in denied(wording) if not _turned(w, other)]


def _is_double(wording: Wording) -> bool:
    """Whether a condition and what hangs on it are both denied: *no sound without movement*."""
    count = len(denied(wording)) + len(_UNLESS.intersection(wording.tokens))
    return count == 2 and _CONDITION.search(wording.text) is not None


def _turned(word: str, other: Wording) -> bool:
    """Whether the other side has the contrary of a denied word, itself not denied."""
    standing = other.roots.keys() - set(denied(other))
    return word not in other.roots and any(o in standing for o in opposites(word))


def _first(wording: Wording) -> str:
    return next(t for clause in clauses(wording.text) for t in clause.tokens if t in NEGATIONS)


def _denies(wording: Wording, other: Wording, asked: Wording) -> bool:
    """Whether a denying clause is about something that the other side says."""
    for clause in clauses(wording.text):
        words = _denied(clause)
        if not words:
            continue
        if not clause.keywords or any(not w or w in other.roots for w in words):
            return True
        if _told(clause, other, asked):
            return True
    return False


def _bears(wording: Wording, other: Wording, asked: Wording, *, freely: bool = False) -> bool:
    """Whether a denying clause is about something that nothing else on its side says."""
    told_by = clauses(wording.text)
    stating = [c for c in told_by if not _denied(c)]
    undone = _polarity(other).below
    for clause in told_by:
        words = _denied(clause)
        if not words:
            continue
        if not clause.keywords or "" in words:
            return True
        if any(w in other.roots for w in words):
            if _clash(words, wording, other, freely=freely):
                return True
        else:
            told = [k for k in _told(clause, other, asked) if k not in undone]
            if any(all(k not in c.roots for c in stating) for k in told):
                return True
    return False


def _told(clause: Wording, other: Wording, asked: Wording) -> list[str]:
    """The keywords of a clause, but for those of the question, that the other side has too."""
    new = [k for k in clause.keywords if k not in asked.roots]
    return [k for k in new if closeness(k, clause, other, typed=False)]


def _differ(typed: Wording, right: Wording) -> bool:
    """Whether a word is denied on one side and stands undenied on the other."""
    said, meant = denied(typed), denied(right)
    if any(r in right.roots for r in set(said) - set(meant)):
        return True
    if any(r in typed.roots for r in set(meant) - set(said)):
        return True
    return _shared(typed, right) >= _SAME and len(said) != len(meant)


def _shared(typed: Wording, right: Wording) -> float:
    """The share of the answer's words that were typed."""
    return len(typed.roots.keys() & right.roots.keys()) / (len(right.roots) or 1)


def _clash(words: Iterable[str], one: Wording, other: Wording, *, freely: bool = False) -> bool:
    """Whether a word is only denied on one side and only stated on the other."""
    theirs = _polarity(other)
    excused = theirs.below | (_polarity(one).plainly if freely else frozenset())
    return any(w in theirs.stated - excused for w in words)
