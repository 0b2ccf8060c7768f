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
    """``he`` or ``she``, where the pages say so of the guest."""

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
    def object_pronoun(self) -> str | None:
        """``him`` or ``her``, where it is known."""
        return {"he": "him", "she": "her"}.get(self.pronoun or "")

    @property
    def people(self) -> tuple[str, ...]:
        """Everyone who speaks."""
        return self.guests + ((self.host,) if self.host else ())

    def is_of_speakers(self, text: str) -> bool:
        """Whether a text is nothing but a speaker's name, or one word of it."""
        words = set(text.split())
        return bool(words) and any(words <= set(p.split()) for p in self.people)

    def mentions(self, text: str) -> bool:
        """Whether a text names one of the speakers, by full or last name."""
        return any(re.search(rf"\b{re.escape(p.split()[-1])}\b", text) for p in self.people)


_TELLS = re.compile(
    r"(?:She|He) (?:also |then |even )?(?:describe|explain|recount|recall|argue|note|say|point|"
    r"emphasize|emphasise|stresse|add|discusse|highlight|believe|suggest|credit|caution|warn|share|"
    r"reflect|compare|encourage|acknowledge|think|advise|recommend|admit|insist|conclude)s\b"
)
"""What only who speaks does in the present tense."""
_TELLS_BESIDES = re.compile(
    r"[,”\"] (?P<who>she|he) (?:also )?(?:says|explains|argues|notes|adds|believes|suggests|warns|"
    r"thinks|recalls|jokes|admits|insists|concludes|recommends|points out|calls it)\b"
)
"""Who is said to say so within a sentence: ``It depends, she says.``"""
_SHE_OR_HE = re.compile(r"\b(?:(?P<he>he|him|his)|(?P<she>she|her|hers))\b", re.IGNORECASE)


def _pronoun(episode: Episode) -> str | None:
    """The pronoun by which the pages tell of the guest, where they do and agree.

    Only a sentence counts that opens with the pronoun, after one that opens with the guest's name
    and names nothing else, or that says what is told: any other may tell of somebody else.
    """
    (guest,) = episode.guests
    opens = re.compile(rf"(?:{re.escape(guest)}|{re.escape(guest.split()[-1])})\b")
    told = set()
    for section in episode.sections:
        before = ""
        for sentence in re.split(r"(?<=[.!?])\s+", section.text):
            besides = _TELLS_BESIDES.search(sentence)
            if besides:
                told.add(besides["who"])
            found, named = _SHE_OR_HE.match(sentence), opens.match(before)
            alone = named and not re.search(r"\b[A-Z]", before[named.end() :])
            if found and (alone or _TELLS.match(sentence)):
                told.add("he" if found["he"] else "she")
            before = sentence
    return told.pop() if len(told) == 1 else None


def _topic(episode: Episode) -> str | None:
    title = episode.title
    for name in episode.guests:
        if re.search(rf"\w {re.escape(name)} [a-z]|[Ww]h\w+ {re.escape(name)} ", title):
            return None  # "What Ada Byron Learned" is no topic without her
        title = re.sub(
            rf",?\s*(?:(?:with|by|feat\.?|featuring)\s+)?(?:(?:Dr|Prof|Professor)\.?\s+)?"
            rf"{re.escape(name)}\s*",
            " ",
            title,
        )
    topic = re.sub(r"^(?:on|about)\s+", "", title.strip(" :–—-|,"), flags=re.IGNORECASE)
    return topic if topic and topic != episode.title.strip() and len(topic.split()) <= 8 else None
