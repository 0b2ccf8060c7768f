"""Quotes: with the speaker behind, below, before them, or with nobody."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from quizapp.model import SectionKind
from quizapp.reading.attributions import Attribution, attribution, split_attribution
from quizapp.reading.block import RULE, Block
from quizapp.reading.chapters import time_alone
from quizapp.reading.draft import Draft
from quizapp.reading.glued import split_glued
from quizapp.reading.names import is_name, is_short_name
from quizapp.reading.noise import is_noise
from quizapp.reading.page import GUEST, HOST
from quizapp.reading.people import resolve
from quizapp.reading.region import Region
from quizapp.reading.sections import leftovers
from quizapp.reading.sections.items import worded
from quizapp.reading.sections.labelled_quotes import with_speakers_behind, without_labels
from quizapp.reading.sections.quotes_of_all import without_note
from quizapp.reading.sections.remarks import is_remark
from quizapp.reading.times import timed
from quizapp.reading.wording import (
    ends_sentence,
    is_prose,
    is_quoted,
    is_statement,
    looks_like_heading,
    plain,
    word_count,
)

_ROLES = {"host": HOST, "guest": GUEST, "unknown": None, "unknown speaker": None, "speaker": None}

_BOLD = 7
"""The level of a line in bold, as speakers below their quotes are."""

_FORM = 2
"""So many of a form are no chance."""

_OPENING = '“„«"'

_LONGEST = 120
"""Words of a quote that has no mark at all."""


def read(region: Region, draft: Draft) -> None:
    """Reads the quotes of a region; where speakers stand below, a text without one is none."""
    people = draft.people
    told, of_all = without_note(
        [b for b in worded(region.blocks) if not _is_noted(b)], people, draft
    )
    blocks = _with_times_above(told)
    blocks = without_labels(_with_times_below(blocks, people), people)
    blocks = with_speakers_behind(blocks, people)
    by_line = [_attribution(block, people) for block in blocks]
    below = any(by_line) or _are_signed(blocks, people)
    waiting: list[Block] = []
    rest: list[Block] = []
    by = of_all or _named_by(region.name, people)
    for block, said in zip(blocks, by_line, strict=True):
        if said and waiting:
            _quote(waiting, said, block.end, draft)
            waiting = []
        elif said:
            rest.append(block)
        elif _read_attributed(block, people, draft):
            _unattributed(waiting, below, rest, draft, by)
            waiting = []
        else:
            if waiting and not _continues(waiting[-1], block):
                _unattributed(waiting, below, rest, draft, by)
                waiting = []
            waiting.append(block)
    run_on = bool(waiting) and len(split_glued(waiting[0].plain, draft.source.words)) > 1
    if waiting and below and not run_on and _is_cut_behind(waiting[0], blocks, by_line):
        cut, *waiting = waiting
        at, text = timed(cut.text)
        text = plain(text).lstrip(_OPENING)
        draft.section(SectionKind.QUOTE, None, text, cut.start, cut.end, by, at)
    _unattributed(waiting, below, rest, draft, by)
    leftovers.read(rest, draft)


def _is_cut_behind(
    block: Block, blocks: Sequence[Block], by_line: Sequence[Attribution | None]
) -> bool:
    """Whether the page ends within the words of a quote, where all above are signed below."""
    place = next(i for i, one in enumerate(blocks) if one is block)
    signed = place >= 2 * _FORM and all(by_line[1:place:2]) and not any(by_line[:place:2])
    bare = signed and place % 2 == 0 and not block.sign
    return bare and is_statement(block.plain) and not ends_sentence(block.plain)


def _is_noted(block: Block) -> bool:
    """``**Note:** for the next lesson``, below a quote."""
    return not block.is_item and is_remark(block)


def _with_times_above(blocks: list[Block]) -> list[Block]:
    """Blocks without times of their own: each stands at the start of the quote below it.

    Only where the first block is a time; else times stand below what was said then.
    """
    if len(blocks) < _FORM or time_alone(blocks[0].plain) is None:
        return blocks
    joined: list[Block] = []
    above: Block | None = None
    for block in blocks:
        if time_alone(block.plain) is not None:
            above = block
            continue
        if above:
            time = above.plain.strip("()[] ")
            block = replace(block, text=f"({time}) {block.text}", start=above.start)
        joined.append(block)
        above = None
    return joined


def _with_times_below(blocks: Sequence[Block], people: list[str]) -> list[Block]:
    """``– Ada Byron, on bells`` and the time right below her name as one line."""
    joined: list[Block] = []
    for block in blocks:
        above = joined[-1] if joined and joined[-1].end + 1 == block.start else None
        timely = above is not None and time_alone(block.plain) is not None
        said = _attribution(above, people) if above and timely else None
        if above and said and said.speaker and said.seconds is None:
            time = block.plain.strip("()[] ")
            joined[-1] = replace(above, text=f"{above.text} ({time})", end=block.end)
        else:
            joined.append(block)
    return joined


def _are_signed(blocks: Sequence[Block], people: list[str]) -> bool:
    """Whether most texts are in quotation marks and signed: a text with neither is then none.

    Where several are, those behind the last one do not count.
    """
    places = []
    for place, block in enumerate(blocks):
        found = split_attribution(timed(block.text)[1], people)
        if found is not None and found[1].speaker is not None and is_quoted(found[0]):
            places.append(place)
    among = places[-1] + 1 if len(places) >= _FORM else len(blocks)
    return bool(places) and len(places) >= 0.5 * among


def read_below(heading: str, blocks: Sequence[Block], draft: Draft) -> bool:
    """Reads block quotes below a heading, which may name their speaker: ``From Ada``."""
    if any(block.sign != ">" for block in blocks):
        return False
    words = set(heading.split())
    named = [name for name in draft.people if words & set(name.split())]
    speaker = named[0] if len(named) == 1 else None
    for block in blocks:
        if not leftovers.read_block_quote(block, draft):
            at, text = timed(block.text)
            start, end = block.start, block.end
            draft.section(SectionKind.QUOTE, None, text, start, end, speaker, at)
    return True


def read_signed(blocks: Sequence[Block], draft: Draft) -> list[Block]:
    """Reads texts with a name on the line below each; hands back what follows them.

    In a transcript names stand above: there the last name has words below it.
    """
    end = 0
    while end + 1 < len(blocks) and _is_signed(blocks[end], blocks[end + 1], draft.people):
        end += 2
    behind = blocks[end].plain if end < len(blocks) else ""
    if end < 2 * _FORM or is_prose(behind):
        return list(blocks)
    for text, name in zip(blocks[:end:2], blocks[1:end:2], strict=True):
        said = attribution(name.text, draft.people)
        if said:
            _quote([text], said, name.end, draft)
    return list(blocks[end:])


def read_block_pairs(blocks: Sequence[Block], draft: Draft) -> list[Block]:
    """Reads block quotes with a name below each, before all else; hands back what follows."""
    end = 0
    while end + 1 < len(blocks) and blocks[end].sign == ">" and not blocks[end + 1].sign:
        said = _attribution(blocks[end + 1], draft.people)
        if said is None or not is_name(blocks[end + 1].plain):
            break
        end += 2
    if end < 2 * _FORM:
        return list(blocks)
    for text, name in zip(blocks[:end:2], blocks[1:end:2], strict=True):
        said = _attribution(name, draft.people)
        if said:
            _quote([text], said, name.end, draft)
    return list(blocks[end:])


def read_ruled(blocks: Sequence[Block], draft: Draft) -> list[Block]:
    """Reads texts with a name and a time below each, which rules part; hands back the rest."""
    ruled = [i for i, b in enumerate(blocks) if b.sign == RULE]
    if len(ruled) < _FORM:
        return list(blocks)
    pairs = [
        place
        for place in range(len(blocks) - 1)
        if _is_signed(blocks[place], blocks[place + 1], draft.people)
        and (said := attribution(blocks[place + 1].text, draft.people))
        and said.seconds is not None
        and (place + 2 == len(blocks) or blocks[place + 2].sign == RULE)
    ]
    if len(pairs) < _FORM:
        return list(blocks)
    taken: set[int] = set()
    for place in pairs:
        said = attribution(blocks[place + 1].text, draft.people)
        if said:
            _quote([blocks[place]], said, blocks[place + 1].end, draft)
            taken |= {place, place + 1}
    return [block for place, block in enumerate(blocks) if place not in taken]


_PAIRS = 3


def read_pairs_below(blocks: Sequence[Block], draft: Draft) -> list[Block]:
    """Reads texts between empty lines, each with a name right below it; hands back the rest.

    Where a name stands alone with its text below it, as speakers do, none is such a text.
    """
    people = draft.people
    pairs: list[tuple[Block, Block, Attribution]] = []
    for text, name, behind in zip(blocks, blocks[1:], [*blocks[2:], None], strict=False):
        said = None if name.spaced or name.sign or name.is_item else _attribution(name, people)
        beside = name.start == text.end + 1 and (behind is None or behind.spaced)
        told = text.spaced and not text.sign and (is_prose(text.plain) or is_quoted(text.plain))
        if said and beside and told and word_count(text.text) <= _LONGEST:
            pairs.append((text, name, said))
    names = {name.start for _, name, _ in pairs}
    others = [b for b in blocks if b.start not in names and is_name(b.plain) and not b.is_item]
    on = sum("," in name.plain for _, name, _ in pairs)
    if len(pairs) < _PAIRS or others or 2 * on < len(pairs):
        return list(blocks)
    for text, name, said in pairs:
        _quote([text], said, name.end, draft)
    taken = names | {text.start for text, _, _ in pairs}
    return [block for block in blocks if block.start not in taken]


def _is_signed(text: Block, name: Block, people: list[str]) -> bool:
    if text.sign or name.sign or not is_prose(text.plain) or word_count(text.text) > _LONGEST:
        return False
    said = attribution(name.text, people)
    return said is not None and said.speaker is not None and attribution(text.text, people) is None


def read_alone(blocks: Sequence[Block], draft: Draft) -> bool:
    """Reads an item that is but a quoted text with its speaker, among points of another kind."""
    if len(blocks) != 1:
        return False
    found = split_attribution(timed(blocks[0].text)[1], draft.people)
    if found is None or found[1].speaker is None or not is_quoted(found[0]):
        return False
    return _read_attributed(blocks[0], draft.people, draft)


def _attribution(block: Block, people: list[str]) -> Attribution | None:
    if block.sign == "#" and not (block.level == _BOLD and is_name(block.plain)):
        return None
    found = attribution(block.text, people, signed=block.sign in ("–", "—", "-"))
    if found or block.is_item or block.sign:
        return found
    role = block.plain.lower().strip(" .:")
    if role in _ROLES:
        return Attribution(_ROLES[role])
    named = is_short_name(block.plain) and not is_noise(block.plain)
    return Attribution(block.plain) if named else None


def _continues(last: Block, block: Block) -> bool:
    """Whether two blocks are one quote: neither is marked as the start of one."""
    return block.sign == ">" and last.sign == ">" and not block.spaced


def _read_attributed(block: Block, people: list[str], draft: Draft) -> bool:
    at, text = timed(block.text)
    found = split_attribution(text, people)
    if found is None:
        return False
    quote, said = found
    seconds = said.seconds if said.seconds is not None else at
    draft.section(SectionKind.QUOTE, None, quote, block.start, block.end, said.speaker, seconds)
    return True


def _quote(blocks: list[Block], said: Attribution, end: int, draft: Draft) -> None:
    at, text = timed(" ".join(block.text for block in blocks))
    seconds = said.seconds if said.seconds is not None else at
    draft.section(SectionKind.QUOTE, None, text, blocks[0].start, end, said.speaker, seconds)


_WORDS_OF = re.compile(
    r"^(?:in|from) (?P<name>[^'’]{3,40}?)['’]s? (?:own )?words\W*$"
    r"|^in (?:the )?words of (?P<name2>.{3,40}?)\W*$"
    r"|^(?:\w+ ){0,3}(?:lines|quotes|sentences|sayings|words) (?:of|from|by) "
    r"(?-i:(?P<name3>[A-ZÀ-Þ][\w.-]*(?: [A-ZÀ-Þ][\w.-]*){0,3}))(?:['’]s?)?"
    r"(?:\W*$| (?:that|which|worth|to|I|we)\b)",
    re.IGNORECASE,
)


def _named_by(heading: str, people: Sequence[str]) -> str | None:
    """Whose quotes stand below ``In Ada Byron’s words``, if she takes part.

    ``Lines of Ada's that I keep thinking about``
    """
    found = _WORDS_OF.match(heading)
    return resolve(next(filter(None, found.groups())), people) if found else None


def _unattributed(
    blocks: list[Block], below: bool, rest: list[Block], draft: Draft, by: str | None
) -> None:
    """Texts that name nobody are quotes where they look so, or where no quote is signed.

    ``by`` is who said them by the heading of their part.
    """
    for block in blocks:
        at, text = timed(block.text)
        ended = not block.is_item and (block is not blocks[-1] or ends_sentence(plain(text)))
        cut = _is_cut(plain(text)) and not ended
        if cut or _is_quote(plain(text), block, below):
            text = plain(text).lstrip('“„«"') if cut else text
            draft.section(SectionKind.QUOTE, None, text, block.start, block.end, by, at)
        else:
            rest.append(block)


def _is_quote(text: str, block: Block, below: bool) -> bool:
    if is_quoted(text) or block.sign == ">":
        return True
    if below:
        return False
    prose = is_prose(text) and word_count(text) < _LONGEST
    return prose or (block.is_item and not looks_like_heading(text))


def _is_cut(text: str) -> bool:
    """``“The machine is right about each note and``: the page ends inside of a quotation."""
    opened = text[:1] in '“„«"' and not any(mark in text[1:] for mark in '”“»"')
    return opened and word_count(text) >= _CUT


_CUT = 6
"""Words that say something without their end."""

_LABEL = re.compile(r"(?:(?:key|notable|memorable|direct|main) )?quotes?\s?:?", re.IGNORECASE)


def read_labelled(blocks: Sequence[Block], draft: Draft) -> bool:
    """Reads ``Quote:`` with the signed quotes on the lines below it."""
    label, *below = blocks
    if not below or not _LABEL.fullmatch(label.plain):
        return False
    if any(split_attribution(timed(block.text)[1], draft.people) is None for block in below):
        return False
    for block in below:
        leftovers.read_block_quote(block, draft)
    return True
