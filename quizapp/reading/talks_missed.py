"""The talk of a page that was taken for something else: looked for once all else is read.

A page has more forms than rules know. Where few labels take turns before whole sentences all
over it, and yet hardly any of that was read as turns, it is read again with those labels as the
marks of speakers.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from quizapp.reading.block import MENU, RULE, Block
from quizapp.reading.chapters import time_alone
from quizapp.reading.draft import Draft
from quizapp.reading.headings import area_named
from quizapp.reading.initials import told_in
from quizapp.reading.labels import field_of
from quizapp.reading.marks import bare_label, mark, weak_mark
from quizapp.reading.odd_marks import prefix
from quizapp.reading.people import bearers, resolve
from quizapp.reading.speakers import are_initials, is_full, is_role
from quizapp.reading.times import CLOCK, clock_of
from quizapp.reading.turn_taking import Said, TurnTaking
from quizapp.reading.wording import ends_sentence, plain

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

_PAIRS = frozenset({"Q", "A", "Question"})
"""Questions and answers for learning, where nobody else speaks."""

_LABEL = 40
"""Letters of a label."""

_WORDS = 5

_READ = 8_000
"""Letters from the top that may tell whose first names or initials the labels are."""

_FACTS = frozenset(
    "answer why quote quotes example examples claim evidence problem solution myth fact "
    "insight idea takeaway key note tip lesson context action summary topic chapter time title "
    "speaker source challenge approach result results pros cons before after step prompt response "
    "background impact clip timestamp".split()
)
"""Words with which the facts of an entry begin, again and again, as speakers do."""


@dataclass(frozen=True, slots=True)
class Talk:
    """A page's blocks with the marks of a talk in one known form, and the labels of these.

    ``line`` is the line of the first mark.
    """

    blocks: tuple[Block, ...]
    voices: frozenset[str]
    line: int


def within(draft: Draft) -> Talk | None:
    """The talk that a page holds and that was not read, or None."""
    blocks = draft.source.blocks
    named = sum(turn.speaker is not None for turn in draft.turns)
    if draft.source.cues or named >= _READ_ALREADY * len(blocks):
        return None
    begun = {_begin(turn.text) for turn in draft.turns if turn.speaker is not None}
    beside, above = _beside(blocks), _above(blocks)
    both = sorted([*beside, *above], key=lambda one: one.place)  # "Q: Why?", and "Byron" above
    for told in (beside, *_framed(blocks), above, both, _bare(blocks, draft)):
        often = _often(told)
        said = [one for one in told if one.label in often]
        if len(said) < _FEWEST or not _is_talk(TurnTaking(said), draft):
            continue
        if sum(_begin(one.text) in begun for one in said) >= _READ_ALREADY * len(said):
            return None
        return Talk(_with_marks(blocks, said), often, blocks[said[0].place].start)
    return None


def _begin(text: str) -> str:
    """The letters and digits with which a text begins, by which a turn is known again."""
    bare = _TIME.sub("", plain(text[:_BEGIN]), count=1)
    return "".join(filter(str.isalnum, bare))[:_KNOWN]


_TIME = re.compile(rf"^\W*{CLOCK}\W*")


_BEGIN, _KNOWN = 80, 24
"""Letters with their signs, and those that are compared."""


def _beside(blocks: Sequence[Block]) -> list[Said]:
    """``AB: It is late.``, in any form that is a mark."""
    found: list[Said] = []
    for place, block in enumerate(blocks):
        one = mark(block.text) if _may_speak(block) else None
        if one and one.label and one.rest and _is_label(one.label):
            found.append(Said(place, one.label, one.rest))
    return found


_BOLD_LEAD = re.compile(
    r"^(?P<sign>\*\*|__|\*|_)(?P<label>[^*_\n]{1,40})(?P=sign)\s+(?P<rest>\S.*)$", re.S
)
"""``**AB** It is late.``"""


def _framed(blocks: Sequence[Block]) -> list[list[Said]]:
    """The same between any signs, by these: ``AB) It is late.``, ``<AB> It is late.``"""
    frames: defaultdict[str, list[Said]] = defaultdict(list)
    for place, block in enumerate(blocks):
        if not _may_speak(block):
            continue
        bold = _BOLD_LEAD.match(block.text) if block.text[:1] in "*_" else None
        if bold and _is_label(label := bold["label"].rstrip(".:|–— ")):
            frames["**"].append(Said(place, label, bold["rest"].lstrip("|–— ")))
        elif (one := prefix(block.text, place)) and one.frame and one.rest and _is_label(one.label):
            frames[one.frame].append(Said(place, one.label, one.rest))
    return list(frames.values())


_SENTENCE = r"\s+(?=[“\"‘'¿¡]?[^\W_a-zß-ÿ])"
"""Between a name and the sentence behind it."""


def _bare(blocks: Sequence[Block], draft: Draft) -> list[Said]:
    """``AB It is late.``: names without any sign; all are people's, or ``Q``."""
    heads = [(i, block.plain.split(None, _WORDS)) for i, block in _paragraphs(blocks)]
    counts = Counter(
        " ".join(words[:count]) for _, words in heads for count in range(1, min(_WORDS, len(words)))
    )
    often = [
        label
        for label, count in counts.items()
        if count >= _EACH and _is_label(label) and (label == "Q" or _is_somebody(label, draft))
    ]
    form = {
        label: re.compile(rf"{re.escape(label)}\s+(?=[“\"‘'¿¡]?[^\W_a-zß-ÿ])") for label in often
    }
    found: list[Said] = []
    for place, _ in heads:
        text = blocks[place].plain
        begun = [(len(label), label) for label in often if form[label].match(text)]
        _, label = max(begun, default=(0, ""))
        if label:
            found.append(Said(place, label, text[len(label) :].strip()))
    return found


def _paragraphs(blocks: Sequence[Block]) -> Iterator[tuple[int, Block]]:
    """The blocks that say something behind a word in capitals, with their places."""
    for place, block in enumerate(blocks):
        if _may_speak(block) and block.text.lstrip("*_")[:1].isupper():
            yield place, block


def _above(blocks: Sequence[Block]) -> list[Said]:
    """``AB`` on a line of its own, perhaps a time, and below it ``It is late.``"""
    found: list[Said] = []
    for place, block in enumerate(blocks):
        if len(block.text) > _LABEL + _SIGNS or block.sign in (">", RULE, MENU) or block.is_item:
            continue
        below = [one for one in blocks[place + 1 : place + 3] if time_alone(one.plain) is None]
        one = mark(block.text)
        label = one.label if one and one.label else bare_label(block.plain)
        if below and _may_speak(below[0]) and ends_sentence(below[0].plain) and _is_label(label):
            found.append(Said(place, label, below[0].plain))
    return found


_SIGNS = 20
"""Letters of markup, and of a time, around a label that stands alone."""


def _may_speak(block: Block) -> bool:
    return block.sign not in (">", RULE, MENU) and not 0 < block.level < _BOLD


_BOLD = 7
"""The level of a line in bold."""


def _is_label(text: str) -> bool:
    """Whether a text could call somebody, and is no name of a part, a field or a question."""
    if (
        text.endswith(":")
        or not 0 < len(text) <= _LABEL
        or len(text.split()) > _WORDS
        or not text[:1].isupper()
    ):
        return False
    if ends_sentence(text) and not _INITIALS.fullmatch(text):
        return False
    if area_named(text) is not None:
        return False
    words = {word.strip(".'’").lower() for word in text.split()}
    return words.isdisjoint(_FACTS) and (field_of(text) is None or is_role(text))


_INITIALS = re.compile(r"(?:[^\W\d_a-z]\.\s?){1,4}")


def _often(said: Sequence[Said]) -> frozenset[str]:
    counts = TurnTaking(said).counts
    voices = {label for label, count in counts.items() if count > 1}
    voices -= _PAIRS if {"Q", "A"} <= voices else set()
    enough = sum(counts[label] >= _EACH for label in voices) > 1 and len(voices) <= _MOST_VOICES
    return frozenset(voices) if enough else frozenset()


def _is_talk(told: TurnTaking, draft: Draft) -> bool:
    """Whether labels take turns, speak to each other, and one asks or all are people."""
    if not (told.takes_turns() and told.is_whole and told.is_spoken and not told.is_quoted):
        return False
    if len(told.said) < _SHARE * told.reach or _PAIRS.issuperset(told.voices):
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
        elif one is not None and block.plain.endswith(one.text):
            done.append(_Label(one.label, None, block.start).before(one.text, block))
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
