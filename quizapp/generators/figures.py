"""The one figure of a spoken sentence left out, where it is told in words."""

from __future__ import annotations

import re

from quizapp.blanks import BLANK
from quizapp.generators import cases
from quizapp.generators.drafting import Side
from quizapp.material.statement import Statement
from quizapp.model import CardKind

_SCORE = 0.45
"""Of what is told in passing."""
_NUMBER = (
    r"(?:\d[\d.,]*|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w{3,5}teen|"
    r"twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|half|"
    r"(?<=roughly )one|(?<=about )one|(?<=nearly )one|(?<=than )one(?= percent))"
    r"(?:-\w+)?)"
)
_NUMBERS = rf"{_NUMBER}(?:(?: and a half)?(?: and| or| to)? {_NUMBER})*"
FIGURE = re.compile(
    rf"(?:an? )?(?:{_NUMBERS}|one(?= ))(?: percent| thirds| quarters| fifths| tenths)?",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    rf"\b(?P<figure>{_NUMBERS})(?! {_NUMBER})"
    r"(?= (?:percent|per cent|[a-z]+ )?[a-z]+)",
    re.IGNORECASE,
)
_LITTLE = frozenset("two three half".split())
_SHARE = re.compile(r" (?:thirds|quarters|fifths|tenths)\b")
_SCALE = re.compile(r"(?:hundred|thousand|million|billion)\b")
_OF_NO_COUNT = re.compile(
    r"\bbetween (?:an? )?$|^(?:You|People|Nobody|Don['’]t)\b.*(?:n['’]t|\bcannot|\bnever|\bno)\b|"
    r"^(?:Don['’]t|Nobody)\b|, [^,]*\bwith $",
    re.IGNORECASE,
)
"""Before a figure by which nothing is counted: ``You can't guard a million kilometres``, or that is
one of many: ``small firms, families with eight people``."""
_COUNTS_NOTHING = re.compile(r" (?:that|which|who|of (?:them|those|these|which))\b")
"""After one that does not say of what it is: ``There are about six hundred that …``."""
_RANGE = re.compile(
    rf"\bfrom (?:{BLANK} to {_NUMBERS}|{_NUMBERS} to {BLANK})(?=[,.;])", re.IGNORECASE
)
"""``Going from ____ to nineteen thousand``: nobody keeps one end of it."""
_ASIDE = re.compile(rf", (?:about|around|some|roughly|nearly|over|almost) {BLANK} [a-z]+,")
"""``to New Jersey, about ____ kilometres, by plane``: beside the point."""
_OF_A_CROWD = re.compile(
    rf"^There (?:are|were) (?:more than |about |around |over |some )?{BLANK} (?:in|on|at|of)\b"
)
"""``There are more than ____ in the flock``: of what?"""
_YEAR = re.compile(r"(?:1\d|20)\d\ds?")
HOW_MANY_WHAT = re.compile(
    r"(?:two|three|four|five|six|seven|eight|nine|ten) "
    r"(?!(?:or|to|and|hundred|thousand|million|billion|percent)\b)[\w-]+ [\w-]+$",
    re.IGNORECASE,
)
"""``three enormous eruptions``: nobody fills in all of that."""
WHAT_HAS_THE_FIGURE = re.compile(
    r"What [a-z]+(?: [a-z]+)?(?: (?:about|roughly|nearly|around|only|just|up to|(?:more|"
    rf"less) than|an?))* {_NUMBER}\b",
    re.IGNORECASE,
)
"""``What runs at about 1,400 degrees?``: many things do, and the figure is what is told."""


def is_beside(prompt: str) -> bool:
    """Whether what is left out of a sentence is a figure that is not what it tells."""
    return any(sign.search(prompt) for sign in (_RANGE, _ASIDE, _OF_A_CROWD))


def counted(statement: Statement) -> Side | None:
    """The one figure of a sentence left out, where it is told in words: ``after ____ seconds``."""
    found = [f for f in _COUNTED.finditer(statement.text) if not _YEAR.fullmatch(f["figure"])]
    if len(found) != 1 or re.search(r"\d", found[0]["figure"]):
        return None
    figure = found[0]["figure"]
    if found[0].start() < cases.end(statement.text):
        return None  # any figure would do in a case
    start, end = found[0].span()
    before = statement.text[:start].split()[-1:] or [""]
    share = _SHARE.match(statement.text[end:])
    if share is not None:
        figure, end = f"{figure}{share[0]}", end + share.end()
    if (
        figure.lower() in _LITTLE
        or not (start or statement.text[end:].startswith(" percent"))
        or before[0] in ("several", "many", "few", "Day", "the", "between")
        or _OF_NO_COUNT.search(statement.text[:start])
        or _COUNTS_NOTHING.match(statement.text[end:])
    ):
        return None
    if _SCALE.match(figure) and before[0] == "a":
        figure, start = f"a {figure}", start - len("a ")
    if figure == "one":  # one what?
        figure = " ".join(statement.text[found[0].start() :].split()[:2]).rstrip(".,")
        end = found[0].start() + len(figure)
    figure = figure if start else figure.lower()
    prompt = f"{statement.text[:start]}{BLANK}{statement.text[end:]}"
    if is_beside(prompt):
        return None
    return Side(CardKind.CLOZE, prompt, figure, _SCORE, side=figure)
