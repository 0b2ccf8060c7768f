"""A figure moved to where it is surely false."""

from __future__ import annotations

import re

from quizapp import distractors, language
from quizapp.blanks import BLANK
from quizapp.blanks.askable.details import is_incidental

_STUDIED = re.compile(
    r"\b(?:researchers?|scientists?|stud(?:y|ies)|trials?|experiments?|papers?|published|survey|"
    r"review|book)\b",
    re.IGNORECASE,
)
_FROM_BELOW = re.compile(
    r"\b(?:exceeds?|exceed(?:ed|ing)|(?:more|longer|greater|higher|larger|older|heavier|faster|"
    r"bigger|further|farther|deeper|taller|hotter) than|at least|over|above|upwards of|"
    r"as (?:much|many) as|"
    r"a minimum of) \W?$",
    re.IGNORECASE,
)
_FROM_ABOVE = re.compile(
    r"\b(?:up to|under|(?:less|fewer|shorter|lower|smaller|younger|lighter|slower|colder|closer) "
    r"than|at most|below|no more than|within) \W?$",
    re.IGNORECASE,
)


def moved_number(text: str) -> str | None:
    """The sentence with another figure for its only one; None where that might be true as well."""
    if len(re.findall(r"\d[\d.,]*", text)) > 1:
        return None  # the other figure would tell
    if re.search(r"\b(?:about|around|roughly|almost|nearly|some|approximately) \$?\d", text, re.I):
        return None  # what is about so much may be about as much again
    for phrase in language.noun_phrases(text):
        number = next((t for t in phrase.tokens if re.fullmatch(r"\d[\d.,]*", t.text)), None)
        if number is None or re.match(r"[-–]", text[number.end :]):
            continue
        if is_incidental(text, phrase):
            return None
        before = text[number.start - 1 : number.start]
        if before not in ("", " ", "$", "€", "£", "("):
            continue
        if _is_study_year(text, number.text):
            return None
        others = _beyond(
            distractors.for_number(
                number.text, f"{text[: number.start]}{BLANK}{text[number.end :]}"
            ),
            number.text,
            text[: number.start],
        )
        if others:
            return text[: number.start] + others[0] + text[number.end :]
    return None


def _is_study_year(text: str, number: str) -> bool:
    """Whether a figure is the year of a study: what it found is to be remembered."""
    return bool(re.fullmatch(r"(?:19|20)\d\d", number)) and bool(_STUDIED.search(text))


def _beyond(numbers: list[str], number: str, before: str) -> list[str]:
    """The numbers that are false where a bound is told: what exceeds 100 exceeds 50 as well."""

    def value(text: str) -> float:
        return float(text.replace(",", "").rstrip("."))

    try:
        if _FROM_BELOW.search(before):
            return [n for n in numbers if value(n) > value(number)]
        if _FROM_ABOVE.search(before):
            return [n for n in numbers if value(n) < value(number)]
    except ValueError:
        return []
    return numbers
