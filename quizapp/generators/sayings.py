"""Headings that are pictures or slogans of a page's own: what they mean stands in their text."""

from __future__ import annotations

import re

from quizapp import language
from quizapp.material import Material
from quizapp.model import Section
from quizapp.sentences.leaning import about_the_page

_CONTRASTED = re.compile(
    r",|\b(?:by|not|over|before|without|as|than|beats?|versus|until|against|into)\b", re.IGNORECASE
)
"""What a picture sets against something: ``a tilt meter, not a needle``."""
PLAIN = re.compile(r"\w+ (?:and|&|or|vs\.?|versus) \w+$", re.IGNORECASE)
"""``wind and drought``: two plain names."""


def opening(section: Section) -> str:
    """The first sentence of a section's text; empty where it has none."""
    return next(iter(language.sentences(section.text)), "")


def says_something(section: Section, material: Material) -> bool:
    """Whether a text tells more than that something matters: a figure, a name, a rare word, why."""
    told = [s for s in language.sentences(section.text) if not about_the_page(s, material.names)]
    text = " ".join(told)
    if re.search(r"\d", text) or REASONED.search(text):
        return True
    tokens = [t for s in told for t in language.tag(s)]
    if any(t.tag == "NP0" and not material.names.mentions(t.text) for t in tokens):
        return True
    return any(language.zipf(w.lower()) < _RARE for w in language.content_words(text))


_RARE = 3.6
REASONED = re.compile(
    r"\b(?:because|since|so that|therefore|which is why|that is why|as a result|otherwise|thus|"
    r"hence|due to|this means|which means|thereby|so)\b",
    re.IGNORECASE,
)


def is_saying(heading: str, section: Section) -> bool:
    """Whether a heading is a picture or a slogan of the page's own, which its text makes plain.

    The text of a plain name takes it up, in its first sentence or with most of its words; ``the
    night meal`` is one too.
    """
    named = set(language.content_stems(heading))
    if PLAIN.match(heading) or "(" in heading or not named:
        return False
    told = named & set(language.content_stems(section.text))
    if heading.lower().startswith("the "):
        return not told
    if _OPPOSED.search(heading):
        return True
    if _CONTRASTED.search(heading):
        return len(told) < len(named)
    phrases = language.noun_phrases(heading)
    plain = not any(t.tag.startswith("VV") for t in language.tag(heading))
    if plain and phrases and language.stem(phrases[0].head.text) in told:
        return False  # "morning light", "sleep across species": the plain name of a thing
    opened = named & set(language.content_stems(opening(section)))
    return 2 * len(told) <= len(named) and len(opened) < len(named)


_OPPOSED = re.compile(r", not\b|\bnot \w+, (?:but )?\w")


def is_slogan(heading: str, section: Section) -> bool:
    """Whether a claim is a picture, whose text gives no reason for it: ``Genes load the dice``.

    What compares, denies or advises is meant as it is said, and has its reasons.
    """
    if len(heading.split()) > _SLOGAN or _LITERAL.search(heading) or REASONED.search(section.text):
        return False
    if any(t.tag in ("VVD", "VBD", "VHD", "AJC", "AJS") for t in language.tag(heading)):
        return False  # "The plague came centuries ago"
    named = set(language.content_stems(heading))
    return 2 * len(named & set(language.content_stems(section.text))) <= len(named)


_SLOGAN = 5
_LITERAL = re.compile(
    r"\b(?:not|never|no|more|less|most|least|better|worse|best|worst|wrong|right|should|must|need|"
    r"needs|cannot|was|were|first|only|\w+n['’]t|too)\b|\d",
    re.IGNORECASE,
)
