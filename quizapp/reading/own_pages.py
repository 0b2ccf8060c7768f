"""The page that a show has for an episode on its own site: its day is the episode's."""

from __future__ import annotations

from quizapp.reading.dates import published
from quizapp.reading.draft import Draft


def read_day(draft: Draft) -> None:
    """Claims the day of the page, where the site is the show's and the page counts the episode."""
    if draft.values("published") or draft.values("released") or not draft.values("number"):
        return
    shows = {show.casefold() for show in draft.values("show")}
    sites = {one.value.casefold() for one in draft.source.fields if one.name == "site"}
    days = [one for one in draft.source.fields if one.name == "page date"]
    day = published(days[0].value) if days and shows & sites else None
    if day:
        draft.claim("published", day.isoformat(), days[0].line)
