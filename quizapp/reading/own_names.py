"""Full names that speakers say of themselves: ``ADA: … I'm Ada Byron``."""

from __future__ import annotations

from collections.abc import Iterable

from quizapp.reading.forms import Form
from quizapp.reading.names import NAME, bare_name, is_name, is_short_name

_SAYS_NAME = Form(
    rf"\b(?:I(?:['’]m| am)|[Mm]y name(?: is|['’]s)|(?:^|[.!?] )This is) (?P<name>{NAME})"
    r"(?=[.;:!?]|,(?! in\b| on\b| from\b| who\b| the\b| an?\b)|\s[a-z]|$)"
)
_SIGNS_ON = Form(rf"^\W{{0,3}}(?P<name>{NAME})[.!]")
"""``ADA: Ada Byron. I was …``: the first words are one's own name."""
_CUES = ("I'm ", "I’m ", "I am ", "y name", "his is ")
"""One of these stands in every such place."""

_READ = 4_000
"""Letters that each speaker says first; nobody tells a name of their own later."""


def said_of_themselves(spoken: Iterable[tuple[str | None, str]]) -> list[str]:
    """The full names that speakers with short labels give themselves, in the order of labels.

    ``spoken`` are labels with what is said; None goes on with the last one. One who gives
    several names that fit the label is quoting somebody, and stays with the label.
    """
    said: dict[str, list[str]] = {}
    read: dict[str, int] = {}
    current = ""
    for label, text in spoken:
        current = current if label is None else label
        if current and read.get(current, 0) < _READ:
            said.setdefault(current, []).append(text)
            read[current] = read.get(current, 0) + len(text)
    found = (_own_name(label, " ".join(texts).strip()[:_READ]) for label, texts in said.items())
    return [name for name in found if name]


def _own_name(label: str, text: str) -> str | None:
    short = label.title() if label.isupper() else label
    if not is_short_name(short):
        return None
    signed = _SIGNS_ON.match(text) if text.lstrip("“\"' ").startswith(short) else None
    if signed and is_name(signed["name"]) and _fits(short, bare_name(signed["name"])):
        return bare_name(signed["name"])
    if not any(cue in text for cue in _CUES):
        return None
    named = {bare_name(one["name"]) for one in _SAYS_NAME.finditer(text) if is_name(one["name"])}
    fitting = {name for name in named if _fits(short, name)}
    return fitting.pop() if len(fitting) == 1 else None


def _fits(short: str, name: str) -> bool:
    return short in (name.split()[0], name.split()[-1])
