"""Zips are read as folders are: nothing gets out of them, nothing bursts, damage is one line."""

from __future__ import annotations

import stat
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest

from quizapp.model import Problem
from quizapp.reading import archives, assemble, find_documents, read_page
from tests.console import Console

PAGE = "Rivers | Water Talks #3\n\nSummary\n\nA river moved in one night, and a border with it.\n"
NOTES = "Water Talks #3: Rivers\nHost: Nora Quist\n\nTopics\n\n- floods\n- maps\n"


def zipped(path: Path, entries: dict[str, str | bytes]) -> Path:
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return path


def only_problem(path: Path) -> Problem:
    documents, (problem,) = find_documents([path])
    assert not documents
    return problem


def test_a_zip_of_episodes_is_read_as_the_folder_it_was(tmp_path: Path) -> None:
    entries = {"one/a.txt": PAGE, "one/b.txt": NOTES, "two/c.txt": PAGE.replace("#3", "#4")}
    for name, text in entries.items():
        (tmp_path / "folder" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "folder" / name).write_text(text)
    archive = zipped(tmp_path / "season.zip", {**entries, "__MACOSX/one/._a.txt": b"\0\1"})
    documents, problems = find_documents([archive])
    assert not problems
    folder, _ = find_documents([tmp_path / "folder"])
    assert [d.path for d in documents] == [d.path for d in folder]
    episodes = assemble(read_page(d) for d in documents)
    assert episodes == assemble(read_page(d) for d in folder)
    assert [len(e.files) for e in episodes] == [2, 1]


def test_a_zip_inside_of_a_folder_shows_in_the_path(tmp_path: Path) -> None:
    zipped(tmp_path / "season.zip", {"a.txt": PAGE})
    (document,), problems = find_documents([tmp_path])
    assert (document.path, problems) == ("season.zip/a.txt", ())


@pytest.mark.parametrize("name", ["../../up.txt", "/top.txt", "C:\\top.txt", "a/..\\up.txt"])
def test_no_path_leads_out_of_a_zip(tmp_path: Path, name: str) -> None:
    path = zipped(tmp_path / "out.zip", {name: PAGE, "in.txt": PAGE})
    before = sorted(tmp_path.parent.rglob("*"))
    (document,), (problem,) = find_documents([path])
    assert document.path == "in.txt"
    assert "leads out" in problem.message
    assert ".." not in problem.path.split("/")
    assert sorted(tmp_path.parent.rglob("*")) == before


def test_a_bomb_is_left_closed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = zipped(tmp_path / "bomb.zip", {"a.txt": b"0" * 30_000_000})
    assert "times its size" in only_problem(bomb).message
    monkeypatch.setattr(archives, "TOTAL_LIMIT", 100)
    assert "MB" in only_problem(zipped(tmp_path / "large.zip", {"a.txt": PAGE * 2})).message
    monkeypatch.setattr(archives, "MOST_ENTRIES", 3)
    many = zipped(tmp_path / "many.zip", {f"{n}.txt": "x" for n in range(4)})
    assert "more than 3 files" in only_problem(many).message


def test_a_damaged_zip_is_one_line_and_its_sound_part_is_read(tmp_path: Path) -> None:
    whole = zipped(tmp_path / "a.zip", {"a.txt": PAGE, "b.txt": NOTES}).read_bytes()
    (tmp_path / "cut.zip").write_bytes(whole[: len(whole) // 2])
    assert "damaged" in only_problem(tmp_path / "cut.zip").message
    place = whole.find(b"a.txt") + 12
    (tmp_path / "bit.zip").write_bytes(
        whole[:place] + bytes([whole[place] ^ 255]) + whole[place + 1 :]
    )
    (document,), (problem,) = find_documents([tmp_path / "bit.zip"])
    assert document.path == "b.txt"
    assert problem.path.endswith("bit.zip/a.txt")
    assert "damaged" in problem.message


def test_what_is_no_page_in_a_zip_is_told(tmp_path: Path) -> None:
    link = ZipInfo("link.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr(link, "/etc/passwd")
        archive.writestr("b.zip", zipped(tmp_path / "b.zip", {"x.txt": PAGE}).read_bytes())
    documents, problems = find_documents([tmp_path / "a.zip"])
    assert not documents
    assert ["link" in problems[0].message, "zip" in problems[1].message] == [True, True]
    (tmp_path / "empty.zip").write_bytes(zipped(tmp_path / "e.zip", {}).read_bytes())
    assert "no files" in only_problem(tmp_path / "empty.zip").message
    office = zipped(tmp_path / "a.docx", {"[Content_Types].xml": "<x/>", "word/a.xml": "<x/>"})
    assert "office" in only_problem(office).message


def test_a_zip_is_built_twice_without_a_change_and_after_one(tmp_path: Path) -> None:
    run = Console(tmp_path / "home")
    archive = zipped(tmp_path / "season.zip", {"one/a.txt": PAGE, "one/b.txt": NOTES})
    first = run("build", archive, "--json").json
    assert (first["episodes"], first["problems"]) == (1, [])
    second = run("build", archive, "--json").json
    assert (second["new"], second["updated"], second["removed"]) == (0, 0, 0)
