"""Whether a phrase took in a verb: then it is more than a thing, and its sentence lacks one.

The tagger takes many a verb for a noun: ``its spectral lines | shift toward blue``.
"""

from __future__ import annotations

import re

from quizapp import language
from quizapp.language import Phrase


def leaves_no_verb(text: str, phrase: Phrase) -> bool:
    """Whether a phrase takes its clause's verb away: ``its | spectral lines shift toward blue``.

    So it is where no verb that is plain to see is left in the clause, and the last word of the
    phrase can be one.
    """
    if len(phrase.tokens) < 2 or all(t.text[:1].isupper() for t in phrase.tokens):
        return False
    start = max((m.end() for m in _CLAUSE_ENDS.finditer(text, 0, phrase.start)), default=0)
    ends = _CLAUSE_ENDS.search(text, phrase.end)
    end = ends.start() if ends else len(text)
    inside = [t for t in language.tag(text) if start <= t.start < end]
    left = [t for t in inside if not phrase.start <= t.start < phrase.end]
    owned = _AND_ITS.search(text[: phrase.start]) is not None
    follows = next((t.tag for t in inside if t.start >= phrase.end), "")
    if not follows or follows == "PUN":
        return False  # the end of its clause
    new = owned and follows in ("PRP", "AT0", "CRD", "AV0")
    if not new and any(t.tag in language.FINITE_TAGS or t.tag == "VVN" for t in left):
        return False
    plain = phrase.head.lemma.lower()
    return language.tag(f"They will {plain} it.")[2].tag == "VVI"


_CLAUSE_ENDS = re.compile(r"[,;:] (?:and|but|so|or|while|because|which|who|yet) |[;:] | because ")
_AND_ITS = re.compile(r"[a-z] and (?:its|their|the|his|her) $")


_AFTER_VERB = frozenset("PRP AVP AVQ DTQ CJS".split())
_JOINS = frozenset("how what that which who why where when and but or ,".split())
_LINK_BEFORE = 3
"""Words between which and the verb of a lesser clause its subject fits."""


def swallows_verb(text: str, phrase: Phrase) -> bool:
    """Whether the last word is the verb that the sentence lacks: ``the costs | fall on few``.

    So it is where the first verb that is plain to see only follows a link, and the word can be one.
    """
    tokens = language.tag(text)
    at = next((i for i, t in enumerate(tokens) if t.tag in language.FINITE_TAGS), None)
    near = tokens[max(0, (at or 0) - _LINK_BEFORE) : at or 0]
    if at is not None and not _JOINS.intersection(t.text.lower() for t in near):
        return False
    if len(phrase.tokens) < 2 or (at is not None and phrase.start > tokens[at].start):
        return False
    following = next((t for t in tokens if t.start >= phrase.end), None)
    if following is None or following.tag not in _AFTER_VERB or following.text == "of":
        return False
    return language.tag(f"They {phrase.head.text} it.")[1].tag in ("VVB", "VVD", "VVZ")
