# ruff: noqa: E501  (a page is a page: its lines are as long as they are)
"""An episode on beekeeping, written for the tests: a conversation about another world."""

from __future__ import annotations

from quizapp.material import Material
from quizapp.material.passages import Passages
from quizapp.model import Episode, Section, SectionKind

PAGE = """\
Anneke Vos: How a Hive Decides | The Slow Science Show #31

IDEAS WORTH REMEMBERING

A swarm chooses its new home by a vote of its scouts.
Each scout dances for the cavity that she has inspected, and better cavities are danced for longer, so that support for the best one grows. Vos filmed 4,000 dances in the summer of 1998.

Drone bees are expelled in autumn because they eat honey without gathering any.
The workers drag the drones out of the hive when the flowers fade. A colony keeps about 10,000 workers through the winter.

KEY INSIGHTS

Waggle dance: The waggle dance is a figure-eight run that tells other bees the direction and the distance of flowers. Karl von Frisch decoded it in 1944.
Royal jelly: Royal jelly is a protein-rich secretion that turns an ordinary larva into a queen. Nurse bees feed it to every larva for three days.
Winter cluster: The winter cluster keeps its core at 34 degrees because the bees shiver their flight muscles. Its mantle is colder than its core.

QUESTIONS

Q: How did you become interested in honeybees?
A neighbour in Leiden kept twelve hives, and I carried his smoker from the age of nine.

Q: Do you think wild bees can replace honeybees in orchards?
Vos doubts it for large orchards, because wild bees nest in small numbers. For small farms she thinks they are often better pollinators than honeybees.

Q: Why do bees swarm in May?
Colonies swarm in May because the hive becomes crowded when the fruit trees bloom. The old queen leaves with half of the workers.

QUOTES

A hive is a parliament in which every speech is a dance.
Anneke Vos

It was lovely. It was just lovely to see that.
Anneke Vos

The best beekeepers are the ones who open the hive as rarely as they can.
Anneke Vos
"""
PATH = "bees.txt"


def _line(start: str) -> int:
    return next(i for i, line in enumerate(PAGE.split("\n"), 1) if line.startswith(start))


def _below(kind: SectionKind, heading: str) -> Section:
    """A heading with its text on the next line."""
    at = _line(heading)
    text = PAGE.split("\n")[at]
    return Section(kind, heading, text, PATH, at, at + 1)


def _beside(heading: str) -> Section:
    at = _line(heading)
    text = PAGE.split("\n")[at - 1].partition(": ")[2]
    return Section(SectionKind.INSIGHT, heading, text, PATH, at, at)


def _asked(question: str) -> Section:
    at = _line(f"Q: {question}")
    return Section(SectionKind.QA, question, PAGE.split("\n")[at], PATH, at, at + 1)


def _quoted(start: str) -> Section:
    at = _line(start)
    text = PAGE.split("\n")[at - 1]
    return Section(SectionKind.QUOTE, None, text, PATH, at, at + 1, speaker="Anneke Vos")


SECTIONS = (
    _below(SectionKind.IDEA, "A swarm chooses its new home by a vote of its scouts."),
    _below(
        SectionKind.IDEA,
        "Drone bees are expelled in autumn because they eat honey without gathering any.",
    ),
    _beside("Waggle dance"),
    _beside("Royal jelly"),
    _beside("Winter cluster"),
    _asked("How did you become interested in honeybees?"),
    _asked("Do you think wild bees can replace honeybees in orchards?"),
    _asked("Why do bees swarm in May?"),
    _quoted("A hive is a parliament"),
    _quoted("It was lovely"),
    _quoted("The best beekeepers"),
)


def episode(*sections: Section) -> Episode:
    """The episode, with all its sections or only these."""
    return Episode(
        "how-a-hive-decides",
        "Anneke Vos: How a Hive Decides",
        show="The Slow Science Show",
        number=31,
        host="Piet Bakker",
        guests=("Anneke Vos",),
        sections=sections or SECTIONS,
    )


def material(*sections: Section, others: tuple[str, ...] = ()) -> Material:
    """What the generators see of it; ``others`` are the guests of other episodes."""
    return Material(episode(*sections), Passages.of([(PATH, PAGE)]), others)
