"""The menu of a site above a page, and the imprint behind its last rule."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from quizapp.reading.block import RULE, Block
from quizapp.reading.dates import find_date
from quizapp.reading.noise import is_noise
from quizapp.reading.wording import is_prose, word_count

_NEAR = 30
"""Blocks from the top within which a menu begins."""

_FEWEST = 4
_TOP = 3
"""Blocks at the top, where one entry less is a menu if all of them are known; so are two first."""
_WORDS = 3
_WORDS_ABOUT = 5
"""``About Dr. Ada Byron``"""

_ENTRIES = frozenset(
    """speakers schedule conduct sponsors tickets
    about episodes episode blog contact shop store home archive archives newsletter merch
    subscribe login search donate podcast podcasts workshops events press team support guests
    menu pricing features courses books transcripts speaking listen members membership apps app
    sign account library categories topics topic explore discover shows charts join help faq
    browse upgrade following inbox queue notifications downloads saved settings profile activity
    discuss community wiki random guestbook links forum start summaries channels extension
    accueil épisodes équipe boutique contactez episódios início loja tienda inicio episodios
    puntate negozio chi über folgen sendungen
    kontakt startseite folgen impressum""".split()
)
_SHARE = 0.4
_APART = 3
"""More lines in a row that are no such names are a list of their own."""
_SHARE_BELOW = 0.7
_TOLD = 2
"""Sentences above: below them a list is rather of topics than a menu."""


_IMPRINT = 4
"""So many lines behind the last rule are an imprint at the most."""

_SLANTED = re.compile(r"^(?:\*(?!\*)|_(?!_)).+(?:(?<!\*)\*|(?<!_)_)$")
_BARRED = re.compile(r"\s[·|]\s.*\d|\d.*\s[·|]\s")
"""``Synced · 10 highlights``"""

_LINKS = re.compile(r"!?\[[^\[\]]{0,300}\]\([^()\s]{0,2000}\)")


def without_imprint(blocks: Sequence[Block]) -> list[Block]:
    """Blocks without slanted lines, links and buttons behind the last rule of a page."""
    last = max((place for place, block in enumerate(blocks) if block.sign == RULE), default=-1)
    behind = blocks[last + 1 :]
    if last < 0 or not 0 < len(behind) <= _IMPRINT or not all(map(_is_imprint, behind)):
        return list(blocks)
    return list(blocks[:last])


def _is_imprint(block: Block) -> bool:
    bare = _LINKS.sub("", block.text)
    linked = len(bare) < 0.4 * len(block.text)
    counted = not block.sign and not is_prose(bare) and bool(_BARRED.search(bare))
    return linked or counted or bool(_SLANTED.match(block.text)) or is_noise(block.plain)


def without_menu(blocks: Sequence[Block]) -> list[Block]:
    """Blocks without short lines in a row near the top, many of them names of a site's pages."""
    start = 0
    while start < min(_NEAR, len(blocks)):
        end = start
        while end < len(blocks) and _is_entry(blocks[end], blocks[end - 1], end == start):
            end += 1
        end = _before_title(blocks, start, end)
        run = blocks[start:end]
        few = _TWO if start == 0 else _FEWEST - 1
        on_top = start < _TOP and few <= len(run) < _FEWEST and all(map(_is_known, run))
        if len(run) < _FEWEST and not on_top:
            start = max(end, start + 1)
            continue
        told = sum(1 for block in blocks[:start] if is_prose(block.plain)) >= _TOLD
        share = _SHARE_BELOW if told else _SHARE
        known = [_is_known(block) for block in run]
        apart = max((len(list(some)) for one, some in groupby(known) if not one), default=0)
        if sum(known) >= max(2, share * len(run)) and apart <= _APART:
            return [*blocks[:start], *blocks[end:]]
        start = max(end, start + 1)
    return list(blocks)


def _before_title(blocks: Sequence[Block], start: int, end: int) -> int:
    """Where a menu ends above a title and a show, with a day or an episode's number below them.

    A sentence right below tells as much.
    """
    below = blocks[end].plain if end < len(blocks) else ""
    told = len(below) < _DAY and bool(find_date(below) or _COUNTED.match(below))
    numbered = end + 1 < len(blocks) and blocks[end].sign == "1"
    told = told or (numbered and find_date(blocks[end + 1].plain[:_DAY]) is not None)
    told = told or (is_prose(below) and blocks[end].start == blocks[end - 1].end + 1)
    last = max((i for i in range(start, end) if _is_known(blocks[i])), default=end - 1)
    lone = end - last - 1 == 1
    told = told or (lone and _is_named_again(blocks, end - 1))
    told = told or (lone and _lists_others(blocks, end - 1))
    return last + 1 if told and end - last - 1 <= _TWO else end


def _is_named_again(blocks: Sequence[Block], place: int) -> bool:
    """Whether lines further down begin with an entry and go on, as with the show of a page.

    So ``Night Radio`` does, with ``Night Radio · 48 min`` among the other episodes.
    """
    name = blocks[place].plain
    if word_count(name) < _TWO:
        return False
    return any(b.plain.startswith(f"{name} ") for b in blocks[place + 1 :] if len(b.text) < _LINE)


def _lists_others(blocks: Sequence[Block], place: int) -> bool:
    """Whether an entry stands above a title and its day, and alone above others further down.

    So ``Night Radio`` does that heads ``Deep Sleep`` and ``May 4, 2024 • 54 min``.
    """
    name, below = blocks[place].plain, blocks[place + 1 : place + 3]
    if len(below) < _TWO or word_count(name) < _TWO or is_prose(below[0].plain):
        return False
    dated = len(below[1].text) < _DAY and find_date(below[1].plain) is not None
    return dated and any(block.plain == name for block in blocks[place + 3 :])


_LINE = 400
"""Letters of a line that may tell of the show."""
_DAY = 60
"""Letters of a line with a day, a number and a length"""
_COUNTED = re.compile(r"(?:ep(?:isode)?\.?\s?#?|#)\d{1,4}\b", re.IGNORECASE)


def _is_entry(block: Block, before: Block, first: bool) -> bool:
    """A line of few words; entries stand right below each other."""
    text = _COUNT_BEHIND.sub("", block.plain)
    words = text.split()
    most = _WORDS_ABOUT if words[:1] == ["About"] else _WORDS
    if block.sign == "#" or not 1 <= len(words) <= most or not text[-1].isalnum():
        return False
    if any(char.isdigit() for char in text) or not text[0].isalpha():
        return False
    return first or block.start <= before.end + 1


def is_menu_entry(block: Block) -> bool:
    """``Episodes`` right below another line: one of a site's pages."""
    return not block.spaced and len(block.plain.split()) <= _TWO and _is_known(block)


_TWO = 2


def _is_known(block: Block) -> bool:
    """Whether one of an entry's words is known, or how many of them wait is told behind it."""
    bare = _COUNT_BEHIND.sub("", block.plain).lower()
    words = bare.split()
    own = _OWN.issuperset(words)
    counted = own and len(bare) < len(block.plain)
    kept = own and len(words) == _TWO and words[0] in _WHOSE
    return counted or kept or any(word in _ENTRIES for word in words)


_COUNT_BEHIND = re.compile(r"(?<=[a-z]) (?:\d{1,4}|[(]\d{1,4}[)])$")
_OWN = frozenset(
    "your my highlights notes clips bookmarks favourites favorites messages summaries".split()
)
"""``Highlights (14)``: what somebody has kept in an app"""
_WHOSE = frozenset({"my", "your"})
"""``My notes``"""


_ENTRY = re.compile(
    r"(?:Home|Browse|Explore|Library|Pricing|Upgrade|Topics|Search|Discover|Categories|Login|Menu|"
    r"Shows|Podcasts|Blog|About|Log in|Sign up|Sign in)(?=[A-Z\s]|$)"
)


def is_menu_in_line(name: str) -> bool:
    """Whether a line is a site's name and its menu: ``PodDigestHome Browse Upgrade``."""
    return len(_ENTRY.findall(name)) > 1
