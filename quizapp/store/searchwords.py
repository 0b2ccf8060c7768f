"""The search words: what each asks, as a condition over ``browse`` or words in its index."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from quizapp.errors import QuizappError
from quizapp.model import CardKind
from quizapp.scheduling import LEECH_LAPSES
from quizapp.store.counts import FLAGGED
from quizapp.store.library import LEECH
from quizapp.store.progress import LEARNER
from quizapp.store.query import Words


class QueryError(QuizappError):
    """A query that cannot mean anything, in one line."""


@dataclass(frozen=True, slots=True)
class Moment:
    """When a query is asked: milliseconds since 1970, and the study day since then.

    ``trash``: whether there are deleted episodes, whose cards are not to be found.
    """

    ms: int
    day: int
    trash: bool


@dataclass(frozen=True, slots=True)
class Sql:
    """A condition over ``browse`` and its parameters."""

    text: str
    parameters: tuple[object, ...] = ()


def joined(conditions: Sequence[Sql], word: str) -> Sql:
    """Conditions with ``AND`` or ``OR`` between them."""
    text = word.join(f"({one.text})" for one in conditions)
    return Sql(text, tuple(p for one in conditions for p in one.parameters))


def texts(matching: str) -> Sql:
    """The cards whose texts match."""
    return Sql("browse.id IN (SELECT rowid FROM card_texts WHERE card_texts MATCH ?)", (matching,))


def match(words: Words, columns: str = "prompt answer more") -> str:
    """The words in FTS5's language; nothing where they have no letter or digit."""
    bare = re.sub(r"[^\w]+", " ", words.text).replace("_", " ").strip()
    if not bare:
        return ""
    return f'({{{columns}}} : "{bare}"' + (")" if words.exact else " *)")


def _episode(value: str, _at: Moment) -> Sql:
    like = value.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_").replace("*", "%")
    # An episode's whole name means that one, and none whose name goes on.
    return Sql(
        "browse.episode IN (SELECT slug FROM episodes"
        " WHERE slug = ? OR (NOT EXISTS (SELECT 1 FROM episodes WHERE slug = ?)"
        " AND (slug LIKE ? ESCAPE '\\' OR title LIKE ? ESCAPE '\\')))",
        (value, value, f"{like}%", f"%{like}%"),
    )


def _tag(value: str, _at: Moment) -> Sql:
    if value.lower() == LEECH:
        return Sql(f"browse.lapses >= {LEECH_LAPSES}")
    every = texts('tags : "t" *')
    return Sql(f"NOT ({every.text})", every.parameters)


def _tag_text(value: str) -> str | None:
    """A tag as the index spells it; None where it takes more than the index."""
    tag = value.strip()
    if tag.lower() in (LEECH, "none"):
        return None
    word = "t" + tag.rstrip("*").encode().lower().hex()
    return f'(tags : "{word}"' + (" *)" if tag.endswith("*") or not tag else ")")


def _is(value: str, at: Moment) -> Sql:
    conditions = {
        "due": Sql(
            "browse.status = 'active' AND ((browse.state = 'review' AND browse.due <= ?)"
            " OR (browse.state IN ('learning', 'relearning') AND browse.due <= ?))",
            (at.day, at.ms),
        ),
        "new": Sql("browse.state = 'new'"),
        "learn": Sql("browse.state IN ('learning', 'relearning')"),
        "review": Sql("browse.state = 'review'"),
        "suspended": Sql("browse.status = 'suspended'"),
        "active": Sql("browse.status = 'active'"),
        "rejected": Sql(f"browse.status = 'rejected' AND browse.card_id NOT IN {FLAGGED}"),
        "retired": Sql("browse.status = 'retired'"),
        "buried": Sql(
            "browse.card_id IN (SELECT card_id FROM burials WHERE learner = ? AND until_day > ?)",
            (LEARNER, at.day),
        ),
        "leech": Sql(f"browse.lapses >= {LEECH_LAPSES}"),
        "edited": Sql("browse.card_id IN (SELECT card_id FROM edits)"),
        "flagged": Sql(f"browse.status = 'rejected' AND browse.card_id IN {FLAGGED}"),
        "own": Sql(
            "browse.card_id IN (SELECT cards.id FROM notes JOIN cards ON note_id = notes.id"
            " WHERE generator = 'own')"
        ),
    }
    return _chosen("is", value, conditions)


def _chosen(field: str, value: str, conditions: dict[str, Sql]) -> Sql:
    """One of a few words; while it is typed, all that it can become."""
    wanted = value.lower().replace("-", "_").replace(" ", "_")
    if wanted in conditions:
        return conditions[wanted]
    possible = [one for name, one in conditions.items() if name.startswith(wanted)]
    if not possible:
        raise QueryError(f"{field}: is followed by one of {', '.join(conditions)}")
    return joined(possible, " OR ") if wanted else Sql("1")


def _kind(value: str, _at: Moment) -> Sql:
    return _chosen(
        "kind", value, {str(kind): Sql("browse.kind = ?", (str(kind),)) for kind in CardKind}
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


def _prop(value: str, at: Moment) -> Sql:
    found = _PROPERTY.fullmatch(value.lower().replace(" ", ""))
    column = _PROPERTIES.get(found["name"]) if found else None
    if found is None or column is None:
        names = ", ".join(_PROPERTIES)
        raise QueryError(f"prop: compares one of {names} with a number, as prop:ivl>10")
    column = column.format(today=at.day)
    return Sql(f"{column} {found['sign']} ?", (float(found["number"]),))


_RATED = re.compile(r"(?P<days>\d{1,5})(?::(?P<rating>[1-4])?)?")


def _rated(value: str, at: Moment) -> Sql:
    found = _RATED.fullmatch(value)
    if found is None:
        raise QueryError("rated: is followed by days and perhaps a rating, as rated:7 or rated:1:2")
    since = at.day - max(1, int(found["days"])) + 1
    sql = (
        "browse.card_id IN (SELECT card_id FROM reviews"
        " WHERE learner = ? AND study_day >= ? AND undone_at IS NULL"
    )
    if found["rating"]:
        return Sql(f"{sql} AND rating = ?)", (LEARNER, since, int(found["rating"])))
    return Sql(f"{sql})", (LEARNER, since))


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

FACTS: dict[str, Callable[[str, Moment], Sql]] = {
    "episode": _episode,
    "deck": _episode,
    "tag": _tag,
    "is": _is,
    "kind": _kind,
    "prop": _prop,
    "rated": _rated,
}
"""What each search word asks of ``browse``."""

TEXT_FACTS: dict[str, Callable[[str], str | None]] = {
    "tag": _tag_text,
    "question": lambda value: match(Words(value, exact=False), "prompt"),
    "answer": lambda value: match(Words(value, exact=False), "answer"),
}
"""Facts that stand in the full-text index."""
