"""What people give is opened, or answered with one clear line each; never with a traceback."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.errors import SourceError
from quizapp.model import Problem
from quizapp.reading import find_documents, read_page
from quizapp.reading.decoding import decode
from quizapp.reading.documents import SIZE_LIMIT

TEXT = "Café Noir: a “talk” about Łódź\nSecond line\n"


def only_problem(*paths: Path) -> Problem:
    documents, problems = find_documents(paths)
    assert documents == ()
    (problem,) = problems
    assert "\n" not in problem.message
    assert "; " in problem.message, "it says what to do"
    return problem


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_texts_in_unicode_are_read(tmp_path: Path, encoding: str) -> None:
    (document,), problems = find_documents([written(tmp_path / "a.txt", TEXT.encode(encoding))])
    assert not problems
    assert document.text == TEXT


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252"])
def test_western_code_pages_are_read(tmp_path: Path, encoding: str) -> None:
    text = "Café crème: déjà vu, señor Müller\n"
    (document,), _ = find_documents([written(tmp_path / "a.txt", text.encode(encoding))])
    assert document.text == text


def test_line_ends_count_as_on_disk(tmp_path: Path) -> None:
    (document,), _ = find_documents([written(tmp_path / "a.txt", b"one\r\ntwo\rthree\n\x0cfour")])
    assert document.text.split("\n") == ["one", "two", "three", "\x0cfour"]
    assert decode("a\u2028b\nc".encode()).count("\n") == 1


def test_mojibake_is_repaired_and_curly_quotes_stay() -> None:
    assert decode("It’s a cafÃ© — â€œniceâ€\x9d\nnext".encode()).startswith("It’s a café — “nice”")
    assert (
        decode("über Ångström, São Paulo, “quoted”".encode())
        == "über Ångström, São Paulo, “quoted”"
    )


def test_stray_nulls_are_dropped() -> None:
    assert decode(b"one\x00 two " * 40 + b"three " * 900).startswith("one two ")


@pytest.mark.parametrize(
    ("name", "data", "word"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\n\t", "empty"),
        ("photo.jpg", b"\xff\xd8\xff\xe0" + bytes(range(256)) * 20, "picture"),
        ("photo.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, "picture"),
        ("paper.pdf", b"%PDF-1.7\n1 0 obj", "PDF"),
        ("noise.bin", bytes(range(256)) * 40, "not text"),
    ],
)
def test_what_is_no_text_is_one_clear_line(
    tmp_path: Path, name: str, data: bytes, word: str
) -> None:
    problem = only_problem(written(tmp_path / name, data))
    assert problem.path == name
    assert word in problem.message


def test_a_file_without_measure_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as stream:
        stream.truncate(50_000_000)
    assert f"{SIZE_LIMIT // 1_000_000} MB" in only_problem(path).message


def test_a_missing_path_and_an_empty_folder_are_told(tmp_path: Path) -> None:
    assert "no such file" in only_problem(tmp_path / "nowhere").message
    (tmp_path / "folder").mkdir()
    assert "no files" in only_problem(tmp_path / "folder").message


def test_a_file_that_vanishes_is_told_and_the_others_are_read(
    tmp_path: Path,
) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        written(tmp_path / name, b"some words\n")

    def vanish(path: str) -> None:
        if path == "b.txt":
            (tmp_path / "b.txt").unlink()

    documents, (problem,) = find_documents([tmp_path], progress=vanish)
    assert [document.path for document in documents] == ["a.txt", "c.txt"]
    assert problem.path == "b.txt"
    assert "gone" in problem.message


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no links on this platform")
def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    written(tmp_path / "inner" / "a.txt", b"some words\n")
    (tmp_path / "inner" / "back").symlink_to(tmp_path, target_is_directory=True)
    documents, (problem,) = find_documents([tmp_path])
    assert [document.path for document in documents] == ["inner/a.txt"]
    assert "link" in problem.message


def test_a_broken_link_is_told(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    assert "gone" in only_problem(tmp_path).message


@pytest.mark.skipif(
    getattr(os, "geteuid", lambda: 1)() == 0, reason="permissions do not bind the superuser"
)
def test_a_file_without_permission_is_told(tmp_path: Path) -> None:
    path = written(tmp_path / "a.txt", b"some words\n")
    path.chmod(0)
    assert "permission" in only_problem(path).message


def test_a_file_the_system_refuses_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path / "a.txt", b"some words\n")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert "permission" in only_problem(path).message


def test_hidden_files_are_passed_over_in_silence(tmp_path: Path) -> None:
    (tmp_path / "__MACOSX").mkdir()
    written(tmp_path / "__MACOSX" / "a.txt", b"x")
    written(tmp_path / ".DS_Store", b"\x00\x01")
    written(tmp_path / "b.txt", b"some words\n")
    documents, problems = find_documents([tmp_path])
    assert [document.path for document in documents] == ["b.txt"]
    assert not problems


def test_paths_are_relative_to_what_was_given(tmp_path: Path) -> None:
    (tmp_path / "one" / "deep").mkdir(parents=True)
    (tmp_path / "two").mkdir()
    first = written(tmp_path / "one" / "deep" / "a.txt", b"first\n")
    second = written(tmp_path / "two" / "a.txt", b"second\n")
    (document,), _ = find_documents([tmp_path / "one"])
    assert (document.path, document.root) == ("deep/a.txt", str(tmp_path / "one"))
    (document,), _ = find_documents([first, first])
    assert document.path == "a.txt"
    documents, _ = find_documents([first, second])
    assert {document.path for document in documents} == {"deep/a.txt", "two/a.txt"}


@given(st.binary(max_size=3000))
def test_any_bytes_are_text_or_a_clear_refusal(data: bytes) -> None:
    try:
        text = decode(data)
    except SourceError as error:
        assert error.message
    else:
        assert "\r" not in text
        assert "\x00" not in text


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=500))
def test_decoding_keeps_the_number_of_lines(text: str) -> None:
    try:
        decoded = decode(text.encode())
    except SourceError:
        return
    expected = text.replace("\r\n", "\n").replace("\r", "\n").count("\n")
    if not text.startswith("\ufeff") and "\x00" not in text:
        assert decoded.count("\n") == expected


def test_a_file_name_that_is_no_utf8_is_read_under_a_legible_one(tmp_path: Path) -> None:
    try:
        (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text("Key Insights\n\n- Salt: It keeps.\n")
    except OSError:
        pytest.skip("this file system takes no such names")
    documents, problems = find_documents([tmp_path])
    assert not problems
    assert [d.path for d in documents] == ["caf\ufffd.txt"]
    documents[0].path.encode()


_PAIR = "Q: What is a café?\n\nA: A café is a house in which coffee is served to guests.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "latin-1", "utf-16"])
def test_one_pair_without_a_heading_is_read_in_any_encoding(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "cups.txt").write_bytes(_PAIR.encode(encoding))
    (document,), _ = find_documents([tmp_path])
    page = read_page(document)
    assert [section.heading for section in page.sections] == ["What is a café?"]
    assert page.values("title") == () and not page.problems


def test_a_page_that_yields_nothing_says_so(tmp_path: Path) -> None:
    (tmp_path / "bare.txt").write_text("Bees\n\nA talk about bees.\n", encoding="utf-8")
    (document,), _ = find_documents([tmp_path])
    (problem,) = read_page(document).problems
    assert "nothing was understood here" in problem.message
