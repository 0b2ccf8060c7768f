"""The talk of a page that was taken for something else: looked for once all else is read.

A page has more forms than rules know. Where few labels take turns before whole sentences all
over it, and yet hardly any of that was read as turns, it is read again with those labels as the
marks of speakers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from quizapp.reading.asking import answers, asks
from quizapp.reading.block import MENU, RULE, Block
from quizapp.reading.chapters import time_alone
from quizapp.reading.draft import Draft
from quizapp.reading.headings import area_named
from quizapp.reading.initials import told_in
from quizapp.reading.labels import field_of
from quizapp.reading.marks import bare_label, mark, weak_mark
from quizapp.reading.people import bearers, resolve
from quizapp.reading.speakers import are_initials, is_full, is_role
from quizapp.reading.times import clock_of
from quizapp.reading.turn_taking import Said, TurnTaking
from quizapp.reading.wording import ends_sentence

_FEWEST, _EACH, _MOST_VOICES = 6, 3, 6
"""Marks in all, of each of two voices at least, and voices that come again at most."""

_SHARE = 0.3
"""Of the blocks from the first mark to the last that begin with one."""

_READ_ALREADY = 0.5
"""Of the marks, from which on the talk is read as it is."""

_ASKS, _TELLS = 0.5, 0.35
"""Shares of questions, of whoever asks at least and of whoever answers at most."""

_PEOPLE = 0.8
"""The share of marks that are people's, where nobody asks more than the others."""

_LABEL = 40
"""Letters of a label."""

_WORDS = 5

_READ = 8_000
"""Letters from the top that may tell whose first names or initials the labels are."""

_FACTS = frozenset(
    "question answer why quote quotes example examples claim evidence problem solution myth fact "
    "insight idea takeaway key note tip lesson context action summary topic chapter time title "
    "speaker source challenge approach result results pros cons before after step prompt response "
    "background impact clip timestamp".split()
)
"""Words with which the facts of an entry begin, again and again, as speakers do."""


@dataclass(frozen=True, slots=True)
class Talk:
    """A page's blocks with the marks of a talk in one known form, and the labels of these."""

    blocks: tuple[Block, ...]
    voices: frozenset[str]


def within(draft: Draft) -> Talk | None:
    """The talk that a page holds and that was not read, or None."""
    blocks = draft.source.blocks
    turns = {turn.line_start for turn in draft.turns}
    if draft.source.cues or len(turns) >= _READ_ALREADY * len(blocks):
        return None
    for told in (list(_beside(blocks)), list(_above(blocks))):
        often = _often(told)
        said = [one for one in told if one.label in often]
        if len(said) < _FEWEST or not _is_talk(TurnTaking(said), draft):
            continue
        read = sum(blocks[one.place].start in turns for one in said)
        if read < _READ_ALREADY * len(said):
            return Talk(_with_marks(blocks, said), frozenset(often))
    return None


def _beside(blocks: Sequence[Block]) -> Iterator[Said]:
    """``AB: It is late.``, in any form that is a mark or, with a known name, could be one."""
    for place, block in enumerate(blocks):
        found = mark(block.text) or weak_mark(block.text) if _may_speak(block) else None
        if found and found.label and found.rest and _is_label(found.label):
            yield Said(place, found.label, found.rest)


def _above(blocks: Sequence[Block]) -> Iterator[Said]:
    """``AB`` on a line of its own, perhaps a time, and below it ``It is late.``"""
    for place, block in enumerate(blocks):
        if len(block.text) > _LABEL + _SIGNS or block.sign in (">", RULE, MENU) or block.is_item:
            continue
        below = [one for one in blocks[place + 1 : place + 3] if time_alone(one.plain) is None]
        found = mark(block.text)
        label = found.label if found and found.label else bare_label(block.plain)
        if below and _may_speak(below[0]) and ends_sentence(below[0].plain) and _is_label(label):
            yield Said(place, label, below[0].plain)


_SIGNS = 20
"""Letters of markup, and of a time, around a label that stands alone."""


def _may_speak(block: Block) -> bool:
    return block.sign not in (">", RULE, MENU) and not 0 < block.level < _BOLD


_BOLD = 7
"""The level of a line in bold."""


def _is_label(text: str) -> bool:
    """Whether a text could call somebody, and is no name of a part, a field or a question."""
    if not 0 < len(text) <= _LABEL or len(text.split()) > _WORDS or not text[:1].isupper():
        return False
    if ends_sentence(text) and not _INITIALS.fullmatch(text):
        return False
    if asks(f"{text}: ?") or answers(f"{text}: so") or area_named(text) is not None:
        return False
    words = {word.strip(".'’").lower() for word in text.split()}
    return words.isdisjoint(_FACTS) and (field_of(text) is None or is_role(text))


_INITIALS = re.compile(r"(?:[^\W\d_a-z]\.\s?){1,4}")


def _often(said: Sequence[Said]) -> frozenset[str]:
    counts = TurnTaking(said).counts
    voices = {label for label, count in counts.items() if count > 1}
    enough = sum(counts[label] >= _EACH for label in voices) > 1 and len(voices) <= _MOST_VOICES
    return frozenset(voices) if enough else frozenset()


def _is_talk(told: TurnTaking, draft: Draft) -> bool:
    """Whether labels take turns, speak to each other, and one asks or all are people."""
    if not (told.takes_turns() and told.is_whole and told.is_spoken and not told.is_quoted):
        return False
    if len(told.said) < _SHARE * told.reach:
        return False
    people = {label for label in told.voices if _is_somebody(label, draft)}
    shares = {label: told.asking(label) for label in told.voices if told.counts[label] >= _EACH}
    asking = max(shares.values()) >= _ASKS and min(shares.values()) <= _TELLS
    return bool(people) and (asking or told.bear(people, _PEOPLE))


def _is_somebody(label: str, draft: Draft) -> bool:
    """Whether a label is a person's: a full name, a role, or short for a name that is told."""
    if is_full(label) or is_role(label) or resolve(label, draft.people):
        return True
    top = draft.source.text[:_READ]
    if are_initials(label):
        return told_in(top, label) is not None
    return bool(bearers(label.title() if label.isupper() else label, top))


def _with_marks(blocks: Sequence[Block], said: Sequence[Said]) -> tuple[Block, ...]:
    """The blocks with ``AB (0:21): It is late.`` for each mark, below a heading of a transcript."""
    marked = {one.place: one for one in said}
    start = blocks[said[0].place].start
    done = [*blocks[: said[0].place], Block("Transcript", start, start, sign="#", level=2)]
    above: _Label | None = None
    for place in range(said[0].place, len(blocks)):
        block, one = blocks[place], marked.get(place)
        if one is not None and block.plain != one.text and one.text in block.text:
            done.append(_Label(one.label, _time(block), block.start).before(one.text, block))
        elif one is not None:
            above = _Label(one.label, _time(block), block.start)
        elif above is not None and (at := time_alone(block.plain)) is not None:
            above = replace(above, time=at)
        elif above is not None:
            done.append(above.before(block.text, block))
            above = None
        else:
            done.append(block)
    return tuple(done)


@dataclass(frozen=True, slots=True)
class _Label:
    """Who speaks, when (seconds, or None), and the line that says so."""

    name: str
    time: int | None
    start: int

    def before(self, text: str, block: Block) -> Block:
        """The block of what is said, with this mark in its known form."""
        time = f" ({clock_of(self.time)})" if self.time is not None else ""
        told = f"{self.name}{time}: {text}"
        return replace(block, text=told, start=self.start, sign="", level=0)


def _time(block: Block) -> int | None:
    found = mark(block.text) or weak_mark(block.text)
    return found.seconds if found else None
