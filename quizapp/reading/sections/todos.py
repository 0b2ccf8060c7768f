"""What whoever takes notes has still to do: boxes to tick, errands, nothing of the talk."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizapp.reading.block import RULE, Block
from quizapp.reading.draft import Draft
from quizapp.reading.noise import is_noise
from quizapp.reading.region import Region

_NAMED = re.compile(
    r"(?:my |our )?(?:action items?|to-?\s?dos?|tasks?|next steps|"
    r"(?:things? )?to (?:follow up(?: on)?|read|check|look up|listen to|do)(?: later| next)?|"
    r"follow[- ]?ups?|open loops|loose ends)",
    re.IGNORECASE,
)
_ASSIGNED = re.compile(
    r"^(?:@\w|\[[A-Z][\w .'’-]{1,40}\]|(?:(?:and |& )?[A-Z][\w.'’-]* ){1,5}(?:to|will) [a-z]+\b)"
)
"""``Ada to send the photographs``, ``@ada send the photographs``"""

_BOX = re.compile(r"^\s*[-*+]\s+\[[ xX]\]\s")
_BOX_ALONE = re.compile(r"^\[[ xX]?\]\s+")
"""``[ ] Ada to send the photographs``, without a bullet"""
_MOST = 0.65
"""The share of what is to do that says who does it."""


def are(region: Region, draft: Draft) -> bool:
    """Whether a part is called so and holds nothing but boxes to tick; such a part is dropped.

    Advice with boxes, as below ``Actionable takeaways``, is for whoever listens.
    """
    if _are_own_errands(region):
        draft.drop(region.blocks[0].start, region.blocks[-1].end, "to-do", region.name)
        return True
    if not (region.blocks and _NAMED.fullmatch(region.name.strip(" :*_#"))):
        return False
    if _are_assigned(region.blocks, draft.people):
        draft.drop(region.blocks[0].start, region.blocks[-1].end, "to-do", region.name)
        return True
    ticked = {line for line, text in draft.source.lines if _BOX.match(text)}
    told = _above_rule(region.blocks)
    if not all(block.start in ticked for block in told if block.is_item) or not ticked:
        return False
    if not all(block.is_item or not any(c.isalnum() for c in block.plain) for block in told):
        return False
    draft.drop(region.blocks[0].start, region.blocks[-1].end, "to-do", region.name)
    return True


_OWN = re.compile(r"(?:my |personal |own )(?:own )?(?:notes?|reminders?)|reminders?", re.IGNORECASE)
_ERRAND = re.compile(
    r"(?:listen|read|watch) (?:again|up on|his|her|their|(?:to )?(?:the|this|that) "
    r"(?:part|bit|end|start|book|episode|section|story))\b|re-?(?:listen|read|watch)\b|"
    r"(?:ask|tell|call|text|email|e-mail|write(?: to)?|remind|invite) (?-i:[A-ZÀ-Þ])\w+|"
    r"(?:look up|find out|look for|google|check (?:out|whether|if)|order|buy|borrow|"
    r"(?:send|forward|lend) (?:it|this|(?-i:[A-ZÀ-Þ])\w+)|try to (?:find|get)|follow up)\b",
    re.IGNORECASE,
)
"""``Listen again to the part about lime``, ``Ask Ada about the trip``"""


def _are_own_errands(region: Region) -> bool:
    """Whether all that stands below ``My notes`` is what the listener means to do."""
    if _OWN.fullmatch(region.name.strip(" :*_#")) is None:
        return False
    items = [block for block in _above_rule(region.blocks) if block.plain]
    return bool(items) and all(one.is_item and _ERRAND.match(one.plain) for one in items)


def _above_rule(blocks: Sequence[Block]) -> list[Block]:
    """The blocks of a part down to the line that closes it off: below stands the page's foot."""
    told: list[Block] = []
    for block in blocks:
        if block.sign == RULE and any(one.is_item for one in told):
            break
        told += [] if block.sign == RULE else [block]
    return told


def _are_assigned(blocks: Sequence[Block], people: Sequence[str]) -> bool:
    """Whether most items say who of those who talk, or of their team, is to do it.

    What stands below them says who wrote them down.
    """
    items = [block for block in blocks if block.is_item or _BOX_ALONE.match(block.plain)]
    others = [block for block in blocks if block not in items and block.plain]
    tasks = [_BOX_ALONE.sub("", block.plain) for block in items]
    assigned = [task for task in tasks if _ASSIGNED.match(task)]
    first = {task.lstrip("@[").split()[0].strip("],:") for task in assigned}
    known = {part for name in people for part in name.split()}
    told = bool(first & known) and len(assigned) >= _MOST * len(items)
    return told and all(is_noise(block.plain) for block in others)
