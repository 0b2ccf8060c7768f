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

    @classmethod
    def of(cls, episode: Episode) -> Names:
        """From what the episode's pages agree on."""
        guest = episode.guests[0] if len(episode.guests) == 1 else None
        return cls(guest, episode.host, episode.guests, _topic(episode), episode.title)

    @property
    def surname(self) -> str | None:
        """The guest's last name: how a second mention goes."""
        return self.guest.split()[-1] if self.guest else None

    @property
    def people(self) -> tuple[str, ...]:
        """Everyone who speaks."""
        return self.guests + ((self.host,) if self.host else ())

    def mentions(self, text: str) -> bool:
        """Whether a text names one of the speakers, by full or last name."""
        return any(re.search(rf"\b{re.escape(p.split()[-1])}\b", text) for p in self.people)


def _topic(episode: Episode) -> str | None:
    title = episode.title
    for name in episode.guests:
        title = re.sub(rf"\s*(?:with|by|feat\.?|featuring)?\s*{re.escape(name)}\s*", " ", title)
    topic = re.sub(r"^(?:on|about)\s+", "", title.strip(" :–—-|,"), flags=re.IGNORECASE)
    return topic if topic and topic != episode.title.strip() and len(topic.split()) <= 8 else None
