"""A statement that says what a term is, as the question for it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp import language
from quizapp.generators.drafting import Side
from quizapp.generators.wordings import what_is
from quizapp.identity import fold
from quizapp.material import Material
from quizapp.material.statement import Statement
from quizapp.model import CardKind
from quizapp.sentences import grammar
from quizapp.sentences.commonness import is_vague
from quizapp.sentences.grammar.capitals import lowered
from quizapp.sentences.phrasing import AND_MORE, capitalised, closed

_DEFINED = re.compile(
    r"^(?P<article>The |An? )?(?P<term>[^,]{3,40}?)(?:, or (?P<alias>[^,]{2,30}),)? "
    r"(?P<verb>is|are) (?P<meaning>(?:(?:an?|the) |(?=\w+ (?:that|which|who|of) )).{25,})\.$"
)
_DIFFERENCE = re.compile(
    r"(?:(?:an?|the) )?"
    r"(?!(?:\w+ )?(?:driver|reminder|testament|part|example|force|symbol|source|sign|tool)\b)"
    r"(?!(?:unified|fundamental|key|crucial|major|powerful|great|good|important)\b)"
    r"(?:[\w'’-]+ ){1,4}?(?:that|which|who|where|whose|of|for|by|when|used|made|found|produced|"
    r"called|(?:in|at|on|to|from|by) which|from|with|between)\b"
)
"""A genus and what sets the thing apart in it, right after it."""


_GOES_ON = re.compile(r", while | and (?:is|are|was|were|has|have|had|can|does) ")
"""Where a sentence goes on from what a thing is to what else holds of it."""
_EVERYDAY, _ONE_OF_MANY = 4.9, 4.6
"""A word more common than this (Zipf) is known to everybody; one with its article, sooner."""


def definition(statement: Statement, material: Material) -> Side | None:
    """What a term is, asked by the sentence that says it: ``Royal jelly is a secretion that …``."""
    found = _DEFINED.match(statement.text)
    if found is None or statement.is_heading or not material.is_term(found["term"]):
        return None
    word = found["term"].lower()
    bar = _ONE_OF_MANY if found["article"] else _EVERYDAY
    if " " not in word and not word.endswith("ing") and language.zipf(word) > bar:
        return None  # "The kitchen is a factory that …": a picture of it, not what it is
    alias = f", or {found['alias']}," if found["alias"] else None
    parts = grammar.clause(statement.text.replace(alias, "", 1) if alias else statement.text)
    if parts is None or EMPTY_SUBJECT.match(found["term"]):
        return None
    if found["article"] and found["verb"] == "are" and " " not in found["term"]:
        return None  # which parameters, which towns?
    if not _DIFFERENCE.match(found["meaning"]):
        return None
    if re.match(
        r"the (?:next|only|best|first|last|main|most|key|same|[a-z]{3,}est (?:\w+ )?(?:point|part|"
        r"thing|way|problem|cause|reason|source|example|case|mistake|risk|challenge))\b",
        found["meaning"],
        re.IGNORECASE,
    ):
        return None
    meaning = _GOES_ON.split(found["meaning"])[0]
    before = AND_MORE.split(meaning)[0]
    meaning = meaning if "," in before else before  # no list is cut
    if re.search(r", (?:whereas|but|unlike)\b", found["meaning"]):
        return None  # a difference, not a definition
    heading = fold(statement.section.heading or "")
    if heading == fold(found["term"]) or heading.startswith("what is"):
        return None  # the section asks it already
    article = (found["article"] or "").lower()
    term = lowered(found["term"], parts.subject[1 if article else 0])
    term = material.cased(term) if " " not in term else term
    return Side(
        CardKind.DEFINITION,
        what_is(f"{article}{term}", found["verb"] == "are", material),
        capitalised(meaning) + ".",
        0.5 + 0.4 * statement.score,
        side="is",
        explanation=statement.text,
    )


_COMMENT = re.compile(
    r"an? (?:\w+ )?(?:trade[-‑]off|fact|idea|move|step|decision|shift|change|process|trend|"
    r"development|reminder|sign|result|finding|lesson|notion|view|claim|question|problem|task|choice|gap|rate)\b"
)
"""What comments on a whole clause rather than saying what its last word is."""
_APPOSED = re.compile(
    r", (?P<meaning>an? (?:[\w‑-]+ ){1,4}?(?:with|that|which|of|for|where|in which|used|made|"
    r"called|trained|built|found|between) (?:[^,;]|,(?=\d{3}\b)){8,}?)(?:,(?!\d)|;|\.$)"
)


def apposition(statement: Statement, material: Material) -> Iterator[Side]:
    """What a thing is, where that is told in passing: ``royal jelly, a secretion of bees, …``."""
    for found in _APPOSED.finditer(statement.text):
        before = statement.text[: found.start()]
        phrase = next((p for p in language.noun_phrases(before) if p.end == len(before)), None)
        if phrase is None or any(t.tag == "CRD" for t in phrase.tokens):
            continue
        if _COMMENT.match(found["meaning"]):
            continue
        if re.match(r",? (?:and|or) ", statement.text[found.end() :].lstrip(",")):
            continue  # the middle of a list
        if is_vague(phrase.head.text) and "'" not in before[-40:]:
            continue
        term = _owned(before, phrase.start)
        if all(t.tag == "NP0" and t.text.isalpha() for t in phrase.tokens) or not material.is_term(
            phrase.text.split("'")[0]
        ):
            continue  # a person, or a passing combination of words
        if set(language.content_stems(term)) & set(language.content_stems(found["meaning"])):
            continue
        yield Side(
            CardKind.DEFINITION,
            what_is(term, phrase.is_plural, material),
            closed(capitalised(found["meaning"])),
            0.5 + 0.4 * statement.score,
            side=f"apposition {fold(term)}",
            explanation=statement.text,
        )


def _owned(before: str, start: int) -> str:
    """The phrase at the end of a text with its owner or article: ``GPT-2's architecture``."""
    owner = re.search(r"(?:\b(?:[Tt]he|[Aa]n?) |\b[\w-]+['’]s )$", before[:start])
    owned = before[owner.start() :] if owner else before[start:]
    return re.sub(r"^(?:The|An?)\b", lambda found: found[0].lower(), owned)


EMPTY_SUBJECT = re.compile(
    r"(?:(?:one|another|some|most|many|there|much|more|no|few|only|any|nothing|either|both)\b|"
    r"an? (?:\w+ )?(?:estimate|reason|example|way|result|case|number|answer|change)\b)",
    re.IGNORECASE,
)
