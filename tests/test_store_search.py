"""Search: every word of the language on a real library, always in step with what changes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from conftest import note
from hypothesis import given, settings, strategies
from sqlite_utils import Database

from quizapp import study
from quizapp.model import CardKind, CardStatus, Note, Rating
from quizapp.store import library, moving, own, search, tags, trash
from quizapp.store.query import All, Either, Fact, Not, Words, parse
from quizapp.store.search import QueryError

Save = Callable[..., library.Changes]


@pytest.fixture
def cards(save: Save) -> list[str]:
    """Ten cards in the order of the facts, one of each second a choice."""
    notes = [
        note(n, kinds=(CardKind.RECALL if n % 2 else CardKind.CHOICE,), score=1 / (n + 1))
        for n in range(10)
    ]
    save(*notes)
    return [one.cards[0].id for one in notes]


@pytest.fixture
def find(db: Database, cards: list[str], now: datetime) -> Callable[..., list[int]]:
    """The numbers of the facts whose cards a query finds."""

    def _find(text: str, **options: str) -> list[int]:
        found = search.search(db, text, now, **options).cards
        return [cards.index(one.card.id) for one in found]

    return _find


Find = Callable[..., list[int]]


def test_words_are_found_while_they_are_typed(find: Find) -> None:
    assert find("overf") == [2]
    assert find("OVERFITTING noise") == [2]
    assert find("self-play") == [7]
    assert sorted(find("")) == list(range(10))
    assert find("nowhere") == []


def test_words_combine(find: Find) -> None:
    assert sorted(find("overfitting or self-play")) == [2, 7]
    assert sorted(find("(overfitting or self-play) -noise")) == [7]
    assert find('"bitter lesson"') == [3]
    assert find('"lesson bitter"') == []
    assert 3 not in find("-lesson")
    assert sorted(find("is:new or overfitting")) == list(range(10))


def test_the_question_weighs_more_than_the_answer(db: Database, save: Save, now: datetime) -> None:
    asked = note(1, prompt="What is a gradient?", answer="A direction of steepest ascent")
    told = note(2, prompt="What does the pass compute?", answer="The gradient of the loss")
    save(told, asked)
    found = search.search(db, "gradient", now).cards
    assert [one.card.id for one in found] == [asked.cards[0].id, told.cards[0].id]
    assert [c.card.id for c in search.search(db, "answer:gradient", now).cards] == [
        told.cards[0].id
    ]


def test_facts(find: Find, db: Database, cards: list[str], now: datetime) -> None:
    assert find("kind:choice", sort="order") == [0, 2, 4, 6, 8]
    assert sorted(find("kind:rec")) == [1, 3, 5, 7, 9]
    assert len(find("episode:deep")) == 10 == len(find('deck:"On deep learning"'))
    assert find("episode:rivers") == []
    assert len(find("tag:ai")) == len(find("tag:a*")) == 10
    assert find("tag:a") == find("tag:none") == []
    library.set_status(db, cards[4], CardStatus.SUSPENDED, now)
    assert find("is:suspended") == [4]
    study.bury(db, cards[5], now)
    assert find("is:buried") == [5]
    library.edit_card(db, cards[6], prompt="Why zebras?", answer=None, now=now)
    assert find("is:edited") == find("zebra") == [6]
    assert find("convincing or recurrence") != [6]


def test_memory(find: Find, db: Database, cards: list[str], now: datetime) -> None:
    study.answer(db, cards[1], Rating.EASY, now)
    study.answer(db, cards[3], Rating.AGAIN, now)
    assert sorted(find("rated:1")) == [1, 3]
    assert find("rated:1:1") == find("is:learn") == [3]
    assert find("is:review") == find("prop:ivl>3") == find("prop:due>=2") == [1]
    assert find("is:due") == []
    later = now + timedelta(days=40)
    due = {one.card.id for one in search.search(db, "is:due", later).cards}
    assert due == {cards[1], cards[3]}
    assert search.search(db, "rated:7", later).cards == ()
    study.undo(db, now)
    assert find("rated:1") == [1]
    assert len(find("is:new")) == 9


def test_sorting(find: Find, db: Database, cards: list[str], now: datetime) -> None:
    study.answer(db, cards[1], Rating.EASY, now)
    study.answer(db, cards[3], Rating.GOOD, now)
    assert find("", sort="due")[:2] == [3, 1]
    assert find("", sort="interval")[0] == 1
    assert find("", sort="nonsense") == find("")
    assert {len(find("what", sort=one)) for one in search.SORTS} == {len(find("what"))}


@pytest.mark.parametrize(
    "text", ["foo:bar", "is:lazy", "kind:essay", "prop:ivl", "prop:x>1", "rated:soon"]
)
def test_what_cannot_be_meant_is_told_in_one_line(find: Find, text: str) -> None:
    with pytest.raises(QueryError) as error:
        find(text)
    assert "\n" not in str(error.value)


def test_tags_of_a_person(find: Find, db: Database, cards: list[str], now: datetime) -> None:
    assert tags.add_tag(db, cards[:2], "My  exam", now) == 2
    assert tags.add_tag(db, cards[:3], "My-exam", now) == 1
    assert sorted(find("tag:my-EXAM")) == [0, 1, 2]
    assert library.card(db, cards[0]).card.tags == ("ai", "My-exam")
    assert tags.remove_tag(db, cards[:1], "ai", now) == 1
    assert sorted(find("-tag:ai")) == [0]
    assert library.card(db, cards[0]).card.tags == ("My-exam",)
    assert tags.add_tag(db, cards[:1], "ai", now) == 1
    assert find("-tag:ai") == []


def test_a_person_s_tags_outlive_a_build(db: Database, save: Save, now: datetime) -> None:
    one = note(1)
    save(one)
    tags.add_tag(db, [one.cards[0].id], "exam", now)
    tags.remove_tag(db, [one.cards[0].id], "ai", now)
    save(note(1, answer="Something better that was told"))
    assert library.card(db, one.cards[0].id).card.tags == ("exam",)
    assert len(search.search(db, "tag:exam better", now).cards) == 1


def test_a_corrected_source_is_found_by_its_new_words(
    db: Database, save: Save, now: datetime
) -> None:
    save(note(1))
    save(note(1, answer="The slope for every weight"))
    assert len(search.search(db, "slope", now).cards) == 1
    assert search.search(db, "gradient", now).cards == ()


def test_a_deleted_episode_is_not_found(find: Find, db: Database, now: datetime) -> None:
    trash.delete(db, "deep-learning", now)
    assert find("") == find("overfitting") == find("is:rejected") == []
    trash.bring_back(db, "deep-learning")
    assert find("overfitting") == [2]


def test_the_whole_name_of_an_episode_means_no_other(
    db: Database, save: Save, now: datetime
) -> None:
    save(note(0))
    save(note(1, episode="deep-learning-again"), slug="deep-learning-again")
    assert search.search(db, "episode:deep-learning", now).total == 1
    assert search.search(db, "episode:deep-learn", now).total == 2


def test_own_cards_are_found_and_no_build_retires_them(
    db: Database, save: Save, now: datetime
) -> None:
    notes: list[Note] = [note(n) for n in range(3)]
    save(*notes)
    written = own.Written(CardKind.CHOICE, "Which is mine?", "This one", ("That", "None"))
    card = own.add(db, written, now, episode="deep-learning").card
    assert card.options and card.answer_index is not None
    assert card.options[card.answer_index] == "This one"
    assert save(*notes).removed == 0
    assert [c.card.id for c in search.search(db, "is:own mine", now).cards] == [card.id]
    assert moving.move(db, [card.id], "deep-learning").cards == 0, "it is there already"


def test_many_matches_are_counted_up_to_a_point(db: Database, save: Save, now: datetime) -> None:
    save(*(note(n) for n in range(search.COUNTED + 5)))
    assert search.search(db, "what", now).total is not None
    found = search.search(db, "", now, limit=20, offset=search.COUNTED)
    assert (found.total, len(found.cards)) == (None, 5)
    assert len(search.ids(db, "", now)) == search.COUNTED + 5


def test_a_query_is_a_tree() -> None:
    assert parse("a b") == All((Words("a", False), Words("b", False)))
    assert parse('-tag:"two words"') == All((Not(Fact("tag", "two words")),))
    assert parse('"deck:two words"') == All((Fact("deck", "two words"),))
    assert parse("a or (b c)").parts == (
        Either((Words("a", False), All((Words("b", False), Words("c", False))))),
    )
    assert parse("(((") == parse(") or or (") == parse("") == All(())


@settings(max_examples=150, deadline=None)
@given(strategies.text(alphabet='ab -"():*or tag is:due\\%_\x00é', max_size=30))
def test_whatever_is_typed_is_searched_or_refused_in_one_line(text: str) -> None:
    from quizapp.store.database import connect, writing
    from quizapp.store.migrations import migrations

    db = _SHARED.get("db")
    if db is None:
        from pathlib import Path

        db = _SHARED["db"] = connect(Path(":memory:"))
        with writing(db):
            migrations.apply(db)
    try:
        search.search(db, text, datetime.fromisoformat("2026-01-05T09:00:00+01:00"))
    except QueryError as error:
        assert "\n" not in str(error)


_SHARED: dict[str, Database] = {}
