"""The words of a question: whose account it asks for, and a topic as it reads inside it."""

from __future__ import annotations

import re

from quizapp import language
from quizapp.identity import fold
from quizapp.material import Material
from quizapp.sentences.phrasing import capitalised


def meant_in(saying: str, material: Material) -> str:
    """The question for a saying or a term of the page's own, whoever used it."""
    return f"What is meant by “{saying}” in {talk(material)}?"


def story(heading: str, material: Material) -> str:
    """The question for what happened, by the heading that its account stands under."""
    of = f" in {talk(material)}" if material.names.guest else ""
    return f"What is the story behind “{heading}”{of}?"


def happened(day: str, material: Material) -> str:
    """The question for what happened on a day that a heading names."""
    when = "in" if re.match(r"[A-Z][a-z]+ \d{4}", day) else "on"
    return f"What happened {when} {day}, according to {talk(material)}?"


def listed(topic: str) -> str:
    """``data, power, conviction`` with an ``and`` before its last."""
    if "," not in topic or re.search(r"\b(?:and|or|of|in)\b", topic):
        return topic
    if re.search(r"^[^,]+, (?:an?|the|his|her|its|their) [^,]+$", topic):
        return topic  # "lime, the quiet third ingredient": one thing
    start, _, last = topic.rpartition(", ")
    return f"{start} and {last}"


def what_is(term: str, plural: bool, material: Material) -> str:
    """The question for what a term is; among a thousand others it says whose account is meant."""
    of = f", according to {talk(material)}" if material.names.guest else ""
    return f"What {'are' if plural else 'is'} {term}{of}?"


def last_resort(topic: str, material: Material) -> str:
    """The question that fits any heading; whoever reads it knows which talk is meant."""
    return f"What does {talk(material)} say about {topic}?"


def according_to(question: str, material: Material) -> str:
    """A question that says whose account it asks for, for one that would float by itself."""
    return f"According to {talk(material)}, {question[:1].lower()}{question[1:]}"


def advice(topic: str, material: Material) -> str:
    """The question for what to do about a thing."""
    return f"What does {talk(material)} advise about {topic}?"


def why_said(claim: str, material: Material) -> str:
    """The question for what backs a claim; where nobody is known to speak, of whoever says so."""
    guest = material.names.guest
    return f"Why does {guest} say that {claim}?" if guest else f"Why is it said that {claim}?"


def what_then(claim: str, material: Material) -> str:
    """The question for what is advised where a claim holds."""
    guest = material.names.guest
    asked = f"What does {guest} advise" if guest else "What is advised"
    return f"{capitalised(claim)}. {asked} for that reason?"


def meant_by(claim: str, guest: str) -> str:
    """The question for what a short claim of a guest's comes to."""
    return f"What does {guest} mean by saying that {claim}?"


def why_advised(what: str, material: Material) -> str:
    """The question for why something is advised: ``to sleep first``, ``not to hurry``."""
    guest = material.names.guest
    return f"Why does {guest} advise people {what}?" if guest else f"Why are people advised {what}?"


def is_meant(prompt: str) -> bool:
    """Whether a question asks what a heading means, or what story it stands for."""
    return prompt.startswith(("What is meant by “", "What is the story behind “"))


def says_about(prompt: str, material: Material) -> bool:
    """Whether a question asks for anything at all that is told of a topic.

    Of the cards that readers were shown, most of these were to be worded anew: whoever is asked
    so cannot know which of the things told is wanted. A section with other cards does without.
    """
    guest = material.names.guest
    return prompt.startswith(
        (f"What does {talk(material)} say about ", f"What does {guest} say about ")
    )


def talk(material: Material) -> str:
    """The conversation by its guest's name, or by its title."""
    names = material.names
    title = names.title.strip("“”\"' ")
    return f"{names.guest}'s interview" if names.guest else f"“{title}”"


def with_article(topic: str, material: Material) -> str:
    """``future of deep learning`` as ``the future of deep learning``; most headings as they are."""
    if re.match(r"(?:the|a|an|how|why|what|when|where|who|whether)\b", topic, re.IGNORECASE):
        return topic
    if re.match(r"(?:first|second|third|last|next) ", topic, re.IGNORECASE):
        return f"the {topic}"
    first = next((p for p in language.noun_phrases(topic) if p.start == 0), None)
    singular = first is not None and first.head.tag == "NN1"
    mass = first is not None and first.head.text.lower() in _MASS
    if (
        singular
        and first
        and not mass
        and re.match(r" (?:of|for|between|behind)\b", topic[first.end :])
    ):
        return f"the {topic}"
    said = re.compile(rf"\bthe {re.escape(fold(topic))}(?: (?P<next>\w+)|$)")
    uses = [m for m in (said.search(fold(s)) for s in material.sentences) if m]
    alone = any(not m["next"] or language.is_function_word(m["next"]) for m in uses)
    owned = re.match(r"[\w.’'-]+(?: [\w.’'-]+)?['’]s? ", topic)
    single = _SINGLE.search(topic) and not owned
    return f"the {topic}" if alone or single else topic


_MASS = frozenset(
    "respect advice support hope love care concern room time food training access help need trust "
    "preparation planning thanks fear sympathy evidence".split()
)
"""Heads that take no article before ``for`` or ``of``: ``respect for nature``."""
_SINGLE = re.compile(
    r"\w (?:dose|rule|threshold|breakthrough|"
    r"principle|law|theorem|shock|fallacy|ratio|index|reflex|bias|illusion|curve|method|technique|"
    r"equation|constant|revolution|crisis|effect|paradox|problem|hypothesis|theory|model|moment|"
    r"dilemma|debate|shift|collapse|experiment|scandal|puzzle|gap|myth|trap|cycle|switch)$",
    re.IGNORECASE,
)
"""Heads of a compound of which there is one: with ``the`` inside a sentence."""


def is_plural(heading: str) -> bool:
    """Whether a topic is a plural, by its last phrase."""
    phrases = language.noun_phrases(heading)
    if phrases and _SCIENCE.search(phrases[-1].text):
        return False
    return bool(phrases) and phrases[-1].is_plural


_SCIENCE = re.compile(
    r"(?:phon|phys|econom|mathemat|genet|linguist|polit|acoust|opt|electron|aerodynam|eth|stat|"
    r"mechan|robot|acrobat|gymnast|hydraul|logist|forens|kinet|phonet|semant|aesthet)ics$",
    re.IGNORECASE,
)
"""``phonics``: one thing, by the form of many."""


def in_case(question: str, statement: str, material: Material) -> str:
    """With the statement's first word as the episode writes it in the middle of a sentence."""
    if re.match(r"[A-Z][\w.’'-]*(?: and)? [A-Z][a-z]", statement) and not language.is_function_word(
        statement.split()[0]
    ):
        return question  # "Freddie Mac"
    first = re.sub(r"['’]s?$", "", statement.split()[0])
    small = f"{first[:1].lower()}{first[1:]}"
    return re.sub(
        rf"\b(?:{re.escape(first)}|{re.escape(small)})\b", material.cased(first), question, count=1
    )
