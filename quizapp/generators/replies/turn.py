"""What of a turn answers: from the first sentence that does to where the talk goes off it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.generators.replies.prefaces import ANNOUNCES
from quizapp.generators.replies.question import Question
from quizapp.generators.replies.sentences import FOUND, SO_THAT, ends, opens
from quizapp.sentences.names import Names
from quizapp.sentences.phrasing import capitalised, closed
from quizapp.sentences.pronouns import in_third_person
from quizapp.speech import FIGURE
from quizapp.speech.references import points_back
from quizapp.speech.utterances import plain

HEARD = 4
"""Sentences of a turn in which an answer is looked for."""
_LONGEST = 60
"""Words of an answer."""
_MINE = re.compile(r"\b(?:I|me|my|mine)\b")
_OWN = re.compile(r"\bI (?!think\b|believe\b|guess\b|mean\b|know\b|say\b)[a-z]|\bme\b")
"""What the guest does is no answer where it is not asked of him: ``if I stick a knife in you``."""
_ELSEWHERE = re.compile(
    r"(?:(?:and|so|but|then|now),? )+(?:in|on|at) (?:the )?(?:[A-Z]|\d)|"
    r"(?:and |so )?(?:then|later|afterwards),? "
    r"(?:in|on|at|there['’]s|there (?:is|was)|came|comes)\b",
    re.IGNORECASE,
)
"""``So in Edinburgh James Young Simpson …``: the story goes on elsewhere."""
_FEELS = re.compile(
    r"^(?:(?:and|but|so|well),? )?I (?:\w+ly )?(?:like|love|hate|remember|feel|felt|wish|hope)\b",
    re.IGNORECASE,
)
"""What the guest adds about himself."""
_BECAUSE = re.compile(r"(?:(?:well|um|uh|oh),? )*because\b", re.IGNORECASE)
_THAT_IS = re.compile(r"^That['’]s (?=the [a-z]+\.$|down to\b|because\b)")
"""``Why does it melt? That's the calcium.``"""
REASON = re.compile(
    r"\b(?:because|since|so that|which is why|that['’]s why|due to|thanks to|otherwise|in order to|"
    r"reasons?|means?|meant|explanation|it['’]s (?:about|all about|the))\b|, so ",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Taken:
    """The sentences that answer, in clean words."""

    sentences: list[str]
    after_others: bool
    """Whether the guest said something else before them."""
    reason: bool
    """Whether one of them, as it was said, gives a reason."""

    @property
    def told(self) -> str:
        """The answer."""
        return " ".join(self.sentences)


def taken(sentences: Sequence[str], question: Question, names: Names) -> Taken | None:
    """What of the sentences of a turn answers a question, or None."""
    begun = _beginning(sentences, question, names)
    if begun is None:
        return None
    start, after_others = begun
    kept: list[str] = []
    reason = False
    for at, sentence in enumerate(sentences[start:], start):
        said = _said(sentence, at, question, names)
        if ANNOUNCES.match(said):
            continue
        if kept and _goes_off(sentence, said, at, question, kept, after_others=after_others):
            break
        reason = reason or bool(REASON.search(sentence))
        figure = question.wants_figure
        kept.append(closed(capitalised(FOUND.sub("", said))) if figure else said)
    while len(" ".join(kept).split()) > _LONGEST:
        kept.pop()
    return Taken(kept, after_others, reason)


def _beginning(
    sentences: Sequence[str], question: Question, names: Names
) -> tuple[int, bool] | None:
    """Where in a turn the answer begins, and whether something else was said before it."""
    after_others = False
    for at, sentence in enumerate(sentences[:HEARD]):
        said = _said(sentence, at, question, names)
        if ANNOUNCES.match(said):
            continue
        if _begins(sentence, said, at, question):
            return at, after_others
        after_others = after_others or len(said.split()) > 2
    return None


def _said(sentence: str, at: int, question: Question, names: Names) -> str:
    """A sentence in clean words, said of the guest."""
    said = in_third_person(_so_that(sentence) or plain(sentence), names)
    return _THAT_IS.sub("It's ", said) if not at and question.wants_reason else said


def _begins(sentence: str, said: str, at: int, question: Question) -> bool:
    """Whether a sentence is the first that answers."""
    if _is_own(sentence, question):
        return False
    because = _BECAUSE.match(sentence) or _THAT_IS.match(plain(sentence))
    return opens(said, at, question, because=bool(because) and question.wants_reason)


def _goes_off(
    sentence: str, said: str, at: int, question: Question, kept: list[str], *, after_others: bool
) -> bool:
    """Whether a sentence behind others that answer goes on to something else."""
    takes_up = question.is_taken_up(said, at)
    if _LISTS.match(kept[0]) and _LISTS.match(said):
        return False
    return (
        ends(said)
        or _is_of_the_guest(sentence, asks_what=question.wants_meaning)
        or _is_own(sentence, question)
        or (_ELSEWHERE.match(sentence) is not None and not takes_up)
        or (after_others and (not takes_up or points_back(said)))
        or (question.wants_figure and not takes_up and FIGURE.search(" ".join(kept)) is not None)
    )


_LISTS = re.compile(r"(?:(?:Or|And) )?(?:If|When) ", re.IGNORECASE)
"""``If it comes on at once. If there's fever. Or if …``: what is listed is one answer."""


def _is_own(sentence: str, question: Question) -> bool:
    """Whether a sentence tells what the guest does, where it is not asked of him."""
    return not question.of_guest and _OWN.search(plain(sentence)) is not None


def _is_of_the_guest(sentence: str, *, asks_what: bool) -> bool:
    """Whether a sentence tells of who answers where a thing, or a reason, was asked for."""
    return bool(_FEELS.match(sentence) or (asks_what and _MINE.search(sentence)))


def _so_that(sentence: str) -> str | None:
    """A purpose keeps the ``so`` by which it answers why: ``So that you know which one it is.``"""
    found = SO_THAT.match(sentence)
    return capitalised(found["purpose"]) if found else None
