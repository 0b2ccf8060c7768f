"""The line of a page that is its title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from quizapp.reading.archive_heads import without_houses
from quizapp.reading.areas import Area
from quizapp.reading.block import Block
from quizapp.reading.candidates import TITLE_MARK, could_be_title, is_said, title_of, title_score
from quizapp.reading.chapters import chapter_of
from quizapp.reading.counted_guests import without_guest_line
from quizapp.reading.draft import Draft
from quizapp.reading.events import without_event
from quizapp.reading.headings import area_of
from quizapp.reading.headings_of_pages import with_heading
from quizapp.reading.letter_titles import below_announcement, within_letter
from quizapp.reading.letters_with_subtitles import without_letter
from quizapp.reading.mastheads import heads_letter, without_mastheads
from quizapp.reading.mentions import is_credit
from quizapp.reading.names import is_name
from quizapp.reading.no_titles import is_saying
from quizapp.reading.noted_titles import take_noted
from quizapp.reading.notes_on import without_note_line
from quizapp.reading.region import Region
from quizapp.reading.seasons import without_season
from quizapp.reading.show_above import without_show_above
from quizapp.reading.show_names import is_name_of_show
from quizapp.reading.shows import (
    is_capital,
    names_show_with_host,
    stands_alone,
    take_line_above,
    take_line_below,
    take_show_with_host,
)
from quizapp.reading.shows_above_titles import without_hosted_show
from quizapp.reading.sidelines import (
    SHOW_AND_NUMBER,
    TOP,
    without_byline,
    without_channel,
    without_counted,
    without_doubled,
    without_name_above,
    without_podcast,
    without_show,
)
from quizapp.reading.sites_before_titles import without_site as without_site_before
from quizapp.reading.speakers import trusted_labels
from quizapp.reading.title_lines import take_title
from quizapp.reading.title_repeats import without_repeats
from quizapp.reading.titles import announces, parse_title
from quizapp.reading.titles_beside import (
    TITLE_IN_PROSE,
    above_fields,
    below_count,
    between_show_and_cast,
    take_told,
    take_written_about,
    with_guests,
    without_site,
)
from quizapp.reading.wording import is_prose, word_count

_OF_ANY = re.compile(
    r"\b(?:this|the|today['’]s) (?:episode|podcast|video|interview|conversation|talk)\b", re.I
)
"""``Questions about this episode`` names no episode."""

_QUOTES = re.compile(r"[“\"„].{4,}[”\"“]")

_COUNTED_IN_PROSE = re.compile(r"\b[Ee]pisode\s#?\d{1,4}:\s[“\"](?P<title>[^“”\"]{4,120})[”\"]")
"""``Here is a summary of Night Radio, Episode 12: “Deep Sleep”``"""

_FORM = 2
_READ = 6_000
_SORT_BEHIND = re.compile(r"[(\[](?:full )?(?:transcript|summary|notes|highlights)[)\]]$", re.I)
"""``Deep Sleep (Transcript)``"""

_LONGEST_NAME = 80

_TITLE_WORDS = 4
"""So many words make the name of a page's first part its title: ``Ten Lessons from …``."""

_COUNTED = re.compile(
    r"(?:#\s?|\bep(?:isode)?\.?\s?)\d|^\d{1,4}\s?[|:.–—-]\s|^s\d{1,2}\s?e\d", re.IGNORECASE
)
"""A title with its number; what stands above it is the show."""

_SMALL = 3
"""Letters of words that have no capitals in titles."""


def take_best_title(blocks: list[Block], draft: Draft) -> list[Block]:
    """Takes the line that looks most like a title; hands back the others."""
    if draft.values("title"):
        return without_repeats(blocks, draft)
    blocks = _without_lone_number(blocks)
    spoken = trusted_labels((b.text for b in blocks), draft.people)
    near = blocks[: _first_said(blocks, spoken)]
    candidates = [b for b in near if could_be_title(b) and not is_said(b, spoken)]
    noted = take_noted(candidates, draft)
    if noted:
        return [b for b in blocks if b is not noted and not heads_letter(b, noted)]
    open_top = [] if any(b.level == 1 for b in candidates) else candidates
    headed = between_show_and_cast(open_top, draft) or above_fields(open_top, draft)
    headed = headed or below_announcement(draft)
    blocks = [b for b in blocks if not headed or b.start >= headed[0].start]
    if not headed and (headed := within_letter(candidates, draft)):
        blocks = [b for b in blocks if b.level != 1]
    candidates = headed or with_heading(
        _above_prose(_without_asked(candidates, draft), blocks), candidates, draft
    )
    heading = _heading_as_title(candidates, draft)
    if not candidates and not (heading and _is_titled(heading)):
        return blocks
    if heading and take_told(blocks, draft):
        return blocks
    if heading:
        take_title(heading.name, heading.line, draft)
        titled = Block(heading.name, heading.line, heading.line, "#", 0, heading.level)
        below = [titled, *(block for block in blocks if block.start > heading.line)]
        take_line_below(titled, below, draft)
        return blocks
    if take_written_about(candidates, blocks, draft):
        return blocks
    candidates = without_houses(candidates, draft)
    return _take_best(*_sifted(candidates, blocks, draft), draft) if candidates else blocks


def _sifted(
    candidates: list[Block], blocks: list[Block], draft: Draft
) -> tuple[list[Block], list[Block], list[str]]:
    """The candidates without what else stands at the top of pages, the other blocks, their texts.

    Shows, seasons, credits and counts that are found on the way are claimed.
    """
    candidates = _without_motto(candidates, draft)
    counted = any(_COUNTED.search(b.plain) for b in candidates)
    candidates = without_guest_line(candidates, draft)
    named = without_hosted_show(without_letter(candidates, draft), draft)
    blocks = [b for b in blocks if b not in candidates or b in named]
    candidates = without_event(named, draft)
    candidates = without_site_before(candidates, blocks, draft)
    candidates, dropped = without_mastheads(candidates, draft)
    if not counted:
        blocks = [b for b in blocks if b not in dropped]
    texts = [b.plain for b in blocks]
    candidates = [b for b in candidates if not is_credit(b, draft)] or candidates
    candidates = [b for b in candidates if not _counts(b, texts)] or candidates
    near = without_season(candidates, draft)
    blocks = [b for b in blocks if b not in candidates or b in near]
    candidates = without_note_line(near, draft)
    named = without_show(candidates, draft)
    blocks = [b for b in blocks if b not in candidates or b in named]
    candidates = named
    named = without_name_above(candidates, draft)
    blocks = [b for b in blocks if b not in candidates or b in named]
    candidates = without_channel(without_counted(named, draft), draft)
    candidates = without_show_above(without_doubled(candidates, draft), draft)
    candidates = without_byline(without_podcast(candidates, draft), draft)
    return candidates, blocks, texts


def _take_best(
    candidates: list[Block], blocks: list[Block], texts: list[str], draft: Draft
) -> list[Block]:
    """Takes the candidate that looks most like a title; hands back the others of the blocks."""
    cast = draft.people if draft.values("host") and draft.values("guest") else []
    lesser = _lines_below(candidates, draft)
    counted = below_count(draft) | with_guests(candidates, draft)
    best = max(
        candidates,
        key=lambda b: (
            title_score(b, texts, cast) + _LESS * ((b.start in counted) - (b.start in lesser)),
            -b.start,
        ),
    )
    best = _below_show(best, candidates, blocks, draft)
    if len(candidates) == 1 and _is_only_show(best, draft):
        draft.claim("show", best.plain, best.start)
        return [b for b in blocks if b is not best]
    above = take_line_above(best, blocks, draft)
    take_title(best.text, best.start, draft)
    take_line_below(best, blocks, draft)
    blocks = take_show_with_host([b for b in blocks if b is not above], draft)
    blocks = without_site(best, candidates, blocks)
    title = draft.values("title")[0].lower() if draft.values("title") else ""
    return [b for b in blocks if b is not best and title_of(b, draft).lower() != title]


_ONLY_SHOW = re.compile(r"(?:[A-Z][\w'’&-]* ){1,4}(?:Podcast|Show)")


def _is_only_show(block: Block, draft: Draft) -> bool:
    """``Night Radio Podcast``, the one line above the prose: the show, and no title."""
    named = _ONLY_SHOW.fullmatch(block.plain) is not None
    return named and not draft.values("show") and is_name_of_show(block.plain)


_MOTTO = re.compile(
    r"^(?P<show>[A-Z][\w'’& -]{1,40}?)(?::| [–—-]) (?:[Tt]he|[Aa]n?|[Yy]our|[Oo]ur) "
    r"(?:[\w'’-]+ ){0,3}(?:[Pp]odcast|[Ss]how)\b"
)
"""``Night Radio: The Podcast for Those Who Cannot Sleep``"""


def _without_motto(candidates: list[Block], draft: Draft) -> list[Block]:
    """Candidates without the show that says what it is, above a title with its number."""
    told = any(_COUNTED.search(block.plain) for block in candidates[1:])
    found = _MOTTO.match(candidates[0].plain) if told and candidates else None
    if found is None or not is_name_of_show(found["show"]):
        return candidates
    counted = any(SHOW_AND_NUMBER.match(block.plain) for block in candidates[1:])
    if not (counted or draft.values("show")):
        draft.claim("show", found["show"], candidates[0].start)
    return candidates[1:]


def _without_lone_number(blocks: list[Block]) -> list[Block]:
    """The first of a page's lines without the number above it, where no other line has one.

    ``64`` above a title counts the episode; in a list there are several.
    """
    numbered = [block for block in blocks if block.sign == "1"]
    if len(numbered) != 1 or blocks.index(numbered[0]) >= _FIRST:
        return blocks
    return [replace(b, sign="") if b is numbered[0] else b for b in blocks]


def _without_asked(candidates: list[Block], draft: Draft) -> list[Block]:
    """Candidates without the show of which the page asks ``What is Night Radio?``."""
    asked = {f"What is {show}?": show for show in draft.values("show")}
    shown = [asked[b.plain] for b in draft.source.blocks if b.plain in asked]
    return [block for block in candidates if block.plain not in shown]


_LESS = 3.5
_APART = 0.2
"""The share of lines with an empty one above; on a flat page a title may stand anywhere."""

_CREDITED = frozenset({"host", "guest"})
_CREDIT = re.compile(r"^(?:[Hh]osted by|[Pp]resented by|[Ff]eaturing|[Gg]uests?:) [A-Z]")
_SUBTITLE = re.compile(
    r"^(?:(?:A|An|My|Our|The) (?:[a-z]+ )?)?(?:[Cc]onversation|[Ii]nterview|[Tt]alk|[Cc]hat|"
    r"[Dd]iscussion) (?:with|about|between) "
)


def _lines_below(candidates: Sequence[Block], draft: Draft) -> frozenset[int]:
    """The lines right below a title's credits, or below a title as its subtitle."""
    top = draft.source.blocks[1:TOP]
    apart = sum(block.spaced for block in top) > _APART * len(top)
    credited = {claim.line for claim in draft.claims if claim.field in _CREDITED}
    credited |= {b.end for b in draft.source.blocks[:TOP] if _CREDIT.match(b.plain)}
    ends = {block.end for block in candidates}
    return frozenset(
        block.start
        for block in candidates
        if not block.level
        and not block.spaced
        and (
            (apart and block.start - 1 in credited)
            or (block.start - 1 in ends and _SUBTITLE.match(block.plain))
        )
    )


_PART_COUNT = re.compile(r"^(?P<number>[1-9]\d?)\s?[.:)|–—-]\s")


def _counts(block: Block, texts: Sequence[str]) -> bool:
    """``1 – The bucket`` where ``2 – The rope`` follows heads a part, and not the page."""
    found = _PART_COUNT.match(block.plain)
    following = int(found["number"]) + 1 if found else 0
    return bool(found) and any(
        (one := _PART_COUNT.match(text)) and int(one["number"]) == following for text in texts
    )


def _below_show(best: Block, candidates: list[Block], blocks: list[Block], draft: Draft) -> Block:
    """The line below a name of few words that the page says again, as it says its show."""
    place = next((i for i, b in enumerate(candidates) if b is best), 0)
    below = candidates[place + 1] if place + 1 < len(candidates) else None
    if below is None or best is not blocks[0] or below.start > best.end + 2 or best.level:
        return best
    marked = _SORT_BEHIND.search(below.plain) is not None
    longer = word_count(best.plain) + 1 < word_count(below.plain)
    dated = stands_alone(best, below, draft) and is_capital(below.plain)
    if not (longer or marked or dated) or draft.values("show"):
        return best
    name = best.plain.lower()
    again = dated or any(name in b.plain.lower() != name for b in draft.source.blocks)
    other = any(below.plain in b.plain and b.start != below.start for b in draft.source.blocks)
    if not (again and is_name_of_show(best.plain)) or other or is_name(below.plain):
        return best
    if names_show_with_host(below, draft):
        return best
    draft.claim("show", best.plain, best.start)
    return below


def _first_said(blocks: Sequence[Block], labels: frozenset[str]) -> int:
    """The place of the first mark of a speaker, below which no title is; but so many lines."""
    said = [i for i, b in enumerate(blocks[: 2 * _FIRST]) if is_said(b, labels)]
    return min(said[0], _FIRST) if len(said) > 1 else _FIRST


_FIRST = 25


def _above_prose(candidates: list[Block], blocks: list[Block]) -> list[Block]:
    """Candidates that are no chapters and stand above the first paragraph, where some do."""
    told = [b for b in candidates if b.level == 1 or time_in_title(b.text) is None]
    others = (b for b in blocks if b not in told)
    top = next((b for b in others if is_prose(b.plain) or is_saying(b.plain)), None)
    told_of = [b for b in told if b.sign == "#" and announces(b.plain)]
    above = [b for b in told if top is None or b.start < top.start or b in told_of]
    if top and is_saying(top.plain):
        return above or [b for b in told if b.sign == "#"]
    return above or [b for b in told if b.sign == "#" or not b.plain.endswith(("…", "..."))]


def time_in_title(text: str) -> int | None:
    """The time of a line that is a chapter rather than a title."""
    found = chapter_of(text)
    return found.seconds if found else None


def _heading_as_title(candidates: list[Block], draft: Draft) -> Region | None:
    """``Seven Lessons From a Potter`` names the first part and the page, if nothing else does."""
    first = next((r for r in draft.source.regions[1:] if r.area is not Area.NOISE), None)
    near = first is not None and first.line <= TOP and _QUOTES.search(first.name)
    if first and near and not any(b.level == 1 or _QUOTES.search(b.plain) for b in candidates):
        quoted = parse_title(first.name)
        if quoted.title in first.name[1:-1]:
            return first
    named_top = first and first.level == 1 and not _OF_ANY.search(first.name)
    if first and named_top and not any(b.level == 1 for b in candidates):
        quoted = parse_title(first.name)
        if quoted.title != first.name and area_of(quoted.title) is None:
            return first
    if first is None or word_count(first.name) < _TITLE_WORDS or _names_part(first.name):
        return None
    named = [b for b in candidates if b.sign == "#" or not is_name(b.plain)]
    return None if named or len(first.name) > _LONGEST_NAME else first


def _is_titled(heading: Region) -> bool:
    """Whether the name of a part near the top is a title in itself: quoted, or in capitals."""
    words = [word for word in heading.name.split() if word[0].isalpha() and len(word) > _SMALL]
    capital = len(words) >= _TITLE_WORDS and all(word[0].isupper() for word in words)
    return heading.line <= TOP and (capital or bool(_QUOTES.search(heading.name)))


def _names_part(text: str) -> bool:
    """``Questions about this episode``, ``Takeaways for quick navigation:``: no title."""
    return bool(_OF_ANY.search(text)) or text.endswith(":")


def find_title(blocks: Sequence[Block], draft: Draft) -> None:
    """Looks for a title below the header, where a menu of known names stands above it."""
    if draft.values("title"):
        return
    near = [block for block in blocks[:40] if could_be_title(block)]
    top = next((block for block in near if block.level == 1), None)
    top = None if top and area_of(top.text) else top
    numbered = next((b for b in near if "#" in b.text and TITLE_MARK.search(b.plain)), None)
    first = blocks[0] if blocks and area_of(blocks[0].text) else None
    told = first and word_count(first.text) >= _TITLE_WORDS and not _names_part(first.plain)
    named = first if told else None
    best = top or numbered or named
    if best:
        take_title(best.text, best.start, draft)
        return
    told_of = [block for block in blocks if is_prose(block.plain)][:_FORM]
    for block in told_of:
        counted = _COUNTED_IN_PROSE.search(block.plain[:_READ])
        if counted:
            draft.claim("title", counted["title"].rstrip(" ,."), block.start)
            return
        in_prose = TITLE_IN_PROSE.search(block.plain[:_READ])
        if in_prose:
            title = in_prose["title"] or in_prose["title2"]
            draft.claim("title", title.rstrip(" ,."), block.start)
            return
