"""A part of an article: its paragraphs are one highlight, its pull quotes are quotes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from quizapp.model import SectionKind
from quizapp.reading.areas import Area
from quizapp.reading.articles import Part, is_paragraph
from quizapp.reading.attributions import Attribution, attribution, introduced_by, split_attribution
from quizapp.reading.block import Block
from quizapp.reading.draft import Draft
from quizapp.reading.headings import area_of
from quizapp.reading.people import merged
from quizapp.reading.wording import is_quoted, unquoted, word_count

_QUOTE_WORDS = 4
"""Words of a pull quote at least; fewer are the title of something."""

_PULLED_WORDS = 45
"""Words of a pull quote at most; longer speech belongs to the text."""

_DASH = re.compile(r"^[-–—―~]{1,3}\s?\S")


def read(part: Part, draft: Draft) -> None:
    """Reads a part; the introduction, which has no heading, yields but its pull quotes."""
    said: list[Block] = []
    place = 0
    while place < len(part.body):
        block = part.body[place]
        after = part.body[place + 1] if place + 1 < len(part.body) else None
        taken, told = _read_quote(block, said[-1] if said else None, after, draft)
        if told or (not taken and is_paragraph(block)) or (not taken and _goes_on(block)):
            said.append(block)
        place += max(1, taken)
    if part.head is None or not said:
        return
    text, start, end = " ".join(block.text for block in said), part.head.start, said[-1].end
    if area_of(part.head.text) is Area.SUMMARY:
        draft.section(SectionKind.SUMMARY, None, text, start, end)
    elif area_of(part.head.text) is not Area.DESCRIPTION:
        draft.section(SectionKind.HIGHLIGHT, part.head.text, text, start, end)


def signers(parts: Sequence[Part], draft: Draft) -> set[str]:
    """Who signs the pull quotes of an article, each on the line below."""
    named: set[str] = set()
    for part in parts:
        for block, after in pairwise(part.body):
            said = _signed_below(block, after, draft)
            if said and said.speaker:
                named.add(said.speaker)
    return named


def _goes_on(block: Block) -> bool:
    """A short sentence among paragraphs."""
    return not block.sign and block.plain.endswith((".", "!", "?", ".”", "?”", '."', '?"'))


def _read_quote(
    block: Block, before: Block | None, after: Block | None, draft: Draft
) -> tuple[int, bool]:
    """How many blocks a quote takes (0: it is none), and whether it is part of the text too."""
    signed = split_attribution(block.text, draft.people)
    if signed and signed[1].speaker and (is_quoted(signed[0]) or block.sign == ">"):
        _quote(block, signed[0], signed[1], block.end, draft)
        return 1, False
    quoted = is_quoted(block.plain) or block.sign == ">"
    if word_count(block.plain) < _QUOTE_WORDS:
        return 0, False
    below = _signed_below(block, after, draft)
    if below and after:
        _quote(block, block.text, below, after.end, draft)
        return 2, False
    if not quoted:
        return 0, False
    if before is not None and before.plain.endswith(":"):
        guests = merged(draft.values("guest"))
        guest = guests[0] if len(guests) == 1 else None
        speaker = introduced_by(before.plain, draft.people, guest)
        _quote(block, block.text, Attribution(speaker), block.end, draft)
        return 1, True
    if word_count(block.plain) > _PULLED_WORDS:
        return 0, False
    _quote(block, block.text, Attribution(_speaker_elsewhere(block, draft)), block.end, draft)
    return 1, False


def _signed_below(block: Block, after: Block | None, draft: Draft) -> Attribution | None:
    """Who signs a quote on the line below it; one without quotation marks needs a dash there."""
    if after is None or after.sign not in ("", "–", "—", "-"):
        return None
    marked = bool(after.sign) or bool(_DASH.match(after.text))
    quoted = is_quoted(block.plain) or block.sign == ">"
    if not quoted and not (marked and word_count(block.plain) <= _PULLED_WORDS):
        return None
    said = attribution(after.text, draft.people, signed=marked)
    return said if said and said.speaker else None


def _speaker_elsewhere(block: Block, draft: Draft) -> str | None:
    """The speaker whom the article names behind the same words, where it says them again."""
    words = unquoted(block.plain).rstrip(".,!? ")
    for other in draft.source.blocks:
        at = other.plain.find(words) if other is not block else -1
        if at >= 0:
            behind = other.plain[at + len(words) : at + len(words) + 80]
            return _named(behind, draft.people)
    return None


def _named(behind: str, people: Sequence[str]) -> str | None:
    """``,” Byron says``"""
    found = re.match(r"[.,!?]?[”\"’]\s(?P<clause>[^.,!?“\"]{3,60})", behind)
    clause = found["clause"] if found else ""
    named = [person for person in people if _says(person, clause)]
    return named[0] if len(named) == 1 else None


_SPEAKS = r"(?:says|said|adds|added|argues|explains|explained|jokes|recalls|writes|asks|tells|told)"


def _says(person: str, clause: str) -> bool:
    """Whether a clause has somebody say something: ``Byron says``, ``says Ada Byron``."""
    name = rf"(?:{re.escape(person)}|{re.escape(person.split()[-1])})"
    behind = rf"(?!tells|told){_SPEAKS} (?:\w+ )?{name}\b"
    return re.match(rf"(?:\w+ )?{name} {_SPEAKS}\b|{behind}", clause) is not None


def _quote(block: Block, text: str, said: Attribution, end: int, draft: Draft) -> None:
    draft.section(SectionKind.QUOTE, None, text, block.start, end, said.speaker, said.seconds)
