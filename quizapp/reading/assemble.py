"""Pages about one conversation become one Episode; what they disagree on is shown."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import count

from quizapp.identity import fold, slug
from quizapp.model import (
    Chapter,
    Conflict,
    ConflictValue,
    Episode,
    Section,
    SectionKind,
    SourceFile,
)
from quizapp.reading.matching import Likeness, alike, grouped
from quizapp.reading.misspellings import misspellings
from quizapp.reading.page import GUEST, HOST, Claim, Page
from quizapp.reading.page_titles import surest, titled, with_shows_behind, without_swapped
from quizapp.reading.people import merged, resolve
from quizapp.reading.placing import placed
from quizapp.reading.twins import with_conflicts
from quizapp.reading.whereabouts import located

_SMALL_WORDS = frozenset({"and", "the", "podcast", "show", "with", "a"})

_ROUNDING = 60
"""Seconds by which two stated lengths may differ without a disagreement."""


def same_episode(page: Page, episode: Episode) -> bool:
    """Whether a page belongs to an episode that is stored already.

    A page without a title belongs to it when it stands in the same subfolder as its files.
    """
    if not page.values("title"):
        folder = page.path.rpartition("/")[0]
        return bool(folder) and any(
            file.path.rpartition("/")[0] == folder for file in episode.files
        )
    return alike(Likeness.of_page(page), Likeness.of_episode(episode))


def assemble(
    pages: Iterable[Page], *, known: Mapping[str, str] | None = None
) -> tuple[Episode, ...]:
    """The episodes that pages tell of; the order of the pages makes no difference.

    ``known`` says by a page's path which stored episode it is of: pages of one stay together.
    """
    found = _together(grouped(pages), known or {})
    groups = [sorted(group, key=lambda p: (p.path, p.root)) for group in found]
    groups.sort(key=lambda group: (group[0].path, group[0].root))
    return _distinct(with_conflicts([_episode(group) for group in groups]))


def _together(groups: Iterable[Sequence[Page]], known: Mapping[str, str]) -> list[list[Page]]:
    """The groups, those with pages of one stored episode as one."""
    joined: list[list[Page]] = []
    of: list[set[str]] = []
    for group in groups:
        pages, own = list(group), {known[p.path] for p in group if p.path in known}
        apart = [i for i, slugs in enumerate(of) if slugs & own]
        for i in reversed(apart):
            pages, own = [*joined.pop(i), *pages], own | of.pop(i)
        joined.append(pages)
        of.append(own)
    return joined


def _distinct(episodes: list[Episode]) -> tuple[Episode, ...]:
    """Gives each episode a slug of its own: by its number, its show, or its first file."""
    taken = Counter(episode.slug for episode in episodes)
    done: list[Episode] = []
    used: set[str] = set()
    for episode in episodes:
        name = next(name for name in _slugs(episode, taken) if name not in used)
        used.add(name)
        done.append(replace(episode, slug=name))
    return tuple(done)


def _slugs(episode: Episode, taken: Counter[str]) -> Iterator[str]:
    """The slugs that an episode may have, the best first."""
    if taken[episode.slug] == 1:
        yield episode.slug
    if episode.number is not None:
        yield f"{episode.slug}-{episode.number}"
    if episode.show:
        yield slug(f"{episode.slug} {episode.show}", limit=90)
    yield slug(f"{episode.slug} {episode.files[0].path}", limit=120)
    yield from (f"{episode.slug}-{place}" for place in count(2))


@dataclass(frozen=True, slots=True)
class _Vote:
    """What the pages say for one field: the value that holds, and the disagreement if any."""

    value: str | None
    conflict: Conflict | None = None


def _vote(field: str, pages: Sequence[Page], same: Callable[[str], str] = fold) -> _Vote:
    """The value that most files give, None on a tie; ``same`` maps equal values to one key."""
    given = _given(pages, field)
    ranked = Counter(same(value.value) for value in given).most_common()
    if not ranked:
        return _Vote(None)
    first = next(value.value for value in given if same(value.value) == ranked[0][0])
    if len(ranked) == 1:
        return _Vote(first)
    tied = ranked[0][1] == ranked[1][1]
    return _Vote(None if tied else first, Conflict(field, tuple(given)))


def _vote_on_title(pages: Sequence[Page]) -> _Vote:
    """The title; one with the show before it is the one without, if a page has that.

    Headlines of pages give way to it, and of several titles that of the page with most facts holds.
    """
    shows = {fold(show) for page in pages for show in page.values("show")}
    pages = titled(pages)
    titles = {fold(title): title for page in pages for title in page.values("title")}
    names = {
        fold(name).rpartition(" ")[2]
        for page in pages
        for field in ("guest", "show")
        for name in page.values(field)
    }

    def bare(title: str) -> str:
        key = fold(title)
        without = (key.removeprefix(show).strip() for show in sorted(shows))
        found = next((one for one in without if one in titles), key)
        return next(
            (one for one in sorted(titles, key=len) if _is_longer(found, one, names)), found
        )

    vote = _vote("title", pages, bare)
    if vote.value is None and vote.conflict:
        return replace(vote, value=_without_show_behind(surest(pages), shows))
    if vote.value is None:
        return vote
    return replace(vote, value=_without_show_behind(titles[bare(vote.value)], shows))


def _without_show_behind(title: str | None, shows: Collection[str]) -> str | None:
    """``Deep Sleep | Night Radio``, of an episode whose show is told by another page."""
    head, bar, tail = (title or "").rpartition(" | ")
    return head if bar and fold(tail) in shows else title


def _unglued(title: str, pages: Sequence[Page]) -> str:
    """``Night RadioDeep Sleep`` as ``Deep Sleep``, where a page says what the show is."""
    for show in (one for page in pages for one in page.values("show")):
        rest = title.removeprefix(show)
        if rest != title and len(rest.split()) >= _TITLE_WORDS and rest[:1].isupper():
            return rest
    return title


def _is_longer(title: str, other: str, names: set[str]) -> bool:
    """Whether a folded title is another one with the guest or the show before or behind it."""
    if title == other or len(other.split()) < _TITLE_WORDS:
        return False
    rest = title.removeprefix(f"{other} ")
    rest = rest if rest != title else title.removesuffix(f" {other}")
    return rest != title and not names.isdisjoint(rest.split())


_TITLE_WORDS = 2


def _vote_on_day(pages: Sequence[Page]) -> _Vote:
    """The day that most files call the episode's own; where none does, the day most files give.

    The pages about an episode have days of their own: of the summary, of the upload.
    """
    if not _given(pages, "released"):
        return _vote("published", pages)
    express = _vote("released", pages)
    given = [
        value
        for page in pages
        for value in _given([page], "released") or _given([page], "published")
    ]
    differ = len({value.value for value in given}) > 1
    return _Vote(express.value, Conflict("published", tuple(given)) if differ else None)


def _given(pages: Sequence[Page], field: str) -> list[ConflictValue]:
    """What each page gives for a field: the first of its values."""
    return [
        ConflictValue(claim.value, page.path, claim.line)
        for page in pages
        for claim in _first_claims(page, field)
    ]


def _first_claims(page: Page, field: str) -> list[Claim]:
    return [claim for claim in page.claims if claim.field == field][:1]


def _episode(pages: Sequence[Page]) -> Episode:
    pages = with_shows_behind(without_swapped(pages))
    people = _people(pages)
    votes = {field: _vote(field, pages) for field in ("number",)}
    votes["title"] = _vote_on_title(pages)
    votes["published"] = _vote_on_day(pages)
    votes["show"] = _vote("show", pages, _show_key)
    votes["host"] = _vote("host", pages, lambda name: resolve(name, people) or name)
    votes["duration_seconds"] = _vote("duration_seconds", pages, _length_key(pages))
    host = _host(pages, votes["host"], people)
    guests = _guests(pages, host, people)
    chapters, chapter_conflict = _chapters(pages)
    title = _unglued(votes["title"].value or _fallback_title(pages), pages)
    number, day, length = (
        votes[field].value for field in ("number", "published", "duration_seconds")
    )
    cast = _Cast(host, guests, tuple(people))
    parts = placed(
        pages,
        [cast.told(section) for page in pages for section in page.sections],
        [replace(t, speaker=cast.full(t.speaker)) for page in pages for t in page.turns],
        chapters,
        cast.full,
    )
    found = located(parts.sections, parts.turns, chapters, int(length) if length else None)
    conflicts = [vote.conflict for vote in votes.values() if vote.conflict]
    conflicts += [chapter_conflict] if chapter_conflict else []
    conflicts += parts.conflicts
    return Episode(
        slug=slug(title),
        title=title,
        show=votes["show"].value,
        number=int(number) if number else None,
        host=host,
        guests=guests,
        published=date.fromisoformat(day) if day else None,
        duration_seconds=int(length) if length else None,
        description=_description(pages),
        files=tuple(SourceFile(page.path, page.layout) for page in pages),
        chapters=chapters,
        sections=found.sections,
        turns=found.turns,
        misspellings=misspellings(
            parts.sections,
            parts.turns,
            people,
            [title, *(chapter.title for chapter in chapters)],
        ),
        conflicts=tuple(sorted(conflicts, key=lambda conflict: conflict.field)),
    )


@dataclass(frozen=True, slots=True)
class _Cast:
    """Who takes part, to give speakers their full names."""

    host: str | None
    guests: tuple[str, ...]
    people: tuple[str, ...]

    def told(self, section: Section) -> Section:
        """A section with its speaker's full name; question and answer without whose they are."""
        of_both = section.kind is SectionKind.QA
        asked = _ASKED_BY.match(section.heading or "") if of_both else None
        said = _SAID_BY.match(section.text) if of_both else None
        heading, text = section.heading, section.text
        if asked and resolve(asked["who"], [p for p in (self.host,) if p]) is not None:
            heading = asked["what"]
        if said and resolve(said["who"], self.guests) is not None:
            text = said["what"]
        return replace(section, speaker=self.full(section.speaker), heading=heading, text=text)

    def full(self, speaker: str | None) -> str | None:
        """The full name of a speaker; None where only a role is known, and not who has it."""
        if speaker is None:
            return None
        if speaker == HOST:
            return self.host if self.host and ", " not in self.host else None
        if speaker == GUEST:
            return self.guests[0] if len(self.guests) == 1 else None
        return resolve(speaker, self.people) or speaker


_ASKED_BY = re.compile(r"(?P<who>[A-Z][^:?.!]{1,40}): (?P<what>[A-Z“\"].*\?.*)", re.DOTALL)
"""``Ada: Why do wells freeze?``"""
_SAID_BY = re.compile(r"(?P<who>[A-Z][^:?.!]{1,40}): (?P<what>[A-Z“\"].*)", re.DOTALL)
"""``Carl Roe: Because the air sinks.``"""


def _people(pages: Sequence[Page]) -> list[str]:
    """All who take part, each in one spelling: the one that most pages use."""
    names = [
        name for page in pages for role in ("host", "guest", "person") for name in page.values(role)
    ]
    counts = Counter(names)
    return merged(sorted(counts, key=lambda name: (-counts[name], -len(name), name)))


def _host(pages: Sequence[Page], vote: _Vote, people: Sequence[str]) -> str | None:
    """The host, or the hosts that the page with the winning name lists."""
    if vote.value is None:
        return None
    for page in pages:
        names = [resolve(name, people) or name for name in page.values("host")]
        if names and (resolve(vote.value, people) or vote.value) == names[0]:
            longest = max(
                ([resolve(n, people) or n for n in p.values("host")] for p in pages), key=len
            )
            return ", ".join(merged(longest if names[0] in longest else names))
    return vote.value


def _guests(pages: Sequence[Page], host: str | None, people: Sequence[str]) -> tuple[str, ...]:
    hosts = (host or "").split(", ")
    names = (resolve(name, people) or name for page in pages for name in page.values("guest"))
    return tuple(name for name in dict.fromkeys(names) if name not in hosts)


def _show_key(name: str) -> str:
    """Names of a show that differ by words such as "The" or "Podcast" are one; so with the host."""
    bare = fold(name).partition(" with ")[0]
    told = bare if " " in bare else fold(name)
    words = [word for word in told.split() if word not in _SMALL_WORDS]
    return " ".join(words) or fold(name)


def _length_key(pages: Sequence[Page]) -> Callable[[str], str]:
    """Lengths that differ by rounding only are one."""
    lengths = sorted({int(v) for page in pages for v in page.values("duration_seconds")})
    start: dict[str, str] = {}
    first = None
    for length in lengths:
        if first is None or length - first > _ROUNDING:
            first = length
        start[str(length)] = str(first)
    return lambda value: start[value]


def _fallback_title(pages: Sequence[Page]) -> str:
    titles = [value for page in pages for value in page.values("title")]
    titles += [value for page in pages for value in page.values("fallback_title")]
    return titles[0] if titles else pages[0].path


def _description(pages: Sequence[Page]) -> str | None:
    """The longest description; an abstract only where no page has one."""
    for field in ("description", "abstract"):
        told = [value for page in pages for value in page.values(field)]
        if told:
            return max(told, key=lambda text: (len(text), text))
    return None


def _chapters(pages: Sequence[Page]) -> tuple[tuple[Chapter, ...], Conflict | None]:
    """The list that most files give (the longest of equally many); a conflict if others differ.

    A list whose times all stand in a longer one agrees with it.
    """
    lists = [
        (page.path, tuple(sorted(set(page.chapters), key=lambda c: c.seconds))) for page in pages
    ]
    lists = [(path, chapters) for path, chapters in lists if chapters]
    if not lists:
        return (), None
    counts = Counter(_times(chapters) for _, chapters in lists)
    best = max(lists, key=lambda pair: (counts[_times(pair[1])], len(pair[1])))[1]
    differing = [path for path, chapters in lists if not set(_times(chapters)) <= set(_times(best))]
    if not differing:
        return best, None
    values = tuple(
        ConflictValue(f"{len(chapters)} chapters, the last at {chapters[-1].seconds} s", path, 1)
        for path, chapters in lists
    )
    return best, Conflict("chapters", values)


def _times(chapters: Sequence[Chapter]) -> tuple[int, ...]:
    return tuple(chapter.seconds for chapter in chapters)
