"""Notes behind a talk that tell who those are who spoke: ``Ada Byron works at the mill.``"""

from __future__ import annotations

from collections.abc import Sequence

from quizapp.reading.block import RULE, Block
from quizapp.reading.draft import Draft
from quizapp.reading.forms import Form
from quizapp.reading.initials import is_of
from quizapp.reading.names import NAME, is_name
from quizapp.reading.people import resolve
from quizapp.reading.speakers import mark, speakers_named
from quizapp.reading.wording import word_count

_OF_SOMEBODY = Form(
    rf"(?P<name>{NAME})(?:,[^,.]{{3,60}},)? (?:is (?:an?|the|our|now|currently)|was born|"
    r"has (?:been|written|worked|taught|made|"
    r"hosted|edited|reported|covered|produced|published)|teaches|writes|works|lives|edits|hosts|"
    r"presents|runs|keeps|makes|leads|directs|studies|farms|owns)\b"
)
_MOST = 4
"""Such notes behind one talk."""
_LONGEST = 90
"""Words of one."""


def without(pieces: Sequence[Block], labels: frozenset[str], draft: Draft) -> list[Block]:
    """The blocks of a talk without such notes below its last turn, where they stand apart.

    They do below a rule or in italics, where they tell of several people, or of the one who
    spoke last: nobody calls herself by her whole name. Others are told of in the course of a talk.
    """
    told = list(pieces)
    found = ((i, mark(one.text, labels)) for i, one in enumerate(told))
    marks = [(i, one.label) for i, one in found if one and one.label]
    if not marks or not 0 < len(told) - marks[-1][0] - 1 <= _MOST:
        return told
    names = speakers_named(labels, draft.people)
    people = [*draft.people, *(name for name in names.values() if name and is_name(name))]
    people += _whole_names(told[marks[-1][0] + 1 :], labels)
    last = len(told)
    while last - 1 > marks[-1][0]:
        if told[last - 1].sign != RULE and _of_whom(told[last - 1], people) is None:
            break
        last -= 1
    notes = [one for one in told[last:] if one.sign != RULE]
    if not notes:
        return told
    above = told[last - 1].end
    rules = [one.start for one in draft.source.blocks if one.sign == RULE]
    apart = any(above < line <= notes[0].start for line in rules)
    apart = apart or all(one.text[:1] in "*_" for one in notes)
    whom = {_of_whom(one, people) for one in notes}
    spoke = names.get(marks[-1][1]) or marks[-1][1]
    own = any(one is not None and _is_called(spoke, one) for one in whom)
    if not (apart or len(whom) > 1 or own):
        return told
    draft.drop(notes[0].start, notes[-1].end, "note on the page", notes[0].plain)
    return told[:last]


def _whole_names(below: Sequence[Block], labels: frozenset[str]) -> list[str]:
    """The names with which notes begin, of those whom the labels call by a part of them."""
    found = (_OF_SOMEBODY.match(one.plain) for one in below)
    names = [one["name"] for one in found if one and is_name(one["name"])]
    return [name for name in names if any(_is_called(label, name) for label in labels)]


def _is_called(label: str, name: str) -> bool:
    """Whether a label is a name, its first or last part, or its initials."""
    parts = name.casefold().split()
    called = label.casefold()
    return called in (name.casefold(), parts[0], parts[-1]) or is_of(label, name)


_ROLES = frozenset(
    {"guest", "guests", "our guest", "our guests", "host", "hosts", "our host", "our hosts"}
)


def is_headed(name: str, told: Sequence[Block]) -> bool:
    """Whether a part is called ``Guest`` or ``Host``, and says who somebody is."""
    if name.strip(" :").casefold() not in _ROLES or not told:
        return False
    found = _OF_SOMEBODY.match(told[0].plain)
    return found is not None and is_name(found["name"])


def tells_of(text: str, name: str) -> bool:
    """Whether a text begins as the life of this very person: ``Ada Byron teaches in Ware.``"""
    found = _OF_SOMEBODY.match(text)
    return found is not None and resolve(name, [found["name"]]) is not None


def _of_whom(block: Block, people: Sequence[str]) -> str | None:
    """Of whom a paragraph tells that begins with the whole name of one who takes part."""
    if word_count(block.plain) > _LONGEST:
        return None
    found = _OF_SOMEBODY.match(block.plain)
    full = found is not None and " " in found["name"] and is_name(found["name"])
    return resolve(found["name"], list(people)) if found and full else None
