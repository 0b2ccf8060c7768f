"""Questions and answers: ``Q:``/``A:``, bold, numbered or bare questions with what follows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate, pairwise, takewhile

from quizapp.model import SectionKind
from quizapp.reading.asking import ANSWER_INSIDE, answers, asks, asks_barely
from quizapp.reading.block import RULE, Block
from quizapp.reading.chapters import chapter_of
from quizapp.reading.draft import Draft
from quizapp.reading.glued import glued_items
from quizapp.reading.region import Region
from quizapp.reading.sections import leftovers, quotes_behind
from quizapp.reading.sections.items import worded
from quizapp.reading.sections.pairs import BOLD_ASKED, FORM, ends_asking, read_pairs, without_asker
from quizapp.reading.wording import is_prose, looks_like_heading, plain

_IN_LINE = re.compile(r"^(?P<question>[^.?!]{3,200}\?)[”\"]?\s+(?P<answer>[^\s?].*)$", re.DOTALL)


def read(region: Region, draft: Draft) -> None:
    """Each question with the answer below it; a question without an answer is none."""
    blocks, after = _without_footer(region.blocks)
    blocks = quotes_behind.read(blocks, draft)
    blocks = [without_asker(_without_chevrons(block)) for block in worded(blocks)]
    blocks = _without_listed(blocks)
    told = [block for block in blocks if not _is_of_topics(block, draft)]
    rest = read_pairs(_asked_in_line(told), draft)
    rest = sorted([*rest, *(b for b in blocks if _is_of_topics(b, draft))], key=lambda b: b.start)
    leftovers.read([*rest, *worded(after)], draft)


def _is_of_topics(block: Block, draft: Draft) -> bool:
    """Whether a line is topics that are run together, which answer nothing."""
    if block.is_item or is_prose(block.plain) or ends_asking(block):
        return False
    return bool(glued_items(block.text, draft.source.words))


def _without_listed(blocks: list[Block]) -> list[Block]:
    """The blocks without questions right below each other that nobody answers, and what follows.

    So many in a row, where the others have an answer each, are still to be asked.
    """
    asking = [ends_asking(block) and not block.is_item for block in blocks]
    before = list(accumulate(asking, initial=0))
    first = 0
    for place, block in enumerate(blocks):
        behind = blocks[place + 1 : place + 2]
        last = asking[place] and not (behind and ends_asking(behind[0]))
        if not place or not asking[place - 1] or block.start != blocks[place - 1].end + 1:
            first = place
        run = place + 1 - first
        spaced = not blocks[first + 1].spaced and behind and behind[0].spaced if run > 1 else False
        if last and spaced and run >= FORM and before[first] >= FORM:
            if asks(block.text) or answers(behind[0].text):
                continue
            return blocks[:first]
    return blocks


_VOICE = re.compile(r"^[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]+)?:\s")
"""``Ines: Why? Clara: So.``: who asks and who answers."""

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
    if not rules:
        return list(blocks), []
    last = max((i for i, b in enumerate(blocks) if ends_asking(b) or asks(b.text)), default=-1)
    end = next((place for place in rules if place > last >= 0), len(blocks))
    return list(blocks[:end]), list(blocks[end:])


def _asked_in_line(blocks: list[Block]) -> list[Block]:
    """``Tea or coffee? Soup.``: apart, where the lines are questions with their answers behind."""
    found = [_IN_LINE.match(block.plain) if not asks(block.text) else None for block in blocks]
    lines = [place for place, one in enumerate(found) if one]
    if len(lines) < FORM or any(b.plain.endswith("?") for b in blocks):
        return blocks
    if len(lines) < 0.6 * (lines[-1] + 1 - lines[0]):
        return blocks
    named = all(_VOICE.match(one[part]) for one in found if one for part in ("question", "answer"))
    apart: list[Block] = []
    for block, one in zip(blocks, found, strict=True):
        if one is None:
            apart.append(block)
            continue
        asked, answer = one["question"], one["answer"]
        if named:
            asked, answer = _VOICE.sub("", asked), _VOICE.sub("", answer)
        told = replace(block, text=answer, sign="", level=0, indent=block.indent + 2)
        apart += [replace(block, text=asked), told]
    return apart


def read_astray(blocks: Sequence[Block], draft: Draft) -> list[Block]:
    """Reads marked pairs that stand under no heading for them; hands back all other blocks."""
    return _read_parted(blocks, _surely_asking(blocks), draft)


def read_in_bold(blocks: Sequence[Block], draft: Draft) -> list[Block]:
    """Reads ``**Who winds it?** Nobody, for years.`` wherever it stands; hands back the rest."""
    rest: list[Block] = []
    for block in blocks:
        found = None if block.sign or asks(block.text) else BOLD_ASKED.match(block.text)
        told = found is not None and is_prose(plain(block.text[found.end() :]))
        rest += read_pairs([block], draft) if told else [block]
    return rest


def read_bare(blocks: Sequence[Block], draft: Draft) -> list[Block]:
    """Reads lines that are questions, with the prose below each; one alone is no form."""
    pairs = answered(blocks)
    listed = [block for block in blocks if block.sign == "1"]
    counted = [
        ask
        for ask, told in pairwise(blocks)
        if ask.sign == "1" and ends_asking(ask) and not told.sign and not ends_asking(told)
    ]
    if len(counted) >= FORM and len(counted) == len(listed):
        pairs = counted
    return _read_parted(blocks, pairs if len(pairs) >= FORM else [], draft)


def read_listed(blocks: Sequence[Block], draft: Draft) -> list[Block]:
    """Reads the items of a list that ask, each with its answer below; hands back the rest.

    An item that asks and is not answered says nothing; most items have to ask.
    """
    whole, blocks = blocks, _items_apart(blocks)
    asking = [place for place, block in enumerate(blocks) if _is_asked_item(block)]
    told = {
        place
        for place in asking
        if place + 1 < len(blocks) and _is_told_below(blocks[place], blocks[place + 1])
    }
    if len(told) < FORM or len(told) < 0.6 * len(asking):
        return list(whole)
    taken: list[Block] = []
    kept: list[Block] = []
    head: Block | None = None
    for place, block in enumerate(blocks):
        if place in told:
            head = block
        elif head is not None and not _is_told_below(head, block):
            head = None
        (kept if head is None else taken).append(block)
    return sorted([*kept, *read_pairs(taken, draft)], key=lambda block: block.start)


def _items_apart(blocks: Sequence[Block]) -> list[Block]:
    """``- Who pays? The town.``: apart, where most items of a list are such."""
    items = [block for block in blocks if block.is_item]
    found = {id(block): one for block in items if (one := _IN_LINE.match(block.plain))}
    found = {key: one for key, one in found.items() if asks_barely(one["question"])}
    if len(found) < FORM or len(found) < 0.6 * len(items):
        return list(blocks)
    apart: list[Block] = []
    for block in blocks:
        one = found.get(id(block))
        if one is None:
            apart.append(block)
            continue
        told = replace(block, text=one["answer"], sign="", level=0, indent=block.indent + 2)
        apart += [replace(block, text=one["question"]), told]
    return apart


_DASHED = re.compile(
    r"^[-–—]\s?(?P<question>[¿A-ZÀ-Þ][^?]{6,300}\?(?:\s¿[^?]{3,200}\?)?)\s?[-–—]\s+(?P<answer>\S.*)$",
    re.DOTALL,
)


def read_dashed(blocks: Sequence[Block], draft: Draft) -> list[Block]:
    """Reads ``-¿Por qué?- “Porque sí.”``, as newspapers print it; hands back the rest."""
    found = [_DASHED.match(f"{b.sign} {b.text}" if b.sign == "-" else b.text) for b in blocks]
    if sum(one is not None for one in found) < FORM:
        return list(blocks)
    rest: list[Block] = []
    for block, one in zip(blocks, found, strict=True):
        if one is None:
            rest.append(block)
            continue
        draft.section(SectionKind.QA, one["question"], one["answer"], block.start, block.end)
    return rest


def _is_asked_item(block: Block) -> bool:
    return block.is_item and ends_asking(block) and asks_barely(plain(block.text))


def _is_told_below(head: Block, block: Block) -> bool:
    """Whether a block stands deeper than the item that asks, or is prose right below it."""
    if ends_asking(block) or block.sign == "#":
        return False
    near = not block.is_item and not block.spaced and is_prose(block.plain)
    return block.indent > head.indent or near


def answered(blocks: Sequence[Block]) -> list[Block]:
    """The lines that are a question and nothing else, each with prose right below it."""
    return [
        ask
        for ask, told in pairwise(blocks)
        if not ask.is_item
        and asks_barely(ask.plain)
        and not told.sign
        and is_prose(told.plain)
        and not told.plain.endswith("?")
    ]


def read_asked(blocks: Sequence[Block], draft: Draft) -> list[Block] | None:
    """Reads a part that is questions and answers by its form; None where it is none."""
    apart = _asked_in_line([without_asker(_without_chevrons(block)) for block in blocks])
    asking = [place for place, block in enumerate(apart) if ends_asking(block)]
    if len(asking) < FORM or asking[0] != 0:
        return None
    answered = [p for p in asking if p + 1 < len(apart) and not ends_asking(apart[p + 1])]
    if len(answered) < len(asking) - 1 or len(answered) < 0.3 * len(apart):
        return None
    return read_pairs(apart, draft)


def read_below_bold(blocks: Sequence[Block], draft: Draft) -> list[Block]:
    """Reads lines in bold that are questions, with the prose below each; hands back the rest.

    The last answer ends above a bare heading, which is no part of it.
    """
    pairs = [one for one in pairwise(blocks) if one[0].sign == "#" and one[0].level == _BOLD]
    asked = [(ask, told) for ask, told in pairs if ends_asking(ask)]
    if len(asked) < FORM or not all(is_prose(told.plain) and not told.sign for _, told in asked):
        return list(blocks)
    last = next(i for i, block in enumerate(blocks) if block is asked[-1][1])
    end = next((i for i in range(last + 1, len(blocks) - 1) if _heads(*blocks[i : i + 2])), None)
    told = blocks[:end]
    rest = _read_parted(told, [ask for ask, _ in asked], draft)
    return [*rest, *blocks[len(told) :]]


def _heads(block: Block, below: Block) -> bool:
    bare = block.spaced and not block.sign and looks_like_heading(block.plain)
    return bare and below.spaced and is_prose(below.plain)


_BOLD = 7
"""The level of a line in bold."""


def _surely_asking(blocks: Sequence[Block]) -> list[Block]:
    """Questions by ``Q:``, several or with an ``A:``; else by headings that ask."""
    marked = [block for block in blocks if asks(block.text)]
    answered = any(asks(ask.text) and answers(told.text) for ask, told in pairwise(blocks)) or any(
        ANSWER_INSIDE.search(block.text[:1500]) for block in marked
    )
    if len(marked) >= FORM or (marked and answered):
        return marked
    heads = [
        block for block in blocks if block.sign == "#" and block.level > 1 and ends_asking(block)
    ]
    titled = any(block.level == 1 for block in blocks)
    timed = {id(block) for block in blocks if block.sign == "#" and chapter_of(block.text)}
    if len(heads) < FORM or not timed <= {id(head) for head in heads}:
        heads = [head for head in heads if id(head) not in timed]
    if len(heads) >= FORM:
        return heads
    return heads if titled and not any(_asks_for_list(blocks, head) for head in heads) else []


def _asks_for_list(blocks: Sequence[Block], head: Block) -> bool:
    """``What can we do?`` with a list below it heads the list, where it is the only question."""
    place = next(i for i, block in enumerate(blocks) if block is head)
    below = takewhile(lambda block: block.sign != "#", blocks[place + 1 :])
    return sum(block.is_item for block in below) >= FORM


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
