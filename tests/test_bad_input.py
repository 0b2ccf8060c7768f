"""Input that is no source text: one clear line each, exit 1, and the others are still built."""

from __future__ import annotations

import os
import struct
import time
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from console import PAGES, Console

GOOD = PAGES / "cooking_qa.txt"
SIZE = 50_000_000
PATIENCE = 3.0
"""Seconds of the processor in which 50 MB have to be refused."""
COMMANDS = ("parse", "build", "check")


@pytest.fixture
def console(tmp_path: Path) -> Console:
    """A user with an empty library."""
    return Console(tmp_path / "home")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one good page in it."""
    made = tmp_path / "pages"
    made.mkdir()
    (made / "good.txt").write_bytes(GOOD.read_bytes())
    return made


def picture() -> bytes:
    """A whole PNG of one white pixel, many times over in its text."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    pixel = zlib.compress(b"\x00\xff")
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", pixel)
        + chunk(b"tEXt", b"Comment\x00" + b"no page " * 100)
        + chunk(b"IEND", b"")
    )


def one_line(path: Path) -> None:
    """50 MB without a line's end."""
    block = b"deep learning and what it does " * 32_258
    with path.open("wb") as file:
        while file.tell() < SIZE:
            file.write(block)


def dangling(path: Path) -> None:
    """A file that is listed and gone when it is opened."""
    path.symlink_to(path.with_name("gone-since"))


MAKERS: dict[str, tuple[Callable[[Path], object], str]] = {
    "empty file": (lambda path: path.write_bytes(b""), "empty"),
    "only white space": (lambda path: path.write_text(" \n\t\n  \n"), "empty"),
    "picture": (lambda path: path.write_bytes(picture()), "picture"),
    "PDF": (lambda path: path.write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj"), "PDF"),
    "archive": (lambda path: path.write_bytes(b"PK\x03\x04" + bytes(200)), "zip"),
    "NUL bytes": (lambda path: path.write_bytes(bytes(4096)), "not text"),
    "noise": (lambda path: path.write_bytes(bytes(range(256)) * 64), "not text"),
    "50 MB of one line": (one_line, "larger than 20 MB"),
    "vanished file": (dangling, "gone"),
}
"""What a bad file holds, and the word that its complaint needs."""


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("name", MAKERS)
def test_a_bad_file_is_one_line_and_the_others_are_read(
    console: Console, folder: Path, name: str, command: str
) -> None:
    make, word = MAKERS[name]
    make(folder / "bad.txt")
    started = time.process_time()
    done = console(command, "--json", folder)
    took = time.process_time() - started
    assert done.code == 1
    assert done.complaint.startswith("bad.txt: ")
    assert word in done.complaint
    assert ";" in done.complaint, "says what to do about it"
    found = done.json
    if command == "parse":
        assert [len(e["sections"]) > 5 for e in found["episodes"]] == [True]
    else:
        count = found["cards"] if command == "check" else sum(found["cards"].values())
        assert count >= 3
    assert took < PATIENCE


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("name", MAKERS)
def test_a_bad_file_alone_is_one_line_and_exit_1(
    console: Console, tmp_path: Path, name: str, command: str
) -> None:
    MAKERS[name][0](tmp_path / "bad.txt")
    done = console(command, tmp_path / "bad.txt")
    assert done.code == 1
    assert "bad.txt: " in done.complaint
    assert console.cards() == {}


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    ("given", "says"),
    [("nowhere", "no such file or folder"), ("nothing", "holds no files")],
)
def test_a_path_with_nothing_there_is_one_line(
    console: Console, tmp_path: Path, command: str, given: str, says: str
) -> None:
    (tmp_path / "nothing").mkdir()
    done = console(command, tmp_path / given)
    assert done.code == 1
    assert given in done.complaint and says in done.complaint


@pytest.mark.parametrize("command", COMMANDS)
def test_a_folder_of_only_hidden_files_is_one_line(
    console: Console, tmp_path: Path, command: str
) -> None:
    (tmp_path / "hidden").mkdir()
    (tmp_path / "hidden" / ".DS_Store").write_bytes(bytes(100))
    done = console(command, tmp_path / "hidden")
    assert done.code == 1
    assert "hidden" in done.complaint


@pytest.mark.parametrize("command", COMMANDS)
def test_a_folder_without_a_readable_file_names_each(
    console: Console, tmp_path: Path, command: str
) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "a.png").write_bytes(picture())
    (tmp_path / "pages" / "b.txt").write_bytes(b"")
    done = console(command, tmp_path / "pages")
    assert done.code == 1
    assert [line.split(": ")[0] for line in done.err.splitlines()] == ["a.png", "b.txt"]
    assert "Traceback" not in done.err


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
@pytest.mark.parametrize("command", COMMANDS)
def test_what_may_not_be_read_is_one_line(console: Console, folder: Path, command: str) -> None:
    (folder / "closed").mkdir(mode=0o000)
    (folder / "secret.txt").write_text("a page")
    (folder / "secret.txt").chmod(0)
    done = console(command, folder)
    assert done.code == 1
    assert len(done.err.splitlines()) == 2
    assert done.err.count("permission") >= 2
    (folder / "closed").chmod(0o700)


ENCODINGS = {
    "UTF-8 with a mark": "utf-8-sig",
    "Latin-1": "latin-1",
    "Windows": "cp1252",
    "UTF-16 with a mark": "utf-16",
    "UTF-16 without one, little end first": "utf-16-le",
    "UTF-16 without one, big end first": "utf-16-be",
}
PAGE = """\
Zoë Müller: Cafés of Vienna | Coffee Hour #7 | Summary and Q&A

TL;DR

Zoë Müller explains why the café is a living room, and what a mélange costs.

Questions & Answers

Q: Why does a café in Vienna serve water with the coffee?

The water shows that a guest may stay, because nobody is asked to leave while a glass is full.

Q: Where did Vienna's first café stand?

Vienna's first café stood near the cathedral, where a Greek merchant roasted his own beans.
"""


@pytest.mark.parametrize("name", ENCODINGS)
def test_other_encodings_are_read_as_they_are_meant(
    console: Console, tmp_path: Path, name: str
) -> None:
    wanted = tmp_path / "utf-8" / "page.txt"
    other = tmp_path / "other" / "page.txt"
    for path, encoding in ((wanted, "utf-8"), (other, ENCODINGS[name])):
        path.parent.mkdir()
        path.write_bytes(PAGE.encode(encoding))
    assert console.fine("parse", other) == console.fine("parse", wanted)
    assert console.fine("build", other)["new"] >= 2
    prompts = " ".join(card["prompt"] for card in console.cards().values())
    assert "café in Vienna" in prompts


@pytest.mark.parametrize("end", ["\r\n", "\r"], ids=["Windows", "old Mac"])
def test_other_line_ends_count_the_same_lines(console: Console, tmp_path: Path, end: str) -> None:
    (tmp_path / "page.txt").write_bytes(PAGE.encode())
    wanted = console.fine("parse", tmp_path / "page.txt")
    (tmp_path / "page.txt").write_bytes(PAGE.replace("\n", end).encode())
    assert console.fine("parse", tmp_path / "page.txt") == wanted


def test_a_line_of_two_megabytes_takes_its_time_but_ends(console: Console, tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text("deep learning and what it does. " * 60_000)
    started = time.process_time()
    done = console("parse", tmp_path / "long.txt")
    assert done.code in (0, 1)
    assert "Traceback" not in done.err
    assert time.process_time() - started < 20


def test_bad_input_takes_nothing_out_of_the_library(console: Console, folder: Path) -> None:
    console.fine("build", folder)
    first = console.fine("next")["card"]["id"]
    console.fine("answer", first, "good")
    before = console.cards("--memory")
    good = (folder / "good.txt").read_bytes()
    for make, _ in MAKERS.values():
        (folder / "good.txt").unlink()
        make(folder / "good.txt")
        assert console("build", folder).code == 1
        assert console.cards("--memory") == before
    (folder / "good.txt").unlink()
    assert console("build", folder).code == 1
    assert console.cards("--memory") == before
    (folder / "good.txt").write_bytes(good)
    assert console.fine("build", folder)["unchanged"] == len(before)


def test_many_bad_files_are_not_a_flood(console: Console, folder: Path) -> None:
    for number in range(100):
        (folder / f"{number:03}.txt").write_bytes(b"")
    done = console("build", folder)
    assert done.code == 1
    lines = done.err.splitlines()
    assert len(lines) < 30
    assert "more" in lines[-1]


def test_a_name_of_two_lines_is_one_line(console: Console, folder: Path) -> None:
    try:
        (folder / "two\nlines.txt").write_bytes(b"")
    except OSError:
        pytest.skip("this file system has no such names")
    assert console("build", folder).complaint.startswith("two lines.txt: ")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_is_not_waited_for(console: Console, folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    done = console("build", folder)
    assert done.code == 1
    assert done.complaint.startswith("pipe.txt: ")


def test_links_in_a_circle_end(console: Console, folder: Path) -> None:
    (folder / "again").symlink_to(folder, target_is_directory=True)
    done = console("build", "--json", folder)
    assert done.json["episodes"] == 1
    assert done.json["new"] >= 3
