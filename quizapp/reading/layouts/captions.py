"""Timed transcripts: captions with voices or without, joined to turns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quizapp.model import Turn
from quizapp.reading import metadata
from quizapp.reading.adverts import without_sounds
from quizapp.reading.draft import Draft, Source
from quizapp.reading.layouts.layout import Layout
from quizapp.reading.page import Cue
from quizapp.reading.speakers import mark, speakers_named, trusted_labels
from quizapp.reading.wording import ends_sentence

_PARAGRAPH = 300
"""Letters after which captions without voices begin a new turn, at the next sentence."""

_GAP = 5
"""Seconds without a caption that separate two paragraphs, where no voice is known."""


def _confidence(source: Source) -> float:
    return 0.99 if source.cues or source.chapters else 0.0


def _read(draft: Draft) -> None:
    metadata.read_fields(draft.source.fields, draft)
    draft.chapters += draft.source.chapters
    cues = list(_voiced(draft.source.cues, draft))
    voiced = any(speaker or changed for _, speaker, changed in cues)
    for group in _grouped(cues, voiced=voiced):
        text = without_sounds(" ".join(cue.text for cue, _, _ in group))
        if any(char.isalnum() for char in text):
            first, last = group[0][0], group[-1][0]
            draft.turns.append(
                Turn(
                    text,
                    draft.path,
                    first.line,
                    last.end,
                    speaker=group[0][1],
                    seconds=first.seconds,
                )
            )


_Voiced = tuple[Cue, str | None, bool]


def _voiced(cues: tuple[Cue, ...], draft: Draft) -> Iterator[_Voiced]:
    """Each cue with its speaker, and whether it is marked as the start of a turn."""
    written = {cue.speaker for cue in cues if cue.speaker}
    labels = (
        trusted_labels((cue.text for cue in cues), draft.people) if not written else frozenset()
    )
    names = speakers_named(written | labels, draft.people)
    speaker: str | None = None
    for cue in cues:
        found = mark(cue.text, labels) if labels else None
        if cue.speaker:
            speaker = names[cue.speaker]
            yield cue, speaker, False
        elif found and found.label:
            speaker = names[found.label]
            yield replace(cue, text=found.rest), speaker, True
        elif cue.text.startswith((">>", "- ")):
            speaker = None
            yield replace(cue, text=cue.text.lstrip(">- ")), None, True
        else:
            yield cue, None if written else speaker, False


def _grouped(cues: list[_Voiced], *, voiced: bool) -> Iterator[list[_Voiced]]:
    """Captions of one voice in a row; without voices, paragraphs of whole sentences."""
    group: list[_Voiced] = []
    for one in cues:
        if group and _starts(group, one, voiced=voiced):
            yield group
            group = []
        group.append(one)
    if group:
        yield group


def _starts(group: list[_Voiced], one: _Voiced, *, voiced: bool) -> bool:
    last = group[-1]
    if one[1] != last[1] or (one[2] and one[1] is None):
        return True
    if voiced:
        return False
    length = sum(len(cue.text) for cue, _, _ in group)
    gap = (one[0].seconds or 0) - (last[0].seconds or 0)
    return ends_sentence(last[0].text) and (length >= _PARAGRAPH or gap > _GAP)


LAYOUT = Layout("captions", _confidence, _read)
