"""The four seed pages: everything that stands in them, with every line number."""

from __future__ import annotations

import itertools
import shutil
import time
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from quizapp.model import Episode, Section, SectionKind
from quizapp.reading import assemble, find_documents, read_page, same_episode

SEEDS = Path(__file__).parents[1].parent / "shared" / "seeds"
pytestmark = [
    pytest.mark.seeds,
    pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed pages are not beside the checkout"),
]


@pytest.fixture(scope="module")
def episode() -> Episode:
    documents, problems = find_documents([SEEDS])
    assert not problems
    (episode,) = assemble(map(read_page, documents))
    return episode


def of_kind(episode: Episode, kind: SectionKind) -> list[Section]:
    return [section for section in episode.sections if section.kind is kind]


def test_the_four_pages_are_one_episode_with_its_metadata(episode: Episode) -> None:
    assert episode.slug == "ilya-sutskever-deep-learning"
    assert episode.title == "Ilya Sutskever: Deep Learning"
    assert episode.show == "Lex Fridman Podcast"
    assert episode.number == 94
    assert episode.host == "Lex Fridman"
    assert episode.guests == ("Ilya Sutskever",)
    assert episode.duration_seconds == 5820
    assert [file.layout for file in episode.files] == [
        "highlights", "at_a_glance", "summary_qa", "transcript",
    ]  # fmt: skip


def test_the_description_ends_before_the_adverts(episode: Episode) -> None:
    assert episode.description is not None
    assert episode.description.startswith("Ilya Sutskever is the co-founder of OpenAI")
    assert episode.description.endswith("on and off the mic.")


def test_the_dates_disagree_and_that_is_a_conflict(episode: Episode) -> None:
    (conflict,) = episode.conflicts
    assert conflict.field == "published"
    assert [(v.value, v.path[:3], v.line) for v in conflict.values] == [
        ("2020-05-08", "000", 1),
        ("2020-05-07", "001", 9),
        ("2020-05-08", "002", 4),
    ]
    assert episode.published == date(2020, 5, 8)


def test_a_tie_of_dates_leaves_the_field_empty() -> None:
    documents, _ = find_documents([SEEDS])
    (episode,) = assemble(read_page(document) for document in documents[:2])
    assert episode.published is None
    assert [conflict.field for conflict in episode.conflicts] == ["published"]


def test_the_two_chapter_lists_agree_and_become_one(episode: Episode) -> None:
    assert len(episode.chapters) == 18
    times = [chapter.seconds for chapter in episode.chapters]
    assert times == sorted(times)
    assert times[0] == 0
    assert times[7] == 2164
    assert times[-1] == 5527
    assert episode.chapters[5].title == "What's harder to solve: language or vision?"
    assert episode.chapters[-1].title == "Meaning of life"


def test_every_section_is_found(episode: Episode) -> None:
    counts = Counter(section.kind.value for section in episode.sections)
    assert counts == {
        "qa": 17, "insight": 14, "idea": 5, "quote": 8, "highlight": 3,
        "takeaway": 3, "topic": 7, "summary": 7,
    }  # fmt: skip


LINES = {
    "000": {
        "summary": [(5, 5)],
        "highlight": [(15, 23), (27, 35), (39, 47)],
        "quote": [(19, 19), (31, 31), (43, 43)],
    },
    "001": {
        "summary": [(n, n) for n in range(17, 21)],
        "idea": [(n, n + 2) for n in range(26, 43, 4)],
        "quote": [(n, n + 2) for n in range(50, 67, 4)],
        "topic": [(70, 70)] * 7,
    },
    "002": {
        "summary": [(12, 12), (61, 61)],
        "insight": [(n, n) for n in range(18, 32)],
        "qa": [(n, n + 2) for n in [*range(39, 56, 4), *range(65, 110, 4)]],
        "takeaway": [(115, 115), (117, 117), (119, 119)],
    },
    "003": {},
}


@pytest.mark.parametrize("page", LINES)
def test_every_section_has_its_lines(episode: Episode, page: str) -> None:
    found: dict[str, list[tuple[int, int]]] = {}
    for section in episode.sections:
        if section.path.startswith(page):
            found.setdefault(section.kind.value, []).append((section.line_start, section.line_end))
    assert found == LINES[page]


def test_every_text_stands_at_its_lines(episode: Episode) -> None:
    lines = {path.name: path.read_text("utf-8").split("\n") for path in SEEDS.iterdir()}
    for part in [*episode.sections, *episode.turns]:
        there = " ".join(" ".join(lines[part.path][part.line_start - 1 : part.line_end]).split())
        if isinstance(part, Section) and part.kind is SectionKind.HIGHLIGHT:
            pieces = part.text.removesuffix(".").split(": ")
            assert all(piece.rpartition(". ")[2] in there for piece in pieces)
        else:
            assert part.text in there
        if isinstance(part, Section) and part.heading:
            assert part.heading in there


def test_quotes_inside_of_highlights_have_their_speaker_and_stay_in_the_text(
    episode: Episode,
) -> None:
    quotes = [q for q in of_kind(episode, SectionKind.QUOTE) if q.path.startswith("000")]
    highlights = of_kind(episode, SectionKind.HIGHLIGHT)
    assert [q.speaker for q in quotes] == ["Ilya Sutskever"] * 3
    for quote, highlight in zip(quotes, highlights, strict=True):
        assert quote.text in highlight.text
        assert "---" not in highlight.text
        assert highlight.text.endswith(".")
        assert not highlight.text[-3].isdigit()


def test_headings_have_no_emoji_and_no_colon(episode: Episode) -> None:
    insights = of_kind(episode, SectionKind.INSIGHT)
    assert insights[0].heading == "Deep learning revolution"
    assert insights[9].heading == "Recurrent neural networks (RNNs)"
    assert all(one.heading and one.heading.isascii() for one in insights)
    assert [t.heading for t in of_kind(episode, SectionKind.TAKEAWAY)] == [
        "Deep learning revolution", "Key breakthrough", "Unity in machine learning",
    ]  # fmt: skip


def test_topics_that_are_run_together_come_apart_and_names_stay_whole(episode: Episode) -> None:
    topics = [topic.text for topic in of_kind(episode, SectionKind.TOPIC)]
    assert [topic.split()[0] for topic in topics] == [
        "Origins", "Neural", "Generalization,", "Reasoning,", "Large", "Safety,", "Paths",
    ]  # fmt: skip
    assert "AlexNet, ImageNet, GPUs" in topics[0]


def test_menus_adverts_and_teasers_are_nothing(episode: Episode) -> None:
    told = " ".join([section.text for section in episode.sections]).lower()
    told += " ".join(section.heading or "" for section in episode.sections).lower()
    for noise in ("chrome", "extension", "read more", "skip to", "install", "elias discover"):
        assert noise not in told
    assert {turn.path[:3] for turn in episode.turns} == {"003"}


def test_turns_are_split_at_their_marks(episode: Episode) -> None:
    assert len(episode.turns) == 327
    assert any(turn.text == "Definitions of?" for turn in episode.turns)
    assert not any(turn.text.startswith("-") for turn in episode.turns)


def test_only_evidence_names_a_speaker(episode: Episode) -> None:
    named = [turn for turn in episode.turns if turn.speaker]
    assert {turn.speaker for turn in named} == {"Lex Fridman"}
    assert [turn.text.split(".")[0][:30] for turn in named] == [
        "The following is a conversatio",
        "You were one of the three auth",
        "Being humble in the face of th",
    ]


def test_the_sponsor_read_and_the_closing_are_no_turns(episode: Episode) -> None:
    spoken = " ".join(turn.text for turn in episode.turns)
    assert "Cash App" not in spoken
    assert "upbeat music" not in spoken


def test_files_in_any_order_are_the_same_episode(episode: Episode) -> None:
    paths = sorted(SEEDS.iterdir())
    for order in itertools.permutations(paths):
        documents, _ = find_documents(order)
        assert assemble(map(read_page, documents)) == (episode,)


def test_files_of_a_second_run_belong_to_the_stored_episode() -> None:
    documents, _ = find_documents([SEEDS])
    pages = [read_page(document) for document in documents]
    for page in pages:
        (stored,) = assemble(other for other in pages if other is not page)
        assert same_episode(page, stored)
        (other,) = assemble([replace(page, path="x.txt")])
        assert same_episode(pages[0], other)


def test_a_page_of_another_episode_is_another_episode(tmp_path: Path) -> None:
    for path in SEEDS.iterdir():
        shutil.copy(path, tmp_path)
    text = (SEEDS / "002_200e6a076c8e4dad.txt").read_text("utf-8")
    later = text.replace("#94", "#101").replace(": Deep Learning |", ": Large Models |")
    (tmp_path / "later.txt").write_text(later, encoding="utf-8")
    documents, _ = find_documents([tmp_path])
    first, second = assemble(map(read_page, documents))
    assert {first.number, second.number} == {94, 101}
    assert first.slug != second.slug


def test_the_seeds_are_read_quickly() -> None:
    documents, _ = find_documents([SEEDS])
    best = min(_seconds(documents) for _ in range(3))
    assert best < 5, "about 0.15 s on an idle machine"


def _seconds(documents: tuple[object, ...]) -> float:
    start = time.process_time()
    assemble(read_page(document) for document in documents)  # type: ignore[arg-type]
    return time.process_time() - start
