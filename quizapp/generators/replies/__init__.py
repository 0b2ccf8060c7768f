"""What a guest answers: the sentences of a turn that answer its question, in clean words."""

from __future__ import annotations

import re

from quizapp import language
from quizapp.generators.replies.prefaces import parted
from quizapp.generators.replies.question import HE, IT, NEW, TAKEN_UP, Question
from quizapp.generators.replies.times import in_a_year, years
from quizapp.generators.replies.turn import HEARD, REASON, taken
from quizapp.generators.replies.words import in_a_word
from quizapp.material import Material
from quizapp.speech.utterances import plain

_SHORTEST = 12
"""Words of an answer."""
_TO_THE_POINT = 7
"""Words of an answer that takes up what is asked for."""
_A_FIGURE = 3
"""Words of one that tells how much."""
_MEANING = 5
"""Words of one that says what a thing is."""
_DEFINES = re.compile(
    r"^[^,]{1,60}? (?:is|are|was|were|means?) (?:basically |simply )?(?:an? |any |one |when |"
    r"where |what |how |"
    r"the (?!most|best|main|first|only|biggest|key)|made |[a-z]+s\b)|^(?:it|they)(?:['’]s| is|"
    r"['’]re| are) |^you have an? ",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"^(?:and )?(?:then|if)\b|^and (?:when|once)\b", re.IGNORECASE)


def answer(text: str, prompt: str, material: Material) -> str | None:
    """The first sentences that answer, cleaned of what people say while they think.

    Where the turn begins with thinking aloud, an answer is what takes up the words of the
    question; one who is asked how much answers by a figure, and one who is asked why by a reason.
    """
    question = Question.of(prompt, material.names)
    prefaces, sentences = parted(language.sentences(text))
    word = in_a_word(sentences[0], question) if sentences else None
    word = word or in_a_year(sentences, question)
    if word is not None:
        return word
    found = taken(sentences, question, material.names)
    if found is None or not found.sentences:
        return None
    told = found.told
    reason = found.reason or any(REASON.search(preface) for preface in prefaces)
    if question.wants_meaning and not _defines(found.sentences, text):
        return None
    if question.wants_time and years(" ".join(sentences[:HEARD])) - years(told):
        return None  # of two years, only one may be what was asked for
    fewest = _fewest(told, question, close=found.after_others, reason=reason)
    if question.wants_reason and not reason:
        elsewhere = any(REASON.search(sentence) for sentence in sentences)
        if elsewhere or len(told.split()) < 2 * fewest:
            return None  # the reason comes after what would be taken
    whole = len(told.split()) >= fewest and not told.startswith(("What ", "Which "))
    new = 1 if question.wants_figure else NEW
    return told if whole and not question.is_echoed(told, new=new) else None


def _fewest(told: str, question: Question, *, close: bool, reason: bool) -> int:
    """How many words an answer needs: fewer where it surely is one."""
    if question.wants_meaning and len(language.content_words(told)) >= NEW:
        return _MEANING
    if question.wants_figure:
        return _A_FIGURE
    close = close or question.shared(told) >= TAKEN_UP
    close = close or bool(IT.match(told) or HE.match(told))
    close = close or (reason and question.wants_reason)
    return _TO_THE_POINT if close else _SHORTEST


def _defines(taken: list[str], text: str) -> bool:
    """Whether an answer says what a thing is, and all of it: nothing follows by ``and then``."""
    if not _DEFINES.match(taken[0]):
        return False
    sentences = language.sentences(text)
    end = taken[-1][-30:-1]
    at = next((i for i, s in enumerate(sentences) if plain(s)[-30:-1] == end), None)
    return at is None or at + 1 == len(sentences) or not _GOES_ON.match(sentences[at + 1])
