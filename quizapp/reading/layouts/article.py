"""Articles about an episode, as newspapers and blogs print them, in plain text."""

from __future__ import annotations

import re
from dataclasses import replace

from quizapp.reading import fields, headline_of_article, told_in_articles
from quizapp.reading.areas import Area
from quizapp.reading.articles import Article, article_of, is_paragraph
from quizapp.reading.block import Block
from quizapp.reading.dates import find_date
from quizapp.reading.draft import Draft, Source
from quizapp.reading.layouts.layout import Layout, read_top
from quizapp.reading.names import is_name
from quizapp.reading.page_titles import names_page
from quizapp.reading.sections import articles, descriptions, transcripts
from quizapp.reading.settled import settle
from quizapp.reading.wording import looks_like_heading, word_count

_PLAIN_NAMES = re.compile(
    r"^(?:introduction|conclusions?|in conclusion|the bottom line|bottom line|final thoughts|"
    r"closing thoughts|final words?|parting thoughts|wrapping up|thesis)$",
    re.IGNORECASE,
)
"""Names of parts that articles have as well as notes."""

_SURE = 0.5
_OPEN = frozenset({Area.HEADER, Area.UNKNOWN, Area.NOISE})


def _confidence(source: Source) -> float:
    """Sure of prose between bare subheadings, where no other part of a page is named."""
    named = any(r.area not in _OPEN and not _PLAIN_NAMES.match(r.name) for r in source.regions)
    return _SURE if not named and _article(source) is not None else 0.0


def _article(source: Source) -> Article | None:
    found = article_of(_above_comments(source))
    if found and transcripts.first_marked(source.blocks, Draft(source)) is not None:
        return None
    return found


def _above_comments(source: Source) -> tuple[Block, ...]:
    """The blocks down to what readers write."""
    heads = (i for i, b in enumerate(source.blocks) if b.sign == "#" and b.text == "Comments")
    return source.blocks[: next(heads, len(source.blocks))]


def _read(draft: Draft) -> None:
    found = article_of(_above_comments(draft.source))
    if found is None:
        return
    found = _begun_at_once(found)
    first = found.parts[0].body
    told = [b for b in first if is_paragraph(b)] if found.parts[0].head is None else []
    fields.read_fields(draft.source.fields, draft)
    headline_of_article.read(found.top, told, draft)
    lines = [*headline_of_article.without_bylines(found.top, draft), *told]
    told_in_articles.read_names(lines, draft)
    read_top(lines, draft, told=lines)
    told_in_articles.read_signer(lines, articles.signers(found.parts, draft), draft)
    descriptions.read_blocks(told, "description", draft)
    for part in found.parts:
        articles.read(part, draft)
    settle(draft)


_HEAD_WORDS = 8


def _begun_at_once(found: Article) -> Article:
    """``Night Radio — highlights`` introduces nothing: the line below it heads the first part."""
    if len(found.top) < _TOP or found.parts[0].head is not None:
        return found
    above, last = found.top[0].plain, found.top[-1]
    heads = looks_like_heading(last.plain) and word_count(last.plain) <= _HEAD_WORDS
    if not names_page(above) or not heads or is_name(last.plain) or find_date(last.plain):
        return found
    if last.plain[-1:].isalnum() and not _tells_of_page(last.plain):
        first = replace(found.parts[0], head=last)
        return replace(found, top=found.top[:-1], parts=(first, *found.parts[1:]))
    return found


_TOP = 2


def _tells_of_page(text: str) -> bool:
    """``By Ada Byron``, ``Host: Ada Byron``, ``7 min read``: no heading."""
    return ":" in text or text.lower().startswith("by ") or any(c.isdigit() for c in text)


LAYOUT = Layout("article", _confidence, _read)
