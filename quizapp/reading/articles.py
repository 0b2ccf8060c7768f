"""Articles in plain text: a top, an introduction, then bare subheadings between paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.reading.adverts import is_closing
from quizapp.reading.asking import answers, asks
from quizapp.reading.block import RULE, Block
from quizapp.reading.dates import find_date
from quizapp.reading.names import is_name
from quizapp.reading.noise import is_noise
from quizapp.reading.times import timed
from quizapp.reading.wording import (
    is_prose,
    is_quoted,
    looks_like_heading,
    word_count,
)

_HEAD_WORDS = 9
_PARAGRAPH_WORDS = 12
_BELOW_WORDS = 25
"""Words of a subheading at most, of a paragraph, and of all that is told below a subheading."""

_FORM = 2
"""So many subheadings are no chance."""

_MEAN_WORDS = 28
"""Words of a paragraph; those of lists with bare names are shorter."""

_TOP = 14
"""Blocks above the first paragraph, at most."""

_TO_EACH_OTHER = 0.03
"""The share of ``I`` and ``you`` outside of quotation marks, from which on somebody speaks."""

_MARKED = 0.25
"""The share of blocks that are items, questions, answers, times or marked headings."""

_ASIDE = re.compile(r"“[^”]{0,2000}”|\"[^\"]{0,2000}\"|‘[^’]{0,300}’(?!\w)")
_PERSON = re.compile(r"\b(?:I|me|my|you|your|we|us|our|I['’](?:m|ve|d|ll))\b")

_OTHER_PAGES = re.compile(
    r"^(?:more (?:in|from|on|like|stories|reading|about)|most (?:read|viewed|popular|shared|"
    r"commented)|related|recommended|read (?:more|next|also)|also (?:in|on|read)|trending|"
    r"editor['’]?s['’]? (?:picks?|choice)|you (?:may|might) also|topics?:?$|tags?:|explore\b|"
    r"further reading|about (?:the|this|us|our)\b|newsletters?|comments?\b|share\b|advert|"
    r"support\b|from our partners?|what to (?:read|hear) next|on this topic|see also)",
    re.IGNORECASE,
)
"""Names of boxes that say what else there is to read."""

_FOOT = re.compile(
    r"\b(?:is|are) (?:\w+ )?(?:available|out now|streaming)\b|\bwherever you (?:get|find|listen)|"
    r"\bthis (?:article|piece|story|post) (?:was|is|has|first|originally)\b|"
    r"\b(?:is|was) (?:an? |the )?(?:staff |freelance |senior )?(?:writer|reporter|correspondent|"
    r"editor|critic|columnist)\b(?: (?:at|for|of|who|based|with))|^illustrations? by\b|"
    r"\bcan be heard (?:on|at|every)\b|^(?:listen|subscribe|sign up|hear)\b",
    re.IGNORECASE,
)
"""What stands below the last paragraph: where to hear the show, and who wrote this."""

_FOOT_WORDS = 35

_BYLINE = re.compile(r"^(?:by|words|text|written by|reviewed by|from)\b:?\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Part:
    """What stands under a subheading; ``head`` is none for the introduction."""

    head: Block | None
    body: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """The lines above the first paragraph, and the parts, the first of which introduces."""

    top: tuple[Block, ...]
    parts: tuple[Part, ...]


def article_of(blocks: Sequence[Block]) -> Article | None:
    """The parts of a text that has the form of an article; None for any other."""
    if sum(map(_could_head, blocks)) < _FORM:
        return None
    first = next((i for i, block in enumerate(blocks) if is_paragraph(block)), len(blocks))
    if first > _TOP or _is_marked(blocks):
        return None
    body = blocks[first:]
    places = [i for i in range(1, len(body) - 1) if _is_head(body, i)]
    heads = Counter(body[i].plain.lower() for i in places)
    sure = [i for i in places if not (_could_name(body[i].plain) or body[i].plain[-1] == "?")]
    if len(sure) < _FORM or max(heads.values()) > 1:
        return None
    ends = [*places[1:], len(body)]
    parts = [Part(None, tuple(body[: places[0]]))]
    parts += [
        Part(body[start], tuple(_without_foot(body[start + 1 : end])))
        for start, end in zip(places, ends, strict=True)
    ]
    told = [block for part in parts for block in part.body if is_paragraph(block)]
    words = sum(word_count(block.plain) for block in told)
    few = any(_words(part.body) < _BELOW_WORDS for part in parts[1:])
    if few or words < _MEAN_WORDS * len(told) or _is_spoken(told):
        return None
    return Article(tuple(blocks[:first]), tuple(parts))


def is_paragraph(block: Block) -> bool:
    """A paragraph that tells something: no heading, line of a list, or button."""
    text = block.plain
    return (
        not block.sign
        and is_prose(text)
        and word_count(text) >= _PARAGRAPH_WORDS
        and not is_noise(text)
    )


def _words(blocks: Sequence[Block]) -> int:
    return sum(word_count(block.plain) for block in blocks if is_paragraph(block))


def _is_marked(blocks: Sequence[Block]) -> bool:
    """Whether lists, questions, times or marked headings make the page, rather than prose."""
    marked = questions = 0
    for block in blocks:
        if asks(block.text) or answers(block.text):
            return True
        text = block.plain
        questions += text.endswith("?") and word_count(text) <= 2 * _HEAD_WORDS
        marked += block.is_item or block.sign == "#" or timed(text)[0] is not None
    return questions >= _FORM or marked > _MARKED * len(blocks)


def _is_head(body: Sequence[Block], place: int) -> bool:
    """A short line without a stop, between paragraphs, that is no name of anything else."""
    block, following = body[place], body[place + 1]
    if not _could_head(block):
        return False
    text = block.plain
    if not is_paragraph(following) or is_quoted(following.plain):
        return False
    if word_count(text) > _HEAD_WORDS or not looks_like_heading(text) or text.endswith(":"):
        return False
    if is_quoted(text) or _BYLINE.match(text) or find_date(text) or timed(text)[0] is not None:
        return False
    if is_noise(text) or _OTHER_PAGES.match(text):
        return False
    before = body[place - 1]
    signs = before.sign == ">" or is_quoted(before.plain)
    if _could_name(text) and (signs or (is_name(text) and not block.spaced)):
        return False
    return any(is_paragraph(one) for one in body[max(0, place - _NEAR) : place])


def _could_head(block: Block) -> bool:
    """Short, and without a stop: a look at the bare text, as most blocks are none."""
    text = block.text
    short = not block.sign and len(text) <= _HEAD_LETTERS
    return short and text[-1:] not in ".!,;:" and word_count(text) <= _HEAD_WORDS


_HEAD_LETTERS = 100

_NEAR = 6
"""Blocks above a subheading, within which a paragraph stands; between are quotes and adverts."""


def _could_name(text: str) -> bool:
    return word_count(text) < _FORM or is_name(text)


def _without_foot(body: Sequence[Block]) -> list[Block]:
    """Blocks of a part up to a box of other pages, without its last lines on where to listen."""
    kept = list(body)
    box = next((i for i, block in enumerate(kept) if _is_box(block)), len(kept))
    if not any(is_paragraph(block) for block in kept[box:]):
        kept = kept[:box]
    while len(kept) > 1 and _is_foot(kept[-1]):
        kept.pop()
    return kept


def _is_box(block: Block) -> bool:
    return is_other_page(block.plain)


def is_other_page(text: str) -> bool:
    """``More from the desk``, ``Tags: wells``: the name of a box that says what else there is."""
    return not is_prose(text) and bool(_OTHER_PAGES.match(text))


def _is_foot(block: Block) -> bool:
    text = block.plain
    if block.sign == RULE or is_noise(text):
        return True
    return word_count(text) <= _FOOT_WORDS and bool(_FOOT.search(text) or is_closing(text))


def _is_spoken(told: Sequence[Block]) -> bool:
    """Whether paragraphs speak of me and you outside of quotation marks, as talk does."""
    text = _ASIDE.sub(" ", "\n".join(block.plain for block in told))
    return len(_PERSON.findall(text)) > _TO_EACH_OTHER * max(1, word_count(text))
