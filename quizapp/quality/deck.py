"""Checks of many cards together: duplicates, and cues that only a whole deck gives."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from quizapp.identity import fold
from quizapp.model import Card, CardKind

SAME_QUESTION = 90
"""Two prompts are the same question from this rapidfuzz ratio of their folded words on (0–100)."""
_FEW = 8
"""Below so many cards a share says nothing."""


@dataclass(frozen=True, slots=True)
class Twin:
    """A card that asks again what a better one asks, and that one's id."""

    card: Card
    of: str


def duplicates(cards: Iterable[Card]) -> tuple[Twin, ...]:
    """Cards whose prompt is near-equal to a better card's, or whose answer is, of one passage.

    Siblings may ask the same in two kinds, or for two different things in one sentence.
    """
    ranked = sorted(cards, key=lambda c: (-c.score, c.id))
    prompts = [fold(_asked(c)) for c in ranked]
    twins: dict[str, Twin] = {}
    for i, card in enumerate(ranked[1:], start=1):
        near = process.extract(
            prompts[i], prompts[:i], scorer=fuzz.ratio, score_cutoff=SAME_QUESTION, limit=None
        )
        for _, _, at in near:
            other = ranked[at]
            if other.id not in twins and not _siblings(card, other):
                twins[card.id] = Twin(card, other.id)
                break
    twins |= _same_answers([c for c in ranked if c.id not in twins])
    return tuple(twins.values())


_ACCOUNT = re.compile(
    r"^According to [^,]{3,80}, |^(?:[^:?“]{2,60}: )?What does [^“?]{3,60}? (?:say about|mean by) "
)


def _asked(card: Card) -> str:
    """What a card asks, whoever's account it asks for, with what tells it from others."""
    prompt = card.prompt
    if card.kind is not CardKind.TRUE_FALSE:
        prompt = _ACCOUNT.sub("", prompt)
    return f"{prompt} {card.answer}" if card.kind is CardKind.DEFINITION else prompt


def _siblings(a: Card, b: Card) -> bool:
    return a.note_id == b.note_id and (a.kind != b.kind or fold(a.answer) != fold(b.answer))


def _same_answers(ranked: Sequence[Card]) -> dict[str, Twin]:
    """Cards that ask for one answer out of the same passage, in one way of asking."""
    seen: dict[tuple[str, str, int, str], Card] = {}
    twins = {}
    for card in ranked:
        if card.kind in (CardKind.TRUE_FALSE, CardKind.ATTRIBUTION):
            continue
        source = card.source
        place = (fold(card.answer), source.path, source.line_start, source.excerpt)
        first = seen.setdefault(place, card)
        if first is not card and not _siblings(card, first):
            twins[card.id] = Twin(card, first.id)
    return twins


def imbalances(cards: Sequence[Card]) -> tuple[str, ...]:
    """What the test-wise could use: too many true, keys in one place, the longest is right."""
    found = []
    judged = [c for c in cards if c.kind is CardKind.TRUE_FALSE]
    if len(judged) >= _FEW:
        share = sum(c.answer == "True" for c in judged) / len(judged)
        if not 0.4 <= share <= 0.6:
            found.append(f"{share:.0%} of the true/false cards are true")
    choices = [c for c in cards if c.kind is CardKind.CHOICE and c.options]
    if len(choices) >= _FEW:
        found.extend(_key_cues(choices))
    return tuple(found)


def _key_cues(choices: Sequence[Card]) -> Iterable[str]:
    positions = Counter(c.answer_index for c in choices)
    top = positions.most_common(1)[0][1] / len(choices)
    if top > 0.6:
        yield f"{top:.0%} of the keys stand in one place"
    longest = sum(len(c.answer) == max(len(o) for o in c.options or ()) for c in choices)
    if longest / len(choices) > 0.6:
        yield f"in {longest / len(choices):.0%} of the choices the longest option is the key"
