"""Settings: the limits of a day, the recall aimed at, the session, the looks, the keys."""

from __future__ import annotations

from dataclasses import dataclass, replace
from zoneinfo import available_timezones

from flask import Blueprint, render_template, request, url_for
from werkzeug.utils import redirect
from werkzeug.wrappers import Response

from quizapp import __version__
from quizapp.errors import StudyError
from quizapp.memory import steps
from quizapp.memory.workload import costs
from quizapp.model import Settings
from quizapp.store import days
from quizapp.store.database import database_path
from quizapp.store.settings import memory_model, save_settings, settings
from quizapp.web.connection import db, home
from quizapp.web.navigation import notify

pages = Blueprint("settings", __name__, url_prefix="/settings")


@dataclass(frozen=True, slots=True)
class Field:
    """One number a learner can set: its name in Settings, its limits, and its words.

    ``share`` is what one unit in the form is worth: retention is asked for in percent.
    """

    name: str
    label: str
    about: str
    unit: str
    least: int
    most: int
    share: float = 1

    def shown(self, chosen: Settings) -> int:
        """Its value as the form has it."""
        value: float = getattr(chosen, self.name)
        return round(value / self.share)

    def read(self, text: str) -> float | int | None:
        """What was typed, in the units of Settings; None when it is not within the limits."""
        number = int(text) if text.isdecimal() and len(text) < 6 else -1
        if not self.least <= number <= self.most:
            return None
        return number if self.share == 1 else round(number * self.share, 4)


@dataclass(frozen=True, slots=True)
class Pick:
    """One of several values a learner can choose: each with how the form sends and shows it."""

    name: str
    label: str
    about: str
    values: tuple[tuple[object, str, str], ...]

    def shown(self, chosen: Settings) -> str:
        """The chosen value as the form sends it."""
        value = getattr(chosen, self.name)
        return next((sent for own, sent, _ in self.values if own == value), self.values[0][1])

    def read(self, text: str) -> object | None:
        """The value that was sent; None for one that is not there."""
        return next((own for own, sent, _ in self.values if sent == text), None)


@dataclass(frozen=True, slots=True)
class Steps:
    """The steps of a card that is learnt or relearnt, as they are written: ``1m 10m``."""

    name: str
    label: str
    about: str

    def shown(self, chosen: Settings) -> str:
        """The steps as the form has them."""
        return steps.spell(getattr(chosen, self.name))


FIELDS = (
    Field("new_per_day", "New cards a day", "How many you meet for the first time.",
          "cards", 0, 999),
    Field("reviews_per_day", "Reviews a day",
          "How many come back at most. When they fill the day, no new ones are shown.",
          "cards", 0, 9999),
    Field("desired_retention", "Recall to aim at",
          "How much you want to know when a card comes back. More means more reviews.",
          "percent", 70, 97, 0.01),
    Field("learn_ahead_minutes", "Learn ahead",
          "How early a card that you are learning may come when nothing else is left.",
          "minutes", 0, 120),
    Field("rollover_hour", "A day begins at",
          "An answer before this hour counts for the day before. Another hour holds from now on; "
          "the days behind you stay as they were.",
          "o'clock", 0, 23),
)  # fmt: skip

STEPS = (
    Steps("learning_steps", "Learning steps",
          "How long until a new card comes back, one step after the other: 1m 10m is a minute, "
          "then ten. Good goes a step on, Again back to the first. Without steps a card comes "
          "back after days."),
    Steps("relearning_steps", "Relearning steps",
          "The same for a card that you forgot."),
)  # fmt: skip

PICKS = (
    Pick("review_order", "Order of reviews", "What comes first among the cards that are due.", (
        ("day", "day", "What was due first"),
        ("forgotten", "forgotten", "What is most forgotten"),
        ("saving", "saving", "What is best remembered"),
    )),
    Pick("two_buttons", "Rating buttons", "Two are enough when four make you ponder.", (
        (False, "four", "Again, Hard, Good, Easy"),
        (True, "two", "Again and Good"),
    )),
    Pick("show_intervals", "Times on the buttons", "When the card would come back.", (
        (True, "shown", "Shown"),
        (False, "hidden", "Hidden"),
    )),
    Pick("leech_action", "Cards you keep forgetting",
         "A card forgotten 8 times, and every 4 times after that, costs more than it gives.", (
        ("mark", "mark", "Mark them as leeches"),
        ("suspend", "suspend", "Set them aside"),
        ("reword", "reword", "Set aside until reworded"),
    )),
    Pick("recall_grows", "From recognising to recalling",
         "Choices of a fact come first; recall begins when they are a week firm, and once it is "
         "firm for three weeks, the choices are not asked any more. The progress page shows what "
         "that saves.", (
        (False, "off", "Ask every kind from the start"),
        (True, "on", "Easy kinds first"),
    )),
    Pick("theme", "Theme", "", (
        ("system", "system", "As the system has it"),
        ("light", "light", "Light"),
        ("dark", "dark", "Dark"),
    )),
    Pick("contrast", "Contrast", "", (
        (False, "system", "As the system has it"),
        (True, "more", "High"),
    )),
    Pick("text_size", "Text size", "", tuple(
        (size, str(size), f"{size} percent") for size in (90, 100, 115, 130, 150)
    )),
)  # fmt: skip


@pages.get("")
def show() -> str:
    """What is set, and what the keys do."""
    chosen = settings(db())
    shown = {one.name: str(one.shown(chosen)) for one in (*FIELDS, *STEPS, *PICKS)}
    return _page({**shown, "zone": chosen.zone}, {})


@pages.post("")
def save() -> Response | tuple[str, int]:
    """Keep what was set; show what cannot be. What the form leaves out stays as it is."""
    chosen = settings(db())
    typed = {
        one.name: request.form.get(one.name, str(one.shown(chosen))).strip()
        for one in (*FIELDS, *STEPS, *PICKS)
    }
    typed["zone"] = request.form.get("zone", chosen.zone).strip()
    values: dict[str, object] = {one.name: one.read(typed[one.name]) for one in (*FIELDS, *PICKS)}
    values["zone"] = _zone(typed["zone"])
    problems = {
        field.name: f"Give a whole number from {field.least} to {field.most}."
        for field in FIELDS
        if values[field.name] is None
    }
    problems |= {pick.name: "Choose one of these." for pick in PICKS if values[pick.name] is None}
    for one in STEPS:
        try:
            values[one.name] = steps.parse(typed[one.name])
        except StudyError as error:
            problems[one.name] = str(error)
    if values["zone"] is None:
        problems["zone"] = "Give a zone by its name, such as Europe/Berlin, or nothing."
    if problems:
        return _page(typed, problems), 422
    save_settings(db(), replace(chosen, **values))  # type: ignore[arg-type]
    notify("Saved.")
    return redirect(url_for(".show"), 303)


def _zone(name: str) -> str | None:
    """The zone as it is spelt; empty for none, None for one that does not exist."""
    if not name:
        return ""
    return next((one for one in available_timezones() if one.lower() == name.lower()), None)


def _page(typed: dict[str, str], problems: dict[str, str]) -> str:
    known = days.stabilities(db())
    return render_template(
        "settings.html",
        fields=FIELDS,
        steps=STEPS,
        picks=PICKS,
        labels={one.name: one.label for one in (*FIELDS, *STEPS, *PICKS)} | {"zone": "Time zone"},
        typed=typed,
        problems=problems,
        costs=costs(known, memory_model(db())),
        known=sum(many for _, many in known),
        database=database_path(home()),
        version=__version__,
    )
