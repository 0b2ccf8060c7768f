"""Lists and headed paragraphs that no name tells the kind of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from quizapp.model import SectionKind
from quizapp.reading.areas import Area
from quizapp.reading.block import RULE, Block
from quizapp.reading.draft import Draft
from quizapp.reading.mail import HEADS_EPISODE
from quizapp.reading.noise import is_noise
from quizapp.reading.region import Region
from quizapp.reading.sections import points, quotes
from quizapp.reading.sections.asides import without_cited
from quizapp.reading.sections.items import Item, are_terms, headed, listed
from quizapp.reading.sections.leads import split_heading
from quizapp.reading.times import timed
from quizapp.reading.wording import (
    is_prose,
    is_quoted,
    is_statement,
    looks_like_heading,
    word_count,
)

_TAG_WORDS = 4
_MANY = 3
_NUMBER = re.compile(r"^#?(\d{1,2})[.):]\s+\S")

_FORM = 2
_THINGS = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2}|some|few)\s(?:\w+\s)?"
    r"(?:things|lessons|facts|points|ideas|insights|takeaways|reasons|rules|notes)\b",
    re.IGNORECASE,
)
"""``Eight things I did not know.`` above a list."""

_LISTEN = re.compile(
    r"^(?:listen|watch|hear|subscribe|how to (?:listen|watch)|where to (?:listen|watch|find))"
    r"(?:\s(?:to|the|this|on|full|whole|it|episode|show|podcast|conversation|interview))*\W*$",
    re.IGNORECASE,
)

LEAD_WORDS = 30
"""Words of a sentence between a heading and its list."""


_BOLD = 7
"""The level of a line in bold."""

_TOLD, _TERSE = 12, 6
"""Words below a heading, and below one of several that have more below them."""


def is_told(name: str, prose: Sequence[Block], *, fewest: int = _TOLD) -> bool:
    """Whether enough prose stands below a short name for it to be a heading."""
    return word_count(name) <= 14 and sum(word_count(block.text) for block in prose) >= fewest


def _titles_page(head: Block, draft: Draft) -> bool:
    """``# Night Radio 12: Deep Sleep``, where the page has ``title: Deep Sleep`` above it."""
    named = head.plain.casefold()
    return head.level == 1 and any(named.endswith(t.casefold()) for t in draft.values("title"))


def read_headed(blocks: list[Block], draft: Draft) -> list[Block]:
    """Marked headings that no table knows, with prose below: highlights."""
    items, rest = headed(blocks)
    kind = SectionKind.TAKEAWAY if _are_counted(items, draft) else SectionKind.HIGHLIGHT
    alike = any(
        i.head and is_told(i.head.text, list(takewhile(_is_paragraph, i.body))) for i in items
    )
    asked = [
        item
        for item in items
        if item.head
        and item.head.level == _BOLD
        and item.head.plain.endswith("?")
        and item.body
        and _is_paragraph(item.body[0])
    ]
    for item in items:
        if item.body and all(block.sign == ">" for block in item.body):
            quotes.read(Region(Area.QUOTES, "", item.start, 0, tuple(item.body)), draft)
            continue
        if item.head and _bids(item.head, item.body):
            continue
        if item.head and _titles_page(item.head, draft):
            rest += item.body
            continue
        if len(asked) >= _FORM and item in asked and item.head:
            prose = list(takewhile(_is_paragraph, item.body))
            text = " ".join(block.text for block in prose)
            draft.section(SectionKind.QA, item.head.text, text, item.start, prose[-1].end)
            rest += item.body[len(prose) :]
            continue
        body = without_cited(item.body, draft)
        prose = list(takewhile(_is_paragraph, body))
        behind = body[len(prose) :]
        told = item.head and is_told(item.head.text, prose, fewest=_TERSE if alike else _TOLD)
        if item.head and prose and _is_ruled_off(item.head, prose[0], draft):
            rest += item.body
        elif item.head and prose and told and not _goes_on(behind):
            text = " ".join(block.text for block in prose)
            if HEADS_EPISODE.match(item.head.plain):
                told_of = (text, prose[0].start, prose[-1].end)
                draft.section(SectionKind.SUMMARY, None, *told_of)
            else:
                one = kind if _NUMBER.match(item.head.plain) else SectionKind.HIGHLIGHT
                draft.section(one, item.head.text, text, item.start, prose[-1].end)
            rest += behind
        else:
            rest += body
    return rest


def _is_ruled_off(head: Block, prose: Block, draft: Draft) -> bool:
    """Whether a rule stands above what is left below a heading, and not right below that."""
    rules = (block.start for block in draft.source.blocks if block.sign == RULE)
    return any(head.end + _FORM < line < prose.start for line in rules)


def _bids(head: Block, body: Sequence[Block]) -> bool:
    """``Listen to the episode`` above a line that says where."""
    return bool(_LISTEN.match(head.plain)) and sum(word_count(b.text) for b in body) <= LEAD_WORDS


def _are_counted(items: Sequence[Item], draft: Draft) -> bool:
    """Headings that count up below a title such as ``6 things I learned``."""
    numbers = [found[1] for i in items if i.head and (found := _NUMBER.match(i.head.plain))]
    if numbers[:_MANY] != [str(n) for n in range(1, _MANY + 1)]:
        return False
    top = [block.plain for block in draft.source.blocks[:_MANY]]
    return any(_THINGS.search(text) for text in [*draft.values("title"), *top])


def _is_paragraph(block: Block) -> bool:
    return is_prose(block.plain) and not block.is_item and not is_noise(block.plain)


def _goes_on(blocks: Sequence[Block]) -> bool:
    """Whether what stands behind the prose of a part says more than tags and counts."""
    told = [b for b in blocks if not (is_noise(b.plain) or b.sign == ">")]
    return any(is_prose(b.plain) or word_count(b.text) > _TAG_WORDS for b in told)


def read_lists(blocks: list[Block], below: frozenset[int], draft: Draft) -> list[Block]:
    """What a list says under an unknown heading, or as ``Heading: text``, is to be taken along.

    Whole sentences that stand under no heading are the points of a summary.
    """
    items, rest = listed(blocks)
    if are_terms(items):
        return rest + points.read_points(
            SectionKind.INSIGHT, [b for item in items for b in item.blocks], draft
        )
    telling = [
        item
        for item in items
        if (is_statement(item.blocks[-1].plain) or _CLAUSES.match(item.blocks[-1].plain))
        and not is_quoted(item.blocks[0].plain)
        and not item.blocks[-1].plain.endswith("?")
    ]
    if len(telling) < max(2, 0.6 * len(items)):
        return sorted([*rest, *(b for item in items for b in item.blocks)], key=lambda b: b.start)
    counted = any(b.end < items[0].start and _THINGS.search(b.plain) for b in rest[-_FORM:])
    if counted:
        below |= {id(item.head) for item in items}
    head = sum(1 for item in telling if item.head and _is_headed(item))
    all_headed = head > 0.6 * len(telling)
    for item in telling:
        kind = SectionKind.SUMMARY
        if all_headed or (item.head and id(item.head) in below):
            points.point(SectionKind.TAKEAWAY, item, draft)
        else:
            text = " ".join(block.text for block in item.blocks)
            draft.section(kind, None, timed(text)[1], item.start, item.end, seconds=timed(text)[0])
    return rest


_CLAUSES = re.compile(r"^(?:When|Where|Whether|Whoever|Who) (?:[^\s?:]+ ){11,}[^\s?:]+$")
"""``When water freezes between the stones the wall lifts by a finger``: too long for a title"""


def _is_headed(item: Item) -> bool:
    """``Heading: text``, or a heading with its text below."""
    head = item.head
    if head is None:
        return False
    return bool(split_heading(head.text)[0] or (item.body and looks_like_heading(head.plain)))
