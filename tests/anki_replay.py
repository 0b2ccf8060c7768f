"""Answers given to the real Anki's scheduler, run as a program: steps in, what it made of them out.

Anki asks the machine what time it is, and counts days backwards from its next 4 o'clock
(or the hour that is asked for). The clock
stays as it is, and the cards move instead: before each answer the card's last review is put as
long before the machine's next such hour as it was before the learner's. In a process of its own,
because ``ANKI_TEST_MODE``, which turns the fuzz off, is read once when the backend is loaded.

``python anki_replay.py FOLDER < steps.json > outcomes.json``; the steps are
``{"parameters": […], "learning": [minutes, …], "relearning": [minutes, …], "rollover": hour,
"cards": [[[instant in s, offset in minutes, rating], …], …]}``.
"""

from __future__ import annotations

import json
import os
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

DAY = 86_400
KINDS = ("learning", "review", "relearning")


def main(folder: Path) -> None:
    """Replays all cards and prints a list of outcomes for each."""
    asked = json.load(sys.stdin)
    os.environ["ANKI_TEST_MODE"] = "1"
    # In that mode Anki avoids the hours from 2 to 4, so it is noon here.
    os.environ["TZ"] = f"NOON{datetime.now(UTC).hour - 12:+d}"
    time.tzset()
    import anki_backend
    from anki.collection import Collection

    anki_backend.anki.lang.set_lang("en")
    collection = Collection(str(folder / "collection.anki2"))
    collection.db.execute("pragma synchronous = off")
    collection.set_config("fsrs", True)
    collection.set_config("rollover", asked["rollover"])
    deck = collection.decks.config_dict_for_deck_id(1)
    deck["fsrsParams6"] = asked["parameters"]
    deck["new"]["delays"], deck["lapse"]["delays"] = asked["learning"], asked["relearning"]
    collection.decks.update_config(deck)
    rollover = asked["rollover"] * 3600
    replayed = [
        replay(collection, new_card(collection), steps, rollover) for steps in asked["cards"]
    ]
    json.dump(replayed, sys.stdout)
    collection.close()


def new_card(collection: Any) -> int:
    """A new card; what it asks is the same for all."""
    note = collection.new_note(collection.models.by_name("Basic"))
    note["Front"], note["Back"] = "Question", "Answer"
    collection.add_note(note, 1)
    return int(note.card_ids()[0])


def replay(
    collection: Any, card: int, steps: list[list[float]], rollover: int
) -> list[dict[str, Any]]:
    """Answers one card as the steps say."""
    outcomes, before = [], None
    for instant, offset, rating in steps:
        if before is not None:
            since = next_rollover(instant, offset, rollover) - before
            collection.db.execute(
                "update cards set data = json_set(data, '$.lrt', ?) where id = ?",
                collection._backend.sched_timing_today().next_day_at - int(since),
                card,
            )
        outcomes.append(answer(collection, card, int(rating)))
        before = instant
    return outcomes


def next_rollover(instant: float, offset: float, rollover: int) -> float:
    """When the learner's next study day began, by the offset at ``instant``."""
    east = offset * 60
    return ((instant + east - rollover) // DAY + 1) * DAY + rollover - east


def answer(collection: Any, card: int, rating: int) -> dict[str, Any]:
    """Presses a button: what all four promised, and how the card stands afterwards."""
    from anki.scheduler_pb2 import CardAnswer

    states = collection._backend.get_scheduling_states(card)
    offered = [getattr(states, name).normal for name in ("again", "hard", "good", "easy")]
    chosen = CardAnswer(
        card_id=card,
        current_state=states.current,
        new_state=getattr(states, ("again", "hard", "good", "easy")[rating - 1]),
        rating=rating - 1,
        answered_at_millis=int(time.time() * 1000),
        milliseconds_taken=1000,
    )
    collection._backend.answer_card_raw(chosen.SerializeToString())
    left = offered[rating - 1]
    lapses, data = collection.db.first("select lapses, data from cards where id = ?", card)
    return {
        "buttons": [promise(one) for one in offered],
        "state": next(kind for kind in KINDS if left.HasField(kind)),
        "leech": left.relearning.review.leeched if left.HasField("relearning") else False,
        "lapses": lapses,
        "data": json.loads(data),
    }


def promise(state: Any) -> int:
    """How long until the card comes back, in seconds."""
    if state.HasField("review"):
        return int(state.review.scheduled_days * DAY)
    learning = state.relearning.learning if state.HasField("relearning") else state.learning
    return int(learning.scheduled_secs)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
