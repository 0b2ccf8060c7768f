"""Other people's decks: what a note asks, by its note type's faces, as plain text.

Only what is seen as text is taken, and marks for pictures and sounds that were taken along: no
element, no script, no style. A card that has no question without something else is passed over.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from quizapp.exchange import texts
from quizapp.exchange.collection import AnkiCollection, AnkiNote
from quizapp.exchange.protobuf import number, text

LONGEST = 5_000
"""Characters of a question or an answer; a longer one is no card to study."""

_TAG = re.compile(r"\{\{([#^/]?)\s*([^{}]*?)\s*\}\}")
_BACK = re.compile(r"<hr\s+id=[\"']?answer[\"']?\s*/?>", re.IGNORECASE)
_ASKED_FOR = frozenset({"type"})
"""A box to type into: it shows nothing in front, and the answer behind."""
_HEARD = frozenset({"tts"})
_MOST_FIELDS = 500


Media = Callable[[str], str]
"""From the name of a file to what stands for it in a text."""


@dataclass(frozen=True, slots=True)
class NoteType:
    """A note type of Anki's: its fields by name, its faces, and whether it has clozes."""

    fields: tuple[str, ...]
    faces: tuple[tuple[str, str], ...]
    cloze: bool


class ForeignCard(NamedTuple):
    """A question with its answer; ``side`` tells the cards of one note apart."""

    guid: str
    side: str
    deck: str
    prompt: str
    answer: str
    cloze: bool
    tags: tuple[str, ...]


def cards(collection: AnkiCollection, media: Media = lambda _: "") -> Iterator[ForeignCard | None]:
    """The cards of the collection by deck; None stands for one that is no question as text.

    ``media`` gives the mark for a file that a field names, or nothing.
    """
    types, decks = note_types(collection), deck_names(collection)
    for note, ord_, deck in collection.all_cards():
        note_type = types.get(note.model)
        asked = _asked(note, note_type, ord_, media) if note_type else None
        if asked is None:
            yield None
            continue
        prompt, answer = asked
        yield ForeignCard(
            *(note.guid, str(ord_), decks.get(deck, "Anki"), prompt, answer),
            bool(note_type and note_type.cloze),
            note.tags,
        )


def _asked(note: AnkiNote, note_type: NoteType, ord_: int, media: Media) -> tuple[str, str] | None:
    values = dict(zip(note_type.fields, note.fields[:_MOST_FIELDS], strict=False))
    if note_type.cloze:
        prompt, answer = texts.cloze(note.fields[0], ord_ + 1, media)
    elif ord_ < len(note_type.faces):
        front, back = note_type.faces[ord_]
        told = _BACK.split(back)[-1]
        prompt = texts.plain(_filled(front, values, _ASKED_FOR | _HEARD), media)
        answer = texts.plain(_filled(told, values, _HEARD), media)
    else:
        return None
    if not prompt or not answer or max(len(prompt), len(answer)) > LONGEST:
        return None
    return prompt, answer


def _filled(face: str, values: Mapping[str, str], left_out: frozenset[str]) -> str:
    """A face with its fields, but for those with these filters or that depend on an empty one."""
    parts: list[str] = []
    hidden: list[str] = []
    end = 0
    for mark in _TAG.finditer(face):
        if not hidden:
            parts.append(face[end : mark.start()])
        end = mark.end()
        sign, name = mark[1], mark[2]
        if sign == "/":
            if hidden and hidden[-1] == name:
                hidden.pop()
        elif sign:
            if bool(values.get(name, "").strip()) == (sign == "^") or hidden:
                hidden.append(name)
        elif not hidden:
            *filters, field = name.split(":")
            if not left_out & {one.strip().partition(" ")[0] for one in filters}:
                parts.append(values.get(field.strip(), ""))
    return "".join(parts) + ("" if hidden else face[end:])


def note_types(collection: AnkiCollection) -> dict[int, NoteType]:
    """The note types by id, in whichever form the collection keeps them."""
    found = {}
    for id_, fields, faces, cloze in collection.new_note_types():
        shown = tuple((text(face, 1), text(face, 2)) for face in faces)
        found[id_] = NoteType(tuple(fields), shown, number(cloze, 1) == 1)
    for one in _objects(collection.column("models")):
        fields = [str(each.get("name", "")) for each in _list(one, "flds")]
        shown = tuple((str(t.get("qfmt", "")), str(t.get("afmt", ""))) for t in _list(one, "tmpls"))
        found[int(one.get("id", 0))] = NoteType(tuple(fields), shown, one.get("type") == 1)
    return found


def deck_names(collection: AnkiCollection) -> dict[int, str]:
    """The decks' names by id, with ``::`` between the levels."""
    found = {id_: name.replace("\x1f", "::") for id_, name in collection.new_decks()}
    for one in _objects(collection.column("decks")):
        found[int(one.get("id", 0))] = str(one.get("name", "Anki"))
    return found


def _objects(text: str) -> list[Mapping[str, Any]]:
    try:
        form = json.loads(text or "{}")
    except (ValueError, RecursionError):
        return []
    values = form.values() if isinstance(form, dict) else ()
    return [one for one in values if isinstance(one, dict) and str(one.get("id")).isdecimal()]


def _list(form: Mapping[str, Any], name: str) -> Sequence[Mapping[str, Any]]:
    found = form.get(name)
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []
