"""Recall cards: a question in words, an answer of a sentence or two, its point first.

Questions that people wrote are kept. A heading with text below becomes a question by the first
frame of a visible list that fits its grammar; a reason is asked only where the text gives one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from rapidfuzz import fuzz

from quizapp import grammar, language, titles
from quizapp.blanks import BLANK
from quizapp.claims import is_empty
from quizapp.commonness import is_vague
from quizapp.generators import answers, endings, findings, questions, statements
from quizapp.generators.drafting import Side, drafted, modest
from quizapp.generators.endings import Ending
from quizapp.generators.headings import brief_reason, frames, relation
from quizapp.generators.interviewing import asked
from quizapp.generators.labels import is_picture
from quizapp.generators.wordings import advice, is_last_resort, last_resort, says_about
from quizapp.identity import fold
from quizapp.leaning import about_the_page, leans
from quizapp.material import Material, merged
from quizapp.model import CardKind, Note, Section, SectionKind, Source
from quizapp.phrasing import capitalised, closed, tidy
from quizapp.pronouns import in_third_person

_TITLED = (
    SectionKind.IDEA,
    SectionKind.INSIGHT,
    SectionKind.HIGHLIGHT,
    SectionKind.TAKEAWAY,
)
_WEIGHT = {
    SectionKind.QA: 0.95,
    SectionKind.IDEA: 0.9,
    SectionKind.INSIGHT: 0.75,
    SectionKind.HIGHLIGHT: 0.75,
    SectionKind.TAKEAWAY: 0.7,
}
_SAYS_ABOUT = 0.1
"""Of a question that any heading fits: the last that a section takes in."""
_SAME_SECTION = 75


def notes(material: Material) -> Iterator[Note]:
    """A note for each question with its answer, and for each heading with its text."""
    for section, sources in _once(material):
        side = _question(section, material) or _heading(section, material)
        if side is not None:
            yield drafted("section", material, section, "recall", sources, (side,))
    for section in material.sections:
        if section.heading is None and section.kind in _TITLED:
            side = _point(section, material)
            if side is not None:
                source = material.passages.source(section)
                yield drafted("point", material, section, "recall", (source,), (side,))


def _once(material: Material) -> Iterator[tuple[Section, tuple[Source, ...]]]:
    """The sections that recall cards come from; near-equal ones of several pages together."""
    taken: list[tuple[Section, tuple[Source, ...]]] = []
    for section in material.sections:
        if section.heading is None or section.kind not in (*_TITLED, SectionKind.QA):
            continue
        source = material.passages.source(section)
        twin = next((i for i, (s, _) in enumerate(taken) if _same(s, section)), None)
        if twin is None:
            taken.append((section, (source,)))
        else:
            taken[twin] = (taken[twin][0], merged(taken[twin][1], (source,)))
    return iter(taken)


def _same(a: Section, b: Section) -> bool:
    """Whether two sections ask or claim the same under the same name."""
    if a.kind is b.kind and a.path == b.path and a.line_start == b.line_start:
        return True
    heads = fuzz.token_sort_ratio(fold(a.heading or ""), fold(b.heading or ""))
    if heads < 90:
        return False
    is_question = SectionKind.QA in (a.kind, b.kind)
    texts = fuzz.token_set_ratio(fold(a.text), fold(b.text))
    return a.kind is b.kind if is_question and texts < _SAME_SECTION else texts >= 45


def _question(section: Section, material: Material) -> Side | None:
    if section.kind is not SectionKind.QA:
        return None
    question = asked(section.heading or "", material, section.text)
    if question is None:
        return None
    text = material.denials.left(section.text)
    answer, rest = answers.led(in_third_person(text, material.names), question.prompt)
    if answers.is_small_talk(section.text):
        return None
    score = _WEIGHT[section.kind] - 0.05 * question.rewritten
    return Side(CardKind.RECALL, question.prompt, answer, score, explanation=rest)


def _heading(section: Section, material: Material) -> Side | None:
    if section.kind is SectionKind.QA:
        return None
    heading = (section.heading or "").strip()
    if not re.search(r"[^\W\d_]", heading) or _is_title(heading, material):
        return None
    if all(answers.encourages(s) for s in language.sentences(section.text)):
        return None  # that listeners are encouraged is nothing to remember
    text = _without_quotes(section.text, material)
    opened = _opening_question(text, heading, material)
    if opened is not None:
        return opened
    answer, rest = answers.told_under(heading, text, material)
    brief = brief_reason(heading)
    if brief is not None:
        answer, rest = closed(capitalised(brief[1])), section.text
    for prompt in frames(heading, section, material):
        if is_last_resort(prompt, material) and (found := findings.asked(section, material)):
            return Side(
                CardKind.RECALL, found[0], found[1], _WEIGHT[section.kind], explanation=found[2]
            )
        if is_last_resort(prompt, material) and questions.asks(section, material):
            return None  # a statement of the section is asked better
        plain = questions.plainest(section, material) if is_last_resort(prompt, material) else None
        if plain is not None:
            return replace(plain, score=_WEIGHT[section.kind])
        if says_about(prompt, material):
            unfinished = _unfinished(section, material)
            if unfinished is not None:
                return unfinished
        if prompt.startswith("What evidence is there "):
            answer, rest = answers.told_under(heading, text, material, shown=True)
        if prompt.startswith("What follows from "):
            answer = capitalised(_FOLLOWS.sub("", answer))
        if len(prompt.split()) <= 35:
            said = prompt.startswith("What is meant by “")
            pictured = said and not titles.is_meaning(section.text, material.names)
            related = relation(heading, section, material) is not None
            defines = _DEFINES.match(prompt) and not pictured and not related
            kind = CardKind.DEFINITION if defines else CardKind.RECALL
            score = _WEIGHT[section.kind]
            if says_about(prompt, material) or (
                pictured or is_picture(material.inside(heading), section, material)
            ):
                score = modest(_SAYS_ABOUT)
            return Side(kind, prompt, answer, score, explanation=rest)
    return None


def _opening_question(text: str, heading: str, material: Material) -> Side | None:
    """The question that a text below a heading opens with, answered by what comes after it."""
    first, *others = language.sentences(text) or [""]
    if (
        not first.endswith("?")
        or heading.endswith("?")
        or len(first.split()) < _ASKED
        or not others
    ):
        return None
    told = " ".join(others)
    question = asked(first, material, told)
    if question is None:
        return None
    answer, rest = answers.led(in_third_person(told, material.names), question.prompt)
    return Side(CardKind.RECALL, question.prompt, answer, _OPENED, explanation=rest)


_ASKED, _OPENED = 6, 0.8
_TITLE_WORDS = 4


def _is_title(heading: str, material: Material) -> bool:
    """Whether a heading is the episode's own title, whatever stands behind it."""
    texts = (material.names.title, heading)
    title, own = (fold(re.split(r"[:(|]", text)[0]) for text in texts)
    return len(own.split()) >= _TITLE_WORDS and own == title


_FOLLOWS = re.compile(
    r"^(?:This|That|It) (?:is why|is the reason (?:why )?|explains why|means that) ", re.IGNORECASE
)
_DENIES = re.compile(r"\b(?:not|never|no)\b|n['’]t\b")
_WELL = 0.5
"""How well an ending can be asked, at least, to take the place of a question."""


def _unfinished(section: Section, material: Material) -> Side | None:
    """The best sentence of a section without its end, where nothing in it can be asked better.

    Readers keep most quotations asked so, and few questions that fit any heading.
    """
    found: tuple[float, Ending] | None = None
    for statement in material.statements:
        if statement.section is not section or statement.is_heading or is_empty(statement.text):
            continue
        if _DENIES.search(statement.text):
            continue  # what a thing is not has no one ending
        ending = endings.best(closed(statement.text))
        if ending is None or ending.score < _WELL or ending.mark != ".":
            continue
        parts = grammar.clause(statement.text)
        if parts is None or len(ending.shown) < parts.verb.end:
            continue  # "A joint that can be ____."
        words = language.content_words(ending.answer)
        if all(is_vague(w) or material.is_trite(w) for w in words):
            continue
        score = statement.score + ending.score
        if found is None or score > found[0]:
            found = (score, ending)
    if found is None:
        return None
    _, ending = found
    prompt = f"{ending.shown} {BLANK}{ending.mark}"
    return Side(CardKind.CLOZE, prompt, ending.answer, modest(_UNFINISHED), side="end")


_UNFINISHED = 0.2
"""Before what fits any heading, behind all else."""
_SUBJECT_WORDS, _BARE = 6, 2


def _point(section: Section, material: Material) -> Side | None:
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
        return _unfinished(section, material)  # "a founder": nothing that one would ask about
    if frame is last_resort and (
        len(about.split()) == 1 or statements.has_blank(section, material)
    ):
        return None  # "What does she say about acid?": anything
    if frame is last_resort:
        unfinished = _unfinished(section, material)
        if unfinished is not None:
            return unfinished
    score = 0.3 if frame is last_resort else modest(0.3)
    return Side(CardKind.RECALL, frame(material.inside(about), material), text, score)


_OCCASION = re.compile(
    r"^(?P<what>[^,;:]{8,}?),? (?P<when>(?:before|after|when|if|while|once|whenever|as soon as|"
    r"about|during|instead of|in case of|every time) [^,;:]{4,60})$"
)


def _what_to_do(text: str, material: Material) -> Side | None:
    """``Solve two studies before opening the laptop`` asked for what to do before that."""
    found = _OCCASION.match(text.rstrip("."))
    if found is not None and re.search(r" and \w+ (?:it|them|the|a|an|your|all)\b", found["when"]):
        return None  # "after mixing and write it down"
    if found is None or len(language.content_words(found["when"])) < 2:
        return None
    if len(language.content_words(found["what"])) < 2:
        return None
    prompt = (
        f"What does {material.names.guest or 'the episode'} advise people to do {found['when']}?"
    )
    prompt = re.sub(r"\byour\b", "their", re.sub(r"\byou are\b", "they are", prompt))
    prompt = re.sub(r"\byou\b", "they", prompt)
    return Side(CardKind.RECALL, prompt, closed(capitalised(found["what"])), 0.3, explanation=text)


def _subject(text: str) -> str | None:
    """What a statement is about: its grammatical subject."""
    parts = grammar.clause(text)
    if parts is None:
        return None
    subject = grammar.lowered(parts.subject_text, parts.subject[0])
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


def _without_quotes(text: str, material: Material) -> str:
    """A section's text without the quotations in it that are quote sections of their own."""
    plain = " ".join(text.split())
    for quote in material.sections:
        said = " ".join(quote.text.split())
        if quote.kind is SectionKind.QUOTE and said in plain:
            left = re.sub(rf":?\s*[“\"]?{re.escape(said)}[”\"]?", ".", plain)
            plain = re.sub(r"\s*\.(?:\s*\.)+", ".", left).strip()
    return plain if language.content_words(plain) else text


_DEFINES = re.compile(r"What is meant by “|What (?:is|are) .+, according to ")
