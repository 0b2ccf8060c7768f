"""The checks of a card: each returns a reason, or nothing.

``CHECKS`` is the table of them in their order. A card fails when one of the gate checks fails, or
two of the others. Checks of a whole deck stand in ``quizapp.quality.deck``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from quizapp.material import Material
from quizapp.model import Card, Failure
from quizapp.quality import options, talk, wording

Test = Callable[[Card, Material], str | None]


@dataclass(frozen=True, slots=True)
class Check:
    """One row of the table: its number and name, whether it alone decides, and its test."""

    number: int
    name: str
    gate: bool
    test: Test


def _ungrounded(card: Card, material: Material) -> str | None:
    """2: a card stands in its source, and what the guest says in the talk is not otherwise."""
    return wording.ungrounded(card, material) or talk.denied(card, material)


CHECKS: tuple[Check, ...] = (
    Check(1, "leak", True, wording.leak),
    Check(2, "grounded", True, _ungrounded),
    Check(3, "well_formed", True, wording.malformed),
    Check(4, "blanks", True, wording.bad_blanks),
    Check(5, "options_distinct", True, options.indistinct),
    Check(6, "distractor_true", True, options.true_distractor),
    Check(7, "standalone", False, wording.leaning),
    Check(8, "size", False, wording.wrong_size),
    Check(9, "yes_no", False, wording.yes_no),
    Check(10, "worth_asking", False, wording.common_blank),
    Check(11, "options_alike", False, options.unlike),
    Check(12, "length_cue", False, options.length_cue),
    Check(13, "echo_cue", False, options.echo_cue),
    Check(14, "grammar_cue", False, options.grammar_cue),
)
DECK_CHECKS = ((15, "duplicates"), (16, "balance"))
TOLERATED = 1
"""Failures of checks that are no gate that a card may have."""


def failures(card: Card, material: Material) -> tuple[Failure, ...]:
    """Every check that a card does not pass, in the order of the table."""
    found = ((check, check.test(card, material)) for check in CHECKS)
    return tuple(Failure(c.name, reason, c.gate) for c, reason in found if reason is not None)


def acceptable(failed: tuple[Failure, ...]) -> bool:
    """Whether a card with these failures may be asked."""
    return not any(f.gate for f in failed) and len(failed) <= TOLERATED
