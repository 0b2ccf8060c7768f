"""Cuts a page into regions: a heading with a known name, and what stands under it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from quizapp.reading.areas import Area
from quizapp.reading.blocks import Block
from quizapp.reading.chapters import chapter_of
from quizapp.reading.headings import area_named, area_of, is_count
from quizapp.reading.marks import mark
from quizapp.reading.noise import is_noise
from quizapp.reading.people import is_name, is_short_name
from quizapp.reading.wording import ends_sentence, is_prose, looks_like_heading, plain, word_count

_HEADING_WORDS = 8

_NAMED = re.compile(
    r"^(?:\*\*|__)(?P<name>[^*_:]{2,50})(?::(?:\*\*|__)|(?:\*\*|__):)\s+(?P<rest>\S.*)$"
)
"""``**Why it matters:** One worker in five …``"""

_TURN = re.compile(r"^(?:-\s|>>|[(\[]?\d{1,2}:\d\d)")
_TIMED = 2
_NEAR = 30
_MARKS = 2
_SPEECH = 1500
_BUTTON = 160
"""Letters: of what is surely speech, and of what stands below a button."""

_TITLE_LINES = 6
_TITLE_WORDS = 4
_MENU = 3
"""So many known names in a row are a menu, the last of which what follows is not under."""


@dataclass(frozen=True, slots=True)
class Region:
    """The blocks under one heading; ``line`` is the heading's."""

    area: Area
    name: str
    line: int
    level: int
    blocks: tuple[Block, ...]


def regions(blocks: Iterable[Block]) -> tuple[Region, ...]:
    """The regions of a page in order; the first is its header, which may be empty.

    Inside of a transcript only marked headings end it: people say "Summary" too.
    """
    blocks = list(blocks)
    flat = sum(block.spaced for block in blocks[1:]) <= 0.1 * len(blocks)
    current = Region(Area.HEADER, "", 0, 99, ())
    inside: list[Block] = []
    done: list[Region] = []
    for place, block in enumerate(blocks):
        area = _area(block, current, flat, _Begun(inside))
        following = blocks[place + 1] if place + 1 < len(blocks) else None
        named = _NAMED.match(block.text) if area is None else None
        if named and not block.sign and _by_label(current, inside):
            done.append(replace(current, blocks=tuple(inside)))
            current = Region(Area.UNKNOWN, plain(named["name"]), block.start, block.level, ())
            inside = [replace(block, text=named["rest"])]
            continue
        if area is None and (
            _opens_other_list(block, following, current, inside)
            or _opens_after_times(block, following, current, inside)
            or _heads_alike(block, current, inside)
            or _breaks_form(block, following, current, inside)
            or (flat and _opens_in_flat(block, following, current, inside))
        ):
            area = Area.UNKNOWN
        if area is None:
            inside.append(block)
            continue
        done.append(replace(current, blocks=tuple(inside)))
        current = Region(area, block.plain, block.start, block.level, ())
        inside = []
    done.append(replace(current, blocks=tuple(inside)))
    parts = _without_menu(_without_name_of_page(done))
    return tuple(_without_button(_with_header(parts)))


def _with_header(found: list[Region]) -> list[Region]:
    """``Five Questions for Ada Byron`` above all: what comes before the first is the header."""
    if len(found) < 2 or found[0].blocks or word_count(found[1].name) < _TITLE_WORDS:
        return found
    if found[1].area not in (Area.QA, Area.TAKEAWAYS, Area.IDEAS, Area.INSIGHTS, Area.QUOTES):
        return found
    blocks = found[1].blocks
    first = next((i for i, b in enumerate(blocks) if b.is_item or _begins_part(b)), 0)
    if not first:
        return found
    header = replace(found[0], blocks=blocks[:first])
    return [header, replace(found[1], blocks=blocks[first:]), *found[2:]]


def _begins_part(block: Block) -> bool:
    text = block.plain
    return block.sign in ("#", ">") or text.endswith("?") or text[:1] in '“"«'


@dataclass(frozen=True, slots=True)
class _Begun:
    """What stands in a region so far."""

    blocks: list[Block]

    def spoken(self) -> bool:
        """Whether it is surely a transcript: by the marks of its turns, or by its length."""
        near = self.blocks[-_NEAR:]
        marked = sum(1 for block in near if mark(block.text) or _TURN.match(block.text))
        return marked >= _MARKS or sum(len(block.text) for block in self.blocks[:_NEAR]) > _SPEECH


def _heads_list(block: Block) -> bool:
    """``Some takeaways:`` on a line of its own, as nobody says it."""
    return block.spaced and block.plain.endswith(":") and looks_like_heading(block.plain)


def _without_button(found: list[Region]) -> list[Region]:
    """``Transcript`` with nothing said below it is a button: what follows belongs further up."""
    done: list[Region] = []
    for place, region in enumerate(found):
        words = " ".join(block.plain for block in region.blocks)
        false = (
            region.area is Area.TRANSCRIPT
            and any(one.area.kind for one in found[place + 1 :])
            and not _Begun(list(region.blocks)).spoken()
            and (len(words) < _BUTTON or any(is_noise(block.plain) for block in region.blocks))
        )
        if false and place == 1:
            done[0] = replace(done[0], blocks=done[0].blocks + region.blocks)
        elif not false:
            done.append(region)
    return done


def _without_name_of_page(found: list[Region]) -> list[Region]:
    """``Podcast summary`` above the title names the page: what is below it is the header."""
    if len(found) < _MENU or found[0].blocks:
        return found
    if not (found[1].area.kind or found[1].area in (Area.DESCRIPTION, Area.TRANSCRIPT)):
        return found
    told = found[1].blocks
    short = [not (b.is_item or is_prose(b.plain) or b.sign == ">") for b in told]
    if not told or len(told) > _TITLE_LINES or not all(short):
        return found
    return [replace(found[0], blocks=told), *found[2:]]


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


def _area(block: Block, current: Region, flat: bool, begun: _Begun) -> Area | None:
    """The area that a block opens; None where it stands inside of the current one."""
    if block.sign not in ("", "#") or not block.text:
        return None
    if is_count(block.text):
        counted = area_of(block.text)
        return counted if counted != current.area else None
    if current.area is Area.QA and block.plain.endswith("?"):
        return None
    area = area_of(block.text)
    if area is None:
        return _unknown(block, current)
    if area is Area.NOISE and current.area is Area.HEADER and not block.sign:
        return None if is_noise(block.plain) else area
    if current.area is Area.TRANSCRIPT and _heads_list(block) and not begun.spoken():
        return area
    if current.area is Area.TRANSCRIPT and area_named(block.text) is None:
        return None
    if current.area is Area.TRANSCRIPT:
        nested = bool(begun.blocks) and 0 < current.level < block.level < _BOLD
        if nested or not _ends_transcript(block, flat):
            return None
    return area


def _ends_transcript(block: Block, flat: bool) -> bool:
    """People say "Summary" too: only what stands like a heading ends a transcript."""
    text = block.text
    if block.level:
        return True
    stands_out = block.spaced or flat or " " in text
    return stands_out and text[0].isupper() and text[-1].isalnum()


_BOLD = 7
"""The level of a line in bold; a heading below that of a transcript is a chapter of it."""

_LISTS = frozenset(
    {Area.SUMMARY, Area.IDEAS, Area.INSIGHTS, Area.TAKEAWAYS, Area.TOPICS, Area.QUOTES}
)


def _opens_other_list(
    block: Block, following: Block | None, current: Region, inside: list[Block]
) -> bool:
    """A bare heading after a list, with another list below it: no part of the first.

    Where the area begins with such a heading, they are its own, and group it.
    """
    return (
        current.area in _LISTS
        and following is not None
        and following.is_item
        and not block.sign
        and block.spaced
        and bool(inside)
        and inside[0].is_item
        and block.indent <= inside[0].indent
        and looks_like_heading(block.plain)
        and not (is_name(block.plain) or is_short_name(block.plain))
        and len(block.plain.split()) <= _HEADING_WORDS
    )


_FLAT_WORDS = 4


def _opens_in_flat(
    block: Block, following: Block | None, current: Region, inside: list[Block]
) -> bool:
    """A short line between sentences, where no blank lines are: the next part's heading."""
    bare = current.area is Area.UNKNOWN and not current.level
    if not (bare or current.area in (Area.QUOTES, Area.QA)) or block.sign or not inside:
        return False
    text, last = block.plain, inside[-1].plain
    short = word_count(text) <= _FLAT_WORDS and looks_like_heading(text) and text[-1].isalnum()
    if not short or is_name(text) or is_short_name(text) or following is None:
        return False
    if current.area is Area.QA and not any("?" in one.text for one in inside):
        return False
    told = is_prose(following.plain) or following.is_item or following.plain.endswith("?")
    told = told or following.plain[:1] in _OPENING
    ended = ends_sentence(last) or last[:1] in _OPENING or is_name(last) or inside[-1].is_item
    return told and ended and not (following.is_item and current.area is Area.QA)


def _breaks_form(
    block: Block, following: Block | None, current: Region, inside: list[Block]
) -> bool:
    """A bare heading after a list or after quotes throughout, which is neither: another part."""
    if block.sign or not block.spaced or following is None or not inside:
        return False
    text = block.plain
    if not looks_like_heading(text) or is_name(text) or is_short_name(text):
        return False
    if text[:1] in _OPENING:
        return False
    if word_count(text) > _HEADING_WORDS or (text[-1] not in "?:" and not text[-1].isalnum()):
        return False
    if current.area is Area.QUOTES:
        quoted = [one for one in inside if one.plain[:1] in _OPENING or one.sign == ">"]
        apart = following.spaced or following.start == block.end + 1
        return bool(quoted) and inside[0] in quoted and apart and not _has_comma_name(text)
    if current.area is Area.UNKNOWN and not current.level:
        return not text.endswith(("?", ":")) and len(following.text) > len(text)
    listed = current.area in _LISTS
    return listed and len(inside) >= _LISTED and all(one.is_item for one in inside)


_OPENING = '“"«„‘'
_LISTED = 2


def _has_comma_name(text: str) -> bool:
    """``Ada Byron, on the subject``: who said it, and not a heading."""
    return is_name(text.partition(",")[0].strip())


def _heads_alike(block: Block, current: Region, inside: list[Block]) -> bool:
    """``Support for carers:`` where the part before it is headed in the same way."""
    return (
        current.area not in (Area.HEADER, Area.TRANSCRIPT)
        and current.name.endswith(":")
        and not block.sign
        and block.spaced
        and bool(inside)
        and block.plain.endswith(":")
        and looks_like_heading(block.plain)
        and word_count(block.plain) <= _HEADING_WORDS
        and not is_name(block.plain.rstrip(":"))
    )


def _opens_after_times(
    block: Block, following: Block | None, current: Region, inside: list[Block]
) -> bool:
    """A bare heading after a list of chapters, with lines below it that have no times."""
    if current.area not in (Area.TOPICS, Area.CHAPTERS) or block.sign or not block.spaced:
        return False
    if following is None or len(inside) < _TIMED or not looks_like_heading(block.plain):
        return False
    timed_lines = [chapter_of(one.text) is not None for one in inside[-_TIMED:]]
    return all(timed_lines) and not (chapter_of(block.text) or chapter_of(following.text))


def _unknown(block: Block, current: Region) -> Area | None:
    """A marked heading that is none of the known names ends regions of its own level."""
    if block.sign != "#" or not 0 < block.level < 7 or current.area is Area.HEADER:
        return None
    return Area.UNKNOWN if current.level and block.level <= current.level else None
