"""Lines at the top that name a site or who makes a show, and are no titles."""

from __future__ import annotations

import re
from dataclasses import replace

from quizapp.reading.block import MENU, Block
from quizapp.reading.candidates import offers
from quizapp.reading.datelines import COUNTS_LETTERS
from quizapp.reading.draft import Draft
from quizapp.reading.forms import Form
from quizapp.reading.menus import is_menu_entry
from quizapp.reading.names import NAME, is_name
from quizapp.reading.noise import is_noise
from quizapp.reading.people import resolve
from quizapp.reading.show_names import is_name_of_show, uncapped, without_tagline
from quizapp.reading.titles import announces
from quizapp.reading.wording import word_count

_MAKERS = Form(
    rf"^(?:{NAME}|[A-Z][\w’' ]{{2,30}}?)(?:,| &| and| \+| /) [A-Z][\w’'& ]{{0,30}}?\b"
    r"(?:Audio|Media|Productions?|Studios?|Networks?|Radio|FM|Podcasts|Pictures|Films|Press|Inc|"
    r"LLC|Ltd|Company)\.?$"
)
"""``Ada Byron & Lantern Audio``"""

_MASTHEAD_WORDS = 4


def without_mastheads(candidates: list[Block], draft: Draft) -> tuple[list[Block], list[Block]]:
    """Candidates without makers and names of sites, where others are; and what was dropped."""
    dropped = [
        b
        for b in candidates
        if _MAKERS.match(b.plain)
        or _is_row(b, candidates, draft)
        or _is_masthead(b, draft)
        or _is_shelf(b, candidates)
        or _is_letter(b, candidates, draft)
        or _is_head_of_site(b, candidates, draft)
    ]
    others = [b for b in candidates if b not in dropped]
    return (others, dropped) if any(not is_name(b.plain) for b in others) else (candidates, [])


def _is_head_of_site(block: Block, candidates: list[Block], draft: Draft) -> bool:
    """The first of two headings of a page, to which the page bids to subscribe."""
    below = any(one.level == 1 and one.start > block.end for one in candidates)
    if block.level != 1 or not below:
        return False
    name = re.escape(block.plain)
    told = re.compile(rf"(?m:^)\W{{0,4}}(?:Subscribe to {name}|{name} is an? [a-z]+-supported)\b")
    return told.search(draft.source.text) is not None


_ROW = re.compile(r"^(?P<label>[A-Z][a-z]+(?: [a-z]+){0,2}): \S")
_BESIDE = 3


def _is_row(block: Block, candidates: list[Block], draft: Draft) -> bool:
    """``Collection: Night Voices`` below a title, among lines that are labelled too."""
    if not _ROW.match(block.plain) or block.level == 1 or announces(block.plain):
        return False
    rows = [b for b in draft.source.blocks if b.end == block.start - 1 and _ROW.match(b.plain)]
    if not (rows or block.spaced):
        return False
    near = (b for b in draft.source.blocks if 0 < abs(b.start - block.start) <= _BESIDE)
    beside = sum(bool(_ROW.match(b.plain)) and len(b.text) < _LONGEST for b in near)
    above = [b for b in candidates if b.start < block.start and not _ROW.match(b.plain)]
    told = any(word_count(b.plain) >= _BESIDE and not is_noise(b.plain) for b in above)
    return told and beside >= _FEW


_LONGEST = 160


def _is_shelf(block: Block, candidates: list[Block]) -> bool:
    """``WORK`` or ``CULTURE FOOD PODCASTS`` above a line that is not in capitals."""
    text = block.plain
    words = text.lower().split()
    if not text.isupper() or block.level == 1 or any(not word.isalpha() for word in words):
        return False
    if not any(b.start > block.start and not b.plain.isupper() for b in candidates):
        return False
    return len(words) == 1 or (len(words) > _FEW and bool(_SHELVES.intersection(words)))


_FEW = 2
_SHELVES = frozenset("podcasts podcast newsletters video videos shop subscribe events".split())


def heads_letter(block: Block, title: Block) -> bool:
    """``# Night Mail #12`` above ``## This week: Deep Sleep``: a letter, and no part."""
    above = block.level == 1 and title.level > 1 and block.start < title.start
    return above or (bool(block.level) and COUNTS_LETTERS.search(block.plain) is not None)


def _is_letter(block: Block, candidates: list[Block], draft: Draft) -> bool:
    """``# Night Mail`` above ``Issue 12``, where another line announces an episode."""
    if block.level != 1 or not any(announces(b.plain) for b in candidates if b is not block):
        return False
    counted = COUNTS_LETTERS.search(block.plain)
    if not counted and any(b.level > 1 and announces(b.plain) for b in candidates):
        return True
    beside = (b for b in draft.source.blocks if 0 < b.start - block.end <= _FEW)
    return any(COUNTS_LETTERS.search(b.plain) for b in beside)


def _is_masthead(block: Block, draft: Draft) -> bool:
    """A few words near the top with buttons or a menu right below: the name of a site or show."""
    blocks = draft.source.blocks[: _NEAR + 1]
    while blocks and _SKIPS.fullmatch(blocks[0].plain):
        blocks = blocks[1:]
    place = next((i for i, one in enumerate(blocks[:-1]) if one.start == block.start), None)
    if place is None or block.level == 1 or word_count(block.plain) > _MASTHEAD_WORDS + 1:
        return False
    below = blocks[place + 1]
    between = [b for b in blocks[place + 1 :] if b.spaced or word_count(b.plain) > _SMALL][:1]
    if below.sign == MENU or (between and between[0].sign == MENU and not between[0].spaced):
        return True
    entries = [replace(below, spaced=False), *blocks[_SMALL : _SMALL + 1]]
    if place == 0 and len(entries) == _SMALL and all(map(is_menu_entry, entries)):
        return True
    short = place == 0 and word_count(block.plain) <= _MASTHEAD_WORDS
    button = below.plain.lower() in _BUTTONS and not below.spaced
    return short and (button or is_noise(below.plain) or offers(below.plain))


_BUTTONS = frozenset(
    "donate|give|search|menu|sign in|log in|subscribe|support us|become a member|listen live|"
    "newsletters|visit|shop|account|my account|join".split("|")
)
"""What stands right below the name of a station or of a house, above its menu."""


_SKIPS = re.compile(
    r"(?:skip|jump) (?:to|navigation)\b.{0,40}|accessibility (?:links|help)|"
    r"(?:open|close|toggle) (?:the )?(?:menu|navigation)|"
    r"keyboard shortcuts\b.{0,40}",
    re.IGNORECASE,
)
"""``Skip to main content``, above all that a page shows"""


def take_masthead(draft: Draft) -> None:
    """Claims the name above a menu as the show, where the page tells of it as of one."""
    for block in draft.source.blocks[:_NEAR] if not draft.values("show") else ():
        name = without_tagline(block.plain)
        if block.plain in draft.values("title") or not _is_masthead(block, draft):
            continue
        if not is_name_of_show(name) or resolve(name, draft.people):
            continue
        told = re.compile(
            rf"\b(?:on|to|this is) {re.escape(name)}(?=[,.:;!?]|$| with| podcast| show)"
            rf"|(?m:^)[#*\[ ]{{0,6}}[Ss]ubscribe to {re.escape(name)}\b"
            rf"|\bthe {re.escape(name)} (?:podcast|show)\b"
            rf"|\b{re.escape(name)} is (?:a|an) [a-z]+-(?:supported|funded)",
            re.IGNORECASE if name.isupper() else re.RegexFlag(0),
        )
        if name != block.plain or _PODCAST.search(name) or told.search(draft.source.text):
            draft.claim("show", uncapped(name), block.start)
            return


_PODCAST = re.compile(r"\bpodcast\b", re.IGNORECASE)
_SMALL = 2
_NEAR = 6
"""Blocks."""
