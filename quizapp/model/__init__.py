"""The words of the program, as frozen dataclasses: the only types that travel between rooms."""

from quizapp.model.cards import AnkiPlace, Card, Failure, Given, Note, Rejection, Source
from quizapp.model.episodes import (
    Chapter,
    Conflict,
    ConflictValue,
    Episode,
    Misspelling,
    Omission,
    Problem,
    Section,
    SourceFile,
    Turn,
)
from quizapp.model.kinds import CardKind, CardStatus, LearningState, Rating, SectionKind
from quizapp.model.memory import Counts, Memory, Review, StoredCard, StudyItem
from quizapp.model.reports import BuildReport
from quizapp.model.settings import Settings

__all__ = [
    "AnkiPlace",
    "BuildReport",
    "Card",
    "CardKind",
    "CardStatus",
    "Chapter",
    "Conflict",
    "ConflictValue",
    "Counts",
    "Episode",
    "Failure",
    "Given",
    "LearningState",
    "Memory",
    "Misspelling",
    "Note",
    "Omission",
    "Problem",
    "Rating",
    "Rejection",
    "Review",
    "Section",
    "SectionKind",
    "Settings",
    "Source",
    "SourceFile",
    "StoredCard",
    "StudyItem",
    "Turn",
]
