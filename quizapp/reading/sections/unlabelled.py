"""What stands under no known heading, read by its own form: the last resort of every layout."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from quizapp.model import SectionKind
from quizapp.reading.adverts import thanks_listeners
from quizapp.reading.areas import Area
from quizapp.reading.asking import QUESTION_MARK
from quizapp.reading.attributions import Attribution, attribution, split_attribution
from quizapp.reading.block import RULE, Block
from quizapp.reading.chapters import (
    chapter_of,
    is_stamped_speech,
    read_chapters,
    time_alone,
)
from quizapp.reading.draft import Draft, Source
from quizapp.reading.fields import LONGEST_VALUE, labelled_value, read_labelled
from quizapp.reading.headings import area_named
from quizapp.reading.labels import field_of
from quizapp.reading.region import Region
from quizapp.reading.sections import (
    bios,
    highlights,
    leftovers,
    outlines,
    pairs,
    parts,
    points,
    questions,
    quotes,
    topic_leads,
    transcripts,
)
from quizapp.reading.sections.items import told_together, worded
from quizapp.reading.sections.leads import with_short_leads
from quizapp.reading.sections.listings import LEAD_WORDS, is_told, read_headed, read_lists
from quizapp.reading.sections.remarks import is_remark
from quizapp.reading.times import timed
from quizapp.reading.wording import (
    is_prose,
    is_quoted,
    is_statement,
    looks_like_heading,
    unquoted,
    word_count,
)

_FORM = 2
"""So many of a form are no chance."""

_QUOTED_WORDS = 5
"""Words of a quote that has nobody beside it; fewer may be a title."""

_MOSTLY_ASKED = 0.6
"""The share of blocks that are bare questions or their answers, from which on a page is such."""
_CAPTION_WORDS = 120
_COMMAS_OF_LIST = 10
"""One comma to so many words is that of a list; captions have hardly any."""

_STOP = re.compile(r"[.!?:;…](?:\s|$)|\d:\d")

_SPEECH_WORDS = 350
"""So many words of paragraphs without headings and lists are a transcript, not a description."""


def read(region: Region, draft: Draft) -> None:
    """Reads a region of an unknown name, which may itself be the heading of its prose."""
    blocks = [block for block in region.blocks if block.sign == RULE or worded([block])]
    blocks = [block for block in blocks if not (block.is_item and _is_of_people(block, draft))]
    said = [block for block in blocks if block.sign != RULE]
    if bios.is_headed(region.name, said):
        draft.drop(region.line, said[-1].end, "note on the page", said[0].plain)
        return
    if region.name and said and quotes.read_below(region.name, said, draft):
        return
    if region.name and said and all(_is_said(block, draft) for block in said):
        quotes.read(replace(region, area=Area.QUOTES), draft)
        return
    if region.name and len(unsigned := quotes.read_signed(said, draft)) < len(said):
        leftovers.read(read_blocks(unsigned, draft), draft)
        return
    if highlights.are_stamped(said) and any(is_prose(block.plain) for block in said):
        highlights.read(replace(region, blocks=with_short_leads(said)), draft)
        return
    blocks = questions.read_in_bold(quotes.read_block_pairs(blocks, draft), draft)
    blocks = [block for block in blocks if not (region.name and is_remark(block))]
    said = [block for block in blocks if block.sign != RULE]
    asked = questions.read_asked(said, draft) if region.name and said else None
    if asked is not None:
        leftovers.read(asked, draft)
        return
    listed = _above_foot(said)
    if _is_told_in_list(region, listed, draft):
        told = [block for block in listed if not quotes.read_alone([block], draft)]
        if told:
            text, end = told_together(told), told[-1].end
            draft.section(SectionKind.HIGHLIGHT, region.name, text, region.line, end)
        return
    if _is_told_with_list(region, listed):
        text = f"{told_together(listed[:-1])} {listed[-1].text}"
        draft.section(SectionKind.HIGHLIGHT, region.name, text, region.line, listed[-1].end)
        return
    if region.name and _are_lines(said, named=_is_of_notes(draft.source)):
        points.read_points(SectionKind.TAKEAWAY, [replace(b, sign="•") for b in said], draft)
        return
    rest = read_blocks(blocks, draft, named=bool(region.name))
    prose = [b for b in rest if is_prose(b.plain) and not b.plain.endswith("?")]
    first = bool(prose) and bool(blocks) and prose[0].start <= blocks[0].start
    if region.name and first and is_told(region.name, prose):
        draft.section(
            SectionKind.HIGHLIGHT,
            region.name,
            " ".join(block.text for block in prose),
            region.line,
            prose[-1].end,
        )
        return
    leftovers.read(rest, draft)


def _above_foot(said: Sequence[Block]) -> Sequence[Block]:
    """The bullets of a part below which are but the short lines of a page's foot."""
    last = max((i for i, block in enumerate(said) if block.is_item), default=-1)
    foot = said[last + 1 :]
    return said if any(is_prose(block.plain) for block in foot) else said[: last + 1] or said


def _is_of_people(block: Block, draft: Draft) -> bool:
    """Whether a bullet says who hosts or visits, ``Host – Ada Byron``, which is taken."""
    found = labelled_value(block.text) if len(block.text) < LONGEST_VALUE else None
    field = field_of(found["label"]) if found else None
    told = found is not None and field in ("host", "guest")
    return told and not draft.values(field or "") and read_labelled(block, draft)


_INTRODUCES = re.compile(r"(?:the )?(?:intro(?:ductions?)?|guests?|hosts?|who)\b", re.IGNORECASE)
"""What stands over who speaks."""


def _is_told_in_list(region: Region, said: Sequence[Block], draft: Draft) -> bool:
    """Whether a marked heading has but bullets below it, as others of its level have too."""
    half = not _INTRODUCES.match(region.name)
    if not (region.name and region.level < _BOLD and _are_notes(said, half=half)):
        return False
    if area_named(region.name):
        return False
    if not region.level and region.name.endswith(("?", ":")):
        return False
    alike = [r for r in draft.source.regions if r.area is region.area and r.level == region.level]
    known = [one for one in alike if area_named(one.name)]
    return sum(_are_notes(one.blocks) for one in alike) >= _FORM + len(known)


def _is_told_with_list(region: Region, said: Sequence[Block]) -> bool:
    """Whether a marked heading has bullets below it, and one paragraph that ends what they tell."""
    marked = bool(region.name) and 0 < region.level < _BOLD
    if not marked or area_named(region.name) or region.name.endswith(("?", ":")):
        return False
    if len(said) <= _FORM:
        return False
    *items, last = said
    closes = not last.sign and is_prose(last.plain)
    return closes and _are_notes(items) and not is_remark(last)


_BOLD = 7
"""The level of a line in bold."""


def _are_notes(blocks: Sequence[Block], *, half: bool = False) -> bool:
    """Whether blocks are bullets, most of them statements; or ``half`` of them."""
    told = [block for block in blocks if block.sign != RULE]
    notes = all(block.is_item and not block.plain.endswith("?") for block in told)
    count = sum(is_statement(block.plain) for block in told) + 0.5 * half
    return notes and count > 0.5 * len(told)


def _is_said(block: Block, draft: Draft) -> bool:
    """A text in quotation marks, or whoever said it on a line of its own."""
    if block.sign == ">" or is_quoted(block.plain):
        return True
    return (
        split_attribution(block.text, draft.people) is not None
        or attribution(block.text, draft.people, signed=block.sign in ("–", "—", "-")) is not None
    )


@lru_cache(maxsize=2)
def _is_of_notes(source: Source) -> bool:
    """Whether other parts of the page are lines below each other too: the form of its notes."""
    others = [r.blocks for r in source.regions if r.area in (Area.UNKNOWN, Area.TAKEAWAYS)]
    alike = sum(1 for blocks in others if len(blocks) > 1 and _are_lines(blocks[: _FORM + 1]))
    return alike > 0


def _are_lines(blocks: Sequence[Block], *, named: bool = False) -> bool:
    """Sentences right below each other, each on a line: a list that lost its bullets."""
    few = _FORM if named else _FORM + 1
    if len(blocks) < few or any(block.sign for block in blocks):
        return False
    beside = all(
        after.start == before.end + 1 and not after.spaced for before, after in pairwise(blocks)
    )
    return beside and all(
        is_statement(block.plain) and word_count(block.text) <= LEAD_WORDS for block in blocks
    )


def read_blocks(blocks: Sequence[Block], draft: Draft, *, named: bool = False) -> list[Block]:
    """Reads whatever has a form of its own; hands back what has none.

    ``named`` says that the blocks stand under a heading, though an unknown one.
    """
    blocks = outlines.read(topic_leads.read(blocks, draft), draft)
    below = _below_headings(blocks, named=named)
    if transcripts.first_marked(blocks, draft) is not None:
        transcripts.read_turns(blocks, draft)
        return []
    if _is_highlights(blocks):
        highlights.read(Region(Area.HIGHLIGHTS, "", 1, 0, tuple(blocks)), draft)
        return []
    rest = [block for block in blocks if block.sign != RULE]
    if any(QUESTION_MARK.match(block.text) for block in rest):
        rest = pairs.read_pairs(rest, draft)
    rest = questions.read_listed(rest, draft)
    rest = parts.read(rest, draft)
    chapters, without = read_chapters(rest)
    if len(chapters) >= 2:
        draft.chapters += chapters
        rest = without
    rest = points.read_bold(_read_quotes(rest, draft), draft)
    rest = [block for block in rest if not leftovers.read_topics(block, draft)]
    if any(block.sign == "#" for block in rest):
        rest = read_headed(rest, draft)
    return read_lists(_read_timed(rest, draft), below, draft)


def _below_headings(blocks: Sequence[Block], *, named: bool) -> frozenset[int]:
    """The ids of list items that stand under a heading of their own, marked or bare."""
    below: set[int] = set()
    after_prose = False
    for block in blocks:
        if not block.is_item:
            bare = after_prose and block.spaced and looks_like_heading(block.plain)
            leads = named and is_prose(block.plain) and word_count(block.text) <= LEAD_WORDS
            named = bare or block.sign == "#" or leads
        elif named:
            below.add(id(block))
        after_prose = is_prose(block.plain) or chapter_of(block.text) is not None
    return frozenset(below)


def _read_timed(blocks: list[Block], draft: Draft) -> list[Block]:
    """Whole sentences, each with its time before it, are the points of a summary."""
    told = [
        block
        for block in blocks
        if not block.is_item and (one := timed(block.text))[0] is not None and is_prose(one[1])
    ]
    if len(told) < _FORM:
        return blocks
    for block in told:
        at, text = timed(block.text)
        draft.section(SectionKind.SUMMARY, None, text, block.start, block.end, seconds=at)
    return [block for block in blocks if block not in told]


def _is_highlights(blocks: Sequence[Block]) -> bool:
    """Prose that ends in a colon, a quote, a rule: twice, so that it is the form of the page."""
    return (
        sum(
            1
            for before, _, after in zip(blocks, blocks[1:], blocks[2:], strict=False)
            if before.text.endswith(":") and is_prose(before.text + ".") and after.sign == RULE
        )
        >= 1
    )


def _read_quotes(blocks: list[Block], draft: Draft) -> list[Block]:
    """Quoted or block-quoted text with its speaker behind it or below."""
    rest: list[Block] = []
    waiting: Block | None = None
    for block in blocks:
        said = attribution(block.text, draft.people, signed=block.sign in ("–", "—", "-"))
        if waiting and said and said.speaker:
            quotes.read(Region(Area.QUOTES, "", 1, 0, (waiting, block)), draft)
            waiting = None
            continue
        if waiting:
            rest += _left(waiting, draft)
            waiting = None
        quoted = is_quoted(block.plain) or block.sign == ">"
        if leftovers.read_block_quote(block, draft):
            continue
        if quotes.read_alone([block], draft):
            continue
        if quoted and is_prose(block.plain):
            waiting = block
        elif not _read_unsigned(block, draft):
            rest.append(block)
    return rest + (_left(waiting, draft) if waiting else [])


def _left(block: Block, draft: Draft) -> list[Block]:
    """A text in quotation marks with nobody beside it is a quote of somebody that is not told."""
    return [] if _read_unsigned(block, draft) else [block]


def _read_unsigned(block: Block, draft: Draft) -> bool:
    """Reads ``“It is late, and I am tired.” (14:20)``; False where it is no whole sentence."""
    found = split_attribution(block.text, draft.people) or (block.plain, Attribution(None))
    quote, said = found
    if block.is_item or not is_quoted(quote) or not is_prose(unquoted(quote)):
        return False
    if word_count(quote) < _QUOTED_WORDS or said.speaker is not None:
        return False
    draft.section(SectionKind.QUOTE, None, quote, block.start, block.end, None, said.seconds)
    return True


def _is_unpunctuated(block: Block) -> bool:
    """A long paragraph without a single full stop, as captions are that run together."""
    if block.sign or len(block.text) < _CAPTION_WORDS or _STOP.search(block.text):
        return False
    words = block.text.split()
    small = sum(1 for word in words if word[0].islower())
    listed = _COMMAS_OF_LIST * block.text.count(",") > len(words)
    return len(words) >= _CAPTION_WORDS and small >= 0.8 * len(words) and not listed


_HELLO = re.compile(r"^\W*(?:hello|hi|hey|good (?:morning|evening|day)|welcome)\b", re.IGNORECASE)
_SPEAKER = re.compile(r"\b(?:I|me|my|you|your|we|us|our)\b(?!\.)")
_OF_EPISODE = re.compile(r"\b(?:episode|interview|newsletter|guest)\b|://", re.IGNORECASE)
_TALK_WORDS, _TALK_SHARE = 80, 0.06
"""So many words of a talk at least, and so many of them ``I`` and ``you``."""


def _is_short_talk(blocks: Sequence[Block]) -> bool:
    """Paragraphs in which somebody greets or thanks the listeners, and speaks of himself."""
    if not blocks or any(block.sign or not is_prose(block.plain) for block in blocks):
        return False
    text = " ".join(block.plain for block in blocks)
    if word_count(text) < _TALK_WORDS or _OF_EPISODE.search(text):
        return False
    greets = _HELLO.match(blocks[0].plain) or thanks_listeners(blocks[-1].plain)
    return bool(greets) and len(_SPEAKER.findall(text)) >= _TALK_SHARE * word_count(text)


_TIMED_WORDS = 60
"""Words of a paragraph that is said below its time; a chapter's title has fewer."""


def _is_timed_talk(blocks: Sequence[Block]) -> bool:
    """Times alone on lines, each above a long paragraph, and hardly anything else."""
    times = [i for i, block in enumerate(blocks[:-1]) if time_alone(block.plain) is not None]
    said = [blocks[place + 1] for place in times]
    told = all(
        not block.sign and is_prose(block.plain) and word_count(block.plain) >= _TIMED_WORDS
        for block in said
    )
    first = times[0] if times else 0
    return len(times) >= _FORM and told and len(blocks) - first <= _FORM * len(times) + 1


def speech(blocks: Sequence[Block]) -> bool:
    """Whether blocks are a long text without any form: a transcript without marks."""
    if any(_is_unpunctuated(block) for block in blocks):
        return True
    plain_words = sum(word_count(block.text) for block in blocks if not block.sign)
    if any(is_stamped_speech(block.text) for block in blocks):
        return True
    if _is_short_talk(blocks) or _is_timed_talk(blocks):
        return True
    if plain_words < _SPEECH_WORDS or any(block.sign for block in blocks):
        return False
    if sum(1 for block in blocks if chapter_of(block.text)) >= _FORM:
        return False
    asked = questions.answered(blocks)
    # What stands above the first question and below the last answer is no part of the talk.
    within = [b for b in blocks if asked and asked[0].start <= b.start <= asked[-1].start]
    most = len(asked) > _FORM and 2 * (len(within) + 1) > len(blocks)
    whole = len(within) + 1 if most else len(blocks)
    return 2 * len(asked) < _MOSTLY_ASKED * whole
