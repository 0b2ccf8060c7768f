"""Who makes a show, and whom she meets: ``Ada Byron, who makes Night Radio, walks with …``."""

from __future__ import annotations

from quizapp.reading.draft import Draft
from quizapp.reading.forms import Form
from quizapp.reading.names import NAME, bare_name, is_name
from quizapp.reading.people import resolve
from quizapp.reading.show_names import NAME_OF_SHOW, is_name_of_show, trimmed

_MAKES = Form(
    rf"\b(?P<host>{NAME}), who (?:makes|hosts|presents|runs|records|narrates) (?:the )?"
    r"(?P<show>[A-Z][\w'’&-]*(?: [\w'’&-]+){0,5})",
    needs=", who ",
)
_MEETS = Form(
    r"\b[Ii]n (?:this|today['’]s) (?:episode|edition|conversation),? "
    rf"(?P<host>{NAME})[^.!?\n]{{0,160}}? with the (?:[a-z-]+ ){{1,3}}(?P<guest>{NAME})",
    needs=" with the ",
)
"""``In this episode Ada Byron … climbs the tower with the bell founder Carl Roe``"""

_ASKS = Form(
    rf"\b(?P<host>{NAME}) [^.!?\n]{{3,200}}\. [Oo]n (?P<show>(?:[Tt]he )?{NAME_OF_SHOW}),? s?he "
    r"(?:asks|meets|interviews|welcomes|hears from|hears|(?:talks|speaks|sits down) (?:to|with)) ",
    needs="he ",
)
"""``Ada Byron comes by way of a tree. On Night Radio she asks …``"""

_READ = 6_000


def read(draft: Draft) -> None:
    """Claims the host of a show that is known, and the guest whom she meets in its episode."""
    text = draft.own(draft.source.text[:_READ])
    asks = None if draft.values("host") else _ASKS.search(text)
    if asks and is_name(asks["host"]) and resolve(asks["host"], draft.values("guest")) is None:
        draft.claim("host", bare_name(asks["host"]), 1)
        if not draft.values("show") and is_name_of_show(trimmed(asks["show"])):
            draft.claim("show", trimmed(asks["show"]), 1)
    for found in _MAKES.finditer(text) if not draft.values("host") else ():
        if is_name(found["host"]) and found["show"].startswith(tuple(draft.values("show")) or "\0"):
            draft.claim("host", bare_name(found["host"]), 1)
            break
    hosts = draft.values("host")
    for met in _MEETS.finditer(text) if hosts and not draft.values("guest") else ():
        known = resolve(met["host"], hosts) is not None
        if known and is_name(met["guest"]) and resolve(met["guest"], hosts) is None:
            draft.claim("guest", bare_name(met["guest"]), 1)
            return
