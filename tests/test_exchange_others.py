"""Cards in the forms that other programs import."""

from __future__ import annotations

import csv
import io
import re
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


@pytest.mark.parametrize(
    "mark",
    [
        *("**bold**", "a __b__ c", "say _it_ so", "^^high^^", "``x``", "`x`", "a #tag", "#[[a b]]"),
        *(
            "[[ref]]",
            "((portal",
            "[text](address)",
            "$$x$$",
            "{{x}}",
            "a <> b",
            "- point",
            "# head",
        ),
    ],
)
def test_remnote_reads_no_mark_of_its_own_in_a_text(mark: str) -> None:
    [line] = remnote(stored(replace(CARDS[0], prompt=mark))).decode().splitlines()
    question = line.partition(" >> ")[0]
    assert question.replace("\u200b", "") == mark.replace("`", "'")
    assert all(
        sign not in question for sign in ("**", "__", "^^", "`", "[[", "((", "$$", "{{", "<>")
    )
    assert not re.search(r"^(- |# )|#[\w\[]|(?<=\s)_\w|\]\(", question)


def test_mochi_has_no_line_that_parts_sides() -> None:
    odd = replace(CARDS[0], prompt="Over\n---\nunder")
    [row] = csv.DictReader(io.StringIO(mochi(stored(odd)).decode()))
    assert row["Front"].split("\n")[1] == "\\---"


@pytest.mark.parametrize("program", ["quizlet", "mochi", "remnote"])
def test_the_same_cards_give_the_same_bytes(tmp_path: Path, program: str) -> None:
    made = []
    for name in ("one.txt", "two.csv"):
        export(stored(*CARDS), [EPISODE], tmp_path / name, now=CHANGED, program=program)
        made.append((tmp_path / name).read_bytes())
    assert made[0] == made[1]
