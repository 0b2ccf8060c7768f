"""Files that come again, corrected or together with others, and strangers under the same title."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from sqlite_utils import Database

from quizapp.build import build
from quizapp.choosing.introduction import introduced
from quizapp.model import Card, CardKind, Source
from quizapp.reading import Document, assemble, read_page
from quizapp.store import library

PAGE = """\
Ida Lund: Notes on Salt | The Slow Science Show #{number}

Key Insights

  • Brine: Salt works boil brine because the sea gives too little salt for a whole town in winter.
  • Roads: Salt roads are old tracks that carried salt from the works to the inland markets.
  • Taxes: The tax on salt was hated because nobody has ever lived without salt for long.
"""


def _write(folder: Path, text: str, name: str = "page.txt") -> Path:
    folder.mkdir(exist_ok=True)
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def test_a_corrected_title_keeps_the_episode_and_its_cards(
    db: Database, now: datetime, tmp_path: Path
) -> None:
    file = _write(tmp_path, PAGE.format(number=4))
    build(db, [file], now)
    (before,) = library.episodes(db)
    ids = {c.card.id for c in library.cards(db)}
    _write(tmp_path, PAGE.format(number=4).replace("Notes on Salt", "The Story of Salt"))
    report = build(db, [file], now)
    (after,) = library.episodes(db)
    assert after.slug == before.slug
    assert after.title == "Ida Lund: The Story of Salt"
    assert report.new == 0
    assert ids == {c.card.id for c in library.cards(db)}


STRANGE = """\
Hated by everybody

Highlights

The tax that everybody paid

The tax on salt was hated, because nobody has ever lived without salt for long.
"""


def test_pages_that_the_library_knows_to_be_of_one_episode_stay_together() -> None:
    pages = [
        read_page(Document(name, "/r", text))
        for name, text in (("a.txt", PAGE.format(number=4)), ("elsewhere/b.txt", STRANGE))
    ]
    assert len(assemble(pages)) == 2
    (one,) = assemble(pages, known={"a.txt": "salt", "elsewhere/b.txt": "salt"})
    assert {f.path for f in one.files} == {"a.txt", "elsewhere/b.txt"}
    assert len(assemble(pages, known={"a.txt": "salt", "elsewhere/b.txt": "tax"})) == 2


def test_another_episode_under_the_same_title_does_not_take_its_place(
    db: Database, now: datetime, tmp_path: Path
) -> None:
    build(db, [_write(tmp_path / "one", PAGE.format(number=4))], now)
    other = (
        "Ida Lund: Notes on Salt | Kitchen Tables #77\n\nKey Insights\n\n"
        "  • Pans: Iron pans are seasoned with salt because it scours them without any soap.\n"
        "  • Bread: Bread without salt rises faster because salt slows the yeast down.\n"
    )
    build(db, [_write(tmp_path / "two", other)], now)
    slugs = [e.slug for e in library.episodes(db)]
    assert len(set(slugs)) == 2
    texts = [c.card.source.excerpt for c in library.cards(db)]
    assert any("brine" in t for t in texts)
    assert any("Iron pans" in t for t in texts)
    assert all(c.card.status == "active" for c in library.cards(db))


def test_a_stranger_in_an_old_files_place_is_an_episode_of_its_own(
    db: Database, now: datetime, tmp_path: Path
) -> None:
    file = _write(tmp_path, PAGE.format(number=4))
    build(db, [file], now)
    stranger = (
        "Joan Petrie: Why Bread Rises | Kitchen Tables #8\n\nKey Insights\n\n"
        "  • Yeast: Yeast is a living fungus that eats sugar and breathes out gas.\n"
        "  • Rest: Dough is left to rest because gluten forms by itself in wet flour overnight.\n"
    )
    _write(tmp_path, stranger)
    build(db, [file], now)
    assert len(library.episodes(db)) == 2
    assert all(c.card.status == "active" for c in library.cards(db))


def test_new_cards_come_best_first_with_the_kinds_mixed() -> None:
    def card(kind: CardKind, number: int, score: float) -> Card:
        source = (Source("a.txt", 1, 1, "a"),)
        return Card(f"{kind}{number}", "n", kind, "e", f"{kind}{number}?", "a", source, score=score)

    cards = [card(CardKind.RECALL, n, 0.9 - n / 100) for n in range(4)]
    cards += [card(CardKind.CLOZE, n, 0.4 - n / 100) for n in range(2)]
    order = [c.id for c in introduced(reversed(cards))]
    assert order == ["recall0", "cloze0", "recall1", "recall2", "cloze1", "recall3"]
