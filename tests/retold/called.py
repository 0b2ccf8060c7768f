"""Talks whose voices are called by anything but their whole names: initials, the house, a role."""

from __future__ import annotations

import random
from dataclasses import dataclass

from tests.retold import forms
from tests.retold.blocks import Block, Part
from tests.retold.extractions import WRITERS
from tests.retold.pages import Made
from tests.retold.told import ALL, Told

MARKS = (
    "para {L}: {t}",
    "para **{L}:** {t}",
    "para *{L}:* {t}",
    "para **{L}** / para {t}",
    "para _{L}_ / para {t}",
    "para {L} / para {t}",
    "para {L} / line {t}",
    "para {L}: / line {t}",
    "sub {L} / para {t}",
    "para {L} — {t}",
    "para {L} – {t}",
    "para {L}. {t}",
    "para **{L}.** {t}",
    "para **{L}** {t}",
    "para [{L}] {t}",
    "para ({L}) {t}",
    "para <{L}> {t}",
    "para {L}> {t}",
    "para {L}) {t}",
    "para {L}:: {t}",
    "para {L} | {t}",
    "para **{L}** | {t}",
    "para {L} [0{m}:12] {t}",
    "para ({m}:12) {L}: {t}",
)
"""``L`` stands for whatever a voice is called by, ``m`` for a minute."""


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())


CALLED = {
    "surname, Q": lambda t: (t.guest.split()[-1], "Q"),
    "SURNAME, INTERVIEWER": lambda t: (t.guest.split()[-1].upper(), "INTERVIEWER"),
    "SURNAME, HOUSE": lambda t: (t.guest.split()[-1].upper(), t.show.upper()),
    "NAME, HOUSE": lambda t: (t.guest.upper(), t.show.upper()),
    "name, house": lambda t: (t.guest, t.show),
    "name, initials of the house": lambda t: (t.guest, _initials(t.show)),
    "initials, house": lambda t: (_initials(t.guest), t.show),
    "initials, initials": lambda t: (_initials(t.guest), _initials(t.host)),
    "SURNAMES": lambda t: (t.guest.split()[-1].upper(), t.host.split()[-1].upper()),
    "surnames": lambda t: (t.guest.split()[-1], t.host.split()[-1]),
    "first names": lambda t: (t.guest.split()[0], t.host.split()[0]),
    "FIRST NAMES": lambda t: (t.guest.split()[0].upper(), t.host.split()[0].upper()),
    "first name, Moderator": lambda t: (t.guest.split()[0], "Moderator"),
}
"""What the guest and the host are called by in the marks."""

HEADS = {
    "byline": lambda t: [
        Block("head", t.title),
        Block("para", f"By {t.host}"),
        Block("para", f"For {t.guest} this took twenty years. We met to talk about it."),
    ],
    "labels": lambda t: [
        Block("para", t.show),
        Block("head", t.title),
        Block("para", f"Interviewer: {t.host}"),
        Block("para", f"Interviewee: {t.guest}"),
    ],
    "prose": lambda t: [
        Block("head", f"{t.title}: an interview with {t.guest}"),
        Block("para", f"{t.host} spoke with {t.guest}, who has spent twenty years on this."),
    ],
}
"""What stands on top and tells who takes part."""


@dataclass(frozen=True, slots=True)
class Called:
    """One choice for each piece of such a page."""

    told: Told
    mark: str
    called: str
    head: str
    writer: str
    above: bool
    """Whether a list of topics stands before the talk, which nothing calls a talk then."""


def chosen(chance: random.Random, mark: str, called: str) -> Called:
    """A page by chance."""
    writers = [name for name in WRITERS if name not in ("glued", "one line")]
    head, writer = chance.choice(list(HEADS)), chance.choice(writers)
    return Called(chance.choice(ALL), mark, called, head, writer, chance.random() < 0.5)


def made(page: Called) -> Made:
    """The page; the host is nobody where only the house, a role or ``Q`` asks."""
    told = page.told
    guest, host = CALLED[page.called](told)
    named = not page.called.endswith(("Q", "INTERVIEWER", "HOUSE", "house", "Moderator"))
    ending, write = WRITERS[page.writer]
    blocks = list(HEADS[page.head](told))
    if page.above:
        topics = forms.listed("topic", told.topics, forms.TOPICS[0])
        blocks += [Block("head", "Topics"), *topics.blocks]
    part = Part()
    for place, said in enumerate(told.talk):
        label = guest if said.speaker == told.guest else host
        for template in page.mark.split(" / "):
            sort, _, text = template.partition(" ")
            line = text.format(L=label, t=said.text, m=place)
            part.blocks.append(Block(sort, line, place + 1))  # type: ignore[arg-type]
        who = said.speaker if said.speaker == told.guest or named else ""
        part.turns.append((who, said.text))
    return Made(f"page.{ending}", write([*blocks, *part.blocks]), (part,))
