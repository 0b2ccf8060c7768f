"""The table: Anki's headers, one card a row, texts as they are."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import timedelta

from exchange_cards import CARDS, CHANGED, EPISODE, stored

from quizapp.exchange.table import COLUMNS, PROGRESS_COLUMNS, csv_table
from quizapp.model import LearningState, Memory, StoredCard

EPISODES = {EPISODE.slug: EPISODE}
MEMORY = Memory(
    CARDS[0].id,
    LearningState.REVIEW,
    None,
    12.5,
    4.0,
    CHANGED + timedelta(days=12),
    CHANGED,
    timedelta(days=12),
    3,
    0,
    CHANGED.date(),
)


def read(content: bytes) -> tuple[list[str], list[dict[str, str]]]:
    """Anki's header lines, and the rows by their column."""
    lines = content.decode().split("\n")
    headers = [line for line in lines if line.startswith("#")]
    columns = headers[-1].removeprefix("#columns:").split(",")
    body = io.StringIO("\n".join(lines[len(headers) :]), newline="")
    return headers, list(csv.DictReader(body, fieldnames=columns))


def test_the_headers_are_ankis() -> None:
    headers, _ = read(csv_table(stored(*CARDS), EPISODES, with_progress=False))
    assert headers == [
        "#separator:Comma",
        "#html:false",
        "#notetype:Basic",
        "#guid column:1",
        "#deck column:2",
        "#tags column:3",
        f"#columns:{','.join(COLUMNS)}",
    ]


def test_every_card_is_a_row_with_its_question_answer_and_source() -> None:
    _, rows = read(csv_table(stored(*CARDS), EPISODES, with_progress=False))
    assert [row["guid"] for row in rows] == [one.id for one in CARDS]
    assert [row["kind"] for row in rows] == [one.kind for one in CARDS]
    for row, one in zip(rows, CARDS, strict=True):
        assert one.prompt in row["Front"]
        assert row["Back"].startswith(one.answer)
        assert row["excerpt"] == one.source.excerpt


def test_options_stand_below_the_question_and_the_explanation_below_the_answer() -> None:
    _, rows = read(csv_table(stored(CARDS[2], CARDS[3]), EPISODES, with_progress=False))
    assert rows[0]["Front"].split("\n")[1:] == [
        "• the height of the Sun at noon",
        "• the time at a known place",
        "• the drift",
    ]
    assert rows[0]["Back"].split("\n")[1] == "The Earth turns fifteen degrees an hour."
    assert rows[1]["Front"].startswith("True or false? ")


def test_quotes_commas_and_line_ends_come_back() -> None:
    text = 'He said: "so, then",\nand <b>left</b> {{c1::it}}'
    odd = replace(CARDS[0], prompt=text)
    _, rows = read(csv_table(stored(odd), EPISODES, with_progress=False))
    assert rows[0]["Front"] == text


def test_progress_is_in_columns_of_its_own() -> None:
    cards = [StoredCard(CARDS[0], CHANGED, MEMORY), StoredCard(CARDS[1], CHANGED)]
    _, rows = read(csv_table(cards, EPISODES, with_progress=True))
    assert [rows[0][column] for column in PROGRESS_COLUMNS] == [
        *["review", "2026-03-13T12:00:00+00:00", "12.0", "12.5", "4.0", "3", "0"]
    ]
    assert {rows[1][column] for column in PROGRESS_COLUMNS} == {""}
