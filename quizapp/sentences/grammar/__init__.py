"""Turning a statement into a question by the safe rules of English word order.

Only statements of a plain shape are turned: a noun phrase, then the finite verb, then the rest.
The rules are the classical ones of overgenerating question systems (Heilman and Smith, 2010),
restricted to those that keep the grammar right without a parse: the verb moved before its
subject, and the subject replaced by ``What``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from quizapp import language
from quizapp.language import Token
from quizapp.sentences.grammar.capitals import lowered

_IN_SUBJECT = frozenset(
    "AT0 AJ0 AJC AJS NN0 NN1 NN2 NP0 CRD ORD UNC PRF CJC DPS POS DT0 AV0 PUN PUQ PRP VVG".split()
)
_LONGEST_SUBJECT = 14
PARTICIPLES = frozenset(
    "taken given written driven known shown chosen spoken broken stolen frozen grown drawn thrown "
    "seen done gone forgotten hidden mistaken woven worn torn born begun eaten fallen beaten "
    "ridden risen shaken proven sworn compared based".split()
)
"""Participles that are no past tense: alone, they make no clause."""
_NAMING = frozenset("called named dubbed known titled entitled".split())
_PRESENT = frozenset("VVZ VBZ VBB VHZ VM0 VDZ".split())
_SAME_IN_PAST = frozenset(
    "cut put set hit let cost shut spread split hurt cast bet quit beat read burst shed".split()
)
"""Verbs whose past tense is their plain form."""
_PAST_YEAR = re.compile(r"(?:1\d|20[01])\d\ds?$")
_AFTER_PARTICIPLES = frozenset("in by at during under within after before".split())
_ADVERBS = frozenset(
    "also still now then often only never always already soon once first initially".split()
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A statement taken apart: ``subject`` + ``verb`` + ``rest`` (no full stop)."""

    subject: tuple[Token, ...]
    verb: Token
    rest_tokens: tuple[Token, ...]
    text: str

    @property
    def subject_text(self) -> str:
        """The subject as it stands."""
        return self.text[: self.verb.start].strip()

    @property
    def rest(self) -> str:
        """What follows the verb, without the full stop."""
        return self.text[self.verb.end :].strip().rstrip(".").strip()

    @property
    def is_auxiliary(self) -> bool:
        """Whether the verb can go before its subject as it is: be, can, have + participle."""
        if self.verb.tag == "VM0" or self.verb.tag.startswith("VB"):
            return True
        following = [t for t in self.rest_tokens if t.tag not in ("AV0", "XX0")][:1]
        participle = bool(following) and following[0].tag in ("VVN", "VBN", "VHN", "VDN", "VVD")
        return self.verb.tag.startswith("VH") and participle

    @property
    def is_plural(self) -> bool:
        """Whether the subject is a plural: by its verb, else by its head or an ``and``."""
        if self.verb.tag in ("VBZ", "VHZ", "VVZ", "VDZ") or self.verb.text.lower() == "was":
            return False
        if any(t.text.lower() == "and" for t in self.subject):
            return True
        noun = head(self.subject)
        return noun is not None and noun.tag == "NN2"


def head(subject: tuple[Token, ...]) -> Token | None:
    """The noun that the subject's verb agrees with: the last before any preposition."""
    noun = None
    for token in subject:
        if token.tag in ("PRF", "PRP") and noun is not None:
            break
        if token.is_noun:
            noun = token
    return noun


def clause(sentence: str) -> Clause | None:
    """A plain statement taken apart, or None where its shape is not safely known."""
    tokens = language.tag(sentence)
    at = next((i for i, t in enumerate(tokens) if t.tag in language.FINITE_TAGS), None)
    if at is None:  # no finite verb at all: the first participle in -ed is a past tense
        at = next((i for i, t in enumerate(tokens) if t.tag == "VVN"), None)
        after = {t.text.lower() for t in tokens[at + 1 : at + 2]} if at else set()
        if at is not None and tokens[at].text.endswith("ed") and not after & _AFTER_PARTICIPLES:
            tokens = (*tokens[:at], replace(tokens[at], tag="VVD"), *tokens[at + 1 :])
        elif at is not None and [t.tag for t in tokens[at + 1 : at + 2]] in (["PRF"], ["PRP"]):
            return None  # "A currency made of land"
    if at is None or at == 0 or at > _LONGEST_SUBJECT:
        return None
    if _plain(tokens[at].text) in PARTICIPLES:
        return None  # "ideas | taken from the brain"
    named = tokens[at].text.lower() in _NAMING
    if named and [t.is_noun for t in tokens[at + 1 : at + 2]] == [True]:
        following = tokens[at + 2 : at + 3]
        if following and following[0].tag in language.FINITE_TAGS | {"VVN"}:
            return None  # "Runners | called chaskis waited in huts"
    if named and any(t.tag in _PRESENT for t in tokens[at + 1 :]):
        return None  # "a ring | called the sclerotic ring holds it"
    if tokens[at].tag == "VVB" and tokens[at].text.lower() in _SAME_IN_PAST and _is_past(tokens):
        tokens = (*tokens[:at], replace(tokens[at], tag="VVD"), *tokens[at + 1 :])
    if (
        tokens[at].tag == "VVD"
        and tokens[at].text.lower() in _SAME_IN_PAST
        and _plain_plural(tokens[:at])
        and not any(_PAST_YEAR.match(t.text) or t.tag == "NP0" for t in tokens)
    ):  # "neurons | shut down the muscles"
        tokens = (*tokens[:at], replace(tokens[at], tag="VVB"), *tokens[at + 1 :])
    subject = tokens[:at]
    if not all(_fits_subject(i, subject) for i in range(at)) or head(subject) is None:
        return None
    if subject[0].tag in ("PRP", "VVG", "AV0", "CJC", "PUN") or "," in (t.text for t in subject):
        return None
    if subject[-1].tag in ("PRP", "PRF", "AT0", "CJC", "AJ0", "VVG", "PUN"):
        return None
    if tokens[at].tag == "VVB" and head(subject) and not _plain_plural(subject):
        return None
    if tokens[at].tag in ("VVZ", "VHZ", "VBZ") and _clearly_plural(subject):
        return None  # the verb of another clause: "the bubbles close long after it | has fallen"
    return Clause(subject, tokens[at], tokens[at + 1 :], sentence)


def _plain(verb: str) -> str:
    """A verb without what says that it is done again, or wrongly: ``rewritten``."""
    return re.sub(r"^(?:re|over|under|un|mis|out)(?=\w{4})", "", verb.lower())


def _fits_subject(at: int, subject: tuple[Token, ...]) -> bool:
    """Whether a word can stand in a plain subject; the ``as`` of ``such as`` can."""
    such_as = at > 0 and subject[at].text == "as" and subject[at - 1].text.lower() == "such"
    return such_as or subject[at].tag in _IN_SUBJECT


def _is_past(tokens: tuple[Token, ...]) -> bool:
    """Whether a sentence has a past tense or a year that has gone."""
    return any(t.tag in ("VVD", "VBD", "VHD", "VDD") or _PAST_YEAR.match(t.text) for t in tokens)


def _clearly_plural(subject: tuple[Token, ...]) -> bool:
    """Whether a subject is one plain plural, with which no singular verb can go."""
    noun = next((t for t in subject if t.is_noun), None)
    if noun is None or noun.tag != "NN2" or noun.text.endswith(("ics", "ews")):
        return False
    return subject[0].text.lower() in ("the", "these", "those") and noun.text.islower()


def _plain_plural(subject: tuple[Token, ...]) -> bool:
    noun = head(subject)
    if noun is not None and noun.text.lower() in ("people", "police", "cattle"):
        return True
    return any(t.text.lower() == "and" for t in subject) or (noun is not None and noun.tag == "NN2")


def inverted(sentence: str) -> str | None:
    """The sentence as a question without its mark: ``can neural networks reason``; or None."""
    parts = clause(sentence)
    return None if parts is None else turned(parts, parts.rest)


_SHORT_NOT = re.compile(r"n['’]t\b")


def turned(parts: Clause, rest: str) -> str | None:
    """A clause as a question, ``rest`` after its verb; None where the verb has no such form."""
    if _SHORT_NOT.search(parts.text) and re.match(r"n['’]t\b", parts.text[parts.verb.end :]):
        return None  # "wo | n't fix it"
    subject = lowered(parts.subject_text, parts.subject[0])
    adverb = ""
    if len(parts.subject) > 1 and is_adverb(parts.subject[-1]):
        adverb = parts.subject[-1].text
        subject = subject[: -len(adverb)].strip()
        adverb += " "
    if parts.is_auxiliary:
        return f"{parts.verb.text} {subject} {adverb}{rest}".strip()
    support = {"VVZ": "does", "VHZ": "does", "VDZ": "does", "VVB": "do", "VHB": "do"}
    support |= {"VVD": "did", "VHD": "did", "VDD": "did", "VDB": "do"}
    helper = support.get(parts.verb.tag)
    if helper is None or re.match(r"(?:not|n't)\b", rest) or _has_second_verb(parts, rest):
        return None
    return f"{helper} {subject} {adverb}{parts.verb.lemma.lower()} {rest}".strip()


def _has_second_verb(parts: Clause, rest: str) -> bool:
    """Whether a second verb goes with the same subject: ``took the shop and kept it small``.

    Behind ``did`` it would have to lose its past tense.
    """
    end = parts.verb.end + len(rest) + 1
    told = [t for t in parts.rest_tokens if t.start < end and t.tag != "AV0"]
    return any(
        before.tag == "CJC" and after.tag == parts.verb.tag != "VVB"
        for before, after in pairwise(told)
    )


def is_adverb(token: Token) -> bool:
    """Whether a word before the verb goes with it rather than with the subject: not ``wide``."""
    if token.tag == "ORD":
        return token.text.lower() == "first"  # "Prices first rose"
    return token.tag == "AV0" and (token.text.endswith("ly") or token.text.lower() in _ADVERBS)
