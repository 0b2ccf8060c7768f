"""The marks of speakers, as lines bear them: ``Name:``, ``[Name]``, ``Name (1:48)``, ``>>``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from quizapp.reading.names import LINK, is_name, is_short_name
from quizapp.reading.page import GUEST, HOST
from quizapp.reading.times import CLOCK, seconds
from quizapp.reading.wording import SENTENCE_END

_CAPITAL = "A-ZÀ-ÞĀ-ŽΆ-ΫЀ-Я"
_LABEL = r"[^\W\d_][^:：\n\[\]()*<>?!]{0,60}?"
_LETTERS = r"(?:[^\W\d_]|[ .'’-])"
_STAMP = rf"[(\[]\s?{CLOCK}(?:\s?[-–—>]{{1,3}}\s?{CLOCK})?\s?[)\]]"
_ASIDE = r"(?:\s?\((?P<aside>[^\W\d][^()\[\]\n:]{0,40})\))?"
_TIME_FIRST = rf"(?P<before>{_STAMP}|{CLOCK})\s*[-–—|:]?\s*"
_BOLD = r"(?:\*{1,3}|__?)?"
_LEAD = rf"^(?P<chevron>>>+\s*)?(?:-\s){{0,3}}(?:{_BOLD}{_TIME_FIRST})?"
_COLON = r"\s?(?:：(?:\*{1,3}|__?|\])?\s*|:(?:\*{1,3}|__?|\])?(?:\s+|$))"
_GAP = r":?(?:\s+|$|(?=[“\"‘']?[^\W_]))"
"""Behind a time in brackets the words may follow without a blank, or behind a bare colon."""
_BESIDE = rf"(?P<time>{_STAMP}|(?<=\s){CLOCK}(?=\s?:\s))?{_BOLD}"
_FORMS = tuple(
    re.compile(_LEAD + form + r"(?P<rest>.*)$", re.DOTALL)
    for form in (
        rf"(?:{_BOLD}|\[)(?P<label>{_LABEL})\s*(?:{_BOLD}|\]){_ASIDE}{_BOLD}\s?{_BESIDE}{_COLON}",
        rf"{_BOLD}(?P<label>{_LABEL}){_BOLD}{_ASIDE}\s*(?P<time>{_STAMP}){_BOLD}{_GAP}",
        rf"\[(?P<label>{_LABEL})(?P<time>)(?P<aside>)\](?!\()\s*",
    )
)
"""``Name: text`` (also bold, with a time or a role), ``Name (1:48) text``, ``[Name] text``."""

COUNTED = re.compile(
    r"^(?:speaker|track|voice|sprecher(?:in)?|locuteur)\s?#?\d{1,2}:?$", re.IGNORECASE
)
"""``Speaker 1``, ``Speaker #0``, ``Track 4``: two of them alone on lines are marks."""

_PAIR = re.compile(rf"{_LEAD}{_BOLD}(?P<label>[QA])\.{_BOLD}\s+(?P<rest>.*)$", re.DOTALL)
"""``Q. Why?``"""

_ALONE = tuple(
    re.compile(form)
    for form in (
        rf"^{_BOLD}(?P<label>{_LABEL}){_BOLD}{_ASIDE}{_BOLD}\s*[,|•·–—-]?\s+(?P<time>{CLOCK})$",
        rf"^(?P<label>[{_CAPITAL}]{_LETTERS}{{1,48}}?[^\W\d_.])(?P<aside>)(?P<time>{CLOCK})$",
        rf"^(?P<time>{_STAMP}|{CLOCK})\s*[|•·–—-]?\s*{_BOLD}(?P<label>{_LABEL}){_BOLD}{_ASIDE}{_BOLD}$",
        rf"^(?:-\s)?{_BOLD}(?P<label>{_LABEL}){_BOLD}{_ASIDE}{_BOLD}(?P<time>)$",
    )
)
"""A line of its own: ``Name 1:48``, ``Name1:48``, ``1:48 - Name``, ``Name (host)``."""

_NAME_TIME = re.compile(
    rf"^{_BOLD}(?P<label>{_LABEL}){_BOLD}\s+(?P<time>{_STAMP}|{CLOCK})\s+(?:[–—|-]\s+)?(?P<rest>\S.*)$",
    re.DOTALL,
)
_GLUED = re.compile(
    rf"^{_BOLD}(?P<label>[{_CAPITAL}]{_LETTERS}{{1,48}}?){_BOLD}\s?"
    rf"(?P<time>{CLOCK})\s?(?P<rest>[{_CAPITAL}“\"‘'¿¡].*)$",
    re.DOTALL,
)
"""``Ada Byron00:21It is late.``: as a page leaves it that was copied without its columns."""

_TIME_ONLY = re.compile(
    rf"^(?P<time>{_STAMP}|{CLOCK}(?=\s|:|$|[^\W\d]|\[)):?\s*(?P<rest>.*)$", re.DOTALL
)
_STAMP_FIRST = re.compile(rf"\s*(?P<time>{_STAMP})\s*(?:[-–—]\s+)?(?=\S|$)")
_INSIDE = re.compile(
    rf"(?:(?<=[.?!…”\"'])|(?<=[a-z.!?][)\]]))(?<!\s[A-HJ-ZÀ-Þ]\.)(?<!^[A-HJ-ZÀ-Þ]\.)\s+"
    rf"(?=(?:-\s|>>\s?)?(?:(?:\*\*|\[)?[{_CAPITAL}][^:\n\[\]()*<>.?!,]{{1,40}}(?:\*\*|\])?"
    rf"(?:\s{_STAMP}|\s\([a-z -]{{3,20}}\))?\s?:(?:\*\*)?\s"
    rf"|\[[{_CAPITAL}][^\[\]:\d]{{1,40}}\]\s))"
)
_STOP = re.compile(r"[.?!…”\"')\]]\s")
_NAME_END = re.compile(r"[:\]]")
"""Nobody begins inside of a line where none of the second stands behind the first."""

_SIGNS = (":", "：", "(", "[", ">>")
_SIGNED_PAIR = re.compile(r"^[*_-]{0,3}\s?[QA]\.")
"""What no mark inside of a line is without."""

_NAMES = 20
_HEAD = 200
_LINE = 80
_TIMELY = frozenset("([0123456789")
"""What a time begins with."""

_HOSTING = re.compile(
    r"\b(?:co-?host|host|moderator|interviewer|presenter|anchor)\b", re.IGNORECASE
)
_REPORTING = re.compile(r"\b(?:byline|reporter|correspondent)\b", re.IGNORECASE)
REPORTER = "@reporter"
"""Whoever tells a piece on the radio: to the host, where there is one."""
_VISITING = re.compile(r"\b(?:guest|interviewee)\b", re.IGNORECASE)
_FORMER = re.compile(r"\b(?:former|ex)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mark:
    """The beginning of what somebody says: label (as written), time, and the words behind.

    ``role`` is HOST, GUEST or REPORTER where the mark says so: ``Ada Byron (host):``.
    """

    label: str | None
    seconds: int | None
    rest: str
    role: str | None = None


@lru_cache(maxsize=65_536)
def mark(text: str, labels: frozenset[str] | None = None) -> Mark | None:
    """The speaker's mark at the start of a line; only a label of ``labels`` counts if given.

    A time without a label is a mark too: the same person goes on. So is ``>>`` alone: somebody
    else does, whose label is the empty one.
    """
    if len(text) >= _LINE and not _has_sign(text[:_HEAD]):
        return _weakly(text, labels)
    return (
        _leading(text, labels)
        or _beside(text, labels)
        or _weakly(text, labels)
        or _alone(text, labels)
        or (_unnamed(text) if labels is not None else None)
    )


def _has_sign(head: str) -> bool:
    return any(sign in head for sign in _SIGNS) or _SIGNED_PAIR.match(head) is not None


def _leading(text: str, labels: frozenset[str] | None) -> Mark | None:
    head = text[:_HEAD]
    if not _has_sign(head):
        return None
    for form in (*_FORMS, _PAIR) if labels is None or "Q" in labels else _FORMS:
        found = form.match(head)
        if not found:
            continue
        label, behind = _parted(found["label"])
        if labels is None and label.endswith(SENTENCE_END) and not is_name(label):
            continue  # ``0:31 Good morning.``
        if label and (labels is None or label in labels):
            parts = found.groupdict()
            time = parts.get("time") or parts["before"]
            rest = found["rest"] + text[_HEAD:]
            return _mark(label, time, rest, _role(parts.get("aside") or behind))
    return None


_SAYS = re.compile(r"\s(?:says|said|asks|asked|replies|replied|answers|answered)$")
_WEAK = re.compile(
    rf"^{_BOLD}(?:\((?P<round>[^()\d]{{2,40}})\)|<(?P<angle>[^<>/]{{2,40}})>|"
    rf"(?P<dash>[{_CAPITAL}][^()<>:–—]{{1,40}}?){_BOLD}\s[–—-](?=\s)){_BOLD}\s*(?P<rest>\S.*)$",
    re.DOTALL,
)
"""``(Ada) Why?``, ``<Ada> Why?``, ``Ada – Why?``: marks only where the name is known for one."""


_BEHIND_TIME = re.compile(
    rf"^(?P<time>{_STAMP}|{CLOCK})\s+(?P<label>[{_CAPITAL}]{{2,}}[{_CAPITAL}.'’-]*"
    rf"(?:\s[{_CAPITAL}][{_CAPITAL}.'’-]+){{0,3}}|[{_CAPITAL}][^\W\d_]+\s(?:{LINK}\s){{0,2}}[{_CAPITAL}][^\W\d_]+)"
    rf"\s+(?P<rest>[“\"‘']?[{_CAPITAL}\d].*)$",
    re.DOTALL,
)
"""``[00:02] ADA BYRON So it is late.``: a mark where the name is known for one."""


_ONLY_TIME = re.compile(rf"^(?:{_STAMP}|{CLOCK})$")


def weak_mark(text: str) -> Mark | None:
    """A mark that stands without a colon; whether it is one depends on the name."""
    behind = _BEHIND_TIME.match(text[:_HEAD]) if text[:1] in _TIMELY else None
    if behind:
        return Mark(behind["label"], seconds(behind["time"]), behind["rest"] + text[_HEAD:])
    found = (
        _WEAK.match(text[:_HEAD])
        if text[:1] in "(<*_" or " – " in text[:60] or (" — " in text[:60] or " - " in text[:60])
        else None
    )
    if not found:
        return None
    if _ONLY_TIME.match(found["rest"]):
        return None
    label = bare_label(found["round"] or found["angle"] or found["dash"])
    return Mark(label, None, found["rest"] + text[_HEAD:]) if label else None


def _beside(text: str, labels: frozenset[str] | None) -> Mark | None:
    """``Ada Byron 0:21 It is late.``: a full name, a time and the words in one line."""
    apart = _NAME_TIME.match(text[:_HEAD])
    found = apart or _GLUED.match(text[:_HEAD])
    if not found:
        return None
    label = bare_label(found["label"])
    full = is_name(label.title() if label.isupper() else label)
    full = full or (apart is None and is_short_name(label))
    if not (full if labels is None else label in labels):
        return None
    return Mark(label, seconds(found["time"]), found["rest"] + text[_HEAD:])


def _weakly(text: str, labels: frozenset[str] | None) -> Mark | None:
    found = weak_mark(text) if labels else None
    return found if found and labels and found.label in labels else None


def _alone(text: str, labels: frozenset[str] | None) -> Mark | None:
    """A name on a line of its own; without a time only where it is known for a label."""
    if len(text) >= _LINE:
        return None
    for form in _ALONE:
        found = form.match(text)
        if not found or (labels is None and not found["time"]):
            continue
        label, behind = _parted(found["label"])
        if labels is None and label.endswith(SENTENCE_END) and not is_name(label):
            continue  # ``0:31 Good morning.``
        if not found["time"] and _ENDS.search(behind):
            continue  # ``Ada Byron, thank you.``
        if label and (labels is None or label in labels):
            at = seconds(found["time"]) if found["time"] else None
            return Mark(label, at, "", _role(found["aside"] or behind))
    return None


_ENDS = re.compile(r"[a-z]{2}[.!?…]$")


def _unnamed(text: str) -> Mark | None:
    if text.startswith(">>"):
        return Mark("", None, text.lstrip("> "))
    only = _TIME_ONLY.match(text)
    return Mark(None, seconds(only["time"]), only["rest"]) if only else None


def _mark(label: str, time: str | None, rest: str, role: str | None) -> Mark:
    """The mark of a label whose time stands beside it, or in brackets behind the colon."""
    behind = None if time else _STAMP_FIRST.match(rest)
    if behind:
        time, rest = behind["time"], rest[behind.end() :]
    return Mark(label, seconds(time) if time else None, rest, role)


def _parted(text: str) -> tuple[str, str]:
    """``PETER LIND, ENGINEER`` → the name, and what is said of it."""
    label = _SAYS.sub("", bare_label(text))
    name, comma, behind = label.partition(",")
    if comma and (label.isupper() or is_name(name) or _role(behind)):
        return name, behind
    return label, ""


def bare_label(text: str) -> str:
    """A label without its markup."""
    return " ".join(text.strip(" *_[]<>:：").split())


def _role(said: str) -> str | None:
    if not said or _FORMER.search(said):
        return None
    if _HOSTING.search(said):
        return HOST
    if _REPORTING.search(said):
        return REPORTER
    return GUEST if _VISITING.search(said) else None


def split_at(text: str, labels: frozenset[str]) -> list[str]:
    """A text cut before the full names among ``labels`` that stand in it as marks."""
    names = sorted((label for label in labels if " " in label), key=len, reverse=True)[:_NAMES]
    if not names or not any(f"{name}:" in text for name in names):
        return [text]
    marks = "|".join(re.escape(name) for name in names)
    inside = rf"(?:(?<=[^\W\d_])|(?<=[.?!…”\"',]))\s(?=(?:{marks}):\s)"
    return [part for part in re.split(inside, text) if part.strip()]


def speakers_split(text: str) -> list[str]:
    """A paragraph cut before each label inside of it: ``… it is. Ada Byron: I know.``"""
    sentence = _STOP.search(text)
    if sentence is None or _NAME_END.search(text, sentence.end()) is None:
        return [text]
    return _INSIDE.split(text)
