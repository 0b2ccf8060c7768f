"""Marks of speakers in a transcript: who speaks, and since when, in all marked forms."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quizapp.reading.page import GUEST, HOST
from quizapp.reading.people import bare_name, is_name, is_short_name, merged, resolve
from quizapp.reading.times import CLOCK, seconds

_LABEL = r"[^\W\d_][^:\n\[\]()*<>?!]{0,40}?"
_STAMP = rf"[(\[]\s?(?:{CLOCK})\s?[)\]]"
_LEAD = rf"^(?:>>\s*)?(?:-\s){{0,3}}(?:(?P<before>{_STAMP}|{CLOCK})\s*[-–—]?\s*)?"
_BOLD = r"(?:\*\*|__)?"
_END = r"(?:\*\*|__|\])?(?:\s+|$)"
_FORMS = tuple(
    re.compile(_LEAD + form + r"(?P<rest>.*)$", re.DOTALL)
    for form in (
        rf"(?:{_BOLD}|\[)(?P<label>{_LABEL})\s*(?:{_BOLD}|\])\s?(?P<time>{_STAMP})?{_BOLD}\s?:{_END}",
        rf"{_BOLD}(?P<label>{_LABEL}){_BOLD}\s*(?P<time>{_STAMP}){_BOLD}(?:\s+|$)",
        rf"\[(?P<label>{_LABEL})(?P<time>)\]\s*",
    )
)
"""``Name: text`` (also bold, with a time), ``Name (1:48) text``, ``[Name] text``."""

_LATE_TIME = re.compile(rf"^(?P<label>{_LABEL})\s+[|•·–—-]?\s*(?P<time>{CLOCK})$")
_TIME_ONLY = re.compile(
    rf"^(?P<time>{_STAMP}|{CLOCK}(?=\s|:|$|[^\W\d])):?\s*(?P<rest>.*)$", re.DOTALL
)
_STAMP_FIRST = re.compile(rf"\s*(?P<time>{_STAMP})\s*(?:[-–—]\s+)?(?=\S)")
_INSIDE = re.compile(
    rf"(?<=[.?!…”\"'])\s+(?=(?:\*\*|\[)?[A-ZÀ-Þ][^:\n\[\]()*<>.?!,]{{1,40}}(?:\*\*|\])?(?:\s{_STAMP})?\s?:(?:\*\*)?\s)"
)
_MOST_SPEAKERS = 200
"""More labels than that in one transcript are compared no further."""

_NUMBERED = re.compile(
    r"^(?:speaker|person|voice|spk|participant|unknown(?: speaker)?)\s?[#_]?(?:\d{1,3}|[a-z])?$",
    re.IGNORECASE,
)
_ROLES = {
    "host": HOST,
    "interviewer": HOST,
    "moderator": HOST,
    "presenter": HOST,
    "the host": HOST,
    "guest": GUEST,
    "interviewee": GUEST,
    "the guest": GUEST,
}


@dataclass(frozen=True, slots=True)
class Mark:
    """The beginning of what somebody says: label (as written), time, and the words behind."""

    label: str | None
    seconds: int | None
    rest: str


def mark(text: str, labels: frozenset[str] | None = None) -> Mark | None:
    """The speaker's mark at the start of a line; only a label of ``labels`` counts if given.

    A time without a label is a mark too: the same person goes on.
    """
    head = text[:160]
    for form in _FORMS:
        found = form.match(head)
        label = _label(found["label"]) if found else ""
        if found and label and (labels is None or label in labels):
            return _mark(label, found["time"] or found["before"], found["rest"] + text[160:])
    late = _LATE_TIME.match(text) if len(text) < 80 else None
    if late and (labels is None or _label(late["label"]) in labels):
        return Mark(_label(late["label"]), seconds(late["time"]), "")
    if labels is not None and _label(text) in labels and len(text) < 60:
        return Mark(_label(text), None, "")
    only = _TIME_ONLY.match(text)
    if only and labels is not None:
        return Mark(None, seconds(only["time"]), only["rest"])
    return None


def _mark(label: str, time: str | None, rest: str) -> Mark:
    """The mark of a label whose time stands beside it, or in brackets behind the colon."""
    behind = None if time else _STAMP_FIRST.match(rest)
    if behind:
        time, rest = behind["time"], rest[behind.end() :]
    return Mark(label, seconds(time) if time else None, rest)


_BEHIND_NAME = re.compile(r",\s(?:host|byline|guest|correspondent|moderator)$", re.IGNORECASE)


def _label(text: str) -> str:
    return _BEHIND_NAME.sub("", " ".join(text.strip(" *_[]<>:").split()))


def speakers_split(text: str) -> list[str]:
    """A paragraph cut before each label inside of it: ``… it is. Ada Byron: I know.``"""
    return _INSIDE.split(text)


def trusted_labels(texts: Iterable[str], people: Sequence[str]) -> frozenset[str]:
    """The labels of a transcript that are speakers; empty where it marks none.

    A label is trusted when it has the form of a full name, says a role or counts speakers, or
    is a short name of a known person or comes again and again. ``Break`` and ``News`` are not.
    """
    counts: Counter[str] = Counter()
    alone: Counter[str] = Counter()
    for text in texts:
        found = mark(text)
        if found and found.label:
            counts[found.label] += 1
        elif len(text) < 50 and (is_name(_label(text)) or resolve(_label(text), people)):
            alone[_label(text)] += 1
    counts.update({label: n for label, n in alone.items() if n >= 2})
    full = [label for label in counts if _is_full(label)]
    known = merged([*people, *(bare_name(label) for label in full[:_MOST_SPEAKERS])])
    trusted = {
        label
        for label, count in counts.items()
        if _is_role(label)
        or (_is_full(label) and (count >= 2 or resolve(label, people)))
        or resolve(label, known)
        or (count >= (2 if label.isupper() else 3) and _is_short(label))
    }
    enough = sum(counts[label] for label in trusted) >= 2
    return frozenset(trusted) if enough else frozenset()


def _is_full(label: str) -> bool:
    return is_name(label) or (label.isupper() and is_name(label.title()))


def _is_short(label: str) -> bool:
    return is_short_name(label) or (label.isupper() and is_short_name(label.title()))


def _is_role(label: str) -> bool:
    return label.lower() in _ROLES or bool(_NUMBERED.match(label))


def speakers_named(labels: Iterable[str], people: Sequence[str]) -> dict[str, str | None]:
    """For each label the speaker: a full name if known, a role, or None (``Speaker 1``)."""
    ordered = sorted(labels, key=lambda label: (-len(label.split()), label))
    full = [bare_name(_cased(label)) for label in ordered if _is_full(label)]
    known = merged([*people, *full])
    return {label: _named(label, known) for label in ordered}


def _named(label: str, known: Sequence[str]) -> str | None:
    if label.lower() in _ROLES:
        return _ROLES[label.lower()]
    if _NUMBERED.match(label):
        return None
    return resolve(label, known) or bare_name(_cased(label))


def _cased(label: str) -> str:
    return label.title() if label.isupper() else label
