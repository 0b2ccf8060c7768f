"""Who speaks and when on lines of their own: ``Ada Byron``, ``0:21`` and what she says below."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from quizapp.reading.areas import Area
from quizapp.reading.block import Block
from quizapp.reading.chapters import time_alone
from quizapp.reading.headings import area_named
from quizapp.reading.names import is_name, is_short_name
from quizapp.reading.speakers import COUNTED, is_role
from quizapp.reading.turn_taking import Said, TurnTaking

_NAME = 60
"""Letters of a line with a name."""

_FEWEST, _VOICES = 4, 2
"""Stacks of lines, and names that come again."""

_SHARE = 0.4
"""Of the lines from the first stack to the last, without those that are in one."""


@dataclass(frozen=True, slots=True)
class _Stack:
    """Two lines that tell who speaks; ``aside`` is the time or the role."""

    place: int
    name: str
    aside: str
    form: str


def with_marks(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with ``Ada Byron (0:21): It is late.`` for such lines, where people take turns."""
    stacks = _of_one_form(list(_stacks(blocks)))
    if not _is_talk(stacks, blocks):
        return tuple(blocks)
    done: list[Block] = []
    behind = 0
    for one in stacks:
        first, said = blocks[one.place], blocks[one.place + 2]
        done += blocks[behind : one.place]
        text = f"{one.name} ({one.aside}): {said.text}"
        done.append(replace(first, text=text, end=said.end, sign="", level=0))
        behind = one.place + 3
    return (*done, *blocks[behind:])


def _stacks(blocks: Sequence[Block]) -> Iterator[_Stack]:
    free = 0
    for place in range(len(blocks) - 2):
        first, second, said = blocks[place : place + 3]
        if place < free or len(first.text) > _NAME or len(second.text) > _NAME:
            continue
        if said.sign in ("#", ">", "---") or not said.text or said.is_item or _is_head(said):
            continue
        if stack := _stack(place, first.plain, second.plain):
            free = place + 3
            yield stack


def _stack(place: int, first: str, second: str) -> _Stack | None:
    """A name above a time or a role, or below a time."""
    if time_alone(first) is not None:
        form, aside, name = "time, name", first, second
    elif time_alone(second) is not None:
        form, name, aside = "name, time", first, second
    elif is_role(second) and not COUNTED.match(second):
        form, name, aside = "name, role", first, second
    else:
        return None
    name = name.rstrip(":")
    return _Stack(place, name, aside.strip("()[]: "), form) if _is_voice(name) else None


def _of_one_form(stacks: Sequence[_Stack]) -> list[_Stack]:
    """The stacks in the form that most have: above the talk people may stand in another one."""
    forms = Counter(one.form for one in stacks)
    usual = max(forms, key=lambda form: forms[form], default="")
    return [one for one in stacks if one.form == usual]


def _is_voice(text: str) -> bool:
    written = text.title() if text.isupper() else text
    return is_name(written) or is_short_name(written) or COUNTED.match(text) is not None


def _is_head(block: Block) -> bool:
    text = block.plain
    told = time_alone(text) is not None or is_name(text) or is_role(text)
    return told or area_named(text) is not None


def _is_below_quotes(above: Sequence[Block]) -> bool:
    """Whether the last name of a part above is one whose entries are signed by a name below."""
    areas = (area_named(one.plain) for one in reversed(above) if len(one.text) < _NAME)
    return next((area for area in areas if area is not None), None) in _SIGNED


_SIGNED = frozenset({Area.QUOTES, Area.HIGHLIGHTS, Area.TAKEAWAYS, Area.IDEAS, Area.INSIGHTS})


def _is_talk(stacks: Sequence[_Stack], blocks: Sequence[Block]) -> bool:
    """Whether few take turns in a large part of the page; below quotes such lines are behind."""
    if len(stacks) < _FEWEST:
        return False
    told = TurnTaking([Said(one.place, one.name, blocks[one.place + 2].plain) for one in stacks])
    others = told.reach + 2 - 2 * len(stacks)
    last = blocks[stacks[-1].place + 3 : stacks[-1].place + 5]
    signs = len(last) > 1 and _stack(0, last[0].plain, last[1].plain) is not None
    return (
        told.takes_turns(_VOICES)
        and len(stacks) >= _SHARE * others
        and told.is_whole
        and told.is_spoken
        and not told.is_quoted
        and not _is_below_quotes(blocks[: stacks[0].place])
        and not signs
    )
