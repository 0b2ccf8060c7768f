"""Correct, partial or incorrect, and what is missing.

The comparison runs through a visible list of steps, strictest first; the first that knows the
answer decides. Whatever the last of them says, a *not* too many or too few, an opposite or
another number is pointed out, and one that makes another answer of it is never called correct; the
learner has the last word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from quizapp.grading.blanks import blanks, typed_parts
from quizapp.grading.blend import blend, listed
from quizapp.grading.contradictions import contradictions
from quizapp.grading.quantities import (
    Quantity,
    is_near,
    is_number,
    is_unit,
    same_value,
)
from quizapp.grading.synonyms import opposites, root
from quizapp.grading.verdict import Grade, Verdict
from quizapp.grading.wording import (
    TERM_WORDS,
    Comparison,
    is_form,
    is_mixed_up,
    is_negated,
    is_same_word,
    normalise,
    read,
    shown,
)

_CLAIMING = frozenset("is are was were has have had does do can will".split())
"""Words with which an answer says something of what it counts."""

_REPLIES = {"yes": "yes", "agree": "yes", "true": "yes"} | {
    "no": "no",
    "disagree": "no",
    "false": "no",
}


def grade(typed: str, answer: str, *, accepted: Sequence[str] = (), question: str = "") -> Verdict:
    """What the program thinks of ``typed``, where ``answer`` or one of ``accepted`` is right.

    ``question`` is the card's prompt: its words count less, and its blanks say how many answers
    there are. Answers of several blanks, joined with ``; ``, are compared in order.
    """
    parts = blanks(answer, question)
    if len(parts) > 1:
        return _grade_blanks(typed, parts, accepted, question)
    targets = (answer, *accepted)
    return _kindest(_compare(Comparison(read(typed), read(t), read(question))) for t in targets)


_ORDER = tuple(Grade)


def _kindest(verdicts: Iterable[Verdict]) -> Verdict:
    """The best verdict, the first of equals; looks no further than one that is correct."""
    best = Verdict(Grade.INCORRECT, (), None)
    for number, verdict in enumerate(verdicts):
        if not number or _ORDER.index(verdict.grade) < _ORDER.index(best.grade):
            best = verdict
        if best.grade is Grade.CORRECT:
            break
    return best


# Several blanks


def _grade_blanks(typed: str, parts: list[str], accepted: Sequence[str], question: str) -> Verdict:
    given = typed_parts(typed, len(parts))
    aliases = [split for a in accepted if len(split := blanks(a, question)) == len(parts)]
    verdicts = [
        grade(mine, part, accepted=[alias[i] for alias in aliases])
        for i, (mine, part) in enumerate(zip(given, parts, strict=True))
    ]
    together = _together(verdicts)
    if together.grade is not Grade.CORRECT and _turned_round(given, parts):
        return Verdict(Grade.PARTIAL, (), "the right words in the wrong order")
    return together


def _turned_round(given: list[str], parts: list[str]) -> bool:
    pairs = zip(given, reversed(parts), strict=True)
    return all(grade(mine, part).grade is Grade.CORRECT for mine, part in pairs)


def _together(verdicts: Sequence[Verdict]) -> Verdict:
    grades = {v.grade for v in verdicts}
    notes = dict.fromkeys(v.note for v in verdicts if v.note)
    return Verdict(
        grades.pop() if len(grades) == 1 else Grade.PARTIAL,
        tuple(word for v in verdicts for word in v.missing),
        "; ".join(notes) or None,
    )


# One answer, step by step


def _compare(comparison: Comparison) -> Verdict:
    for step in _STEPS:
        verdict = step(comparison)
        if verdict is not None:
            return verdict
    return blend(comparison)


def _nothing(comparison: Comparison) -> Verdict | None:
    """No word at all."""
    if comparison.typed.tokens:
        return None
    keywords = comparison.right.keywords
    return Verdict(Grade.INCORRECT, listed(keywords, comparison), None)


def _equal(comparison: Comparison) -> Verdict | None:
    """The same words; hyphens, spaces and what stands in parentheses aside."""
    right = comparison.right
    if comparison.typed.text.strip() == right.text.strip():
        return Verdict(Grade.CORRECT, (), None)
    wordings = [right.tokens]
    if "(" in right.text:
        wordings.append(normalise(re.sub(r"\([^)]*\)", " ", right.text)))
    if any(_same_letters(comparison.typed.tokens, tokens) for tokens in wordings):
        return Verdict(Grade.CORRECT, (), None)
    return None


def _same_letters(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    if one == other:
        return True
    figures = [t for t in one if is_number(t)] == [t for t in other if is_number(t)]
    return figures and "".join(one) == "".join(other) != ""


def _acronym(comparison: Comparison) -> Verdict | None:
    """The initials of the answer in capitals: ``RNN`` for ``recurrent neural network``."""
    letters = comparison.typed.text.strip().removesuffix("s")
    initials = "".join(token[0] for token in comparison.right.tokens if token.isalpha())
    if len(letters) > 1 and letters.isupper() and letters.casefold() == initials:
        return Verdict(Grade.CORRECT, (), None)
    return None


def _reply(comparison: Comparison) -> Verdict | None:
    """*Yes* where the answer begins with *no*, or the other way round."""
    typed, right = comparison.typed.tokens, comparison.right.tokens
    said, meant = _REPLIES.get(typed[0]), _REPLIES.get(next(iter(right), ""))
    if said and meant and said != meant:
        return Verdict(Grade.INCORRECT, (right[0],), f"the answer begins with “{right[0]}”")
    return None


def _number(comparison: Comparison) -> Verdict | None:
    """An answer that is one number, with its unit and what it counts."""
    right, given = comparison.right, comparison.typed.numbers
    if len(right.numbers) != 1 or not given or len(right.tokens) > 2 + TERM_WORDS:
        return None
    wanted = right.numbers[0]
    if not any(same_value(n, wanted) for n in given):
        return _other_number(given, wanted)
    if len(given) > 1 or not _counts_the_same(comparison) or contradictions(comparison):
        return None
    return Verdict(Grade.CORRECT, (), None)


def _other_number(given: tuple[Quantity, ...], wanted: Quantity) -> Verdict:
    """A different number; or the same in another unit, which may be a slip."""
    missing = (shown(wanted.figures),)
    if any(n.figures == wanted.figures for n in given):
        return Verdict(Grade.PARTIAL, missing, "check the unit")
    if any(is_near(n, wanted) for n in given):
        return Verdict(Grade.PARTIAL, missing, "near, but another number")
    return Verdict(Grade.INCORRECT, missing, "another number")


def _counts_the_same(comparison: Comparison) -> bool:
    """Whether what stands beside two equal numbers agrees, or is left to the number."""
    typed, right, asked = comparison.typed, comparison.right, comparison.asked
    claims = not _CLAIMING.isdisjoint(right.tokens)
    counted = set() if claims else {root(t) for t in right.tokens[right.numbers[0].end :]}
    named = {k for k in right.keywords if not _is_quantity(right.roots[k])}
    extra = {k for k in typed.keywords if not _is_quantity(typed.roots[k])}
    known = right.roots.keys() | asked.roots.keys()
    return named - counted - asked.roots.keys() <= typed.roots.keys() and extra <= known


def _is_quantity(token: str) -> bool:
    return is_number(token) or is_unit(token)


def _spelling(comparison: Comparison) -> Verdict | None:
    """The same words in other forms, or with a slip of the keys."""
    typed, right = comparison.typed, comparison.right
    if len(typed.tokens) != len(right.tokens):
        return None
    pairs = list(zip(typed.tokens, right.tokens, strict=True))
    beside = any(is_same_word(t, r) for t, r in pairs)
    if all(is_same_word(t, r) or (beside and is_mixed_up(t, r)) for t, r in pairs):
        slips = [r for t, r in pairs if not is_form(t, r)]
        meant = right.text if right.is_term else " ".join(slips)
        return Verdict(Grade.CORRECT, (), f"spelled “{meant}”" if slips else None)
    turned = tuple(r for t, r in pairs if is_negated(t, r) or root(r) in opposites(root(t)))
    if turned and len(right.keywords) <= TERM_WORDS:
        return Verdict(Grade.INCORRECT, turned, f"the opposite of “{turned[0]}”")
    return None


_STEPS: tuple[Callable[[Comparison], Verdict | None], ...] = (
    _equal,
    _nothing,
    _acronym,
    _reply,
    _number,
    _spelling,
)
"""Each decides or hands on with None; the blend decides what is left."""
