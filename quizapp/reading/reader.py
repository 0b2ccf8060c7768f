"""Reads one document: the surest layout does it."""

from __future__ import annotations

from quizapp.model import Problem
from quizapp.reading import (
    accents,
    cohosts,
    funded_letters,
    guests_by_host,
    guests_presented,
    named_files,
    own_letters,
    presented_people,
    quoted_guest,
    roles_by_asking,
    self_introduced,
    shows_in_prose,
    signing_speakers,
    speaking_pair,
    subtitled_guests,
    talks_missed,
    video_titles,
    whole_names,
)
from quizapp.reading.documents import Document
from quizapp.reading.draft import Draft
from quizapp.reading.file_names import title_of_file
from quizapp.reading.formats import source_of
from quizapp.reading.layouts import LAYOUTS
from quizapp.reading.layouts.layout import Layout
from quizapp.reading.omissions import omissions
from quizapp.reading.page import Page

_OF_ALL_TOLD = (
    video_titles.read,
    whole_names.restore,
    accents.restore,
    presented_people.read,
    signing_speakers.read,
    self_introduced.read,
    cohosts.read,
    guests_presented.read,
    guests_by_host.read,
    subtitled_guests.read,
    speaking_pair.read,
    roles_by_asking.read,
    funded_letters.read,
    own_letters.read_signed,
    shows_in_prose.read_produced,
    quoted_guest.read,
)
"""Who and what takes all that was read of a page to tell, in this order."""


def read_page(document: Document) -> Page:
    """Reads a document into a Page. Pure and deterministic; never raises, whatever the text."""
    source = source_of(document)
    rated = [(layout.confidence(source), layout) for layout in LAYOUTS]
    confidence, layout = max(rated, key=lambda pair: pair[0])
    draft = Draft(source)
    layout.read(draft)
    draft = _with_talk(draft, layout)
    _name_untitled(draft)
    for read in _OF_ALL_TOLD:
        read(draft)
    _tell_if_empty(draft)
    return Page(
        path=document.path,
        layout=layout.name,
        confidence=confidence,
        claims=tuple(draft.claims),
        chapters=tuple(draft.chapters),
        sections=tuple(sorted(draft.sections, key=lambda s: (s.line_start, s.line_end))),
        turns=tuple(draft.turns),
        problems=tuple(draft.problems),
        root=document.root,
        cues=tuple(draft.cues) if any(cue.seconds is not None for cue in draft.cues) else (),
        omissions=omissions(draft),
    )


def _with_talk(draft: Draft, layout: Layout) -> Draft:
    """The page read again where it holds a talk that was taken for something else."""
    talk = talks_missed.within(draft)
    if talk is None:
        return draft
    again = Draft(draft.source.with_talk(talk.blocks, talk.voices))
    layout.read(again)
    lost = _sections_around(draft, talk) > _sections_around(again, talk)
    lost = lost or any(draft.values(name) and not again.values(name) for name in _KEPT)
    found = _named_turns(again) > _named_turns(draft) and not lost
    return _with_head(again, draft) if found else draft


_KEPT = ("number", "published", "released")
"""What a page tells whatever its talk is."""
_HEAD = ("title", "show")


def _with_head(again: Draft, draft: Draft) -> Draft:
    """The second reading with title and show of the first one, where it lacks that show."""
    if draft.values("show") and not again.values("show"):
        head = [claim for claim in draft.claims if claim.field in _HEAD]
        again.claims[:] = [*head, *(one for one in again.claims if one.field not in _HEAD)]
    return again


def _sections_around(draft: Draft, talk: talks_missed.Talk) -> int:
    sections = ((one.line_start, one.line_end) for one in draft.sections)
    return sum(end < talk.line or start > talk.last for start, end in sections)


def _named_turns(draft: Draft) -> int:
    return sum(turn.speaker is not None for turn in draft.turns)


def _name_untitled(draft: Draft) -> None:
    if not draft.values("title"):
        told = named_files.read(draft) or _counted(draft) or title_of_file(draft.path)
        draft.claim("fallback_title", told, 1)


def _counted(draft: Draft) -> str:
    """``Night Radio 12``, where a page tells no more of its episode."""
    shows, numbers = draft.values("show"), draft.values("number")
    return f"{shows[0]} {numbers[0]}" if shows and numbers else ""


_NOTHING = (
    "nothing was understood here: no known heading, no question and no speaker; "
    "put what it tells under headings such as “Summary” or “Q&A”"
)


def _tell_if_empty(draft: Draft) -> None:
    """A page that yields nothing to learn says so, before all else it has to say."""
    if not (draft.sections or draft.turns or draft.chapters):
        draft.problems.insert(0, Problem(draft.path, None, _NOTHING))
