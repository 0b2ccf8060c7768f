"""What ``it`` or ``they`` of a question stand for: what the question before it on its page names.

In a list of questions only the first names the thing: ``What does a death cap do?`` is followed by
``Can cooking make it safe?``, which is read by itself on a card.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp import language
from quizapp.generators.wordings import is_plural
from quizapp.language import Phrase, Token
from quizapp.material import Material
from quizapp.model import Section, SectionKind
from quizapp.sentences.commonness import is_vague
from quizapp.sentences.grammar.persons import is_plain_person

_ONE, _MANY = frozenset(("it", "its")), frozenset(("they", "them", "their"))
_EMPTY_IT = re.compile(
    r"it (?:takes?|took|to|that|like|possible|true|worth|matter|help|mean|make sense|follow)\b|"
    r"it (?:so |still |too |getting |really )*(?:cold|hot|warm|dark|late|early|rain\w*|snow\w*)\b|"
    r"it (?:an?|the) [\w’' -]{3,30}? (?:to|that|who|which|when|if)\b|"
    r"it (?:is |was |be )?(?:really |actually |so )?[\w’'-]+ (?:that|to|if|when|for .{2,40} to)\b",
    re.IGNORECASE,
)
"""``How long does it take to …``: it stands for nothing."""
_HAPPENS = re.compile(r"\bit (?:ever )?happen", re.IGNORECASE)
"""``Could it happen again?``: no thing that a question before names."""
_SOMEBODY = re.compile(r"[A-Z][a-zà-ÿ]+(?: (?:[a-z]{2,3} )?[A-Z][a-zà-ÿ]+)?")
_OPENS_ANOTHER = ("PUN", "CJC", "CJS", "CJT")
_ASKS = frozenset("what who which why how when where that".split())
"""What opens another clause, in which a noun before it can be meant."""
_SINGLE = frozenset(("NN0", "NN1", "NP0", "UNC"))
_BACK = 3
"""Questions that are gone back for one that names something."""
_COMMON = 5.3
"""A more common noun (Zipf) names nothing that a question would be about."""
_TIMES = re.compile(
    r"^(?:time|year|day|night|century|decade|hour|minute|place|way|reason|thing|people|word|one|"
    r"lot|kind|sort|part|half|first|answer|question|story|case|difference|"
    r"outside|inside|top|bottom|side|end|beginning|middle|practice|general|particular)s?$",
    re.IGNORECASE,
)


def stands_for(question: str, section: Section | None, material: Material) -> str | None:
    """The thing that a pronoun of a question means by the questions before it; or None.

    An empty text where it may be one of several: nobody can tell which.
    """
    wanted = _pronoun(question)
    if wanted is None or section is None:
        return None
    if wanted is _ONE and (_HAPPENS.search(question) or _is_a_deed(question)):
        return ""
    own = set(language.content_stems(material.subject.text))
    told = set(language.content_stems(section.text))
    follows = False
    for back, earlier in enumerate(_before(section, material)):
        follows = True
        if _pronoun(earlier) is not None:
            return ""  # it takes up yet another question
        fit = {p.text: p for p in _things(earlier) if _fits(p, wanted, material)}
        if len(fit) == 1:
            ((text, phrase),) = fit.items()
            if back and not told & set(language.content_stems(text)):
                return None  # another question stands between, and the answer has no word of it
            named = phrase.text.isupper() or all(t.tag == "NP0" for t in phrase.tokens)
            if named and not told & set(language.content_stems(text)):
                return ""  # "Did IBM cheat?", "So why didn't it count as intelligence?"
            # the episode's own subject stands there as it always does
            return material.subject.text if set(language.content_stems(text)) & own else text
        if fit:
            return ""  # either may be meant
    return "" if follows else None


def disagrees(question: str, label: str) -> bool:
    """Whether a pronoun that nothing on the page explains cannot be what a label names either.

    ``Antibiotics: How many people die because of it?``
    """
    wanted = _pronoun(question)
    if wanted is None:
        return False
    return not label or is_plural(label) != (wanted is _MANY)


_OF_WHAT = re.compile(
    r"\bthe (?:[a-z-]+ )?(?:benefits?|effects?|results?|risks?|costs?|causes?|symptoms?|odds|"
    r"chances?|consequences?|limits?|advantages?|disadvantages?|drawbacks?|signs?|object|event|"
    r"partnership|outcomes?|alternatives?|exceptions?|side effects)"
    r"(?=\?| (?:made|dated|caused|found|seen|noticed|last|look)\b)",
    re.IGNORECASE,
)


def is_of_what(question: str) -> bool:
    """Whether a question asks of ``the benefits`` or ``the event``, and not of what they are.

    ``How large are the benefits?`` is plain only below the page's title.
    """
    found = _OF_WHAT.search(question)
    before = question[: found.start()] if found else ""
    named = any(t.is_noun for t in language.tag(before) if t.text[:1].isalpha())
    return found is not None and not named


def _is_a_deed(question: str) -> bool:
    """Whether ``it`` is something done, told before: ``Can one do it without a keeper?``"""
    tokens = language.tag(question)
    done = zip(tokens, tokens[1:], (*tokens[2:], None), strict=False)
    return any(
        a.lemma.lower() == "do" and b.text.lower() == "it" and not (c and c.tag.startswith("VV"))
        for a, b, c in done
    )


def _things(question: str) -> list[Phrase]:
    """The noun phrases of a question, without a verb that was taken into one of them."""
    phrases = list(language.noun_phrases(question))
    if not _DOES.search(question):
        return phrases
    acts = [t.start for t in language.tag(question) if t.tag in ("VVI", "VVB", "VDI", "VHI")]
    parted = (p if any(a >= p.end for a in acts) else _without_verb(p) for p in phrases)
    return [p for p in parted if p is not None]


def _without_verb(phrase: Phrase) -> Phrase | None:
    """``Asian hornet`` of ``Asian hornet hunt``, in a question with ``does``."""
    last = phrase.tokens[-1]
    verb = last.text.islower() and language.tag(f"They will {last.lemma} it.")[2].tag in (
        "VVI",
        "VDI",
        "VHI",
    )
    if len(phrase.tokens) < _PAIR or not (verb and last.tag != "NN2"):
        return phrase
    left = phrase.tokens[:-1]
    end = left[-1].end - phrase.tokens[0].start
    return Phrase(phrase.text[:end], phrase.start, left[-1].end, left)


_DOES = re.compile(r"\b(?:do|does|did)\b", re.IGNORECASE)
_PAIR = 2


def _pronoun(question: str) -> frozenset[str] | None:
    """The set of the first pronoun of a question that nothing before it can be; or None."""
    tokens = language.tag(question)
    for i, token in enumerate(tokens):
        word = token.text.lower()
        kind = _ONE if word in _ONE else _MANY if word in _MANY else None
        if kind is None or (word == "it" and _EMPTY_IT.match(question[token.start :])):
            continue
        if not _is_told(i, tokens, kind):
            return kind
    return None


def _is_told(at: int, tokens: tuple[Token, ...], kind: frozenset[str]) -> bool:
    """Whether a noun before a pronoun can be what it means: no subject that acts on it."""
    nouns = [i for i, t in enumerate(tokens[:at]) if t.is_noun]
    many = kind is _MANY
    nouns = [i for i in nouns if tokens[i].tag in (("NN2", "NN0", "NP0") if many else _SINGLE)]
    if not nouns:
        return False
    acted_on = at > 0 and tokens[at - 1].tag.startswith("VV")
    acted_on = acted_on and tokens[at].text.lower() in ("it", "them")
    between = tokens[nouns[-1] + 1 : at]
    if any(t.tag in _OPENS_ANOTHER or t.text.lower() in _ASKS for t in between):
        return True  # "What is a cost function, and what makes it useful?"
    if any(t.tag == "VVG" for t in tokens[: nouns[0]]):
        return True  # "whether playing an instrument improves it"
    return not (acted_on and nouns[-1] - nouns[0] < len(nouns))


def _before(section: Section, material: Material) -> Iterator[str]:
    """The questions before a section on its page, the nearest first."""
    sections = [s for s in material.sections if s.path == section.path]
    at = next((i for i, s in enumerate(sections) if s.line_start == section.line_start), 0)
    for earlier in reversed(sections[max(0, at - _BACK) : at]):
        if earlier.kind is not SectionKind.QA or not earlier.heading:
            return
        if not re.match(r"who\b", earlier.heading, re.IGNORECASE):
            yield earlier.heading


def _fits(phrase: Phrase, wanted: frozenset[str], material: Material) -> bool:
    """Whether a phrase can be what a pronoun means."""
    head = phrase.head.lemma
    if phrase.is_plural != (wanted is _MANY) or material.names.mentions(phrase.text):
        return False
    alone = len(phrase.tokens) == 1
    if (alone and (_TIMES.match(head) or is_vague(head))) or phrase.head.tag == "CRD":
        return False
    people = material.full_names.people.values()
    if wanted is _ONE and (is_plain_person(head) or phrase.text in people):
        return False
    if wanted is _ONE and _SOMEBODY.fullmatch(phrase.text):
        return False  # "Fermi", "Marie Curie": nobody is an it
    return phrase.is_name or min(language.zipf(t.text.lower()) for t in phrase.tokens) < _COMMON
