"""Which pages' titles name the episode; others are headlines of a page, or a site's name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizapp.identity import fold
from quizapp.reading.page import Page

_OF_PAGE = re.compile(
    r"\b(?:questions|answers|answered|q ?& ?a|faqs?|(?:show|programme|program|chapter|episode|fan|"
    r"listening) notes|notes (?:on|from)|highlights|transcript|takeaways|recap|core ideas|"
    r"key ideas|digest)\b"
    r"|^(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|twelve|some)\s(?:\w+\s)?"
    r"(?:things|lessons|ideas|quotes|insights|lines)\b"
    r"|\bwhat (?:i|we) (?:learned|took)\b",
    re.IGNORECASE,
)
_MENU = re.compile(
    r"^(?:home|menu)\b(?:\s\w+){2,}\s(?:log ?in|sign (?:in|up)|search|subscribe|contact|menu)$",
    re.IGNORECASE,
)
_CUT = re.compile(r"^[^\w\s“\"‘'«„(\[¿¡#]")
_FACTS = ("number", "show", "host", "guest", "duration_seconds", "published", "released")


def names_page(title: str) -> bool:
    """``Chapter notes: Ada Byron on Night Radio``: what sort of page it is, and no episode."""
    return bool(_OF_PAGE.search(title) or _MENU.match(title) or _CUT.match(title))


def titled(pages: Sequence[Page]) -> list[Page]:
    """The pages whose titles may be the episode's; all of them where none has such a title."""
    shows = {fold(show) for page in pages for show in page.values("show")}
    titles = [fold(title) for page in pages for title in page.values("title")[:1]]

    def names_episode(page: Page) -> bool:
        title = next(iter(page.values("title")), "")
        again = titles.count(fold(title)) > 1
        foreign = fold(title) in shows or _MENU.match(title) or _CUT.match(title)
        return bool(title) and not foreign and (again or not _OF_PAGE.search(title))

    return [page for page in pages if names_episode(page)] or list(pages)


def surest(pages: Sequence[Page]) -> str:
    """The title, of several, that other pages name too, or whose page tells most of the episode.

    A shorter form of the first one is no other title.
    """
    given = [(page.values("title")[0], page) for page in pages if page.values("title")]
    best = max(given, key=lambda one: (_named(one[0], one[1], pages), _facts(one[1])))[0]
    first = given[0][0]
    return first if fold(best) in fold(first) else best


def _named(title: str, own: Page, pages: Sequence[Page]) -> bool:
    """Whether a title stands in a line of another page that was not understood there."""
    wanted = fold(title)
    return any(wanted in fold(o.text) for p in pages if p is not own for o in p.omissions)


def _facts(page: Page) -> int:
    return sum(bool(page.values(field)) for field in _FACTS)
