"""What follows from a case: ``If you only jog, you will be flat``."""

from __future__ import annotations

import re

from quizapp import language, speech
from quizapp.generators.drafting import Side
from quizapp.material import Material
from quizapp.model import CardKind
from quizapp.sentences import grammar
from quizapp.sentences.phrasing import capitalised, closed
from quizapp.speech.phrases import table, words

_SCORE = 0.45
"""Of what is told in passing."""
_IF = re.compile(
    r"^(?P<word>If|When|Once|Whenever|Unless) "
    r"(?P<case>(?:[^,]|(?<=\d),(?=\d)){15,110}?)(?:,(?: then)?|"
    r" then) (?P<what>[^,].{12,110})\.$"
)
_IF_YOU = re.compile(
    r"^(?P<word>If|When|Once|Whenever|Unless) (?P<case>[^,]{15,110}?) "
    r"(?P<what>(?:you|they|it)(?:['’](?:ll|re|s)| will| can| are| get| have| need|"
    r" do)\b.{8,110})\.$"
)
_CASE = 2
"""Content words of a condition that single out what follows from it."""
_OUTSIDE = table(
    {
        "taking up": (words("that this these those so and or but not which"),),
        "comparing": (r"it['’]s (?:like|as|nearly|about|almost|the|an?)",),
        "only saying that it is there": (r"there['’]s (?:a|no) \w+\.?$",),
    },
    before="^",
    after=r"\b",
)
"""What tells of something else than the case."""
_LATER_IF = re.compile(
    r"^(?P<what>(?!(?:It|They|This|That|There|He|She|We|And|But)\b)[A-Z][^,]{12,90}?) "
    r"(?P<word>once|if|unless|as soon as) (?P<case>[^,]{15,110})\.$"
)
"""``People will be impressed once machines earn money``: what happens once they do."""
_WOULD = re.compile(r"\bwould\b|\b(?:you|it|they|we|he|she)['’]d\b", re.IGNORECASE)
_OPEN_CASE = re.compile(r" if |\b(?:it|them|him|her|that|this|one|so|there)$", re.IGNORECASE)


def end(text: str) -> int:
    """Where the case ends that a sentence opens with; 0 where it opens with none."""
    found = _IF.match(text) or _IF_YOU.match(text)
    return found.end("case") if found is not None else 0


def follows(text: str, material: Material) -> Side | None:
    """``If you only jog, you will be flat`` asked for what happens if you only jog."""
    found = _IF.match(text) or _IF_YOU.match(text) or _LATER_IF.match(text)
    if found is None or _OUTSIDE.match(found["what"]) or _OPEN_CASE.search(found["case"]):
        return None
    case, what = found["case"], found["what"]
    own = set(language.content_stems(what)) - set(language.content_stems(case))
    denied = re.search(r"\b(?:not|never|no|nobody|nothing)\b|n['’]t\b", what)
    words = len(language.content_words(case))
    known = words > _CASE or (words == _CASE and material.aboutness(text) >= speech.ABOUT)
    if not known or not (own or denied):
        return None
    tokens = language.tag(case)
    if re.match(r"(?:it|its)\b", what, re.I) and not any(t.tag in ("NN1", "NN0") for t in tokens):
        return None
    if re.match(r"(?:they|their)\b", what, re.I) and not any(
        t.tag in ("NN2", "NN0") for t in tokens
    ):
        return None
    if grammar.clause(closed(capitalised(what))) is None and not re.match(
        r"(?:you|it|they)\b", what
    ):
        return None
    word = "when" if found["word"] == "Whenever" else found["word"].lower()
    happens = "would happen" if _WOULD.search(what) else "happens"
    prompt = f"What {happens} {word} {case}?"
    return Side(CardKind.RECALL, prompt, closed(capitalised(what)), _SCORE - 0.05, side="happens")
