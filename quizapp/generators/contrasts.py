"""What a thing is and what it is not: ``Memory is not a recording. It's a story you rebuild.``"""

from __future__ import annotations

import re

from quizapp import language, speech
from quizapp.generators.drafting import Side
from quizapp.generators.wordings import according_to
from quizapp.material import Material
from quizapp.model import CardKind
from quizapp.sentences.phrasing import capitalised, closed
from quizapp.speech import utterances
from quizapp.speech.phrases import table, words

_SCORE = 0.45
"""Of what is told in passing."""
_LONGEST = 16
"""Words of what it is."""
_NOT_BUT = re.compile(
    r"^(?P<what>[^,;]{3,70}?) (?P<be>is|was|are|were)(?: not|n['’]t| never) "
    r"(?P<other>(?:an?|the) [^,;]+?)(?:, (?:but |but rather )?(?:(?:it|they)(?:['’]s|['’]re| is|"
    r" are| was| were) )?|"
    r" but (?:rather )?)(?P<one>(?:an?|the|your|their) [^,;]+)\.$"
)
_NOT = re.compile(
    r"^(?P<what>[^,;]{3,70}?) (?P<be>is|was|are|were)(?: not|n['’]t| never) (?P<other>(?:an?|"
    r"the) [^,;]+)\.$"
)
_IT_IS = re.compile(
    r"^(?:It|They)(?:['’]s|['’]re| is| are| was| were) (?P<one>(?:an?|the|your) [^;?!]+)\.$"
)
_POINTING = "he she him her his they them their this these those I me my we our us"
_NO_CONTRAST = table(
    {
        "hedging": (words("only just merely even quite necessarily always really exactly"),),
        "naming no thing": (
            words("same one thing things case way point problem question answer reason first last"),
            words("end kind sort lot good bad great big"),
        ),
        "pointing": (words(f"{_POINTING} it its that there"),),
    },
    before=r"\b",
    after=r"\b",
)
LEANS = table(
    {
        "pointing": (words(_POINTING),),
        "naming no thing": (words("same thing point problem question way lot one kind sort"),),
    },
    before=r"\b",
    after=r"\b",
)
"""What points at something else, or names no thing."""


_ONE_DOES = re.compile(
    r"^(?P<without>(?:An? |The )?[^,;]{3,50}?) (?P<do>does|do|did|can|could)(?: not|n['’]t|not) "
    r"(?P<verb>[a-z]+) (?P<what>[^,;]{3,60}?),? (?:while|whereas|but) "
    r"(?P<having>(?:an? |the )?[^,;]{3,50}?) (?:does|do|did|can|could)\.$"
)


def told_apart(text: str, material: Material) -> Side | None:
    """``A drone does not sting while a worker does`` asked for what only the one does."""
    found = _ONE_DOES.match(text)
    if found is None or not language.content_words(found["what"]):
        return None
    parts = (found["without"], found["having"])
    if any(_NO_CONTRAST.search(part) for part in parts) or LEANS.search(found["what"]):
        return None
    verb = language.tag(f"It will {found['verb']} it.")[2].tag
    if verb != "VVI":
        return None
    without, do = material.inside(found["without"]), found["do"]
    prompt = f"What {do} {found['having']} {found['verb']} that {without} {do} not?"
    return Side(CardKind.RECALL, prompt, closed(capitalised(found["what"])), _SCORE, side="apart")


def contrasted(said: str, before: str, material: Material) -> Side | None:
    """``Memory is not a recording. It's a story you rebuild.`` asked for what memory is instead."""
    found, side = _NOT_BUT.match(said), ""
    one = found["one"] if found else None
    if found is None:
        again = _IT_IS.match(said)
        found, side = (_NOT.match(utterances.plain(before)) if again and before else None), "both"
        one = again["one"] if again else None
    if found is None or one is None:
        return None
    parts = (found["what"], found["other"], one)
    if any(_NO_CONTRAST.search(part) for part in parts[:2]) or LEANS.search(one):
        return None
    if not speech.names_all(closed(f"{found['what']} {found['be']} {found['other']}"), material):
        return None
    if not language.content_words(one) or len(one.split()) > _LONGEST:
        return None
    what = material.inside(found["what"])
    prompt = according_to(f"What {found['be']} {what}, if not {found['other']}?", material)
    return Side(CardKind.RECALL, prompt, closed(capitalised(one)), _SCORE, side=side)
