"""A statement asked for one of its arguments: what a thing shows, depends on, leads to, and when.

Where :mod:`quizapp.grammar` asks for a subject or a reason, this asks for what the verb takes: a
clause (``What did the trial show?``), an agent (``What was it driven by?``), the object of a
preposition, a condition, or a plain object. As there, only shapes that are safely known without a
parse are turned (the rules are those of Heilman and Smith, 2010, for answer phrases).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from quizapp import grammar, language
from quizapp.grammar import Clause
from quizapp.language import Token

_SHOWING = frozenset(
    "show demonstrate suggest reveal prove imply mean find indicate confirm discover establish "
    "predict warn".split()
)
"""Verbs whose ``that``-clause is what was learnt."""
_PREPOSITIONAL = frozenset(
    "stem from|come from|arise from|derive from|result from|grow from|depend on|rely on|"
    "rest on|consist of|lead to|result in|converge on|see as|know as|serve as|act as|turn into|"
    "evolve into|develop into|base on|make of|drive by|focus on|contribute to|belong to|refer to|"
    "allow for|call for|stand for|protect against|aim at|aim for|account for|compete for|"
    "interfere with|work through|date from|break into|design for|replace by|use as|use for|"
    "regard as|link to|feed on|live on|run on|mistake for|convert into|build on|trade for|"
    "transform into|end in|end with|begin with|start with|spread to|expand into|name after".split(
        "|"
    )
)
"""Verbs with the preposition that belongs to them: what it governs can be asked for."""
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
_BETWEEN = frozenset(("AV0", "XX0"))
_OBJECT_STARTS = frozenset("AT0 DT0 DPS AJ0 AJC AJS NN0 NN1 NN2 NP0 CRD ORD UNC".split())
_LONGEST_ANSWER = 32


@dataclass(frozen=True, slots=True)
class Asked:
    """A question without the guest's name, its answer, and what it asks for."""

    question: str
    answer: str
    wants: str


@dataclass(frozen=True, slots=True)
class _Predicate:
    """A clause with its verb group: the helpers, the main verb, and what follows it."""

    clause: Clause
    main: Token
    rest: str
    voice: str

    def question(self, tail: str = "") -> str:
        """``What`` + the clause up to its main verb, as a question, + ``tail``."""
        between = self.clause.text[self.clause.verb.end : self.main.end].strip()
        turned = grammar.turned(self.clause, between)
        return f"What {turned}{tail}" if turned else ""


def asked(statement: str) -> Iterator[Asked]:
    """The questions for what a statement's verb takes, the surest first."""
    text = _without_insertion(statement.strip().rstrip("."))
    yield from _happening(statement)
    yield from _changed(text)
    yield from _condition(text)
    yield from _contrast(statement.strip().rstrip("."))
    parts = grammar.clause(f"{text}.")
    predicate = _predicate(parts) if parts else None
    if predicate is None or has_pronoun(predicate.clause.subject_text):
        return
    for rule in _RULES:
        found = rule(predicate)
        if found is not None and len(found.answer.split()) <= _LONGEST_ANSWER:
            yield found
            return


_INSERTED = re.compile(
    r", (?:which|who|while|though|although|such as|like|including|particularly|especially|notably|"
    r"once|now|known|or)\b"
)


def _without_insertion(text: str) -> str:
    """Without what stands between two commas after the subject: ``RNNs, while old, can …``."""
    start = _INSERTED.search(text)
    if start is None:
        return text
    for end in re.finditer(r", ", text[start.end() :]):
        after = text[start.end() + end.end() :]
        parts = grammar.clause(f"{text[: start.start()]} {after}.")
        if parts is not None and parts.text.startswith(after.split(" ")[0], parts.verb.start):
            return f"{text[: start.start()]} {after}"
    return text


_HAPPENING = re.compile(
    r"^(?:The|A) (?:concept|phenomenon|idea|notion|effect|practice|method) (?:of|called) "
    r"(?P<term>[^,]{4,50}), (?:where|in which|whereby) (?P<what>[^,;]{20,}), (?:is|was|has|shows)\b"
)


def _happening(text: str) -> Iterator[Asked]:
    """``The effect of X, where A does B, is …`` as ``What happens in X?``."""
    found = _HAPPENING.match(text)
    if found is not None and language.is_sentence(found["what"]):
        yield Asked(f"What happens in the case of {found['term']}?", found["what"], "what")


_CHANGED = re.compile(
    r"(?:^|[;:,] )[Ww]hat (?P<does>(?!(?:the|a|an|we|they|he|she|it|you|I)\b)[^,;:]{8,60}?) "
    r"(?:was|is|were|are) (?P<is>(?!(?:that|not|how|why)\b)[^;]{12,})$"
)


def _changed(text: str) -> Iterator[Asked]:
    """``…; what changed in 1990 was the price`` as ``What changed in 1990?``."""
    found = _CHANGED.search(text)
    if found is None or has_pronoun(found["does"]) or has_pronoun(found["is"]):
        return
    first = language.tag(f"It {found['does']}")[1]
    if first.tag in ("VVZ", "VVD", "VVB", "VHD", "VHZ"):
        yield Asked(f"What {found['does']}?", found["is"], "what")


_CONDITION = re.compile(
    r",? (?P<but>but )?(?P<only>only )?(?P<mark>when|if|once|as long as|provided that|unless) "
    r"(?P<what>[^;]+)$"
)
_STRICT = frozenset(("as long as", "provided that", "unless"))


def _condition(text: str) -> Iterator[Asked]:
    """``X happens only when Y`` as ``Under what condition does X happen?``."""
    found = _CONDITION.search(text)
    if found is None or has_pronoun(found["what"].split()[0]):
        return
    claim = re.split(r"[;:] ", text[: found.start()])[-1]
    claim = re.sub(r"^(?:(?:While|Although|Though) [^,]*, |.*,? so )", "", claim)
    claim, adverb = re.subn(r"\bonly ", "", claim)
    claim = re.sub(r"\b(?:likely|probably|possibly) ", "", claim)  # what may be, under a condition
    if re.search(r" (?:even|just|except|especially|not)$", claim):
        return
    strict = found["mark"] in _STRICT
    if "," in claim or not (found["only"] or adverb or strict):
        return
    turned = _expletive(claim) or grammar.inverted(f"{claim[:1].upper()}{claim[1:]}.")
    if turned and not has_pronoun(turned.removeprefix("is it ")):
        mark = found["mark"] if strict else f"only {found['mark']}"
        yield Asked(f"Under what condition {turned}?", f"{mark} {found['what']}", "when")


def _expletive(claim: str) -> str | None:
    """``it is still possible to fly`` as ``is it still possible to fly``."""
    found = re.match(r"[Ii]t (is|was) ((?:still |then |also )?\w+ to .+)$", claim)
    return f"{found[1]} it {found[2]}" if found else None


_CONTRAST = re.compile(r"^(?:[^,;]* that )?(?P<one>[^,;]+), (?:while|whereas) (?P<other>[^,;]+.*)$")


def _contrast(text: str) -> Iterator[Asked]:
    """``A does X, while B does Y`` asked for the one and for the other."""
    found = _CONTRAST.match(text)
    if found is None:
        return
    one, other = found["one"], found["other"]
    if has_pronoun(one) or has_pronoun(other):
        return
    for own, frame in (
        (one, f"{{}}, while {other}?"),
        (other, f"While {grammar.inside(one)}, {{}}?"),
    ):
        parts = grammar.clause(f"{own[:1].upper()}{own[1:]}.")
        predicate = _predicate(parts) if parts else None
        asked = _object(predicate) if predicate else None
        if asked is not None:
            what = asked.question.rstrip("?")
            what = what if own is one else f"w{what[1:]}"
            yield Asked(
                frame.format(what), asked.answer, f"contrast {'one' if own is one else 'other'}"
            )


def _predicate(parts: Clause) -> _Predicate | None:
    """The verb group taken apart; None where the main verb is not plain to see."""
    tokens = [parts.verb, *parts.rest_tokens]
    i, voice, main = 0, "active", parts.verb
    while i + 1 < len(tokens):
        following = tokens[i + 1]
        if following.tag in _BETWEEN and following.text.lower() not in ("not", "n't"):
            i += 1
        elif following.tag[:2] in ("VB", "VH") and main.tag[:2] in ("VB", "VH", "VM"):
            i, main = i + 1, following
        elif _continues(main, following):
            voice = "passive" if main.tag.startswith("VB") else "active"
            i, main = i + 1, following
        elif main.lemma.lower() in ("tend", "learn", "begin", "manage") and following.tag == "TO0":
            if i + 2 >= len(tokens) or tokens[i + 2].tag != "VVI":
                return None
            i, main = i + 2, tokens[i + 2]
        else:
            break
    if main.tag[:2] in ("VB", "VM") or main.tag == "TO0":
        return None
    return _Predicate(parts, main, parts.text[main.end :].strip().rstrip("."), voice)


def _continues(helper: Token, verb: Token) -> bool:
    if helper.tag == "VM0":
        return verb.tag in ("VVI", "VVB")
    if helper.tag[:2] in ("VB", "VH"):
        return verb.tag in ("VVN", "VVD") or (helper.tag[:2] == "VB" and verb.tag == "VVG")
    return False


def _finding(p: _Predicate) -> Asked | None:
    """``The trial showed that X`` asked for X."""
    if p.main.lemma.lower() not in _SHOWING or not p.rest.startswith("that "):
        return None
    if len(language.content_words(p.clause.subject_text)) < 2 or _is_person(p.clause):
        return None
    question = p.question()
    if not question or re.match(r"that (?:it|they|he|she|this)\b", p.rest):
        return None
    return Asked(f"{question}?", p.rest, "that")


def _governed(p: _Predicate) -> Asked | None:
    """What the verb's own preposition governs, the agent of a passive among them."""
    found = re.match(r"(?P<between>(?:\w+ ){0,3}?)(?P<prep>[a-z]+) (?P<what>.+)$", p.rest)
    if found is None:
        return None
    prep = found["prep"]
    if prep == "by" and p.voice == "passive":
        tail = f" {found['between']}by"
    elif not found["between"] and f"{p.main.lemma.lower()} {prep}" in _PREPOSITIONAL:
        tail = f" {prep}"
    else:
        return None
    answer = re.sub(r" in \d{4}$", "", _first_clause(found["what"]))
    if p.main.lemma.lower() == "depend" and _WH.match(found["what"]):
        answer = found["what"]  # "on how much gas it holds and how easily that gets out"
    elif re.match(r"\w+ing\b", answer) or not _is_thing(answer):
        return None
    question = p.question(tail)
    if question and prep == "by" and (somebody := _PEOPLE.match(found["what"])) is not None:
        question, answer = _by_whom(p, question), somebody[0]
    return Asked(f"{question}?", answer, "by" if prep == "by" else "prep") if question else None


def _by_whom(p: _Predicate, question: str) -> str:
    """``What was the grave opened by?`` as ``Who opened the grave``; else with ``Who``."""
    done = p.main.text
    helped = p.clause.text[p.clause.verb.start : p.main.start].strip()
    if helped not in ("was", "were") or not (done.endswith("ed") or done in _ALIKE_IN_PAST):
        return question.replace("What ", "Who ", 1)
    return f"Who {done} {grammar.lowered(p.clause.subject_text, p.clause.subject[0])}"


_ALIKE_IN_PAST = frozenset(
    "found built made led held bought brought taught won lost sent told sold paid laid put set cut "
    "met kept left heard dug struck hung fought caught bound founded read spread shot hit".split()
)
"""Participles that are the past tense too."""
_WH = re.compile(r"(?:how|whether|what|who|where|when|which)\b")
_PEOPLE = re.compile(
    r"[A-Z][a-zà-ÿ]+(?: (?:and |de |van |von |[A-Z]\. )?[A-Z][\w’'-]+)+(?=$|,| (?:in|on|at|near) )"
)
"""Somebody by first and last name, or two."""


def _is_person(clause: Clause) -> bool:
    return all(t.text[:1].isupper() and t.is_noun for t in clause.subject)


_AFTERWARDS = re.compile(r"(?<!such) (?P<tail>(?:as|when|once|if|until|before|after|while) .+)$")


def _object(p: _Predicate) -> Asked | None:
    """The plain object of a verb that says enough to find it."""
    if p.main.lemma.lower() in _UNASKABLE or p.voice == "passive" or p.main.tag == "VVG":
        return None
    following = next((t for t in p.clause.rest_tokens if t.start >= p.main.end), None)
    if p.main.lemma.lower() == "use" and following and following.tag == "TO0":
        return None  # "used to advise people"
    if following is None or following.tag not in _OBJECT_STARTS:
        return None
    answer = _first_clause(p.rest)
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
    if _LOOKED_AT.match(answer):
        return None  # how many were looked at is no finding
    if not _is_thing(answer) or not any(t.is_noun for t in language.tag(answer)):
        return None
    if _GOES_ON.search(answer) and any(map(_opens_a_verb, _GOES_ON.split(answer)[1:])):
        return None  # "extra capacity at the start or | add racks"
    if _BESIDE.search(answer) or language.tag(answer)[-1].tag in ("AV0", "AJC"):
        return None  # "power | completely in September", "the clock | earlier"
    question = p.question(tail)
    return Asked(f"{question}?", answer, "object") if question else None


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
    r"feet|years|days|hours)| \w+ly (?:in|on|at|by|from|to|after|before|during)\b"
)


def _opens_a_verb(text: str) -> bool:
    """Whether a part of a list is no thing but something more that is done."""
    first = text.split(" ")[0]
    return (
        first.islower()
        and language.tag(f"They will {text}.")[2].tag == "VVI"
        and (
            not language.tag(f"The {first} was there.")[1].is_noun
            or re.match(r"\w+ (?:more|the|a|an|its|their|his|her|less|fewer)\b", text) is not None
        )
    )


_RULES: tuple[Callable[[_Predicate], Asked | None], ...] = (_finding, _governed, _object)


_NEW = re.compile(
    r"[;:] |, (?:which|who|where|while|whereas|although|though|but|so|because|despite|even|"
    r"regardless|as|since|with|(?!includ)\w+ing)\b| (?:but|because|although|due to|so that|"
    r"by \w+ing)\b"
)
"""What opens something new; a list may hold commas and ``and``."""


def _first_clause(rest: str) -> str:
    """What follows a verb up to where something new is said."""
    cut = _NEW.search(rest)
    kept = rest[: cut.start()] if cut else rest
    for found in re.finditer(r",? and ", kept):
        if ", " in kept[: found.start()] and found[0] == " and ":
            continue  # a list inside a list
        if _has_own_verb(kept[found.end() :], base=False):
            kept = kept[: found.start()]
            break
    return kept.strip(" ,")


def _has_own_verb(text: str, *, base: bool = True) -> bool:
    """Whether a finite verb stands in a text before anything that makes it part of a noun.

    Without ``base`` a plain form is none: ``that can represent and | learn from data``.
    """
    tokens = language.tag(text)
    for i, token in enumerate(tokens):
        if token.text.lower() in _LINKS:
            return False
        listed = i > 0 and tokens[i - 1].text == "," and token.tag == "VVB"
        if token.tag == "VVB" and not base and i == 0:
            continue
        if token.tag in language.FINITE_TAGS and not listed:  # "data, compute power, and will"
            return True
    return False


_LINKS = frozenset(("that", "which", "who", "whose", "where", "when", "how", "what", "why"))


def _is_thing(text: str) -> bool:
    """Whether a phrase is a noun phrase that can be an answer: no verb of its own before a link."""
    tokens = language.tag(text)
    if not tokens or tokens[0].tag not in _OBJECT_STARTS or has_pronoun(text):
        return False
    if tokens[-1].tag in ("PRP", "PRF", "AT0", "CJC", "AJ0", "CJS", "TO0", "DPS"):
        return False
    return not _has_own_verb(text)


def has_pronoun(text: str) -> bool:
    """Whether a text leans on a pronoun for what it is about."""
    return bool(
        re.search(
            r"\b(?:it|its|they|them|their|he|she|his|her|him|this|these|those|we|our|us|you|your|"
            r"I|my|me|itself|themselves|there)\b",
            text,
        )
    )
