"""Questions for how a thing is done, why it follows, what happens with it."""

from __future__ import annotations

from collections.abc import Iterator

from quizapp import language
from quizapp.generators import whys
from quizapp.generators.drafting import Side
from quizapp.generators.questions.pointing import specific
from quizapp.generators.wordings import in_case
from quizapp.material import Material
from quizapp.material.statement import Statement
from quizapp.model import CardKind
from quizapp.sentences import circumstances
from quizapp.sentences.phrasing import capitalised, closed

_TELLING = 4
"""Words with a meaning of what happens, where ``What happens when …?`` leaves all open."""
_SPECIFIC_CIRCUMSTANCE = 2
"""Words of a question for a circumstance that single its answer out."""


def sides(statement: Statement, material: Material) -> Iterator[Side]:
    """How a thing is done, why it follows, what happens with it, where the statement tells it."""
    if statement.is_heading:
        return
    for asked in circumstances.asked(statement.text):
        question = in_case(asked.question, statement.text, material)
        answer = in_case(asked.answer, statement.text, material)
        own, wanted = (set(language.content_stems(t)) for t in (answer, question))
        if 3 * len(own & wanted) > len(own) or material.is_trite(answer):
            continue
        if asked.wants == "occasion" and len(own) < _TELLING:
            continue  # "They tend to do it fast."
        during = wanted - {language.stem("happens"), language.stem("happened")}
        told = sum(during <= stems for stems in material.stem_sets)
        if asked.wants == "occasion" and told > 1:
            continue  # something else happens then, too
        if asked.wants.startswith("why") and whys.ASKS_WHY.search(statement.section.heading or ""):
            continue
        if asked.wants.startswith("why") and whys.TWO_CLAIMS.search(question.rstrip("?")):
            continue
        if len(specific(question, material)) >= _SPECIFIC_CIRCUMSTANCE:
            yield Side(
                CardKind.RECALL,
                question,
                closed(capitalised(answer)),
                0.45 + 0.4 * statement.score,
                side=asked.wants,
                explanation=statement.text,
            )
