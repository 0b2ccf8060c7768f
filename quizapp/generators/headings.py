"""A heading with text below it as a question, by the first frame that fits its grammar.

A heading that is a claim is asked for its reason only where the text gives one; one that names a
topic, for the point that is made about it; a mere label (``Key insight``) is not asked at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from quizapp import grammar, language, relations, titles
from quizapp.generators import labels
from quizapp.generators.counsel import SUPPOSES
from quizapp.generators.interviewing import asked
from quizapp.generators.wordings import (
    is_plural,
    last_resort,
    meant_in,
    talk,
    what_is,
    why_advised,
    why_said,
)
from quizapp.grammar.capitals import inside
from quizapp.grammar.reasons import split_reason
from quizapp.identity import fold
from quizapp.material import Material
from quizapp.model import Section
from quizapp.phrasing import capitalised
from quizapp.promise import DEFINING
from quizapp.rewriting import has_main_verb

_EVIDENCE = re.compile(
    r"\b(?:show(?:s|ed|n)?|evidence|experiments?|examples?|stud(?:y|ies)|prove[sdn]?|proofs?|"
    r"demonstrate[sd]?|trials?|measured|observed)\b",
    re.IGNORECASE,
)


def frames(heading: str, section: Section, material: Material) -> Iterable[str]:
    """The questions that a heading can become, the most pointed first."""
    if heading.endswith(".") and not has_main_verb(heading):
        heading = heading.rstrip(". ")  # "Seven worlds in a row."
    guest = material.names.guest
    if guest and re.search(rf"{re.escape(guest)} (?:on|about|explains|tells|discusses)\b", heading):
        return  # the page's own line about the talk
    if heading.endswith(","):
        return  # a letter's greeting
    if heading.endswith("?"):
        question = asked(heading, material, section.text)
        if question is not None:
            yield question.prompt
    elif titles.is_label(heading):
        return
    elif (
        _ASKS.match(heading)
        and (bare := asked(f"{heading.rstrip('.')}?", material, section.text)) is not None
    ):
        yield bare.prompt
    elif (turn := _ahead(heading, material)) is not None:
        yield turn
    elif (related := relation(heading, section, material)) is not None:
        yield related
    elif (term := _defined(heading, section, material)) is not None:
        yield what_is(term, is_plural(heading), material)
    elif _is_term(heading) and titles.is_meaning(section.text, material.names):
        yield meant_in(material.inside(heading), material)
    elif _WH.match(heading):
        yield from _wh_frames(heading, section, material)
    elif (wanted := _commanded(heading, material)) is not None:
        yield wanted
    elif not _is_compound(heading, section) and (
        heading.endswith(".") or titles.is_clause(heading) or titles.is_claim(heading)
    ):
        yield from _claim_frames(heading, section, material)
    elif titles.is_topic(heading):
        yield from labels.frames(heading, section, material)
    elif not _PLACES.match(heading):
        yield meant_in(material.inside(heading), material)


def _is_compound(heading: str, section: Section) -> bool:
    """Whether what looks like a verb is one word with what stands before it: ``Hearing aids``."""
    parts = grammar.clause(heading)
    if parts is None or parts.verb.tag != "VVZ" or len(parts.subject) != 1:
        return False
    pair = heading[: parts.verb.end].lower()
    return re.search(rf"(?<=[a-z,] ){re.escape(pair)}\b", section.text) is not None


_ASKS = re.compile(r"(?:do|does|did|is|are|was|were|can|could|should|will|would|has|have) ", re.I)
"""What puts its verb first is a question, though its mark is lost: ``Do owls see colour``."""


_PLACES = re.compile(
    r"(?:before|after|beyond|behind|between|beneath|inside|outside|under|over|above|below|within|"
    r"toward|towards|from|into|against|across|around|without) \w+(?: \w+)?$",
    re.IGNORECASE,
)
"""``Before Lindisfarne`` only says where or when: nobody means anything by it."""


def _is_term(heading: str) -> bool:
    """Whether a heading can be a term: a topic of one thing."""
    return titles.is_topic(heading) and not re.search(r"\b(?:and|or|versus)\b|&", heading)


def _ahead(heading: str, material: Material) -> str | None:
    """``Looking ahead`` and ``Delivery matters`` as what they stand for; None for others."""
    if titles.AHEAD.match(heading.strip()):
        return f"What lies ahead, according to {talk(material)}?"
    enough = re.match(r"enough (?P<what>[\w’'-]+(?: [\w’'-]+)?)$", heading.strip(), re.IGNORECASE)
    if enough is not None:
        what = material.inside(enough["what"])
        much = "many" if is_plural(what) else "much"
        helper = "are" if much == "many" else "is"
        return f"How {much} {what} {helper} enough, according to {talk(material)}?"
    found = titles.MATTERS.match(heading.strip())
    if found is None or re.search(r"\b(?:it|this|that|these|what|who|how)$", found["what"], re.I):
        return None  # "Measuring what matters"
    what = material.inside(found["what"])
    helper = "do" if is_plural(what) else "does"
    return f"Why {helper} {what} matter, according to {talk(material)}?"


def _commanded(heading: str, material: Material) -> str | None:
    """A heading that tells what to do, asked for why; None for one that may be a mere name.

    A word that can be a noun too counts as a verb only before an article or a pronoun.
    """
    text = inside(heading)
    forbidden = titles.FORBIDDEN.match(text)
    if forbidden:
        return why_advised(f"not to {forbidden['what']}", material)
    words = text.split()
    if len(words) < 2 or words[0].lower() in SUPPOSES or not titles.is_order(words):
        return None
    text = re.sub(r"\b[Yy]our\b", "their", text)
    if _LEANS_OR_PARTS.search(text):
        return None
    return why_advised(f"to {text}", material)


_LEANS_OR_PARTS = re.compile(
    r"\b(?:you|I|me|my)\b|(?<!when )(?<!if )(?<!while )(?<!because )(?<!before )\b(?:it|them)\b|"
    r"[;:]|,(?! (?:even|not|especially|never|and)\b)"
)
"""What takes up another heading, or gives two pieces of advice."""


def relation(heading: str, section: Section, material: Material) -> str | None:
    """The question of a heading that names a relation (``The role of bees``); None for others."""
    topic = relations.parts_of(material.inside(heading), section.text)
    if topic is None and titles.is_clause(heading):
        return None  # "Four hours is a rule"
    topic = topic or relations.asked(material.inside(heading), section.text)
    names = material.names
    told = names.guest if names.guest and names.mentions(section.text) else talk(material)
    return f"{topic}, according to {told}?" if topic else None


_WH = re.compile(r"(?:how|why|where|when|what|who|which|whether)\b", re.IGNORECASE)


_PASSIVE = re.compile(r"(?:who|what|which) (?:\w+ )?(?:gets?|got) \w+(?:ed|n|t)\b", re.IGNORECASE)
"""``Who gets believed``: one verb, not two."""


def _is_of_the_guest(clause: str, section: Section, material: Material) -> bool:
    """Whether ``she`` in a heading is the guest by the pages, and the text tells of nobody else."""
    names, opening = material.names, _opening(section)
    said = re.match(r"(?P<who>she|he)\b", clause)
    if names.guest is None or said is None or names.pronoun not in (None, said["who"]):
        return False
    named = any(t.tag == "NP0" for t in language.tag(opening))
    mentioned = names.mentions(section.text)
    return mentioned if named or names.pronoun is None else True


_SHE_WOULD = re.compile(r"(?:she|he)(?:['’]d| would) (?P<rest>(?!have\b|had\b)[a-z].+)$")
"""``What she'd tell a minister``: the guest would."""
_SHE_DOES = re.compile(r"(?:she|he) (?P<verb>[a-z]+s)(?P<rest>(?: .+)?)$")
_PAST = ("VVD", "VBD", "VHD")
_STATES = frozenset("is was has".split())
_LISTED = re.compile(r",| and (?:how|why|what|when|where)\b")


def _wh_frames(heading: str, section: Section, material: Material) -> Iterable[str]:
    """``Where a network keeps knowledge`` as the question that it answers."""
    finite = [t for t in language.tag(heading) if t.tag in language.FINITE_TAGS]
    claims = len(finite) > 1 and not _PASSIVE.match(heading)
    claims = claims and not re.search(r",| and \w+(?:['’]t)?$", heading)
    if claims and not heading.endswith("?"):
        yield from _told_claim(
            material.inside(heading), section, material
        )  # "Where rules are set matters"
        return
    word, _, rest = material.inside(heading).partition(" ")
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
    dated = re.search(r"\b\d{3,4}s?\b|\bcentury\b", _opening(section))
    happened = grammar.clause(f"{capitalised(rest)}.")
    if word.lower() == "when" and not dated and happened and happened.verb.tag in _PAST:
        yield f"What happened when {rest}?"
        return
    if word.lower() == "what" and (found := _what(rest)) is not None:
        yield (
            f"{found}?"
            if material.names.mentions(found)
            else (f"{found}, according to {talk(material)}?")
        )
        return
    turned = (
        grammar.inverted(capitalised(rest))
        if word.lower() in ("how", "why", "where", "when")
        else None
    )
    if turned:
        yield f"{word.capitalize()} {turned}?"
    yield last_resort(material.inside(heading), material)


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


def _claim_frames(heading: str, section: Section, material: Material) -> Iterable[str]:
    """A claim is asked for its reason where the text gives one, else for what backs it."""
    reason = split_reason(heading)
    if reason and grammar.inverted(reason[0]):
        return  # the statement itself is asked for its reason
    brief = brief_reason(heading)
    if brief:
        yield f"Why {grammar.inverted(brief[0])}, according to {talk(material)}?"
        return
    claim = material.inside(heading)
    parts = grammar.clause(heading)
    if parts is not None and parts.verb.text[:1].isupper():  # "Pupils Tell"
        claim = claim.replace(parts.verb.text, parts.verb.text.lower(), 1)
    if _is_of_others(claim):
        return  # "Fibre is their food"
    if _is_a_scene(heading, claim, section):
        yield meant_in(claim, material)
        return
    if _is_spliced(heading):
        yield meant_in(claim, material)  # "Latitude is given, longitude is made"
        return
    turned = grammar.inverted(capitalised(claim))
    if turned and _CHANGES.search(turned) and _RATE.search(_opening(section)):
        yield f"How fast {turned}, according to {talk(material)}?"
        return
    if _FOLLOWS.match(_opening(section)) and "," not in claim:
        yield f"What follows from the fact that {claim}?"
        return
    if turned and any(_explains(s, heading) for s in language.sentences(section.text)):
        yield f"Why {turned}?"
    shown = _EVIDENCE.search(section.text) and "evidence" not in claim.lower()
    shown = shown and _takes_up(section.text, claim)
    shown = shown or (_MEASURED.search(heading) and _is_figured(section.text))
    if shown and not re.search(r",|\b(?:likely|may|might|can)\b", claim):
        yield f"What evidence is there that {claim}?"
    plain = not re.search(r"\b(?:because|never|not|no|always|than|only|almost)\b", claim)
    lexical = turned and re.match(r"(?:do|does)\b", turned)
    plain = plain and language.tag(claim)[-1].is_noun
    needs = re.search(r"\b(?:has|had|(?:need|require|have|matter|mean|cost|fail)s?)\b", claim)
    told = _MECHANISM.search(section.text)
    short = len(claim.split()) <= _SHORT_CLAIM
    if lexical and plain and told and not needs and short and _takes_up(section.text, claim):
        yield f"How {turned}?"
    yield from _told_claim(claim, section, material)


def _is_of_others(claim: str) -> bool:
    """Whether ``they`` of a claim are told of elsewhere: no plural stands before them in it."""
    tokens = language.tag(claim)
    for place, token in enumerate(tokens):
        if token.text.lower() in ("they", "them", "their", "theirs"):
            return not any(
                t.tag in ("NN2", "NN0", "NP0", "PNI") or t.text.lower() in ("and", "each", "every")
                for t in tokens[:place]
            )
    return False


def _is_spliced(heading: str) -> bool:
    """Whether a heading is two claims with a comma between them."""
    first, comma, second = heading.rstrip(".").partition(", ")
    if not comma or grammar.clause(f"{first}.") is None:
        return False
    if _SPLICED.search(heading):
        return True
    plain = "," not in second and not _JOINS.match(second)
    return plain and grammar.clause(f"{capitalised(second)}.") is not None


_JOINS = re.compile(
    r"(?:and|but|or|so|not|which|who|because|since|when|if|while|with|even|though|as|that|where|"
    r"unless|until|then|including|especially|after|before)\b"
)


def _is_a_scene(heading: str, claim: str, section: Section) -> bool:
    """Whether a heading tells of somebody, as if it were now, what its text tells as long past."""
    parts = grammar.clause(heading)
    if parts is None or parts.verb.tag != "VVZ":
        return False
    if not any(t.text[:1].isupper() and t.text in claim for t in parts.subject):
        return False  # nobody's name
    tags = {t.tag for t in language.tag(_opening(section))}
    return bool(tags & {"VVD", "VBD", "VHD"}) and not tags & {"VVZ", "VBZ"}


def _takes_up(text: str, claim: str) -> bool:
    """Whether a text speaks of what a claim says of its subject: else it is an image."""
    parts = grammar.clause(f"{capitalised(claim)}.")
    said = parts.rest if parts else claim
    return bool(set(language.content_stems(said)) & set(language.content_stems(text)))


_FOLLOWS = re.compile(
    r"(?:This|That|It|Which) (?:is why|is the reason|explains why|means that|has led)\b"
)
"""What opens with what comes of a heading's claim, where its reason is not told."""
_CHANGES = re.compile(
    r"^(?:do|does|did) .+ (?:decline|fall|rise|grow|shrink|drop|increase|decrease|melt|spread|age|"
    r"slow|fade)(?: (?:with|after|over|in|during) [\w ]+)?$"
)
_RATE = re.compile(
    r"(?:percent|per cent|%|times|points?|degrees?|metres?|meters?|miles?|kilometres?) "
    r"(?:a|per|each|every) (?:year|decade|century|day|week|month|hour|night|minute|second)"
)
_MEASURED = re.compile(
    r"\b(?:rarer|fewer|less|more|faster|slower|cheaper|dearer|bigger|smaller|larger|higher|lower|"
    r"longer|shorter|better|worse|rose|fell|grew|shrank|doubled|halved|dropped|declined|increased|"
    r"decreased|improved|works?|worked|outnumbers?|outweighs?|outlasts?|exceeds?)\b",
    re.IGNORECASE,
)
"""A claim that figures can show."""


def _is_figured(text: str) -> bool:
    """Whether a text opens with figures, rather than with a reason."""
    first = next(iter(language.sentences(text)), "")
    figures = re.search(
        r"\d[\d.,]* ?(?:%|percent|per cent|times)|\b(?:half|third|quarter)\b", first
    )
    return figures is not None and not _GIVES_REASON.search(first)


_GIVES_REASON = re.compile(r"\b(?:because|since|so that|due to|which is why)\b", re.IGNORECASE)
_SPLICED = re.compile(
    r"^[^,]+, (?!(?:and|but|or|so|not|which|who|because|since|when|if|while|with|even|though|as)\b)"
    r"[^,]+ (?:is|are|was|were|has|have|does|do|can|will)\b[^,]*$"
)
"""Two statements with a mere comma between them."""


def _explains(sentence: str, heading: str) -> bool:
    """Whether a sentence gives the reason of what a heading claims, not of something else."""
    reason = split_reason(sentence)
    if reason is None:
        return False
    claim = set(language.content_stems(reason[0]))
    named = set(language.content_stems(heading))
    return bool(claim & named) or bool(re.match(r"(?:It|They|This|That)\b", reason[0]))


_BECAUSE = re.compile(r"^([^,;]+) (because .+?)\.?$")


def brief_reason(heading: str) -> tuple[str, str] | None:
    """The claim and the reason of a heading too short to be asked as a statement; or None."""
    found = _BECAUSE.match(heading)
    if found is None or split_reason(heading) or not grammar.inverted(f"{found[1]}."):
        return None
    return f"{found[1]}.", found[2]


def _told_claim(claim: str, section: Section, material: Material) -> Iterable[str]:
    """A claim asked for what backs it: from the guest, where it is short enough to be said."""
    guest = material.names.guest
    if _OPEN.search(claim):
        return  # "The past shows that it can happen": that what can?
    claim = re.sub(r",? (?:instead|too|as well)$", "", claim)
    bare = re.split(r",? because ", claim)[0]
    if len(bare.split()) >= _FEWEST:
        claim = bare  # the reason is the answer
    if len(claim.split()) <= _LONG_CLAIM and not material.names.mentions(claim):
        yield why_said(claim, material)
    if guest or set(language.content_stems(claim)) & set(language.content_stems(section.text)):
        yield f"What supports the idea that {claim}?"


_OPEN = re.compile(r"\bthat (?:it|they|this|he|she) \w+(?: \w+)?$")
_MECHANISM = re.compile(
    r"\b(?:because|by \w+ing|so that|which \w+s|through|therefore|when|thereby|until|then)\b|, so "
)
"""What tells how a thing comes about."""
_SHORT_CLAIM = 8
"""Words of a claim that ``How …?`` asks for as a whole."""
_LONG_CLAIM = 16
"""Words of a claim that the guest is asked for."""
_FEWEST = 3


def _opening(section: Section) -> str:
    return next(iter(language.sentences(section.text)), "")


def _defined(heading: str, section: Section, material: Material) -> str | None:
    """The heading as a term, where the text opens with what it is: ``The waggle dance is a …``."""
    term = re.escape(fold(heading))
    found = re.match(
        rf"(?:(the|a|an) )?(?:{term}) (?:is|are|was|means|refers)\b", fold(_opening(section))
    )
    if found is None:
        named = re.match(
            r"(?:The|This) (?:term|phrase|word|name|expression|concept|technique|method|practice) "
            r"(?:describes|refers to|means|stands for|is used (?:for|to))\b",
            _opening(section),
        )
        return material.inside(heading) if named else None
    if not DEFINING.search(_opening(section)) and not titles.A_CLASS.match(fold(_opening(section))):
        return None
    return f"{found[1]} {material.inside(heading)}" if found[1] else material.inside(heading)
