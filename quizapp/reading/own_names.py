"""Full names that a talk tells: ``ADA: … I'm Ada Byron. With me is Carl Roe.``"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from quizapp.reading.forms import Form
from quizapp.reading.names import NAME, bare_name, is_name, is_short_name

_SAYS_NAME = Form(
    rf"\b(?:I(?:['’]m| am)|[Mm]y name(?: is|['’]s)|(?:^|[.!?] )This is) (?P<name>{NAME})"
    r"(?=[.;:!?]|,(?! in\b| on\b| from\b| who\b| the\b| an?\b)|\s[a-z]|$)"
)
_SIGNS_ON = Form(rf"^\W{{0,3}}(?P<name>{NAME})[.!]")
"""``ADA: Ada Byron. I was …``: the first words are one's own name."""
_PRESENTS = Form(
    r"\b(?:[Ww]ith me|[Jj]oin(?:s|ing|ed) me|[Jj]oined by|[Ww]elcome|[Hh]ere with|[Mm]eet|"
    r"(?:[Mm]y|[Oo]ur|[Tt]oday['’]s) guests?|(?:talk|speak|chat)(?:ing)? (?:to|with)|"
    r"[Tt]hank you|[Tt]hanks),?(?: [a-z'’]+){0,5}(?: (?:Dr|Prof|Professor)\.?)? "
    rf"(?P<name>{NAME})|(?:^|[.!?] )(?P<name2>{NAME}), (?:welcome|thank you|thanks|hello)\b"
)
"""``With me in the mill is Carl Roe``, ``Carl Roe, welcome``: what others say of a speaker."""
_CUES = ("I'm ", "I’m ", "I am ", "y name", "his is ")
"""One of these stands in every such place."""

_READ = 4_000
"""Letters that each speaker says first; nobody tells a name of their own later."""


def said_of_themselves(spoken: Iterable[tuple[str | None, str]]) -> list[str]:
    """The full names that speakers with short labels give themselves, in the order of labels.

    ``spoken`` are labels with what is said; None goes on with the last one. One who gives
    several names that fit the label is quoting somebody, and stays with the label. Whoever gives
    none is called by the full name with which the others present the one of that label.
    """
    said: dict[str, list[str]] = {}
    read: dict[str, int] = {}
    current = ""
    for label, text in spoken:
        current = current if label is None else label
        if current and read.get(current, 0) < _READ:
            said.setdefault(current, []).append(text)
            read[current] = read.get(current, 0) + len(text)
    told = {label: " ".join(texts).strip()[:_READ] for label, texts in said.items()}
    found = (_own_name(label, text) or _presented(label, told) for label, text in told.items())
    return [name for name in found if name]


def _presented(label: str, told: Mapping[str, str]) -> str | None:
    """The one full name with which the others present the speaker of a short label."""
    short = label.title() if label.isupper() else label
    if not is_short_name(short):
        return None
    others = (text for other, text in told.items() if other != label and f"{short} " in text)
    presented = (found for text in others for found in _PRESENTS.finditer(text))
    names = {bare_name(found["name"] or found["name2"]) for found in presented}
    fitting = {name for name in names if is_name(name) and name.split()[0] == short}
    return fitting.pop() if len(fitting) == 1 else None


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
