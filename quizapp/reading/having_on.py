"""Two hosts and whom they meet: ``where Ada Byron and Carl Roe have Eve Low on, who …``."""

from __future__ import annotations

from quizapp.reading.draft import Draft
from quizapp.reading.forms import Form
from quizapp.reading.meetings import claim_person, guest_known
from quizapp.reading.names import NAME, bare_name, is_name
from quizapp.reading.people import is_spoken_of, resolve
from quizapp.reading.show_names import SHOW_WORD

_READ = 6_000
"""Characters within which a page says who talks with whom."""

_TITLED = r"(?:(?:the|an?) )?(?:[a-z][\w'’-]* ){0,4}(?:(?:Dr|Prof|Professor|Sir|Dame)\.? )?"

_HAVE_ON = Form(
    rf"\b(?P<one>{NAME})(?:,? (?:and|&) (?P<other>{NAME}))? (?:have|has|had) {_TITLED}"
    rf"(?P<guest>{NAME}) (?:back )?on(?=[,.;)]| (?:to|for|again|as|this|the (?:show|podcast)) )",
    needs=" on",
)
"""``Ada Byron and Carl Roe have the potter Eve Low on, who …``"""

_BOTH_TALK = Form(
    rf"\b(?P<one>{NAME}),? (?:and|&) (?P<other>{NAME}) (?:(?:talk|speak|chat|talked|spoke|chatted|"
    rf"sit down|sat down|are joined|were joined) (?:to|with|by)|interview|interviewed|welcome|"
    rf"welcomed|host) {_TITLED}(?P<guest>{NAME})(?=[,.;)]| (?:about|who|on|to|for|from|of) )",
    needs=" and ",
)
"""``Ada Byron and Carl Roe talk to the potter Eve Low about …``"""


def read(text: str, draft: Draft) -> None:
    """Claims those who have somebody on as hosts, and whom they have on as the guest."""
    near = text[:_READ]
    found = _HAVE_ON.search(near) or _BOTH_TALK.search(near)
    if found is None:
        return
    guest = bare_name(found["guest"])
    hosts = [bare_name(name) for name in (found["one"], found["other"]) if name]
    known = draft.values("host")
    clear = all(is_name(name) for name in (*hosts, guest)) and not resolve(guest, [*hosts, *known])
    if not clear or any(resolve(name, draft.values("guest")) for name in hosts):
        return
    persons = len(hosts) > 1 or is_spoken_of(hosts[0], text)
    shows = any(SHOW_WORD.search(name) or name in draft.values("show") for name in hosts)
    for name in hosts if persons and not (shows or known) else ():
        draft.claim("host", name, 1)
    if not guest_known(guest, draft):
        claim_person("guest", guest, text, draft)
