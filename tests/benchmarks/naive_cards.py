"""Cards beside those of plain rules: any noun phrase blanked in any sentence, options at random.

``python -m tests.benchmarks naive_cards``: both on the five episodes of ``tests/episodes``, checked
by the same table. The share that is acceptable is what the table can see; what only a reader can
judge stands in ``docs/cards.md``.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from pathlib import Path

from quizapp import build, language, quality
from quizapp.blanks import BLANK
from quizapp.generators.drafting import Side, drafted
from quizapp.material import Material
from quizapp.model import Card, CardKind
from tests.benchmarks.figures import Figure, Skipped

EPISODES = Path(__file__).parents[1] / "episodes"
_SEED = 2020


def naive(material: Material) -> Iterator[Card]:
    """For every sentence of the pages a cloze and a choice, as plain rules make them."""
    dice = random.Random(_SEED)
    phrases = [p.text for p in material.phrases.values()]
    for section in material.sections:
        for sentence in language.sentences(section.text):
            found = language.noun_phrases(sentence)
            if not found:
                continue
            blank = dice.choice(found)
            prompt = f"{sentence[: blank.start]}{BLANK}{sentence[blank.end :]}"
            options = [blank.text, *dice.sample(phrases, 3)]
            dice.shuffle(options)
            sides = (
                Side(CardKind.CLOZE, prompt, blank.text, 0.5, side=blank.text),
                Side(
                    CardKind.CHOICE,
                    prompt,
                    blank.text,
                    0.5,
                    side=blank.text,
                    options=tuple(options),
                    answer_index=options.index(blank.text),
                ),
            )
            source = material.passages.source(section, sentence)
            yield from drafted("naive", material, section, sentence, (source,), sides).cards


def figures() -> Sequence[Figure | Skipped]:
    """The acceptable share of what our rules keep, beside that of plain rules."""
    ours: list[bool] = []
    theirs: list[bool] = []
    for folder in sorted(EPISODES.iterdir()):
        for made in build.make(build.parse([folder])):
            kept = [c for n in made.selected.notes for c in n.cards]
            ours += [_acceptable(c, made.material) for c in kept]
            theirs += [_acceptable(c, made.material) for c in naive(made.material)]
    return [
        Figure("cards acceptable", "%", _share(ours), "plain rules", _share(theirs)),
        Figure("cards of five episodes", "", len(ours), "plain rules", len(theirs)),
    ]


def _acceptable(card: Card, material: Material) -> bool:
    return quality.acceptable(quality.failures(card, material))


def _share(verdicts: Sequence[bool]) -> float:
    return 100 * sum(verdicts) / len(verdicts) if verdicts else 0.0
