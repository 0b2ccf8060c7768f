"""A condition does not matter."""

from __future__ import annotations

import re

from quizapp.material.denials.sentences import MEASURES, Said, Text, roots

_CONDITION = re.compile(
    r"\b(?:as long as|so long as|only (?:if|when|where)|provided(?: that)?)\b", re.IGNORECASE
)
EVEN = re.compile(r"\beven (?:if|when|where|though|without)\b", re.IGNORECASE)
_NEEDED = re.compile(
    r"\b(?:only (?:with|by|through)|requires?|required|needs?|needed|depends? on|depended on)\b",
    re.IGNORECASE,
)
_WITHOUT = re.compile(r"\beven without\b", re.IGNORECASE)
_NOUN = r"(?:the )?(?:(?:number|amount|size|count) of )?(?P<{}>[\w-]+(?: [\w-]+)?)"
_MORE_THAN = re.compile(
    rf"{_NOUN.format('a')} (?P<verb>exceed\w*|outnumber\w*|(?:is|are|was|were) (?:more|larger|"
    rf"greater|higher|bigger|less|fewer|smaller|lower) than) {_NOUN.format('b')}",
    re.IGNORECASE,
)
_MORE_OF = re.compile(
    r"\b(?P<verb>more|larger|bigger|less|fewer|smaller) (?P<a>[\w-]+(?: [\w-]+)?) than "
    r"(?P<b>[\w-]+(?: [\w-]+)?)",
    re.IGNORECASE,
)
_LESS = re.compile(r"\b(?:less|fewer|smaller|lower)\b", re.IGNORECASE)


def _compared(text: str) -> tuple[frozenset[str], frozenset[str]] | None:
    """What is said to be more than what."""
    found = _MORE_OF.search(text) or _MORE_THAN.search(text)
    if found is None:
        return None
    a, b = (frozenset(roots(found[n])) - MEASURES for n in "ab")
    if not a or not b:
        return None
    return (b, a) if _LESS.search(found["verb"]) else (a, b)


def matters_not(claim: Text, said: Said) -> bool:
    """``As long as there is more X than Y`` – ``even if there is less X than Y``."""
    condition, even = _CONDITION.search(claim.text), EVEN.search(said.text)
    if condition is not None and even is not None:
        wanted = _compared(claim.text[condition.end() :])
        given = _compared(said.text[even.end() :])
        if wanted is None or given is None:
            return False
        crossed = _overlap(wanted[0], given[1]) and _overlap(wanted[1], given[0])
        return crossed and _same_outcome(claim.text[: condition.start()], said.text[: even.start()])
    needed = _NEEDED.search(claim.text) or condition
    without = _WITHOUT.search(said.text)
    if needed is None or without is None:
        return False
    what = re.split(r"[,.;]|\b(?:and|but|to|because|so)\b", said.text[without.end() :])[0]
    outcome = _same_outcome(claim.text[: needed.start()], said.text[: without.start()])
    return Text(claim.text[needed.end() :]).has(what) and outcome


def without_condition(claim: str, said: Said) -> str | None:
    """What holds without the condition at the end of a claim; it is half of the claim at least."""
    condition = _CONDITION.search(claim)
    if condition is None or EVEN.search(said.text) is None:
        return None
    kept, cut = claim[: condition.start()].rstrip(" ,"), claim[condition.start() :]
    if len(kept) < len(cut) or re.search(r"[,;:]", cut):
        return None
    return f"{kept}."


def _overlap(a: frozenset[str], b: frozenset[str]) -> bool:
    return a <= b or b <= a


def _same_outcome(one: str, other: str) -> bool:
    """Whether two clauses tell of one thing that it happens, or that it does not."""
    first, second = Text(one), Text(other)
    shared = [s for s in first.own & second.own if s not in MEASURES]
    alike = [s for s in shared if first.denies(s) == second.denies(s)]
    return bool(alike) and len(alike) == len(shared)
