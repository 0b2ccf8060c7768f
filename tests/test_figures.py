"""Figures that are left out of a spoken sentence, and those that are beside its point."""

from __future__ import annotations

import pytest

from quizapp.generators import figures


@pytest.mark.parametrize(
    ("prompt", "beside"),
    [
        ("Going from ____ to nineteen thousand, most of it came from newer engines.", True),
        ("Sparrows were taken to New Jersey, about ____ kilometres, by plane.", True),
        ("There are more than ____ in the flock that goes to Texas.", True),
        ("The price went from 500 pounds to ____ pounds within a year.", False),
        ("There are about ____ cranes in the flock that goes to Texas.", False),
    ],
)
def test_a_figure_that_is_not_what_is_told_is_not_asked(prompt: str, beside: bool) -> None:
    assert figures.is_beside(prompt) is beside
