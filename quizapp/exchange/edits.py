"""What a person changed in Anki: the words of a card, and its tags."""

from __future__ import annotations

from typing import NamedTuple

from quizapp.exchange import fields, notetypes, texts
from quizapp.exchange.collection import AnkiNote
from quizapp.model import CardKind, Episode, StoredCard

_ANKIS_OWN_TAGS = frozenset({"leech", "marked"})


class Edit(NamedTuple):
    """New words for a side of a card; None where it says what it said."""

    prompt: str | None
    answer: str | None

    def __bool__(self) -> bool:
        return self.prompt is not None or self.answer is not None


def edit(stored: StoredCard, note: AnkiNote) -> Edit:
    """How the note's words differ from the card's, if the person wrote them since.

    A note that is no newer than the card only has what an older export gave it.
    """
    if note.mod <= int(stored.changed_at.timestamp()):
        return Edit(None, None)
    card, note_type = stored.card, notetypes.BY_KIND[stored.card.kind]
    if len(note.fields) != len(note_type.fields):
        return Edit(None, None)
    field = dict(zip(note_type.fields, note.fields, strict=True))
    episode = Episode(card.episode, card.episode)
    asked = note_type.fields[0]
    ours = fields.FIELDS[asked](card, episode)
    if card.kind is CardKind.CLOZE:
        prompt, answer = texts.cloze(field[asked])
        old_prompt, old_answer = texts.cloze(ours)
    else:
        prompt, answer = texts.plain(_unlisted(field[asked])), texts.plain(field["Answer"])
        old_prompt, old_answer = texts.plain(_unlisted(ours)), texts.plain(_answer(stored))
    return Edit(_changed(old_prompt, prompt), _changed(old_answer, answer))


def own_tags(stored: StoredCard, note: AnkiNote) -> tuple[str, ...]:
    """The tags that a person gave the note in Anki."""
    ours = {fields.tag(one) for one in (*fields.tags(stored.card), *stored.card.tags)}
    return tuple(
        one
        for one in note.tags
        if fields.tag(one) and fields.tag(one) not in ours | _ANKIS_OWN_TAGS
    )


def _changed(old: str, new: str) -> str | None:
    return None if not new or texts.same(old, new) else new


def _unlisted(html: str) -> str:
    """Without the list of things to put in order, which stands behind the question."""
    return html.partition("<ol")[0]


def _answer(stored: StoredCard) -> str:
    return fields.field_html(stored.card.answer)
