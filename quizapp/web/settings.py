"""Settings: the limits of a day, the recall aimed at, the keys, and where everything is kept."""

from __future__ import annotations

from dataclasses import dataclass, replace

from flask import Blueprint, render_template, request, url_for
from werkzeug.utils import redirect
from werkzeug.wrappers import Response

from quizapp import __version__
from quizapp.model import Settings
from quizapp.store.database import database_path
from quizapp.store.settings import save_settings, settings
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
)  # fmt: skip


@pages.get("")
def show() -> str:
    """What is set, and what the keys do."""
    chosen = settings(db())
    return _page({field.name: str(field.shown(chosen)) for field in FIELDS}, {})


@pages.post("")
def save() -> Response | tuple[str, int]:
    """Keep what was set; show what cannot be."""
    typed = {field.name: request.form.get(field.name, "").strip() for field in FIELDS}
    values = {field.name: field.read(typed[field.name]) for field in FIELDS}
    problems = {
        field.name: f"Give a whole number from {field.least} to {field.most}."
        for field in FIELDS
        if values[field.name] is None
    }
    if problems:
        return _page(typed, problems), 422
    save_settings(db(), replace(settings(db()), **values))  # type: ignore[arg-type]
    notify("Saved.")
    return redirect(url_for(".show"), 303)


def _page(typed: dict[str, str], problems: dict[str, str]) -> str:
    return render_template(
        "settings.html",
        fields=FIELDS,
        typed=typed,
        problems=problems,
        database=database_path(home()),
        version=__version__,
    )
