"""Answers of several blanks, and what was typed for each."""

from __future__ import annotations

import re

from quizapp.grading.wording import read

_BLANK = re.compile(r"_{2,}")
_SEPARATORS = (r";", r"\n", r"\s/\s|,(?!\d)", r"\band\b")


def blanks(answer: str, question: str) -> list[str]:
    """What each blank of the question takes; the whole answer where there is only one.

    Without a question, an answer of terms joined with ``;`` is taken to fill blanks.
    """
    parts = [part.strip() for part in answer.split(";") if part.strip()]
    count = len(_BLANK.findall(question))
    if count:
        return parts if count == len(parts) else [answer]
    return parts if not question and all(read(part).is_term for part in parts) else [answer]


def typed_parts(typed: str, count: int) -> list[str]:
    """What was typed for each of ``count`` blanks, empty where nothing was.

    Separated by semicolons; where that does not come out even, by lines, commas or *and*.
    """
    for separator in _SEPARATORS:
        parts = [part.strip() for part in re.split(separator, typed)]
        if len(parts) == count:
            return parts
    parts = [part.strip() for part in typed.split(";")][:count]
    return parts + [""] * (count - len(parts))
