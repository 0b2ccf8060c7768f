"""The name of the show, where no label gives it: from margins and lines beside the title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from quizapp.reading import self_introduced
from quizapp.reading.block import MENU, Block
from quizapp.reading.cues import Cued, cued
from quizapp.reading.datelines import tells_month
from quizapp.reading.draft import Draft
from quizapp.reading.forms import Form
from quizapp.reading.hosts_and_guests import found_at
from quizapp.reading.kickers import is_shelf
from quizapp.reading.menus import is_menu_in_line
from quizapp.reading.names import NAME, is_name
from quizapp.reading.people import is_spoken_of, resolve
from quizapp.reading.podcast_heads import is_tagline
from quizapp.reading.show_names import (
    NAME_OF_SHOW,
    SHOW_WORD,
    is_name_of_show,
    trimmed,
    uncapped,
)
from quizapp.reading.shows_with_hosts import heads_page, names_guest_on
from quizapp.reading.titles import parse_title
from quizapp.reading.wording import is_prose, word_count

_RIGHTS = cued(
    Form(
        r"(?:©|\(c\)|copyright)\s*(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?)?,?\s*(?P<name>[^\n.|·•,©\d]{3,40})",
        re.IGNORECASE,
    ),
    "© c copyright",
    r"©|[cC]\)|[Cc](?:opyright|OPYRIGHT)",
)

_MORE_FROM = cued(
    Form(
        r"\b(?:[Mm]ore (?:episodes )?(?:from|of|by)|[Ww]elcome (?:back )?to|[Ee]pisodes? of|"
        r"[Ee]dition of|[Ii]nstal+ment of|[Ll]istening to|[Ff]ollow|[Ss]ubscribe to|[Ss]upport)"
        rf"\s(?P<name>(?:[Tt]he )?{NAME_OF_SHOW})"
    ),
    "more welcome episode episodes edition instalment installment listening follow "
    "subscribe support",
    r"[Mm]ore (?:episodes |from|of|by)|[Ww]elcome |[Ee]pisodes? of|[Ee]dition of|[Ii]nstal+ment|"
    r"[Ll]istening to|[Ff]ollow|[Ss]ubscribe|[Ss]upport",
)

_NUMBERED = re.compile(
    r"^\W*(?:s\d{1,2}\s?e(?:p\.?\s?)?|ep(?:isode)?\.?\s?#?|#|no\.?\s?|(?:folge|épisode|episodio|episódio|aflevering|puntata)\s?#?)"
    r"\d{1,4}\b",
    re.IGNORECASE,
)

_WITH_HOST = Form(rf"^(?P<show>[A-Z][^|·•:.?!]{{2,40}}?),? with (?P<host>{NAME})$")

_NEAR = 8

_BESIDE = 2

_FEW = 4

_FORM = 2

_READ = 6_000

_OF_EPISODE = ("duration_seconds", "number")
"""What below a name tells that it is no writer's."""

_OF_PAGE = (*_OF_EPISODE, "published", "released")

_SMALL_WORD = 3
"""Letters."""


def names_around(draft: Draft) -> tuple[str, ...]:
    """Names that may be the show's: of the site, in the margins, behind ``©`` and ``More from``.

    They serve to take a title line apart; none is the show for itself.
    """
    found = [one.value for one in draft.source.fields if one.name == "site"]
    text = draft.source.text
    margin = max(_READ, len(text) - _READ)
    for place, name in _at(_RIGHTS, text):
        found += [name] if place < _READ or place >= margin else []
    for place, name in _at(_MORE_FROM, text):
        near = place < _READ or place >= margin
        found += [name, name.partition(" on ")[0]] if near else []
    names = (trimmed(name) for name in found)
    return tuple(dict.fromkeys(name for name in names if name and is_name_of_show(name)))


_SUBSCRIBED = re.compile(
    r"(?:^|[\[(.!?*] ?)(?:[Ss]ubscribe to|[Ll]isten to|[Ff]ollow) "
    rf"(?P<name>(?:[Tt]he )?{NAME_OF_SHOW})",
    re.MULTILINE,
)
"""``[Subscribe to Night Radio]``"""


def subscribed(draft: Draft) -> tuple[str, ...]:
    """Names to which a page with a known guest bids to subscribe, and which are no people."""
    if not draft.values("guest"):
        return ()
    found = (trimmed(one["name"]) for one in _SUBSCRIBED.finditer(draft.source.text))
    names = (name for name in found if is_name_of_show(name) and not _is_person(name, draft))
    return tuple(dict.fromkeys(names))


def _at(form: Cued, text: str) -> list[tuple[int, str]]:
    """The places and names of a form."""
    return [(found.start(), found["name"]) for found in form.finditer(text)]


def take_line_above(title: Block, blocks: Sequence[Block], draft: Draft) -> Block | None:
    """Takes the line above a title for the show, where something tells so; hands it back."""
    told = parse_title(title.text)
    if draft.values("show") or (told.show and told.number):
        return None
    place = next((i for i, block in enumerate(blocks) if block is title), 0)
    if not place:
        return None
    if _NUMBERED.match(title.plain):
        place = next((i for i in range(place, 0, -1) if not _is_menu(blocks[i - 1])), place)
    if place > 1 and is_tagline(blocks[place - 1].plain):
        place -= 1
    above = blocks[place - 1]
    name = _end_of_path(above.plain, title.plain)
    if not is_name_of_show(name) or above.is_item or above.sign == ">" or is_tagline(name):
        return None
    if names_guest_on(title.plain) or above.text.count("](") > 1 or _are_shelves(name):
        return None  # the show behind the bar; a menu in one line, or a path of departments
    if _is_person(name, draft) or _is_behind_bar(title.plain, name) or is_menu_in_line(name):
        return None
    hosted = _WITH_HOST.match(_in_small(name))
    if hosted and is_name(hosted["host"]):
        return None  # taken with its host, further on
    if word_count(name) == 1 and _is_told_below(blocks[place + 1 : place + _FEW], draft):
        return None  # the site's name
    if _menu_between(above, title, draft) and not _NUMBERED.match(title.plain):
        return None
    again = sum(name.lower() in block.plain.lower() for block in draft.source.blocks) > 1
    first = place == 1 and word_count(name) <= _FEW and bool(draft.values("number"))
    first = first or (place == 1 and stands_alone(above, title, draft))
    first = first or (place == _BESIDE and _is_collection(blocks[0], above, title))
    first = first or (place == 1 and _is_cast_below(above, title, draft))
    first = first or (title.level == 1 and _INTERVIEWS.fullmatch(name) is not None)
    if _NUMBERED.match(title.plain) or SHOW_WORD.search(name) or again or first:
        draft.claim("show", uncapped(name), above.start)
        return above
    return None


def _are_shelves(text: str) -> bool:
    """``Books / Conversations``, ``Home / Interviews``"""
    parts = [part.strip() for part in _STEP.split(text)]
    home = len(parts) > 1 and parts[0].casefold() in _HOMES
    return home or (len(parts) > 1 and all(map(is_shelf, parts)))


_STEP = re.compile(r"\s[/›»>→▸]\s")
_HOMES = frozenset("home homepage start startseite accueil inicio início".split())
"""Where a path through a site begins."""


def _end_of_path(text: str, title: str) -> str:
    """``Stories / Night Radio`` above ``Night Radio 5: Deep Sleep`` → ``Night Radio``."""
    last = _STEP.split(text)[-1].strip()
    return last if title.lower().startswith(last.lower()) else text


def _is_cast_below(above: Block, title: Block, draft: Draft) -> bool:
    """Whether the one heading of a page stands below a name, and host and guest below it.

    What exported the page says so by that name: ``Made with Lidmark``.
    """
    name = above.plain
    if title.level != 1 or above.level or above.start != draft.source.blocks[0].start:
        return False
    if not (_FORM <= word_count(name) < word_count(title.plain) and is_capital(name)):
        return False
    near = {one.field for one in draft.claims if 0 < one.line - title.end <= _CAST_BELOW}
    alone = sum(block.level == 1 for block in draft.source.blocks) == 1
    tool = re.compile(rf"\b(?:with|in|from|by|of) (?:the )?{re.escape(name)}\b")
    return alone and {"host", "guest"} <= near and not tool.search(draft.source.text)


_CAST_BELOW = 6
"""Lines."""

_ARCHIVE = re.compile(
    r"\b(?:archives?|museum|library|university|society|college|institute|foundation|"
    r"historical|oral history)\b",
    re.IGNORECASE,
)


def _is_collection(top: Block, above: Block, title: Block) -> bool:
    """Whether a line between an archive and ``Interview with Ada Byron`` names its collection."""
    beside = above.start == top.end + 1 and not above.spaced and title.spaced
    told = _INTERVIEW.match(title.plain) is not None and word_count(above.plain) > 1
    return beside and told and bool(_ARCHIVE.search(top.plain)) and is_capital(above.plain)


_INTERVIEWS = re.compile(
    r"(?:THE (?:[A-Z][A-Z'’&-]* ){1,4}(?:INTERVIEWS?|DIALOGUES?|QUESTIONS|LECTURES?|TAPES))"
    r"|(?:The (?:[A-Z][\w'’&-]* ){1,4}(?:Interviews?|Dialogues?|Questions|Lectures?|Tapes))"
)
"""``THE HARBOUR INTERVIEWS`` above a heading: the series of a magazine"""

_INTERVIEW = re.compile(r"(?:oral history |an )?interview (?:with|of) [A-Z]", re.IGNORECASE)


def _is_told_below(below: Sequence[Block], draft: Draft) -> bool:
    """Whether ``Night Radio with Ada Byron`` stands below a title, and the page knows the show."""
    told = (_WITH_HOST.match(block.plain) for block in below)
    shows = [one["show"] for one in told if one and is_name(one["host"])]
    return any(draft.source.text.count(show) > 1 for show in shows if is_name_of_show(show))


def _is_behind_bar(title: str, above: str) -> bool:
    """Whether a title names its show behind a bar: the short name above it is the site's."""
    _, bar, behind = title.rpartition(" | ")
    named = bool(bar) and is_name_of_show(behind) and not re.search(r"\d", behind)
    return named and word_count(above) == 1 and behind.lower() != above.lower()


def _menu_between(above: Block, title: Block, draft: Draft) -> bool:
    near = (b for b in draft.source.blocks if above.end < b.start < title.start)
    return any(block.sign == MENU for block in near)


def stands_alone(above: Block, title: Block, draft: Draft) -> bool:
    """Whether the first line of a page is the show: shorter than its title, with a day below it.

    In capitals, above a title without, ``THE LARDER`` needs no day.
    """
    name = above.plain
    if word_count(name) >= word_count(title.plain) or word_count(name) < _FORM:
        return False
    if name.startswith("THE ") and name.isupper() and not title.plain.isupper():
        return True
    dated = [one for one in draft.claims if one.field in _OF_PAGE]
    between = any(above.end < one.line < title.start for one in dated)
    between = between and word_count(title.plain) > word_count(name) + _BESIDE
    return is_capital(name) and (
        between or any(0 < one.line - title.end <= _BESIDE for one in dated)
    )


def take_line_below(title: Block, blocks: Sequence[Block], draft: Draft) -> None:
    """Claims the short line right below a title as the show, where the page names it again."""
    place = next((i for i, block in enumerate(blocks) if block is title), len(blocks))
    if draft.values("show") or place + 1 >= len(blocks):
        return
    below = blocks[place + 1]
    name = below.plain
    if below.is_item or below.sign == ">" or not is_name_of_show(name) or _is_person(name, draft):
        return
    if name.lower() == title.plain.lower() or _takes_turns(name, draft) or "/@" in below.text:
        return  # "[Ada Byron](https://mail.example/@ada)" writes here
    again = any(name in b.plain and b.start != below.start for b in draft.source.blocks)
    months = (b.plain for b in draft.source.blocks if 0 < b.start - below.end <= _BESIDE)
    dated = any(tells_month(text) for text in months) or any(
        one.field in (_OF_EPISODE if is_name(name) and not SHOW_WORD.search(name) else _OF_PAGE)
        and 0 < one.line - below.end <= _BESIDE
        for one in draft.claims
    )
    told = again or (dated and is_capital(name) and word_count(name) < word_count(title.plain))
    if below.start <= title.end + _BESIDE and told and word_count(name) > 1:
        draft.claim("show", uncapped(name), below.start)


_TURNS = 3


def _takes_turns(name: str, draft: Draft) -> bool:
    """Whether a name stands on lines of its own above what is said, time and again."""
    pairs = pairwise(draft.source.blocks)
    said = sum(one.plain == name and is_prose(below.plain) for one, below in pairs)
    return said >= _TURNS and is_name(name.title())


def is_capital(name: str) -> bool:
    """Whether all long words and the last one have capitals, as a show's have and few subtitles."""
    words = name.split()
    long = [word for word in words if len(word) > _SMALL_WORD]
    return not words[-1][0].islower() and all(word[0].isupper() for word in long)


def take_show_with_host(blocks: list[Block], draft: Draft) -> list[Block]:
    """Takes ``Ground Truth with Ada Byron``, near the top, for a show and its host.

    Only a page that names its guest elsewhere tells that she is not the guest.
    """
    others = [*draft.values("guest"), *draft.values("person")]
    for block in blocks[:_NEAR]:
        line = _DATED_BEHIND.sub("", block.plain)
        found = _WITH_HOST.match(_in_small(line)) if not draft.values("show") else None
        if not found or block.is_item or not is_name(found["host"]):
            continue
        titled = resolve(found["host"], draft.values("guest")) or _is_title(block, draft)
        if titled:
            continue
        if not [one for one in others if resolve(found["host"], [one]) is None]:
            heads = heads_page(block, found["show"], draft)
            named = _is_named_again(found["show"], block, draft) or of_show(found["show"], draft)
            if heads or named:
                draft.claim("show", found["show"], block.start)
                role = "host" if heads or _EMPHASIZED.match(block.text) else "person"
                draft.claim(role, found["host"], block.start)
                return [one for one in blocks if one is not block]
            continue
        draft.claim("show", found["show"], block.start)
        if not draft.values("host"):
            draft.claim("host", found["host"], block.start)
        return [one for one in blocks if one is not block]
    return blocks


_DATED_BEHIND = re.compile(
    r"(?:\.|\s[·•|–—-]|,)\s(?:(?:first )?(?:published|released|aired|broadcast|recorded|posted)\b|"
    r"\d{1,2}\.? [A-Z][a-z]+ \d{4}|[A-Z][a-z]+ \d{1,2},? \d{4}|\d{4}-\d\d-\d\d|"
    r"\d{1,3} min(?:utes|s)?\b)[^\n]{0,80}$",
    re.IGNORECASE,
)
"""``. Published 7 June 2023. 52 minutes.`` behind ``Night Radio, with Ada Byron``"""

_EMPHASIZED = re.compile(r"^(?:\*[^*\n]{3,50}\*|_[^_\n]{3,50}_),? with [A-Z]")
"""``*Night Radio*, with Ada Byron``: so a show is named, and who presents it."""


def names_show_with_host(block: Block, draft: Draft) -> bool:
    """``Night Radio with Ada Byron``, where the page says ``Night Radio`` in a sentence too."""
    found = _WITH_HOST.match(_in_small(block.plain))
    if not found or not is_name(found["host"]) or not is_name_of_show(found["show"]):
        return False
    others = (b.plain for b in draft.source.blocks if b.start != block.start)
    return any(found["show"] in text and text != found["show"] for text in others)


def _in_small(text: str) -> str:
    """``NIGHT RADIO WITH ADA BYRON`` as it is written without capitals."""
    return text.title().replace(" With ", " with ") if text.isupper() else text


def _is_title(block: Block, draft: Draft) -> bool:
    return block.level == 1 or any(title in block.plain for title in draft.values("title"))


def _is_named_again(name: str, block: Block, draft: Draft) -> bool:
    """``Night Radio is free``: whether the page has more to tell of a name than its title."""
    if not (draft.values("title") and is_name_of_show(name)):
        return False
    told = re.compile(rf"\b{re.escape(name)} (?:is|was|has|comes|will|would|returns)\b")
    return any(told.search(b.plain) for b in draft.source.blocks if b is not block)


def of_show(name: str, draft: Draft) -> bool:
    """``an episode of Night Radio``: whether the page says that it is one of a show's."""
    told = re.compile(rf"\b(?:episode|edition|instal+ment) of (?:the )?{re.escape(name)}\b")
    return bool(told.search(draft.source.text[:_READ]))


def _is_menu(block: Block) -> bool:
    """``Episodes  About  Merch``: several entries, or a field to fill in."""
    words = block.plain.split()
    return block.plain.endswith(":") or (
        len(words) > _FEW - 1
        and all(word[0].isupper() for word in words)
        and word_count(block.text) > 3
    )


def _is_person(name: str, draft: Draft) -> bool:
    """Whether a name is rather a person's than a show's."""
    if name.isupper() and ("host", name.title()) in list(found_at(draft.source.text)):
        return True
    if not is_name(name) or SHOW_WORD.search(name):
        return False
    signed = self_introduced.signer(draft.source.blocks)
    if signed is not None and signed[0] == name:
        return True
    met = (
        rf"(?<!ubscribe )(?<!elcome )(?<!isten )(?<!istening )\b(?:to|with|by|asks|tells) "
        rf"{re.escape(name)}\b(?! (?:co-?)?(?:host|presenter)\b)"
    )
    if re.search(met, draft.source.text[:_READ]):
        return True
    return bool(resolve(name, draft.people)) or is_spoken_of(name, draft.source.text[:_READ])
