"""Cards out of five whole episodes on other subjects: history, money, sleep, craft, training.

The pages stand in ``tests/episodes``, in the layouts and with the weaknesses of real ones: praise,
platitudes, small talk, sponsor reads. The figures are those that ``quizapp check`` gives.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from quizapp import build, checking
from quizapp.build import Made
from quizapp.model import Section, SectionKind

EPISODES = Path(__file__).parent / "episodes"
NAMES = sorted(folder.name for folder in EPISODES.iterdir())
ASKED = frozenset(
    {
        SectionKind.QA,
        SectionKind.IDEA,
        SectionKind.INSIGHT,
        SectionKind.TAKEAWAY,
        SectionKind.HIGHLIGHT,
        SectionKind.QUOTE,
    }
)
UNASKED = {
    "hanse": ("If you control the salt", "So they basically invented", "If you could visit one"),
    "money": ("We forecast with models", "Every central banker"),
    "sleep": (
        "The importance of sleep",
        "Do you use a sleep tracker yourself?",
        "I have interviewed",
        "It is a beautiful idea",
    ),
    "stride": (
        "Rest and recovery",
        "You do not stop jumping",
        "I used to think walking",
        "Enough protein",
    ),
}
"""What gives no card, and why: a quote that says its end before it, is the host's, or says of an
``it`` that only its page names what can be said of many things; a heading
over praise; a question about the guest's own habits or wishes; what another page asks already."""


@cache
def made(name: str) -> Made:
    """What a build makes of one episode."""
    (only,) = build.make(build.parse([EPISODES / name]))
    return only


def _unasked(name: str) -> Iterator[Section]:
    one = made(name)
    places = {
        (source.path, line)
        for note in one.selected.notes
        for card in note.cards
        for source in card.sources
        for line in range(source.line_start, source.line_end + 1)
    }
    for section in one.episode.sections:
        lines = range(section.line_start, section.line_end + 1)
        if section.kind in ASKED and not any((section.path, line) in places for line in lines):
            yield section


@pytest.mark.parametrize("name", NAMES)
def test_no_gate_fails_and_nearly_all_are_acceptable(name: str) -> None:
    report, problems = checking.of_sources([EPISODES / name])
    assert problems == ()
    assert report.gate_failures == 0
    assert report.share is not None
    assert report.share >= 0.95
    assert report.cards >= 25


@pytest.mark.parametrize("name", NAMES)
def test_whatever_can_be_asked_is_asked(name: str) -> None:
    """What has no card is listed: it fits an open question only, or asks too little."""
    expected = UNASKED.get(name, ())
    report, _ = checking.of_sources([EPISODES / name])
    reasons = {(u.section.path, u.section.line_start): u.reason for u in report.unasked}
    weak = 0
    for section in _unasked(name):
        told = section.heading or section.text
        if told.startswith(expected):
            continue
        reason = reasons[section.path, section.line_start]
        assert reason.startswith("turned down (surplus"), f"{told[:60]!r}: {reason}"
        weak += 1
    assert weak <= report.sections // 6


@pytest.mark.parametrize("name", NAMES)
def test_the_cards_are_the_same_every_time(name: str) -> None:
    (again,) = build.make(build.parse([EPISODES / name]))
    assert again.selected.notes == made(name).selected.notes
