"""What no clean answer has: words begun anew, what was not finished, whom the guest talks to."""

from __future__ import annotations

import re

from quizapp import language
from quizapp.speech.anybody import means_anybody, says_you

_TWICE = re.compile(
    r"\b(you|they|we|it) (?:can|could|will|would), .*\b\1 (?:can|could|will|would)\b", re.IGNORECASE
)
"""``you can, if you have no body, you could``: begun anew in the middle."""
BROKEN = re.compile(
    r"—|--|\.\.\.|…|\b(\w+),? \1\b|\b(?:um|uh|er)\b|\b(?:the|a|of|to|and|that|is|at),|[?!\"“”]|"
    r"\b(?:gonna|wanna|gotta|stuff|whatever|like if|something in|we're going to|I['’]\w+|myself|"
    r"something like this|that was the|"
    r"it['’]s (?:\w+ly )?(?:will|can|would|could|has|have|is)|like that|and so on|"
    r"lots?|right now|let['’]s|let me|the question|"
    r"what you mean|you mean)\b",
    re.IGNORECASE,
)


def spoils(said: str) -> bool:
    """Whether a sentence has what no clean answer has."""
    if says_you(said) and not means_anybody(said):
        return True
    return (
        bool(BROKEN.search(said) or _TWICE.search(said))
        or _repeats(said)
        or re.search(r"\b(?:I|me|my)\b", said) is not None
    )


def _repeats(sentence: str) -> bool:
    """Whether somebody began anew: three words stand in a sentence twice, right after each other.

    ``It makes you cough, it makes you sick`` is a list of its own: four words are not.
    """
    words = language.plain_words(sentence.lower())
    triples = list(zip(words, words[1:], words[2:], strict=False))
    again = any(one == other for one, other in zip(triples, triples[3:], strict=False))
    fours = list(zip(triples, words[3:], strict=False))
    return again or len(fours) != len(set(fours))
