"""Quizzes as forms: chosen, answered question by question, marked, kept, put up for study."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from conftest import note
from flask.testing import FlaskClient
from sqlite_utils import Database
from web_fixtures import Clock, post, text_of
from web_material import LEARNING, RIVERS
from werkzeug.test import TestResponse

from quizapp import study
from quizapp.model import Card, CardKind, Episode, Given, Rating, Section, SectionKind
from quizapp.sessions import matching, quizzing
from quizapp.sessions.marking import mark, points, steps
from quizapp.sessions.quizzing import Wanted
from quizapp.store import library, progress, quizzes
from quizapp.store.database import writing

OPTIONS = ("third", "first", "fourth", "second")


def order_card() -> Card:
    source = note().sources
    return Card(
        "o" * 16, "n" * 16, CardKind.ORDER, LEARNING, "In which order?",
        "first → second → third → fourth", source, options=OPTIONS,
    )  # fmt: skip


def begin(client: FlaskClient, **fields: object) -> TestResponse:
    fields = {"kind": ["choice", "true_false", "cloze", "attribution"], **fields}
    return post(client, "/quiz", **fields)


def answer_rightly(client: FlaskClient, db: Database, number: int) -> None:
    question = quizzes.quiz(db, number).open_question
    assert question
    card = question.card
    given = {"choice": card.answer_index} if card.options else {"typed": card.answer}
    post(client, f"/quiz/run/{number}", place=question.place, **given)


def test_a_quiz_is_asked_question_by_question_and_marked(
    client: FlaskClient, shelf: Database
) -> None:
    began = begin(client, questions=4, episode=LEARNING)
    assert began.location == "/quiz/run/1"
    page = client.get(began.location)
    assert "Question 1 of 4" in text_of(page)
    assert 'name="rating"' not in page.text
    for _ in range(3):
        answer_rightly(client, shelf, 1)
    question = quizzes.quiz(shelf, 1).open_question
    assert question
    last = post(client, "/quiz/run/1", place=question.place, skip=1)
    result = client.get(client.get(last.location).location)
    assert "3 of 4 right" in text_of(result)
    assert "75 percent" in text_of(result)
    missed = text_of(result).partition("What was missed")[2]
    assert question.card.answer in missed
    assert "Not answered." in missed
    assert "<mark>" in result.text
    assert progress.reviews(shelf) == ()


def test_a_quiz_is_kept_in_the_history_and_waits_in_the_middle(
    client: FlaskClient, shelf: Database
) -> None:
    begin(client, questions=2)
    answer_rightly(client, shelf, 1)
    assert "Go on at question 2" in text_of(client.get("/quiz"))
    answer_rightly(client, shelf, 1)
    assert "2 of 2" in text_of(client.get("/quiz"))
    assert "Not one miss" in text_of(client.get("/quiz/result/1"))


def test_a_second_answer_from_another_tab_is_not_counted(
    client: FlaskClient, shelf: Database
) -> None:
    begin(client, questions=3)
    answer_rightly(client, shelf, 1)
    again = post(client, "/quiz/run/1", place=1, skip=1)
    assert "not counted" in text_of(client.get(again.location))
    assert quizzes.quiz(shelf, 1).points == 1


def test_against_the_clock_the_time_ends_the_quiz(
    client: FlaskClient, shelf: Database, clock: Clock
) -> None:
    begin(client, questions=2, pace=20)
    assert 'data-seconds-left="40"' in client.get("/quiz/run/1").text
    answer_rightly(client, shelf, 1)
    clock.forward(timedelta(seconds=41))
    late = post(client, "/quiz/run/1", place=2, skip=1)
    assert late.location == "/quiz/run/1"
    assert client.get(late.location).location == "/quiz/result/1"
    result = text_of(client.get("/quiz/result/1"))
    assert "1 of 2 right" in result
    assert "The time is over" in result


def test_a_typed_answer_may_be_overruled(client: FlaskClient, shelf: Database) -> None:
    begin(client, questions=1, kind=["cloze"], episode=RIVERS)
    post(client, "/quiz/run/1", place=1, typed="something else")
    assert "0 of 1 right" in text_of(client.get("/quiz/result/1"))
    post(client, "/quiz/result/1/overrule", place=1, right=1)
    assert "1 of 1 right" in text_of(client.get("/quiz/result/1"))
    assert quizzes.quiz(shelf, 1).questions[0].overruled


def test_misses_are_put_up_for_study_once(client: FlaskClient, shelf: Database) -> None:
    begin(client, questions=2, kind=["choice", "true_false"], episode=LEARNING)
    post(client, "/quiz/run/1/end")
    told = post(client, "/quiz/result/1/put-up")
    assert "2 cards put up for study" in text_of(client.get(told.location))
    post(client, "/quiz/result/1/put-up")
    reviews = progress.reviews(shelf)
    assert [review.rating for review in reviews] == [Rating.AGAIN] * 2


def test_misses_can_be_practised_without_the_schedule(client: FlaskClient, shelf: Database) -> None:
    begin(client, questions=2, episode=LEARNING)
    post(client, "/quiz/run/1/end")
    practice = post(client, "/round/of-quiz/1")
    assert "the schedule stays as it is" in text_of(client.get(practice.location))
    assert progress.reviews(shelf) == ()


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"kind": []}, "Choose at least one kind"),
        ({"kind": ["interview"]}, "No card fits"),
        ({"kind": ["nonsense"]}, "Choose at least one kind"),
    ],
)
def test_a_quiz_about_nothing_says_so(
    client: FlaskClient, shelf: Database, fields: dict[str, object], words: str
) -> None:
    page = begin(client, **fields)
    assert page.status_code == 422
    assert words in text_of(page)
    assert quizzes.history(shelf) == ()


@pytest.mark.parametrize("path", ["/quiz/nowhere", "/quiz/run/7", "/quiz/result/7"])
def test_a_quiz_that_is_not_there_is_not_found(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_the_same_library_draws_the_same_quiz(shelf: Database, now: datetime) -> None:
    def drawn() -> list[str]:
        with writing(shelf):
            number = quizzing.start(shelf, Wanted(questions=6), now)
            cards = [one.card.id for one in quizzes.quiz(shelf, number).questions]
            shelf.execute("DELETE FROM quizzes")
        return cards

    first = drawn()
    assert first == drawn()
    assert len(set(first)) == 6


def test_a_result_stays_when_its_card_is_reworded(shelf: Database, now: datetime) -> None:
    number = quizzing.start(shelf, Wanted(kinds=(CardKind.CLOZE,), questions=1), now)
    asked = quizzes.quiz(shelf, number).questions[0].card
    library.edit_card(shelf, asked.id, prompt="Another ____.", answer="answer", now=now)
    quizzing.answer(shelf, number, 1, Given(typed=asked.answer), now)
    assert quizzes.quiz(shelf, number).points == 1
    assert quizzes.quiz(shelf, number).questions[0].card.prompt == asked.prompt


@pytest.mark.parametrize(
    ("order", "worth"),
    [((1, 3, 0, 2), 1.0), ((3, 1, 0, 2), 0.5), ((2, 0, 3, 1), 0.0), ((1, 1, 0, 2), 0.0), ((), 0.0)],
)
def test_an_order_is_worth_how_much_of_it_is_right(order: tuple[int, ...], worth: float) -> None:
    card = order_card()
    assert steps(card) == ("first", "second", "third", "fourth")
    assert points(mark(card, Given(order=order))) == worth


def test_where_only_sentences_are_asked_for_their_kind_is_chosen(
    client: FlaskClient, shelf: Database, now: datetime
) -> None:
    boxes = r'name="kind" value="recall"( checked)?'
    assert re.findall(boxes, client.get("/quiz").text) == [""]
    alone = [note(0, kinds=(CardKind.RECALL,), episode="alone")]
    library.save_episode(shelf, Episode("alone", "Alone"), (), alone, now)
    assert re.findall(boxes, client.get("/quiz/alone").text) == [" checked"]


def test_a_matching_round_is_marked(client: FlaskClient, shelf: Database) -> None:
    pairs = matching.pairs(library.episode(shelf, LEARNING), [])
    assert [pair.left for pair in pairs] == ["Why it worked"]
    assert "not enough to match" in text_of(client.get(f"/matching/{LEARNING}"))


def test_an_explanation_does_not_say_what_it_explains(shelf: Database) -> None:
    text = "Early stopping ends it. So the early stopping helps."
    section = Section(SectionKind.IDEA, "Early stopping", text, "a.md", 1, 2)
    (pair,) = matching.pairs(replace(library.episode(shelf, LEARNING), sections=(section,)), [])
    assert pair == matching.Pair("Early stopping", "____ ends it. So ____ helps.")


@pytest.mark.parametrize(
    ("heading", "told", "shown"),
    [
        ("Recurrent networks (RNNs)", "RNNs read in order.", "____ read in order."),
        ("Language models and reason", "Language models talk.", "____ talk."),
        ("The nature of money", "It changes the nature of money.", "It changes ____."),
        ("Kerf", "The kerf is what a saw cuts.", "____ is what a saw cuts."),
        ("Trust without courts", "News reached every town.", "News reached every town."),
    ],
)
def test_no_phrase_of_a_heading_gives_its_explanation_away(
    shelf: Database, heading: str, told: str, shown: str
) -> None:
    section = Section(SectionKind.IDEA, heading, told, "a.md", 1, 2)
    (pair,) = matching.pairs(replace(library.episode(shelf, LEARNING), sections=(section,)), [])
    assert (pair.left, pair.right) == (heading, shown)


def test_a_round_has_one_sort_of_left_side_and_explanations_that_end(shelf: Database) -> None:
    told = "A sentence that ends where it ends, number {n}. " * 12
    sections = [
        Section(
            SectionKind.IDEA, heading.format(n=n), told.format(n=f"{n} {heading[:6]}"), "a.md", n, n
        )
        for n in range(8)
        for heading in ("The Topic {n}", "Nets number {n} are deep.", "Why so {n}?")
    ]
    endless = Section(SectionKind.IDEA, "No end", "word " * 90, "a.md", 9, 9)
    episode = replace(library.episode(shelf, LEARNING), sections=(*sections, endless))
    source = note().sources
    terms = [
        Card(f"c{n}", f"n{n}", CardKind.DEFINITION, LEARNING, asked, f"meaning {n}", source)
        for n, asked in enumerate(["What is a term?", "What are nets?", "Why does it hold then?"])
    ]
    pairs = matching.pairs(episode, terms)
    assert {pair.left for pair in pairs if pair.sort is matching.Sort.TERM} == {"Term", "Nets"}
    sorts = set()
    for number in range(6):
        game = matching.drawn(pairs, number)
        sorts.add(game.sort)
        assert {pair.sort for pair in game.pairs} == {game.sort} and len(game.pairs) == 5
        assert all(right.endswith(".") and "…" not in right for right in game.rights)
        assert not any(pair.left.endswith("?") or pair.left == "No end" for pair in game.pairs)
    assert sorts == {matching.Sort.IDEA, matching.Sort.TOPIC}


def test_every_pair_of_a_round_has_its_right_side() -> None:
    pairs = [matching.Pair(f"left {n}", f"right {n}") for n in range(9)]
    game = matching.drawn(pairs, 3)
    assert game == matching.drawn(pairs, 3)
    assert game != matching.drawn(pairs, 4)
    for place, pair in enumerate(game.pairs):
        assert game.rights[game.key(place)] == pair.right


def test_an_answer_in_study_and_one_in_a_quiz_do_not_mix(
    client: FlaskClient, shelf: Database, now: datetime
) -> None:
    before = study.counts(shelf, now)
    begin(client, questions=5)
    answer_rightly(client, shelf, 1)
    assert study.counts(shelf, now) == before
    assert re.search("Quiz", client.get("/").text)
