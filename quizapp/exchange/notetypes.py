"""The Anki note types: which fields a note has, and how its two faces look.

A note type's id, its fields by name and its one template's name are frozen: Anki takes a changed
list for another note type, and every note of a learner's collection would conflict with ours. What
is needed later goes into a spare field, under the spare field's name. The faces may change.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from genanki.model import Model

from quizapp import resources
from quizapp.model import CardKind

DESIGNED_AT = 1_795_312_800
"""When the faces last changed, in seconds since 1970.

Anki takes over new faces only when they are newer than those it has, so this moves on whenever a
file in ``templates/anki/`` changes (a test remembers their hash).
"""

_COMMON = (
    "Explanation",
    "Excerpt",
    "Speaker",
    "Episode",
    "Chapter",
    "Time",
    "Place",
    "Kind",
    "Card ID",
    "Note ID",
    "Spare 1",
    "Spare 2",
    "Spare 3",
    "Spare 4",
)
LINK = "Spare 1"
"""The field with the address of the second in the recording where a card's passage is said."""

_INCLUDE = re.compile(r"<!-- include (\S+) -->\n?")


@dataclass(frozen=True, slots=True)
class NoteType:
    """One Anki note type; ``faces`` names its files in ``templates/anki/``."""

    id: int
    name: str
    faces: str
    fields: tuple[str, ...]
    is_cloze: bool = False


QUESTION = NoteType(
    1_795_219_001, "Quizapp Question", "question", ("Question", "Answer", "Accepted", *_COMMON)
)
CLOZE = NoteType(
    1_795_219_002, "Quizapp Cloze", "cloze", ("Text", "Answer", "Accepted", *_COMMON), is_cloze=True
)
CHOICE = NoteType(
    1_795_219_003, "Quizapp Choice", "choice", ("Question", "Options", "Key", "Answer", *_COMMON)
)
TYPED = NoteType(
    1_795_219_004, "Quizapp Typed", "typed", ("Prompt", "Answer", "Accepted", *_COMMON)
)
NOTE_TYPES = (QUESTION, CLOZE, CHOICE, TYPED)

BY_KIND: Mapping[CardKind, NoteType] = {
    CardKind.RECALL: QUESTION,
    CardKind.CLOZE: CLOZE,
    CardKind.CHOICE: CHOICE,
    CardKind.TRUE_FALSE: CHOICE,
    CardKind.ATTRIBUTION: CHOICE,
    CardKind.FINISH_QUOTE: TYPED,
    CardKind.DEFINITION: QUESTION,
    CardKind.NUMBER: TYPED,
    CardKind.INTERVIEW: QUESTION,
    CardKind.ORDER: QUESTION,
}
"""By kind alone: Anki cannot move a note to another type, so no edit may ever ask for that.

A definition asks from term to meaning as often as the other way round, and a meaning is too long
to be typed letter by letter, so it is a question.
"""


def face(name: str) -> str:
    """One face or style sheet of ``templates/anki/``, with the pieces it includes."""
    return _with_pieces(name, resources.templates() / "anki")


def _with_pieces(name: str, folder: Path) -> str:
    text = (folder / name).read_text(encoding="utf-8").rstrip()
    return _INCLUDE.sub(lambda piece: _with_pieces(piece[1], folder) + "\n", text)


@cache
def model(note_type: NoteType) -> Any:
    """The note type as genanki writes it (``Any``: genanki has no types)."""
    kind = Model.CLOZE if note_type.is_cloze else Model.FRONT_BACK
    faces = {
        "name": note_type.name,
        "qfmt": face(f"{note_type.faces}_front.html"),
        "afmt": face(f"{note_type.faces}_back.html"),
    }
    return Model(
        model_id=note_type.id,
        name=note_type.name,
        fields=[{"name": name} for name in note_type.fields],
        templates=[faces],
        css=face("card.css"),
        model_type=kind,
    )
