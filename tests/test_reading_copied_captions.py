"""Captions copied off a player, thousands of them: paragraphs with times, and no word lost."""

from __future__ import annotations

import pytest

from quizapp.reading import read_page
from quizapp.reading.documents import Document
from quizapp.reading.page import Page

_SAID = (
    "glacier number {n} is never silent and",
    "the reason is that all {n} slide on their",
    "own water. On day {n} you can stand on it",
    "and hear {n} groans a minute or so.",
)
_PASSAGE = " ".join(_SAID).format(n=100) + " "
_COUNT = 200
_HEAD = "Why glaciers creak\n\nTranscript\n\n"
_FORMS = {
    "above": "{time}\n{words}\n",
    "above, with a blank line": "{time}\n\n{words}\n\n",
    "before": "{time} {words}\n",
    "in brackets": "[{time}] {words}\n",
    "glued": "{time}{words}\n",
    "in words too": "{time}\n{told}\n{words}\n",
    "in words beside": "{time}\n{told} {words}\n".replace("\n{told}", " {told}"),
}


def _read(text: str) -> Page:
    return read_page(Document("ice.txt", "/", text))


def _words(n: int) -> str:
    return _SAID[n % len(_SAID)].format(n=n + 100)


def _time(at: int) -> str:
    return f"{at // 60}:{at % 60:02}"


def _told(at: int) -> str:
    minutes, seconds = divmod(at, 60)
    parts = [f"{minutes} minute{'s' * (minutes != 1)}"] if minutes else []
    parts += [f"{seconds} second{'s' * (seconds != 1)}"] if seconds or not minutes else []
    return ", ".join(parts)


def _page(form: str) -> str:
    said = (
        form.format(time=_time(4 * n), told=_told(4 * n), words=_words(n)) for n in range(_COUNT)
    )
    return _HEAD + "".join(said)


@pytest.mark.parametrize("form", _FORMS.values(), ids=_FORMS)
def test_all_words_are_told_once_with_the_time_of_the_first_of_each_paragraph(form: str) -> None:
    text = _page(form)
    page = _read(text)
    words = " ".join(turn.text for turn in page.turns)
    assert words == " ".join(map(_words, range(_COUNT)))
    assert len(page.turns) < _COUNT / 4
    assert not any(turn.speaker for turn in page.turns)
    lines = text.split("\n")
    before = 0
    for turn in page.turns:
        assert turn.seconds is not None
        assert _time(turn.seconds) in lines[turn.line_start - 1]
        assert turn.seconds == 4 * (before // len(_PASSAGE) * len(_SAID))
        assert lines[turn.line_end - 1].endswith(turn.text.split()[-1])
        before += len(turn.text) + 1


def test_titles_between_captions_are_chapters_and_no_words_of_the_talk() -> None:
    lines = _page(_FORMS["above"]).split("\n")
    for at, title in ((400, "Sliding at night"), (620, "What the ice tells")):
        place = lines.index(_time(at))
        lines[place:place] = [title]
    page = _read("\n".join(lines))
    assert [(one.seconds, one.title) for one in page.chapters] == [
        (400, "Sliding at night"),
        (620, "What the ice tells"),
    ]
    assert len(page.turns) > 10
    for turn in page.turns:
        assert "Sliding at night" not in turn.text
        assert turn.seconds is not None
        told = [one.title for one in page.chapters if one.seconds <= turn.seconds]
        assert turn.chapter == (told[-1] if told else None)


def test_names_in_captions_begin_turns() -> None:
    told = []
    for n in range(_COUNT):
        name = ("Nora Quist: ", "Emil Berg: ")[n // 10 % 2] if n % 10 == 0 else ""
        told.append(f"{_time(4 * n)}\n{name}{_words(n)}\n")
    page = _read(_HEAD + "".join(told))
    assert [turn.speaker for turn in page.turns] == ["Nora Quist", "Emil Berg"] * 10
    assert [turn.seconds for turn in page.turns] == [40 * n for n in range(20)]


def test_chapters_minutes_apart_are_no_captions() -> None:
    listed = "".join(f"{_time(200 * n)} Part {n} of the long way\n" for n in range(80))
    page = _read(f"Why glaciers creak\n\nChapters\n\n{listed}")
    assert len(page.chapters) == 80


def test_names_on_lines_of_their_own_are_no_words() -> None:
    told = "".join(
        f"{_time(9 * n)}\n{('Nora Quist', 'Emil Berg')[n % 2]}\n{_words(n | 3).capitalize()}\n"
        for n in range(_COUNT)
    )
    page = _read(_HEAD + told)
    assert {turn.speaker for turn in page.turns} == {"Nora Quist", "Emil Berg"}
    assert len(page.turns) == _COUNT


@pytest.mark.parametrize("head", ["Key Takeaways", "## Key takeaways", "**Key takeaways**"])
@pytest.mark.parametrize("gap", ["", "\n"])
def test_what_stands_below_the_captions_is_no_part_of_them(head: str, gap: str) -> None:
    points = "- Ice sings.\n- A pipe hears it better than an ear does.\n"
    page = _read(f"{_page(_FORMS['above'])}{gap}{head}\n{points}")
    assert [one.text for one in page.sections] == [
        "Ice sings.",
        "A pipe hears it better than an ear does.",
    ]
    assert page.turns[-1].text.endswith("a minute or so.")


@pytest.mark.parametrize(
    "form",
    [
        "{name}\n{time}\n{words}\n\n",
        "({time}) {name} - {words}\n",
        "[{time}] **{name}:** {words}\n\n",
        "{time} - {end}\n{name}: {words}\n",
    ],
)
def test_turns_with_times_keep_their_speakers(form: str) -> None:
    told = "".join(
        form.format(
            name=("Nora Quist", "Emil Berg")[n % 2],
            time=_time(9 * n),
            end=_time(9 * n + 8),
            words=f"On day {n + 100} I heard {n} groans a minute or so.",
        )
        for n in range(_COUNT)
    )
    page = _read(_HEAD + told)
    spoken = [turn.speaker for turn in page.turns]
    assert set(spoken) <= {"Nora Quist", "Emil Berg", None}
    for turn in page.turns:
        assert not {"Nora Quist", "Emil Berg"} & {turn.text[:10], turn.text[-9:]}
