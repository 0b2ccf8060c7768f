"""What the library tells about its episodes and cards, and what a person changes in it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from sqlite_utils import Database

from quizapp import study
from quizapp.errors import NotFoundError, StudyError
from quizapp.model import CardKind, CardStatus, Note, Rating, Source
from quizapp.store import counts, library
from quizapp.store.counts import EpisodeCounts

MakeNote = Callable[..., Note]
Save = Callable[..., library.Changes]

PAIR = (CardKind.CHOICE, CardKind.RECALL)


def test_cards_are_chosen_by_episode_kind_and_status(
    db: Database, save: Save, make_note: MakeNote, now: datetime
) -> None:
    save(make_note(0, kinds=PAIR), make_note(1))
    save(make_note(2, episode="other"), slug="other")
    first = library.cards(db, kind=CardKind.CHOICE)[0].card
    library.set_status(db, first.id, CardStatus.SUSPENDED, now)
    assert len(library.cards(db)) == 4
    assert len(library.cards(db, episode="other")) == 1
    assert len(library.cards(db, episode="deep-learning", kind=CardKind.RECALL)) == 2
    assert [one.card.id for one in library.cards(db, status=CardStatus.SUSPENDED)] == [first.id]


def test_siblings_are_the_other_cards_of_the_note(
    db: Database, save: Save, make_note: MakeNote
) -> None:
    note = make_note(0, kinds=PAIR)
    save(note, make_note(1))
    (sibling,) = library.siblings(db, note.cards[0].id)
    assert sibling.card == note.cards[1]


def test_what_does_not_exist_is_said_so(db: Database, now: datetime) -> None:
    with pytest.raises(NotFoundError, match="no episode 'none'"):
        library.episode(db, "none")
    with pytest.raises(NotFoundError, match="no file"):
        library.document(db, "none", "talk.md")
    for ask in (library.card, library.siblings):
        with pytest.raises(NotFoundError, match="no card q1cnone"):
            ask(db, "q1cnone")
    with pytest.raises(NotFoundError):
        library.edit_card(db, "q1cnone", prompt="Why?", answer=None, now=now)
    with pytest.raises(NotFoundError):
        library.set_status(db, "q1cnone", CardStatus.SUSPENDED, now)


def test_the_key_of_a_choice_follows_an_edit_of_its_answer(
    db: Database, save: Save, make_note: MakeNote, now: datetime
) -> None:
    note = make_note(0, kinds=(CardKind.CHOICE,))
    save(note)
    card_id = note.cards[0].id
    edited = library.edit_card(db, card_id, prompt=None, answer="They are big", now=now).card
    assert edited.options == ("Nobody knows", "They are big", "It depends on the weather")
    assert edited.answer_index == 1
    edited = library.edit_card(db, card_id, prompt=None, answer="Nobody knows", now=now).card
    assert edited.options == note.cards[0].options and edited.answer_index == 0


def test_an_edit_is_stamped_and_typing_the_generated_text_takes_it_back(
    db: Database, save: Save, make_note: MakeNote, now: datetime
) -> None:
    note = make_note()
    save(note)
    card = note.cards[0]
    same = library.edit_card(db, card.id, prompt=card.prompt, answer=None, now=now + timedelta(1))
    assert not same.edited and same.changed_at == now
    once = library.edit_card(db, card.id, prompt="Why?", answer="So.", now=now + timedelta(2))
    assert once.edited and once.changed_at == now + timedelta(2)
    back = library.edit_card(
        db, card.id, prompt=card.prompt, answer=card.answer, now=now + timedelta(3)
    )
    assert not back.edited and back.card == card and back.changed_at == now + timedelta(3)


def test_a_side_without_words_is_refused(
    db: Database, save: Save, make_note: MakeNote, now: datetime
) -> None:
    note = make_note()
    save(note)
    with pytest.raises(StudyError, match="needs a question and an answer"):
        library.edit_card(db, note.cards[0].id, prompt="  ", answer=None, now=now)
    with pytest.raises(StudyError, match="retires with its source"):
        library.set_status(db, note.cards[0].id, CardStatus.RETIRED, now)


def test_the_lines_around_a_source_say_which_are_cited(
    db: Database, save: Save, make_note: MakeNote
) -> None:
    save(make_note())
    source = Source("talk.md", 3, 4, "…")
    lines = library.source_lines(db, "deep-learning", source, context=2)
    assert [(line.number, line.cited) for line in lines] == [
        *((1, False), (2, False), (3, True), (4, True), (5, False), (6, False))
    ]
    assert lines[0].text.startswith("Why do deep networks work at all?")
    last = library.source_lines(db, "deep-learning", Source("talk.md", 12, 12, "…"))
    assert [line.number for line in last] == [9, 10, 11, 12]


def test_counts_of_an_episode_say_what_became_of_its_cards(
    db: Database, save: Save, make_note: MakeNote, now: datetime
) -> None:
    notes = [make_note(n) for n in range(6)]
    save(*notes)
    save(slug="empty")
    ids = [note.cards[0].id for note in notes]
    study.answer(db, ids[0], Rating.GOOD, now)
    study.answer(db, ids[1], Rating.EASY, now)
    library.set_status(db, ids[1], CardStatus.SUSPENDED, now)
    library.set_status(db, ids[2], CardStatus.REJECTED, now)
    save(*notes[:5])
    assert counts.of_all(db) == {
        "deep-learning": EpisodeCounts(active=3, suspended=1, rejected=1, retired=1, seen=1),
        "empty": EpisodeCounts(),
    }


def test_the_views_can_be_read_by_a_person(
    db: Database, save: Save, make_note: MakeNote, now: datetime
) -> None:
    save(make_note())
    (card_id,) = (stored.card.id for stored in library.cards(db))
    study.answer(db, card_id, Rating.EASY, now)
    library.edit_card(db, card_id, prompt="Why so?", answer=None, now=now)
    (review,) = db.query("SELECT * FROM reviews_view")
    assert review["reviewed_at_local"] == "2026-01-05 09:00:00"
    assert (review["study_day"], review["rating"]) == ("2026-01-05", "easy")
    (card,) = db.query("SELECT * FROM cards_view")
    assert (card["prompt"], card["state"]) == ("Why so?", "review")
    assert card["due_day"] > "2026-01-10"
