"""Names of people in long pages: found as by searching the whole, in a fraction of the time."""

from __future__ import annotations

import pytest

from quizapp.reading.callings import called_guests, called_hosts, conversed_with
from quizapp.reading.cues import cued
from quizapp.reading.forms import Form

_FILLER = "The river rose again and nobody wrote it down.\n" * 40

_MEETINGS = (
    "Our guest today is Ada Byron.",
    "GUEST: Ada Byron",
    "Joined by Ada Byron, we walk.",
    "With me today is the painter Ada Byron.",
    "We visited the potter Ada Byron in June.",
    "It was a long walk. Featuring Ada Byron.",
)


@pytest.mark.parametrize("line", _MEETINGS)
@pytest.mark.parametrize("before", ["", _FILLER])
@pytest.mark.parametrize("behind", ["", "\n" + _FILLER])
def test_a_guest_is_found_wherever_a_page_names_her(line: str, before: str, behind: str) -> None:
    assert called_guests(before + line + behind) == ["Ada Byron"]


def test_hosts_and_partners_are_found_between_other_lines() -> None:
    text = f"{_FILLER}Hosted by Carl Roe.\n{_FILLER}A conversation with Ada Byron.\n{_FILLER}"
    assert called_hosts(text) == ["Carl Roe"]
    assert conversed_with(text) == ["Ada Byron"]


def test_a_form_is_found_once_at_each_place_and_not_beyond_the_end() -> None:
    met = cued(Form(r"\b[Mm]et (\w+)"), "met", "[Mm]et ")
    text = (
        "Met Ann. Then met Ben.\n" + _FILLER + "İİİ met Cleo.\n" + _FILLER + "MET nobody, met Dan"
    )
    assert [found[1] for found in met.finditer(text)] == ["Ann", "Ben", "Cleo", "Dan"]
    assert [found[1] for found in met.finditer(text, 100)] == ["Ann", "Ben"]
    assert met.search(_FILLER) is None


def test_a_form_that_needs_a_word_finds_what_it_found_without() -> None:
    lines = ("Sleep | Ada Byron", "Sleep and Ada Byron", "|", "")
    needing, plain = Form(r"\s\|\s(\w+)", needs="|"), Form(r"\s\|\s(\w+)")
    assert [form.search(lines[0])[1] for form in (needing, plain)] == ["Ada", "Ada"]  # type: ignore[index]
    for line in lines[1:]:
        assert needing.search(line) is plain.search(line) is None
        assert needing.match(line) is needing.fullmatch(line) is None
        assert [*needing.finditer(line)] == []
