"""The questions of a talk with their answers: the host's and the guest's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from quizapp import language
from quizapp.material import Material
from quizapp.model import Turn

_ASKED_LAST = 2
"""Sentences at the end of a turn of which one asks; the other may say why."""
_ASKING = re.compile(r"\b(?:you|your|how|what|why)\b", re.IGNORECASE)


def exchanges(material: Material) -> Iterator[tuple[Turn, Turn]]:
    """Each question with its answer: the host's and the guest's, where it is known who speaks."""
    turns = [t for t in material.episode.turns if t.path not in material.passages.foreign]
    for asking, answering in pairwise(turns):
        if asking.path != answering.path or not _asks(asking.text):
            continue
        if _asked_by_host(asking, answering, material):
            yield asking, answering


def _asks(text: str) -> bool:
    return any(s.endswith("?") for s in language.sentences(text)[-_ASKED_LAST:])


def _asked_by_host(asking: Turn, answering: Turn, material: Material) -> bool:
    names = material.names
    if asking.speaker is not None and asking.speaker in names.guests:
        return False
    if answering.speaker is not None:
        return answering.speaker in names.guests
    # Nobody is named: one who asks, and is answered at greater length, asks for an account.
    questions = [s for s in language.sentences(asking.text)[-_ASKED_LAST:] if s.endswith("?")]
    longer = len(answering.text.split()) > len(questions[-1].split())
    return bool(_ASKING.search(questions[-1])) and longer
