"""Figures that head what they measure: ``3 mm a minute`` over ``The speed of the wave``."""

from __future__ import annotations

import re

from quizapp.generators.drafting import Side
from quizapp.generators.wordings import talk
from quizapp.material import Material
from quizapp.model import CardKind
from quizapp.sentences.grammar.capitals import inside as in_sentence
from quizapp.sentences.phrasing import capitalised, closed

_OF_ANOTHER = re.compile(
    r"\b(?:it|they|them|this|these|those|he|she|his|her|its|their)\b", re.IGNORECASE
)
_UNIT = (
    r"(?:percent|per cent|million|billion|trillion|thousand|hundred|seconds?|minutes?|hours?|days?|"
    r"nights?|weeks?|months?|years?|decades?|centuries|times|degrees?|[kcm]?m|km/h|mph|k?g|mg|lbs?|"
    r"met(?:er|re)s?|kilomet(?:er|re)s?|miles?|feet|inches|tons?|tonnes?|grams?|kilos?|lit(?:er|re)s?|"
    r"dollars?|euros?|pounds?|cents?|people|out of \d+|in \d+)"
)
_A_FIGURE = re.compile(
    r"(?:(?:about|around|over|under|up to|nearly|almost|only|some|≈|~|<|>|[$£€]) ?)?\d[\d.,]{0,15}"
    r"(?: ?[%°+]| ?(?:–|-|to|/) ?\d[\d.,]{0,15}| (?:in|out of) \d[\d.,]{0,9})?"
    rf"(?: ?{_UNIT}){{0,2}}(?: (?:a|an|per|each) [a-z]{{1,12}})?",
    re.IGNORECASE,
)
_QUANTITY = re.compile(
    r"(?:How (?:long|many|much|often|fast|far|big|old|high|deep|heavy|hot|cold)\b|"
    r"The (?:share|number|amount|speed|size|age|length|height|weight|depth|distance|cost|price|"
    r"time|odds|chances?|rate|risk|dose|temperature|year|proportion|percentage)\b|(?:Share|Number|Amount|Odds|Chance|"
    r"Proportion|Percentage|Cost|Price|Speed|Size|Age|Length|Weight|Rate|Risk|Year|People|Deaths|"
    r"Patients|Children|Adults|Women|Men|Workers|Users|Students|Species|Cases|Companies|Countries)\b)"
)
"""What a figure can be told of: ``How long an attack lasts``, ``People who have migraine``."""
_MEASURES = 18
"""Words of what a figure measures."""
_ONE = re.compile(
    r"(?:Share|Number|Amount|Chance|Proportion|Percentage|Cost|Price|Speed|Size|Age|Length|Weight|"
    r"Rate|Risk|Year)\b"
)
"""What takes an article inside a question."""


def asked(heading: str, text: str, material: Material) -> Side | None:
    """A figure that heads what it measures, asked for by that: ``3 mm a minute``; or None."""
    measured = capitalised(text.strip().rstrip("."))
    if not _A_FIGURE.fullmatch(heading.strip()) or not 2 < len(measured.split()) <= _MEASURES:
        return None
    if re.search(r"\d|[.!?;:]", measured) or _OF_ANOTHER.search(measured):
        return None
    if not _QUANTITY.match(measured):
        return None
    what = in_sentence(measured)
    what = f"the {what}" if _ONE.match(measured) else what
    return Side(
        CardKind.RECALL,
        f"What figure does {talk(material)} give for {what}?",
        closed(heading.strip()),
        0.0,
    )
