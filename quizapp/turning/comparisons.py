"""A comparison, one of two opposite kinds, or a size turned into its opposite."""

from __future__ import annotations

import re

from quizapp import language
from quizapp.turning.opposites import KINDS, SIZES, STRONG, scaled_twice
from quizapp.turning.spots import fits

_ARGUES_BACK = re.compile(
    r"\b(?:not|never|neither|n't|unless|without|rather than|whether|which|depends|again|still|yet|"
    r"because|since|such as|cannot|due to|while|whereas|although|though|but|so|leading to|setting|"
    r"as they|as it)\b",
    re.IGNORECASE,
)
"""Words whose clause would contradict a turned comparison, and so give it away."""
_GOES_WITH = re.compile(
    r",? and [^,;]*\b(?:rises?|rose|falls?|fell|increas\w+|decreas\w+|more|less|fewer|higher|lower|"
    r"grows?|grew|shrinks?|shrank|drops?|dropped|worse|better|faster|slower)\b"
)
"""What tells the same in other words, and gives the turned half away."""


def turned_comparison(text: str) -> str | None:
    """One comparison, or one kind of two, turned into its opposite."""
    if _ARGUES_BACK.search(text) or scaled_twice(text) or _GOES_WITH.search(text):
        return None
    spots = []
    for found in re.finditer(r"[A-Za-z]+", text):
        word = found.group(0).lower()
        if word in STRONG and fits(text, found):
            spots.append((found, STRONG[word]))
    if not spots:
        return None
    found, opposite = min(spots, key=lambda s: s[0].group(0).lower() in KINDS)
    if found.group(0).lower() == "more" and _counts(text, found):
        opposite = "fewer"
    if found.group(0)[0].isupper():
        opposite = opposite.capitalize()
    return text[: found.start()] + opposite + text[found.end() :]


def turned_size(text: str, named: set[str]) -> str | None:
    """A size turned into its opposite, where it is what the heading is about."""
    if _ARGUES_BACK.search(text):
        return None
    for size in sorted(SIZES.keys() & named):
        found = re.search(rf"\b{size}\b(?!-)", text)
        if found is not None:
            return f"{text[: found.start()]}{SIZES[size]}{text[found.end() :]}"
    return None


def _counts(text: str, found: re.Match[str]) -> bool:
    """Whether a ``more`` counts things: ``more than three``, ``more deposits``."""
    after = [t for t in language.tag(text) if t.start >= found.end()][:3]
    if not after:
        return False
    if after[0].text.lower() == "than":
        return len(after) > 1 and after[1].tag == "CRD"
    noun = next((t for t in after if t.tag not in ("AJ0", "VVG", "VVN")), after[0])
    return noun.tag == "NN2" or noun.text.lower() in ("people", "children")
