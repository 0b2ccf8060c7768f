"""Whether a block opens a new region: by its name, or by the form of what stands around it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizapp.reading.areas import Area
from quizapp.reading.block import RULE, Block
from quizapp.reading.chapters import chapter_of, chapters_run_on, time_alone
from quizapp.reading.headings import area_named, area_of, is_count
from quizapp.reading.names import is_name, is_short_name
from quizapp.reading.noise import is_noise
from quizapp.reading.region import Begun, Region
from quizapp.reading.times import CLOCK
from quizapp.reading.wording import (
    ends_sentence,
    is_prose,
    is_quoted,
    is_statement,
    looks_like_heading,
    word_count,
)
from quizapp.reading.works import is_short_head, works_end

_HEADING_WORDS = 8

_TIMED = 2


def _heads_list(block: Block) -> bool:
    """``Some takeaways:`` on a line of its own, as nobody says it."""
    return block.spaced and block.plain.endswith(":") and looks_like_heading(block.plain)


def area_opened(block: Block, current: Region, flat: bool, begun: Begun) -> Area | None:
    """The area that a block opens; None where it stands inside of the current one."""
    if block.sign not in ("", "#") or not block.text:
        return None
    if is_count(block.text):
        if current.area.kind and not begun.blocks and _OF_ANY.search(block.text):
            return None
        counted = area_of(block.text)
        return counted if counted != current.area else None
    if current.area is Area.QA and block.plain.endswith("?"):
        return None
    area = area_of(block.text)
    if area is None:
        return _unknown(block, current, begun)
    if area.kind and area_named(block.text) is None and is_noise(block.plain):
        return Area.NOISE if current.area is not Area.HEADER else None
    if current.area is Area.HEADER and not block.sign and begun.named() >= _NAMED:
        return None
    if area is Area.NOISE and not block.sign and _is_of_head(block, current, begun):
        return None
    if area is Area.NOISE and current.area is Area.HEADER and not block.sign:
        told = (b.plain for b in begun.blocks if not is_noise(b.plain))
        if block.start <= _MENU and not any(word_count(text) >= _WORDS_TOLD for text in told):
            return None  # "Services", "Resources", "Log in": a menu above the title
        button = is_noise(block.plain) and not _counts_comments(block, begun)
        return None if button else area
    marked = 0 < current.level < _BOLD - 1 and current.area is not Area.HEADER
    loud = area is Area.NOISE and block.text.isupper()
    named = bool(block.sign) or block.text.endswith(":") or area_named(block.text) is not None
    if marked and not (loud or named):
        return None
    if current.area is Area.TRANSCRIPT and _heads_list(block) and not begun.spoken():
        return area
    if current.area is Area.TRANSCRIPT and area_named(block.text) is None:
        return None
    if current.area is Area.TRANSCRIPT:
        nested = bool(begun.blocks) and 0 < current.level < block.level < _BOLD
        if nested or not _ends_transcript(block, flat):
            return None
    return area


def _is_of_head(block: Block, current: Region, begun: Begun) -> bool:
    """``Share`` between a headline that is worded as a part, ``Five lessons``, and its text."""
    titled = current.area is not Area.HEADER and word_count(current.name) >= _TITLE_WORDS
    near = block.start <= _HEAD_LINES and current.line < _HEAD
    lines = [one.plain for one in begun.blocks]
    told = any(is_prose(one) or word_count(one) > _HEADING_WORDS for one in lines[1:])
    return titled and near and len(lines) > 1 and not told and is_noise(block.plain)


_OF_ANY = re.compile(r"\b(?:points|lines)\b", re.IGNORECASE)
"""``6 points`` right below ``Summary``: so many are below, of whatever sort that part is of."""

_MENU, _WORDS_TOLD = 6, 4
"""Lines from the top within which a menu stands; words of a line that may be a title."""
_TITLE_WORDS = 5
_HEAD, _HEAD_LINES = 12, 45
"""Lines from the top within which a headline stands, and within which its buttons do."""

_NAMED = 2
"""So many names that stand alone again are those of speakers: ``News:`` is no part then."""

_COMMENTS = re.compile(r"^\d{1,4} (?:comments?|responses|replies)\W*$", re.IGNORECASE)
_TOLD = 4
"""Paragraphs above the comments; a counter below the title has none."""


def _counts_comments(block: Block, begun: Begun) -> bool:
    """``3 comments`` below a page that has no other headings: what readers wrote."""
    if not _COMMENTS.match(block.plain):
        return False
    return sum(1 for one in begun.blocks if is_prose(one.plain)) >= _TOLD


def _ends_transcript(block: Block, flat: bool) -> bool:
    """People say "Summary" too: only what stands like a heading ends a transcript."""
    text = block.plain
    if block.level or not text:
        return bool(block.level)
    stands_out = block.spaced or flat or " " in text
    begins = text[0].isupper() or text[0].isdigit()
    led = text[-1] == ":" and block.spaced and block.text[:-1].isalpha()  # "Summary:"
    return stands_out and begins and (text[-1].isalnum() or led)


_BOLD = 7
"""The level of a line in bold; a heading below that of a transcript is a chapter of it."""

_STYLED = 6
"""The level of a heading that is known by how it is written."""

_LISTS = frozenset(
    {Area.SUMMARY, Area.IDEAS, Area.INSIGHTS, Area.TAKEAWAYS, Area.TOPICS, Area.QUOTES}
)


def opens_other_list(
    block: Block, following: Block | None, current: Region, inside: list[Block]
) -> bool:
    """A bare heading after a list, with another list below it: no part of the first.

    Where the area begins with such a heading, they are its own, and group it.
    """
    listed = current.area in _LISTS or (
        current.area is Area.NOISE and following is not None and _tells_more(following, inside)
    )
    return (
        listed
        and following is not None
        and following.is_item
        and not block.sign
        and block.spaced
        and bool(inside)
        and inside[0].is_item
        and block.indent <= inside[0].indent
        and looks_like_heading(block.plain)
        and not (is_name(block.plain) or is_short_name(block.plain))
        and len(block.plain.split()) <= _HEADING_WORDS + _leads_other(block, following, inside)
    )


def _tells_more(following: Block, inside: Sequence[Block]) -> bool:
    """Whether below a list of books, which say nothing, a list of sentences follows."""
    told = is_statement(following.plain) and word_count(following.plain) >= _TELLING
    return told and not any(is_statement(one.plain) for one in inside)


_TELLING = 9
"""Words."""


def _leads_other(block: Block, following: Block, inside: list[Block]) -> int:
    """So many more words has ``Still open, and too late for us:`` above a list of other signs."""
    other = block.plain.endswith(":") and following.sign != inside[0].sign
    return _LEADING_WORDS if other else 0


_LEADING_WORDS = 8

_UNTIMED = frozenset(
    {Area.SUMMARY, Area.IDEAS, Area.INSIGHTS, Area.TAKEAWAYS, Area.QA, Area.UNKNOWN}
)

_MOST = 0.7
_NEAR = 40
_FLAT_WORDS = 4


_TIME_BEHIND = re.compile(rf"\s?[·|,–—(\[-]*\s?{CLOCK}[)\]]?$")
"""``Ada Byron · 08:00``"""


def opens_in_flat(
    block: Block, following: Block | None, current: Region, inside: list[Block]
) -> bool:
    """A short line between sentences, where no blank lines are: the next part's heading."""
    bare = current.area is Area.UNKNOWN and not current.level
    bare = bare or works_end(current, following, inside)
    if not (bare or current.area in (Area.QUOTES, Area.QA)) or block.sign or not inside:
        return False
    text, last = _TIME_BEHIND.sub("", block.plain), inside[-1].plain
    if not text:
        return False
    short = is_short_head(text, _FLAT_WORDS) and looks_like_heading(text) and text[-1].isalnum()
    short = short and not (current.area is Area.QUOTES and _has_comma_name(text))
    if not short or is_name(text) or is_short_name(text) or following is None:
        return False
    if current.area is Area.QA and not any("?" in one.text for one in inside):
        return False
    told = is_prose(following.plain) or following.is_item or following.plain.endswith("?")
    told = told or following.plain[:1] in _OPENING
    ended = ends_sentence(last) or last[:1] in _OPENING or is_name(last) or inside[-1].is_item
    return told and ended and not (following.is_item and current.area is Area.QA)


def is_in_capitals(block: Block, inside: Sequence[Block]) -> bool:
    """``THREE OLD WELLS`` where no blank lines are, as the labels of flat parts are written."""
    near = inside[-_LISTED:]
    several = block.text.isupper() and " " in block.plain
    return several and len(near) == _LISTED and not any(b.spaced for b in (block, *near))


def breaks_form(
    block: Block, following: Block | None, current: Region, inside: list[Block]
) -> bool:
    """A bare heading after a list or after quotes throughout, which is neither: another part."""
    if block.sign or not block.spaced or following is None or not inside:
        return False
    text = block.plain
    if not text:
        return False
    if current.area is Area.TOPICS and _RUN_ON.search(inside[-1].plain):
        below = following.start == block.end + 1 and not following.spaced
        return below and word_count(text) <= _FLAT_WORDS and looks_like_heading(text)
    set_in = following.indent > block.indent or is_statement(following.plain)
    told = is_prose(following.plain) or (following.is_item and set_in)
    apart = current.area is Area.UNKNOWN and following.spaced and told
    if (
        not looks_like_heading(text)
        or is_name(_TIME_BEHIND.sub("", text))
        or (is_short_name(text) and not apart)
    ):
        return False
    if text[:1] in _OPENING:
        return False
    if word_count(text) > _HEADING_WORDS or (text[-1] not in "?:" and not text[-1].isalnum()):
        return False
    if current.area is Area.QUOTES:
        first = next((one for one in inside if one.sign != RULE), block)
        quoted = first.plain[:1] in _OPENING or first.sign == ">"
        apart = following.spaced or following.start == block.end + 1
        return quoted and apart and not _has_comma_name(text)
    if current.area is Area.UNKNOWN and not current.level:
        return not text.endswith(("?", ":")) and len(following.text) > len(text)
    if current.area not in _LISTS:
        return False
    items = len(inside) >= _LISTED and all(one.is_item for one in inside)
    near = inside[-_NEAR:]
    prose = [one for one in near if is_prose(one.plain) and not one.sign]
    told = len(prose) > _LISTED and len(prose) >= _MOST * len(near)
    told = told and (text.isupper() or not _are_headed(inside))
    return items or (told and following.spaced and not text.endswith("?"))


_ITEM_WORDS = 16
"""Words of a sentence that heads its explanation."""


def _are_headed(inside: Sequence[Block]) -> bool:
    """Whether a list is of sentences, each with its explanation below: the next one is a name.

    ``Deep sleep leaves first.``, a paragraph, and then ``An early bird by force``.
    """
    told = [word_count(b.plain) for b in inside if not is_count(b.text)]
    pairs = list(zip(told[::2], told[1::2], strict=False))
    return (
        bool(pairs)
        and len(told) == 2 * len(pairs)
        and not any(b.sign for b in inside)
        and all(head <= _ITEM_WORDS and head < body for head, body in pairs)
    )


_OPENING = '“"«„‘'

_LISTED = 2


_RUN_ON = re.compile(r"\S;\s\S.*;\s\S|\S\s[•|]\s\S.*\s[•|]\s\S")
"""``Wells; ropes; lids``: topics in one line, below which a heading opens another part."""


def _has_comma_name(text: str) -> bool:
    """``Ada Byron, on the subject``: who said it, and not a heading."""
    return is_name(text.partition(",")[0].strip())


def heads_alike(block: Block, current: Region, inside: list[Block]) -> bool:
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


def opens_chapters(
    blocks: Sequence[Block], place: int, current: Region, inside: list[Block]
) -> bool:
    """A bare heading without a time, and below it a list of times, inside of another part."""
    block = blocks[place]
    if current.area in (Area.HEADER, Area.TRANSCRIPT, Area.CHAPTERS) or not inside:
        return False
    if block.sign not in ("", "#") or not block.spaced or not looks_like_heading(block.plain):
        return False
    above = inside[-1]
    bare = not (block.sign or above.sign) and above.spaced and looks_like_heading(above.plain)
    if current.area is Area.TOPICS and bare:
        return False  # the last of some bare topics
    below = blocks[place + 1 : place + 1 + _TIMED]
    around = [block, *inside[-_TIMED:]]
    return (
        len(below) == _TIMED
        and all(chapter_of(one.text) for one in below)
        and not any(chapter_of(one.text) for one in around)
    )


def opens_times(blocks: Sequence[Block], place: int, current: Region, inside: list[Block]) -> bool:
    """A line with a time first, and more of them below it, behind a list without times."""
    block = blocks[place]
    if current.area not in _UNTIMED or not inside or not block.spaced:
        return False
    if block.text[:1] not in "([0123456789":
        return False
    lines = blocks[place : place + _TIMED + 1]
    if len(lines) <= _TIMED or not all(one.text[:1] in "([0123456789" for one in lines):
        return False
    return all(chapter_of(one.text) for one in lines) and not any(
        chapter_of(one.text) for one in inside[-_NEAR:]
    )


def opens_quotes(blocks: Sequence[Block], place: int, current: Region, inside: list[Block]) -> bool:
    """A bare line behind a list, and below it two quotations, or one with its speaker.

    So does a line in capitals behind a summary.
    """
    block, below = blocks[place], blocks[place + 1 : place + 1 + _LISTED]
    summed = current.area is Area.SUMMARY and block.spaced and block.plain.isupper()
    if (current.area not in _LISTS and not summed) or block.sign or len(below) < _LISTED:
        return False
    listed = len(inside) >= _LISTED and all(one.is_item for one in inside[-_LISTED:])
    if not (inside and is_prose(inside[-1].plain) if summed else listed):
        return False
    text, (first, second) = block.plain, below
    if not looks_like_heading(text) or word_count(text) > _HEADING_WORDS or is_name(text):
        return False
    if time_alone(text) is not None:
        return False
    return is_quoted(first.plain) and (is_quoted(second.plain) or is_name(second.plain))


def opens_after_times(
    block: Block, following: Block | None, current: Region, inside: list[Block]
) -> bool:
    """A bare heading after a list of chapters, with lines below it that have no times."""
    if current.area not in (Area.TOPICS, Area.CHAPTERS) or not block.spaced:
        return False
    if block.sign and not (block.sign == "#" and not current.level):
        return False
    if following is None or not inside or not looks_like_heading(block.plain):
        return False
    run_on = bool(chapters_run_on(inside[-1].text))
    if len(inside) < _TIMED and not run_on:
        return False
    if block.plain[:1] in _OPENING:
        return False  # “It is late.” – Ada Byron
    timed_lines = [run_on or chapter_of(one.text) is not None for one in inside[-_TIMED:]]
    return all(timed_lines) and not (chapter_of(block.text) or chapter_of(following.text))


def _unknown(block: Block, current: Region, begun: Begun) -> Area | None:
    """A marked heading that is none of the known names ends regions of its own level.

    Where such a heading stands right below a name in bold, they are items of its part. What
    ``TL;DR`` names is on its own line, and ends at any marked heading.
    """
    first = next((one for one in begun.blocks if one.sign != RULE), block)
    if current.level >= _STYLED and (first.sign, first.level) == (block.sign, block.level):
        return None
    if block.sign != "#" or not 0 < block.level < 7 or current.area is Area.HEADER:
        return None
    beside = bool(begun.blocks) and begun.blocks[0].start == current.line
    labelled = beside and not current.level and current.area in (Area.SUMMARY, Area.TOPICS)
    higher = 0 < block.level <= current.level
    return Area.UNKNOWN if higher or labelled else None
