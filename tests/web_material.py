"""Two small episodes with hand-made cards of all six kinds, for the tests of the pages."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from sqlite_utils import Database

from quizapp import identity
from quizapp.model import (
    Card,
    CardKind,
    Chapter,
    Conflict,
    ConflictValue,
    Episode,
    Note,
    Section,
    SectionKind,
    Source,
    SourceFile,
)
from quizapp.reading.documents import Document
from quizapp.store import library
from quizapp.store.database import database_path, open_database, writing
from quizapp.store.records import episode_row
from quizapp.store.saving import save_row

LEARNING = "ilya-sutskever-deep-learning"
RIVERS = "mara-lindqvist-how-rivers-remember"
_GUEST = "Ilya Sutskever"
_HYDROLOGIST = "Mara Lindqvist"


@dataclass(frozen=True, slots=True)
class Draft:
    """A card before it has an id: its excerpt says where it stands."""

    kind: CardKind
    prompt: str
    answer: str
    excerpt: str
    options: tuple[str, ...] | None = None
    explanation: str | None = None
    accepted: tuple[str, ...] = ()
    chapter: str | None = None
    speaker: str | None = None


_LEARNING_TEXT = """\
Deep learning, from the inside

Why it worked

Three things had to meet before deep networks took off: labelled data in quantity, graphics
cards that made the training affordable, and people who were convinced that it would work.
The conviction was the scarcest of the three.

Backpropagation adjusts every weight of a network by how much it contributed to the error.
Sutskever expects it to stay, since it solves the problem of finding a circuit under constraints.

Double descent

When a network grows, its test error first falls, then rises where the parameters just suffice
to fit the training data, and then falls a second time. Stopping the training early makes the
bump in the middle disappear.

Language

GPT-2 is a transformer with 1.5 billion parameters, trained on the text behind links that were
shared with some approval.
A transformer is easier to train than a recurrent network because it is not recurrent, which
makes it shallow and gives the graphics card much to do at once.

“The most beautiful thing about deep learning is that it actually works.”
– Ilya Sutskever

Asked for a test of intelligence, he names a program that never makes a mistake which no human
being would make.
"""

_RIVERS_TEXT = """\
How rivers remember

A meander moves because water on the outer bank runs faster and carries soil away, while it
drops sand on the inner bank.
An oxbow lake is what stays of a meander after the river has cut through its neck.

Beavers raise the water table: behind their dams a valley stores floods and lets them go slowly.
In the valley she studied, summer flow rose by 28 percent in the six years after they came back.

“A river is a memory of every flood it ever had.”
– Mara Lindqvist

“You can straighten a river in one winter; it takes a century to forgive you.”
– Mara Lindqvist
"""

_LEARNING_DRAFTS = (
    Draft(
        CardKind.RECALL,
        "Which three things had to meet before deep networks took off?",
        "Labelled data in quantity, graphics cards, and people convinced that it would work.",
        "Three things had to meet before deep networks took off: labelled data in quantity, "
        "graphics cards that made the training affordable, and people who were convinced that it "
        "would work.",
        explanation="The conviction was the scarcest of the three, Ilya Sutskever says: data and "
        "hardware lay about for years before anybody put them together.",
        chapter="AlexNet paper and the ImageNet moment",
    ),
    Draft(
        CardKind.CLOZE,
        "____ adjusts every weight of a network by how much it contributed to the error.",
        "Backpropagation",
        "Backpropagation adjusts every weight of a network by how much it contributed to the "
        "error.",
        accepted=("back-propagation", "backprop"),
        chapter="Backpropagation",
    ),
    Draft(
        CardKind.CHOICE,
        "Where does the test error peak before it falls for the second time in double descent?",
        "Where the parameters just suffice to fit the training data",
        "then rises where the parameters just suffice to fit the training data, and then falls a "
        "second time.",
        options=(
            "Where the network has the fewest parameters",
            "Where the parameters just suffice to fit the training data",
            "Where the training data run out of labels",
        ),
        explanation="Early stopping makes the bump disappear.",
        chapter="Deep double descent",
    ),
    Draft(
        CardKind.TRUE_FALSE,
        "GPT-2 is a transformer with 15 billion parameters.",
        "False",
        "GPT-2 is a transformer with 1.5 billion parameters",
        options=("True", "False"),
        explanation="GPT-2 is a transformer with 1.5 billion parameters.",
        chapter="GPT-2",
    ),
    Draft(
        CardKind.FINISH_QUOTE,
        "Ilya Sutskever: “The most beautiful thing about deep learning is that it ____.”",
        "actually works",
        "“The most beautiful thing about deep learning is that it actually works.” "
        "– Ilya Sutskever",
        speaker=_GUEST,
    ),
    Draft(
        CardKind.RECALL,
        "Why does Ilya Sutskever expect backpropagation to stay?",
        "It solves the problem of finding a circuit under constraints.",
        "Sutskever expects it to stay, since it solves the problem of finding a circuit under "
        "constraints.",
        chapter="Backpropagation",
    ),
    Draft(
        CardKind.RECALL,
        "Why is a transformer easier to train than a recurrent network?",
        "It is not recurrent, so it is shallow and keeps the graphics card busy.",
        "A transformer is easier to train than a recurrent network because it is not recurrent, "
        "which makes it shallow and gives the graphics card much to do at once.",
        chapter="Language models",
    ),
    Draft(
        CardKind.CLOZE,
        "Stopping the training ____ makes the bump in the middle of ____ disappear.",
        "early; double descent",
        "Stopping the training early makes the bump in the middle disappear.",
        chapter="Deep double descent",
    ),
)

_RIVERS_DRAFTS = (
    Draft(
        CardKind.RECALL,
        "Why does a meander of a river move?",
        "The water on the outer bank runs faster and carries soil away.",
        "A meander moves because water on the outer bank runs faster and carries soil away, while "
        "it drops sand on the inner bank.",
        explanation="On the inner bank it is slow and drops sand.",
    ),
    Draft(
        CardKind.ATTRIBUTION,
        "Who said: “A river is a memory of every flood it ever had.”?",
        _HYDROLOGIST,
        "“A river is a memory of every flood it ever had.” – Mara Lindqvist",
        options=("Tomas Okafor", "Ilya Sutskever", _HYDROLOGIST),
        speaker=_HYDROLOGIST,
    ),
    Draft(
        CardKind.CLOZE,
        "An ____ is what stays of a meander after the river has cut through its neck.",
        "oxbow lake",
        "An oxbow lake is what stays of a meander after the river has cut through its neck.",
    ),
    Draft(
        CardKind.TRUE_FALSE,
        "In the valley Mara Lindqvist studied, summer flow rose by 28 percent in the six years "
        "after the beavers came back.",
        "True",
        "In the valley she studied, summer flow rose by 28 percent in the six years after they "
        "came back.",
        options=("True", "False"),
        explanation="In the valley Mara Lindqvist studied, summer flow rose by 28 percent in the "
        "six years after the beavers came back.",
    ),
    Draft(
        CardKind.FINISH_QUOTE,
        "Mara Lindqvist: “You can straighten a river in one winter; it takes a century to ____.”",
        "forgive you",
        "“You can straighten a river in one winter; it takes a century to forgive you.” "
        "– Mara Lindqvist",
        speaker=_HYDROLOGIST,
    ),
)

_CHAPTERS = (
    Chapter(0, "Introduction"),
    Chapter(143, "AlexNet paper and the ImageNet moment"),
    Chapter(2164, "Deep double descent"),
    Chapter(2480, "Backpropagation"),
    Chapter(3397, "Language models"),
    Chapter(3635, "GPT-2"),
)


def _place(document: Document, draft: Draft) -> Source:
    """The lines on which the excerpt stands."""
    lines = document.text.split("\n")
    for start in range(len(lines)):
        if not lines[start].strip():
            continue
        for end in range(start, min(start + 4, len(lines))):
            if draft.excerpt in " ".join(" ".join(lines[start : end + 1]).split()):
                first = _latest_start(lines, start, end, draft.excerpt)
                return Source(
                    document.path,
                    first + 1,
                    end + 1,
                    draft.excerpt,
                    draft.speaker,
                    draft.chapter,
                    next((c.seconds for c in _CHAPTERS if c.title == draft.chapter), None),
                )
    raise AssertionError(f"no such passage: {draft.excerpt}")


def _latest_start(lines: list[str], start: int, end: int, excerpt: str) -> int:
    while excerpt in " ".join(" ".join(lines[start + 1 : end + 1]).split()):
        start += 1
    return start


def note(document: Document, slug: str, draft: Draft, *, score: float = 0.5) -> Note:
    """A note with one card."""
    source = _place(document, draft)
    note_id = identity.note_id("hand", slug, source.path, draft.excerpt + draft.prompt)
    card = Card(
        id=identity.card_id(note_id, draft.kind.value, ""),
        note_id=note_id,
        kind=draft.kind,
        episode=slug,
        prompt=draft.prompt,
        answer=draft.answer,
        sources=(source,),
        options=draft.options,
        answer_index=draft.options.index(draft.answer) if draft.options else None,
        accepted=draft.accepted,
        explanation=draft.explanation,
        score=score,
    )
    return Note(note_id, "hand", slug, source.path, draft.excerpt, (source,), (card,))


def learning_episode() -> Episode:
    """A real episode's facts, told in our own words; two sources disagree on its date."""
    return Episode(
        slug=LEARNING,
        title="Ilya Sutskever: Deep Learning",
        show="Lex Fridman Podcast",
        number=94,
        host="Lex Fridman",
        guests=(_GUEST,),
        duration_seconds=5860,
        description="A conversation on how deep learning came to work, and what may come of it.",
        files=(SourceFile("learning.txt", "highlights"),),
        chapters=_CHAPTERS,
        sections=(
            Section(
                SectionKind.HIGHLIGHT,
                "Why it worked",
                "Three things had to meet before deep networks took off.",
                "learning.txt",
                3,
                7,
                chapter="AlexNet paper and the ImageNet moment",
            ),
            Section(
                SectionKind.QUOTE,
                None,
                "The most beautiful thing about deep learning is that it actually works.",
                "learning.txt",
                24,
                25,
                speaker=_GUEST,
            ),
        ),
        conflicts=(
            Conflict(
                "published",
                (
                    ConflictValue("2020-05-08", "learning.txt", 1),
                    ConflictValue("2020-05-15", "overview.txt", 9),
                ),
            ),
        ),
    )


def rivers_episode() -> Episode:
    """A made-up episode on another subject, without chapters."""
    return Episode(
        slug=RIVERS,
        title="Mara Lindqvist: How Rivers Remember",
        show="Slow Water",
        number=12,
        host="Tomas Okafor",
        guests=(_HYDROLOGIST,),
        published=date(2024, 3, 14),
        duration_seconds=3140,
        files=(SourceFile("rivers.txt", "headings"),),
    )


LEARNING_DOCUMENT = Document("learning.txt", "/texts", _LEARNING_TEXT)
RIVERS_DOCUMENT = Document("rivers.txt", "/texts", _RIVERS_TEXT)


IDEAS = {
    "Beavers store water": "Behind their dams a valley keeps floods and lets them go slowly.",
    "Meanders wander": "Water on the outer bank runs faster and carries the soil away.",
    "Oxbow lakes": "They stay where a river has cut through the neck of a bend.",
    "Straight rivers": "It takes a winter to make one, and a century to be forgiven.",
    "Summer flow": "It rose by 28 percent in six years, after the animals came back.",
    "Flood memory": "Each flood leaves a layer, and the layers can be read like pages.",
}


def give_ideas(db: Database, slug: str, now: datetime) -> None:
    """Gives an episode ideas with explanations, enough for a matching round."""
    ideas = tuple(
        Section(SectionKind.IDEA, heading, text, "ideas.txt", line, line)
        for line, (heading, text) in enumerate(IDEAS.items(), 1)
    )
    with writing(db):
        episode = replace(library.episode(db, slug), sections=ideas)
        save_row(db, "episodes", "slug", episode_row(episode), now)


def fill(home: Path, now: datetime, *, extra: tuple[Note, ...] = ()) -> None:
    """Put both episodes and their cards into the library in ``home``."""
    drafts = (
        (learning_episode(), LEARNING_DOCUMENT, _LEARNING_DRAFTS),
        (rivers_episode(), RIVERS_DOCUMENT, _RIVERS_DRAFTS),
    )
    db = open_database(database_path(home))
    with writing(db):
        for episode, document, cards in drafts:
            notes = [
                note(document, episode.slug, draft, score=1 - index / 100)
                for index, draft in enumerate(cards)
            ]
            more = extra if episode.slug == RIVERS else ()
            library.save_episode(db, episode, [document], [*notes, *more], now)
    db.close()
