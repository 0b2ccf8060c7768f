"""The show's picture above the highlights of an episode, of which only its name is left."""

from __future__ import annotations

import re

from quizapp.reading.areas import Area
from quizapp.reading.draft import Draft
from quizapp.reading.show_names import is_name_of_show

_LOGO = re.compile(r"(?P<name>\S.{2,50}?) (?:logo|cover art|artwork)")


def read(draft: Draft) -> None:
    """Claims ``Night Radio logo`` right below the label of the highlights as the show.

    Further up such a picture is the site's.
    """
    if draft.values("show"):
        return
    for region in draft.source.regions:
        first = region.blocks[0] if region.blocks and region.area is Area.HIGHLIGHTS else None
        found = _LOGO.fullmatch(first.plain) if first and not first.is_item else None
        if first and found and is_name_of_show(found["name"]):
            draft.claim("show", found["name"], first.start)
            return
