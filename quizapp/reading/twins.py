"""Episodes that share their show and number but no guest: one of their pages tells it wrong."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from quizapp.identity import fold
from quizapp.model import Conflict, ConflictValue, Episode
from quizapp.reading.people import resolve

_FIELD = "number"


def with_conflicts(episodes: Sequence[Episode]) -> list[Episode]:
    """The episodes, each of such a pair with a conflict that names the files of both."""
    alike: dict[tuple[str, int], list[Episode]] = defaultdict(list)
    for one in episodes:
        if one.show and one.number is not None:
            alike[fold(one.show), one.number].append(one)
    return [_told(one, alike) for one in episodes]


def _told(episode: Episode, alike: dict[tuple[str, int], list[Episode]]) -> Episode:
    if not episode.show or episode.number is None:
        return episode
    same = alike[fold(episode.show), episode.number]
    others = [one for one in same if one is not episode and _differ(one, episode)]
    if not others or any(conflict.field == _FIELD for conflict in episode.conflicts):
        return episode
    values = tuple(
        ConflictValue(f"{episode.number} ({', '.join(one.guests)})", one.files[0].path, 1)
        for one in same
        if one is episode or one in others
    )
    conflicts = (*episode.conflicts, Conflict(_FIELD, values))
    return replace(episode, conflicts=tuple(sorted(conflicts, key=lambda one: one.field)))


def _differ(one: Episode, other: Episode) -> bool:
    guests = one.guests and other.guests
    return bool(guests) and not any(resolve(guest, other.guests) for guest in one.guests)
