"""The question for a statement's subject."""

from __future__ import annotations

import re
from itertools import pairwise

from quizapp import language
from quizapp.sentences.grammar import Clause, clause, head, is_adverb
from quizapp.sentences.grammar.agreement import third_person
from quizapp.sentences.grammar.persons import is_person, is_plain_person

_SINGULAR = {"are": "is", "were": "was", "have": "has", "do": "does"}
_BY_PEOPLE = frozenset(
    "look recommend publish argue decide vote conclude report announce remind encourage inspire "
    "invite teach advise ask mean".split()
)
"""Verbs of people and bodies: ``What looked at the evidence?`` asks for no thing."""
_REPORTS = frozenset(
    "study trial survey research paper analysis report experiment word review meta-analysis datum "
    "data evidence result poll census estimate record document archive".split()
)
_KNOWN_AS = re.compile(
    r"\b(?:famous|well-known|celebrated|classic|familiar|usual|same|new|old|common|other)\b"
)
_MERELY = re.compile(r"^(?:merely|simply|just|also|therefore|thus|really|actually) ")
"""What puts a thing in its place in the text, and means nothing in a question."""
_TRAILS = re.compile(
    r": .+$|, so [^;]*$|"
    r", (?:with|which|although|while|as well as|[a-z]+ing)\b[^;]*$"
)
_SUBORDINATES = re.compile(r"(?:as long as|as soon as|if|when|once|because|although) [^,]+, ")
_SUBJECT_STARTS = frozenset("AT0 DPS DT0 NN1 NN2 NN0 NP0 AJ0 PNP EX0".split())


def asked_for_subject(sentence: str) -> tuple[str, str] | None:
    """The question for a statement's subject and that subject: ``What has been …?``; or None.

    People are not asked for (nobody is quizzed on who is a person), nor short or empty subjects.
    """
    parts = clause(sentence)
    if parts is None or any(t.tag == "NP0" for t in parts.subject) or _reports(parts):
        return None
    if parts.verb.lemma.lower() in _BY_PEOPLE or re.match(r"(?:not|n['’]t|never)\b", parts.rest):
        return None
    verb, rest = _verb_of_one(parts), _told(parts)
    if verb is None or rest is None:
        return None
    what = "Who" if _are_people(parts) else "What"
    subject, adverb = parts.subject_text, ""
    if len(parts.subject) > 1 and is_adverb(parts.subject[-1]):
        adverb = parts.subject[-1].text + " "
        subject = subject[: -len(adverb)].strip()
    if verb in ("is", "was") and re.match(r"(?:the|an?) ", rest):
        alone = re.match(r"the (?:only|first|last|best|worst|main|\w+est|most)\b", rest)
        if what == "Who" or _KNOWN_AS.search(subject):
            return None  # who somebody is, or what has no name
        return f"What {verb} {rest}{'' if alone else ' called'}?", subject
    return f"{what} {adverb}{verb} {rest}?", subject


def _verb_of_one(parts: Clause) -> str | None:
    """The verb as it goes with ``What``, whatever number its subject has; or None."""
    verb = parts.verb.text
    if not parts.is_plural:
        return verb
    if parts.verb.tag == "VVB":
        verb = third_person(verb)
    elif parts.verb.tag not in ("VM0", "VVD") and verb.lower() not in _SINGULAR:
        return None
    if any(a.text == "and" and b.tag == "VVB" for a, b in pairwise(parts.rest_tokens)):
        return None  # "Its products are tested and contain no sugar"
    following = parts.rest_tokens[:1]
    if parts.verb.tag.startswith("VB") and following and following[0].tag[:2] in ("NN", "AT"):
        return None  # "Privateers were sailors": what they were is no thing
    return _SINGULAR.get(verb.lower(), verb)


def _told(parts: Clause) -> str | None:
    """What is told of a subject, where it can be understood without it; or None."""
    rest = _one_clause(parts.rest)
    if (
        not rest
        or re.match(r"(?:whether|that|if|how|why|what)\b", rest)
        or re.search(r"\b(?:it|its|they|them|their|he|she|his|her)\b", rest, re.IGNORECASE)
    ):
        return None
    return _MERELY.sub("", rest)


def _are_people(parts: Clause) -> bool:
    """Whether a subject is people, so that ``Who`` asks for it."""
    noun = head(parts.subject)
    return noun is not None and (
        is_plain_person(noun.lemma) or (noun.tag == "NN2" and is_person(noun.lemma))
    )


def _reports(parts: Clause) -> bool:
    """Whether a subject only reports what was found: which study it was is not worth asking."""
    noun = head(parts.subject)
    return noun is not None and noun.lemma.lower() in _REPORTS


def _one_clause(rest: str) -> str:
    """What follows a verb, up to a second clause, or to what only trails behind."""
    rest = re.split(r", but ", _TRAILS.sub("", rest))[0]
    for found in re.finditer(r",? (?:and|but|while|whereas|although|though) |; ", rest):
        second = rest[found.end() :]
        tokens = language.tag(second)
        starts = tokens and (tokens[0].tag in _SUBJECT_STARTS or _SUBORDINATES.match(second))
        if starts and language.is_sentence(second):
            first = rest[: found.start()].rstrip(" ,;")
            return first if "," not in first else ""  # the middle of a list, most likely
    return rest
