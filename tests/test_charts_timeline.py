"""The timeline of a conversation: each fact at its second, or in its chapter, and told as such."""

from __future__ import annotations

from quizapp.model import Chapter, Episode
from quizapp.store.standing import Idea, Recalled
from quizapp.web.chart import Chart
from quizapp.web.charts_memory import episodes_chart
from quizapp.web.charts_timeline import timeline_chart

EPISODE = Episode(
    "bees",
    "Bees",
    duration_seconds=1000,
    chapters=(Chapter(0, "Start"), Chapter(400, "Winter"), Chapter(800, "Honey")),
)


def idea(name: str, chapter: str | None, seconds: int | None, recall: float | None = 0.8) -> Idea:
    return Idea(name, f"{name}-card", f"What of {name}?", chapter, seconds, recall, False)


def drawn(*ideas: Idea, **chapters: Recalled) -> Chart:
    found: dict[str | None, Recalled] = {one.name: one for one in chapters.values()}
    return timeline_chart(EPISODE, found, ideas)


WINTER = Recalled("Winter", 4, 3, 0.8)


def test_facts_of_a_chapter_spread_over_it_and_are_hollow() -> None:
    chart = drawn(
        idea("a", "Winter", None), idea("b", "Winter", None), idea("c", "Winter", 500),
        idea("d", None, None), idea("e", "Honey", None, None),
        winter=WINTER,
    )  # fmt: skip
    dots = {dot.title.split("?")[0]: dot for dot in chart.drawing.dots}
    assert set(dots) == {"What of a", "What of b", "What of c"}
    _, winter, honey = chart.drawing.boxes
    assert winter.x < dots["What of a"].x < dots["What of b"].x < honey.x
    assert [dots[f"What of {name}"].css for name in "abc"] == ["shaky hollow"] * 2 + ["shaky"]
    assert "2 stand somewhere in their chapter, as no page says when." in chart.sentence
    assert "1 more fits no one chapter: it stands in the numbers only." in chart.sentence
    assert ("hollow", "hollow: in this chapter, second not known") in chart.legend


def test_the_table_says_where_each_fact_stands_and_how_surely() -> None:
    chart = drawn(
        idea("a", "Winter", None), idea("c", "Winter", 500, 0.7), idea("d", None, None, 0.9),
        winter=WINTER,
    )  # fmt: skip
    assert chart.head == ("Chapter, or fact that fades most", "Recall now", "At")
    assert chart.rows == (
        ("Chapter: Start", "not seen", "0:00"),
        ("Chapter: Winter", "80%", "6:40"),
        ("Chapter: Honey", "not seen", "13:20"),
        ("What of c?", "70%", "8:20"),
        ("What of a?", "80%", "about 6:40"),
        ("What of d?", "90%", "–"),
    )


def test_a_chapter_of_which_no_fact_was_met_is_drawn_as_such() -> None:
    chart = drawn(idea("a", "Winter", None), winter=WINTER)
    assert [box.css for box in chart.drawing.boxes] == ["unseen-yet", "shaky", "unseen-yet"]


def test_facts_with_seconds_need_no_word_about_places() -> None:
    chart = drawn(idea("c", "Winter", 500), winter=WINTER)
    assert "somewhere" not in chart.sentence
    assert "numbers only" not in chart.sentence
    assert all(css != "hollow" for css, _ in chart.legend)


def test_what_is_remembered_well_has_the_whole_height() -> None:
    scale = [label.text for label in drawn(idea("a", "Winter", 500)).drawing.labels][:3]
    assert scale == ["50%", "75%", "100%"]
    wide = drawn(idea("a", "Winter", 500), idea("b", "Winter", 600, 0.3)).drawing
    assert [label.text for label in wide.labels][:3] == ["0%", "50%", "100%"]
    assert all(0 <= dot.y <= wide.height for dot in wide.dots)


def test_nobody_is_told_of_certain_knowledge() -> None:
    """Right after learning a card its chance of recall is 1, as the model has it."""
    fresh = Recalled("bees", 9, 4, 1.0)
    chart = episodes_chart([fresh], {"bees": "Bees"}, {"bees": "/progress/bees"})
    assert chart.sentence == (
        "Asked now, you would know nearly all of your 4 seen cards. They are fresh: nothing fades "
        "yet."
    )
    assert chart.rows[0][1] == "over 99%"
    along = drawn(idea("a", "Winter", None, 1.0), winter=Recalled("Winter", 4, 3, 1.0))
    assert "fades most" not in along.sentence
    assert along.rows[1] == ("Chapter: Winter", "over 99%", "6:40")
