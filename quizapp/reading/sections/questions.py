"""Questions and answers: ``Q:``/``A:``, bold, numbered or bare questions with what follows."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from quizapp.model import SectionKind
from quizapp.reading.asking import (
    ANSWER_INSIDE,
    ANSWER_MARK,
    QUESTION_MARK,
    answers,
    asks,
    asks_barely,
)
from quizapp.reading.blocks import RULE, Block
from quizapp.reading.draft import Draft
from quizapp.reading.regions import Region
from quizapp.reading.sections import leftovers
from quizapp.reading.sections.items import Item, worded
from quizapp.reading.times import timed
from quizapp.reading.wording import is_prose, looks_like_heading, plain, word_count

_GLUED_ANSWER = re.compile(r"(?<=[a-z)\"”]\?)[\"”]?(?=[A-Z“])")
_FIRST_SENTENCE = re.compile(r"(?<=[.!?])\s")
_BOLD_ASKED = re.compile(r"^(?:\*\*|__)[^*_?]{6,300}\?(?:\*\*|__)\s+(?=[^\s*_])")
"""``**Who winds it?** Nobody has.``: a question in bold, its answer behind it."""

_INITIALS = re.compile(r"^(?:[A-Z]\.\s?){2,3}:\s+")
"""``E.S.: Why?`` and ``R.V.: Because``, in a printed interview."""

_IN_LINE = re.compile(r"^(?P<question>[^.?!]{3,200}\?)[”\"]?\s+(?P<answer>[^\s?].*)$", re.DOTALL)
_ASKER = re.compile(r"(?<=\?)[”\"]?\s*(?:[(\[][^()\[\]?]{2,40}[)\]]|[–—-]\s?[A-Z][^?.!]{1,30})$")
"""Who asked it, behind a question: ``(Ingrid, aged 9)``, ``– Tom, York``."""

_ASKER_BEHIND = re.compile(
    r"(?<=\?)(?P<close>\*\*|__|[”\"])?\s*(?:[(\[][^()\[\]?]{2,40}[)\]]|[–—-]\s?[A-Z][^?.!]{1,30})$"
)
_ONE_QUESTION = 400
"""Letters."""

_BIDS = re.compile(
    r"\b(?:subscribe|sign up|newsletter|follow (?:us|me)|join (?:us|our)|"
    r"download|review|rate (?:us|it)|"
    r"next (?:episode|week)|this (?:episode|podcast|show|summary|transcript)|website|https?:|"
    r"e-?mails?|patreon|"
    r"members?|©|generated|copyright|sponsor)\b",
    re.IGNORECASE,
)
_LONGEST = 90
_FORM = 2
"""So many questions are no chance."""


def read(region: Region, draft: Draft) -> None:
    """Each question with the answer below it; a question without an answer is none."""
    blocks, after = _without_footer(region.blocks)
    blocks = [_without_asker(_without_chevrons(block)) for block in worded(blocks)]
    rest = read_pairs(_asked_in_line(blocks), draft)
    leftovers.read([*rest, *worded(after)], draft)


_ASKER_BEFORE = re.compile(
    r"^(?:[A-Z][\w.'’-]*\s){1,3}(?:(?:from|in|of)\s[\w ,.'’-]{2,30}\s)?"
    r"(?:asks|asked|wants to know|writes|wonders)\s?[,:]\s*(?=[\w“\"])"
)
"""``Paul from Leeds asks, is it late?``"""


def _without_chevrons(block: Block) -> Block:
    """``>> Why?`` in a mail: marks of what somebody wrote."""
    bare = block.text.lstrip("> ") if block.text.startswith(">>") else block.text
    found = _ASKER_BEFORE.match(bare) if "?" in bare else None
    if found:
        rest = bare[found.end() :]
        bare = rest[0].upper() + rest[1:]
    return replace(block, text=bare) if bare and bare != block.text else block


def _without_footer(blocks: Sequence[Block]) -> tuple[list[Block], list[Block]]:
    """The blocks up to a rule behind which nothing more is asked, and those behind it."""
    rules = [place for place, block in enumerate(blocks) if block.sign == RULE]
    last = max((i for i, b in enumerate(blocks) if _ends_asking(b) or asks(b.text)), default=-1)
    end = next((place for place in rules if place > last >= 0), len(blocks))
    return list(blocks[:end]), list(blocks[end:])


def _asked_in_line(blocks: list[Block]) -> list[Block]:
    """``Tea or coffee? Soup.``: apart, where the lines are questions with their answers behind."""
    found = [_IN_LINE.match(block.plain) if not asks(block.text) else None for block in blocks]
    lines = [place for place, one in enumerate(found) if one]
    if len(lines) < _FORM or any(b.plain.endswith("?") for b in blocks):
        return blocks
    if len(lines) < 0.6 * (lines[-1] + 1 - lines[0]):
        return blocks
    apart: list[Block] = []
    for block, one in zip(blocks, found, strict=True):
        if one is None:
            apart.append(block)
            continue
        told = replace(block, text=one["answer"], sign="", level=0, indent=block.indent + 2)
        apart += [replace(block, text=one["question"]), told]
    return apart


def read_astray(blocks: Sequence[Block], draft: Draft) -> list[Block]:
    """Reads marked pairs that stand under no heading for them; hands back all other blocks."""
    return _read_parted(blocks, _surely_asking(blocks), draft)


def read_bare(blocks: Sequence[Block], draft: Draft) -> list[Block]:
    """Reads lines that are questions, with the prose below each; one alone is no form."""
    pairs = [
        ask
        for ask, told in pairwise(blocks)
        if not ask.is_item
        and asks_barely(ask.plain)
        and not told.sign
        and is_prose(told.plain)
        and not told.plain.endswith("?")
    ]
    listed = [block for block in blocks if block.sign == "1"]
    counted = [
        ask
        for ask, told in pairwise(blocks)
        if ask.sign == "1" and _ends_asking(ask) and not told.sign and not _ends_asking(told)
    ]
    if len(counted) >= _FORM and len(counted) == len(listed):
        pairs = counted
    return _read_parted(blocks, pairs if len(pairs) >= _FORM else [], draft)


def read_asked(blocks: Sequence[Block], draft: Draft) -> list[Block] | None:
    """Reads a part that is questions and answers by its form; None where it is none."""
    apart = _asked_in_line([_without_asker(_without_chevrons(block)) for block in blocks])
    asking = [place for place, block in enumerate(apart) if _ends_asking(block)]
    if len(asking) < _FORM or asking[0] != 0:
        return None
    answered = [p for p in asking if p + 1 < len(apart) and not _ends_asking(apart[p + 1])]
    if len(answered) < len(asking) - 1 or len(answered) < 0.3 * len(apart):
        return None
    return read_pairs(apart, draft)


def _surely_asking(blocks: Sequence[Block]) -> list[Block]:
    """Questions by ``Q:``, several or with an ``A:``; else by headings that ask."""
    marked = [block for block in blocks if asks(block.text)]
    answered = any(asks(ask.text) and answers(told.text) for ask, told in pairwise(blocks)) or any(
        ANSWER_INSIDE.search(block.text[:1500]) for block in marked
    )
    if len(marked) >= _FORM or (marked and answered):
        return marked
    heads = [
        block for block in blocks if block.sign == "#" and block.level > 1 and _ends_asking(block)
    ]
    titled = any(block.level == 1 for block in blocks)
    if len(heads) >= _FORM:
        return heads
    return heads if titled and not any(_asks_for_list(blocks, head) for head in heads) else []


def _asks_for_list(blocks: Sequence[Block], head: Block) -> bool:
    """``What can we do?`` with a list below it heads the list, where it is the only question."""
    place = next(i for i, block in enumerate(blocks) if block is head)
    below = takewhile(lambda block: block.sign != "#", blocks[place + 1 :])
    return sum(block.is_item for block in below) >= _FORM


def _read_parted(blocks: Sequence[Block], asking: list[Block], draft: Draft) -> list[Block]:
    """Reads questions, each with what stands below it up to another heading or a rule."""
    starts = {id(block) for block in asking}
    taken: list[Block] = []
    kept: list[Block] = []
    inside = False
    for block in blocks:
        ends = block.sign in ("#", RULE) and not answers(block.text)
        inside = id(block) in starts or (inside and not ends)
        (taken if inside else kept).append(block)
    rest = read_pairs(taken, draft) if taken else []
    return sorted([*kept, *rest], key=lambda block: block.start) if rest else kept


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
    if len(items) >= _FORM and all(len(item.body) <= 1 for item in items[:-1]):
        rest += _cut_behind(items[-1])
    for item in items:
        _pair(item, draft)
    return rest


def _cut_behind(item: Item) -> list[Block]:
    """Takes off what bids the readers behind the last answer, where answers have one paragraph."""
    end = next(
        (
            place
            for place, block in enumerate(item.body)
            if place and block.spaced and _BIDS.search(block.plain)
        ),
        len(item.body),
    )
    behind, item.body = item.body[end:], item.body[:end]
    return behind


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
    text = _ASKER.sub("", plain(timed(block.text)[1]))
    answer = ANSWER_MARK.match(block.text)
    asked = len(text) > 1 and text.endswith("?") and word_count(text) <= _LONGEST
    return asked and not answer


def _apart(block: Block) -> list[Block]:
    """A question and its answer on one line, apart."""
    if answers(block.text):
        return [block]
    block = _without_asker(block)
    found = ANSWER_INSIDE.search(block.text[:1500])
    bold = None if found else _BOLD_ASKED.match(block.text)
    if bold:
        answer = replace(block, text=block.text[bold.end() :], sign="", level=0)
        return [replace(block, text=bold[0].strip()), answer]
    if not found and QUESTION_MARK.match(block.text):
        found = _GLUED_ANSWER.search(block.text[:1500])
    if not found:
        return [block]
    answer = replace(block, text=block.text[found.end() :], sign="", level=0)
    return [replace(block, text=block.text[: found.start()].strip()), answer]


def _without_asker(block: Block) -> Block:
    """A question in bold without the name of whoever asked it, behind the bold."""
    found = _ASKER_BEHIND.search(block.text) if len(block.text) < _ONE_QUESTION else None
    return (
        replace(block, text=block.text[: found.start()] + (found["close"] or ""))
        if found
        else block
    )


def _answers(item: Item, block: Block) -> bool:
    """Whether a block is part of the answer: prose, or a list in it; not the next thing."""
    head = item.head
    if block.sign == "#" or head is None:
        return False
    if ANSWER_MARK.match(block.text) or is_prose(block.plain) or block.indent > head.indent:
        return True
    if item.body:
        return block.is_item
    marked = bool(QUESTION_MARK.match(head.text)) or head.sign == "#" or not block.spaced
    return marked or not looks_like_heading(block.plain)


def _pair(item: Item, draft: Draft) -> None:
    if not item.head or not item.body:
        return
    at, text = timed(QUESTION_MARK.sub("", item.head.text, count=1))
    question = _ASKER.sub("", plain(text)).strip()
    answer = ANSWER_MARK.sub("", item.text, count=1)
    if _INITIALS.match(question) and _INITIALS.match(plain(answer)):
        question, answer = (_INITIALS.sub("", plain(one)) for one in (question, answer))
    draft.section(SectionKind.QA, question, answer, item.start, item.end, seconds=at)
