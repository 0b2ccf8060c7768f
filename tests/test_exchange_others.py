"""Cards in the forms that other programs import."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest
from exchange_cards import CARDS, CHANGED, EPISODE, stored

from quizapp.exchange import export
from quizapp.exchange.others import mochi, quizlet, remnote


def test_quizlet_takes_a_card_a_line() -> None:
    odd = replace(CARDS[0], prompt="One\tor\ntwo?")
    lines = quizlet(stored(odd, *CARDS[1:])).decode().splitlines()
    assert len(lines) == len(CARDS)
    assert all(line.count("\t") == 1 for line in lines)
    assert lines[0].startswith("One or two?\tBecause the Moon pulls")


def test_mochi_takes_columns_with_markdown_that_shows_the_text() -> None:
    odd = replace(CARDS[0], prompt="Is *a* <b>?")
    rows = list(csv.DictReader(io.StringIO(mochi(stored(odd, *CARDS[1:])).decode())))
    assert len(rows) == len(CARDS)
    assert rows[0]["Front"] == "Is \\*a\\* \\<b\\>?"
    assert "kind::recall" in rows[0]["Tags"].split()


def test_remnote_takes_questions_and_blanks() -> None:
    odd = replace(CARDS[0], prompt="a >> b :: c?")
    lines = remnote(stored(odd, *CARDS[1:])).decode().splitlines()
    assert len(lines) == len(CARDS)
    assert lines[0].count(" >> ") == 1
    assert lines[1] == (
        "A spring tide comes when Sun and Moon {{pull in one line}}, a neap tide when they stand "
        "{{at right angles}}."
    )


@pytest.mark.parametrize("program", ["quizlet", "mochi", "remnote"])
def test_the_same_cards_give_the_same_bytes(tmp_path: Path, program: str) -> None:
    made = []
    for name in ("one.txt", "two.csv"):
        export(stored(*CARDS), [EPISODE], tmp_path / name, now=CHANGED, program=program)
        made.append((tmp_path / name).read_bytes())
    assert made[0] == made[1]
