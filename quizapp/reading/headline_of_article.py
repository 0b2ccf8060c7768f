"""The headline of an article among the names, days and menus above its first paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizapp.reading.block import Block
from quizapp.reading.candidates import could_be_title
from quizapp.reading.dates import find_date
from quizapp.reading.draft import Draft
from quizapp.reading.names import bare_name, is_name
from quizapp.reading.noise import is_noise
from quizapp.reading.show_names import bare_show, is_name_of_show
from quizapp.reading.title_parts import is_site
from quizapp.reading.wording import ends_sentence, word_count

_WORDS = 4
"""Words of a headline at least, where the names of papers and their parts stand above it."""

_EPISODE = re.compile(
    r"[(,]\s?[“\"‘](?P<title>[^“”\"]{4,100}?),?[”\"’],?\s(?:episode|ep\.?|number|no\.?)\s#?"
    r"(?P<number>\d{1,4})\b"
    r"|\b(?:episode|ep\.?)\s#?(?P<number2>\d{1,4})\b,?\s?\(?[“\"](?P<title2>[^“”\"]{4,100}?),?[”\"]"
)
"""``Night Radio (“Deep Sleep”, episode 4)``, ``episode 4, “Deep Sleep,”``"""

_COUNTED = re.compile(r"^Recap: Episode #?(?P<number>\d{1,4})\b", re.IGNORECASE)

_DAY_WORDS = 8
"""Words of a line that is but a day, perhaps with an hour and a place."""

_GAPS = re.compile(r"\S {2,}\S+(?: {2,}\S+| \S+)* {2,}\S|\S\s[|·•›»>/]\s\S.*\s[|·•›»>/]\s\S")
"""``News  Opinion  Sport``, ``News | Opinion | Sport``"""

_LONGEST = 300
"""Letters of a menu."""

_CRUMB = re.compile(r"\s[›»>▸→]\s")
_BYLINE = re.compile(r"^(?:by|words|text|written by|reviewed by|photographs?|published)\b", re.I)


def read(top: Sequence[Block], told: Sequence[Block], draft: Draft) -> None:
    """Claims title and number that the first paragraphs give the episode, else the headline."""
    for block in told:
        found = _EPISODE.search(block.plain)
        if found:
            draft.claim("title", found["title"] or found["title2"], block.start)
            draft.claim("number", int(found["number"] or found["number2"]), block.start)
            return
    lines = [block for block in top if _is_headline(block, draft)]
    sent = [block for block in lines if bare_show(block.plain) != block.plain]
    if sent and len(sent) < len(lines):
        draft.claim("show", sent[0].plain, sent[0].start)
        lines = [block for block in lines if block not in sent]
    counted = _COUNTED.search(lines[0].plain) if lines else None
    if counted:
        draft.claim("number", int(counted["number"]), lines[0].start)
    long = [block for block in lines if word_count(block.plain) >= _WORDS]
    best = next(iter(long or lines[:1]), None)
    if best:
        _take_parts(best, draft)
        draft.claim("title", best.plain, best.start)


def _take_parts(line: Block, draft: Draft) -> None:
    """``Night Radio — Ada Byron — highlights``: a show, who was there, and the sort of page."""
    parts = _DASHES.split(line.plain)
    names = [part for part in parts if is_name(part)]
    if len(parts) != _PARTS or not is_site(parts[-1]) or len(names) != 1:
        return
    show = next(part for part in parts[:-1] if part not in names)
    if is_name_of_show(show):
        draft.claim("show", show, line.start)
        draft.claim("person", bare_name(names[0]), line.start)


_PARTS = 3
_DASHES = re.compile(r"\s[|·–—-]\s")


def without_bylines(top: Sequence[Block], draft: Draft) -> list[Block]:
    """The lines above the first paragraph that may tell of the episode.

    Writer and day are those of the article, and a menu is its paper's.
    """
    return [
        block
        for block in top
        if not (_BYLINE.match(block.plain) or _is_day(block.plain) or _is_menu(block, draft))
    ]


def _is_day(text: str) -> bool:
    return find_date(text) is not None and word_count(text) <= _DAY_WORDS


def _is_menu(block: Block, draft: Draft) -> bool:
    """Whether a line is a path through a site or a row of its parts."""
    raw = {t[:_LONGEST] for n, t in draft.source.lines if block.start <= n <= block.end}
    return any(_GAPS.search(text.strip()) or _CRUMB.search(text) for text in raw)


def _is_headline(block: Block, draft: Draft) -> bool:
    text = block.plain
    return (
        could_be_title(block)
        and not (is_noise(text) or is_name(text) or _BYLINE.match(text))
        and find_date(text) is None
        and not _is_menu(block, draft)
        and not (ends_sentence(text) and word_count(text) > 2 * _WORDS and text[-1] == ".")
    )
