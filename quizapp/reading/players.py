"""The head of a podcast player's page: title, show and host on lines above the ratings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from quizapp.reading.block import MENU, Block
from quizapp.reading.candidates import could_be_title
from quizapp.reading.datelines import tells_month
from quizapp.reading.dates import find_date
from quizapp.reading.draft import Draft
from quizapp.reading.forms import Form
from quizapp.reading.names import NAME, bare_name, is_name
from quizapp.reading.show_names import is_name_of_show, uncapped
from quizapp.reading.times import duration
from quizapp.reading.title_lines import take_title
from quizapp.reading.wording import word_count

_RATINGS = re.compile(
    r"^\d(?:[.,]\d)?\s?(?:[•·|(]\s?)?[\d.,]+\s?[KM]?\s?[Rr]atings?\)?$", re.IGNORECASE
)
"""``4.8 • 5K Ratings``, also glued: ``4.81.3K Ratings``"""

_COMMAS = 3
_NEAR = 12
_TITLE_WORDS = 25


def read(blocks: Sequence[Block], draft: Draft) -> list[Block]:
    """Takes title, show and host right above the ratings; hands back the other blocks."""
    blocks = _read_labelled(_read_playing(_with_rerun(blocks, draft), draft), draft)
    top = list(blocks[:_NEAR])
    place = next((i for i, b in enumerate(top) if _RATINGS.match(b.plain)), None)
    above = [b for b in top[:place] if b.sign != MENU] if place else []
    while above and above[-1].plain.count(",") >= _COMMAS:
        above.pop()
    if len(above) < _COMMAS or draft.values("title"):
        return list(blocks)
    title, show, host = above[-_COMMAS:]
    if not _is_host(host.plain) or not is_name_of_show(show.plain):
        return list(blocks)
    if word_count(title.plain) > _TITLE_WORDS or title.plain == show.plain:
        return list(blocks)
    draft.claim("show", uncapped(show.plain), show.start)
    draft.claim("host", bare_name(host.plain), host.start)
    take_title(_numbered(title, draft), title.start, draft)
    taken = {title.start, show.start, host.start}
    return [b for b in blocks if b.start not in taken and b.plain != show.plain]


_PLAYING = re.compile(r"^(?:currently|now) playing(?: episode)?:?$", re.IGNORECASE)
_BY = Form(rf"^[Bb]y (?P<name>{NAME})$", needs="y ")


def _read_playing(blocks: Sequence[Block], draft: Draft) -> list[Block]:
    """Takes the title below ``Currently playing``, the show below it, and who makes the show."""
    page = draft.source.blocks
    place = next((i for i, b in enumerate(page[:_FAR]) if _PLAYING.match(b.plain)), None)
    if place is None or len(page) <= place + 2 or draft.values("title"):
        return list(blocks)
    title, show = page[place + 1], page[place + 2]
    above = [block.plain for block in page[:place]]
    if show.plain not in above or not is_name_of_show(show.plain) or not could_be_title(title):
        return list(blocks)
    draft.claim("show", show.plain, show.start)
    take_title(_SPACED.sub(r"\1: ", title.text), title.start, draft)
    signed = next((m for text in above if (m := _BY.match(text)) and is_name(m["name"])), None)
    if signed and not draft.values("host"):
        draft.claim("host", bare_name(signed["name"]), page[above.index(signed.string)].start)
    return [b for b in blocks if b.plain not in (show.plain, title.plain)]


_SORT = re.compile(r"^(?:(?:podcast|video|audio|full) )?episode$", re.IGNORECASE)


def _read_labelled(blocks: Sequence[Block], draft: Draft) -> list[Block]:
    """Takes title and show below ``Podcast Episode`` and above a day, a month or a length."""
    page = draft.source.blocks[:_FAR]
    place = next((i for i, b in enumerate(page) if _SORT.match(b.plain)), None)
    if place is None or len(page) <= place + _COMMAS or draft.values("title"):
        return list(blocks)
    title, show, when = page[place + 1 : place + 1 + _COMMAS]
    if not is_name_of_show(show.plain) or not could_be_title(title) or not _tells_when(when.plain):
        return list(blocks)
    draft.claim("show", uncapped(show.plain), show.start)
    take_title(_SPACED.sub(r"\1: ", title.text), title.start, draft)
    return [b for b in blocks if b.plain not in (show.plain, title.plain)]


def _tells_when(text: str) -> bool:
    short = word_count(text) <= _WHEN
    return short and bool(tells_month(text) or find_date(text) or duration(text))


_WHEN = 8
"""Words."""

_SPACED = re.compile(r"^(#\d{1,4})\s?[-–—]\s?")
_FAR = 40

_RERUN = Form(rf"^Podcast: (?P<title>.*\bwith (?P<name>{NAME}))$", needs="Podcast: ")


def _with_rerun(blocks: Sequence[Block], draft: Draft) -> list[Block]:
    """``Podcast: Deep Sleep with Ada Byron`` above ``a conversation with Ada Byron``: a title."""
    found = _RERUN.match(blocks[0].plain) if blocks else None
    if not found or not is_name(found["name"]):
        return list(blocks)
    talk = (
        rf"(?:conversation|interview|chat|talk)s?\b[^.!?\n]{{0,40}} with {re.escape(found['name'])}"
    )
    if not re.search(talk, draft.source.text):
        return list(blocks)
    if not draft.values("guest"):
        draft.claim("guest", bare_name(found["name"]), blocks[0].start)
    return [replace(blocks[0], text=found["title"]), *blocks[1:]]


_INITIALS = re.compile(r"^[A-Z]{2} [A-Z][a-z]+$")


def _is_host(text: str) -> bool:
    return is_name(text) or bool(_INITIALS.match(text))


def _numbered(title: Block, draft: Draft) -> str:
    """The line with the number that reads like that of a list: ``136. Deep Sleep``."""
    raw = next((text for line, text in draft.source.lines if line == title.start), title.text)
    return " ".join(raw.split()) if title.sign == "1" else title.text
