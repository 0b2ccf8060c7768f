"""The rule that made a card: a generator, and its way of asking."""

from __future__ import annotations

import re

from quizapp.model import CardKind

_QUESTION = re.compile(
    r"\b(what|why|how|which|who|whom|whose|when|where)\b(?:\s+([a-z]+))?", re.IGNORECASE
)
_BLANK = "____"
_WAYS = {
    CardKind.CLOZE: "a blank",
    CardKind.NUMBER: "a number left out",
    CardKind.FINISH_QUOTE: "the end of it",
    CardKind.ATTRIBUTION: "who said it",
    CardKind.ORDER: "the order",
    CardKind.INTERVIEW: "a question of the host",
}


def rule(generator: str, kind: CardKind, section: str, prompt: str, answer: str) -> str:
    """What made a card, as ``statement: “Why does …”`` or ``statement: turned``.

    ``section`` is the kind of section that it was made of; prompt and answer are as they were made.
    """
    return f"{generator}: {_way(generator, kind, section, prompt, answer)}"


def _way(generator: str, kind: CardKind, section: str, prompt: str, answer: str) -> str:
    if section == "qa" and generator == "section":
        return "a question as people asked it"
    if kind is CardKind.TRUE_FALSE:
        return "turned" if answer == "False" else "as it was told"
    if kind is CardKind.CHOICE and _BLANK in prompt:
        return "options for a blank"
    if kind in _WAYS:
        return _WAYS[kind]
    asked = _QUESTION.search(prompt)
    if asked is None:
        return kind.value
    words = " ".join(word.lower() for word in asked.groups() if word)
    return f"“{words[0].upper()}{words[1:]} …”"
