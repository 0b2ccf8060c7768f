"""Words marked as hidden in a person's text, as Anki marks them: ``{{c1::…}}``, ``{{c2::…}}``.

Each number is a card of its own: it asks for all words under it, and the others stand there.
"""

from __future__ import annotations

import re

BLANK = "____"
_MARK = re.compile(r"\{\{c(\d{1,3})::((?:(?!\{\{|\}\}).)+)\}\}", re.DOTALL)


def sides(text: str) -> dict[int, tuple[str, str]]:
    """Prompt and answer for each number, in order; none where nothing is marked."""
    numbers = sorted({int(mark[1]) for mark in _MARK.finditer(text)})
    return {number: _side(text, number) for number in numbers}


def _side(text: str, number: int) -> tuple[str, str]:
    answers: list[str] = []

    def shown(mark: re.Match[str]) -> str:
        words = mark[2].partition("::")[0].strip()
        if int(mark[1]) != number:
            return words
        answers.append(words)
        return BLANK

    prompt = _MARK.sub(shown, text)
    return prompt.strip(), "; ".join(answers)
