"""What a show says about its episode, with links, adverts and an outline run together."""

from __future__ import annotations

import re

from quizapp.reading.block import Block
from quizapp.reading.chapters import chapter_of, chapters_run_on, first_of_run, read_chapters
from quizapp.reading.draft import Draft
from quizapp.reading.region import Region
from quizapp.reading.sections import leftovers, paragraphs, parts, points, questions, unlabelled
from quizapp.reading.sections.items import worded
from quizapp.reading.wording import ends_sentence, is_prose, is_statement, plain, sentence_count

_STOP = re.compile(
    r"\s*(?:\b(?:[A-Z][A-Z&'’]{1,30}\s){0,3}[A-Z][A-Z&'’]{2,30}:|https?://|www\.|"
    r"\b(?:please )?(?:support|check out|follow|subscribe|sponsor|thanks? to our|thank you to our|"
    r"brought to you|this episode is (?:brought|sponsored)|visit|links?:|timestamps?:|chapters?:|"
    r"outline:|connect with)\b)",
)
_FEWEST = 2
"""A time in a description makes no list of chapters."""

_BOLD = 7
"""The level of a line in bold; a marked heading is none of the description's own lines."""

_SENTENCE_ENDS = re.compile(r"[.!?…][\"”’)]*(?=\s)")


def read(region: Region, draft: Draft) -> None:
    """Takes the paragraphs as the description, and the chapters that stand in them."""
    blocks = questions.read_bare(worded(region.blocks), draft)
    first = next(
        (i for i, b in enumerate(blocks) if b.sign == "#" and b.level < _BOLD), len(blocks)
    )
    headed = blocks[first:]
    if headed:
        leftovers.read(unlabelled.read_blocks(headed, draft), draft)
    blocks = blocks[:first]
    blocks = points.read_bold(parts.read(blocks, draft), draft)
    said = [b for b in blocks if b.is_item and is_statement(b.plain) and not chapter_of(b.text)]
    if len(said) >= _FEWEST:
        left = unlabelled.read_blocks(said, draft)
        blocks = [b for b in blocks if b not in said or b in left]
    read_blocks(paragraphs.read(blocks, draft, fewest=_FEWEST), "description", draft)


def read_blocks(blocks: list[Block], field: str, draft: Draft) -> None:
    """Reads blocks as a description that is claimed under ``field``."""
    chapters, rest = read_chapters(blocks)
    if len(chapters) < _FEWEST:
        chapters, rest = [], blocks
    draft.chapters += chapters
    kept = {id(block) for block in rest}
    told: list[str] = []
    start = None
    for block in blocks:
        if id(block) not in kept and not chapters_run_on(block.text):
            continue
        part = without_adverts(_before_outline(plain(block.text)))
        if is_prose(part):
            told.append(part)
            start = start or block.start
        if told and part != plain(block.text):
            break
    if told and start:
        draft.claim(field, " ".join(told), start)


def read_details(region: Region, draft: Draft) -> None:
    """Takes an outline that runs on among facts of the episode, where no part is its outline."""
    outlines = [block for block in region.blocks if chapters_run_on(block.text)]
    if outlines and not draft.chapters:
        read_blocks(outlines, "description", draft)


def _before_outline(text: str) -> str:
    """A paragraph up to the outline that runs on in it, without the words that announce it."""
    outline = first_of_run(text)
    if outline is None:
        return text
    ends = [match.end() for match in _SENTENCE_ENDS.finditer(text[:outline] + " ")]
    return text[: ends[-1]] if ends else ""


def without_adverts(text: str) -> str:
    """The beginning of a description, up to the first advert, link or label in capitals.

    The sentence in which the advert begins goes as well.
    """
    found = _STOP.search(text) or _STOP.search(text.lower())
    if not found:
        return text
    head = text[: found.start()].rstrip(" -–—:•")
    if ends_sentence(head) or sentence_count(head) == 1:
        return head if ends_sentence(head) else ""
    ends = [match.end() for match in _SENTENCE_ENDS.finditer(head)]
    return head[: ends[-1]] if ends else ""
