"""Checks of a card's options: distinct, false, alike, and without a cue."""

from __future__ import annotations

import re
from statistics import median

from quizapp import distractors, language
from quizapp.blanks import BLANK
from quizapp.material import Material
from quizapp.model import Card, CardKind

_LONGER = 1.3
"""How much longer than its longest rival a key may be (characters)."""


def _key(card: Card) -> str:
    if card.options is None or card.answer_index is None:
        return card.answer
    return card.options[card.answer_index]


def _wrong(card: Card) -> list[str]:
    return [o for i, o in enumerate(card.options or ()) if i != card.answer_index]


def _is_choice(card: Card) -> bool:
    return card.kind in (CardKind.CHOICE, CardKind.ATTRIBUTION)


def indistinct(card: Card, material: Material) -> str | None:
    """5: three options or more, none a part, a stem or an equal number of another."""
    if card.kind is CardKind.TRUE_FALSE:
        return None if card.options == ("True", "False") else "not True and False"
    if not _is_choice(card):
        return None
    options = card.options or ()
    if len(options) < 3:
        return f"only {len(options)} options"
    if card.answer_index is None or _key(card) != card.answer:
        return "the key is not the answer"
    for i, option in enumerate(options):
        others = [o for j, o in enumerate(options) if j != i]
        if not _numeric(option) and not distractors.distinct(option, others):
            return f"{option!r} overlaps with another option"
        if option in others:
            return f"{option!r} stands twice"
    return None


def _numeric(option: str) -> bool:
    return bool(re.match(r"[$€£]?\d", option))


def true_distractor(card: Card, material: Material) -> str | None:
    """6: the stem filled with a wrong option stands nowhere in the episode."""
    if card.kind is CardKind.ATTRIBUTION:
        return None
    if card.kind is CardKind.TRUE_FALSE:
        if card.answer == "False" and material.known(card.prompt, at_least=99.5):
            return "the false sentence stands in the episode"
        return None
    if card.kind is not CardKind.CHOICE or BLANK not in card.prompt:
        return None
    for option in _wrong(card):
        if not _numeric(option) and distractors.possibly_true(option, card.prompt, material):
            return f"{option!r} may be true"
    return None


def unlike(card: Card, material: Material) -> str | None:
    """11: options of one type, number, case, and of a length within a third."""
    if not _is_choice(card):
        return None
    options = card.options or ()
    middle = median(len(o) for o in options)
    off = [o for o in options if abs(len(o) - middle) > max(4.0, middle / 3)]
    if off:
        return f"{off[0]!r} is much longer or shorter than the others"
    if len({o[:1].isupper() for o in options}) > 1:
        return "some options are capitalised"
    return "some options are numbers" if len({_numeric(o) for o in options}) > 1 else None


def length_cue(card: Card, material: Material) -> str | None:
    """12: the key is at most 1.3 times as long as the longest wrong option."""
    if not _is_choice(card) or not _wrong(card):
        return None
    longest = max(len(o) for o in _wrong(card))
    return "the key is much the longest" if len(_key(card)) > _LONGER * longest else None


def echo_cue(card: Card, material: Material) -> str | None:
    """13: the key is not the only option that repeats a word of the stem."""
    if not _is_choice(card):
        return None
    stem = set(language.content_stems(card.prompt))
    echoes = [o for o in card.options or () if stem & set(language.content_stems(o))]
    return "only the key repeats a word of the stem" if echoes == [_key(card)] else None


def grammar_cue(card: Card, material: Material) -> str | None:
    """14: article and number before the blank fit every option."""
    if not _is_choice(card) or BLANK not in card.prompt:
        return None
    if re.search(rf"\ban? {BLANK}", card.prompt, re.IGNORECASE):
        return "the article gives the key away"
    plurals = {_plural(o) for o in card.options or ()}
    return "some options are plurals" if len(plurals) > 1 else None


def _plural(option: str) -> bool:
    tokens = language.tag(option)
    return bool(tokens) and language.phrase(option, tokens[-1:]).is_plural
