"""Names of speakers in capitals, which lack the accents and small words that the page writes."""

from __future__ import annotations

import re
import unicodedata

from quizapp.reading.draft import Draft
from quizapp.reading.names import is_name

_MOST = 30
"""Speakers of one talk; a list of names is none."""


def restore(draft: Draft) -> None:
    """Calls ``ANA NUNEZ`` by ``Ana Núñez`` and ``Ada Van Byron`` by ``Ada van Byron``.

    Only where the page has the name in one other spelling, and not in the label's.
    """
    text = draft.source.text
    speakers = {turn.speaker for turn in draft.turns if turn.speaker}
    if len(speakers) > _MOST:
        return
    bare = [one for one in sorted(speakers) if one.isascii() and is_name(one) and one not in text]
    told = text.translate(_unaccented(text)) if bare else ""
    spelt: dict[str, str] = {}
    for one in bare:
        found = re.finditer(rf"(?<!\w){re.escape(one)}(?!\w)", told, re.IGNORECASE)
        written = {text[at.start() : at.end()] for at in found}
        written = {name for name in written if is_name(name) and not name.isupper()}
        if len(written) == 1:
            spelt[one] = written.pop()
    if spelt:
        draft.rename(spelt)


def _unaccented(text: str) -> dict[int, str]:
    """For each letter of a text with an accent the same letter without it; one for one."""
    accented = {char for char in text if not char.isascii() and char.isalpha()}
    return {ord(char): unicodedata.normalize("NFKD", char)[0] for char in accented}
