"""Which pages are one episode, and what holds where they disagree."""

from __future__ import annotations

import random
from pathlib import Path

from quizapp.model import Episode
from quizapp.reading import Page, assemble, find_documents, read_page, same_episode
from quizapp.reading.documents import Document

PAGES = Path(__file__).parent / "pages"


def page(path: str, text: str, root: str = "/r") -> Page:
    return read_page(Document(path, root, text))


def titles(*pages: Page) -> list[str]:
    return [episode.title for episode in assemble(pages)]


SUMMARY = (
    "Rivers | Water Talks #3\n\nSummary\n\nA river moved in one night, and a border with it.\n"
)
NOTES = "Water Talks #3: Rivers\nHost: Nora Quist\nGuest: Emil Berg\n\nTopics\n\n- floods\n- maps\n"


def test_pages_with_one_title_and_number_are_one_episode_wherever_they_lie() -> None:
    (episode,) = assemble([page("a/x.txt", SUMMARY), page("b/y.txt", NOTES, "/other")])
    assert (episode.title, episode.number, episode.host) == ("Rivers", 3, "Nora Quist")
    assert [file.path for file in episode.files] == ["a/x.txt", "b/y.txt"]


def test_two_episodes_of_one_guest_stay_two() -> None:
    other = NOTES.replace("#3: Rivers", "#4: Rivers Again")
    assert titles(page("a.txt", NOTES), page("b.txt", other)) == ["Rivers", "Rivers Again"]
    parts = [
        page(
            f"{n}.txt", f"How Rivers Move, Part {n}\nGuest: Emil Berg\n\nSummary\n\nIt moves on.\n"
        )
        for n in (1, 2)
    ]
    assert len(assemble(parts)) == 2


def test_one_title_in_two_shows_is_two_episodes_with_slugs_of_their_own() -> None:
    other = SUMMARY.replace("Water Talks #3", "Night Radio #9")
    first, second = assemble([page("a.txt", SUMMARY), page("b.txt", other)])
    assert {first.slug, second.slug} == {"rivers-3", "rivers-9"}


def test_a_page_without_a_title_joins_the_only_episode_of_its_folder() -> None:
    bare = "Transcript\n\nNora Quist: Is it wet?\n\nEmil Berg: It is.\n\nNora Quist: Oh.\n"
    (episode,) = assemble([page("one/a.txt", NOTES), page("one/b.txt", bare)])
    assert [turn.speaker for turn in episode.turns] == ["Nora Quist", "Emil Berg", "Nora Quist"]
    assert titles(page("one/a.txt", NOTES), page("two/b.txt", bare)) == ["Rivers", "b"]


def test_values_that_most_files_give_hold_and_the_rest_is_a_conflict() -> None:
    pages = [
        page(f"{n}.txt", f"Rivers | Water Talks #3\nPublished: {day}\n\nSummary\n\nIt moved.\n")
        for n, day in enumerate(["2020-05-08", "2020-05-07", "2020-05-08"])
    ]
    (episode,) = assemble(pages)
    assert str(episode.published) == "2020-05-08"
    ((field, values),) = [(c.field, c.values) for c in episode.conflicts]
    assert field == "published"
    assert [(value.path, value.line) for value in values] == [
        ("0.txt", 2),
        ("1.txt", 2),
        ("2.txt", 2),
    ]
    (tied,) = assemble(pages[:2])
    assert tied.published is None


def test_a_day_called_the_episodes_own_outranks_those_of_pages_about_it() -> None:
    head = "Rivers | Water Talks #3\n"
    pages = [
        page("a.txt", f"Published Jun 4, 2021\n\n{head}\nSummary\n\nIt moved.\n"),
        page("b.txt", f"{head}\n9K views\nJune 4, 2021\nby\nWater Talks\n\nSummary\n\nIt moved.\n"),
        page("c.md", f"{head}\n**Released:** 3 June 2021\n\nSummary\n\nIt moved.\n"),
    ]
    (episode,) = assemble(pages)
    assert str(episode.published) == "2021-06-03"
    ((field, values),) = [(c.field, c.values) for c in episode.conflicts]
    assert field == "published"
    assert [value.value for value in values] == ["2021-06-04", "2021-06-04", "2021-06-03"]
    aired = page("d.txt", f"{head}Aired 3 June 2021\n\nSummary\n\nIt moved.\n")
    (both,) = assemble([*pages[:2], aired])
    assert str(both.published) == "2021-06-03"
    (without,) = assemble(pages[:2])
    assert str(without.published) == "2021-06-04"
    assert not without.conflicts


def test_lengths_that_differ_by_rounding_do_not_disagree() -> None:
    pages = [
        page(f"{n}.txt", f"Rivers | Water Talks #3\nDuration: {length}\n\nSummary\n\nIt moved.\n")
        for n, length in enumerate(["1h 37m", "1:36:48"])
    ]
    (episode,) = assemble(pages)
    assert episode.duration_seconds
    assert not episode.conflicts


def test_chapter_lists_that_disagree_are_shown() -> None:
    lists = ("0:00 Start\n5:00 Middle\n9:00 End", "0:00 Start\n6:00 Middle\n9:30 End")
    pages = [
        page(f"{n}.txt", f"Rivers | Water Talks #3\n\nChapters\n\n{text}\n")
        for n, text in enumerate(lists)
    ]
    (episode,) = assemble(pages)
    assert len(episode.chapters) == 3
    assert [conflict.field for conflict in episode.conflicts] == ["chapters"]


def test_a_title_with_its_show_before_it_is_the_same_title() -> None:
    flat = page("b.txt", "Water Talks How Rivers Move\n\nSummary\n\nIt moved on.\n")
    whole = page("a.txt", SUMMARY.replace("Rivers |", "How Rivers Move |"))
    for order in ([whole, flat], [flat, whole]):
        (episode,) = assemble(order)
        assert episode.title == "How Rivers Move"
        assert not episode.conflicts
    assert same_episode(flat, assemble([whole])[0])
    other = page("d.txt", "Water Talks Where Rivers End\n\nSummary\n\nIt moved on.\n")
    assert len(assemble([whole, other])) == 2


def test_parts_with_a_time_know_their_chapter() -> None:
    text = (
        "Rivers | Water Talks #3\n\nChapters\n\n0:00 Start\n5:00 Middle\n\n"
        'Quotes\n\n"It moved." – Emil Berg (6:10)\n\n"It stayed." – Emil Berg\n'
    )
    (episode,) = assemble([page("a.txt", text)])
    assert [(quote.chapter, quote.seconds) for quote in episode.sections] == [
        ("Middle", 370),
        (None, None),
    ]


def test_a_page_is_recognised_by_a_stored_episode() -> None:
    (stored,) = assemble([page("a.txt", SUMMARY)])
    assert same_episode(page("b.txt", NOTES), stored)
    assert not same_episode(page("b.txt", NOTES.replace("#3", "#5")), stored)
    assert not same_episode(page("b.txt", "Transcript\n\nIt is wet.\n"), stored)
    assert same_episode(
        page("one/b.txt", "Transcript\n\nIt is wet.\n"), assemble([page("one/a.txt", SUMMARY)])[0]
    )


def everything(order: list[Page]) -> tuple[Episode, ...]:
    return assemble(order)


def test_the_order_of_the_pages_makes_no_difference() -> None:
    files = [path for path in PAGES.iterdir() if not path.name.endswith(".expected.json")]
    documents, _ = find_documents(sorted(files))
    pages = [read_page(document) for document in documents]
    expected = assemble(pages)
    chance = random.Random(3)
    for _ in range(5):
        chance.shuffle(pages)
        assert assemble(pages) == expected


def test_a_show_that_is_glued_to_its_title_comes_off() -> None:
    pages = [
        read_page(
            Document("a.txt", "/r", "Night PantryThe Cellar and the Clock\n\nSummary\n\nIt is.")
        ),
        read_page(Document("b.txt", "/r", "Show: Night Pantry\nTitle: The Cellar and the Clock\n")),
    ]
    assert {e.title for e in assemble(pages, known={"a.txt": "x", "b.txt": "x"})} == {
        "The Cellar and the Clock"
    }
