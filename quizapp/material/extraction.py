"""The statements that the sections of an episode make, sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp import language
from quizapp.identity import fold
from quizapp.material.cuts import whole_sentences
from quizapp.material.pages import Pages
from quizapp.material.referents import floats, tells_of_another
from quizapp.material.statement import STATING, Statement
from quizapp.material.vocabulary import Vocabulary
from quizapp.model import Section, SectionKind
from quizapp.sentences import clauses
from quizapp.sentences.names import Names
from quizapp.sentences.platitudes import says_nothing
from quizapp.sentences.pronouns import in_third_person
from quizapp.sentences.rewriting import standalone, unlabelled

_CHOOSES = re.compile(
    r"\bwould (?:probably |have to )?(?:say|choose|pick|go with|call|name|give|be (?:a|the)) "
    r"(?!that\b)"
)
"""An answer that only its question completes: ``I would pick Vertigo``."""
_DENIED = re.compile(
    r"(?:myth|misconception|fiction|false|wrong|before|old view|claim|rumou?r|common belief)"
    r"(?: \d+)?: ",
    re.IGNORECASE,
)
"""A label of what is told only to be put right."""
_JOINS = r"(?:therefore|thus|hence|consequently|accordingly|moreover|however)"
_THEREFORE = re.compile(rf"(?<=[a-z])(?:, {_JOINS},|(?<!,) {_JOINS})(?= (?!\w+ing\b)[a-z])")
"""What joins a sentence to the one before it, not a part of it to another: ``, thus warming …``."""


def extracted(vocabulary: Vocabulary) -> Iterator[Statement]:
    """Every statement of the sections in the order of the pages, a fact as often as it is told."""
    for section in vocabulary.sections:
        if section.kind in STATING:
            yield from _of_section(section, vocabulary)


def _of_section(section: Section, vocabulary: Vocabulary) -> Iterator[Statement]:
    """The statements of a section: its heading where it is a claim, and parts of its sentences."""
    heading = section.heading
    if heading and section.kind is not SectionKind.QA and language.is_sentence(heading):
        yield from _of_sentence(section, heading, -1, vocabulary)
    before = None
    for i, sentence in enumerate(whole_sentences(section, vocabulary.sections)):
        for part in clauses.parts(sentence):
            made = list(_of_sentence(section, part, i, vocabulary, before))
            yield from made
            for inner in clauses.reported(part) if not made else clauses.concluded(part):
                yield from _of_sentence(
                    section, inner, max(i, 1) if made else i, vocabulary, before
                )
            before = part


def _of_sentence(
    section: Section,
    sentence: str,
    position: int,
    vocabulary: Vocabulary,
    before: str | None = None,
) -> Iterator[Statement]:
    """A sentence as a statement, unless it cannot stand alone."""
    if _quotes(section, sentence, vocabulary) or _DENIED.match(sentence):
        return
    if says_nothing(sentence, section.heading or ""):
        return
    if section.kind is SectionKind.QA and (
        _CHOOSES.search(sentence) or _recalls(sentence, vocabulary.names)
    ):
        return
    sentence = unlabelled(sentence)
    if position >= 0 and tells_of_another(sentence, section, position, vocabulary):
        return
    asked = section.kind is SectionKind.QA
    told = in_third_person(sentence, vocabulary.names) if asked else sentence
    text = standalone(_THEREFORE.sub("", told), vocabulary.names, before, section.heading)
    if text is None or (position >= 0 and floats(text, section, position, vocabulary)):
        return
    leant = before is not None and text.split()[0].lower() != told.split()[0].lower()
    source = vocabulary.passages.source(section, f"{before} {sentence}" if leant else sentence)
    yield Statement(text, section, (source,), position, is_heading=position < 0)


def _quotes(section: Section, sentence: str, pages: Pages) -> bool:
    """Whether a sentence of a section quotes what is a quote section of its own."""
    folded = fold(sentence)
    return any(
        fold(part) in folded
        for q in pages.sections
        if q.kind is SectionKind.QUOTE
        and q.path == section.path
        and section.line_start <= q.line_end
        and q.line_start <= section.line_end
        for part in language.sentences(q.text)
    )


def _recalls(sentence: str, names: Names) -> bool:
    """Whether a sentence tells what the guest once did: the question about it asks for that."""
    who = "|".join(re.escape(n) for n in (names.guest, names.surname) if n)
    done = re.match(
        rf"(?:I|{who or 'I'}) (?:could|would|\w+ed|saw|went|grew|was|had|took)\b", sentence
    )
    return done is not None and not re.search(r"\b(?:because|since|so that|that)\b", sentence)
