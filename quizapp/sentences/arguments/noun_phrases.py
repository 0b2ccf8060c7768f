"""Where the noun phrase that follows a verb ends, and whether it is one."""

from __future__ import annotations

import re

from quizapp import language
from quizapp.sentences.pronouns import has_pronoun

PHRASE_STARTS = frozenset("AT0 DT0 DPS AJ0 AJC AJS NN0 NN1 NN2 NP0 CRD ORD UNC".split())
_NEW = re.compile(
    r"[;:] |, (?:which|who|where|while|whereas|although|though|but|so|because|despite|even|"
    r"regardless|as|since|with|(?!includ)\w+ing)\b| (?:but|because|although|due to|so that|"
    r"by \w+ing)\b"
)
"""What opens something new; a list may hold commas and ``and``."""
_LINKS = frozenset(("that", "which", "who", "whose", "where", "when", "how", "what", "why"))


def first_clause(rest: str) -> str:
    """What follows a verb up to where something new is said."""
    cut = _NEW.search(rest)
    kept = rest[: cut.start()] if cut else rest
    for found in re.finditer(r",? and ", kept):
        if ", " in kept[: found.start()] and found[0] == " and ":
            continue  # a list inside a list
        if _has_own_verb(kept[found.end() :], base=False):
            kept = kept[: found.start()]
            break
    return kept.strip(" ,")


def _has_own_verb(text: str, *, base: bool = True) -> bool:
    """Whether a finite verb stands in a text before anything that makes it part of a noun.

    Without ``base`` a plain form is none: ``that can represent and | learn from data``.
    """
    tokens = language.tag(text)
    for i, token in enumerate(tokens):
        if token.text.lower() in _LINKS:
            return False
        listed = i > 0 and tokens[i - 1].text == "," and token.tag == "VVB"
        if token.tag == "VVB" and not base and i == 0:
            continue
        if token.tag in language.FINITE_TAGS and not listed:  # "data, compute power, and will"
            return True
    return False


def is_thing(text: str) -> bool:
    """Whether a phrase is a noun phrase that can be an answer: no verb of its own before a link."""
    tokens = language.tag(text)
    if not tokens or tokens[0].tag not in PHRASE_STARTS or has_pronoun(text):
        return False
    if tokens[-1].tag in ("PRP", "PRF", "AT0", "CJC", "AJ0", "CJS", "TO0", "DPS"):
        return False
    return not _has_own_verb(text)


def opens_a_verb(text: str) -> bool:
    """Whether a part of a list is no thing but something more that is done."""
    first = text.split(" ")[0]
    return (
        first.islower()
        and language.tag(f"They will {text}.")[2].tag == "VVI"
        and (
            not language.tag(f"The {first} was there.")[1].is_noun
            or re.match(r"\w+ (?:more|the|a|an|its|their|his|her|less|fewer)\b", text) is not None
        )
    )
