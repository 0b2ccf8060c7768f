"""``Lidmark | Deep Sleep``, ``Deep Sleep``, ``Night RadioMay 4, 202252m``: site, title and show."""

from __future__ import annotations

from collections.abc import Sequence

from quizapp.reading.block import Block
from quizapp.reading.draft import Draft
from quizapp.reading.names import is_name
from quizapp.reading.people import resolve
from quizapp.reading.show_names import is_name_of_show
from quizapp.reading.title_parts import BARS


def without_site(candidates: list[Block], blocks: Sequence[Block], draft: Draft) -> list[Block]:
    """Candidates without the line of a window's title and the show, which is claimed.

    The show stands right below the title, and its day was glued to it: so what the window's
    title has beside the page's own is the site.
    """
    below = {block.start: block for block in blocks}
    dated = {one.line for one in draft.claims if one.field in ("published", "released")}
    for window in candidates:
        parts = BARS.split(window.plain)
        title = next((b for b in candidates if b is not window and b.plain in parts), None)
        show = below.get(title.end + 1) if title else None
        if len(parts) != _TWO or title is None or show is None or show.start not in dated:
            continue
        name = show.plain
        known = draft.values("show")
        if known or name in parts or not is_name_of_show(name):
            continue
        if is_name(name) and resolve(name, draft.people):
            continue
        draft.claim("show", name, show.start)
        return [b for b in candidates if b is not window and b.start != show.start]
    return candidates


_TWO = 2
