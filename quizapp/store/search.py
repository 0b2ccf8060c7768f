"""Finds cards by what stands on them and what is known about them, fast enough to type along."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from quizapp.errors import QuizappError
from quizapp.model import CardKind, StoredCard
from quizapp.scheduling import LEECH_LAPSES, study_day
from quizapp.store import library, query
from quizapp.store.progress import LEARNER
from quizapp.store.query import All, Either, Fact, Node, Not, Words
from quizapp.store.records import to_day, to_ms

COUNTED = 1000
"""Matches are counted up to here; more are too many to look through."""

SORTS = {
    "fit": "",
    "order": "browse.position, browse.score DESC",
    "episode": "browse.episode, browse.position, browse.score DESC",
    "changed": "browse.changed_at DESC",
    "due": "browse.state = 'new', browse.due IS NULL, CASE WHEN browse.state = 'review'"
    " THEN browse.due ELSE browse.due / 86400000 END",
    "interval": "browse.interval_seconds DESC",
    "lapses": "browse.lapses DESC, browse.reps DESC",
    "difficulty": "browse.difficulty DESC",
    "answered": "browse.last_review_at DESC",
}
"""The orders a list of cards can have; ``fit``: the best match first."""


class QueryError(QuizappError):
    """A query that cannot mean anything, in one line."""


@dataclass(frozen=True, slots=True)
class Found:
    """A page of what was found; ``total`` is None for more than ``COUNTED``."""

    cards: tuple[StoredCard, ...]
    total: int | None


_RANK = "bm25(card_texts, 4.0, 2.0, 0.5), browse.id"
"""A word in the question says more than one in the answer or the options."""


@dataclass(frozen=True, slots=True)
class _Sql:
    """A condition over ``browse`` and its parameters."""

    text: str
    parameters: tuple[object, ...] = ()


def search(
    db: Database, text: str, now: datetime, *, sort: str = "fit", limit: int = 50, offset: int = 0
) -> Found:
    """The cards that a query finds, a page of them; raises QueryError."""
    source, where = _compiled(text, now)
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
    source, where = _compiled(text, now)
    return tuple(_ids(db, source, where, "browse.id", -1))


def _ids(db: Database, source: str, where: _Sql, order: str, limit: int) -> list[str]:
    sql = (
        f"SELECT browse.card_id FROM {source} WHERE {where.text}"  # noqa: S608
        f" ORDER BY {order} LIMIT ?"
    )
    return [card_id for (card_id,) in db.execute(sql, (*where.parameters, limit))]


def _compiled(text: str, now: datetime) -> tuple[str, _Sql]:
    """The tables to search and the condition; plain words drive the search by their index."""
    tree = query.parse(text)
    matching = _all_texts(tree)
    rest = [part for part in tree.parts if not matching or _text(part) is None]
    if matching:
        # Taken out here, what is not wanted would be looked up card by card.
        rest = [part for part in rest if not _is_unwanted_text(part)]
    conditions = [_condition(part, now) for part in rest]
    conditions.append(_Sql("browse.episode NOT IN (SELECT episode FROM trash)"))
    if not matching:
        return "browse", _joined(conditions, " AND ")
    conditions.insert(0, _Sql("card_texts MATCH ?", (matching,)))
    source = "card_texts CROSS JOIN browse ON browse.id = card_texts.rowid"
    return source, _joined(conditions, " AND ")


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
        return _match(node)
    if isinstance(node, Fact):
        return _TEXT_FACTS[node.field](node.value) if node.field in _TEXT_FACTS else None
    if isinstance(node, All | Either):
        parts = [_text(part) for part in node.parts]
        said = [part for part in parts if part]
        if parts and None not in parts and len(said) == len(parts):
            word = " AND " if isinstance(node, All) else " OR "
            return f"({word.join(said)})"
    return None


def _joined(conditions: Sequence[_Sql], word: str) -> _Sql:
    text = word.join(f"({one.text})" for one in conditions)
    return _Sql(text, tuple(p for one in conditions for p in one.parameters))


def _condition(node: Node, now: datetime) -> _Sql:
    match node:
        case All(parts):
            return _joined([_condition(p, now) for p in parts], " AND ") if parts else _Sql("1")
        case Either(parts):
            return _joined([_condition(p, now) for p in parts], " OR ")
        case Not(part):
            inner = _condition(part, now)
            return _Sql(f"NOT COALESCE(({inner.text}), 0)", inner.parameters)
        case Words():
            return _found_by(_match(node))
        case Fact(field, value):
            if (matching := _text(node)) is not None:
                return _found_by(matching)
            rule = _FACTS.get(field)
            if rule is None:
                known = ", ".join(f"{name}:" for name in SEARCH_WORDS)
                raise QueryError(f"there is no search word {field}: – there are {known}; put text in quotation marks")
            return rule(value.strip(), now)


def _found_by(matching: str) -> _Sql:
    return _texts(matching) if matching else _Sql("1")


def _texts(matching: str) -> _Sql:
    return _Sql("browse.id IN (SELECT rowid FROM card_texts WHERE card_texts MATCH ?)", (matching,))


def _match(words: Words, columns: str = "prompt answer more") -> str:
    """The words in FTS5's language; nothing where they have no letter or digit."""
    bare = re.sub(r"[^\w]+", " ", words.text).replace("_", " ").strip()
    if not bare:
        return ""
    return f'({{{columns}}} : "{bare}"' + (")" if words.exact else " *)")


def _episode(value: str, _now: datetime) -> _Sql:
    like = value.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_").replace("*", "%")
    return _Sql(
        "browse.episode IN (SELECT slug FROM episodes"
        " WHERE slug LIKE ? ESCAPE '\\' OR title LIKE ? ESCAPE '\\')",
        (f"{like}%", f"%{like}%"),
    )


def _tag(value: str, _now: datetime) -> _Sql:
    if value.lower() == library.LEECH:
        return _Sql(f"browse.lapses >= {LEECH_LAPSES}")
    every = _texts('tags : "t" *')
    return _Sql(f"NOT ({every.text})", every.parameters)


def _tag_text(value: str) -> str | None:
    """A tag as the index spells it; None where it takes more than the index."""
    tag = value.strip()
    if tag.lower() in (library.LEECH, "none"):
        return None
    word = "t" + tag.rstrip("*").encode().lower().hex()
    return f'(tags : "{word}"' + (" *)" if tag.endswith("*") or not tag else ")")


def _is(value: str, now: datetime) -> _Sql:
    conditions = {
        "due": _Sql(
            "browse.status = 'active' AND ((browse.state = 'review' AND browse.due <= ?)"
            " OR (browse.state IN ('learning', 'relearning') AND browse.due <= ?))",
            (to_day(study_day(now)), to_ms(now)),
        ),
        "new": _Sql("browse.state = 'new'"),
        "learn": _Sql("browse.state IN ('learning', 'relearning')"),
        "review": _Sql("browse.state = 'review'"),
        "suspended": _Sql("browse.status = 'suspended'"),
        "active": _Sql("browse.status = 'active'"),
        "rejected": _Sql("browse.status = 'rejected'"),
        "retired": _Sql("browse.status = 'retired'"),
        "buried": _Sql(
            "browse.card_id IN (SELECT card_id FROM burials WHERE learner = ? AND until_day > ?)",
            (LEARNER, to_day(study_day(now))),
        ),
        "leech": _Sql(f"browse.lapses >= {LEECH_LAPSES}"),
        "edited": _Sql("browse.card_id IN (SELECT card_id FROM edits)"),
        "flagged": _Sql("browse.card_id IN (SELECT card_id FROM flags)"),
        "own": _Sql(
            "browse.card_id IN (SELECT cards.id FROM notes JOIN cards ON note_id = notes.id"
            " WHERE generator = 'own')"
        ),
    }
    return _chosen("is", value, conditions)


def _chosen(field: str, value: str, conditions: dict[str, _Sql]) -> _Sql:
    """One of a few words; while it is typed, all that it can become."""
    wanted = value.lower().replace("-", "_").replace(" ", "_")
    if wanted in conditions:
        return conditions[wanted]
    possible = [one for name, one in conditions.items() if name.startswith(wanted)]
    if not possible:
        raise QueryError(f"{field}: is followed by one of {', '.join(conditions)}")
    return _joined(possible, " OR ") if wanted else _Sql("1")


def _kind(value: str, _now: datetime) -> _Sql:
    return _chosen(
        "kind", value, {str(kind): _Sql("browse.kind = ?", (str(kind),)) for kind in CardKind}
    )


_PROPERTY = re.compile(r"(?P<name>[a-z]+)(?P<sign><=|>=|!=|=|<|>)(?P<number>-?\d+(?:\.\d*)?)")
_PROPERTIES = {
    "ivl": "browse.interval_seconds / 86400.0",
    "due": "CASE browse.state WHEN 'review' THEN browse.due - {today} END",
    "reps": "browse.reps",
    "lapses": "browse.lapses",
    "s": "browse.stability",
    "d": "browse.difficulty",
}


def _prop(value: str, now: datetime) -> _Sql:
    found = _PROPERTY.fullmatch(value.lower().replace(" ", ""))
    column = _PROPERTIES.get(found["name"]) if found else None
    if found is None or column is None:
        names = ", ".join(_PROPERTIES)
        raise QueryError(f"prop: compares one of {names} with a number, as prop:ivl>10")
    column = column.format(today=to_day(study_day(now)))
    return _Sql(f"{column} {found['sign']} ?", (float(found["number"]),))


_RATED = re.compile(r"(?P<days>\d{1,5})(?::(?P<rating>[1-4])?)?")


def _rated(value: str, now: datetime) -> _Sql:
    found = _RATED.fullmatch(value)
    if found is None:
        raise QueryError("rated: is followed by days and perhaps a rating, as rated:7 or rated:1:2")
    since = to_day(study_day(now)) - max(1, int(found["days"])) + 1
    sql = (
        "browse.card_id IN (SELECT card_id FROM reviews"
        " WHERE learner = ? AND study_day >= ? AND undone_at IS NULL"
    )
    if found["rating"]:
        return _Sql(f"{sql} AND rating = ?)", (LEARNER, since, int(found["rating"])))
    return _Sql(f"{sql})", (LEARNER, since))


SEARCH_WORDS: dict[str, str] = {
    "episode": "of an episode: episode:rivers; deck: means the same",
    "tag": "with a tag: tag:biology, tag:bio*, tag:none",
    "is": "is:due, is:new, is:learn, is:review, is:suspended, is:buried, is:leech, is:flagged, "
    "is:edited, is:own, is:rejected, is:retired",
    "kind": "of a kind: kind:cloze, kind:choice",
    "prop": "prop:ivl>10, prop:due=1, prop:lapses>=3, prop:reps, prop:s, prop:d",
    "rated": "answered lately: rated:1 today, rated:7:1 in a week with Again",
    "question": "only in the question: question:network",
    "answer": "only in the answer",
}
"""What can be asked for, and how, in a few words."""

_FACTS: dict[str, Callable[[str, datetime], _Sql]] = {
    "episode": _episode,
    "deck": _episode,
    "tag": _tag,
    "is": _is,
    "kind": _kind,
    "prop": _prop,
    "rated": _rated,
}

_TEXT_FACTS: dict[str, Callable[[str], str | None]] = {
    "tag": _tag_text,
    "question": lambda value: _match(Words(value, exact=False), "prompt"),
    "answer": lambda value: _match(Words(value, exact=False), "answer"),
}
"""Facts that stand in the full-text index."""
