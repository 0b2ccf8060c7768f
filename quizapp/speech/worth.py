"""Whether a spoken sentence is worth asking, and how promising it is."""

from __future__ import annotations

import re

from quizapp import language
from quizapp.material import Material
from quizapp.material.promise import CAUSAL, DEFINING
from quizapp.sentences import grammar
from quizapp.speech.about import topic
from quizapp.speech.aloud import thinks_aloud
from quizapp.speech.phrases import either, words
from quizapp.speech.references import GRADED, hangs, is_of_a_story, stands

SHORTEST, _LONGEST = 8, 30
"""Words of a sentence."""
_SHORTEST_FIGURE = 6
"""The same of one that names somebody and tells a figure of him."""
ABOUT = 0.15
"""How much a sentence is about the episode's subject, at least: see ``Material.aboutness``."""
_CONCRETE = 0.03
"""The same of one with a name or a figure."""
_TERMS = 2
"""Names and terms in a sentence that says neither what something is, nor why, nor how much."""
_COUNTED = words(
    "of hours? days weeks months years decades centuries times minutes seconds metres meters "
    "kilometres miles kilos grams tons litres"
)
FIGURE = re.compile(
    r"\d|\b(?:"
    + either(
        (
            words(
                r"ten eleven twelve \w{3,5}teen twenty thirty forty fifty sixty seventy eighty "
                r"ninety hundreds? thousands? million billion percent dozens?"
            ),
            "per cent",
        )
    )
    + rf"\b|(?:{words('two three four five six seven eight nine')}|half an?|a third|a quarter) "
    rf"(?:\w+ )?{_COUNTED})",
    re.IGNORECASE,
)
CONDITION = re.compile(
    r"^(?:if|when|once|unless|without|until|the (?:more|less|\w+er))\b", re.IGNORECASE
)
_DONE = words(
    r"\w+ed wrote made built found took gave won began led drew ran bought sold taught saw set "
    "left put came went became chose broke fought grew"
)
DEED = re.compile(rf"^(?P<who>[A-Z][a-z]+(?: [A-Z][\w.-]+){{1,2}}) (?P<did>{_DONE}\b.+)\.$")
"""What somebody, told by first and last name, did."""
_CONTRAST = re.compile(
    r"\b(?:while|whereas|unlike|instead of|rather than|compared (?:to|with)|superseded|replaced)\b"
)

_NO_NEED = re.compile(r"(?:You|People) (?:don['’]t|do not) (?:need|have|want)\b", re.IGNORECASE)
"""What somebody can do without is advice, and tells of nothing."""

_CLEFT = re.compile(r"What (?P<told>(?:[\w’'-]+ ){1,5}?)(?:is|was|are|were) (?!what\b)")
_OF_A_KIND = re.compile(
    r"^(?:An? |No |Every |Most |People |Nobody |Everyone |You (?:can|need|have)|"
    r"(?!The|This|That|It|He|She|They|We|In|On|At|There)[A-Z]\w+s )"
)


_NAMED_FIRST = re.compile(
    rf"(?!{words('It That This He She They We You I In At On By For From And But So If When')}\b|"
    rf"{words('There Then Some Most About Only Nearly Another Each Every')}\b|"
    r"(?-i:The|An?) [a-z])(?:(?:An?|The) )?[A-Z][\w-]+ "
)
"""``Tidelane moved …``, but neither ``It moved …`` nor ``The permit took …``."""


def is_long_enough(text: str) -> bool:
    """Whether a sentence has words enough to stand alone: fewer where it names who had how many."""
    spaces = text.count(" ") + 1
    if spaces >= SHORTEST or spaces < _SHORTEST_FIGURE:
        return spaces >= SHORTEST
    return bool(_NAMED_FIRST.match(text) and FIGURE.search(text))


def is_worth(text: str, material: Material) -> bool:
    """Whether a spoken sentence says something, and nothing but that."""
    if not is_long_enough(text) or len(text.split()) > _LONGEST or thinks_aloud(text):
        return False
    if sum(c.isupper() for c in text) > len(text) // 3:
        return False  # captions that shout
    if _NO_NEED.match(text) or _is_of_what(text):
        return False
    if hangs(text) or _breaks_off(text):
        return False
    begun = re.match(r"(\w+ \w+) .*, \1\b", text, re.IGNORECASE)
    if begun or is_of_a_story(text) or not stands(text, material):
        return False
    about = material.aboutness(text)
    tells = DEFINING.search(text) or CAUSAL.search(text) or CONDITION.match(text)
    tells = tells or _CONTRAST.search(text) or DEED.match(text)
    figure = FIGURE.search(text)
    graded = GRADED.match(text) is not None
    phrases = language.noun_phrases(text)
    terms = [p for p in phrases if p.is_name or material.is_term(p.text)]
    if about >= ABOUT:
        return bool(terms or tells or figure or graded) and bool(
            len(terms) >= _TERMS or tells or figure or graded or _of_a_kind(text)
        )
    names = [p for p in phrases if p.is_name and any(t.text[:1].isupper() for t in p.tokens)]
    figures = figure and (names or tells or len(phrases) > 1)
    concrete = figures or graded or (names and (tells or terms)) or (tells and len(phrases) > 1)
    return bool(concrete) and about >= _CONCRETE and topic(material) is not None


def promise(text: str, material: Material) -> float:
    """How promising a sentence is, below those that people wrote (0 to 0.5)."""
    score = min(0.25, material.aboutness(text)) + 0.1 * bool(DEFINING.search(text))
    score += 0.1 * bool(CONDITION.match(text)) + 0.05 * bool(CAUSAL.search(text))
    return score + 0.1 * bool(FIGURE.search(text))


_GOES_ON = re.compile(
    r",? (?:and|but|so) (?:he|she|they|we|you|it|people|somebody|someone|everybody|nobody)\b"
)
_SOMEBODY_BEGINS = re.compile(
    r"\ban? \w+ called [A-Z][\w-]+(?: [A-Z][\w.-]+)* (?:(?:starts?|begins?|began|"
    r"started|comes?|came|decides?|decided|wants?|wanted|tries|tried) )?(?:to )?\w+\.$"
)
"""``In 1696 a man called Henry Winstanley starts to build``: what, only the talk tells."""
_FOR_SO_LONG = re.compile(
    r"^For (?:about |nearly |over |almost |around |more than )?[\w -]{2,24} (?:years|months|weeks|"
    r"days|decades|centuries),? (?!.*\b(?:\d{4}|century)\b)"
)
"""``For fifteen years there were fewer and fewer holes``: from when, only the talk tells."""
_EACH_ONE = re.compile(r"\b(?:each|every|another|other|this|that) one\.$")
"""``We use a different drug for each one``: each of what was told before."""


def _breaks_off(text: str) -> bool:
    """Whether a sentence has no verb before it goes on, or stops where it begins to tell.

    ``Twenty-four candles, and somebody had to snuff them``.
    """
    on = _GOES_ON.search(text)
    if on is not None and not any(t.is_verb for t in language.tag(text[: on.start()])):
        return True
    told_of = (_SOMEBODY_BEGINS, _EACH_ONE, _FOR_SO_LONG)
    return any(pattern.search(text) for pattern in told_of)


def _is_of_what(text: str) -> bool:
    """Whether a sentence opens with a ``what`` that names nothing: ``What comes out is …``."""
    found = _CLEFT.match(text)
    return found is not None and not any(t.is_noun for t in language.tag(found["told"]))


def _of_a_kind(text: str) -> bool:
    """Whether a sentence says what holds of a whole kind: ``A witness who is wrong …``."""
    if re.search(r"\b(?:was|were|had)\b", text):
        return False
    return _OF_A_KIND.match(text) is not None or is_of_a_stuff(text)


def is_of_a_stuff(text: str) -> bool:
    """Whether a sentence says what holds of a stuff: ``Volcanic ash is tiny pieces of glass``."""
    parts = grammar.clause(text)
    if parts is None or parts.is_plural:
        return False
    plain = all(t.tag.startswith(("NN", "AJ", "UNC")) for t in parts.subject)
    return plain and parts.subject[-1].is_noun
