"""Title, show, people, date and length: labelled, glued, or standing alone at the top."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from quizapp.reading import (
    archive_heads,
    casts,
    counted_below,
    counted_lines,
    crumbs,
    glued_heads,
    mentions,
    saved_lines,
)
from quizapp.reading.block import MENU, RULE, Block
from quizapp.reading.candidates import offers
from quizapp.reading.datelines import BETWEEN, NUMBERED, names_interview, read_date_line, read_with
from quizapp.reading.dates import find_date
from quizapp.reading.draft import Draft
from quizapp.reading.fields import (
    LABELLED,
    LONGEST_VALUE,
    TELLING,
    is_field,
    labelled_value,
    read_labelled,
    read_roles,
    take_field,
)
from quizapp.reading.forms import Form
from quizapp.reading.glued_counts import parted_from_counts, with_lone_counts
from quizapp.reading.glued_people import peeled, read_cast, without_tail
from quizapp.reading.headline import take_best_title
from quizapp.reading.hosts_and_guests import presented_by
from quizapp.reading.labels import field_of, glued_fields
from quizapp.reading.names import NAME, bare_name, is_name
from quizapp.reading.noise import is_noise
from quizapp.reading.people import resolve
from quizapp.reading.show_names import is_name_of_show, is_no_person, uncapped
from quizapp.reading.sidelines import is_podcast
from quizapp.reading.speakers import mark, trusted_labels
from quizapp.reading.times import duration
from quizapp.reading.titles import quotes_title
from quizapp.reading.wording import is_prose, plain

_CAST_LINE = Form(
    rf"(?:{NAME}(?:\s?[(\[][^()\[\]]{{3,40}}[)\]])?(?:\s?(?:,|;|·|\||&|and|with)\s?)?){{1,4}}"
)

_DOUBLED = re.compile(r"^(?P<once>.{4,60}?)\s?(?P=once)$")

_BY = re.compile(r"^by\s*$|^by\s+(?P<name>\S.{2,60})$", re.IGNORECASE)


_MAKER = re.compile(r"\b(?:Media|Network|Studios?|Productions?|Inc|LLC|Ltd|Group|Publishing)\.?$")
"""Who makes shows, and is none."""

_LONGEST_PROSE = 1000
_LONGEST_GLUED = 250


_NEAR_DATE = 12
"""Letters between the word for it and the day, such as a weekday."""

_SURE = 2
"""So many labels that are glued to values are no chance."""


def read_leading(blocks: Sequence[Block], draft: Draft) -> list[Block]:
    """Takes labelled values at the start of a part, as below “Summary”; hands back the rest.

    Only fields whose values can be told from a sentence are taken there, or a table of them.
    """
    table = len(blocks) > 1 and all(is_field(block) for block in blocks[:_SURE])
    for place, block in enumerate(blocks):
        if not block.is_item and (read_cast(block, draft) or read_date_line(block, draft)):
            continue
        found = labelled_value(block.text) if len(block.text) < LONGEST_VALUE else None
        field = field_of(found["label"]) if found else None
        if not found or not field or not (table or field in TELLING):
            return list(blocks[place:])
        if not take_field(field, found["value"], block.start, draft):
            return list(blocks[place:])
    return []


_AIRED = re.compile(
    r"\b(?:original(?:ly)?(?: episode| aired| published| released| air date)?|"
    r"first (?:aired|heard|broadcast)|aired|air date|(?:came|went) out|"
    r"released|episode (?:of|from)|episode date|(?:(?<=[.!?] )|(?<=^))published)"
    r"\s?(?::|on|,)?\s(?P<rest>.{6,40})",
    re.IGNORECASE,
)


_EPISODE_BEFORE = re.compile(r"\bEpisode\s#?(?P<number>\d{1,4})(?: was)?\s$", re.IGNORECASE)
"""``Episode 12 came out on Friday``"""


def _read_aired(blocks: Sequence[Block], draft: Draft) -> None:
    """Takes the day of ``(Original episode: 30 Jan 2023)`` out of prose."""
    for block in blocks:
        found = _AIRED.search(block.plain[:_LONGEST_PROSE]) if is_prose(block.plain) else None
        day = find_date(found["rest"]) if found else None
        if found and day and day[1] <= _NEAR_DATE:
            draft.claim("released", day[0].isoformat(), block.start)
            counted = _EPISODE_BEFORE.search(block.plain[: found.start()])
            if counted and not draft.values("number"):
                draft.claim("number", int(counted["number"]), block.start)


def read_header(blocks: Sequence[Block], draft: Draft) -> list[Block]:
    """Takes the metadata at the top of a page; hands back what is none."""
    blocks = parted_from_counts(glued_heads.read(crumbs.read(blocks, draft), draft))
    blocks = with_lone_counts(blocks, draft.source.lines, draft.source.blocks)
    blocks = counted_below.read(blocks, draft)
    mentions.read(blocks, draft)
    spoken = _Spoken(blocks, draft)
    rest = [
        block
        for block in peeled([_without_channel(b, draft) for b in read_glued(blocks, draft)], draft)
        if block.sign == RULE
        or not (
            block.sign == MENU
            or _read_line(block, draft)
            or (is_noise(block.plain) and not spoken.has(block))
            or offers(block.plain)
        )
    ]
    rest = _take_channel(archive_heads.without_rows(rest, draft), draft)
    _read_aired(rest, draft)
    return take_best_title(rest, draft)


class _Spoken:
    """What is said in a transcript without a heading; asked only for what looks like noise."""

    def __init__(self, blocks: Sequence[Block], draft: Draft) -> None:
        self._blocks, self._draft = blocks, draft
        self._labels: frozenset[str] | None = None

    def has(self, block: Block) -> bool:
        """``Ada: Nobody gives medical advice there.``: whether somebody says a sentence."""
        if not (is_prose(block.plain) and ":" in block.plain):
            return False
        if self._labels is None:
            self._labels = trusted_labels((b.text for b in self._blocks), self._draft.people)
        return bool(self._labels) and mark(block.text, self._labels) is not None


def read_glued(blocks: Sequence[Block], draft: Draft) -> list[Block]:
    """Takes values that are glued to their labels: ``HostAda Byron``; hands back the rest.

    One such line may begin so by chance; several, or a label of two words, do not.
    """
    blocks = [_without_name_label(block) for block in blocks]
    glued = {
        place: glued_fields(block.plain)
        for place, block in enumerate(blocks)
        if len(block.text) < _LONGEST_GLUED
    }
    labels = [label for fields in glued.values() for label, _, _ in fields]
    if len(labels) < _SURE and not any(" " in label for label in labels):
        return list(blocks)
    rest = []
    for place, block in enumerate(blocks):
        taken = [
            take_field(field, without_tail(value, block.start, draft), block.start, draft)
            for _, field, value in glued.get(place, ())
        ]
        if not any(taken):
            rest.append(block)
    return rest


_NAME_LABEL = re.compile(
    r"^(?:Host|Guest) Name(?=[A-ZÀ-Þ][^\d\W].{3,60}?[a-z](?:host|guest)(?:[A-ZÀ-Þ]|$))"
)


def _without_name_label(block: Block) -> Block:
    """``Host NameAda ByronhostCarl Roeguest``, whose roles stand behind the names, without it."""
    found = _NAME_LABEL.match(block.text) if len(block.text) < _LONGEST_GLUED else None
    return replace(block, text=block.text[found.end() :]) if found else block


_CHANNEL_GLUED = re.compile(
    r"(?<=(?:19|20)\d\d)(?:\s?by|by\s)(?P<name>[A-ZÀ-Þ].{2,50}?)(?:YouTube video player)?$"
    r"|^[a-z]{2}(?=[A-Z]).{8,20}(?<=(?:19|20)\d\d)\sby\s(?P<name2>[A-ZÀ-Þ].{2,50})$"
)
"""``48K viewsAugust 2, 2021byNight RadioYouTube video player``, ``enMay 4, 2020 by Night Radio``"""


def _without_channel(block: Block, draft: Draft) -> Block:
    found = _CHANNEL_GLUED.search(block.text) if len(block.text) < LONGEST_VALUE else None
    if found is None:
        return block
    _channel(found["name"] or found["name2"], block.start, draft)
    by = block.text.rfind("by", 0, found.start("name" if found["name"] else "name2"))
    return replace(block, text=block.text[:by].rstrip())


def _read_line(block: Block, draft: Draft) -> bool:
    alone = NUMBERED.fullmatch(block.plain) if len(block.text) < 20 else None
    if alone:
        draft.claim("number", int(alone["number"] or alone["only"]), block.start)
        return True
    if _read_player(block, draft) or saved_lines.read(block, draft):
        return True
    if counted_lines.read(block, draft):
        return True
    presented = presented_by(block.plain)
    for field, name in presented:
        draft.claim(field, name, block.start)
    if presented:
        return True
    if _is_cast_line(block) and read_roles(block, draft):
        return True
    nobody = casts.read(block, draft)
    if nobody is not None:
        read_date_line(replace(block, text=nobody), draft)
        return True
    if _read_parts(block, draft) or read_labelled(block, draft) or read_cast(block, draft):
        return True
    doubled = _DOUBLED.match(block.plain) if len(block.text) < 130 else None
    if doubled:
        told = any(char.isalpha() for char in doubled["once"])
        draft.claim("show", doubled["once"] if told else None, block.start)
        return True  # "00:00 00:00" is a player
    dated = read_date_line(block, draft)
    return dated and not (quotes_title(block.plain) or names_interview(block.plain))


_PLAYER = re.compile(
    r"^(?:Listen|Watch) now \((?P<length>\d{1,3} ?mins?)\)(?: [|·•] (?P<told>.{3,120}))?$"
)
"""``Listen now (54 min) | Night Radio, episode 12``"""


def _read_player(block: Block, draft: Draft) -> bool:
    found = _PLAYER.match(block.plain)
    if found is None:
        return False
    draft.claim("duration_seconds", duration(found["length"]), block.start)
    _take_counted_show(found["told"] or "", block.start, draft)
    return True


def _is_cast_line(block: Block) -> bool:
    """``Ada Byron (host), Carl Roe (guest)``, and nothing else."""
    short = len(block.text) < LONGEST_VALUE and not is_prose(block.plain)
    return short and bool(_CAST_LINE.fullmatch(block.plain))


def _read_parts(block: Block, draft: Draft) -> bool:
    """``Guest: Ada Byron · Host: Carl Roe · 48 min``: labelled values in one line."""
    parts = _whole_labels(block.text) if len(block.text) < 2 * LONGEST_VALUE else []
    labelled = [found for part in parts if (found := LABELLED.match(part))]
    if len(parts) < 2 or not any(field_of(found["label"]) in TELLING for found in labelled):
        return False
    below = block.start > draft.source.blocks[0].start
    guest = any(field_of(found["label"]) == "guest" for found in labelled)
    for part in parts:
        if guest:
            casts.read_show_with_host(plain(part).strip(), block.start, draft)
        else:
            read_with(part, block.start, draft)
        one = replace(block, text=part)
        alone = NUMBERED.fullmatch(plain(part).strip())
        if alone:
            draft.claim("number", int(alone["number"] or alone["only"]), block.start)
        _take_counted_show(plain(part).strip(), block.start, draft)
        name = _SOURCE.sub("", plain(part).strip())
        if is_podcast(name) and not draft.values("show"):
            draft.claim("show", uncapped(name), block.start)
        if not read_labelled(one, draft):
            read_date_line(one, draft)
    if below and not draft.values("show") and _is_show_alone(plain(parts[0]), draft):
        draft.claim("show", uncapped(plain(parts[0])), block.start)
    return True


_SOURCE = re.compile(r"^(?:source|from|via|channel|published by|publisher):\s*", re.IGNORECASE)
"""``Source: Night Podcast`` beside a length"""


def _take_counted_show(part: str, line: int, draft: Draft) -> None:
    """``Night Radio, S04E11`` beside labelled values."""
    found = NUMBERED.search(part)
    name = part[: found.start()].strip(" ,:–—-") if found and found.end() == len(part) else ""
    if not found or not is_name_of_show(name) or field_of(name):
        return
    known = draft.values("show")
    if known and name not in known:
        return
    draft.claim("show", name, line)
    if not draft.values("number"):
        draft.claim("number", int(found["number"] or found["only"]), line)


def _whole_labels(text: str) -> list[str]:
    """The labelled values of a line; ``Import Date: …`` is one label, and no ``Import``."""
    parts = BETWEEN.split(text)
    word = _WORD.fullmatch(parts[0]) if len(parts) > 1 else None
    joined = f"{parts[0]} {parts[1]}" if word else ""
    return [joined, *parts[2:]] if joined and text.startswith(joined) else parts


_WORD = re.compile(r"(?:\*\*)?[A-Z][a-z]+")


def _is_show_alone(text: str, draft: Draft) -> bool:
    """``The Larder`` before bars, with the people behind them."""
    person = is_name(text) and (resolve(text, draft.people) or not draft.people)
    known = person or find_date(text) or duration(text)
    return is_name_of_show(text) and not (known or ":" in text or _BY_SOMEBODY.search(text))


_BY_SOMEBODY = re.compile(r"\b(?:by|with|host(?:ed|s)?|guests?)\b", re.IGNORECASE)


def _take_channel(blocks: list[Block], draft: Draft) -> list[Block]:
    """``by`` and below it (or behind it) the name of the show."""
    rest: list[Block] = []
    skip = False
    for place, block in enumerate(blocks):
        if skip:
            skip = False
            continue
        if block.plain.lower() in ("host", "guest") and rest and is_name(rest[-1].plain):
            draft.claim(block.plain.lower(), bare_name(rest.pop().plain), block.start)
            continue
        found = _BY.match(block.plain) if len(block.text) < 70 else None
        following = blocks[place + 1] if place + 1 < len(blocks) else None
        if found and found["name"]:
            _channel(found["name"], block.start, draft)
        elif found and following and len(following.text) < 70:
            _channel(following.plain, following.start, draft)
            skip = True
        else:
            rest.append(block)
    return rest


_STAFF = re.compile(
    r"(?:(?:the|our) )?(?:(?:[a-z]+ )?editors?|staff(?: writers?)?|newsroom|"
    r"(?:[\w'’&.-]+ ){1,5}(?:team|staff|editors|desk|newsroom))",
    re.IGNORECASE,
)
"""Whoever writes for a magazine, and no channel."""


_READ_BEHIND = re.compile(r"\s*[·•|,–—-]\s*\d{1,3}[ -]?min(?:ute)?s?(?: read)?$", re.IGNORECASE)
"""``Ada Byron · 6 min read``"""
_CREDIT_BEHIND = re.compile(r"\s[·•|/–—-]\s(?=[A-Z][a-z]+(?: [a-z&]+){0,3} by\b)")
"""``Ada Byron · Photographs by Carl Roe``: who else worked on a page"""


def _channel(name: str, line: int, draft: Draft) -> None:
    name = _READ_BEHIND.sub("", name).removesuffix(" on")  # "By Ada Byron on May 4"
    name = _CREDIT_BEHIND.split(name, maxsplit=1)[0]
    if _MAKER.search(name) or ("," in name and is_name(name.partition(",")[0])):
        return  # "by Ada Byron, staff writer"
    if "|" in name or _STAFF.fullmatch(name):
        return  # "By Ada | 11 min read", "By the editors"
    if is_no_person(name):
        draft.claim("show", name, line)
