"""What holds for any text whatever: no exception, lines in the file, texts at their lines."""

from __future__ import annotations

import json
import re
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizapp.reading import assemble, read_page
from quizapp.reading.documents import Document

PIECES = st.sampled_from(
    [
        *'? [ ] ( : “ ” " | é 🧠 ** ## # --- >> <p> </p> <h2> <li> host guest'.split(),
        *(
            "Q: ",
            "A: ",
            "- ",
            "• ",
            "1. ",
            "> ",
            " – ",
            " with ",
            "1 2.",
            "0:00 ",
            "12:34",
            "(1:02)",
        ),
        *("Summary", "Key Insights", "Quotes", "Transcript", "Episode Highlights", "Takeaways"),
        *("Chapters", "Related Episodes", "TL;DR", "5 ideas", "Read more", "Break", "Podcast"),
        *("Ada Byron", "Ada Byron:", "as Byron explains:", "<v Ada>", "WEBVTT", "#12"),
        *(" May 8, 2020", "https://x.org", '{"segments":[', "00:00:01.000 --> 00:00:02.000"),
        *("It works. ", "the dog ran home because it was late."),
    ]
)
TEXTS = st.one_of(
    st.text(max_size=300),
    st.lists(st.one_of(PIECES, st.sampled_from(["\n", "\n\n", "\n    "])), max_size=60).map(
        "".join
    ),
)
calm = settings(deadline=None, suppress_health_check=list(HealthCheck), max_examples=200)


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text)


@calm
@given(TEXTS)
def test_every_part_stands_at_its_lines(text: str) -> None:
    lines = text.split("\n")
    page = read_page(Document("a/b.txt", "/r", text))
    for part in [*page.sections, *page.turns]:
        assert 1 <= part.line_start <= part.line_end <= len(lines)
    for line in [claim.line for claim in page.claims] + [p.line or 1 for p in page.problems]:
        assert 1 <= line <= len(lines)
    if page.layout != "captions" and "<" not in text:
        for part in [*page.sections, *page.turns]:
            there = words(" ".join(lines[part.line_start - 1 : part.line_end]))
            rest = iter(there)
            assert all(any(word == w or word in w for w in rest) for word in words(part.text))


@calm
@given(TEXTS)
def test_reading_is_deterministic_and_stays_short_in_its_complaints(text: str) -> None:
    document = Document("a/b.txt", "/r", text)
    page = read_page(document)
    assert page == read_page(document)
    assert 0 <= page.confidence <= 1
    assert len(page.problems) <= 20
    (episode,) = assemble([page])
    assert episode.slug
    assert episode.title
    for turn in episode.turns:
        assert not (turn.speaker or "").startswith("@")


@calm
@given(st.lists(TEXTS, min_size=1, max_size=4), st.randoms())
def test_shuffled_documents_are_the_same_episodes(texts: list[str], chance: object) -> None:
    pages = [read_page(Document(f"{n}.txt", "/r", text)) for n, text in enumerate(texts)]
    expected = assemble(pages)
    chance.shuffle(pages)  # type: ignore[attr-defined]
    assert assemble(pages) == expected
    assert sorted(file.path for e in expected for file in e.files) == sorted(p.path for p in pages)


@calm
@given(
    st.recursive(
        st.none() | st.floats() | st.text(max_size=9),
        lambda x: (
            st.lists(x)
            | st.dictionaries(
                st.sampled_from(["segments", "chapters", "body", "startTime", "title", "speaker"]),
                x,
            )
        ),
        max_leaves=12,
    )
)
def test_any_json_is_read_without_an_exception(data: object) -> None:
    page = read_page(Document("a.json", "/r", json.dumps(data)))
    assert page.path == "a.json"


HOSTILE = [
    *"a .-:?(|*_#>[]\"'“&<{1A\t~`=+,/\\",
    *("Ada Byron: hi. ", "0:00 ", "5 ideas", "aB", "- ", "(laughs) ", "**a**", "? - ", "Q: a?"),
    *("as A says ", "1 1 ", "Jan 1, ", "a– B"),
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_long_line_of_anything_takes_linear_time(piece: str) -> None:
    text = (piece * (300_000 // len(piece) + 1))[:300_000]
    start = time.process_time()
    assemble([read_page(Document("a.txt", "/r", text))])
    assert time.process_time() - start < 5, "about half a second on an idle machine"


def test_five_megabytes_in_one_line_are_read() -> None:
    text = "The dog ran home because it was late. - And then? - It slept. " * 80_000
    start = time.process_time()
    page = read_page(Document("a.txt", "/r", text))
    assert page.turns
    assert time.process_time() - start < 30
