"""The same words with a ``not``."""

from __future__ import annotations

import re

from quizapp import language
from quizapp.grading.synonyms import root
from quizapp.material.denials.sentences import COVERED, COVERING, NOT, NOT_ALL, SHARED, Said, Text

_UNSURE = re.compile(
    r"\b(?:if|whether|unless|until|maybe|perhaps|might|may|suppose|imagine|except|almost|(?:used|"
    r"seem\w*|tend\w*|want\w*|supposed) to|as if|some(?:one|body)? (?:people )?(?:say|argue|think|"
    r"believe)s?|people|they|(?:he|she) (?:says?|said|thought|thinks)|would|could|should)\b|"
    r"\?|[\"“”]",
    re.IGNORECASE,
)
"""Words of what is only considered, or told of others."""
_BEHIND_NOT = re.compile(
    rf"(?:{NOT.pattern}) (?:(?:a|an|the|any|ever|really|actually|\w+ly) )*(?P<word>[\w-]+)",
    re.IGNORECASE,
)
_TWO_SIDED = re.compile(
    r"\b(?:but|although|though|while|whereas|unlike|however|when|after|before|only|once|rather|"
    r"than|yet|still|today|now|without|often|sometimes|usually|some|most|many|few)\b",
    re.IGNORECASE,
)


def with_a_not(claim: Text, said: Said) -> bool:
    """The same sentence, but for a ``not`` in front of a word that both have."""
    if claim.is_negated == said.is_negated:
        return False
    shared = claim.own & said.own
    if len(shared) < SHARED or len(shared) < COVERED * len(claim.own):
        return False
    if len(shared) < COVERING * len(said.own):
        return False
    if any(p.search(t.text) for t in (claim, said) for p in (_UNSURE, NOT_ALL, _TWO_SIDED)):
        return False
    negated, plain = (claim, said) if claim.is_negated else (said, claim)
    if len(NOT.findall(negated.text)) != 1:
        return False
    behind = _BEHIND_NOT.search(negated.text)
    roots = {root(word) for word in language.plain_words(plain.text)}
    return behind is not None and root(behind["word"].lower()) in roots
