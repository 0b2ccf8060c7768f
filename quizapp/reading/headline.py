"""The line of a page that is its title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from quizapp.reading.areas import Area
from quizapp.reading.block import Block
from quizapp.reading.candidates import TITLE_MARK, could_be_title, is_said, title_of, title_score
from quizapp.reading.chapters import chapter_of
from quizapp.reading.draft import Draft
from quizapp.reading.forms import Form
from quizapp.reading.headings import area_of
from quizapp.reading.labels import field_of
from quizapp.reading.names import NAME, bare_name, is_name
from quizapp.reading.people import is_spoken_of, resolve
from quizapp.reading.region import Region
from quizapp.reading.show_names import is_name_of_show, is_no_person, uncapped
from quizapp.reading.shows import (
    names_around,
    take_line_above,
    take_line_below,
    take_show_with_host,
)
from quizapp.reading.sidelines import (
    TOP,
    take_show_and_number,
    without_byline,
    without_counted,
    without_podcast,
    without_show,
)
from quizapp.reading.speakers import trusted_labels
from quizapp.reading.title_parts import BARS, Title, is_site
from quizapp.reading.titles import announces, counted_title, parse_title
from quizapp.reading.wording import is_prose, plain, word_count

_OF_ANY = re.compile(
    r"\b(?:this|the|today['’]s) (?:episode|podcast|video|interview|conversation|talk)\b", re.I
)
"""``Questions about this episode`` names no episode."""

_GUEST_ON = Form(
    rf"^(?P<title>.{{4,}}?): (?P<guest>{NAME}) on (?P<show>[A-Z].{{2,40}}?)"
    rf" with (?P<host>{NAME})$",
    needs=" with ",
)
"""``Deep Sleep: Ada Byron on Night Radio with Carl Roe``"""

_QUOTES = re.compile(r"[“\"„].{4,}[”\"“]")

_PERSON_BEHIND = re.compile(r"^(?P<title>.{4,}?)\s[|·–—]\s(?P<name>[^|·–—]{4,40})$")

_PERSON_IN_BRACKETS = re.compile(r"^(?P<title>.{4,}?)\s[(\[](?P<name>[^()\[\]]{4,40})[)\]]$")

_WITH_IN_BRACKETS = re.compile(
    r"^(?P<title>.{4,}?)\s[(\[](?:with|w/|feat\.?|ft\.?|featuring|guest:?)\s(?P<name>[^()\[\]]{4,40})[)\]]"
    r"(?P<behind>(?:\s[|·–—-]\s.{3,})?)$",
    re.IGNORECASE,
)
"""``Deep Sleep (with Ada Byron) | Night Radio``"""

_TITLE_IN_PROSE = re.compile(
    r"[“\"„](?P<title>[^“”\"„]{4,120})[”\"“],?\s(?:(?:is|was)\s)?(?:(?:the|an?)\s)?"
    r"(?:ep(?:isode)?\.?|instal+ment|edition)\s(?:#?\d{1,4}\s)?(?:of|from)\s"
    r"|\b(?:[Ee]pisode|[Tt]alk|[Cc]onversation|[Ii]nterview|[Ii]nstal+ment|[Ee]dition)"
    r"(?:\s#?\d{1,4})?(?:\sof\s[^,.“\"\n]{3,40})?,?\s(?:(?:is\s)?(?:called|titled|entitled)\s|(?<=,\s))"
    r"[“\"„](?P<title2>[^“”\"„]{4,120})[”\"“]"
)
"""``In “Deep Sleep”, episode 4 of Night Radio, …``, ``a talk called “Deep Sleep”``"""

_FORM = 2

_COUNTED_WITH = Form(
    r"^(?P<title>.{4,}?\s[|–—-]\s[A-Z][^|–—:]{2,40}?,?\s(?i:ep(?:isode)?\.?\s?#?|#|no\.?\s?)\d{1,4})"
    rf",?\s[(\[]?(?i:with|w/|feat\.?|ft\.?|featuring)\s(?P<name>{NAME})[)\]]?$"
)
"""``Deep Sleep – Night Radio Ep. 7 with Ada Byron``"""

_COUNTED_PART = re.compile(r"^(?P<show>[A-Z][\w'’& ]{2,30}?)\s#?(?P<number>\d{1,3}|[3-9]\d{3})$")
"""``Night Radio 41``; a year counts no episodes."""

_SITE_BEHIND = re.compile(r"\s[-–—]\s(?:YouTube|Spotify|Apple Podcasts|Transcript|Summary)$", re.I)

_THREE = 3

_READ = 6_000

_SIGNED = 3
"""So often a name behind a dash is that of somebody who is quoted; once it stands in the title."""

_SHOW_BEHIND = re.compile(
    r"^(?P<title>.{4,}?)\s?[|–—-]\s(?P<show>[A-Z][\w'’& ]{2,30}?)\s(?P<number>\d{1,4})$"
)

_COUNTED_SHOW = re.compile(r"^(?P<show>[A-Z][\w'’& ]{2,30}?)\s\d{1,4}\s?[|:–—-]\s?\S")

_PADDED = re.compile(
    r"^(?P<show>[A-Z][\w'’& ]{2,40}?)\s#?(?P<number>0\d{1,3})\s?[/|:–—-]\s(?P<title>\S.{3,})$"
)

_SORT_BEHIND = re.compile(r"[(\[](?:full )?(?:transcript|summary|notes|highlights)[)\]]$", re.I)
"""``Deep Sleep (Transcript)``"""

_LONGEST_NAME = 80

_TITLE_WORDS = 4
"""So many words make the name of a page's first part its title: ``Ten Lessons from …``."""

_SMALL = 3
"""Letters of words that have no capitals in titles."""


def take_title(text: str, line: int, draft: Draft) -> None:
    """Takes a title line apart into title, show and number."""
    shows, around = tuple(draft.values("show")), names_around(draft)
    told = _without_site(without_guest(text, draft), around, draft)
    again = shows_again(told, draft)
    parsed = (
        _padded(told)
        or _with_person(told, line, draft)
        or _counted_behind(told, draft)
        or counted_title(told, (*shows, *around, *again))
    )
    parsed = parsed or parse_title(told, shows=(*shows, *filter(is_no_person, around)))
    met = _GUEST_ON.match(parsed.title)
    if met and is_name(met["guest"]) and is_name(met["host"]):
        parsed = replace(parsed, title=met["title"], show=parsed.show or met["show"])
        draft.claim("guest", bare_name(met["guest"]), line)
        draft.claim("host", bare_name(met["host"]), line)
    draft.claim("title", parsed.title, line)
    draft.claim("show", parsed.show, line)
    draft.claim("number", parsed.number, line)


def _with_person(text: str, line: int, draft: Draft) -> Title | None:
    """``Deep Sleep | Ada Byron | Night Radio 41``, in any order: each part is told by its form."""
    parts = [_SITE_BEHIND.sub("", part.strip()) for part in BARS.split(plain(text))]
    parts = [part for part in parts if part and not is_site(part)]
    people = [part for part in parts if is_name(part)]
    counted = [(part, found) for part in parts if (found := _COUNTED_PART.match(part))]
    if len(parts) != _THREE or len(people) != 1 or len(counted) != 1 or field_of(counted[0][0]):
        return None
    title = next(part for part in parts if part not in (people[0], counted[0][0]))
    draft.claim("person", bare_name(people[0]), line)
    return Title(title, counted[0][1]["show"], int(counted[0][1]["number"]))


def without_guest(text: str, draft: Draft) -> str:
    """``Why We Hum | Ada Byron`` without the guest, where the page names her as such."""
    met = _WITH_IN_BRACKETS.match(plain(text))
    if met and is_name(met["name"]):
        if resolve(met["name"], draft.values("host")) is None:
            draft.claim("guest", bare_name(met["name"]), 1)
        return _before_show(met["title"], met["behind"], draft)
    counted = _COUNTED_WITH.match(plain(text))
    if counted and is_name(counted["name"]):
        name = bare_name(counted["name"])
        asks_there = resolve(name, draft.values("host")) is not None
        told_of = is_spoken_of(name, draft.source.text[:_READ])
        draft.claim("guest" if told_of and not asks_there else "person", name, 1)
        return counted["title"]
    found = _PERSON_BEHIND.match(plain(text)) or _PERSON_IN_BRACKETS.match(plain(text))
    if not found or not is_name(found["name"]):
        return text
    told = draft.source.text[:_READ]
    known = resolve(found["name"], draft.people) or is_spoken_of(found["name"], told)
    signed = len(re.findall(rf"[–—-]\s?{re.escape(found['name'])}", told)) >= _SIGNED
    if not (known or signed):
        return text
    hosts = signed and resolve(found["name"], draft.values("host"))
    draft.claim("guest" if signed and not hosts else "person", bare_name(found["name"]), 1)
    if found.re is _PERSON_IN_BRACKETS and resolve(found["name"], draft.values("host")) is None:
        draft.claim("guest", bare_name(found["name"]), 1)
    return found["title"]


def _before_show(title: str, behind: str, draft: Draft) -> str:
    """A title whose guest stood in brackets, with what stood behind them if it is no show."""
    name = behind.strip(" |·–—-")
    if not name:
        return title
    person = resolve(name, draft.people) or is_spoken_of(name, draft.source.text[:_READ])
    if is_name_of_show(name) and not person:
        if not draft.values("show"):
            draft.claim("show", name, 1)
        return title
    return f"{title}{behind}"


def _padded(text: str) -> Title | None:
    """``NIGHT RADIO 009 / Deep Sleep``: a number with noughts before it counts episodes."""
    found = _PADDED.match(plain(text))
    if not found or not is_name_of_show(found["show"]):
        return None
    return Title(found["title"].strip(), uncapped(found["show"]), int(found["number"]))


def _counted_behind(text: str, draft: Draft) -> Title | None:
    """``Why We Fold | Table Talk 31``, where the page says ``Table Talk`` again."""
    found = _SHOW_BEHIND.match(plain(text))
    if not found:
        return None
    name = found["show"].lower()
    again = any(name in b.plain.lower() and b.plain != plain(text) for b in draft.source.blocks)
    return Title(found["title"].strip(), found["show"], int(found["number"])) if again else None


def _without_site(text: str, names: tuple[str, ...], draft: Draft) -> str:
    """``Deep Swell Night Radio podcast with Ada Byron`` → ``Deep Swell``; names of the page."""
    for name in names:
        found = re.search(
            rf"\s(?:on (?:the )?)?{re.escape(name)}\s(?:podcast|show)(?:\swith\s[A-Z].{{3,40}})?$",
            text,
        )
        if found and word_count(text[: found.start()]) > 1:
            draft.claim("show", name, 1)
            return text[: found.start()]
    return text


def shows_again(text: str, draft: Draft) -> tuple[str, ...]:
    """``Offshore`` of ``Offshore 129 | Deep Swell``, where the page says that name again."""
    found = _COUNTED_SHOW.match(plain(text))
    if not found or field_of(found["show"]):
        return ()
    again = sum(
        1
        for block in draft.source.blocks
        if re.search(rf"\b{re.escape(found['show'])}\b", block.plain) and block.text != text
    )
    return (found["show"],) if again else ()


def take_best_title(blocks: list[Block], draft: Draft) -> list[Block]:
    """Takes the line that looks most like a title; hands back the others."""
    if draft.values("title"):
        blocks = take_show_with_host(take_show_and_number(blocks, draft), draft)
        shown = {value.lower() for value in draft.values("title")}
        return [b for b in blocks if title_of(b, draft).lower() not in shown]
    spoken = trusted_labels((b.text for b in blocks), draft.people)
    near = blocks[: _first_said(blocks, spoken)]
    candidates = [b for b in near if could_be_title(b) and not is_said(b, spoken)]
    candidates = _above_prose(candidates, blocks)
    heading = _heading_as_title(candidates, draft)
    if not candidates and not (heading and _is_titled(heading)):
        return blocks
    if heading:
        take_title(heading.name, heading.line, draft)
        titled = Block(heading.name, heading.line, heading.line, "#", 0, heading.level)
        below = [titled, *(block for block in blocks if block.start > heading.line)]
        take_line_below(titled, below, draft)
        return blocks
    texts = [b.plain for b in blocks]
    named = without_show(candidates, draft)
    blocks = [b for b in blocks if b not in candidates or b in named]
    candidates = named
    candidates = without_counted(candidates, draft)
    candidates = without_byline(without_podcast(candidates, draft), draft)
    cast = draft.people if draft.values("host") and draft.values("guest") else []
    best = max(candidates, key=lambda b: (title_score(b, texts, cast), -b.start))
    best = _below_show(best, candidates, blocks, draft)
    above = take_line_above(best, blocks, draft)
    take_title(best.text, best.start, draft)
    take_line_below(best, blocks, draft)
    blocks = take_show_with_host([b for b in blocks if b is not above], draft)
    title = draft.values("title")[0].lower() if draft.values("title") else ""
    return [b for b in blocks if b is not best and title_of(b, draft).lower() != title]


def _below_show(best: Block, candidates: list[Block], blocks: list[Block], draft: Draft) -> Block:
    """The line below a name of few words that the page says again, as it says its show."""
    place = next((i for i, b in enumerate(candidates) if b is best), 0)
    below = candidates[place + 1] if place + 1 < len(candidates) else None
    if below is None or best is not blocks[0] or below.start > best.end + 2 or best.level:
        return best
    marked = _SORT_BEHIND.search(below.plain) is not None
    longer = word_count(best.plain) + 1 < word_count(below.plain)
    if not (longer or marked) or draft.values("show"):
        return best
    name = best.plain.lower()
    again = any(name in b.plain.lower() != name for b in draft.source.blocks)
    other = any(below.plain in b.plain and b.start != below.start for b in draft.source.blocks)
    if not (again and is_name_of_show(best.plain)) or other or is_name(below.plain):
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
    first = next((b.start for b in blocks if is_prose(b.plain) and b not in told), None)
    told_of = [b for b in told if b.sign == "#" and announces(b.plain)]
    above = [b for b in told if first is None or b.start < first or b in told_of]
    return above or told


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
    if first and first.level == 1 and not any(b.level == 1 for b in candidates):
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
        in_prose = _TITLE_IN_PROSE.search(block.plain[:_READ])
        if in_prose:
            title = in_prose["title"] or in_prose["title2"]
            draft.claim("title", title.rstrip(" ,."), block.start)
            return
