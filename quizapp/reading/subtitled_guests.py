"""``Ada Byron on engines and patience``, right below a title: who the guest is."""

from __future__ import annotations

import re

from quizapp.reading.draft import Draft
from quizapp.reading.forms import Form
from quizapp.reading.meetings import without_trade
from quizapp.reading.names import NAME, bare_name, is_name
from quizapp.reading.people import resolve
from quizapp.reading.wording import word_count

_SUBTITLE = Form(
    rf"^(?:(?:Dr|Prof|Professor|Sir|Dame)\.?\s)?(?P<name>{NAME}) "
    r"(?:on (?=[a-z“\"‘'])|explains|tells (?:us|me)|talks about|about (?=[a-z]))"
)
_WORDS, _AGAIN, _NEAR = 24, 3, 2
"""Words of a subtitle, at the most; how often the page names the guest; blocks below a title."""


def read(draft: Draft) -> None:
    """Claims whom the line below the title names, where the page goes on about them.

    Not where the page knows a guest, or that this one asks.
    """
    if draft.values("guest"):
        return
    titles = {claim.line for claim in draft.claims if claim.field == "title"}
    blocks = draft.source.blocks
    at = next((place for place, block in enumerate(blocks) if block.start in titles), None)
    below = blocks[at + 1 : at + 1 + _NEAR] if at is not None else ()
    for block in below:
        found = _SUBTITLE.match(block.plain)
        if not found or not is_name(found["name"]) or word_count(block.plain) > _WORDS:
            continue
        name = bare_name(without_trade(found["name"], draft.source.text))
        again = len(re.findall(rf"\b{re.escape(name.split()[-1])}\b", draft.source.text))
        if again >= _AGAIN and resolve(name, draft.values("host")) is None:
            draft.claim("guest", name, block.start)
        return
