"""Words of talk, and what print has for them: ``gonna``, ``something like ten``."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import chain

from quizapp import language
from quizapp.sentences.grammar.agreement import third_person
from quizapp.speech.phrases import words

_FEW = words(
    r"two three four five six seven eight nine ten eleven twelve \w{3,5}teen twenty thirty forty "
    r"fifty sixty seventy eighty ninety \d+"
)
_SCALES = "hundred|thousand|million|billion|dozen|third|quarter"
_PRAISED = words(
    "good bad big small large hard easy fast slow long short high low deep old new nice strange "
    "important interesting simple strong weak early late cheap expensive different close tiny huge "
    "great useful powerful well much many little far quick thin thick hot cold rare common true"
)
_COLOUR = words(
    "insanely incredibly extremely very really super amazing enormous huge big little tiny "
    "strange wonderful beautiful lovely horrible terrible gorgeous"
)
"""What follows a ``this`` by which nothing is pointed at: ``he wrote these insanely fast …``."""
_AFTER_DO = (
    r"not\b|it\b|that\b|this\b|so\b|the\b|an?\b|is\b|some|things?\b|any|well\b|better\b|more\b|"
    r"your\b|their\b|my\b|our\b|all\b|with\b|in\b|to\b|at\b|when\b|what\b|for\b|on\b|and\b|or\b|"
    r"if\b"
)
"""What shows that a ``do`` is no stress: ``you do it``, ``they do well``."""
_NO_NOUN = r"is\b|are\b|was\b|think|thought\b|say|said\b|know|knew\b|means?\b|so\b"
_Instead = str | Callable[[re.Match[str]], str]
_FIGURES: tuple[tuple[str, _Instead], ...] = (
    (r"\bpretty much(?= (?:all|every|any|the same|no)\b)", "nearly"),
    (
        (
            r"\b(?:something like|maybe|perhaps|probably)(?: about| around)? "
            rf"(?=\d|(?:a )?(?:{_FEW}|{_SCALES})\b)"
        ),
        "about ",
    ),
    (
        (
            r"\b(is|are|was|were|has|had|takes?|took|costs?|cost|lasts?)(?: maybe)? like,? "
            rf"(?=\d|(?:an? )?(?:{_FEW}|{_SCALES})\b)"
        ),
        r"\1 about ",
    ),
)
"""Figures that are about right."""
_STRESS: tuple[tuple[str, _Instead], ...] = (
    (r"\b(very|really|much|far),? \1\b", r"\1"),
    (rf"(?<!n['’]t )(?<!not )\breally (?=(?:\w+ly|{_PRAISED})\b)", ""),
)
_NAMING: tuple[tuple[str, _Instead], ...] = (
    (r"\bwhat(?:['’]s| is| was) (?:called|known as) (?=the |an? )", ""),
    (rf"\b({_FEW}), ({_FEW})(?= [a-z]+s\b)", r"\1 or \2"),
)
"""Names that are led up to, figures one of which is right, verbs that are stressed."""
_POINTING: tuple[tuple[str, _Instead], ...] = (
    (
        (
            r"\b(?:this|these) (?=(?:[\w-]+ ){1,3}(?:that|which|who|where|whose) "
            r"(?!is\b|are\b|was\b|were\b))"
        ),
        "the ",
    ),
    (
        (
            r"\b((?:an?|the|any|every|some|another|one) "
            rf"(?:(?!{_NO_NOUN})[\w-]+ ){{1,3}}?)that['’]s "
            r"(?=(?P<got>been|got|become|gone|come|grown|begun)\b|[a-z]+)"
        ),
        lambda m: f"{m[1]}that {'has' if m['got'] else 'is'} ",
    ),
    (r", which (?:we|I|you|everybody|everyone)\b[^,]+,(?= )", ""),
    (r"^if you (?:look|think),? for (?:example|instance),? [^,]+, ", ""),
    (rf"\bthese (?={_COLOUR} )", ""),
    (rf"\bthis (?={_COLOUR} )", "a "),
)
"""What points at nothing, or to who listens."""
_LOOSE: tuple[tuple[str, _Instead], ...] = (
    (r",? or (?:something|whatever|anything)(?: like that)?(?=[.,])", ""),
    (r"\bgonna\b", "going to"),
    (r"\bwanna\b", "want to"),
    (r"\bgotta\b", "have to"),
    (r"^(?:like|so|well|oh),? (?=[a-z])", ""),
    (r", (?:right|okay|yeah|you see|you know)(?=[.?,])", ""),
)
_INSTEAD = tuple(
    (re.compile(said, re.IGNORECASE), printed)
    for said, printed in chain(_FIGURES, _STRESS, _NAMING, _POINTING, _LOOSE)
)
_EMPHATIC = re.compile(
    r"(?<=\w )(?<!(?:what|when|than) )(?<!(?:how|why|who|nor) )(?<!where )(?<!which )(?<!so )"
    r"(?<!as )does "
    r"(?!not\b|it\b|so\b|the\b|that\b|this\b|an?\b|he\b|she\b|well\b|more\b|less\b)"
    r"(?P<verb>[a-z]+)\b(?= [a-z])"
)
"""``It does require skill``: what is stressed in a talk is only said in print."""


def in_print(text: str) -> str:
    """A text with what print has for the words of talk."""
    for pattern, instead in _INSTEAD:
        text = pattern.sub(instead, text)
    text = _EMPHATIC.sub(_plain_verb, text)
    return _DO.sub(lambda m: f"{m[1]} {m['verb']}" if _is_verb(m["verb"]) else m[0], text)


def _plain_verb(found: re.Match[str]) -> str:
    """``does require`` as ``requires``, where what follows is surely its verb."""
    verb = found["verb"]
    if not (verb in _MOSTLY_VERBS or _is_verb(verb)) or _OPENS_CLAUSE.search(
        found.string[: found.start()]
    ):
        return found[0]
    return third_person(verb)


_DO = re.compile(rf"\b(you|they|we) do (?!{_AFTER_DO})(?P<verb>[a-z]+)(?= [a-z])", re.IGNORECASE)
_OPENS_CLAUSE = re.compile(
    r"\b(?:what|whatever|everything|anything|nothing|something|all|thing|things|the way)\b[^,.;]*$",
    re.IGNORECASE,
)
"""``Everything the liver does depends on iron``: its verb is done."""


_MOSTLY_VERBS = frozenset("need help matter cost use change cause show look sound move".split())
"""Nouns too, but hardly so behind ``does``."""


def _is_verb(word: str) -> bool:
    """Whether a word is a verb, and no noun: not ``work``, not ``business``."""
    as_noun = language.tag(f"They saw the {word} there.")[3].is_noun
    return not as_noun and language.tag(f"They will {word} it.")[2].tag == "VVI"
