"""Whom a founder means by ``we``: the company that the talk's title names.

``We sold four thousand boxes`` is told of the company, where it tells what companies do; who is
meant otherwise (a family, a class, all of us) nobody can tell.
"""

from __future__ import annotations

import re
from functools import cache

from quizapp.speech.phrases import words

_NAME = r"(?P<name>[A-Z][\w&-]+(?: [A-Z][\w&-]+)?)"
_LEADS = words("founder co-founder cofounder CEO owner chief boss head maker")
_OF_A_COMPANY = (
    re.compile(rf"\b(?i:{_LEADS})\b[^:.!?|]{{0,30}}? (?:of|at) {_NAME}"),
    re.compile(
        r"\b(?:Building|Founding|Starting|Running|Growing|Selling|Bootstrapping|Closing) "
        rf"{_NAME}\s*(?:$|[|:–—-])"
    ),
    re.compile(rf"\bwith [A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+)+ of {_NAME}\s*(?:$|[|:–—-])"),
)
_DID = words(
    "built sold shipped hired launched raised tested tried spent paid cut bought opened delivered "
    "designed made added started signed deployed installed ran lost grew closed moved chose "
    "decided charged missed fixed changed priced automated opened produced promised borrowed "
    "recalled called found failed learned learnt used took put did got broke stopped switched"
)
_OWNS = words(
    "payroll customers? clients? employees? staff budget revenue margins? investors? offices? "
    "factory factories products? kits? prototypes? patents? competitors? shops? stores? recall "
    "loss profit loan grant contract contracts machines trucks boxes ships market engineers"
)
_TELLS = re.compile(
    rf"\bwe (?:\w+ly |also |only |then |first |never |just )?"
    rf"(?:{_DID}\b|(?:couldn['’]t|could|didn['’]t|had to) [a-z]+|"
    rf"(?:(?:have|were|['’]ve(?: got)?|didn['’]t have)\b(?=[^.]*\b{_OWNS}\b)|"
    rf"had\b(?=[^.]*\b{_OWNS}\b[^.]*\b(?:in|by|until) (?:\d|year))))",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(?:us|ours|ourselves|I|me|my)\b|\bwe['’](?:d|ll|re)\b|\bwe (?:are|do|can|will|would|know|"
    r"think|say|see|need|want|call)\b",
    re.IGNORECASE,
)
"""What is said of more people than a company has, or of one of them."""
_OPENS = re.compile(
    r"^(?:(?:when|before|after|once|until|while|because|then|in [\w ]{2,20},?) )?we\b", re.I
)
_AGREEING = {"were": "was", "weren't": "wasn't", "weren’t": "wasn’t", "have": "has", "'ve": "has"}
_WE = re.compile(r"\bwe(?P<verb>['’]ve(?: got)?| were\b| weren['’]t\b| have\b)?", re.IGNORECASE)


@cache
def company(title: str) -> str | None:
    """The company of a founder's talk, by its title: ``… with Noor Haddad, founder of Tundra``."""
    for pattern in _OF_A_COMPANY:
        found = pattern.search(title)
        if found is not None:
            return found["name"]
    return None


def told_of(said: str, name: str | None) -> str:
    """``When we closed the shop, we sold …`` as ``When Tundra closed the shop, it sold …``."""
    if name is None or not _OPENS.match(said) or not _TELLS.search(said) or _OTHERS.search(said):
        return said
    told = 0

    def named(found: re.Match[str]) -> str:
        nonlocal told
        told += 1
        who = name if told == 1 else "it"
        verb = (found["verb"] or "").strip().lower().replace("’", "'").removesuffix(" got")
        return f"{who} {_AGREEING.get(verb, verb)}".rstrip()

    text = _WE.sub(named, said)
    return re.sub(r"\bour\b", "its", text)
