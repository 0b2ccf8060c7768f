"""Recall cards: a question in words, an answer of a sentence or two, its point first.

Questions that people wrote are kept. A heading with text below becomes a question by the first
frame of a visible list that fits its grammar; a reason is asked only where the text gives one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from rapidfuzz import fuzz

from quizapp import language
from quizapp.generators import (
    actors,
    answers,
    claiming,
    events,
    findings,
    measures,
    points,
    questions,
)
from quizapp.generators.claim_frames import brief_reason
from quizapp.generators.cues import LEANS
from quizapp.generators.drafting import Side, drafted, modest
from quizapp.generators.headings import frames, relation
from quizapp.generators.interviewing import asked
from quizapp.generators.questions.plain import plainest
from quizapp.generators.sayings import REASONED, says_something
from quizapp.generators.wordings import is_meant, says_about
from quizapp.identity import fold
from quizapp.material import Material
from quizapp.material.statement import merged
from quizapp.model import CardKind, Note, Section, SectionKind, Source
from quizapp.sentences import grammar, titles
from quizapp.sentences.phrasing import capitalised, closed
from quizapp.sentences.platitudes import is_platitude
from quizapp.sentences.pronouns import in_third_person, is_in_own_words

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
_SAYS_ABOUT = 0.1
"""Of a question that any heading fits: the last that a section takes in."""
_MEANT = 0.85
"""Of one that asks what a heading means, beside those that say what they ask for."""
_STORY = 0.8
"""The same of one that asks for a story: readers keep three in five."""
_SAYS_OF = 0.15
"""Of one that names what its section tells of."""
_SAME_SECTION = 75
_BRIEF = 12
"""Words of a text that may say nothing at all: ``The brain is an amazing organ.``"""


def notes(material: Material) -> Iterator[Note]:
    """A note for each question with its answer, and for each heading with its text."""
    for section, sources in _once(material):
        side = _question(section, material) or _heading(section, material)
        if side is not None:
            yield drafted("section", material, section, "recall", sources, (side,))
    for section in material.sections:
        if section.heading is None and section.kind in _TITLED:
            side = points.advised(section, material)
            if side is None and (headed := points.headed(section)) is not None:
                side = _heading(headed, material)
                side = None if side is not None and _fits_any(side, material) else side
            side = side or points.side(section, material)
            if side is not None:
                source = material.passages.source(section)
                yield drafted("point", material, section, "recall", (source,), (side,))


def _fits_any(side: Side, material: Material) -> bool:
    """Whether a question would fit any point: what is said of it, or meant by it."""
    return any(
        says_about(asked, material) or is_meant(asked)
        for asked in (side.prompt, side.prompt.partition(": ")[2])
    )


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
    text = material.denials.left(section.text)
    answer, rest = _in_words(text, question.prompt, material)
    if answers.is_small_talk(section.text) or _says_little(section, material):
        return None
    score = _WEIGHT[section.kind] - 0.05 * question.rewritten
    if _is_of_own_life(section.text, question.prompt, material):
        score *= _OWN_LIFE
    return Side(CardKind.RECALL, question.prompt, answer, score, explanation=rest)


_FIRST_PERSON = re.compile(r"\b(?:I|my|me|mine|myself)\b(?!\s?\))")
_OWN_LIFE = 0.6
"""Of a question about what the guest went through or does: it comes after what holds of all."""


def _is_of_own_life(text: str, prompt: str, material: Material) -> bool:
    """Whether a guest asked about their own doings tells of themselves, first and mostly."""
    told = [s for s in language.sentences(text) if len(s.split()) > _FEW_WORDS]
    own = sum(bool(_FIRST_PERSON.search(s)) for s in told)
    asked_of = prompt.partition(" to the question ")[2] or prompt
    of_guest = material.names.mentions(asked_of) or re.search(r"\byour?\b", asked_of) is not None
    first = bool(told) and _FIRST_PERSON.search(told[0]) is not None
    return of_guest and first and own >= _MOSTLY * len(told)


_FEW_WORDS, _MOSTLY = 3, 0.5


def _in_words(text: str, question: str, material: Material) -> tuple[str, str | None]:
    """An answer and what is left over: told of the guest, or quoted where that would be clumsy."""
    if not is_in_own_words(text, material.names):
        return answers.led(in_third_person(text, material.names), question)
    answer, rest = answers.led(text, question)
    return f"“{answer}”", f"“{rest}”" if rest else None


def _says_little(section: Section, material: Material) -> bool:
    """Whether a section says what could be said of anything; of many pages, all is asked."""
    return not material.are_many and is_platitude(
        section.text, material.names, section.heading or ""
    )


def _heading(section: Section, material: Material) -> Side | None:
    if section.kind is SectionKind.QA:
        return None
    heading = (section.heading or "").strip()
    if not re.search(r"[^\W\d_]", heading) or _is_title(heading, material):
        return None
    if _OF_THE_WRITER.search(heading):
        return None  # "My one complaint"
    if _says_little(section, material):
        return None
    if all(claiming.encourages(s) for s in language.sentences(section.text)):
        return None  # that listeners are encouraged is nothing to remember
    text = _without_quotes(section.text, material)
    counted = measures.asked(heading, text, material)
    if counted is not None:
        return replace(counted, score=_WEIGHT[section.kind])
    opened = _opening_question(text, heading, material)
    if opened is not None:
        return opened
    answer, rest = answers.told_under(heading, text, material)
    brief = brief_reason(heading)
    if brief is not None:
        answer, rest = closed(capitalised(brief[1])), section.text
    for prompt in frames(heading, section, material):
        if says_about(prompt, material) or is_meant(prompt):
            told = _story(section, material)
            if told is not None:
                return told
        deed = actors.deed(section, material) if is_meant(prompt) else None
        if deed is not None:
            told_of, left = answers.led(text, "")
            weight = _WEIGHT[section.kind]
            return Side(CardKind.RECALL, deed, told_of, weight, explanation=left)
        if is_meant(prompt) and _is_the_pages(heading, section, material):
            return None
        if prompt.startswith("Why ") and not REASONED.search(section.text):
            backed = _told(events.backing(section, material), section)
            if backed is not None:
                return backed
        if says_about(prompt, material):
            if questions.asks(section, material):
                return None  # a statement of the section is asked better
            named = _plainly(section, heading, text, material)
            if named is not None:
                return named
        if prompt.startswith("What evidence is there "):
            answer, rest = answers.told_under(heading, text, material, shown=True)
            if rest and not answers.has_result(answer):
                answer, rest = answers.told_under(heading, text, material)
                continue  # how it was tried is no evidence yet
        if prompt.startswith("What follows from "):
            answer = capitalised(_FOLLOWS.sub("", answer).replace(", and why ", ", and "))
        if _OF_SOMEBODY.match(answer) and not _is_of_the_guest(answer, heading, material):
            return None
        if len(prompt.split()) <= 35:
            answer = _with_subject(answer, prompt)
            kind, score = _framed(prompt, heading, section, material)
            return Side(kind, prompt, answer, score, explanation=rest)
    return None


def _is_the_pages(heading: str, section: Section, material: Material) -> bool:
    """Whether a heading is a word of every day, or a picture that nobody in the talk has used."""
    written = section.path in material.written and section.kind is SectionKind.HIGHLIGHT
    return written or _is_plain_thing(heading)


def _is_plain_thing(heading: str) -> bool:
    """Whether a heading is one word of every day, with its article or without."""
    words = heading.removeprefix("The ").split()
    return len(words) == 1 and language.zipf(words[0].lower()) > _PLAIN


_PLAIN = 3.6
"""A more common word (Zipf) stands over anything."""
_OF_THE_WRITER = re.compile(r"\b(?:I|I['’](?:m|d|ve|ll)|[Mm]y|me)\b(?![^“”]{0,200}”)")
"""What a page's writer thinks is nothing that the talk has told."""
_OF_SOMEBODY = re.compile(r"(?:He|She|His|Her)\b")


def _with_subject(answer: str, prompt: str) -> str:
    """``Leaves out food and energy.`` with ``It`` before it, where it says what a thing is."""
    found = re.match(r"What (is|are) ", prompt)
    if found is None or grammar.clause(answer) is not None:
        return answer
    it, tag = ("It", "VVZ") if found[1] == "is" else ("They", "VVB")
    whole = f"{it} {answer[:1].lower()}{answer[1:]}"
    tags = [t.tag for t in language.tag(whole)][1:3]
    return whole if tags[:1] == [tag] and tags[1:] and tags[1] in _DONE_TO else answer


_DONE_TO = ("AT0", "DPS", "DT0", "AVP", "AV0", "CRD")
"""What opens what something is done to; no ``of`` or ``that``, as after a plural."""


def _is_of_the_guest(answer: str, heading: str, material: Material) -> bool:
    """Whether an answer that opens with ``He`` may tell of the guest, or of whom a heading names.

    ``He forbade it to his wife``: the section before has his name.
    """
    own = "he" if re.match(r"H(?:e|is)\b", answer) else "she"
    named = any(t.tag == "NP0" for t in language.tag(heading))
    return named or material.names.pronoun == own or material.names.mentions(answer)


def _story(section: Section, material: Material) -> Side | None:
    """What was tried or done, told by a section under a picture, asked for what came of it."""
    return _told(findings.asked(section, material) or events.asked(section, material), section)


def _told(found: tuple[str, str, str | None] | None, section: Section) -> Side | None:
    if found is None:
        return None
    prompt, answer, rest = found
    return Side(CardKind.RECALL, prompt, answer, _WEIGHT[section.kind], explanation=rest)


def _plainly(section: Section, heading: str, text: str, material: Material) -> Side | None:
    """A section under a picture asked for the first thing that it tells of."""
    plain = plainest(section, material)
    if plain is not None:
        return replace(plain, score=_WEIGHT[section.kind])
    prompt = next(iter(actors.questions(section, heading, material)), None)
    if prompt is None:
        return None
    answer, rest = answers.led(text, "")
    bare = prompt.partition(": ")[2]  # behind the heading
    score = modest(_SAYS_OF) if says_about(bare, material) else _WEIGHT[section.kind]
    return Side(CardKind.RECALL, prompt, answer, score, explanation=rest)


def _framed(
    prompt: str, heading: str, section: Section, material: Material
) -> tuple[CardKind, float]:
    """Of what kind the question of a heading is, and its score."""
    means = titles.is_meaning(section.text, material.names)
    meant = is_meant(prompt) and not means
    named = is_meant(prompt) or prompt.startswith(("What is ", "What are "))
    named = named or len(section.text.split()) <= _BRIEF
    empty = named and not means and not says_something(section, material)
    if empty or says_about(prompt, material):
        return CardKind.RECALL, modest(_SAYS_ABOUT)
    if meant:
        story = prompt.startswith("What is the story")
        clear = (_STORY if story else _MEANT) * _WEIGHT[section.kind]
        return CardKind.RECALL, modest(_SAYS_ABOUT) if LEANS.search(heading) else clear
    related = relation(heading, section, material) is not None
    kind = CardKind.DEFINITION if _DEFINES.match(prompt) and not related else CardKind.RECALL
    return kind, _WEIGHT[section.kind]


def _opening_question(text: str, heading: str, material: Material) -> Side | None:
    """The question that a text below a heading opens with, answered by what comes after it."""
    first, *others = language.sentences(text) or [""]
    if (
        not first.endswith("?")
        or not _BEGINS.match(first)
        or heading.endswith("?")
        or len(first.split()) < _ASKED
        or not others
    ):
        return None
    told = " ".join(others)
    question = asked(first, material, told)
    if question is None:
        return None
    answer, rest = _in_words(told, question.prompt, material)
    return Side(CardKind.RECALL, question.prompt, answer, _OPENED, explanation=rest)


_BEGINS = re.compile(
    r"(?:(?:So|But|And|Then|Now),? )?(?:how|what|why|when|where|who|whose|which|is|are|was|were|do|"
    r"does|did|can|could|will|would|should|has|have|had|if|in what|to what|at what|for how)\b",
    re.IGNORECASE,
)
"""What opens a question: ``Economists ask two things: can …?`` tells one."""
_ASKED, _OPENED = 6, 0.8
_TITLE_WORDS = 4


def _is_title(heading: str, material: Material) -> bool:
    """Whether a heading is the episode's own title, whatever stands behind it."""
    texts = (material.names.title, heading)
    title, own = (fold(re.split(r"[:(|]", text)[0]) for text in texts)
    return len(own.split()) >= _TITLE_WORDS and own == title


_FOLLOWS = re.compile(
    r"^(?:This|That|It) (?:is why|is the reason (?:why )?|explains why|means that) ", re.IGNORECASE
)


def _without_quotes(text: str, material: Material) -> str:
    """A section's text without the quotations in it that are quote sections of their own."""
    plain = " ".join(text.split())
    for quote in material.sections:
        said = " ".join(quote.text.split())
        if quote.kind is SectionKind.QUOTE and said in plain:
            left = re.sub(rf":?\s*[“\"]?{re.escape(said)}[”\"]?", ".", plain)
            plain = re.sub(r"\s*\.(?:\s*\.)+", ".", left).strip()
    return plain if language.content_words(plain) else text


_DEFINES = re.compile(r"What is meant by “|What (?:is|are) .+, according to ")
