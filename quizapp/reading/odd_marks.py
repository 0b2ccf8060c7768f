"""Marks of speakers in forms of their own: a prefix that comes again and again, with few names.

No list holds all the signs that tools and people set around a name and a time. Where one prefix
begins many paragraphs and differs by a few names only, it is brought into a form that is known.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from quizapp.reading import initials
from quizapp.reading.areas import Area
from quizapp.reading.block import Block
from quizapp.reading.headings import area_named
from quizapp.reading.marks import mark
from quizapp.reading.names import BIG, LINK, PART, is_short_name
from quizapp.reading.speakers import are_initials, is_full, is_role
from quizapp.reading.times import CLOCK
from quizapp.reading.turn_taking import Said, TurnTaking
from quizapp.reading.wording import ends_sentence

_HEAD = 240
"""Letters in which a mark stands."""

_ADDRESS = re.compile(r"\[([^\[\]]{1,40})\]\((?:https?:|#|/|\?)[^()\s]{0,200}\)")
_TAG = re.compile(r"</?(?:b|i|u|em|strong|code|kbd|mark|br)\b[^<>]{0,40}>", re.IGNORECASE)

_SIGN = r"[^\w\s“”\"'‘’«»?!,%$€£&+]"
_SIGNS = rf"(?:{_SIGN}|[_\s])*"
_WORD = rf"{BIG}(?:\.|[^\W_]*(?:['’-][^\W_]+){{0,3}})"
_PREFIX = re.compile(
    rf"^(?P<open>{_SIGNS})(?:(?P<before>{CLOCK})(?P<between>{_SIGNS}))?"
    rf"(?P<label>{_WORD}(?: (?:{_WORD}|{LINK}|\d{{1,2}})(?![^\W_]|:\d)){{0,4}})"
    rf"(?:(?P<sign>\s?(?:{_SIGN}|_)(?:{_SIGN}|[_\s])*|(?=\s(?:at )?\d))"
    rf"(?:\s?(?:at )?(?P<behind>{CLOCK}))?(?P<close>{_SIGNS})(?P<rest>.*)|)$",
    re.DOTALL,
)
"""Signs, perhaps a time, a name of up to five words, signs, perhaps a time, and the words."""

_OPENED = re.compile(r"[*_]*[\[({]+$")
"""``*[`` of ``*[laughs]* It is.``: what somebody says begins with a sound."""

_FEWEST = 4
_VOICES = 2
_SHARE = 0.3
"""Of the blocks between the first mark and the last."""

_MOST = 0.8
_HALF = 0.5
_READ = 60_000
_NAMED = 60
"""Letters of a heading."""


@dataclass(frozen=True, slots=True)
class Prefix:
    """What a block begins with; ``frame`` are the signs around name and time."""

    place: int
    frame: str
    label: str
    time: str | None
    rest: str


def with_known_marks(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with ``Ada Byron (0:21): It is late.`` for any other mark of who speaks."""
    found = [one for i, block in enumerate(blocks) if (one := prefix(block.text, i))]
    frames = Counter(one.frame for one in found)
    done = list(blocks)
    for frame, count in frames.items():
        told = [one for one in found if one.frame == frame] if count >= _FEWEST else []
        if not told or _are_known(told, blocks) or not _Talk(blocks, told).is_one:
            continue
        often = Counter(one.label for one in told)
        for one in told:
            if often[one.label] > 1 or _may_be_voice(one):
                done[one.place] = replace(blocks[one.place], text=_known(one))
    return tuple(done)


def _known(one: Prefix) -> str:
    time = f" ({one.time})" if one.time else ""
    return f"{one.label}{time}: {one.rest}" if one.rest else f"{one.label}{time}"


def prefix(text: str, place: int) -> Prefix | None:
    """The signs, the label and the time with which the text of the block at a place begins."""
    head = text[:_HEAD]
    if "](" in head:
        head = _ADDRESS.sub(r"\1", head)
    if "<" in head:
        head = _TAG.sub("*", head)
    found = _PREFIX.match(head)
    if found is None or not (found["rest"] or found["before"] or found["behind"]):
        return None
    sign, close = found["sign"] or "", found["close"] or ""
    behind = close if found["behind"] or close else sign
    sound = _OPENED.search(behind) if found["rest"] else None
    said = (sound[0] if sound else "") + (found["rest"] or "")
    behind = behind[: sound.start()] if sound else behind
    parts = [found["open"], "T" if found["before"] else "", found["between"] or "", "L"]
    parts += [sign, "T", behind] if found["behind"] else [behind]
    frame = "".join("".join(parts).replace("*", "").replace("_", "").split())
    rest = said + text[_HEAD:]
    return Prefix(place, frame, found["label"], found["before"] or found["behind"], rest)


def _are_known(told: Sequence[Prefix], blocks: Sequence[Block]) -> bool:
    """Whether most of the marks are read as they are."""
    marks = ((one, mark(blocks[one.place].text)) for one in told)
    known = sum(found is not None and found.label == one.label for one, found in marks)
    return known >= _HALF * len(told)


class _Talk:
    """Blocks that begin alike, asked whether they are what several people say in turns."""

    def __init__(self, blocks: Sequence[Block], told: Sequence[Prefix]) -> None:
        self._blocks = blocks
        self._told = told
        self._said = TurnTaking([Said(o.place, o.label, o.rest or self._below(o)) for o in told])
        self._labels = self._said.counts

    @property
    def is_one(self) -> bool:
        """Whether few names take turns, before whole sentences, in a large part of the page."""
        said = self._said
        begun = sum(not one.text[:1].islower() for one in said.said)
        return (
            said.takes_turns(_VOICES)
            and len(self._told) >= _SHARE * said.reach
            and said.is_whole
            and begun >= _MOST * len(self._told)
            and not said.is_quoted
            and self._is_by_people()
        )

    def _below(self, one: Prefix) -> str:
        below = self._blocks[one.place + 1 : one.place + 2]
        return below[0].plain if below else ""

    def _is_by_people(self) -> bool:
        """Whether the labels are names; short ones are where one of them is told.

        Below ``Transcript`` initials and words with times speak for themselves.
        """
        names = {one for one in self._labels if is_full(one) or is_role(one)}
        short = {one for one in self._labels if _is_short(one)} - names
        told = names | {one for one in short if _is_part_of_name(one, self._page)}
        if self._is_transcript:
            told |= short if self._told[0].time else {one for one in short if are_initials(one)}
        sure = self._said.bear(told, _SHARE)
        return self._said.bear(names | short, _MOST) if sure else self._said.bear(told, _MOST)

    @cached_property
    def _is_transcript(self) -> bool:
        above = (b.text for b in self._blocks[: self._told[0].place] if len(b.text) < _NAMED)
        return any(area_named(text) is Area.TRANSCRIPT for text in above)

    @cached_property
    def _page(self) -> str:
        return "\n".join(block.plain for block in self._blocks)[:_READ]


def _may_be_voice(one: Prefix) -> bool:
    """Not ``The Minute Hand`` of ``The Minute Hand — Episode 7``, above the talk."""
    if one.rest and not ends_sentence(one.rest.rstrip("*_`|> ")):
        return False
    return is_full(one.label) or is_role(one.label) or _is_short(one.label)


def _is_short(label: str) -> bool:
    return is_short_name(label.title() if label.isupper() else label) or are_initials(label)


def _is_part_of_name(label: str, page: str) -> bool:
    """``Ada`` on a page that has ``Ada Byron``, and ``AB`` there."""
    if are_initials(label):
        return initials.told_in(page, label) is not None
    short = re.escape(label.title() if label.isupper() else label)
    return bool(re.search(rf"(?<!\w)(?:{short} {PART}|{PART} {short})(?!\w)", page))
