"""The head of a podcast player's page: title, show and host on lines above the ratings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizapp.reading.block import MENU, Block
from quizapp.reading.draft import Draft
from quizapp.reading.names import bare_name, is_name
from quizapp.reading.show_names import is_name_of_show, uncapped
from quizapp.reading.title_lines import take_title
from quizapp.reading.wording import word_count

_RATINGS = re.compile(
    r"^\d(?:[.,]\d)?\s?(?:[•·|(]\s?)?[\d.,]+\s?[KM]?\s?[Rr]atings?\)?$", re.IGNORECASE
)
"""``4.8 • 5K Ratings``, also glued: ``4.81.3K Ratings``"""

_COMMAS = 3
_NEAR = 12
_TITLE_WORDS = 25


def read(blocks: Sequence[Block], draft: Draft) -> list[Block]:
    """Takes title, show and host right above the ratings; hands back the other blocks."""
    top = list(blocks[:_NEAR])
    place = next((i for i, b in enumerate(top) if _RATINGS.match(b.plain)), None)
    above = [b for b in top[:place] if b.sign != MENU] if place else []
    while above and above[-1].plain.count(",") >= _COMMAS:
        above.pop()
    if len(above) < _COMMAS or draft.values("title"):
        return list(blocks)
    title, show, host = above[-_COMMAS:]
    if not _is_host(host.plain) or not is_name_of_show(show.plain):
        return list(blocks)
    if word_count(title.plain) > _TITLE_WORDS or title.plain == show.plain:
        return list(blocks)
    draft.claim("show", uncapped(show.plain), show.start)
    draft.claim("host", bare_name(host.plain), host.start)
    take_title(_numbered(title, draft), title.start, draft)
    taken = {title.start, show.start, host.start}
    return [b for b in blocks if b.start not in taken and b.plain != show.plain]


_INITIALS = re.compile(r"^[A-Z]{2} [A-Z][a-z]+$")


def _is_host(text: str) -> bool:
    return is_name(text) or bool(_INITIALS.match(text))


def _numbered(title: Block, draft: Draft) -> str:
    """The line with the number that reads like that of a list: ``136. Deep Sleep``."""
    raw = next((text for line, text in draft.source.lines if line == title.start), title.text)
    return " ".join(raw.split()) if title.sign == "1" else title.text
