"""Letters whose readers pay for the work of the one who hosts the talk in them."""

from __future__ import annotations

import re

from quizapp.reading.block import Block
from quizapp.reading.draft import Draft
from quizapp.reading.names import is_name
from quizapp.reading.people import resolve
from quizapp.reading.show_names import is_name_of_show

_FUNDED = re.compile(
    r"(?P<name>(?:The )?[^\W\d_][^.!?|:]{2,48}?) is a (?:reader|listener)-supported "
    r"(?:publication|podcast|newsletter|show)\. [^.]{0,80}\bmy work\b.{0,80}"
)
"""``Night Mail is a reader-supported publication. … To support my work, …``"""

_ABOUT = re.compile(
    r"(?P<name>(?:The )?[^\W\d_][^.!?|:]{2,48}?) is a (?:reader|listener)-supported "
    r"(?:publication|podcast|newsletter|show) about .{10,160}"
)
"""``Night Mail is a reader-supported publication about …``"""

_TOP, _LONGEST = 15, 260
"""Blocks from the top; letters of a line that asks for support."""


def read(draft: Draft) -> None:
    """Claims the letter as the show, where the one host of the talk in it signs it at the top."""
    hosts = draft.values("host")
    if draft.values("show") or len(hosts) != 1 or not draft.turns:
        return
    top = [block.plain for block in draft.source.blocks[:_TOP]]
    signed = any(is_name(line) and resolve(line, hosts) is not None for line in top)
    if signed and (headed := _headed(draft)):
        draft.claim("show", headed.plain, headed.start)
        return
    for block in draft.source.blocks if signed else ():
        found = _FUNDED.fullmatch(block.plain) if len(block.text) <= _LONGEST else None
        name = found["name"].strip() if found else ""
        if name and name not in hosts and is_name_of_show(name):
            draft.claim("show", name, block.start)
            return


def read_counted(draft: Draft) -> None:
    """Claims the letter as the show, where it says so on top of an episode that it counts."""
    if draft.values("show") or not (draft.values("number") and draft.values("guest")):
        return
    for block in draft.source.blocks[:_TOP]:
        found = _ABOUT.fullmatch(block.plain) if len(block.text) <= _LONGEST else None
        if found and is_name_of_show(found["name"]) and not is_name(found["name"]):
            draft.claim("show", found["name"], block.start)
            return


def _headed(draft: Draft) -> Block | None:
    """``# Night Mail`` above the title, where a line asks to subscribe to Night Mail."""
    heads = [block for block in draft.source.blocks[:_TOP] if block.level == 1]
    name = heads[0].plain if len(heads) > 1 else ""
    asked = re.compile(rf"(?m:^)\W{{0,6}}[Ss]ubscribe to {re.escape(name)}\W*$")
    if not is_name_of_show(name) or name in draft.values("title"):
        return None
    return heads[0] if asked.search(draft.source.text) else None
