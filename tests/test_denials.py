"""What the guest denies in the talk is not asked, however a page puts it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from console import Console

from quizapp import build, quality
from quizapp.material.denials import Denials
from quizapp.model import Turn

HOST, GUEST = "Ada Quist", "Ben Orlow"


def talk(*turns: str) -> Denials:
    """The denials of a talk; turns that begin with ``?`` are the host's."""
    said = [
        Turn(text.removeprefix("?").strip(), "talk.txt", n, n, HOST if text[0] == "?" else GUEST)
        for n, text in enumerate(turns, 1)
    ]
    return Denials(said, HOST)


DENIED = {
    "it was sure, and something else was doubted": (
        "The main doubt was money. It was not clear if the dry dock would hold effectively.",
        "The drydock, I thought, would hold. What wasn't clear was whether the town would pay.",
    ),
    "it was never doubted": (
        "At the time it was unclear whether the levee would hold.",
        "I never doubted that the levee would hold.",
    ),
    "a size is put right": (
        "A glacier can be seen as a search for small channels that drain its water.",
        (
            "It finds, you know, a small, well, that should be amended, a large channel that "
            "drains "
            "the water of the glacier."
        ),
    ),
    "a size is put right in the next sentence": (
        "Orlow describes wolves as animals with short memories of a place.",
        (
            "The thing I would change now is what I wrote of wolves. I would call it a long "
            "memory of "
            "a place."
        ),
    ),
    "a condition does not matter": (
        (
            "The bridge can be crossed without swaying, as long as the number of cables "
            "exceeds the "
            "number of piers."
        ),
        "It won't sway even if you have fewer cables than piers.",
    ),
    "it goes without": (
        "Sourdough rises only with a warm oven.",
        "Sourdough rises even without a warm oven.",
    ),
    "it is neither": (
        "A lichen is both a plant and a fungus.",
        "I'd put it differently. A lichen is neither, but it lives off the two of them.",
    ),
    "the same words with a not": (
        "The salt trade made the harbour of Visby rich.",
        "The salt trade did not make the harbour of Visby rich.",
    ),
    "a page denies what was said": (
        "The salt trade never made the harbour of Visby rich.",
        "The salt trade made the harbour of Visby rich.",
    ),
    "a question is answered by no": (
        "Bees sleep through the whole winter in their hive.",
        "?Do bees sleep through the whole winter in their hive?",
        "No, they shiver, to keep the queen warm.",
    ),
    "a host's claim is turned down": (
        "The printing press caused the reformation in Wittenberg.",
        "?So the printing press caused the reformation in Wittenberg.",
        "I wouldn't say that. It spread it.",
    ),
}


@pytest.mark.parametrize("way", DENIED)
def test_what_is_denied_is_found_with_the_passage(way: str) -> None:
    claim, *turns = DENIED[way]
    denial = talk("I grew up by the sea, and I liked it there.", *turns).of(claim)
    assert denial is not None
    assert denial.turn.text == turns[-1].removeprefix("?")
    assert denial.words.split(" – ")[-1][:20] in denial.turn.text


LET_PASS = {
    "it is put differently": (
        "Salt made Visby rich.",
        "What made the town of Visby rich was the salt that it sold.",
    ),
    "a doubt that the guest shares": (
        "It was not clear if the dock would hold.",
        "The dock, I thought, might hold. What wasn't clear was whether it would hold in winter.",
    ),
    "a condition of its own": (
        "Early pruning makes the old apple trees of the valley bear fruit.",
        "If you prune early, it does not make the old apple trees of the valley bear fruit.",
    ),
    "not only": (
        "The salt trade made the harbour of Visby rich.",
        "The salt trade did not only make the harbour of Visby rich.",
    ),
    "what others say": (
        "The salt trade made the harbour of Visby rich.",
        "Some people say the salt trade did not make the harbour of Visby rich.",
    ),
    "what would be": (
        "The salt trade made the harbour of Visby rich.",
        "The salt trade would not make the harbour of Visby rich.",
    ),
    "another thing is denied": (
        "The salt trade made the harbour of Visby rich.",
        "The fur trade did not make the harbour of Riga rich.",
    ),
    "no that means yes": (
        "Bees sleep through the whole winter in their hive.",
        "?Do bees sleep through the whole winter in their hive?",
        "No, no, you're right, they do.",
    ),
    "no to a choice": (
        "Bees sleep through the whole winter in their hive.",
        "?Do bees sleep through the whole winter in their hive, or do they fly?",
        "No, they fly little.",
    ),
    "no doubt": (
        "Bees sleep through the whole winter in their hive.",
        "?Do bees sleep through the whole winter in their hive?",
        "No doubt about it.",
    ),
    "only the host denies it": (
        "The salt trade made the harbour of Visby rich.",
        "?The salt trade did not make the harbour of Visby rich.",
    ),
    "the same condition": (
        "The bridge stands without swaying, as long as it has more cables than piers.",
        "It won't sway, even if it has more cables than piers by one.",
    ),
    "another size of another thing": (
        "Wolves have short memories of a place, and a long way to go in it.",
        "The thing I would change now is the map of the place. A long tail is no part of it.",
    ),
    "neither of other things": (
        "A lichen is both a plant and a fungus.",
        "Moss is neither, and a lichen grows on it.",
    ),
    "amounts of different things": (
        "A large amount of salt was sold in Visby every year of the war.",
        "Now I would say it was a small amount of silver that Visby lost every year of the war.",
    ),
}


@pytest.mark.parametrize("why", LET_PASS)
def test_what_is_not_denied_for_sure_is_let_pass(why: str) -> None:
    claim, *turns = LET_PASS[why]
    assert talk(*turns).of(claim) is None


def test_a_sentence_that_is_denied_is_left_out_of_an_answer() -> None:
    found = talk("I never doubted that the levee would hold.")
    text = "The town was poor. It was unclear whether the levee would hold. In the end it paid."
    assert found.left(text) == "The town was poor. In the end it paid."
    alone = "It was unclear whether the levee would hold."
    assert found.left(alone) == alone


PUT_RIGHT = {
    "Channels are small channels at first. A glacier can be seen as a search for small channels "
    "that drain its water.": (
        (
            "It finds, you know, a small, well, that should be amended, a large channel that "
            "drains "
            "the water of the glacier."
        ),
        (
            "Channels are small channels at first. A glacier can be seen as a search for channels "
            "that drain its water."
        ),
    ),
    "Wolves have a short memory of any place that they have left.": (
        (
            "The thing I would change now is that. Now I would call it an early memory, a long "
            "memory "
            "of any place they left."
        ),
        "Wolves have a memory of any place that they have left.",
    ),
    "The bridge can be crossed on foot at any time of the day without swaying, as long as the "
    "number of cables exceeds the number of piers.": (
        "It won't sway even if you have fewer cables than piers.",
        "The bridge can be crossed on foot at any time of the day without swaying.",
    ),
    "A lichen lives on bark and is both, but it needs light.": (
        "I'd put it differently. A lichen is neither.",
        "A lichen lives on bark, but it needs light.",
    ),
    "It was unclear whether the levee would hold.": (
        "I never doubted that the levee would hold.",
        "It was unclear whether the levee would hold.",
    ),
}


@pytest.mark.parametrize("text", PUT_RIGHT)
def test_what_else_a_sentence_says_is_left_of_it(text: str) -> None:
    said, left = PUT_RIGHT[text]
    assert talk(said).put_right(text) == left


PAGE = f"""Merchant Roads #12

{GUEST}: Harbours of the Baltic

Key Insights

* The harbour of Visby: The salt trade made the harbour of Visby rich in the time of the league.
* The walls of Visby: The walls of Visby were built against the farmers of the island, since they \
had lost their share of the trade.
* The herring of Scania: Herring of Scania needed salt from Lüneburg, because without it the fish \
spoiled within a week.
"""
TALK = f"""# Merchant Roads #12 – {GUEST}: Harbours of the Baltic

## Transcript

**{HOST}:** [00:01] Welcome to the show. What made the harbours of the Baltic what they were?

**{GUEST}:** [00:09] Let me begin with the island, since it is the best known of them all.

The salt trade did not make the harbour of Visby rich in the time of the league.

**{HOST}:** [02:00] And the walls, what were they for?

**{GUEST}:** [02:10] They were built against the farmers of the island.
"""


def test_no_card_asks_what_the_transcript_denies(tmp_path: Path) -> None:
    user = Console(tmp_path / "home")
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "page.txt").write_text(PAGE, "utf-8")
    assert any("made the harbour of Visby rich" in c for c in asked(user, pages))
    (pages / "talk.md").write_text(TALK, "utf-8")
    report = user.fine("build", pages)
    assert report["rejected"]["grounded"] >= 1
    cards = user.cards("--status", "active").values()
    told = [f"{c['prompt']} {c['answer']}" for c in cards]
    assert told
    told = [t for t in told if "did not make the harbour" not in t]  # the guest's own denial
    assert not any("made the harbour" in t or "salt trade" in t for t in told)


def asked(user: Console, pages: Path) -> list[str]:
    """What the cards of the pages say, built into the user's library."""
    user.fine("build", pages)
    cards = user.cards("--status", "active").values()
    return [c["prompt"].replace("____", c["answer"]) + " " + c["answer"] for c in cards]


def test_a_card_from_before_the_transcript_shows_the_passage_that_denies_it(
    tmp_path: Path,
) -> None:
    page, transcript = tmp_path / "page.txt", tmp_path / "talk.md"
    page.write_text(PAGE, "utf-8")
    (old,) = build.make(build.parse([page]))
    card = next(
        c
        for note in old.selected.notes
        for c in note.cards
        if "salt trade" in c.prompt + c.answer and "rich" in c.prompt + c.answer
    )
    transcript.write_text(TALK, "utf-8")
    (new,) = build.make(build.parse([page, transcript]))
    failures = quality.failures(replace(card, episode=new.episode.slug), new.material)
    (denied,) = (f for f in failures if f.check == "grounded")
    assert denied.gate
    assert denied.reason.startswith("the transcript says otherwise (talk.md:9: “The salt trade did")
