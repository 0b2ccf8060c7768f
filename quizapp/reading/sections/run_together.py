"""Regions that an extraction ran together into one line: points, ideas, quotes without breaks."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Sequence
from dataclasses import replace

from quizapp.reading.areas import Area
from quizapp.reading.block import Block
from quizapp.reading.glued import glued_head
from quizapp.reading.region import Region
from quizapp.reading.sections.items import are_headed
from quizapp.reading.sections.quotes_in_line import quotes_in
from quizapp.reading.wording import EMOJI, ends_sentence, is_prose, is_quoted

_SENTENCES = re.compile(r"(?<=[a-zß-öø-ÿ0-9]{2}[.!?])(?=[A-ZÀ-ÖØ-Þ“]|\"[A-Z])")
"""Where one sentence ends and the next begins without a space."""

_STOP_BESIDE = re.compile(r"[.!?](?:[A-ZÀ-ÖØ-Þ“]|\"[A-Z])")

_LONGEST = 20_000
_FORM = 2
_HEADED = frozenset({Area.IDEAS, Area.INSIGHTS})
_LISTS = frozenset({Area.SUMMARY, Area.IDEAS, Area.INSIGHTS, Area.TAKEAWAYS})


_TITLED = frozenset({Area.IDEAS, Area.INSIGHTS, Area.TAKEAWAYS, Area.HIGHLIGHTS})


def parted(
    region: Region, people: Sequence[str] = (), words: Callable[[], Container[str]] = tuple
) -> Region:
    """A region whose items are run together, with a block for each item.

    ``words`` are those that stand alone elsewhere on the page.
    """
    named = region.area is Area.UNKNOWN and bool(region.name)
    if (region.area in _TITLED or named) and len(region.blocks) > 1:
        titled = _with_heads(region.blocks, words)
        if titled is not region.blocks:
            area = Area.HIGHLIGHTS if named else region.area
            return replace(region, area=area, blocks=tuple(titled))
    blocks = [block for block in region.blocks if block.text]
    if region.area is Area.QUOTES and len(blocks) > 1:
        signed = [part for block in region.blocks for part in _signed_by_several(block, people)]
        return replace(region, blocks=tuple(signed))
    whole = len(blocks)
    if _is_list(region):
        blocks = [part for block in blocks for part in _bulleted(block)]
        blocks = [part for block in blocks for part in _counted(block)]
    if region.area is Area.QA:
        blocks = [part for block in blocks for part in _asked(block)]
        blocks = [part for block in blocks for part in _answered(block)]
    if region.area is Area.TOPICS:
        blocks = [part for block in blocks for part in _named(block)]
    parts = [_parts(block, region.area, people) for block in blocks]
    if all(len(found) < _FORM for found in parts) and len(blocks) == whole:
        return region
    return replace(region, blocks=tuple(block for found in parts for block in found))


def _with_heads(blocks: Sequence[Block], words: Callable[[], Container[str]]) -> Sequence[Block]:
    """Headings that are glued to their texts in bold, where half of all lines begin so."""
    told = [block for block in blocks if is_prose(block.plain) and not is_quoted(block.plain)]
    near = [b for b in told if b.sign != "#" and _PERHAPS.search(b.text[:_LONGEST_HEAD])]
    if len(near) < _FORM or 2 * len(near) < len(told) or "**" in near[0].text:
        return blocks
    known = words()
    heads = {id(block): found for block in near if (found := glued_head(block.text, known))}
    if len(heads) < _FORM or 2 * len(heads) < len(told):
        return blocks
    return _bulleted_first(
        [
            replace(block, text="**{}** {}".format(*heads[id(block)]))
            if id(block) in heads
            else block
            for block in blocks
        ]
    )


def _bulleted_first(blocks: list[Block]) -> list[Block]:
    """Gives a first item whose bullet was lost to the label above it those of the others."""
    first, *others = blocks
    bold = first.text.startswith("**") and not first.sign
    if bold and all(block.is_item and block.text.startswith("**") for block in others):
        return [replace(first, sign=others[0].sign, indent=others[0].indent), *others]
    return blocks


_PERHAPS = re.compile(r"[a-zß-öø-ÿ0-9.!?)][A-ZÀ-ÖØ-Þ]")
_LONGEST_HEAD = 140

_BULLETS = re.compile(
    rf"(?<=[a-zß-öø-ÿ0-9”\")][.!?])(?:\s?[-–•*]\s?(?=(?:\*\*)?[A-ZÀ-ÖØ-Þ“\"]|{EMOJI.pattern})"
    rf"|(?={EMOJI.pattern}))"
)

_BESIDE_STOP = re.compile(rf"[.!?](?:\s?[-–•*]|{EMOJI.pattern})")
"""No item begins in a text without such a place."""

_FIRST_BULLET = re.compile(r"(?<=[a-zß-öø-ÿ]{2})-\s(?=[A-ZÀ-ÖØ-Þ“\"])")
"""``The breath of a puppet- Ada Byron spends …``: a headline, and the first item below it."""


def _is_list(region: Region) -> bool:
    return region.area in _LISTS or region.area is Area.QA


def _bulleted(block: Block) -> list[Block]:
    """``- Keep it.- Wash it.``: the items of a list whose lines were joined."""
    near = len(block.text) <= _LONGEST and _BESIDE_STOP.search(block.text)
    texts = _BULLETS.split(block.text) if near else []
    if len(texts) < _FORM or block.sign in ("1", "#", ">"):
        return [block]
    halves = [_FIRST_BULLET.split(text, maxsplit=1) for text in texts]
    every = all(len(half) > 1 for half in halves)
    texts = [part for half in halves for part in half] if every else [*halves[0], *texts[1:]]
    own = block.sign.replace("*", "")
    bare = [_SIGNS.sub("", text.lstrip(own) if own else text) for text in texts]
    return [replace(block, text=text, sign=block.sign or "-") for text in bare]


_SIGNS = re.compile(r"^(?:[-–•\s]|\*(?=\s))+")
"""Bullets at the start of an item; two stars are the start of what is bold."""


_COUNTED = re.compile(
    r"(?:^|(?<=[.!?”\")])\s?)(?:[(#]?(?P<number>\d{1,2})(?:[.):]\s?|\s)|(?P<bare>\d{1,2}))"
    r"(?=[A-ZÀ-ÖØ-Þ“\"])"
)
_DIGIT = re.compile(r"\d")
_ASKED = re.compile(r"\s(?=Q\s?\d{0,2}:\s)")


def _counted(block: Block) -> list[Block]:
    """``1. Read it. 2. Write it.``: items in one line whose numbers count up."""
    near = len(block.text) <= _LONGEST and _DIGIT.search(block.text)
    found = list(_COUNTED.finditer(block.text)) if near else []
    numbers = [int(one["number"] or one["bare"]) for one in found]
    first = 2 if block.sign == "1" else 1
    if len(found) + first - 1 < _FORM or numbers != list(range(first, len(found) + first)):
        return [block]
    starts = [one.start() for one in found]
    starts = starts if starts[0] == 0 else [0, *starts]
    texts = [block.text[s:e] for s, e in zip(starts, [*starts[1:], None], strict=True)]
    bare = [_COUNTED.sub("", text.strip(), count=1) for text in texts]
    return [replace(block, text=text, sign="1") for text in bare if text]


def _asked(block: Block) -> list[Block]:
    """``Q: Why? A: So. Q: How? A: Thus.``: pairs in one line."""
    texts = _ASKED.split(block.text) if len(block.text) <= _LONGEST else []
    return [replace(block, text=text) for text in texts] if len(texts) >= _FORM else [block]


_ANSWER = re.compile(r"(?<=[a-zß-öø-ÿ”\")]\?)(?=[A-ZÀ-ÖØ-Þ“])")


def _answered(block: Block) -> list[Block]:
    """``Why?So that …`` as an item: the question, and below it its answer."""
    if not block.is_item or len(block.text) > _LONGEST:
        return [block]
    question, *answer = _ANSWER.split(block.text, maxsplit=1)
    if not answer or "?" in question[:-1]:
        return [block]
    below = replace(block, text=answer[0], sign="", indent=block.indent + 2, spaced=False)
    return [replace(block, text=question), below]


_NAMED = re.compile(
    r"(?<=[\w)”\"?])(?:\s?[-–•*]\s(?=[A-ZÀ-ÖØ-Þ“\"\d])|(?=\d{1,2}[.)]\s[A-ZÀ-ÖØ-Þ]))"
)
_SEVERAL = 3


def _named(block: Block) -> list[Block]:
    """``- Sleep- Dreams- Why we yawn``: topics of a list whose lines were joined."""
    texts = _NAMED.split(block.text) if len(block.text) <= _LONGEST else []
    if not block.is_item or len(texts) < _SEVERAL or any(map(is_prose, texts)):
        return [block]
    return [replace(block, text=_PLACE.sub("", text)) for text in texts]


_PLACE = re.compile(r"^\d{1,2}[.)]\s")


def _parts(block: Block, area: Area, people: Sequence[str]) -> list[Block]:
    """The items of one block; the block itself where it is one."""
    texts: Sequence[str] = ()
    if len(block.text) > _LONGEST or (block.is_item and area is not Area.QUOTES):
        return [block]
    if area in _LISTS or area is Area.QA:
        texts = _sentences(block.text)
    elif area is Area.QUOTES:
        texts = quotes_in(block.text, people)
        if len(texts) < _FORM and block.is_item:
            return _bulleted(block)
        texts = texts or _sentences(block.text)
        if len(texts) < _FORM and block.text in texts:
            return [block]
    if not texts or not all(
        _is_whole(text) or (area is Area.QA and ends_sentence(text)) for text in texts
    ):
        return [block]
    if len(texts) < _FORM and area is not Area.QUOTES:
        return [block]
    sign = "•" if area in _LISTS and not (area in _HEADED and are_headed(texts)) else block.sign
    return [replace(block, text=text, sign=sign) for text in texts]


def _sentences(text: str) -> list[str]:
    """A text cut where one sentence ends and the next begins without a space."""
    return _SENTENCES.split(text) if _STOP_BESIDE.search(text) else [text]


def _is_whole(text: str) -> bool:
    return is_prose(text) or text.endswith("?") or "”" in text


def _signed_by_several(block: Block, people: Sequence[str]) -> list[Block]:
    """The quotes of a line that holds several of them, among other lines."""
    short = len(block.text) <= _LONGEST
    texts = quotes_in(block.text, people) if short else []
    return [replace(block, text=text) for text in texts] if len(texts) >= _FORM else [block]
