"""True or false: a statement as it is, or with exactly one thing in it turned.

What is turned: a comparison (``more`` and ``less``, ``before`` and ``after``), a number, or a name
for another of the same kind. The true sentence is shown afterwards.
"""

from __future__ import annotations

import re

from quizapp import distractors, grammar, language
from quizapp.blanks import BLANK, is_example, is_incidental
from quizapp.generators.drafting import Side
from quizapp.language import Phrase
from quizapp.material import Material, Statement
from quizapp.model import CardKind
from quizapp.rewriting import Names

OPTIONS = ("True", "False")
_SHORTEST_NAME = 3
"""Letters; what is shorter (``AI``) names a whole field, and its parts would be half true."""
LONGEST = 30
"""Words of a sentence that can be judged at a glance."""

_PAIRS = (
    ("more", "less"), ("larger", "smaller"), ("bigger", "smaller"), ("better", "worse"),
    ("harder", "easier"), ("higher", "lower"), ("faster", "slower"), ("stronger", "weaker"),
    ("longer", "shorter"), ("earlier", "later"), ("older", "younger"), ("richer", "poorer"),
    ("increase", "decrease"), ("increases", "decreases"), ("increased", "decreased"),
    ("increasing", "decreasing"), ("improves", "worsens"), ("improved", "worsened"),
    ("improving", "worsening"), ("rises", "falls"), ("rose", "fell"), ("grows", "shrinks"),
    ("grew", "shrank"), ("strengthens", "weakens"), ("raises", "lowers"), ("gains", "loses"),
    ("before", "after"), ("underestimated", "overestimated"), ("possible", "impossible"),
    ("necessary", "unnecessary"), ("sensitive", "insensitive"), ("efficient", "inefficient"),
    ("simple", "complex"), ("cheap", "expensive"), ("most", "least"),
    ("maximum", "minimum"), ("majority", "minority"), ("inside", "outside"), ("above", "below"),
    ("likely", "unlikely"), ("success", "failure"), ("succeeded", "failed"), ("with", "without"),
    ("fewer", "more"), ("ancient", "modern"), ("warm", "cold"),
    ("warmer", "colder"), ("deeper", "shallower"), ("closer", "farther"), ("heavier", "lighter"),
    ("prevents", "causes"), ("enough", "too little"), ("large", "small"), ("long", "short"),
    ("fast", "slow"), ("easy", "hard"), ("high", "low"), ("strong", "weak"), ("rising", "falling"),
)  # fmt: skip
_TURNED_ONLY = {
    "similar": "different",
    "reduces": "increases",
    "reduce": "increase",
    "reduced": "increased",
}
_ONE_WAY = frozenset("with success possible simple easy enough before high long".split())
"""Words too common to be turned wherever they stand: only in the patterns below, or not at all."""
_STRONG = {b: a for a, b in reversed(_PAIRS) if a not in _ONE_WAY and " " not in b} | {
    a: b for a, b in reversed(_PAIRS) if a not in _ONE_WAY
}
_STRONG |= _TURNED_ONLY
_VERBAL = frozenset(
    "increase decrease increases decreases increased decreased improves worsens improved worsened "
    "rises falls rose fell grows shrinks grew shrank strengthens weakens raises lowers gains loses "
    "succeeded failed reduces reduce reduced prevents causes".split()
)
_NOT_AFTER = re.compile(
    r"\b(?:no|not|n't|never|any|once|and|the|much|some|even|or|what is|one or|ever|at|than)\s+$",
    re.IGNORECASE,
)
_NOT_BEFORE = re.compile(
    r"^\s+(?:than\s+(?:just|one|a century)|or less|and more|all|importantly|so|of the|"
    r"broadly|generally|recently|like|or)\b",
    re.IGNORECASE,
)
_OPINION = re.compile(
    r"\b(?:may|might|could|should|likely|unlikely|possibl[ey]|potential(?:ly)?|best|worst|"
    r"beautiful|important|crucial|essential|surprising|amazing|believes?|thinks?|expects?|"
    r"seems?|probably|hope|must|need to)\b",
    re.IGNORECASE,
)


def false_form(statement: Statement, material: Material) -> str | None:
    """The statement with exactly one thing turned so that it is false, or None."""
    text = statement.text
    if len(text.split()) > LONGEST or _HEDGED.search(text):
        return None
    for turned in (
        _turned_comparison(text),
        _moved_number(text),
        _swapped_name(statement, material),
    ):
        if turned is not None and not material.known(turned, at_least=99.5):
            return turned
    return None


_HEDGED = re.compile(r"\b(?:may|might|possibly|perhaps|potentially|it's possible)\b", re.IGNORECASE)
_ARGUES_BACK = re.compile(
    r"\b(?:not|never|neither|n't|unless|without|rather than|whether|which|depends|again|still|yet|"
    r"because|due to|while|whereas|although|though|but|so that|leading to|setting|as they|as it)\b",
    re.IGNORECASE,
)
"""Words whose clause would contradict a turned comparison, and so give it away."""


def _turned_comparison(text: str) -> str | None:
    if _ARGUES_BACK.search(text) or _scaled_twice(text):
        return None
    spots = []
    for found in re.finditer(r"[A-Za-z]+", text):
        word = found.group(0).lower()
        if word in _STRONG and _turnable(text, found):
            spots.append((found, _STRONG[word]))
    if not spots:
        return None
    found, opposite = spots[0]
    if found.group(0).lower() == "more" and _counts(text, found):
        opposite = "fewer"
    if found.group(0)[0].isupper():
        opposite = opposite.capitalize()
    return text[: found.start()] + opposite + text[found.end() :]


def _counts(text: str, found: re.Match[str]) -> bool:
    """Whether a ``more`` counts things: ``more than three``, ``more deposits``."""
    after = [t for t in language.tag(text) if t.start >= found.end()][:2]
    if not after:
        return False
    if after[0].text.lower() == "than":
        return len(after) > 1 and after[1].tag == "CRD"
    return after[0].tag == "NN2"


def _scaled_twice(text: str) -> bool:
    """Whether two words of one scale stand in a sentence: turning one contradicts the other."""
    stems = [language.stem(w) for w in language.plain_words(text)]
    return any(
        sum(s in (language.stem(a), language.stem(b)) for s in stems) > 1
        for a, b in _PAIRS
        if " " not in b
    )


def _turnable(text: str, found: re.Match[str]) -> bool:
    before, after = text[: found.start()], text[found.end() :]
    word = found.group(0).lower()
    if _NOT_AFTER.search(before) or _NOT_BEFORE.match(after):
        return False
    if word in ("most", "least") and not re.match(
        r"\s+\w+(?:ed|ing|ful|ive|al|ous|ant|ent)\b", after
    ):
        return False
    if word == "more" and re.search(r"\b(?:much|many|once|one)\s+$", before, re.IGNORECASE):
        return False
    token = next((t for t in language.tag(text) if t.start == found.start()), None)
    if token is None or (word in _VERBAL and not token.is_verb) or token.is_noun:
        return False
    if word in ("likely", "unlikely") and re.search(r"\b(?:will|would|can|could) $", before):
        return False
    if word in ("large", "small") and re.match(r"\s+(?:scale|amounts?|numbers?)\b|-", after):
        return False
    return not after.startswith("-") and not before.endswith("-")


def _moved_number(text: str) -> str | None:
    if len(re.findall(r"\d[\d.,]*", text)) > 1:
        return None  # the other figure would tell
    for phrase in language.noun_phrases(text):
        number = next((t for t in phrase.tokens if re.fullmatch(r"\d[\d.,]*", t.text)), None)
        if number is None or re.match(r"[-–]", text[number.end :]):
            continue
        if is_incidental(text, phrase):
            return None
        before = text[number.start - 1 : number.start]
        if before not in ("", " ", "$", "€", "£", "("):
            continue
        others = distractors.for_number(
            number.text, f"{text[: number.start]}{BLANK}{text[number.end :]}"
        )
        if others:
            return text[: number.start] + others[0] + text[number.end :]
    return None


def _swapped_name(statement: Statement, material: Material) -> str | None:
    text = statement.text
    for phrase in language.noun_phrases(text):
        if (
            not phrase.is_name
            or material.names.mentions(phrase.text)
            or _no_plain_name(text, phrase)
        ):
            continue
        if any(t.tag == "CRD" for t in phrase.tokens) or is_example(text, phrase):
            continue
        if re.search(r"\ban? $", text[: phrase.start], re.IGNORECASE):
            continue  # the article would tell
        if len(phrase.text) < _SHORTEST_NAME or not distractors.is_typed(phrase):
            continue
        prompt = text[: phrase.start] + "____" + text[phrase.end :]
        others = distractors.for_phrase(phrase, prompt, statement.section.text, material)
        apart = [o for o in others if not material.together(o, language.content_stems(phrase.text))]
        if apart:
            return prompt.replace("____", apart[0], 1)
    return None


def _no_plain_name(text: str, phrase: Phrase) -> bool:
    """Whether a name opens the sentence, where capitals say nothing, or is joined to more."""
    return phrase.start == 0 or not phrase.text[:1].isupper() or text[phrase.end :][:1] in "-'’"


def side(statement: Statement, turned: str | None, names: Names) -> Side:
    """The card of a statement: shown turned, when ``turned`` is given, else as it is."""
    shown = attributed(turned or statement.text, names, statement.text)
    return Side(
        CardKind.TRUE_FALSE,
        shown,
        OPTIONS[1] if turned else OPTIONS[0],
        0.5 * statement.score + (0.3 if turned else 0.2),
        options=OPTIONS,
        answer_index=1 if turned else 0,
        explanation=attributed(statement.text, names, statement.text),
    )


def attributed(text: str, names: Names, original: str) -> str:
    """An opinion with ``According to`` its holder before it; a plain fact as it is."""
    if names.guest is None or names.mentions(text) or not _OPINION.search(original):
        return text
    first = language.tag(text)[0]
    return f"According to {names.guest}, {grammar.inside(text)}." if first else text
