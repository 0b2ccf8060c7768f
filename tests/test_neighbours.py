"""What an episode has too few options of itself comes from others of its field, and stays."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from console import Console

from quizapp import build
from quizapp.distractors import for_phrase
from quizapp.language import noun_phrases
from quizapp.material import kinds
from quizapp.material.neighbours import Neighbourhood, shelf
from quizapp.offers import Offer, Shelf, shelf_from, shelf_json
from quizapp.store import library, shelves
from quizapp.store.database import open_database

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)

SLEEP = """The Night Desk #1

Guest: Anna Solberg

Anna Solberg: Why We Grow Tired

Key Insights

* Adenosine: Adenosine is a molecule of spent energy. It builds up in the brain as its cells work, \
and it makes people tired by the evening.
* Caffeine: Caffeine blocks the receptors of adenosine for hours, so that the sleep pressure is \
hidden but not gone.
* The clock: The circadian clock sits behind the eyes and follows the light of the morning, since \
its cells hear of light from the retina.
* Naps: A nap in the afternoon lowers the sleep pressure, which is why people who nap late lie \
awake at bedtime.
* The switch: Clifford Saper showed that two groups of neurons hold each other down, which is the \
switch between tiredness and waking.
"""
HORMONES = """The Night Desk #2

Guest: Priya Raman

Priya Raman: Messengers of the Night

Key Insights

* Orexin: Orexin is a molecule that keeps people awake, and those who lose the neurons that make \
it fall asleep in the middle of a sentence. Orexin was discovered by Masashi Yanagisawa in 1998.
* Histamine: Histamine is a molecule of the waking brain, which is why old pills against hay fever \
make people tired by the evening.
* Serotonin: Serotonin is a molecule from which the gland behind the brain makes its signal of \
darkness for the circadian clock.
* Night shifts: Josephine Arendt showed that bright light moves the circadian clock of people who \
work at night, and with it the sleep pressure at bedtime.
* Late meals: The clock of the liver follows meals, so that people who eat at bedtime have two \
clocks that disagree, and caffeine in the evening moves the circadian clock as well.
"""
MORE = HORMONES.replace("#2", "#3").replace("Priya Raman", "Vera Novak") + (
    "* Glycine: Glycine is a molecule that cools the body before sleep.\n"
    "* Galanin: Galanin is a molecule by which the neurons of sleep hold those of waking down.\n"
)
WOOD = """Shavings #7

Guest: Kenji Arakawa

Kenji Arakawa: Joints That Hold

Key Insights

* Glue: Collagen is a molecule that makes hide glue stick to wood, and steam loosens it again.
* Grain: Boards swell across the grain with the humidity of the air, since their fibres drink.
* Mortises: A mortise takes a third of the thickness of the board, which is why it seldom splits.
"""


def pages(folder: Path, **texts: str) -> Path:
    """A folder of pages by their names."""
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
    return folder


def options(folder: Path, guest: str, phrase: str) -> list[str]:
    """The wrong options for a phrase of an episode, among all pages of the folder."""
    made = {m.episode.guests[0]: m for m in build.make(build.parse([folder]))}
    material = made[guest].material
    statement = next(s for s in material.statements if phrase in s.text)
    key = next(p for p in noun_phrases(statement.text) if p.text == phrase)
    prompt = statement.text.replace(phrase, "____", 1)
    return for_phrase(key, prompt, statement.section.text, material)


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Adenosine is a molecule that builds up.", ("Adenosine", "molecul")),
        ("GPT-2, a transformer with many layers, wrote it.", ("GPT-2", "transform")),
        ("They trained on the ImageNet dataset for a week.", ("ImageNet", "dataset")),
        ("The gene was found by Ying-Hui Fu in 2009.", ("Ying-Hui Fu", kinds.PERSON)),
        ("Josephine Arendt showed that light moves it.", ("Josephine Arendt", kinds.PERSON)),
        ("The town of Visby grew rich.", ("Visby", kinds.PLACE)),
        ("The sacrifice ratio is a measure of pain, or a price.", None),
        ("A GAN is a game between networks, and no more.", None),
        ("The Bank of England found that out.", None),
        ("This is a molecule that builds up.", None),
        ("It is the thing that matters.", None),
    ],
)
def test_what_a_sentence_surely_tells_of_a_thing(
    sentence: str, told: tuple[str, str] | None
) -> None:
    found = list(kinds.told(sentence))
    assert (told in found) if told else found == []
    assert all(kind != "network" for _, kind in found)


def test_options_come_from_an_episode_of_the_same_field(tmp_path: Path) -> None:
    alone = options(pages(tmp_path / "one", sleep=SLEEP), "Anna Solberg", "Adenosine")
    assert not {"Orexin", "Histamine", "Serotonin"} & set(alone)
    both = pages(tmp_path / "two", sleep=SLEEP, hormones=HORMONES)
    assert set(options(both, "Anna Solberg", "Adenosine")) == {"Orexin", "Histamine", "Serotonin"}
    people = options(both, "Anna Solberg", "Clifford Saper")
    assert set(people) == {"Masashi Yanagisawa", "Josephine Arendt"}


def test_an_episode_of_another_field_offers_nothing(tmp_path: Path) -> None:
    both = pages(tmp_path / "both", sleep=SLEEP, wood=WOOD)
    assert "Collagen" not in options(both, "Anna Solberg", "Adenosine")


def test_what_is_told_of_the_same_there_is_no_wrong_option(tmp_path: Path) -> None:
    also = HORMONES + ("* Inosine: Inosine is a molecule of spent energy too.\n")
    both = pages(tmp_path / "both", sleep=SLEEP, hormones=also)
    found = options(both, "Anna Solberg", "Adenosine")
    assert len(found) == 3
    assert "Inosine" not in found


def choices(user: Console) -> dict[str, Any]:
    """The options of the active choices whose answer is a molecule or a person."""
    cards = user.cards("--status", "active", "--kind", "choice")
    return {c["prompt"]: (c["id"], c["options"]) for c in cards.values()}


def test_a_library_that_grows_leaves_the_options_of_old_cards_alone(tmp_path: Path) -> None:
    user = Console(tmp_path / "home")
    folder = pages(tmp_path / "pages", sleep=SLEEP, hormones=HORMONES)
    user.fine("build", folder)
    before = choices(user)
    asked = [o for p, (_, o) in before.items() if "is a molecule of spent energy" in p]
    assert asked and all("Orexin" in o or "Histamine" in o for o in asked)
    again = user.fine("build", folder)
    assert (again["new"], again["updated"], again["removed"]) == (0, 0, 0)
    pages(folder, more=MORE)
    grown = user.fine("build", folder)
    assert grown["episodes"] == 3
    after = {c["id"]: c["options"] for c in user.cards("--kind", "choice").values()}
    assert {i: after[i] for i, _ in before.values()} == dict(before.values())


def test_pages_given_one_by_one_know_the_library(tmp_path: Path) -> None:
    apart, together = Console(tmp_path / "a"), Console(tmp_path / "b")
    folder = pages(tmp_path / "pages", hormones=HORMONES, sleep=SLEEP)
    for page in sorted(folder.iterdir()):
        apart.fine("build", page)
    together.fine("build", folder)
    mine = [o for p, (_, o) in choices(apart).items() if "is a molecule of spent energy" in p]
    theirs = [o for p, (_, o) in choices(together).items() if "is a molecule of spent energy" in p]
    assert mine == theirs != []


def test_what_was_built_is_not_looked_through_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = pages(tmp_path / "pages", hormones=HORMONES, wood=WOOD)
    db = open_database(tmp_path / "library.db")
    build.build(db, [folder], NOW)
    monkeypatch.setattr(shelves, "shelf", lambda one: pytest.fail(f"{one.slug} was made anew"))
    alone = pages(tmp_path / "alone", sleep=SLEEP) / "sleep.txt"
    report = build.build(db, [alone], NOW)
    assert report.slugs == ("anna-solberg-why-we-grow-tired",)
    cards = library.cards(db, episode=report.slugs[0])
    assert any("Orexin" in (c.card.options or ()) for c in cards)
    db.close()


def test_who_said_it_is_asked_among_guests_of_the_field(tmp_path: Path) -> None:
    quote = '\nWords worth saving\n\n"Tiredness is a debt that only the night can pay."\n— {}\n'
    texts = {
        name: text.replace("The Night Desk", show) + quote.format(guest)
        for name, text, show, guest in (
            ("sleep", SLEEP, "One Show", "Anna Solberg"),
            ("hormones", HORMONES, "Another Show", "Priya Raman"),
            ("more", MORE, "A Third Show", "Vera Novak"),
        )
    }
    made = {
        m.episode.guests[0]: m for m in build.make(build.parse([pages(tmp_path / "p", **texts)]))
    }
    assert set(made["Anna Solberg"].material.others) == {"Priya Raman", "Vera Novak"}


def test_a_shelf_is_kept_as_it_was_made(tmp_path: Path) -> None:
    folder = pages(tmp_path / "p", hormones=HORMONES)
    made = shelf(build.parse([folder]).episodes[0])
    assert {o.text for o in made.offers} >= {"Orexin", "Histamine", "Serotonin"}
    assert "orexin" in made.field
    assert shelf_from(shelf_json(made)) == made


def test_the_nearest_come_first_and_none_stands_twice() -> None:
    field = [f"word{n}" for n in range(20)]
    thing = Offer("Orexin", frozenset({"molecul"}))

    def one(words: int, *offers: str, guest: str = "A") -> Shelf:
        found = [Offer(text, frozenset({"molecul"})) for text in offers]
        return Shelf(frozenset(field[:words]), (thing, *found), (guest,))

    around = Neighbourhood(
        {
            "far": one(4, "Leptin", "Ghrelin", guest="Far"),
            "near": one(15, "Leptin", "Insulin", guest="Near"),
            "none": Shelf(frozenset({"grain", "glue", "board"}), (thing,), ("None",)),
            "own": Shelf(frozenset(field), (Offer("Insulin", frozenset({"molecul"})),), ("Own",)),
        }
    )
    nearby = around.of("own")
    assert [o.text for o in nearby.offers] == ["Orexin", "Leptin", "Ghrelin"]
    assert nearby.guests == ("Near", "Far")
