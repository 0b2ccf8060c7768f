"""Names as a speech recogniser wrote them, matched to the spelling of the curated pages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process

from quizapp.model import Misspelling, Section, Turn
from quizapp.reading.names import is_name

LIKE = 85
"""Of 100, by rapidfuzz's ratio of how two names sound: ``Jan Lekan`` and ``Yann LeCun``."""

_ALIKE = 92
"""The same for short names."""

_LONG = 8
_SHORTEST = 5
"""Letters: a name is long from the first on, and not looked for below the second."""

_MOST = 60
_WORDS = 3

_CAPITALISED = r"[A-ZÀ-ÖØ-Þ][\w’'-]*[\w]"
_RUN = re.compile(rf"{_CAPITALISED}(?:\s{_CAPITALISED}){{0,5}}")
_MIXED = re.compile(r"\b[A-Z][a-z]+[A-Z][A-Za-z]*\b")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_CLOSED = re.compile(r"(?:^|[.!?…:;”\"“(])\s*$")
_ENDING = re.compile(r"['’]s$|['’]$")
_ENDINGS = re.compile(r"['’]s?(?![a-z])|['’-](?=[a-z])")
_PLAIN = re.compile(r"[a-z]+")
_LETTERS = re.compile(r"[^a-z]")
_SOUNDS = tuple(
    (re.compile(written), sound)
    for written, sound in (
        (r"ph", "f"), (r"tch|ch|sh", "x"), (r"ck|qu|q|c(?![eiy])", "k"), (r"c", "s"), (r"z", "s"),
        (r"x", "ks"), (r"g(?=[ei])|j|y", "i"), (r"d", "t"), (r"w", "v"), (r"(?<!^)h", ""),
        (r"ee|ea|ie|ei|e(?=$)", "i"), (r"oo|ou|u", "o"), (r"(.)\1+", r"\1"),
    )
)  # fmt: skip


@dataclass(slots=True)
class _Heard:
    """A name of the transcript: how often it is said, and where first."""

    turn: Turn
    times: int = 0
    inside: bool = False


@dataclass(slots=True)
class _Curated:
    """The names of the curated pages by how they sound, and all words of these pages."""

    names: dict[str, str] = field(default_factory=dict)
    words: set[str] = field(default_factory=set)

    def take(self, text: str) -> None:
        """Takes the names in a text; a word at a sentence's start is none, unless it has humps."""
        small = text.lower()
        marked = "'" in small or "’" in small or "-" in small
        self.words.update(_PLAIN.findall(_ENDINGS.sub("", small) if marked else small))
        for run in _RUN.finditer(text):
            words = run[0].split()
            first = 1 if _CLOSED.search(text[max(0, run.start() - 3) : run.start()]) else 0
            if first and len(words) == 1 and not _MIXED.match(words[0]):
                continue
            for name in _parts(words):
                whole = " ".join(name)
                begins = name[0] is words[0] and first and len(name) == 1
                if (len(name) == 1 or is_name(whole)) and not (begins and not _MIXED.match(whole)):
                    self.add(whole)

    def add(self, name: str) -> None:
        """Takes one name; of two that sound alike, the first."""
        bare = _ENDING.sub("", name)
        if len(_squashed(bare)) >= _SHORTEST:
            self.names.setdefault(_sound(bare), bare)
            self.words.add(_squashed(bare))


def misspellings(
    sections: Sequence[Section], turns: Sequence[Turn], people: Iterable[str], told: Iterable[str]
) -> tuple[Misspelling, ...]:
    """The names in turns that are spelt otherwise in sections, among people, or in other texts.

    ``sure`` are those that sound the same, or differ in spaces only; the others are like enough
    to be shown, and for nothing else.
    """
    if not turns:
        return ()
    curated = _Curated()
    for name in people:
        curated.add(name)
    for section in sections:
        curated.take(section.heading or "")
        curated.take(section.text)
    for text in told:
        curated.take(text)
    if not curated.names:
        return ()
    found = [*_spaced(turns, curated), *_matched(_heard(turns), curated)]
    once = {one.heard.lower(): one for one in reversed(found)}
    whole = [one for one in once.values() if not _is_part(one, once.values())]
    return tuple(sorted(whole, key=lambda m: (m.path, m.line, m.heard)))[:_MOST]


def _is_part(one: Misspelling, others: Iterable[Misspelling]) -> bool:
    """Whether a name is only said as part of a longer one that is known."""
    return any(
        other is not one
        and other.times >= one.times
        and f" {one.heard} " in f" {other.heard} "
        and other.heard != one.heard
        for other in others
    )


def _matched(heard: dict[str, _Heard], curated: _Curated) -> Iterator[Misspelling]:
    keys = list(curated.names)
    said = {_squashed(name) for name in heard}
    for written, place in heard.items():
        squashed = _squashed(written)
        if len(squashed) < _SHORTEST or squashed in curated.words or not place.inside:
            continue
        if all(_bare(word) in curated.words for word in written.split()):
            continue
        sound = _sound(written)
        near = process.extractOne(sound, keys, scorer=fuzz.ratio, score_cutoff=LIKE)
        if near is None or near[0][0] != sound[0]:
            continue
        name = curated.names[near[0]]
        sure = near[1] == 100
        if near[1] < (LIKE if len(squashed) >= _LONG else _ALIKE) or _inflected(squashed, name):
            continue
        # Where the right spelling is said too, a merely similar one is another's.
        if not sure and _squashed(name) in said:
            continue
        yield Misspelling(
            written, name, place.turn.path, place.turn.line_start, place.times, sure=sure
        )


def _spaced(turns: Sequence[Turn], curated: _Curated) -> Iterator[Misspelling]:
    """``alex net`` for AlexNet, also without capitals."""
    humped = {name: _HUMP.sub(" ", name).lower() for name in curated.names.values()}
    humped = {name: apart for name, apart in humped.items() if " " in apart and " " not in name}
    lowered = [turn.text.lower() for turn in turns] if humped else []
    for name, apart in humped.items():
        pattern = re.compile(rf"\b{re.escape(apart)}\b")
        places = [
            (turn, pattern.findall(text))
            for turn, text in zip(turns, lowered, strict=True)
            if apart in text
        ]
        places = [(turn, found) for turn, found in places if found]
        if places:
            first = places[0][0]
            at = first.text.lower().find(apart)
            heard = first.text[at : at + len(apart)]
            times = sum(len(found) for _, found in places)
            yield Misspelling(heard, name, first.path, first.line_start, times, sure=True)


def _heard(turns: Sequence[Turn]) -> dict[str, _Heard]:
    """The capitalised words of a transcript, alone and together."""
    heard: dict[str, _Heard] = {}
    for turn in turns:
        for run in _RUN.finditer(turn.text):
            opens = bool(_CLOSED.search(turn.text[max(0, run.start() - 3) : run.start()]))
            words = run[0].split()
            for part in _parts(words):
                name = _ENDING.sub("", " ".join(part))
                one = heard.setdefault(name, _Heard(turn))
                one.times += 1
                one.inside = one.inside or len(part) > 1 or not (opens and part[0] is words[0])
    return heard


def _parts(words: Sequence[str]) -> Iterator[Sequence[str]]:
    """All runs of one to three words in a row."""
    for start in range(len(words)):
        for end in range(start + 1, min(len(words), start + _WORDS) + 1):
            yield words[start:end]


def _inflected(squashed: str, name: str) -> bool:
    """``Americans`` is American, not misspelt."""
    one, other = sorted((squashed, _squashed(name)), key=len)
    return other.startswith(one) and other[len(one) :] in ("", "s", "es", "n", "ns", "ly")


def _bare(word: str) -> str:
    return _squashed(_ENDING.sub("", word.strip('.,;:!?"“”()[]…')))


def _squashed(text: str) -> str:
    return _LETTERS.sub("", text.lower())


def _sound(text: str) -> str:
    """About how a name sounds, as one word; never empty for a name with letters."""
    sound = _squashed(text)
    for pattern, by in _SOUNDS:
        sound = pattern.sub(by, sound)
    return sound or _squashed(text)
