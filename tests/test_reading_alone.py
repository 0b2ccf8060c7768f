"""What a page that is given alone tells of its episode: title, show, people and day."""

from __future__ import annotations

import pytest

from quizapp.model import Episode
from quizapp.reading import assemble, read_page
from quizapp.reading.documents import Document

BELOW = "\n\nKey takeaways\n\n- A lid of oak lasts longer than a lid of iron.\n- Dig in May.\n"


def _read(head: str, path: str = "a.txt") -> Episode:
    """The episode of a page with such a top."""
    (episode,) = assemble([read_page(Document(path, "", head + BELOW))])
    return episode


@pytest.mark.parametrize(
    "head",
    [
        "# Why Wells Sing and Sigh | Night Radio with Ada Byron\n\nNight Radio is free.",
        "Why Wells Sing and Sigh | Night Radio with Ada Byron\nNight Radio\nMay 4, 2021",
        "Night Radio #7 – Why Wells Sing and Sigh | Night Radio with Ada Byron\nMay 4, 2021",
    ],
)
def test_a_show_behind_the_title_is_named_with_its_host(head: str) -> None:
    episode = _read(head, "a.md")
    assert (episode.title, episode.show) == ("Why Wells Sing and Sigh", "Night Radio")
    assert "Ada Byron" not in episode.guests


def test_a_guest_in_the_title_is_no_host() -> None:
    episode = _read("# Night Radio | A conversation with Carl Roe\n\nCarl Roe digs wells.", "a.md")
    assert episode.host != "Carl Roe"


def test_a_path_names_the_show_and_with_the_host() -> None:
    episode = _read(
        "Home / Podcasts / Odd Hours\n\n# Why Wells Sing\n\nOdd Hours with Ada Byron. "
        "Carl Roe joins us.",
        "a.md",
    )
    assert (episode.show, episode.host, episode.guests) == ("Odd Hours", "Ada Byron", ("Carl Roe",))


def test_a_german_page_names_hosts_and_guest_in_one_line() -> None:
    episode = _read(
        "# Warum Brunnen singen\n\n5. März 2023\n\nMit Ada Byron und Eve Low. Zu Gast: Carl Roe"
    )
    assert (episode.host, episode.guests) == ("Ada Byron, Eve Low", ("Carl Roe",))
    assert str(episode.published) == "2023-03-05"


def test_a_letter_is_signed_in_capitals_and_tells_where_to_find_the_guest() -> None:
    episode = _read(
        "The Long Shift\nSubscribe\nSign in\n\nWhy wells sing\n\nADA BYRON\nMAY 4, 2021\n\n"
        "The digger has dug for forty years.\n\nWhere to find Carl Roe:\n• Website: https://roe.example"
        "\n\nWhere to find Ada:\n• Website: https://ada.example"
    )
    assert (episode.title, episode.host, episode.guests) == (
        "Why wells sing", "Ada Byron", ("Carl Roe",),
    )  # fmt: skip


def test_the_day_of_a_report_is_not_that_of_the_evening() -> None:
    report = "# The Well Menders\n\nPosted May 9, 2021 by Fair Team\n\n"
    told = (
        "On Tuesday, 4 May 2021, Ada Byron recorded an edition of her podcast Night Radio in town."
    )
    assert str(_read(report + told).published) != "2021-05-09"
    assert (_read(report + told).host, _read(report + told).show) == ("Ada Byron", "Night Radio")


def test_what_a_broadcast_was_heard_on_is_its_show() -> None:
    assert (
        _read("Why Wells Sing\nMarch 9, 2022\n\nHeard on The Ledger Hour").show == "The Ledger Hour"
    )


def test_a_tag_before_a_title_is_no_part_of_it() -> None:
    title = "[Episode Discussion] Ep. 14: Why Wells Sing (Carl Roe)"
    episode = _read(f"r/wells\nPosted by u/mod · 2 yr. ago\n\n{title}")
    assert episode.title.startswith("Why Wells Sing")
    assert episode.number == 14


def test_relations_of_an_archive_turn_names_around() -> None:
    episode = _read(
        "Interview with a digger\n\nInterviewee: Roe, Carl, 1931-2011\nDigitised: 2 May 2017"
    )
    assert episode.guests == ("Carl Roe",)
    assert episode.published is None


def test_a_first_line_of_captions_is_their_title() -> None:
    title = "WEBVTT - Night Radio, S02E05: Why Wells Sing"
    text = f"{title}\n\n00:01.000 --> 00:03.000\n<v Ada Byron>It is late.\n"
    (episode,) = assemble([read_page(Document("a.vtt", "", text))])
    assert (episode.title, episode.show) == ("Why Wells Sing", "Night Radio")
