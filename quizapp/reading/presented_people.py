"""Those who speak, presented above a talk with what each of them is, one marked as the host.

``Ada Byron (host), head of bells`` in a list below ``Meet the speakers``, or all of them in one
line: ``In conversation: Ada Byron (AB), who presents Night Radio; Carl Roe (CR), potter``.
"""

from __future__ import annotations

import re

from quizapp.reading.draft import Draft
from quizapp.reading.forms import Form
from quizapp.reading.names import NAME, bare_name, is_name
from quizapp.reading.people import resolve

_HOST = r"(?:co-?)?(?:host|moderator|interviewer|presenter|chair)"
_PRESENTED = Form(
    rf"^(?:and )?(?:(?:Dr|Prof|Professor|Sir|Dame)\.? )?(?P<name>{NAME})"
    r"(?: \((?P<mark>[^()]{1,40})\))?"
    r"(?=$|[,:–—-]| [–—(-])(?P<what>.{0,200})$"
)
_MARKED = re.compile(rf"\b{_HOST}\b", re.IGNORECASE)
_HOSTS = re.compile(
    rf"^,? ?(?:who |your |our |the )?(?:(?:presents|hosts|moderates|chairs)\b|{_HOST}$|"
    rf"{_HOST}(?:,| of (?:this|the|our)\b))",
    re.IGNORECASE,
)
_LEAD = re.compile(r"^[A-Z][^:;.]{2,40}: ")
"""``In conversation: ``"""

_LONGEST, _MOST, _TOP = 600, 5, 60
"""Letters of a line; people of one talk; blocks above it."""


def read(draft: Draft) -> None:
    """Claims host and guests, where the presented are just those who speak and one of them hosts.

    Voices without a name, such as ``Audience member``, are none of them.
    """
    voices = {turn.speaker for turn in draft.turns if turn.speaker and is_name(turn.speaker)}
    if not 1 < len(voices) <= _MOST or draft.values("guest"):
        return
    first = draft.turns[0].line_start
    above = [block for block in draft.source.blocks if block.end < first][:_TOP]
    lines = [block.plain for block in above if block.is_item and len(block.text) <= _LONGEST]
    if _claim(lines, voices, first, draft):
        return
    for block in above:
        text = block.plain if len(block.text) <= _LONGEST else ""
        if text.count("; ") and _claim(_LEAD.sub("", text).split("; "), voices, block.start, draft):
            return


def _claim(parts: list[str], voices: set[str], line: int, draft: Draft) -> bool:
    """Claims those whom the parts present; False where these are not the ones who speak."""
    hosts: list[str] = []
    guests: list[str] = []
    for part in parts:
        found = _PRESENTED.match(part.strip().rstrip("."))
        name = bare_name(found["name"]) if found else ""
        if not found or not is_name(name) or resolve(name, sorted(voices)) is None:
            continue
        marked = _MARKED.search(found["mark"] or "") or _HOSTS.match(found["what"])
        (hosts if marked else guests).append(name)
    known = draft.values("host")
    if not hosts and len(known) == 1 and resolve(known[0], sorted(voices)) is not None:
        hosts = [known[0]]  # "The evening was led by Ada Byron", and the list is of her guests
    if len({*hosts, *guests}) != len(voices) or len(hosts) != 1 or not guests:
        return False
    if known and resolve(hosts[0], known) is None:
        return False
    for field, names in (("host", hosts if not known else []), ("guest", guests)):
        for name in names:
            draft.claim(field, name, line)
    return True
