"""Recall cards: a question in words, an answer of a sentence or two, its point first.

Questions that people wrote are kept. A heading with text below becomes a question by the first
frame of a visible list that fits its grammar; a reason is asked only where the text gives one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from quizapp import language
from quizapp.generators.drafting import Side, drafted
from quizapp.generators.headings import frames
from quizapp.generators.interviewing import asked
from quizapp.identity import fold
from quizapp.material import Material, merged
from quizapp.model import CardKind, Note, Section, SectionKind, Source
from quizapp.rewriting import capitalised, tidy

_ANSWER_WORDS = 60
_TITLED = (
    SectionKind.IDEA,
    SectionKind.INSIGHT,
    SectionKind.HIGHLIGHT,
    SectionKind.TAKEAWAY,
)
_WEIGHT = {
    SectionKind.QA: 0.95,
    SectionKind.IDEA: 0.9,
    SectionKind.INSIGHT: 0.75,
    SectionKind.HIGHLIGHT: 0.75,
    SectionKind.TAKEAWAY: 0.7,
}
_TELLS_OF = re.compile(
    r"^the (?:conversation|discussion|episode|podcast|interview)\s+(?:also\s+)?\w+s\s+"
    r"(?:on\s+|upon\s+)?",
    re.IGNORECASE,
)
_SAME_SECTION = 75


def notes(material: Material) -> Iterator[Note]:
    """A note for each question with its answer, and for each heading with its text."""
    for section, sources in _once(material):
        side = _question(section, material) or _heading(section, material)
        if side is not None:
            yield drafted("section", material, section, "recall", sources, (side,))


def _once(material: Material) -> Iterator[tuple[Section, tuple[Source, ...]]]:
    """The sections that recall cards come from; near-equal ones of several pages together."""
    taken: list[tuple[Section, tuple[Source, ...]]] = []
    for section in material.sections:
        if section.heading is None or section.kind not in (*_TITLED, SectionKind.QA):
            continue
        source = material.passages.source(section)
        twin = next((i for i, (s, _) in enumerate(taken) if _same(s, section)), None)
        if twin is None:
            taken.append((section, (source,)))
        else:
            taken[twin] = (taken[twin][0], merged(taken[twin][1], (source,)))
    return iter(taken)


def _same(a: Section, b: Section) -> bool:
    """Whether two sections ask or claim the same under the same name."""
    if a.kind is b.kind and a.path == b.path and a.line_start == b.line_start:
        return True
    heads = fuzz.token_sort_ratio(fold(a.heading or ""), fold(b.heading or ""))
    if heads < 90:
        return False
    is_question = SectionKind.QA in (a.kind, b.kind)
    texts = fuzz.token_set_ratio(fold(a.text), fold(b.text))
    return a.kind is b.kind if is_question and texts < _SAME_SECTION else texts >= 45


def _question(section: Section, material: Material) -> Side | None:
    if section.kind is not SectionKind.QA:
        return None
    question = asked(section.heading or "", material, section.text)
    if question is None:
        return None
    answer, rest = led(section.text, question.prompt)
    score = _WEIGHT[section.kind] - 0.05 * question.rewritten
    return Side(CardKind.RECALL, question.prompt, answer, score, explanation=rest)


def _heading(section: Section, material: Material) -> Side | None:
    if section.kind is SectionKind.QA:
        return None
    heading = (section.heading or "").strip()
    answer, rest = led(section.text)
    for prompt in frames(heading, section, material):
        if len(prompt.split()) <= 35:
            return Side(CardKind.RECALL, prompt, answer, _WEIGHT[section.kind], explanation=rest)
    return None


def led(text: str, question: str = "") -> tuple[str, str | None]:
    """An answer that starts with its point, of one or two sentences, and what is left over.

    A first sentence that only says yes, or that a thing was talked about, does not count as the
    point when another follows.
    """
    parts = [p for p in language.sentences(text) if p]
    if not parts:
        return text, None
    if len(parts) > 1 and _FILLER.fullmatch(parts[0]):
        parts = parts[1:]
    telling = [p for p in parts if _only_tells(p)]
    parts = [p for p in parts if p not in telling] or telling[:1]
    parts = _focused(parts, question)
    taken = parts[:1]
    for sentence in parts[1:2]:
        if len(" ".join([*taken, sentence]).split()) <= _ANSWER_WORDS:
            taken.append(sentence)
    rest = " ".join(parts[len(taken) :])
    answer = " ".join(taken)
    return capitalised(_pointed(answer)), rest or None


_FILLER = re.compile(
    r"(?:yes|yeah|yep|sure|well|right|okay|absolutely|definitely|of course|exactly|"
    r"(?:that's )?(?:a )?(?:good|great|interesting) question)\W*",
    re.IGNORECASE,
)
_FOCUS = re.compile(
    r"\bwhat (?:is|are|was|were) (?:the |an? )?(?:[\w.'’-]+['’]s (?:main |own )?)?(?P<noun>\w+)",
    re.IGNORECASE,
)


def _focused(parts: list[str], question: str) -> list[str]:
    """The sentences with the one first that takes up what is asked for: ``what was her doubt``."""
    found = _FOCUS.search(question)
    if found is None:
        return parts
    wanted = language.stem(found["noun"])
    for i, part in enumerate(parts[:3]):
        if wanted in language.content_stems(part):
            return [*parts[i:], *parts[:i]]
    return parts


def _only_tells(sentence: str) -> bool:
    if re.search(
        r"\b(?:is|are) (?:also )?(?:mentioned|discussed|explored|highlighted)\b", sentence
    ):
        return True
    return bool(_TELLS_OF.match(sentence)) and not re.search(r"\bthat\b", sentence)


def _pointed(answer: str) -> str:
    opened = re.sub(r"^(?:Well|So|Yeah|Okay|Right),\s+", "", answer)
    told = _TELLS_OF.match(answer)
    if told and re.match(r"(?:the|how|that|a|an)\b", answer[told.end() :]):
        opened = re.sub(r"^that\s+", "", answer[told.end() :])
    return tidy(opened) if opened != answer else answer
