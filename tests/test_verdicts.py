"""What a person said of the cards, by kind and by rule, as ``check`` tells it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from console import BUNDLED, MORNING, Console
from sqlite_utils import Database

from quizapp.choosing.rules import rule
from quizapp.choosing.verdicts import Said, counted
from quizapp.model import CardKind, CardStatus
from quizapp.sessions import deeds
from quizapp.store import library, own, trash
from quizapp.store.database import database_path, open_database

NOW = datetime.fromisoformat(MORNING)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("made")
    assert Console(home)("build", BUNDLED).code == 0
    return home


@pytest.fixture
def console(made: Path, tmp_path: Path) -> Console:
    return Console(Path(shutil.copytree(made, tmp_path / "home")))


@contextmanager
def opened(console: Console) -> Iterator[Database]:
    with closing(open_database(database_path(console.home))) as db:
        yield db


def cards_of(console: Console, kind: str) -> list[dict[str, Any]]:
    return [c for c in console.cards().values() if c["kind"] == kind]


def named(tallies: list[dict[str, Any]], name: str) -> dict[str, Any]:
    return next(t for t in tallies if t["name"] == name)


def test_each_verdict_counts_for_the_kind_and_the_rule_of_its_card(console: Console) -> None:
    false = [c["id"] for c in cards_of(console, "true_false") if c["answer"] == "False"]
    cloze = [c["id"] for c in cards_of(console, "cloze")]
    with opened(console) as db:
        library.set_status(db, false[0], CardStatus.REJECTED, NOW)
        deeds.flag(db, false[1], "it is true after all", NOW)
        library.set_status(db, false[2], CardStatus.ACTIVE, NOW)
        library.edit_card(db, cloze[0], prompt="Better: ____.", answer=None, now=NOW)
        library.set_status(db, cloze[1], CardStatus.SUSPENDED, NOW)

    report = console.fine("check")["verdicts"]

    turned = named(report["rules"], "statement: turned")
    assert [turned[n] for n in ("kept", "edited", "rejected", "flagged")] == [1, 0, 1, 1]
    assert turned["shares"]["flagged"] == pytest.approx(1 / 3)
    assert report["rules"][0] == turned
    judged = named(report["kinds"], "true_false")
    assert judged["made"] == len(cards_of(console, "true_false"))
    assert (judged["rejected"], judged["flagged"]) == (1, 1)
    blanks = named(report["kinds"], "cloze")
    assert (blanks["made"], blanks["edited"], blanks["rejected"]) == (len(cloze), 1, 0)
    assert blanks["shares"] == {"kept": 0, "edited": 1, "rejected": 0, "flagged": 0}
    assert report["reasons"] == [{"reason": "it is true after all", "cards": 1}]
    for group in ("kinds", "rules", "sections"):
        assert sum(t["made"] for t in report[group]) == report["made"] == len(console.cards())


def test_the_table_shows_the_worst_rule_first_and_why_cards_were_flagged(console: Console) -> None:
    assert "nothing yet" in console("check").out
    bad = [c["id"] for c in cards_of(console, "order")][:2]
    good = cards_of(console, "definition")[0]["id"]
    with opened(console) as db:
        for card_id in bad:
            deeds.flag(db, card_id, "nobody needs the order", NOW)
        library.set_status(db, good, CardStatus.ACTIVE, NOW)
    shown = console("check").out.partition("Verdicts")[2]
    assert shown.index("order: the order") < shown.index("What is …")
    line = next(row for row in shown.splitlines() if "order: the order" in row)
    assert bad
    assert line.split()[-2:] == [str(len(bad)), "100%"]
    assert f"flagged {len(bad)} ×: nobody needs the order" in shown


def test_the_last_word_counts_and_what_was_taken_back_does_not(console: Console) -> None:
    card_id = cards_of(console, "recall")[0]["id"]
    with opened(console) as db:
        deeds.flag(db, card_id, "wrong", NOW)
        assert counted_in(console)["flagged"] == 1
        deeds.undo(db, NOW)
        before = counted_in(console)
        assert (before["flagged"], before["rejected"]) == (0, 0)
        deeds.flag(db, card_id, "wrong", NOW)
        library.set_status(db, card_id, CardStatus.ACTIVE, NOW)
    after = counted_in(console)
    assert (after["flagged"], after["kept"]) == (0, 1)


def test_own_cards_deleted_episodes_and_mere_retirement_are_no_verdicts(console: Console) -> None:
    gone = cards_of(console, "recall")[:2]
    with opened(console) as db:
        slug = library.episodes(db)[0].slug
        written = own.Written(CardKind.RECALL, "Whose card is this?", "Mine")
        mine = own.add(db, written, NOW, episode=slug).card.id
        library.set_status(db, mine, CardStatus.REJECTED, NOW)
        assert counted_in(console)["rejected"] == 0
        for card in gone:
            db.execute("UPDATE cards SET retired = 1 WHERE id = ?", (card["id"],))
        before = counted_in(console)["made"]
        assert before == len(console.cards()) - 3
        library.set_status(db, gone[0]["id"], CardStatus.REJECTED, NOW)
        assert counted_in(console)["made"] == before + 1
        trash.delete(db, slug, NOW)
    assert counted_in(console)["made"] == 0


def counted_in(console: Console) -> dict[str, Any]:
    found: dict[str, Any] = console.fine("check")["verdicts"]
    return found


def test_check_of_pages_has_no_verdicts(tmp_path: Path) -> None:
    empty = Console(tmp_path / "home")
    assert empty.fine("check", BUNDLED)["verdicts"] is None
    assert "Verdicts" not in empty("check", BUNDLED).out


RECALL, JUDGED, CHOICE = CardKind.RECALL, CardKind.TRUE_FALSE, CardKind.CHOICE


@pytest.mark.parametrize(
    ("generator", "kind", "section", "prompt", "way"),
    [
        ("section", RECALL, "qa", "Why do bees dance?", "a question as people asked it"),
        ("section", RECALL, "idea", "Why do bees dance?", "“Why do …”"),
        ("statement", RECALL, "idea", "In 1944, what did a dance show?", "“What did …”"),
        ("statement", JUDGED, "idea", "Bees dance.", "as it was told"),
        ("statement", CHOICE, "idea", "Bees ____.", "options for a blank"),
        ("which", CHOICE, "idea", "Which bee dances?", "“Which bee …”"),
        ("quote", CardKind.FINISH_QUOTE, "quote", "Ada: “Bees ____”", "the end of it"),
    ],
)
def test_a_rule_is_a_generator_and_its_way_of_asking(
    generator: str, kind: CardKind, section: str, prompt: str, way: str
) -> None:
    assert rule(generator, kind, section, prompt, "True") == f"{generator}: {way}"


def test_an_empty_library_has_no_shares() -> None:
    total = counted([]).total
    assert (total.made, total.judged, total.bad, total.share(Said.KEPT)) == (0, 0, None, None)
