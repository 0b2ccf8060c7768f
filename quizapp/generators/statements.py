"""Cards from statements: one note each, with the sides that suit it.

A section yields its best cards, not all that its words allow, and the sides of one statement ask
for different things in it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from quizapp import language, speech, turning
from quizapp.blanks import Blank, blanks, singled_out
from quizapp.generators import choice, cloze, findings, questions, talk, true_false
from quizapp.generators.drafting import Side, drafted, modest
from quizapp.material import Material, facts
from quizapp.material.statement import Statement, merged
from quizapp.model import CardKind, Note, Section, SectionKind
from quizapp.sentences.claims import is_empty, names_its_subject
from quizapp.turning import Turned

_FOUND = 0.65
_A_SECTION = 4
"""Statements of one section that become notes, the best ones."""
_CLOZE_WORDS = 8
"""Words of a statement that leave enough around a blank to tell what is meant."""
_SURE = 0.3
"""How good a statement must be to be asked as it is."""
_BLANKS = 2
"""Blanks of one statement that are asked, on different days; a strong one may be the third."""
_STRONG = 0.36
_WEAK_BLANK = 0.27
"""A blank below this is not worth asking."""


@dataclass(frozen=True, slots=True)
class _Judged:
    """A statement for true or false, and its false form where it has one."""

    statement: Statement
    false: Turned | None
    plain: bool = False


def notes(material: Material) -> Iterator[Note]:
    """A note for each fact that is worth one, with the sides that its statements have."""
    chosen = _best(material.statements)
    judged = _judged(chosen, material)
    for fact in facts.grouped(chosen, material):
        sides = list(_apart(fact, judged, material))
        if sides:
            first = fact[0]
            sources = merged(first.sources, [s for told in fact[1:] for s in told.sources])
            yield drafted("statement", material, first.section, first.text, sources, sides)


def spoken(material: Material) -> Iterator[Note]:
    """A note for each sentence of the talk that is worth one, and that no page tells already."""
    written = _best(material.statements)
    said = speech.statements(material)
    for fact in facts.grouped([*written, *said], material):
        fresh = [s for s in fact if s in said]
        if len(fresh) == len(fact):
            first = fresh[0]
            made = (*talk.sides(first, material), *_sides(first, None, material, said=True))
            sides = list(talk.placed(made, material))
            if sides:
                yield drafted(
                    "talk",
                    material,
                    first.section,
                    first.text,
                    first.sources,
                    sides,
                    tag="transcript",
                )


def _apart(
    fact: Sequence[Statement], judged: Mapping[str, _Judged], material: Material
) -> Iterator[Side]:
    """The sides of all statements of a fact that ask for different things, once each."""
    taken: list[Side] = []
    for i, statement in enumerate(fact):
        others = [s for one in fact if one is not statement for s in one.sources]
        for side in _sides(statement, judged.get(statement.text), material):
            if i and any(_alike(side, one) for one in taken):
                continue
            told = (statement.section, statement.text)
            taken.append(replace(side, sources=merged(statement.sources, others), told=told))
    yield from taken


def _alike(a: Side, b: Side) -> bool:
    """Whether two sides of one fact ask for the same: one judgement, or one answer."""
    if CardKind.TRUE_FALSE in (a.kind, b.kind):
        return a.kind is b.kind
    one, other = set(language.content_stems(a.answer)), set(language.content_stems(b.answer))
    return a.kind is b.kind and (one <= other or other <= one)


def _best(statements: Sequence[Statement]) -> list[Statement]:
    """The best of each section, in the order of the pages."""
    per_section: Counter[tuple[str, int]] = Counter()
    taken = set()
    for statement in sorted(statements, key=lambda s: -s.score):
        place = (statement.section.path, statement.section.line_start)
        if per_section[place] < _A_SECTION:
            per_section[place] += 1
            taken.add(statement.text)
    return [s for s in statements if s.text in taken]


def _sides(
    statement: Statement, judged: _Judged | None, material: Material, *, said: bool = False
) -> Iterator[Side]:
    """What a statement is asked for; one that was ``said`` in the talk stands under no heading."""
    sets_up = not statement.is_heading and findings.is_tried(statement.text, material)
    if sets_up:
        found_out = findings.asked(statement.section, material)
        if found_out is not None and found_out[0].startswith(statement.text):
            prompt, answer, rest = found_out
            yield Side(CardKind.RECALL, prompt, answer, _FOUND, side="result", explanation=rest)
            return  # how it was sought is nothing to remember without what was found
    empty = is_empty(statement.text)
    told = not (said or material.are_many) and statement.section.kind in _TELLING
    asked = tuple(questions.sides(statement, material))
    yield from (_by_the_way(s) if told else s for s in asked)
    if _is_slogan(statement) or (sets_up and not material.are_many):
        return
    found = blanks(statement, material)
    if empty:
        good = [b for b in found if names_its_subject(statement.text, b.phrase.end)]
    else:
        good = [b for b in found if b.score >= _WEAK_BLANK]
    best: list[Blank] = []
    if len(statement.text.split()) >= _CLOZE_WORDS:
        fit = [b for b in good if singled_out(statement, b, material) and not _asked(b, asked)]
        fit.sort(key=lambda b: not _is_quantity(b))
        best = fit[:_BLANKS]
        if not any(_is_quantity(b) for b in fit):
            best += [b for b in fit[_BLANKS : _BLANKS + 1] if b.score >= _STRONG]
        clozes = (cloze.side(statement, blank, material) for blank in best)
        yield from (_by_the_way(s) if told else s for s in clozes)
    fresh = sorted(good, key=lambda b: b in best)
    choices = (choice.side(statement, blank, material) for blank in fresh)
    yield from islice((made for made in choices if made is not None), 1)
    if judged is not None:
        yield true_false.side(statement, judged.false, material.names, plain=judged.plain)


def _by_the_way(side: Side) -> Side:
    """A side of a sentence that a story goes through: little, but for its terms and figures."""
    if side.kind in (CardKind.DEFINITION, CardKind.NUMBER):
        return side
    return replace(side, score=modest(side.score))


_TELLING = (SectionKind.HIGHLIGHT, SectionKind.SUMMARY)
"""Sections that go through a talk: by itself one sentence of theirs is a detail of a story, of
which only the figures are worth asking. Of other questions of it readers kept one in three."""


def has_blank(section: Section, material: Material) -> bool:
    """Whether a statement of a section is asked with a good blank in it."""
    return any(
        blank.score >= _STRONG and singled_out(statement, blank, material)
        for statement in material.statements
        if statement.section is section and len(statement.text.split()) >= _CLOZE_WORDS
        for blank in blanks(statement, material)
    )


_QUANTITY = re.compile(r"\d")
_YEAR = re.compile(r"(?:1[0-9]|20)\d\d")


def _is_quantity(blank: Blank) -> bool:
    """Whether a blank is a figure, and no year: what most is to be remembered of a sentence."""
    return bool(_QUANTITY.search(blank.text)) and not _YEAR.fullmatch(blank.text)


_SHORT_ANSWER = 5
"""Words; a question with so short an answer and a blank for it ask the same."""


def _asked(blank: Blank, sides: Sequence[Side]) -> bool:
    """Whether a question of the same statement has (about) the blank for its answer."""
    own = set(language.content_stems(blank.text))
    return any(
        len(side.answer.split()) <= _SHORT_ANSWER
        and own <= set(language.content_stems(side.answer))
        for side in sides
    )


_SLOGAN = 6
"""Words with a meaning of a heading that says enough to be blanked, or judged, by itself."""


def _is_slogan(statement: Statement) -> bool:
    """Whether a statement is a heading too short for more than the question that it becomes."""
    return statement.is_heading and len(language.content_words(statement.text)) < _SLOGAN


def _judgeable(text: str) -> bool:
    """Whether a statement claims something that can be true or false: what mattered counts."""
    if _TELLS_OF.search(text):
        return False  # what the talk is about, not what is told in it
    return not is_empty(text) or names_its_subject(text, 1)


_TELLS_OF = re.compile(
    r"\b(?:explain|discusse?|explore|describe|reveal|trace|cover|unpack|show|tell)s? "
    r"(?:why|how|what|where|when|who)\b"
)


def _judged(statements: Sequence[Statement], material: Material) -> dict[str, _Judged]:
    """The statements asked as true or false: those that can be turned, and as many as they are.

    A statement that can be turned is turned; the best of the others, that claim something, are
    shown as they are, so that true and false keep the balance.
    """
    fit = [s for s in statements if len(s.text.split()) <= turning.LONGEST]
    fit = [s for s in fit if not _is_slogan(s) and ";" not in s.text]
    fit = sorted((s for s in fit if _judgeable(s.text)), key=lambda s: (-s.score, s.text))
    turned = {s.text: turning.false_form(s, material) for s in fit}
    false = [s for s in fit if turned[s.text] is not None]
    true = [s for s in fit if turned[s.text] is None and _is_sure(s)]
    true.sort(key=lambda s: not _has_detail(s))
    true += [false.pop() for _ in range((len(false) - len(true)) // 2)]
    kept = (*false, *true[: max(len(false) + 1, 3 * len(false) // 2) if false else 0])
    return {
        s.text: _Judged(
            s,
            turned[s.text] if s in false else None,
            plain=s not in false
            and turned[s.text] is None
            and (s.is_heading or not _has_detail(s)),
        )
        for s in kept
    }


_DENIES = re.compile(
    r"\b(?:is|are|was|were|do|does|did|has|have|had|can|could)(?: not|n['’]t)\b(?! only)"
)
"""What denies a thing in so many words is seldom shown where it is false."""
_DETAIL = re.compile(
    r"\d|\b(?:without|only|rather than|instead of|less|fewer|more|least|than|but|not|never|before|"
    r"after|first|then|unlike|while|whereas|no longer)\b"
)
_LONG_ENOUGH = 8
"""Words of a sentence that can be shown as it is; a shorter one is a headline."""


def _is_sure(statement: Statement) -> bool:
    """Whether a sentence can be shown as it is: it claims something, and is no mere headline."""
    long_enough = len(statement.text.split()) >= _LONG_ENOUGH
    if _DENIES.search(statement.text):
        return False
    return long_enough and statement.score >= _SURE and not is_empty(statement.text)


def _has_detail(statement: Statement) -> bool:
    """Whether a sentence shown as it is has a detail that one can have wrong."""
    return bool(_DETAIL.search(statement.text))
