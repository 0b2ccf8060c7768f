"""What of a talk can be asked: sentences that could stand on a page, and questions with answers.

A question is taken with its answer only where the host asks and the guest answers, as far as that
is known.
"""

from quizapp.speech.about import topic
from quizapp.speech.persons import NO_PERSON
from quizapp.speech.questions import exchanges
from quizapp.speech.sentences import (
    WORDS_A_CARD,
    clean,
    guests,
    names_all,
    section_of,
    statements,
)
from quizapp.speech.worth import ABOUT, DEED, FIGURE, is_of_a_stuff

__all__ = [
    "ABOUT",
    "DEED",
    "FIGURE",
    "NO_PERSON",
    "WORDS_A_CARD",
    "clean",
    "exchanges",
    "guests",
    "is_of_a_stuff",
    "names_all",
    "section_of",
    "statements",
    "topic",
]
