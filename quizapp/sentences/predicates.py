"""A statement asked for what its predicate tells: what is used, how long, known for, called.

Beside :mod:`quizapp.sentences.arguments` and :mod:`quizapp.sentences.circumstances`; as there, only
shapes that are safely known without a parse are turned, and the words of the statement stay as they
are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp import language
from quizapp.sentences import grammar
from quizapp.sentences.arguments.question import Asked
from quizapp.sentences.grammar import Clause
from quizapp.sentences.grammar.agreement import third_person
from quizapp.sentences.grammar.capitals import inside, lowered
from quizapp.sentences.pronouns import has_pronoun

_LONGEST_ANSWER = 30
"""Words."""


def asked(statement: str) -> Iterator[Asked]:
    """The questions for what a statement's predicate tells, the surest first."""
    text = statement.strip().rstrip(".")
    if ";" in text or has_pronoun(text.split(" ")[0]):
        return
    yield from _called(text)
    yield from _difference(text)
    yield from _owned(text)
    yield from _together(text)
    parts = grammar.clause(f"{text}.")
    if parts is None:
        yield from _activity(text)
        return
    if has_pronoun(parts.subject_text):
        return
    for rule in (_identity, _used, _duration, _known_for, _undertaken, _found_out):
        found = rule(parts)
        if found is not None and len(found.answer.split()) <= _LONGEST_ANSWER:
            yield found
            return


_RELATIONS = frozenset(
    "cause reason trigger key answer purpose aim goal result effect problem difficulty trick "
    "weakness strength advantage disadvantage danger risk source origin sign symptom remedy "
    "cure treatment rule difference exception alternative lesson ingredient driver obstacle "
    "challenge function role job task mistake secret principle finding explanation "
    "consequence method means threshold record motive condition requirement drawback benefit "
    "limit limitation bottleneck clue".split()
)
"""What is always of or for something, and has one answer: ``the trigger for an eruption``."""
_OF = re.compile(r"\b(?:of|for|to|behind|between|in|why|that|on|with|against)\b")
_NAMES_A_THING = frozenset("AT0 NN0 NN1 NN2 NP0 VVG CJT TO0 CRD".split())


def _identity(parts: Clause) -> Asked | None:
    """``The trigger for most eruptions is falling pressure`` as ``What is the trigger …?``."""
    verb, first = parts.verb.text.lower(), parts.subject[0].text
    following = next((t for t in parts.rest_tokens if t.is_word), None)
    if verb not in ("is", "was", "are", "were") or first != "The" or following is None:
        return None
    subject = lowered(parts.subject_text, parts.subject[0])
    noun = next((t for t in parts.subject if t.is_noun), None)
    if noun is None or noun.lemma.lower() not in _RELATIONS or not _OF.search(subject):
        return None
    if following.tag not in _NAMES_A_THING or re.match(r"(?:that|one of|not)\b", parts.rest):
        return None
    answer = re.split(r"; | because ", parts.rest)[0].rstrip(". ")
    if has_pronoun(subject) or has_pronoun(answer.split(" ")[0]):
        return None
    return Asked(f"What {verb} {subject}?", answer, "identity")


_CALLED = re.compile(
    r"^(?P<what>[^,;:]{20,}), (?:which is|something|(?:an?|the) (?:[\w‑-]+ ){0,3}?(?:process|"
    r"effect|phenomenon|state|condition|method|technique|practice|strategy|tendency|habit|property|rule|"
    r"reaction|mechanism|principle|behaviou?r))(?: that is| which is)?(?: often| now| also)? "
    r"(?:called|known as|termed|named) (?P<term>[^,;:]{3,50})$"
)


def _called(text: str) -> Iterator[Asked]:
    """``Old muscle responds less, which is called X`` as ``What is it called when it does?``."""
    found = _CALLED.match(text)
    if found is None or has_pronoun(found["what"]):
        return
    if grammar.clause(f"{found['what']}.") is None:
        return
    yield Asked(f"What is it called when {inside(found['what'])}?", found["term"], "called")


_CONTRAST = re.compile(r"^(?P<one>[^;:]{12,}), (?:while|whereas|but) (?P<other>[^;:]{12,})$")
_LONGEST_SIDE = 5
"""Words of what is set against something else."""


def _difference(text: str) -> Iterator[Asked]:
    """``Western saws push, while Japanese saws pull`` as ``How do they differ?``."""
    found = _CONTRAST.match(text)
    if found is None:
        return
    sides = [grammar.clause(f"{t[:1].upper()}{t[1:]}.") for t in (found["one"], found["other"])]
    one, other = sides
    if one is None or other is None or has_pronoun(one.subject_text + " " + other.subject_text):
        return
    heads = [grammar.head(c.subject) for c in (one, other)]
    if heads[0] is None or heads[1] is None or heads[0].lemma.lower() != heads[1].lemma.lower():
        return
    a, b = (lowered(c.subject_text, c.subject[0]) for c in (one, other))
    if a == b or max(len(a.split()), len(b.split())) > _LONGEST_SIDE or b.startswith("other "):
        return
    yield Asked(f"How do {a} and {b} differ?", text, "differ")


_OWNED = re.compile(
    r"^(?P<owner>(?:The |An? )?[A-Za-z][\w‑-]*(?: [\w‑-]+)?)(?:['’]s|(?<=s)['’]) "
    r"(?P<what>(?!and\b|or\b)[^,;:]{6,110}?) "
    r"(?P<verb>made|makes?|helped|helps?|allowed|allows?|lets?|enabled|enables?|gave|gives?|kept|keeps?|"
    r"led|leads?|drove|drives?|saved|saves?|cost|costs) (?P<them>them|it|him|her) "
    r"(?P<rest>[^,;:]{6,})"
)
_WHOSE = {"them": "their", "it": "its", "him": "his", "her": "her"}


def _owned(text: str) -> Iterator[Asked]:
    """``Queens' scent makes them easy to find`` as ``What makes queens easy to find?``."""
    found = _OWNED.match(text)
    if found is None or re.search(rf"\b{found['them']}\b", found["what"]):
        return
    if (found["them"] == "them") != found["owner"].endswith("s") or has_pronoun(found["rest"]):
        return
    whose = _WHOSE[found["them"]]
    if has_pronoun(re.sub(rf"\b{whose}\b", "", found["what"])):
        return
    verb = third_person(found["verb"])
    owner = inside(found["owner"])
    answer = f"{whose} {found['what']}"
    yield Asked(f"What {verb} {owner} {found['rest']}?", answer, "owned")


def _together(text: str) -> Iterator[Asked]:
    """``Wax, honey and a queen made the hive complete`` as ``What made the hive complete?``."""
    tokens = language.tag(f"{text}.")
    joined = next((i for i, t in enumerate(tokens) if t.text == "and"), None)
    if joined is None or tokens[0].tag in ("NP0", "PRP", "AV0", "CJS", "VVG", "VVN", "PNP"):
        return
    at = next((i for i, t in enumerate(tokens) if i > joined + 1 and t.tag == "VVD"), None)
    if at is None or any(t.tag in ("VVD", "VBD", "VBZ", "VBB", "VVZ", "VM0") for t in tokens[:at]):
        return
    subject, rest = text[: tokens[at].start].strip(), text[tokens[at].start :]
    if "," not in subject or "," in rest or has_pronoun(text) or tokens[at - 1].tag != "NN1":
        return
    yield Asked(f"What {rest}?", subject, "together")


_USED = re.compile(
    r"^(?P<what>[^,;]{4,80}?) (?P<to>to (?!be\b|the\b|an?\b)(?P<verb>[a-z]+) [^;]+)$"
)


def _used(parts: Clause) -> Asked | None:
    """``Bees use a dance to show the way`` as ``What do bees use to show the way?``."""
    if parts.verb.lemma.lower() != "use" or not parts.verb.tag.startswith("VV"):
        return None
    found = _USED.match(parts.rest)
    if found is None or has_pronoun(found["what"]) or " and " in found["what"]:
        return None
    if language.tag(f"They want {found['to']}.")[3].tag != "VVI":
        return None
    purpose = _CLOSES.split(found["to"])[0]
    question = grammar.turned(parts, purpose)
    return Asked(f"What {question}?", found["what"], "used") if question else None


_CLOSES = re.compile(
    r", (?:which|and|but|so|while|where|although|since|because|as|along|with|together|unlike) "
)
"""Where something else begins than what is asked with."""
_UNITS = r"(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centuries|generations?)"
_NUMBER = (
    r"(?:\d[\d,.]*|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"fifteen|twenty|"
    r"thirty|forty|fifty|sixty|seventy|eighty|ninety|several|a few)"
)
_LASTING = frozenset("last live take survive spend remain persist linger sleep wait burn".split())
_SPAN = re.compile(
    rf"\b(?:for )?(?P<span>(?:(?:only|about|around|nearly|almost|roughly|at least|up to|more than|"
    rf"less than|over|under|some|just) )*{_NUMBER}(?: (?:to|or|and) {_NUMBER})?"
    rf"(?: and a half)?(?: \w+)? {_UNITS})\b"
)


def _duration(parts: Clause) -> Asked | None:
    """``Most octopuses live one to two years`` as ``How long do most octopuses live?``."""
    if parts.verb.lemma.lower() not in _LASTING or not parts.verb.tag.startswith("VV"):
        return None
    found = _SPAN.match(parts.rest)
    if found is None:
        return None
    rest = parts.rest[found.end() :]
    tail = re.match(r" (?P<tail>(?:in|on|to|at|under|without|after|from) [^,;]+)", rest)
    question = grammar.turned(parts, tail["tail"] if tail and not has_pronoun(tail[0]) else "")
    return Asked(f"How long {question}?", found["span"], "how long") if question else None


_FOR = re.compile(
    r"^(?:(?:best|widely|also|chiefly|mainly|mostly|still) )?"
    r"(?P<how>known|famous|remembered|notable|celebrated|notorious|responsible|suited|ideal)"
    r"(?: (?:best|mainly|chiefly|above all))? for (?P<what>[^;]{6,})$"
)


def _known_for(parts: Clause) -> Asked | None:
    """``Aldus is known for the pocket book`` as ``What is Aldus known for?``."""
    found = _FOR.match(parts.rest) if parts.verb.tag.startswith("VB") else None
    if found is None or has_pronoun(found["what"]):
        return None
    question = grammar.turned(parts, f"{found['how']} for")
    answer = _CLOSES.split(found["what"])[0]
    return Asked(f"What {question}?", answer, "for") if question else None


_TO_DO = re.compile(r"^(?P<out>out )?to (?P<what>[a-z]+ [^;]{8,})$")
_MEANT = frozenset("set aim seek vow intend propose plan promise struggle".split())


def _undertaken(parts: Clause) -> Asked | None:
    """``He set out to prove it`` as ``What did he set out to do?``."""
    if parts.verb.lemma.lower() not in _MEANT or not parts.verb.tag.startswith("VV"):
        return None
    found = _TO_DO.match(parts.rest)
    if found is None or (parts.verb.lemma.lower() == "set") != bool(found["out"]):
        return None
    question = grammar.turned(parts, f"{found['out'] or ''}to do")
    what = _CLOSES.split(found["what"])[0]
    return Asked(f"What {question}?", f"to {what}", "to do") if question else None


_FINDING = frozenset(
    "find show propose argue estimate discover observe demonstrate suggest report notice conclude "
    "realize realise predict warn claim calculate learn prove believe establish reveal confirm "
    "determine insist maintain contend".split()
)


def _found_out(parts: Clause) -> Asked | None:
    """``De Groot found that masters look at few moves`` as ``What did De Groot find?``."""
    found = _THAT.match(parts.rest)
    if parts.verb.lemma.lower() not in _FINDING or found is None:
        return None
    if not any(t.tag == "NP0" for t in parts.subject):
        return None
    if re.match(r"that (?:it|they|he|she|this|these|such)\b", found["what"]):
        return None
    question = grammar.turned(parts, (found["where"] or "").strip())
    what = _BESIDES.split(found["what"])[0]
    return Asked(f"What {question}?", what, "that") if question else None


_BESIDES = re.compile(
    r", and (?=(?:his|her|their|its|the|through|during|after|from|since|until|by then) )"
)


_THAT = re.compile(
    r"(?P<where>(?:in|with|at|from|to|after) [^,;]{2,50}? )?"
    r"(?P<what>that (?!year|day|time|same).+)$"
)
"""``proposed in Science that …``: where, when or with whom is part of the question."""


_LINKING = frozenset("that which who whose when where if because while".split())


def _activity(text: str) -> Iterator[Asked]:
    """``Reading at night strains the eyes`` as ``What strains the eyes?``."""
    tokens = language.tag(f"{text}.")
    if len(tokens) < 6 or tokens[0].tag != "VVG":
        return
    at = next((i for i, t in enumerate(tokens) if t.tag in language.FINITE_TAGS), 0)
    subject = text[: tokens[at].start].strip()
    if at < 3 or "," in subject or has_pronoun(text):
        return
    if any(t.text.lower() in _LINKING for t in tokens[:at]) or tokens[at].tag == "VBB":
        return
    if tokens[at].tag not in ("VVZ", "VM0", "VVD", "VHZ", "VBZ"):
        return
    rest = re.split(r", (?:which|while|although|but|and|so|because) |; ", text[tokens[at].start :])
    yield Asked(f"What {rest[0]}?", subject, "activity")
