"""What a term is, where a page names it in the sentence that tells it.

``Books printed before 1501 are called incunabula``, ``proteins called effectors, which …`` and
``…, a phenomenon known as systemic acquired resistance`` each say what the last word means.
"""

from __future__ import annotations

import re

from quizapp import language
from quizapp.generators.drafting import Side
from quizapp.generators.terms import asked_for
from quizapp.generators.wordings import what_is
from quizapp.identity import fold
from quizapp.material import Material
from quizapp.material.statement import Statement
from quizapp.sentences import grammar
from quizapp.sentences.phrasing import closed

_SCORE = 0.68
"""Above what is asked by a heading that is a picture: a term can be known."""
_LONGEST, _SHORTEST = 30, 3
"""Words of a meaning."""
_NAMED = (
    r"(?:(?:often|also|now|sometimes|usually|commonly|today) )?(?:called|known as|named|termed)"
)
_TERM = r"(?P<term>(?:(?:the|an?) )?[“‘\"]?[\w’‑-]+(?: [\w’‑-]+){0,3}[”’\"]?)"
_WHOLE = re.compile(
    rf"^(?P<what>(?!There\b)[^,;:]+?) (?P<verb>is|are) {_NAMED} {_TERM}"
    r"(?:, (?:from|after|because|since|short for|meaning|which means|or)\b.*)?\.$"
)
"""``Books printed before 1501 are called incunabula, from the Latin for cradle.``"""
_RELATIVE = re.compile(
    rf"(?P<kind>[a-z][\w-]*),? {_NAMED} {_TERM},? (?P<what>(?:which|that) [^,;:]+?)(?:, [^,].*)?\.$"
)
"""``Cells deliver proteins called effectors, which interfere with signals inside.``"""
_PASSING = re.compile(
    rf"^(?P<kind>(?:An?|The|[A-Z]\w+) [^,;:]+?), {_NAMED} {_TERM}, (?P<what>[a-z]+s [^;:]+)\.$"
)
"""``A region of the brain, called the word form area, becomes tuned to letters.``"""
_SUMMED = re.compile(
    r"^(?P<told>[^;:]{25,}), (?P<kind>an? (?:[\w-]+ ){0,2}(?:phenomenon|process|effect|state|"
    r"condition|method|technique|practice|strategy|tendency|habit|property|rule|reaction|mechanism|"
    r"principle|behaviou?r|structure|arrangement|pattern|bias|error|fallacy|system|approach|cycle))"
    rf"(?: that is| which is)? {_NAMED} {_TERM}\.$"
)
"""``Infection leaves the whole plant prepared, a phenomenon called acquired resistance.``"""
_NO_KIND = frozenset(
    "man woman king queen priest official soldier scientist doctor engineer farmer merchant monk "
    "town city village river island lake ship company firm book paper magazine place person "
    "people student colleague friend author writer brother sister son daughter was is are were be "
    "been".split()
)
"""What is called so has a name, and no meaning."""


def naming(statement: Statement, material: Material) -> Side | None:
    """What the term is that a statement names at its end, with what is told of it before."""
    text = statement.text
    for meant in (_summed, _passing, _whole, _relative):
        found = meant(text)
        if found is None:
            continue
        term, meaning, plural = found
        if fold(statement.section.heading or "") == fold(term) or not _is_meaning(meaning):
            return None
        side = asked_for(term, meaning, material) if _is_term(term) else None
        if side is None or (meant in (_whole, _passing) and _is_name(term)):
            return None
        asked = what_is(term.strip('“”‘’"'), plural, material)
        return Side(side.kind, asked, side.answer, _SCORE, side="named", explanation=text)
    return None


def _summed(text: str) -> tuple[str, str, bool] | None:
    found = _SUMMED.match(text)
    if found is None or grammar.clause(closed(found["told"])) is None:
        return None
    first, _, rest = found["told"].partition(" ")
    opening = first if language.tag(text)[0].tag == "NP0" else first.lower()
    return found["term"], f"{found['kind']}: {opening} {rest}", False


def _whole(text: str) -> tuple[str, str, bool] | None:
    found = _WHOLE.match(text)
    if found is None or language.tag(text)[0].tag == "NP0":
        return None  # what somebody is called
    return found["term"], found["what"], found["verb"] == "are"


def _passing(text: str) -> tuple[str, str, bool] | None:
    found = _PASSING.match(text)
    parts = grammar.clause(f"{found['kind']} {found['what']}.") if found else None
    if found is None or parts is None or parts.subject_text != found["kind"]:
        return None
    return found["term"], f"{found['kind']} that {found['what']}", False


def _relative(text: str) -> tuple[str, str, bool] | None:
    found = _RELATIVE.search(text)
    if found is None or found["kind"] in _NO_KIND or len(found["what"].split()) <= _SHORTEST:
        return None
    if found["term"].startswith("the ") or re.search(r"\b1\d{3}\b|\b20\d\d\b", found["what"]):
        return None  # one thing that had a name: "a pit called the sow, which flooded in 1912"
    end = found.end("kind")
    phrase = next((p for p in language.noun_phrases(text) if p.end == end), None)
    if phrase is None:
        return None
    first = phrase.tokens[0]
    verb = (
        first.tag in ("VVD", "VVN", "VVG") and first.start and text[: first.start].endswith("and ")
    )
    start = phrase.tokens[1].start if verb and len(phrase.tokens) > 1 else phrase.start
    article = _ARTICLE.search(text[:start])
    thing = text[article.start() if article else start : end]
    return found["term"], f"{thing} {found['what']}", phrase.is_plural


_ARTICLE = re.compile(r"\b(?:an?|the) $")


def _is_meaning(meaning: str) -> bool:
    words = meaning.split()
    told = not (_LEANS.match(meaning) or _KNOWN.search(meaning))
    return _SHORTEST <= len(words) <= _LONGEST and told


_LEANS = re.compile(
    r"(?:it|its|this|that|these|those|they|their|he|she|his|her|we|our|you|one|what|some|many|most|"
    r"others?|no|nobody|none|everybody|everyone|each|every|anybody|anyone)\b",
    re.IGNORECASE,
)


_KNOWN = re.compile(
    r"\b(?:which|that) (?:(?:had|has|have) been|was|were|is|are) "
    r"(?:(?:long|first|already|only|well) )?"
    r"(?:known|discovered|found|described|named|noticed|mentioned|introduced|invented)\b"
    r"(?! (?:to|for (?:its|their|the|being|[a-z]+ing)|by (?:its|their))\b)"
)
"""``an enzyme which had been known for twenty years``: when, and not what it is."""


def _is_term(term: str) -> bool:
    """Whether a term is a noun with what stands before it: not ``back to the harbour``."""
    tokens = [t for t in language.tag(f"They know {term}.")[2:] if t.is_word]
    tags = [t.tag for t in tokens]
    return bool(tags) and tokens[-1].is_noun and not _NO_PART & set(tags)


_NO_PART = frozenset("PRP PRF TO0 AVP AV0 ORD CJC CJS VVI VVB VVD PNP".split())
"""What a term has not: prepositions, adverbs, ordinals, verbs."""


def _is_name(term: str) -> bool:
    """Whether a term is spelt as the name of a person or a place."""
    words = [w for w in re.sub(r"^(?:the|an?) ", "", term).split() if w.isalpha()]
    return bool(words) and all(w[:1].isupper() and w[1:].islower() for w in words)
