"""What the margins of a show's own site say: its name on top and in ``© 2025 Night Radio``."""

from __future__ import annotations

import re
from itertools import pairwise

from quizapp.reading.areas import Area
from quizapp.reading.draft import Draft
from quizapp.reading.forms import Form
from quizapp.reading.names import NAME, bare_name, is_name
from quizapp.reading.people import resolve
from quizapp.reading.show_names import is_name_of_show, uncapped
from quizapp.reading.shows import names_around

_LOGO = re.compile(
    r"^\W{0,4}(?P<name>[^\W_][^\[\]()]{2,50}?)(?: (?:logo|cover art))?\W{0,4}(?:\(.*)?$"
)
"""``[![Night Radio logo](/logo.png)](/)``, or the name alone"""

_PRESENTS = Form(rf"^(?:[Pp]resented|[Hh]osted)(?: and produced)? by (?P<name>{NAME})\.?$")

_TOP = 4
"""Lines that say something."""


def read_show(draft: Draft) -> None:
    """Claims the name that stands both on top of a page and behind its ``©`` as the show.

    So does the site of a service that tells of many shows; its name is one word mostly, and the
    episodes it tells of have no number in front of their titles.
    """
    if draft.values("show") or not draft.values("number"):
        return
    titles = {title.casefold() for title in draft.values("title")}
    rights = {name.casefold() for name in names_around(draft) if " " in name} - titles
    rights -= {name.casefold() for name in _signing(draft)}
    top = (
        [(line, text) for line, text in draft.source.told if text.strip()][:_TOP] if rights else []
    )
    for line, text in top:
        found = _LOGO.match(text[:200])
        if found and found["name"].casefold() in rights:
            draft.claim("show", uncapped(found["name"]), line)
            return


_PROFILE = re.compile(r"\[(?P<name>[^\[\]]{4,60})\]\([^()\s]{0,120}/@[^()\s]{1,60}\)")
"""``[Ada Byron](https://mail.example/@ada)``: whoever writes on a site of many"""


def _signing(draft: Draft) -> set[str]:
    """Names like people's of those who speak on a page, or sign it with their own address."""
    heads = draft.source.text[:_READ]
    linked = {found["name"] for found in _PROFILE.finditer(heads)}
    marked = re.findall(r"(?m)^\W{0,4}([^\W\d_][^:\n]{3,40}):\W{0,3}\s", draft.source.text[:_SAID])
    return {name.strip("*_ ") for name in (*linked, *marked) if is_name(name.strip("*_ "))}


_READ, _SAID = 3_000, 30_000
"""Letters at the top of a page, and of what is said on it."""


def read_channel(draft: Draft) -> None:
    """Claims the name below ``by``, also one like a person's, where the page names all who speak.

    So is ``by`` and ``Night Walker`` a channel where Ada Byron talks with Carl Roe.
    """
    hosts, guests = draft.values("host"), draft.values("guest")
    if draft.values("show") or not (hosts and guests):
        return
    known = {part for name in [*hosts, *guests] for part in name.split()}
    for block, below in pairwise(draft.source.blocks[:_HEAD]):
        if block.plain.lower().rstrip(":") != "by" or known & set(below.plain.split()):
            continue
        if is_name_of_show(below.plain):
            draft.claim("show", below.plain, below.start)
            return


_HEAD = 20
"""Blocks"""


def read_host(draft: Draft) -> None:
    """Claims whom the credits at the foot of a page name as its presenter."""
    for region in draft.source.regions if not draft.values("host") else ():
        if region.area is not Area.NOISE or region.name.strip(" :").casefold() != "credits":
            continue
        for block in region.blocks:
            found = _PRESENTS.match(block.plain)
            name = bare_name(found["name"]) if found and is_name(found["name"]) else ""
            if name and resolve(name, draft.values("guest")) is None:
                draft.claim("host", name, block.start)
                return
