"""A piece of advice that gives its reason, asked for it.

``Strap the water heater; falling contents injure more people than falling buildings.`` The advice
itself is mostly what anybody would say; why it is given is what is worth knowing.
"""

from __future__ import annotations

import re

from quizapp import language
from quizapp.generators.wordings import why_advised
from quizapp.material import Material
from quizapp.sentences import grammar
from quizapp.sentences.leaning import points_away
from quizapp.sentences.phrasing import capitalised, closed
from quizapp.sentences.rewriting import has_main_verb

_PARTED = re.compile(
    r"^(?P<what>[^;:–—.]{8,110}?)(?P<by>[;:.]| –| —|,? because|,? since) (?P<why>[^;:]{15,})$"
)
_LONGEST, _LEAST = 20, 4
"""Words of what is advised, and of a reason at least."""
SUPPOSES = frozenset("suppose imagine consider picture assume recall".split())
"""What opens an example, and is no advice."""
_ORDERS = ("VVB", "VVI", "VDB", "VBI")
_TWO = re.compile(r"^(?:and|then|or|but|so|use|try|ask|make|take|do)\b", re.IGNORECASE)
"""What goes on with the advice instead of giving a reason."""
_LEANS = re.compile(r"\b(?:this|that|these|those|it|I|we|he|she|my|our)\b")


def why(text: str, material: Material) -> tuple[str, str] | None:
    """The question for why something is advised, and the reason; None where none is given."""
    found = _PARTED.match(text.strip().rstrip("."))
    if found is None:
        return None
    what, reason = found["what"].strip(), found["why"].strip()
    tokens = language.tag(what)
    if tokens and tokens[0].text.lower() in SUPPOSES:
        return None
    orders = bool(tokens) and (tokens[0].tag in _ORDERS or _NOT.match(what) is not None)
    if not orders or len(what.split()) > _LONGEST:
        return None
    if _LEANS.search(what) or _TWO.match(reason) or len(reason.split()) < _LEAST:
        return None
    if language.tag(reason)[0].tag in _ORDERS or not has_main_verb(closed(capitalised(reason))):
        return None  # "Sleep first; decide later"
    listed = found["by"] == ":" and grammar.clause(closed(capitalised(reason))) is None
    if listed or re.match(r"(?:[\w’'-]+ ){1,4}(?:she|he|they|you|we) \w+,", reason):
        return None  # "The name she likes, the music"
    if found["by"] == "." and not _is_a_reason(reason, material):
        return None
    if points_away(what) or re.search(r"\byou['’]|\bhowever\b", f"{what} {reason}"):
        return None
    return why_advised(_told(what), material), closed(capitalised(reason))


def _is_a_reason(sentence: str, material: Material) -> bool:
    """Whether a sentence right behind advice can be its reason: it claims something of itself."""
    if _GOES_ON.match(sentence) or material.names.mentions(sentence):
        return False
    verb = next((t for t in language.tag(sentence) if t.tag in language.FINITE_TAGS), None)
    if verb is None:
        return False
    return verb.tag not in ("VVD", "VBD", "VHD", "VDD") or _FOUND.search(sentence) is not None


_FOUND = re.compile(r"\b(?:trial|study|studies|experiment|survey)\b.*\b(?:found|showed)\b")
_GOES_ON = re.compile(
    r"(?:the (?!.*\b(?:trial|study|experiment|survey)\b)|this|that|these|those|it|its|they|their|"
    r"she|he|her|his|we|our|you|your|never|always|don['’]t|do not|even|also|then|so|but|and|or)\b",
    re.IGNORECASE,
)
"""What opens a sentence about the same thing, or another piece of advice."""
_NOT = re.compile(r"(?:don['’]t|do not|never) ", re.IGNORECASE)
_THEIRS = (
    (r"\byourself\b", "themselves"),
    (r"\byours\b", "theirs"),
    (r"\byour\b", "their"),
    (r"\byou are\b", "they are"),
    (r"\byou\b", "they"),
)


def _told(what: str) -> str:
    """``Don't open your hive`` as ``not to open their hive``."""
    forbidden = _NOT.match(what)
    bare = what[forbidden.end() :] if forbidden else what
    text = of_people(f"{bare[:1].lower()}{bare[1:]}")
    return f"not to {text}" if forbidden else f"to {text}"


def of_people(advice: str) -> str:
    """What is said to ``you`` as it is told of people: ``your hive`` as ``their hive``."""
    for yours, theirs in _THEIRS:
        advice = re.sub(yours, theirs, advice)
    return advice
