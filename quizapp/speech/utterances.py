"""What somebody says, as it could stand in print: without the words of thinking aloud.

What leads up to a claim, fills it, or begins it anew goes; what is claimed stays as it was said.
"""

from __future__ import annotations

import re
from functools import lru_cache

from quizapp.sentences.phrasing import capitalised
from quizapp.speech.fillers import without_fillers, without_sounds
from quizapp.speech.leadins import reason_turned, without_lead_in
from quizapp.speech.print_words import in_print
from quizapp.speech.repairs import without_repairs

_TAKEN_UP = re.compile(
    r"^(?P<what>(?:The|An?|[A-Z][\w-]+(?: [A-Z][\w-]+)?)(?: [\w-]+){0,2}), "
    r"(?:it|that)(?:['’]s| is) (?=an? |the |[a-z]+ed )"
)
_SOMEBODY_TAKEN_UP = re.compile(
    r"^(?P<who>[A-Z][\w-]+(?: [A-Z][\w.-]+){1,2}), (?:he|she)(?:['’]s| (?P<be>is|was)) "
    r"(?=(?:an? |the )(?!one\b))"
)
"""``Joseph Monier, he was a gardener``."""
_NAMED_AGAIN = re.compile(
    r"^(?P<who>[A-Z][\w-]+(?: [A-Z][\w.-]+){0,2}, who(?:['’]s| [a-z]+) [^,]{4,90}), "
    r"(?:he|she) (?=[a-z])"
)
"""``Robert Liston, who was a surgeon, he could …``: the verb has its subject already.

``They`` are others, who do something to him.
"""
_THERE_IS_ONE = re.compile(
    r"^There(?:['’]s| is) (?P<kind>an? [a-z][\w-]*(?: [a-z][\w-]*)?), "
    r"(?P<name>[A-Z][\w-]+(?: [\w-]+)?), (?:it|he|she) (?=[a-z]+s\b)"
)
"""``There's a bacterium, Propionibacterium, it eats …``."""
_AS_WELL_A_NAME = re.compile(r"^(?:In|At|On|For|From|By|With|And|But|So|Then|Now|If|When)\b")


@lru_cache(maxsize=4096)
def plain(sentence: str) -> str:
    """A spoken sentence without the words that lead up to it and fill it.

    ``Yeah, so I think the transformer, it's a great advance`` is ``The transformer is a great
    advance``: what is claimed stays as it was said.
    """
    text = without_lead_in(without_sounds(" ".join(sentence.split())))
    text = without_repairs(without_fillers(text))
    text = capitalised(in_print(text).strip(" ,"))
    turned = reason_turned(text)
    if turned is not None:
        return turned
    if _AS_WELL_A_NAME.match(text):
        return text
    text = _SOMEBODY_TAKEN_UP.sub(lambda m: f"{m['who']} {m['be'] or 'is'} ", text)
    text = _THERE_IS_ONE.sub(r"\g<name>, \g<kind>, ", text)
    text = _NAMED_AGAIN.sub(r"\g<who>, ", text)
    return _TAKEN_UP.sub(r"\g<what> is ", text)
