"""Of whom or what a section tells first, for a heading that is a picture of the page's own.

``Buried rooms`` says nothing to whoever reads it in a year; ``Buried rooms: What do plastic frames
set under the pavement do?`` asks for something that can be known.
"""

from __future__ import annotations

import re

from quizapp import language
from quizapp.generators.wordings import talk
from quizapp.material import Material
from quizapp.model import Section
from quizapp.sentences import fronting, grammar, titles
from quizapp.sentences.grammar.capitals import lowered
from quizapp.sentences.leaning import points_away
from quizapp.sentences.phrasing import capitalised, tidy

_LONGEST = 9
"""Words of what a section tells of, and of a heading that stands before a question."""
_RARE, _WORDS = 4.3, 2
"""A noun rarer than that (Zipf), a name, or so many content words tell what is meant."""
_RAREST = 2.8
_LEAST = 4
"""Words of what it does."""
_NOT_ALONE = re.compile(r"[:?!“”\"()]|\b(?:this|that|these|those|it|they|he|she|we|I|you)\b", re.I)
_PRONOUN = re.compile(
    r"\b(?:he|she|his|her|it|its|they|their|them|we|our|you|your|I|my|this|these|those|such|"
    r"one|some|another|others?|every|each|no|none|most|many|few|all|any|both|half)\b",
    re.IGNORECASE,
)
_QUANTITY = re.compile(
    r"(?:percent|per|thirds?|half|quarters?|hundreds|thousands|millions|dozens)$", re.IGNORECASE
)
_OF_THE_PAGE = re.compile(
    r"\b(?:episode|podcast|interview|conversation|show|chapter|page|transcript|guest|host)\b", re.I
)
_DOES_NOTHING = frozenset(
    "have mean seem appear remain become need want include involve last look know think believe "
    "say argue call consider tend use come go matter feel sound make weigh measure cost get "
    "follow share resemble belong consist contain differ live lie exist own owe depend rely lack "
    "form represent stand occupy describe explain tell recall recount discuss reply ask answer "
    "reach require tolerate rise fall drop lose gain keep stay teach "
    "mention note point suggest recommend advise warn compare admit joke".split()
)
"""Verbs after which ``What does it do?`` asks for too little, or for something else."""


def questions(section: Section, heading: str, material: Material) -> list[str]:
    """What the thing that a section first tells of does, or what is said of it; mostly nothing."""
    parts = _clause(section)
    if parts is None or material.names.mentions(parts.subject_text):
        return []
    actor = lowered(parts.subject_text, parts.subject[0])
    first, *others = actor.split()
    if not (others and others[0][:1].isupper()):  # "Will Kemp" keeps its capital
        actor = f"{material.cased(first)}{actor[len(first) :]}"
    stems = set(language.content_stems(actor))
    speakers = {word for name in material.names.people for word in name.split()}
    known = stems <= set(language.content_stems(material.subject.text))
    if known or speakers & set(actor.split()) or not _is_told_apart(actor, parts):
        return []
    before = _before(heading, actor)
    if before is None:
        return []
    made = []
    if _does(parts):
        helper = "do" if parts.is_plural else "does"
        made.append(f"{before}What {helper} {actor} do?")
    return [*made, f"{before}What does {talk(material)} say about {actor}?"]


def deed(section: Section, material: Material) -> str | None:
    """What the thing that a section first tells of does, without the heading; or None."""
    made = (q for q in questions(section, section.heading or "", material) if q.endswith(" do?"))
    found = next(made, "").rpartition(": ")[2]
    words = language.content_words(re.sub(r"^What does |^What do | do\?$", "", found))
    title = set(language.content_stems(material.names.title))
    own = {language.stem(t.lower()) for t in material.subject.labels} | title
    told = len(words) >= _WORDS or any(language.zipf(w.lower()) < _RAREST for w in words)
    told = told and not {language.stem(w.lower()) for w in words} <= own
    return found if told else None  # "What do bacteria do?"


def named(section: Section, material: Material) -> str | None:
    """What a section tells of first, where that is a thing by its name; or None.

    ``the Falkirk Wheel``, ``Cipriani's team``: nobody alone, whom its later sentences may leave.
    """
    parts = _clause(section)
    if parts is None or material.names.mentions(parts.subject_text):
        return None
    actor = lowered(parts.subject_text, parts.subject[0])
    if len(actor.split()) > _LONGEST_NAME or not _is_told_apart(actor, parts):
        return None
    thing = parts.subject[0].text.lower() == "the" or actor.split()[-1][:1].islower()
    return re.sub(r"^(?:the|an?) ", "", actor) if thing and _NAME.search(actor) else None


_LONGEST_NAME = 6
_NAME = re.compile(r"(?<!^)\b[A-Z][\w’'-]+|^[A-Z][\w’'-]+")


def _clause(section: Section) -> grammar.Clause | None:
    """The clause that a section opens with."""
    first = next(iter(language.sentences(section.text)), "")
    text = tidy(first)
    if not text or text.endswith("?"):
        return None
    opened = fronting.fronted(text)
    return grammar.clause(opened[1] if opened is not None else text)


def _is_told_apart(actor: str, parts: grammar.Clause) -> bool:
    """Whether a subject says by itself whom or what it means."""
    if len(actor.split()) > _LONGEST or _PRONOUN.search(actor) or points_away(actor):
        return False
    if _OF_THE_PAGE.search(actor):
        return False
    if any(t.tag in ("AV0", "CRD", "ORD") or _QUANTITY.match(t.text) for t in parts.subject):
        return False  # "historians once", "72 percent of people"
    if any(t.tag == "NP0" for t in parts.subject):
        return True
    words = language.content_words(actor)
    if parts.subject[0].text.lower() in ("a", "an") or not words:
        return False
    if parts.subject[0].text.lower() == "the" and len(words) < _WORDS:
        return False  # "the emperors": which?
    return len(words) >= _WORDS or language.zipf(words[0]) < _RARE


def _before(heading: str, actor: str) -> str | None:
    """A heading as it stands before a question; None where it names the thing already."""
    plain = heading.strip().rstrip(". ")
    if set(language.content_stems(plain)) & set(language.content_stems(actor)):
        return None
    if len(plain.split()) > _LONGEST or _NOT_ALONE.search(plain) or titles.is_label(plain):
        return None
    return f"{capitalised(plain)}: "


def _does(parts: grammar.Clause) -> bool:
    """Whether a clause tells what something does, now and always."""
    if parts.verb.tag not in ("VVB", "VVZ") or len(parts.rest.split()) < _LEAST:
        return False
    if re.search(r"\bnot\b|\bnever\b", parts.rest):
        return False
    if not parts.rest_tokens[0].tag.startswith(("AT", "N", "AJ", "DP", "DT", "CRD", "VVG")):
        return False  # "succeed where others fail": nothing is done to anything
    return parts.verb.lemma.lower() not in _DOES_NOTHING
