"""What texts say that a thing is: ``GPT-2, a transformer``, ``the town of Dordrecht``.

A name, or a term that is defined, is called by a noun; two things that are called by the same noun
are of one kind, and the one can stand as a wrong answer where the other is right.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from quizapp import language
from quizapp.identity import fold
from quizapp.sentences.grammar.capitals import is_national

_NAME = r"[A-Z][\w’'‑-]*(?: [A-Z][\w’'‑-]*){0,3}"
_A_KIND = (
    r"(?:an?|the) (?P<how>(?:[\w‑-]+ ){0,3}?)(?P<kind>[a-z]+)"
    r"(?=[,.;]| (?:with|that|of|which|for|in)\b)"
)
_COMPOUND = re.compile(rf"\b[Tt]he (?P<names>{_NAME}) (?P<kind>[a-z]+)\b")
_CALLED = (
    re.compile(rf"\b(?P<names>{_NAME}), {_A_KIND}"),
    re.compile(rf"\b(?P<names>{_NAME}) (?:is|was) {_A_KIND}"),
    _COMPOUND,
    re.compile(
        r"\b(?P<kind>[a-z]+s) (?:such as|like|including) "
        rf"(?P<names>{_NAME}(?:(?:, {_NAME})*,? (?:and|or) {_NAME})?)"
    ),
)
"""How a text says what a name is the name of (Hearst, 1992)."""

PERSON, PLACE = "#person", "#place"
"""Kinds that a text need not name: who discovers is a person, and a town is a place."""
_FULL_NAME = r"[A-Z][\w’'‑-]+(?: [A-Z]\.?)?(?: (?:van|von|de|der|la))?(?: [A-Z][\w’'‑-]+){1,2}"
_DID = (
    r"(?:showed|found|discovered|invented|proposed|described|developed|coined|wrote|argued|proved|"
    r"measured|demonstrated|introduced|formulated|observed|published|calculated)"
)
_PEOPLE = (
    re.compile(rf"(?<![\w’'] )(?P<names>{_FULL_NAME})(?: and {_FULL_NAME})? (?:first )?{_DID}\b"),
    re.compile(rf"\b{_DID} (?:in \d{{4}} )?by (?P<names>{_FULL_NAME}(?: and {_FULL_NAME})?)"),
)
_PLACES = (
    re.compile(
        r"\b(?:town|city|port|village|island|kingdom|county|province|harbour|harbor|state)s? of "
        rf"(?P<names>{_NAME}(?:(?:, {_NAME})*,? (?:and|or) {_NAME})?)"
    ),
)
_NOBODY = re.compile(
    r"\b(?:University|Institute|Bank|School|College|League|Company|Council|Society|Press|Union|"
    r"Street|War|Act|Journal|Academy|Laborator\w+|Brothers|Group|Church|Court|Fund)\b"
)
_DEFINITIONS = (
    re.compile(
        r"(?:The |An? )?(?P<names>[\w’'‑-]+(?: [\w’'‑-]+){0,2}) (?:is|are) (?:an?|the) "
        r"(?P<how>(?:[\w‑-]+ ){0,2}?)(?P<kind>[a-z]+)"
        r"(?=[,.;]| (?:that|which|whose|of|for|in|with|by|who|from)\b)"
    ),
)
_COINED = re.compile(r"\d|[a-z][A-Z]|^[A-Z]{2,}s?$")
_LOOSE = frozenset(
    "thing way part kind sort type form matter one case example lot question reason result point "
    "fact it and of in was is idea problem answer key time term word number most first last best "
    "only same main moment subject source sign step goal cause need side end start set use need "
    "name list base cost rest top bottom heart core basis root way’s issue measure factor".split()
)
"""Nouns that say nothing of what a thing is."""


def called(texts: Iterable[str]) -> Mapping[str, frozenset[str]]:
    """What texts call each name, by its folded words: the stems of the nouns."""
    found: dict[str, set[str]] = {}
    for text in texts:
        for pattern in _CALLED:
            for m in pattern.finditer(text):
                for name in _apart(m["names"]):
                    found.setdefault(fold(name), set()).add(language.stem(m["kind"].lower()))
    return {name: frozenset(kinds) for name, kinds in found.items()}


def told(sentence: str) -> Iterator[tuple[str, str]]:
    """What a sentence surely tells the kind of, as it is written, with the stem of the kind."""
    for pattern in (*_CALLED, *_DEFINITIONS):
        found = pattern.match(sentence) if pattern in _DEFINITIONS else pattern.search(sentence)
        if found is None or not _tells(found["kind"], sentence, found.start("kind")):
            continue
        if any(map(language.is_function_word, found.groupdict().get("how", "").split())):
            continue  # "a game between networks" is no network
        for name in _apart(found["names"]):
            if pattern is not _COMPOUND or _COINED.search(name):
                yield name, language.stem(found["kind"])
    for patterns, kind in ((_PEOPLE, PERSON), (_PLACES, PLACE)):
        for pattern in patterns:
            for m in pattern.finditer(sentence):
                yield from ((n, kind) for n in _apart(m["names"]) if kind == PLACE or " " in n)


def _tells(kind: str, sentence: str, at: int) -> bool:
    """Whether a word of a sentence is a noun that says what a thing is."""
    if kind in _LOOSE or language.is_function_word(kind) or len(kind) < 3:
        return False
    return any(t.start == at and t.is_noun for t in language.tag(sentence))


def _apart(names: str) -> list[str]:
    """The names of a list, each by itself; none of an institution or a people."""
    parts = (re.sub(r"[’']s$", "", n) for n in re.split(r",? and |,? or |, ", names))
    return [n for n in parts if n and _is_name(n)]


def _is_name(name: str) -> bool:
    first = name.split()[0]
    if _NOBODY.search(name) or language.is_function_word(first) or is_national(first):
        return False
    return not any(map(language.is_function_word, name.split()))
