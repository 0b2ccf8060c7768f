"""Where a word can be turned into its opposite, and the sentence stays a sentence."""

from __future__ import annotations

import re

from quizapp import language
from quizapp.language import Token

_VERBAL = frozenset(
    "increase decrease increases decreases increased decreased improves worsens improved worsened "
    "rises falls rose fell grows shrinks grew shrank strengthens weakens raises lowers gains loses "
    "succeeded failed reduces reduce reduced prevents causes improve worsen improving worsening "
    "rise fall grow shrink strengthen weaken raise lower prevent cause".split()
)
_PURPOSES = frozenset("improve worsen grow succeed strengthen prevent".split())
_NO_OBJECT = frozenset(
    "grow grows grew shrink shrinks shrank rise rises rose fall falls fell".split()
)
"""Verbs one of whose pair takes no object: a field ``grows`` roots, and ``shrinks`` none."""
_NOT_AFTER = re.compile(
    r"\b(?:no|not|n't|never|any|once|and|the|much|some|even|or|what is|one or|ever|at|than|too|so|"
    r"as)\s+$",
    re.IGNORECASE,
)
_NOT_BEFORE = re.compile(
    r"^\s+(?:asleep|apart|behind|back|up|out|into|off|than\s+(?:just|one|a century)|"
    r"or less|and more|all|importantly|so|of the|"
    r"broadly|generally|recently|like|or)\b",
    re.IGNORECASE,
)
_OF_A_BOUND = re.compile(
    r" (?:\w+ )?than (?:[\d$€£]|(?:an? )?(?:half|third|quarter|dozen|hundred|thousand|million|"
    r"billion|metre|meter|mile|kilometre|kilometer|inch|foot|second|minute|hour|day|week|month|year|decade|"
    r"century|kilo|tonne|ton|percent)\b|(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|"
    r"fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|twice)\b)"
)


def fits(text: str, found: re.Match[str]) -> bool:
    """Whether a word can be turned where it stands, and the sentence stays a sentence."""
    before, after = text[: found.start()], text[found.end() :]
    word = found.group(0).lower()
    if _NOT_AFTER.search(before) or _NOT_BEFORE.match(after):
        return False
    if after.startswith("-") or before.endswith("-") or _is_fixed(word, before, after):
        return False
    token = next((t for t in language.tag(text) if t.start == found.start()), None)
    if token is None or (word in _VERBAL and not token.is_verb) or token.is_noun:
        return False
    if word in _VERBAL and _is_settled(text, token, before):
        return False
    if word in _NO_OBJECT and _has_object(text, token):
        return False
    return not _compares_with_nothing(text, token, after)


def _is_fixed(word: str, before: str, after: str) -> bool:
    """Whether the words beside a word let only it stand there, or give it another meaning."""
    if re.search(r"\b(?:can|could) be (?:\w+ )?$", before):
        return True  # what can be so can be otherwise too
    if word in ("most", "least") and not re.match(
        r"\s+\w+(?:ed|ing|ful|ive|al|ous|ant|ent)\b", after
    ):
        return True
    if word == "more" and re.search(r"\b(?:much|many|once|one)\s+$", before, re.IGNORECASE):
        return True
    if word.startswith(("rise", "rose", "rising")) and after.startswith(" to the "):
        return True  # nobody falls to an office
    if _OF_A_BOUND.match(after):
        return True  # about as many, either way: the figure is what can be wrong
    if word == "lower" and re.search(r"\b(?:to|can|could|may|might|will|would|should) $", before):
        return True  # a verb
    if word in ("later", "earlier") and before.endswith(" for "):
        return True  # "for later use"
    if word in ("strong", "weak") and after.startswith(" enough to"):
        return True
    if word in _PURPOSES and before.endswith(" to "):
        return True  # nobody does a thing in order to worsen
    if word in _NO_OBJECT and re.match(r" \w+(?:ed|en)\b| (?:fond|tired|old|ill)\b", after):
        return True  # "grow attached to"
    if word in ("likely", "unlikely") and re.search(r"\b(?:will|would|can|could) $", before):
        return True
    of_a_size = re.match(r"\s+(?:scale|amounts?|numbers?)\b|-", after)
    return word in ("large", "small") and of_a_size is not None


def _is_settled(text: str, verb: Token, before: str) -> bool:
    """Whether what stands before a verb settles its direction, or that it is none."""
    if re.search(r"\b(?:snow|rain|ash|night|dust|leaves|light|hail) $", before):
        return True  # no snow rises
    if re.search(r"\bas (?:the |an? )?[\w-]+(?: [\w-]+)? $", before):
        return True  # "as the fleet | grew": what goes along is not what is claimed
    if re.search(r"\b\w+ (?:[\w-]+ )+and $", before):
        return True  # the first of two verbs fixes the direction of the second
    return _has_verb_already(text, verb)  # "workers commit pay rises to saving"


def _compares_with_nothing(text: str, token: Token, after: str) -> bool:
    """Whether a comparison ends its clause: worse than what?"""
    return (
        token.tag in ("AJC", "AV0")
        and re.match(r"[.,;]|$", after) is not None
        and not re.search(r"\bthan\b", text)
    )


def _has_verb_already(text: str, verb: Token) -> bool:
    """Whether the clause has its verb before a word, which then is a noun: ``pay | rises``."""
    if verb.tag not in ("VVZ", "VVB"):
        return False
    before = [t for t in language.tag(text) if t.start < verb.start]
    links = ("CJC", "CJS", "CJT", "PUN", "DTQ", "PNQ", "AVQ")
    opened = max((i for i, t in enumerate(before) if t.tag in links), default=-1)
    return any(t.is_verb for t in before[opened + 1 :]) and bool(before) and before[-1].is_noun


def _has_object(text: str, verb: Token) -> bool:
    """Whether a noun phrase follows a verb, and no measure: ``grows roots``."""
    after = [t for t in language.tag(text) if t.start >= verb.end][:3]
    if not after or after[0].tag == "CRD":
        return False
    return after[0].tag in ("AT0", "DPS", "NN1", "NN2", "NP0") or (
        after[0].tag.startswith("AJ") and any(t.is_noun for t in after[1:])
    )
