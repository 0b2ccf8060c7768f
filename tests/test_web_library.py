"""Adding, looking over, building anew, deleting, searching, writing: as forms, without a script."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from html import escape, unescape
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from flask import Flask
from flask.testing import FlaskClient
from sqlite_utils import Database
from test_fetching import HTML, saying, serving
from web_fixtures import CardOf, Clock, post, rate, text_of, token_of
from web_material import LEARNING, RIVERS
from werkzeug.test import TestResponse

from quizapp import study
from quizapp.exchange.places import given
from quizapp.incoming.libraries import import_library
from quizapp.model import CardKind, CardStatus, Rating
from quizapp.store import curation, library, trash
from quizapp.store.database import open_database
from quizapp.web import security
from quizapp.web.adding import REACH

PAGE = """\
Rosa Almeida: The Memory of Forests | Field Notes #12

Summary
Rosa Almeida explains how forests store water and why old trees matter for rain.

Q&A
Q: Why do old trees matter for rain?
A: Old trees pump groundwater into the air through their leaves, and this vapour falls as rain far inland.

Q: What does Rosa Almeida measure with sap sensors?
A: Sap sensors measure how much water rises through a trunk in an hour, which tells how thirsty the tree is.

Q: What is a flying river?
A: A flying river is a stream of water vapour that forests send through the sky across a continent.

Q: Why does a cleared valley dry out?
A: A cleared valley dries out because nothing returns the water of the ground to the air.
"""  # noqa: E501


def send(client: FlaskClient, **fields: object) -> TestResponse:
    data = {"csrf_token": token_of(client), **fields}
    return client.post("/library/add", data=data, content_type="multipart/form-data")


def paste(client: FlaskClient, text: str = PAGE, **more: object) -> TestResponse:
    return post(client, "/library/add", way="paste", text=text, **more)


@pytest.fixture
def slug(client: FlaskClient, shelf: Database) -> Iterator[str]:
    """An episode that was pasted and stored."""
    before = {one.slug for one in library.episodes(shelf)}
    address = paste(client).location
    client.get(address)
    post(client, address)
    (new,) = {one.slug for one in library.episodes(shelf)} - before
    yield new


def test_a_pasted_text_is_shown_before_anything_is_stored(
    client: FlaskClient, shelf: Database, filled: Path
) -> None:
    before = (library.episodes(shelf), library.cards(shelf))
    response = paste(client)
    assert response.status_code == 303
    shown = text_of(client.get(response.location))
    assert "Not stored yet" in shown and "Rosa Almeida" in shown and "new" in shown
    assert (library.episodes(shelf), library.cards(shelf)) == before
    stored = post(client, response.location)
    assert stored.status_code == 303 and stored.location.endswith("/curate")
    (episode,) = set(library.episodes(shelf)) - set(before[0])
    assert "Rosa Almeida" in episode.title or "Forests" in episode.title
    assert len(library.cards(shelf, episode=episode.slug)) >= 4
    for again in (client.get(response.location), post(client, response.location)):
        assert (again.status_code, again.location) == (303, "/library")
    assert client.get("/library/add/20260101-000000-abcdef").status_code == 404
    assert not list((filled / "incoming").iterdir())
    assert len(list((filled / "sources").iterdir())) == 1


def test_a_pasted_text_that_tells_nothing_need_not_be_pasted_again(client: FlaskClient) -> None:
    text = "One line of which nobody could tell what it is about, under no heading."
    response = client.get(paste(client, text).location)
    assert response.status_code == 422
    page = BeautifulSoup(response.data, "html.parser")
    assert "nothing was understood here" in page.select_one("#paste-problem").get_text()
    assert page.select_one("textarea").get_text().strip() == text


UNTITLED = """\
Skip to content
Menu
Log in

Summary

Bees dance to tell the others where the flowers are. They waggle in the dark.

Q&A
Q: How do bees keep warm in the winter?
A: A hive keeps itself warm by shivering: bees in the middle trade places with those at the rim.
"""


def test_a_pasted_page_is_called_by_its_title_else_by_what_it_tells_first(
    client: FlaskClient,
) -> None:
    for text, called, file in (
        (f"Skip to content\nMenu\n\n{PAGE}", "The Memory of Forests", "Memory-of-Forests-"),
        (UNTITLED, "Bees dance to tell the others where the flowers are", "Bees-dance-to-tell"),
    ):
        page = client.get(paste(client, text).location).text
        assert called in page and file in page
        assert "skip-to-content" not in page.lower()


def test_a_name_given_before_storing_stays_through_a_rebuild(
    client: FlaskClient, shelf: Database
) -> None:
    before = {one.slug for one in library.episodes(shelf)}
    address = paste(client).location
    (field,) = re.findall(r'name="(title-[^"]+)"', client.get(address).text)
    stored = post(client, address, **{field: "  What bees\tsay "})
    told = text_of(client.get(stored.location))
    assert re.search(r"“What bees say” is stored, with \d+ cards?\.", told), told
    (slug,) = {one.slug for one in library.episodes(shelf)} - before
    assert post(client, f"/episodes/{slug}/rebuild").status_code == 303
    assert library.title(shelf, slug) == "What bees say"
    address = paste(client, PAGE + "\nQ: What hums?\nA: The sap hums when it rises.\n").location
    assert "What bees say" in text_of(client.get(address))
    assert "title-" not in client.get(address).text


def test_what_was_added_to_an_episode_is_told(client: FlaskClient, slug: str) -> None:
    again = PAGE + (
        "\nQ: What did Rosa Almeida find beneath the fallen trunk?\n"
        "A: Beneath the fallen trunk she found a spring that had slept for forty years.\n"
    )
    for text, told in (
        (PAGE, "no new cards: it has all that this yields."),
        (again, " new card"),
    ):
        stored = post(client, paste(client, text).location)
        page = text_of(client.get(stored.location))
        assert "Added to “" in page and told in page, page


def test_a_preview_can_be_discarded(client: FlaskClient, shelf: Database, filled: Path) -> None:
    before = library.episodes(shelf)
    address = paste(client).location
    response = post(client, f"{address}/discard")
    assert response.status_code == 303
    assert library.episodes(shelf) == before
    assert not list((filled / "incoming").iterdir())


def test_files_a_folder_and_a_zip_are_read(client: FlaskClient) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("talk/page.txt", PAGE)
    for name, data in (
        ("page.txt", PAGE.encode()),
        ("folder/inside/page.md", PAGE.encode("utf-16")),
        ("../../../escape.txt", PAGE.encode()),
        ("talk.zip", packed.getvalue()),
    ):
        response = send(client, way="files", files=[(io.BytesIO(data), name)])
        assert response.status_code == 303, name
        assert "Rosa Almeida" in text_of(client.get(response.location)), name
        post(client, f"{response.location}/discard")


def test_no_name_leads_out_of_the_data_folder(client: FlaskClient, filled: Path) -> None:
    names = ("../../up.txt", "/abs.txt", "..\\..\\win.txt", "C:\\x.txt", "a/./../b.txt", "..")
    before = set(filled.parent.iterdir())
    files = [(io.BytesIO(PAGE.encode()), name) for name in names]
    assert send(client, way="files", files=files).status_code == 303
    assert set(filled.parent.iterdir()) == before
    kept = [path for path in (filled / "incoming").rglob("*") if path.is_file()]
    assert len(kept) >= 5


@pytest.mark.parametrize(
    "fields",
    [
        {"way": "paste", "text": "  "},
        {"way": "files"},
        {"way": "address", "address": "file:///etc/passwd"},
        {"way": "address", "address": "http://127.0.0.1/"},
    ],
)
def test_bad_input_gets_one_line(client: FlaskClient, filled: Path, fields: dict[str, str]) -> None:
    response = send(client, **fields)
    assert response.status_code == 422
    (line,) = re.findall(r'role="alert"[^>]*>([^<]+)<', response.text)
    assert line.strip()
    assert not (filled / "incoming").exists()


def test_what_holds_nothing_is_told_and_not_kept(client: FlaskClient, filled: Path) -> None:
    response = send(client, way="files", files=[(io.BytesIO(b"\x00\x01\x02" * 99), "x.bin")])
    page = client.get(response.location)
    assert page.status_code == 422
    assert 'role="alert"' in page.text
    assert not list((filled / "incoming").iterdir())


def test_much_too_much_is_refused(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch, filled: Path
) -> None:
    monkeypatch.setitem(security.UPLOADS, "adding.receive", 100_000)
    big = io.BytesIO(b"a" * 110_000)
    assert send(client, way="files", files=[(big, "big.txt")]).status_code == 413
    assert not (filled / "incoming").exists()


def test_a_long_text_can_be_pasted(client: FlaskClient) -> None:
    assert paste(client, PAGE + "and so on " * 150_000).status_code == 303


def test_a_page_of_the_web(client: FlaskClient, app: Flask) -> None:
    app.extensions[REACH] = lambda _place: True
    heads = {"Summary": "h2", "Q&A": "h2", PAGE.split("\n")[0]: "h1"}
    lines = [line for line in PAGE.split("\n") if line]
    tagged = "".join(f"<{heads.get(ln, 'p')}>{escape(ln)}</{heads.get(ln, 'p')}>" for ln in lines)
    page = f"<html><body>{tagged}</body></html>".encode()
    with serving(saying(page, HTML)) as base:
        response = send(client, way="address", address=f"{base}/rosa")
    assert response.status_code == 303
    assert "Rosa Almeida" in text_of(client.get(response.location))


def test_the_same_page_again_changes_nothing(client: FlaskClient, slug: str) -> None:
    address = paste(client).location
    shown = text_of(client.get(address))
    assert "in your library already" in shown and "Nothing would change" in shown


def test_cards_are_looked_over_best_first(
    client: FlaskClient, shelf: Database, slug: str, clock: Clock
) -> None:
    here = f"/episodes/{slug}/curate"
    first = curation.desk(shelf, slug)
    assert first.card
    scores = [one.card.score for one in library.cards(shelf, episode=slug)]
    assert first.card.card.score == max(scores)
    post(client, here, card=first.card.card.id, decision="reject")
    assert library.card(shelf, first.card.card.id).card.status is CardStatus.REJECTED
    second = curation.desk(shelf, slug)
    assert second.card and second.card.card.id != first.card.card.id
    post(client, here, card=second.card.card.id, decision="keep")
    assert (curation.desk(shelf, slug).done, curation.desk(shelf, slug).left) == (
        2,
        len(scores) - 2,
    )
    post(client, f"{here}/undo")
    post(client, f"{here}/undo")
    assert curation.desk(shelf, slug) == first
    post(client, f"{here}/rest")
    assert "All cards are looked over" in text_of(client.get(here))
    assert post(client, here, card=first.card.card.id, decision="burn").status_code == 400


def test_an_edited_card_counts_as_looked_over(
    client: FlaskClient, shelf: Database, slug: str
) -> None:
    here = f"/episodes/{slug}/curate"
    card = curation.desk(shelf, slug).card
    assert card
    form = client.get(f"/cards/{card.card.id}/edit?back={here}")
    assert f'name="back" value="{here}"' in form.text
    saved = post(
        client, f"/cards/{card.card.id}/edit", prompt="Mine?", answer=card.card.answer, back=here
    )
    assert saved.location.endswith(here)
    left = curation.desk(shelf, slug).card
    assert left and left.card.id != card.card.id


def test_building_anew_shows_what_would_change(
    client: FlaskClient, shelf: Database, slug: str, filled: Path
) -> None:
    page = f"/episodes/{slug}/rebuild"
    assert "Nothing would change" in text_of(client.get(page))
    (file,) = [path for path in (filled / "sources").rglob("*") if path.is_file()]
    file.write_text(PAGE.replace("in an hour", "in a night"), "utf-8")
    before = library.cards(shelf, episode=slug)
    shown = client.get(page).text
    assert "reworded" in shown and "in a night" in shown
    assert library.cards(shelf, episode=slug) == before
    assert post(client, page).status_code == 303
    after = library.cards(shelf, episode=slug)
    assert any("in a night" in one.card.answer for one in after)
    assert {one.card.id for one in before} <= {one.card.id for one in after}


def test_deleting_asks_and_can_be_undone(
    client: FlaskClient, shelf: Database, now: datetime, card_of: CardOf
) -> None:
    rejected, answered = card_of(CardKind.CLOZE).id, card_of(CardKind.RECALL).id
    library.set_status(shelf, rejected, CardStatus.REJECTED, now)
    study.answer(shelf, answered, Rating.GOOD, now)
    before = library.cards(shelf)
    assert "Delete" in text_of(client.get(f"/episodes/{LEARNING}/delete"))
    assert library.cards(shelf) == before
    post(client, f"/episodes/{LEARNING}/delete")
    assert [one.slug for one in library.episodes(shelf)] == [RIVERS]
    assert client.get(f"/episodes/{LEARNING}").status_code == 404
    assert "Bring it back" in client.get("/library").text
    assert study.next_item(shelf, now, episode=LEARNING) is None
    post(client, f"/episodes/{RIVERS}/delete")
    assert "There are no cards yet" in text_of(client.get("/study"))
    assert "Bring it back" in client.get("/library").text
    for slug in (RIVERS, LEARNING):
        post(client, f"/episodes/{slug}/restore")
    assert library.cards(shelf) == before
    assert trash.deleted(shelf) == ()


def test_who_deletes_an_episode_reads_how_many_answers_stay(
    client: FlaskClient, shelf: Database
) -> None:
    page, card = f"/episodes/{LEARNING}/delete", library.cards(shelf, episode=LEARNING)[0].card
    assert "will not be asked any more. You can bring" in text_of(client.get(page))
    for version, told in enumerate(("Your one answer stays in", "Your 2 answers stay in")):
        rate(client, card.id, Rating.GOOD, version)
        assert told in text_of(client.get(page))


def test_a_deleted_episode_that_is_added_again_has_its_history(
    client: FlaskClient, shelf: Database, slug: str, now: datetime
) -> None:
    first = library.cards(shelf, episode=slug)[0].card.id
    study.answer(shelf, first, Rating.GOOD, now)
    before = library.cards(shelf, episode=slug)
    post(client, f"/episodes/{slug}/delete")
    address = paste(client).location
    client.get(address)
    post(client, address)
    assert library.cards(shelf, episode=slug) == before
    assert trash.deleted(shelf) == ()


def test_cards_are_searched(client: FlaskClient, card_of: CardOf) -> None:
    shown = text_of(client.get("/cards?q=kind:cloze"))
    assert "Fill the gap" in shown and "Choose Choose" not in shown
    assert "No card is found" in text_of(client.get("/cards?q=nowhere"))
    assert "there is no search word" in text_of(client.get("/cards?q=foo:bar"))
    for odd in ("%22", "%28%28", "%00", "-", "is:", "prop:", "%27%27%3B--", "a" * 900):
        assert client.get(f"/cards?q={odd}").status_code == 200


def test_many_cards_are_changed_at_once(
    client: FlaskClient, shelf: Database, card_of: CardOf
) -> None:
    ids = [card_of(kind).id for kind in (CardKind.RECALL, CardKind.CLOZE)]
    post(client, "/cards/bulk", act="suspend", card=ids)
    assert {library.card(shelf, one).card.status for one in ids} == {CardStatus.SUSPENDED}
    post(client, "/cards/bulk", act="unsuspend", all="1", q="is:suspended")
    assert {library.card(shelf, one).card.status for one in ids} == {CardStatus.ACTIVE}
    post(client, "/cards/bulk", act="tag", card=ids, tag="for the exam")
    assert "for-the-exam" in library.card(shelf, ids[0]).card.tags
    post(client, "/cards/bulk", act="untag", all="1", q="tag:for-the-exam", tag="for-the-exam")
    assert "for-the-exam" not in library.card(shelf, ids[1]).card.tags
    post(client, "/cards/bulk", act="replace", all="1", q="", find="network", instead="NETWORK")
    assert any("NETWORK" in one.card.prompt for one in library.cards(shelf))


def test_a_change_to_many_is_taken_back_with_one_button(
    client: FlaskClient, shelf: Database, card_of: CardOf, now: datetime
) -> None:
    library.set_status(shelf, card_of(CardKind.CLOZE).id, CardStatus.SUSPENDED, now)
    before = {one.card.id: one.card.status for one in library.cards(shelf)}
    post(client, "/cards/bulk", act="reject", card=list(before))
    assert {one.card.status for one in library.cards(shelf)} == {CardStatus.REJECTED}
    page = client.get("/cards").text
    (way,) = re.findall(r'action="(/cards/bulk/back[^"]+)"', page)
    back = post(client, unescape(way), back="/cards")
    assert (back.status_code, back.location) == (303, "/cards")
    assert {one.card.id: one.card.status for one in library.cards(shelf)} == before
    assert post(client, "/cards/bulk/back?was=nothing").status_code == 303
    assert post(client, "/cards/bulk/back?was=nobody+active").status_code == 404


def test_a_change_that_would_spoil_a_card_changes_none(
    client: FlaskClient, shelf: Database
) -> None:
    before = library.cards(shelf)
    post(client, "/cards/bulk", act="replace", all="1", q="", find="____", instead="gap")
    post(client, "/cards/bulk", act="tag", all="1", q="", tag=" ")
    post(client, "/cards/bulk", act="suspend")
    assert library.cards(shelf) == before
    assert post(client, "/cards/bulk", act="burn", all="1").status_code == 400


def test_a_card_by_hand(client: FlaskClient, shelf: Database) -> None:
    wanted = {"kind": "choice", "prompt": "Which?", "answer": "This", "wrong": "That\nNo"}
    assert post(client, "/cards/new", **wanted, tags="mine, too").status_code == 303
    assert post(client, "/cards/new", **wanted).status_code == 422
    (own,) = [one.card for one in library.cards(shelf) if one.card.by_hand]
    assert own.episode == "own-cards" and set(own.tags) == {"mine", "too"}
    assert "You wrote this card yourself" in text_of(client.get(f"/cards/{own.id}"))
    assert client.get(f"/study?card={own.id}&choice=0&source=1").status_code == 200
    moved = post(client, "/cards/bulk", act="move", card=[own.id], episode=RIVERS)
    assert moved.status_code == 303
    assert library.card(shelf, own.id).card.episode == RIVERS


def test_cards_of_a_page_are_moved_and_stay_there_through_a_rebuild(
    client: FlaskClient, shelf: Database, slug: str, now: datetime
) -> None:
    chosen = library.cards(shelf, episode=slug)[0].card
    study.answer(shelf, chosen.id, Rating.GOOD, now)
    post(client, "/cards/bulk", act="move", card=[chosen.id], episode=RIVERS)
    page = client.get("/cards?q=episode:" + RIVERS).text
    assert "moved to “" in unescape(page)
    moved = {one.card.id for one in library.cards(shelf, episode=RIVERS)}
    family = {chosen.id, *(one.card.id for one in library.siblings(shelf, chosen.id))}
    assert family <= moved, "a fact moves with all its cards"
    stays = library.cards(shelf, episode=slug)
    post(client, f"/episodes/{slug}/rebuild")
    assert library.cards(shelf, episode=slug) == stays
    assert {one.card.id for one in library.cards(shelf, episode=RIVERS)} == moved
    assert library.card(shelf, chosen.id).memory, "with its answers"
    about = client.get(f"/cards/{chosen.id}").text
    assert "It was made of" in about and f'href="/episodes/{slug}"' in about
    assert "<mark>" in about, "and still shows its passage"
    assert item_of(shelf, now, RIVERS) & family
    (way,) = re.findall(r'action="(/cards/bulk/moved-back[^"]+)"', page)
    post(client, unescape(way), back="/cards")
    assert library.card(shelf, chosen.id).card.episode == slug


def item_of(shelf: Database, now: datetime, slug: str) -> set[str]:
    """What is asked of an episode in the next hour."""
    item = study.next_item(shelf, now + timedelta(minutes=15), episode=slug)
    return {item.card.id} if item else set()


def test_what_was_moved_survives_export_and_import_as_json(
    client: FlaskClient, shelf: Database, slug: str, tmp_path: Path, now: datetime
) -> None:
    chosen = library.cards(shelf, episode=slug)[0].card
    post(client, "/cards/bulk", act="move", card=[chosen.id], episode=RIVERS)
    file = tmp_path / "library.json"
    file.write_bytes(client.get("/exchange/cards?format=json").data)
    with closing(open_database(tmp_path / "other.db")) as other:
        import_library(other, file, now)
        assert library.card(other, chosen.id).card.episode == RIVERS
        assert library.origin(other, library.card(other, chosen.id).card) == slug


def test_words_hidden_under_numbers_are_cards_of_one_note(
    client: FlaskClient, shelf: Database
) -> None:
    marked = "Lift is {{c1::an upward push}}, drag a {{c2::backward::which way?}} one, {{c1::up}}."
    assert post(client, "/cards/new", kind="cloze", prompt=marked).status_code == 303
    assert post(client, "/cards/new", kind="cloze", prompt=marked).status_code == 422
    mine = [one.card for one in library.cards(shelf) if one.card.by_hand]
    assert {(one.prompt, one.answer) for one in mine} == {
        ("Lift is ____, drag a backward one, ____.", "an upward push; up"),
        ("Lift is an upward push, drag a ____ one, up.", "backward"),
    }
    assert len({one.note_id for one in mine}) == 1
    now = datetime(2026, 1, 5, tzinfo=UTC)
    places = given(library.cards(shelf), library.cards(shelf), {}, now)
    assert len({places[one.id].guid for one in mine}) == 1


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "recall", "prompt": "", "answer": "x"},
        {"kind": "cloze", "prompt": "no gap", "answer": "x"},
        {"kind": "choice", "prompt": "Which?", "answer": "x"},
        {"kind": "true_false", "prompt": "Is it?", "answer": "perhaps"},
        {"kind": "essay", "prompt": "Which?", "answer": "x"},
        {"kind": "recall", "prompt": "Which?", "answer": "x", "episode": "nowhere"},
        {"kind": "recall", "prompt": "Which?", "answer": "x", "tags": "t" * 99},
    ],
)
def test_what_is_no_card_is_told_and_kept_on_the_form(
    client: FlaskClient, shelf: Database, fields: dict[str, str]
) -> None:
    before = len(library.cards(shelf))
    response = post(client, "/cards/new", **fields)
    assert response.status_code == 422
    assert len(re.findall(r'role="alert"', response.text)) == 1
    assert len(library.cards(shelf)) == before


def test_a_card_s_page_has_its_curve_and_tags(
    client: FlaskClient, shelf: Database, card_of: CardOf, clock: Clock
) -> None:
    card = card_of(CardKind.RECALL).id
    for days, rating in ((0, Rating.EASY), (9, Rating.AGAIN), (1, Rating.GOOD)):
        clock.forward(timedelta(days=days))
        study.answer(shelf, card, rating, clock())
    page = client.get(f"/cards/{card}")
    assert "The curve of forgetting" in page.text and "NaN" not in page.text
    post(client, f"/cards/{card}/tags", tags="one, two words")
    assert set(library.card(shelf, card).card.tags) == {"one", "two-words"}
    post(client, f"/cards/{card}/reject")
    assert library.card(shelf, card).card.status is CardStatus.REJECTED
