"""What the head of an episode is gathered from: glued lines, paths, letters, and who is told of."""

from __future__ import annotations

import pytest

from quizapp.model import Episode
from quizapp.reading import assemble, read_page
from quizapp.reading.documents import Document

BELOW = "\n\nKey takeaways\n\n- A lid of oak lasts longer than a lid of iron.\n- Dig in May.\n"


def _all(*texts: str) -> tuple[Episode, ...]:
    """The episodes of pages in one folder, each with takeaways at its end."""
    pages = [
        read_page(Document(f"wells/{n}.txt", "", text + BELOW)) for n, text in enumerate(texts)
    ]
    return assemble(pages)


def _one(*texts: str) -> Episode:
    (episode,) = _all(*texts)
    return episode


def test_a_show_glued_to_its_title_above_glued_people_is_taken_off() -> None:
    episode = _one(
        "The Deep EndWhy Wells SingEpisode 12Mar 4, 20211h 12m\nAda ByronhostCarl Roeguest"
    )
    assert (episode.title, episode.show, episode.number) == ("Why Wells Sing", "The Deep End", 12)
    assert (episode.host, episode.guests) == ("Ada Byron", ("Carl Roe",))
    assert (str(episode.published), episode.duration_seconds) == ("2021-03-04", 4320)


def test_whoever_tells_the_host_is_the_guest() -> None:
    episode = _one(
        "Night Radio\nEp. 12: Why Wells Sing\nHosted by Ada Byron\n\n"
        "Restaurateur Carla Roe-Lund dug her own well. She tells Ada Byron why it sings."
    )
    assert (episode.host, episode.guests) == ("Ada Byron", ("Carla Roe-Lund",))


def test_what_an_article_says_she_talks_to_is_nobody_without_a_signature() -> None:
    told = (
        "# Why Wells Sing\n\n{}Beekeeper Carla Roe lives by the sea. "
        "She talks to Ada Byron about lids."
    )
    unsigned, signed = _one(told.format("")), _one(told.format("Ada Byron\n\n"))
    assert "Ada Byron" not in unsigned.guests
    assert (signed.host, signed.guests) == ("Ada Byron", ("Carla Roe",))


def test_a_letter_counts_itself_and_not_the_episode_that_it_is_about() -> None:
    letter = (
        "# The Well Letter — No. 44\n\n*Each week, one episode of* **Halfway Down** *boiled down.*"
        "\n\nHello all. This week Ada Byron sat down with **Dr Carla Roe**, who digs wells."
    )
    questions = (
        'HALFWAY DOWN\nFrequently asked questions from episode 92, "Why Wells Sing"\n\n'
        "Answers taken from the conversation between Ada Byron and Dr Carla Roe."
    )
    told, asked = _one(letter), _one(questions)
    assert (told.show, told.number) == ("Halfway Down", None)
    assert (asked.title, asked.show, asked.number) == ("Why Wells Sing", None, 92)
    for episode in (told, asked):
        assert (episode.host, episode.guests) == ("Ada Byron", ("Carla Roe",))


def test_a_letter_names_its_guest_by_what_was_learned() -> None:
    letter = "WELL TALK — Friday letter\nWhat we learned from Carla Roe\n\nHello all, it is May."
    assert _one(letter).guests == ("Carla Roe",)


@pytest.mark.parametrize(
    ("path", "title", "show"),
    [
        ("Home > Podcasts > Lids & Ropes\n\nWhy Wells Sing", "Why Wells Sing", "Lids & Ropes"),
        ("Deep End > Episodes > Why Wells Sing > Questions", "Why Wells Sing", "Deep End"),
    ],
)
def test_a_path_names_the_show(path: str, title: str, show: str) -> None:
    episode = _one(f"{path}\n\nPublished 4 March 2021")
    assert (episode.title, episode.show) == (title, show)


def test_a_path_ends_in_the_title_where_the_page_says_it_again() -> None:
    episode = _one("Home > Podcasts > Why Wells Sing\n\nWhy Wells Sing\n\nPublished 4 March 2021")
    assert (episode.title, episode.show) == ("Why Wells Sing", None)


def test_a_show_with_its_host_stands_beside_the_guest() -> None:
    episode = _one(
        "# Why Wells Sing\n\n*Slow Water with Ada Byron · guest: Carla Roe · 82 min*",
    )
    assert (episode.show, episode.host) == ("Slow Water", "Ada Byron")
    assert episode.guests == ("Carla Roe",)
    quoted = _one(
        '# The Sunday Digest: wells\n\n**Issue 7 · from "Slow Water" with Ada Byron · '
        "episode guest: Carla Roe, digger**"
    )
    assert (quoted.show, quoted.host) == ("Slow Water", "Ada Byron")


def test_a_show_told_twice_before_glued_people_is_taken_off() -> None:
    episode = _one(
        "Three Ropes and a LidApr 09, 20211h 12m\n"
        "Lantern HourLantern HourAda ByronhostCarl Roeguest"
    )
    assert (episode.show, episode.host, episode.guests) == (
        "Lantern Hour",
        "Ada Byron",
        ("Carl Roe",),
    )


def test_a_show_heads_the_line_that_counts_its_title() -> None:
    episode = _one(
        "# Made of Water\n\n**Episode 61 · Why Wells Sing at Night**\n14 Mar 2023 · 58 min\n\n"
        "Host: Ada Byron\nGuest: Carl Roe, digger"
    )
    assert (episode.title, episode.show, episode.number) == (
        "Why Wells Sing at Night",
        "Made of Water",
        61,
    )


@pytest.mark.parametrize(
    ("head", "show"),
    [
        ("**THE SLOW LID** — Sunday notes\n\n# Why Wells Sing", "The Slow Lid"),
        ("ISOBAR\nS3 E8  Why Wells Sing\nFeb 15, 2024", "ISOBAR"),
        ("Why Wells Sing | Isobar Podcast, Season 3", "Isobar Podcast"),
    ],
)
def test_what_stands_around_a_shows_name_is_no_part_of_it(head: str, show: str) -> None:
    episode = _one(head)
    assert (episode.title, episode.show) == ("Why Wells Sing", show)


def test_a_recap_of_a_counted_episode_is_no_summary() -> None:
    episode = _one("LIDS OF HISTORY — THE BLOG\nRecap: Episode 27, with Carl Roe\n\nHalf a lid")
    assert (episode.show, episode.number) == ("Lids of History", 27)
