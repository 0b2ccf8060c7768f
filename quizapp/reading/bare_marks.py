"""Names before what somebody says without any sign: an extraction lost the bold, or the table.

``Ada Byron Why does it sing?`` and ``AB Why does it sing?``, again and again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from quizapp.reading.block import Block
from quizapp.reading.marks import mark
from quizapp.reading.speakers import are_initials, is_full
from quizapp.reading.times import CLOCK
from quizapp.reading.turn_taking import Said, TurnTaking

_HEAD = 120
"""Letters in which a name stands, and the first word behind it."""

_TIMED = re.compile(rf"[(\[]?(?P<time>{CLOCK})[)\]]?\s+(?=\w)")
_MOST_WORDS = 4
_FEWEST, _EACH, _VOICES, _MOST_VOICES = 4, 2, 2, 6
"""Marks in all and of each voice; voices."""

_SHARE = 0.4
"""Of the blocks from the first mark to the last, as turns have paragraphs without one."""


@dataclass(frozen=True, slots=True)
class _Said:
    place: int
    label: str
    rest: str
    time: str = ""


def with_signs(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with ``Ada Byron: Why?`` for ``Ada Byron Why?``, where two or more take turns."""
    labels = _recurring(blocks)
    said = list(_said(blocks, labels)) if len(labels) >= _VOICES else []
    if not (said and _is_talk(said)):
        return tuple(blocks)
    done = list(blocks)
    for one in said:
        time = f" ({one.time})" if one.time else ""
        done[one.place] = replace(done[one.place], text=f"{one.label}{time}: {one.rest}")
    return tuple(done)


def _recurring(blocks: Sequence[Block]) -> frozenset[str]:
    """The names that begin two blocks or more, each with a sentence behind it."""
    found: Counter[str] = Counter()
    for block in blocks:
        found.update(one.label for one in _candidates(0, block))
    often = {label: count for label, count in found.items() if count >= _EACH}
    # "Ada Byron Well" may come twice where "Ada Byron" comes ten times
    return frozenset(
        label
        for label, count in often.items()
        if not any(often.get(start, 0) > count for start in _starts(label))
    )


def _starts(label: str) -> list[str]:
    words = label.split()
    return [" ".join(words[:count]) for count in range(1, len(words))]


def _candidates(place: int, block: Block) -> Iterator[_Said]:
    """The names with which a block may begin, perhaps behind a time, and what is said then."""
    if block.sign in ("#", ">", "---") or mark(block.text) is not None:
        return
    timed = _TIMED.match(block.text[:_HEAD]) if block.text[:1] in "([0123456789" else None
    text = block.text[timed.end() :] if timed else block.text.lstrip("*_")
    head = text[:_HEAD]
    if not head[:1].isupper():
        return
    words = head.split()
    for count in range(1, min(_MOST_WORDS, len(words) - 1) + 1):
        following = words[count].lstrip("*_“\"‘'([¿¡")
        if not (following[:1].isupper() or following[:1].isdigit()):
            continue
        label = " ".join(words[:count]).rstrip("*_")
        if (count > 1 and is_full(label)) or (count == 1 and are_initials(label)):
            rest = text.split(None, count)[count].lstrip("*_ \t")
            yield _Said(place, label, rest, timed["time"] if timed else "")


def _said(blocks: Sequence[Block], labels: frozenset[str]) -> Iterator[_Said]:
    for place, block in enumerate(blocks):
        fitting = [one for one in _candidates(place, block) if one.label in labels]
        yield from fitting[-1:]


def _is_talk(said: Sequence[_Said]) -> bool:
    """Whether few people take turns in a large part of the page, and speak to each other."""
    told = TurnTaking([Said(one.place, one.label, one.rest) for one in said])
    return (
        _VOICES <= len(told.counts) <= _MOST_VOICES
        and len(said) >= _FEWEST
        and len(said) >= _SHARE * told.reach
        and told.takes_turns(_VOICES)
        and told.is_spoken
        and told.is_whole
    )
