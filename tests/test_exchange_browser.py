"""Other people's decks in a real browser: taken in by upload, their pictures shown from here."""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from browser_visits import Visit, sync_api
from hostile_packages import collection, package

playwright = sync_api()

pytestmark = pytest.mark.browser


def picture(width: int, height: int) -> bytes:
    """A grey PNG."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        checked = kind + data
        return struct.pack(">I", len(data)) + checked + struct.pack(">I", zlib.crc32(checked))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\x00" + b"\x80" * width) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def test_a_deck_is_uploaded_and_its_picture_is_seen(
    visit: Callable[..., Visit], tmp_path: Path
) -> None:
    note = ("g1", 1, "", "What is this? <img src='wide.png'>\x1fGrey [sound:hum.mp3]")
    files = {
        "collection.anki2": collection([note]),
        "media": json.dumps({"0": "wide.png", "1": "hum.mp3"}).encode(),
        "0": picture(2000, 900),
        "1": b"ID3" + bytes(400),
    }
    deck = package(files, tmp_path / "theirs.apkg")
    one = visit("/exchange", viewport={"width": 320, "height": 640})
    one.page.get_by_label("Somebody else's Anki deck").set_input_files(deck)
    one.button("Take in").click()
    status = one.page.get_by_role("region", name="Take cards in").get_by_role("status")
    playwright.expect(status).to_be_in_viewport()
    assert "1 card of 1 deck: 1 new, 0 updated" in status.inner_text()
    assert "2 pictures and sounds came along" in status.inner_text()

    one.open("/study/deck-sea-tides")
    shown = one.page.get_by_role("img", name="A picture of this card")
    shown.wait_for()
    assert shown.evaluate("image => image.decode().then(() => image.naturalWidth)") == 2000
    assert shown.evaluate("image => image.getBoundingClientRect().width") <= 320
    one.button("Show answer").click()
    one.shows_answer()
    sound = one.page.get_by_label("A sound of this card")
    assert sound.evaluate("sound => new URL(sound.src).origin === location.origin")
    assert one.page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_file_that_is_no_deck_says_so_beside_its_form(
    visit: Callable[..., Visit], tmp_path: Path
) -> None:
    bad = tmp_path / "notes.apkg"
    bad.write_bytes(b"PK\x03\x04 nothing")
    one = visit("/exchange")
    one.page.get_by_label("Somebody else's Anki deck").set_input_files(bad)
    one.button("Take in").click()
    alert = one.page.get_by_role("alert")
    assert alert.inner_text() == "notes.apkg: the package is damaged; export it from Anki again"
    one.complaints = [text for text in one.complaints if "422" not in text]
