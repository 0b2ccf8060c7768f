"""Who signs a page and says ``I'm Ada. Every week I talk to …`` on it: the host."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizapp.reading.block import Block
from quizapp.reading.draft import Draft
from quizapp.reading.names import bare_name, is_name
from quizapp.reading.people import resolve

_NAMED = re.compile(
    r"\b(?:I['’]m|I am|[Mm]y name is) (?P<first>[^\W\d_][\w'’-]+)(?: [A-Z][\w'’-]+){0,3}"
    r"(?=[,.!:;]| and\b| here\b)"
)
_TALKS = re.compile(
    r"\bI (?:\w+ ){0,2}?(?:talk|speak|interview|chat|sit down|host|ask|answer|tackle|explore)\b|"
    r"\b(?:my|our) (?:guest|podcast|newsletter|show|letter|conversation)\b"
)
"""What somebody does who makes a show, or a letter of one."""

_TOP, _LONGEST, _SENTENCES = 14, 50, 400
"""Blocks from the top; letters of a line that signs; of the words behind a name."""


def signer(blocks: Sequence[Block]) -> tuple[str, int] | None:
    """The name on a line of its own near the top of somebody who introduces themselves below it.

    Whoever only says a first name may be quoted; who signs, and says what they do here, is not.
    """
    top = blocks[:_TOP]
    for block in top:
        found = None if block.sign == ">" else _NAMED.search(block.plain)
        if found is None or not _TALKS.search(block.plain[found.end() :][:_SENTENCES]):
            continue
        for one in top:
            name = one.plain.removeprefix("By ").removeprefix("by ")
            signs = one.start < block.start and one.sign != "#" and len(name) <= _LONGEST
            if signs and is_name(name) and name.split()[0] == found["first"]:
                return bare_name(name), one.start
    return None


def read(draft: Draft) -> None:
    """Claims who introduces themselves and signs the page, where no host is known yet."""
    found = signer(draft.source.blocks)
    if found is None or draft.values("host"):
        return
    if resolve(found[0], draft.values("guest")) is None:
        draft.claim("host", *found)
