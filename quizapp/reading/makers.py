"""Who makes a show, and whom she meets: ``Ada Byron, who makes Night Radio, walks with …``."""

from __future__ import annotations

from quizapp.reading.draft import Draft
from quizapp.reading.forms import Form
from quizapp.reading.names import NAME, bare_name, is_name
from quizapp.reading.people import merged, resolve
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

_MADE_BY = Form(
    r"(?m:^)\W*(?:[Cc]redits:\W*)?(?P<show>(?:[Tt]he )?" + NAME_OF_SHOW + r") is "
    r"(?:(?:made|hosted|presented|created|written|recorded|produced|run)(?:,| and)? ){1,3}by "
    rf"(?P<host>{NAME})(?:,? (?:and|&) (?P<other>{NAME}))?(?=[.,;]| for )",
    needs=" by ",
)
"""``Night Radio is made by Ada Byron and Carl Roe.``"""

_READ = 6_000


def read_credited(draft: Draft) -> None:
    """Claims a show and those who make it, where they speak in the talk with somebody else."""
    voices = merged(turn.speaker for turn in draft.turns if turn.speaker)
    if draft.values("host") or len(voices) < _TWO:
        return
    for region in draft.source.regions:
        for block in region.blocks:
            found = _MADE_BY.match(block.plain) if " by " in block.plain[:_LINE] else None
            if found is None or not is_name_of_show(trimmed(found["show"])):
                continue
            shows = draft.values("show")
            if shows and trimmed(found["show"]) not in shows:
                continue
            names = [bare_name(one) for one in (found["host"], found["other"]) if one]
            known = [resolve(name, voices) is not None for name in names]
            others = [one for one in voices if resolve(one, names) is None]
            if not (all(known) and others and all(map(is_name, names))):
                continue
            if any(resolve(name, draft.values("guest")) for name in names):
                continue
            draft.claim("show", trimmed(found["show"]), block.start)
            for name in names:
                draft.claim("host", name, block.start)
            if len(others) == 1 and is_name(others[0]) and not draft.values("guest"):
                draft.claim("guest", others[0], block.start)
            return


_TWO = 2
_LINE = 200
"""Letters of a credit."""


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
