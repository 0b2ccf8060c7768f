"""Whole talks by chance: what stands above, between and below the turns, in any form of marks."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass

from tests.retold import forms
from tests.retold.blocks import Block, Part
from tests.retold.extractions import WRITERS
from tests.retold.heads import HEADS
from tests.retold.pages import Made
from tests.retold.told import ALL, Told

PRINTED = (
    "para **{name}** {t}",
    "para *{name}* / para {t}",
    "para {name} – {t}",
    "para {name} — {t}",
    "para {NAME} — {t}",
    "para {NAME}. {t}",
    "para {LAST}: {t}",
    "para **{LAST}:** {t}",
    "para {first}: {t}",
    "para **{first}:** {t}",
    "para {first} — {t}",
    "para {INITIALS}: {t}",
    "para **{INITIALS}:** {t}",
    "para **{INITIALS}** {t}",
    "para {ROLE}: {t}",
    "para <{first}> {t}",
    "para {first}> {t}",
    "para {name} | {t}",
    "para {name}\t{t}",
    "para {name} / line {role} / line {t}",
    "para {name} {minutes} / para {t}",
    "para {minutes} / para {name}: {t}",
)
"""Marks of printed conversations, many of which an extraction leaves without their sign."""

ABOVE = (
    "By {host}",
    "Interview by {host}",
    "Words by {host}. Photographs by Lena Ohm.",
    "Photo: Lena Ohm",
    "{minutes} min read",
    "Share",
    "This interview has been edited for length and clarity.",
    "{guest} has spent twenty years on this. {host} met them at home to talk about it.",
    "Listen to the full conversation on Apple Podcasts or Spotify.",
    "Note: this transcript was made by a machine and may contain errors.",
    "[Music]",
)
BETWEEN = (
    "[Music]",
    "(Laughter)",
    "Advertisement",
    "Article continues below",
    "{guest} at work last May. Photo: Lena Ohm",
    "Story continues after the advert",
    "[BREAK]",
    "***",
)
BELOW = (
    "*{guest} is the author of “The Long Tide”, which is out in May.*",
    "{guest} teaches at the University of Leith.",
    "{guest} lives in Bergen with two dogs. Her next book is about sand.",
    "This interview has been edited for length and clarity.",
    "Photographs by Lena Ohm.",
    "Tags: harbours, clocks, bread",
    "Filed under: Science, Work",
    "Share this:",
    "Thanks for reading {show}! Subscribe for free to receive new posts and support my work.",
    "← Previous: The Kelp Queen",
    "Next: How Bread Came North →",
    "Interview No. 11: Benedikt Rau, The Art of the Index",
    "© 2023 {show}. All rights reserved.",
    "3 Comments",
    "Listen to the full conversation on Apple Podcasts or Spotify.",
    "This episode was produced by Lena Ohm and edited by Karl Roth. Music by The Small Hours.",
    "[END OF RECORDING]",
    "END",
    "Transcribed by Lena Ohm.",
    "Note: this transcript was made by a machine and may contain errors.",
    "Follow {guest} on Mastodon and {show} on Instagram.",
    "Want more like this? Sign up for our weekly letter.",
    "First published in The Harbour Review, issue 12.",
    "{host} is the editor of {show}.",
    "About the author",
)
NAMES = (
    "Transcript",
    "Full transcript",
    "The conversation",
    "Interview",
    "Read the transcript",
    "",
    "",
)
_SENTENCE = re.compile(r"(?<=[.?!])\s+")


@dataclass(frozen=True, slots=True)
class Talk:
    """One choice for each piece of a page that is a talk."""

    told: Told
    head: str
    writer: str
    form: str
    name: str
    above: tuple[str, ...] = ()
    between: tuple[tuple[int, str], ...] = ()
    below: tuple[str, ...] = ()
    parted: bool = False
    """Whether turns of several sentences go on in a second paragraph."""

    def __str__(self) -> str:
        around = f"above {self.above}, between {self.between}, below {self.below}"
        return (
            f"{self.writer}; head {self.head!r}; {self.form!r} under {self.name!r}; {around}; "
            + ("parted" if self.parted else "whole")
        )


def chosen(chance: random.Random) -> Talk:
    """A talk by chance."""
    told = chance.choice(ALL)
    places = sorted(chance.sample(range(2, len(told.talk) - 1), 2))
    return Talk(
        told,
        chance.choice(list(HEADS)),
        chance.choice(list(WRITERS)),
        chance.choice((*forms.TURNS, *PRINTED)),
        chance.choice(NAMES),
        tuple(chance.sample(ABOVE, chance.choice((0, 0, 1, 2)))),
        tuple((p, chance.choice(BETWEEN)) for p in places[: chance.choice((0, 0, 1, 2))]),
        tuple(chance.sample(BELOW, chance.choice((0, 1, 2, 3)))),
        chance.random() < 0.3,
    )


def made(talk: Talk) -> Made:
    """The page of a talk."""
    told = talk.told
    ending, write = WRITERS[talk.writer]
    words = {"host": told.host, "guest": told.guest, "show": told.show, "minutes": told.minutes}
    part = Part()
    spoken = forms.spoken(told, talk.form)
    each = len(spoken.blocks) // len(told.talk)
    between = dict(talk.between)
    for place, said in enumerate(told.talk):
        if place in between:
            part.blocks.append(Block("para", between[place].format(**words)))
        turn = spoken.blocks[place * each : (place + 1) * each]
        sentences = _SENTENCE.split(said.text)
        if talk.parted and len(sentences) > 1 and turn[-1].sort != "sub":
            last = turn[-1]
            head = last.text.replace(said.text, " ".join(sentences[:-1]))
            turn = [*turn[:-1], Block(last.sort, head, last.number), Block("para", sentences[-1])]
        part.blocks += turn
        part.turns.append((said.speaker, said.text))
    head = HEADS[talk.head](told)
    blocks = [*head.blocks, *(Block("para", line.format(**words)) for line in talk.above)]
    blocks += [Block("head", talk.name)] if talk.name else []
    blocks += part.blocks
    blocks += [Block("para", line.format(**words)) for line in talk.below]
    return Made(f"page.{ending}", write(blocks), (part,))
