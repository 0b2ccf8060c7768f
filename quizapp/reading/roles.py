"""Names with their roles behind them: ``Ada Byron (host), Carl Roe (guest)``."""

from __future__ import annotations

from quizapp.reading.cues import cued
from quizapp.reading.forms import Form
from quizapp.reading.names import NAME, bare_name, is_name

_FIELDS = {
    "host": "host", "co-host": "host", "cohost": "host", "interviewer": "host",
    "moderator": "host", "presenter": "host", "ведущий": "host", "ведущая": "host",
    "guest": "guest", "interviewee": "guest", "special guest": "guest",
    "гость": "guest", "гостья": "guest",
}  # fmt: skip
_ROLE = "|".join(sorted(_FIELDS, key=len, reverse=True))
_BEHIND = Form(
    rf"(?:\b(?:[Ww]ith|[Bb]y|[Ff]eaturing|From|And)\s)?(?P<name>{NAME})(?:,?\s(?:Ph\.?D|M\.?D)\.?)?\s?"
    rf"(?:[(\[](?P<role>(?i:{_ROLE}))\b[^()\[\]]{{0,60}}[)\]]"
    rf"|(?:\s[-–—]\s|,\s|:\s)(?P<role2>(?i:{_ROLE}))\s*$)"
)
_LONGEST = 300


_MY_GUEST = cued(
    Form(
        r"\b(?:[Mm]y (?:guest|conversation|interview|talk|chat)|I (?:talk|talked|spoke|speak|"
        r"sat down|sit down|interviewed|interview|chat|chatted|caught up|am joined)\b|"
        r"I (?:[\w'’]+ ){1,8}to (?:meet|visit|interview) (?=[A-Z])|I['’]m joined|"
        r"[Oo]ur (?:conversation|interview|talk|chat)\b|joins? me|joined me|"
        r"I asked (?:her|him|them) (?:why|what|how|when|where|whether|about|if)|"
        r"(?:[Ss]he|[Hh]e|[Tt]hey) (?:tells?|shows?|explains? to) me|"
        r"[A-Z][\w'’-]+ (?:tells|shows|explains to) me)\b"
    ),
    "my our i join joins joined tell tells show shows explain explains",
    r"[MmOo](?:y|ur) (?:guest|conv|inter|talk|chat)|I(?: [a-z]|['’]m joined)|"
    r"join(?:s|ed)? me|(?:tells?|shows?|explains? to) me",
)
_READ = 6_000


def speaks_of_guest(text: str) -> bool:
    """Whether whoever writes is the host: ``My guest this week``."""
    return bool(_MY_GUEST.search(text, _READ))


def roles_in(text: str) -> list[tuple[str, str]]:
    """The field (``host``, ``guest``) and the name of everybody whose role stands behind them."""
    if len(text) > _LONGEST:
        return []
    return [
        (_FIELDS[(found["role"] or found["role2"]).lower()], bare_name(found["name"]))
        for found in _BEHIND.finditer(text)
        if is_name(found["name"])
    ]
