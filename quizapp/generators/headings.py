"""A heading with text below it as a question, by the first frame that fits its grammar.

A heading that is a claim is asked for its reason only where the text gives one; one that names a
topic, for the point that is made about it; a mere label (``Key insight``) is not asked at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from quizapp import grammar, language, relations
from quizapp.generators.interviewing import asked
from quizapp.identity import fold
from quizapp.leaning import about_the_page
from quizapp.material import DEFINING, Material
from quizapp.model import Section
from quizapp.phrasing import capitalised
from quizapp.rewriting import has_main_verb

_LABELS = re.compile(
    r"^(?:the )?(?:key|main|core|central|big|important|final|closing|bonus|other|another)?\s*"
    r"(?:insights?|ideas?|points?|takeaways?|breakthroughs?|lessons?|thoughts?|findings?|"
    r"messages?|quotes?|notes?|summary|introduction|conclusions?|overview|background|"
    r"why it matters|context|what['’]?s in it for you|who (?:it|this) is for|who should (?:listen|"
    r"read)(?: \w+)?|why (?:you should )?listen|what you(?:['’]ll| will) (?:learn|hear|get))"
    r"(?:\s+\d+)?$",
    re.IGNORECASE,
)
_EVIDENCE = re.compile(
    r"\b(?:show(?:s|ed|n)?|evidence|experiments?|examples?|stud(?:y|ies)|prove[sdn]?|proofs?|"
    r"demonstrate[sd]?|trials?|measured|observed)\b",
    re.IGNORECASE,
)


def is_label(heading: str) -> bool:
    """Whether a heading says only what sort of section it heads: ``Key insight``, ``Lesson 3``."""
    return bool(_LABELS.match(heading.strip().rstrip(".:")))


def frames(heading: str, section: Section, material: Material) -> Iterable[str]:
    """The questions that a heading can become, the most pointed first."""
    if heading.endswith("?"):
        question = asked(heading, material)
        if question is not None:
            yield question.prompt
    elif is_label(heading):
        return
    elif (turn := _ahead(heading, material)) is not None:
        yield turn
    elif (related := relation(heading, section, material)) is not None:
        yield related
    elif (term := _defined(heading, section, material)) is not None:
        yield what_is(term, _plural(heading), material)
    elif _is_topic(heading) and _is_meaning(section.text, material):
        yield f"What is meant by “{material.inside(heading)}” in {_talk(material)}?"
    elif _WH.match(heading):
        yield from _wh_frames(heading, material)
    elif (wanted := _commanded(heading, material)) is not None:
        yield wanted
    elif heading.endswith(".") or _is_clause(heading) or _is_claim(heading):
        yield from _claim_frames(heading, section, material)
    elif _is_topic(heading):
        yield from _topic_frames(heading, section, material)
    else:
        yield meant(material.inside(heading), material)


_AHEAD = re.compile(
    r"(?:looking (?:ahead|forward)|the (?:road|way|path) (?:ahead|forward)|what(?:['’]s| is) next|"
    r"what comes next|next steps|the future|future (?:outlook|directions?))$",
    re.IGNORECASE,
)
_MATTERS = re.compile(r"(?:why )?(?P<what>[\w’'-]+(?: [\w’'-]+){0,2}) matters?$", re.IGNORECASE)


def _ahead(heading: str, material: Material) -> str | None:
    """``Looking ahead`` and ``Delivery matters`` as what they stand for; None for others."""
    if _AHEAD.match(heading.strip()):
        return f"What lies ahead, according to {_talk(material)}?"
    found = _MATTERS.match(heading.strip())
    if found is None or found["what"].lower() in ("it", "this", "that", "these"):
        return None
    what = material.inside(found["what"])
    helper = "do" if _plural(what) else "does"
    return f"Why {helper} {what} matter, according to {_talk(material)}?"


_FORBIDDEN = re.compile(r"^(?:do not|don['’]t|never) (?P<what>[a-z].+)$", re.IGNORECASE)
_DETERMINERS = frozenset(
    "the a an your his her their its my our it them yourself every each all one this that".split()
)


def _commanded(heading: str, material: Material) -> str | None:
    """A heading that tells what to do, asked for why; None for one that may be a mere name.

    A word that can be a noun too counts as a verb only before an article or a pronoun.
    """
    holder = material.names.guest or _talk(material)
    text = grammar.inside(heading)
    forbidden = _FORBIDDEN.match(text)
    if forbidden:
        return f"Why does {holder} advise people not to {forbidden['what']}?"
    words = text.split()
    if len(words) < 2 or not _is_order(words):
        return None
    text = re.sub(r"\b[Yy]our\b", "their", text)
    if re.search(r"\b(?:you|I|me|my)\b|[,;:]", text):
        return None
    people = "people " if "their" in text or "themselves" in text else ""
    return f"Why does {holder} advise {people or 'people '}to {text}?"


def _is_order(words: list[str]) -> bool:
    first, second = words[0], words[1].lower()
    if not first.isalpha() or language.tag(f"They will {' '.join(words)}.")[2].tag != "VVI":
        return False
    if second in _DETERMINERS:
        return True
    noun = language.tag(f"The {first} was there.")[1].tag
    return noun.startswith("VV") and first.endswith(("ate", "ise", "ize", "ect", "ify", "ieve"))


def meant(slogan: str, material: Material) -> str:
    """The question for a heading that is a slogan: what is meant by it."""
    guest = material.names.guest
    if guest:
        return f"What does {guest} mean by “{slogan}”?"
    return last_resort(f"“{slogan}”", material)


def relation(heading: str, section: Section, material: Material) -> str | None:
    """The question of a heading that names a relation (``The role of bees``); None for others."""
    topic = relations.asked(material.inside(heading), section.text)
    names = material.names
    told = names.guest if names.guest and names.mentions(section.text) else _talk(material)
    return f"{topic}, according to {told}?" if topic else None


_WH = re.compile(r"(?:how|why|where|when|what|who|which|whether)\b", re.IGNORECASE)


def _wh_frames(heading: str, material: Material) -> Iterable[str]:
    """``Where a network keeps knowledge`` as the question that it answers."""
    finite = [t for t in language.tag(heading) if t.tag in language.FINITE_TAGS]
    if len(finite) > 1 and not heading.endswith("?"):
        yield from _told_claim(material.inside(heading), material)  # "Where rules are set matters"
        return
    word, _, rest = material.inside(heading).partition(" ")
    turned = (
        grammar.inverted(capitalised(rest))
        if word.lower() in ("how", "why", "where", "when")
        else None
    )
    if turned:
        yield f"{word.capitalize()} {turned}?"
    yield last_resort(material.inside(heading), material)


def _is_clause(heading: str) -> bool:
    """Whether a heading is a plain statement; a participle at its end makes none."""
    parts = grammar.clause(heading)
    return parts is not None and not (parts.verb.text.endswith("ed") and not parts.rest)


_OPENS_A_CLAUSE = frozenset("that which who whose where what how why when if as than".split())


def _is_claim(heading: str) -> bool:
    """Whether a heading states something: a finite verb, not inside a relative clause."""
    tokens = language.tag(heading)
    verb = next(
        (i for i, t in enumerate(tokens) if t.is_verb and t.tag[2:] not in ("I", "G", "N")), 0
    )
    before = {t.text.lower() for t in tokens[:verb]}
    if not any(t.is_noun or t.tag in ("PNP", "EX0", "UNC") for t in tokens[:verb]):
        return False  # "Fewer moves, better moves"
    if tokens[verb].tag in ("VVD", "VVN") and [t.tag for t in tokens[verb + 1 : verb + 2]] == [
        "PRP"
    ]:
        return False  # "A system built on custom"
    if verb > 1 and tokens[verb - 1].tag == "PNP" and tokens[verb - 2].is_noun:
        return False  # "One thing he said twice"
    return verb > 0 and len(tokens) > 3 and not before & _OPENS_A_CLAUSE


def _is_topic(heading: str) -> bool:
    """Whether a heading is a plain noun phrase, to be put after ``about``."""
    tokens = language.tag(heading)
    allowed = (
        "N",
        "AJ",
        "AT",
        "PR",
        "CJ",
        "CRD",
        "ORD",
        "POS",
        "DPS",
        "PU",
        "VV",
        "UNC",
        "TO",
        "AV",
        "DT",
    )
    if len(tokens) == 3 and tokens[1].text.lower() == "and" and tokens[2].is_noun:
        return True  # "Compute and data"
    if len(tokens) > 1 and tokens[-1].text.lower() in ("first", "again", "only", "last"):
        return False  # "Sharpness first" is a slogan
    if not tokens or tokens[0].tag in ("PRP", "PRF", "CJC", "CJS", "VVB", "VVZ", "VVI"):
        return False
    if any(a.tag == "NN2" and b.is_noun for a, b in pairwise(tokens)):
        return False  # more likely "Hard benchmarks end debates" than a compound
    if len(tokens) == 2 and tokens[0].is_noun and tokens[1].tag == "VVB":
        return True  # "Waggle dance", by itself, is a compound
    nouns = any(t.is_noun or t.tag == "VVG" for t in tokens)
    return nouns and all(t.tag.startswith(allowed) for t in tokens)


def _claim_frames(heading: str, section: Section, material: Material) -> Iterable[str]:
    """A claim is asked for its reason where the text gives one, else for what backs it."""
    reason = grammar.split_reason(heading)
    if reason and grammar.inverted(reason[0]):
        return  # the statement itself is asked for its reason
    brief = brief_reason(heading)
    if brief:
        yield f"Why {grammar.inverted(brief[0])}, according to {_talk(material)}?"
        return
    claim = material.inside(heading)
    turned = grammar.inverted(capitalised(claim))
    if turned and any(_explains(s, heading) for s in language.sentences(section.text)):
        yield f"Why {turned}?"
    shown = _EVIDENCE.search(section.text) and "evidence" not in claim.lower()
    if shown and not re.search(r",|\b(?:likely|may|might|can)\b", claim):
        yield f"What evidence is there that {claim}?"
    plain = not re.search(r"\b(?:because|never|not|no|always|than|only|almost)\b", claim)
    lexical = turned and re.match(r"(?:do|does|did)\b", turned)
    plain = plain and language.tag(claim)[-1].is_noun
    needs = re.search(r"\b(?:need|require|have|matter|mean|cost|fail)s?\b", claim)
    told = _MECHANISM.search(section.text)
    if lexical and plain and told and not needs and len(claim.split()) <= _SHORT_CLAIM:
        yield f"How {turned}?"
    yield from _told_claim(claim, material)


def _explains(sentence: str, heading: str) -> bool:
    """Whether a sentence gives the reason of what a heading claims, not of something else."""
    reason = grammar.split_reason(sentence)
    if reason is None:
        return False
    claim = set(language.content_stems(reason[0]))
    named = set(language.content_stems(heading))
    return bool(claim & named) or bool(re.match(r"(?:It|They|This|That)\b", reason[0]))


_BECAUSE = re.compile(r"^([^,;]+) (because .+?)\.?$")


def brief_reason(heading: str) -> tuple[str, str] | None:
    """The claim and the reason of a heading too short to be asked as a statement; or None."""
    found = _BECAUSE.match(heading)
    if found is None or grammar.split_reason(heading) or not grammar.inverted(f"{found[1]}."):
        return None
    return f"{found[1]}.", found[2]


def _told_claim(claim: str, material: Material) -> Iterable[str]:
    """A claim asked for what backs it: from the guest, where it is short enough to be said."""
    guest = material.names.guest
    if guest and len(claim.split()) <= _SHORT_CLAIM and not material.names.mentions(claim):
        yield f"Why does {guest} say that {claim}?"
    yield f"What supports the idea that {claim}?"


_MECHANISM = re.compile(
    r"\b(?:because|by \w+ing|so that|which \w+s|through|therefore|when|thereby|until|then)\b|, so "
)
"""What tells how a thing comes about."""
_SHORT_CLAIM = 8
"""Words of a claim that ``How …?`` asks for as a whole."""


_LONGEST_MEANING = 40
"""Words."""


def _is_meaning(text: str, material: Material) -> bool:
    """Whether a text is no sentence but what a term means: ``the slot that a saw cuts``."""
    if len(text.split()) > _LONGEST_MEANING or about_the_page(text, material.names):
        return False
    return bool(_MEANS.match(text)) and not has_main_verb(text) and not _does_something(text)


def _does_something(text: str) -> bool:
    """Whether a word in -ed has an object, and so is a verb: ``the murders brought fear``."""
    return any(
        a.tag in ("VVD", "VVN") and b.tag in ("AT0", "DPS", "NN0", "NN1", "NN2", "NP0", "AJ0")
        for a, b in pairwise(language.tag(text))
    )


_MEANS = re.compile(
    r"(?:an?|the|any|one|when|where|how|what|to|each|every|some|all)\b|"
    r"(?:[\w'’-]+ ){1,4}(?:that|which|who|where|whose|of|for|by|between|made|used)\b",
    re.IGNORECASE,
)
"""How the meaning of a term is written where it is no sentence: ``a slot that a saw cuts``."""


def _opening(section: Section) -> str:
    return next(iter(language.sentences(section.text)), "")


_A_CLASS = re.compile(
    r".{3,60}? (?:is|are|was|were) (?:an? |the )?(?:[\w-]+ ){1,3}?"
    r"(?:of|that|which|who|whose|in which|at which|used|made|called) "
)
"""A thing and the class that it belongs to, with what sets it apart."""


def _defined(heading: str, section: Section, material: Material) -> str | None:
    """The heading as a term, where the text opens with what it is: ``The waggle dance is a …``."""
    term = re.escape(fold(heading))
    found = re.match(
        rf"(?:(the|a|an) )?(?:{term}) (?:is|are|was|means|refers)\b", fold(_opening(section))
    )
    if found is None:
        return None
    if not DEFINING.search(_opening(section)) and not _A_CLASS.match(fold(_opening(section))):
        return None
    return f"{found[1]} {material.inside(heading)}" if found[1] else material.inside(heading)


def _topic_frames(heading: str, section: Section, material: Material) -> Iterable[str]:
    """The point that is made about a topic: the guest's, where the text says that it is."""
    topic = with_article(_listed(material.inside(heading)), material)
    if _opening(section).startswith(f"The {material.inside(heading)}"):
        topic = f"the {material.inside(heading)}"
    names = material.names
    does = _done(heading, section)
    if does:
        yield f"What {does} {topic} do, according to {_talk(material)}?"
    if names.guest and names.mentions(section.text):
        yield f"What does {names.guest} say about {topic}?"
    yield last_resort(topic, material)


def _done(heading: str, section: Section) -> str | None:
    """``do`` or ``does`` or ``did``, where the text opens with what the heading's thing does."""
    parts = grammar.clause(_opening(section))
    if parts is None or parts.verb.tag not in ("VVB", "VVZ", "VVD"):
        return None
    subject = re.sub(r"^(?:the|an?) ", "", fold(parts.subject_text))
    if subject != re.sub(r"^(?:the|an?) ", "", fold(heading)) or not parts.rest:
        return None
    if parts.verb.tag == "VVD":
        return "did"
    return "do" if parts.is_plural else "does"


def _listed(topic: str) -> str:
    """``data, power, conviction`` with an ``and`` before its last."""
    if "," not in topic or re.search(r"\b(?:and|or|of|in)\b", topic):
        return topic
    start, _, last = topic.rpartition(", ")
    return f"{start} and {last}"


def what_is(term: str, plural: bool, material: Material) -> str:
    """The question for what a term is; among a thousand others it says whose account is meant."""
    return f"What {'are' if plural else 'is'} {term}, according to {_talk(material)}?"


def last_resort(topic: str, material: Material) -> str:
    """The question that fits any heading; whoever reads it knows which talk is meant."""
    return f"What does {_talk(material)} say about {topic}?"


def according_to(question: str, material: Material) -> str:
    """A question that says whose account it asks for, for one that would float by itself."""
    return f"According to {_talk(material)}, {question[:1].lower()}{question[1:]}"


def advice(topic: str, material: Material) -> str:
    """The question for what to do about a thing."""
    return f"What does {_talk(material)} advise about {topic}?"


def is_last_resort(prompt: str, material: Material) -> bool:
    """Whether a question fits any heading: a better one is to be had where a statement is asked."""
    guest = material.names.guest
    return prompt.startswith(
        (
            f"What does {_talk(material)} say about ",
            f"What does {guest} say about ",
            f"What does {guest} mean by ",
        )
    )


def _talk(material: Material) -> str:
    """The conversation by its guest's name, or by its title."""
    names = material.names
    return f"{names.guest}'s interview" if names.guest else f"“{names.title}”"


def with_article(topic: str, material: Material) -> str:
    """``future of deep learning`` as ``the future of deep learning``; most headings as they are."""
    if re.match(r"(?:the|a|an|how|why|what|when|where|who|whether)\b", topic, re.IGNORECASE):
        return topic
    if re.match(r"(?:first|second|third|last|next) ", topic, re.IGNORECASE):
        return f"the {topic}"
    first = next((p for p in language.noun_phrases(topic) if p.start == 0), None)
    singular = first is not None and first.head.tag == "NN1"
    if singular and first and re.match(r" (?:of|for|between|behind)\b", topic[first.end :]):
        return f"the {topic}"
    said = re.compile(rf"\bthe {re.escape(fold(topic))}(?: (?P<next>\w+)|$)")
    uses = [m for m in (said.search(fold(s)) for s in material.sentences) if m]
    alone = any(not m["next"] or language.is_function_word(m["next"]) for m in uses)
    owned = re.match(r"[\w.’'-]+(?: [\w.’'-]+)?['’]s? ", topic)
    single = _SINGLE.search(topic) and not owned
    return f"the {topic}" if alone or single else topic


_SINGLE = re.compile(
    r"\w (?:breakthrough|revolution|crisis|effect|paradox|problem|hypothesis|theory|model|moment|"
    r"dilemma|debate|shift|collapse|experiment|scandal|puzzle|gap|myth|trap|cycle|switch)$",
    re.IGNORECASE,
)
"""Heads of a compound of which there is one: with ``the`` inside a sentence."""


def _plural(heading: str) -> bool:
    phrases = language.noun_phrases(heading)
    return bool(phrases) and phrases[-1].is_plural
