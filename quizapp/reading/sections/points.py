"""Ideas, insights, takeaways: headings with a text, in lists, under headings, or bare."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from quizapp.model import SectionKind
from quizapp.reading.block import RULE, Block
from quizapp.reading.draft import Draft
from quizapp.reading.glued import split_glued
from quizapp.reading.names import is_name, is_short_name
from quizapp.reading.people import resolve
from quizapp.reading.region import Region
from quizapp.reading.sections import headed_bullets, leftovers, quotes
from quizapp.reading.sections.asides import (
    FEWEST,
    read_lead,
    without_block_quotes,
    without_pulled,
    without_signed,
)
from quizapp.reading.sections.counted_heads import without_counted_heads
from quizapp.reading.sections.items import (
    Item,
    alternating,
    are_alternating,
    are_terms,
    headed,
    is_body,
    listed,
    paired,
    with_first_head,
    with_part_heads,
    worded,
)
from quizapp.reading.sections.leads import (
    leads_in_bold,
    split_heading,
    split_term,
    told_in_bold,
    unnumbered,
)
from quizapp.reading.sections.led_bullets import without_groups
from quizapp.reading.times import seconds, timed
from quizapp.reading.wording import EMOJI, ends_sentence, looks_like_heading, word_count

_HEAD_AND_BODY = 2

_LONGEST_GLUED = 2000

_GROUP_WORDS = 4

_LINE_WORDS = 6
"""Words of a line that says something; a shorter one is a heading."""


def read(region: Region, draft: Draft) -> None:
    """Reads the points of a region as sections of the region's kind."""
    kind = region.area.kind
    if kind is not None:
        blocks, behind = without_imprint(without_block_quotes(region, draft))
        rest = read_points(kind, worded(blocks), draft)
        rest = read_lead(rest, region, draft)
        leftovers.read([*rest, *worded(behind)], draft)


def without_imprint(blocks: Sequence[Block]) -> tuple[Sequence[Block], Sequence[Block]]:
    """The blocks of a list, and the paragraphs behind a rule below it, which are not of it."""
    items = [place for place, block in enumerate(blocks) if block.is_item]
    end = next(
        (i for i, b in enumerate(blocks) if b.sign == RULE and items and i > items[-1]), len(blocks)
    )
    return blocks[:end], blocks[end:]


def read_points(kind: SectionKind, blocks: list[Block], draft: Draft) -> list[Block]:
    """Reads blocks as points; hands back those that are none."""
    blocks = without_groups(without_signed(blocks, draft), draft)
    if not any(block.sign == "1" or EMOJI.match(block.text) for block in blocks):
        blocks = headed_bullets.read(blocks, draft, kind)
    if not blocks:
        return []
    items, rest = _without_cut(grouped(without_counted_heads(without_group_heads(blocks))))
    split = split_term if are_terms(items) else split_heading
    for item in items:
        told = _read_said(item, draft) or _read_named(item, draft)
        told = told or quotes.read_labelled(item.blocks, draft)
        if not (told or quotes.read_alone(item.blocks, draft)):
            point(kind, without_pulled(item, draft), draft, split)
    led = [block for block in rest if not block.sign and leads_in_bold(block.text)]
    for block in led if len(led) >= _HEAD_AND_BODY else ():
        point(kind, Item(None, [block]), draft)
    return [block for block in rest if block not in led] if len(led) >= _HEAD_AND_BODY else rest


def _read_said(item: Item, draft: Draft) -> bool:
    """Reads ``From Ada`` with nothing but block quotes below it as what she said."""
    head = item.head
    if head is None or head.sign != "#" or not item.body:
        return False
    return quotes.read_below(head.plain, item.body, draft)


_NAMED = re.compile(
    r"^(?:\*\*)?(?P<name>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,2}):?(?:\*\*)?:?\s"
    r"[“\"](?P<text>[^“”\"]{12,})[”\"]\s?(?:[(\[](?P<time>[\d:]{4,8})[)\]])?$"
)
"""``Ada: “It is late.” [4:10]``"""


def _read_named(item: Item, draft: Draft) -> bool:
    """Reads a point that is nothing but what somebody said as that person's quote."""
    whole = " ".join(block.text for block in item.blocks)
    found = _NAMED.match(whole) if len(whole) < _LONGEST_GLUED else None
    if found is None or not (is_name(found["name"]) or is_short_name(found["name"])):
        return False
    speaker = resolve(found["name"], draft.people) or found["name"]
    at = seconds(found["time"]) if found["time"] else None
    text = found["text"]
    draft.section(SectionKind.QUOTE, None, text, item.start, item.end, speaker, at)
    return True


def without_group_heads(blocks: list[Block]) -> list[Block]:
    """Items without those that only name the ones right below: ``🤐 Silence`` among sentences."""
    told = [block for block in blocks if word_count(block.plain) >= _LINE_WORDS]
    if len(told) < _HEAD_AND_BODY or len(told) < 0.5 * len(blocks):
        return blocks
    heads = {id(one) for one, other in pairwise(blocks) if _is_group_head(one, other)}
    return [block for block in blocks if id(block) not in heads]


def _is_group_head(block: Block, following: Block) -> bool:
    return (
        block.is_item
        and following.sign == block.sign
        and following.indent == block.indent
        and block.spaced
        and not following.spaced
        and word_count(block.plain) <= _GROUP_WORDS
        and not ends_sentence(block.plain)
        and word_count(following.plain) >= _LINE_WORDS
    )


def _without_cut(found: tuple[list[Item], list[Block]]) -> tuple[list[Item], list[Block]]:
    """Where all others have a heading and a text, a heading at the end was cut off its text.

    An outline need not have bullets below each of its own.
    """
    items, rest = found
    bodies = sum(1 for item in items if item.head and item.body)
    last = items[-1] if items else None
    cut = last and last.head and not last.body and bodies and bodies == len(items) - 1
    outlined = all(block.is_item for item in items[:-1] for block in item.body)
    if cut and last and last.head and not outlined and looks_like_heading(last.head.plain):
        return items[:-1], [*rest, last.head]
    return items, rest


def read_bold(blocks: Sequence[Block], draft: Draft) -> list[Block]:
    """Reads points that their bold beginning tells, wherever they stand; hands back the rest."""
    items, rest = listed(blocks)
    items += [Item(None, [block]) for block in rest if _is_bold_claim(block)]
    rest = [block for block in rest if not _is_bold_claim(block)]
    for item in items:
        kind = told_in_bold(item.blocks[0].text)
        if kind:
            point(kind, item, draft)
        else:
            rest += item.blocks
    return sorted(rest, key=lambda block: block.start)


def _is_bold_claim(block: Block) -> bool:
    return not block.sign and told_in_bold(block.text) is SectionKind.IDEA


def grouped(blocks: list[Block]) -> tuple[list[Item], list[Block]]:
    """The items of blocks, in whichever of the three ways the page marks them."""
    blocks = with_first_head(with_part_heads(blocks))
    headings = sum(1 for block in blocks if block.sign == "#")
    bullets = [block for block in blocks if block.is_item]
    if headings and (not bullets or headings > 1):
        items, before = headed(blocks)
        if not any(block.is_item for block in before):
            return items, before
        first, rest = listed(before)
        return [*first, *items], rest
    if bullets:
        return (alternating(blocks), []) if are_alternating(blocks) else listed(blocks)
    if _are_bare_lines(blocks):
        return bare_lines(blocks)
    if len(blocks) > 1 and all(split_heading(block.text)[0] for block in blocks):
        return [Item(None, [block]) for block in blocks], []
    alone = [Item(None, [block]) for block in blocks]
    if are_terms(alone):
        return alone, []
    bare = unnumbered(blocks)
    if all(one.text != block.text for one, block in zip(bare, blocks, strict=True)):
        return [Item(None, [one]) for one in bare], []
    told = _sentences_alike(bare)
    cut = [b for b in bare[len(told) :] if _LINE_WORDS <= word_count(b.plain) <= _CUT]
    if len(told) > _HEAD_AND_BODY or (told and cut):
        taken = [*told, *cut]
        return [Item(None, [b]) for b in taken], [b for b in bare if b not in taken]
    return paired(bare)


_ALIKE, _CUT = 1.7, 12
"""How much longer than the shortest of its kind a line is at the most; words of one cut off."""


def _sentences_alike(blocks: list[Block]) -> list[Block]:
    """The lines of a list without bullets, each a sentence, of which none heads the next one.

    A heading is far shorter than what stands below it; what comes behind may be cut off.
    """
    end = next((i for i, b in enumerate(blocks) if not ends_sentence(b.plain)), len(blocks))
    told = blocks[:end]
    lengths = [len(b.plain) for b in told]
    plain = all(
        word_count(b.plain) >= _LINE_WORDS and not b.sign and not b.spaced for b in told[1:]
    )
    alike = len(told) > 1 and plain and max(lengths) <= _ALIKE * min(lengths)
    return told if alike and word_count(told[0].plain) > _LINE_WORDS else []


def _are_bare_lines(blocks: list[Block]) -> bool:
    """Lines of several words without full stops, where an extraction dropped the bullets."""
    ended = sum(1 for block in blocks if ends_sentence(block.plain))
    long = sum(1 for block in blocks if word_count(block.plain) >= _LINE_WORDS)
    return len(blocks) >= 2 and ended <= 0.3 * len(blocks) and long >= 0.5 * len(blocks)


def bare_lines(blocks: list[Block]) -> tuple[list[Item], list[Block]]:
    """Each line is an item, up to a short line of its own: the next heading."""
    for place, block in enumerate(blocks):
        if place and block.spaced and word_count(block.plain) < _LINE_WORDS:
            return [Item(None, [one]) for one in blocks[:place]], list(blocks[place:])
    return [Item(None, [block]) for block in blocks], []


def point(
    kind: SectionKind,
    item: Item,
    draft: Draft,
    split: Callable[[str], tuple[str | None, str]] = split_heading,
) -> None:
    """Takes one item as a section, its heading apart from its text."""
    if item.head is None or (item.head.is_item and not _is_heading_alone(item)):
        whole = " ".join(block.text for block in item.blocks)
        at, whole = timed(_BOX.sub("", EMOJI.sub("", whole).strip()))
        led = EMOJI.match(item.blocks[0].text) is not None and split is split_heading
        heading, text = split_heading(whole, led=True) if led else split(whole)
    else:
        at, heading_text = draft.timed(EMOJI.sub("", item.head.text).strip())
        heading, text = heading_text, item.text
    if not text.strip():
        return
    if heading is None and len(item.blocks) == 1:
        if is_name(text) and resolve(text, draft.people):
            return
        heading, text = _unglued(text, draft)
    if heading is not None and word_count(heading) == 0:
        heading = None
    draft.section(kind, heading, text, item.start, item.end, seconds=at)


_BOX = re.compile(r"^\[[ xX]?\]\s+")
"""``[ ] Write to the library``"""


def _unglued(text: str, draft: Draft) -> tuple[str | None, str]:
    """``Wind is a toolA steady wind lifts a kilo.``: a heading glued to its explanation."""
    pieces = split_glued(text, draft.source.words) if len(text) < _LONGEST_GLUED else []
    if len(pieces) != _HEAD_AND_BODY or word_count(pieces[0]) < FEWEST:
        return None, text
    head, body = pieces
    return (head, body) if looks_like_heading(head) and is_body(body, head) else (None, text)


def _is_heading_alone(item: Item) -> bool:
    head = item.head
    return (
        head is not None
        and bool(item.body)
        and split_heading(head.text)[0] is None
        and (not head.plain.endswith((".", "!", ";", ",")) or _is_counted_head(item))
    )


def _is_counted_head(item: Item) -> bool:
    """``1. Wells sing.`` with a longer text on the line right below it."""
    head, first = item.head, item.body[0]
    counted = head is not None and head.sign == "1" and word_count(head.plain) <= _COUNTED_WORDS
    return counted and not (first.sign or first.spaced or first.indent)


_COUNTED_WORDS = 14
