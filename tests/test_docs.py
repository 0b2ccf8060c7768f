"""What is written about the program is true of it."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import click
import pytest
from console import BUNDLED

from quizapp import build, cli, quality
from quizapp.model import SectionKind
from quizapp.reading import Document
from quizapp.reading.draft import Draft
from quizapp.reading.formats import source_of
from quizapp.reading.layouts import LAYOUTS, Layout

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text("utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
CHANGELOG = (ROOT / "CHANGELOG.md").read_text("utf-8")
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
TARGETS = set(re.findall(r"^([a-z]+):", MAKEFILE, re.MULTILINE))
COMMANDS = cli.cli.commands
PAGES = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "decks/README.md")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_in_the_readme(name: str) -> None:
    assert f"`quizapp {name}" in README


def test_the_readme_names_no_command_that_is_not_there() -> None:
    named = set(re.findall(r"`(?:\.venv/bin/)?quizapp ([a-z][a-z-]*)", README))
    assert named and named <= set(COMMANDS)


@pytest.mark.parametrize("page", PAGES)
def test_commands_in_the_pages_exist(page: str) -> None:
    text = (ROOT / page).read_text("utf-8")
    assert set(re.findall(r"bin/quizapp ([a-z][a-z-]*)", text)) <= set(COMMANDS)
    options = {
        option
        for command in (cli.cli, *COMMANDS.values())
        for parameter in command.params
        for option in parameter.opts
    }
    written = set(re.findall(r"(?<=[ `(])--[a-z][a-z-]+", text))
    assert written - options <= {"--help", "--version"}


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(name: str) -> None:
    command = COMMANDS[name]
    assert command.help and command.help.splitlines()[0].strip().endswith((".", ";", ":"))
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help


@pytest.mark.parametrize("page", PAGES)
def test_links_between_pages_lead_somewhere(page: str) -> None:
    here = (ROOT / page).parent
    for target in re.findall(r"\]\(([^)#]+)\)", (ROOT / page).read_text("utf-8")):
        if not target.startswith(("http", "mailto:")):
            assert (here / target).exists(), target


@pytest.mark.parametrize("page", PAGES)
def test_what_make_is_said_to_do_it_does(page: str) -> None:
    text = (ROOT / page).read_text("utf-8")
    assert set(re.findall(r"(?:^|`)make ([a-z]+)", text, re.MULTILINE)) <= TARGETS


def test_make_explains_all_that_it_does() -> None:
    assert set(re.findall(r'"make ([a-z]+) ', MAKEFILE)) == TARGETS - {"help"}


def test_files_and_folders_that_contributors_are_sent_to_exist() -> None:
    named = re.findall(r"`((?:quizapp|tests|templates|source_texts|decks)/[\w./-]*)`", CONTRIBUTING)
    assert len(named) > 10
    assert [path for path in named if not (ROOT / path).exists()] == []


def example(defines: str) -> dict[str, Any]:
    """The names that the example in CONTRIBUTING with these words gives, as a module would."""
    (code,) = [
        code
        for code in re.findall(r"```python\n(.*?)```", CONTRIBUTING, re.DOTALL)
        if defines in code
    ]
    names: dict[str, Any] = {"__name__": "example"}
    exec(compile(code, "CONTRIBUTING.md", "exec"), names)
    return names


def test_the_example_of_a_layout_reads_a_page() -> None:
    layout = example("LAYOUT =")["LAYOUT"]
    assert isinstance(layout, Layout) and layout.name not in {known.name for known in LAYOUTS}
    text = "Bread\n\nKey takeaways\n\n- Time: Rest replaces kneading, as gluten forms by itself.\n"
    source = source_of(Document("page.txt", "/", text))
    assert layout.confidence(source) > 0.5
    draft = Draft(source)
    layout.read(draft)
    assert [section.kind for section in draft.sections] == [SectionKind.TAKEAWAY]


def test_the_example_of_a_generator_makes_notes() -> None:
    made = [*build.make(build.parse([BUNDLED]))]
    notes = list(example("drafted(")["notes"](made[0].material))
    assert len(notes) == 5
    assert all(note.cards and note.sources for note in notes)


def test_the_example_of_a_check_is_a_row_of_the_table() -> None:
    row = example("ROW =")["ROW"]
    assert isinstance(row, quality.Check)
    taken = [c.number for c in quality.CHECKS] + [n for n, _ in quality.DECK_CHECKS]
    assert row.number == max(taken) + 1
    (made,) = build.make(build.parse([BUNDLED]))
    card = made.selected.notes[0].cards[0]
    assert row.test(card, made.material) is None
    assert row.test(replace(card, prompt=card.prompt.upper()), made.material)


def test_the_changelog_has_its_form() -> None:
    assert CHANGELOG.startswith("# Changelog\n")
    assert "keepachangelog.com" in CHANGELOG
    assert "## [Unreleased]" in CHANGELOG
    groups = set(re.findall(r"^### (\w+)$", CHANGELOG, re.MULTILINE))
    assert groups <= {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}
