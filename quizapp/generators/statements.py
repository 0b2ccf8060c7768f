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
from quizapp.blanks import blanks, singled_out
from quizapp.claims import is_empty, names_its_subject
from quizapp.generators import choice, cloze, true_false
from quizapp.generators.drafting import Side, drafted
from quizapp.generators.headings import what_is
from quizapp.identity import fold
from quizapp.material import Material, Statement
from quizapp.model import CardKind, Note
from quizapp.rewriting import capitalised

_A_SECTION = 4
"""Statements of one section that become notes, the best ones."""
_CLOZE_WORDS = 8
"""Words of a statement that leave enough around a blank to tell what is meant."""
_CLAIM_WORDS = 3
"""Content words that a claim needs before its reason can be asked."""
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
    empty = is_empty(statement.text)
    yield from () if empty else _questions(statement, material)
    found = blanks(statement, material)
    if empty:
        good = [b for b in found if names_its_subject(statement.text, b.phrase.end)]
    else:
        good = [b for b in found if b.score >= _WEAK_BLANK]
    if len(statement.text.split()) >= _CLOZE_WORDS:
        told = [b for b in good if singled_out(statement, b, material)]
        best = [*told[:_BLANKS], *(b for b in told[_BLANKS : _BLANKS + 1] if b.score >= _STRONG)]
        yield from (cloze.side(statement, blank, material) for blank in best)
    choices = (choice.side(statement, blank, material) for blank in good)
    yield from islice((made for made in choices if made is not None), 1)
    if judged is not None:
        yield true_false.side(statement, judged.false, material.names)


def _questions(statement: Statement, material: Material) -> Iterator[Side]:
    """The statement as questions: for its reason, for what a term is, else for its subject."""
    sides = [_why(statement, material), _definition(statement, material)]
    found = [side for side in sides if side is not None]
    yield from found or filter(None, (_subject(statement, material),))


def _subject(statement: Statement, material: Material) -> Side | None:
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


_DEFINED = re.compile(
    r"^(?P<article>The |An? )?(?P<term>[^,]{3,40}?) (?P<verb>is|are) "
    r"(?P<meaning>(?:an?|the) .{25,})\.$"
)


def _definition(statement: Statement, material: Material) -> Side | None:
    """What a term is, asked by the sentence that says it: ``Royal jelly is a secretion that …``."""
    found = _DEFINED.match(statement.text)
    if found is None or statement.is_heading or not material.is_term(found["term"]):
        return None
    parts = grammar.clause(statement.text)
    if parts is None or _EMPTY_SUBJECT.match(found["term"]):
        return None
    if not re.search(
        r"\b(?:that|which|who|where|whose|of|for|by|when|used|as)\b", found["meaning"]
    ):
        return None  # a genus without its difference
    if re.match(
        r"the (?:next|only|best|first|last|main|most|key|same)\b", found["meaning"], re.IGNORECASE
    ):
        return None
    heading = fold(statement.section.heading or "")
    if heading == fold(found["term"]) or heading.startswith("what is"):
        return None  # the section asks it already
    article = (found["article"] or "").lower()
    term = grammar.lowered(found["term"], parts.subject[1 if article else 0])
    return Side(
        CardKind.RECALL,
        what_is(f"{article}{term}", found["verb"] == "are", material),
        capitalised(found["meaning"]) + ".",
        0.5 + 0.4 * statement.score,
        side="is",
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


_VAGUE_VERB = re.compile(
    r"What (?:(?:may|might|could|can|should|would) |(?:is|was) (?:an? )?\w+ (?:field|part|area)\b)"
)


def _asks_enough(prompt: str, answer: str, material: Material) -> bool:
    """Whether a subject is worth asking for and its predicate says enough to find it."""
    if material.is_trite(answer) or _EMPTY_SUBJECT.match(answer) or _VAGUE_VERB.match(prompt):
        return False
    return (
        2 <= len(language.content_words(answer)) <= 10
        and 4 <= len(language.content_words(prompt)) <= 14
        and not set(language.content_stems(answer)) & set(language.content_stems(prompt))
    )


def _judged(statements: Sequence[Statement], material: Material) -> dict[str, _Judged]:
    """The statements asked as true or false: those that can be turned, and as many as they are.

    A statement that can be turned is turned; the best of the others, that claim something, are
    shown as they are, so that true and false keep the balance.
    """
    fit = [s for s in statements if len(s.text.split()) <= true_false.LONGEST]
    fit = sorted((s for s in fit if not is_empty(s.text)), key=lambda s: (-s.score, s.text))
    turned = {s.text: true_false.false_form(s, material) for s in fit}
    false = [s for s in fit if turned[s.text] is not None]
    true = [s for s in fit if turned[s.text] is None and s.score >= _SURE]
    true += [false.pop() for _ in range((len(false) - len(true)) // 2)]
    kept = (*false, *true[: max(len(false) + 1, 3 * len(false) // 2) if false else 0])
    return {s.text: _Judged(s, turned[s.text] if s in false else None) for s in kept}
