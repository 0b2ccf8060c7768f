"""``Q. Is it late?`` and ``A. Very.``: full stops where others write colons."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from quizapp.reading.block import Block

_ASKS = re.compile(r"^(?P<mark>(?:\*\*|__)?Q\d{0,2})\.(?=(?:\*\*|__)?\s+\S)")
_ANSWERS = re.compile(r"^(?P<mark>(?:\*\*|__)?A\d{0,2})\.(?=(?:\*\*|__)?\s+\S)")
_LINES = 6
"""Lines of a question that goes over several."""


def with_colons(blocks: Iterable[Block]) -> list[Block]:
    """The blocks with ``Q:`` and ``A:`` for ``Q.`` and ``A.``, where they stand in pairs.

    ``A. Byron`` alone is somebody's name.
    """
    done = list(blocks)
    asked: int | None = None
    pairs: list[tuple[int, int]] = []
    for place, block in enumerate(done):
        if _ASKS.match(block.text):
            asked = place
        elif asked is not None and _ANSWERS.match(block.text):
            if place - asked <= _LINES and any("?" in one.text for one in done[asked:place]):
                pairs.append((asked, place))
            asked = None
    for pair in pairs:
        for place, form in zip(pair, (_ASKS, _ANSWERS), strict=True):
            text = form.sub(r"\g<mark>:", done[place].text)
            done[place] = replace(done[place], text=text)
    return done
