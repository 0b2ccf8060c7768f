"""A heading that only names something, as the question for what is told of it.

A name says nothing of what its text tells: what a thing does, what advice is given, what a picture
of the page's own stands for can be asked; of all else only what is said about it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from quizapp import language
from quizapp.generators.cues import cue, is_used
from quizapp.generators.sayings import opening
from quizapp.generators.wordings import (
    is_plural,
    last_resort,
    listed,
    meant_in,
    talk,
    what_is,
    with_article,
)
from quizapp.identity import fold
from quizapp.material import Material
from quizapp.model import Section
from quizapp.sentences import grammar

_LONGEST_PICTURE = 6
"""Words of a heading that is asked for as a saying."""


def frames(heading: str, section: Section, material: Material) -> Iterable[str]:
    """The point that is made about a topic: the guest's, where the text says that it is."""
    inside = material.inside(heading).split(": ")[0]
    tokens = language.tag(inside)
    tags = [t.tag for t in tokens] or [""]
    parted = any(a.text == "," and b.tag in _TELLS for a, b in pairwise(tokens))
    first, last = tags[0], tags[-1]
    if parted or _NO_OBJECT.search(inside) or _TELLS & {first, last}:
        yield cue(heading, section, material) or meant_in(heading, material)
        return
    topic = with_article(listed(inside), material)
    told = opening(section)
    if told.startswith(f"The {inside}"):
        topic = f"the {inside}"
    names = material.names
    does = _done(heading, told)
    if does:
        yield f"What {does} {topic} do, according to {talk(material)}?"
    advised = _ADVICE.match(inside)
    if advised and names.guest:
        given = f"to {advised['whom']}" if advised["whom"] else advised["to"] or advised["on"]
        yield f"What advice does {names.guest} give {given}?"
    if _is_term(inside) and _explains(section):
        yield what_is(topic, is_plural(inside), material)
    if (cued := cue(heading, section, material)) is not None:
        yield cued
    if is_picture(inside, section, material):
        yield meant_in(heading, material)
    if names.guest and names.mentions(section.text):
        yield f"What does {names.guest} say about {topic}?"
    yield last_resort(topic, material)


_TELLS = frozenset(("VVN", "VVD"))
"""``sold for a dollar``, ``Bertha stopped``."""
_NO_OBJECT = re.compile(r"^[^,]*\b(?:half|third|quarters?|\d[\d.,]*)\b[^,]*, [^,]*$")
"""``a third of the tonnage, three quarters of the crops``: no object of ``say about``."""
_IT_IS = re.compile(r"(?:It|This|They) (?:is|was|are|were) (?:an?|the|any) [a-z]")
_TERM_WORDS = 4
_BRIEF = 10
"""Words of a sentence that says whose a term is, before what it means."""


def _explains(section: Section) -> bool:
    """Whether a text opens with what the thing above it is."""
    told = language.sentences(section.text)
    first = 2 if len(told) > 1 and len(told[0].split()) <= _BRIEF else 1
    return any(_IT_IS.match(sentence) for sentence in told[:first])


def _is_term(heading: str) -> bool:
    """Whether a heading may be a term that its text explains."""
    return len(heading.split()) <= _TERM_WORDS and not re.search(r",|\b(?:and|or|as|to)\b", heading)


_ADVICE = re.compile(
    r"(?:some |an? |the |(?:his|her|their) )?(?:advice|tips?|a word) "
    r"(?:for (?P<whom>.+)|(?P<to>to .+)|(?P<on>on .+))$"
)


def is_picture(heading: str, section: Section, material: Material) -> bool:
    """Whether a heading is a saying of the page's own, which its text makes plain.

    The plain name of a thing (``sediment``), a list of things and what holds a name are not.
    """
    words = heading.split()
    if not 2 <= len(words) <= _LONGEST_PICTURE or re.search(r",|\band\b|\d", heading):
        return False
    if any(w[:1].isupper() for w in words) or material.names.mentions(heading):
        return False
    if is_used(heading, section, material):
        return False  # "the kiln"
    named = set(language.content_stems(heading))
    if not named or named & set(language.content_stems(opening(section))):
        return False
    return 2 * len(named & set(language.content_stems(section.text))) <= len(named)


def _done(heading: str, opening: str) -> str | None:
    """``do`` or ``does`` or ``did``, where the text opens with what the heading's thing does."""
    parts = grammar.clause(opening)
    if parts is None or parts.verb.tag not in ("VVB", "VVZ", "VVD"):
        return None
    subject = re.sub(r"^(?:the|an?) ", "", fold(parts.subject_text))
    if subject != re.sub(r"^(?:the|an?) ", "", fold(heading)) or not parts.rest:
        return None
    if parts.verb.tag == "VVD":
        return "did"
    return "do" if parts.is_plural else "does"
