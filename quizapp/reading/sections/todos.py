"""What whoever takes notes has still to do: boxes to tick, and nothing of the conversation."""

from __future__ import annotations

import re

from quizapp.reading.draft import Draft
from quizapp.reading.region import Region

_NAMED = re.compile(
    r"(?:my |our )?(?:action items?|to-?\s?dos?|tasks?|next steps|follow[- ]?ups?)", re.IGNORECASE
)
_BOX = re.compile(r"^\s*[-*+]\s+\[[ xX]\]\s")


def are(region: Region, draft: Draft) -> bool:
    """Whether a part is called so and holds nothing but boxes to tick; such a part is dropped.

    Advice with boxes, as below ``Actionable takeaways``, is for whoever listens.
    """
    if not (region.blocks and _NAMED.fullmatch(region.name.strip(" :*_#"))):
        return False
    ticked = {line for line, text in draft.source.lines if _BOX.match(text)}
    told = [block for block in region.blocks if block.sign != "---"]
    if not all(block.start in ticked for block in told if block.is_item) or not ticked:
        return False
    if not all(block.is_item or not any(c.isalnum() for c in block.plain) for block in told):
        return False
    draft.drop(region.blocks[0].start, region.blocks[-1].end, "to-do", region.name)
    return True
