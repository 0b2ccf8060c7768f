"""Cards from statements: one note each, with the sides that suit it.

A section yields its best cards, not all that its words allow, and the sides of one statement ask
for different things in it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from quizapp import grammar, language
from quizapp.blanks import blanks
from quizapp.generators import choice, cloze, true_false
from quizapp.generators.drafting import Side, drafted
from quizapp.material import Material, Statement
from quizapp.model import CardKind, Note
from quizapp.rewriting import capitalised

_A_SECTION = 3
"""Statements of one section that become notes, the best ones."""
_CLOZE_WORDS = 8
"""Words of a statement that leave enough around a blank to tell what is meant."""
_CLAIM_WORDS = 3
"""Content words that a claim needs before its reason can be asked."""
_WEAK_BLANK = 0.30
"""A blank below this is not worth asking."""


@dataclass(frozen=True, slots=True)
class _Judged:
    """A statement for true or false, and its false form where it has one."""

    statement: Statement
    false: str | None


def notes(material: Material) -> Iterator[Note]:
    """A note for each statement that is worth one, with at most three sides."""
    chosen = _best(material.statements)
    judged = _judged(chosen, material)
    for statement in chosen:
        sides = list(_sides(statement, judged.get(statement.text), material))
        if sides:
            yield drafted(
                "statement", material, statement.section, statement.text, statement.sources, sides
            )


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


def _sides(statement: Statement, judged: _Judged | None, material: Material) -> Iterator[Side]:
    question = _question(statement, material)
    if question is not None:
        yield question
    good = [b for b in blanks(statement, material) if b.score >= _WEAK_BLANK]
    if good and len(statement.text.split()) >= _CLOZE_WORDS:
        yield cloze.side(statement, good[0], material)
    choices = (choice.side(statement, blank, material) for blank in good)
    yield from islice((made for made in choices if made is not None), 1)
    if judged is not None:
        yield true_false.side(statement, judged.false, material.names)


def _question(statement: Statement, material: Material) -> Side | None:
    """The statement turned into a question, for its reason or for its subject."""
    why = _why(statement, material)
    if why is not None:
        return why
    subject = grammar.asked_for_subject(statement.text)
    if subject is None or statement.is_heading or not _asks_enough(*subject, material):
        return None
    prompt, answer = subject
    return Side(
        CardKind.RECALL,
        prompt,
        answer,
        0.4 + 0.4 * statement.score,
        side="what",
        explanation=statement.text,
    )


_REPORTED = re.compile(
    r"^(?P<who>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*)*) (?:explain|argue|say|reason|believe|claim|note|"
    r"add|think|conclude|hold|point out|stresse|suggest|contend|maintain)(?:s|d|ed)? that "
    r"(?P<what>.+)$"
)
_ASKS_WHY = re.compile(r"\b(?:why|reasons?|what makes|what made)\b", re.IGNORECASE)


def _why(statement: Statement, material: Material) -> Side | None:
    """The statement's reason asked for; not where the section's own question asks it already."""
    reason = grammar.split_reason(statement.text)
    if reason is None or _ASKS_WHY.search(statement.section.heading or ""):
        return None
    claim, because = reason
    reported = _REPORTED.match(claim)
    turned = grammar.inverted(capitalised(reported["what"]) if reported else claim)
    if turned is None or len(language.content_words(turned)) < _CLAIM_WORDS:
        return None
    holder = f", according to {_holder(reported['who'], material)}" if reported else ""
    return Side(
        CardKind.RECALL,
        f"Why {turned.rstrip('.')}{holder}?",
        because,
        0.5 + 0.4 * statement.score,
        side="why",
        explanation=statement.text,
    )


def _holder(who: str, material: Material) -> str:
    return (material.names.guest or who) if material.names.mentions(who) else who


_EMPTY_SUBJECT = re.compile(
    r"(?:one|another|some|most|many|there|much|more|no|few|only|any|nothing)\b", re.IGNORECASE
)


def _asks_enough(prompt: str, answer: str, material: Material) -> bool:
    """Whether a subject is worth asking for and its predicate says enough to find it."""
    if material.is_trite(answer) or _EMPTY_SUBJECT.match(answer):
        return False
    return (
        2 <= len(language.content_words(answer)) <= 10
        and 4 <= len(language.content_words(prompt)) <= 14
        and not set(language.content_stems(answer)) & set(language.content_stems(prompt))
    )


def _judged(statements: Sequence[Statement], material: Material) -> dict[str, _Judged]:
    """The statements asked as true or false: as many as can be turned, and as many as they are."""
    false: list[_Judged] = []
    true: list[_Judged] = []
    for statement in sorted(statements, key=lambda s: (-s.score, s.text)):
        if len(statement.text.split()) > true_false.LONGEST:
            continue
        turned = true_false.false_form(statement, material)
        if turned is not None and (not true_false.leans_true(statement) or len(false) < len(true)):
            false.append(_Judged(statement, turned))
        else:
            true.append(_Judged(statement, None))
    enough = min(len(false), len(true))
    return {j.statement.text: j for j in (*false[: enough + 1], *true[:enough])}
