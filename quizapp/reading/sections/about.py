"""``About Ada``, who takes part: what a page says of somebody is nothing of the conversation."""

from __future__ import annotations

import re

from quizapp.reading.areas import Area
from quizapp.reading.draft import Draft
from quizapp.reading.people import resolve
from quizapp.reading.region import Region

_ABOUT = re.compile(r"^(?:[Aa]bout|[Mm]eet|[Mm]ore about) (?P<name>[^\W\d_a-z][\w'’. -]{1,40})$")


def is_somebody(region: Region, draft: Draft) -> bool:
    """Whether a part is called so after one of those who take part; such a part is dropped."""
    found = _ABOUT.match(region.name) if region.area is Area.UNKNOWN else None
    if found is None or resolve(found["name"], draft.people) is None or not region.blocks:
        return False
    draft.drop(region.line, region.blocks[-1].end, "about somebody", region.name)
    return True
