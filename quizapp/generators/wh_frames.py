"""``Where a network keeps knowledge``: a heading that opens as a question does."""

from __future__ import annotations

import re
from collections.abc import Iterable

from quizapp import language
from quizapp.generators.sayings import opening
from quizapp.generators.told_claims import told_claim
from quizapp.generators.wordings import (
    last_resort,
    talk,
)
from quizapp.material import Material
from quizapp.model import Section
from quizapp.sentences import grammar
from quizapp.sentences.phrasing import capitalised

WH = re.compile(r"(?:how|why|where|when|what|who|which|whether)\b", re.IGNORECASE)


_PASSIVE = re.compile(r"(?:who|what|which) (?:\w+ )?(?:gets?|got) \w+(?:ed|n|t)\b", re.IGNORECASE)
"""``Who gets believed``: one verb, not two."""


def _is_of_the_guest(clause: str, section: Section, material: Material) -> bool:
    """Whether ``she`` in a heading is the guest by the pages, and the text tells of nobody else."""
    names, told = material.names, opening(section)
    said = re.match(r"(?P<who>she|he)\b", clause)
    if names.guest is None or said is None or names.pronoun not in (None, said["who"]):
        return False
    named = any(t.tag == "NP0" for t in language.tag(told))
    mentioned = names.mentions(section.text)
    return mentioned if named or names.pronoun is None else True


_SHE_WOULD = re.compile(r"(?:she|he)(?:['’]d| would) (?P<rest>(?!have\b|had\b)[a-z].+)$")
"""``What she'd tell a minister``: the guest would."""
_SHE_DOES = re.compile(r"(?:she|he) (?P<verb>[a-z]+s)(?P<rest>(?: .+)?)$")
_PAST = ("VVD", "VBD", "VHD")
_STATES = frozenset("is was has".split())
_LISTED = re.compile(r",| and (?:how|why|what|when|where)\b")


def wh_frames(heading: str, section: Section, material: Material) -> Iterable[str]:
    """``Where a network keeps knowledge`` as the question that it answers."""
    finite = [t for t in language.tag(heading) if t.tag in language.FINITE_TAGS]
    claims = len(finite) > 1 and not _PASSIVE.match(heading)
    claims = claims and not re.search(r",| and \w+(?:['’]t)?$", heading)
    if claims and _OF_A_SUBJECT.match(heading) and not _EXPLAINED.match(heading):
        yield f"{capitalised(material.inside(heading))}, according to {talk(material)}?"
        return
    if claims and _EXPLAINED.match(heading):
        yield f"What explains {material.inside(heading)}, according to {talk(material)}?"
        return
    if claims and not heading.endswith("?"):
        yield from told_claim(
            material.inside(heading), section, material
        )  # "Where rules are set matters"
        return
    word, _, rest = material.inside(heading).partition(" ")
    tags = [t.tag for t in language.tag(heading)]
    if word.lower() in ("what", "who", "which") and set(tags[1:2]) & language.FINITE_TAGS:
        if _IT.search(rest):
            return  # "Who measured it first"
        yield f"{capitalised(material.inside(heading))}, according to {talk(material)}?"
        return
    if word.lower() == "why" and not finite and _only_names(rest):
        yield f"{capitalised(material.inside(heading))}?"  # "Why rubies"
        return
    would = _SHE_WOULD.match(rest)
    of_guest = _is_of_the_guest(rest, section, material)
    if would and of_guest:
        yield f"{word.capitalize()} would {material.names.guest} {would['rest']}?"
        return
    does = _SHE_DOES.match(rest)
    if does and of_guest and does["verb"] not in _STATES:
        verb = language.tag(f"She {does['verb']} it.")[1]
        if verb.tag == "VVZ":
            said = f"{verb.lemma.lower()}{does['rest']}"
            yield f"{word.capitalize()} does {material.names.guest} {said}?"
            return
    if word.lower() == "how" and rest.startswith("to ") and not _LISTED.search(rest):
        yield f"How can one {rest.removeprefix('to ')}, according to {talk(material)}?"
        return
    if _PASSIVE.match(heading):
        yield f"{capitalised(material.inside(heading))}, according to {talk(material)}?"
        return
    dated = re.search(r"\b\d{3,4}s?\b|\bcentury\b", opening(section))
    happened = grammar.clause(f"{capitalised(rest)}.")
    if word.lower() == "when" and not dated and happened:
        yield f"What {'happened' if happened.verb.tag in _PAST else 'happens'} when {rest}?"
        return
    if word.lower() == "what" and (found := _what(rest)) is not None:
        yield (
            f"{found}?"
            if material.names.mentions(found)
            else (f"{found}, according to {talk(material)}?")
        )
        return
    turned = _inverted(rest) if word.lower() in ("how", "why", "where", "when") else None
    if turned:
        yield f"{word.capitalize()} {turned}?"
    yield last_resort(material.inside(heading), material)


_OF_A_SUBJECT = re.compile(
    r"(?:what|who) (?:makes?|made|keeps?|kept|drives?|drove|causes?|caused|decides?|decided|lets?|"
    r"helps?|helped|sets?|stops?|stopped) [a-z]|"
    r"what (?:happen(?:s|ed)|change[sd]|goes|went|comes|came|remain(?:s|ed)|follows|begins) (?:"
    r"when|if|once|after|before|while|during|inside|in|on|at|to|under|between|wrong|next)\b",
    re.IGNORECASE,
)
"""``What makes a bank fail``, ``what happens when flour gets wet``: questions as they stand."""
_EXPLAINED = re.compile(r"why [^,]+ (?:and|but|while|when|where|than) [^,]+$", re.IGNORECASE)
"""``Why some bees dance and others do not``: two statements with one reason."""
_IT = re.compile(r"\b(?:it|them)\b")
_NAMES = frozenset("NN0 NN1 NN2 AJ0 AJC AT0 NP0".split())


def _only_names(rest: str) -> bool:
    """Whether nothing but a thing stands behind ``why``, and no verb: ``bigger planes``."""
    words = rest.split()
    tags = [t.tag for t in language.tag(rest)]
    if len(words) > _PAIR or not tags or tags[0] not in _NAMES:
        return False
    last = language.tag(f"It {words[-1].lower()} here.")[1].tag
    return len(words) == 1 or not (words[-1].endswith("s") and last.startswith("VV"))


_PAIR = 2


def _inverted(clause: str) -> str | None:
    """A clause as it stands in a question; one that begins with a year too."""
    doing = _DOING.match(clause)
    verb = language.tag(f"It {doing['verb']} here.")[1] if doing else None
    first = language.tag(f"They like {doing['what']} now.")[2].tag if doing else ""
    if doing and verb and verb.tag == "VVZ" and first == "VVG" and " " in doing["what"]:
        return f"does {doing['what']} {verb.lemma.lower()}"
    year = re.match(r"\d{4}\b", clause)
    if year is None:
        return grammar.inverted(capitalised(clause))
    turned = grammar.inverted(f"The year {clause}")
    return turned.replace("the year ", "", 1) if turned else None


_DOING = re.compile(r"(?P<what>[a-z]+ing(?: [\w-]+){0,4}) (?P<verb>[a-z]+s)$")
"""``Why trying harder fails``."""


def _what(rest: str) -> str | None:
    """``Augustus built`` of ``What Augustus built`` as ``What did Augustus build``; or None."""
    tokens = language.tag(rest)
    verb = next((t for t in tokens if t.tag in ("VVD", "VVZ", "VVB", "VVN")), None)
    if verb is None or not any(t.is_noun for t in tokens if t.end <= verb.start):
        return None
    if sum(t.is_verb for t in tokens) > 1:
        return None  # "What Vikings traded, stole and left behind"
    done = rest[verb.start : verb.end].lower()
    parted = f"{rest[: verb.start]}{done} {_OBJECT}{rest[verb.end :]}"
    turned = grammar.inverted(f"{capitalised(parted)}.")
    if turned is None or f" {_OBJECT}" not in turned:
        return None
    asked = turned.replace(f" {_OBJECT}", "", 1).rstrip(".")
    first = tokens[0].text
    return f"What {asked.replace(f' {first.lower()}', f' {first}', 1)}"


_OBJECT = "the thing"
"""Stands for what is asked for, while the question is turned."""
