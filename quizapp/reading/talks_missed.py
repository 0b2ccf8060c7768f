"""The talk of a page that was taken for something else: looked for once all else is read.

A page has more forms than rules know. Where few labels take turns before whole sentences all
over it, and yet hardly any of that was read as turns, it is read again with those labels as the
marks of speakers.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from quizapp.reading.areas import Area
from quizapp.reading.block import MENU, RULE, Block
from quizapp.reading.chapters import time_alone
from quizapp.reading.draft import Draft
from quizapp.reading.headings import area_named
from quizapp.reading.initials import is_of, told_in
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

_MOST_TRIED = 60
"""Words that begin three blocks or more, beyond which none of them are names of speakers."""

_LABEL = 40
"""Letters of a label."""

_WORDS = 5

_READ = 8_000
"""Letters from the top that may tell whose first names or initials the labels are."""

_FACTS = frozenset(
    "answer why quote quotes example examples claim evidence problem solution myth fact "
    "insight idea takeaway key note tip lesson context action summary topic chapter time title "
    "speaker source challenge approach result results pros cons before after step prompt response "
    "background impact clip timestamp ask try way old new move".split()
)
"""Words with which the facts of an entry begin, again and again, as speakers do."""


@dataclass(frozen=True, slots=True)
class Talk:
    """A page's blocks with the marks of a talk in one known form, and the labels of these.

    ``line`` and ``last`` are the lines of the first mark and of what the last one says.
    """

    blocks: tuple[Block, ...]
    voices: frozenset[str]
    line: int
    last: int


def within(draft: Draft) -> Talk | None:
    """The talk that a page holds and that was not read, or None."""
    blocks = draft.source.blocks
    named = sum(turn.speaker is not None for turn in draft.turns)
    if draft.source.cues or named >= _READ_ALREADY * len(blocks):
        return None
    own = _of_parts(draft)
    begun = {_begin(turn.text) for turn in draft.turns if turn.speaker is not None}
    beside, above = _beside(blocks), _above(blocks)
    both = sorted([*beside, *above], key=lambda one: one.place)  # "Q: Why?", and "Byron" above
    for told in (beside, *_framed(blocks), above, both, _bare(blocks, draft)):
        told = [one for one in told if blocks[one.place].start not in own]
        often = _often(told)
        said = [one for one in told if one.label in often]
        if len(said) < _FEWEST or not _is_talk(TurnTaking(said), draft):
            continue
        if sum(_begin(one.text) in begun for one in said) >= _READ_ALREADY * len(said):
            return None
        first, last = blocks[said[0].place], blocks[min(said[-1].place + 2, len(blocks) - 1)]
        return Talk(_with_marks(blocks, said), often, first.start, last.end)
    return None


def _of_parts(draft: Draft) -> set[int]:
    """The lines of parts that have a name and whose own entries begin with names.

    Quotes may also have them below; behind the abstract of a talk, or its topics, it may begin.
    """
    lines: set[int] = set()
    for region in draft.source.regions:
        if region.area in _OPEN or not (region.name and region.blocks):
            continue
        first = region.blocks[0]
        marked = mark(first.text)
        led = (marked is not None and bool(marked.label)) or is_full(first.plain)
        led = led or _BOLD_LEAD.match(first.text) is not None or is_role(first.plain)
        if region.area is Area.QUOTES or led:
            lines |= {block.start for block in region.blocks}
    return lines


_OPEN = frozenset({Area.HEADER, Area.UNKNOWN, Area.TRANSCRIPT})
"""Parts that any talk may stand in."""


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
        if one is None or not one.label or not one.rest or not _is_label(one.label):
            continue
        if ends_sentence(one.rest) or field_of(one.label) is None:  # "Host: Ada Byron"
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


_SENTENCE = re.compile(r"[“\"‘'¿¡]?[^\W_a-zß-ÿ]")
"""How the sentence behind a name begins."""


def _bare(blocks: Sequence[Block], draft: Draft) -> list[Said]:
    """``AB It is late.``: names without any sign; all are people's, or ``Q``."""
    heads = [(i, block.plain.split(None, _WORDS)) for i, block in _paragraphs(blocks)]
    counts = Counter(
        " ".join(words[:count]) for _, words in heads for count in range(1, min(_WORDS, len(words)))
    )
    labels = [one for one, count in counts.items() if count >= _EACH and _is_label(one)]
    if len(labels) > _MOST_TRIED:
        return []
    often = {
        one for one in labels if one == "Q" or is_full(one) or _is_somebody(one, counts[one], draft)
    }
    found: list[Said] = []
    for place, words in heads:
        starts = (" ".join(words[:count]) for count in range(min(_WORDS, len(words)), 0, -1))
        label = next((one for one in starts if one in often), "")
        rest = blocks[place].plain[len(label) :].strip() if label else ""
        if rest and _SENTENCE.match(rest) and not _is_marked(blocks[place], label):
            found.append(Said(place, label, rest))
    return found


def _is_marked(block: Block, label: str) -> bool:
    """``Ada Byron: It is late.``, of which ``Ada`` is but the beginning."""
    found = mark(block.text)
    longer = found.label if found and found.label else ""
    return longer != label and longer.startswith(f"{label} ")


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
    return frozenset(voices | _whole(voices, counts)) if enough else frozenset()


def _whole(voices: Collection[str], counts: Mapping[str, int]) -> set[str]:
    """The full names that mark once, whose initials do from then on: ``ADA BYRON``, ``AB``."""
    initials = [label for label in voices if are_initials(label)]
    return {
        label
        for label, count in (counts.items() if initials else ())
        if count == 1 and is_full(label) and any(is_of(one, label) for one in initials)
    }


def _is_talk(told: TurnTaking, draft: Draft) -> bool:
    """Whether labels take turns, speak to each other, and one asks or all are people."""
    if not (told.takes_turns() and told.is_whole and told.is_spoken and not told.is_quoted):
        return False
    if len(told.said) < _SHARE * told.reach or _PAIRS.issuperset(told.voices):
        return False
    people = {label for label in told.voices if _is_somebody(label, told.counts[label], draft)}
    shares = {label: told.asking(label) for label in told.voices if told.counts[label] >= _EACH}
    asking = max(shares.values()) >= _ASKS and min(shares.values()) <= _TELLS
    return bool(people) and (asking or told.bear(people, _PEOPLE))


def _is_somebody(label: str, count: int, draft: Draft) -> bool:
    """Whether a label is a person's: a role, a name that is told, or short for one.

    ``count`` is how often it marks: a whole name stands somewhere else as well, as ``Try This``
    does not.
    """
    if is_role(label) or resolve(label, draft.people):
        return True
    text = draft.source.text
    if is_full(label) and text.casefold().count(label.casefold()) > count:
        return True
    top = text[:_READ]
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
