"""Tags and lemmas as HanTa's English model gives them: the only module that imports HanTa.

The model knows how likely each tag is for a word, and after the two tags before it. The best row
of tags is searched for here, among the tags that a word can have only: HanTa tries all 64.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import lru_cache

from HanTa.HanoverTagger import EMPTY, END, START, UNKNOWN, HanoverTagger

_MODEL = "morphmodel_en.pgz"
_WORDS = 20_000
"""Words that are kept in mind, with what they can be."""

_KEPT = 5
"""Places of a row that are followed: the best, and those hardly worse than the next."""

_CLOSE = 1.0
_LEAST = -math.inf
_CUTOFF = 5
"""How much less likely than its likeliest a tag of an unknown word may be, as HanTa has it."""

State = tuple[int, int]
"""The tags of two neighbouring words."""


class Tagger:
    """The English model, loaded once; every word is looked up once."""

    def __init__(self) -> None:
        self._model = HanoverTagger(_MODEL)
        self._model.analyze_forward = lru_cache(_WORDS)(self._model.analyze_forward)  # type: ignore[method-assign]
        self._after: Mapping[State, Mapping[int, float]] = self._model.LP_trans_word
        self._all = [tag for tag in next(iter(self._after.values())) if tag != END]
        self._likely = lru_cache(_WORDS)(self._looked_up)

    def tags(self, words: Sequence[str]) -> list[str]:
        """The likeliest row of tags for the words of a sentence."""
        row: Mapping[State, float] = {(EMPTY, START): 0.0}
        before: list[dict[State, State]] = []
        for i, word in enumerate(words):
            row, came = self._next(row, self._likely(word, i > 0))
            before.append(came)
        ends = {state: chance + self._after[state][END] for state, chance in row.items()}
        state = max(ends, key=ends.__getitem__)
        found: list[int] = []
        for came in reversed(before):
            found.append(state[1])
            state = came[state]
        return [self._model.int2tag[tag] for tag in reversed(found)]

    def lemma(self, word: str, tag: str) -> str:
        """The plain form of a word with this tag, as a dictionary has it."""
        lemma, _ = self._model.analyze(word, pos=tag, taglevel=1)
        return str(lemma)

    def _next(
        self, row: Mapping[State, float], likely: Sequence[tuple[int, float]]
    ) -> tuple[dict[State, float], dict[State, State]]:
        """The chances once another word is taken, and from which place each comes."""
        best: dict[State, float] = {}
        came: dict[State, State] = {}
        least = sorted(row.values(), reverse=True)[_KEPT] - _CLOSE if len(row) > _KEPT else _LEAST
        for state, so_far in row.items():
            if so_far < least:
                continue
            after, last = self._after[state], state[1]
            for tag, chance in likely:
                total = so_far + after[tag] + chance
                place = (last, tag)
                if total > best.get(place, _LEAST):
                    best[place] = total
                    came[place] = state
        return best, came

    def _looked_up(self, word: str, inside: bool) -> tuple[tuple[int, float], ...]:
        """The tags that a word can have, with their chances; a capital counts inside a sentence."""
        known = dict(self._model._tag_word(word, _CUTOFF, inside, conditional=True))
        if set(known) <= {UNKNOWN}:
            return tuple((tag, 0.0) for tag in self._all)
        return tuple((tag, known[tag]) for tag in self._all if tag in known)
