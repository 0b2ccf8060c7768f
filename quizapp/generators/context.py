"""The heading that a sentence stood under, before a prompt that takes up no word of it.

A sentence taken from below its heading leaves what the heading says untold: ``Cook claimed 1908
and ____ 1909`` is plain only under ``Nobody can prove who reached the Pole first``.
"""

from __future__ import annotations

import re

from quizapp import language
from quizapp.generators import actors
from quizapp.material import Material
from quizapp.model import Section, SectionKind
from quizapp.sentences import titles
from quizapp.sentences.phrasing import capitalised

_HEADED = (
    SectionKind.IDEA,
    SectionKind.INSIGHT,
    SectionKind.HIGHLIGHT,
    SectionKind.TAKEAWAY,
)
_LONGEST, _WHOLE = 9, 35
"""Words of a heading that goes before a prompt; words of both."""
_ANSWER = 8
"""Words of an answer that a word of the heading gives away."""
_NAMES = re.compile(r"(?<=[a-z,_] )[A-Z][a-z]")
"""A prompt with a name of its own says whom or what it tells of."""
_WHY = re.compile(r"Why\b")
_INDEFINITE = re.compile(r"(?:An?|All|Each|Every|Both|One|Two|Three|Half|Most|Some|About|Around)\b")
"""How a sentence opens that tells more of the thing before it."""
_LEANS = re.compile(
    r"\b(?:this|that|these|those|it|its|they|them|their|he|she|his|her|him|we|our|us|you|your|I|"
    r"my|here|now|today|what|how(?! (?:many|much|often|long|far|big|fast|old|high|deep|large)\b)|"
    r"why)\b|[:?!“”\"()]",
    re.IGNORECASE,
)


def under(prompt: str, answer: str, section: Section, material: Material) -> str:
    """A prompt made of a sentence, under the heading of its section where it needs that.

    A label that stands before the prompt already comes first: ``Violins – Rings do not lie: …``.
    """
    whose = _whose(prompt, answer, section, material)
    if whose is not None:
        return whose
    heading = (section.heading or "").strip().rstrip(". ")
    if _WHY.match(material.subject.after(prompt)) and _NAMES.search(prompt):
        return prompt  # the heading is the reason: "Small defects: Why did the Silver Bridge fall?"
    if set(language.content_stems(heading)) & set(language.content_stems(prompt)):
        return dated(prompt, answer, section, material)
    fits = _can_stand_over(heading, answer, section, material)
    return _placed(heading, prompt, material) if fits else prompt


def dated(prompt: str, answer: str, section: Section, material: Material) -> str:
    """A prompt that tells of the past without a year, under a heading that has the year."""
    heading = (section.heading or "").strip().rstrip(". ")
    fits = _dates(heading, prompt) and _can_stand_over(heading, answer, section, material)
    return _placed(heading, prompt, material) if fits else prompt


def _can_stand_over(heading: str, answer: str, section: Section, material: Material) -> bool:
    """Whether a heading says by itself what its section tells of, and does not give the answer."""
    if section.kind not in _HEADED or not heading or len(heading.split()) > _LONGEST:
        return False
    if _LEANS.search(heading) or titles.is_label(heading) or material.names.mentions(heading):
        return False
    named = set(language.content_stems(heading))
    own = set(language.content_stems(answer))
    given = len(named & own)
    told = given and (len(answer.split()) <= _ANSWER or 4 * given >= len(own))
    return bool(named) and not told


def _dates(heading: str, prompt: str) -> bool:
    """Whether a heading has the year of what a prompt tells as past, and the prompt has none."""
    if not _YEAR.search(heading) or _YEAR.search(prompt):
        return False
    tags = [t.tag for t in language.tag(prompt) if t.tag in language.FINITE_TAGS]
    return bool(tags) and tags[0] in ("VVD", "VBD", "VHD", "VDD")


_YEAR = re.compile(r"\b1\d{3}\b|\b20\d\d\b")


def _whose(prompt: str, answer: str, section: Section, material: Material) -> str | None:
    """A prompt under whom or what its section tells of first, where it does not say so itself."""
    actor = actors.named(section, material)
    if actor is None or section.kind is SectionKind.QA or _NAMES.search(prompt):
        return None
    if not _INDEFINITE.match(material.subject.after(prompt)):
        return None  # it tells of another thing
    stems = set(language.content_stems(actor))
    if not stems or stems & set(language.content_stems(f"{prompt} {answer}")):
        return None
    made = _placed(capitalised(actor), prompt, material)
    return made if made != prompt else None


def _placed(context: str, prompt: str, material: Material) -> str:
    """A prompt with what it stands under before it, behind the episode's label if it has one."""
    bare = material.subject.after(prompt)
    label = prompt.removesuffix(bare).removesuffix(": ")
    told = set(language.content_stems(label)) & set(language.content_stems(context))
    made = f"{label} – {context}: {bare}" if label and not told else f"{context}: {bare}"
    return made if len(made.split()) <= _WHOLE else prompt
