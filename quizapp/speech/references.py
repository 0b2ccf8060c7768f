"""Whether a spoken sentence names all that it speaks of: ``the average`` of what, ``the man`` who?

People who talk say ``the`` of whatever was named a minute ago. A sentence stands alone where each
such thing is told apart in it, is of the kind that there is one of, or is what the talk is about.
"""

from __future__ import annotations

import re

from quizapp import language
from quizapp.language import Token
from quizapp.material import Material

_KNOWN = 0.3
"""How much a talk is about a thing that everyone in it calls by ``the``, at least."""
ASKED_OF = 0.2
"""The same of what a host asks about."""
GRADED = re.compile(r"^The (?:\w+er|more|less|worse) [^,]+, the (?:\w+er|more|less|worse) [^,]+\.$")
"""What grows with what: ``The faster you go, the more you need.``"""
_CENTRAL, _FEW_SENTENCES = 0.6, 60
"""The same where the talk and its pages have so few sentences."""
_ONE_OF_A_KIND = frozenset(
    "world sun moon earth sea ocean sky brain mind heart body blood skin liver stomach gut "
    "eye ear lungs lung muscles muscle bones bone tendons joints nerves veins arteries "
    "kidneys teeth hair immune past future present internet web market economy state law "
    "press church public police military weather climate ground soil air water surface "
    "atmosphere universe century decade year season summer winter spring autumn night morning "
    "day week month nineties eighties seventies sixties fifties forties thirties twenties end "
    "beginning middle start top bottom rest majority minority way time same more less most "
    "least north south east west left right war country countryside city home other others".split()
)
_ONLY_ONES = frozenset("sea ocean sky sun moon earth earth's earth’s world".split())
"""What a thing belongs to that needs no telling apart: ``the sea floor``."""
_LONG, _LATE = 20, 4
_SOME = frozenset("one some many most each".split())
"""``one of the neurons``, where what they belong to has been told."""
_WHOSE = frozenset(
    "explanation reason answer thing things part example examples case way point story idea "
    "version question problem difference result study paper number one ones kind side step "
    "key trick secret".split()
)
"""What is always of something: ``the simplest explanation``."""
_MODIFIED = ("PRF", "PRP", "CJT", "DTQ", "PNQ", "TO0", "VVN", "VVG", "CJS")
_WITHIN = ("AJ", "NN", "NP", "CRD", "ORD", "AV0", "POS", "VVN", "VVG", "UNC")
_RANKS = re.compile(
    r"(?:first|second|third|last|only|best|worst|most|least|main|key|whole|entire|early|late|"
    r"middle|"
    r"\w+est|\d{4}s?|\w+teenth|twentieth|twenty-first)",
    re.IGNORECASE,
)
_STORY = re.compile(
    r"^(?:a|the|this|that) (?:\w+ )?(?:man|woman|girl|boy|guy|lady|friend|colleague|"
    r"student of mine|child)\b|\b(?:again|anymore|any more|as well|too|either|though|later|"
    r"afterwards|back then|"
    r"by then|now|then|here|there(?! (?:is|are|was|were|will|has|have)\b)|yesterday|tomorrow|"
    r"tonight|at the time|in there)\.?$|\btoday\b|"
    r"^(?:in|on|at|by|with|from|after|before|for|to|of|about|under|behind) (?:it|that|them|there|"
    r"which|one|another|both|these|those)\b|^(?:a|one|two|three|some|many) (?:\w+ )?"
    r"(?:days?|weeks?|months?|years?|hours?|minutes?) (?:later|after|before|ago)\b",
    re.IGNORECASE,
)
"""What only a story that goes on says."""


def stands(text: str, material: Material, *, known: float = _KNOWN) -> bool:
    """Whether all that a sentence calls by ``the`` is known without the talk around it."""
    if GRADED.match(text):
        return True
    tokens = language.tag(text)
    if _points(tokens):
        return False
    return _subject_stands(tokens) and all(
        _is_told(tokens, at, material, known)
        for at, t in enumerate(tokens)
        if t.text.lower() == "the"
    )


def hangs(text: str) -> bool:
    """Whether the first verb of a sentence is done to an ``it`` that nothing before it names.

    ``A company in New Jersey brought it to the vaccines``: what the company brought is told in
    another sentence. After a case, or what opens a sentence, it may be the thing in that.
    """
    tokens = language.tag(text)
    at = next((i for i, t in enumerate(tokens) if t.text.lower() in ("it", "them")), None)
    if not at or not tokens[at - 1].is_verb or tokens[0].tag in ("PRP", "CJS", "PRF"):
        return False
    first = at - 1
    while first and (tokens[first - 1].is_verb or tokens[first - 1].tag in ("AV0", "XX0", "TO0")):
        first -= 1
    if any(t.is_verb for t in tokens[:first]):
        return False
    return _MAKES_IT.match(text[tokens[at - 1].start :]) is None


_MAKES_IT = re.compile(
    r"(?:\w*(?:make|made|making|find|found|take|took|keep|kept)\w*|think\w*|thought) it "
    r"(?:\w+ )?(?:\w+ (?:to|that|for)|clear|a|an)\b",
    re.IGNORECASE,
)
"""An ``it`` that stands for what follows: ``Heat makes it easy to bend iron``."""


def points_back(text: str) -> bool:
    """Whether a ``that`` or ``those`` in a text stands for something said before."""
    return _BACK.search(text) is not None or _points(language.tag(text))


_BACK = re.compile(
    r"\b(?:those|these|this)\b|\b(?:did|does|do|is|was|are|of|about|for|with|on|like|than) that"
    r"(?= \w+[?]?$|[?.,]| (?:evolve|happen|work|change|come|mean|go|feel|affect|look)\b)",
    re.IGNORECASE,
)


def _points(tokens: tuple[Token, ...]) -> bool:
    """Whether a ``that`` is no conjunction: ``people find that hard``; ``that of`` may stay."""
    return any(
        t.text.lower() == "that" and t.tag == "DT0" and [n.text for n in after[:1]] != ["of"]
        for t, after in ((t, tokens[at + 1 :]) for at, t in enumerate(tokens))
    )


def _is_told(tokens: tuple[Token, ...], at: int, material: Material, known: float) -> bool:
    """Whether what follows a ``the`` is told apart by what is said of it, or by what it is."""
    end = at + 1
    while end < len(tokens) and tokens[end].tag.startswith(_WITHIN):
        end += 1
    within = tokens[at + 1 : end]
    if not within:
        return True
    if end < len(tokens) and tokens[end].tag.startswith(_MODIFIED):
        return True
    head = next((t for t in reversed(within) if t.is_noun), within[-1])
    if head.text.lower() in _WHOSE:
        return False
    if any(t.tag == "NP0" or _RANKS.fullmatch(t.text) for t in within):
        return True
    if any(t.text.lower() in _ONLY_ONES for t in within[:-1]):
        return True
    if head.text.lower() in _ONE_OF_A_KIND or head.text[:1].isupper():
        return True
    some = [t.text.lower() for t in tokens[max(0, at - 2) : at]]
    if at > _LATE and some[:1] and some[0] in _SOME and some[1] == "of":
        return True
    last = end >= len(tokens) - 1 and tokens[at - 1].tag == "PRF"
    if last and len(tokens) > _LONG and any(t.text[:1].isdigit() for t in tokens):
        return True  # a long sentence with figures tells enough: "… the sentiment of the review"
    stem = language.stem(head.text)
    earlier = {language.stem(t.text) for t in tokens[:at]}
    # In a short talk without pages all is told once or twice, and nothing stands out.
    little = not material.sections and len(material.sentences) < _FEW_SENTENCES
    return stem in earlier or material.about.get(stem, 0.0) >= (_CENTRAL if little else known)


def _subject_stands(tokens: tuple[Token, ...]) -> bool:
    """Whether a sentence opens with a thing of its own: named, of any kind, or of the talk."""
    if not tokens:
        return False
    first = tokens[0]
    if first.tag in ("PNP", "PNX", "DPS", "PNQ") and first.text.lower() != "you":
        return False
    if first.tag in ("DT0", "CRD") and _bare(tokens):
        return False
    opens = " ".join(t.text for t in tokens[:6])
    return not (_OF_THE.match(opens) or _ONE_OF_THEM.match(opens))


_ONE_OF_THEM = re.compile(r"(?:In \S+ (?:, )?)?one (?:in|at|on|was|is|has|had|came|went)\b", re.I)
"""``In 2003 one in Wilnis floated away``: one of what?"""


_OF_THE = re.compile(
    r"(?:\S+ % |\S+% |\S+ percent |all |most |half |both |some |each |one )of the ", re.I
)
"""A share of what another sentence names."""


def _bare(tokens: tuple[Token, ...]) -> bool:
    """Whether a number or ``some`` stands without what it counts: ``Ten percent report``."""
    rest = tokens[1:6]
    return not any(t.tag == "PRF" for t in rest) and not any(t.is_noun for t in tokens[1:3])


def is_of_a_story(text: str) -> bool:
    """Whether a sentence goes on with a story: about him or her, later, again."""
    found = _HE.search(text)
    nobody = found is not None and not _PERSON.search(text[: found.start()])
    nobody = nobody or _HIM.search(text) is not None
    return nobody or _STORY.search(text) is not None


_HE = re.compile(r"\b(?:she|he|him|her|his|hers)\b", re.IGNORECASE)
_HIM = re.compile(r"\bhe \w+ (?:\w+ )?him\b|\bshe \w+ (?:\w+ )?her\.", re.IGNORECASE)
_PERSON = re.compile(
    r"\b[A-Z][a-z]+ [A-Z][a-z]+|(?:called|named|by|with|and|told|asked|gave|lends?) [A-Z][a-z]+|"
    r"^(?!(?:The|These|Those|In|At|On|By|For|When|If|But|And|So|Some|Most|All|Many|People|What)\b)"
    r"[A-Z][a-z]+ (?=[a-z]+s\b)"
)
