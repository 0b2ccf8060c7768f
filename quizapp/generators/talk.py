"""Cards that only a talk yields: what somebody says that a thing is, in passing.

People explain a term by an example that has to do with the listener (``overfitting is when your
model …``), and say of a thing that it is the first, the best or the most important of its kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp import language, speech
from quizapp.generators.drafting import Side, drafted
from quizapp.generators.wordings import according_to, what_is
from quizapp.material import Material, Statement
from quizapp.model import CardKind, Note
from quizapp.phrasing import capitalised, closed

_SCORE = 0.45
_LONGEST = 32
"""Words of an explanation."""
_EXPLAINED = re.compile(r"^(?P<term>[A-Z][\w’'-]*(?: [\w’'-]+){0,2}) is when (?P<what>.+)\.$")
_ALOUD = re.compile(
    r"\b(?:I|me|my|we|us|our|you|he|she|they|this|that (?!are\b|is\b)|these|those|really|gonna|"
    r"whatever|like)\b|[\"“”…?—]|--",
    re.IGNORECASE,
)
_SUPERLATIVE = re.compile(
    r"^(?P<what>(?:The |An? )?[\w’'-]+(?: [\w’'-]+){0,3}) (?P<be>is|was) "
    r"(?P<rank>the (?:single )?(?:most [a-z]+|(?!b?est\b)[a-z]+est|best|first|main) (?P<of>.+))\.$"
)
_OF_WORDS = 3
"""Words that say of what it is the first or the best."""


def notes(material: Material) -> Iterator[Note]:
    """A note for each term that is explained in the talk by ``is when``."""
    for turn in speech.guests(material):
        section = speech.section_of(turn)
        for sentence in language.sentences(turn.text):
            side = explained(speech.plain(sentence), material)
            if side is not None:
                source = material.passages.source(section, sentence)
                yield drafted(
                    "told", material, section, sentence, (source,), (side,), tag="transcript"
                )


def explained(said: str, material: Material) -> Side | None:
    """``Overfitting is when your model …`` asked for what overfitting is."""
    found = _EXPLAINED.match(said)
    if found is None or material.aboutness(said) < speech.ABOUT:
        return None
    what = re.sub(r"\byour\b", "the", re.sub(r"\byour\b", "a", found["what"], count=1))
    if _ALOUD.search(what) or len(said.split()) > _LONGEST:
        return None
    term = material.inside(found["term"])
    if language.is_function_word(term.split()[0]):
        return None
    answer = closed(capitalised(f"when {what}"))
    return Side(CardKind.DEFINITION, what_is(term, plural=False, material=material), answer, _SCORE)


def ranked(statement: Statement, material: Material) -> Side | None:
    """``The transformer is the most important advance in …`` asked for what that is."""
    found = _SUPERLATIVE.match(statement.text)
    if found is None or len(language.content_words(found["of"])) < _OF_WORDS:
        return None
    shared = set(language.content_stems(found["what"])) & set(language.content_stems(found["of"]))
    if shared or re.search(r"[,;]|\b(?:and|but|because)\b", found["of"]):
        return None
    prompt = according_to(f"what {found['be']} {found['rank']}?", material)
    answer = closed(capitalised(found["what"]))
    return Side(CardKind.RECALL, prompt, answer, _SCORE, explanation=statement.text)
