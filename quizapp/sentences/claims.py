"""Whether a sentence claims something that can be known, or only that something matters.

Summaries are full of sentences that nobody could deny or forget: that a thing plays a key role,
that there is potential, that progress goes on. They make no cards, except where they give a reason.
"""

from __future__ import annotations

import re

from quizapp.sentences.grammar.reasons import split_reason

_WEIGHTY = (
    r"(?:key|crucial|pivotal|important|instrumental|essential|huge|significant|vital|"
    r"transformative|remarkable|valuable|critical|fascinating|groundbreaking|"
    r"revolutionary|profound|fundamental|impressive|promising|exciting)"
)
_EMPTY = re.compile(
    r"\b(?:is|are|was|were|been|remains?|becomes?|became|be|played?|plays?|marked|marks|hold|holds)"
    rf"(?: \w+ly)? (?:an? |the |one of the )?(?:\w+ly |most |very )*{_WEIGHTY}\b"
    r"|\bthere (?:is|are|was|will(?: likely)? be) (?:also |still |always )*(?:an? )?"
    r"(?:potential|room|much|more|hope|need|ongoing|unification|many)\b"
    r"|\b(?:may|might|could) (?:also |further )?(?:involve|include|expand|hold|offer|bring)\b"
    r"|\b(?:teach(?:es)?|requires?|needs?|takes?|(?:must|should) be) (?:\w+, ){1,3}\w+,? and \w+\b"
    r"|^[^,;]+ (?:is|are) an? (?:\w+ )?(?:fields?|areas?|subjects?|topics?|disciplines?)\b"
    r"|\b(?:may|can|could|will) (?:further|help|also help|inform|potentially|lead to new)\b"
    r"|\bhelp(?:s|ed)? (?:to )?(?:shape|shed|drive|pave)\b|\bpush(?:es|ed|ing)? the boundaries\b"
    rf"|\b(?:demonstrated?|shows?|shown) (?:\w+ly )?{_WEIGHTY}\b"
    r"|\bchallenges? (?:traditional|our)\b|\bopens? up\b|\bnew possibilities\b"
    r"|\bcontinu(?:es?|ing) to (?:evolve|grow|improve|shape)\b|\b(?:has|have) the potential\b"
    r"|\bdescribes? the (?:behaviou?r|way|process|nature|relationship|development|evolution)\b"
    r"|\bin many ways\b|\brapidly (?:advanc|evolv|chang)|\bnever been more\b"
    r"|\bmuch (?:more )?to (?:learn|explore)\b",
    re.IGNORECASE,
)
_NAMING = re.compile(
    r"\b(?:is|are|was|were|been|to be|became|played?|marked|marks) (?:an? |the |one of the )?"
    rf"{_WEIGHTY}(?:(?: \w+)? (?:factors?|sources?|roles?|insights?|ingredients?|reasons?|causes?|"
    r"ideas?|steps?)| (?:in|for|to|because|that))\b",
    re.IGNORECASE,
)


def is_weighty(word: str) -> bool:
    """Whether a word only weighs: ``key``, ``crucial``, ``groundbreaking``."""
    return re.fullmatch(_WEIGHTY, word, re.IGNORECASE) is not None


def is_empty(sentence: str) -> bool:
    """Whether a sentence says only that something is important, possible or going on."""
    return bool(_EMPTY.search(sentence)) and split_reason(sentence) is None


def names_its_subject(sentence: str, end: int) -> bool:
    """Whether a sentence singles out what stands before ``end``: ``X were the key factors in Y``.

    What mattered is then worth knowing, although that it mattered is not.
    """
    found = _NAMING.search(sentence)
    return found is not None and end <= found.start()
