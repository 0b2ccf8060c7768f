"""Show, host and guest of an episode from the prose of an article about it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizapp.reading.block import Block
from quizapp.reading.draft import Draft
from quizapp.reading.forms import Form
from quizapp.reading.names import NAME, bare_name, is_name
from quizapp.reading.people import resolve
from quizapp.reading.show_names import is_name_of_show, trimmed

_WORDS = r"[A-Z][\w'’&-]*(?: (?:of|the|and|in|on|for|with|to|a|&|[A-Z][\w'’&-]*)){0,5}"

_SHOWS = (
    Form(rf"\b(?:[Tt]his|[Ll]ast) week['’]s (?:episode of )?(?P<name>{_WORDS})(?=,)"),
    Form(rf"\b(?P<name>{_WORDS}),? (?:\(?the|an?) (?:[\w-]+ ){{0,3}}podcast\b"),
    Form(
        rf"\b(?:episode|instal+ment|edition) of (?P<name>(?:[Tt]he )?{_WORDS})"
        r"(?=[,.:;]|\s\W?[a-z(])"
    ),
    Form(rf"\b(?P<name>[Tt]he {_WORDS}|{_WORDS}) podcast\b"),
    Form(rf"\b(?P<name>{_WORDS}), (?:with (?:its )?|whose )host [A-Z]"),
)
"""``In this week's Night Radio, …``, ``Night Radio, a podcast about …``"""

_START = re.compile(r"^(?:In|On|For|From|With|To|And|At|But|As|When|A|An)\s(?=[A-Z]|the\s)")
"""Words that but begin a sentence."""

_MEETS = (
    r"(?:visits|meets|walks|talks|speaks|sits|asks|goes|calls|travels|spends|joins|follows|"
    r"puts|opens|listens|stands)\b"
)
_HOSTS = (
    Form(rf"\b(?:[Pp]resenter|[Hh]ost|[Ii]nterviewer|[Pp]odcaster) (?P<name>{NAME})"),
    Form(rf"\b(?:episode|instal+ment|edition) of [^,.]{{3,40}}, (?P<name>{NAME}) {_MEETS}"),
    Form(rf"\bpodcast (?:in|on|for) which (?P<name>{NAME})(?= [a-z])"),
)
"""``the podcast in which Ada Byron sits down with …``"""


def read_names(told: Sequence[Block], draft: Draft) -> None:
    """Claims show and host where the first lines tell one of each; of two nobody can tell."""
    text = "\n".join(block.plain for block in told)
    line = told[0].start if told else 1
    shows = _shows(text)
    if len(shows) == 1 and not draft.values("show"):
        draft.claim("show", shows.pop(), line)
    hosts = {bare_name(name) for name in _found(_HOSTS, text) if is_name(name)}
    if len(hosts) == 1 and not draft.values("host"):
        draft.claim("host", hosts.pop(), line)


def read_signer(told: Sequence[Block], signers: set[str], draft: Draft) -> None:
    """Claims the only one who signs its pull quotes as the guest, if the first lines name them."""
    text = " ".join(block.plain for block in told)
    others = {name for name in signers if resolve(name, draft.values("host")) is None}
    if draft.values("host") and not draft.values("guest") and len(others) == 1:
        name = others.pop()
        if is_name(name) and name in text:
            draft.claim("guest", name, told[0].start)


def _shows(text: str) -> set[str]:
    """The names of shows, each once; ``the`` belongs to one where it is written large."""
    named: set[str] = set()
    for found in _found(_SHOWS, text):
        bare = _START.sub("", found)
        if bare.startswith("the "):
            large = bare[0].upper() + bare[1:]
            bare = large if large in text else bare[len("the ") :]
        if is_name_of_show(trimmed(bare)):
            named.add(trimmed(bare))
    return {name for name in named if f"The {name}" not in named}


def _found(forms: Sequence[Form], text: str) -> list[str]:
    return [found["name"] for form in forms for found in form.finditer(text)]
