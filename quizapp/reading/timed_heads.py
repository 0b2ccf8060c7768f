"""Titles with their times on a line of their own, above or below: one heading, as one line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from quizapp.reading.block import Block
from quizapp.reading.chapters import time_alone
from quizapp.reading.headings import area_named
from quizapp.reading.names import is_name
from quizapp.reading.wording import is_prose, word_count

_TITLE_WORDS = 14

_OPENING = '“"«„'
"""What is said has no title."""

_NEAR = 2
"""Lines between a title and its time: there may be an empty one."""

_SPANS, _TIMES = 2, 3
"""So many ``0:00 – 8:12`` are a form; times that do not say where they end could be speech."""

_APART = 45
"""Seconds on average between chapters, at least; people speak in turns that are shorter."""

_SHARE = 0.7

_RUNS = 8
"""Lists of times that a page has, at most; in talk the times fall and rise without end."""

_LEVEL = 7
"""Of a heading that is marked by its form only, as one in bold is."""


def joined(blocks: Sequence[Block]) -> list[Block]:
    """``The queue`` and ``0:00 – 8:12`` above what they head become ``0:00 – 8:12 The queue``."""
    times = [place for place, block in enumerate(blocks) if time_alone(block.plain) is not None]
    joint = _of_run(blocks, times)
    if joint is not None:
        return joint
    runs = _runs(blocks, times)
    for run in reversed(runs) if len(runs) <= _RUNS else ():  # those above stay where they are
        blocks = _of_run(blocks, run) or blocks
    return list(blocks)


def _of_run(blocks: Sequence[Block], times: Sequence[int]) -> list[Block] | None:
    """The blocks with the times at these places joined to their titles; None without such."""
    if len(times) < _SPANS:
        return None
    for offset in (-1, 1):
        heads = [place for place in times if _heads(blocks, place, offset)]
        if len(heads) >= _SHARE * len(times) and _are_chapters(blocks, heads, offset):
            return _with_heads(blocks, frozenset(heads), offset)
    return None


def _runs(blocks: Sequence[Block], times: Sequence[int]) -> list[list[int]]:
    """The places of times in runs that rise: a list of chapters begins anew below highlights."""
    found: list[list[int]] = []
    last = -1
    for place in times:
        at = time_alone(blocks[place].plain) or 0
        if not found or at < last:
            found.append([])
        found[-1].append(place)
        last = at
    return found


def _heads(blocks: Sequence[Block], place: int, offset: int) -> bool:
    """Whether a title stands beside a time, and below both what they are the heading of."""
    beside, below = place + offset, max(place, place + offset) + 1
    if beside < 0 or below >= len(blocks):
        return False
    title, time = blocks[beside], blocks[place]
    near = max(title.start, time.start) - min(title.end, time.end) <= _NEAR
    told = is_prose(blocks[below].plain) or blocks[below].is_item or blocks[below].sign == ">"
    return near and told and _is_title(title)


def _is_title(block: Block) -> bool:
    text = block.plain
    named = block.sign in ("", "#") and 0 < word_count(text) <= _TITLE_WORDS
    if text[:1] in _OPENING or area_named(text) is not None:
        return False
    return named and not text.endswith((".", "!", ",", ":", ";")) and time_alone(text) is None


def _are_chapters(blocks: Sequence[Block], heads: Sequence[int], offset: int) -> bool:
    """Whether the times rise by minutes, and the titles are not those who speak."""
    times = [time_alone(blocks[place].plain) or 0 for place in heads]
    titles = [blocks[place + offset].plain for place in heads]
    spans = all("–" in t or "-" in t or "—" in t for t in (blocks[p].plain for p in heads))
    fewest = _SPANS if spans else _TIMES
    if len(heads) < fewest or not all(one < other for one, other in pairwise(times)):
        return False
    named = sum(1 for title in titles if is_name(title))
    own = len(set(titles)) == len(titles)
    return own and 2 * named <= len(titles) and times[-1] - times[0] >= _APART * (len(times) - 1)


def _with_heads(blocks: Sequence[Block], heads: frozenset[int], offset: int) -> list[Block]:
    done: list[Block] = []
    for place, block in enumerate(blocks):
        if place in heads:
            title = blocks[place + offset]
            start, end = min(block.start, title.start), max(block.end, title.end)
            text = f"{block.plain} {title.plain}"
            level = title.level or _LEVEL
            done.append(replace(title, text=text, start=start, end=end, sign="#", level=level))
        elif place - offset not in heads:
            done.append(block)
    return done
