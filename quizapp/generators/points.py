"""A point without a heading, asked for what it claims first, advises, or is about."""

from __future__ import annotations

import re
from dataclasses import replace

from quizapp import language
from quizapp.generators import counsel, questions, statements
from quizapp.generators.drafting import Side, modest
from quizapp.generators.wordings import advice, last_resort
from quizapp.material import Material
from quizapp.model import CardKind, Section
from quizapp.sentences import grammar, titles
from quizapp.sentences.grammar.capitals import lowered
from quizapp.sentences.leaning import about_the_page, leans
from quizapp.sentences.phrasing import capitalised, closed, tidy
from quizapp.sentences.pronouns import in_third_person

_REASONED = 0.6
_LONGEST_CLAIM, _LEAST_TOLD = 12, 8
"""Words of a sentence that stands over the others of its point; words of these."""
_ORDERS = ("VVB", "VVI", "VDB", "VBI")
_COLON = re.compile(r"^(?P<claim>[A-Z][^:;.?!]{12,90}): (?P<told>[^:].{30,})$", re.DOTALL)


def headed(section: Section) -> Section | None:
    """A point whose first sentence claims what the others tell, with that for its heading.

    ``Decisions bound only those who liked them. Delegates arrived late, …``
    """
    first, *others = language.sentences(" ".join(section.text.split())) or [""]
    told = " ".join(others)
    parted = _COLON.match(" ".join(section.text.split()))
    if parted is not None and len(first.split()) > _LONGEST_CLAIM:
        first, told = f"{parted['claim']}.", capitalised(parted["told"])
    if not 3 <= len(first.split()) <= _LONGEST_CLAIM or len(told.split()) < _LEAST_TOLD:
        return None
    if ": " in first or first.endswith("?") or leans(tidy(first)) or re.search(r"[“”\"]", first):
        return None
    if language.tag(first)[0].tag in _ORDERS or _is_order(first):
        return None  # advice, whose reason is asked for where one is given
    return replace(section, heading=first.rstrip("."), text=told)


_SUBJECT_WORDS, _BARE = 6, 2
_PLAIN = 4.3
"""A more common word (Zipf) alone tells nothing of what is advised."""


def _is_order(sentence: str) -> bool:
    """Whether a sentence tells what to do: ``Keep the entrance narrow.``"""
    words = f"{sentence[:1].lower()}{sentence[1:]}".rstrip(".").split()
    return len(words) > 1 and titles.is_order(words)


def advised(section: Section, material: Material) -> Side | None:
    """A piece of advice asked for the reason that it gives; None for any other point."""
    reason = counsel.why(" ".join(section.text.split()), material)
    return Side(CardKind.RECALL, *reason, _REASONED) if reason is not None else None


def side(section: Section, material: Material) -> Side | None:
    """A point without a heading asked by what it is about, where that is plain to see.

    Only where no statement of it is asked for something better. Advice is asked as advice.
    """
    first = next(iter(language.sentences(section.text)), "")
    text = tidy(in_third_person(first, material.names))
    if not text or leans(text) or about_the_page(text, material.names):
        return None
    if questions.asks(section, material):
        return None
    advised = next(iter(language.tag(text))).tag in ("VVB", "VVI")
    if advised:
        side = _what_to_do(text, material)
        if side is not None:
            return side
    about = _advised(text) if advised else _subject(text)
    if about is None or len(about.split()) > _SUBJECT_WORDS or material.is_trite(about):
        return None
    if material.names.mentions(about):
        return None
    frame = advice if advised else last_resort
    if frame is last_resort and len(about.split()) <= _BARE and not material.is_term(about):
        return None  # "a founder": nothing that one would ask about
    words = language.content_words(about)
    if re.search(r"\bones?$", about):
        return None  # "the pretty white ones"
    if frame is advice and len(words) < _BARE and all(language.zipf(w) > _PLAIN for w in words):
        return None  # "What does she advise about the year?"
    if frame is last_resort and (
        len(about.split()) == 1 or statements.has_blank(section, material)
    ):
        return None  # "What does she say about acid?": anything
    about = counsel.of_people(about)
    open_one = frame is not last_resort or not material.are_many
    score = modest(0.3) if open_one else 0.3
    return Side(CardKind.RECALL, frame(material.inside(about), material), text, score)


_OCCASION = re.compile(
    r"^(?P<what>[^,;:]{8,}?),? (?P<when>(?:before|after|when|if|while|once|whenever|as soon as|"
    r"about|during|instead of|in case of|every time) [^,;:]{4,60})$"
)


def _what_to_do(text: str, material: Material) -> Side | None:
    """``Solve two studies before opening the laptop`` asked for what to do before that."""
    found = _OCCASION.match(text.rstrip("."))
    if found is not None and re.search(r"\b(?:only|even|just|not|except)$", found["what"]):
        return None  # "Ask for a scan only | if …"
    if found is not None and re.search(r" and \w+ (?:it|them|the|a|an|your|all)\b", found["when"]):
        return None  # "after mixing and write it down"
    if found is None or len(language.content_words(found["when"])) < 2:
        return None
    if len(language.content_words(found["what"])) < 2:
        return None
    who = material.names.guest
    asked = f"does {who} advise people" if who else "are people advised"
    prompt = f"What {asked} to do {counsel.of_people(found['when'])}?"
    return Side(CardKind.RECALL, prompt, closed(capitalised(found["what"])), 0.3, explanation=text)


def _subject(text: str) -> str | None:
    """What a statement is about: its grammatical subject."""
    parts = grammar.clause(text)
    if parts is None:
        return None
    subject = lowered(parts.subject_text, parts.subject[0])
    last = parts.subject[-1]
    return subject.removesuffix(last.text).strip() if last.tag == "AV0" else subject


def _advised(text: str) -> str | None:
    """What a piece of advice is about: its first noun phrase, with its article."""
    phrase = next((p for p in language.noun_phrases(text) if p.start > 0), None)
    if phrase is None:
        return None
    article = re.search(r"\b(?:the|your|an?) $", text[: phrase.start])
    if article is None and (len(phrase.tokens) < 2 or phrase.tokens[0].tag == "CRD"):
        return None  # "a club", "two studies": nothing that one would ask about
    return f"{article[0]}{phrase.text}" if article else phrase.text
