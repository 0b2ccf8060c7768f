"""Notes and their cards, where they come from, and answers to them."""

from __future__ import annotations

from dataclasses import dataclass

from quizapp.model.kinds import CardKind, CardStatus


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
