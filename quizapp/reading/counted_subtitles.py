"""Guests beside a number or a title that is known: ``Night Radio #12 with Ada Byron``.

Such a line stands above or below the title of a page, or is the title of its window. The show's
own host may be named there as well: whoever is a guest is told by the host, who is another one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.reading.draft import Draft
from quizapp.reading.forms import Form
from quizapp.reading.names import NAME, is_name, split_names
from quizapp.reading.own_letters import owners
from quizapp.reading.people import resolve
from quizapp.reading.roles import speaks_of_guest

_WITH = re.compile(
    r"(?:,|:| [|·–—-])? (?:podcast |show )?(?:#|no\.? ?|ep(?:isode)?\.? ?#?)(?P<number>\d{1,4})"
    r"(?:,|:| [|·–—-])? (?:with|feat\.?|ft\.?|featuring) (?P<names>[A-ZÀ-Þ].{3,120})",
    re.IGNORECASE,
)
"""`` #12 with Ada Byron and Carl Roe``, behind the name of the show"""

_WITH_BEHIND = re.compile(
    r"(?:,| [|·–—-])? (?:with|feat\.?|ft\.?|featuring) (?P<names>[A-ZÀ-Þ][^|#–—]{3,120}?)"
    r"(?: [|·–—-] (?P<behind>\S.{2,80}))?",
    re.IGNORECASE,
)
"""`` with Ada Byron | Night Radio #12``, behind the title of the page"""

_ON = Form(
    r"^(?:Episode|Ep\.?|EP\.?) ?#?(?P<number>\d{1,4})(?::| [|·–—-]) "
    rf"(?P<names>{NAME}(?:(?:,| and| &) {NAME}){{0,2}}) (?:on|about) \S",
)
"""``Episode 12: Ada Byron on bells``"""

_HEAD, _LONGEST = 8, 200
"""Blocks from the top; letters of such a line."""


def read(draft: Draft) -> None:
    """Claims the guests of such a line, and its number, where no guest is known but the host is."""
    hosts = draft.values("host") or owners(draft)
    if draft.values("guest") or not hosts:
        return
    for line, found in _told(draft):
        names = split_names(found["names"])
        parts = re.split(r",| and | & ", found["names"])
        others = [*hosts, *draft.values("show")]
        if len(names) != sum(bool(part.strip()) for part in parts):
            continue  # "with Ada Byron and friends"
        if not names or not all(is_name(name) and not resolve(name, others) for name in names):
            continue
        for name in names:
            draft.claim("guest", name, line)
        number = found.groupdict().get("number")
        if number and not draft.values("number"):
            draft.claim("number", int(number), line)
        return


def _told(draft: Draft) -> Iterator[tuple[int, re.Match[str]]]:
    """The lines of such forms at the top of a page and in its window's title."""
    lines = [(block.start, block.plain) for block in draft.source.blocks[:_HEAD]]
    lines += [(one.line, one.value) for one in draft.source.fields if one.name == "page title"]
    converses = speaks_of_guest(draft.source.text)
    for line, text in lines:
        if len(text) > _LONGEST:
            continue
        for show in draft.values("show"):
            if text.startswith(show) and (found := _WITH.fullmatch(text[len(show) :])):
                yield line, found
        for title in draft.values("title"):
            if text.startswith(title) and (found := _WITH_BEHIND.fullmatch(text[len(title) :])):
                yield line, found
        if converses and (found := _ON.match(text)):
            yield line, found
