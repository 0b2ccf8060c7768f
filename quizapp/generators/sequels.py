"""What somebody did, told as the page tells it, and asked for what came of it.

``Melbourne gave its trees addresses in 2013. What came of it?`` A heading over a story is mostly a
picture of the page's own, that nobody can answer by; how the story begins is plain. Only a
beginning that names somebody or something and stands alone is told, and only what takes it up and
goes on with it is asked for.
"""

from __future__ import annotations

import re

from quizapp import grammar, language
from quizapp.claims import is_empty
from quizapp.generators import answers
from quizapp.leaning import about_the_page, opens_leaning, points_away
from quizapp.material import Material
from quizapp.model import Section
from quizapp.phrasing import closed, tidy
from quizapp.pronouns import resolved
from quizapp.referents import is_bare
from quizapp.strangers import strangers

_SHORTEST, _LONGEST = 8, 27
"""Words of a beginning."""
_TOLD = 6
"""Words of what came of it, at least."""
_FIRST = 2
"""Sentences of a section among which its story begins."""
CAME, THEN = "What came of it?", "What happened then?"
"""What is asked after a beginning."""
_AGAINST = re.compile(
    r"(?:But|Yet|However|Instead|Nevertheless|Nobody|None|Only)\b|[^.]*\binstead\b"
)
_FOLLOWS = re.compile(
    r"(?:So|As a result|Therefore|The result|The effect|The outcome)\b|"
    r"(?:This|That) (?:led|meant|made|cost|saved|ended|brought|gave|showed|proved|opened|started)\b"
)
_ASIDE = re.compile(
    r"(?:Then as now|Instead of|This|That)\b(?! (?:led|meant|made|cost|saved|ended|"
    r"brought|gave|showed|proved|opened|started)\b)"
)
"""What tells of something beside."""
_LATER = re.compile(
    r"(?:Within|After|Soon|Then|Later|Afterwards|A|Two|Three|Four|Five|Six|Ten|Twenty|The)\b"
    r"[^,.]{0,30}\b(?:later|afterwards|within|soon|then|next|following)\b|"
    r"(?:Then|Soon|Afterwards|Within|After)\b"
)
_BACK = re.compile(
    r"\b(?:earlier|before|ago|already|at the time|as an? (?:child|boy|girl|student)|had|until then|"
    r"previously|formerly|originally)\b"
)
"""What tells of what was before."""
_OF_THEM = re.compile(
    r"(?:He|She|They|It|His|Her|Their|Its)\b(?!(?: [\w’'-]+){0,3} (?:used|contained|carried|"
    r"translated|took|married|lived|believed|thought|knew|loved|liked|wore|spoke|weighed|measured|cost)\b)"
)
_THE = re.compile(r"The [a-z]+\b")
_TOLD_OF = frozenset(
    "find show reason argue believe think claim say note report conclude suggest propose write "
    "fall know want love like".split()
)
"""What is no deed of which anything could come."""
_DENIED = re.compile(r"\b(?:no|never|not|nobody|none)\b", re.IGNORECASE)
_EXPLAINS = re.compile(
    r"^[^,;]*\b(?:explanation|reason|theory|idea|view|account) \b[^,;]* (?:is|was)\b"
)
"""What only explains how it came about."""
_DESCRIBES = re.compile(
    r"(?:It|They) (?:was|were|had been) (?:built|made|written|published|drawn|named|called|founded|"
    r"designed|a|an|the)\b|"
    r"(?:He|She|They|It) (?:did not|didn['’]t|never) (?:know|see|understand|realise|realize|notice)"
)
"""What only describes it, or tells what was not known."""
_NO_STORY = re.compile(r"\b(?:was|were|is|are) (?:born|known|called|named|famous|fond)\b")


def asked(section: Section, material: Material) -> tuple[str, str, str | None] | None:
    """The question, the answer and what is left over of a section that tells a story.

    None where its beginning does not stand alone in one sentence, or where nothing goes on from it.
    """
    sentences = language.sentences(section.text)
    for at, sentence in enumerate(sentences[: min(_FIRST, len(sentences) - 1)]):
        if is_bare(sentence, section, material):
            continue
        begun = _begun(sentence, material)
        if begun is None:
            continue
        question = _question(sentences[at + 1])
        if question is None:
            return None
        answer, left = answers.led(" ".join(sentences[at + 1 :]), "")
        if about_the_page(answer, material.names) or is_empty(answer):
            return None
        rest = " ".join(filter(None, (*sentences[:at], left))) or None
        return f"{closed(begun)} {question}", answer, rest
    return None


def _begun(sentence: str, material: Material) -> str | None:
    """A sentence with which a story begins, as it stands alone; None for any other."""
    text = tidy(sentence)
    if opens_leaning(text) or points_away(text) or about_the_page(text, material.names):
        return None
    if not _SHORTEST <= len(text.split()) <= _LONGEST or _NO_STORY.search(text):
        return None
    alone = resolved(text, material.names)
    if alone is None or alone.endswith("?") or material.names.mentions(alone):
        return None
    tokens = language.tag(alone)
    verb = next((t for t in tokens if t.tag in language.FINITE_TAGS), None)
    if verb is None or verb.tag not in ("VVD", "VBD", "VHD"):
        return None
    if verb.tag == "VBD" and not any(t.tag in ("VVN", "VVG") for t in tokens):
        return None  # what was so is no story
    if verb.lemma.lower() in _TOLD_OF or _DENIED.search(alone):
        return None
    named = any(t.tag == "NP0" for t in tokens)
    if len({name.split()[-1] for name in strangers(alone, (), ())}) > 1:
        return None  # whose doing is told then?
    return alone if named else None


def _question(after: str) -> str | None:
    """What is asked after a beginning, by how the sentence ``after`` it goes on."""
    if len(after.split()) < _TOLD or after.endswith("?"):
        return None
    if _EXPLAINS.match(after) or _DESCRIBES.match(after):
        return None
    if _LATER.match(after) and not re.search(r"\b(?:earlier|before|ago)\b", after):
        return THEN if any(t.tag in _PAST for t in language.tag(after)) else None
    if _BACK.search(after):
        return None
    verb = next((t for t in language.tag(after) if t.tag in language.FINITE_TAGS), None)
    if verb is None or verb.tag not in ("VVD", "VDD", "VBD"):
        return None
    if verb.tag == "VBD" and not _BEFELL.match(after[verb.end :]):
        return None  # what was so did not come of it
    if _ASIDE.match(after) or any(t.tag == "NP0" for t in language.tag(after)[:5]):
        return None  # "His grandson Lorenzo": another's story
    if _AGAINST.match(after) or _FOLLOWS.match(after):
        return CAME
    if _OF_THEM.match(after):
        return CAME
    if not _THE.match(after) or re.search(r"(?<=[a-z] )[A-Z]|\d{4}", after.split(",")[0]):
        return None
    return CAME if grammar.clause(after) is not None else None


_PAST = ("VVD", "VDD", "VBD", "VHD")
_BEFELL = re.compile(
    r" (?:soon |promptly |quickly |later )?(?:killed|arrested|executed|fired|dismissed|rejected|"
    r"refused|sacked|banned|expelled|defeated|destroyed|ruined|ignored|laughed|copied|adopted|approved|"
    r"forgotten|abandoned|shelved|withdrawn|cancelled)\b"
)
"""What somebody or something met with."""
