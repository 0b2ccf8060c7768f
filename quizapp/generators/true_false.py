"""True or false: a statement as it is, or with exactly one thing in it turned.

The true sentence is shown after a false one. What is a matter of opinion is said to be somebody's.
"""

from __future__ import annotations

import re

from quizapp import language
from quizapp.generators.drafting import Side, modest
from quizapp.material.statement import Statement
from quizapp.model import CardKind
from quizapp.sentences.grammar.capitals import inside, is_national
from quizapp.sentences.names import Names
from quizapp.turning import Turned

OPTIONS = ("True", "False")
_YEAR = re.compile(r"\b(?:1[0-9]|20)\d\d\b")
_OPINION = re.compile(
    r"\b(?:may|might|could|should|likely|unlikely|possibl[ey]|potential(?:ly)?|best|worst|"
    r"beautiful|important|crucial|essential|surprising|amazing|believes?|thinks?|expects?|"
    r"seems?|probably|hope|must|need to)\b",
    re.IGNORECASE,
)


def side(statement: Statement, turned: Turned | None, names: Names, *, plain: bool = False) -> Side:
    """The card of a statement: shown turned, when ``turned`` is given, else as it is.

    A ``plain`` one is true and has no detail that one could have wrong.
    """
    true = turned.true if turned else statement.text
    score = 0.5 * statement.score + (0.3 if turned else 0.2)
    if turned is not None and _YEAR.sub("", turned.false) == _YEAR.sub("", turned.true):
        plain = True  # only a year is another: who knows what happened is not asked
    return Side(
        CardKind.TRUE_FALSE,
        attributed(turned.false if turned else true, names, true),
        OPTIONS[1] if turned else OPTIONS[0],
        modest(score) if plain else score,
        options=OPTIONS,
        answer_index=1 if turned else 0,
        explanation=attributed(true, names, true) if turned else None,
    )


def attributed(text: str, names: Names, original: str) -> str:
    """A claim with whose account it is before it; a sentence with figures or names as it is.

    What is a matter of opinion, what ``we`` do, and what could be turned by a word is true or false
    only of somebody's account.
    """
    if names.guest is None or names.mentions(text):
        return text
    opinion = _OPINION.search(original) or re.search(r"\b(?:we|us|our)\b", original, re.I)
    if not opinion and re.search(r"\d", original):
        return text
    return f"According to {names.guest}'s interview, {_inside(text)}."


_KNOWN = 4.0
_CALENDAR = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May "
    "June July August September October November December Christmas Easter God Internet".split()
)


def _inside(text: str) -> str:
    """The text after a comma: ``Fast-twitch fibres`` begins small there too."""
    first = text.split("-")[0].split(" ")[0]
    if first[1:].islower() and len(text.split()) > 1 and language.zipf(first.lower()) > _KNOWN:
        following = text.split()[1]
        if following[:1].islower() and not is_national(first) and first not in _CALENDAR:
            return f"{text[:1].lower()}{text[1:]}".rstrip(".")  # of every day: no name of two
    if "-" in text.split(" ")[0] and first[1:].islower() and language.zipf(first.lower()) > 4:
        return inside(text[:1].lower() + text[1:])
    return inside(text)
