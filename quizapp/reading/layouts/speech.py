"""Parts of a page that are what was said, though no heading calls them so."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from quizapp.reading import dialogues, names_above
from quizapp.reading.areas import Area
from quizapp.reading.draft import Draft
from quizapp.reading.region import Region
from quizapp.reading.sections import READERS, spoken_rows, transcripts, unlabelled
from quizapp.reading.speakers import mark, trusted_labels
from quizapp.reading.wording import is_quoted

_FORM = 2
_VOICES = 2
_NEARLY = 0.8

_OF_DIALOGUES = frozenset({Area.QUOTES, Area.SUMMARY, Area.DESCRIPTION, Area.UNKNOWN})
"""Parts in which somebody may speak without marks of names."""


def as_talk(region: Region, draft: Draft) -> Region:
    """A talk that begins below ``Sponsored by`` without a heading of its own: ``Ada 0:00``.

    What stands below ``Show notes`` is a talk where each paragraph says who speaks, and below
    ``Highlights`` where several speak beside each time.
    """
    rows = spoken_rows.within(region.blocks, draft)
    if rows:
        return replace(region, area=Area.TRANSCRIPT, name="", blocks=tuple(rows))
    throughout = region.area is Area.DESCRIPTION or _is_exchange(region)
    if throughout and _speaks_throughout(region, draft):
        return replace(region, area=Area.TRANSCRIPT, name="")
    if _may_be_talk(region) and names_above.are_turns(region.blocks):
        return replace(region, area=Area.TRANSCRIPT, name="")
    if region.area in _OF_DIALOGUES and (told := dialogues.within(region.blocks)):
        first, end = told
        rest = (*region.blocks[:first], *region.blocks[end:])
        if rest:
            READERS.get(region.area, unlabelled.read)(replace(region, blocks=rest), draft)
        return replace(region, area=Area.TRANSCRIPT, name="", blocks=region.blocks[first:end])
    spoken = transcripts.first_marked(region.blocks, draft) if region.area is Area.NOISE else None
    found = mark(region.blocks[spoken].text) if spoken is not None else None
    if spoken is None or found is None or found.seconds is None or not found.label:
        return region
    return replace(region, area=Area.TRANSCRIPT, name="", blocks=region.blocks[spoken:])


_OF_TALK = re.compile(
    r"\b(?:conversation|interview|transcript|talk|exchange|discussion|tape|recording|dialogue|"
    r"excerpts?|extracts?)\b",
    re.IGNORECASE,
)


def _may_be_talk(region: Region) -> bool:
    """``From the conversation``, ``An extract``: quotes, or a stretch of the talk itself."""
    if region.area not in (Area.QUOTES, Area.HIGHLIGHTS, Area.UNKNOWN):
        return False
    return _OF_TALK.search(region.name) is not None


def _is_exchange(region: Region) -> bool:
    """``From the conversation`` above a question and whoever answers, not between marks of quotes.

    A list of quotes has the names of their speakers before them too.
    """
    if region.area not in (Area.QUOTES, Area.HIGHLIGHTS) or not _OF_TALK.search(region.name):
        return False
    marks = [mark(block.text) for block in region.blocks]
    if any(found and is_quoted(found.rest) for found in marks):
        return False
    return any(
        one and other and one.label != other.label and one.rest.endswith("?")
        for one, other in pairwise(marks)
    )


def _speaks_throughout(region: Region, draft: Draft) -> bool:
    """Whether nearly each paragraph of a part begins with one of several who take turns."""
    if len(region.blocks) <= _FORM or any(block.is_item for block in region.blocks):
        return False
    texts = [block.text for block in region.blocks]
    labels = trusted_labels(texts, draft.people)
    marks = [found.label for text in texts if (found := mark(text, labels)) and found.label]
    return len(set(marks)) >= _VOICES and len(marks) >= _NEARLY * len(texts)
