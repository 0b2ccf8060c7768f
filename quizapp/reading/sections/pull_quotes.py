"""Sentences that a magazine prints large between what is said, and that stand in it as well."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import pairwise, zip_longest

from quizapp.model import SectionKind, Turn
from quizapp.reading.attributions import split_attribution
from quizapp.reading.block import Block
from quizapp.reading.draft import Draft
from quizapp.reading.marks import mark
from quizapp.reading.names import bare_name, is_name
from quizapp.reading.wording import ends_sentence, fold, is_quoted, plain, unquoted, word_count

_FEW = 20
"""So many pulled quotes at most stand in one talk."""

_FEWEST = 4
_FEWEST_BESIDE = 8
"""Words of one on a page without empty lines, and of one that an editor has changed."""
_MOST = 45
"""Words of a pulled quote."""
_SAME = 0.9
"""The share of words of a signed one that a paragraph has, which an editor may have shortened."""
_IN_ORDER = 0.75
"""The share of pairs of neighbouring words that whatever was said has, where nobody signs."""
_LONGER = 4
"""Words that a paragraph has beyond those that are repeated from it, bare, on their own."""
_SIGNED = 300
"""Letters of a quotation with its speaker."""
_TRIED = 60
"""Sentences whose first words stand elsewhere too, that are looked at."""
_LABELS = 4
"""Marks of names from which on a talk is told by them."""
_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)?")


@dataclass(frozen=True, slots=True)
class Pulled:
    """One that is taken out of a talk: its lines, its text, and who is named beside it."""

    start: int
    end: int
    text: str
    by: str | None


def taken_out(blocks: Sequence[Block], draft: Draft) -> tuple[list[Block], list[Pulled]]:
    """The blocks of a talk without quotations that another block has too, and those.

    A name behind one, or on the line below it behind a dash, tells whose it is.
    """
    large = {id(block) for block in [*_set_large(blocks), *_bare_repeats(blocks)]}
    if not 0 < len(large) <= _FEW:
        return list(blocks), []
    told = [block.plain.casefold() for block in blocks if id(block) not in large]
    said, near = " ".join(told), _Neighbours(told)
    rest: list[Block] = []
    found: list[Pulled] = []
    signature: Block | None = None
    for block, below in zip_longest(blocks, blocks[1:]):
        if block is signature:
            continue
        if id(block) not in large:
            rest.append(block)
            continue
        text, by = _taken_apart(block, below, draft)
        again = _bare(text) in said or (by is not None and _is_shortened(text, told))
        if not (again or near.have(text)):
            rest.append(block)
            continue
        signature = below if by is not None and text == block.text else None
        end = signature.end if signature else block.end
        found.append(Pulled(block.start, end, unquoted(plain(text)), by))
    return rest, found


def read(found: Iterable[Pulled], turns: Sequence[Turn], draft: Draft) -> None:
    """Adds pulled quotes, each by whoever is named beside it or says it in a turn."""
    for one in found:
        by = one.by or _sayer(one.text, turns)
        draft.section(SectionKind.QUOTE, None, one.text, one.start, one.end, speaker=by)


def _sayer(text: str, turns: Sequence[Turn]) -> str | None:
    bare = _bare(text)
    verbatim = [turn for turn in turns if bare in turn.text.casefold()]
    if verbatim:
        return verbatim[0].speaker
    near = (turn for turn in turns if _Neighbours([turn.text.casefold()]).have(text))
    return next((turn.speaker for turn in near), None)


def _set_large(blocks: Sequence[Block]) -> list[Block]:
    """Block quotes and texts between quotation marks, but not right below a name alone."""
    named = {id(below) for above, below in pairwise(blocks) if is_name(above.plain.rstrip(":"))}
    return [block for block in blocks if _is_large(block) and id(block) not in named]


def _is_large(block: Block) -> bool:
    words = word_count(block.plain)
    if block.sign == ">":
        return _FEWEST <= words <= _MOST
    fewest = _FEWEST if block.spaced else _FEWEST_BESIDE
    quoted = is_quoted(block.plain) or _is_quoted_and_signed(block)
    return quoted and fewest <= words <= _MOST


def _is_quoted_and_signed(block: Block) -> bool:
    """``“It is late.” – Ada Byron``"""
    if block.plain[:1] not in '“"«„' or len(block.text) > _SIGNED:
        return False
    found = split_attribution(block.text, ())
    return found is not None and found[1].speaker is not None and is_quoted(found[0])


def _bare_repeats(blocks: Sequence[Block]) -> list[Block]:
    """Sentences without any sign between the marked turns of a talk, word for word of a longer one.

    What stands below a name alone is said there, be it said before or not.
    """
    marked = [bool((one := mark(block.text)) and one.label) for block in blocks]
    if sum(marked) < _LABELS:
        return []
    found: list[Block] = []
    lines = [block.plain.casefold() for block in blocks]
    again = _repeated(lines)
    tried = 0
    for place, block in enumerate(blocks):
        words = word_count(block.plain) if len(block.text) < _SIGNED else 0
        alone = block.spaced and block.sign in ("", "#") and ends_sentence(block.plain)
        if not alone or marked[place] or not _FEWEST_BESIDE <= words <= _MOST:
            continue
        above = mark(blocks[place - 1].text) if place else None
        if place == 0 or is_name(blocks[place - 1].plain) or (above and not above.rest):
            continue
        if tuple(_words(lines[place])[:_FEWEST_BESIDE]) not in again:
            continue
        bare, tried = _bare(block.text), tried + 1
        begun = _voice(place, marked)
        meant = begun < place - 1 and len(lines[place - 1].split()) <= _ANNOUNCED
        longer = (
            bare in line and len(line.split()) >= words + _LONGER and not (meant and at >= begun)
            for at, line in enumerate(lines)
        )
        if any(longer) and not _goes_on(place, lines, marked):
            found.append(block)  # what is said twice in one turn is said with purpose
        if tried > _TRIED:
            break
    return found


def _voice(place: int, marked: Sequence[bool]) -> int:
    """The place of the mark under which a block of a talk stands."""
    return next((at for at in range(place, -1, -1) if marked[at]), -1)


def _goes_on(place: int, lines: Sequence[str], marked: Sequence[bool]) -> bool:
    """Whether the next lines begin alike, as those of a song or a poem do."""
    if place + 1 >= len(lines) or marked[place + 1]:
        return False
    return _words(lines[place])[:_ALIKE] == _words(lines[place + 1])[:_ALIKE]


_ALIKE, _ANNOUNCED = 3, 6
"""Words; of a paragraph such as ``I mean it.``, above what is then said again."""


def _repeated(lines: Sequence[str]) -> set[tuple[str, ...]]:
    """The words in a row that stand in several places, so many as a bare repetition has."""
    seen: set[tuple[str, ...]] = set()
    again: set[tuple[str, ...]] = set()
    for line in lines:
        words = _words(line)
        for row in zip(*(words[start:] for start in range(_FEWEST_BESIDE)), strict=False):
            (again if row in seen else seen).add(row)
    return again


def _taken_apart(block: Block, below: Block | None, draft: Draft) -> tuple[str, str | None]:
    """The text of a quotation, and who is named behind it or on the line below."""
    signed = block.sign == ">" or _is_quoted_and_signed(block)
    found = split_attribution(block.text, draft.people) if signed else None
    if found is not None and found[1].speaker is not None:
        return found[0], found[1].speaker
    if below is not None and below.sign in ("—", "–") and is_name(bare_name(below.plain)):
        return block.text, bare_name(below.plain)
    return block.text, None


def _is_shortened(text: str, told: Sequence[str]) -> bool:
    """Whether one paragraph has nearly all the words of a quotation."""
    words = set(_words(text))
    return any(len(words & set(_words(one))) >= _SAME * len(words) for one in told)


class _Neighbours:
    """Which words stand beside each other in the paragraphs of a talk."""

    def __init__(self, told: Iterable[str]) -> None:
        self._pairs: list[set[tuple[str, str]]] = [set(pairwise(_words(one))) for one in told]

    def have(self, text: str) -> bool:
        """Whether a paragraph, or two in a row, has a text in nearly the same words."""
        words = _words(plain(text))
        own = list(pairwise(words))
        if len(words) < _FEWEST_BESIDE:
            return False
        enough = _IN_ORDER * len(own)
        beside = [*self._pairs[1:], set()]
        for first, second in zip(self._pairs, beside, strict=False):
            missed = [pair for pair in own if not (pair in first or pair in second)]
            if len(own) - len(missed) >= enough:
                return not _turns_round(missed, first | second)
        return False


def _turns_round(missed: Sequence[tuple[str, str]], told: AbstractSet[tuple[str, str]]) -> bool:
    """Whether what differs between two texts turns one round: a ``not``, a number."""
    if any(word in _DENIES or word.isdecimal() for pair in missed for word in pair):
        return True
    return any((one, no) in told and (no, other) in told for one, other in missed for no in _DENIES)


_DENIES = frozenset(
    "not no never none nobody nothing without cannot can't don't doesn't didn't won't wouldn't "
    "isn't aren't wasn't weren't can’t don’t doesn’t didn’t won’t wouldn’t isn’t aren’t wasn’t "
    "weren’t".split()
)


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text).casefold())


def _bare(text: str) -> str:
    return unquoted(plain(text)).strip(".!?… ").casefold()
