"""The letter in which somebody writes of their own show: ``on Night Radio I talk to Carl Roe``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from quizapp.reading.block import Block
from quizapp.reading.dates import published
from quizapp.reading.draft import Draft
from quizapp.reading.forms import Form
from quizapp.reading.names import NAME, bare_name, is_name
from quizapp.reading.people import resolve
from quizapp.reading.show_names import is_name_of_show
from quizapp.reading.wording import is_prose

_OWN = Form(
    r"\b[Oo]n (?P<show>[A-Z][\w'’&-]*"
    r"(?: (?:(?:of|the|and|in|on|for|to|a|&) )?[A-Z][\w'’&-]*){0,5}),? "
    r"(?:I|we) (?:also )?(?:(?:talk|talked|speak|spoke|sit|sat down|chat|chatted) (?:to|with)|"
    r"interview|interviewed|welcome|welcomed|visit|visited|meet|met|ask|asked)\b"
    r"(?: (?:(?:the|an?|my|our) (?:[a-z-]+ ){0,4})?(?:(?:Dr|Prof)\.? |Professor |Brother |Sister )?"
    rf"(?P<guest>{NAME})(?=[,.]| about\b))?",
    needs=" ",
)
"""``This week on Night Radio I talk to Carl Roe``"""

_SIGNED = Form(rf"^[-–—~]{{1,2}} ?(?P<name>{NAME})$", needs=" ")
_RIGHTS = Form(rf"^(?:©|\(c\)|Copyright) (?:19|20)\d\d (?P<name>{NAME})(?= [·|•∙]|$)", needs=" ")
"""``© 2024 Ada Byron · Privacy``"""

_TOP, _LONGEST = 30, 120
"""Blocks; letters of a line that names somebody."""

_NEAR, _DAY = 8, 30
"""Blocks within which a letter's day stands; letters of it."""


def read(draft: Draft) -> None:
    """Claims the show that a writer calls their own, its guest, and who signs the page as host."""
    blocks = draft.source.blocks
    shows = draft.values("show")
    found = next((one for b in blocks[:_TOP] if (one := _OWN.search(b.plain))), None)
    show = found["show"] if found else ""
    if not show or (shows and show not in shows) or not is_name_of_show(show):
        return
    if not any(show in block.plain for block in blocks if show != block.plain):
        return
    draft.claim("show", show, next(b.start for b in blocks if show in b.plain))
    _take_day(blocks, draft)
    guest = bare_name(found["guest"]) if found and found["guest"] else ""
    if is_name(guest) and not draft.values("guest"):
        draft.claim("guest", guest, next(b.start for b in blocks if guest in b.plain))
    if draft.values("host"):
        return
    signed = _signers(blocks, show)
    if len(signed) == 1 and resolve(next(iter(signed)), draft.values("guest")) is None:
        draft.claim("host", *next(iter(signed.items())))


def read_signed(draft: Draft) -> None:
    """Claims whose name alone stands on top of a letter and beside its ``©``, as its host.

    The letter has to be the show's own: it counts its episodes, and names the guest of this one.
    One that greets its readers may be signed above its parts instead: ``— Ada Byron``.
    """
    counted = draft.values("show") and draft.values("number") and draft.values("guest")
    if draft.values("host") or not counted:
        return
    others = [*draft.values("guest"), *draft.values("show")]
    signed = [one for one in owners(draft) if resolve(one, others) is None]
    if len(signed) == 1:
        top = (block for block in draft.source.blocks[:_NEAR] if block.plain == signed[0])
        draft.claim("host", signed[0], next(top).start)
    elif not signed:
        _read_signed_greeting(others, draft)


def owners(draft: Draft) -> list[str]:
    """Whose names stand alone near the top of a page and beside the ``©`` at its foot."""
    top = {block.plain for block in draft.source.blocks[:_NEAR]}
    foot = [text for _, text in draft.source.told if text.strip()][-_FOOT:]
    owning = {found["name"] for text in foot if (found := _RIGHTS.match(text[:_LONGEST]))}
    return sorted(one for one in owning & top if is_name(one))


def _read_signed_greeting(others: Sequence[str], draft: Draft) -> None:
    """Claims who signs what stands below ``Hi friends,`` on top of a letter, and no quote in it."""
    blocks = draft.source.regions[0].blocks
    start = next((i for i, block in enumerate(blocks) if _GREETING.fullmatch(block.plain)), None)
    if start is None:
        return
    for above, block in pairwise(blocks[start + 1 :]):
        dashed = block.sign in _SIGNS or _SIGNED.match(block.plain)
        name = block.plain.lstrip("-–—~ ")
        quoted = above.sign == ">" or above.plain[:1] in '“"‘«'
        if dashed and is_name(name) and not quoted and is_prose(above.plain):
            if resolve(name, others) is None:
                draft.claim("host", bare_name(name), block.start)
            return


_GREETING = re.compile(
    r"(?:hi|hello|hey|dear|good (?:morning|evening|afternoon))\b[^.:?]{0,40}[,!]", re.IGNORECASE
)
_SIGNS = frozenset({"—", "–"})


_FOOT = 8
"""Lines at the foot of a letter."""


def _take_day(blocks: Sequence[Block], draft: Draft) -> None:
    """Claims the one day on a line of its own near the top: the letter comes with its episode."""
    if draft.values("published") or draft.values("released"):
        return
    days = {
        day.isoformat(): block.start
        for block in blocks[:_NEAR]
        if len(block.text) <= _DAY and (day := published(block.plain)) is not None
    }
    if len(days) == 1:
        draft.claim("published", *next(iter(days.items())))


def _signers(blocks: Sequence[Block], show: str) -> dict[str, int]:
    """Who signs a page below what it says first or beside its ``©``, each with the line."""
    signed: dict[str, int] = {}
    above = None
    for block in blocks:
        text = block.plain if len(block.text) <= _LONGEST else ""
        quoted = above is not None and (above.sign == ">" or above.plain[:1] in '“"‘«')
        found = (None if quoted else _SIGNED.match(text)) or _RIGHTS.match(text)
        if found and is_name(found["name"]) and found["name"] != show:
            signed.setdefault(bare_name(found["name"]), block.start)
        above = block
    return signed
