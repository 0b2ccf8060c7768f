"""Where a page says what the guest denies in the talk, as its transcript shows.

People who sum up a talk now and then write the opposite of what was said in it. A claim counts as
denied only on strong evidence in words: what was doubted is said to have been sure, a size is put
right, a condition is said not to matter, a question is answered by no, or the same words are said
with a ``not``. What is merely put differently denies nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from quizapp import language
from quizapp.material.denials.conditions import EVEN, matters_not, without_condition
from quizapp.material.denials.doubts import SURE, was_sure
from quizapp.material.denials.negations import with_a_not
from quizapp.material.denials.neither import NEITHER, is_neither, without_both
from quizapp.material.denials.replies import answered_no, replies
from quizapp.material.denials.sentences import COVERED, Said, Text, sentences
from quizapp.material.denials.sizes import AMENDED, put_right, without_size
from quizapp.model import Turn


@dataclass(frozen=True, slots=True)
class Denial:
    """A passage of the talk that denies a claim; ``instead`` is what it leaves of the claim."""

    turn: Turn
    words: str
    instead: str | None = None


_WAYS: tuple[tuple[re.Pattern[str], Callable[[Text, Said], bool]], ...] = (
    (SURE, was_sure),
    (AMENDED, put_right),
    (EVEN, matters_not),
    (NEITHER, is_neither),
)
"""How a passage denies a claim, each with the words that such a passage has."""

_INSTEAD: dict[Callable[[Text, Said], bool], Callable[[str, Said], str | None]] = {
    put_right: without_size,
    matters_not: without_condition,
    is_neither: without_both,
}
"""What is left of a claim that is put right, for the ways that leave anything."""


class Denials:
    """What is denied in the talk of an episode by those who are not its host."""

    def __init__(self, turns: Sequence[Turn], host: str | None) -> None:
        guests = [t for t in turns if t.speaker is None or t.speaker != host]
        self._said = tuple(s for turn in guests for s in sentences(turn))
        self._marked = tuple(
            (way, tuple(s for s in self._said if mark.search(s.text))) for mark, way in _WAYS
        )
        self._replies = tuple(replies(turns, host))
        self._known: dict[str, Denial | None] = {}

    def of(self, claim: str) -> Denial | None:
        """The passage that denies a claim of one sentence or several, or None."""
        found = (self._denied(sentence) for sentence in language.sentences(claim))
        return next((denial for denial in found if denial is not None), None)

    def put_right(self, text: str) -> str:
        """A text without the sizes and conditions of it that the talk puts right."""
        for part in language.sentences(text):
            denial = self._denied(part)
            instead = None if denial is None else denial.instead
            if instead is not None and self._denied(instead) is None:
                text = text.replace(part, instead)
        return text

    def left(self, text: str) -> str:
        """A text without the sentences that are denied; all of it where nothing else is left."""
        parts = language.sentences(text)
        kept = [part for part in parts if self._denied(part) is None]
        return text if len(kept) in (0, len(parts)) else " ".join(kept)

    def _denied(self, sentence: str) -> Denial | None:
        if sentence not in self._known:
            self._known[sentence] = self._found(Text(sentence))
        return self._known[sentence]

    def _found(self, claim: Text) -> Denial | None:
        for way, marked in self._marked:
            for said in marked:
                if way(claim, said):
                    without = _INSTEAD.get(way)
                    instead = without(claim.text, said) if without else None
                    return Denial(said.turn, _shown(said), instead)
        for said in self._alike(claim):
            if with_a_not(claim, said):
                return Denial(said.turn, _shown(said))
        for reply in self._replies:
            if answered_no(claim, reply):
                return Denial(reply.turn, reply.words)
        return None

    def _alike(self, claim: Text) -> Iterator[Said]:
        """The sentences that can have enough of the claim's words: they have one of its rarest."""
        rarest = sorted(claim.own, key=lambda stem: (len(self._by_stem.get(stem, ())), stem))
        enough = len(rarest) - int(COVERED * len(rarest)) + 1
        places = {i for stem in rarest[:enough] for i in self._by_stem.get(stem, ())}
        return (self._said[i] for i in sorted(places))

    @cached_property
    def _by_stem(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for i, said in enumerate(self._said):
            for stem in said.own:
                found.setdefault(stem, []).append(i)
        return found


def _shown(said: Said) -> str:
    return " ".join(t for t in (said.text, said.after) if t)
