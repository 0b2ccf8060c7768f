"""Topics, one to a line, separated or run together; and lists of chapters."""

from __future__ import annotations

import re
from dataclasses import replace

from quizapp.model import SectionKind
from quizapp.reading.block import Block
from quizapp.reading.chapters import read_chapters
from quizapp.reading.draft import Draft
from quizapp.reading.fields import read_labelled
from quizapp.reading.glued import evened, split_glued
from quizapp.reading.labels import field_of
from quizapp.reading.names import is_name
from quizapp.reading.noise import is_noise
from quizapp.reading.people import resolve
from quizapp.reading.region import Region
from quizapp.reading.sections import (
    leftovers,
    moments_told,
    parts,
    points,
    quotes_behind,
    topics_told,
    transcripts,
)
from quizapp.reading.sections.items import told_together, worded
from quizapp.reading.times import timed
from quizapp.reading.wording import ends_sentence, is_prose, word_count

_SEPARATED = re.compile(r"\s*[•|·;]\s*")
_SLASHED = re.compile(r"(?<=[^\d\s])\s/\s(?=\D)")
_HASHTAGS = re.compile(r"#[^\W\d][\w/-]*(?:,?\s+#[^\W\d][\w/-]*)*")
"""``#salt #sea-trade``: topics, as notes tag them."""

_TICKED = re.compile(r"`[^`\n]{2,60}`(?:[,\s]{1,3}`[^`\n]{2,60}`)+")
"""```salt` `sea trade```, as some notes set tags apart."""

_LONGEST = 2_000
_FORM = 3
_COMMAS = re.compile(r",\s+")


def read(region: Region, draft: Draft) -> None:
    """Each line or item is a topic; times make them chapters instead."""
    if _are_tags(region):
        draft.drop(region.line, region.blocks[-1].end, "tags", region.name)
        return
    listed = quotes_behind.read(worded(region.blocks), draft)
    told = _of_one_line(region, _without_lead(listed, draft), draft)
    blocks = _read_noted(points.read_bold(told, draft), draft)
    chapters, rest = read_chapters(blocks)
    if len(chapters) >= 2:
        draft.chapters += chapters
    else:
        rest = _read_timed(blocks, draft)
    for block in _line_by_line(_without_export(_without_foot(rest)), draft):
        if leftovers.is_quote(block, draft.people) and leftovers.read_block_quote(block, draft):
            continue
        if not leftovers.read_topics(block, draft) and not _read_glued(block, draft):
            _topics(block, draft)


def _without_lead(blocks: list[Block], draft: Draft) -> list[Block]:
    """Reads a paragraph above the items as what sums up the episode; hands back the items."""
    lead = blocks[0] if len(blocks) > _FORM and blocks[1].is_item else None
    if lead is None or lead.sign or not topics_told.tells(lead.plain):
        return blocks
    draft.section(SectionKind.SUMMARY, None, lead.text, lead.start, lead.end)
    return blocks[1:]


def _of_one_line(region: Region, blocks: list[Block], draft: Draft) -> list[Block]:
    """The blocks of a part, without the fields and the text below ``Topics: salt, taxes``."""
    if not blocks or blocks[0].start != region.line or "," not in blocks[0].text:
        return blocks
    below = [block for block in blocks[1:] if not read_labelled(block, draft)]
    leftovers.read([b for b in below if is_prose(b.plain) and not b.is_item], draft)
    return [blocks[0], *(b for b in below if b.is_item or not is_prose(b.plain))]


def _without_foot(blocks: list[Block]) -> list[Block]:
    """The bullets of a list without the sentences far below it, which close the page.

    A blank line apart and signed otherwise, ``Night Radio is made by Ada Byron.`` is no topic.
    """
    items = [place for place, block in enumerate(blocks) if block.is_item]
    if len(items) < _FORM or items[0] != 0:
        return blocks
    behind = blocks[items[-1] + 1 :]
    return blocks if any(not block.spaced for block in behind) else blocks[: items[-1] + 1]


_EXPORT = re.compile(r"(?:export|save|send|copy|share|download)(?: (?:it )?(?:to|as|in))?:?", re.I)
"""A button, above the names of programs that notes can be sent to."""


def _without_export(blocks: list[Block]) -> list[Block]:
    """The topics above a lone ``Export``, and above whatever is no hashtag behind several."""
    tagged = [bool(_HASHTAGS.fullmatch(block.text)) for block in blocks]
    tags = tagged.index(False) if False in tagged else len(blocks)
    if tags >= _FORM and not any(tagged[tags:]):
        return blocks[:tags]
    ends = (i for i, block in enumerate(blocks) if _EXPORT.fullmatch(block.plain))
    return blocks[: next(ends, len(blocks))]


def _line_by_line(blocks: list[Block], draft: Draft) -> list[Block]:
    """``Loss``, ``family`` and ``friendship`` right below each other: no wrapped sentence."""
    lines = dict(draft.source.lines) if any(b.end > b.start for b in blocks) else {}
    done: list[Block] = []
    for block in blocks:
        told = [(i, lines.get(i, "").strip()) for i in range(block.start, block.end + 1)]
        short = all(word_count(text) <= _FORM and text[-1:].isalnum() for _, text in told)
        short = short and all(text[:1].islower() for _, text in told[1:])
        if len(told) > 1 and short and not block.sign:
            done += [replace(block, text=text, start=i, end=i) for i, text in told]
        else:
            done.append(block)
    return done


_TAGGED = re.compile(r"^\W{0,4}keywords?\W{0,3}$", re.IGNORECASE)
_TAG = re.compile(r"[^\W\dA-Z][\w'’-]*(?: [\w'’-]+){0,2}")
_TAGS = 4
_OFTEN_SAID = re.compile(r"[^\W\d_][\w'’ -]{1,40} [(\[](?:x ?)?\d{1,4}(?: ?x)?[)\]]")
"""``bread (4)``: a word, and how often a machine heard it."""


def _are_tags(region: Region) -> bool:
    """``Keywords`` above ``bread, flour, ovens, salt``: how a page is filed, in small letters."""
    blocks = [block for block in region.blocks if block.plain]
    told = [block for block in blocks if not is_noise(block.plain)]
    if len(told) == 1 and all(map(_OFTEN_SAID.fullmatch, _COMMAS.split(told[0].plain))):
        return True
    if len(blocks) != 1 or blocks[0].is_item or not _TAGGED.match(region.name):
        return False
    parts = _COMMAS.split(blocks[0].plain)
    return len(parts) >= _TAGS and all(_TAG.fullmatch(part) for part in parts)


def _read_timed(blocks: list[Block], draft: Draft) -> list[Block]:
    """Reads ``1:45 Ada tells why bells crack.`` as what was told then, where each line is such."""
    told = [(block, *timed(block.text)) for block in blocks]
    if len(told) < _FORM or any(at is None or not is_prose(text) for _, at, text in told):
        return blocks
    for block, at, text in told:
        draft.section(SectionKind.SUMMARY, None, text, block.start, block.end, seconds=at)
    return []


def _read_noted(blocks: list[Block], draft: Draft) -> list[Block]:
    """Reads bare lines with bullets below each as highlights, or with a sentence as ideas."""
    heads = [i for i, b in enumerate(blocks) if not b.is_item and b.sign in ("", "#")]
    if len(heads) < _PAIRS or heads[0] != 0:
        return blocks
    ends = [*heads[1:], len(blocks)]
    items = [(blocks[i], blocks[i + 1 : end]) for i, end in zip(heads, ends, strict=True)]
    if all(below for _, below in items):
        for head, below in items:
            text = told_together(below)
            draft.section(SectionKind.HIGHLIGHT, head.text, text, head.start, below[-1].end)
        return []
    pairs = list(zip(blocks[::2], blocks[1::2], strict=False))
    explained = all(
        other.start == one.end + 1 and not other.spaced and is_prose(other.plain)
        and word_count(one.plain) <= _TERM and not ends_sentence(one.plain)
        for one, other in pairs
    )  # fmt: skip
    if len(heads) == len(blocks) == 2 * len(pairs) and explained:
        for one, other in pairs:
            draft.section(SectionKind.IDEA, one.text, other.text, one.start, other.end)
        return []
    return blocks


_PAIRS, _TERM = 2, 6
"""Items at least, and words of a term."""


def _read_glued(block: Block, draft: Draft) -> bool:
    """Reads short topics that are run together, of which elsewhere nothing could be told."""
    known = draft.source.words
    items = evened(split_glued(block.text, known), known) if len(block.text) < _LONGEST else []
    if len(items) < _FORM or is_prose(block.plain):
        return False
    for item in items:
        draft.section(SectionKind.TOPIC, None, item, block.start, block.end)
    return True


def _topics(block: Block, draft: Draft) -> None:
    text = block.text
    if field_of(block.plain) or (is_name(block.plain) and resolve(block.plain, draft.people)):
        return
    if is_prose(block.plain) and not block.is_item:
        leftovers.read([block], draft)
        return
    if _HASHTAGS.fullmatch(text):
        parts = [tag.strip("#,") for tag in text.split()]
    elif _TICKED.fullmatch(text):
        parts = text.split("`")[1::2]
    elif is_prose(block.plain):
        parts = [text]
    else:
        parts = [part for part in _SEPARATED.split(text) if part]
    if len(parts) == 1 and not block.is_item and len(_SLASHED.findall(text)) > 1:
        parts = _SLASHED.split(text)
    if len(parts) == 1 and not block.is_item and text.count(",") >= 2 and word_count(text) < 60:
        parts = _COMMAS.split(text)
    for part in parts:
        draft.section(SectionKind.TOPIC, None, part.rstrip("."), block.start, block.end)


def read_chapter_list(region: Region, draft: Draft) -> None:
    """Reads a list of chapters, and a transcript that follows it without a heading."""
    blocks = quotes_behind.read(worded(region.blocks), draft)
    if moments_told.read(region, blocks, draft):
        return
    spoken = transcripts.first_marked(blocks, draft)
    if spoken:
        blocks, speech = blocks[:spoken], blocks[spoken:]
    chapters, rest = read_chapters(parts.read(blocks, draft, chapters=True))
    draft.chapters += chapters
    if spoken:
        transcripts.read_turns(speech, draft)
    told = [b for b in rest if _is_sentence(b) or leftovers.is_quote(b, draft.people)]
    leftovers.read(told, draft)


def _is_sentence(block: Block) -> bool:
    return is_prose(block.plain) and not block.is_item
