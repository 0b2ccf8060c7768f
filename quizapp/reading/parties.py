"""Host and guest in the one sentence that says which episode of which show it is about.

Such a sentence names two people as a rule. Whoever is described (``the potter Carl Roe``,
``Carl Roe, who …``) or is said to be a guest is the guest; whoever invites, asks, is joined or
told is the host. Where that does not tell them apart, nobody is named.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.reading.callings import TRADE
from quizapp.reading.draft import Draft
from quizapp.reading.forms import Form
from quizapp.reading.names import NAME, bare_name, is_name
from quizapp.reading.people import resolve

_NAME = Form(NAME)
_TRADE = Form(rf"^{TRADE}$")
_TWO = 2

_HOST_BEFORE = re.compile(
    r"\b(?:[Hh]osts?|[Hh]osted by|[Pp]resent(?:ed by|er)|[Ii]nterview(?:er|ed by)|"
    r"[Mm]oderat(?:or|ed by)|conversation by)[:,]?\s$"
    r"|\b(?:tells?|told|joins?|joined|shows?|showed|explain(?:s|ed) to|reminds|replies to|"
    r"answers|guest of)\s(?:host\s)?$"
)
_ACTS = re.compile(
    r"^\s(?:interview(?:s|ed)|welcome[sd]|(?:has |had )?invite[sd]?|asks|asked|question(?:s|ed)|"
    r"quizze[sd]|visit(?:s|ed)|meets|met|had|has on|spends|spent|puts|sits down|sat down|hosts|"
    r"is joined|was joined|calls|called|grills|hears|heard|(?:talks|talked|talking|speaks|spoke|"
    r"speaking|chats|chatted|chatting|listens|listening)"
    r"\s(?:[a-z-]+\s){0,5}?(?:to|with)|in conversation with)\b"
)
_HOST_BEHIND = re.compile(
    r"^,?\s?[(,]?\s?(?:the |our |its |your )?(?:co-)?host\b"
    r"|^['’]s?\s(?:\w+\s){0,2}(?:guest|conversation|interview|chat|talk|discussion)\b"
    r"|^\sand\s(?:his|her|their)\s(?:\w+\s){0,2}guest\b|^\s(?:with|has) (?:special )?guest\b"
)
_ARTICLE = r"(?:the|an?|another|fellow)"
_TRADES = (
    r"(?:[a-z-]+(?:er|or|ist|ian|eer|wright|smith|man|woman)|chef|scholar|expert|nurse|analyst|"
    r"pilot|judge|monk|nun|critic|cook|poet|head|chief|guide|coach|guest)"
)
_GUEST_BEFORE = re.compile(
    r"\b[Gg]uests?(?:\s(?:is|was|this week|today))*[:,]?\s(?:(?:the|an?)\s)?(?:[a-z][\w-]*\s){0,4}$"
    rf"|\b{_ARTICLE}\s(?:[a-z][\w-]*\s){{0,3}}[a-z][\w-]*\s$"
    rf"|\b(?:with|by|to|and|when|[Ww]here|,|:)\s(?:[a-z][\w-]*\s){{0,3}}{_TRADES}\s$"
    rf"|(?:^|[.:,;]\s)[A-Z][a-z-]+\s(?:[a-z-]+\s){{0,2}}{_TRADES}\s$"
)
_NO_GUEST = re.compile(
    r"\b(?:talks?|talked|speaks?|spoke|sits?|sat|conversation|interview|chats?|hours?|minutes?|"
    r"asks|asked|questions?|visited|visits|invited|presented|hosted|tells?|told|[Hh]ost|"
    r"[Pp]resenter|length|week|time|when)\s(?:(?:with|by|to|that)\s)?$"
)
"""Words before a name that do not describe anybody."""

_GUEST_BEHIND = re.compile(
    r"^,\s(?:an?|the|who|whose|author|professor|formerly|once)\s(?!host|presenter|guest)"
    r"|^\s?\((?!host|presenter|co-host)(?:an?\s|the\s)?[a-z]"
    rf"|^,\s{_TRADES}\b"
    r"|^\s(?:joins|joined|explains|explained|tells|told|argues|answers|describes)\b"
)
_MEETING = re.compile(
    r"\b(?:talk|spoke|speak|chat|conversation|interview|guest|host|join|tell|told|ask|welcome|"
    r"invite|visit|meet|met\b|spend|spent|question|discuss|explain|had\b|together|sat|sit|present)",
    re.IGNORECASE,
)


_PLACE = re.compile(r"\b(?<!guest )(?:of|in|from|at|near|across|into|through|around)(?: the)?\s$")
"""``a historian of Central Asia``: nobody takes part of whom that is said."""


def acts(behind: str) -> bool:
    """Whether a text goes on as behind a host's name: ``spoke with …``."""
    return bool(_ACTS.match(behind))


@dataclass(frozen=True, slots=True)
class _Party:
    """Somebody whom the sentence names, and how much speaks for either role."""

    name: str
    host: bool
    guest: bool
    acts: bool

    @property
    def told(self) -> int:
        """How much speaks for the host; whoever talks with somebody may be either."""
        return 4 * self.host - 2 * self.guest + self.acts


def read(said: str, known: Sequence[str], line: int, draft: Draft) -> bool:
    """Claims host and guest of a sentence; ``known`` are the names of shows and titles in it."""
    found = _parties(said, known) if _MEETING.search(said) else []
    if len(found) != _TWO:
        return False
    one, other = sorted(found, key=lambda party: party.told, reverse=True)
    if one.told == other.told or (one.guest and other.guest):
        return False
    hosts, guests = draft.values("host"), draft.values("guest")
    if resolve(one.name, guests) or resolve(other.name, hosts):
        return False
    if not hosts:
        draft.claim("host", one.name, line)
    if not guests:
        draft.claim("guest", other.name, line)
    return True


def _parties(said: str, known: Sequence[str]) -> list[_Party]:
    parties: list[_Party] = []
    for found in _NAME.finditer(_masked(said, known)):
        name = found[0].removesuffix("'s").removesuffix("’s")
        first, _, rest = name.partition(" ")
        trade = is_name(rest) and bool(_TRADE.match(first))
        hosting = is_name(rest) and first in ("Host", "Presenter")
        name = rest if trade or hosting or (is_name(rest) and not is_name(name)) else name
        if _PLACE.search(said, 0, found.start()):
            continue
        if not is_name(name) or resolve(name, [party.name for party in parties]):
            continue
        end = found.start() + found[0].index(name) + len(name)
        before, behind = said[: found.start()], said[end:]
        host = hosting or bool(_HOST_BEFORE.search(before) or _HOST_BEHIND.match(behind))
        described = _GUEST_BEFORE.search(before) and not _NO_GUEST.search(before)
        guest = trade or bool(described or _GUEST_BEHIND.match(behind))
        parties.append(_Party(bare_name(name), host, guest, acts(behind)))
    return parties


def _masked(said: str, known: Sequence[str]) -> str:
    """The sentence, with dots instead of the names of shows and titles."""
    for name in known:
        said = said.replace(name, "." * len(name))
    return re.sub(r"[“\"„][^“”\"„]{3,120}[”\"“]", lambda found: "." * len(found[0]), said)
