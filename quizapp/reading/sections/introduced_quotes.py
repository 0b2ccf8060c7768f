"""Quotes that the text above them introduces, and who said them as far as it tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from quizapp.model import SectionKind
from quizapp.reading.attributions import introduced_by
from quizapp.reading.block import Block
from quizapp.reading.draft import Draft
from quizapp.reading.forms import Form
from quizapp.reading.names import NAME, is_name, is_short_name
from quizapp.reading.people import merged, resolve
from quizapp.reading.wording import is_prose, is_quoted, unquoted


def sole_guest(draft: Draft) -> str | None:
    """The guest, where the page has exactly one."""
    guests = merged(draft.values("guest"))
    return guests[0] if len(guests) == 1 else None


def full_names(draft: Draft) -> list[str]:
    """Those who take part, by their full names."""
    return [person for person in draft.people if not is_short_name(person)]


def is_introduced(block: Block, above: Sequence[Block]) -> bool:
    """``“It is late.”`` right below ``She puts it like this:``, which waits for it."""
    if not above or block.sign or not above[-1].plain.endswith(":"):
        return False
    return is_quoted(block.plain) and is_prose(unquoted(block.plain))


def read(body: Sequence[Block], draft: Draft) -> None:
    """Reads such quotes among the paragraphs of one part."""
    for above, block in pairwise(body):
        if is_introduced(block, (above,)):
            speaker = introduced_by(above.plain, full_names(draft), sole_guest(draft))
            draft.section(SectionKind.QUOTE, None, block.text, block.start, block.end, speaker)


_NAMED = re.compile(r"[A-ZÀ-Þ](?:[\w-]|[’'](?!s\b))*\w")
_NAMES = Form(rf"\b{NAME}")
_ASKS = re.compile(r"\b(?:asks?|asked|wonders?|wondered|wants? to know|wanted to know)\b")
_OF_ANOTHER = re.compile(
    r"\b(?:quot|cit|paraphras|recit|proverb|poem|motto|sign|letter|wrote|written|read)\w*\b"
)
"""Words beside which the quote may be another's."""

_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÀ-Þ])")


def told_of(above: str, draft: Draft) -> str | None:
    """The one guest, where the paragraph above an unsigned quote tells of nobody else.

    ``Byron slept in the signal box.`` above what was said of it, ``Carl asks whether she slept.``
    above her answer.
    """
    guest = sole_guest(draft)
    last = _SENTENCE.split(above)[-1]
    if guest is None or _OF_ANOTHER.search(last) or _tells_of_stranger(above, draft):
        return None
    own = set(guest.split())
    others = {part for name in full_names(draft) if name != guest for part in name.split()} - own
    if others.intersection(_NAMED.findall(last)) and _ASKS.search(last):
        return guest
    words = set(_NAMED.findall(above))
    return guest if words & own and not words & others else None


def _tells_of_stranger(text: str, draft: Draft) -> bool:
    names = (found[0] for found in _NAMES.finditer(text) if is_name(found[0]))
    return any(resolve(name, draft.people) is None for name in names)
