"""Saving an episode: built twice, corrected, shortened, restored; nothing a person did is lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlite_utils import Database

from quizapp import study
from quizapp.model import (
    Card,
    CardKind,
    CardStatus,
    Chapter,
    Conflict,
    ConflictValue,
    Episode,
    Note,
    Rating,
    Section,
    SectionKind,
    SourceFile,
    Turn,
)
from quizapp.reading.documents import Document
from quizapp.store import library, progress
from quizapp.store.library import Changes

MakeNote = Callable[..., Note]
Save = Callable[..., Changes]

PAIR = (CardKind.CHOICE, CardKind.RECALL)
LATER = datetime(2026, 2, 1, 12, tzinfo=UTC)


def dump(db: Database) -> str:
    """Everything in the file, as SQL."""
    return "\n".join(db.iterdump())


def only_card(db: Database) -> Card:
    (stored,) = library.cards(db)
    return stored.card


def reworded(note: Note, prompt: str, answer: str) -> Note:
    """The same note under the same id, in other words."""
    cards = tuple(replace(card, prompt=prompt, answer=answer, options=None) for card in note.cards)
    return replace(note, cards=cards)


def test_cards_come_back_as_they_were_given(db: Database, save: Save, make_note: MakeNote) -> None:
    note = make_note(3, kinds=PAIR, chapter="Beginnings")
    assert save(note) == Changes(new=2, updated=0, unchanged=0, removed=0)
    assert {stored.card for stored in library.cards(db)} == set(note.cards)


def test_building_twice_changes_nothing(db: Database, save: Save, make_note: MakeNote) -> None:
    notes = [make_note(n, kinds=PAIR) for n in range(8)]
    save(*notes)
    before = dump(db)
    assert save(*reversed(notes), at=LATER) == Changes(0, 0, 16, 0)
    assert dump(db) == before


def test_a_corrected_source_keeps_its_history(
    db: Database, save: Save, make_note: MakeNote, now: datetime
) -> None:
    note = make_note(0)
    save(note)
    after = study.answer(db, note.cards[0].id, Rating.GOOD, now)
    corrected = reworded(note, "Why do deep networks work?", "They are easy to train")
    assert save(corrected, at=LATER) == Changes(new=0, updated=1, unchanged=0, removed=0)
    stored = library.card(db, note.cards[0].id)
    assert stored.card.prompt == "Why do deep networks work?"
    assert stored.memory == after and stored.changed_at == LATER
    assert len(progress.reviews(db, note.cards[0].id)) == 1


def test_another_score_is_not_another_card(
    db: Database, save: Save, make_note: MakeNote, now: datetime
) -> None:
    save(make_note(0), make_note(1))
    before = {stored.card.id: stored.changed_at for stored in library.cards(db)}
    assert save(make_note(0), make_note(1, score=2.0), at=LATER) == Changes(0, 0, 2, 0)
    assert [stored.card.score for stored in library.cards(db)] == [2.0, 1.0]
    assert {stored.card.id: stored.changed_at for stored in library.cards(db)} == before


def test_a_removed_section_retires_its_cards_and_its_return_revives_them(
    db: Database, save: Save, make_note: MakeNote, now: datetime
) -> None:
    gone, stays = make_note(0, kinds=PAIR), make_note(1)
    save(gone, stays)
    after = study.answer(db, gone.cards[0].id, Rating.EASY, now)
    assert save(stays) == Changes(new=0, updated=0, unchanged=1, removed=2)
    assert save(stays) == Changes(new=0, updated=0, unchanged=1, removed=0)
    assert library.card(db, gone.cards[0].id).card.status is CardStatus.RETIRED
    assert progress.memory(db, gone.cards[0].id) == after
    assert save(gone, stays) == Changes(new=0, updated=2, unchanged=1, removed=0)
    assert library.card(db, gone.cards[0].id).card.status is CardStatus.ACTIVE
    assert progress.memory(db, gone.cards[0].id) == after


@pytest.mark.parametrize("word", [CardStatus.SUSPENDED, CardStatus.REJECTED])
def test_what_a_person_set_aside_stays_so(
    db: Database, save: Save, make_note: MakeNote, now: datetime, word: CardStatus
) -> None:
    note = make_note()
    save(note)
    library.set_status(db, note.cards[0].id, word, now)
    for build in ([reworded(note, "What changed?", "Everything")], [], [note]):
        save(*build, at=LATER)
        assert only_card(db).status is word
    assert library.set_status(db, note.cards[0].id, CardStatus.ACTIVE, now).card.status == "active"
    save()
    assert only_card(db).status is CardStatus.RETIRED


def test_a_person_can_keep_a_card_that_its_source_dropped(
    db: Database, save: Save, make_note: MakeNote, now: datetime
) -> None:
    note = make_note()
    save(note)
    save()
    library.set_status(db, note.cards[0].id, CardStatus.ACTIVE, now)
    assert study.next_item(db, now) is not None
    save()
    assert only_card(db).status is CardStatus.ACTIVE


def test_a_persons_words_stay_over_a_correction(
    db: Database, save: Save, make_note: MakeNote, now: datetime
) -> None:
    note = make_note()
    save(note)
    card_id = note.cards[0].id
    edited = library.edit_card(db, card_id, prompt="In my words?", answer=None, now=now)
    assert edited.edited and edited.card.prompt == "In my words?"
    assert edited.card.answer == note.cards[0].answer
    save(reworded(note, "In other words?", "Another answer"), at=LATER)
    stored = library.card(db, card_id)
    assert (stored.card.prompt, stored.card.answer) == ("In my words?", "Another answer")


def test_a_mistyped_heading_corrected_keeps_the_cards_and_their_history(
    db: Database, save: Save, make_note: MakeNote, now: datetime
) -> None:
    """The anchor comes from the heading: the computed ids change, the stored ones do not."""
    old, other = make_note(0, kinds=PAIR, anchor="depe-networks"), make_note(1)
    new = make_note(0, kinds=PAIR, anchor="deep-networks", prompt="Why do deep nets work at all?")
    assert {card.id for card in old.cards}.isdisjoint(card.id for card in new.cards)
    save(old, other)
    after = study.answer(db, old.cards[0].id, Rating.GOOD, now)
    assert save(new, other, at=LATER) == Changes(new=0, updated=2, unchanged=1, removed=0)
    stored = library.card(db, old.cards[0].id)
    assert stored.card.prompt == "Why do deep nets work at all?" and stored.memory == after
    assert stored.card.kind is CardKind.CHOICE, "each kind takes its own card over"
    before = dump(db)
    assert save(new, other) == Changes(new=0, updated=0, unchanged=3, removed=0)
    assert dump(db) == before


def test_a_correction_taken_back_finds_the_same_cards_again(
    db: Database, save: Save, make_note: MakeNote
) -> None:
    old, new = make_note(0, anchor="depe"), make_note(0, anchor="deep")
    save(old)
    save(new)
    assert save(old) == Changes(new=0, updated=0, unchanged=1, removed=0)
    assert only_card(db).id == old.cards[0].id


def test_a_name_that_becomes_a_note_of_its_own_is_no_alias_any_more(
    db: Database, save: Save, make_note: MakeNote
) -> None:
    old, new = make_note(0, anchor="depe"), make_note(0, anchor="deep")
    save(old)
    save(new)
    assert save(old, new) == Changes(new=1, updated=0, unchanged=1, removed=0)
    assert {stored.card.id for stored in library.cards(db)} == {old.cards[0].id, new.cards[0].id}
    before = dump(db)
    assert save(old, new) == Changes(new=0, updated=0, unchanged=2, removed=0)
    assert dump(db) == before


def test_a_twice_corrected_note_keeps_its_first_id(
    db: Database, save: Save, make_note: MakeNote
) -> None:
    first = make_note(0, anchor="a")
    for anchor in "abc":
        save(make_note(0, anchor=anchor))
    assert only_card(db).id == first.cards[0].id


def test_another_fact_is_another_note(db: Database, save: Save, make_note: MakeNote) -> None:
    save(make_note(0))
    assert save(make_note(1)) == Changes(new=1, updated=0, unchanged=0, removed=1)


def test_a_new_kind_of_card_joins_the_note_that_is_known_by_another_name(
    db: Database, save: Save, make_note: MakeNote
) -> None:
    save(make_note(0, anchor="a"))
    both = make_note(0, anchor="b", kinds=(CardKind.RECALL, CardKind.CHOICE))
    assert save(both) == Changes(new=1, updated=0, unchanged=1, removed=0)
    assert len({stored.card.note_id for stored in library.cards(db)}) == 1
    assert save(both) == Changes(new=0, updated=0, unchanged=2, removed=0)


def test_an_episode_comes_back_whole_and_its_metadata_are_replaced(
    db: Database, make_note: MakeNote, now: datetime
) -> None:
    whole = Episode(
        slug="deep-learning",
        title="Ada: “Deep” learning",
        show="Talks",
        number=94,
        host="Grace",
        guests=("Ada", "Zoë"),
        published=date(2020, 5, 8),
        duration_seconds=5840,
        description="A talk.",
        files=(SourceFile("talk.md", "summary"),),
        chapters=(Chapter(0, "Beginnings"),),
        sections=(Section(SectionKind.QA, "Why?", "Because.", "talk.md", 1, 2, "Ada"),),
        turns=(Turn("Hello.", "talk.md", 3, 3, seconds=4),),
        conflicts=(Conflict("published", (ConflictValue("2020-05-09", "talk.md", 7),)),),
    )
    text = Document("talk.md", "/sources", "one\ntwo\nthree\nfour")
    library.save_episode(db, whole, [text], [make_note(1)], now)
    assert library.episode(db, "deep-learning") == whole
    assert library.episodes(db) == (replace(whole, sections=(), turns=()),)
    assert library.documents(db, "deep-learning") == (text,)

    other = replace(whole, title="Another title", number=None, sections=())
    moved = Document("moved.md", "/sources", "five")
    library.save_episode(db, other, [moved], [make_note(1)], now + timedelta(days=1))
    assert library.episode(db, "deep-learning") == other
    assert library.documents(db, "deep-learning") == (moved,)


def test_episodes_do_not_touch_one_another(db: Database, save: Save, make_note: MakeNote) -> None:
    save(make_note(0))
    save(make_note(0, episode="other"), slug="other")
    assert save(slug="other").removed == 1
    assert [stored.card.episode for stored in library.cards(db, status=CardStatus.ACTIVE)] == [
        "deep-learning"
    ]


def test_a_save_joins_the_callers_transaction(
    db: Database, save: Save, make_note: MakeNote
) -> None:
    with pytest.raises(RuntimeError), db.atomic():
        save(make_note())
        raise RuntimeError
    assert library.episodes(db) == ()
