"""``Home / Podcasts / Night Radio``: the path through a site above a page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from quizapp.reading.block import Block
from quizapp.reading.datelines import NUMBERED
from quizapp.reading.dates import find_date
from quizapp.reading.draft import Draft
from quizapp.reading.headings import area_of
from quizapp.reading.menu_rows import names_menu
from quizapp.reading.noise import is_noise
from quizapp.reading.show_names import is_name_of_show
from quizapp.reading.title_lines import take_title

_SIGN = re.compile(r"\s[›»>/→▸|]\s")
_FEWEST = 3
"""Parts of a path."""

_SHORT_SIGN = re.compile(r"\s[›»→▸]\s")
"""What stands between two names on no other line than a path."""

_LONGEST = 160
_STARTS = frozenset(
    "home start startseite accueil inicio podcasts shows library browse discover explore quotes "
    "transcripts summaries notes collections archive archives catalogue catalog sounds".split()
)
_SHELVES = frozenset(
    "podcasts|shows|podcast|our podcasts|our shows|series|library|discover|oral histories|"
    "oral history|interviews|recordings".split("|")
)
"""Below these a path names the show."""

_BELOW_SHOW = frozenset(
    {
        "episodes",
        "episode list",
        "episode guide",
        "archive",
        "transcripts",
        "all episodes",
        "past episodes",
    }
)
"""Above these it does."""


def read(blocks: Sequence[Block], draft: Draft) -> list[Block]:
    """Takes the show out of a path, where the page names it again; hands back all but paths."""
    rest: list[Block] = []
    for block in blocks:
        parts = _parts(block)
        if not parts and (_read_kept(block, draft) or _read_glued(block, draft)):
            continue
        if _read_shelved(block, draft):
            continue
        if not parts:
            rest.append(block)
            continue
        name = next((b for a, b in pairwise(parts) if a.lower() in _SHELVES), "")
        counted = NUMBERED.fullmatch(parts[-1])
        number = counted and (counted["number"] or counted["only"])
        draft.claim("number", int(number) if number else None, block.start)
        again = counted or any(
            name in other.plain for other in draft.source.blocks if other is not block
        )
        titled = any(
            _is_titled(other.plain, name) for other in draft.source.blocks if other is not block
        )
        again = (again and not (titled and name == parts[-1])) or (name == parts[-1] and not titled)
        _take_below_show(parts, block.start, draft)
        _take_told_again(parts, name, block.start, draft)
        if "|" not in block.plain:
            _take_told_together(parts, block.start, draft)
        if name and again and is_name_of_show(name) and not draft.values("show"):
            draft.claim("show", name, block.start)
    return rest


_COUNT = re.compile(r"(?:(?:ep(?:isode)?\.?|no\.?)\s?)?#?\s?\d{1,4}\s?[.:|–—-]?\s", re.IGNORECASE)
"""``#12 `` before a title"""


def _is_titled(text: str, name: str) -> bool:
    """Whether a line is what a path ends in, perhaps behind its number."""
    if not name or not text.endswith(name):
        return False
    return text == name or _COUNT.fullmatch(text[: -len(name)]) is not None


_KEPT = frozenset(
    "library|my library|your library|my videos|my podcasts|my summaries|summaries|my notes|"
    "my skims|my transcripts|saved|saved items|favourites|favorites|history|my history|"
    "dashboard|workspace|my workspace|my files|files|inbox|recent|recents|queue".split("|")
)
"""Where a tool keeps what it has made."""


_LENGTH = re.compile(
    r"^\d[\d: ]*(?:[ -]?(?:m|mins?|minutes?|h|hrs?|hours?)\.?)?(?: (?:read|listen|watch))?$",
    re.IGNORECASE,
)


def _read_kept(block: Block, draft: Draft) -> bool:
    """``Tool ▸ My library ▸ Deep Sleep (Full Interview)``: the last of a tool's path is the title.

    A page with a heading of its own is called by that.
    """
    text = block.plain
    short = not block.is_item and len(text) <= _LONGEST
    parts = [part.strip() for part in _PATH.split(text)] if short else []
    if _is_of_paper(parts, text):
        return True
    if len(parts) < _TWO or parts[-2].lower() not in _KEPT or _LENGTH.search(parts[-1]):
        return False
    if not any(one.level == 1 for one in draft.source.blocks):
        take_title(_SORT_BEHIND.sub("", parts[-1]), block.start, draft)
    return True


_COUNTED_BELOW = re.compile(
    r"(?:,|:| [–—-])?\s(?:(?:no|nr|episode|ep|programme|part)\.? ?)?#?\d{1,4}\b", re.IGNORECASE
)
"""``, No. 12: Deep Sleep`` behind the name of a show"""


def _read_shelved(block: Block, draft: Draft) -> bool:
    """``City Radio | Archive | Night Work`` above ``Night Work, No. 12: Deep Sleep``."""
    parts = [part.strip() for part in _SIGN.split(block.plain)] if _is_short(block) else []
    if len(parts) != _FEWEST or parts[1].lower() not in _BELOW_SHOW | _SHELVES:
        return False
    name = parts[-1]
    below = [one.plain for one in draft.source.blocks[:_NEAR] if one.start > block.start]
    counted = any(t.startswith(name) and _COUNTED_BELOW.match(t, len(name)) for t in below)
    if not counted or not is_name_of_show(name):
        return False
    if not draft.values("show"):
        draft.claim("show", name, block.start)
    return True


def _is_short(block: Block) -> bool:
    return not block.is_item and len(block.text) <= _LONGEST


_GLUED = re.compile(r"(?:Home|Podcasts|Shows|Library|Browse|Discover|Explore)(?=[A-ZÀ-Þ])")


def _read_glued(block: Block, draft: Draft) -> bool:
    """``HomeHealth & SleepNight Radio``, where another line is ``Night RadioMay 4, 2021``."""
    text = block.plain
    if block.is_item or len(text) > _LONGEST or _GLUED.match(text) is None:
        return False
    for other in draft.source.blocks[:_NEAR]:
        day = find_date(other.plain) if len(other.plain) <= _LONGEST else None
        name = other.plain[: day[1]].strip() if day else ""
        before = text[-len(name) - 1 : -len(name)] if name and text.endswith(name) else ""
        if before.islower() or before == ")":
            if is_name_of_show(name) and not draft.values("show"):
                draft.claim("show", name, block.start)
            return True
    return False


_DESKS = frozenset(
    "news world politics business money sport sports life lifestyle style culture arts art books "
    "music film tv food travel science health environment technology tech education society "
    "opinion features magazine interviews people history home".split()
)
"""Parts of a newspaper."""


def _is_of_paper(parts: Sequence[str], text: str) -> bool:
    """``Life > The Saturday Interview``, ``Culture › Books › Interviews``"""
    named = len(parts) >= _TWO and bool(_ARROW.search(text)) and parts[0].lower() in _DESKS
    return named and all(0 < len(part.split()) <= _SERIES for part in parts)


_ARROW = re.compile(r"\s[›»>→▸]\s")
_SERIES = 4
"""Words of the name of a newspaper's series."""

_PATH = re.compile(r"\s[›»>/→▸|·]\s")
_SORT_BEHIND = re.compile(
    r"\s[(\[](?:(?:the )?(?:full|complete|entire|uncut) )?"
    r"(?:interview|episode|video|podcast|conversation|talk|documentary|audio)[)\]]$",
    re.IGNORECASE,
)
"""``Deep Sleep (Full Interview)``"""


def _parts(block: Block) -> list[str]:
    text = block.plain
    parts = [part.strip() for part in _SIGN.split(text)] if len(text) <= _LONGEST else []
    named = len(parts) >= _FEWEST and (parts[0].lower() in _STARTS or _is_of_show(parts))
    named = named and not ("|" in text and names_menu(parts[-1]))
    two = len(parts) == _TWO and (bool(_SHORT_SIGN.search(text)) or _is_season(parts))
    named = named or (two and _are_two(parts))
    return parts if named and not block.is_item else []


_TWO = 2


_SEASON = re.compile(r"(?:(?:season|series|year|volume) )?\d{1,4}", re.IGNORECASE)


def _is_season(parts: Sequence[str]) -> bool:
    """``Episodes › Season 3``"""
    shelved = parts[0].lower() in _SHELVES | _BELOW_SHOW
    return shelved and _SEASON.fullmatch(parts[1]) is not None


def _are_two(parts: Sequence[str]) -> bool:
    """``Shows › Night Radio``, ``Night Radio › Transcripts``, ``Episodes › Season 3``"""
    if _is_season(parts):
        return True
    below_shelf = parts[0].lower() in _SHELVES and is_name_of_show(parts[1])
    return below_shelf or _is_of_show(parts)


def _take_told_again(parts: Sequence[str], show: str, line: int, draft: Draft) -> None:
    """Takes the last of ``Shows › Night Radio › Deep Sleep`` above ``Quotes from Deep Sleep``.

    A page that is called so itself needs no path to tell it.
    """
    title = parts[-1]
    if not show or title == show or draft.values("title") or area_of(title) is not None:
        return
    others = [block.plain for block in draft.source.blocks[:_NEAR] if block.start != line]
    heads = (text.strip("“”\"'‘’ ") for text in others if area_of(text) is not None)
    if title not in others and any(text.endswith(title) and text != title for text in heads):
        take_title(title, line, draft)


def _take_told_together(parts: Sequence[str], line: int, draft: Draft) -> None:
    """Takes the show of ``Home > Night Radio > Deep Sleep`` above ``Night Radio - Deep Sleep``."""
    show, title = parts[-2:] if len(parts) >= _FEWEST else ("", "")
    both = {f"{show}{sign}{title}" for sign in (" - ", " – ", " — ", ": ", " | ", " · ")}
    told = any(block.plain in both for block in draft.source.blocks[:_NEAR])
    if told and is_name_of_show(show) and show.lower() not in _SHELVES and not draft.values("show"):
        draft.claim("show", show, line)


_NEAR = 12
"""Blocks from the top."""


def _is_of_show(parts: Sequence[str]) -> bool:
    """``Night Radio > Episodes > Deep Sleep > Questions``, ``Night Radio > Episodes > 2018``"""
    below = parts[1].lower() if len(parts) >= _TWO else ""
    shelf = parts[0].lower() in _SHELVES
    return below in _BELOW_SHOW and is_name_of_show(parts[0]) and not shelf


def _take_below_show(parts: Sequence[str], line: int, draft: Draft) -> None:
    if _is_of_show(parts) and not draft.values("show"):
        draft.claim("show", parts[0], line)
        title = parts[2] if len(parts) > _FEWEST else ""
        if title and area_of(title) is None and not is_noise(title):
            draft.claim("title", title, line)
