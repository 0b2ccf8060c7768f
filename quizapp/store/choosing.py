"""Which active cards belong to a choice: by episode, chapter, kind, tag, or forgotten lately."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlite_utils import Database

from quizapp.model import CardKind
from quizapp.store.database import rows
from quizapp.store.progress import LEARNER
from quizapp.store.records import to_day


@dataclass(frozen=True, slots=True)
class Choice:
    """What cards are wanted; what is None or empty does not matter.

    ``forgotten_since``: answered Again on that study day or later.
    """

    episode: str | None = None
    chapter: str | None = None
    kinds: tuple[CardKind, ...] = ()
    tag: str | None = None
    forgotten_since: date | None = None


@dataclass(frozen=True, slots=True)
class Chosen:
    """A card of the choice, and the study day on which it is due; None for a new card."""

    card_id: str
    note_id: str
    due_day: int | None


_FORGOTTEN = (
    "cards.id IN (SELECT card_id FROM reviews WHERE learner = :learner AND study_day >= :since"
    " AND rating = 1 AND undone_at IS NULL)"
)
# A person's word beats the program's: tags that were taken away do not count.
_TAGGED = (
    "COALESCE((SELECT given FROM person_tags WHERE card_id = cards.id AND tag = :tag),"
    " EXISTS (SELECT 1 FROM json_each(cards.tags) WHERE value = :tag))"
)
_CHAPTER = "json_extract(cards.sources, '$[0].chapter')"


def chosen(db: Database, choice: Choice) -> tuple[Chosen, ...]:
    """The active cards of a choice: those that are due soonest, then new ones as introduced."""
    kinds = {f"kind{number}": str(kind) for number, kind in enumerate(choice.kinds)}
    conditions = {
        "cards.episode = :episode": choice.episode,
        f"{_CHAPTER} = :chapter": choice.chapter,
        f"cards.kind IN ({', '.join(f':{name}' for name in kinds)})": choice.kinds,
        _TAGGED: choice.tag,
        _FORGOTTEN: choice.forgotten_since,
    }
    where = " AND ".join(text for text, wanted in conditions.items() if wanted)
    found = rows(
        db,
        "SELECT cards.id AS card_id, cards.note_id, memory.due_day FROM cards"  # noqa: S608
        " LEFT JOIN memory ON memory.card_id = cards.id AND memory.learner = :learner"
        f" WHERE cards.status = 'active' AND {where or '1'}"
        " ORDER BY memory.due_day IS NULL, memory.due, cards.position, cards.score DESC, cards.id",
        {
            "learner": LEARNER,
            "episode": choice.episode,
            "chapter": choice.chapter,
            "tag": choice.tag,
            "since": to_day(choice.forgotten_since) if choice.forgotten_since else 0,
            **kinds,
        },
    )
    return tuple(Chosen(**row) for row in found)


def chapters(db: Database) -> tuple[tuple[str, str], ...]:
    """The chapters that active cards come from, as (episode, title), in order of both."""
    found = db.execute(
        f"SELECT DISTINCT episode, {_CHAPTER} AS chapter FROM cards"  # noqa: S608
        " WHERE status = 'active' AND chapter IS NOT NULL ORDER BY episode, chapter"
    )
    return tuple(found.fetchall())


def tags(db: Database) -> tuple[str, ...]:
    """The tags of active cards, by the alphabet."""
    found = db.execute(
        "SELECT value FROM cards, json_each(cards.tags) WHERE status = 'active'"
        " UNION SELECT tag FROM person_tags WHERE given = 1 ORDER BY 1"
    )
    return tuple(tag for (tag,) in found)


def kinds(db: Database, episode: str | None = None) -> dict[CardKind, int]:
    """How many active cards there are of each kind, of all episodes or of one."""
    found = db.execute(
        "SELECT kind, count(*) FROM cards WHERE status = 'active'"
        " AND (:episode IS NULL OR episode = :episode) GROUP BY kind",
        {"episode": episode},
    )
    counted = dict(found.fetchall())
    return {kind: counted[kind] for kind in CardKind if kind in counted}
