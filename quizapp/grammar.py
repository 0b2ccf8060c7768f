"""Turning a statement into a question by the safe rules of English word order.

Only statements of a plain shape are turned: a noun phrase, then the finite verb, then the rest.
The rules are the classical ones of overgenerating question systems (Heilman and Smith, 2010),
restricted to those that keep the grammar right without a parse: the verb moved before its
subject, and the subject replaced by ``What``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from quizapp import language
from quizapp.language import Token
from quizapp.phrasing import closed

_IN_SUBJECT = frozenset(
    "AT0 AJ0 AJC AJS NN0 NN1 NN2 NP0 CRD ORD UNC PRF CJC DPS POS DT0 AV0 PUN PUQ PRP VVG".split()
)
_SINGULAR = {"are": "is", "were": "was", "have": "has", "do": "does"}
_LONGEST_SUBJECT = 14


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
    if tokens[at].text.lower() in PARTICIPLES:
        return None  # "ideas | taken from the brain"
    if tokens[at].text.lower() in _NAMING and any(t.tag in _PRESENT for t in tokens[at + 1 :]):
        return None  # "a ring | called the sclerotic ring holds it"
    if tokens[at].tag == "VVB" and tokens[at].text.lower() in _SAME_IN_PAST and _is_past(tokens):
        tokens = (*tokens[:at], replace(tokens[at], tag="VVD"), *tokens[at + 1 :])
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


def _fits_subject(at: int, subject: tuple[Token, ...]) -> bool:
    """Whether a word can stand in a plain subject; the ``as`` of ``such as`` can."""
    such_as = at > 0 and subject[at].text == "as" and subject[at - 1].text.lower() == "such"
    return such_as or subject[at].tag in _IN_SUBJECT


PARTICIPLES = frozenset(
    "taken given written driven known shown chosen spoken broken stolen frozen grown drawn thrown "
    "seen done gone forgotten hidden mistaken woven worn torn born begun eaten fallen beaten "
    "ridden risen shaken proven sworn".split()
)
"""Participles that are no past tense: alone, they make no clause."""
_NAMING = frozenset("called named dubbed known titled entitled".split())
_PRESENT = frozenset("VVZ VBZ VBB VHZ VM0 VDZ".split())
_SAME_IN_PAST = frozenset(
    "cut put set hit let cost shut spread split hurt cast bet quit beat read burst shed".split()
)
"""Verbs whose past tense is their plain form."""


def _is_past(tokens: tuple[Token, ...]) -> bool:
    """Whether a sentence has a past tense or a year that has gone."""
    return any(t.tag in ("VVD", "VBD", "VHD", "VDD") or _PAST_YEAR.match(t.text) for t in tokens)


_PAST_YEAR = re.compile(r"(?:1\d|20[01])\d\ds?$")
_AFTER_PARTICIPLES = frozenset("in by at during under within after before".split())


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


def turned(parts: Clause, rest: str) -> str | None:
    """A clause as a question, ``rest`` after its verb; None where the verb has no such form."""
    subject = lowered(parts.subject_text, parts.subject[0])
    adverb = ""
    if _is_adverb(parts.subject[-1]):
        adverb = parts.subject[-1].text
        subject = subject[: -len(adverb)].strip()
        adverb += " "
    if parts.is_auxiliary:
        return f"{parts.verb.text} {subject} {adverb}{rest}".strip()
    support = {"VVZ": "does", "VHZ": "does", "VDZ": "does", "VVB": "do", "VHB": "do"}
    support |= {"VVD": "did", "VHD": "did", "VDD": "did", "VDB": "do"}
    helper = support.get(parts.verb.tag)
    if helper is None or re.match(r"(?:not|n't)\b", rest):
        return None
    return f"{helper} {subject} {adverb}{parts.verb.lemma.lower()} {rest}".strip()


_ADVERBS = frozenset(
    "also still now then often only never always already soon once first initially".split()
)


def _is_adverb(token: Token) -> bool:
    """Whether a word before the verb goes with it rather than with the subject: not ``wide``."""
    return token.tag == "AV0" and (token.text.endswith("ly") or token.text.lower() in _ADVERBS)


def asked_for_subject(sentence: str) -> tuple[str, str] | None:
    """The question for a statement's subject and that subject: ``What has been …?``; or None.

    People are not asked for (nobody is quizzed on who is a person), nor short or empty subjects.
    """
    parts = clause(sentence)
    if parts is None or any(t.tag == "NP0" for t in parts.subject) or _reports(parts):
        return None
    if parts.verb.lemma.lower() in _BY_PEOPLE or re.match(r"(?:not|n['’]t|never)\b", parts.rest):
        return None
    what = "Who" if _are_people(parts) else "What"
    verb = parts.verb.text
    if parts.is_plural:
        if parts.verb.tag == "VVB":
            verb = third_person(verb)
        elif parts.verb.tag not in ("VM0", "VVD") and verb.lower() not in _SINGULAR:
            return None
        following = parts.rest_tokens[:1]
        if parts.verb.tag.startswith("VB") and following and following[0].tag[:2] in ("NN", "AT"):
            return None  # "Privateers were sailors": what they were is no thing
        verb = _SINGULAR.get(verb.lower(), verb)
    rest = _one_clause(parts.rest)
    if (
        not rest
        or re.match(r"(?:whether|that|if|how|why|what)\b", rest)
        or re.search(r"\b(?:it|its|they|them|their|he|she|his|her)\b", rest, re.IGNORECASE)
    ):
        return None
    subject, adverb = parts.subject_text, ""
    if _is_adverb(parts.subject[-1]):
        adverb = parts.subject[-1].text + " "
        subject = subject[: -len(adverb)].strip()
    rest = _MERELY.sub("", rest)
    if verb in ("is", "was") and re.match(r"(?:the|an?) ", rest):
        alone = re.match(r"the (?:only|first|last|best|worst|main|\w+est|most)\b", rest)
        if what == "Who" or _KNOWN_AS.search(subject):
            return None  # who somebody is, or what has no name
        return f"What {verb} {rest}{'' if alone else ' called'}?", subject
    return f"{what} {adverb}{verb} {rest}?", subject


_MERELY = re.compile(r"^(?:merely|simply|just|also|therefore|thus|really|actually) ")
"""What puts a thing in its place in the text, and means nothing in a question."""
_KNOWN_AS = re.compile(
    r"\b(?:famous|well-known|celebrated|classic|familiar|usual|same|new|old|common|other)\b"
)
_TRAILS = re.compile(
    r": .+$|, so [^;]*$|"
    r", (?:with|which|although|while|as well as|[a-z]+ing)\b[^;]*$"
)


_PEOPLE = re.compile(r"\w{2}(?:er|or|ist|ian|ant|eer|smith)s$")
_PERSON = frozenset(
    "people man woman child boy girl student volunteer patient participant author doctor farmer "
    "king queen emperor president consul tribune senator general soldier citizen noble slave "
    "merchant priest monk nun bishop pope judge lawyer engineer nurse pilot athlete coach player "
    "grandmaster champion expert scholar chef monarch prince princess knight rebel conspirator "
    "settler immigrant migrant voter politician minister member leader teacher pupil parent mother "
    "father son daughter brother sister neighbour neighbor friend colleague worker sailor captain "
    "miner tenant owner buyer seller driver rider writer reader painter singer dancer poet critic "
    "refugee employee trainee heretic pilgrim peasant craftsman artisan tourist visitor victim "
    "survivor witness suspect juror officer official client customer toddler infant baby adult "
    "teenager adolescent twin sibling cyclist heir prisoner slave rabbi imam nobleman "
    "editor founder scientist researcher biologist physicist historian economist".split()
)
_REPORTS = frozenset(
    "study trial survey research paper analysis report experiment word review meta-analysis datum "
    "data evidence result poll census estimate record document archive".split()
)


_BY_PEOPLE = frozenset(
    "look recommend publish argue decide vote conclude report announce remind encourage inspire "
    "invite teach advise ask mean".split()
)
"""Verbs of people and bodies: ``What looked at the evidence?`` asks for no thing."""


def is_person(noun: str) -> bool:
    """Whether a noun (its singular) says what somebody is: ``consul``, ``psychologist``."""
    word = noun.lower()
    return word in _PERSON or (bool(_PEOPLE.search(f"{word}s")) and word not in _THINGS)


def _are_people(parts: Clause) -> bool:
    """Whether a subject is people, so that ``Who`` asks for it."""
    noun = head(parts.subject)
    return noun is not None and (
        noun.lemma.lower() in _PERSON or (noun.tag == "NN2" and is_person(noun.lemma))
    )


_THINGS = frozenset(
    "computer number paper letter matter order power layer river tower corner border disorder "
    "cancer factor sector motor sensor error colour color mirror tumor tumour plant giant variant "
    "restaurant transformer processor laser filter receptor vector reactor tractor conductor "
    "server container buffer polymer marker carrier member sucker feather finger flower fiber "
    "tower shelter spider burger tracker letter wafer tuber boulder glacier".split()
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


_SUBORDINATES = re.compile(r"(?:as long as|as soon as|if|when|once|because|although) [^,]+, ")
_SUBJECT_STARTS = frozenset("AT0 DPS DT0 NN1 NN2 NN0 NP0 AJ0 PNP EX0".split())


AGREEING = {"am": "is", "are": "is", "were": "was", "do": "does", "have": "has"} | {
    "aren": "isn",
    "weren": "wasn",
    "don": "doesn",
    "haven": "hasn",  # before n't
}
_MODALS = frozenset(
    "can could may might must shall should will would couldn didn hadn mightn mustn shouldn "
    "wouldn won isn wasn doesn hasn".split()
)


def third_person(verb: str) -> str:
    """A verb said of ``I`` or ``you`` as it is said of somebody: ``think`` → ``thinks``.

    Past forms, modals and what is no verb stay as they are.
    """
    if verb in AGREEING or verb in _MODALS:
        return AGREEING.get(verb, verb)
    if language.tag(f"They {verb} it.")[1].tag not in ("VVB", "VVI"):
        return verb
    if re.search(r"(?:s|x|z|ch|sh|o)$", verb):
        return f"{verb}es"
    return f"{verb[:-1]}ies" if re.search(r"[^aeiou]y$", verb) else f"{verb}s"


_NATIONAL = re.compile(
    r"(?:African|American|Asian|European|Arab|Dutch|French|German|Greek|Swiss|Thai|Czech|Welsh|"
    r"[A-Z]\w+(?:ese|ish)|[A-Z]\w*(?:[aeiln]ian|[gk]ian|rean|oman|xican)|"
    r"Hanseatic|Baltic|Nordic|Slavic|Gothic|Islamic|Catholic|Celtic|Atlantic|Pacific|Arctic|Antarctic|"
    r"Olympic|Germanic|Hellenic|Icelandic|Hispanic|Arabic|Protestant|Jewish)$"
)


_NOT_NATIONAL = frozenset(
    "cheese these fish wish dish finish publish establish selfish foolish obese geese rubbish "
    "radish shellfish jellyfish starfish childish stylish parish diesel".split()
)


def is_national(word: str) -> bool:
    """Whether a word is an adjective of a nation, by its form: ``Dutch``, ``Japanese``."""
    return bool(_NATIONAL.match(word)) and word.lower() not in _NOT_NATIONAL


def lowered(text: str, first: Token) -> str:
    """With a small first letter, unless the first word is a name, of a nation or an acronym."""
    word = first.text
    if is_national(word):
        return text
    if first.tag == "NP0" or any(c.isupper() for c in word[1:]) or word == "I":
        return text
    if re.match(r"[A-Z][\w.’'-]* [A-Z][a-z]", text) and not language.is_function_word(word):
        return text  # "Freddie Mac", "New York"
    return text[:1].lower() + text[1:]


def inside(text: str) -> str:
    """A phrase or a sentence as it reads in the middle of another: small first letter, no stop."""
    plain = text.strip().rstrip(".").strip()
    tokens = language.tag(plain)
    if not tokens:
        return plain
    first = tokens[0]
    if first.tag == "NP0" and len(tokens) > 1 and language.zipf(first.text) > 4.5:
        following = tokens[1]
        if following.tag != "NP0" and following.text.islower():
            return plain[:1].lower() + plain[1:]
    return lowered(plain, first)


_REASON = re.compile(
    r"(?:,?\s+(?P<mark>because|due to|thanks to|as (?=(?:it|they) (?!\w*(?:grow|get|becom|"
    r"increas|scal|expand|go|mov|learn|ag|develop|approach|ris|fall|chang|evolv|progress|matur|"
    r"improv|shrink|reduc|decreas)))|since (?=it\b|they\b)|(?<=, )since)|"
    r"(?<!,)\s+(?P<purpose>so that))"
    r"\s*(?P<reason>.+)$",
    re.IGNORECASE,
)


def split_reason(sentence: str) -> tuple[str, str] | None:
    """A sentence that gives a reason, as its claim and its reason: ``X``, ``Because Y.``; or None.

    Only connectives that nearly always mean a reason are taken; ``since`` and ``as`` only before a
    pronoun or an article that takes the subject up.
    """
    found = _REASON.search(sentence)
    if found is None:
        return None
    claim = sentence[: found.start()].strip(" ,")
    if len(claim.split()) < 4 or len(found["reason"].split()) < 4:
        return None
    if re.search(r", (?:and|but|so|while) (?!(?:it|they) [^,]+$)", claim):
        return None
    mark = (found["mark"] or found["purpose"]).strip().lower()
    if mark == "as" and re.search(r"\bas \w+$", claim):
        return None  # "for as long as they have been able to"
    mark = "Because" if mark in ("as", "since") else mark.capitalize()
    reason = re.split(r", (?:but|although|though|whereas|while) ", found["reason"])[0]
    return claim, closed(f"{mark} {reason}")
