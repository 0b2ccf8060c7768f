"""Names that a speech recogniser misspelt, shown with the spelling of the curated pages."""

from __future__ import annotations

import pytest

from quizapp.model import Misspelling
from quizapp.reading import assemble, read_page
from quizapp.reading.documents import Document

NOTES = (
    "The Loom and the Card | Night Radio #7\nHost: Nora Quist\nGuest: Emil Bergström\n\n"
    "Summary\n\nEmil Bergström tells how LoomNet grew out of punched cards, and why Joseph "
    "Jacquard and Anneliese Reinhardt never met. He works in Gothenburg with the Austrians.\n"
)


def found(*said: str) -> list[Misspelling]:
    turns = "\n\n".join(
        f"{('Nora Quist', 'Emil Bergström')[n % 2]}: {text}" for n, text in enumerate(said)
    )
    spoken = f"The Loom and the Card | Night Radio #7\n\nTranscript\n\n{turns}\n"
    pages = [read_page(Document(n, "/r", t)) for n, t in (("a.txt", NOTES), ("b.txt", spoken))]
    (episode,) = assemble(pages)
    return list(episode.misspellings)


@pytest.mark.parametrize(
    ("said", "heard", "name", "sure"),
    [
        ("We call it Loom Net in the lab.", "Loom Net", "LoomNet", True),
        ("We call it loom net in the lab.", "loom net", "LoomNet", True),
        ("It was Josef Jackard who built it.", "Josef Jackard", "Joseph Jacquard", True),
        ("I met Annelise Rainhardt once.", "Annelise Rainhardt", "Anneliese Reinhardt", False),
    ],
)
def test_a_misspelt_name_is_shown_with_its_spelling(
    said: str, heard: str, name: str, sure: bool
) -> None:
    (one,) = found("How was it?", said, "Who was it?")
    assert (one.heard, one.name, one.times, one.path, one.line) == (heard, name, 1, "b.txt", 7)
    assert one.sure or not sure


@pytest.mark.parametrize(
    "said",
    [
        "Joseph Jacquard built it in Gothenburg.",
        "The Austrian was there, and so was Jacquard's brother.",
        "I went to Göttingen and to Hamburg with Josephine.",
        "Rain fell, and the loom was wet, and the net was too.",
        "Jacob Reinholt is somebody else.",
    ],
)
def test_what_is_spelt_right_or_something_else_is_no_misspelling(said: str) -> None:
    assert found("How was it?", said, "And then?") == []


def test_the_text_of_the_transcript_stays_as_it_stands() -> None:
    spoken = "Nora Quist: Was it Josef Jackard?\n\nEmil Bergström: It was.\n\nNora Quist: Ah.\n"
    page = read_page(Document("one/b.txt", "/r", f"Transcript\n\n{spoken}"))
    (episode,) = assemble([page, read_page(Document("one/a.txt", "/r", NOTES))])
    assert episode.turns[0].text == "Was it Josef Jackard?"
    assert [one.name for one in episode.misspellings] == ["Joseph Jacquard"]
