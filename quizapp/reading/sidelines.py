"""Lines beside a title that name the show, its number or who speaks, and are no titles."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from quizapp.reading.block import Block
from quizapp.reading.draft import Draft
from quizapp.reading.kickers import is_shelf
from quizapp.reading.names import is_name
from quizapp.reading.people import is_spoken_of, resolve
from quizapp.reading.show_names import (
    SHOW_WORD,
    bare_show,
    is_name_of_show,
    is_no_person,
    uncapped,
    without_glued_label,
    without_tagline,
)
from quizapp.reading.title_parts import LETTERS_COUNT

SHOW_AND_NUMBER = re.compile(
    r"^(?P<show>(?:(?!\s[–—-]\s)[^\d|:?]){3,40}?)(?:\s?[,·|–—-])?\s"
    r"(?:(?:season|series|s)\.?\s?\d{1,2}\s?[,·|–—-]?\s?)?"
    r"(?:(?:ep|eps|episode|no|nr|issue|part|folge|épisode|episodio|puntata)\.?\s?#?|#\s?|e(?=\d))"
    r"(?P<number>\d{1,4})$"
    r"|^(?P<show2>[A-Z][^\d|:?–—]{2,40}?)\s[–—-]\s#?(?P<number2>\d{1,4})$",
    re.IGNORECASE,
)

_BESIDE = 2

_PODCAST = re.compile(
    r"^(?!(?:An?|The|Your|Our)(?: [a-z][\w'’-]*){2,}$)"
    r"[A-Z].{2,40} (?:[Pp]odcast|Show|Radio Show|PODCAST|SHOW)$"
)
"""``The Night Podcast``; ``The sleep podcast`` says what sort of show it is."""

_PERSON_BEFORE = re.compile(r"^(?P<name>[^|·]{4,40}?)\s[|·]\s(?P<show>[^|·]{3,40})$")

_EPISODE_OF = re.compile(r"\s(?:podcast |radio |tv )?episode$", re.IGNORECASE)

TOP = 15

_NUMBER_ALONE = 16
"""Letters of ``Episode 88``."""

_NEAR_TOP = 6


def is_podcast(text: str) -> bool:
    """``The Night Podcast``"""
    return bool(_PODCAST.match(text)) and is_name_of_show(text)


def without_counted(candidates: list[Block], draft: Draft) -> list[Block]:
    """A line right above ``Episode 88`` is the show, where another line can be the title."""
    named = {claim.line for claim in draft.claims if claim.field == "show"}
    alone = {b.start for b in draft.source.blocks[:TOP] if len(b.plain) < _NUMBER_ALONE}
    lines = {claim.line for claim in draft.claims if claim.field == "number"} - named
    lines &= alone
    below = {one.end: other for one, other in pairwise(draft.source.blocks[: TOP + 1])}
    above = [
        b
        for b in candidates
        if b.end + 1 in lines
        and b.start not in lines
        and (b.end not in below or len(below[b.end].plain) < _NUMBER_ALONE)
    ]
    others = [b for b in candidates if b not in above and not is_name(b.plain)]
    if len(above) != 1 or not others or above[0].level == 1:
        return candidates
    again = [b for b in others if _is_told_again(b, draft)]
    show = again[0] if len(again) == 1 and not _is_told_again(above[0], draft) else above[0]
    if not draft.values("show"):
        name = _EPISODE_OF.sub("", show.plain)
        draft.claim("show", uncapped(name), show.start)
    return [b for b in candidates if b is not show and (b in others or b is above[0])]


_COUNTED_TITLE = re.compile(
    r"^(?:episode|ep\.?)\s#?(?P<number>\d{1,4})\s?[·|:–—-]\s(?P<title>[^\W\d_].{8,})$",
    re.IGNORECASE,
)
_NAME_WORDS = 5


def _is_signed_in_window(title: str, draft: Draft) -> bool:
    """``Deep Sleep - by Ada Byron``, the window's title of a letter called ``Deep Sleep``."""
    told = [one.value for one in draft.source.fields if one.name == "page title"]
    return any(value.startswith((f"{title} - by ", f"{title} – by ")) for value in told)


def without_name_above(candidates: list[Block], draft: Draft) -> list[Block]:
    """``# Night Radio`` above ``Episode 12 · Why We Hum`` is the show."""
    counted = next((b for b in candidates if _COUNTED_TITLE.match(b.plain)), None)
    top = candidates[0] if candidates else None
    if counted is None or top is None or top.level != 1 or counted.start - top.end > _BESIDE:
        return candidates
    name = top.plain
    if len(name.split()) > _NAME_WORDS or not is_name_of_show(name):
        return candidates
    if _is_signed_in_window(name, draft):
        count = _COUNTED_TITLE.match(counted.plain)
        if count is not None and not draft.values("number"):
            draft.claim("number", int(count["number"]), counted.start)
        return [b for b in candidates if b is not counted]
    if not draft.values("show"):
        draft.claim("show", uncapped(name), top.start)
    return [b for b in candidates if b is not top]


_FOLLOWED = re.compile(r"^[\d.,]+\s?[KMkm]?\s(?:subscribers|followers)$")


def without_channel(candidates: list[Block], draft: Draft) -> list[Block]:
    """``Night Radio`` right above ``318K subscribers`` is the channel, and so the show."""
    counted = {b.start for b in draft.source.blocks[: 2 * TOP] if _FOLLOWED.match(b.plain)}
    channel = next((b for b in candidates if b.end + 1 in counted), None)
    if channel is None or channel.level == 1 or not is_name_of_show(channel.plain):
        return candidates
    others = [b for b in candidates if b is not channel]
    told = resolve(channel.plain, draft.people) or is_spoken_of(channel.plain, draft.source.text)
    if not others or (is_name(channel.plain) and told):
        return candidates
    if not draft.values("show"):
        draft.claim("show", uncapped(channel.plain), channel.start)
    return others


def without_doubled(candidates: list[Block], draft: Draft) -> list[Block]:
    """A name above and below a line, near the top, is the show, and the line between the title."""
    near = candidates[:_NEAR_TOP]
    for place, block in enumerate(near):
        again = any(b.plain == block.plain for b in near[place + 2 : place + 4])
        others = [b for b in candidates if b.plain != block.plain]
        between = near[place + 1] in others if place + 1 < len(near) else False
        if not (again and between) or block.level == 1 or not is_name_of_show(block.plain):
            continue
        if not draft.values("show"):
            draft.claim("show", uncapped(block.plain), block.start)
        return others
    return candidates


def without_podcast(candidates: list[Block], draft: Draft) -> list[Block]:
    """``The Night Podcast`` right above or below another line is the show, and no title."""
    shows = [b for b in candidates if _names_show(b.plain)]
    others = [b for b in candidates if b not in shows and not is_name(b.plain)]
    if len(shows) != 1 or shows[0].level == 1:
        return candidates
    if not any(abs(b.start - shows[0].start) <= _BESIDE for b in others):
        return candidates
    if not draft.values("show"):
        draft.claim("show", uncapped(shows[0].plain), shows[0].start)
    return [b for b in candidates if b is not shows[0]]


def _names_show(text: str) -> bool:
    """``The Night Podcast``, ``Night Talks: a weekly conversation``"""
    return is_podcast(text) or without_tagline(text) != text or bare_show(text) != text


def without_byline(candidates: list[Block], draft: Draft) -> list[Block]:
    """``Ada Byron | Night Radio`` below another line says who speaks, and where."""
    found = _PERSON_BEFORE.match(candidates[1].plain) if len(candidates) > 1 else None
    if not found or not is_name(found["name"]) or is_name(candidates[0].plain):
        return candidates
    if candidates[1].level == 1 or is_no_person(found["name"]):
        return candidates
    shown = is_name_of_show(found["show"]) and not _OFFICE.search(found["show"])
    if shown and not draft.values("show"):
        draft.claim("show", found["show"], candidates[1].start)
    return [candidates[0], *candidates[2:]]


_OFFICE = re.compile(r"\b(?:Office|Newsroom|News Desk|Press Team|Communications)$")
"""``Ada Byron | College News Office``: where she writes, and no show."""


def _is_told_again(block: Block, draft: Draft) -> bool:
    """Whether the page says a line once more in a sentence, as it says its show."""
    name = _EPISODE_OF.sub("", block.plain)
    others = (b.plain for b in draft.source.blocks if b is not block)
    return name[:1] not in '"“„«' and any(name in text != name for text in others)


def without_show(candidates: list[Block], draft: Draft) -> list[Block]:
    """``Night Radio – Ep 18`` names no episode, where another line does: the show and number."""
    lines = [(block, SHOW_AND_NUMBER.match(block.plain)) for block in candidates]
    others = [block for block, found in lines if not found]
    told = [(block, found) for block, found in lines if found]
    if len(told) != 1 or not others:
        return candidates
    block, found = told[0]
    if LETTERS_COUNT.search(block.plain):
        return [block]
    name, number = _of_site(found["show"] or found["show2"]), found["number"] or found["number2"]
    name = without_glued_label(name, draft.source.text)
    if _ISSUE.search(block.plain) and draft.values("show"):
        return others
    if _ISSUE.search(block.plain):
        draft.claim("show", _without_sort(uncapped(name), draft), block.start)
        other = _EPISODE.search(draft.source.text[:_READ])
        draft.claim("number", None if other else int(number), block.start)
        return others
    shows = [b for b in others if SHOW_WORD.search(b.plain) and is_name_of_show(b.plain)]
    if len(shows) == 1 == len(others) and not SHOW_WORD.search(name):
        draft.claim("show", uncapped(shows[0].plain), shows[0].start)
        draft.claim("number", int(number), block.start)
        return [replace(block, text=name.rstrip(" -–—:,|"))]
    if draft.values("show") and draft.values("number"):
        return others
    bare = name.strip(" /|›»>→·–—-:,")
    if not (_KIND_ALONE.fullmatch(bare) or is_shelf(bare)):
        draft.claim("show", uncapped(name), block.start)
    draft.claim("number", int(number), block.start)
    return others


def _of_site(name: str) -> str:
    """``Harbour FM · Night Radio`` → ``Night Radio``: the show stands beside its number."""
    site, _, show = name.rpartition(" · ")
    return show if is_name_of_show(site) and is_name_of_show(show) else name


_KIND_ALONE = re.compile(
    r"(?:(?:the|our|this|new|latest|full|bonus|podcast|audio|video) ?)*"
    r"(?:podcast|show|series|interview|programme|program|audio|video)?",
    re.IGNORECASE,
)
"""``Podcast`` before ``Episode #1``: what it is, and no name."""

_ISSUE = re.compile(r"\bissue\.?\s?#?\d{1,4}$", re.IGNORECASE)
"""``Night Radio Weekly · Issue 63``: a letter, whose number is its own."""

_EPISODE = re.compile(r"\b[Ee]pisode\s#?\d{1,4}\b")
_READ = 6_000
_SORT = re.compile(r"\s(?:Weekly|Monthly|Newsletter|Letter|Letters|Mail)$")


def _without_sort(name: str, draft: Draft) -> str:
    """``Night Radio Weekly`` → ``Night Radio``, where the page says that alone too."""
    bare = _SORT.sub("", name).rstrip(" -–—:,|·")
    text = draft.source.text
    return bare if text.count(bare) > text.count(name) else name


def take_show_and_number(blocks: list[Block], draft: Draft) -> list[Block]:
    """Takes ``Night Radio – Ep 18`` near the top, beside a title that is labelled."""
    for block in blocks[:_NEAR_TOP]:
        found = SHOW_AND_NUMBER.match(block.plain)
        if found and draft.values("show") and _ISSUE.search(block.plain):
            continue
        if found and not block.is_item:
            if not draft.values("show"):
                draft.claim(
                    "show",
                    uncapped((found["show"] or found["show2"]).rstrip(" -–—:,|")),
                    block.start,
                )
            if not draft.values("number"):
                draft.claim("number", int(found["number"] or found["number2"]), block.start)
            return [one for one in blocks if one is not block]
    return blocks
