"""Where a talk begins behind other parts of a page: two people who speak one after the other."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizapp.reading.areas import Area
from quizapp.reading.block import MENU, RULE, Block
from quizapp.reading.chapters import time_alone
from quizapp.reading.initials import told_in
from quizapp.reading.marks import mark
from quizapp.reading.names import is_name
from quizapp.reading.region import Region
from quizapp.reading.speakers import COUNTED, are_initials, is_role, trusted_labels
from quizapp.reading.wording import ends_sentence, is_prose, is_quoted

_COMMENTS = re.compile(
    r"\b(?:comments?|repl(?:y|ies)|responses|reviews?|testimonials|reactions|feedback|praise|letters|"
    r"listeners|readers|people say|saying|discussion|thoughts on|minutes|positions|action items)\b",
    re.IGNORECASE,
)
"""Readers are named above what they wrote, and members of a meeting before what they are to do."""
_OF_TALK = re.compile(r"\b(?:conversation|interview|transcript|talk|dialogue|exchange)\b", re.I)
_TELLING = frozenset(
    {
        *(Area.QUOTES, Area.QA, Area.HIGHLIGHTS, Area.IDEAS, Area.INSIGHTS),
        *(Area.TAKEAWAYS, Area.SUMMARY, Area.TOPICS),
    }
)
"""Parts whose own entries may name who said each."""
_LABEL = 60
"""Letters within which the mark of a turn begins."""
_VOICES = 4
"""More people than that are no talk."""
_SPEAKING = frozenset({Area.TRANSCRIPT, Area.HEADER})
_EACH, _SHORT_EACH, _WINDOW = 2, 3, 24
"""Turns of each of two voices, the same where only first names are told, and blocks looked at."""


def begins(blocks: Sequence[Block], place: int, current: Region, inside: Sequence[Block]) -> bool:
    """Whether two people speak one after the other from here on, and neither does so above.

    Whatever a part is called, paragraphs that change to ``Ada Byron:`` and ``Carl Roe:`` in turns
    are a talk behind it. ``inside`` is what stands in the part so far.
    """
    if current.area in _SPEAKING or _is_others(current, inside):
        return False
    if not inside and current.area in _TELLING and not _OF_TALK.search(current.name):
        return False  # the entries of "Notable quotes", each with its speaker
    if time_alone(blocks[place].plain) is not None and place + 1 < len(blocks):
        place += 1  # "4:12" above "Ada Byron"
    if not _may_speak(blocks[place]):
        return False
    long = _gives_talk(blocks, place, inside)
    near = [
        block
        for block in blocks[place : place + (_LONG_WINDOW if long else _WINDOW)]
        if not _SOUND.fullmatch(block.plain)
    ]
    labels = trusted_labels([block.text for block in near if block.sign not in _SIGNS], ())
    labels = frozenset(label for label in labels if _is_somebody(label, blocks))
    first = _voice(near, 0, labels)
    if first is None or _is_of_above(near, first, labels, current, inside):
        return False
    if any(_voice(inside, i, labels) for i in range(len(inside))):
        return False
    said = _voices_in_turn(near, first, labels, _TALK if long else _BETWEEN)
    said = [voice for voice in said if not is_role(voice) or COUNTED.match(voice)]
    turns = sorted(said.count(voice) for voice in set(said))
    least = _EACH if all(is_name(voice) for voice in said) else _SHORT_EACH
    alike = len({voice.split()[0] for voice in said}) == 1  # "System One", "System Two"
    counted = all(COUNTED.match(voice) for voice in said)
    return len(turns) > 1 and turns[-2] >= least and (counted or not alike)


def _gives_talk(blocks: Sequence[Block], place: int, inside: Sequence[Block]) -> bool:
    """Whether somebody, in capitals or below a rule, may go on for long, and is named again."""
    head = blocks[place].text[:_LABEL]
    ruled = bool(inside) and inside[-1].sign == RULE
    if not (ruled or _IN_CAPITALS.match(blocks[place].text)):
        return False
    words = head.partition(":")[0].partition(",")[0].split()
    later = blocks[place + 1 : place + _LONG_WINDOW]
    return bool(words) and any(words[-1] in block.text[:_LABEL] for block in later)


def _is_others(current: Region, inside: Sequence[Block]) -> bool:
    """Whether those who are named are the readers of a page, or attend a meeting."""
    head = inside[-1].plain if inside and len(inside[-1].text) < _LABEL else ""
    return bool(_COMMENTS.search(current.name) or _COMMENTS.search(head))


def _is_somebody(label: str, blocks: Sequence[Block]) -> bool:
    """Whether a label is a full name, or a part of one that the top of the page tells.

    ``Problem:`` and ``Salt:`` come again as well. ``Audience member:`` speaks among others.
    """
    if is_name(label) or is_name(label.title()) or is_role(label):
        return True
    if are_initials(label):
        top = "\n".join(block.text[:_READ] for block in blocks[:_HEAD])
        return f"({label})" in top or told_in(top, label) is not None
    bare = re.escape(label.title() if label.isupper() else label)  # "BYRON", of "Ada Byron"
    behind = rf"{bare} (?:[a-z]{{2,3}} ){{0,2}}[A-ZÀ-Þ][\w’'-]+"
    whole = re.compile(rf"\b(?:{behind}|[A-ZÀ-Þ][\w’'-]+ {bare})\b")
    told = (whole.search(block.text[:_READ]) for block in blocks[:_HEAD])
    return any(found is not None and is_name(found[0]) for found in told)


_HEAD, _READ = 40, 300
"""Blocks at the top of a page that tell who takes part, and letters of each."""


def _may_speak(block: Block) -> bool:
    """Whether a block could begin with somebody's name; most lines surely do not."""
    if block.sign in _SIGNS:
        return False
    head = block.text[:_LABEL]
    if _MARKED.search(head) is not None and (_TWO_CAPITALS.match(head) or mark(block.text)):
        return True
    return len(block.text) < _LABEL and (block.plain.isupper() or is_name(block.plain))


_TWO_CAPITALS = re.compile(r"[\W\d_]*(?:[A-ZÀ-Þ][\w’'.-]*\s+(?:[a-z]{2,3}\s+)?){1,3}[A-ZÀ-Þ]")
_MARKED = re.compile(r"[:\])—]|[*_]\s|\d\s|\s[–-]\s")


def _is_of_above(
    near: Sequence[Block],
    first: str,
    labels: frozenset[str],
    current: Region,
    inside: Sequence[Block],
) -> bool:
    """Whether a name belongs to what stands above: below a quote, or in a chapter's title."""
    if _beside(near[0], labels):
        return False
    if current.area is Area.CHAPTERS and not is_name(first):
        return True  # "(9:30) – Listener question"
    asked = not inside and any(block.plain.endswith("?") for block in near)
    below = not near[0].spaced or near[0].text[0] in _DASHES
    below = below or bool(inside and is_prose(inside[-1].plain) and not is_quoted(inside[-1].plain))
    return current.area is Area.QUOTES and below and not asked


def _voices_in_turn(
    near: Sequence[Block], first: str, labels: frozenset[str], between: int
) -> list[str]:
    """Who speaks one after the other, up to where nobody does for ``between`` paragraphs."""
    said = [first]
    silent = 0
    for i in range(1, len(near)):
        voice = _voice(near, i, labels)
        if voice is not None and voice != said[-1]:
            said.append(voice)
        silent = 0 if voice or mark(near[i - 1].text, labels) else silent + 1
        if silent > between or len(set(said)) > _VOICES:
            break
    return said


_BETWEEN = 2
"""Paragraphs with which somebody goes on."""
_TALK, _LONG_WINDOW = 40, 60
"""The same behind ``ADA BYRON:`` or a rule: somebody may give a talk before questions are asked."""
_IN_CAPITALS = re.compile(
    r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]*(?: [A-ZÀ-Þ][A-ZÀ-Þ.'’-]*){1,4}(?:,[^:\n]{1,60})?: +\S"
)
_SOUND = re.compile(
    r"[\[(](?:[a-z]+ ){0,3}(?:applause|laughter|laughs?|music|cheering|cheers|silence|pause)[\])]",
    re.IGNORECASE,
)
"""``[APPLAUSE]``"""
_SIGNS = (">", RULE, MENU)
_DASHES = "-–—~"


def _beside(block: Block, labels: frozenset[str]) -> bool:
    """Whether somebody is marked on the line of the words."""
    found = mark(block.text, labels)
    return found is not None and bool(found.rest)


def _voice(blocks: Sequence[Block], place: int, labels: frozenset[str]) -> str | None:
    """Who begins to speak in a block: ``Ada: …``, ``Ada Byron (1:02)`` above a sentence."""
    block = blocks[place]
    found = mark(block.text, labels) if labels and block.sign not in _SIGNS else None
    if found is None or not found.label:
        return None
    after = [one for one in blocks[place + 1 : place + 3] if time_alone(one.plain) is None]
    below = after[0] if after else None
    told = found.rest or (below.plain if below and below.sign not in _SIGNS else "")
    if not ends_sentence(told) or is_quoted(told):
        return None
    whole = [label for label in labels if found.label in label.split()]
    return max(whole, key=len, default=found.label)  # "Ada" is Ada Byron
