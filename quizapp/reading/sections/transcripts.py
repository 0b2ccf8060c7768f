"""Turns out of a transcript: by names, by dashes, by ``>>``, or paragraph by paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quizapp.model import Turn
from quizapp.reading import dialogues, reporters
from quizapp.reading.adverts import (
    is_advert,
    is_break,
    is_closing_advert,
    is_credits,
    is_opening,
    without_advert,
    without_sounds,
)
from quizapp.reading.block import RULE, Block
from quizapp.reading.chapters import is_stamped_speech
from quizapp.reading.draft import Draft
from quizapp.reading.marks import REPORTER, split_at
from quizapp.reading.names import is_name
from quizapp.reading.noise import before_teaser, is_noise, is_teaser
from quizapp.reading.page import HOST, Cue
from quizapp.reading.region import Region
from quizapp.reading.sections import (
    bios,
    called_above,
    guests_below,
    pull_quotes,
    single_voice,
    voices,
)
from quizapp.reading.sections.edge_notes import without_notes
from quizapp.reading.sections.edges import (
    is_button,
    is_no_speaker,
    is_of_host,
    up_to_end,
    up_to_picker,
    without_boxes,
    without_captions,
    without_imprint,
    without_trail,
)
from quizapp.reading.sections.evidence import Spoken, with_evidence
from quizapp.reading.sections.feet import above_foot
from quizapp.reading.sections.headlines import chapter_named, is_headline
from quizapp.reading.sections.unmarked import (
    DASH,
    FEW,
    NO_LABELS,
    by_chevrons,
    by_dashes,
    by_paragraphs,
    dash_count,
)
from quizapp.reading.speakers import (
    Mark,
    mark,
    speakers_split,
    trusted_labels,
)
from quizapp.reading.times import timed
from quizapp.reading.wording import is_prose, plain

_PAUSE = re.compile(r"break|\bads?\b|advert|commercial|sponsor", re.IGNORECASE)
"""What interrupts a turn, as music does not."""

_AT_END = 4
"""Paragraphs at the end that may be about the show."""

_FOOT = 12
"""Paragraphs at the end that may be about the text and its rights."""


def read(region: Region, draft: Draft) -> None:
    """Reads the turns of a transcript; the cut beginning of one is none."""
    told = up_to_picker(up_to_end(without_captions(region.blocks, draft), draft), draft)
    blocks = [
        _without_teaser(b)
        for b in without_imprint(without_boxes(told, draft), draft)
        if b.sign != RULE
    ]
    if all(is_noise(b.plain) for b in blocks):
        return
    read_turns([b for b in blocks if b.sign == "#" or not is_button(b)], draft, pairs=True)


def _without_teaser(block: Block) -> Block:
    """The beginning of a talk in one line, with its turns marked, without ``… Read more``."""
    marked = is_teaser(block.text) and block.text.count(">>") >= FEW
    return replace(block, text=before_teaser(block.text)) if marked else block


def read_turns(blocks: Sequence[Block], draft: Draft, *, pairs: bool = False) -> None:
    """Reads blocks as turns, in whichever way they are marked; ``pairs``: also by ``Q:``."""
    blocks, pulled = pull_quotes.taken_out(blocks, draft)
    blocks = dialogues.with_bullets(without_trail(up_to_end(blocks, draft), draft))
    pieces = [
        replace(block, text=part) if part is not block.text else block
        for block in blocks
        for part in speakers_split(block.text)
    ]
    labels = trusted_labels((piece.text for piece in pieces), draft.people, pairs=pairs)
    labels = (labels or voices.trusted_elsewhere(pieces, draft)) | voices.known(pieces, draft)
    alone = None if labels else single_voice.voice(blocks, draft.people)
    if pairs and not (labels or alone):
        alone = single_voice.named_above(blocks, draft.people)
    labels = labels or (frozenset({alone[1]}) if alone else labels)
    if labels:
        pieces = [
            replace(piece, text=part) if part is not piece.text else piece
            for piece in pieces
            for part in _parts(piece, labels)
        ]
        pieces = above_foot(guests_below.read(pieces, labels, draft), labels, draft)
        pieces = without_notes(pieces, labels, draft)
        pieces = bios.without(pieces, labels, draft)
        spoken = list(_by_labels(pieces, labels, draft))
    elif sum(dash_count(block) for block in blocks) >= FEW:
        spoken = with_evidence(list(by_dashes(blocks)), draft)
    elif sum(block.text.count(">>") + (block.sign == ">") for block in blocks) >= FEW:
        spoken = list(by_chevrons(blocks))
    else:
        spoken = list(by_paragraphs(blocks, draft))
    turns = list(_finished(spoken, draft))
    pull_quotes.read(pulled, turns, draft)
    draft.turns += turns
    reporters.read(draft)


_NEARLY = 0.7
"""The share of marks with words behind them, from which on a name alone heads no turn."""


def _parts(piece: Block, labels: frozenset[str]) -> list[str]:
    """A text without a mark at its start is cut before the marks inside of it."""
    return [piece.text] if mark(piece.text, labels) else split_at(piece.text, labels)


def first_marked(blocks: Sequence[Block], draft: Draft) -> int | None:
    """Where a transcript without a heading begins; None where most blocks bear no mark."""
    split = [speakers_split(block.text) for block in blocks]
    total = sum(map(len, split))
    labels = trusted_labels((part for parts in split for part in parts), draft.people)
    marked = [
        place
        for place, parts in enumerate(split)
        if labels
        for part in parts
        if (found := mark(part, labels)) and found.label
    ]
    marked = _without_byline(blocks, marked, labels)
    share = 0.15 if _are_timed(blocks, marked) else 0.3
    if len(marked) >= FEW and len(marked) >= share * total:
        return marked[0]
    times = [place for place, block in enumerate(blocks) if mark(block.text, NO_LABELS)]
    if _is_timed_speech(blocks):
        return _restart(blocks, times)
    chevrons = [place for place, block in enumerate(blocks) if block.text.startswith(">>")]
    count = sum(blocks[place].text.count(">>") for place in chevrons)
    if count >= FEW and len(chevrons) >= 0.5 * len(blocks):
        return chevrons[0]
    dashed = [place for place, block in enumerate(blocks) if dash_count(block)]
    inside = sum(len(DASH.findall(block.text)) for block in blocks)
    alone = single_voice.voice(blocks, draft.people)
    stamped = next((i for i, b in enumerate(blocks) if is_stamped_speech(b.text)), None)
    if alone or stamped is not None:
        return alone[0] if alone else stamped
    if inside >= 2 * FEW and len(dashed) >= 0.5 * len(blocks):
        return 0
    told = dialogues.within(blocks)
    return told[0] if told else None


def _without_byline(
    blocks: Sequence[Block], marked: list[int], labels: frozenset[str]
) -> list[int]:
    """The marks without bare names above the talk, in which words stand behind each name."""
    found = [mark(part, labels) for place in marked for part in [blocks[place].text]]
    beside = [
        one is None or bool(one.rest) or blocks[p].text.rstrip("*_ ")[-1:] == ":"
        for p, one in zip(marked, found, strict=True)
    ]
    if True in beside and sum(beside) >= _NEARLY * len(beside):
        marked = marked[beside.index(True) :]
    bare = [blocks[place].plain in labels for place in marked]
    alone = bool(bare) and bare[0] and sum(bare) == 1
    return marked[1:] if alone and len(marked) > FEW else marked


def _are_timed(blocks: Sequence[Block], marked: Sequence[int]) -> bool:
    """Whether names are followed by times, as they are in no other part of a page."""
    behind = [blocks[place + 1].text for place in marked if place + 1 < len(blocks)]
    return sum(1 for text in behind if mark(text, NO_LABELS)) >= 0.5 * len(marked)


def _restart(blocks: Sequence[Block], times: Sequence[int]) -> int:
    """The first line that is said: where times begin anew behind a list of chapters."""
    at = [mark(blocks[place].text, NO_LABELS) for place in times]
    told = [found.seconds or 0 for found in at if found]
    fall = next((i for i in range(1, len(told)) if told[i] < told[i - 1]), 0)
    return times[fall] if fall and told[fall - 1] >= _APART * fall else times[0]


_APART = 20
"""Seconds on average between chapters, at least."""


def _is_timed_speech(blocks: Sequence[Block]) -> bool:
    """Whether most lines have times that are but seconds apart; chapters are minutes apart."""
    marks = [found for block in blocks if (found := mark(block.text, NO_LABELS))]
    times = [found.seconds for found in marks if found.seconds is not None]
    if len(times) < 8 or len(times) < 0.3 * len(blocks):
        return False
    return times[-1] - times[0] <= 25 * len(times)


def _by_labels(pieces: Sequence[Block], labels: frozenset[str], draft: Draft) -> Iterator[Spoken]:
    """Turns that begin with a label; a time alone, or nothing, goes on with the same person."""
    names = called_above.names_of(pieces, labels, draft)
    current: Spoken | None = None
    voice: str | None = None
    headline: str | None = None
    headed = 0
    aside = False
    at: int | None = None
    dashed = _are_dashed(pieces, labels)
    for place, piece in enumerate(pieces):
        if is_break(timed(piece.plain)[1]):
            draft.drop(piece.start, piece.end, "break or music", piece.plain)
            voice = None if _PAUSE.search(piece.text) else voice
            continue
        found = mark(piece.text, labels)
        begun = place == 0 or pieces[place - 1].start != piece.start
        if found is None and dashed and begun and piece.sign == "-":
            found = Mark("", None, piece.text)
        untold = found is None or (found.label is None and piece.sign == "#")
        if untold and headed == piece.start:
            continue
        if untold and is_headline(piece, pieces[place + 1 : place + 2], labels):
            headline, voice, headed = chapter_named(piece, draft), None, piece.start
            continue
        if found is None and _is_sponsor_read(piece.text) and not without_advert(piece.text):
            draft.drop(piece.start, piece.end, "advert", piece.plain)
            voice = None if is_no_speaker(piece.text) else voice
            continue
        if found is None and (is_no_speaker(piece.text) or _is_imprint(pieces, place, draft)):
            aside = True
        if found is not None and found.label is not None:
            aside = False
        if aside:
            voice = None
            draft.drop(piece.start, piece.end, "note on the page", piece.plain)
            continue
        label = found.label if found else None
        same = voice is not None and (label is None or (names[label] or label) == voice)
        if current is None and found is None and not is_prose(piece.plain):
            continue
        if current is None or not same or label == "":
            if current:
                yield current
            voice = (names[label] or label) if label is not None else None
            speaker = names[label] if label is not None else None
            current = Spoken(piece.start, piece.end, speaker=speaker, chapter=headline)
            at = None
        _take_role(found, current.speaker, piece, draft)
        current.parts.append(plain(found.rest if found else piece.text))
        at = at if found is None or found.seconds is None else found.seconds
        draft.cues.append(Cue(current.parts[-1], piece.start, piece.end, at, current.speaker))
        current.end = piece.end
        if found and current.seconds is None:
            current.seconds = found.seconds
    if current:
        yield current


def _are_dashed(pieces: Sequence[Block], labels: frozenset[str]) -> bool:
    """Whether a dash stands before each name: ``- [Ada] Why?``, so that one alone marks a turn."""
    named = [piece for piece in pieces if (one := mark(piece.text, labels)) and one.label]
    return len(named) >= FEW and all(piece.sign == "-" for piece in named)


def _is_imprint(pieces: Sequence[Block], place: int, draft: Draft) -> bool:
    """Whether a paragraph without a mark at the end thanks or asks for support."""
    if place >= len(pieces) - _FOOT and _RIGHTS.match(pieces[place].plain):
        return True
    above = pieces[place - 1]
    ruled = above.sign == RULE or pieces[place].start > above.end + 1
    beside = not (pieces[place].spaced or ruled)
    if place == len(pieces) - 1 and not beside and is_of_host(pieces[place].plain, draft):
        return True
    if place < len(pieces) - _AT_END or beside:
        return False
    whole = " ".join(b.plain for b in pieces[place:] if b.start == pieces[place].start)
    slanted = _SLANTED.match(pieces[place].text) and is_credits(whole)
    told = slanted or (_SLANTED.match(pieces[place].text) and _IS_BACK.match(pieces[place].plain))
    return bool(told) or is_closing_advert(whole)


_RIGHTS = re.compile(
    r"^(?:copyright\s?(?:©|\(c\)|\d)|© ?\d|all rights reserved|"
    r"\(c\) (?:(?:the|of|and|&|(?-i:[A-Z])[\w.'’&-]{0,30}),? ){0,8}(?:19|20)\d\d\b"
    r"(?!,? (?-i:(?!by\b|all\b)[a-z]))|"
    r"(?:this |the |our |(?:(?-i:[A-Z])[\w'’&.-]* ){1,4})?transcripts? "
    r"(?:is|are|was|were|may|has|have) |"
    r"this (?:segment|story|episode|interview|piece|conversation|programme|program|broadcast) "
    r"(?:(?:first|originally) )?(?:aired|was (?:first |originally )?(?:broadcast|aired|recorded)) |"
    r"(?:accuracy|availability) may vary|\d{1,4} (?:comments?|replies|responses)(?![a-z]*\s[a-z]))",
    re.IGNORECASE,
)
"""What stands below a talk, of who made the text and what may be done with it."""

_IS_BACK = re.compile(
    r"(?:The )?[A-Z][^.!?]{2,50} (?:is back|returns|will (?:be back|return)) "
    r"(?:on|in|next|with|soon)\b"
)
"""``Night Radio is back in May``, in italics below the talk"""

_SLANTED = re.compile(r"^(?P<sign>\*{3}|[*_])(?![*_\s]).+(?P=sign)$", re.DOTALL)
"""A paragraph in italics below the talk."""


def _take_role(found: Mark | None, speaker: str | None, piece: Block, draft: Draft) -> None:
    """``Ada Byron (host):`` tells who the host is."""
    if found and found.role and speaker and is_name(speaker):
        field = "host" if found.role == HOST else "guest"
        if found.role == REPORTER:
            field = "person" if draft.values("host") else "host"
            draft.claims[:] = [
                one for one in draft.claims if (one.field, one.value) != ("guest", speaker)
            ]
            draft.claim("reporter" if field == "person" else field, speaker, piece.start)
        draft.claim(field, speaker, piece.start)


def _finished(spoken: Sequence[Spoken], draft: Draft) -> Iterator[Turn]:
    """The turns without music, breaks, adverts, and all that follows the closing."""
    near_end = max(0, len(spoken) - max(6, len(spoken) // 20))
    for place, one in enumerate(spoken):
        behind = place > 0 and place >= near_end
        closes = behind and is_closing_advert(without_sounds(one.text))
        leave = closes and _takes_leave(one, spoken)
        if closes and not leave:
            draft.drop(one.start, spoken[-1].end, "closing and what follows it", one.text)
            return
        if len(one.parts) > 1 and not leave:
            told = (without_advert(p) if _is_sponsor_read(p) else p for p in one.parts)
            one.parts = [part for part in told if part]
        text = without_sounds(one.text)
        whole = len(one.parts) > 1 and not _BREAK.search(text)
        if not leave and (whole or len(one.parts) == 1) and _is_sponsor_read(text):
            text = without_advert(text)
            draft.drop(one.start, one.end, "advert", one.text)
        elif not any(char.isalnum() for char in text):
            draft.drop(one.start, one.end, "advert" if text else "music or sound", one.text)
            continue
        if not text:
            continue
        yield Turn(text, draft.path, one.start, one.end, one.speaker, one.chapter, one.seconds)


def _takes_leave(one: Spoken, spoken: Sequence[Spoken]) -> bool:
    """Whether somebody thanks another speaker by name, or says their own, beside the credits."""
    own = re.escape(one.speaker.split()[0]) if one.speaker else ""
    if own and re.search(rf"\bI(?:['’]m| am|['’]ve been) {own}\b", one.text):
        return True
    others = {other.speaker for other in spoken if other.speaker} - {one.speaker}
    return bool(one.speaker) and any(name and 0 <= one.text.find(name) <= _LEAVE for name in others)


_LEAVE = 60
"""Letters in which a name begins that is taken leave of."""


def _is_sponsor_read(text: str) -> bool:
    if len(text) < _ANNOUNCED and _BREAK.search(text):
        return False
    return len(text) < 1500 and is_advert(text) and not is_opening(text)


_BREAK = re.compile(r"\b(?:we['’]ll be right back|quick break|short break)\b", re.IGNORECASE)

_ANNOUNCED = 80
"""Letters: whoever only announces a break still speaks."""
