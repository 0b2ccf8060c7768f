"""Highlights: a heading and prose, with a quote on its own in the middle."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from quizapp.model import Chapter, SectionKind
from quizapp.reading.asking import asks_barely
from quizapp.reading.attributions import attribution, introduced_by, signed_quote, split_attribution
from quizapp.reading.block import RULE, Block
from quizapp.reading.chapters import read_chapters, time_alone
from quizapp.reading.citations import Citations
from quizapp.reading.draft import Draft
from quizapp.reading.headings import is_count
from quizapp.reading.noise import is_noise, is_production
from quizapp.reading.region import Region
from quizapp.reading.sections import headed_bullets, leftovers, moments_told, parts, quotes
from quizapp.reading.sections.asides import is_cited
from quizapp.reading.sections.highlight_quotes import (
    closed_off,
    is_quote,
    signature,
    stands_alone,
    take_closing,
    unsigned,
    with_dashed,
    with_signs,
    without_group_heads,
)
from quizapp.reading.sections.introduced_quotes import full_names, sole_guest, told_of
from quizapp.reading.sections.items import Item, told_together
from quizapp.reading.sections.leads import split_heading
from quizapp.reading.sections.own_words import unmarked
from quizapp.reading.sections.points import point
from quizapp.reading.sections.remarks import is_play_button, is_remark
from quizapp.reading.times import CLOCK, seconds
from quizapp.reading.wording import (
    ends_sentence,
    is_prose,
    is_quoted,
    is_statement,
    looks_like_heading,
    plain,
    sentence_count,
    unquoted,
    word_count,
)

_LENGTH = re.compile(r"\d{1,2} ?min(?:ute)?s?(?: (?:read|listen|clip))?", re.IGNORECASE)
"""``2 min``: how long a moment is, below its name."""

_TOP = 3
"""Lines from the top within which a heading is the page's own; prose below it is its abstract."""

_TITLE_WORDS = 10
"""Words of a chapter's title; what is longer is a highlight with its time."""


def read(region: Region, draft: Draft) -> None:
    """Each heading with its prose is a highlight; the quotes in them are sections too."""
    citations = Citations()
    blocks = [
        replace(b, sign="", level=0) if _TIME_LINE.match(b.plain) else b
        for b in _above_foot(region.blocks)
        if not is_count(b.text) and not is_noise(b.plain) and not is_remark(b)
        if not (_LENGTH.fullmatch(b.plain) or is_play_button(b.plain))
    ]
    blocks = quotes.read_block_pairs(with_signs(blocks, draft.people), draft)
    opening = [i for i, (b, after) in enumerate(pairwise(blocks)) if _opens(b, after)]
    blocks = with_dashed(blocks, {i for i in opening if not blocks[i].is_item})
    if not any(b.sign == "#" for b in blocks):
        blocks = headed_bullets.read(blocks, draft)
        if not blocks:
            return
    said = [_is_saying(b) or b.sign in (">", RULE) for b in blocks]
    signed = [place > 0 and said[place - 1] and _signs(b, draft) for place, b in enumerate(blocks)]
    if all(one or other for one, other in zip(said, signed, strict=True)):
        quotes.read(replace(region, blocks=tuple(blocks)), draft)
        return
    if are_stamped(blocks):
        _read_each(blocks, draft)
        return
    if moments_told.go_on(blocks):
        blocks = moments_told.with_times_first(blocks)
    else:
        blocks = _without_chapters(_without_parts(blocks, draft), region, draft)
    blocks = [b for b in blocks if b.sign or not quotes.read_alone([b], draft)]
    if moments_told.read(region, blocks, draft):
        return
    headed = [b for b in blocks if not b.sign and split_heading(b.text)[0]]
    others = [b for b in blocks if b not in headed]
    if len(headed) > 1 and all(b.sign == ">" or _is_saying(b) or _signs(b, draft) for b in others):
        _read_each(headed, draft)
        quotes.read(replace(region, blocks=tuple(others)), draft)
        return
    heads = [block for block, after in pairwise(blocks) if _opens(block, after)]
    if not heads and _are_lines(blocks):
        _read_each(blocks, draft)
        return
    items = _items(without_group_heads(blocks, heads, draft.people), draft)
    if _OF_TALK.search(region.name) and _are_own_words(blocks, draft.people):
        for block in blocks:
            draft.section(SectionKind.QUOTE, None, block.text, block.start, block.end)
        return
    closing = take_closing(items, draft.people)
    if closing:
        quotes.read(replace(region, blocks=tuple(closing)), draft)
    closed = closed_off(items) | unmarked(items, draft.source.regions)
    for item in items:
        if item.head is None and len(items) > 1 and region.line <= _TOP:
            _read_above(item, draft)
        elif not _read_plain(item, draft) and not _read_noted(item, draft):
            _highlight(item, citations, closed, draft)


def _without_chapters(blocks: list[Block], region: Region, draft: Draft) -> list[Block]:
    """The blocks without short titles with times, which are chapters."""
    chapters, rest = read_chapters(blocks)
    short = all(word_count(c.title) <= _TITLE_WORDS for c in chapters)
    if len(chapters) < 2 or not short or moments_told.are_told(region, draft):
        return blocks
    draft.chapters += chapters
    return rest


def _read_each(blocks: Sequence[Block], draft: Draft) -> None:
    """Reads each block as a highlight of its own."""
    for block in blocks:
        point(SectionKind.HIGHLIGHT, Item(None, [block]), draft)


def _read_above(item: Item, draft: Draft) -> None:
    """Reads prose above all headings, at the top of a page: its abstract, without a greeting."""
    if not _GREETS.match(item.text):
        draft.section(SectionKind.SUMMARY, None, item.text, item.start, item.end)


def _read_plain(item: Item, draft: Draft) -> bool:
    """Reads a moment with nothing but quotes, a greeting, or a bullet alone; whether it is one."""
    if _read_timed_quote(item, draft):
        return True
    if _read_moment(item, draft) or (item.head is None and _GREETS.match(item.text)):
        return True
    alone = not item.body and item.head is not None and item.head.is_item
    if alone:
        point(SectionKind.HIGHLIGHT, item, draft)
    return alone


def are_stamped(blocks: Sequence[Block]) -> bool:
    """Whether all blocks begin with a time, and most are more than a chapter's title."""
    if len(blocks) < 2 or any(b.sign or not _STAMPED.match(b.text) for b in blocks):
        return False
    told = (word_count(b.plain) > _TITLE_WORDS and ends_sentence(b.plain) for b in blocks)
    return sum(told) > 0.5 * len(blocks)


def _are_lines(blocks: Sequence[Block]) -> bool:
    """Whether highlights are lines right below each other, each with its own sentences."""
    told = all(not b.sign and is_prose(b.plain) for b in blocks)
    return len(blocks) > 1 and told and not any(b.spaced for b in blocks[1:])


def _above_foot(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks above who produced a broadcast, below which are but tags and buttons."""
    foot = next((i for i, b in enumerate(blocks) if i and is_production(b.plain)), len(blocks))
    below = [b for b in blocks[foot + 1 :] if not is_noise(b.plain)]
    told = any(b.sign in ("#", ">") or is_prose(b.plain) for b in below)
    return blocks if told else blocks[:foot]


def _read_moment(item: Item, draft: Draft) -> bool:
    """Reads a marked heading with a time above nothing but block quotes: a chapter, and quotes."""
    head = item.head
    at, title = draft.timed(head.text) if head is not None and head.sign == "#" else (None, "")
    if at is None or not title or any(b.sign not in (">", RULE) for b in item.body):
        return False
    draft.chapters.append(Chapter(at, plain(title)))
    for block in item.body:
        _read_quote(block, draft)
    return True


def _read_timed_quote(item: Item, draft: Draft) -> bool:
    """Reads a time alone above a quotation, with its speaker below or nobody, as that quote."""
    at = time_alone(item.head.plain) if item.head is not None else None
    if at is None or not 0 < len(item.body) <= _SIGNED or not is_quoted(item.body[0].plain):
        return False
    quote, *below = item.body
    said = signature(below[0], quote, draft.people) if below else None
    if below and said is None:
        return False
    speaker = said.speaker if said else None
    draft.section(SectionKind.QUOTE, None, quote.text, quote.start, item.end, speaker, at)
    return True


_SIGNED = 2
"""Blocks of a quote with its speaker."""

_GREETS = re.compile(
    r"^(?:good (?:morning|afternoon|evening|day)|hello|hi|hey|dear (?:all|readers?|friends?))\b",
    re.IGNORECASE,
)
"""How a letter begins"""

_OF_TALK = re.compile(r"\b(?:conversation|interview|talk|chat|discussion)\b", re.IGNORECASE)
"""``Highlights from our conversation``, and not of whoever writes"""

_OWN = re.compile(r"\b(?:I|me|my|mine|I['’](?:m|ve|d|ll))\b")
_SEVERAL = 3
_OFTEN = 0.4


def _are_own_words(blocks: list[Block], people: Sequence[str]) -> bool:
    """Whether highlights are paragraphs that somebody says of himself, without headings.

    Most may say nothing of the speaker, where none tells of those who take part.
    """
    named = {part for name in people for part in name.split()}
    if len(blocks) < _SEVERAL or any(b.sign or not b.spaced for b in blocks):
        return False
    if not all(is_prose(b.plain) and split_heading(b.text)[0] is None for b in blocks):
        return False
    own = sum(bool(_OWN.search(unquoted(b.plain))) for b in blocks)
    if any(name in b.plain for b in blocks for name in named):
        return own >= _OFTEN * len(blocks)
    return own > 0


_STAMPED = re.compile(rf"^[(\[]?{CLOCK}[)\]]?(?:\s?[-–—:|]\s|\s)\S.*\s\S+\s\S")
"""``12:51 The roast chicken brings the trolley in.``"""

_TIME_LINE = re.compile(
    r"^(?:[^\w\s(\[]{1,3}\s)?(?:time|at|from|start|timestamp)?:?\s*"
    rf"[(\[]?(?P<time>{CLOCK})(?:\s?[-–—]\s?{CLOCK})?[)\]]?(?:\s[(\[]{CLOCK}[)\]])?(?:\s#[\w/-]{{1,40}}){{0,12}}$",
    re.I,
)
"""``🎧 04:51 - 06:10 (01:19) #tools``: when a moment is, how long, and what it is filed under."""


def _read_noted(item: Item, draft: Draft) -> bool:
    """Reads a moment that is told in bullets: one highlight, at the moment's time."""
    last = max((i for i, b in enumerate(item.body) if b.is_item or b.sign == ">"), default=0)
    behind = [i for i, b in enumerate(item.body) if b.sign == RULE and i > last]
    body = item.body[: behind[0]] if behind else item.body
    noted = [b for b in body if b.is_item and is_statement(b.plain)]
    others = [b for b in body if b not in noted and b.sign != RULE]
    if not noted or item.head is None or any(_is_telling(block) for block in others):
        return False
    at, heading = draft.timed(item.head.text)
    for block in others:
        time = _TIME_LINE.match(block.plain)
        at = seconds(time["time"]) if time and at is None else at
    below = [b for b in others if b.sign == ">" and b.start > noted[0].start]
    said = {b.start: text for b in below if is_prose(text := unsigned(b, draft.people))}
    told = [b for b in body if b in noted or b.start in said]
    text = " ".join(said.get(b.start) or told_together([b]) for b in told)
    draft.section(SectionKind.HIGHLIGHT, heading, text, item.start, told[-1].end, seconds=at)
    for block in others:
        if not leftovers.read_block_quote(block, draft) and block.start in said:
            draft.section(SectionKind.QUOTE, None, block.text, block.start, block.end)
    return True


def _is_telling(block: Block) -> bool:
    return not block.sign and is_prose(block.plain)


def _without_parts(blocks: list[Block], draft: Draft) -> list[Block]:
    """Reads moments with a time, a title and prose; the block quotes between them are quotes."""
    ruled = [block for block in blocks if block.sign != RULE]
    rest = parts.read(ruled, draft, lines=SectionKind.HIGHLIGHT)
    if len(rest) == len(ruled):
        return blocks
    _read_introduced(blocks, draft)
    return [block for block in rest if not _read_quote(block, draft)]


def _read_introduced(blocks: list[Block], draft: Draft) -> None:
    """Reads ``As Byron puts it:``, what she said below, and a rule that closes it off."""
    for before, block, after in zip(blocks, blocks[1:], blocks[2:], strict=False):
        if before.plain.endswith(":") and not before.is_item and after.sign == RULE:
            speaker = introduced_by(before.plain, full_names(draft), sole_guest(draft))
            draft.section(SectionKind.QUOTE, None, block.text, block.start, block.end, speaker)


def _read_quote(block: Block, draft: Draft) -> bool:
    """Reads a block quote, signed or not."""
    if leftovers.read_block_quote(block, draft):
        return True
    if block.sign == ">" and is_prose(block.plain):
        draft.section(SectionKind.QUOTE, None, block.text, block.start, block.end)
        return True
    return False


def _signs(block: Block, draft: Draft) -> bool:
    return attribution(block.text, draft.people) is not None


def _is_saying(block: Block) -> bool:
    """A line that is but a quotation, perhaps with its speaker and time."""
    return (block.plain[:1] in '“"«' and split_attribution(block.text, ()) is not None) or (
        unquoted(block.plain) != block.plain
    )


def _items(blocks: list[Block], draft: Draft) -> list[Item]:
    """A heading, marked or bare, opens an item; so does a bullet that is a whole sentence."""
    items: list[Item] = []
    for place, block in enumerate(blocks):
        following = next((b for b in blocks[place + 1 : place + 3] if b.sign != RULE), None)
        above = blocks[place - 1] if place else None
        signed = items and items[-1].body and signature(block, above, draft.people)
        if signed or (block.is_item and items and _is_noting(items[-1])):
            items[-1].body.append(block)
        elif _opens(block, following):
            items.append(Item(block))
        elif items:
            items[-1].body.append(block)
        elif is_prose(block.plain):
            items.append(Item(None, [block]))
    return items


def _is_noting(item: Item) -> bool:
    """Whether an item is a marked heading whose text is but bullets so far, and their quotes."""
    head, body = item.head, item.body
    if head is None or head.sign != "#" or (body and body[0].sign == ">"):
        return False
    return all(b.is_item or b.sign == ">" or _TIME_LINE.match(b.plain) for b in body)


def _opens(block: Block, following: Block | None) -> bool:
    if block.is_item or block.sign == "#":
        return True
    text = block.plain
    if block.sign or text.endswith(":") or is_quoted(text):
        return False
    if text.endswith("?") and not (block.spaced and asks_barely(text)):
        return False
    return (
        looks_like_heading(text)
        and word_count(text) <= 14
        and following is not None
        and not following.is_item
        and len(following.text) > len(text)
        and _says(following.plain.replace(":", "."))
    )


def _says(text: str) -> bool:
    """Whether a text says something, be it cut off in its second sentence."""
    return is_prose(text) or sentence_count(text) > 1


def _highlight(item: Item, citations: Citations, closed: frozenset[int], draft: Draft) -> None:
    said: list[str] = []
    before: str | None = None
    end = item.start
    quoted: list[tuple[int, int, str, str | None]] = []
    at, heading = draft.timed(item.head.text) if item.head else (None, None)
    for place, block in enumerate(item.body):
        time = _TIME_LINE.match(block.plain)
        at = seconds(time["time"]) if time and at is None else at
        if block.sign == RULE or time:
            continue
        above = item.body[place - 1] if place else None
        by = signature(block, above, draft.people)
        if by and above:
            quoted = [one for one in quoted if one[0] != above.start]
            quoted.append((above.start, block.end, above.text, by.speaker))
            end = block.end
            continue
        text = citations.removed(plain(block.text))
        after = item.body[place + 1] if place + 1 < len(item.body) else None
        signed = signed_quote(block, draft.people)
        if signed:
            text = signed[0]
            quoted.append((block.start, block.end, text, signed[1].speaker))
        elif before is not None and before.endswith(":") and is_quote(block, after):
            speaker = introduced_by(before, full_names(draft), sole_guest(draft))
            quoted.append((block.start, block.end, block.text, speaker))
        elif block.start in closed or is_cited(block, above) or (before and stands_alone(block)):
            speaker = told_of(before, draft) if before else None
            quoted.append((block.start, block.end, block.text, speaker))
        said.append(text)
        before, end = text, block.end
    if not any(map(_says, said)):
        return
    draft.section(SectionKind.HIGHLIGHT, heading, " ".join(said), item.start, end, seconds=at)
    for start, last, quote, speaker in quoted:
        draft.section(SectionKind.QUOTE, None, quote, start, last, speaker=speaker)
