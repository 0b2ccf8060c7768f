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
from quizapp.reading.wording import ends_sentence, is_prose, plain

_DASH = re.compile(r"(?<=[.?!…\"”’')\]-])\s+-\s+(?=\S)")
_CHEVRON = re.compile(r"\s*>>+\s*")
_FEW = 3
"""So many marks make a transcript a marked one."""

_PARAGRAPH = 300
"""Letters of a paragraph that is made of timed lines."""


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


def first_marked(blocks: Sequence[Block], draft: Draft) -> int | None:
    """Where a transcript without a heading begins; None where most blocks bear no mark."""
    split = [speakers_split(block.text) for block in blocks]
    labels = trusted_labels((part for parts in split for part in parts), draft.people)
    marked = [
        place
        for place, parts in enumerate(split)
        if labels
        for part in parts
        if (found := mark(part, labels)) and found.label
    ]
    if len(marked) >= _FEW and len(marked) >= 0.3 * sum(map(len, split)):
        return marked[0]
    times = [place for place, block in enumerate(blocks) if mark(block.text, _NO_LABELS)]
    if _is_timed_speech(blocks):
        return times[0]
    dashed = [place for place, block in enumerate(blocks) if _dashes(block)]
    inside = sum(len(_DASH.findall(block.text)) for block in blocks)
    return 0 if inside >= 2 * _FEW and len(dashed) >= 0.5 * len(blocks) else None


def _is_timed_speech(blocks: Sequence[Block]) -> bool:
    """Whether most lines have times that are but seconds apart; chapters are minutes apart."""
    marks = [found for block in blocks if (found := mark(block.text, _NO_LABELS))]
    times = [found.seconds for found in marks if found.seconds is not None]
    if len(times) < 8 or len(times) < 0.3 * len(blocks):
        return False
    return times[-1] - times[0] <= 25 * len(times)


def _dashes(block: Block) -> int:
    return (block.sign == "-") + len(_DASH.findall(block.text))


def _by_labels(pieces: Sequence[Block], labels: frozenset[str], draft: Draft) -> Iterator[Spoken]:
    """Turns that begin with a label; a time alone, or nothing, goes on with the same person."""
    names = speakers_named(labels, draft.people)
    current: Spoken | None = None
    voice: str | None = None
    for piece in pieces:
        found = mark(piece.text, labels)
        if found is None and piece.sign == "#":
            continue
        label = found.label if found else None
        same = label is None or (names[label] or label) == voice
        if current is None and found is None and not is_prose(piece.plain):
            continue
        if current is None or not same:
            if current:
                yield current
            voice = (names[label] or label) if label else None
            current = Spoken(piece.start, piece.end, speaker=names[label] if label else None)
        current.parts.append(plain(found.rest if found else piece.text))
        current.end = piece.end
        if found and current.seconds is None:
            current.seconds = found.seconds
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
    """No marks, no speakers: each paragraph for itself; short timed lines joined to paragraphs."""
    current: Spoken | None = None
    timed_lines = sum(1 for block in blocks if mark(block.text, _NO_LABELS)) >= _FEW
    at: int | None = None
    for block in blocks:
        found = mark(block.text, _NO_LABELS)
        text = plain(found.rest if found else block.text)
        at = found.seconds if found else at
        if not text or block.sign == "#":
            continue
        if current and not (timed_lines and _is_open(current)):
            yield current
            current = None
        if current is None:
            current = Spoken(block.start, block.end, seconds=at)
        current.parts.append(text)
        current.end, at = block.end, None
    if current:
        yield current


_NO_LABELS: frozenset[str] = frozenset()


def _is_open(spoken: Spoken) -> bool:
    """Whether a paragraph of timed lines is too short to end, or in the middle of a sentence."""
    length = sum(map(len, spoken.parts))
    return length < _PARAGRAPH or (length < 3 * _PARAGRAPH and not ends_sentence(spoken.parts[-1]))


def _with_evidence(spoken: list[Spoken], draft: Draft) -> list[Spoken]:
    """The host's opening joined to one turn, the adverts gone, speakers where the words tell."""
    first = next((i for i, one in enumerate(spoken) if starts_conversation(one.text)), None)
    opens = bool(spoken) and is_opening(spoken[0].text)
    if opens and first is None:
        spoken[0].speaker = HOST
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
