"""What a heading that names or pictures something is asked for: its story, its meaning, its sense.

``The hut that would not work`` heads a story, ``the acrophonic principle`` a term with what it
means, ``A tilt meter, not a needle`` a picture that its text makes plain. What a text does tells
which: whether it tells of the past, or says what holds. A plain name (``outdoor lights``) fits
none of them.
"""

from __future__ import annotations

import re

from quizapp import language
from quizapp.generators.sayings import PLAIN, is_saying, opening, says_something
from quizapp.generators.wordings import happened, is_plural, meant_in, story, what_is, with_article
from quizapp.identity import fold
from quizapp.material import Material
from quizapp.model import Section, SectionKind
from quizapp.sentences import titles

_PAST = frozenset(("VVD", "VBD", "VHD", "VDD"))
_MOSTLY = 0.5
"""Share of the verbs of a story that tell of the past."""
_VERBS, _WORDS = 3, 30
"""Verbs in the past, and words, that a story has at least."""
_LONGEST = 9
"""Words of a heading that is asked for as it stands."""
LEANS = re.compile(
    r"\b(?:it|they|them|this|that|these|those|he|she|his|her|its|their|do|does|same|such)\b|"
    r"\bones?(?!-| [a-z])\b",
    re.IGNORECASE,
)
"""What takes up something that stands elsewhere."""
_LEARNED = re.compile(
    r"\b(?:effect|principle|rule|law|hypothesis|theory|theorem|shock|disorder|syndrome|paradox|"
    r"fallacy|ratio|index|reflex|bias|illusion|dilemma|curve|method|technique|disease|advantage|"
    r"hazard|selection|equation|constant)s?$",
    re.IGNORECASE,
)
"""Last words of terms of a field."""
_OF_SOMEBODY = re.compile(r"[A-Z][\w-]+['’]s? [a-z]")
"""``Bagehot's rule``."""
_TERM_WORDS = 4
_JOINED = re.compile(r"[,&]|\b(?:and|or|as|to|on|over)\b")
_FINITE = frozenset(("VVD", "VVZ", "VVB"))
_OPENS = frozenset("NN0 NN1 NN2 AJ0 NP0 VVG AT0".split())


def cue(heading: str, section: Section, material: Material) -> str | None:
    """The question for a heading that is no claim by what its text tells; None where none fits."""
    heading = heading.strip().rstrip(". ")
    words = heading.split()
    if not 2 <= len(words) <= _LONGEST or titles.is_label(heading) or LEANS.search(heading):
        return None
    if material.names.mentions(heading) or _NOW.search(heading):
        return None
    if not says_something(section, material):
        return None
    if _DATED.fullmatch(heading):
        return happened(heading, material)
    if _is_a_name(heading, material):
        return None
    if _tells_a_story(section):
        return story(heading, material) if _is_told_apart(heading) else None
    if _is_term(heading, section, material):
        if not _LEARNED.search(heading) and not _says_what(heading, section):
            return None
        named = with_article(material.inside(heading), material)
        return what_is(named, is_plural(heading), material)
    if is_saying(heading, section):
        return meant_in(heading, material)
    told = section.kind is SectionKind.HIGHLIGHT and titles.is_topic(heading)
    return story(heading, material) if told and _is_told_apart(heading) else None


_NOW = re.compile(r"\b(?:today|tomorrow|now|ahead|next|yet)$", re.IGNORECASE)
"""``Water today`` only says when."""
MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DATED = re.compile(
    rf"(?:\d{{1,2}} )?{MONTH}(?: \d{{1,2}}(?:st|nd|rd|th)?)?(?:,? \d{{4}})?"
    r"(?:, [“\"][^“”\"]{3,40}[”\"])?|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? (?:the )?\d{1,2}(?:st|nd|rd|th)?"
    r"(?: [A-Z][a-z]+)?"
)


def _is_a_name(heading: str, material: Material) -> bool:
    """Whether a heading is the name of somebody or something: ``South Africa``."""
    inside = material.inside(heading)
    words = [w for w in re.findall(r"[^\W\d_][\w’'-]*", inside) if not language.is_function_word(w)]
    return bool(words) and all(w[:1].isupper() for w in words)


def _tells_a_story(section: Section) -> bool:
    """Whether a text tells what happened, of whom or when, rather than what holds."""
    if section.kind is not SectionKind.HIGHLIGHT or len(section.text.split()) < _WORDS:
        return False
    tags = [t.tag for s in language.sentences(section.text) for t in language.tag(s)]
    verbs = [tag for tag in tags if tag in language.FINITE_TAGS and tag != "VM0"]
    past = sum(tag in _PAST for tag in verbs)
    named = "NP0" in tags or re.search(r"\b1\d{3}\b|\b20\d\d\b", section.text)
    return past >= max(_VERBS, _MOSTLY * len(verbs)) and bool(named)


def _is_told_apart(heading: str) -> bool:
    """Whether a heading is more than the plain name of what its text tells of."""
    if PLAIN.match(heading):
        return False
    return len(language.content_words(heading)) > 1 or bool(re.search(r"\d", heading))


def _is_term(heading: str, section: Section, material: Material) -> bool:
    """Whether a heading is a term that its text explains: learned, or used by other pages."""
    words = heading.split()
    if len(words) > _TERM_WORDS or _JOINED.search(heading):
        return False
    if not titles.is_topic(heading) or not language.tag(heading)[-1].is_noun:
        return False
    if titles.is_order(words):
        return False  # "Use baker's percentages"
    tags = [t.tag for t in language.tag(heading)]
    if set(tags) & {"PRP", "CRD", "ORD", "DT0"}:
        return False
    if tags[0] not in _OPENS or set(tags) & _FINITE:
        return False
    if _OF_SOMEBODY.match(heading):
        return _LEARNED.search(heading) is not None  # "Bagehot's rule", not "Rome's streets"
    return bool(_LEARNED.search(heading)) or is_used(heading, section, material)


def _says_what(heading: str, section: Section) -> bool:
    """Whether a text takes up the term above it, or opens with what it is: ``A walled inn for …``.

    ``The kiln`` may stand over how cement is made.
    """
    first = opening(section)
    begun = " ".join(first.split()[:_BEGUN])
    if language.stem(heading.split()[-1].lower()) in language.content_stems(begun):
        return True
    if language.tag(f"It {first[:1].lower()}{first[1:]}")[1].tag == "VVZ":
        return True  # "Leaves out food and energy"
    if titles.is_order(first.split()):
        return True  # "Pair what you want with what you should do"
    return _IT_IS.match(first) is not None or not any(
        t.tag in _FINITE or t.tag in language.FINITE_TAGS for t in language.tag(first)
    )


_BEGUN = 6
"""Words of a text in which it takes up the term that it tells the meaning of."""
_IT_IS = re.compile(
    r"(?:It|This|They|These)\b(?!(?:['’]s| is| are) (?:[\w-]+ )?(?:important|essential|worth|"
    r"useful|easy|hard|good|bad|better|best|crucial|vital|key|difficult|possible)\b)|"
    r"(?:An?|Any|When|What|Where|How) "
)


def is_used(heading: str, section: Section, material: Material) -> bool:
    """Whether another section uses the words of a heading, as one phrase."""
    phrase = re.compile(rf"\b{re.escape(fold(heading))}\b")
    return any(
        phrase.search(fold(f"{other.heading or ''}. {other.text}"))
        for other in material.sections
        if other is not section and fold(other.heading or "") != fold(heading)
    )
