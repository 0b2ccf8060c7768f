"""What holds for any text whatever: no exception, lines in the file, texts at their lines."""

from __future__ import annotations

import json
import re
import time

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from quizapp.errors import SourceError
from quizapp.reading import assemble, read_page
from quizapp.reading.decoding import decode
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
LINES = st.sampled_from(
    [
        *(
            "Key Takeaways",
            "## Notable Quotes",
            "Q&A",
            "Summary:",
            "**Topics**",
            "Zitate",
            "Résumé",
        ),
        *(
            "Contents",
            "Show Notes",
            "Best quote: “It burns.” – Ada Byron",
            "Lesson #1: Burn slowly.",
        ),
        *("Why it burns", "Early years", "Ada Byron", "— Ada Byron", "(Ada Byron)", "Question"),
        *("Q: Why does it burn?", "A: Because it is dry.", "How long does it last?", "R: Mucho."),
        *("- The lamp burns oil.", "• A lamp that burns oil smells of the sea", "  - It smokes."),
        *("1. First of all, it burns.", "2", "🔥 Fire needs air.", "🔥 Heading: It needs air."),
        *("The lamp burned for a hundred years because nobody wanted to climb up.", "It burns."),
        *(
            "“The sea is a lamp that nobody lights.”",
            "> The sea is a lamp. — Ada Byron",
            "> [!tip] A",
        ),
        *("**Bold claim.** It is told in bold because it matters.", "**Label:** It says so here."),
        *("| Host | Ada Byron |", "|---|---|", "Host: Ada Byron · Guest: Carl Roe", "May 8, 2020"),
        *(
            "00:12 The lamp",
            "(1:02:03) - The sea",
            "## The sea (12:34)",
            "Ada Byron talks to Carl Roe.",
        ),
        *("Ada: It is late.", "Carl Roe (00:12): It is.", "---", "TL;DR It burns.", "Read more"),
    ]
)
PAGES = st.lists(st.tuples(LINES, st.sampled_from(["\n", "\n\n"])), max_size=25).map(
    lambda told: "".join(line + end for line, end in told)
)
TEXTS = st.one_of(
    st.text(max_size=300),
    PAGES,
    st.lists(st.one_of(PIECES, st.sampled_from(["\n", "\n\n", "\n    "])), max_size=60).map(
        "".join
    ),
)
calm = settings(deadline=None, suppress_health_check=list(HealthCheck), max_examples=200)


UNSEEN = re.compile(r"[\u200b-\u200d\u2060\ufeff\ufe0e\ufe0f\u20e3]|\*{2,3}|__|`")
"""Signs and markup that part no words."""


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", UNSEEN.sub("", text))


@calm
@given(TEXTS)
@example("TRANSCRIPT0\U0001f0000")
@example("Transcript\nFire\U0001f525\ufe0fneeds air**and**it\u200bself.")
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
@given(st.one_of(st.binary(max_size=400), PAGES.map(lambda text: text.encode("cp1252", "replace"))))
def test_any_bytes_are_a_text_or_said_to_be_none(data: bytes) -> None:
    try:
        text = decode(data)
    except SourceError as error:
        assert str(error)
        return
    assert "\r" not in text
    assert read_page(Document("a.txt", "/r", text)).path == "a.txt"


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


_LONG = 1_000_000
_REPEATED = 250_000
"""A piece of several letters that took more than linear time would show it here as well."""

HOSTILE = [
    *"a .-:?(|*_#>[]\"'“&<{1A\t~`=+,/\\",
    *("Ada Byron: hi. ", "0:00 ", "5 ideas", "aB", "- ", "(laughs) ", "**a**", "? - ", "Q: a?"),
    *("as A says ", "1 1 ", "Jan 1, ", "a– B", "| a ", "“a”", "**a:** b ", "🧠 ", "[!a] ", "a · "),
    *("Q&A", "«a» ", "P: ¿", "Ada Byron talks to ", "<div class='a'>", "a\u00a0", "é", "\u2028"),
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_long_line_of_anything_takes_linear_time(piece: str) -> None:
    size = _LONG if len(piece) == 1 else _REPEATED
    text = (piece * (size // len(piece) + 1))[:size]
    start = time.process_time()
    assemble([read_page(Document("a.txt", "/r", text))])
    assert time.process_time() - start < 10 * size / _LONG, "a tenth of it on an idle machine"


def test_more_than_a_megabyte_of_talk_in_one_line_is_read() -> None:
    text = "The dog ran home because it was late. - And then? - It slept. " * 20_000
    start = time.process_time()
    page = read_page(Document("a.txt", "/r", text))
    assert page.turns
    assert time.process_time() - start < 8


_PARTS = {
    "one word a line": "Title\n" + "Alpha\n" * 8_000,
    "a menu without an end": "Title\n" + "About\nBlog\n" * 4_000,
    "headings below a list": "T\n\nTakeaways\n\n"
    + "This is a sentence that says it all.\n\n" * 30
    + "Short head line\n\n" * 4_000,
    "capitals below quotes": "T\n\nSUMMARY\n\nIt is.\n\nQUOTES\n\n"
    + "".join(f"HEAD {n}X\n\nIt is so here.\n\n" for n in range(2_500)),
    "times between sentences": "T\n\nTakeaways\n\nIt is so, 0:01 he said so.\n\n"
    + "(0:01) Start\n\n(0:02) Next\n\n(0:03) End\n\nIt is so.\n\n" * 1_200,
}
"""Pages of thousands of short lines."""


@pytest.mark.parametrize("text", _PARTS.values(), ids=_PARTS.keys())
def test_thousands_of_short_lines_take_linear_time(text: str) -> None:
    def spent(whole: str) -> float:
        start = time.process_time()
        read_page(Document("a.txt", "/", whole))
        return time.process_time() - start

    half = spent(text[: len(text) // 2])
    assert spent(text) < 4 * half + 5, "half a second on an idle machine"
