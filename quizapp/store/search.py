"""Finds cards by what stands on them and what is known about them, fast enough to type along."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from quizapp.model import CardStatus, StoredCard
from quizapp.store import library, query
from quizapp.store.query import All, Either, Fact, Node, Not, Words
from quizapp.store.records import to_day, to_ms
from quizapp.store.searchwords import (
    FACTS,
    SEARCH_WORDS,
    TEXT_FACTS,
    Moment,
    QueryError,
    Sql,
    joined,
    match,
    texts,
)
from quizapp.store.settings import day_of

__all__ = ["COUNTED", "SEARCH_WORDS", "SORTS", "Found", "QueryError", "ids", "search"]

COUNTED = 1000
"""Matches are counted up to here; more are too many to look through."""

SORTS = {
    "fit": "",
    "order": "browse.position, browse.score DESC",
    "episode": "browse.episode, browse.position, browse.score DESC",
    "changed": "browse.changed_at DESC",
    # One number, since two take longer to sort by: days, and after all of them what is new.
    "due": "CASE browse.state WHEN 'review' THEN browse.due WHEN 'new' THEN 4000000"
    " ELSE browse.due / 86400000 END",
    "interval": "browse.interval_seconds DESC",
    "lapses": "browse.lapses DESC, browse.reps DESC",
    "difficulty": "browse.difficulty DESC",
    "answered": "browse.last_review_at DESC",
}
"""The orders a list of cards can have; ``fit``: the best match first."""


@dataclass(frozen=True, slots=True)
class Found:
    """A page of what was found; ``total`` is None for more than ``COUNTED``."""

    cards: tuple[StoredCard, ...]
    total: int | None


_RANK = "bm25(card_texts, 4.0, 2.0, 0.5), browse.id"
"""A word in the question says more than one in the answer or the options."""


def search(
    db: Database, text: str, now: datetime, *, sort: str = "fit", limit: int = 50, offset: int = 0
) -> Found:
    """The cards that a query finds, a page of them; raises QueryError."""
    source, where = _compiled(text, _moment(db, now))
    is_text = source != "browse"
    chosen = SORTS.get(sort)
    as_found = "card_texts.rowid" if is_text else "browse.id"
    order = f"{chosen}, browse.id" if chosen else as_found
    # One pass gives the page and, where it is within what is counted, the number as well.
    found = _ids(db, source, where, order, max(COUNTED + 1, offset + limit))
    total = len(found) if len(found) <= COUNTED else None
    if is_text and total and not chosen:
        # Ranking everything that a frequent word finds takes longer than anyone looks through it.
        found = _ids(db, source, where, _RANK, COUNTED)
    return Found(library.cards_by_id(db, found[offset : offset + limit]), total)


def ids(db: Database, text: str, now: datetime) -> tuple[str, ...]:
    """All cards that a query finds, by id; raises QueryError."""
    source, where = _compiled(text, _moment(db, now))
    return tuple(_ids(db, source, where, "browse.id", -1))


def _ids(db: Database, source: str, where: Sql, order: str, limit: int) -> list[str]:
    sql = (
        f"SELECT browse.card_id FROM {source} WHERE {where.text}"  # noqa: S608
        f" ORDER BY {order} LIMIT ?"
    )
    return [card_id for (card_id,) in db.execute(sql, (*where.parameters, limit))]


def _moment(db: Database, now: datetime) -> Moment:
    (trash,) = db.execute("SELECT EXISTS (SELECT 1 FROM trash)").fetchone()
    return Moment(to_ms(now), to_day(day_of(db, now)), bool(trash))


def _compiled(text: str, at: Moment) -> tuple[str, Sql]:
    """The tables to search and the condition; plain words drive the search by their index."""
    tree = query.parse(text)
    matching = _all_texts(tree)
    rest = [part for part in tree.parts if not matching or _text(part) is None]
    if matching:
        # Taken out here, what is not wanted would be looked up card by card.
        rest = [part for part in rest if not _is_unwanted_text(part)]
    conditions = [_condition(part, at) for part in rest]
    if not _asks_for_retired(tree):
        conditions.append(Sql("browse.status <> 'retired'"))
    if at.trash:
        conditions.append(Sql("browse.episode NOT IN (SELECT episode FROM trash)"))
    if not matching:
        conditions = conditions or [Sql("1")]
        return "browse", joined(conditions, " AND ")
    conditions.insert(0, Sql("card_texts MATCH ?", (matching,)))
    source = "card_texts CROSS JOIN browse ON browse.id = card_texts.rowid"
    return source, joined(conditions, " AND ")


def _asks_for_retired(node: Node) -> bool:
    """Whether a query says anything of cards that their source has dropped; else it finds none."""
    match node:
        case All(parts) | Either(parts):
            return any(map(_asks_for_retired, parts))
        case Not(part):
            return _asks_for_retired(part)
        case Fact("is", value):
            return bool(value) and CardStatus.RETIRED.startswith(value.strip().lower())
    return False


def _all_texts(tree: All) -> str:
    """What the plain words at the top ask of the index, without those that are not wanted."""
    wanted = [text for part in tree.parts if (text := _text(part))]
    if not wanted:
        return ""
    unwanted = [text for part in tree.parts if _is_unwanted_text(part) and (text := _inner(part))]
    return " NOT ".join([f"({' AND '.join(wanted)})", *unwanted])


def _is_unwanted_text(node: Node) -> bool:
    return isinstance(node, Not) and _text(node.part) is not None


def _inner(node: Node) -> str:
    return (_text(node.part) or "") if isinstance(node, Not) else ""


def _text(node: Node) -> str | None:
    """A part that asks for words only, in FTS5's language; None for one that asks for more."""
    if isinstance(node, Words):
        return match(node)
    if isinstance(node, Fact):
        return TEXT_FACTS[node.field](node.value) if node.field in TEXT_FACTS else None
    if isinstance(node, All | Either):
        parts = [_text(part) for part in node.parts]
        said = [part for part in parts if part]
        if parts and None not in parts and len(said) == len(parts):
            word = " AND " if isinstance(node, All) else " OR "
            return f"({word.join(said)})"
    return None


def _condition(node: Node, at: Moment) -> Sql:
    match node:
        case All(parts):
            return joined([_condition(p, at) for p in parts], " AND ") if parts else Sql("1")
        case Either(parts):
            return joined([_condition(p, at) for p in parts], " OR ")
        case Not(part):
            inner = _condition(part, at)
            return Sql(f"NOT COALESCE(({inner.text}), 0)", inner.parameters)
        case Words():
            return _found_by(match(node))
        case Fact(field, value):
            if (matching := _text(node)) is not None:
                return _found_by(matching)
            rule = FACTS.get(field)
            if rule is None:
                known = ", ".join(f"{name}:" for name in SEARCH_WORDS)
                raise QueryError(f"there is no search word {field}: – there are {known}")
            return rule(value.strip(), at)


def _found_by(matching: str) -> Sql:
    return texts(matching) if matching else Sql("1")
