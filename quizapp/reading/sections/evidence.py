"""Who speaks in a transcript that only marks changes: what the words themselves give away.

Marks are missing here and there, so nobody is named because it would be their turn.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from quizapp.reading.adverts import is_advert, is_opening, starts_conversation
from quizapp.reading.draft import Draft
from quizapp.reading.page import GUEST, HOST


@dataclass(slots=True)
class Spoken:
    """A turn while its paragraphs are gathered."""

    start: int
    end: int
    parts: list[str] = field(default_factory=list)
    speaker: str | None = None
    seconds: int | None = None
    marked: bool = True
    chapter: str | None = None

    @property
    def text(self) -> str:
        """All that was said in it."""
        return " ".join(part for part in self.parts if part)


def with_evidence(spoken: list[Spoken], draft: Draft) -> list[Spoken]:
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
        rf"|(?:^|[.!?]\s)(?:(?:So|Well|And|Now|Okay),?\s)?{first},\s[^.?!]{{0,150}}\byou(?:r|['’]\w+)?\b"
        rf"|\b(?:[Tt]hank you(?: so much| very much)?|[Tt]hanks(?: so much| a lot)?|[Ww]elcome)"
        rf",?\s{first}\s?[.,!]"
    )
