"""The pieces that the pages are made of: words, pictures, passages, addresses."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

import quizapp
from quizapp.model import Chapter, Source
from quizapp.reading.documents import Document
from quizapp.web import wording
from quizapp.web.charts import bar_chart, timeline
from quizapp.web.context import LONGEST, passage
from quizapp.web.keys import BINDINGS
from quizapp.web.navigation import is_own

BERLIN = ZoneInfo("Europe/Berlin")
EVENING = datetime(2026, 1, 13, 21, 0, tzinfo=BERLIN)


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (timedelta(seconds=20), "1 min"),
        (timedelta(minutes=10), "10 min"),
        (timedelta(hours=5), "5 h"),
        (timedelta(days=1), "1 day"),
        (timedelta(days=16), "16 days"),
        (timedelta(days=70), "2.3 mo"),
        (timedelta(days=61), "2 mo"),
        (timedelta(days=500), "1.4 y"),
    ],
)
def test_an_interval_fits_on_a_button(span: timedelta, words: str) -> None:
    assert wording.interval(span) == words


@pytest.mark.parametrize(
    ("due", "words"),
    [
        (EVENING - timedelta(hours=1), "now"),
        (EVENING + timedelta(minutes=12), "in 12 minutes, at 21:12"),
        (EVENING + timedelta(hours=6), "in 6 hours, at 03:00"),
        (EVENING + timedelta(hours=7), "tomorrow, Wednesday 14 January"),
        (EVENING + timedelta(days=3), "in 3 days, on Friday 16 January"),
        (EVENING + timedelta(days=400), "on 17 February 2027"),
    ],
)
def test_a_due_time_is_told_by_study_days(due: datetime, words: str) -> None:
    assert wording.when(due.astimezone(UTC), EVENING) == words


@pytest.mark.parametrize(
    ("seconds", "words"), [(0, "0:00"), (2164, "36:04"), (4034, "1:07:14"), (59, "0:59")]
)
def test_a_place_in_the_recording_reads_as_a_clock(seconds: int, words: str) -> None:
    assert wording.clock(seconds) == words


def test_dates_do_not_depend_on_the_platform() -> None:
    assert wording.long_date(date(2020, 5, 8)) == "Friday 8 May"
    assert wording.full_date(date(2020, 5, 8)) == "8 May 2020"


def test_blanks_are_filled_only_when_there_is_an_answer_for_each() -> None:
    prompt = "Stopping ____ ends the ____."
    assert "".join(text for text, _ in wording.gaps(prompt)) == prompt
    filled = "".join(text for text, _ in wording.gaps(prompt, "early; bump"))
    assert filled == "Stopping early ends the bump."
    assert "".join(text for text, _ in wording.gaps(prompt, "early")) == prompt
    assert list(wording.gaps("No blank", "x")) == [("No blank", False)]


def test_an_answer_with_a_semicolon_fills_a_single_blank_whole() -> None:
    assert list(wording.gaps("It is ____.", "a; b"))[1] == ("a; b", True)


def _source(first: int, last: int, excerpt: str) -> Source:
    return Source("page.txt", first, last, excerpt)


def _document(*lines: str) -> Document:
    return Document("page.txt", "/texts", "\n".join(lines))


def test_a_passage_marks_the_excerpt_across_its_lines_and_shows_what_is_around() -> None:
    document = _document("Heading", "", "One two", "three four. Five.", "", "After", "More", "End")
    shown = passage(_source(3, 4, "two three four."), document)
    assert [line.number for line in shown.lines] == [1, 3, 4, 6, 7]
    assert [line.number for line in shown.lines if line.cited] == [3, 4]
    marked = [piece.text for line in shown.lines for piece in line.pieces if piece.marked]
    assert marked == ["two", "three four."]


def test_a_shortened_excerpt_is_marked_in_its_parts() -> None:
    shown = passage(
        _source(1, 1, "Water carries … sand"), _document("Water  carries soil and sand.")
    )
    pieces = [(piece.text, piece.marked) for piece in shown.lines[0].pieces]
    assert pieces == [
        ("Water  carries", True),
        (" soil and ", False),
        ("sand", True),
        (".", False),
    ]


def test_a_line_of_a_whole_transcript_is_cut_around_the_excerpt() -> None:
    shown = passage(
        _source(1, 1, "the needle"), _document("hay " * 5000 + "the needle" + " hay" * 5000)
    )
    text = "".join(piece.text for piece in shown.lines[0].pieces)
    assert "the needle" in text
    assert text.startswith("… ")
    assert text.endswith(" …")
    assert len(text) < LONGEST + 50


def test_a_passage_outside_its_file_shows_no_lines_that_do_not_exist() -> None:
    assert passage(_source(7, 9, "gone"), _document("only line")).lines == ()
    assert passage(_source(7, 9, "gone"), None).lines == ()
    cut = passage(_source(1, 9, "only line"), _document("only line"))
    assert [line.number for line in cut.lines] == [1]


def test_bars_fill_their_box_and_noughts_stay_visible() -> None:
    chart = bar_chart([("Mon", 0), ("Tue", 5), ("Wed", 10)], width=100, height=50, gap=5)
    assert [bar.height for bar in chart.bars] == [2, 25, 50]
    assert chart.bars[-1].x + chart.bars[-1].width == pytest.approx(100, abs=0.1)
    assert bar_chart([], width=100, height=50, gap=5).bars == ()


def test_a_timeline_covers_the_recording() -> None:
    chapters = (Chapter(0, "Start"), Chapter(60, "Middle"), Chapter(120, "End"))
    stretches = timeline(chapters, 180, {"Middle": 4, "End": 1}, width=900)
    assert [stretch.x for stretch in stretches] == [0, 300, 600]
    assert [stretch.width for stretch in stretches] == [300, 300, 300]
    assert [stretch.level for stretch in stretches] == [0, 3, 1]
    assert timeline((), 180, {}, width=900) == ()


def test_a_timeline_of_unknown_length_still_gives_its_last_chapter_room() -> None:
    stretches = timeline((Chapter(0, "a"), Chapter(100, "b")), None, {}, width=900)
    assert all(stretch.width > 0 for stretch in stretches)


@pytest.mark.parametrize("address", ["/study", "/study/a-b?card=1&v=2", "/episodes/x#card"])
def test_a_form_may_lead_back_to_a_page_of_this_app(address: str) -> None:
    assert is_own(address)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "https://elsewhere.example/",
        "//elsewhere.example/",
        "/\\elsewhere.example",
        "javascript:alert(1)",
        "/ok\r\nSet-Cookie: a=b",
    ],
)
def test_a_form_never_leads_out_of_this_app(address: str) -> None:
    assert not is_own(address)


def test_no_key_does_two_things() -> None:
    keys = [key for binding in BINDINGS for key in binding.keys]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(
    ("answer", "shown"),
    [
        ("AGI", "An AGI"),
        ("GAN", "A GAN"),
        ("LSTM", "An LSTM"),
        ("idea", "An idea"),
        ("bee", "A bee"),
    ],
)
def test_a_filled_blank_has_its_article(answer: str, shown: str) -> None:
    assert "".join(text for text, _ in wording.gaps("A(n) ____ can grow.", answer)).startswith(
        shown
    )
    assert "".join(text for text, _ in wording.gaps("A(n) ____ can grow.")).startswith("A(n) ")


def test_a_script_declares_each_of_its_functions_once() -> None:
    """A piece pasted into a function would bind its keys anew with every card."""
    for script in (Path(quizapp.__file__).parent / "static").glob("*.js"):
        found = re.findall(r"\bfunction (\w+)\(", script.read_text("utf-8"))
        assert len(found) == len(set(found)), script.name
