"""What the first words of a talk say: ``This is Night Radio with Ada Byron. My guest is …``."""

from __future__ import annotations

from quizapp.reading import greetings_said
from quizapp.reading.draft import Draft
from quizapp.reading.forms import Form
from quizapp.reading.names import BIG, NAME, bare_name, is_name
from quizapp.reading.people import resolve
from quizapp.reading.show_names import is_name_of_show, trimmed

_WORDS = rf"{BIG}[\w'’&-]*(?: (?:(?:of|the|and|in|for|to|a|&) ){{0,2}}{BIG}[\w'’&-]*){{0,4}}"

_THIS_IS = Form(
    rf"\b[Tt]his is (?P<show>{_WORDS}) with (?P<host>{NAME})(?= on {BIG}|[.,!])", needs=" with "
)
"""``This is Night Radio with Ada Byron on Harbour FM.``"""

_SPECIAL = Form(
    r"\b(?:special|wonderful|great|amazing|next|first) guest[.,;:!]? (?:(?:[Hh]is|[Hh]er|[Tt]heir) "
    rf"name is|(?:[Ii]t|[Hh]e|[Ss]he) is|(?:[Ii]t|[Hh]e|[Ss]he)['’]s) (?P<guest>{NAME})",
    needs="guest",
)
"""``I have a special guest. Her name is Ada Byron.``"""

_WELCOMES = Form(
    rf"\b(?:[Ww]elcome (?:back )?to|[Tt]his is|[Ll]istening to) (?P<show>(?:[Tt]he )?{_WORDS}), "
    r"(?:(?:the|an?|your|our) (?:[a-z-]+ ){0,3}(?:podcast|show|programme|program|series)\b"
    r"|(?:where|in which) (?:we|I) (?:ask|talk|look|explore|meet|speak|discuss|dig|listen|tell|"
    r"learn|follow|interview|chat|sit|visit|take apart)\b)"
)
"""``Welcome to Night Radio, the programme about …``, ``This is Night Radio, where we ask …``"""

_GREETS = Form(
    r"^(?:(?:[Hh]ello|[Hh]i)[,.!]? (?:and )?)?[Ww]elcome (?:back )?to (?P<show>(?:[Tt]he )?"
    rf"{_WORDS})[.!,] .{{0,300}}?\bI(?:['’]m| am) (?P<host>{NAME})"
)
"""``Welcome to Night Radio. The subject is sleep. I'm Ada Byron …``, the first words"""

_READ = 600
"""Letters of what is said first."""


def read(draft: Draft) -> None:
    """Claims show, host and guest that whoever begins to speak tells."""
    said = " ".join(turn.text for turn in draft.turns[:2])[:_READ]
    line = draft.turns[0].line_start if draft.turns else 1
    opened = _THIS_IS.search(said[: _READ // 2])
    if opened and is_name(opened["host"]) and is_name_of_show(opened["show"]):
        if not draft.values("show") and not is_name(opened["show"]):
            draft.claim("show", trimmed(opened["show"]), line)
        if not draft.values("host"):
            draft.claim("host", bare_name(opened["host"]), line)
    _read_welcome(said, line, draft)
    _read_greeting(draft)
    greetings_said.read(draft)
    met = _SPECIAL.search(said)
    if met and is_name(met["guest"]) and not draft.values("guest"):
        name = bare_name(met["guest"])
        if resolve(name, draft.values("host")) is None:
            draft.claim("guest", name, line)


def _read_greeting(draft: Draft) -> None:
    """Claims the show to which somebody bids welcome, who then says who they are: the host."""
    first = draft.turns[0] if draft.turns else None
    found = _GREETS.match(first.text[:_READ]) if first else None
    if first is None or found is None:
        return
    name = trimmed(found["show"])
    own = first.speaker is None or resolve(found["host"], [first.speaker]) is not None
    guest = resolve(found["host"], draft.values("guest")) is not None
    if own and not guest and is_name(found["host"]) and not draft.values("host"):
        draft.claim("host", bare_name(found["host"]), first.line_start)
    if draft.values("show"):
        return
    if own and " " in name and is_name_of_show(name) and resolve(name, draft.people) is None:
        draft.claim("show", name, first.line_start)


def _read_welcome(said: str, line: int, draft: Draft) -> None:
    found = None if draft.values("show") else _WELCOMES.search(said)
    name = trimmed(found["show"]) if found else ""
    if found and is_name_of_show(name) and resolve(name, draft.people) is None:
        draft.claim("show", name, line)
