"""The question for a statement's subject: what does, has or is what the rest of it tells."""

from __future__ import annotations

import re

from quizapp import language
from quizapp.generators.definitions import EMPTY_SUBJECT
from quizapp.generators.drafting import Side
from quizapp.generators.questions.pointing import CONSISTS, TURNED_ROUND, specific
from quizapp.material import Material
from quizapp.material.statement import Statement
from quizapp.model import CardKind
from quizapp.sentences.grammar.subjects import asked_for_subject

_TERM = 3.3
"""On the Zipf scale: one word so rare is a term, and worth asking for."""
_OF_A_ROW = re.compile(r"(?:the|its|their) (?:first|second|third|last|next|other|latter)\b", re.I)
"""What only its place among others singles out."""
_ONLY_HOLDS = re.compile(
    r"What (?:holds|runs|stands|lies|goes|comes|works|matters|happens|counts|lives|sits)"
    r"(?:\?| (?:in|on|at|for|with|through|by|across|among|under)\b)"
)
"""Too many things do."""
_BEING_ANOTHER = re.compile(r"What (?:is|are|was|were) [^,]{2,40}, (?:an?|the) ")
_IS_THE = re.compile(r"What (?:is|was|are|were) the\b")
_ONE = re.compile(r"\b(?:an?|the) [\w-]+ ones?\b(?! (?:of|that|who|which)\b)")
"""What the answer has taken the noun of with it."""
_OF_TIME = re.compile(r"\b(?:years?|months?|weeks?|days?|decades?|hours?|centur(?:y|ies))$", re.I)
_OF_A_SIZE = re.compile(
    r"What (?:is|are|was|were) (?:(?:about|around|only|nearly|almost|over|under|up to) )?"
    r"(?:\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|"
    r"forty|fifty|sixty|seventy|eighty|ninety|half|twice|a (?:half|third|quarter))\b)",
    re.IGNORECASE,
)
"""What asks for the thing that has a size or belongs to a class: too many do."""
_BARELY_COMPARED = re.compile(
    r"\b(?:better|worse|faster|slower|longer|shorter|higher|lower|sooner|later|easier|harder)\b"
    r"(?!.*\bthan\b)(?! (?:and|or) )",
    re.IGNORECASE,
)
"""Better than what, another sentence tells."""
_ANY_ONE = re.compile(
    r"An? (?:\w+ )?(?:shop|store|man|woman|person|customer|company|firm|friend|family|reader|"
    r"caller|listener|group|team|village|town)$"
)
"""Somebody or something that only serves as an example."""
_NOWHERE = re.compile(
    r"(?:What|Who) (?:was|were|is|are|has been|have been) (?:\w+ly )?"
    r"(?:\w+ed|found|made|built|seen|held|put|set|shown|given|taken|written|known)"
    r"(?: (?:in|on|at|by|from|until|since) (?:the )?(?:\d{4}s?|[A-Z]\w*(?: [A-Z]\w*)*))*\?$"
)
"""A bare passive with no more than a place or a date."""
_WEIGHS = re.compile(
    r"What (?:is|are|was|were) (?:\w+ly )?(?:important|essential|crucial|key|vital|critical|"
    r"necessary|valuable|fascinating|remarkable)\b"
)
_DOES = re.compile(
    r"What (?!(?:is|was|has)\b)\w+s (?!(?:that|because|when|if|as|long|by|through|to|in|on|at|for|"
    r"with|from|before|after|of|than|not)\b)"
)
"""The question for what does something to something: all that a heading is asked for."""
_VAGUE_VERB = re.compile(
    r"What (?:(?:may|might|could|can|should|would) |(?:is|was) (?:an? )?\w+ (?:field|part|area)\b)"
)


def side(statement: Statement, material: Material) -> Side | None:
    """The statement asked for its subject; None where too many would do, or nobody would ask."""
    subject = asked_for_subject(statement.text)
    if subject is None or not _asks_enough(*subject, material):
        return None
    prompt, answer = subject
    if _OF_A_SIZE.match(prompt) or _OF_A_ROW.match(answer) or _OF_TIME.search(answer):
        return None
    if _is_only_so(prompt):
        return None  # "What is quick and final?"
    if _ONLY_HOLDS.match(prompt) or _BEING_ANOTHER.match(prompt):
        return None  # "What is mycelium, a mesh of threads?": it says what it is
    if answer.split()[0].endswith("ing") and not _IS_THE.match(prompt):
        return None  # "What looks safe?" "Cutting all the branches back": why it does is the point
    if CONSISTS.match(prompt) or _is_of_title(answer, material) or _ONE.search(prompt):
        return None
    if (
        TURNED_ROUND.search(prompt)
        or _BARELY_COMPARED.search(prompt)
        or _ANY_ONE.match(answer)
        or _NOWHERE.match(prompt)
    ):
        return None
    if _WEIGHS.match(prompt) or (statement.is_heading and not _DOES.match(prompt)):
        return None
    return Side(
        CardKind.RECALL,
        prompt,
        answer,
        0.4 + 0.4 * statement.score,
        side="what",
        explanation=statement.text,
    )


def _is_only_so(prompt: str) -> bool:
    """Whether a question asks for what is of some sort, by adjectives alone."""
    found = _OF_A_SORT.match(prompt)
    if found is None:
        return False
    return not any(t.is_noun or t.is_verb for t in language.tag(found["how"]))


_OF_A_SORT = re.compile(r"What (?:is|are|was|were) (?P<how>[^?]+)\?$")


def _is_of_title(answer: str, material: Material) -> bool:
    """Whether an answer is what the whole episode is about: everybody would say it."""
    title = set(language.content_stems(material.names.topic or material.names.title))
    own = language.content_stems(answer)
    return bool(own) and all(s in title for s in own)


def _asks_enough(prompt: str, answer: str, material: Material) -> bool:
    """Whether a subject is worth asking for and its predicate says enough to find it."""
    if (
        len(specific(prompt, material)) < 3
        or material.is_trite(answer)
        or EMPTY_SUBJECT.match(answer)
        or _VAGUE_VERB.match(prompt)
    ):
        return False
    own = language.content_words(answer)
    term = len(own) == 1 and language.zipf(own[0]) < _TERM
    return (
        (term or 2 <= len(own) <= 10)
        and 4 <= len(language.content_words(prompt)) <= 14
        and not set(language.content_stems(answer)) & set(language.content_stems(prompt))
    )
