"""Who speaks in an episode, and what it is about, as prompts say it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quizapp.model import Episode


@dataclass(frozen=True, slots=True)
class Names:
    """Who speaks in an episode, and what it is about, as prompts say it.

    ``guest`` is None where there is none or more than one; ``topic`` is what the title says
    besides the guest's name.
    """

    guest: str | None
    host: str | None
    guests: tuple[str, ...]
    topic: str | None
    title: str
    pronoun: str | None = None
    """``he`` or ``she``, where the pages tell of nobody by the other."""

    @classmethod
    def of(cls, episode: Episode) -> Names:
        """From what the episode's pages agree on."""
        guest = episode.guests[0] if len(episode.guests) == 1 else None
        pronoun = _pronoun(episode) if guest else None
        return cls(guest, episode.host, episode.guests, _topic(episode), episode.title, pronoun)

    @property
    def surname(self) -> str | None:
        """The guest's last name: how a second mention goes."""
        return self.guest.split()[-1] if self.guest else None

    @property
    def own(self) -> str | None:
        """``his`` or ``her``, where it is known."""
        return {"he": "his", "she": "her"}.get(self.pronoun or "")

    @property
    def people(self) -> tuple[str, ...]:
        """Everyone who speaks."""
        return self.guests + ((self.host,) if self.host else ())

    def mentions(self, text: str) -> bool:
        """Whether a text names one of the speakers, by full or last name."""
        return any(re.search(rf"\b{re.escape(p.split()[-1])}\b", text) for p in self.people)


_FEWEST_TOLD = 2
"""Times that somebody is told of by a pronoun before it is taken for theirs."""


def _pronoun(episode: Episode) -> str | None:
    """The pronoun of whom the pages tell: only where there is no other in them."""
    text = " ".join(s.text for s in episode.sections)
    told = {
        "he": len(re.findall(r"\b(?:he|him|his)\b", text, re.IGNORECASE)),
        "she": len(re.findall(r"\b(?:she|her|hers)\b", text, re.IGNORECASE)),
    }
    known = [p for p, n in told.items() if n >= _FEWEST_TOLD]
    return known[0] if len(known) == 1 and sum(told.values()) == told[known[0]] else None


def _topic(episode: Episode) -> str | None:
    title = episode.title
    for name in episode.guests:
        title = re.sub(rf"\s*(?:with|by|feat\.?|featuring)?\s*{re.escape(name)}\s*", " ", title)
    topic = re.sub(r"^(?:on|about)\s+", "", title.strip(" :–—-|,"), flags=re.IGNORECASE)
    return topic if topic and topic != episode.title.strip() and len(topic.split()) <= 8 else None
