"""Questions and answers: ``Q:``/``A:``, bold, numbered or bare questions with what follows."""

from __future__ import annotations

import re
from dataclasses import replace

from quizapp.model import SectionKind
from quizapp.reading.blocks import Block
from quizapp.reading.draft import Draft
from quizapp.reading.regions import Region
from quizapp.reading.sections import leftovers
from quizapp.reading.sections.items import Item, worded
from quizapp.reading.times import timed
from quizapp.reading.wording import is_prose, looks_like_heading, plain, word_count

QUESTION_MARK = re.compile(
    r"^\W{0,4}(?:\*\*|__)?(?:Q|Question)\s?#?\d{0,2}\s?[:.)](?:\*\*|__)?\s*(?=\S)"
    r"|^Q\d{1,2}\s(?=\S)",
    re.IGNORECASE,
)
_ANSWER_MARK = re.compile(
    r"^\W{0,4}(?:\*\*|__)?(?:A|Answer)\s?#?\d{0,2}\s?[:.)](?:\*\*|__)?\s*(?=\S)", re.IGNORECASE
)
_ANSWER_INSIDE = re.compile(r"(?<=[?.!*_])\s*\**\s*(?:A|Answer)\s?\d{0,2}:\**\s+(?=\S)")
_GLUED_ANSWER = re.compile(r"(?<=[a-z)\"”]\?)[\"”]?(?=[A-Z“])")
_LONGEST = 90


def read(region: Region, draft: Draft) -> None:
    """Each question with the answer below it; a question without an answer is none."""
    rest = read_pairs(worded(region.blocks), draft)
    leftovers.read(rest, draft)


def read_pairs(blocks: list[Block], draft: Draft) -> list[Block]:
    """Reads question and answer pairs among blocks; hands back what is none."""
    apart = [part for block in blocks for part in _apart(block)]
    marked = any(QUESTION_MARK.match(block.text) for block in apart)
    items: list[Item] = []
    rest: list[Block] = []
    for block in apart:
        if _is_question(block, marked):
            items.append(Item(block))
        elif items and _answers(items[-1], block):
            items[-1].body.append(block)
        else:
            rest.append(block)
    for item in items:
        _pair(item, draft)
    return rest


def _apart(block: Block) -> list[Block]:
    """A question and its answer on one line, apart."""
    found = _ANSWER_INSIDE.search(block.text[:1500])
    if not found and QUESTION_MARK.match(block.text):
        found = _GLUED_ANSWER.search(block.text[:1500])
    if not found:
        return [block]
    answer = replace(block, text=block.text[found.end() :], sign="", level=0)
    return [replace(block, text=block.text[: found.start()].strip()), answer]


def _is_question(block: Block, marked: bool) -> bool:
    if QUESTION_MARK.match(block.text):
        return True
    if marked or _ANSWER_MARK.match(block.text):
        return False
    text = plain(timed(block.text)[1])
    return text.endswith("?") and word_count(text) <= _LONGEST


def _answers(item: Item, block: Block) -> bool:
    """Whether a block is part of the answer: prose, or a list in it; not the next thing."""
    if block.sign == "#" or not item.head:
        return False
    if _ANSWER_MARK.match(block.text) or block.is_item or not item.body:
        return (
            item.body != []
            or not looks_like_heading(block.plain)
            or not block.spaced
            or (is_prose(block.plain) or bool(_ANSWER_MARK.match(block.text)) or block.indent > 0)
        )
    return is_prose(block.plain) or block.indent > item.head.indent


def _pair(item: Item, draft: Draft) -> None:
    if not item.head or not item.body:
        return
    at, text = timed(QUESTION_MARK.sub("", item.head.text, count=1))
    question = plain(text).strip()
    answer = _ANSWER_MARK.sub("", item.text, count=1)
    draft.section(SectionKind.QA, question, answer, item.start, item.end, seconds=at)
