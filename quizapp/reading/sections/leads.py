"""What leads an item: a heading in bold, before a colon, before a dash."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from quizapp.model import SectionKind
from quizapp.reading.block import Block
from quizapp.reading.noise import is_noise
from quizapp.reading.times import CLOCK, timed
from quizapp.reading.wording import is_prose, plain, word_count

HEADING_WORDS = 20
"""The longest heading; page authors also use whole sentences as headings."""

_TERM_WORDS = 5

CUT_WORDS = 8
"""A paragraph that long is one, even where its end was cut off."""

_FEWEST = 2
"""Words of an explanation."""

_BOLD_LEAD = re.compile(
    r"^\W{0,4}(?:\*\*|__)(?P<head>[^*_\n]{2,160}?)(?:\*\*|__)\s*[:.–—-]*\s*(?P<rest>\S.*)$",
    re.DOTALL,
)

_BOLD_NUMBER = re.compile(r"^\s{0,4}(?:\*\*|__)\d{1,2}[.)](?:\*\*|__)\s+(?=\S)")
"""``**1.** **Heading.** Text``: the number is bold by itself."""

_TERM = re.compile(r"^(?P<head>[^:.!?\n]{2,60}):\s+(?P<rest>\S.*)$", re.DOTALL)

_DASH = re.compile(r"^(?P<head>[^.!?:]{2,80}?)\s+[–—-]\s+(?P<rest>[A-Z“\"].*)$", re.DOTALL)

_COLON = re.compile(r"^(?P<head>[^:\n]{2,140}):\s+(?P<rest>\S.*)$", re.DOTALL)

_STOP_INSIDE = re.compile(r"[.!?]\s")

_GLUED_NUMBER = re.compile(r"^\d{1,2}(?=[A-Z“\"])")


def without_number(text: str) -> str:
    """``1Nine adaptations`` → ``Nine adaptations``."""
    return _GLUED_NUMBER.sub("", text, count=1)


def unnumbered(blocks: list[Block]) -> list[Block]:
    """Numbers glued to the text go, where they count."""
    numbered = [block for block in blocks if without_number(block.text) != block.text]
    if len(numbered) < _COUNT:
        return blocks
    return [replace(block, text=without_number(block.text)) for block in blocks]


_COUNT = 2


def split_heading(text: str, *, led: bool = False) -> tuple[str | None, str]:
    """``Heading: text``, ``**Heading** text``, ``Heading – Text`` taken apart.

    Behind an emoji (``led``) the text of ``Heading: text`` may begin small.
    """
    text = _BOLD_NUMBER.sub("", text, count=1)
    bold = _BOLD_LEAD.match(text)
    if bold:
        return bold["head"].strip(" :.–—"), bold["rest"]
    bare = plain(text)
    for pattern, longest in ((_COLON, 14), (_DASH, 8)):
        found = pattern.match(bare)
        if (
            found
            and word_count(found["head"]) <= longest
            and not _STOP_INSIDE.search(found["head"])
            and (
                found["head"][0].isupper()
                or found["head"][0].isdigit()
                or found["head"][0] in "“\"'"
            )
            and word_count(found["rest"]) >= 3
            and (not found["rest"][0].islower() or (led and pattern is _COLON))
            and not _only_lists(found["head"], found["rest"])
        ):
            return found["head"], found["rest"]
    return None, bare


_CLAUSE_WORDS, _LIST_WORDS = 9, 6


def _only_lists(head: str, rest: str) -> bool:
    """``There are but three mills on the whole island: Byron, Roe and Low.``: one sentence."""
    listed = rest.count(",") + rest.count(" and ") > 0 and word_count(rest) <= _LIST_WORDS
    return listed and word_count(head) >= _CLAUSE_WORDS


def told_in_bold(text: str) -> SectionKind | None:
    """What ``**Claim.** Why it is so.`` and ``**Term:** its meaning`` are, wherever they stand.

    None where nothing bold leads, and for ``**Heading:** Text.``, which is told by its place.
    """
    found = _BOLD_LEAD.match(text)
    if not found or word_count(found["rest"]) < _FEWEST or is_noise(plain(found["head"])):
        return None
    if found["head"].endswith((".", "!", "…")) and is_prose(found["rest"]):
        return SectionKind.IDEA
    return SectionKind.INSIGHT if found["rest"][0].islower() else None


def leads_in_bold(text: str) -> bool:
    """Whether a paragraph begins in bold with what it then tells: ``**Wells sing.** They …``."""
    found = _BOLD_LEAD.match(text)
    return found is not None and is_prose(found["rest"]) and found["rest"][0] not in "(["


_SHORT_LEAD = re.compile(
    rf"^(?P<at>[(\[]?{CLOCK}[)\]]?(?:\s?[-–—:|]\s|\s))?"
    r"(?P<head>[^.!?:*_\n]{4,60}[.!?])\s+(?P<rest>[A-Z“\"].*)$",
    re.DOTALL,
)
_LEAD_WORDS = 10
_LIST = 3
_MOST_LED = 0.5


def with_short_leads(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """``1. Wells sing. They do so …``: the short sentence heads its item, where all have one.

    So it does behind a time, and among bullets of which half or more have ``Heading: text``.
    """
    counted = _led([block for block in blocks if block.sign == "1"])
    at_times = _led([b for b in blocks if not b.sign and _has_time(b.text)])
    items = [b for b in blocks if b.is_item and b.sign != "1"]
    others = [b for b in items if split_heading(b.text)[0] is None]
    mixed = len(items) - len(others) >= _MOST_LED * len(items) if others else False
    found = {**counted, **at_times, **(_led(others, fewest=1) if mixed else {})}
    return tuple(
        replace(block, text=f"{one['at'] or ''}**{one['head']}** {one['rest']}")
        if (one := found.get(id(block)))
        else block
        for block in blocks
    )


_LEANS = re.compile(r"(?:he|she|it|they|that|this|then|there|we|i|you|yes|no)\b", re.IGNORECASE)
"""How a sentence opens that heads nothing."""


def _has_time(text: str) -> bool:
    found = _SHORT_LEAD.match(text)
    return found is not None and bool(found["at"])


def _led(items: Sequence[Block], *, fewest: int = _LIST) -> dict[int, re.Match[str]]:
    """The short sentences that lead all of some blocks, by block; nothing where one has none."""
    found = {id(block): _SHORT_LEAD.match(block.text) for block in items}
    sure = {
        key: one
        for key, one in found.items()
        if one and word_count(one["head"]) <= _LEAD_WORDS and is_prose(timed(one["rest"])[1])
        if not _LEANS.match(one["head"])
        if len(one["rest"]) > len(one["head"])
    }
    return sure if fewest <= len(items) == len(sure) else {}


def split_term(text: str) -> tuple[str | None, str]:
    """``Term: its meaning`` taken apart, for a list that gives nothing but such."""
    bare = plain(text)
    found = _TERM.match(bare)
    if not found or word_count(found["head"]) > _TERM_WORDS:
        return None, bare
    told = word_count(found["rest"]) > _FEWEST and "://" not in found["rest"]
    return (found["head"], found["rest"]) if told and found["head"][0].isupper() else (None, bare)
