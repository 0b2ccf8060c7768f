"""Blanks of one sentence in the real Anki: one note, a card for each, and each comes home."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

if os.environ.get("CI") != "true":
    pytest.importorskip("anki", reason="needs the real Anki: pip install quizapp[test]")

from anki_backend import back, front, import_package, import_table, open_collection
from anki_connect_server import Connect, serving
from anki_days import packed, unlimited
from bs4 import BeautifulSoup
from conftest import note as make_note
from console import Console
from sqlite_utils import Database

from quizapp import identity, study
from quizapp.incoming.decks import import_decks
from quizapp.incoming.progress import import_progress
from quizapp.model import CardKind, CardStatus, Note, Rating
from quizapp.outgoing import export_library
from quizapp.store import anki_places, library, progress
from quizapp.store.database import connect, database_path

pytestmark = pytest.mark.anki

NOW = datetime.now(UTC).astimezone()
BUILT = NOW - timedelta(days=30)
BLANKS = {
    "transformer": "The ____ runs fast on a GPU, since it is not recurrent.",
    "GPU": "The transformer runs fast on a(n) ____, since it is not recurrent.",
    "recurrent": "The transformer runs fast on a GPU, since it is not ____.",
}
FIRST, SECOND, THIRD = BLANKS


def fact(answers: Sequence[str] = tuple(BLANKS), **reworded: str) -> Note:
    """A note with a cloze card for each of these answers."""
    base = make_note(0, anchor="transformers")
    [card] = base.cards
    cards = tuple(
        replace(
            card,
            id=card_id(answer),
            kind=CardKind.CLOZE,
            prompt=reworded.get(answer, BLANKS[answer]),
            answer=answer,
            accepted=(),
            score=0.9,
        )
        for answer in answers
    )
    return replace(base, cards=cards)


def card_id(answer: str) -> str:
    """The id of the card with this answer."""
    return identity.card_id(make_note(0, anchor="transformers").id, CardKind.CLOZE, answer)


class Anki:
    """The real Anki, and the way there and back."""

    def __init__(self, db: Database, folder: Path) -> None:
        self.db = db
        self.folder = folder
        self.collection = open_collection(folder / "anki")
        unlimited(self.collection)

    def take(self, *, with_progress: bool = False, at: datetime = NOW) -> dict[str, int]:
        """Everything goes to Anki, as a package."""
        to = self.folder / "out.apkg"
        export_library(self.db, to, at, with_progress=with_progress)
        return import_package(self.collection, to, with_progress=with_progress)

    def home(self, **chosen: Any) -> Any:
        """Everything comes back; a second time nothing more."""
        path = packed(self.collection, self.folder / "back.apkg")
        report = import_progress(self.db, path, NOW, **chosen)
        assert not import_progress(self.db, path, NOW, **chosen).changed
        return report

    def cards(self) -> dict[tuple[str, int], Any]:
        """Every card by the guid of its note and its number."""
        cards = [self.collection.get_card(one) for one in self.collection.find_cards("")]
        return {(one.note().guid, one.ord): one for one in cards}

    def of(self, answer: str) -> Any:
        """The card that asks for this."""
        place = anki_places.places(self.db)[card_id(answer)]
        return self.cards()[place.guid, place.ord]

    def answer(self, answer: str, rating: int) -> None:
        card = self.of(answer)
        card.start_timer()
        self.collection.sched.answerCard(card, rating)  # type: ignore[arg-type]


@pytest.fixture
def anki(db: Database, tmp_path: Path) -> Iterator[Anki]:
    opened = Anki(db, tmp_path)
    yield opened
    opened.collection.close()


@pytest.fixture
def build(save: Callable[..., Any]) -> Callable[..., Any]:
    """Saves notes as all that the sources yield."""

    def _build(*notes: Note, at: datetime = BUILT) -> None:
        save(*notes, at=at)

    return _build


def text(html: str) -> str:
    """What a prompt shows, with a style sheet that hides other parts."""
    soup = BeautifulSoup(html, "html.parser")
    parts = soup.select(".part")
    for part in parts:
        if not part.select(".cloze"):
            part.decompose()
    return " ".join(soup.select(".prompt")[0].get_text().split())


WHOLE = "The transformer runs fast on a GPU, since it is not recurrent."


def test_each_blank_is_a_card_of_one_note(anki: Anki, build: Callable[..., Any]) -> None:
    build(fact())
    assert anki.take() == {"new": 1}
    assert sorted(anki.cards()) == [(card_id(FIRST), ord_) for ord_ in range(3)]
    asked = {FIRST: "The [...] runs", SECOND: "on [a(n) …], since", THIRD: "is not [...]."}
    for answer, part in asked.items():
        card = anki.of(answer)
        assert part in text(front(card))
        assert text(front(card)).count("[") == 1
        assert text(back(card)) == WHOLE
        shown = BeautifulSoup(back(card), "html.parser").select(".cloze")
        assert [one.get_text().removeprefix("a ") for one in shown] == [answer]
    assert anki.take() == {"duplicate": 1}
    assert anki.collection.card_count() == 3


def test_a_blank_that_comes_later_joins_and_moves_nobody(
    anki: Anki, build: Callable[..., Any]
) -> None:
    build(fact([THIRD]))
    assert anki.take(at=NOW - timedelta(days=9)) == {"new": 1}
    anki.collection.sched.set_due_date([anki.of(THIRD).id], "12")
    before = anki.of(THIRD)
    build(fact())
    assert anki.take() == {"updated": 1}
    after = anki.of(THIRD)
    assert (after.id, after.due, after.ivl) == (before.id, before.due, before.ivl)
    assert anki.collection.card_count() == 3
    for answer in BLANKS:
        assert text(front(anki.of(answer))) != WHOLE
        assert text(back(anki.of(answer))) == WHOLE
    assert [anki.of(one).ord for one in BLANKS] == [1, 2, 0]
    assert anki.take() == {"duplicate": 1}


def test_blanks_that_join_within_one_second_all_reach_anki(
    anki: Anki, build: Callable[..., Any]
) -> None:
    build(fact([THIRD]))
    assert anki.take() == {"new": 1}
    build(fact([THIRD, FIRST]))
    assert anki.take() == {"updated": 1}
    build(fact())
    assert anki.take() == {"updated": 1}
    assert [anki.of(one).ord for one in BLANKS] == [1, 2, 0]
    assert anki.take() == {"duplicate": 1}


def test_a_deck_that_somebody_has_with_lone_cards_is_not_torn_apart(
    anki: Anki, build: Callable[..., Any]
) -> None:
    """Made with a fresh library: what was exported before is not known to it."""
    build(fact([FIRST]))
    anki.take()
    anki.db.execute("DELETE FROM anki_places")
    anki.db.conn.commit()
    build(fact())
    assert anki.take() == {"updated": 1}
    assert [text(back(anki.of(one))) for one in BLANKS] == [WHOLE] * 3


def test_what_was_exported_before_this_was_known_stays_alone(
    anki: Anki, build: Callable[..., Any]
) -> None:
    build(fact())
    anki.db.executescript(
        "INSERT INTO anki_places SELECT id, id, 0, 1, 0 FROM cards WHERE kind = 'cloze'"
    )
    assert anki.take() == {"new": 3}
    assert set(anki.cards()) == {(card_id(one), 0) for one in BLANKS}


def test_a_corrected_card_shows_its_own_words_under_its_old_number(
    anki: Anki, build: Callable[..., Any]
) -> None:
    build(fact())
    anki.take()
    anki.collection.sched.set_due_date([anki.of(SECOND).id], "12")
    before = anki.of(SECOND)
    reworded = "No ____ is too slow for it."
    library.edit_card(anki.db, card_id(SECOND), prompt=reworded, answer=None, now=NOW)
    assert anki.take() == {"updated": 1}
    after = anki.of(SECOND)
    assert (after.id, after.due) == (before.id, before.due)
    assert anki.collection.fix_integrity() == ("Database rebuilt and optimized.", True)
    assert text(front(after)) == "No [...] is too slow for it."
    assert text(back(after)) == "No GPU is too slow for it."
    for answer in (FIRST, THIRD):
        assert text(back(anki.of(answer))) == WHOLE
        assert text(front(anki.of(answer))) != WHOLE


def test_a_blank_that_is_gone_here_stays_in_anki_and_is_named(
    anki: Anki, build: Callable[..., Any]
) -> None:
    build(fact())
    anki.take()
    library.set_status(anki.db, card_id(SECOND), CardStatus.REJECTED, NOW)
    report = export_library(anki.db, anki.folder / "again.apkg", NOW)
    assert (report.cards, report.gone) == (2, (card_id(SECOND),))
    library.edit_card(anki.db, card_id(FIRST), prompt=None, answer="big transformer", now=NOW)
    assert anki.take() == {"updated": 1}
    assert text(back(anki.of(SECOND))) == WHOLE
    assert "[a(n) …]" in text(front(anki.of(SECOND)))
    assert "big transformer" in text(back(anki.of(FIRST)))
    assert anki.collection.get_empty_cards().notes == []


def test_an_answer_to_a_blank_comes_home_to_its_card(
    anki: Anki, build: Callable[..., Any], db: Database
) -> None:
    build(fact())
    anki.take()
    anki.answer(SECOND, 3)
    report = anki.home()
    assert (report.added, report.cards, report.other_cards) == (1, 3, 0)
    assert [bool(library.card(db, card_id(one)).memory) for one in BLANKS] == [False, True, False]
    anki.answer(THIRD, 1)
    anki.answer(SECOND, 4)
    assert anki.home().added == 2
    assert [len(progress.reviews(db, card_id(one))) for one in BLANKS] == [0, 2, 1]


@pytest.mark.parametrize("form", ["old apkg", "colpkg", "bare"])
def test_every_form_of_a_collection_knows_the_blanks(
    anki: Anki, build: Callable[..., Any], db: Database, form: str
) -> None:
    build(fact())
    anki.take()
    anki.answer(SECOND, 3)
    path = anki.folder / "back.file"
    if form == "old apkg":
        packed(anki.collection, path, legacy=True)
    elif form == "colpkg":
        anki.collection.export_collection_package(str(path), False, False)
        anki.collection.reopen()
    else:
        anki.collection.close()
        path.write_bytes(Path(anki.collection.path).read_bytes())
        anki.collection.reopen()
    assert import_progress(db, path, NOW).added == 1
    assert progress.reviews(db)[0].card_id == card_id(SECOND)


def test_schedule_and_history_of_each_blank_go_along_and_come_back(
    anki: Anki, build: Callable[..., Any], db: Database
) -> None:
    build(fact())
    for answer, rating, days in ((FIRST, Rating.EASY, 9), (SECOND, Rating.GOOD, 7)):
        study.answer(db, card_id(answer), rating, NOW - timedelta(days=days))
    study.answer(db, card_id(FIRST), Rating.GOOD, NOW - timedelta(days=1))
    library.set_status(db, card_id(THIRD), CardStatus.SUSPENDED, NOW)
    assert anki.take(with_progress=True) == {"new": 1}
    for answer in (FIRST, SECOND):
        there, here = anki.of(answer), library.card(db, card_id(answer)).memory
        assert here is not None
        assert there.reps == here.reps
        assert there.memory_state.stability == pytest.approx(here.stability, abs=1e-3)
    assert anki.of(FIRST).ivl > 1
    assert anki.of(THIRD).queue == -1
    assert (anki.home().added, anki.home().known) == (0, 3)
    anki.answer(SECOND, 3)
    anki.collection.sched.unsuspend_cards([anki.of(THIRD).id])
    anki.collection.sched.suspend_cards([anki.of(FIRST).id])
    report = anki.home()
    assert (report.added, report.unsuspended) == (1, [card_id(THIRD)])
    assert report.suspended == [card_id(FIRST)]
    assert len(progress.reviews(db, card_id(SECOND))) == 2


def test_words_changed_in_anki_go_to_every_card_that_shows_them(
    anki: Anki, build: Callable[..., Any], db: Database
) -> None:
    build(fact())
    anki.take()
    note = anki.of(SECOND).note()
    assert note["Text"] == (
        "The {{c1::transformer}} runs fast on {{c2::a GPU::a(n) …}}, since it is not "
        "{{c3::recurrent}}."
    )
    note["Text"] = (
        "The {{c1::transformer}} runs <b>very</b> fast on {{c2::an old GPU::a(n) …}}, since it is "
        "not {{c3::recurrent}}."
    )
    anki.collection.update_note(note)
    assert anki.home().edited == []
    assert sorted(anki.home(edits=True).edited) == sorted(map(card_id, BLANKS))
    told = {one: library.card(db, card_id(one)).card for one in BLANKS}
    assert told[FIRST].prompt == "The ____ runs very fast on an old GPU, since it is not recurrent."
    assert told[SECOND].prompt == (
        "The transformer runs very fast on a(n) ____, since it is not recurrent."
    )
    assert [told[one].answer for one in BLANKS] == [FIRST, "old GPU", THIRD]
    anki.take()  # one sentence still, so nothing is parted
    assert "part" not in anki.of(FIRST).note()["Text"]
    assert "on an old GPU, since" in text(back(anki.of(THIRD)))


def test_words_changed_in_a_part_go_to_its_cards_alone(
    anki: Anki, build: Callable[..., Any], db: Database
) -> None:
    build(fact())
    library.edit_card(db, card_id(THIRD), prompt="It is not ____.", answer=None, now=BUILT)
    anki.take()
    library.edit_card(db, card_id(SECOND), prompt="No ____ is too slow.", answer=None, now=NOW)
    anki.take()
    note = anki.of(SECOND).note()
    note["Text"] = note["Text"].replace("too slow", "ever too slow")
    time.sleep(1.1)
    anki.collection.update_note(note)
    assert anki.home(edits=True).edited == [card_id(SECOND)]
    assert library.card(db, card_id(SECOND)).card.prompt == "No ____ is ever too slow."
    assert library.card(db, card_id(FIRST)).card.prompt == BLANKS[FIRST]


def test_a_blank_taken_out_in_anki_changes_no_card_here(
    anki: Anki, build: Callable[..., Any], db: Database
) -> None:
    build(fact())
    anki.take()
    note = anki.of(SECOND).note()
    note["Text"] = note["Text"].replace("{{c2::a GPU::a(n) …}}", "a GPU")
    anki.collection.update_note(note)
    anki.collection.remove_cards_and_orphaned_notes([anki.of(SECOND).id])
    report = anki.home(edits=True)
    assert (report.cards, report.edited) == (2, [])
    assert library.card(db, card_id(SECOND)).card.prompt == BLANKS[SECOND]


def test_tags_given_in_anki_go_to_every_card_of_the_note(
    anki: Anki, build: Callable[..., Any], db: Database
) -> None:
    build(fact())
    anki.take()
    note = anki.of(SECOND).note()
    note.tags.append("exam")
    anki.collection.update_note(note)
    assert sorted(anki.home(tags=True).tagged) == sorted(map(card_id, BLANKS))
    assert "exam" in library.card(db, card_id(THIRD)).card.tags


def test_a_deleted_note_leaves_what_came_back_before(
    anki: Anki, build: Callable[..., Any], db: Database
) -> None:
    build(fact())
    anki.take()
    anki.answer(SECOND, 3)
    anki.home()
    anki.collection.remove_notes([anki.of(SECOND).nid])
    assert anki.home().cards == 0
    assert library.card(db, card_id(SECOND)).memory is not None


def test_a_library_that_does_not_know_the_places_learns_them_from_anki(
    anki: Anki, build: Callable[..., Any], db: Database
) -> None:
    """Restored from an older backup, or another machine's."""
    build(fact([SECOND, THIRD]))
    anki.take(at=NOW - timedelta(days=1))
    build(fact())
    anki.take()
    places = anki_places.places(db)
    assert [places[card_id(one)].ord for one in BLANKS] == [2, 0, 1]
    anki.answer(FIRST, 3)
    db.execute("DELETE FROM anki_places")
    db.conn.commit()
    assert anki.home().added == 1
    assert progress.reviews(db)[0].card_id == card_id(FIRST)
    assert {one: (at.guid, at.ord) for one, at in anki_places.places(db).items()} == {
        one: (at.guid, at.ord) for one, at in places.items()
    }


def test_what_a_note_names_counts_above_the_record(
    anki: Anki, build: Callable[..., Any], db: Database
) -> None:
    """Another card was given a number here that Anki has for one of ours."""
    build(fact([FIRST, SECOND]))
    anki.take(at=NOW - timedelta(days=1))
    anki.answer(SECOND, 3)
    give_second_to_third(anki, build)
    anki.home()
    assert [one.card_id for one in progress.reviews(db)] == [card_id(SECOND)]
    anki.take()
    assert [anki.of(one).ord for one in BLANKS] == [0, 1, 2]
    assert "on [a(n) …], since" in text(front(anki.of(SECOND)))
    anki.answer(THIRD, 1)
    anki.home()
    assert [len(progress.reviews(db, card_id(one))) for one in BLANKS] == [0, 1, 1]


def give_second_to_third(anki: Anki, build: Callable[..., Any]) -> None:
    """The record forgets the second card, and gives its number to the third."""
    anki.db.execute("DELETE FROM anki_places WHERE card_id = ?", (card_id(SECOND),))
    anki.db.conn.commit()
    build(fact([FIRST, THIRD]), at=NOW - timedelta(days=20))
    export_library(anki.db, anki.folder / "unused.apkg", NOW)
    assert anki_places.places(anki.db)[card_id(THIRD)].ord == 1
    build(fact(), at=NOW - timedelta(days=10))


def test_a_running_anki_settles_which_blank_is_whose(
    anki: Anki, build: Callable[..., Any], db: Database, home: Path
) -> None:
    build(fact([FIRST, SECOND]))
    anki.take(at=NOW - timedelta(days=1))
    anki.answer(SECOND, 3)
    give_second_to_third(anki, build)
    with serving(Connect(anki.collection)) as address:
        console, sync = Console(home), ("sync-anki", "--address", address)
        first = console.fine(*sync)
        assert (first["new"], first["progress"]["added"]) == ([card_id(THIRD)], 1)
        anki.answer(THIRD, 1)
        again = console.fine(*sync)
        assert (again["new"], again["progress"]["added"]) == ([], 1)
        assert [anki.of(one).ord for one in BLANKS] == [0, 1, 2]
        assert [len(progress.reviews(db, card_id(one))) for one in BLANKS] == [0, 1, 1]


def test_two_libraries_settle_on_what_their_anki_has(
    anki: Anki, build: Callable[..., Any], db: Database, home: Path, tmp_path: Path
) -> None:
    """Each gave the second number to a card of its own before it met the other's note."""
    build(fact())
    (tmp_path / "other").mkdir()
    db.execute("VACUUM INTO ?", (str(database_path(tmp_path / "other")),))
    other = connect(database_path(tmp_path / "other"))
    for of, left_out in ((db, THIRD), (other, SECOND)):
        library.set_status(of, card_id(left_out), CardStatus.REJECTED, BUILT)
        export_library(of, tmp_path / "first.apkg", NOW)
        if of is db:
            import_package(anki.collection, tmp_path / "first.apkg")
        library.set_status(of, card_id(left_out), CardStatus.ACTIVE, BUILT)
    anki.answer(SECOND, 3)
    theirs, ours = Console(tmp_path / "other"), Console(home)
    with serving(Connect(anki.collection)) as address:
        sync = ("sync-anki", "--address", address)
        assert theirs.fine(*sync)["new"] == [card_id(THIRD)]
        assert ours.fine(*sync)["new"] == []
        anki.answer(THIRD, 1)
        assert [one.fine(*sync)["progress"]["added"] for one in (theirs, ours)] == [1, 1]
    for of in (db, other):
        places = anki_places.places(of)
        assert [places[card_id(one)].ord for one in BLANKS] == [0, 1, 2]
        assert [len(progress.reviews(of, card_id(one))) for one in BLANKS] == [0, 1, 1]
    other.close()


@pytest.mark.parametrize("way", ["package", "sync"])
def test_a_number_that_anki_knows_is_given_to_no_other_card(
    anki: Anki, build: Callable[..., Any], db: Database, home: Path, way: str
) -> None:
    """Also where the backup is from before the card that has it."""
    build(fact([FIRST, SECOND]))
    anki.take(at=NOW - timedelta(days=1))
    anki.answer(SECOND, 3)
    db.execute("DELETE FROM anki_places WHERE card_id = ?", (card_id(SECOND),))
    db.execute("DELETE FROM cards WHERE id = ?", (card_id(SECOND),))
    db.conn.commit()
    if way == "package":
        anki.home()
    else:
        with serving(Connect(anki.collection)) as address:
            Console(home).fine("sync-anki", "--address", address)
    build(fact([FIRST, THIRD]), at=NOW - timedelta(days=10))
    anki.take()
    assert anki.of(THIRD).ord == 2
    build(fact(), at=NOW - timedelta(days=5))
    anki.home()
    anki.take()
    assert [anki.of(one).ord for one in BLANKS] == [0, 1, 2]
    assert [len(progress.reviews(db, card_id(one))) for one in BLANKS] == [0, 1, 0]


def test_a_running_anki_gets_and_gives_each_blank(
    anki: Anki, build: Callable[..., Any], db: Database, home: Path
) -> None:
    build(fact([THIRD]))
    with serving(Connect(anki.collection)) as address:
        console, sync = Console(home), ("sync-anki", "--address", address)
        assert console.fine(*sync)["new"] == [card_id(THIRD)]
        anki.answer(THIRD, 3)
        build(fact())
        second = console.fine(*sync, "--dry-run")
        assert sorted(second["new"]) == sorted([card_id(FIRST), card_id(SECOND)])
        assert card_id(FIRST) not in anki_places.places(db)
        second = console.fine(*sync)
        assert (second["progress"]["added"], second["unchanged"]) == (1, 1)
        assert anki.collection.note_count() == 1
        anki.answer(SECOND, 4)
        anki.collection.sched.suspend_cards([anki.of(FIRST).id])
        third = console.fine(*sync)
        assert (third["new"], third["changed"]) == ([], [])
        assert third["progress"]["suspended"] == [card_id(FIRST)]
        assert [len(progress.reviews(db, card_id(one))) for one in BLANKS] == [0, 1, 1]
        db.execute("DELETE FROM anki_places")
        db.conn.commit()
        assert console.fine(*sync)["new"] == []
        places = anki_places.places(db)
        assert [places[card_id(one)].ord for one in BLANKS] == [anki.of(one).ord for one in BLANKS]


def test_another_library_that_has_them_from_json_knows_the_blanks(
    anki: Anki, build: Callable[..., Any], home: Path, tmp_path: Path
) -> None:
    build(fact([THIRD]))
    anki.take(at=NOW - timedelta(days=1))
    build(fact())
    anki.take()
    to = tmp_path / "all.json"
    assert Console(home)("export", "--to", to, "--with-progress").code == 0
    other = Console(tmp_path / "other")
    assert other.fine("import", to)["cards"] == 3
    again = tmp_path / "again.json"
    assert other("export", "--to", again, "--with-progress").code == 0
    assert again.read_text("utf-8") == to.read_text("utf-8")
    anki.answer(SECOND, 3)
    back_home = packed(anki.collection, tmp_path / "back.apkg")
    assert other.fine("import-progress", back_home)["added"] == 1
    seen = [card["id"] for card in other.fine("cards", "--memory")["cards"] if card["memory"]]
    assert seen == [card_id(SECOND)]
    package = tmp_path / "other.apkg"
    assert other("export", "--to", package).code == 0
    import_package(anki.collection, package)
    assert anki.collection.card_count() == 3


def test_the_table_for_anki_has_real_clozes_and_adds_nothing_to_the_package(
    anki: Anki, build: Callable[..., Any], home: Path, tmp_path: Path
) -> None:
    build(fact(), make_note(1))
    to = tmp_path / "anki.csv"
    assert Console(home)("export", "--to", to, "--for", "anki").code == 0
    assert import_table(anki.collection, to) == {"new": 2}
    assert anki.collection.card_count() == 4
    assert anki.of(SECOND).note().note_type()["name"] == "Cloze"
    shown = BeautifulSoup(anki.of(SECOND).render_output().question_text, "html.parser").get_text()
    assert "The transformer runs fast on [a(n) …], since it is not recurrent." in shown
    assert import_table(anki.collection, to) == {"duplicate": 2}
    fresh = open_collection(tmp_path / "fresh")
    package = tmp_path / "out.apkg"
    assert Console(home)("export", "--to", package).code == 0
    assert import_package(fresh, package) == {"new": 2}
    import_table(fresh, to)
    assert (fresh.note_count(), fresh.card_count()) == (2, 4)
    fresh.close()


def test_somebody_elses_cloze_note_goes_out_as_one_again(
    anki: Anki, db: Database, tmp_path: Path
) -> None:
    theirs: Any = open_collection(tmp_path / "theirs")
    note = theirs.new_note(theirs.models.by_name("Cloze"))
    note["Text"] = "A <b>spring</b> tide: {{c1::Sun::a star}} and {{c2::Moon}}, {{c1::in line}}."
    theirs.add_note(note, theirs.decks.id("Tides"))
    import_decks(db, packed(theirs, tmp_path / "theirs.apkg"), NOW)
    theirs.close()
    assert anki.take() == {"new": 1}
    first, second = (card for _, card in sorted(anki.cards().items()))
    whole = "A spring tide: Sun and Moon, in line."
    assert text(front(first)) == "A spring tide: [...] and Moon, [...]."
    assert text(front(second)) == "A spring tide: Sun and [...], in line."
    assert text(back(first)) == text(back(second)) == whole
