"""Cuts a page into regions: a heading with a known name, and what stands under it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from quizapp.reading import (
    asked_talks,
    chapters_in_talks,
    group_heads,
    interruptions,
    parts_by_form,
    site_boxes,
    tabs,
    talks_begun,
    timed_talks,
    times_begun,
)
from quizapp.reading.adverts import heads_offer
from quizapp.reading.areas import Area
from quizapp.reading.asking import asks
from quizapp.reading.block import MENU, Block
from quizapp.reading.chapters import chapter_of
from quizapp.reading.comments import is_commented, without_comments
from quizapp.reading.cutting import Cut
from quizapp.reading.dates import find_date
from quizapp.reading.false_transcripts import without_buttons
from quizapp.reading.headings import area_named
from quizapp.reading.heads_of_parts import area_beside, is_other_title, with_header
from quizapp.reading.kickers import is_above_title, is_kicker
from quizapp.reading.list_breaks import without_breaks
from quizapp.reading.marks import mark
from quizapp.reading.menus import without_imprint, without_menu
from quizapp.reading.noise import is_counters, is_disclaimer, is_noise
from quizapp.reading.note_cards import without_cards
from quizapp.reading.openings import (
    area_opened,
    breaks_form,
    heads_alike,
    is_in_capitals,
    opens_after_times,
    opens_chapters,
    opens_in_flat,
    opens_other_list,
    opens_quotes,
    opens_times,
)
from quizapp.reading.region import Begun, Region
from quizapp.reading.timed_heads import joined
from quizapp.reading.wording import is_prose, plain, word_count

_NAMED = re.compile(
    r"^(?:\*\*|__)(?P<name>[^*_:]{2,50})(?::(?:\*\*|__)|(?:\*\*|__):)\s+(?P<rest>\S.*)$"
)
"""``**Why it matters:** One worker in five …``"""

_BUTTON = 160
"""Letters: of what is surely speech, and of what stands below a button."""

_TITLES = 2
"""Blocks above a title, at most."""

_DAY_WORDS = 14
"""Words of a line that says when a page is from, and perhaps of whom."""

_TITLE_LINES = 6

_MENU = 3
"""So many known names in a row are a menu, the last of which what follows is not under."""


def regions(blocks: Iterable[Block]) -> tuple[Region, ...]:
    """The regions of a page in order; the first is its header, which may be empty.

    Inside of a transcript only marked headings end it: people say "Summary" too.
    """
    said = (b for b in blocks if not (is_disclaimer(b.text) or is_counters(b.plain)))
    told = without_comments(list(said))
    blocks = joined(without_cards(without_breaks(without_imprint(without_menu(told)))))
    flat = sum(block.spaced for block in blocks[1:]) <= 0.1 * len(blocks)
    cut = Cut(Region(Area.HEADER, "", 0, 99, ()), [], [])
    outline = chapters_in_talks.titles(blocks)
    spoken_again = 0
    for place, block in enumerate(blocks):
        if place < spoken_again:
            continue
        following = blocks[place + 1] if place + 1 < len(blocks) else None
        chapter = chapters_in_talks.heads(blocks, place, outline)
        if chapter and cut.current.area is not Area.HEADER:
            speaks = following is not None and chapters_in_talks.speaks(following)
            if cut.current.area is not Area.TRANSCRIPT and speaks:
                cut.open(Area.TRANSCRIPT, "", block, block.level)
            if cut.current.area is Area.TRANSCRIPT:
                cut.inside.append(block)
                continue
        unmarked = timed_talks.begins(blocks, place, cut.current)
        unmarked = unmarked or asked_talks.begins(blocks, place, cut.current)
        if unmarked or talks_begun.begins(blocks, place, cut.current, cut.inside):
            cut.open_below_heading(Area.TRANSCRIPT, block)
            continue
        area = _area_here(blocks, place, cut, flat)
        if area is Area.SUMMARY and _is_of_moment(block, cut.current, cut.inside):
            continue
        talk = cut.current.area is Area.TRANSCRIPT
        if area is Area.NOISE and (talk or interruptions.pauses(block, cut.current, cut.inside)):
            back = interruptions.back_at(blocks, place, cut.inside)
            if back is not None:
                cut.put_aside(blocks[place:back])
                spoken_again = back
                continue
        if area is Area.UNKNOWN:
            area = parts_by_form.meant(blocks, place)
        if area is Area.TRANSCRIPT and following is not None:
            below = blocks[place + 1 : place + _NEAR]
            area = _of_transcript(block, below, cut.inside, flat)
        _take(blocks, place, area, cut, flat)
    cut.close()
    parts = tabs.opened(_without_menu(_without_name_of_page(cut.done)))
    return tuple(without_buttons(with_header(parts)))


def _area_here(blocks: Sequence[Block], place: int, cut: Cut, flat: bool) -> Area | None:
    """The area that a block opens by its name; None where it stands for something else."""
    block = blocks[place]
    following = blocks[place + 1] if place + 1 < len(blocks) else None
    if following is not None and following.sign == MENU and (place <= 1 or not following.spaced):
        return None
    offer = block.sign == "#" and heads_offer(block.plain)
    if offer or site_boxes.opens(blocks, place, cut.current):
        return Area.NOISE
    area = area_opened(block, cut.current, flat, Begun(cut.inside))
    if area is None or _is_next_chapter(block, cut.current, cut.inside):
        return None
    if area is Area.NOISE and following and _heads_episode(block, following, cut.current):
        return None
    if is_commented(block, following, cut.current) or _is_asked(blocks, place):
        return None
    if is_other_title(block, following, cut.current, area):
        return None
    above = cut.current.area in (Area.HEADER, Area.NOISE)
    desk = above and (is_kicker(blocks, place) or is_above_title(blocks, place))
    if desk or (above and _titles(blocks, place)):
        return None
    return area_beside(block, area, cut, blocks[place + 1 :])


def _is_asked(blocks: Sequence[Block], place: int) -> bool:
    """``**What was it about?**`` among other bold questions: no part, but one of them."""
    near = [blocks[i] for i in (*range(max(0, place - _ASKED), place), *_below(blocks, place))]
    return _is_bold_question(blocks[place]) and any(map(_is_bold_question, near))


def _below(blocks: Sequence[Block], place: int) -> range:
    return range(place + 1, min(len(blocks), place + 1 + _ASKED))


def _is_bold_question(block: Block) -> bool:
    return block.plain.endswith("?") and block.text.startswith(("**", "__"))


_ASKED = 4
"""Blocks above and below a bold question within which another one stands."""


def _take(blocks: Sequence[Block], place: int, area: Area | None, cut: Cut, flat: bool) -> None:
    """Put a block where it belongs: into the region at hand, or at the beginning of another."""
    block = blocks[place]
    named = _NAMED.match(block.text) if area is None else None
    spoken = cut.current.area is Area.TRANSCRIPT
    if named and not block.sign and not spoken and _by_label(cut.current, cut.inside):
        rest = replace(block, text=named["rest"])
        cut.open(Area.UNKNOWN, plain(named["name"]), block, block.level, rest)
        return
    begun = _begun_here(blocks, place, cut) if area is None else None
    if begun is not None:
        cut.open_below_heading(begun, block)
        return
    if area is None:
        area = parts_by_form.opened(blocks, place, cut.current, cut.inside)
    if area is None:
        area = group_heads.opened(blocks, place, cut.current, cut.inside)
    if area is None and opens_chapters(blocks, place, cut.current, cut.inside):
        area = Area.CHAPTERS
    if _is_next_chapter(block, cut.current, cut.inside):
        cut.inside.append(block)
        return
    if area is None and _opens_by_form(blocks, place, cut, flat):
        area = Area.NOISE if is_noise(block.plain) else Area.UNKNOWN
        if asks(block.text):
            cut.open(Area.QA, "", block, 0, block)
            return
    if area is None:
        cut.inside.append(block)
        return
    told = [*cut.done, replace(cut.current, blocks=tuple(cut.inside))]
    above = _part_above(block, told) if area is Area.UNKNOWN else None
    if above is not None:
        cut.open(above, "", block, block.level - 1, block)
        return
    cut.open(area, "" if _PLAYED.fullmatch(block.plain) else block.plain, block, block.level)


def _begun_here(blocks: Sequence[Block], place: int, cut: Cut) -> Area | None:
    """The area that begins with a block itself, without a name above it."""
    listed = times_begun.begins(blocks, place, cut.current, cut.inside)
    opens = listed or opens_times(blocks, place, cut.current, cut.inside)
    return Area.CHAPTERS if opens else None


def _opens_by_form(blocks: Sequence[Block], place: int, cut: Cut, flat: bool) -> bool:
    """Whether a block heads what follows, by the form of both and of what stands above."""
    block, current, inside = blocks[place], cut.current, cut.inside
    following = blocks[place + 1] if place + 1 < len(blocks) else None
    return (
        opens_other_list(block, following, current, inside)
        or opens_after_times(block, following, current, inside)
        or heads_alike(block, current, inside)
        or opens_quotes(blocks, place, current, inside)
        or breaks_form(block, following, current, inside)
        or (
            (flat or is_in_capitals(block, inside))
            and opens_in_flat(block, following, current, inside)
        )
    )


def _of_transcript(
    block: Block, below: Sequence[Block], inside: Sequence[Block], flat: bool
) -> Area | None:
    """``Transcript`` above links says where it is; among buttons it is one of them."""
    following = below[0]
    if _LINK.match(following.plain) and sum("://" in one.text for one in below) >= _LINKS:
        return Area.NOISE
    if mark(following.text) is not None:
        return Area.TRANSCRIPT
    beside = bool(inside) and inside[-1].end + 1 == block.start and is_noise(inside[-1].plain)
    return None if beside and following.spaced and not (flat or block.sign) else Area.TRANSCRIPT


def _is_of_moment(block: Block, current: Region, inside: Sequence[Block]) -> bool:
    """``#### Summary`` below ``### [04:12] Wells``: what follows is the moment's own text."""
    if current.area not in _PARTED or block.sign != "#" or block.level >= _BOLD:
        return False
    above = [one for one in inside if not is_noise(one.plain)][-1:]
    return bool(above) and above[0].sign == "#" and above[0].level < block.level


_PLAYED = re.compile(r"\d{1,2}(?::\d\d){1,2}\s?[|/–-]?\s?\d{1,3}(?::\d\d){1,2}")
"""``00:00 | 35:12``: how far a player is, and no heading."""

_NEAR = 6
_LINKS = 2
_LINK = re.compile(r"^(?:https?://|www\.)\S+$")


def _part_above(block: Block, done: Sequence[Region]) -> Area | None:
    """The area of the part that a heading is one of several in, behind a part of its neighbour.

    ``## Highlights``, ``### Wells``, ``#### Quote``, ``### Ropes``: a highlight too.
    """
    if not 0 < block.level < _BOLD:
        return None
    above = next((one for one in reversed(done) if 0 < one.level < block.level), None)
    if above is None or above is done[-1] or above.area not in _PARTED:
        return None
    beside = any(one.sign == "#" and one.level == block.level for one in above.blocks)
    return above.area if beside else None


_BOLD = 7
"""The level of a line in bold."""

_PARTED = frozenset({Area.HIGHLIGHTS, Area.IDEAS, Area.INSIGHTS, Area.TAKEAWAYS})


_TIMELY = frozenset("([0123456789")


def _is_next_chapter(block: Block, current: Region, inside: Sequence[Block]) -> bool:
    """``(54:02) – Listener question`` below the chapter before it: no part of that name.

    ``Where to find Ada: 1:01:44`` is none either.
    """
    if current.area not in (Area.CHAPTERS, Area.TOPICS) or not inside:
        return False
    if area_named(block.text) is Area.TRANSCRIPT:
        return False  # "Transcript (tape 2, 00:44:18)"
    timely = block.text[:1] in _TIMELY or block.text.rstrip(")]")[-2:].isdecimal()
    above = chapter_of(inside[-1].text) if timely and len(block.text) < _BUTTON else None
    return above is not None and chapter_of(block.text) is not None


_COUNTED = re.compile(r"(?:episode|ep\.?) ?#?\d{1,4} ?[:|·–—-] ?\S", re.IGNORECASE)


def _heads_episode(block: Block, following: Block, current: Region) -> bool:
    """``Follow Ada Home`` right above ``Episode 12: …`` at the top: a show, and no bid."""
    near = current.area is Area.HEADER and following.start <= _TOP
    bare = not (block.sign or following.sign) and following.start == block.end + 1
    alone = near and bare and area_named(block.text) is None
    return alone and bool(_COUNTED.match(following.plain))


_TOP = 10
"""Lines from the top."""


def _titles(blocks: Sequence[Block], place: int) -> bool:
    """``What Ada Told Us`` at the top, with a day below it: a title, though worded as a part.

    Between the page's one heading of that sort and the day, a subtitle and a name may stand.
    """
    block = blocks[place]
    if place > _TITLES or block.sign not in ("", "#"):
        return False
    alone = _is_only_title(block, blocks)
    if area_named(block.text) is not None and not alone:
        return False
    for below in blocks[place + 1 : place + 2 + (_SUBTITLES if alone else 0)]:
        if below.is_item or (is_prose(below.plain) and word_count(below.text) > _DAY_WORDS):
            return False
        if find_date(below.plain) is not None:
            return True
    return False


def _is_only_title(block: Block, blocks: Sequence[Block]) -> bool:
    """``# Five things I learned from a smith``, where smaller headings below it name the parts."""
    if block.level != 1 or word_count(block.plain) < _WORDS or "?" in block.plain:
        return False
    if sum(one.level == 1 for one in blocks) > 1:
        return False
    return sum(1 < one.level < _BOLD and area_named(one.plain) is not None for one in blocks) > 1


_WORDS = 6
"""Of a headline that is no mere name of a part."""
_SUBTITLES = 2
"""Lines between a title and the day, at most."""


def _without_name_of_page(found: list[Region]) -> list[Region]:
    """``Podcast summary`` above the title names the page: what is below it is the header."""
    if len(found) < _MENU or found[0].blocks:
        return found
    if not (found[1].area.kind or found[1].area in (Area.DESCRIPTION, Area.TRANSCRIPT)):
        return found
    told = found[1].blocks
    if found[2].area is found[1].area and any(_is_dated(block) for block in told[:_TITLE_LINES]):
        return [replace(found[0], blocks=told), *found[2:]]
    short = [not (b.is_item or is_prose(b.plain) or b.sign == ">") for b in told]
    if not told or len(told) > _TITLE_LINES or not all(short):
        return found
    return [replace(found[0], blocks=told), *found[2:]]


def _is_dated(block: Block) -> bool:
    """``4 May 2021 · 52 min``"""
    return word_count(block.plain) <= _DAY_WORDS and find_date(block.plain) is not None


def _by_label(current: Region, inside: list[Block]) -> bool:
    """Whether a region was opened by a label in its first line: so may the next ones be."""
    return current.area is not Area.HEADER and bool(inside) and inside[0].start == current.line


def _without_menu(found: list[Region]) -> list[Region]:
    """Known names with nothing below them, before any title, are a menu: the page comes after."""
    if any(" " in block.text for block in found[0].blocks):
        return found
    filled = next((i for i, region in enumerate(found[1:], start=1) if region.blocks), 0)
    if filled < _MENU:
        return found
    header = replace(found[0], blocks=found[filled].blocks)
    return [header, *found[filled + 1 :]]
