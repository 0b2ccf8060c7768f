"""Headings that name a relation, as the questions that they stand for.

``The role of bees in farming`` asks what that role is, ``The importance of sleep`` why sleep is
important, ``Three types of glue`` what the three are, ``Hand planes vs. sanding`` how they differ.
"""

from __future__ import annotations

import re

from quizapp import language

_ASKED_AS_THEY_ARE = frozenset(
    "role impact effect effects influence benefit benefits limit limits limitation limitations "
    "cause causes reason reasons origin origins purpose difference differences advantage "
    "advantages disadvantage disadvantages drawback drawbacks risk risks danger dangers challenge "
    "challenges type types kind kinds stage stages step steps goal goals aim aims cost costs "
    "relationship link connection problem trouble secret key keys lesson lessons implication "
    "implications consequence consequences sign signs symptom symptoms mistake mistakes principle "
    "principles element elements ingredient ingredients component components pillar pillars rule "
    "rules case argument arguments function functions goal definition meaning downside "
    "downsides upside upsides paradox parts phases phase legacy".split()
)
_AFTER = r"(?:of|for|behind|between|in|to|with|from|on|against|about)"
_RELATION = re.compile(
    rf"^(?:the )?(?P<which>(?:main|real|true|key|biggest|hidden|central|basic|core|common|first) )?"
    rf"(?P<noun>[a-z]+) (?P<rest>{_AFTER} .+)$",
    re.IGNORECASE,
)
_IMPORTANCE = re.compile(
    r"^(?:the )?(?:importance|significance|value|necessity) of (?P<of>.+)$", re.IGNORECASE
)
_REASON = re.compile(
    r"\b(?:because|since|so that|by \w+ing|which|helps?|allows?|enables?|prevents?|without|"
    r"leads? to|depends?|affects?|protects?|reduces?|improves?|makes?|keeps?)\b",
    re.IGNORECASE,
)
_COUNT = r"(?:two|three|four|five|six|seven|eight|nine|ten|[2-9]|10)"
_COUNTED = re.compile(rf"^(?:the )?(?P<count>{_COUNT}) (?P<what>.+)$", re.IGNORECASE)
_MORE = re.compile(r",| (?:and|in|at|from|on) ")
"""What makes more of a heading than a list of things of a kind."""
_TOLD_APART = re.compile(
    r"\b(?:first|second|third|one (?:is|was|of them)|the other|another|both|namely|either)\b|: |;|"
    r"[^,]+,[^,]+,? (?:and|or) ",
    re.IGNORECASE,
)
"""What tells the things of a kind one by one."""
_VERSUS = re.compile(r"^(?P<one>.+?) (?:vs\.?|versus) (?P<other>.+)$", re.IGNORECASE)


_HAS = re.compile(
    rf"^(?P<of>[\w’' -]{{3,50}}?) (?:has|have|had|comes? in|consists? of) (?P<count>{_COUNT}) "
    r"(?P<what>(?:[a-z-]+ ){0,2}[a-z-]+s)$",
    re.IGNORECASE,
)


def parts_of(topic: str, text: str) -> str | None:
    """``Camouflage has three layers`` as what the three are, where the text tells them apart."""
    found = _HAS.match(topic)
    if found is None or _TOLD_APART.search(text) is None:
        return None
    be = "were" if _is_past(text) else "are"
    return f"What {be} the {found['count'].lower()} {found['what']} of {found['of']}"


def asked(topic: str, text: str) -> str | None:
    """The question, without its mark and without whose account it is; None for another topic.

    ``topic`` is the heading as it reads inside a sentence, ``text`` what is told under it, in whose
    tense the question is put.
    """
    versus = _VERSUS.match(topic)
    if versus:
        return f"How do {versus['one']} and {versus['other']} differ"
    past = _is_past(text)
    importance = _IMPORTANCE.match(topic)
    if importance and not _REASON.search(text):
        return None
    if importance:
        of = importance["of"]
        if re.search(r"\b(?:and|or)\b|,", of):
            return None
        return f"Why {_be(_is_plural(of), past)} {of} important"
    counted = _COUNTED.match(topic)
    told = counted and _TOLD_APART.search(text) and not _does_something(counted["what"])
    if counted and told and _is_plural(counted["what"]) and not _MORE.search(counted["what"]):
        return f"What {_be(True, past)} the {counted['count'].lower()} {counted['what']}"
    found = _RELATION.match(topic)
    if found is None or found["noun"].lower() not in _ASKED_AS_THEY_ARE:
        return None
    noun = f"{found['which'] or ''}{found['noun']}"
    plural = found["noun"].lower().endswith("s")
    return f"What {_be(plural, past)} the {noun} {found['rest']}"


def _does_something(phrase: str) -> bool:
    """Whether a phrase has a verb of its own: ``sans serifs represent two attitudes``."""
    tags = [t.tag for t in language.tag(phrase)]
    verbs = [i for i, tag in enumerate(tags) if tag in ("VVB", "VVI", "VVZ", "VBB", "VHB")]
    return any(tag.startswith("NN") for i in verbs for tag in tags[:i])


def _be(plural: bool, past: bool) -> str:
    return ("were" if plural else "was") if past else ("are" if plural else "is")


def _is_plural(phrase: str) -> bool:
    """Whether the head of a phrase, before any preposition, is a plural."""
    phrases = language.noun_phrases(phrase)
    return bool(phrases) and phrases[0].is_plural


def _is_past(text: str) -> bool:
    """Whether a text tells of what was: most of its finite verbs are in the past."""
    tokens = [t for sentence in language.sentences(text) for t in language.tag(sentence)]
    verbs = [t for t in tokens if t.tag in language.FINITE_TAGS and t.tag != "VM0"]
    past = sum(t.tag in ("VVD", "VBD", "VHD", "VDD") for t in verbs)
    return 2 * past > len(verbs)
