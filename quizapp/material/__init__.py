"""What the generators draw on: an episode's statements, terms and names, with their lines."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from quizapp.material.extraction import extracted
from quizapp.material.promise import promise
from quizapp.material.statement import Statement, each_once
from quizapp.material.vocabulary import Vocabulary
from quizapp.model.reasons import total
from quizapp.offers import NOTHING, Nearby


@dataclass(frozen=True)
class Material(Vocabulary):
    """An episode as the generators see it: its pages, their words, and what they state.

    ``others`` are the other guests of the same show, who might have said what was said here;
    ``nearby`` is what the library offers.
    """

    others: tuple[str, ...] = ()
    nearby: Nearby = NOTHING

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """The statements of the episode in the order of its pages, each fact once."""
        unique = each_once(extracted(self))
        return tuple(replace(s, score=total(promise(s, self))) for s in unique)
