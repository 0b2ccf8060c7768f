"""Which pages' titles name the episode; others are headlines of a page, or a site's name."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from quizapp.identity import fold
from quizapp.reading.page import Claim, Page

_OF_PAGE = re.compile(
    r"\b(?:questions|answers|answered|q ?& ?a|faqs?|(?:show|programme|program|chapter|episode|fan|"
    r"listening) notes|notes (?:on|from)|highlights|transcript|takeaways|recap|core ideas|"
    r"key ideas|digest)\b"
    r"|^(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|twelve|some)\s(?:\w+\s)?"
    r"(?:things|lessons|ideas|quotes|insights|lines)\b"
    r"|\bwhat (?:i|we) (?:learned|took)\b"
    r"|\b(?:letter|newsletter|bulletin|edition)$|\bin (?:two|three|five|ten) minutes$",
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


_ROLES = ("host", "guest")


def without_swapped(pages: Sequence[Page]) -> list[Page]:
    """The pages, those called but ``Ada Byron with Carl Roe`` without roles that others swap.

    Who of the two asks is not told by such a title.
    """
    return [_without_roles(page) if _swaps(page, pages) else page for page in pages]


def _swaps(page: Page, pages: Sequence[Page]) -> bool:
    host, guest = ("".join(page.values(role)[:1]) for role in _ROLES)
    both = {f"{host} with {guest}", f"{guest} with {host}"}
    if not (host and guest) or both.isdisjoint(page.values("title")):
        return False
    others = [other for other in pages if other is not page]
    return any(guest in other.values("host") or host in other.values("guest") for other in others)


def _without_roles(page: Page) -> Page:
    people = (replace(c, field="person") if c.field in _ROLES else c for c in page.claims)
    return replace(page, claims=tuple(people))


def with_shows_behind(pages: Sequence[Page]) -> list[Page]:
    """``Deep Sleep | Night Radio`` and, of another page, ``Night Radio``: what the show is.

    Only where no page names the show otherwise.
    """
    titles = {page.values("title")[0] for page in pages if page.values("title")}
    tails = {fold(tail) for title in titles for head, _, tail in [title.rpartition(" | ")] if head}
    shows = tails & {fold(title) for title in titles}
    if len(shows) != 1 or any(page.values("show") for page in pages):
        return list(pages)
    return [_with_show(page, shows) for page in pages]


def _with_show(page: Page, shows: Collection[str]) -> Page:
    claims: list[Claim] = []
    for claim in page.claims:
        head, bar, tail = claim.value.rpartition(" | ")
        if claim.field == "title" and fold(claim.value) in shows:
            claims.append(replace(claim, field="show"))
        elif claim.field == "title" and bar and fold(tail) in shows:
            claims += [replace(claim, value=head), replace(claim, field="show", value=tail)]
        else:
            claims.append(claim)
    return replace(page, claims=tuple(claims))
