"""Days that pass in the real Anki.

Anki asks the machine what time it is. So the machine's clock stays, and Anki's world moves: a day
later is everything a day further back. What is moved forth and back again stands where it was.
"""

from __future__ import annotations

import random
from pathlib import Path

from anki.collection import Collection, ExportAnkiPackageOptions
from anki_backend import open_collection

DAY = 86_400


def moved(collection: Collection, days: int) -> Collection:
    """The collection opened anew with all its instants so many days later, which is earlier."""
    assert collection.db is not None
    folder, by = Path(collection.path).parent, days * DAY
    for sql in (
        f"update col set crt = crt + {by}",
        "update revlog set id = -id",
        f"update revlog set id = {by * 1000} - id",
        f"update cards set due = due + {by} where queue = 1",
        f"""update cards set data = json_set(data, '$.lrt', json_extract(data, '$.lrt') + {by})
            where data like '%"lrt"%'""",
    ):
        collection.db.execute(sql)
    collection.close()
    return open_collection(folder)


def unlimited(collection: Collection) -> None:
    """Schedules by FSRS, and lets every card come that is due."""
    collection.set_config("fsrs", True)
    deck = collection.decks.config_dict_for_deck_id(1)
    deck["new"]["perDay"] = deck["rev"]["perDay"] = 9999
    deck["new"]["bury"] = deck["rev"]["bury"] = False
    collection.decks.update_config(deck)


def answered(collection: Collection, deck: str, count: int, dice: random.Random) -> list[str]:
    """Answers cards as they come, mostly right, at most so many; their guids in order."""
    wanted = collection.decks.id_for_name(deck)
    assert wanted
    collection.decks.select(wanted)
    guids = []
    for _ in range(count):
        if (card := collection.sched.getCard()) is None:
            break
        collection.sched.answerCard(card, dice.choices((1, 2, 3, 4), (3, 2, 12, 2))[0])
        guids.append(card.note().guid)
    return guids


def packed(collection: Collection, to: Path, *, legacy: bool = False) -> Path:
    """Everything as a package, as the dialog exports it with scheduling."""
    options = ExportAnkiPackageOptions(
        with_scheduling=True, with_deck_configs=False, with_media=True, legacy=legacy
    )
    collection.export_anki_package(out_path=str(to), options=options, limit=None)
    return to
