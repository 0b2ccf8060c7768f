"""What a question about somebody's finding is about, told at its end where it does not say so."""

from __future__ import annotations

import re
from dataclasses import replace

from quizapp import language
from quizapp.generators.wordings import with_article
from quizapp.material import Material
from quizapp.material.statement import Statement
from quizapp.sentences import grammar, titles
from quizapp.sentences.arguments.question import Asked
from quizapp.sentences.grammar.capitals import lowered
from quizapp.sentences.grammar.persons import is_person
from quizapp.sentences.phrasing import capitalised
from quizapp.sentences.pronouns import has_pronoun

_BARE = 3
"""Content words of a question that leaves open what somebody found something about."""
_TIMELESS = re.compile(r"\b(?:lessons?|today|future|messages?|legacy|thoughts)\b", re.IGNORECASE)
"""Headings that name no topic of their own."""
_GROUPS = frozenset("group team colleagues lab laboratory study trial survey experiment".split())
_SUBJECT_WORDS, _USUAL = 4, 4.5


def on_topic(asked: Asked, statement: Statement, material: Material) -> Asked:
    """``What did De Groot find?`` with what it is about, where a heading says so."""
    heading = statement.section.heading or ""
    if asked.wants != "that":
        return asked
    if len(language.content_words(asked.question)) > _BARE:
        return _on_subject(asked) if _names_only(asked.question) else asked
    if not titles.is_topic(heading) or titles.is_clause(heading) or titles.is_claim(heading):
        return _on_subject(asked)
    about = set(language.content_stems(heading))
    if (
        not about
        or "," in heading
        or _TIMELESS.search(heading)
        or about & set(language.content_stems(f"{asked.question} {asked.answer}"))
    ):
        return _on_subject(asked)
    topic = with_article(material.inside(heading), material)
    return replace(asked, question=f"{asked.question.removesuffix('?')} about {topic}?")


def _names_only(question: str) -> bool:
    """Whether a question has no word of its own but who it was: ``Meaney's group in Montreal``."""
    words = re.findall(r"(?<![\w’'])[a-z][a-z-]+(?![\w’'])", question)
    own = [w for w in words if not (language.is_function_word(w) or w in _GROUPS)]
    return sum(not is_person(w) for w in own) <= 1  # the verb


def _on_subject(asked: Asked) -> Asked:
    """``What did Skinner find?`` with what he found something about: ``about pigeons``."""
    if " about " in asked.question or not re.match(r"What did\b", asked.question):
        return asked
    parts = grammar.clause(f"{capitalised(asked.answer.removeprefix('that '))}.")
    if parts is None or has_pronoun(parts.subject_text):
        return asked
    subject = lowered(parts.subject_text, parts.subject[0])
    plain = not any(t.tag in ("PNQ", "CJT", "CJC", "PUN", "AJC", "AV0") for t in parts.subject)
    noun = grammar.head(parts.subject)
    if parts.subject[0].text.lower() in ("a", "an"):
        return asked  # "a city": any one
    if not plain or noun is None or len(subject.split()) > _SUBJECT_WORDS:
        return asked
    bare = noun.tag == "NN1" and parts.subject[0].tag not in ("AT0", "DPS", "DT0", "NP0")
    if bare and language.zipf(noun.text.lower()) > _USUAL:
        return asked
    return replace(asked, question=f"{asked.question.removesuffix('?')} about {subject}?")
