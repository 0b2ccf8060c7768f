"""Order cards: in which order the conversation came to three or four of its chapters.

Neighbours are never asked side by side, and the introduction, the adverts and the end not at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from hashlib import sha256

from quizapp import distractors
from quizapp.generators.drafting import Side, modest
from quizapp.identity import card_id, fold, note_id
from quizapp.material import Material
from quizapp.model import Card, CardKind, Chapter, Note

ARROW = " → "
_AT_ONCE = 4
"""Chapters of one card: what one can hold in mind at once."""
_FEWEST_CHAPTERS = 8
"""With fewer, the chapters of a card would be neighbours."""
_LONGEST_PROMPT = 35
"""Words."""
_MARGINAL = re.compile(
    r"\b(?:intro(?:duction)?|opening|outro|closing|conclusions?|sponsors?|advert\w*|ads?|break|"
    r"welcome|preview|teaser|trailer|cold open|thanks|wrap[- ]?up|final thoughts|farewell|"
    r"end(?:ing)?|where to find|subscribe)\b",
    re.IGNORECASE,
)


def notes(material: Material) -> Iterator[Note]:
    """A note for each group of chapters that lie evenly apart."""
    chapters = [c for c in material.episode.chapters if not _MARGINAL.search(c.title)]
    if len(material.episode.chapters) == len(chapters):
        chapters = chapters[:-1]  # the last is the end, whatever it is called
    if len(chapters) < _FEWEST_CHAPTERS:
        return
    apart = len(chapters) // _AT_ONCE
    for start in range(apart):
        group = chapters[start::apart][:_AT_ONCE]
        made = _note(group, material) if _distinct(group) else None
        if made is not None:
            yield made


def _distinct(group: Sequence[Chapter]) -> bool:
    titles = [c.title for c in group]
    return all(distractors.distinct(t, titles[:i]) for i, t in enumerate(titles) if i)


def _note(group: Sequence[Chapter], material: Material) -> Note | None:
    titles = tuple(c.title for c in group)
    source = material.passages.outline(titles)
    if source is None:
        return None
    shown = _shown(titles)
    side = Side(
        CardKind.ORDER, _prompt(shown, material), ARROW.join(titles), modest(0.3), options=shown
    )
    if len(side.prompt.split()) > _LONGEST_PROMPT:
        return None
    episode, key = material.episode.slug, fold(" ".join(titles))
    identity = note_id("order", episode, "chapters", key)
    card = Card(
        id=card_id(identity, side.kind, side.side),
        note_id=identity,
        kind=side.kind,
        episode=episode,
        prompt=side.prompt,
        answer=side.answer,
        sources=(source,),
        options=side.options,
        score=side.score,
        tags=("chapters",),
    )
    return Note(identity, "order", episode, f"chapters {key}", key, (source,), (card,))


def _prompt(shown: Sequence[str], material: Material) -> str:
    """The question with the titles in it, so that no two of them are worded alike."""
    names = material.names
    talk = f"{names.guest}'s interview" if names.guest else f"“{names.title}”"
    listed = ", ".join(f"“{title}”" for title in shown[:-1])
    return f"In which order did {talk} come to {listed} and “{shown[-1]}”?"


def _shown(titles: Sequence[str]) -> tuple[str, ...]:
    """The titles in another order than theirs, the same on every machine."""
    seed = fold(" ".join(titles))
    mixed = sorted(titles, key=lambda t: sha256(f"{seed}\x1f{t}".encode()).hexdigest())
    return tuple(mixed if mixed != list(titles) else reversed(titles))
