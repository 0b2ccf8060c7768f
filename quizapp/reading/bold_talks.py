"""Interviews printed with bold questions, on pages that name who asked and who answered."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizapp.model import Section, SectionKind, Turn
from quizapp.reading.asking import answers, asks
from quizapp.reading.block import RULE, Block
from quizapp.reading.draft import Draft
from quizapp.reading.names import is_name
from quizapp.reading.noise import is_noise
from quizapp.reading.sections.feet import first_of_page, rules_of
from quizapp.reading.wording import is_prose, is_quoted, plain

_BOLD = 7
"""The level of a line in bold."""
_WHOLLY = re.compile(r"(?P<sign>\*\*|__)[^*_]+(?P=sign)$")
_FEWEST = 4
"""Bold lines with an answer below each."""
_ASKING = 0.6
"""The share of them that ask; others are remarks of whoever asks."""
_OWN = re.compile(r"\b(?:I|[Mm]y|[Mm]e|[Ww]e|[Oo]ur)\b")
"""Whoever answers speaks of herself."""
_OF_OTHERS = re.compile(r"\b[Tt]he (?:guest|host)s?\b")
_TOLD_BY = 0.4
"""The share of the answers in which she does; others tell what somebody said."""


def read(draft: Draft) -> None:
    """Adds what both said, in turns, where the page has no other talk.

    The questions are sections as well, each with its answer. Host and guest have to be known, one
    each: what is bold is the host's, and the paragraphs below it are the guest's.
    """
    hosts, guests = draft.values("host"), draft.values("guest")
    asked = [one for one in draft.sections if one.kind is SectionKind.QA]
    if draft.turns or len(hosts) != 1 or len(guests) != 1 or len(asked) < _FEWEST:
        return
    if not (is_name(hosts[0]) and is_name(guests[0])) or not _is_whole_page(asked, draft):
        return
    exchanges = _exchanges(draft.source.blocks)
    if exchanges:
        last = exchanges[-1][1]
        del last[first_of_page(last, rules_of(draft)) :]
    questions = sum(head.plain.endswith("?") for head, _ in exchanges)
    if len(exchanges) < _FEWEST or questions < _ASKING * len(exchanges):
        return
    lines = {head.start for head, _ in exchanges}
    if any(one.line_start not in lines for one in asked):
        return
    if not _are_said([" ".join(one.plain for one in told) for _, told in exchanges], guests[0]):
        return
    for head, told in exchanges:
        draft.turns.append(Turn(head.plain, draft.path, head.start, head.end, hosts[0]))
        answer = " ".join(plain(one.text) for one in told)
        draft.turns.append(Turn(answer, draft.path, told[0].start, told[-1].end, guests[0]))


def _are_said(texts: Sequence[str], guest: str) -> bool:
    """Whether answers are the guest's own words; ``Roe says that it does`` is told about him."""
    named = re.compile(rf"\b{re.escape(guest.split()[-1])}\b")
    if any(named.search(text) or _OF_OTHERS.search(text) for text in texts):
        return False
    return sum(bool(_OWN.search(text)) for text in texts) >= _TOLD_BY * len(texts)


def _is_whole_page(asked: Sequence[Section], draft: Draft) -> bool:
    """Whether the page is the interview: under no heading of a part, and with no part beside it."""
    kinds = {one.kind for one in draft.sections} - {SectionKind.QA, SectionKind.QUOTE}
    head = {block.start for block in draft.source.regions[0].blocks}
    return not kinds and all(one.line_start in head for one in asked)


def _exchanges(blocks: Sequence[Block]) -> list[tuple[Block, list[Block]]]:
    """The bold lines in a row, each with the paragraphs below it; pulled quotes are left out."""
    found: list[tuple[Block, list[Block]]] = []
    head: Block | None = None
    told: list[Block] = []
    for block in blocks:
        if _is_bold(block):
            if head is not None and told:
                found.append((head, told))
            head, told = block, []
        elif block.sign == RULE:
            if found or told:
                break
        elif block.sign == "#" and (found or told):
            if head is not None and told:
                found.append((head, told))
            head, told = None, []
        elif head is not None and _is_answer(block):
            told.append(block)
    if head is not None and told:
        found.append((head, told))
    first = next((i for i, (one, _) in enumerate(found) if one.plain.endswith("?")), len(found))
    return found[first:]


def _is_bold(block: Block) -> bool:
    if block.sign not in ("", "#") or not block.plain.endswith(("?", ".", "!", "…")):
        return False
    if asks(block.text) or answers(block.text) or block.plain[0].isdigit():
        return False
    return block.level == _BOLD or (not block.level and _WHOLLY.match(block.text) is not None)


def _is_answer(block: Block) -> bool:
    quoted = block.sign == ">" or (is_quoted(block.plain) and block.spaced)
    return not (block.sign or quoted or is_noise(block.plain)) and (
        is_prose(block.plain) or block.plain[-1:] in ".!?…"
    )
