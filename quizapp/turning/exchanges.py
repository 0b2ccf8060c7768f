"""Two things of a sentence in each other's place."""

from __future__ import annotations

import re
from itertools import pairwise

from quizapp import language
from quizapp.turning.opposites import KINDS, SCALES, opposed, opposite
from quizapp.turning.spots import fits

_WORDS = r"[\w’'‑-]+(?: [\w’'‑-]+){0,3}"
_THING = r"[\w’'‑-]+(?: [\w‑-]+)?"
_TRADED = re.compile(
    rf"\b{_WORDS} (?P<prep>for|in|on|from|to) (?P<x>(?!ones\b){_THING}) "
    rf"and {_WORDS} (?P=prep) (?P<y>{_THING})(?=[.,;]|$)"
)


def exchanged(text: str) -> str | None:
    """Two things in each other's place: ``A for Y and B for X``, ``improves, then worsens``."""
    pair = _TRADED.search(text)
    if pair is not None and _both_nouns(text, pair):
        return (
            f"{text[: pair.start('x')]}{pair['y']}{text[pair.end('x') : pair.start('y')]}"
            f"{pair['x']}{text[pair.end('y') :]}"
        )
    spots = [
        m
        for m in re.finditer(r"[A-Za-z]+", text)
        if m[0].lower() in SCALES and m[0].lower() not in KINDS and fits(text, m)
    ]
    for first, second in pairwise(spots):
        between = text[first.end() : second.start()]
        contrasted = re.search(r"\b(?:then|while|whereas|but)\b", between)
        if contrasted and opposed(first[0], second[0]):
            chain = [m for m in spots if opposed(m[0], first[0]) or opposed(m[0], second[0])]
            return _all_turned(text, chain)
    return None


def _both_nouns(text: str, pair: re.Match[str]) -> bool:
    tokens = language.tag(text)
    spans = (pair.span("x"), pair.span("y"))
    return all(t.is_noun or t.tag == "AJ0" for a, b in spans for t in tokens if a <= t.start < b)


def _all_turned(text: str, spots: list[re.Match[str]]) -> str:
    """Every word of a chain turned: ``improves, then worsens, then improves`` stays a chain."""
    for found in reversed(spots):
        text = f"{text[: found.start()]}{opposite(found[0])}{text[found.end() :]}"
    return text
