"""Questions and answers: ``Q:``/``A:``, bold, numbered or bare questions with what follows."""

from __future__ import annotations

import re
from collections.abc import Callable
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
_FIRST_SENTENCE = re.compile(r"(?<=[.!?])\s")
_LONGEST = 90


def read(region: Region, draft: Draft) -> None:
    """Each question with the answer below it; a question without an answer is none."""
    rest = read_pairs(worded(region.blocks), draft)
    leftovers.read(rest, draft)


def read_pairs(blocks: list[Block], draft: Draft) -> list[Block]:
    """Reads question and answer pairs among blocks; hands back what is none."""
    apart = [part for block in blocks for part in _apart(block)]
    asks = _asking(apart)
    items: list[Item] = []
    rest: list[Block] = []
    for block in apart:
        if asks(block) and not (items and _answers_asking(items[-1], block)):
            items.append(Item(block))
        elif items and _answers(items[-1], block):
            items[-1].body.append(block)
        else:
            rest.append(block)
    for item in items:
        _pair(item, draft)
    return rest


def _asking(blocks: list[Block]) -> Callable[[Block], bool]:
    """What makes a block a question on this page: ``Q:``, the sign of the first one, or a "?".

    An answer may end in a question too; where questions are marked, only marked ones count.
    """
    if any(QUESTION_MARK.match(block.text) for block in blocks):
        return lambda block: bool(QUESTION_MARK.match(block.text))
    sign = next((block.sign for block in blocks if _ends_asking(block)), "")
    return lambda block: block.sign == sign and _ends_asking(block)


def _answers_asking(item: Item, block: Block) -> bool:
    """An answer such as ``It is cold. Why would it not be?``, right behind its question."""
    if item.body or block.sign or QUESTION_MARK.match(block.text):
        return False
    return "?" not in _FIRST_SENTENCE.split(block.plain, maxsplit=1)[0]


def _ends_asking(block: Block) -> bool:
    text = plain(timed(block.text)[1])
    answer = _ANSWER_MARK.match(block.text)
    return not answer and text.endswith("?") and word_count(text) <= _LONGEST


def _apart(block: Block) -> list[Block]:
    """A question and its answer on one line, apart."""
    found = _ANSWER_INSIDE.search(block.text[:1500])
    if not found and QUESTION_MARK.match(block.text):
        found = _GLUED_ANSWER.search(block.text[:1500])
    if not found:
        return [block]
    answer = replace(block, text=block.text[found.end() :], sign="", level=0)
    return [replace(block, text=block.text[: found.start()].strip()), answer]


def _answers(item: Item, block: Block) -> bool:
    """Whether a block is part of the answer: prose, or a list in it; not the next thing."""
    head = item.head
    if block.sign == "#" or head is None:
        return False
    if _ANSWER_MARK.match(block.text) or is_prose(block.plain) or block.indent > head.indent:
        return True
    if item.body:
        return block.is_item
    marked = bool(QUESTION_MARK.match(head.text)) or head.sign == "#" or not block.spaced
    return marked or not looks_like_heading(block.plain)


def _pair(item: Item, draft: Draft) -> None:
    if not item.head or not item.body:
        return
    at, text = timed(QUESTION_MARK.sub("", item.head.text, count=1))
    question = plain(text).strip()
    answer = _ANSWER_MARK.sub("", item.text, count=1)
    draft.section(SectionKind.QA, question, answer, item.start, item.end, seconds=at)
