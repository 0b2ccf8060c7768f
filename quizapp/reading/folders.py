"""Pages that lie alone together in one folder: one episode, unless they contradict each other."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import combinations

from rapidfuzz import fuzz

from quizapp.identity import fold
from quizapp.reading.affinity import shingles
from quizapp.reading.page import Page
from quizapp.reading.page_titles import names_page
from quizapp.reading.people import resolve

_FEW = 8
"""Pages; a folder of more holds several episodes."""

_NEAR = 92
"""Of 100, by rapidfuzz's token_set_ratio: titles that differ by a word or in punctuation."""

_LENGTHS = 600
"""Seconds by which the lengths that pages give for one episode differ at the most."""

_DAYS = 45
"""So far apart two pages about one episode may be, where each has a title of its own."""

_BEHIND_END = 120
"""Seconds behind the end at which nothing is said any more."""

_TURNS = 10
"""So many turns are a transcript; two of them are compared by as many words as follow."""

_COMPARED = 60
_SAID_ALIKE = 0.05

_READ = 20_000
"""Characters of a page by which its subject is known."""

_LONG = 4
"""Letters of a word that may tell the subject."""

_TELLING = 15
"""So many of a page's most frequent words tell what it is about."""

_WITH_GUEST = 1
_WITH_OTHER_TITLE = 2
_WITHOUT_GUEST = 5
"""Words of the subject that two pages have in common at the least."""

_WORD = re.compile(r"[^\W\d_]+")
_DIGITS = re.compile(r"\d+")
_COMMON = frozenset(
    """able also away back been best both call came case come days does done down each else even
    ever fact feel felt find five four from full gave gets give goes gone good half hand hard have
    head hear help here high hold home hour idea into isn't just keep kept kind knew know last late
    less life like line list live long look lost made make many mean mind more most move much must
    near need next nine okay once only onto open over part past play read real rest same said says
    seem seen show side soon sort stay stop such sure take talk tell than that them then they this
    thus till time told took true turn type upon used uses very want week well went were what when
    whom wide will with word work yeah year your
    about above across actually after again against almost alone along already although always
    among another anybody anyone anything around asked asking because become becomes before began
    behind being below better between beyond bring brought called cannot certain change comes
    conversation could different doing during early either eight enough episode especially even
    every everybody everyone everything explain explains feeling fifteen fifty finally first forty
    found great guest happen happened having himself herself hours hundred important inside instead
    itself known large later least leave listen little longer makes making matter maybe meant means
    might million minute minutes moment month months mostly myself never nobody nothing number often
    older other others ought people perhaps person place point possible probably question questions
    quite rather really reason right second seven several shall short should since small smaller
    somebody someone something sometimes speaker started still story stuff talked talking tells
    their themselves there these thing things think thinking third thirty those though thought
    thousand three through times today together towards turns twenty twice under understand until
    usually wanted wants weeks where whether which while whole within without working works world
    would wrong years young yourself""".split()
)


@dataclass(frozen=True)
class _Side:
    """What one group of pages says, to be held against another's."""

    pages: tuple[Page, ...]

    def given(self, field: str) -> list[str]:
        """All values for a field."""
        return [value for page in self.pages for value in page.values(field)]

    def guests(self, hosts: Iterable[str]) -> list[str]:
        """Who is said to be a guest, and is nowhere called the host."""
        known = list(hosts)
        return [name for name in self.given("guest") if resolve(name, known) is None]

    @property
    def texts(self) -> Iterator[str]:
        """All that is told, title first."""
        for page in self.pages:
            yield from page.values("title")
            yield from page.values("description")
            for section in page.sections:
                yield f"{section.heading or ''} {section.text}"
            for turn in page.turns:
                yield turn.text

    @cached_property
    def words(self) -> Counter[str]:
        """How often each word stands in what is told, by its first letters."""
        left, words = _READ, Counter[str]()
        for text in self.texts:
            words.update(_WORD.findall(text[:left].lower()))
            left -= len(text)
            if left <= 0:
                break
        return words

    @cached_property
    def subject(self) -> frozenset[str]:
        """The words that tell what it is about: long ones that come again and again."""
        names = {word for f in ("host", "guest", "person", "show") for word in self._words_of(f)}
        stems: Counter[str] = Counter()
        for word, count in self.words.items():
            if len(word) >= _LONG and word not in _COMMON and word not in names:
                stems[_stem(word)] += count
        ranked = sorted(stems.items(), key=lambda pair: (-pair[1], pair[0]))
        return frozenset(word for word, count in ranked[:_TELLING] if count > 1)

    def _words_of(self, field: str) -> Iterator[str]:
        return (word for value in self.given(field) for word in _WORD.findall(value.lower()))

    @property
    def kinds(self) -> frozenset[str]:
        """What sorts of parts there are."""
        kinds = {section.kind.value for page in self.pages for section in page.sections}
        return frozenset(kinds | {"turns" for page in self.pages if page.turns})

    @property
    def facts(self) -> frozenset[str]:
        """Which facts are given at all: pages that are made alike give the same ones."""
        return frozenset(f for f in ("show", "number", "duration_seconds") if self.given(f))

    @property
    def is_headline(self) -> bool:
        """Whether no title is the episode's own: pages have headlines too."""
        return all(
            page.values("headline") or all(map(names_page, page.values("title")))
            for page in self.pages
            if page.values("title")
        )

    @property
    def last(self) -> int:
        """The last second of which something is told."""
        timed = [one.seconds or 0 for page in self.pages for one in page.sections]
        timed += [one.seconds or 0 for page in self.pages for one in page.turns]
        return max([0, *timed, *(c.seconds for p in self.pages for c in p.chapters)])

    @property
    def said(self) -> frozenset[tuple[str, ...]]:
        """The words in a row that begin a transcript; nothing where there is none."""
        turns = [turn for page in self.pages for turn in page.turns]
        if len(turns) < _TURNS:
            return frozenset()
        return frozenset(one for turn in turns[:_COMPARED] for one in shingles(turn.text))


def joined_in_folders(groups: Sequence[list[Page]], pages: Iterable[Page]) -> list[list[Page]]:
    """Groups joined that are the only ones of a small folder and tell of one conversation.

    ``pages`` are all that were given. In a folder where any two contradict each other there are
    several episodes, and then a guest and a subject in common join none.
    """
    here = Counter(page.folder for page in pages)
    inside: dict[str, list[int]] = defaultdict(list)
    for place, group in enumerate(groups):
        for folder in {page.folder for page in group}:
            inside[folder].append(place)
    joined = [list(group) for group in groups]
    for folder, places in sorted(inside.items()):
        alone = all(page.folder == folder for place in places for page in groups[place])
        if len(places) > 1 and alone and here[folder] <= _FEW:
            for into, place in _pairs([_Side(tuple(groups[one])) for one in places], places):
                joined[into] += joined[place]
                joined[place] = []
    return [group for group in joined if group]


def _pairs(sides: Sequence[_Side], places: Sequence[int]) -> list[tuple[int, int]]:
    """Which places go into which, each once."""
    if any(_contradict(one, other) for one, other in combinations(sides, 2)):
        return []
    head = list(range(len(sides)))
    for (i, one), (j, other) in combinations(enumerate(sides), 2):
        if head[i] != head[j] and _is_one(one, other):
            old, new = max(head[i], head[j]), min(head[i], head[j])
            head = [new if place == old else place for place in head]
    return [(places[into], places[place]) for place, into in enumerate(head) if into != place]


def _contradict(one: _Side, other: _Side) -> bool:
    """Whether two cannot be one conversation."""
    numbers = set(one.given("number")), set(other.given("number"))
    if all(numbers) and numbers[0].isdisjoint(numbers[1]):
        return True
    hosts = [*one.given("host"), *other.given("host")]
    guests = one.guests(hosts), other.guests(hosts)
    if all(guests) and not any(_meet(name, guests[1]) for name in guests[0]):
        return True
    lengths = _lengths(one), _lengths(other)
    if all(lengths) and min(abs(a - b) for a in lengths[0] for b in lengths[1]) > _LENGTHS:
        return True
    if any(told and max(told) + _BEHIND_END < last for told, last in _ends(one, other)):
        return True
    return _are_two_transcripts(one, other) or _are_two_of_a_sort(one, other)


def _lengths(side: _Side) -> list[int]:
    return [int(value) for value in side.given("duration_seconds")]


def _ends(one: _Side, other: _Side) -> tuple[tuple[list[int], int], ...]:
    return (_lengths(one), other.last), (_lengths(other), one.last)


def _meet(name: str, people: Sequence[str]) -> bool:
    return resolve(name, people) is not None or any(resolve(one, [name]) for one in people)


def _are_two_transcripts(one: _Side, other: _Side) -> bool:
    """Whether other words are said in each."""
    said = one.said, other.said
    return all(said) and len(said[0] & said[1]) < _SAID_ALIKE * min(map(len, said))


def _are_two_of_a_sort(one: _Side, other: _Side) -> bool:
    """Whether the titles are those of two episodes: parts of a series, or pages made alike.

    A site has one page of each sort about an episode.
    """
    titles = _titles(one), _titles(other)
    if not all(titles) or one.is_headline or other.is_headline:
        return False
    if titles[0] & titles[1]:
        return False
    near = [(a, b) for a in titles[0] for b in titles[1] if fuzz.token_set_ratio(a, b) >= _NEAR]
    if near:
        return all(set(_DIGITS.findall(a)) != set(_DIGITS.findall(b)) for a, b in near)
    days = _days(one), _days(other)
    if all(days) and min(abs((a - b).days) for a in days[0] for b in days[1]) > _DAYS:
        return True
    return bool(one.kinds) and one.kinds == other.kinds and one.facts == other.facts


def _titles(side: _Side) -> set[str]:
    return {fold(title) for title in side.given("title")}


def _days(side: _Side) -> list[date]:
    return [date.fromisoformat(day) for f in ("published", "released") for day in side.given(f)]


def _is_one(one: _Side, other: _Side) -> bool:
    """Whether number, guest or subject join two that do not contradict each other."""
    shows = [{fold(show) for show in side.given("show")} for side in (one, other)]
    apart = all(shows) and not any(
        fuzz.token_set_ratio(a, b) >= _NEAR for a in shows[0] for b in shows[1]
    )
    common = len(one.subject & other.subject)
    if set(one.given("number")) & set(other.given("number")) and not apart and common:
        return True
    own = bool(_titles(one) and _titles(other)) and not (one.is_headline or other.is_headline)
    if own and apart:
        return False  # two shows with two titles
    if _names_guest(one, other) or _names_guest(other, one):
        return common >= (_WITH_OTHER_TITLE if own or apart else _WITH_GUEST)
    return not apart and common >= _WITHOUT_GUEST


def _names_guest(one: _Side, other: _Side) -> bool:
    """Whether a side names the guest of the other, by the surname at least."""
    hosts = [*one.given("host"), *other.given("host")]
    people = [*one.given("guest"), *one.given("person")]
    for guest in other.guests(hosts):
        surname = guest.lower().rpartition(" ")[2]
        if _meet(guest, people) or all(word in one.words for word in _WORD.findall(surname)):
            return True
    return False


def _stem(word: str) -> str:
    """A word without the ending of its plural."""
    for ending, instead in (("ies", "y"), ("ses", "s"), ("s", "")):
        if word.endswith(ending) and not word.endswith("ss"):
            return word[: -len(ending)] + instead
    return word
