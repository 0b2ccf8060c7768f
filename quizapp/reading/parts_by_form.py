"""Parts under names that only their site uses, told by the form of what stands below them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizapp.reading.areas import Area
from quizapp.reading.asking import ANSWER_MARK, QUESTION_MARK, asks_barely
from quizapp.reading.block import MENU, RULE, Block
from quizapp.reading.glossed_heads import area_meant
from quizapp.reading.headings import area_named, area_of
from quizapp.reading.names import is_name
from quizapp.reading.noise import is_noise
from quizapp.reading.region import Region
from quizapp.reading.wording import (
    ends_sentence,
    is_prose,
    is_quoted,
    looks_like_heading,
    unquoted,
    word_count,
)

_FEWEST = 2
"""Pairs or quotes below a heading."""
_NEAR = 8
"""Blocks below a heading that are looked at."""
_SIGNATURE = 80
"""Letters of a line that names a speaker."""
_WORDS, _SAID = 8, 4
"""Words of a heading at most, and of a quote at least."""
_FORMED = frozenset({Area.QA, Area.QUOTES})
_DASHES = ("–", "—", "-", "~")
_KNOWN = frozenset(
    {Area.SUMMARY, Area.IDEAS, Area.INSIGHTS, Area.TAKEAWAYS, Area.TOPICS, Area.NOISE}
)
"""Parts that would swallow another; elsewhere each paragraph is looked at by itself."""
_TITLES = 3
"""Blocks at the top among which no part begins."""
_BOLD = 7
"""The level of a line in bold."""
_LEADING = re.compile(r"^[\W\d_]+")
_QUESTION = re.compile(r"^(?P<question>[^.?!]{8,220}\?)(?:[”\"*_]*)\s*(?P<rest>.*)$", re.DOTALL)
_SIGNED = re.compile(
    r"^(?:[(\[]?[\d:]{4,8}[)\]]?[ –—-]*)?(?:[^“\"«]{2,40}[:–—-] ?)?"
    r"[“\"«](?P<said>[^“”\"«»]{12,600})[”\"»](?P<behind>[^“”\"]{0,70})$"
)
"""``“It is late.” – Ada Byron (4:12)``, ``Ada Byron: “It is late.”``"""


def opened(
    blocks: Sequence[Block], place: int, current: Region, inside: Sequence[Block]
) -> Area | None:
    """The area that a heading of the page's own opens: questions with answers, or quotes.

    None where nothing below it has such a form, or where what stands above has the same one.
    Behind an answer such a heading opens a part in any case, unless questions follow it.
    """
    block = blocks[place]
    above = current.area is Area.HEADER
    if (place >= _TITLES or not above) and current.area is not Area.TRANSCRIPT:
        meant = area_meant(block, top=above)
        if meant is not None:
            return meant
    by_form = current.area in _FORMED and bool(current.name) and area_of(current.name) is None
    if by_form and ("?" in block.plain or block.plain[:1] in '“"«'):
        return None
    top = above and place >= _TITLES and block.spaced
    if not by_form and _heads_flat(blocks, place, current):
        return Area.QUOTES
    if not (by_form or top or current.area in _KNOWN | _FORMED) or not _stands_above(block):
        return None
    below = [one for one in blocks[place + 1 : place + 1 + _NEAR] if one.sign not in (RULE, MENU)]
    if not below or (is_name(block.plain) and not _heads_answers(blocks, place, below)):
        return None
    if block.level >= _BOLD and any(one.level == block.level for one in below):
        return None  # one of several in bold
    if not top and current.area is not Area.QA and _answered(below) >= _FEWEST:
        return Area.QA
    if current.area is not Area.QUOTES and _quoted(below) >= _FEWEST:
        return Area.QUOTES
    after = current.area is Area.QA and _ends_answers(block, inside) and not _answered(below)
    return Area.UNKNOWN if by_form or after else None


def _heads_flat(blocks: Sequence[Block], place: int, current: Region) -> bool:
    """Whether a line behind a part stands right above two lines that are but quoted sentences.

    So it is on flat pages, where no blank line marks a heading.
    """
    block, said = blocks[place], blocks[place + 1 : place + 1 + _FEWEST]
    if current.area not in _KNOWN or block.sign or block.spaced or len(said) < _FEWEST:
        return False
    quoted = all(
        not one.sign and not one.spaced and one.plain[:1] in '“"«' and _is_quote(one)
        for one in said
    )
    above = blocks[place - 1].plain if place else ""
    text = block.plain.rstrip(":")
    stands = looks_like_heading(text) and word_count(text) <= _WORDS and not text.endswith("?")
    return quoted and stands and not is_name(text) and above[:1] not in ('"', "“", "«")


def _ends_answers(block: Block, inside: Sequence[Block]) -> bool:
    """Whether a bare line stands apart behind an answer: ``From the workshop``."""
    if block.sign or not block.spaced or block.text.endswith(":") or "?" in block.plain:
        return False
    if len(inside) < _FEWEST:
        return False
    above = inside[-1].plain
    return is_prose(above) and ends_sentence(above) and not above.endswith("?")


def meant(blocks: Sequence[Block], place: int) -> Area:
    """The area of a marked heading that no part is known by, as far as anything tells it."""
    if heads_quotes(blocks, place):
        return Area.QUOTES
    return area_meant(blocks[place], top=False) or Area.UNKNOWN


def heads_quotes(blocks: Sequence[Block], place: int) -> bool:
    """Whether a marked heading that no part is known by stands above two quotes or more."""
    below = blocks[place + 1 : place + 1 + _NEAR]
    return _heads(blocks[place]) and _quoted(below) >= _FEWEST


def _heads_answers(blocks: Sequence[Block], place: int, below: Sequence[Block]) -> bool:
    """Whether ``Chewing It Over``, of which no other line tells, stands above questions."""
    name = blocks[place].plain
    apart = blocks[place].spaced and below[0].spaced and _answered(below) >= _FEWEST
    return apart and not any(name in one.plain for one in blocks if one is not blocks[place])


def _heads(block: Block) -> bool:
    """A short line above others that is no part's known name, nobody's name and no sentence."""
    return _stands_above(block) and not is_name(block.plain.rstrip(":"))


def _stands_above(block: Block) -> bool:
    text = block.plain.rstrip(":")
    stands = block.sign == "#" or (not block.sign and block.spaced)
    if not stands or not text or word_count(text) > _WORDS or text.endswith("?"):
        return False
    return looks_like_heading(text) and not (is_quoted(text) or area_named(text))


def _answered(below: Sequence[Block]) -> int:
    """How many questions with their answers stand right below a heading, one after the other."""
    count = place = 0
    while place < len(below):
        rest = _asked(below[place])
        if rest is None or not _is_answer(below, place, rest):
            break
        count += 1
        place += 1 if rest else 2
        while place < len(below) and _goes_on(below[place]):
            place += 1
    return count


def _is_answer(below: Sequence[Block], place: int, rest: str) -> bool:
    """Whether a question has an answer behind it in its block, or in the next one."""
    after = below[place + 1] if place + 1 < len(below) else None
    if not rest and (after is None or _asked(after) is not None):
        return False  # a list of questions
    told = ANSWER_MARK.sub("", rest or (after.plain if after else ""))
    return is_prose(told) or ends_sentence(told)


def _asked(block: Block) -> str | None:
    """What stands behind a question in its block; None where it asks nothing."""
    marked = QUESTION_MARK.match(block.plain)
    text = QUESTION_MARK.sub("", block.plain) if marked else _LEADING.sub("", block.plain)
    found = _QUESTION.match(text)
    if found is None or not (marked or asks_barely(found["question"])):
        return None
    return found["rest"]


def _goes_on(block: Block) -> bool:
    return _asked(block) is None and is_prose(block.plain) and block.sign != "#"


def _quoted(below: Sequence[Block]) -> int:
    """How many quotes stand right below a heading, each with a line of its speaker or without."""
    count = 0
    named = False
    for place, block in enumerate(below):
        after = below[place + 1] if place + 1 < len(below) else None
        signed = after is not None and after.plain[:1] in _DASHES and _names(after)
        if is_noise(block.plain):
            break
        if _is_quote(block) or (signed and is_prose(block.plain)):
            count, named = count + 1, False
        elif count and not named and not is_prose(block.plain) and _names(block):
            named = True
        else:
            break
    return count


def _is_quote(block: Block) -> bool:
    text = block.plain
    if block.sign == ">":
        return is_prose(unquoted(text)) or bool(_SIGNED.match(text))
    found = _SIGNED.match(text)
    said = unquoted(text) if is_quoted(text) else found["said"] if found else ""
    return word_count(said) >= _SAID and ends_sentence(said)


def _names(block: Block) -> bool:
    """``– Ada Byron (4:12)``"""
    bare = _LEADING.sub("", block.plain[:_SIGNATURE]).split(",")[0].split("(")[0]
    return is_name(bare.rstrip(" .:;·|–—-0123456789"))
