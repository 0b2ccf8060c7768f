"""Names of speakers in capitals, which lack the accents that the page writes elsewhere."""

from __future__ import annotations

import re
import unicodedata

from quizapp.reading.draft import Draft
from quizapp.reading.names import is_name

_MOST = 30
"""Speakers of one talk; a list of names is none."""


def restore(draft: Draft) -> None:
    """Calls whoever is labelled ``ANA NUNEZ`` by ``Ana Núñez``, where a text has that alone."""
    text = draft.source.text
    if text.isascii():
        return
    speakers = {turn.speaker for turn in draft.turns if turn.speaker}
    if len(speakers) > _MOST:
        return
    bare = [one for one in sorted(speakers) if one.isascii() and is_name(one) and one not in text]
    told = text.translate(_unaccented(text)) if bare else ""
    found = ((one, re.search(rf"(?<!\w){re.escape(one)}(?!\w)", told)) for one in bare)
    spelt = {one: text[at.start() : at.end()] for one, at in found if at}
    if spelt:
        draft.rename(spelt)


def _unaccented(text: str) -> dict[int, str]:
    """For each letter of a text with an accent the same letter without it; one for one."""
    accented = {char for char in text if not char.isascii() and char.isalpha()}
    return {ord(char): unicodedata.normalize("NFKD", char)[0] for char in accented}
