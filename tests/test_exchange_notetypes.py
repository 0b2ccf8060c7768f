"""Note types stay the same for good: their ids, their fields; and Anki notices new faces."""

from __future__ import annotations

import hashlib
import re

import pytest

from quizapp import resources
from quizapp.exchange import fields, notetypes
from quizapp.exchange.notetypes import NOTE_TYPES, NoteType
from quizapp.model import CardKind

COMMON = [
    *["Explanation", "Excerpt", "Speaker", "Episode", "Chapter", "Time", "Place", "Kind"],
    *["Card ID", "Note ID", "Spare 1", "Spare 2", "Spare 3", "Spare 4"],
]
FROZEN = {
    (1795219001, "Quizapp Question"): ["Question", "Answer", "Accepted", *COMMON],
    (1795219002, "Quizapp Cloze"): ["Text", "Answer", "Accepted", *COMMON],
    (1795219003, "Quizapp Choice"): ["Question", "Options", "Key", "Answer", *COMMON],
    (1795219004, "Quizapp Typed"): ["Prompt", "Answer", "Accepted", *COMMON],
}
"""Never change this: a learner's collection would take every note for a foreign one."""

FACES = (1_795_312_800, "aea2c7fc3916f427")
"""When a face changes, move ``DESIGNED_AT`` on and take over both here."""

each_note_type = pytest.mark.parametrize("note_type", NOTE_TYPES, ids=lambda one: one.faces)


def test_ids_names_and_fields_are_frozen() -> None:
    now = {(one.id, one.name): list(one.fields) for one in NOTE_TYPES}
    assert now == FROZEN


def test_changed_faces_have_a_new_date_so_that_anki_takes_them_over() -> None:
    digest = hashlib.sha256()
    for file in sorted((resources.templates() / "anki").iterdir()):
        digest.update(file.name.encode() + file.read_bytes().replace(b"\r\n", b"\n"))
    assert (notetypes.DESIGNED_AT, digest.hexdigest()[:16]) == FACES


def test_every_kind_of_card_has_a_note_type() -> None:
    assert set(notetypes.BY_KIND) == set(CardKind)
    assert set(notetypes.BY_KIND.values()) == set(NOTE_TYPES)


@each_note_type
def test_every_field_is_filled_or_spare(note_type: NoteType) -> None:
    empty = [name for name in note_type.fields if name not in fields.FIELDS]
    assert empty == ["Spare 1", "Spare 2", "Spare 3", "Spare 4"]


@each_note_type
def test_the_faces_name_only_fields_of_their_note_type(note_type: NoteType) -> None:
    for side in ("front", "back"):
        html = notetypes.face(f"{note_type.faces}_{side}.html")
        named = re.findall(r"\{\{[#/^]?(?:cloze:|type:)?([^}]+)\}\}", html)
        assert set(named) <= set(note_type.fields)
        assert "include" not in html


@each_note_type
def test_the_back_shows_the_source(note_type: NoteType) -> None:
    html = notetypes.face(f"{note_type.faces}_back.html")
    for name in ("Explanation", "Excerpt", "Episode", "Chapter", "Time", "Place"):
        assert f"{{{{{name}}}}}" in html


def test_script_and_style_hold_nothing_that_anki_takes_for_a_field() -> None:
    for name in ("choice.js", "card.css"):
        text = notetypes.face(name)
        assert "{{" not in text
        assert "}}" not in text
        assert "http" not in text
