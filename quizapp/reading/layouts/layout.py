"""What a layout is, and the reading by regions that most of them share."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from quizapp.model import SectionKind
from quizapp.reading import (
    announced,
    archive_heads,
    asked_about,
    bold_talks,
    cast,
    counted_subtitles,
    credit_lines,
    days_of_talks,
    events,
    fields,
    funded_letters,
    guests_in_pairs,
    guests_of_sentence,
    headline,
    hosts_of_panels,
    introduced,
    listed_people,
    logos,
    mail,
    makers,
    mastheads,
    metadata,
    own_letters,
    own_pages,
    own_sites,
    panels,
    players,
    podcast_heads,
    presented_people,
    prose_hosts,
    series_at_head,
    shows_in_prose,
    shows_told_twice,
    shows_with_hosts,
    signatures,
    signed_hosts,
    titles_again,
    tool_heads,
    values_below,
    wikis,
)
from quizapp.reading.areas import Area
from quizapp.reading.asking import answers, asks
from quizapp.reading.block import RULE, Block
from quizapp.reading.chapters import chapter_of, read_chapters
from quizapp.reading.datelines import read_date_line
from quizapp.reading.draft import Draft, Source
from quizapp.reading.layouts.speech import as_talk
from quizapp.reading.names import is_name
from quizapp.reading.no_titles import is_beside_title
from quizapp.reading.region import Region
from quizapp.reading.sections import (
    READERS,
    about,
    bare_topics,
    descriptions,
    glossaries,
    leftovers,
    notes_alike,
    paragraphs,
    questions,
    quotes,
    todos,
    topic_leads,
    topics_behind,
    topics_told,
    transcripts,
    unlabelled,
)
from quizapp.reading.sections.edges import without_banners, without_rights
from quizapp.reading.sections.highlights import are_stamped
from quizapp.reading.sections.leads import with_short_leads
from quizapp.reading.sections.run_together import parted
from quizapp.reading.settled import settle
from quizapp.reading.speakers import speakers_split
from quizapp.reading.times import duration
from quizapp.reading.wording import (
    is_prose,
    is_quoted,
    looks_like_heading,
    word_count,
)

_FORM, _DETAIL, _SHORT = 2, 80, 20

_DIGIT_TIME = re.compile(r"\d:\d|\d\s?(?:m|min|s|sec|h)\b")

_LONGEST = 4000
"""Letters of a description; a longer text is more than that."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A sort of page: its name, how sure it is of a page, and how it reads one."""

    name: str
    confidence: Callable[[Source], float]
    read: Callable[[Draft], None]


def areas_of(source: Source) -> set[Area]:
    """The areas that a page names by headings."""
    return {region.area for region in source.regions}


def read_by_regions(
    draft: Draft, *, header: Callable[[list[Block], Draft], None] | None = None
) -> None:
    """Reads metadata first, then each region by the reader of its area."""
    found = draft.source.regions
    fields.read_fields(draft.source.fields, draft)
    parts = [_without_details(region, draft) for region in found[1:]]
    rest = read_top(found[0].blocks, draft)
    (header or read_header)(rest, draft)
    for part in (about.with_area(part, draft) for part in parts):
        if todos.are(part, draft) or about.is_somebody(part, draft):
            continue
        if wikis.is_of_making(part, draft.source) or notes_alike.is_intro(part, draft):
            continue
        part = topics_behind.read(as_talk(part, draft), draft)
        region = parted(glossaries.labelled(part), draft.people, lambda: draft.source.words)
        if region.area is Area.QA and not any("?" in block.text for block in region.blocks):
            region = replace(region, area=Area.UNKNOWN, name="")
        region = notes_alike.with_area(topics_told.with_area(region), draft)
        if region.area is Area.SUMMARY and _are_times(region):
            region = replace(region, area=Area.CHAPTERS)
        if region.area is Area.CHAPTERS:
            told = Area.CHAPTERS if _has_times(region) else _without_times(region)
            region = replace(region, area=Area.HIGHLIGHTS if are_stamped(region.blocks) else told)
        if region.area in _OF_POINTS:
            region = replace(region, blocks=with_short_leads(region.blocks))
        READERS.get(region.area, unlabelled.read)(_without_pairs(region, draft), draft)
    signatures.read_interviewer(draft)
    listed_people.read_hosts(draft)
    listed_people.read_beside_host(draft)
    listed_people.read_marked(draft)
    presented_people.read(draft)
    makers.read_credited(draft)
    bold_talks.read(draft)
    signatures.read_speaking(draft)
    hosts_of_panels.read(draft)
    guests_of_sentence.read(draft)
    prose_hosts.read_signer(draft)
    settle(draft)


_OF_POINTS = frozenset({Area.TAKEAWAYS, Area.IDEAS, Area.INSIGHTS, Area.HIGHLIGHTS})


def read_top(
    blocks: Sequence[Block], draft: Draft, *, told: Sequence[Block] | None = None
) -> list[Block]:
    """Reads title, show, people and day of a page out of its top; hands back what is none.

    ``told`` are the blocks that introduce a guest, where they are not those of known parts.
    """
    blocks = without_rights(without_banners(blocks, draft), draft)
    top = series_at_head.read(wikis.without_lines_of_site(blocks, draft), draft)
    top = mail.read(tool_heads.read(top, draft), draft)
    top = values_below.read_listed_below(questions.read_astray(top, draft), draft)
    top = panels.read(top, draft)
    top = values_below.read(top, draft)
    top = players.read(top, draft)
    announced.read(draft)
    credit_lines.read(draft)
    top = announced.without_creators(top)
    shows_in_prose.read_heard(draft)
    rest = metadata.read_header(top, draft)
    headline.find_title(draft.source.blocks, draft)
    rest = titles_again.read(rest, draft)
    announced.read_count_of_title(draft)
    events.read_day(draft)
    days_of_talks.read(draft)
    listed_people.read_titled(draft)
    shows_with_hosts.read_line(draft)
    cast.read_cast(draft)
    own_letters.read(draft)
    funded_letters.read_counted(draft)
    signatures.read_author(draft)
    counted_subtitles.read(draft)
    guests_in_pairs.read(draft)
    asked_about.read(draft)
    introduced.read_guest(draft, told)
    own_pages.read_show(draft)
    shows_in_prose.read_show(draft)
    wikis.read(draft)
    logos.read(draft)
    mastheads.take_masthead(draft)
    own_sites.read_show(draft)
    own_sites.read_channel(draft)
    own_pages.read_show_behind(draft)
    own_sites.read_host(draft)
    podcast_heads.read(draft)
    signed_hosts.read(draft)
    own_pages.read_count(draft)
    own_pages.read_day(draft)
    makers.read(draft)
    archive_heads.read_project(draft)
    archive_heads.read_narrator(draft)
    prose_hosts.read_prose_hosts(draft.own(draft.source.text[: signatures.READ]), draft)
    announced.read_visits(draft)
    shows_told_twice.read(draft)
    return rest


def _are_times(region: Region) -> bool:
    """``If you only have ten minutes`` above nothing but times and titles."""
    if len(region.blocks) < _FORM or not all(chapter_of(b.text) for b in region.blocks):
        return False
    return len(read_chapters(region.blocks)[0]) >= _FORM


def _has_times(region: Region) -> bool:
    """``Key moments`` without any times are told by what they are instead."""
    told = sum(is_prose(block.plain) for block in region.blocks) >= _FORM
    return not told or any(_DIGIT_TIME.search(block.text) for block in region.blocks)


def _without_times(region: Region) -> Area:
    """``Moments`` are told, each in a paragraph; other outlines by what they are."""
    return Area.HIGHLIGHTS if "moment" in region.name.lower() else Area.UNKNOWN


def _without_pairs(region: Region, draft: Draft) -> Region:
    """Marked questions are read as such under any name, except where they are what was said."""
    marked = any(asks(block.text) for block in region.blocks)
    if region.area is Area.SUMMARY and not marked:
        rest = questions.read_below_bold(region.blocks, draft)
        return replace(region, blocks=tuple(rest))
    if not marked or region.area in (Area.QA, Area.TRANSCRIPT):
        return region
    return replace(region, blocks=tuple(questions.read_astray(region.blocks, draft)))


def _without_details(region: Region, draft: Draft) -> Region:
    """Reads labelled metadata under a heading of its own, or at the start of another part."""
    if region.area is Area.DETAILS:
        spoken = transcripts.first_marked(region.blocks, draft)
        if spoken is not None:
            speech = replace(region, area=Area.TRANSCRIPT, blocks=region.blocks[spoken:])
            _without_details(replace(region, blocks=region.blocks[:spoken]), draft)
            return speech
        named = listed_people.without_pictures(region.blocks)
        below = values_below.read_roles_below(named, draft)
        listed_people.read(region, below, draft)
        for block in values_below.read(_with_publisher(below, draft), draft):
            if not fields.read_labelled(block, draft):
                fields.read_roles(block, draft)
    if region.area in (Area.DETAILS, Area.TRANSCRIPT, Area.NOISE, Area.QUOTES, Area.QA):
        return region
    region = _without_day_behind(_without_fields_behind(region, draft), draft)
    blocks = values_below.read(metadata.read_glued(region.blocks, draft), draft)
    return replace(region, blocks=tuple(metadata.read_leading(blocks, draft)))


def _with_publisher(blocks: Sequence[Block], draft: Draft) -> Sequence[Block]:
    """Takes the show of an export of ``Category: podcasts``, which calls it ``Author``."""
    of_podcast = any(_OF_PODCASTS.match(block.plain) for block in blocks)
    author = next((f for b in blocks if (f := _AUTHOR.match(b.plain))), None)
    if of_podcast and author and not draft.values("show"):
        line = next(b.start for b in blocks if _AUTHOR.match(b.plain))
        fields.take_field("show", author["name"].strip("[] "), line, draft)
    return blocks


_OF_PODCASTS = re.compile(r"^(?:category|type|source type|kind):\s*#?podcasts?$", re.IGNORECASE)
_AUTHOR = re.compile(r"^author:\s*(?P<name>\S.{1,60})$", re.IGNORECASE)


def _without_fields_behind(region: Region, draft: Draft) -> Region:
    """Reads labelled people, days and lengths at the end of a part, as of a box beside it."""
    blocks = list(region.blocks)
    last = len(blocks)
    while last and not blocks[last - 1].is_item and _is_detail(blocks[last - 1]):
        last -= 1
    if len(blocks) - last < _FORM:
        return region
    for block in blocks[last:]:
        fields.read_labelled(block, draft)
    return replace(region, blocks=tuple(blocks[:last]))


def _without_day_behind(region: Region, draft: Draft) -> Region:
    """Reads ``First aired Wed Feb 05 2020`` on a line of its own at the end of a part."""
    last = region.blocks[-1] if region.blocks else None
    if last is None or not _AIRED.match(last.plain) or not read_date_line(last, draft):
        return region
    return replace(region, blocks=region.blocks[:-1])


_AIRED = re.compile(
    r"^(?:(?:first|originally) )?(?:aired|released|published|broadcast)\b(?: on)?:? .{4,40}$",
    re.IGNORECASE,
)


def _is_detail(block: Block) -> bool:
    """``Producer: Ada Byron`` beside fields that are known, or a length alone."""
    text = block.plain
    found = fields.labelled_value(block.text) if len(text) < _DETAIL else None
    named = found is not None and (fields.is_field(block) or is_name(found["value"].strip()))
    return named or (len(text) < _SHORT and duration(text) is not None)


def read_header(blocks: list[Block], draft: Draft) -> None:
    """Prose under the title is the description; what follows it is told by its form."""
    blocks = topic_leads.read(questions.read_dashed(blocks, draft), draft)
    spoken = transcripts.first_marked(blocks, draft)
    if spoken is not None or unlabelled.speech(blocks):
        chapters, above = read_chapters(blocks[: spoken or 0])
        if len(chapters) >= _FORM:
            draft.chapters += chapters
            descriptions.read_blocks(above, "description", draft)
        else:
            descriptions.read_blocks(blocks[: spoken or 0], "description", draft)
        transcripts.read_turns(blocks[spoken or 0 :], draft)
        return
    blocks = [b for b in blocks if not is_beside_title(b.plain)]
    blocks = [b for b in blocks if not _read_callout(b, draft)]
    blocks = quotes.read_pairs_below(quotes.read_ruled(blocks, draft), draft)
    prose, rest = description_first(questions.read_bare(blocks, draft))
    prose = [b for b in prose if not (_QUOTED.match(b.plain) and _is_signed(b, draft))]
    rest = bare_topics.read(rest, draft)
    descriptions.read_blocks(prose, "description", draft)
    left = paragraphs.read(unlabelled.read_blocks(rest, draft), draft, fewest=2)
    if not draft.values("description"):
        told = [block for block in left if not block.sign and _is_telling(block)]
        told = told[: _within(told)]
        descriptions.read_blocks(told, "description", draft)
        left = [block for block in left if block not in told]
    leftovers.read(left, draft)


_QUOTED = re.compile(r"[“\"«„]")


def _is_signed(block: Block, draft: Draft) -> bool:
    """Reads ``“It is late.” Ada Byron`` among the paragraphs as her quote."""
    return leftovers.read_block_quote(block, draft)


_CALLOUT = re.compile(r"^(?:💡|📌|🔑|⚡|📝|🧠|🎯|✨|📖|🗒)\ufe0f?\s*(?=\S)")


def _read_callout(block: Block, draft: Draft) -> bool:
    """``💡 Bees do not sleep in winter.`` above all parts says what the page is about."""
    told = not block.is_item and _CALLOUT.match(block.text) and is_prose(block.plain)
    if told:
        draft.section(SectionKind.SUMMARY, None, block.text, block.start, block.end)
    return bool(told)


def description_first(blocks: list[Block]) -> tuple[list[Block], list[Block]]:
    """The paragraphs at the beginning that stand alone, and all from the first other thing on."""
    end = _within(blocks)
    for place, block in enumerate(blocks[:end]):
        following = blocks[place + 1] if place + 1 < len(blocks) else None
        if not _is_description(block, following):
            return blocks[:place], blocks[place:]
    return blocks[:end], blocks[end:]


def _within(blocks: list[Block]) -> int:
    """How many blocks are no longer together than a description is; the first always counts."""
    lengths = accumulate(len(block.text) for block in blocks)
    return sum(1 for place, length in enumerate(lengths) if not place or length <= _LONGEST)


def _is_telling(block: Block) -> bool:
    told = is_prose(block.plain) and not block.plain.endswith("?")
    return told and not asks(block.text) and not answers(block.text)


def _is_description(block: Block, following: Block | None) -> bool:
    if block.sign not in ("", "–", "—") or block.text.endswith(":"):
        return False
    if asks(block.text) or answers(block.text):
        return False
    if not (is_prose(block.plain) or word_count(block.text) > 12):
        return not looks_like_heading(block.plain)
    if following is not None and following.sign == RULE:
        return False
    return not is_quoted(block.plain) and len(speakers_split(block.text)) < 3
