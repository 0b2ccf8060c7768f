"""Cards of all ten kinds, by hand, for the tests of what leaves the program."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from quizapp.model import Card, CardKind, Chapter, Episode, Source, StoredCard

CHANGED = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)

EPISODE = Episode(
    slug="gwen-marlow-tides-and-clocks",
    title="Gwen Marlow: Tides and Clocks",
    show="The Long Table",
    number=12,
    host="Ben Osei",
    guests=("Gwen Marlow",),
    published=date(2024, 2, 9),
    chapters=(Chapter(0, "Introduction"), Chapter(425, "Why there are two tides")),
)

TIDES = Source(
    path="tides/answers.md",
    line_start=12,
    line_end=14,
    excerpt="The Moon pulls on the near water more than on the Earth, and on the Earth more than "
    "on the far water.",
    speaker="Gwen Marlow",
    chapter="Why there are two tides",
    seconds=425,
)
CLOCKS = Source(
    path="tides/highlights.txt",
    line_start=40,
    line_end=40,
    excerpt="Harrison spent nineteen years on his third clock.",
    speaker=None,
    chapter="Clocks & longitude",
    seconds=3723,
)


def card(number: int, kind: CardKind, prompt: str, answer: str, **more: Any) -> Card:
    """A card with what every card has."""
    return Card(
        id=f"q1c{number:016x}",
        note_id=more.pop("note_id", f"q1n{number:016x}"),
        kind=kind,
        episode=EPISODE.slug,
        prompt=prompt,
        answer=answer,
        sources=more.pop("sources", (TIDES,)),
        **more,
    )


CARDS = (
    card(
        1,
        CardKind.RECALL,
        "Why does the sea rise twice a day and not once, according to Gwen Marlow?",
        "Because the Moon pulls the near water away from the Earth, and the Earth away from the "
        "far water.",
        explanation="Both sides bulge. The Sun does the same, at a little under half the strength.",
        tags=("qa", "the moon"),
    ),
    card(
        2,
        CardKind.CLOZE,
        "A spring tide comes when Sun and Moon ____, a neap tide when they stand ____.",
        "pull in one line; at right angles",
    ),
    card(
        3,
        CardKind.CHOICE,
        "What did a captain need to know to find his longitude?",
        "the time at a known place",
        options=("the height of the Sun at noon", "the time at a known place", "the drift"),
        answer_index=1,
        sources=(CLOCKS, TIDES),
        explanation="The Earth turns fifteen degrees an hour.",
    ),
    card(
        4,
        CardKind.TRUE_FALSE,
        "The bulge of water on the far side is caused by the Sun.",
        "False",
        options=("True", "False"),
        answer_index=1,
        explanation="The bulge of water on the far side is caused by the Moon.",
    ),
    card(
        5,
        CardKind.ATTRIBUTION,
        "Who said: “A clock is a promise about the morning”?",
        "Gwen Marlow",
        options=("Ben Osei", "Gwen Marlow", "Ada Quill"),
        answer_index=1,
    ),
    card(
        6,
        CardKind.FINISH_QUOTE,
        "Gwen Marlow: “The sea does not keep time, ____”",
        "it keeps company",
        accepted=("it only keeps company",),
    ),
    card(
        7,
        CardKind.DEFINITION,
        "What is slack water?",
        "The short while around high and low tide in which the water hardly moves.",
    ),
    card(
        8,
        CardKind.NUMBER,
        "Harrison worked on his third clock for ____ years.",
        "19",
        accepted=("nineteen",),
        sources=(CLOCKS,),
    ),
    card(
        9,
        CardKind.INTERVIEW,
        "Ben Osei asks Gwen Marlow: what would you measure first on a strange shore?",
        "The height of the last tide mark, because a shore writes down its own highest water.",
    ),
    card(
        10,
        CardKind.ORDER,
        "Put these parts of the conversation in order.",
        "Why there are two tides → Slack water → Clocks & longitude",
        options=("Clocks & longitude", "Why there are two tides", "Slack water"),
    ),
)


def stored(*cards: Card, changed_at: datetime = CHANGED) -> list[StoredCard]:
    """Cards as the library hands them over, new and not edited."""
    return [StoredCard(one, changed_at) for one in cards]
