"""What was done, told as the page tells it, and asked for what came of it.

``Ann Grey recorded from rats in a maze. What was the result?`` A heading over an experiment or an
attempt is mostly a picture of the page's own, that nobody can answer by; what was done is plain.
"""

from __future__ import annotations

import re

from quizapp import language
from quizapp.claims import is_empty
from quizapp.generators import answers
from quizapp.leaning import about_the_page, opens_leaning, points_away
from quizapp.material import Material
from quizapp.model import Section
from quizapp.phrasing import closed, tidy
from quizapp.pronouns import resolved

_LONGEST = 30
"""Words of what was done, before the question."""
_FIRST = 3
"""Sentences of a section among which stands what was done."""
_TRIED = frozenset(
    "give play show ask test train follow record compare measure feed let offer "
    "teach track survey examine inject expose scan film photograph weigh sample drill dig burn "
    "freeze drop heat mix hide release sequence simulate interview watch treat vaccinate randomise "
    "randomize assign divide split invite pay tell".split()
)
"""What is done to find something out."""
_WITH_SOMEBODY = frozenset("put place have make keep send wake".split())
"""What finds something out only where it is done to those who take part."""
_ATTEMPTED = frozenset(
    "send threaten order launch attempt demand petition sue march invade besiege ban forbid "
    "abolish dismiss arrest try".split()
)
"""What is done that something may come of it."""
_PEOPLE = frozenset(
    "researcher scientist team group psychologist economist biologist physicist chemist historian "
    "archaeologist doctor engineer student colleague laboratory lab trial study experiment "
    "physician surgeon astronomer geologist ecologist neuroscientist linguist".split()
)
_RESULT = re.compile(
    r"\b(?:than|more|less|fewer|found|finds?|showed|shown|turned out|proved|revealed|discovered|"
    r"concluded|learned|learnt|remembered|percent|per cent|times|doubled|halved|none|only|both|"
    r"neither|never|still|no longer|even|half|most|nobody|everyone|survived|died|failed|rose|fell|"
    r"at first|later|afterwards|in the end|whereas|while|improved|worsened|"
    r"stopped|vanished|disappeared|became)\b|%",
    re.IGNORECASE,
)
"""What tells how an experiment came out."""
_PARTICIPANTS = re.compile(
    r"\b(?:people|patients|participants|men|women|students|adults|subjects|volunteers|children|"
    r"babies|infants|toddlers|pupils|rats|mice|monkeys|dogs|birds|bees|fish|plants|animals|\w+ers)\b"
)
_TOLD_ALREADY = re.compile(r",? (?:and|but|so) (?:the|a|an|they|it|most|only|found)\b|\bthe name\b")
"""Where the sentence itself goes on to what came of it."""
RESULT = "What was the result?"
"""What is asked after an experiment."""
_AFTERWARDS = "What followed?"


def asked(section: Section, material: Material) -> tuple[str, str, str | None] | None:
    """The question, the answer and what is left over of a section that tells of an attempt.

    None where the section tells of none, where what was done cannot be told in one sentence that
    stands alone, or where nothing is said of what came of it.
    """
    sentences = language.sentences(section.text)
    for at, sentence in enumerate(sentences[: min(_FIRST, len(sentences) - 1)]):
        if material.is_bare(sentence, section):
            continue
        done = _alone(sentence, material)
        question = sought(done, material) if done else None
        if question is None or opens_leaning(sentences[at + 1]):
            continue
        answer, left = answers.led(" ".join(sentences[at + 1 :]), "")
        if about_the_page(answer, material.names) or is_empty(answer):
            return None
        if question == RESULT and not _RESULT.search(answer):
            return None
        before = " ".join(sentences[:at])
        rest = " ".join(filter(None, (before, left))) or None
        return f"{closed(done or sentence)} {question}", answer, rest
    return None


def _alone(sentence: str, material: Material) -> str | None:
    """A sentence that names whom it tells of, as it stands alone; None for any other."""
    text = tidy(sentence)
    if opens_leaning(text) or points_away(text) or about_the_page(text, material.names):
        return None
    return resolved(text, material.names)


def sought(text: str, material: Material) -> str | None:
    """What to ask after a sentence that tells what somebody did; None for any other sentence."""
    if len(text.split()) > _LONGEST or _RESULT.search(text) or text.endswith("?"):
        return None
    tokens = language.tag(text)
    at = next((i for i, t in enumerate(tokens) if t.tag in (*language.FINITE_TAGS, "VVN")), None)
    if at is None or tokens[at].tag not in ("VVD", "VVN") or material.names.mentions(text):
        return None
    if tokens[at].tag == "VVN" and any(t.tag in language.FINITE_TAGS for t in tokens[at + 1 :]):
        following = tokens[at + 1 :]
        joined = next(
            (t for t in following if t.tag in (*language.FINITE_TAGS, "PNQ", "CJT")), None
        )
        if joined is not None and joined.tag in language.FINITE_TAGS:
            return None  # "Tristan, first | given in 1865, opens with a dissonance"
    doers = tokens[:at]
    named = any(t.tag == "NP0" for t in doers)
    if not named and not any(t.lemma.lower() in _PEOPLE for t in doers):
        return None
    if any(t.tag == "PNQ" for t in doers) or _TOLD_ALREADY.search(text):
        return None
    verb = tokens[at].lemma.lower()
    if re.match(
        r"[^.]{0,40}\b(?:its|their|the) (?:name|shape|form|title)\b", text[tokens[at].end :]
    ):
        return None  # "gave the violin its shape"
    took_part = _PARTICIPANTS.search(text[tokens[at].end :])
    if verb in _WITH_SOMEBODY and took_part:
        return RESULT
    if verb in _TRIED:
        return RESULT
    return _AFTERWARDS if verb in _ATTEMPTED and named else None
