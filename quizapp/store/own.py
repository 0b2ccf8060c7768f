"""Cards that a person writes: in an episode, or in a place of their own; no build touches them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlite_utils import Database

from quizapp import hidden, identity
from quizapp.errors import NotFoundError, StudyError
from quizapp.model import Card, CardKind, Episode, Note, Source, StoredCard
from quizapp.store import library
from quizapp.store.database import writing
from quizapp.store.records import card_row, episode_row, note_row, to_ms
from quizapp.store.saving import OWN, insert

OWN_CARDS = "own-cards"
"""The episode of cards that belong to none."""

_TITLE = "My own cards"
_BY_HAND = "by hand"


@dataclass(frozen=True, slots=True)
class Written:
    """A card as a person writes it; ``wrong`` are the other options of a choice.

    A cloze may have its hidden words marked in the prompt instead, see ``hidden``: then the note
    has a card for each number, and needs no answer.
    """

    kind: CardKind
    prompt: str
    answer: str
    wrong: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    explanation: str | None = None


def add(db: Database, written: Written, now: datetime, *, episode: str | None = None) -> StoredCard:
    """Stores a card by hand, or several of one note, and gives the first.

    Raises StudyError if one is there already, NotFoundError.
    """
    slug = episode or OWN_CARDS
    with writing(db):
        if slug == OWN_CARDS:
            _make_place(db, now)
        library.episode(db, slug)
        note = _note(written, slug)
        for card in note.cards:
            if db.execute("SELECT 1 FROM cards WHERE id = ?", (card.id,)).fetchone():
                raise StudyError("this card is in your library already; change it there")
        insert(db, "notes", note_row(note))
        for card in note.cards:
            insert(db, "cards", {**card_row(card, 0), "changed_at": to_ms(now)})
        return library.card(db, note.cards[0].id)


def _make_place(db: Database, now: datetime) -> None:
    """The episode of cards that belong to none, made when the first of them is written."""
    try:
        library.episode(db, OWN_CARDS)
    except NotFoundError:
        row = episode_row(Episode(slug=OWN_CARDS, title=_TITLE))
        insert(db, "episodes", {**row, "changed_at": to_ms(now)})


def _note(written: Written, slug: str) -> Note:
    """One note; the same words in the same episode are the same card."""
    marked = hidden.sides(written.prompt) if written.kind is CardKind.CLOZE else {}
    key = identity.fold(f"{written.prompt} {written.answer}")
    note_id = identity.note_id(OWN, slug, _BY_HAND, key)
    if marked:
        cards = tuple(
            _card(replace(written, prompt=prompt, answer=answer), note_id, slug, f"c{number}")
            for number, (prompt, answer) in marked.items()
        )
    else:
        cards = (_card(written, note_id, slug, "answer"),)
    return Note(note_id, OWN, slug, _BY_HAND, key, cards[0].sources, cards)


def _card(written: Written, note_id: str, slug: str, side: str) -> Card:
    card_id = identity.card_id(note_id, written.kind, side)
    options, index = _options(written, card_id)
    return Card(
        id=card_id,
        note_id=note_id,
        kind=written.kind,
        episode=slug,
        prompt=written.prompt,
        answer=written.answer,
        sources=(Source(_BY_HAND, 0, 0, written.answer),),
        options=options,
        answer_index=index,
        explanation=written.explanation,
        score=1.0,
        tags=written.tags,
    )


def _options(written: Written, card_id: str) -> tuple[tuple[str, ...] | None, int | None]:
    """The options in an order that the card's id draws, so that the key stands anywhere."""
    if written.kind is CardKind.TRUE_FALSE:
        options: Sequence[str] = ("True", "False")
    elif written.kind is CardKind.CHOICE:
        wrong = list(written.wrong)
        place = int(card_id[-4:], 16) % (len(wrong) + 1)
        options = (*wrong[:place], written.answer, *wrong[place:])
    else:
        return None, None
    return tuple(options), options.index(written.answer)
