"""Whether ``you`` is anybody, as people in talk say it, or whom they speak to."""

from __future__ import annotations

import re

from quizapp.sentences.phrasing import capitalised
from quizapp.speech.phrases import table, words

_YOU_MAY = (
    rf"(?:{words('if when whenever once unless until before after because since while')}|"
    r"every time|the (?:more|less|\w+er)|as soon as|so that|which|that|what|how|where|"
    r"(?:than|as \w+ as))"
)
_GENERIC = table(
    {
        "in a case": (rf"\b{_YOU_MAY} (?:\w+ ){{0,3}}you\b",),
        "what a thing does to one": (
            r"\b(?:makes?|made|helps?|helped|keeps?|kept|stops?|takes?|costs?) you\b",
        ),
        "what everybody has": (
            (
                r"\byour (?:life|body|brain|heart|skin|blood|lungs|muscles|eyes?|ears?|stomach|"
                r"liver|bones|head|throat|breath|sleep|toes|feet|nose|fingers?|hands?|hair|mouth|"
                r"tongue|teeth|weight|voice|memory)\b"
            ),
        ),
        "what one can, or needs": (
            (
                r"(?:^|: )you (?:can|can['’]t|cannot|need|have (?:to|an?)|"
                r"don['’]t (?:need|have) to|get|only)\b"
            ),
        ),
    }
)
_SAID = words(
    "said asked mention(?:ed)? know mean meant told described describe wrote were did had think "
    "see guys say imagine hear remember understand"
)
_YOURS = words(
    "questions? point book shows? listeners audience example mind mother brother sister father "
    "podcast story work"
)
_SPOKEN_TO = table(
    {
        "what who listens said or did": (
            rf"(?<!things )(?<!so that )\byou(?:['’]ve| (?:just|also|first))? {_SAID}\b",
            r"\byou['’](?:d|ve)\b",
            r"\b(?:did|do|are|were|have) you\b",
        ),
        "told to them": (r"\b(?:thank|tell|show|told|ask|give|let|like|with|for) you\b",),
        "theirs": (r"\byours\b", rf"\byour (?:own )?{_YOURS}\b"),
    }
)
_YOU = re.compile(r"\b(?:you(?:['’]re)?|your|yourself)\b", re.IGNORECASE)
_PEOPLE = (("you['’]re", "people are"), ("you['’]ll", "people will"), ("yourself", "themselves"),
           ("your", "their"), ("you", "people"))  # fmt: skip


def says_you(text: str) -> bool:
    """Whether a text has ``you`` or ``your`` in it."""
    return _YOU.search(text) is not None


def means_anybody(text: str) -> bool:
    """Whether ``you`` in a sentence is anybody: ``if you train a network``, not ``as you said``."""
    return _GENERIC.search(text) is not None and _SPOKEN_TO.search(text) is None


def of_people(text: str) -> str:
    """``If you run, your heart …`` as ``If people run, their heart …``."""
    for you, people in _PEOPLE:
        text = re.sub(rf"^{you}\b", capitalised(people), text, flags=re.IGNORECASE)
        text = re.sub(rf"\b{you}\b", people, text)
    return text


def to_you(text: str, *, yours: bool) -> str:
    """The same the other way round; ``yours`` says whether ``their`` was ``your``."""
    for you, people in _PEOPLE[2:] if yours else _PEOPLE[-1:]:
        text = re.sub(rf"\b{capitalised(people)}\b", capitalised(you), text)
        text = re.sub(rf"\b{people}\b", you, text)
    return text
