"""Pictures and sounds of other people's decks: taken in, shown from here, and out again."""

from __future__ import annotations

import json
import os
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

if os.environ.get("CI") != "true":
    pytest.importorskip("anki", reason="needs the real Anki: pip install quizapp[test]")

from anki.collection import Collection
from anki_backend import cards_by_guid, front, import_package, open_collection
from anki_days import packed
from console import Console
from hostile_packages import collection as made_by_hand
from hostile_packages import package

from quizapp import media
from quizapp.web import create_app

pytestmark = pytest.mark.anki

PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(200))
MP3 = b"ID3" + bytes(range(250))
SVG = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
PICTURE, SOUND = str(media.name_of(PNG)), str(media.name_of(MP3))


@pytest.fixture
def theirs(tmp_path: Path) -> Iterator[Collection]:
    opened = open_collection(tmp_path / "theirs")
    yield opened
    opened.close()


@pytest.fixture
def with_media(theirs: Collection) -> Callable[[str, str], None]:
    """Adds a note to a collection that has files of three kinds."""
    folder = Path(theirs.media.dir())
    for name, content in (("a moon.png", PNG), ("tön.mp3", MP3), ("evil.svg", SVG)):
        (folder / name).write_bytes(content)

    def add(asked: str, answered: str) -> None:
        note = theirs.new_note(theirs.models.by_name("Basic"))
        note["Front"], note["Back"] = asked, answered
        theirs.add_note(note, theirs.decks.id("Sky") or 1)

    return add


@pytest.mark.parametrize("legacy", [False, True])
def test_pictures_and_sounds_come_along_and_go_out_again(
    home: Path,
    theirs: Collection,
    with_media: Callable[[str, str], None],
    tmp_path: Path,
    legacy: bool,
) -> None:
    with_media('What is this?<br><img src="a moon.png" onerror="x()">', "The Moon [sound:tön.mp3]")
    with_media('<img src="a%20moon.png">', 'Seen <img src="evil.svg"> and <img src="gone.png">')
    console = Console(home)
    path = packed(theirs, tmp_path / "theirs.apkg", legacy=legacy)
    report = console.fine("import", path)
    assert (report["cards"], report["media"], report["media_left"]) == (2, 3, 2)
    asked = {card["prompt"]: card["answer"] for card in console.cards().values()}
    assert asked == {
        f"What is this?\n[image:{PICTURE}]": f"The Moon [sound:{SOUND}]",
        f"[image:{PICTURE}]": "Seen and",
    }
    kept = {file.name: file.read_bytes() for file in (home / "media").iterdir()}
    assert kept == {PICTURE: PNG, SOUND: MP3}
    again = console.fine("import", path)
    assert (again["new"], again["updated"], again["media"]) == (0, 0, 3)

    out = tmp_path / "out.apkg"
    assert console("export", "--to", out).code == 0
    elsewhere = open_collection(tmp_path / "elsewhere")
    assert import_package(elsewhere, out) == {"new": 2}
    there = Path(elsewhere.media.dir())
    assert {file.name: file.read_bytes() for file in there.iterdir()} == kept
    shown = [front(card) for card in cards_by_guid(elsewhere).values()]
    assert all(f'<img src="{PICTURE}">' in html for html in shown)
    elsewhere.close()


def test_the_study_page_shows_them_from_here(
    home: Path, theirs: Collection, with_media: Callable[[str, str], None], tmp_path: Path
) -> None:
    with_media('What is this? <img src="a moon.png">', "The Moon [sound:tön.mp3]")
    Console(home).fine("import", packed(theirs, tmp_path / "theirs.apkg"))
    client = create_app(home).test_client()
    page = client.get("/study/deck-sky?show=1")
    text = page.get_data(as_text=True)
    assert f'src="/media/{PICTURE}"' in text
    assert f'src="/media/{SOUND}"' in text
    assert "[image:" not in text
    policy = page.headers["Content-Security-Policy"]
    assert "media-src 'self'" in policy
    with client.get(f"/media/{PICTURE}") as picture:
        assert (picture.data, picture.mimetype) == (PNG, "image/png")
        assert picture.headers["X-Content-Type-Options"] == "nosniff"
    with client.get(f"/media/{SOUND}") as sound:
        assert sound.mimetype == "audio/mpeg"
    for other in ("nothing.png", "..%2Fquizapp.db", f"{'0' * 32}.png", f"{'0' * 32}.svg"):
        assert client.get(f"/media/{other}").status_code == 404


def test_where_only_words_can_stand_they_are_told(
    home: Path, theirs: Collection, with_media: Callable[[str, str], None], tmp_path: Path
) -> None:
    with_media('What is this? <img src="a moon.png">', "The Moon [sound:tön.mp3]")
    console = Console(home)
    console.fine("import", packed(theirs, tmp_path / "theirs.apkg"))
    table, clozes, quizlet = tmp_path / "all.csv", tmp_path / "anki.csv", tmp_path / "quizlet.txt"
    assert console("export", "--to", table).code == 0
    assert console("export", "--to", clozes, "--for", "anki").code == 0
    assert console("export", "--to", quizlet, "--for", "quizlet").code == 0
    for said in (console("cards").out, console("next").out, *map(_read, (table, quizlet))):
        assert "What is this? (picture)" in said
        assert "The Moon (sound)" in said
    client = create_app(home).test_client()
    assert "The Moon (sound)" in client.get("/cards").get_data(as_text=True)
    assert f'What is this? <img src=""{PICTURE}"">",The Moon [sound:{SOUND}]<br>(' in _read(clozes)
    assert console.fine("next")["card"]["answer"] == f"The Moon [sound:{SOUND}]"


def _read(file: Path) -> str:
    return file.read_text("utf-8")


NOTE = ("g1", 1, "", "Q <img src='x.png'>\x1fA [sound:y.mp3]")


@pytest.mark.parametrize(
    ("listed", "entries"),
    [
        (b"[1, 2]", {}),
        (b"{", {}),
        (b"\x28\xb5\x2f\xfd damaged", {}),
        (json.dumps({"0": "x.png", "../../evil": "y.mp3"}).encode(), {"0": SVG}),
        (json.dumps({"0": "x.png"}).encode(), {"0": b""}),
        (json.dumps({"0": 7, "1": ["x.png"]}).encode(), {"0": PNG, "1": PNG}),
    ],
)
def test_hostile_lists_of_files_bring_nothing(
    home: Path, tmp_path: Path, listed: bytes, entries: dict[str, bytes]
) -> None:
    files = {"collection.anki2": made_by_hand([NOTE]), "media": listed, **entries}
    done = Console(home)("import", package(files, tmp_path / "deck.apkg"))
    assert done.code in (0, 1)
    assert not (home / "media").exists()
    if done.code:
        assert "the package is damaged" in done.complaint
        assert Console(home).cards() == {}
    else:
        [card] = Console(home).cards().values()
        assert (card["prompt"], card["answer"]) == ("Q", "A")


def test_a_file_that_unpacks_beyond_its_bounds_stays_behind(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "deck.apkg"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("collection.anki2", made_by_hand([NOTE]))
        archive.writestr("media", json.dumps({"0": "x.png", "1": "y.mp3"}))
        archive.writestr("0", PNG + bytes(30_000_000))
        archive.writestr("1", MP3)
    report = Console(home).fine("import", path)
    assert (report["media"], report["media_left"]) == (1, 1)
    assert [file.name for file in (home / "media").iterdir()] == [SOUND]


def test_what_is_not_stored_leaves_no_file(home: Path, tmp_path: Path) -> None:
    long = f"{'x' * 6000} <img src='x.png'>\x1fA"
    files = {
        "collection.anki2": made_by_hand([("g1", 1, "", long)]),
        "media": json.dumps({"0": "x.png"}).encode(),
        "0": PNG,
    }
    done = Console(home)("import", package(files, tmp_path / "deck.apkg"))
    assert done.code == 1
    assert "holds no card" in done.complaint
    assert not list((home / "media").iterdir())
