"""Full names that a talk tells: ``ADA: … I'm Ada Byron. With me is Carl Roe.``"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from quizapp.reading.forms import Form
from quizapp.reading.names import NAME, bare_name, is_name, is_short_name

_SAYS_NAME = Form(
    rf"\b(?:I(?:['’]m| am)|[Mm]y name(?: is|['’]s)|(?:^|[.!?] )This is) (?P<name>{NAME})"
    r"(?=[.;:!?]|,(?! in\b| on\b| from\b| who\b| the\b| an?\b)|\s[a-z]|$)"
)
_SIGNS_ON = Form(rf"^\W{{0,3}}(?P<name>{NAME})[.!]")
"""``ADA: Ada Byron. I was …``: the first words are one's own name."""
_ASKED_NAME = re.compile(r"\b(?:names?|called|who (?:are you|am I))\b", re.IGNORECASE)
_OF_ONESELF = re.compile(r"[.!]\W{1,3}I(?:\b|['’])")
_PRESENTS = Form(
    r"\b(?:[Ww]ith me|[Jj]oin(?:s|ing|ed) me|[Jj]oined by|(?P<hails>[Ww]elcome)|[Hh]ere with|"
    r"(?:[Mm]y|[Oo]ur|[Tt]oday['’]s) guests?|"
    r"(?:I['’]m|I am|[Ww]e['’]re|[Ww]e are|[Tt]oday,? (?:I|we|I['’]m|we['’]re)) (?:[a-z]+ )?"
    r"(?:talk|speak|chat)(?:ing)? (?:to|with)|"
    r"(?P<thanks>[Tt]hank you|[Tt]hanks)),?(?: (?!(?:like|about|of) )[a-z'’]+){0,5}"
    r"(?: (?:Dr|Prof|Professor)\.?)? "
    rf"(?P<name>{NAME})|(?:^|[.!?] )(?P<name2>{NAME}), (?:welcome|thank you|thanks|hello|hi|"
    r"good (?:morning|afternoon|evening)|wh(?:at|y|ere|en|o|ich)|how|you|are|is|do|did|does|can|"
    r"could|tell|take|let['’]s)\b"
)
"""``With me in the mill is Carl Roe``, ``Carl Roe, why?``: what others say of a speaker."""
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
    turns: dict[str, list[str]] = {}
    asked: dict[str, str] = {}
    read: dict[str, int] = {}
    current = before = last = ""
    for label, text in spoken:
        turned = label is not None and label != current
        if turned:
            before, last = last, ""
            current = label or ""
        last = f"{last} {text}"[-_LAST:]
        if current and read.get(current, 0) < _READ:
            asked.setdefault(current, before)
            said.setdefault(current, []).append(text)
            read[current] = read.get(current, 0) + len(text)
            own = turns.setdefault(current, [])
            if turned:
                own.append(text)
            else:
                own[-1:] = [" ".join([*own[-1:], text])]
    told = {label: " ".join(texts).strip()[:_READ] for label, texts in said.items()}
    first = {label: texts[:_FIRST] for label, texts in turns.items()}
    found = (
        _own_name(label, text, asked[label]) or _presented(label, first)
        for label, text in told.items()
    )
    return [name for name in found if name]


_FIRST = 2
"""Turns in which one who presents another does so."""

_LAST = 400
"""Letters of a turn that may be its question."""


def _presented(label: str, told: Mapping[str, list[str]]) -> str | None:
    """The one full name with which the others present the speaker of a short label."""
    short = label.title() if label.isupper() else label
    if not is_short_name(short):
        return None
    turns = (text for other, texts in told.items() if other != label for text in texts)
    others = (text[:_READ] for text in turns if f"{short} " in text)
    presented = (
        found for text in others for found in _PRESENTS.finditer(text) if not _is_asked(found, text)
    )
    names = {bare_name(found["name"] or found["name2"]) for found in presented}
    fitting = {name for name in names if is_name(name) and name.split()[0] == short}
    return fitting.pop() if len(fitting) == 1 else None


def _is_asked(found: re.Match[str], text: str) -> bool:
    """Whether a name stands in a question that is not spoken to its bearer."""
    if found["name2"] or found["hails"] or found["thanks"]:
        return False
    ends = _SENTENCE_END.search(text, found.end())
    return ends is not None and ends[0] == "?"


_SENTENCE_END = re.compile(r"[.!?](?=\s|$)")


def _own_name(label: str, text: str, asked: str) -> str | None:
    """The name that a speaker tells; ``asked`` is what was said right before the first turn."""
    short = label.title() if label.isupper() else label
    if not is_short_name(short):
        return None
    signed = _SIGNS_ON.match(text) if text.lstrip("“\"' ").startswith(short) else None
    questioned = asked.rstrip("”\"’' ").endswith("?") and not _ASKED_NAME.search(asked)
    if signed and questioned and not _OF_ONESELF.match(text, signed.end() - 1):
        signed = None
    if signed and is_name(signed["name"]) and _fits(short, bare_name(signed["name"])):
        return bare_name(signed["name"])
    if not any(cue in text for cue in _CUES):
        return None
    named = {bare_name(one["name"]) for one in _SAYS_NAME.finditer(text) if is_name(one["name"])}
    fitting = {name for name in named if _fits(short, name)}
    return fitting.pop() if len(fitting) == 1 else None


def _fits(short: str, name: str) -> bool:
    return short in (name.split()[0], name.split()[-1])
