"""A card's whole history at once: ``scheduling.replay`` for logs of hundreds of thousands.

The same model and the same numbers to the last bit, without an object for each answer: py-fsrs
makes some ten of them, and a log that comes back from elsewhere is replayed whole. The tests hold
the two against each other.
"""

from quizapp.memory.replaying.answers import Answer, Before, instant, study_day_number
from quizapp.memory.replaying.retracing import Retraced, retraced
from quizapp.memory.replaying.rules import Rules, rules_of
from quizapp.memory.replaying.runs import step_length
from quizapp.memory.replaying.stability import Standing, standing, standings

__all__ = [
    "Answer",
    "Before",
    "Retraced",
    "Rules",
    "Standing",
    "instant",
    "retraced",
    "rules_of",
    "standing",
    "standings",
    "step_length",
    "study_day_number",
]
