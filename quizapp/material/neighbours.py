"""What the other episodes of a library offer as wrong options: things of one kind, close in use.

Every episode has a shelf: the words of its field, its guests, and the things that it tells the kind
of, each with the words it is used with. From the shelves of episodes in the same field comes what
an episode has too little of itself.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from quizapp import language
from quizapp.identity import fold
from quizapp.material import kinds
from quizapp.model import Episode, SectionKind
from quizapp.offers import Nearby, Offer, Shelf
from quizapp.sentences.english import is_english

VERSION = 1
"""Changes when shelves are made otherwise."""

_WORDS_OF_A_FIELD = 60
_FIELD_ZIPF = 4.8
_AKIN, _AKIN_SHARE = 3, 0.1
"""Words that two fields share at least, and what part of the smaller one."""
_WIDESPREAD = 200
"""Episodes that a word is used in, from which it tells nothing of a field."""
_NEAREST = 12
"""Episodes that offer something, the nearest ones."""
_MOST = 120
"""Offers that an episode is given."""


def shelf(episode: Episode) -> Shelf:
    """The shelf of an episode, made of what people wrote about it."""
    written = [s for s in episode.sections if s.kind is not SectionKind.QUOTE]
    sentences = [t for s in written for t in (s.heading, *language.sentences(s.text)) if t]
    if not is_english(" ".join(sentences)):
        return Shelf(frozenset(), (), episode.guests)
    return Shelf(_field(sentences, episode), _offers(sentences, episode), episode.guests)


def _field(sentences: Iterable[str], episode: Episode) -> frozenset[str]:
    """The stems that tell what an episode is about: rare ones, the frequent first."""
    counts: Counter[str] = Counter()
    rarity: dict[str, float] = {}
    for sentence in (*sentences, episode.title, episode.title):
        for word in language.content_words(sentence):
            if language.zipf(word) < _FIELD_ZIPF:
                stem = language.stem(word)
                counts[stem] += 1
                rarity[stem] = 7.0 - max(language.zipf(word), 2.0)
    often = sorted(counts, key=lambda s: (-min(counts[s], 6) * rarity[s], s))
    return frozenset(often[:_WORDS_OF_A_FIELD])


def _offers(sentences: Iterable[str], episode: Episode) -> tuple[Offer, ...]:
    kinds_of: defaultdict[str, set[str]] = defaultdict(set)
    written: dict[str, str] = {}
    own = {fold(part) for name in episode.guests for part in (name, name.split()[-1])}
    texts = list(dict.fromkeys(sentences))
    for sentence in texts:
        for name, kind in kinds.told(sentence):
            if fold(name) not in own:
                kinds_of[fold(name)].add(kind)
                written.setdefault(fold(name), name)
    folded = [(f" {fold(t)} ", frozenset(language.content_stems(t))) for t in texts]
    return tuple(
        Offer(
            written[key],
            frozenset(kinds_of[key]),
            tuple(stems for text, stems in folded if f" {key} " in text),
        )
        for key in sorted(kinds_of)
    )


class Neighbourhood:
    """The shelves of a library, by episode."""

    def __init__(self, shelves: Mapping[str, Shelf]) -> None:
        self._shelves = dict(sorted(shelves.items()))
        using: defaultdict[str, list[str]] = defaultdict(list)
        for slug, one in self._shelves.items():
            for stem in one.field:
                using[stem].append(slug)
        self._using = {s: slugs for s, slugs in using.items() if len(slugs) <= _WIDESPREAD}

    def of(self, slug: str, kept: frozenset[str] = frozenset()) -> Nearby:
        """What the nearest others offer to an episode of things that are of its own kinds."""
        own = self._shelves[slug]
        shared = Counter(o for stem in own.field for o in self._using.get(stem, ()) if o != slug)
        near = [other for other, words in shared.items() if self._akin(own, other, words)]
        near.sort(key=lambda other: (-shared[other], other))
        wanted = {kind for offer in own.offers for kind in offer.kinds}
        there = {fold(offer.text) for offer in own.offers}
        found: dict[str, Offer] = {}
        for other in near[:_NEAREST]:
            for offer in self._shelves[other].offers:
                if offer.kinds & wanted and fold(offer.text) not in there:
                    found.setdefault(fold(offer.text), offer)
        guests = (g for o in near[:_NEAREST] for g in self._shelves[o].guests)
        others = tuple(dict.fromkeys(g for g in guests if g not in own.guests))
        return Nearby(tuple(found.values())[:_MOST], others, kept)

    def _akin(self, one: Shelf, other: str, shared: int) -> bool:
        """Whether two episodes are about one field, as far as the words that they share tell."""
        smaller = min(len(one.field), len(self._shelves[other].field))
        return shared >= max(_AKIN, _AKIN_SHARE * smaller)
