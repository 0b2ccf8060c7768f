"""Episodes, their documents, and their cards as a person sees them: with their edits applied."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlite_utils import Database

from quizapp.errors import NotFoundError, StudyError
from quizapp.model import Card, CardKind, CardStatus, Episode, Source, StoredCard
from quizapp.scheduling import LEECH_LAPSES
from quizapp.store.database import rows, writing
from quizapp.store.progress import LEARNER
from quizapp.store.records import card_of, episode_of, from_day, from_ms, memory_of, to_ms
from quizapp.store.saving import Changes, save_episode

if TYPE_CHECKING:
    from quizapp.reading.documents import Document

__all__ = [
    "Changes",
    "Named",
    "SourceLine",
    "any_cards",
    "card",
    "cards",
    "document",
    "documents",
    "edit_card",
    "episode",
    "episodes",
    "save_episode",
    "set_status",
    "siblings",
    "source_lines",
    "title",
]

LEECH = "leech"
"""The tag of a card that was forgotten too often; see ``scheduling.LEECH_LAPSES``."""

_FACTS = (
    "slug, title, show, number, host, guests, published, duration_seconds, description,"
    " files, chapters, conflicts"
)

_DELETED = "(SELECT episode FROM trash)"

_CARDS = f"""
    SELECT
        cards.*,
        (SELECT json_group_object(tag, given) FROM person_tags WHERE card_id = cards.id)
            AS own_tags,
        edits.prompt AS edited_prompt, edits.answer AS edited_answer, edits.edited_at,
        burials.until_day, flags.reason AS flag,
        memory.card_id AS memory_card, memory.state, memory.step, memory.stability,
        memory.difficulty, memory.due, memory.last_review_at, memory.last_day, memory.utc_offset,
        memory.interval_seconds, memory.reps, memory.lapses
    FROM cards
    LEFT JOIN edits ON edits.card_id = cards.id
    LEFT JOIN memory ON memory.card_id = cards.id AND memory.learner = '{LEARNER}'
    LEFT JOIN flags ON flags.card_id = cards.id
    LEFT JOIN burials ON burials.card_id = cards.id AND burials.learner = '{LEARNER}'
"""  # noqa: S608 - a constant of this program


def episodes(db: Database, *, deleted: bool = False) -> tuple[Episode, ...]:
    """All episodes by slug: who, when, files, chapters, conflicts; sections and turns left out.

    With ``deleted`` those that were deleted, and no others.
    """
    among = "IN" if deleted else "NOT IN"
    sql = f"SELECT {_FACTS} FROM episodes WHERE slug {among} {_DELETED} ORDER BY slug"  # noqa: S608
    return tuple(map(episode_of, rows(db, sql)))


class Named(NamedTuple):
    """What an episode is called by, without all that is in it."""

    slug: str
    title: str
    show: str | None
    guests: tuple[str, ...]


def names(db: Database) -> tuple[Named, ...]:
    """What all episodes are called by, by slug."""
    found = db.execute(
        "SELECT slug, title, show, guests FROM episodes"  # noqa: S608
        f" WHERE slug NOT IN {_DELETED} ORDER BY slug"
    )
    return tuple(
        Named(slug, title, show, tuple(json.loads(guests))) for slug, title, show, guests in found
    )


def episode(db: Database, slug: str) -> Episode:
    """One episode with its sections and turns; raises NotFoundError."""
    sql = f"SELECT * FROM episodes WHERE slug = ? AND slug NOT IN {_DELETED}"  # noqa: S608
    found = next(rows(db, sql, (slug,)), None)
    if found is None:
        raise NotFoundError(f"there is no episode {slug!r}; quizapp build adds episodes")
    return episode_of(found)


def title(db: Database, slug: str) -> str:
    """An episode's title alone; raises NotFoundError."""
    sql = f"SELECT title FROM episodes WHERE slug = ? AND slug NOT IN {_DELETED}"  # noqa: S608
    found = db.execute(sql, (slug,)).fetchone()
    if found is None:
        raise NotFoundError(f"there is no episode {slug!r}; quizapp build adds episodes")
    return str(found[0])


def is_there(db: Database, slug: str) -> bool:
    """Whether there is such an episode, and it is not deleted."""
    sql = f"SELECT 1 FROM episodes WHERE slug = ? AND slug NOT IN {_DELETED}"  # noqa: S608
    return db.execute(sql, (slug,)).fetchone() is not None


def any_cards(db: Database, *, episode: str | None = None) -> bool:
    """Whether there is a card at all, of any status, in the library or in one episode."""
    sql = (
        f"SELECT 1 FROM cards WHERE episode NOT IN {_DELETED}"  # noqa: S608
        " AND (? IS NULL OR episode = ?) LIMIT 1"
    )
    return db.execute(sql, (episode, episode)).fetchone() is not None


def documents(db: Database, slug: str) -> tuple[Document, ...]:
    """The files an episode was read from, as they were found, by path."""
    from quizapp.reading.documents import Document

    found = db.execute(
        "SELECT path, root, text FROM documents WHERE episode = ? ORDER BY path, root", (slug,)
    )
    return tuple(Document(*row) for row in found)


def document(db: Database, slug: str, path: str) -> Document:
    """One file of an episode; raises NotFoundError."""
    from quizapp.reading.documents import Document

    found = db.execute(
        "SELECT path, root, text FROM documents WHERE episode = ? AND path = ? ORDER BY root",
        (slug, path),
    ).fetchone()
    if found is None:
        raise NotFoundError(f"the episode {slug!r} has no file {path!r}; build it again")
    return Document(*found)


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line of a file, counted from 1; ``cited``: the card's source stands in it."""

    number: int
    text: str
    cited: bool


def origin(db: Database, card: Card) -> str:
    """The episode whose pages a card was made of; the one it is asked in, unless it was moved."""
    found = db.execute("SELECT episode FROM notes WHERE id = ?", (card.note_id,)).fetchone()
    return str(found[0]) if found else card.episode


def source_lines(
    db: Database, slug: str, source: Source, *, context: int = 3
) -> tuple[SourceLine, ...]:
    """The lines a card comes from and ``context`` lines around them; raises NotFoundError."""
    lines = document(db, slug, source.path).text.split("\n")
    first = max(1, source.line_start - context)
    last = min(len(lines), source.line_end + context)
    return tuple(
        SourceLine(number, lines[number - 1], source.line_start <= number <= source.line_end)
        for number in range(first, last + 1)
    )


def cards(
    db: Database,
    *,
    episode: str | None = None,
    kind: CardKind | None = None,
    status: CardStatus | None = None,
) -> tuple[StoredCard, ...]:
    """Cards in the order of introduction: each episode's best first, the episodes in turn."""
    wanted = {"episode": episode, "kind": kind, "status": status}
    given = {name: str(value) for name, value in wanted.items() if value is not None}
    where = " AND ".join(
        [f"cards.episode NOT IN {_DELETED}", *(f"cards.{name} = :{name}" for name in given)]
    )
    sql = f"{_CARDS} WHERE {where} ORDER BY cards.position, cards.score DESC, cards.id"
    return tuple(map(_stored_card, rows(db, sql, given)))


def cards_by_id(db: Database, ids: Iterable[str]) -> tuple[StoredCard, ...]:
    """These cards, in this order; unknown ones are left out."""
    found = (next(rows(db, f"{_CARDS} WHERE cards.id = ?", (one,)), None) for one in ids)
    return tuple(_stored_card(row) for row in found if row)


def card(db: Database, card_id: str) -> StoredCard:
    """One card, whatever its status; raises NotFoundError."""
    found = cards_by_id(db, (card_id,))
    if not found:
        raise NotFoundError(f"there is no card {card_id}; quizapp cards lists them all")
    return found[0]


def siblings(db: Database, card_id: str) -> tuple[StoredCard, ...]:
    """The other cards of the same note, in order of introduction."""
    note_id = card(db, card_id).card.note_id
    sql = (
        f"{_CARDS} WHERE cards.note_id = ? AND cards.id <> ?"
        " ORDER BY cards.position, cards.score DESC, cards.id"
    )
    return tuple(map(_stored_card, rows(db, sql, (note_id, card_id))))


def edit_card(
    db: Database, card_id: str, *, prompt: str | None, answer: str | None, now: datetime
) -> StoredCard:
    """Puts a person's words beside the generated ones; no build overwrites them.

    None leaves that side as it is; the generated text takes its edit back. Raises NotFoundError,
    and StudyError for a side without words.
    """
    if any(text is not None and not text.strip() for text in (prompt, answer)):
        raise StudyError("a card needs a question and an answer; write something or suspend it")
    with writing(db):
        before = card(db, card_id)
        generated = next(rows(db, "SELECT prompt, answer FROM cards WHERE id = ?", (card_id,)))
        new = {
            "prompt": before.card.prompt if prompt is None else prompt.strip(),
            "answer": before.card.answer if answer is None else answer.strip(),
        }
        if (new["prompt"], new["answer"]) != (before.card.prompt, before.card.answer):
            edits = {side: text if text != generated[side] else None for side, text in new.items()}
            _save_edits(db, card_id, edits, to_ms(now))
        return card(db, card_id)


def _save_edits(db: Database, card_id: str, edits: dict[str, str | None], at: int) -> None:
    if any(edits.values()):
        db.execute(
            "INSERT INTO edits (card_id, prompt, answer, edited_at)"
            " VALUES (:card_id, :prompt, :answer, :at) ON CONFLICT (card_id) DO UPDATE SET"
            " prompt = excluded.prompt, answer = excluded.answer, edited_at = excluded.edited_at",
            {**edits, "card_id": card_id, "at": at},
        )
    else:
        db.execute("DELETE FROM edits WHERE card_id = ?", (card_id,))
        db.execute("UPDATE cards SET changed_at = ? WHERE id = ?", (at, card_id))


def set_status(db: Database, card_id: str, status: CardStatus, now: datetime) -> StoredCard:
    """Suspends or rejects a card, or has it asked (again), whatever a build says of it later.

    Raises NotFoundError, and StudyError for ``retired``, which only a source can say.
    """
    if status is CardStatus.RETIRED:
        raise StudyError("a card retires with its source; suspend or reject it instead")
    with writing(db):
        card(db, card_id)
        # Active is the rule and needs no decision, save for a card that its source has dropped.
        db.execute(
            "UPDATE cards SET decided_at = :at, decision ="
            " CASE WHEN :status = 'active' AND retired = 0 THEN NULL ELSE :status END"
            " WHERE id = :id",
            {"status": str(status), "id": card_id, "at": to_ms(now)},
        )
        return card(db, card_id)


def _stored_card(row: dict[str, Any]) -> StoredCard:
    edited = row["edited_at"] is not None
    found = card_of(row)
    if row["own_tags"] != "{}":
        found = replace(found, tags=_with_own(found.tags, json.loads(row["own_tags"])))
    if edited:
        found = _with_edits(found, row["edited_prompt"], row["edited_answer"])
    remembered = None
    if row["memory_card"] is not None:
        remembered = memory_of({**row, "card_id": row["id"]})
        if remembered.lapses >= LEECH_LAPSES:
            found = replace(found, tags=(*found.tags, LEECH))
    return StoredCard(
        card=found,
        changed_at=from_ms(max(row["changed_at"], row["edited_at"] or 0)),
        memory=remembered,
        edited=edited,
        buried_until=None if row["until_day"] is None else from_day(row["until_day"]),
        flag=row["flag"],
    )


def _with_own(generated: tuple[str, ...], own: dict[str, int]) -> tuple[str, ...]:
    """The tags of a card: without those a person took away, with those that were added."""
    kept = [tag for tag in generated if own.get(tag) != 0]
    return (*kept, *sorted(tag for tag, given in own.items() if given and tag not in kept))


def _with_edits(card: Card, prompt: str | None, answer: str | None) -> Card:
    """The card in a person's words; the key of a choice follows its answer."""
    if answer is None:
        return replace(card, prompt=prompt or card.prompt)
    options, index = card.options, card.answer_index
    if options is not None and index is not None:
        if answer in options:
            index = options.index(answer)
        else:
            options = (*options[:index], answer, *options[index + 1 :])
    return replace(
        card, prompt=prompt or card.prompt, answer=answer, options=options, answer_index=index
    )
