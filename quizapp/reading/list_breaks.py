"""What stands between the entries of a list and is none: rows of reactions, and adverts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizapp.reading.block import Block
from quizapp.reading.chapters import time_alone
from quizapp.reading.headings import area_of
from quizapp.reading.wording import word_count

_COUNT = r"[♥♡❤👍👏⬆↑▲★☆💬🔁]*\ufe0f?\s*\d[\d.,]*\s?[KkMm]?"
_BUTTON = (
    r"(?:likes?|loves?|upvotes?|votes?|claps?|saves?|shares?|copy(?: link| quote)?|report|tweet|"
    r"bookmark)"
)
_BESIDE = rf"(?:{_BUTTON}|comments?|replies|reply|embed|play)"
_REACTIONS = re.compile(
    rf"(?:[♥♡❤👍👏⬆↑▲★☆]\ufe0f?\s*)*(?:{_COUNT}\s*[·|•]?\s*){{1,3}}{_BUTTON}"
    rf"(?:\s*[·|•,]?\s*(?:{_COUNT}\s*)?{_BESIDE}){{0,5}}",
    re.IGNORECASE,
)
"""``♥ 312   Share``, ``48 likes · Copy link · Reply``"""

_ADVERT = re.compile(
    r"\W{0,3}(?:advertisement|advertising|sponsored(?: (?:content|message|post))?|promoted|"
    r"paid (?:promotion|content)|promotion|ad|anzeige|werbung|publicité|publicidad|pubblicità)"
    r"\W{0,3}",
    re.IGNORECASE,
)
_LONGEST_ROW = 60
_SEVERAL = 2
"""Rows; one alone stands beside the title or at the foot."""

_LONGEST = 40
"""Words of an advert below its label."""

_ENTRY = re.compile(r"\d{1,2}[.)]?\s?(?=[A-Z“\"])|[“\"«„>]|[Qq][:.]")
"""``7Water by hand``, ``“It is late.”``, ``Q: Why?``"""

_OFFER = re.compile(
    r"\d ?%|[£$€]\s?\d|\bfree\b|\bsave\b|\b(?:promo|discount|code)\b|"
    r"\b[\w-]+\.(?:com|org|net|io|co|fm|example)\b",
    re.IGNORECASE,
)
"""What an advert has to give"""

_NEAR = 12
"""Blocks above, of which one begins as what goes on below an advert."""


def without_breaks(blocks: Sequence[Block]) -> list[Block]:
    """The blocks without rows of reactions and the adverts inside of a list."""
    rows = {block.start for block in blocks if _is_row(block)}
    rows = rows if len(rows) >= _SEVERAL else set()
    rest: list[Block] = []
    skip = 0
    for place, block in enumerate(blocks):
        if skip:
            skip -= 1
        elif block.start in rows:
            continue
        elif _is_label(block) and (length := _advert(rest, blocks[place + 1 :])) is not None:
            skip = length
        else:
            rest.append(block)
    return rest


def _advert(above: Sequence[Block], below: Sequence[Block]) -> int | None:
    """How many blocks below its label an advert has; None where no list goes on behind it."""
    near = above[-_NEAR:]
    if _goes_on(near, below[:1]):
        return 0
    if not below or word_count(below[0].plain) > _LONGEST or below[0].is_item:
        return None
    ends = _OFFER.search(below[0].plain) and (not below[1:] or area_of(below[1].text) is not None)
    return 1 if ends or _goes_on(near, below[1:2]) else None


def _is_row(block: Block) -> bool:
    return len(block.text) <= _LONGEST_ROW and bool(_REACTIONS.fullmatch(block.text))


def _is_label(block: Block) -> bool:
    counted = block.is_item or block.text[:1].isdigit()
    return not counted and len(block.text) <= _LONGEST_ROW and bool(_ADVERT.fullmatch(block.plain))


def _goes_on(above: Sequence[Block], following: Sequence[Block]) -> bool:
    """Whether what follows begins as an entry of the list above does."""
    form = _form(following[0]) if following else None
    return form is not None and any(_form(block) == form for block in above)


def _form(block: Block) -> tuple[str, bool] | None:
    """How an entry begins: its sign, a time alone, or the number or mark that is glued to it."""
    found = _ENTRY.match(block.text)
    if time_alone(block.plain) is not None:
        return "time", True
    if found or block.is_item:
        return block.sign, bool(found)
    return None
