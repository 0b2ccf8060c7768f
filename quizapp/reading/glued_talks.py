"""Talks that an extraction ran together: ``… it is.Ada Byron: Why?Carl Roe: Because …``.

Where the same few names stand again and again right behind the end of a sentence, without a blank
between, what they say is put on lines of its own; so is a heading that is glued to the first one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from quizapp.reading.names import LINK, is_name, is_short_name
from quizapp.reading.speakers import COUNTED, are_initials, is_full, is_role
from quizapp.reading.times import CLOCK

Line = tuple[int, str]

_BIG = "[A-ZÀ-ÖØ-Þ]"
_WORD = rf"{_BIG}(?:['’]{_BIG})?[a-zß-öø-ÿ]+(?:[-’']{_BIG}?[a-zß-öø-ÿ]+)*"
_NAME = rf"{_WORD}(?: (?:{LINK} ){{0,2}}{_WORD}){{0,3}}"
_CAPITALS = rf"{_BIG}{{2,}}(?:[ '’.-]{{1,2}}{_BIG}{{2,}}){{0,3}}"
_LEAD = rf"(?:>>\s?|- )?(?:[(\[]?{CLOCK}[)\]]?\s?(?:- )?)?"
_SIGN = (
    rf"(?:\s?[(\[](?:{CLOCK}|[a-z ]{{3,20}})[)\]])?:\s?"
    rf"|\s?[(\[]{CLOCK}[)\]]\s?|\s{CLOCK}\s?|> | [|–—-] "
)
_SAYING = rf"{_BIG}[^.?!…]{{0,400}}[.?!…]"
"""A sentence that is glued to a name; in quotation marks it would be the next one's."""

_MARK = re.compile(
    rf"(?:^|(?<=[.?!…”\"'’)\]]))(?P<lead>{_LEAD})"
    rf"(?:(?P<told>{_NAME}|{_CAPITALS}|Speaker \d{{1,2}})(?P<sign>{_SIGN})"
    rf"|(?P<bare>{_NAME})(?={_SAYING}))"
)
"""A name at the beginning or behind the end of a sentence; signs, or what is said, follow."""

_SEAM = re.compile(r"[a-zß-öø-ÿ.?!…”\"')\]](?:[A-ZÀ-ÖØ-Þ<\d]|[(\[]\d|>>)")
"""Where a name may be glued to what stands before it."""

_LONG = 200
"""Letters of a line that may hold several turns."""

_FEWEST, _VOICES, _EACH = 4, 2, 2
"""Marks of those who are marked twice or more, and how many these are."""

_ENDS = (".", "?", "!", "…")

_HEAD = rf"(?P<head>{_BIG}[\w’' ]{{2,40}}?[a-z])"
_HEAD_WORDS, _NEAR, _MOST = 5, 500, 20
"""Words of such a heading, letters in which a turn begins, and names looked for."""


def apart(lines: Iterable[Line]) -> Iterator[Line]:
    """Numbered lines; one that holds several turns, or a heading and a turn, is several."""
    told = list(lines)
    glued = any(_SEAM.search(text) is not None for _, text in told)
    labels = _voices(text for _, text in told) if glued else frozenset()
    if not labels:
        yield from told
        return
    behind_head: re.Pattern[str] | None = _form_of_head(labels)
    for number, text in told:
        head = behind_head.match(text[:_NEAR]) if behind_head else None
        if head and len(head["head"].split()) <= _HEAD_WORDS and not is_name(head["head"]):
            yield number, head["head"]
            text = text[head.end("head") :]
            behind_head = None
        for part in _turns(text, labels):
            yield number, part


def _voices(texts: Iterable[str]) -> frozenset[str]:
    """The names that stand again and again where somebody begins to speak; none or several."""
    counts: Counter[str] = Counter()
    for text in texts:
        found = _marks(text)
        counts.update(_label(one) for one in found if _is_voice(one))
    often = {label: count for label, count in counts.items() if count >= _EACH}
    enough = len(often) >= _VOICES and sum(often.values()) >= _FEWEST
    return frozenset(often) if enough else frozenset()


def _marks(text: str) -> list[re.Match[str]]:
    if len(text) < _LONG:
        found = _MARK.match(text)
        return [found] if found else []
    return list(_MARK.finditer(text))


def _label(found: re.Match[str]) -> str:
    return found["told"] or found["bare"]


def _is_voice(found: re.Match[str]) -> bool:
    label = _label(found)
    if is_full(label) or is_role(label) or COUNTED.match(label):
        return True
    return bool(found["sign"]) and (are_initials(label) or is_short_name(label.title()))


def _form_of_head(labels: frozenset[str]) -> re.Pattern[str]:
    """``Read the transcript`` glued to the first name."""
    names = sorted(labels, key=len, reverse=True)[:_MOST]
    told = "|".join(map(re.escape, names))
    return re.compile(rf"^{_HEAD}(?={_LEAD}(?:{told})(?:{_SIGN}|{_SAYING}))")


def _turns(text: str, labels: frozenset[str]) -> list[str]:
    """The turns of a line, or the line."""
    marks = [one for one in _marks(text) if _label(one) in labels]
    if not marks or (len(marks) == 1 and not marks[0].start() and marks[0]["sign"]):
        return [text]
    above = text[: marks[0].start()]
    if above.rstrip("”\"’' ")[-1:] in _ENDS and any(one["bare"] for one in marks):
        return [text]  # "It is late.Ada ByronIt is early.Carl Roe": names behind what they said
    parts = [above]
    for one, following in zip(marks, [*marks[1:], None], strict=True):
        said = text[one.end() : following.start() if following else len(text)]
        parts.append(f"{one['lead']}{_label(one)}{one['sign'] or ': '}{said}")
    return [part for part in parts if part.strip()]
