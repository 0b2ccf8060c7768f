"""Numbers before the headings of a page: those that count its parts go, those that tell stay."""

from __future__ import annotations

import pytest

from quizapp.reading import assemble, read_page
from quizapp.reading.documents import Document

TEXTS = (
    "A bucket of oak swells in water, and so it holds more of it on the second day than before.",
    "Ropes of hemp rot where they are wet and dry in turn, which is why diggers tar them in May.",
    "A lid keeps out the frogs, and in a dry year it keeps in a hand's breadth of the water too.",
)


def _headings(heads: list[str]) -> list[str | None]:
    parts = [f"## {head}\n\n{text}\n" for head, text in zip(heads, TEXTS, strict=True)]
    page = read_page(Document("a.md", "/r", "# Why Wells Sing\n\n" + "\n".join(parts)))
    (episode,) = assemble([page])
    return [section.heading for section in episode.sections]


@pytest.mark.parametrize(
    "heads",
    [
        ["6.1 The bucket", "6.2 The rope", "6.3 The lid"],
        ["2.3.1. The bucket", "2.3.2. The rope", "2.3.3. The lid"],
        ["Lesson 1: The bucket", "Lesson 2: The rope", "Lesson 3: The lid"],
        ["Rule #1 – The bucket", "Rule #2 – The rope", "Rule #3 – The lid"],
        ["Part One: the bucket", "Part Two: the rope", "Part Three: the lid"],
        ["I. The bucket", "II. The rope", "III. The lid"],
        ["(1) The bucket", "(2) The rope", "(3) The lid"],
        ["1 | The bucket", "2 | The rope", "3 | The lid"],
    ],
)
def test_headings_lose_the_numbers_that_count_them(heads: list[str]) -> None:
    assert _headings(heads) == ["The bucket", "The rope", "The lid"]


@pytest.mark.parametrize(
    "heads",
    [
        ["2.5 degrees are a lot", "3 buckets a day", "4 ropes a year"],
        ["Myth 1: buckets are dry", "Myth 2: ropes last", "Myth 3: lids leak"],
        ["1984: a drought", "1985: the flood", "1986: a lid"],
        ["Part 9 of the rope", "7 buckets", "Rule 2 broke"],
    ],
)
def test_numbers_that_say_something_stay(heads: list[str]) -> None:
    assert _headings(heads) == heads
