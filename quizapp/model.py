"""The words of the program, as frozen dataclasses: the only types that travel between rooms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import IntEnum, StrEnum


class SectionKind(StrEnum):
    """What a section of a source page is."""

    SUMMARY = "summary"
    HIGHLIGHT = "highlight"
    IDEA = "idea"
    INSIGHT = "insight"
    TAKEAWAY = "takeaway"
    QUOTE = "quote"
    QA = "qa"
    TOPIC = "topic"


class CardKind(StrEnum):
    """How a card asks."""

    RECALL = "recall"
    CLOZE = "cloze"
    CHOICE = "choice"
    TRUE_FALSE = "true_false"
    ATTRIBUTION = "attribution"
    FINISH_QUOTE = "finish_quote"
    DEFINITION = "definition"
    NUMBER = "number"
    INTERVIEW = "interview"
    ORDER = "order"


class CardStatus(StrEnum):
    """Whether a card is asked."""

    ACTIVE = "active"
    SUSPENDED = "suspended"
    """A person set it aside for now."""
    REJECTED = "rejected"
    """A person said no."""
    RETIRED = "retired"
    """Its source no longer yields it."""


class Rating(IntEnum):
    """What the learner presses; the numbers are Anki's."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


class LearningState(StrEnum):
    """Where a card stands in its schedule."""

    NEW = "new"
    LEARNING = "learning"
    REVIEW = "review"
    RELEARNING = "relearning"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in what the user gave that was not understood, in one line."""

    path: str
    line: int | None
    message: str

    def __str__(self) -> str:
        """``path:line: message``, as errors read everywhere."""
        return (
            f"{self.path}:{self.line}: {self.message}"
            if self.line
            else (f"{self.path}: {self.message}")
        )


@dataclass(frozen=True, slots=True)
class Omission:
    """Lines of a page that went into no part of the episode: why, and how they begin."""

    path: str
    line_start: int
    line_end: int
    reason: str
    text: str


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file an episode was read from, and the layout that read it."""

    path: str
    layout: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter of the recording; ``seconds`` counts from its start."""

    seconds: int
    title: str


@dataclass(frozen=True, slots=True)
class Section:
    """One piece of a page: a question with its answer, an idea, a quote, a summary point.

    For ``qa`` the heading is the question and the text its answer. ``text`` has no bullets,
    emoji, citation numbers or quotation marks around the whole. Lines count from 1. ``inferred``
    says that no source states the chapter: the words tell it.
    """

    kind: SectionKind
    heading: str | None
    text: str
    path: str
    line_start: int
    line_end: int
    speaker: str | None = None
    chapter: str | None = None
    seconds: int | None = None
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Turn:
    """What one person says before the next one speaks; ``speaker`` only on evidence.

    ``inferred``: the chapter follows from the place among all that is said, no source states it.
    """

    text: str
    path: str
    line_start: int
    line_end: int
    speaker: str | None = None
    chapter: str | None = None
    seconds: int | None = None
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class ConflictValue:
    """One of the values that sources give for the same field, and where it stands."""

    value: str
    path: str
    line: int


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field of an episode that its sources disagree on."""

    field: str
    values: tuple[ConflictValue, ...]


@dataclass(frozen=True, slots=True)
class Misspelling:
    """A name as the transcript spells it, and as the curated pages of the episode do.

    ``line`` is that of the first turn with it, ``times`` how often it is said. Only where it is
    ``sure`` may the one stand for the other.
    """

    heard: str
    name: str
    path: str
    line: int
    times: int
    sure: bool


@dataclass(frozen=True, slots=True)
class Episode:
    """One conversation, as all its source files together tell it."""

    slug: str
    title: str
    show: str | None = None
    number: int | None = None
    host: str | None = None
    guests: tuple[str, ...] = ()
    published: date | None = None
    duration_seconds: int | None = None
    description: str | None = None
    files: tuple[SourceFile, ...] = ()
    chapters: tuple[Chapter, ...] = ()
    sections: tuple[Section, ...] = ()
    turns: tuple[Turn, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    misspellings: tuple[Misspelling, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """Where a card comes from.

    ``excerpt`` stands verbatim in the lines ``line_start`` to ``line_end`` of ``path``, white
    space folded, ``…`` where it was shortened. ``inferred`` says that no source states the
    chapter: the words tell it, and the second within it is not known.
    """

    path: str
    line_start: int
    line_end: int
    excerpt: str
    speaker: str | None = None
    chapter: str | None = None
    seconds: int | None = None
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """One question about a note.

    ``sources`` is never empty; the first is the one that is shown. ``score`` runs from 0 to 1,
    best first. ``answer_index`` is set where one of ``options`` is the key.
    """

    id: str
    note_id: str
    kind: CardKind
    episode: str
    prompt: str
    answer: str
    sources: tuple[Source, ...]
    options: tuple[str, ...] | None = None
    answer_index: int | None = None
    accepted: tuple[str, ...] = ()
    explanation: str | None = None
    status: CardStatus = CardStatus.ACTIVE
    score: float = 0.0
    tags: tuple[str, ...] = ()

    @property
    def source(self) -> Source:
        """The place that is shown first."""
        return self.sources[0]

    @property
    def by_hand(self) -> bool:
        """Whether a person wrote it: it stands in no line of any file."""
        return self.source.line_start == 0


@dataclass(frozen=True, slots=True)
class Given:
    """An answer as it was given: typed, one of the options, or the options in an order.

    ``order`` holds indexes of the card's options. All empty: the learner gave none.
    """

    typed: str | None = None
    chosen: int | None = None
    order: tuple[int, ...] = ()

    def fits(self, card: Card) -> bool:
        """Whether it names only options that the card has, each once where it is an order."""
        options = range(len(card.options or ()))
        return (self.chosen is None or self.chosen in options) and (
            not self.order or sorted(self.order) == list(options)
        )


@dataclass(frozen=True, slots=True)
class Note:
    """One fact, from one place in a source (or several that tell the same); its cards are siblings.

    ``anchor`` says where in the episode the fact stands, ``key`` which fact of that place it is.
    """

    id: str
    generator: str
    episode: str
    anchor: str
    key: str
    sources: tuple[Source, ...]
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Failure:
    """A check that a card did not pass, and why."""

    check: str
    reason: str
    gate: bool


@dataclass(frozen=True, slots=True)
class Rejection:
    """A candidate that the checks turned down."""

    card: Card
    failures: tuple[Failure, ...]


@dataclass(frozen=True, slots=True)
class Memory:
    """The schedule of one card for one learner.

    ``stability`` is in days, ``difficulty`` from 1 to 10, ``step`` the learning step while in
    ``learning`` or ``relearning`` and else None, ``due`` and ``last_review`` are aware and carry
    the learner's offset at the last review. ``interval`` is what the button promised: minutes of
    a learning step, or whole study days from that of the last review to that of ``due``.
    ``last_day`` is the study day of the last review, as it was then: where days begin may have
    been set anew since. A new card has no memory.
    """

    card_id: str
    state: LearningState
    step: int | None
    stability: float
    difficulty: float
    due: datetime
    last_review: datetime
    interval: timedelta
    reps: int
    lapses: int
    last_day: date


@dataclass(frozen=True, slots=True)
class Review:
    """One answer, as the log keeps it.

    ``reviewed_at`` carries the learner's offset at that moment.
    """

    id: int
    card_id: str
    rating: Rating
    reviewed_at: datetime
    duration_ms: int | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """How many cards wait today, after the limits of the day."""

    new: int
    learning: int
    due: int

    @property
    def total(self) -> int:
        """All that wait."""
        return self.new + self.learning + self.due


@dataclass(frozen=True, slots=True)
class StudyItem:
    """The card to study now, and what each rating would do to it."""

    card: Card
    memory: Memory | None
    intervals: Mapping[Rating, timedelta]
    counts: Counts


@dataclass(frozen=True, slots=True)
class StoredCard:
    """A card as the library keeps it: with a person's edits applied, and its schedule.

    ``changed_at`` is when its content last changed (UTC). ``edited`` says that a person changed
    prompt or answer; ``buried_until`` is the study day on which it is asked again, ``flag`` the
    reason with which a person last flagged it.
    """

    card: Card
    changed_at: datetime
    memory: Memory | None = None
    edited: bool = False
    buried_until: date | None = None
    flag: str | None = None


@dataclass(frozen=True, slots=True)
class AnkiPlace:
    """Where a cloze card stands in Anki: in which note, and which of its blanks it is.

    ``ord`` counts from 0: blank ``{{c1::…}}`` is 0. No other card ever joins a note that is
    ``alone``. ``since`` is when the card came to a note that was there before, in seconds since
    1970, or 0: its text is newer since then.
    """

    guid: str
    ord: int
    alone: bool = False
    since: int = 0


@dataclass(frozen=True, slots=True)
class Settings:
    """What a learner can set; days are study days.

    The limit on reviews also holds new cards back. ``learn_ahead_minutes``: so much early a
    learning card comes when nothing else is left. ``learning_steps`` and ``relearning_steps`` are
    seconds, ``rollover_hour`` is when a study day begins. ``parameters`` are FSRS-6's 21, or none
    for the model's own. ``review_order`` is one of ``study.ORDERS``; ``relief_until`` the study day
    (ISO) until which a backlog is spread, ``zone`` a time zone's name, both empty for none.
    ``theme``, ``contrast`` and ``text_size`` (percent) say how the pages look.

    ``leech_action``: ``mark`` tags a leech, ``suspend`` sets it aside as well, ``reword`` until it
    is worded anew. ``recall_grows``: easy kinds of a note come first and give way to recall.
    ``correction``: predicted recall is corrected by what came, which a fit found to help.
    """

    new_per_day: int = 20
    reviews_per_day: int = 200
    learn_ahead_minutes: int = 20
    learning_steps: tuple[int, ...] = (60, 600)
    relearning_steps: tuple[int, ...] = (600,)
    rollover_hour: int = 4
    desired_retention: float = 0.9
    parameters: tuple[float, ...] = ()
    leech_action: str = "mark"
    recall_grows: bool = False
    correction: bool = False
    review_order: str = "day"
    relief_until: str = ""
    two_buttons: bool = False
    show_intervals: bool = True
    zone: str = ""
    theme: str = "system"
    contrast: bool = False
    text_size: int = 100

    @property
    def rollover(self) -> time:
        """When a study day begins, local time."""
        return time(self.rollover_hour)


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did, in the words of ``build --json``.

    ``unread`` of the problems mean that something could not be read at all.
    """

    episodes: int
    notes: int
    cards: Mapping[str, int]
    new: int
    updated: int
    unchanged: int
    removed: int
    rejected: Mapping[str, int]
    problems: tuple[Problem, ...] = ()
    unread: int = 0
    seconds: float = 0.0
    slugs: tuple[str, ...] = field(default=())
