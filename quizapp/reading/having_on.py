"""Two hosts and whom they meet: ``where Ada Byron and Carl Roe have Eve Low on, who …``."""

from __future__ import annotations

import re

from quizapp.reading.draft import Draft
from quizapp.reading.forms import Form
from quizapp.reading.history import around, is_story, speaks_of_episode
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
    rf"\b(?P<one>{NAME}),? (?:and|&) (?P<other>{NAME}) (?P<does>(?:talk|speak|chat|talked|spoke|"
    rf"chatted|sit down|sat down|are joined|were joined) (?:to|with|by)|interview|interviewed|"
    rf"welcome|welcomed|host) {_TITLED}(?P<guest>{NAME})"
    r"(?=[,.;)]| (?:about|who|on|to|for|from|of) )",
    needs=" and ",
)
"""``Ada Byron and Carl Roe talk to the potter Eve Low about …``"""

_BOTH_VISIT = Form(
    rf"(?m:^)(?P<one>{NAME}),? (?:and|&) (?P<other>{NAME}) "
    rf"(?P<does>visit|meet|ask|question|call on|join|travel to|drop in on) {_TITLED}"
    rf"(?P<guest>{NAME})"
    r"(?=, (?:who|whose|an?|the) | (?:why|how|what|whether|about) |\.(?:\s|$))",
    needs=" and ",
)
"""``Ada Byron and Carl Roe visit Eve Low, who …``: of hosts only where the page speaks of such."""

_HOSTS = Form(
    r"\b(?:[Oo]ur|[Yy]our) (?:co-?hosts|hosts|presenters)\b|"
    r"\b(?:[Hh]osts|[Pp]resenters|[Cc]o-?hosts)\b(?:"
    rf":? {NAME} (?:and|&) |"
    r" (?:[a-z]+ ){0,3}(?:with|to|by) (?:[a-z]+ ){0,3}guests?\b|"
    r" (?:of|behind) (?:the|this|our) (?:show|podcast|series|programme|program)\b)|"
    r"\b[Tt]he hosts and [A-Z]"
)
"""``our hosts``, ``hosts Ada Byron and Carl Roe``, ``The hosts talk with a new guest``"""

_HOSTS_NEAR = re.compile(r"\b(?:hosts|presenters|co-hosts)\b", re.IGNORECASE)

_PAST = re.compile(r"(?:talked|spoke|chatted|sat|were|interviewed|welcomed)\b")


def read(text: str, draft: Draft) -> None:
    """Claims those who have somebody on as hosts, and whom they have on as the guest."""
    near = text[:_READ]
    told = (one for one in _BOTH_TALK.finditer(near) if not _is_of_story(one, near, draft))
    found = _HAVE_ON.search(near) or next(told, None) or _visit(near, draft)
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


def _visit(text: str, draft: Draft) -> re.Match[str] | None:
    """Where two go to see a third, on a page that speaks of its hosts or of an episode there."""
    found = _BOTH_VISIT.search(text)
    if found is None or _is_of_story(found, text, draft):
        return None
    said, _ = around(text, found.start(), found.end())
    told = speaks_of_episode(said) or _HOSTS_NEAR.search(said)
    return found if told or _HOSTS.search(draft.source.text) else None


def met_in_stories(text: str, draft: Draft) -> list[str]:
    """Whom two others once spoke with, in a story that an episode tells."""
    near = text[:_READ]
    met = (one for one in _BOTH_TALK.finditer(near) if _is_of_story(one, near, draft))
    return [bare_name(one["guest"]) for one in met]


def _is_of_story(found: re.Match[str], text: str, draft: Draft) -> bool:
    past = bool(_PAST.match(found["does"]))
    names = [bare_name(found[side]) for side in ("one", "other", "guest")]
    return is_story(text, found.start(), found.end(), draft, past=past, names=names)
