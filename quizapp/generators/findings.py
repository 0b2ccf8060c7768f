"""An experiment, told as the page tells it, and asked for what came of it.

``Ann Grey gave rats a maze. What was the result?`` A heading over an experiment is mostly a picture
of the page's own, that nobody can answer by; what was done is plain. Only what was done to those
who took part, or measured and compared, is an experiment, and only a sentence that tells of an
outcome is its result.
"""

from __future__ import annotations

import re

from quizapp import language
from quizapp.generators import answers
from quizapp.material import Material
from quizapp.material.referents import is_bare
from quizapp.model import Section
from quizapp.sentences.claims import is_empty
from quizapp.sentences.leaning import about_the_page, opens_leaning, points_away
from quizapp.sentences.phrasing import closed, tidy
from quizapp.sentences.pronouns import resolved

_LONGEST = 30
"""Words of what was done, before the question."""
_FIRST = 3
"""Sentences of a section among which stands what was done."""
_BETWEEN = 2
"""Sentences between what was done and what came of it."""
_TO_SOMEBODY = frozenset(
    "give play show ask teach train feed let offer put place make keep wake follow track survey "
    "examine inject expose scan film weigh interview watch treat vaccinate randomise randomize "
    "assign divide split invite pay tell test record compare send raise".split()
)
"""What finds something out where it is done to those who take part."""
_TO_THINGS = frozenset(
    "compare measure simulate test record track sequence pool analyse analyze reanalyse".split()
)
"""What finds something out whatever it is done to."""
_PEOPLE = frozenset(
    "researcher scientist team group psychologist economist biologist physicist chemist historian "
    "archaeologist doctor engineer student colleague laboratory lab trial study experiment "
    "physician surgeon astronomer geologist ecologist neuroscientist linguist".split()
)
_PARTICIPANTS = re.compile(
    r"\b(?:people|patients|participants|men|women|students|adults|subjects|volunteers|children|"
    r"babies|infants|toddlers|pupils|players|drivers|shoppers|viewers|listeners|moviegoers|"
    r"readers|speakers|runners|teachers|diners|customers|passengers|soldiers|sailors|nurses|"
    r"households|families|couples|twins|\w+-year-olds|\w+-month-olds|rats|mice|monkeys|apes|"
    r"dogs|cats|pigs|birds|pigeons|crows|bees|ants|flies|fish|octopuses|elephants|whales|plants|"
    r"seedlings|animals|swarm|hive|colony|flock|\w*graders|schoolchildren|undergraduates|residents|"
    r"citizens|prisoners|villagers|farmers|workers|climbers|athletes|swimmers|musicians|pianists|"
    r"singers|actors|cooks|waiters|jurors|judges|doctors|surgeons|pilots|drivers|employees)\b"
)
_RESULT = re.compile(
    r"\b(?:found|showed|turned out|proved|revealed|discovered|concluded|learned|learnt|remembered|"
    r"recalled|noticed|percent|per cent|doubled|halved|survived|died|failed|succeeded|rose|fell|"
    r"moved|shifted|at first|afterwards|in the end|improved|worsened|stopped|vanished|disappeared|"
    r"could (?:not|no longer|still)|couldn't|"
    r"no difference|did (?:so )?(?:better|worse|as well)|(?:more|less|fewer|better|worse|\w+er) "
    r"[^.]{0,40}\bthan (?!\d|one\b|two\b|half\b|a (?:hundred|thousand|dozen))|"
    r"as (?:much|many|well|often|fast)\b[^.,]{0,30} as|\w+er (?:to|at|in|on|with)|"
    r"than (?:those|the others|before))\b|\d%",
    re.IGNORECASE,
)
"""What tells how an experiment came out."""
_SETTING = re.compile(
    r"^(?:[\w’'.-]+ ){1,6}had (?:\w+ )?\w+(?:ed|n|t)\b|"
    r"\b(?:was|were) (?:founded|born|built|drawn|invented|drilled|written|named|led|run|known)\b|"
    r"\b(?:years?|months?|weeks?) (?:earlier|before)\b|\byears old\b"
)
"""What tells of the scene, and of what was before."""
_TOLD_ALREADY = re.compile(r",? (?:and|but|so) (?:the|a|an|they|it|most|only|found)\b|\bthe name\b")
"""Where the sentence itself goes on to what came of it."""
_OF_ITS_OWN = re.compile(r"[^.]{0,40}\b(?:its|their|the) (?:name|shape|form|title)\b")
"""``gave the violin its shape``: no experiment."""
RESULT = "What was the result?"
"""What is asked after an experiment."""


def asked(section: Section, material: Material) -> tuple[str, str, str | None] | None:
    """The question, the answer and what is left over of a section that tells of an experiment.

    None where the section tells of none, where what was done cannot be told in one sentence that
    stands alone, or where nothing is said of what came of it.
    """
    sentences = language.sentences(section.text)
    for at, sentence in enumerate(sentences[: min(_FIRST, len(sentences) - 1)]):
        if is_bare(sentence, section, material):
            continue
        done = _alone(sentence, material)
        if done is None or not is_tried(done, material):
            continue
        came = _outcome(sentences, at)
        if came is None:
            continue
        answer, left = answers.led(" ".join(sentences[came:]), "")
        if about_the_page(answer, material.names) or is_empty(answer):
            return None
        if not _RESULT.search(answer):
            return None  # it ends before the outcome
        rest = " ".join(filter(None, (*sentences[:at], *sentences[at + 1 : came], left))) or None
        return f"{closed(done)} {RESULT}", answer, rest
    return None


def _outcome(sentences: tuple[str, ...] | list[str], at: int) -> int | None:
    """Where the account of what came of an experiment begins, behind its scene; None without one.

    The outcome itself is told there, or soon after.
    """
    begins = None
    for i in range(at + 1, min(at + 2 + _BETWEEN, len(sentences))):
        told = sentences[i]
        if opens_leaning(told) or told.endswith("?"):
            return None
        if _SETTING.search(told):
            continue
        begins = i if begins is None else begins
        if _RESULT.search(told):
            return begins
    return None


def _alone(sentence: str, material: Material) -> str | None:
    """A sentence that names whom it tells of, as it stands alone; None for any other."""
    text = tidy(sentence)
    if opens_leaning(text) or points_away(text) or about_the_page(text, material.names):
        return None
    return resolved(text, material.names)


def is_tried(text: str, material: Material) -> bool:
    """Whether a sentence tells what somebody did to find something out, and not yet what it was."""
    if len(text.split()) > _LONGEST or text.endswith("?"):
        return False
    tokens = language.tag(text)
    at = next((i for i, t in enumerate(tokens) if t.tag in (*language.FINITE_TAGS, "VVN")), None)
    if at is None or tokens[at].tag not in ("VVD", "VVN") or material.names.mentions(text):
        return False
    if tokens[at].tag == "VVN":
        ends = (*language.FINITE_TAGS, "PNQ", "CJT")
        joined = next((t for t in tokens[at + 1 :] if t.tag in ends), None)
        if joined is not None and joined.tag in language.FINITE_TAGS:
            return False  # "Tristan, first | given in 1865, opens with a dissonance"
    doers = tokens[:at]
    somebody = any(t.tag == "NP0" or t.lemma.lower() in _PEOPLE for t in doers)
    if not somebody or any(t.tag == "PNQ" for t in doers) or _TOLD_ALREADY.search(text):
        return False
    after = text[tokens[at].end :]
    if _OF_ITS_OWN.match(after) or _RESULT.search(after):
        return False
    verb = tokens[at].lemma.lower()
    return verb in _TO_THINGS or (verb in _TO_SOMEBODY and _PARTICIPANTS.search(after) is not None)
