"""What a section tells that somebody did, found or met with, as the question for just that.

``Alexander Demandt collected 210 reasons``, under the heading ``Too many causes``, is asked as
``What did Alexander Demandt collect in 1984?``. A heading over a story is mostly a picture of the
page's own, that nobody can answer by; whose deed it was, and when, is plain. Only a sentence that
names somebody or something, or a study by what it looked at, is asked so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from quizapp import language
from quizapp.generators import answers
from quizapp.generators.cues import MONTH
from quizapp.language import Token
from quizapp.material import Material
from quizapp.material.referents import is_bare
from quizapp.model import Section
from quizapp.sentences import grammar
from quizapp.sentences.claims import is_empty
from quizapp.sentences.grammar.capitals import lowered
from quizapp.sentences.leaning import about_the_page, opens_leaning, points_away
from quizapp.sentences.phrasing import capitalised, closed, tidy

_FIRST = 3
"""Sentences of a section of which one tells of the deed."""
_LEAD = 5
"""Words of a sentence that only leads up to a deed: ``Europe was not grateful.``"""
_LONGEST = 12
"""Words of whose deed it was."""
_FEWEST = 4
"""Words with a meaning that an answer tells beside its question."""
_DAY = (
    r"(?:the (?:early |late |mid-)?(?:1\d|20)\d0s|"
    r"(?:early |late |mid-|the (?:spring|summer|autumn|fall|winter|night|morning) of )?"
    rf"(?:\d{{1,2}} )?(?:{MONTH} )?(?:\d{{1,2}}, )?(?:1\d{{3}}|20\d\d)(?!\d|s|[–-]\d))"
)
_FRONT = re.compile(
    rf"^(?P<when>(?:In|On|By|Around|(?:Over|Within|For) [a-z]+ (?:days|weeks|months|years) in) "
    rf"{_DAY})"
    r",? (?=[\w“])"
)
_ASIDE = re.compile(
    r"^(?P<who>[^,]{3,60}), (?:who|which|an?|the|then|later|now|formerly|son|daughter) "
    r"[^,]{3,80}, (?=[a-z]+\b)(?!and\b|or\b)"
)
"""What is told of somebody in passing: ``Karl von Frisch, who shared the prize, showed …``."""
_AGED = re.compile(rf"(?P<who>\b(?!(?:{MONTH})\b)[A-Z][\w’'-]+), (?:aged )?\d{{1,2}},(?= [a-z])")
_MEANWHILE = re.compile(r"^While [a-z]+ing [^,;:]{3,70}, (?=[A-Z][a-z])")
"""``Ada Byron, 22, rowed …``; ``While looking for salt, Ada Byron found …``"""
_WITHIN = re.compile(rf"\b(?P<when>(?:in|on|around) {_DAY})\b")
_AND_LATER = re.compile(r" (?:and|or|to|until)\b")
_TURNS = re.compile(
    r"[;:(–—]|\b(?:which|who|whom|whose|that|until|because|when|while|where|after|before|since|if|"
    r"although|though|but|so)\b"
)
"""Where a sentence turns to something else."""
_OF_A_SUBJECT = frozenset("AT0 AJ0 AJS AJC NN0 NN1 NN2 NP0 CRD ORD CJC PRF POS UNC ZZ0".split())
_OF_A_STUDY = frozenset("PRP VVN DT0".split())
_STUDY = re.compile(
    r"\b(?:study|studies|trial|analysis|survey|experiment|review|meta-analysis|excavation)\b"
)
_LAST = 80
"""Letters at the end of a question, in which its verb and its day stand."""
_LEANS = re.compile(r"\b(?:it|they|them|this|that|these|those|he|she|his|her|their|its)\b|[:?!“”]")
_ADVERBS = frozenset(("AV0",))
_PRONOUN = re.compile(
    r"\b(?:he|she|his|her|it|its|they|their|them|we|our|you|your|I|my|this|these|those|that|such|"
    r"some|another|others?|every|each|no|none|most|many|few|all|any|both|half|same)\b",
    re.IGNORECASE,
)
_REPORTS = frozenset(
    "find show report argue propose suggest conclude discover demonstrate estimate calculate warn "
    "predict notice realise realize observe prove reveal write say declare recommend advise".split()
)
"""What is followed by what was found or said."""
_FOUND = re.compile(rf"\b(?:{'|'.join(sorted(_REPORTS))})(?: (?:in|on|around) [^?]+)?\?$")
_MAKES = frozenset(
    "collect invent build publish develop announce introduce create design launch patent describe "
    "identify offer promise demand order sign send buy sell win lose ban adopt".split()
)
"""What is done to the one thing that the sentence goes on to name."""
_NO_DEED = frozenset(
    "have know feel believe think want need live seem become cost weigh contain mean look like "
    "love hate hope expect fear remain stay belong own resemble include consist measure last get "
    "make let help keep begin start continue lead cause come go run work happen call name "
    "consider see hear watch remember forget learn tell ask remark explain recall note joke "
    "add".split()
)
"""Verbs after which ``What did it do?`` asks for too little, or for something else."""
_BEFELL = frozenset(
    "destroy kill wreck close abandon sink lose strike hit arrest execute ban reject replace "
    "demolish burn bury dismiss fire expel defeat ruin forget cancel withdraw flood evacuate "
    "overthrow assassinate poison rob seize drown dissolve".split()
)
_FELL = frozenset("die fall collapse sink fail explode crash burn vanish disappear erupt".split())
"""What somebody or something met with."""


def backing(section: Section, material: Material) -> tuple[str, str, str | None] | None:
    """What somebody found or said that backs a section's claim, asked under the claim; or None.

    ``Nerves lower the price: What did Wood Brooks find?``: where a text gives no reason, ``Why is
    it so?`` asks for what it does not tell.
    """
    claim = (section.heading or "").strip().rstrip(". ")
    if not 2 <= len(claim.split()) <= _LONGEST or _LEANS.search(claim):
        return None
    made = asked(section, material)
    if made is None or not _FOUND.search(made[0][-_LAST:]):
        return None
    prompt, answer, rest = made
    prompt = prompt.removeprefix(f"{claim}: ")
    told = set(language.content_stems(next(iter(language.sentences(answer)), "")))
    if len(told - set(language.content_stems(f"{claim} {prompt}"))) < _FEWEST:
        return None
    if set(language.content_stems(claim)) & told:
        about = _subject_of(claim, prompt)
        return f"{capitalised(about)}: {prompt}" if about else prompt, answer, rest
    return f"{capitalised(claim)}: {prompt}", answer, rest


def _subject_of(claim: str, prompt: str) -> str | None:
    """What a claim is of, for a question whose answer it tells: ``A taper``; not ``The wood``."""
    parts = grammar.clause(closed(claim))
    words = language.content_words(parts.subject_text) if parts else []
    if parts is None or set(language.content_stems(parts.subject_text)) & set(
        language.content_stems(prompt)
    ):
        return None
    told = len(words) > 1 or any(language.zipf(w.lower()) < _RARE for w in words)
    return parts.subject_text if told else None


_RARE = 4.2
"""A rarer word (Zipf) says by itself what a claim is of."""


def asked(section: Section, material: Material) -> tuple[str, str, str | None] | None:
    """The question, the answer and what is left over of a section that tells of a deed."""
    sentences = language.sentences(section.text)
    for at, sentence in enumerate(sentences[:_FIRST]):
        text = tidy(sentence)
        if opens_leaning(text) or points_away(text) or about_the_page(text, material.names):
            continue
        if text.endswith("?") or is_bare(sentence, section, material):
            continue
        led_up = (before for before in sentences[:at] if len(before.split()) > _LEAD)
        if any(_tells_of_somebody(before, material) for before in led_up):
            return None  # what came first is the story
        prompt = question(text, material)
        if prompt is None:
            continue
        answer, left = answers.led(" ".join((_reported(sentence), *sentences[at + 1 :])), "")
        told = next(iter(language.sentences(answer)), "")
        new = set(language.content_stems(told)) - set(language.content_stems(prompt))
        if is_empty(answer) or len(new) < _FEWEST:
            return None
        rest = " ".join(filter(None, (*sentences[:at], left))) or None
        return _placed(prompt, section, material), answer, rest
    return None


def _reported(sentence: str) -> str:
    """What a sentence says that somebody found, without who did: the question has him."""
    for token in language.tag(sentence):
        if token.tag != "VVD":
            continue
        after = sentence[token.end :]
        found = token.lemma.lower() in _REPORTS and after.startswith(" that ")
        return capitalised(after.removeprefix(" that ")) if found else sentence
    return sentence


def _placed(prompt: str, section: Section, material: Material) -> str:
    """A question under its heading where nothing else tells what an episode is about."""
    subject, heading = material.subject, (section.heading or "").strip().rstrip(". ")
    if subject.text or subject.title or subject.both or subject.pair:
        return prompt
    short = len(heading.split()) <= _LONGEST
    return f"{heading}: {prompt}" if short and not _LEANS.search(heading) else prompt


def _tells_of_somebody(sentence: str, material: Material) -> bool:
    """Whether a sentence names anybody or anything, beside those who speak."""
    return any(
        t.tag == "NP0" and not material.names.mentions(t.text) for t in language.tag(sentence)
    )


def question(text: str, material: Material) -> str | None:
    """What a sentence tells that somebody did, as a question; None where it tells of no deed."""
    text = _AGED.sub(r"\g<who>", _MEANWHILE.sub("", text))
    front = _FRONT.match(text)
    clause = _ASIDE.sub(r"\g<who> ", text[front.end() :] if front else text)
    tokens = language.tag(clause)
    at = next((i for i, t in enumerate(tokens) if _is_finite(t)), None)
    if at is None or tokens[at].tag not in ("VVD", "VBD"):
        return None
    doers = list(tokens[:at])
    while doers and doers[-1].tag in _ADVERBS:
        doers.pop()
    who = _named(clause, doers, material)
    if who is None:
        return None
    who = who if front else _inside(who, doers[0], material)
    base = tokens[at].lemma.lower()
    reported, befell = base in _REPORTS, tokens[at].tag == "VBD" or base in _FELL
    when = _when(
        front["when"] if front else None, clause[tokens[at].end :], reported=reported, befell=befell
    )
    return _asked(who, tokens, at, clause, when, fronted=front is not None)


def _asked(
    who: str,
    tokens: Sequence[Token],
    at: int,
    clause: str,
    when: str | None,
    *,
    fronted: bool,
) -> str | None:
    verb, after = tokens[at], tokens[at + 1 :]
    if not after:
        return None
    then = f" {when}" if when else ""
    if _UNTOLD.match(clause[verb.end :]):
        return None
    if verb.tag == "VBD":
        met = next((t for t in after[:2] if t.tag == "VVN"), None)
        befell = met is not None and met.lemma.lower() in _BEFELL
        return f"What happened to {who}{then}?" if befell and when else None
    base = verb.lemma.lower()
    if base in _FELL and after[0].tag in ("PRP", "AVP", "PUN", "AV0"):
        return f"What happened to {who}{then}?" if when else None
    if base in _REPORTS:
        said = any(t.text.lower() == "that" for t in after[:_SOON]) or after[0].tag in (
            *_OBJECT,
            "DT0",
        )
        said = said or after[0].text.lower() in ("twice", "only", "about", "nearly")
        return f"What did {who} {base}{then}?" if said else None
    objects = (*_OBJECT, "PRP") if fronted else _OBJECT
    if after[0].tag not in objects or not when:
        return None
    if base in _MAKES:
        return f"What did {who} {base}{then}?"
    return None if base in _NO_DEED else f"What did {who} do{then}?"


_UNTOLD = re.compile(r" (?:(?:the|this|that) (?:word|term|name|idea|phrase)|it|them|this|so)\b")
"""What stands in the heading or in a sentence before."""
_SOON = 8
"""Words behind a verb among which stands what was said or found."""
_OBJECT = ("AT0", "NN0", "NN1", "NN2", "AJ0", "DPS", "NP0", "CRD", "VVG", "DTQ")


def _is_finite(token: Token) -> bool:
    """Whether a word is the verb of a clause; ``Narrows`` in a name is none."""
    name = token.start > 0 and token.text[:1].isupper()
    return token.tag in language.FINITE_TAGS and not name


def _named(clause: str, doers: Sequence[Token], material: Material) -> str | None:
    """Whose deed it was, as it stands inside a question; None where nobody is named."""
    if not doers:
        return None
    who = clause[: doers[-1].end].strip().rstrip(",")
    if len(who.split()) > _LONGEST or _PRONOUN.search(who) or material.names.mentions(who):
        return None
    study = _STUDY.search(who) is not None
    fit = _OF_A_SUBJECT | (_OF_A_STUDY if study else set())
    if doers[0].tag not in fit - {"PRP", "CJC"}:
        return None
    places = {a for a, b in pairwise(doers) if a.tag == "PRP" and b.text[:1].isupper()}
    capital = all(
        t.tag in fit or t in places or t.text[:1].isupper() or t.text == "," for t in doers
    )
    named = any(t.text[:1].isupper() and (t.start or t.tag == "NP0") for t in doers)
    if not capital or not (named or (study and len(language.content_words(who)) > 1)):
        return None
    return who


def _inside(who: str, opens: Token, material: Material) -> str:
    """Whose deed it was, without the capital of a sentence's first word."""
    told = lowered(who, opens)
    first, *others = told.split()
    if others and others[0][:1].isupper():
        return told  # "Will Kemp"
    return told if opens.tag == "NP0" else f"{material.cased(first)}{told[len(first) :]}"


def _when(front: str | None, after: str, *, reported: bool, befell: bool) -> str | None:
    """When it was, as it stands at the end of a question; None where the sentence does not say.

    A day inside a sentence is the deed's only right behind what it was done to: ``the outbreak of
    war in 1914`` tells of another. What was ``reported`` has a day of its own; what ``befell``
    somebody has its day wherever it stands.
    """
    if front:
        return f"{front[:1].lower()}{front[1:]}"
    if reported:
        said = _WITHIN.match(after.lstrip())
        return said["when"] if said else None
    turn = _TURNS.search(after)
    found = _WITHIN.search(after[: turn.start()] if turn else after)
    if (
        found is None
        or _AND_LATER.match(after[found.end() :])
        or _WITHIN.search(after, found.end())
    ):
        return None
    between = language.tag(after[: found.start()])
    nouns = [i for i, t in enumerate(between) if t.is_noun]
    parted = any(
        t.tag in ("PRP", "PRF") and t.text != "for" for t in between[: nouns[-1] if nouns else 0]
    )
    return None if parted and not befell else found["when"]
