"""The one heading of a page by which its head calls it, too."""

from __future__ import annotations

from collections.abc import Sequence

from quizapp.reading.block import Block
from quizapp.reading.draft import Draft
from quizapp.reading.headings import area_of


def with_heading(above: list[Block], candidates: Sequence[Block], draft: Draft) -> list[Block]:
    """Candidates for the title, and the page's one heading below what a magazine tells first.

    ``above`` are those above the first paragraph.
    """
    heads = [block for block in candidates if block.level == 1]
    if len(heads) != 1 or heads[0] in above or heads[0].sign != "#":
        return above
    name = heads[0].plain
    pages = [one.value for one in draft.source.fields if one.name == "page title"]
    called = any(page.startswith(name) for page in pages)
    return [*above, heads[0]] if called and area_of(name) is None else above
