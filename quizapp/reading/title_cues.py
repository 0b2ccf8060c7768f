"""The caption that shows a title before anybody speaks: show and number, and the title below."""

from __future__ import annotations

import re

from quizapp.reading.marks import mark
from quizapp.reading.page import Cue, Field
from quizapp.reading.show_names import is_name_of_show, uncapped
from quizapp.reading.wording import ends_sentence

_COUNTED = re.compile(
    r"^(?P<show>[^\W\d_][^:|,#·•\d]{2,50}?)\s?(?:[,:|·•–—-]\s?|\s)"
    r"(?:episode|ep\.?|#|no\.?)\s?#?(?P<number>\d{1,4})(?:\s?[:|·•–—-]\s(?P<title>\S.{2,120}))?$",
    re.IGNORECASE,
)
"""``NIGHT RADIO · Episode 12``, perhaps with ``: Deep Sleep`` behind it"""

_FIRST, _FEWEST = 4, 3
"""Captions at the start that may show a title; captions of what is said below, at the least."""

_LONGEST = 120


def without_title_cues(cues: tuple[Cue, ...]) -> tuple[tuple[Cue, ...], tuple[Field, ...]]:
    """The captions without the one that shows what the recording is, and what that tells.

    Somebody speaks in the others, which is marked there and not in the title.
    """
    place = next((i for i, cue in enumerate(cues[:_FIRST]) if _COUNTED.match(cue.text)), None)
    found = _COUNTED.match(cues[place].text) if place is not None else None
    if place is None or found is None or not _are_voiced(cues[place + 1 :]):
        return cues, ()
    show, first = uncapped(found["show"].strip()), cues[place]
    if first.speaker or mark(first.text) or not is_name_of_show(show):
        return cues, ()
    shown = [cue for cue in cues[place + 1 :][:_FIRST] if cue.seconds == first.seconds]
    title = found["title"] or " ".join(cue.text for cue in shown)
    fields = [Field("show", show, first.line), Field("number", found["number"], first.line)]
    if title and len(title) <= _LONGEST and (title[-1:] in "?!" or not ends_sentence(title)):
        fields.insert(0, Field("title", title, shown[0].line if shown else first.line))
    dropped = [first, *shown]
    return tuple(cue for cue in cues if cue not in dropped), tuple(fields)


def _are_voiced(cues: tuple[Cue, ...]) -> bool:
    """Whether it is marked who speaks in some of the captions."""
    marked = sum(
        1 for cue in cues if cue.speaker or cue.text.startswith((">>", "- ")) or mark(cue.text)
    )
    return marked >= _FEWEST
