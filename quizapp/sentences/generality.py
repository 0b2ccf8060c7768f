"""Whether a sentence says by itself what it is about: what is so in general, or somebody's work.

``A box girder is a hollow steel tube with thin walls`` needs no heading to be understood, while
``The casing cracked`` does.
"""

from __future__ import annotations

import re

from quizapp import language
from quizapp.sentences import grammar
from quizapp.sentences.commonness import is_vague
from quizapp.sentences.grammar import Clause

_KNOWN = 5.05
"""Of the words of a subject the rarest is rarer than this (Zipf)."""
_IN_GENERAL = frozenset("VVZ VVB VBZ VBB VM0 VDB".split())
"""Tags of verbs in the present: what is so whenever one looks."""
_OF_A_KIND = frozenset("AJ0 NN0 NN1 NN2 VVG UNC".split())
"""How a subject opens that means any of its kind; ``the`` and ``some`` mean certain ones."""
_LEANS = re.compile(
    r"\b(?:he|she|him|you|your|we|us|our|I|my|this|these|those|also|too(?=[.,;])|now|then|however|"
    r"instead|today|such(?! as\b)|here|there|again|still|both|same|another|other|others|ones|later|"
    r"more|less)\b",
    re.IGNORECASE,
)
_MADE = frozenset(
    "invent build publish patent develop introduce create design launch found discover write "
    "compose coin establish paint open".split()
)
"""What somebody does who brings a thing into the world, as the sentence goes on to say."""
_YEAR = re.compile(r"\b(?:1\d|20)\d\d\b")
_A_WORK = re.compile(r" (?:an?|the (?:first|earliest)) (?:[\w’'-]+ ){2}")
_FEWEST = 7
"""Words; shorter ones tell too little to be understood alone."""


def tells_alone(text: str) -> bool:
    """Whether a sentence says what is so of a kind of things, or who made what in which year."""
    if len(text.split()) < _FEWEST or _LEANS.search(text):
        return False
    parts = grammar.clause(text)
    return parts is not None and (_is_of_a_kind(parts) or _is_of_a_work(parts))


def _is_of_a_kind(parts: Clause) -> bool:
    """``Azurite blackens …``, ``A global model cannot see …``"""
    first, noun = parts.subject[0], grammar.head(parts.subject)
    if parts.verb.tag not in _IN_GENERAL or noun is None:
        return False
    if noun.tag not in ("NN1", "NN2", "NN0") or is_vague(noun.text):
        return False
    opens = first.text.lower() in ("a", "an") or first.tag in _OF_A_KIND
    said = [t for t in parts.subject if t.is_noun or t.tag == "AJ0"]
    rare = min(language.zipf(t.text.lower()) for t in said)
    return opens and rare < _KNOWN


def _is_of_a_work(parts: Clause) -> bool:
    """``Jacob Perkins patented a closed cycle … in 1834``"""
    names = [t for t in parts.subject if t.tag == "NP0"]
    return (
        len(names) == len(parts.subject) > 1
        and parts.verb.lemma.lower() in _MADE
        and _YEAR.search(parts.rest) is not None
        and _A_WORK.match(f" {parts.rest}") is not None
    )
