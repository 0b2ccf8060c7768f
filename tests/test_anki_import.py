"""The real Anki takes the package: every card renders, a second import adds nothing."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

if os.environ.get("CI") != "true":
    pytest.importorskip("anki", reason="needs the real Anki: pip install quizapp[test]")

from anki.collection import Collection
from anki_backend import (
    back,
    cards_by_guid,
    front,
    import_package,
    import_table,
    open_collection,
    rows,
)
from bs4 import BeautifulSoup
from exchange_cards import CARDS, CHANGED, EPISODE, TIDES, card, stored

from quizapp.exchange import export, notetypes
from quizapp.model import Card, CardKind, CardStatus, Source, StoredCard

pytestmark = pytest.mark.anki

HOSTILE = (
    "{{c1::x}} {{c2::y::z}} {{Answer}} }} :: <script>alert(1)</script> <b>bold</b> &lt;i&gt; &amp; "
    "[sound:a.mp3] [anki:tts]t[/anki:tts] [latex]x[/latex] [$]x[/$] \\(x\\) \\[y\\] 🦀 “é” <!-- -->"
)
LONG = "A very long sentence about the sea. " * 600


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    opened = open_collection(tmp_path / "anki")
    yield opened
    opened.close()


def package(folder: Path, *cards: StoredCard) -> Path:
    to = folder / "deck.apkg"
    export(cards or stored(*CARDS), [EPISODE], to, now=CHANGED)
    return to


def text(html: str) -> str:
    """What a face shows, white space folded."""
    soup = BeautifulSoup(html.replace("<br>", "\n"), "html.parser")
    for hidden in soup(["script", "style"]):
        hidden.decompose()
    return " ".join(soup.get_text().split())


def test_every_card_arrives_in_its_deck_in_order(tmp_path: Path, collection: Collection) -> None:
    assert import_package(collection, package(tmp_path)) == {"new": len(CARDS)}
    assert collection.card_count() == len(CARDS)
    arrived = cards_by_guid(collection)
    assert list(arrived) == [one.id for one in CARDS]
    assert [each.due for each in arrived.values()] == list(range(len(CARDS)))
    decks = {collection.decks.name(each.did) for each in arrived.values()}
    assert decks == {"The Long Table::Gwen Marlow: Tides and Clocks"}


def test_chapters_are_decks_below_their_episode_in_the_order_of_the_talk(
    tmp_path: Path, collection: Collection
) -> None:
    nowhere = replace(CARDS[0], id="q1cnowhere", sources=(replace(TIDES, chapter=None),))
    cards, to = stored(*CARDS, nowhere), tmp_path / "deck.apkg"
    export(cards, [EPISODE], to, now=CHANGED, by_chapter=True)
    assert import_package(collection, to) == {"new": len(cards)}
    top = "The Long Table::Gwen Marlow: Tides and Clocks"
    decks = {
        guid: collection.decks.name(each.did) for guid, each in cards_by_guid(collection).items()
    }
    assert decks["q1cnowhere"] == top
    assert decks[CARDS[0].id] == f"{top}::02 Why there are two tides"
    assert set(decks.values()) == {
        *(top, f"{top}::02 Why there are two tides"),
        f"{top}::Clocks & longitude",  # of no chapter that the episode lists
    }
    # The other way of exporting moves nothing and adds nothing.
    assert import_package(collection, package(tmp_path, *cards)) == {"duplicate": len(cards)}
    again = cards_by_guid(collection)
    assert {guid: collection.decks.name(each.did) for guid, each in again.items()} == decks


@pytest.mark.parametrize("one", CARDS, ids=lambda one: one.kind)
def test_every_kind_of_card_renders(tmp_path: Path, collection: Collection, one: Card) -> None:
    import_package(collection, package(tmp_path))
    arrived = cards_by_guid(collection)[one.id]
    asked, told = front(arrived), back(arrived)
    for face in (asked, told):
        assert text(face)
        assert "{{" not in face
        assert "unknown field" not in face.lower()
    question = one.prompt.split("____")
    for part in question:
        assert text(part) in text(asked)
    for part in one.answer.split("; "):
        assert part in text(told)
    if not one.options:
        assert not any(part in text(asked) for part in one.answer.split("; "))
    for option in one.options or ():
        assert option in text(asked)


def test_the_back_shows_explanation_source_and_time(tmp_path: Path, collection: Collection) -> None:
    import_package(collection, package(tmp_path))
    told = text(back(cards_by_guid(collection)[CARDS[2].id]))
    for part in (
        "The Earth turns fifteen degrees an hour.",
        "Harrison spent nineteen years on his third clock.",
        "The Long Table #12 · Gwen Marlow: Tides and Clocks",
        "Clocks & longitude 1:02:03",
        "tides/highlights.txt, line 40",
        "tides/answers.md, lines 12–14",
    ):
        assert part in told


@pytest.mark.parametrize("one", CARDS, ids=lambda one: one.kind)
def test_the_back_leads_to_the_second_in_the_recording(
    tmp_path: Path, collection: Collection, one: Card
) -> None:
    to, unknown = tmp_path / "deck.apkg", replace(one, id="q1cnever")
    unknown = replace(unknown, sources=(replace(TIDES, seconds=None),))
    links = {EPISODE.slug: "https://www.youtube.com/watch?v=abcdefghijk&t="}
    export(stored(one, unknown), [EPISODE], to, now=CHANGED, links=links)
    import_package(collection, to)
    arrived = cards_by_guid(collection)
    [link] = BeautifulSoup(back(arrived[one.id]), "html.parser").select(".source a")
    assert link["href"] == f"https://www.youtube.com/watch?v=abcdefghijk&t={one.source.seconds}"
    assert link.get_text() == "Listen from here"
    assert not BeautifulSoup(back(arrived["q1cnever"]), "html.parser").select(".source a")


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)//", 'https://a.org/"onclick="x', "https://a.org/{{Answer}}#t="]
)
def test_an_address_that_is_none_is_left_out(
    tmp_path: Path, collection: Collection, address: str
) -> None:
    to = tmp_path / "deck.apkg"
    export(stored(CARDS[0]), [EPISODE], to, now=CHANGED, links={EPISODE.slug: address})
    import_package(collection, to)
    [shown] = cards_by_guid(collection).values()
    assert "<a " not in back(shown)


def test_tags_arrive_as_a_tree(tmp_path: Path, collection: Collection) -> None:
    import_package(collection, package(tmp_path))
    assert cards_by_guid(collection)[CARDS[0].id].note().tags == [
        *["chapter::why-there-are-two-tides", "episode::gwen-marlow-tides-and-clocks"],
        *["kind::recall", "qa", "the-moon"],
    ]


def test_siblings_are_found_by_the_id_they_share(tmp_path: Path, collection: Collection) -> None:
    siblings = (CARDS[0], replace(CARDS[1], note_id=CARDS[0].note_id), CARDS[2])
    import_package(collection, package(tmp_path, *stored(*siblings)))
    assert len(collection.find_notes(f'"Note ID:{CARDS[0].note_id}"')) == 2


def test_a_second_import_adds_and_changes_nothing(tmp_path: Path, collection: Collection) -> None:
    import_package(collection, package(tmp_path))
    before = rows(collection, "notes"), rows(collection, "cards")
    assert import_package(collection, package(tmp_path)) == {"duplicate": len(CARDS)}
    after = rows(collection, "notes"), rows(collection, "cards")
    assert after == before
    assert sum(name.startswith("Quizapp") for name in note_types(collection)) == 4


def test_an_edit_updates_its_note_and_keeps_the_schedule(
    tmp_path: Path, collection: Collection
) -> None:
    import_package(collection, package(tmp_path))
    studied = cards_by_guid(collection)[CARDS[0].id]
    collection.sched.set_due_date([studied.id], "30")
    studied.load()
    edited = StoredCard(replace(CARDS[0], answer="Two bulges."), CHANGED + timedelta(hours=1))
    again = package(tmp_path, edited, *stored(*CARDS[1:]))
    assert import_package(collection, again) == {"updated": 1, "duplicate": len(CARDS) - 1}
    after = cards_by_guid(collection)[CARDS[0].id]
    assert "Two bulges." in text(back(after))
    assert (after.queue, after.due, after.ivl) == (2, 30, 30)
    assert (after.queue, after.due, after.ivl) == (studied.queue, studied.due, studied.ivl)
    assert collection.note_count() == len(CARDS)


def test_what_a_person_edited_in_anki_survives(tmp_path: Path, collection: Collection) -> None:
    import_package(collection, package(tmp_path))
    note = cards_by_guid(collection)[CARDS[0].id].note()
    note["Answer"] = "My own words."
    collection.update_note(note)
    assert import_package(collection, package(tmp_path)) == {"duplicate": len(CARDS)}
    assert cards_by_guid(collection)[CARDS[0].id].note()["Answer"] == "My own words."


def test_new_faces_are_taken_over_and_conflict_with_nothing(
    tmp_path: Path, collection: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    import_package(collection, package(tmp_path))
    monkeypatch.setattr(notetypes, "DESIGNED_AT", notetypes.DESIGNED_AT + 10 * 365 * 86400)
    changed = notetypes.model(notetypes.QUESTION)
    monkeypatch.setattr(changed, "css", f"{changed.css}\n.later {{ color: red; }}")
    assert import_package(collection, package(tmp_path)) == {"duplicate": len(CARDS)}
    taken = collection.models.by_name("Quizapp Question")
    assert taken is not None
    assert ".later" in taken["css"]
    assert sum(name.startswith("Quizapp") for name in note_types(collection)) == 4


@pytest.mark.parametrize("kind", CardKind)
def test_hostile_text_stays_text(tmp_path: Path, collection: Collection, kind: CardKind) -> None:
    source = Source(HOSTILE, 1, 1, HOSTILE, HOSTILE, HOSTILE, 7)
    hostile = card(
        99,
        kind,
        f"{HOSTILE} ____ {HOSTILE}" if kind is CardKind.CLOZE else HOSTILE,
        HOSTILE,
        sources=(source,),
        options=(HOSTILE, f"not {HOSTILE}", "else"),
        answer_index=0,
        accepted=(HOSTILE,),
        explanation=HOSTILE,
        tags=(HOSTILE,),
    )
    assert import_package(collection, package(tmp_path, *stored(hostile))) == {"new": 1}
    [arrived] = cards_by_guid(collection).values()
    output = arrived.render_output()
    shown = " ".join(HOSTILE.split())
    assert shown in text(output.question_text)
    assert text(output.answer_text).count(shown) >= 5
    assert not output.question_av_tags
    assert not output.answer_av_tags
    for face in (output.question_text, output.answer_text):
        scripts = BeautifulSoup(face, "html.parser").find_all("script")
        assert len(scripts) == (1 if notetypes.BY_KIND[kind] is notetypes.CHOICE else 0)
        assert "\\(" not in face
        assert "[latex]" not in face
        assert not BeautifulSoup(face, "html.parser").find("b", string="bold")


def test_a_hostile_answer_typed_exactly_counts_as_right(
    tmp_path: Path, collection: Collection
) -> None:
    typed = replace(CARDS[5], answer="a::b }} <c> & \\(d\\)")
    import_package(collection, package(tmp_path, *stored(typed)))
    [arrived] = cards_by_guid(collection).values()
    compared = collection.compare_answer(arrived.note()["Answer"], typed.answer)
    assert "typeGood" in compared
    assert "typeBad" not in compared


def test_several_lines_and_very_long_texts_arrive_whole(
    tmp_path: Path, collection: Collection
) -> None:
    lines = replace(CARDS[0], prompt="One?\nTwo?\r\nThree?", answer=LONG)
    import_package(collection, package(tmp_path, *stored(lines)))
    [arrived] = cards_by_guid(collection).values()
    assert "One?<br>Two?<br>Three?" in front(arrived)
    assert LONG.strip() in text(back(arrived))


def test_the_table_is_imported_once(tmp_path: Path, collection: Collection) -> None:
    to = tmp_path / "deck.csv"
    odd = replace(CARDS[0], prompt=f'"{HOSTILE}",\nthen?')
    export(stored(odd, *CARDS[1:]), [EPISODE], to, now=CHANGED)
    assert import_table(collection, to) == {"new": len(CARDS)}
    assert import_table(collection, to) == {"duplicate": len(CARDS)}
    arrived = cards_by_guid(collection)[odd.id]
    assert text(arrived.note()["Front"]) == " ".join(odd.prompt.split())
    assert collection.decks.name(arrived.did) == "The Long Table::Gwen Marlow: Tides and Clocks"
    assert "kind::recall" in arrived.note().tags


def test_the_table_makes_no_second_notes_beside_the_package(
    tmp_path: Path, collection: Collection
) -> None:
    import_package(collection, package(tmp_path))
    to = tmp_path / "deck.csv"
    export(stored(*CARDS), [EPISODE], to, now=CHANGED)
    import_table(collection, to)
    assert collection.note_count() == len(CARDS)


def note_types(collection: Collection) -> list[str]:
    return [each.name for each in collection.models.all_names_and_ids()]


def test_ten_edited_are_updated_and_ten_removed_stay_and_are_named(
    tmp_path: Path, collection: Collection
) -> None:
    cards = [card(n, CardKind.RECALL, f"Question {n}?", f"Answer {n}.") for n in range(1, 41)]
    import_package(collection, package(tmp_path, *stored(*cards)))
    arrived = cards_by_guid(collection)
    collection.sched.set_due_date([one.id for one in arrived.values()], "12")
    schedules = {guid: (one.due, one.ivl) for guid, one in cards_by_guid(collection).items()}
    later = CHANGED + timedelta(days=1)
    edited = [StoredCard(replace(one, answer="New words."), later) for one in cards[:10]]
    removed = [replace(one, status=CardStatus.RETIRED) for one in cards[10:20]]
    to = tmp_path / "again.apkg"
    report = export([*edited, *stored(*removed, *cards[20:])], [EPISODE], to, now=CHANGED)
    assert report.cards == 30
    assert report.gone == tuple(one.id for one in removed)
    assert import_package(collection, to) == {"updated": 10, "duplicate": 20}
    after = cards_by_guid(collection)
    assert len(after) == 40
    assert {guid: (one.due, one.ivl) for guid, one in after.items()} == schedules
    told = [after[one.id].note()["Answer"] for one in cards]
    assert told == ["New words."] * 10 + [f"Answer {n}." for n in range(11, 41)]
