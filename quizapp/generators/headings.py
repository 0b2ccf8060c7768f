"""A heading with text below it as a question, by the first frame that fits its grammar.

A heading that is a claim is asked for its reason only where the text gives one; one that names a
topic, for the point that is made about it; a mere label (``Key insight``) is not asked at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from quizapp import language
from quizapp.generators import labels
from quizapp.generators.claim_frames import claim_frames
from quizapp.generators.counsel import SUPPOSES
from quizapp.generators.cues import cue
from quizapp.generators.interviewing import asked
from quizapp.generators.sayings import opening
from quizapp.generators.wh_frames import WH, wh_frames
from quizapp.generators.wordings import (
    is_plural,
    meant_in,
    talk,
    what_is,
    why_advised,
)
from quizapp.identity import fold
from quizapp.material import Material
from quizapp.material.promise import DEFINING
from quizapp.model import Section
from quizapp.sentences import grammar, relations, titles
from quizapp.sentences.grammar.capitals import inside
from quizapp.sentences.rewriting import has_main_verb


def frames(heading: str, section: Section, material: Material) -> Iterable[str]:
    """The questions that a heading can become, the most pointed first."""
    stopped = heading.endswith(".")
    if stopped and not has_main_verb(heading):
        heading = heading.rstrip(". ")  # "Seven worlds in a row."
    guest = material.names.guest
    if guest and re.search(rf"{re.escape(guest)} (?:on|about|explains|tells|discusses)\b", heading):
        return  # the page's own line about the talk
    if heading.endswith(","):
        return  # a letter's greeting
    if heading.endswith("?"):
        question = asked(heading, material, section.text)
        if question is not None:
            yield question.prompt
    elif titles.is_label(heading):
        return
    elif (
        _ASKS.match(heading)
        and (bare := asked(f"{heading.rstrip('.')}?", material, section.text)) is not None
        and "to the question “Do " not in bare.prompt  # "Do things that don't scale": an order
    ):
        yield bare.prompt
    elif (turn := _ahead(heading, material)) is not None:
        yield turn
    elif (related := relation(heading, section, material)) is not None:
        yield related
    elif (term := _defined(heading, section, material)) is not None:
        yield what_is(term, is_plural(heading), material)
    elif _is_term(heading) and titles.is_meaning(section.text, material.names):
        yield meant_in(material.inside(heading), material)
    elif WH.match(heading):
        yield from wh_frames(heading, section, material)
    elif (wanted := _commanded(heading, material)) is not None:
        yield wanted
    elif not _is_compound(heading, section) and (
        heading.endswith(".") or titles.is_clause(heading) or titles.is_claim(heading)
    ):
        yield from claim_frames(heading, section, material)
    elif stopped and not heading.endswith(".") and _may_be_a_sentence(heading):
        yield meant_in(heading, material)  # "Hardier algae come at a price."
    elif titles.is_topic(heading):
        yield from labels.frames(heading, section, material)
    elif (cued := cue(heading, section, material)) is not None:
        yield cued
    elif not (_PLACES.match(heading) or _MEASURE.fullmatch(heading.rstrip(". "))):
        yield meant_in(heading.rstrip(". "), material)


def _may_be_a_sentence(heading: str) -> bool:
    """Whether a heading with a full stop has a word that may be its verb."""
    tokens = language.tag(heading)
    inner = tokens[1:-1] if len(tokens) >= _SENTENCE else ()
    may = (language.tag(f"They {t.text.lower()} it.")[1].tag for t in inner if t.text.isalpha())
    return any(tag in ("VVB", "VVD", "VVZ") for tag in may)


_SENTENCE = 4
"""Words of a heading with a full stop that is taken for a sentence."""


def _is_compound(heading: str, section: Section) -> bool:
    """Whether what looks like a verb is one word with what stands before it: ``Hearing aids``."""
    parts = grammar.clause(heading)
    if parts is None or parts.verb.tag != "VVZ" or len(parts.subject) != 1:
        return False
    pair = heading[: parts.verb.end].lower()
    return re.search(rf"(?<=[a-z,] ){re.escape(pair)}\b", section.text) is not None


_ASKS = re.compile(
    r"(?:do(?! not\b|n['’]t\b)|does|did|is|are|was|were|can|could|should|will|would|has|have) ",
    re.I,
)
"""What puts its verb first is a question, though its mark is lost: ``Do owls see colour``."""


_PLACES = re.compile(
    r"(?:before|after|beyond|behind|between|beneath|inside|outside|under|over|above|below|within|"
    r"toward|towards|from|into|against|across|around|without) \w+(?: \w+)?$",
    re.IGNORECASE,
)
"""``Before Lindisfarne`` only says where or when: nobody means anything by it."""


_MEASURE = re.compile(r"(?:about |over |nearly )?[−–-]?[\d][\d.,]*\s?(?:[^\s\d]+\s?){0,3}")
"""``130 tons``, ``44 per cent``: a figure, of which the text says what it counts."""


def _is_term(heading: str) -> bool:
    """Whether a heading can be a term: a topic of one thing."""
    return titles.is_topic(heading) and not re.search(r"\b(?:and|or|versus)\b|&", heading)


def _ahead(heading: str, material: Material) -> str | None:
    """``Looking ahead`` and ``Delivery matters`` as what they stand for; None for others."""
    if titles.AHEAD.match(heading.strip()):
        return f"What lies ahead, according to {talk(material)}?"
    enough = re.match(r"enough (?P<what>[\w’'-]+(?: [\w’'-]+)?)$", heading.strip(), re.IGNORECASE)
    if enough is not None:
        what = material.inside(enough["what"])
        much = "many" if is_plural(what) else "much"
        helper = "are" if much == "many" else "is"
        return f"How {much} {what} {helper} enough, according to {talk(material)}?"
    found = titles.MATTERS.match(heading.strip())
    if found is None or re.search(r"\b(?:it|this|that|these|what|who|how)$", found["what"], re.I):
        return None  # "Measuring what matters"
    what = material.inside(found["what"])
    helper = "do" if is_plural(what) else "does"
    return f"Why {helper} {what} matter, according to {talk(material)}?"


def _commanded(heading: str, material: Material) -> str | None:
    """A heading that tells what to do, asked for why; None for one that may be a mere name.

    A word that can be a noun too counts as a verb only before an article or a pronoun.
    """
    text = inside(heading)
    forbidden = titles.FORBIDDEN.match(text)
    if forbidden:
        return why_advised(f"not to {forbidden['what']}", material)
    words = text.split()
    if len(words) < 2 or words[0].lower() in SUPPOSES or not titles.is_order(words):
        return None
    if re.search(r"\byour\b.*\btheirs?\b|\btheirs?\b.*\byour\b", text, re.IGNORECASE):
        return None  # "Link your wish to their problem"
    text = re.sub(r"\b[Yy]our\b", "their", text)
    if _LEANS_OR_PARTS.search(text):
        return None
    return why_advised(f"to {text}", material)


_LEANS_OR_PARTS = re.compile(
    r"\b(?:you|I|me|my)\b|(?<!when )(?<!if )(?<!while )(?<!because )(?<!before )\b(?:it|them)\b|"
    r"[;:]|,(?! (?:even|not|especially|never|and)\b)"
)
"""What takes up another heading, or gives two pieces of advice."""


def relation(heading: str, section: Section, material: Material) -> str | None:
    """The question of a heading that names a relation (``The role of bees``); None for others."""
    topic = relations.parts_of(material.inside(heading), section.text)
    if topic is None and titles.is_clause(heading):
        return None  # "Four hours is a rule"
    topic = topic or relations.asked(material.inside(heading), section.text)
    names = material.names
    told = names.guest if names.guest and names.mentions(section.text) else talk(material)
    return f"{topic}, according to {told}?" if topic else None


def _defined(heading: str, section: Section, material: Material) -> str | None:
    """The heading as a term, where the text opens with what it is: ``The waggle dance is a …``."""
    term = re.escape(fold(heading))
    found = re.match(
        rf"(?:(the|a|an) )?(?:{term}) (?:is|are|was|means|refers)\b", fold(opening(section))
    )
    if found is None:
        named = re.match(
            r"(?:The|This) (?:term|phrase|word|name|expression|concept|technique|method|practice) "
            r"(?:describes|refers to|means|stands for|is used (?:for|to))\b",
            opening(section),
        )
        return material.inside(heading) if named else None
    if not DEFINING.search(opening(section)) and not titles.A_CLASS.match(fold(opening(section))):
        return None
    return f"{found[1]} {material.inside(heading)}" if found[1] else material.inside(heading)
