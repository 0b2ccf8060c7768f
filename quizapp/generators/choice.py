"""Multiple choice: a blank with plausible options, or an explanation and the idea it belongs to.

Only blanks that one thing can fill are asked so: names, numbers, and terms in the sentence that
says what they are. A term somewhere in a sentence has too many half-true neighbours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp import distractors, language
from quizapp.blanks import Blank, blanked
from quizapp.generators.drafting import Side, drafted, modest
from quizapp.identity import fold
from quizapp.material import Material
from quizapp.material.promise import DEFINING
from quizapp.material.statement import Statement
from quizapp.model import CardKind, Note, Section, SectionKind
from quizapp.sentences.rewriting import standalone

_TITLED = (SectionKind.IDEA, SectionKind.INSIGHT, SectionKind.TAKEAWAY, SectionKind.HIGHLIGHT)
_KEY_WORDS = 14


def side(statement: Statement, blank: Blank, material: Material) -> Side | None:
    """The choice card of a statement that asks for ``blank``, where good options are at hand."""
    if blank.by_reflex or not _one_answer(statement, blank):
        return None
    prompt = blanked(statement.text, blank.phrase)
    wrong = distractors.for_phrase(blank.phrase, prompt, statement.section.text, material)
    if len(wrong) < distractors.FEWEST:
        return None
    options = distractors.arranged(blank.text, wrong, fold(statement.text))
    score = 0.5 * statement.score + 0.35 * blank.score
    return Side(
        CardKind.CHOICE,
        prompt,
        blank.text,
        score,
        side=fold(blank.text),
        options=options.texts,
        answer_index=options.key,
    )


def _one_answer(statement: Statement, blank: Blank) -> bool:
    phrase, text = blank.phrase, statement.text
    if phrase.is_name or any(t.tag == "CRD" for t in phrase.tokens):
        return True
    defined = DEFINING.search(text)
    return bool(defined and phrase.start < 30 and 0 <= defined.start() - phrase.end < 12)


def which_idea(material: Material) -> Iterator[Note]:
    """Explanations, each asked for the heading it stands under: the others are the options."""
    for section in material.sections:
        group = [s for s in material.sections if s.kind is section.kind and s.path == section.path]
        if section.kind in _TITLED and section.heading and len(group) > distractors.FEWEST:
            made = _which(section, group, material)
            if made is not None:
                source = material.passages.source(section)
                yield drafted("which", material, section, "which", (source,), (made,))


def _which(section: Section, group: list[Section], material: Material) -> Side | None:
    key = (section.heading or "").rstrip(".")
    if not 1 < len(key.split()) <= _KEY_WORDS or not language.is_sentence(key):
        return None  # a mere topic is matched by its words, not by what was understood
    stems = set(language.content_stems(key))
    before = None
    for sentence in language.sentences(section.text):
        text = standalone(sentence, material.names, before, section.heading)
        before = sentence
        shared = stems & set(language.content_stems(text or ""))
        if text is None or len(text.split()) > 28 or 3 * len(shared) > len(stems):
            continue
        wrong = _other_headings(key, text, group)
        if len(wrong) >= distractors.FEWEST:
            return _which_side(key, wrong, text, material)
    return None


def _other_headings(key: str, text: str, group: list[Section]) -> list[str]:
    """Other headings of the list as wrong options: as far from the sentence as the key is."""
    stems = set(language.content_stems(text))
    echoing = bool(stems & set(language.content_stems(key)))
    taken: list[str] = []
    heads = [(s.heading or "").rstrip(".") for s in group]
    heads.sort(key=lambda h: (abs(len(h) - len(key)), h))
    for head in heads:
        own = set(language.content_stems(head))
        if (
            language.is_sentence(head)
            and (echoing or not own & stems)
            and distractors.distinct(head, [key, *taken])
        ):
            taken.append(head)
    taken.sort(key=lambda h: not echoing or not set(language.content_stems(h)) & stems)
    if echoing and taken and not set(language.content_stems(taken[0])) & stems:
        return []  # only the key would repeat a word of the sentence
    longest = max((len(h) for h in taken[: distractors.WANTED]), default=0)
    return taken[: distractors.WANTED] if len(key) <= 1.3 * longest else []


_MATCHED = 0.6


def _which_side(key: str, wrong: list[str], text: str, material: Material) -> Side:
    who = material.names.surname
    whose = f"of {material.names.guest}'s" if who else "of the episode's"
    options = distractors.arranged(key, wrong, fold(text))
    stop = re.sub(r"\.$", "", text)
    return Side(
        CardKind.CHOICE,
        f"Which {whose} ideas is explained by: “{stop}”?",
        key,
        modest(_MATCHED),  # two in three of them give their key away, readers found
        options=options.texts,
        answer_index=options.key,
    )
