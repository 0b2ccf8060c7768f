"""Where a transcript begins and ends: lines around it that nobody said."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import groupby, pairwise

from quizapp.reading.adverts import is_break, is_offer
from quizapp.reading.areas import Area
from quizapp.reading.block import RULE, Block
from quizapp.reading.chapters import time_alone
from quizapp.reading.draft import Draft
from quizapp.reading.forms import Form
from quizapp.reading.headings import area_named
from quizapp.reading.names import NAME
from quizapp.reading.noise import is_noise, is_teaser
from quizapp.reading.people import resolve
from quizapp.reading.sections.unmarked import FEW, NO_LABELS, PARAGRAPH
from quizapp.reading.speakers import mark, speakers_split
from quizapp.reading.wording import ends_sentence

_END = re.compile(
    r"^\W*end of (?:the )?(?:transcript(?:ion)?|interview|recording|conversation|tape|audio|"
    r"episode|show|programme|session|talk|part(?: \w{1,5})?)\W*$|^\W*(?-i:ENDS|THE END)\W*$",
    re.IGNORECASE,
)

_PICKER = re.compile(r"^[\w ]{2,30} \(auto-generated\)$", re.IGNORECASE)
"""The choice of a language below captions, with other videos below it."""

_TRAIL_WORDS = 6

_OF_OTHERS = 0.34
"""The share of lines with times, up to which they are the lengths of other videos."""


def without_trail(blocks: Sequence[Block], draft: Draft) -> Sequence[Block]:
    """The blocks without a menu at the end: lines in a row that are no sentences, after some."""
    ends = sum(1 for block in blocks if ends_sentence(block.plain))
    if ends < 0.3 * len(blocks):
        return _without_untimed(blocks, draft)
    last = len(blocks)
    while last and _trails(blocks[last - 1]):
        last -= 1
    behind = blocks[last:]
    if len(behind) < FEW or not behind[0].spaced or not last:
        return _without_untimed(blocks, draft) if _are_times_alone(blocks) else blocks
    draft.drop(behind[0].start, behind[-1].end, "menu, button or notice", behind[0].plain)
    return blocks[:last]


def _are_times_alone(blocks: Sequence[Block]) -> bool:
    """Whether a time stands above each paragraph but those behind the last."""
    times = [i for i, b in enumerate(blocks) if time_alone(b.plain) is not None]
    if len(times) < FEW:
        return False
    return all(after - before <= 2 for before, after in pairwise(times))


def _trails(block: Block) -> bool:
    short = len(block.text.split()) <= _TRAIL_WORDS and not ends_sentence(block.plain)
    return short and not mark(block.text) and mark(block.text, NO_LABELS) is None


def _without_untimed(blocks: Sequence[Block], draft: Draft) -> Sequence[Block]:
    """Captions whose times stand above them end where the times do."""
    times = [i for i, b in enumerate(blocks) if mark(b.text, NO_LABELS)]
    if len(times) < FEW or len(times) < 0.3 * len(blocks):
        return blocks
    if blocks[0].text[:1] in "([" and blocks[0].text[-1:] in ")]" and times[0] == 1:
        draft.drop(blocks[0].start, blocks[0].end, "note on the page", blocks[0].plain)
        return _without_untimed(blocks[1:], draft)
    first = times[-1] + (2 if time_alone(blocks[times[-1]].plain) is not None else 1)
    end = next((i for i in range(first, len(blocks)) if _is_apart(blocks, i)), len(blocks))
    if end < len(blocks):
        text = blocks[end].plain
        draft.drop(blocks[end].start, blocks[-1].end, "menu, button or notice", text)
    return blocks[:end]


def _is_apart(blocks: Sequence[Block], place: int) -> bool:
    return blocks[place].spaced or blocks[place].start > blocks[place - 1].end + 1


def up_to_end(blocks: Sequence[Block], draft: Draft) -> Sequence[Block]:
    """The blocks before ``END OF TRANSCRIPT``; where the same people go on, without that line."""
    if not any(map(_is_end, blocks)):
        return blocks
    kept: list[Block] = []
    above: set[str] = set()
    for place, block in enumerate(blocks):
        if not _is_end(block):
            kept.append(block)
            above.update(_labels(block))
        elif _goes_on(above, blocks[place + 1 : place + 1 + _NEAR]):
            draft.drop(block.start, block.end, "note on the page", block.plain)
        else:
            draft.drop(block.start, blocks[-1].end, "note on the page", block.plain)
            break
    return kept


def _is_end(block: Block) -> bool:
    return len(block.text) < 60 and _END.match(block.plain) is not None


def _goes_on(above: set[str], behind: Sequence[Block]) -> bool:
    """Whether turns follow of those who spoke above: ``END OF PART ONE``, and a second one."""
    return sum(label in above for block in behind for label in _labels(block)) >= _TURNS


def _labels(block: Block) -> list[str]:
    """Who speaks in a block, turn by turn."""
    found = (mark(part) for part in speakers_split(block.text))
    return [one.label for one in found if one and one.label]


_TURNS = 2
"""Turns by the same people below the line."""

_NEAR = 12
"""Blocks below it."""


def up_to_picker(blocks: Sequence[Block], draft: Draft) -> Sequence[Block]:
    """The blocks before ``English (auto-generated)``, where no times come behind it."""
    end = next((i for i, b in enumerate(blocks) if i and _PICKER.match(b.plain)), None)
    behind = blocks[end + 1 :] if end is not None else ()
    times = sum(1 for b in behind if mark(b.text) or mark(b.text, NO_LABELS))
    if end is None or times > _OF_OTHERS * len(behind):
        return blocks
    draft.drop(blocks[end].start, blocks[-1].end, "menu, button or notice", blocks[end].plain)
    return blocks[:end]


_BOX = re.compile(r"^(?:subscribe|sign up) (?:to|for) \S.{1,60}$", re.IGNORECASE)
_BOX_END = re.compile(r"^(?:type|enter) your e-?mail\b", re.IGNORECASE)
_BOX_LINES = 5


def without_boxes(blocks: Sequence[Block], draft: Draft) -> Sequence[Block]:
    """The blocks without ``Subscribe to Night Radio`` and all down to ``Type your email…``."""
    kept: list[Block] = []
    place = 0
    while place < len(blocks):
        box = blocks[place : place + _BOX_LINES] if _BOX.match(blocks[place].plain) else ()
        end = next((i for i, one in enumerate(box) if _BOX_END.match(one.plain)), None)
        if end is None:
            kept.append(blocks[place])
            place += 1
            continue
        draft.drop(box[0].start, box[end].end, "menu, button or notice", box[0].plain)
        place += end + 1
    return kept


def without_imprint(blocks: Sequence[Block], draft: Draft) -> Sequence[Block]:
    """The blocks of a talk without what tells below it of the page, and of its rights."""
    return without_rights(_without_ruled(blocks, draft), draft)


def _without_ruled(blocks: Sequence[Block], draft: Draft) -> Sequence[Block]:
    """The blocks without what stands behind a last rule, and is no turn but a note on the page."""
    last = max((place for place, block in enumerate(blocks) if block.sign == RULE), default=-1)
    behind = blocks[last + 1 :]
    if last < 0 or not 0 < len(behind) <= FEW:
        return blocks
    if sum(1 for block in blocks if mark(block.text)) < FEW:
        return blocks
    if any(mark(block.text) or len(block.text) > PARAGRAPH for block in behind):
        return blocks
    draft.drop(behind[0].start, behind[-1].end, "note on the page", behind[0].plain)
    return blocks[:last]


_BANNER = 4
"""A line that stands so often at the top is an advert of the site."""


def without_banners(blocks: Sequence[Block], draft: Draft) -> list[Block]:
    """The blocks without lines that come again and again, right below each other."""
    rest: list[Block] = []
    for text, alike in groupby(blocks, key=lambda block: block.plain):
        run = list(alike)
        if len(run) < _BANNER:
            rest += run
        else:
            draft.drop(run[0].start, run[-1].end, "menu, button or notice", text)
    return rest


_RIGHTS = re.compile(
    r"^(?:copyright )?© ?(?:copyright )?(?:(?:19|20)\d\d|[A-Z])|"
    r"^(?:copyright |\(c\) ?|copyright \(c\) ?)(?:19|20)\d\d\b",
    re.IGNORECASE,
)
"""``© 2019 Night Radio``, ``Copyright © 2019 Night Radio.``"""


def without_rights(blocks: Sequence[Block], draft: Draft) -> Sequence[Block]:
    """The blocks of a talk above whose rights are reserved, if no one speaks below that."""
    marks = [mark(block.text[:PARAGRAPH]) for block in blocks]
    said = Counter(one.label for one in marks if one and one.label)
    if sum(count for count in said.values() if count > 1) < FEW:
        return blocks
    last = max(i for i, one in enumerate(marks) if one)
    told = (i for i in range(last + 1, len(blocks)) if _RIGHTS.match(blocks[i].plain[:PARAGRAPH]))
    place = next(told, len(blocks))
    if place == len(blocks) or len(blocks) - place > _FOOT:
        return blocks
    draft.drop(blocks[place].start, blocks[-1].end, "note on the page", blocks[place].plain)
    return blocks[:place]


_FOOT = 30
"""Blocks below a talk and its rights."""


def without_captions(blocks: Sequence[Block], draft: Draft) -> list[Block]:
    """The blocks without lines in italics right below a picture."""
    slanted = {b.start for b in blocks if b.text[:1] in "*_" and _SLANTED.match(b.text)}
    lines = draft.source.lines if slanted else ()
    shown = {line + 1 for line, raw in lines if raw.lstrip().startswith("![")}
    return [b for b in blocks if b.start not in slanted & shown]


_SLANTED = re.compile(r"^(?P<sign>[*_])(?![*_\s]).+(?P=sign)$", re.DOTALL)


def is_button(block: Block) -> bool:
    """Whether a block is for readers rather than said: a teaser, a button, a link."""
    return (
        is_teaser(block.text)
        or is_break(block.plain)
        or is_offer(block.text, apart=block.sign == ">")
        or (len(block.text) < 80 and is_noise(block.plain))
        or (len(block.text) < _NOTICE and bool(_GENERATED.search(block.plain)))
    )


_NOTICE = 200
"""Letters."""

_GENERATED = re.compile(
    r"\btranscripts? (?:are|is|was|were|has been|have been) (?:automatically|auto-?|machine) ?"
    r"(?:generated|created)\b"
    r"|^\W*(?:please note:? |note:? )?(?:this|our|all|these|(?:the )?full) (?:(?:episode|show) )?"
    r"(?:transcripts?|transcriptions?) (?:(?:has|have) been|are|is|was|were) (?:\w+ly )?"
    r"(?:made|generated|created|produced|prepared|written|typed|transcribed|corrected|checked|edited|"
    r"provided)\b"
    r"|^\W*(?:closed )?(?:captioning|captions|subtitles) (?:(?:is|are|was|were) )?"
    r"(?:provided|made|written|created|funded|supplied) by (?:the |our |a )?"
    r"(?:(?-i:[A-Z])|community|viewers|volunteers)",
    re.IGNORECASE,
)
"""``Transcripts are automatically generated; errors remain.``, ``Our transcripts are made …``"""


_NO_SPEAKER = re.compile(
    r"^(?:credits|ad break|advertisement|commercial break|disclaimer|editor['’]s note|copyright|"
    r"produced by|end credits|sponsor message|transcript note)$",
    re.IGNORECASE,
)

_IN_CAPITALS = re.compile(
    r"^(?:AD|ADS|ADVERT|SPONSORS?|COMMERCIAL|NOTES?|TRANSCRIPT|PRODUCTION|MUSIC|PROMO|BREAK|"
    r"ANNOUNCEMENT|ABOUT THE SHOW|LINKS|RESOURCES|THEME|INTRO|OUTRO)$"
)
"""Words that begin a sentence too, where they are not in capitals."""


_BOLD_LABEL = re.compile(
    r"(?:\*\*|__)(?:links?|resources|show notes|references|further reading|credits|sources|"
    r"mentioned(?: in (?:this|the) episode)?|production|music|sponsors?)"
    r"(?::(?:\*\*|__)|(?:\*\*|__):)",
    re.IGNORECASE,
)
"""``**Links:** Ada's mill``, among names in bold."""


def is_no_speaker(text: str) -> bool:
    """``CREDITS: The show is made by …``: a label that nobody bears, and nobody says so."""
    found = mark(text)
    if found is None or not found.label:
        return False
    if not found.rest and area_named(found.label) is Area.NOISE:
        return True
    if _BOLD_LABEL.match(text):
        return True
    return bool(_NO_SPEAKER.match(found.label) or _IN_CAPITALS.match(found.label))


_OF_WRITER = Form(
    rf"(?P<name>{NAME}) (?:is (?:an?|the|our)|teaches|writes|works|lives|edits|hosts|presents)\b"
)


def is_of_host(text: str, draft: Draft) -> bool:
    """``Ada Byron is an editor at large``, below an interview of hers."""
    found = _OF_WRITER.match(text)
    return found is not None and resolve(found["name"], draft.values("host")) is not None
