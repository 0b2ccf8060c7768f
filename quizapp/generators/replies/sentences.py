"""Whether a sentence of a turn is the first of an answer, or goes off it."""

from __future__ import annotations

import re

from quizapp import language
from quizapp.generators.replies.flaws import spoils
from quizapp.generators.replies.question import HE, IT, Question
from quizapp.generators.replies.times import is_a_time
from quizapp.sentences.phrasing import capitalised, closed
from quizapp.speech import FIGURE
from quizapp.speech.references import is_of_a_story, points_back

_CONTENT = 4
"""Content words of a sentence that answers."""
_STARTS = re.compile(
    r"^(?:that|that['’]s|this|these|those|one|two|the (?:other|second|"
    r"third|same)|then|there (?:was|were)|don['’]t|not|or|no|yes)\b",
    re.IGNORECASE,
)
"""How a sentence begins that takes up another than the question."""
_LIKELY = re.compile(
    r"it['’]s (?:\w+ly |quite |very )?(?:possible|likely|unlikely|clear|true|impossible) that\b",
    re.I,
)
_ANECDOTE = re.compile(
    r"^(?:I remember|once|one day|there was|when I was|a friend|(?:\w+ )?\w+ (?:said|says|tells me|"
    r"told me|asked|asks))\b",
    re.IGNORECASE,
)
_HEDGE = re.compile(
    r"\b(?:(?<!you )don['’]t (?:\w+ )?know|not sure|hard (?:question|to (?:say|tell|know|answer))|"
    r"can['’]t be sure|no idea|"
    r"depends on (?:what|how) you|good question|first time|glad you asked|what do you)\b",
    re.IGNORECASE,
)
_OFF_THE_POINT = re.compile(r"\b(?:listeners?|podcast|show notes|your (?:question|show))\b", re.I)
_THERE_WAS = re.compile(r"There (?:was|were) (?:an?|two|three|several)\b")
"""How an answer begins where it is asked what happened."""
FOUND = re.compile(
    r"^(?:they|we|(?:the|that) study|it) (?:found|estimated|counted|reckoned)(?: that)? "
    r"(?=about|around|nearly|roughly|over|more than|one in|\d)",
    re.IGNORECASE,
)
"""``They found about one in nineteen thousand``, where a figure is asked for."""
_IT_IS_A = re.compile(r"It(?:['’]s| is| was) an? \w+\.?$")
SO_THAT = re.compile(r"^(?:(?:well|um|uh),? )*(?P<purpose>so that .+)$", re.IGNORECASE)


def opens(said: str, at: int, question: Question, *, because: bool) -> bool:
    """Whether a sentence is the first of an answer."""
    happened = question.wants_story and _THERE_WAS.match(said)
    starts = _STARTS.match(said) is not None and not happened
    told = _ANECDOTE.match(said) is not None and not happened
    if told or starts or _HEDGE.search(said) or spoils(said):
        return False
    story = is_of_a_story(said) and not HE.match(said)
    if _OFF_THE_POINT.search(said) or story or points_back(said):
        return False
    if SO_THAT.match(said):
        return not at and question.wants_reason
    figure = question.wants_figure
    found = figure and FOUND.match(said)
    if HE.match(said) and (at or not question.names_somebody) and not found:
        return False
    takes_up = question.is_taken_up(said, at)
    if question.wants_time and not takes_up and not is_a_time(said, at):
        return False
    if figure:
        return at < 2 and FIGURE.search(said) is not None and len(said.split()) > 1
    if not at and because and len(language.content_words(said)) >= 1:
        return True
    short = not at and (happened or IT.match(said) or HE.match(said) or takes_up)
    fewest = 1 if not at and _IT_IS_A.match(said) else 2 if short else _CONTENT
    if len(language.content_words(said)) < fewest:
        return False
    if not at:
        return language.is_sentence(closed(capitalised(said)))
    return takes_up and (IT.match(said) is None or _LIKELY.match(said) is not None)


def ends(said: str) -> bool:
    """Whether a sentence goes off the answer: thinking aloud, doubt, a story."""
    story = is_of_a_story(said) and not HE.match(said)
    if said.startswith("Which "):
        return True
    if re.match(r"there (?:are|is) (?:many|also|a few|several) \w+\.", said, re.IGNORECASE):
        return True
    return spoils(said) or _HEDGE.search(said) is not None or story
