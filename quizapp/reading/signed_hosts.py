"""The host who signs a page as such: ``-- Ada Byron, your host``."""

from __future__ import annotations

import re

from quizapp.reading.draft import Draft
from quizapp.reading.forms import Form
from quizapp.reading.names import NAME, bare_name, is_name
from quizapp.reading.people import resolve

_HOST = r"(?:[Yy]our|[Oo]ur) (?:podcast )?(?:host|presenter)(?: and (?:producer|editor|maker))?"
_SIGNED = Form(
    rf"^(?:[-–—~*]{{1,3}} ?)?(?P<name>{NAME})(?:,| [-–—|·]) {_HOST}[.!]?$",
    needs=" ",
)
_CALLED = Form(rf"^(?:[-–—~*]{{1,3}} ?)?{_HOST}(?:[,:]| [-–—])? (?P<name>{NAME})[.!]?$", needs=" ")
"""``Your host, Ada Byron``"""

_OF_SHOW = Form(
    rf"^(?:[-–—~*]{{1,3}} ?)?(?P<name>{NAME}), (?:the )?(?:host|presenter) of "
    r"(?P<show>[^.!?]{3,50}?)[.!]?$",
    needs=" of ",
)
"""``Ada Byron, host of Night Radio``, on a page of that show"""

_BELOW = re.compile(
    r"^(?:[Hh]ost|[Pp]resenter)(?: and (?:producer|editor))?, (?P<show>[^.!?]{3,50})$"
)
_NAME_ABOVE = re.compile(r"(?m)^(?P<name>\S.{2,40})\n(?:Host|Presenter), (?P<show>\S.{2,50})$")

_LONGEST = 90


def read(draft: Draft) -> None:
    """Claims the one who signs so, where the page tells no host otherwise."""
    if draft.values("host"):
        return
    signed: dict[str, int] = {}
    above = ""
    shows = {show.casefold() for show in draft.values("show")}
    for block in draft.source.blocks:
        text = block.plain if len(block.text) <= _LONGEST else ""
        found = _SIGNED.match(text) or _CALLED.match(text) if text else None
        of_show = _OF_SHOW.match(text) if text and not found else None
        if of_show and of_show["show"].casefold() in shows:
            found = of_show
        if found and is_name(found["name"]):
            signed.setdefault(bare_name(found["name"]), block.start)
        below = _BELOW.match(text) if text and above and is_name(above) else None
        if below and below["show"].casefold() in shows:
            signed.setdefault(bare_name(above), block.start)
        above = text
    name = next(iter(signed)) if len(signed) == 1 else None
    if name and resolve(name, draft.values("guest")) is None:
        draft.claim("host", name, signed[name])


def shows_below_names(text: str) -> set[str]:
    """The shows of ``Ada Byron`` above ``Host, Night Radio``, who are no hosts themselves."""
    return {found["show"] for found in _NAME_ABOVE.finditer(text) if is_name(found["name"])}
