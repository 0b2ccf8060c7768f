"""Whom the sentences of a turn speak of by ``he`` or ``she``."""

from __future__ import annotations

import re

from quizapp.sentences.names import Names
from quizapp.speech.phrases import words

_NAME = re.compile(r"\b[A-Z][a-z]+(?:[- ][A-Z][a-z]+)+\b")
_HE = re.compile(r"^(?P<who>[Hh]e|[Ss]he|[Hh]is|[Hh]er)(?P<has>['’]s|['’]d)?\b(?= [a-z])")
NO_PERSON = re.compile(
    r"\b"
    + words(
        "University Institute College School Street Road Church Museum Company City River Island "
        "North South East West New Saint United War World Great Black Silicon Valley Kingdom "
        "States Empire Party Court Times Death Plague Revolution Union League Bank Act Sea Lake "
        "Mount January February March April June July August September October November December"
    )
    + r"\b"
)
"""What two names with capitals have in them that are nobody's."""
_RELATIVES = words(
    "wife husband brother sister son daughter father mother friend colleague student teacher "
    "assistant partner rival"
)
_SOMEBODY = re.compile(
    r"(?<!in )(?<!at )(?<!near )(?<!from )(?<!to )(?<!of )\b[A-Z][a-z]+|"
    rf"\b(?:with|and|his|her) (?:a |the )?{_RELATIVES}\b"
)
"""Somebody else in a sentence, whom a pronoun after it may mean as well."""


class Subject:
    """Whom the sentences of a turn speak of by ``he`` or ``she``: who opened the last of them."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._who: str | None = None
        self._pronoun: str | None = None

    def named(self, said: str) -> str:
        """``He left five hundred letters`` with the person who opened the sentence before."""
        found = _HE.match(said)
        if found is None:
            opens = _NAME.match(said)
            person = opens and not NO_PERSON.search(opens[0]) and not self._names.mentions(opens[0])
            alone = opens and not _SOMEBODY.search(said[opens.end() :])
            self._who = opens[0] if opens and person and alone else None
            self._pronoun = None
            return said
        told = {"his": "he", "her": "she"}.get(found["who"].lower(), found["who"].lower())
        again = re.search(rf"\b{told}\b", said[found.end() :]) and found["who"].lower() == told
        if self._who is None or again or self._pronoun not in (None, told):
            self._who = None
            return said
        self._pronoun = told
        has = " has" if (found["has"] or "").endswith("s") else " had" if found["has"] else ""
        own = "'s" if found["who"].lower() in ("his", "her") else ""
        return f"{self._who}{own}{has}{said[found.end() :]}"
