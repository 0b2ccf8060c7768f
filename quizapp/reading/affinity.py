"""What pages of one conversation share beyond their titles: words, quotes, people, file names."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from quizapp.model import SectionKind
from quizapp.reading.moments import words_of
from quizapp.reading.page import Page
from quizapp.reading.people import merged, resolve

ENOUGH = 8.0
"""So much evidence joins a page to a group; a file's name alone has less to give."""

_MARGIN = 1.4
"""So much more than for any other group it has to be."""

_SHINGLE = 5
"""Words in a row that nobody says twice by chance."""

_QUOTES = 2
"""So many quotes out of one transcript are from its conversation, whatever the titles say."""

_WORD, _QUOTE, _PERSON, _NAME, _NUMBER = 0.5, 12.0, 6.0, 4.0, 3.0
_MOST_BY_WORDS = 20.0

_KINDS = frozenset(
    """transcript transcription transcripts captions caption subtitles subtitle summary notes
    shownotes show quotes quote chapters chapter highlights glance qa faq page text txt full raw
    en us gb auto final copy ep episode the a an of and""".split()
)
_TOKENS = re.compile(r"[^\W\d_]+|\d+")


@dataclass(frozen=True, slots=True)
class Profile:
    """What pages are known by, taken together."""

    words: frozenset[str]
    said: frozenset[tuple[str, ...]]
    quotes: tuple[frozenset[tuple[str, ...]], ...]
    people: tuple[str, ...]
    guests: tuple[str, ...]
    numbers: frozenset[str]
    names: frozenset[frozenset[str]]


def profiles(groups: Sequence[Sequence[Page]]) -> list[Profile]:
    """The profile of each group of pages. What is said counts only as far as a quote repeats it."""
    quotes = [
        tuple(frozenset(shingles(text)) for page in group for text in _quotes(page))
        for group in groups
    ]
    quoted_by_any = frozenset(one for own in quotes for quote in own for one in quote)
    return [
        Profile(
            frozenset(word for page in group for word in _telling(page)),
            frozenset(_said(group) & quoted_by_any) if quoted_by_any else frozenset(),
            own,
            tuple(merged(n for p in group for f in _ROLES for n in p.values(f))),
            tuple(merged(n for p in group for f in _ROLES[1:] for n in p.values(f))),
            frozenset(n for page in group for n in page.values("number")),
            frozenset(key for page in group if (key := _name(page))),
        )
        for group, own in zip(groups, quotes, strict=True)
    ]


def _said(pages: Sequence[Page]) -> set[tuple[str, ...]]:
    return {one for page in pages for turn in page.turns for one in shingles(turn.text)}


_ROLES = ("host", "guest", "person")


def _telling(page: Page) -> Iterable[str]:
    """Words of four letters and more, from all that a page says."""
    parts = [page.values("title"), page.values("description"), [c.title for c in page.chapters]]
    texts = [text for part in parts for text in part]
    texts += [f"{section.heading or ''} {section.text}" for section in page.sections]
    texts += [turn.text for turn in page.turns]
    return (word for text in texts for word in words_of(text) if len(word) > 3)


def _quotes(page: Page) -> list[str]:
    return [s.text for s in page.sections if s.kind is SectionKind.QUOTE]


def _name(page: Page) -> frozenset[str]:
    """The words of a file's name that tell which episode, rather than which sort of page."""
    tokens = _TOKENS.findall(PurePosixPath(page.path).name.rpartition(".")[0].lower())
    return frozenset(t.lstrip("0") or t for t in tokens if t not in _KINDS)


def shingles(text: str) -> Iterable[tuple[str, ...]]:
    """The runs of five words in a text."""
    words = words_of(text)
    return zip(*(words[start:] for start in range(_SHINGLE)), strict=False)


def contradict(one: Profile, other: Profile) -> bool:
    """Whether two cannot be one conversation: other numbers, or other people altogether."""
    if one.numbers and other.numbers and not one.numbers & other.numbers:
        return True
    if not (one.people and other.people):
        return False
    return not any(_meant(name, other.people) for name in one.people)


def _meant(name: str, people: Sequence[str]) -> bool:
    return resolve(name, people) is not None or any(resolve(p, [name]) for p in people)


def quoted(one: Profile, other: Profile) -> int:
    """How many quotes of either stand in what the other says."""
    return sum(
        1
        for quotes, said in ((one.quotes, other.said), (other.quotes, one.said))
        for quote in quotes
        if quote and len(quote & said) >= 0.5 * len(quote)
    )


def best(page: Profile, groups: Sequence[Profile]) -> int | None:
    """The place of the one group that a page belongs to by all it says; None where none stands out.

    Words count that few of the groups use.
    """
    rare = _rare_words(groups)
    votes: Counter[int] = Counter()
    for word in page.words & rare.keys():
        for place in rare[word]:
            votes[place] += 1
    scores = sorted(
        (
            (_score(page, group, votes[place]), place)
            for place, group in enumerate(groups)
            if quoted(page, group) >= _QUOTES or not contradict(page, group)
        ),
        key=lambda pair: (-pair[0], pair[1]),
    )
    if not scores or scores[0][0] < ENOUGH:
        return None
    if len(scores) > 1 and scores[0][0] < _MARGIN * scores[1][0]:
        return None
    return scores[0][1]


def _score(page: Profile, group: Profile, words: int) -> float:
    score = min(_MOST_BY_WORDS, _WORD * words) + _QUOTE * quoted(page, group)
    score += _PERSON * any(_meant(name, group.guests) for name in page.guests)
    score += _NAME * bool(page.names & group.names)
    numbers = {n for key in page.names for n in key if n.isdecimal()} | page.numbers
    return score + _NUMBER * bool(numbers & group.numbers)


def _rare_words(groups: Sequence[Profile]) -> dict[str, list[int]]:
    """The words that at most a fifth of the groups use, and who uses them."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, group in enumerate(groups):
        for word in group.words:
            places[word].append(place)
    most = max(1, len(groups) // 5) if len(groups) > 1 else 0
    return {word: where for word, where in places.items() if len(where) <= most}


def by_quotes(groups: Sequence[Profile]) -> list[tuple[int, int]]:
    """Pairs of groups of which one quotes what the other transcribes, whatever their titles."""
    sources: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for place, group in enumerate(groups):
        if not group.said:
            for quote in group.quotes:
                for one in quote:
                    sources[one].add(place)
    if not sources:
        return []
    pairs: set[tuple[int, int]] = set()
    for place, group in enumerate(groups):
        near = {quoter for one in group.said & sources.keys() for quoter in sources[one]}
        for quoter in sorted(near):
            other = groups[quoter]
            numbers = group.numbers and other.numbers and not group.numbers & other.numbers
            if quoted(group, other) >= _QUOTES and not numbers:
                pairs.add((min(place, quoter), max(place, quoter)))
    return sorted(pairs)
