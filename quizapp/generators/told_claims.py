"""A claim asked for what backs it, or for what its teller means by it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from quizapp import language
from quizapp.generators.sayings import REASONED, is_slogan, opening
from quizapp.generators.wordings import according_to, meant_by, meant_in, what_then, why_said
from quizapp.material import Material
from quizapp.model import Section, SectionKind
from quizapp.sentences import grammar, titles
from quizapp.sentences.phrasing import capitalised

_LONG_CLAIM = 16
"""Words of a claim that the guest is asked for."""
_FEWEST = 3


def told_claim(claim: str, section: Section, material: Material) -> Iterable[str]:
    """A claim asked for what backs it: from the guest, where it is short enough to be said."""
    guest = material.names.guest
    if _OF_ANOTHER.match(claim):
        yield meant_in((section.heading or "").rstrip(". "), material)
        return
    if _OPEN.search(claim):
        return  # "The past shows that it can happen": that what can?
    claim = re.sub(r",? (?:instead|too|as well)$", "", claim)
    claim = _ADVISES.sub("", claim)
    bare = re.split(r",? because ", claim)[0]
    if len(bare.split()) >= _FEWEST:
        claim = bare  # the reason is the answer
    heading = (section.heading or "").rstrip(". ")
    told = section.kind is not SectionKind.TAKEAWAY  # advice is meant as it is said
    if told and material.inside(heading) == claim and is_slogan(heading, section):
        yield meant_in(heading, material)
    if _TELLS_FIGURE.search(claim):
        return  # "One step is about 32 times the energy": it tells its answer
    apart = list(_of_its_setting(section, material)) if _goes_elsewhere(claim, section) else []
    if apart:
        yield from apart
        return
    if not REASONED.search(section.text) and titles.is_order(opening(section).rstrip(".").split()):
        yield what_then(claim, material)
        return
    if guest and _is_bald(claim, section):
        yield meant_by(claim, guest)
    elif len(claim.split()) <= _LONG_CLAIM and not material.names.mentions(claim):
        yield why_said(claim, material)
    if guest or set(language.content_stems(claim)) & set(language.content_stems(section.text)):
        yield f"What supports the idea that {claim}?"


def _goes_elsewhere(claim: str, section: Section) -> bool:
    """Whether a text opens with a setting of its own and takes up no word of the claim above it.

    ``Balance can be trained at any age``, and below it ``In people over 65, falls are …``.
    """
    told, named = (
        {stem for stem in language.content_stems(text) if not stem.isdigit()}
        for text in (section.text, claim)
    )
    return _SETTING.match(opening(section)) is not None and not told & named


def _of_its_setting(section: Section, material: Material) -> Iterable[str]:
    """What is so of the first thing that a text tells of in a setting of its own.

    ``In people over 65, falls are …``: what is true of falls in people over 65?
    """
    told = opening(section)
    found = _SETTING.match(told)
    rest = capitalised(told[found.end() :]) if found else ""
    parts = grammar.clause(rest)
    if parts is None or parts.verb.tag not in ("VBZ", "VBB", "VVZ", "VVB"):
        return
    if found is None or _LEANS.search(f"{found[0]} {parts.subject_text}"):
        return
    setting = found[0].rstrip(", ")
    subject = material.inside(parts.subject_text)
    yield according_to(f"what is true of {subject} {material.inside(setting)}?", material)


_LEANS = re.compile(
    r"\b(?:this|that|these|those|it|its|they|their|he|she|his|her|there|we|I|one|such)\b",
    re.IGNORECASE,
)
_SETTING = re.compile(
    r"(?:At|In|On|Among|For|During|With|Within) (?!(?:fact|example|other words|average|first|last|"
    r"addition|the other hand|the one hand|contrast|general|particular|short|instance|the end)\b|"
    r"\d)"
    r"[\w’'-]+(?: [\w’'-]+){0,4}(?: at which [^,]{4,50})?, "
)


def _is_bald(claim: str, section: Section) -> bool:
    """Whether a claim is too short to be taken at its word, and its text gives no reason for it.

    ``First impressions stick``: what is meant, its text makes plain. Of those that readers were
    shown, half were good as ``Why does she say that …?``, three in four as ``What does she mean``.
    """
    if _LITERAL.search(claim) or len(claim.split()) > _BALD:
        return False
    if len(claim.split()) <= _FEWEST:
        return True
    few = len(set(language.content_stems(claim))) < _FEWEST
    return few and not REASONED.search(section.text) and not _COMPARES.search(claim)


_TELLS_FIGURE = re.compile(
    r"(?<![\w-])\d[\d.,]{0,12} ?(?:%|percent|per cent|times|[a-z]+s\b)|"
    r"\b(?:1[2-9]|20)\d\d\b|\b\d{1,9}-(?:year|month|week|day|hour)\b"
)
_BALD = 6
_LITERAL = re.compile(
    r"\b(?:should|must|needs?|needed|cannot|can['’]t|disputed|unknown|"
    r"everything|nothing|every|all|both|worth)\b"
)
_COMPARES = re.compile(
    r"\b(?:more|less|better|worse|than|most|least|only|never|not|no|rather|always|\w+er|\w+est)\b|"
    r"n['’]t\b"
)
_OF_ANOTHER = re.compile(
    r"(?!(?:these days|this year|this time|this way)\b)"
    r"(?:it|they|he|she|this|these|those) (?!(?:is|was|takes|took|can be|may be|pays|helps|costs) "
    r"(?:[\w-]+ ){0,3}(?:to|that|for|how|what|why|when)\b)",
    re.IGNORECASE,
)
"""``It was the schoolteachers``: what was?"""
_ADVISES = re.compile(
    r",? (?:but|so|and) (?:be|do|don['’]t|keep|make|use|take|look|ask|start|stop|design|remember|"
    r"plan|try|choose|avoid|expect|check|watch|bring|eat|drink|learn|leave)\b(?! (?:it|they) ).*$"
)
"""What a claim goes on to advise: ``strength work is worth it, but be honest about it``."""
_OPEN = re.compile(r"\bthat (?:it|they|this|he|she) \w+(?: \w+)?$")
