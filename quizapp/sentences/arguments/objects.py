"""What a statement's verb acts on: its plain object."""

from __future__ import annotations

import re

from quizapp import language
from quizapp.sentences.arguments.noun_phrases import (
    PHRASE_STARTS,
    first_clause,
    is_thing,
    opens_a_verb,
)
from quizapp.sentences.arguments.question import Asked
from quizapp.sentences.arguments.verb_groups import VerbGroup
from quizapp.sentences.grammar.persons import is_plain_person

_UNASKABLE = frozenset(
    "be have do become seem remain appear stay get make let keep want try go come take say think "
    "believe feel know need include mean highlight describe discuss mark use contain find see tell "
    "last cost weigh measure persuade force convince urge encourage enable order invite advise "
    "remind bring put place set turn "
    "choose pick select build begin start stop refuse stand lie sit walk march travel sail swim "
    "call name term label dub consider study examine spend concern attend live die leave enter "
    "cross visit marry wait sleep fly drive ride climb "
    "hold correct challenge demonstrate show give teach offer ask tell send lend pay grant".split()
)
"""Verbs whose object, asked for with ``What``, leaves the question open."""
_AFTERWARDS = re.compile(r"(?<!such) (?P<tail>(?:as|when|once|if|until|before|after|while) .+)$")
_GAPPED = re.compile(r", (?=[A-Z][\w’'-]+ (?:the|an?|his|her|its|their) )")
"""``the neuron, | Fukushima the network``: the same verb of somebody else."""
_DATED = re.compile(
    r" (?P<when>(?:in|around|by|since) (?:the )?(?:(?:early|late|mid)[ -])?(?:[A-Z][a-z]+ )?"
    r"(?:1\d|20)\d\ds?)$"
)
_LOOKED_AT = re.compile(
    r"(?:about |some |over |nearly |more than )?\d[\d,]* (?:[a-z]+ )?(?:samples|studies|trials|"
    r"people|patients|men|women|students|adults|volunteers|children|babies|infants|teams|companies|"
    r"managers|employees|households|participants)\b"
)
_GOES_ON = re.compile(r",? (?:and|or) ")
_DOES_MORE = re.compile(r" and [a-z]+s (?:the|an?|few|little|many|more|less|relatively|no) ")
_BESIDE = re.compile(
    r" (?:about|some|over|nearly|roughly|more than|up to) \d[\d,.]* (?:kilomet|mile|met(?:re|er)s|"
    r"feet|years|days|hours)| within "
    r"(?:a few |some )?(?:seconds|minutes|hours|days|weeks)\b| "
    r"\w+ly (?:in|on|at|by|from|to|after|before|during)\b"
)


def object_of(p: VerbGroup) -> Asked | None:
    """The plain object of a verb that says enough to find it."""
    if not _takes_object(p):
        return None
    particle = _particle(p)
    parted = _parted(first_clause(p.rest.removeprefix(particle)))
    if parted is None:
        return None
    answer, tail = parted
    tail = f" {particle.strip()}{tail}" if particle else tail
    question = p.question(tail) if _can_answer(answer) else ""
    if question and _is_somebody(answer):
        question = question.replace("What ", "Whom ", 1)
    return Asked(f"{question}?", answer, "object") if question else None


def _is_somebody(answer: str) -> bool:
    """Whether an object is a person by the noun that it opens with: ``the emperor Romanos``."""
    first = next((t for t in language.tag(answer) if t.is_noun), None)
    after = next((t for t in language.tag(answer) if first and t.start > first.start), None)
    named = after is None or after.tag in ("NP0", "PRF", "PRP", "PUN")
    return first is not None and named and is_plain_person(first.lemma)


def _takes_object(p: VerbGroup) -> bool:
    """Whether an object can follow the verb, and asking for it says what is wanted."""
    if p.main.lemma.lower() in _UNASKABLE or p.voice == "passive" or p.main.tag == "VVG":
        return False
    after = [t for t in p.clause.rest_tokens if t.start >= p.main.end]
    following = next(iter(after[1:] if _particle(p) else after), None)
    if p.main.lemma.lower() == "use" and following and following.text == "to":
        return False  # "used to advise people"
    return following is not None and following.tag in PHRASE_STARTS


def _particle(p: VerbGroup) -> str:
    """The particle that belongs to a verb, with its space: ``down `` of ``shut down``."""
    found = _PARTICLE.match(p.rest)
    return found[0] if found and f"{p.main.lemma.lower()} {found['with']}" in _PHRASAL else ""


_PARTICLE = re.compile(r"(?P<with>down|up|out|off|away|back) ")
_PHRASAL = frozenset(
    "shut down|break down|slow down|cut down|cut off|give up|give off|take up|take away|carry out|"
    "rule out|wipe out|drive out|drive up|push up|speed up|set off|set up|keep out|bring back|"
    "give away|wear down|tear down|pay back|pay off|use up|soak up|swallow up".split("|")
)
"""Verbs that are another one with their particle."""


def _parted(answer: str) -> tuple[str, str] | None:
    """The object, and what goes to the end of its question: a year, ``when people gain``.

    None where it cannot be told which of the two the end belongs to.
    """
    tail = ""
    after = _AFTERWARDS.search(answer)
    if after and re.search(r"\bthat\b", answer[: after.start()]):
        return None  # "draws the lesson that people avoid risk | when they gain"
    if after:
        answer, tail = answer[: after.start()].rstrip(" ,"), f" {after['tail']}"
        if _DOES_MORE.search(tail):
            return None  # "when the culprit is absent and | costs few right ones"
        if focus := re.search(r" (?:even|just|only|except|especially)$", answer):
            answer, tail = answer[: focus.start()], f"{focus[0]}{tail}"
    done = re.split(r",? and (?=\w+ed\b)", answer)[0]
    answer, tail = (answer, tail) if done == answer else (done, "")  # it is of what comes last
    answer = _GAPPED.split(answer)[0]
    dated = _DATED.search(answer)
    if dated is not None:
        answer, tail = answer[: dated.start()], f" {dated['when']}{tail}"
    return answer, tail


def _can_answer(answer: str) -> bool:
    """Whether an object is a whole thing, and nothing but it."""
    if _LOOKED_AT.match(answer):
        return False  # how many were looked at is no finding
    if not is_thing(answer) or not any(t.is_noun for t in language.tag(answer)):
        return False
    if _GOES_ON.search(answer) and any(map(opens_a_verb, _GOES_ON.split(answer)[1:])):
        return False  # "extra capacity at the start or | add racks"
    # "power | completely in September", "the clock | earlier"
    return not (_BESIDE.search(answer) or language.tag(answer)[-1].tag in ("AV0", "AJC"))
