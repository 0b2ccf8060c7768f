"""The same conversation in hundreds of layouts: in each of them the same is read."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from tests.retold import called, talks
from tests.retold.extractions import WRITERS
from tests.retold.forms import TURNS
from tests.retold.heads import HEADS
from tests.retold.pages import FORMS, NAMES, OWN_NAMES, Layout, chosen
from tests.retold.reading import bare, faults, read, said_faults
from tests.retold.talks import Talk
from tests.retold.told import ALL

CASES = [(kind, form) for kind, forms in FORMS.items() for form in forms]


OWN_CASES = [(kind, form) for kind, form in CASES if kind in OWN_NAMES and "letters" not in form]
UNTOLD = {
    *("item {t}", "para {t} / line {name}", "cite {t}\n— {name}"),
    *("cite {t}\n\n– {name} ({minutes})", "para {clock} / line “{t}” / line – {name}"),
}
"""Quotes that only the name of their part tells from other lines, in plain text at least."""


def _with(chance: random.Random, kind: str, form: str, writer: str, *, own: bool = False) -> Layout:
    """A layout by chance, with one part in a form that is given; ``own``: behind another part."""
    layout = chosen(chance)
    others = tuple(part for part in layout.parts if part[0] != kind)
    part = (kind, form, chance.choice((OWN_NAMES if own else NAMES)[kind]))
    parts = (*others, part) if kind == "transcript" else (part, *others)
    if own and kind != "transcript":
        parts = (*others[:1], part, *others[1:])
    noise = layout.noise[:1] * len(parts)
    dress = "{name}" if own else layout.dress
    return replace(layout, writer=writer, parts=parts, noise=noise, dress=dress)


@pytest.mark.parametrize(("kind", "form"), CASES)
def test_a_form_is_read_in_any_extraction(kind: str, form: str) -> None:
    chance = random.Random(f"{kind} {form}")
    for writer in chance.sample(list(WRITERS), 5):
        layout = _with(chance, kind, form, writer)
        assert not faults(layout), layout


@pytest.mark.parametrize(("kind", "form"), OWN_CASES)
def test_a_form_tells_what_a_part_is_whatever_the_page_calls_it(kind: str, form: str) -> None:
    for writer in ("markdown", "text", "html"):
        layout = _with(random.Random(f"{form} {writer}"), kind, form, writer, own=True)
        assert form in UNTOLD or not faults(layout), layout


@pytest.mark.parametrize("head", HEADS)
def test_the_top_of_a_page_tells_what_the_episode_is(head: str) -> None:
    chance = random.Random(head)
    for writer in WRITERS:
        layout = replace(chosen(chance), head=head, writer=writer, told=chance.choice(ALL))
        assert [fault for fault in faults(layout) if fault[0] == "head"] == [], layout


def test_all_extractions_of_a_page_yield_the_same() -> None:
    for seed in range(8):
        layout = chosen(random.Random(seed))
        for writer in WRITERS:
            assert not faults(replace(layout, writer=writer)), (seed, writer)


def _talk_with(chance: random.Random, **given: object) -> Talk:
    """A talk by chance, with nothing around it but what is given."""
    plain = {"above": (), "between": (), "below": ()}
    talk = replace(talks.chosen(chance), **(plain | given))
    return replace(talk, writer="text") if talk.writer in ("glued", "one line") else talk


def _misread(talk: Talk) -> list[tuple[str, str]]:
    return [fault for fault in said_faults(talks.made(talk)) if fault[0] == "transcript"]


@pytest.mark.parametrize("form", [*TURNS, *talks.PRINTED])
def test_a_talk_is_read_whatever_marks_its_voices(form: str) -> None:
    chance = random.Random(form)
    for _ in range(6):
        talk = _talk_with(chance, form=form)
        assert not _misread(talk), talk


@pytest.mark.parametrize("line", talks.ABOVE)
def test_what_stands_above_a_talk_is_no_part_of_it(line: str) -> None:
    chance = random.Random(line)
    for _ in range(6):
        talk = _talk_with(chance, above=(line,))
        assert not _misread(talk), talk


@pytest.mark.parametrize("line", talks.BETWEEN)
def test_what_breaks_into_a_talk_is_no_part_of_it(line: str) -> None:
    chance = random.Random(line)
    for _ in range(6):
        talk = _talk_with(chance, between=((chance.randint(2, 4), line),))
        assert not _misread(talk), talk


@pytest.mark.parametrize("line", talks.BELOW)
def test_what_stands_below_a_talk_is_no_part_of_it(line: str) -> None:
    chance = random.Random(line)
    for _ in range(6):
        talk = _talk_with(chance, below=(line,), parted=False)
        assert not _misread(talk), talk


def test_whoever_speaks_last_may_go_on_in_a_second_paragraph() -> None:
    chance = random.Random(11)
    for _ in range(6):
        talk = _talk_with(chance, told=ALL[0], parted=True, writer="markdown", name="Transcript")
        assert not _misread(talk), talk


def _lost(page: called.Called) -> list[str]:
    """What a talk lacks: a turn, or who says it where the page tells."""
    made = called.made(page)
    said = {bare(turn.text): turn.speaker for turn in read(made).turns}
    wanted = [(bare(text), who) for part in made.parts for who, text in part.turns]
    missed = [text for text, _ in wanted if text not in said]
    return missed + [text for text, who in wanted if who and said.get(text, who) != who]


@pytest.mark.parametrize("mark", called.MARKS)
@pytest.mark.parametrize("kind", called.CALLED)
def test_a_talk_is_read_whatever_its_voices_are_called_by(mark: str, kind: str) -> None:
    page = called.chosen(random.Random(f"{mark} {kind}"), mark, kind)
    assert not _lost(page), page
