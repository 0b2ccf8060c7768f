"""People listed below ``People``, each beside a picture of which only the initials are left."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizapp.reading.block import Block
from quizapp.reading.draft import Draft
from quizapp.reading.initials import is_of
from quizapp.reading.labels import field_of
from quizapp.reading.names import bare_name, is_name
from quizapp.reading.people import resolve
from quizapp.reading.region import Region

_TWO = 2


def without_pictures(blocks: Sequence[Block]) -> list[Block]:
    """The blocks without ``A`` and ``AB`` right above or below ``Ada Byron``."""
    rest: list[Block] = []
    for place, block in enumerate(blocks):
        near = [*blocks[max(0, place - 1) : place], *blocks[place + 1 : place + 2]]
        if not any(is_of(block.plain, one.plain) for one in near if is_name(one.plain)):
            rest.append(block)
    return rest


def read(region: Region, blocks: Sequence[Block], draft: Draft) -> None:
    """Takes the names that stand alone on lines below such a heading."""
    if field_of(region.name) != "person":
        return
    for block in blocks:
        if is_name(block.plain):
            draft.claim("person", bare_name(block.plain), block.start)


_HOSTS = re.compile(r"(?:your |the |our |meet (?:the|your) )?(?:co-?)?hosts:?", re.IGNORECASE)


def read_hosts(draft: Draft) -> None:
    """Takes all whose names stand alone on the lines below ``Your Hosts``, a marked heading."""
    blocks = draft.source.blocks
    start = next((i for i, b in enumerate(blocks[:_TOP]) if _HOSTS.fullmatch(b.plain)), None)
    if start is None or not blocks[start].level:
        return
    names: list[Block] = []
    for block in blocks[start + 1 :]:
        if block.level or not is_name(block.plain):
            break
        names.append(block)
    hosts = draft.values("host")
    known = [one for one in hosts if resolve(one, [block.plain for block in names]) is not None]
    if len(names) != _TWO or len(known) < len(hosts):
        return
    for block in names:
        if resolve(block.plain, [*draft.values("host"), *draft.values("guest")]) is None:
            draft.claim("host", bare_name(block.plain), block.start)


_TOP = 30
"""Blocks from the top."""


def read_beside_host(draft: Draft) -> None:
    """Takes as guests those whom a line lists beside the host, where all of them speak.

    ``On stage: Ada Byron (moderator), Carl Roe (potter), Eve Low (who mends bells)``.
    """
    hosts = draft.values("host")
    line = next((one.line for one in draft.claims if one.field == "host"), 0)
    rows = {line, line - 1, line + 1}
    named = (one.value for one in draft.claims if one.field == "person" and one.line in rows)
    others = [name for name in dict.fromkeys(named) if resolve(name, hosts) is None]
    voices = list({turn.speaker for turn in draft.turns if turn.speaker})
    if len(hosts) != 1 or draft.values("guest") or not 0 < len(others) <= _MOST:
        return
    if all(resolve(name, voices) is not None for name in [*hosts, *others]):
        for name in others:
            draft.claim("guest", name, line)


_MOST = 4
"""Guests of one talk."""
_MARKED = re.compile(
    r"^(?P<name>[^()\[\],:]{3,60}?)(?:\s[(\[]|,\s|\s[–—-]\s)(?:the )?(?:co-?)?"
    r"(?:host|moderator|interviewer|presenter)[)\]]?$",
    re.IGNORECASE,
)
"""``Ada Byron (host)``"""


def read_marked(draft: Draft) -> None:
    """Takes as guests those who speak, below ``Participants``, beside one marked as the host."""
    parts = [one for one in draft.source.regions if field_of(one.name) == "person"]
    voices = list({turn.speaker for turn in draft.turns if turn.speaker})
    hosts = draft.values("host")
    for part in parts if hosts and voices else ():
        marked = [found for block in part.blocks if (found := _MARKED.match(block.plain))]
        names = [(block.start, bare_name(block.plain)) for block in _bare(part.blocks)]
        known = [found for found in marked if resolve(found["name"], hosts) is not None]
        if not known or len(known) < len(marked) or not 0 < len(names) <= _MOST:
            continue
        if not all(resolve(name, voices) is not None for _, name in names):
            continue
        for line, name in names:
            if resolve(name, [*hosts, *draft.values("guest")]) is None:
                draft.claim("guest", name, line)


def _bare(blocks: Sequence[Block]) -> list[Block]:
    return [block for block in without_pictures(blocks) if is_name(block.plain)]


def read_titled(draft: Draft) -> None:
    """Of two who take part, the one whom the title names is the guest, and the other asks."""
    people = draft.people
    if len(people) != _TWO or draft.values("host") or draft.values("guest"):
        return
    if len(set(draft.values("person"))) != _TWO:
        return
    titles = " ".join(draft.values("title"))
    named = [name for name in people if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", titles)]
    if len(named) == 1:
        other = next(name for name in people if name != named[0])
        draft.claim("guest", named[0], 1)
        draft.claim("host", other, 1)
