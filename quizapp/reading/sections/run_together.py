"""Regions that an extraction ran together into one line: points, ideas, quotes without breaks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from quizapp.reading.areas import Area
from quizapp.reading.block import Block
from quizapp.reading.forms import Form
from quizapp.reading.glued import split_glued
from quizapp.reading.names import NAME, is_name
from quizapp.reading.region import Region
from quizapp.reading.sections.items import are_headed
from quizapp.reading.wording import EMOJI, ends_sentence, is_prose

_SENTENCES = re.compile(r"(?<=[a-zß-öø-ÿ0-9]{2}[.!?])(?=[A-ZÀ-ÖØ-Þ“]|\"[A-Z])")
"""Where one sentence ends and the next begins without a space."""

_QUOTES = Form(
    rf"[“\"](?P<text>[^“”\"]{{12,600}})[”\"]\s?[-–—]?\s?[(\[]?(?P<by>{NAME})?[)\]]?\s?(?:[|·]\s?)?(?=[“\"]|\s*$)"
)
_LONGEST = 20_000
_FORM = 2
_MOST_PEOPLE = 10
_MARKS = '“”"'
_HEADED = frozenset({Area.IDEAS, Area.INSIGHTS})
_LISTS = frozenset({Area.SUMMARY, Area.IDEAS, Area.INSIGHTS, Area.TAKEAWAYS})


def parted(region: Region, people: Sequence[str] = ()) -> Region:
    """A region whose items are run together, with a block for each item."""
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
    parts = [_parts(block, region.area, people) for block in blocks]
    if all(len(found) < _FORM for found in parts) and len(blocks) == whole:
        return region
    return replace(region, blocks=tuple(block for found in parts for block in found))


_BULLETS = re.compile(
    rf"(?<=[a-zß-öø-ÿ0-9”\")][.!?])\s?[-–•*]\s?(?=[A-ZÀ-ÖØ-Þ“\"]|{EMOJI.pattern})"
)

_FIRST_BULLET = re.compile(r"(?<=[a-zß-öø-ÿ]{2})-\s(?=[A-ZÀ-ÖØ-Þ“\"])")
"""``The breath of a puppet- Ada Byron spends …``: a headline, and the first item below it."""


def _is_list(region: Region) -> bool:
    return region.area in _LISTS or region.area is Area.QA


def _bulleted(block: Block) -> list[Block]:
    """``- Keep it.- Wash it.``: the items of a list whose lines were joined."""
    texts = _BULLETS.split(block.text) if len(block.text) <= _LONGEST else []
    if len(texts) < _FORM or block.sign not in ("", "-", "–", "•", "*"):
        return [block]
    texts = [*_FIRST_BULLET.split(texts[0], maxsplit=1), *texts[1:]]
    return [replace(block, text=text.lstrip("-–•* "), sign=block.sign or "-") for text in texts]


_COUNTED = re.compile(r"(?:^|(?<=[.!?”\")])\s)(?P<number>\d{1,2})[.)]\s(?=[A-ZÀ-ÖØ-Þ“\"])")
_ASKED = re.compile(r"\s(?=Q\s?\d{0,2}:\s)")


def _counted(block: Block) -> list[Block]:
    """``1. Read it. 2. Write it.``: items in one line whose numbers count up."""
    found = list(_COUNTED.finditer(block.text)) if len(block.text) <= _LONGEST else []
    numbers = [int(one["number"]) for one in found]
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


def _parts(block: Block, area: Area, people: Sequence[str]) -> list[Block]:
    """The items of one block; the block itself where it is one."""
    texts: Sequence[str] = ()
    if len(block.text) > _LONGEST or block.is_item:
        return [block]
    if area in _LISTS or area is Area.QA:
        texts = _SENTENCES.split(block.text)
    elif area is Area.QUOTES:
        texts = _quotes(block.text) or _by_people(block.text, people)
    if not texts or not all(
        _is_whole(text) or (area is Area.QA and ends_sentence(text)) for text in texts
    ):
        return [block]
    if len(texts) < _FORM and area is not Area.QUOTES:
        return [block]
    sign = "•" if area in _LISTS and not (area in _HEADED and are_headed(texts)) else block.sign
    return [replace(block, text=text, sign=sign) for text in texts]


def _is_whole(text: str) -> bool:
    return is_prose(text) or text.endswith("?") or "”" in text


def _by_people(text: str, people: Sequence[str]) -> list[str]:
    """Quotes that fill a text, each with one of those who take part glued behind it."""
    if not people:
        return []
    names = "|".join(re.escape(name) for name in people[:_MOST_PEOPLE])
    form = re.compile(rf"(?P<text>.{{8,600}}?[.!?…”\"])(?P<by>{names})(?=[A-ZÀ-Þ“\"]|\s*$)")
    found = list(form.finditer(text))
    if sum(len(one[0]) for one in found) < 0.9 * len(text):
        return []
    return [f"“{one['text'].strip(_MARKS)}” – {one['by']}" for one in found]


def _signed_by_several(block: Block, people: Sequence[str]) -> list[Block]:
    """The quotes of a line that holds several of them, among other lines."""
    short = len(block.text) <= _LONGEST and not block.is_item
    texts = _by_people(block.text, people) if short else []
    return [replace(block, text=text) for text in texts] if len(texts) >= _FORM else [block]


def _signed(pieces: list[str]) -> list[str]:
    """``It is late.Ada Byron``: quotes without marks, each with the name glued behind it."""
    told, names = pieces[::2], pieces[1::2]
    if not names or len(told) != len(names):
        return []
    if not all(map(is_prose, told)) or not all(map(is_name, names)):
        return []
    return [f"“{text}” – {name}" for text, name in zip(told, names, strict=True)]


def _quotes(text: str) -> list[str]:
    """The quotes that fill a text, each signed with the name behind it."""
    found = list(_QUOTES.finditer(text))
    if sum(len(one[0]) for one in found) < 0.9 * len(text):
        return _signed(split_glued(text))
    return [f"“{one['text']}”" + (f" – {one['by']}" if one["by"] else "") for one in found]
