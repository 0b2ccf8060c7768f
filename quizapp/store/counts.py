"""How many cards an episode has, and what became of them: counted here, for every page alike."""

from __future__ import annotations

from dataclasses import dataclass

from sqlite_utils import Database

from quizapp.store.progress import LEARNER

FLAGGED = "(SELECT card_id FROM flags)"
"""Cards that a person gave a reason against; those of them that are rejected count as flagged."""

_LABELLED = f"""
    SELECT episode, CASE WHEN status = 'rejected' AND id IN {FLAGGED} THEN 'flagged' ELSE status END
        AS label, count(*)
    FROM cards WHERE episode NOT IN (SELECT episode FROM trash)
    AND (:episode IS NULL OR episode = :episode) GROUP BY episode, label
"""  # noqa: S608 - a constant of this program
_SEEN = """
    SELECT episode, count(*) FROM queue
    WHERE learner = :learner AND queue IN ('learning', 'review')
    AND (:episode IS NULL OR episode = :episode) GROUP BY episode
"""


@dataclass(frozen=True, slots=True)
class EpisodeCounts:
    """How many cards of an episode have each label, and how many active ones were ever seen."""

    active: int = 0
    suspended: int = 0
    flagged: int = 0
    rejected: int = 0
    retired: int = 0
    seen: int = 0

    @property
    def cards(self) -> int:
        """The cards of the episode: all but those that its source has dropped."""
        return self.active + self.suspended + self.flagged + self.rejected


def of_all(db: Database) -> dict[str, EpisodeCounts]:
    """The counts of every episode, by slug."""
    slugs = db.execute("SELECT slug FROM episodes WHERE slug NOT IN (SELECT episode FROM trash)")
    found = _counted(db, None)
    return {slug: found.get(slug, EpisodeCounts()) for (slug,) in slugs.fetchall()}


def of_one(db: Database, slug: str) -> EpisodeCounts:
    """The counts of one episode; none at all for one that is not there."""
    return _counted(db, slug).get(slug, EpisodeCounts())


def _counted(db: Database, slug: str | None) -> dict[str, EpisodeCounts]:
    counts: dict[str, dict[str, int]] = {}
    asked = {"episode": slug, "learner": LEARNER}
    for episode, label, many in db.execute(_LABELLED, asked):
        counts.setdefault(episode, {})[label] = many
    for episode, many in db.execute(_SEEN, asked):
        counts.setdefault(episode, {})["seen"] = many
    return {episode: EpisodeCounts(**found) for episode, found in counts.items()}
