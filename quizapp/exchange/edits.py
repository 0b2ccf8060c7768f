"""What a person changed in Anki: the words of a card, and its tags."""

from __future__ import annotations

from typing import NamedTuple

from quizapp.exchange import fields, notetypes, texts
from quizapp.exchange.clozes import ClozeNote
from quizapp.exchange.collection import AnkiNote
from quizapp.model import Card, CardKind, Episode, StoredCard

_ANKIS_OWN_TAGS = frozenset({"leech", "marked"})


class Edit(NamedTuple):
    """New words for a side of a card; None where it says what it said."""

    prompt: str | None
    answer: str | None

    def __bool__(self) -> bool:
        return self.prompt is not None or self.answer is not None


_NONE = Edit(None, None)


def edit(stored: StoredCard, note: AnkiNote, ord_: int = 0, cloze: ClozeNote | None = None) -> Edit:
    """How the note's words differ from the card's, if the person wrote them since.

    A note that is no newer than the card only has what an older export gave it. ``ord_`` says which
    of the note's cards it is there, ``cloze`` is the note of a cloze card as it would go there now:
    a card has the words of its own blank and those around.
    """
    changed = cloze.changed if cloze else int(stored.changed_at.timestamp())
    if note.mod <= changed:
        return _NONE
    card, note_type = stored.card, notetypes.BY_KIND[stored.card.kind]
    if len(note.fields) != len(note_type.fields):
        return _NONE
    field = dict(zip(note_type.fields, note.fields, strict=True))
    if card.kind is CardKind.CLOZE:
        return _cloze_edit(card, field["Text"], ord_ + 1, cloze)
    ours = fields.FIELDS[note_type.fields[0]](card, Episode(card.episode, card.episode))
    prompt, answer = _unlisted(field[note_type.fields[0]]), field["Answer"]
    return Edit(
        _changed(texts.plain(_unlisted(ours)), texts.plain(prompt)),
        _changed(texts.plain(fields.field_html(card.answer)), texts.plain(answer)),
    )


def _cloze_edit(card: Card, theirs: str, number: int, cloze: ClozeNote | None) -> Edit:
    prompt, answer = texts.cloze(theirs, number)
    if fields.BLANK not in prompt:  # it was taken out there, and asks for nothing
        return _NONE
    if cloze:
        old_prompt, old_answer = texts.cloze(cloze.text(), cloze.ord_of(card.id) + 1)
    else:
        old_prompt, old_answer = texts.cloze(fields.cloze_html(card.prompt, card.answer))
    return Edit(_changed(old_prompt, prompt), _changed(old_answer, answer))


def own_tags(stored: StoredCard, note: AnkiNote, cloze: ClozeNote | None = None) -> tuple[str, ...]:
    """The tags that a person gave the note in Anki."""
    cards = cloze.cards if cloze else [stored.card]
    ours = {fields.tag(one) for card in cards for one in (*fields.tags(card), *card.tags)}
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
