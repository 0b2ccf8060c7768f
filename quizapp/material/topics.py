"""What an episode speaks of in most of its sections: the nouns that tell its field.

A noun weighs as much as the share of the sections that have it, times how rare it is: what a
whole page is about stands in every other of its sections, under a word that few other pages have.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import pairwise

from quizapp import language

_USUAL, _RAREST = 6.2, 2.0
"""Zipf from which on a word says nothing of a field; how many steps below it count."""
_TITLED = 1.3
"""How much more a word of the title weighs."""
_SHORTEST = 3
_TOGETHER = 0.4
"""Share of a noun's places with the same word before it, from which on the two are one term."""
_THRICE = 3
_PLURAL = 0.25
"""Share of a noun's places in the plural, from which on it is named so."""
_ARTICLED = 0.25
"""Share of a noun's places right behind an article, from which on it is one of many things."""
_ARTICLES = frozenset("AT0 DPS DT0 CRD ORD".split())
_MODIFIERS = frozenset("NN1 NN0 AJ0 NP0 VVG".split())


@dataclass(frozen=True, slots=True)
class Topic:
    """A noun that an episode speaks of: its stem, how it is mostly written, and its weight.

    ``term`` is the noun with what mostly stands before it (``neural networks``), or alone;
    ``share`` is that of the sections that have it; ``is_name`` tells whether it is mostly the name
    of somebody or something, ``is_counted`` whether it mostly has an article: ``a tower``.
    """

    stem: str
    text: str
    term: str
    weight: float
    share: float = 0.0
    is_name: bool = False
    is_counted: bool = False


def topics(
    texts: Iterable[str], titled: Collection[str] = (), left_out: Collection[str] = ()
) -> tuple[Topic, ...]:
    """The nouns of an episode by weight, heaviest first; ``texts`` are those of its sections.

    ``titled`` are the stems of its title, ``left_out`` words in lower case that name its people.
    """
    told = list(texts)
    sections: Counter[str] = Counter()
    forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
    plurals: set[str] = set()
    names: Counter[str] = Counter()
    articled: Counter[str] = Counter()
    terms: defaultdict[str, Counter[str]] = defaultdict(Counter)
    written: list[set[str]] = []
    for text in told:
        found = set()
        for sentence in language.sentences(text):
            tokens = language.tag(sentence)
            for before, token in zip((None, *tokens), tokens, strict=False):
                word = _written(token)
                stem = language.stem(word)
                named = stem in titled and word[:1].isupper()  # "the Viking age"
                if not (token.is_noun or named) or len(word) < _SHORTEST or not word[0].isalpha():
                    continue
                if word.lower() in left_out or language.is_function_word(word):
                    continue
                found.add(stem)
                forms[stem][word] += 1
                names[stem] += token.tag == "NP0"
                articled[stem] += before is not None and before.tag in _ARTICLES
                if token.tag == "NN2":
                    plurals.add(word)
                if before and before.tag in _MODIFIERS and before.end + 1 == token.start:
                    terms[stem][f"{_written(before)} {word}"] += 1
        sections.update(found)
        written.append(
            {s for sentence in language.sentences(text) for s in language.content_stems(sentence)}
        )
    weighed = []
    for stem, count in sections.items():
        text = _form(forms[stem], plurals)
        rare = min(max(0.0, _USUAL - language.zipf(text.lower())), _RAREST)
        share = count / len(told)
        weight = share * rare * (_TITLED if stem in titled else 1.0)
        term = _most(terms[stem]) if terms[stem] else text
        often = terms[stem][term] >= max(_THRICE, _TOGETHER * forms[stem].total())
        is_name = names[stem] * 2 > forms[stem].total()
        term = term if often else text
        is_counted = text not in plurals and articled[stem] > _ARTICLED * forms[stem].total()
        weighed.append(Topic(stem, text, term, round(weight, 4), share, is_name, is_counted))
    uses = Counter(stem for stems in written for stem in stems)  # "negotiate" tells of it too
    return tuple(sorted(weighed, key=lambda t: (-t.weight, -uses[t.stem], t.stem)))


Compound = tuple[str, int, tuple[float, float]]
"""Two nouns, how many texts have them together, and which share of those with either."""


def compounds(texts: Iterable[str]) -> tuple[Compound, ...]:
    """Two nouns that mostly stand together, with how many texts have them, the most first.

    The last of each are the shares of the texts with the one noun, and the other, that have both.
    """
    counts: Counter[tuple[str, str]] = Counter()
    forms: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    alone: Counter[str] = Counter()
    for text in texts:
        found = set()
        told = set()
        for sentence in language.sentences(text):
            tokens = language.tag(sentence)
            told |= {language.stem(t.text) for t in tokens if t.tag in _NOUNS}
            for before, token in pairwise(tokens):
                if before.tag not in _NOUNS or token.tag not in _NOUNS:
                    continue
                if before.end + 1 != token.start or len(token.text) < _SHORTEST:
                    continue
                key = language.stem(before.text), language.stem(token.text)
                found.add(key)
                forms[key][f"{before.text} {token.text}".lower()] += 1
        counts.update(found)
        alone.update(told)
    often = sorted(
        (
            (k, n)
            for k, n in counts.items()
            if n >= _AGAIN and n >= _TOGETHER * min(alone[k[0]], alone[k[1]])
        ),
        key=lambda x: (-x[1], x[0]),
    )
    return tuple(
        (_most(forms[(a, b)]), n, (n / max(alone[a], 1), n / max(alone[b], 1)))
        for (a, b), n in often
    )


_NOUNS = frozenset(("NN0", "NN1", "NN2"))
_AGAIN = 4
"""Texts that have two nouns together, from which on they are one thing."""


def _written(token: language.Token) -> str:
    """A word with the capital that it has inside a sentence."""
    text = token.text
    whole = any(c.isupper() for c in text[1:])
    return text if token.start > 0 or whole else text.lower()


def _form(counts: Counter[str], plurals: Collection[str]) -> str:
    """How a noun is named: in the plural where it often has one, as any of many things."""
    most = _most(counts)
    many = Counter({w: n for w, n in counts.items() if w in plurals})
    if many and _most(many) != most and many.total() >= max(2, _PLURAL * counts.total()):
        return _most(many)
    return most


def _most(counts: Counter[str]) -> str:
    return min(counts, key=lambda w: (-counts[w], w))
