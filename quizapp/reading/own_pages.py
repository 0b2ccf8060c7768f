"""The page that a show has for an episode on its own site: what its head says of it."""

from __future__ import annotations

from quizapp.reading.dates import published
from quizapp.reading.draft import Draft
from quizapp.reading.titles import parse_title


def read_count(draft: Draft) -> None:
    """Claims the number that a window's title has beside the title of the page."""
    titles = {title.casefold() for title in draft.values("title")}
    for one in draft.source.fields if not draft.values("number") else ():
        if one.name != "page title":
            continue
        parsed = parse_title(one.value, shows=tuple(draft.values("show")))
        named = {part.strip().casefold() for part in parsed.title.split(" | ")}
        if parsed.number and titles & named:
            draft.claim("number", parsed.number, one.line)
            return


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
