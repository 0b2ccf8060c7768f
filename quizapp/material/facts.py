"""Which statements of several pages tell one fact, in whatever words.

Two statements tell one fact when nearly all that the shorter one is about stands in the other:
content stems, without the episode's own subject, which stands everywhere, and without words that
only weigh (``key factor``). Their cards are the sides of one note, asked on different days.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from quizapp import language
from quizapp.material import Material
from quizapp.material.statement import Statement
from quizapp.sentences.claims import is_weighty
from quizapp.sentences.commonness import is_vague

_SHARED = 0.75
"""The part of the shorter statement's stems that stands in the other."""
_FEWEST = 3
"""Stems that are shared at least; fewer would meet by chance."""


def grouped(statements: Sequence[Statement], material: Material) -> list[tuple[Statement, ...]]:
    """The statements fact by fact, each with the most promising first, in the order of the pages.

    A statement joins a fact only if it matches the one that leads it, so that facts don't chain.
    """
    about = {s.text: _about(s, material) for s in statements}
    leaders: list[Statement] = []
    facts: dict[str, list[Statement]] = {}
    for statement in sorted(statements, key=lambda s: (-s.score, s.text)):
        leader = next(
            (one for one in leaders if _one_fact(one, statement, about)),
            None,
        )
        if leader is None:
            leaders.append(statement)
            facts[statement.text] = [statement]
        else:
            facts[leader.text].append(statement)
    order = {s.text: i for i, s in enumerate(statements)}
    return sorted((tuple(f) for f in facts.values()), key=lambda f: order[f[0].text])


def _one_fact(a: Statement, b: Statement, about: dict[str, frozenset[str]]) -> bool:
    if a.section is b.section:
        return False
    one, other = about[a.text], about[b.text]
    smaller = min(len(one), len(other))
    return len(one & other) >= max(_FEWEST, _SHARED * smaller)


def _about(statement: Statement, material: Material) -> frozenset[str]:
    return frozenset(_stems(language.content_words(statement.text), material))


def _stems(words: Iterable[str], material: Material) -> Iterable[str]:
    for word in words:
        if not (is_vague(word) or is_weighty(word) or material.is_trite(word)):
            yield from language.content_stems(word)
