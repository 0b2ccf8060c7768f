"""Which pages tell of one conversation: by title, show, number and people."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from quizapp.identity import fold
from quizapp.model import Episode, SectionKind
from quizapp.reading.affinity import best, by_quotes, contradict, profiles
from quizapp.reading.folders import joined_in_folders
from quizapp.reading.page import Page
from quizapp.reading.people import resolve

_NEAR = 92
"""Of 100, by rapidfuzz's token_set_ratio: titles that differ by a word or in punctuation."""

_SHORT_TITLE = 8
"""Letters; a shorter title ("Sleep") needs something else in common."""

_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Likeness:
    """What an episode is known by. Titles and shows are folded; any part may be unknown."""

    titles: frozenset[str]
    shows: frozenset[str]
    numbers: frozenset[str]
    guests: tuple[str, ...]

    @classmethod
    def of_page(cls, page: Page) -> Likeness:
        """What a page says of its episode."""
        return cls(
            frozenset(fold(value) for value in page.values("title")),
            frozenset(fold(value) for value in page.values("show")),
            frozenset(page.values("number")),
            page.values("guest"),
        )

    @classmethod
    def of_episode(cls, episode: Episode) -> Likeness:
        """What a stored episode is known by, with the values that its sources disagree on."""
        other = [c for c in episode.conflicts if c.field in ("title", "show", "number")]
        values = {c.field: [fold(v.value) for v in c.values] for c in other}
        number = [str(episode.number)] if episode.number is not None else []
        return cls(
            frozenset([fold(episode.title), *values.get("title", [])]),
            frozenset([*([fold(episode.show)] if episode.show else []), *values.get("show", [])]),
            frozenset([*number, *values.get("number", [])]),
            episode.guests,
        )


def alike(one: Likeness, other: Likeness) -> bool:
    """Whether two are one conversation; two episodes with the same guest are two."""
    same_show = _overlap(one.shows, other.shows)
    if one.shows and other.shows and not same_show:
        return False
    if one.numbers and other.numbers and not one.numbers & other.numbers:
        return False
    if one.numbers & other.numbers and same_show:
        return not _of_others(one, other)
    in_common = same_show or bool(one.numbers & other.numbers) or _shared_guest(one, other)
    equal = _bare(one.titles, other.shows) & _bare(other.titles, one.shows)
    if equal:
        return in_common or any(len(title) >= _SHORT_TITLE for title in equal)
    return _shared_guest(one, other) and _near(one.titles, other.titles)


def _of_others(one: Likeness, other: Likeness) -> bool:
    """Whether two have other guests and other titles: then one of their numbers is wrong."""
    if not (one.guests and other.guests) or _shared_guest(one, other):
        return False
    titles = [(a, b) for a in one.titles for b in other.titles]
    return bool(titles) and all(fuzz.token_set_ratio(a, b) < _FAR for a, b in titles)


_FAR = 60
"""Of 100: titles that differ so much name two things."""


def _bare(titles: frozenset[str], shows: Iterable[str]) -> frozenset[str]:
    """Folded titles, also without the show that an extraction put before them."""
    without = (
        title.removeprefix(show).strip()
        for show in shows
        for title in titles
        if title.startswith(show)
    )
    return titles | frozenset(title for title in without if title)


def _overlap(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one & other) or any(fuzz.token_set_ratio(a, b) >= _NEAR for a in one for b in other)


def _shared_guest(one: Likeness, other: Likeness) -> bool:
    return any(resolve(guest, other.guests) for guest in one.guests)


def _near(one: frozenset[str], other: frozenset[str]) -> bool:
    return any(
        fuzz.token_set_ratio(a, b) >= _NEAR
        and min(len(a.split()), len(b.split())) >= 3
        and set(_DIGITS.findall(a)) == set(_DIGITS.findall(b))
        for a in one
        for b in other
    )


def grouped(pages: Iterable[Page]) -> list[list[Page]]:
    """The pages of each episode together, whatever their order.

    Titles, numbers and people tell first; then the words: a page that quotes what another one
    transcribes is of its episode. Pages that lie alone together in a folder are of one, where
    nothing tells against it. A page that gives no title joins the episode it shares most with, or
    the only one of its folder.
    """
    ordered = sorted(pages, key=lambda page: (page.root, page.path))
    titled = [page for page in ordered if page.values("title")]
    groups = joined_in_folders(_joined_by_quotes(_joined(titled)), ordered)
    untitled = [page for page in ordered if not page.values("title")]
    if untitled:
        _join_untitled(untitled, groups)
    return groups


def _joined_by_quotes(groups: list[list[Page]]) -> list[list[Page]]:
    """Groups joined where one holds quotes, and another only a transcript with these."""
    quoting = any(
        section.kind is SectionKind.QUOTE for g in groups for p in g for section in p.sections
    )
    if len(groups) < 2 or not quoting or all(any(p.turns for p in g) for g in groups):
        return groups
    kept = list(groups)
    for one, other in by_quotes(profiles(groups)):
        first = next(g for g in kept if groups[one][0] in g)
        second = next(g for g in kept if groups[other][0] in g)
        if first is not second:
            first += second
            kept.remove(second)
    return kept


def _join_untitled(untitled: Sequence[Page], groups: list[list[Page]]) -> None:
    """Puts pages without a title to the groups they belong to; the rest are new ones."""
    known = profiles([*groups, *([page] for page in untitled)])
    titled = known[: len(groups)]
    alone: list[Page] = []
    for page, profile in zip(untitled, known[len(groups) :], strict=True):
        place = best(profile, titled)
        if place is None:
            near = [i for i, g in enumerate(groups) if any(_beside(p, page) for p in g)]
            alone_there = len(near) == 1 and not contradict(profile, titled[near[0]])
            place = near[0] if alone_there else None
        if place is None:
            alone.append(page)
        else:
            groups[place].append(page)
    _group_alone(alone, groups)


def _beside(page: Page, other: Page) -> bool:
    return bool(page.values("title")) and page.folder == other.folder


def _group_alone(alone: Sequence[Page], groups: list[list[Page]]) -> None:
    """Pages without any title: those that tell something stand alone, mere chapters join them."""
    telling = [page for page in alone if page.turns or page.sections]
    others = [page for page in alone if not (page.turns or page.sections)]
    known = profiles([[page] for page in (*telling, *others)])
    new = [[page] for page in telling]
    for page, profile in zip(others, known[len(telling) :], strict=True):
        place = best(profile, known[: len(telling)])
        near = [i for i, group in enumerate(new) if group[0].folder == page.folder]
        if place is None and len(near) == 1:
            place = near[0]
        if place is None:
            new.append([page])
        else:
            new[place].append(page)
    groups += _joined_by_quotes(new)


def _joined(pages: Sequence[Page]) -> list[list[Page]]:
    """Connected pages; only pages with a title, number or guest in common are compared."""
    likenesses = [Likeness.of_page(page) for page in pages]
    head = list(range(len(pages)))

    def root(place: int) -> int:
        while head[place] != place:
            head[place] = head[head[place]]
            place = head[place]
        return place

    for places in _candidates(likenesses):
        for i, first in enumerate(places):
            for second in places[i + 1 :]:
                if root(first) != root(second) and alike(likenesses[first], likenesses[second]):
                    head[root(second)] = root(first)
    groups: dict[int, list[Page]] = defaultdict(list)
    for place, page in enumerate(pages):
        groups[root(place)].append(page)
    return list(groups.values())


def _candidates(likenesses: Sequence[Likeness]) -> list[list[int]]:
    buckets: dict[tuple[str, str], list[int]] = defaultdict(list)
    shows = sorted({show for one in likenesses for show in one.shows})
    for place, one in enumerate(likenesses):
        for title in sorted(_bare(one.titles, shows)):
            buckets["title", title].append(place)
        for number in sorted(one.numbers):
            buckets["number", number].append(place)
        for guest in one.guests:
            buckets["guest", fold(guest).rpartition(" ")[2]].append(place)
    return [places for _, places in sorted(buckets.items())]
