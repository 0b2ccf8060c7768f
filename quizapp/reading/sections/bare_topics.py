"""What an episode treats, as lines right below each other without bullets or a heading."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from quizapp.model import SectionKind
from quizapp.reading.block import Block
from quizapp.reading.draft import Draft
from quizapp.reading.labels import field_of
from quizapp.reading.names import is_name
from quizapp.reading.noise import is_noise
from quizapp.reading.wording import ends_sentence, word_count

_FEWEST, _SHORTEST, _LONGEST = 3, 3, 16
_INDIRECT = re.compile(r"^(?:how|why|what|which|where|when|who|whose|whether)\s", re.IGNORECASE)
"""``How wells sing``: questions that are not asked but named."""

_SHARE = 0.5


def read(blocks: Sequence[Block], draft: Draft) -> list[Block]:
    """Reads runs of such lines, half of which name questions; hands back all else."""
    rest: list[Block] = []
    for run in _runs(blocks):
        asked = sum(bool(_INDIRECT.match(block.plain)) for block in run)
        if len(run) < _FEWEST or asked < _SHARE * len(run) or not all(map(_is_topic, run)):
            rest += run
            continue
        for block in run:
            draft.section(SectionKind.TOPIC, None, block.text, block.start, block.end)
    return rest


def _runs(blocks: Sequence[Block]) -> list[list[Block]]:
    """Blocks that stand right below each other."""
    number, last = 0, 0
    numbers = []
    for block in blocks:
        number += bool(block.spaced or block.start > last + 1)
        numbers.append(number)
        last = block.end
    pairs = groupby(zip(numbers, blocks, strict=True), key=lambda pair: pair[0])
    return [[block for _, block in group] for _, group in pairs]


def _is_topic(block: Block) -> bool:
    text = block.plain
    label = text.partition(":")[0]
    return (
        not block.sign
        and _SHORTEST <= word_count(text) <= _LONGEST
        and text[:1].isupper()
        and not ends_sentence(text)
        and text[-1].isalnum()
        and not (is_name(text) or is_noise(text) or "://" in text)
        and not (label != text and field_of(label))
    )
