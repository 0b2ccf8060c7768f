"""Turns out of a transcript: by names, by dashes, by ``>>``, or paragraph by paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from quizapp.model import Turn
from quizapp.reading.adverts import (
    is_advert,
    is_break,
    is_closing_advert,
    is_opening,
    starts_conversation,
    without_sounds,
)
from quizapp.reading.blocks import RULE, Block
from quizapp.reading.draft import Draft
from quizapp.reading.noise import is_noise, is_teaser
from quizapp.reading.page import GUEST, HOST
from quizapp.reading.regions import Region
from quizapp.reading.speakers import mark, speakers_named, speakers_split, trusted_labels
from quizapp.reading.wording import plain

_DASH = re.compile(r"(?<=[.?!…\"”’')\]-])\s+-\s+(?=\S)")
_CHEVRON = re.compile(r"\s*>>+\s*")
_FEW = 3
"""So many marks make a transcript a marked one."""


@dataclass(slots=True)
class Spoken:
    """A turn while its paragraphs are gathered."""

    start: int
    end: int
    parts: list[str] = field(default_factory=list)
    speaker: str | None = None
    seconds: int | None = None
    marked: bool = True

    @property
    def text(self) -> str:
        """All that was said in it."""
        return " ".join(part for part in self.parts if part)


def read(region: Region, draft: Draft) -> None:
    """Reads the turns of a transcript; the cut beginning of one is none."""
    blocks = [b for b in region.blocks if b.sign != RULE and not _is_button(b)]
    read_turns(blocks, draft)


def _is_button(block: Block) -> bool:
    return (
        is_teaser(block.text)
        or is_break(block.plain)
        or (len(block.text) < 80 and is_noise(block.plain))
    )


def read_turns(blocks: Sequence[Block], draft: Draft) -> None:
    """Reads blocks as turns, in whichever way they are marked."""
    pieces = [replace(b, text=part) for b in blocks for part in speakers_split(b.text)]
    labels = trusted_labels((piece.text for piece in pieces), draft.people)
    if labels:
        spoken = list(_by_labels(pieces, labels, draft))
    elif sum(_dashes(block) for block in blocks) >= _FEW:
        spoken = _with_evidence(list(_by_dashes(blocks)), draft)
    elif sum(block.text.count(">>") + (block.sign == ">") for block in blocks) >= _FEW:
        spoken = list(_by_chevrons(blocks))
    else:
        spoken = list(_by_paragraphs(blocks))
    draft.turns += _finished(spoken, draft)


def is_marked(blocks: Sequence[Block], draft: Draft) -> bool:
    """Whether blocks without a heading are a transcript: most of them marked with speakers."""
    pieces = [part for block in blocks for part in speakers_split(block.text)]
    labels = trusted_labels(pieces, draft.people)
    marked = sum(1 for piece in pieces if labels and mark(piece, labels))
    if marked >= 2 * _FEW - 2 and marked >= 0.3 * len(pieces):
        return True
    inside = sum(len(_DASH.findall(block.text)) for block in blocks)
    return inside >= 2 * _FEW and sum(map(_dashes, blocks)) >= 0.5 * len(blocks)


def _dashes(block: Block) -> int:
    return (block.sign == "-") + len(_DASH.findall(block.text))


def _by_labels(pieces: Sequence[Block], labels: frozenset[str], draft: Draft) -> Iterator[Spoken]:
    names = speakers_named(labels, draft.people)
    current: Spoken | None = None
    for piece in pieces:
        if piece.sign == "#" and mark(piece.text, labels) is None:
            continue
        found = mark(piece.text, labels)
        if found is None:
            if current:
                current.parts.append(piece.plain)
                current.end = piece.end
            continue
        if found.label is None and current:
            if current.seconds is None:
                current.seconds = found.seconds
            current.parts.append(plain(found.rest))
            current.end = piece.end
            continue
        speaker = names[found.label] if found.label else None
        if current and speaker is not None and current.speaker == speaker:
            current.parts.append(plain(found.rest))
            current.end = piece.end
            continue
        if current:
            yield current
        current = Spoken(piece.start, piece.end, [plain(found.rest)], speaker, found.seconds)
    if current:
        yield current


def _by_dashes(blocks: Sequence[Block]) -> Iterator[Spoken]:
    """Turns between dashes; what stands before the first of them comes paragraph by paragraph."""
    current: Spoken | None = None
    begun = False
    for block in blocks:
        parts = _DASH.split(block.text)
        for place, part in enumerate(parts):
            marked = place > 0 or block.sign == "-"
            if current is None or marked or not begun:
                if current:
                    yield current
                begun = begun or marked
                current = Spoken(block.start, block.end, [plain(part)], marked=marked)
            else:
                current.parts.append(plain(part))
                current.end = block.end
    if current:
        yield current


def _by_chevrons(blocks: Sequence[Block]) -> Iterator[Spoken]:
    current: Spoken | None = None
    for block in blocks:
        parts = _CHEVRON.split(block.text)
        for place, part in enumerate(parts):
            if current is None or place > 0 or block.sign == ">":
                if current and current.text:
                    yield current
                current = Spoken(block.start, block.end, [plain(part)])
            else:
                current.parts.append(plain(part))
                current.end = block.end
    if current:
        yield current


def _by_paragraphs(blocks: Sequence[Block]) -> Iterator[Spoken]:
    """No marks, no speakers: each paragraph for itself, with its own time if it has one."""
    for block in blocks:
        if block.sign == "#":
            continue
        found = mark(block.text, frozenset())
        text = found.rest if found else block.text
        yield Spoken(block.start, block.end, [plain(text)], None, found.seconds if found else None)


def _with_evidence(spoken: list[Spoken], draft: Draft) -> list[Spoken]:
    """The host's opening joined to one turn, the adverts gone, speakers where the words tell."""
    first = next((i for i, one in enumerate(spoken) if starts_conversation(one.text)), None)
    opens = bool(spoken) and is_opening(spoken[0].text)
    if opens and first is not None and first <= 40:
        told = spoken[: first + 1]
        advert = next((i for i, one in enumerate(told) if is_advert(one.text)), len(told))
        opening = told[:advert]
        kept = spoken[first + 1 :]
        before = _before_first_mark(kept)
        spoken = [*_one(opening, HOST), *_one(before, HOST), *kept[len(before) :]]
    _addressed(spoken, draft)
    return spoken


def _before_first_mark(spoken: list[Spoken]) -> list[Spoken]:
    """Paragraphs after the opening with no mark before them: the host goes on, and asks."""
    first = next((i for i, one in enumerate(spoken) if one.marked), 0)
    asked = " ".join(one.text for one in spoken[:first])
    asks = asked.endswith("?") and re.search(r"\byour?\b", asked, re.IGNORECASE)
    return spoken[:first] if asks and first <= 4 else []


def _one(spoken: list[Spoken], speaker: str) -> list[Spoken]:
    if not spoken:
        return []
    parts = [part for one in spoken for part in one.parts]
    return [Spoken(spoken[0].start, spoken[-1].end, parts, speaker)]


def _addressed(spoken: Sequence[Spoken], draft: Draft) -> None:
    """Whoever thanks the one guest by name is the host, and the other way round."""
    guests, hosts = draft.values("guest"), draft.values("host")
    if len(guests) != 1:
        return
    patterns = [(guests[0].split()[0], _vocative(guests[0]), HOST)]
    if len(hosts) == 1:
        patterns.append((hosts[0].split()[0], _vocative(hosts[0]), GUEST))
    for one in spoken:
        text = one.text
        speakers = {
            speaker
            for first, pattern, speaker in patterns
            if first in text and pattern.search(text)
        }
        if one.speaker is None and len(speakers) == 1:
            one.speaker = speakers.pop()


def _vocative(name: str) -> re.Pattern[str]:
    first = re.escape(name.split()[0])
    return re.compile(
        rf"(?:^|[.!?,]\s)(?:(?:So|Well|Okay|OK|All right|Yeah|And|Now),?\s)?{first},\s"
        rf"(?:thank you|thanks|welcome|it['’]s (?:great|so good|good|an honor|a pleasure))"
        rf"|\b(?:[Tt]hank you(?: so much| very much)?|[Tt]hanks(?: so much| a lot)?|[Ww]elcome)"
        rf",?\s{first}\s?[.,!]"
    )


def _finished(spoken: Sequence[Spoken], draft: Draft) -> Iterator[Turn]:
    """The turns without music, breaks, adverts, and all that follows the closing."""
    near_end = max(0, len(spoken) - max(6, len(spoken) // 20))
    for place, one in enumerate(spoken):
        text = without_sounds(one.text)
        if place >= near_end and is_closing_advert(text):
            return
        if not any(char.isalnum() for char in text) or _is_sponsor_read(text):
            continue
        yield Turn(text, draft.path, one.start, one.end, speaker=one.speaker, seconds=one.seconds)


def _is_sponsor_read(text: str) -> bool:
    return len(text) < 1500 and is_advert(text)
