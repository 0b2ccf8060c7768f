"""The verb of ``I`` and ``you`` as it goes with somebody."""

from __future__ import annotations

import re

from quizapp import language

AGREEING = {"am": "is", "are": "is", "were": "was", "do": "does", "have": "has"} | {
    "aren": "isn",
    "weren": "wasn",
    "don": "doesn",
    "haven": "hasn",  # before n't
}
_MODALS = frozenset(
    "can could may might must shall should will would couldn didn hadn mightn mustn shouldn "
    "wouldn won isn wasn doesn hasn".split()
)


def third_person(verb: str) -> str:
    """A verb said of ``I`` or ``you`` as it is said of somebody: ``think`` → ``thinks``.

    Past forms, modals and what is no verb stay as they are.
    """
    if verb in AGREEING or verb in _MODALS:
        return AGREEING.get(verb, verb)
    if language.tag(f"They {verb} it.")[1].tag not in ("VVB", "VVI"):
        return verb
    if re.search(r"(?:s|x|z|ch|sh|o)$", verb):
        return f"{verb}es"
    return f"{verb[:-1]}ies" if re.search(r"[^aeiou]y$", verb) else f"{verb}s"
