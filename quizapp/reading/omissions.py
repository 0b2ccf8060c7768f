"""What a page holds that went into no part of its episode, and why."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from quizapp.model import Omission
from quizapp.reading.adverts import is_advert, is_break, is_closing_advert
from quizapp.reading.block import MENU, RULE, Block
from quizapp.reading.chapters import chapter_of, chapters_run_on, time_alone
from quizapp.reading.draft import Draft
from quizapp.reading.headings import is_count
from quizapp.reading.noise import is_disclaimer, is_noise, is_teaser

_FIRST = 60
"""Characters that stand for what was left out."""

_TITLES = ("title", "show")
"""Lines that say these again are nothing new."""

_FURNITURE = "menu, button or notice"
_MOST = 50
"""A page shows no more of them."""


def omissions(draft: Draft) -> tuple[Omission, ...]:
    """The stretches of a page that nothing was made of; neighbours of one sort are one."""
    taken = _Lines(draft)
    left = (block for block in draft.source.blocks if _is_left(block, taken, draft))
    found = [*_joined(left, draft), *draft.dropped]
    return tuple(sorted(found, key=lambda one: (one.line_start, one.line_end)))[:_MOST]


class _Lines:
    """The lines that something was made of."""

    def __init__(self, draft: Draft) -> None:
        spans = [(section.line_start, section.line_end) for section in draft.sections]
        spans += [(turn.line_start, turn.line_end) for turn in draft.turns]
        spans += [(region.line, region.line) for region in draft.source.regions]
        spans += [(claim.line, claim.line) for claim in draft.claims]
        spans += [(one.line, one.line) for one in draft.problems if one.line]
        spans += [(one.line_start, one.line_end) for one in draft.dropped]
        self._spans: list[tuple[int, int]] = []
        for start, end in sorted(spans):
            if self._spans and start <= self._spans[-1][1] + 1:
                self._spans[-1] = (self._spans[-1][0], max(end, self._spans[-1][1]))
            else:
                self._spans.append((start, end))

    def hold(self, block: Block) -> bool:
        """Whether a block touches one of them."""
        place = bisect_right(self._spans, block.end, key=lambda span: span[0]) - 1
        return place >= 0 and self._spans[place][1] >= block.start


def _is_left(block: Block, taken: _Lines, draft: Draft) -> bool:
    if block.sign == RULE or not any(char.isalnum() for char in block.text):
        return False
    if taken.hold(block) or is_count(block.text):
        return False
    if any(_repeats(block.plain, one.value) for one in draft.claims if one.field in _TITLES):
        return False
    told = draft.values("description") + draft.values("abstract")
    if any(block.plain[:_FIRST] in text for text in told):
        return False
    timed = draft.chapters and chapter_of(block.text, listed=True)
    if timed or (draft.chapters and time_alone(block.plain) is not None):
        return False
    titles = {chapter.title for chapter in draft.chapters}
    return block.plain not in titles and not (titles and chapters_run_on(block.text[:2000]))


def _repeats(text: str, title: str) -> bool:
    return title in text and len(text) <= 2 * len(title) + 20


def _joined(left: Iterable[Block], draft: Draft) -> Iterator[Omission]:
    last: Omission | None = None
    for block in left:
        why = reason(block.plain) if block.sign != MENU else _FURNITURE
        if last and last.reason == why and block.start <= last.line_end + 2:
            last = Omission(last.path, last.line_start, block.end, why, last.text)
            continue
        if last:
            yield last
        last = Omission(draft.path, block.start, block.end, why, first_words(block.plain))
    if last:
        yield last


def reason(text: str) -> str:
    """Why a text is no part of an episode."""
    if is_break(text):
        return "break or music"
    if is_advert(text) or is_closing_advert(text):
        return "advert"
    if is_noise(text) or is_teaser(text) or is_disclaimer(text):
        return _FURNITURE
    return "no part that is known"


def first_words(text: str) -> str:
    """The beginning of a text, to know it by."""
    return text if len(text) <= _FIRST else text[: _FIRST - 1].rstrip() + "…"
