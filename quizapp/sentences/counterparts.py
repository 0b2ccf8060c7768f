"""Words that go together so that one recalls the other: ``anode`` and ``cathode``."""

from __future__ import annotations

from quizapp import language
from quizapp.language import Phrase

_COUNTERPARTS = (
    frozenset("anode cathode".split()),
    frozenset("supply demand".split()),
    frozenset("input output".split()),
    frozenset("predator prey".split()),
    frozenset("buyer seller".split()),
    frozenset("lender borrower debtor creditor".split()),
    frozenset("husband wife".split()),
    frozenset("import export".split()),
    frozenset("male female".split()),
    frozenset("north south east west".split()),
    frozenset("left right".split()),
    frozenset("artery vein".split()),
    frozenset("cause effect".split()),
    frozenset("numerator denominator".split()),
    frozenset("winner loser".split()),
    frozenset("inflation deflation".split()),
    frozenset("proton electron neutron".split()),
    frozenset("plaintiff defendant".split()),
)
"""What goes together so that one recalls the other."""


def has_counterpart(text: str, phrase: Phrase) -> bool:
    """Whether the sentence names what a word of every pair is the other half of: ``cathode``."""
    if len(phrase.tokens) > 1:
        return False
    own = phrase.head.lemma.lower()
    pair = next((p for p in _COUNTERPARTS if own in p), None)
    if pair is None:
        return False
    rest = text[: phrase.start] + " " + text[phrase.end :]
    return bool((pair - {own}) & {t.lemma.lower() for t in language.tag(rest)})
