"""Captions saved as a text: thousands of short lines, put together before they are read."""

from textwrap import wrap

from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.reading import narrow_lines, read_page
from quizapp.reading.documents import Document

_SAID = (
    "The first lock keeper wrote down every boat that passed the gate, and what it carried. "
    "How many of those books are left in the town? "
    "About forty, and they were found under the floor of the toll house when it was torn down. "
)
_TURNS = 60


def _page(turns: int) -> tuple[str, list[tuple[int, int]]]:
    """A talk in lines of forty letters, and the first and last line of each turn."""
    lines = ["Locks and tolls", "", "Transcript", ""]
    places = []
    for number in range(turns):
        said = wrap(f">> {_SAID} Boat {number} was the last.", 40)
        places.append((len(lines) + 1, len(lines) + len(said)))
        lines += said
    return "\n".join(lines), places


def test_turns_are_the_same_in_long_talks_and_in_short_ones() -> None:
    for turns in (3, _TURNS):
        text, places = _page(turns)
        page = read_page(Document("a.txt", "/", text))
        assert [(turn.line_start, turn.line_end) for turn in page.turns] == places
        assert page.turns[1].text == f"{_SAID}Boat 1 was the last."


def test_a_part_named_in_small_letters_is_not_put_behind_a_sentence() -> None:
    told = [">> Late in", "the day, and", "so on"] * 70 + ["key takeaways", "and"]
    done, _ = narrow_lines.joined(enumerate(told, start=1))
    assert [text for _, text in done[-3:]] == [">> Late in the day, and so on", *told[-2:]]


@settings(max_examples=60)
@given(st.lists(st.sampled_from([">> It is late,", "and it", "rains.", "", " so", "Ada"])))
def test_no_word_is_lost_and_lines_keep_their_order(few: list[str]) -> None:
    lines = list(enumerate([*few, *([">> Late in", "the day, and", "so on"] * 70), *few], start=1))
    done, ends = narrow_lines.joined(lines)
    assert " ".join(t for _, t in done).split() == " ".join(t for _, t in lines).split()
    numbers = [number for number, _ in done]
    assert numbers == sorted(set(numbers))
    following = [*numbers[1:], len(lines) + 1]
    assert all(
        number < ends[number] < after
        for number, after in zip(numbers, following, strict=True)
        if number in ends
    )
    assert len(done) < len(lines)
