"""Questions that one statement answers: why, what a term is, what a thing shows or leads to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quizapp import (
    arguments,
    circumstances,
    clauses,
    fronting,
    grammar,
    language,
    predicates,
    titles,
)
from quizapp.arguments import Asked
from quizapp.claims import is_empty, is_weighty, names_its_subject
from quizapp.commonness import is_vague
from quizapp.generators import whys
from quizapp.generators.definitions import EMPTY_SUBJECT, apposition, definition
from quizapp.generators.drafting import MODEST, Side, modest
from quizapp.generators.wordings import according_to, with_article
from quizapp.material import Material, Statement
from quizapp.model import CardKind, Section
from quizapp.phrasing import capitalised, closed


def sides(statement: Statement, material: Material) -> Iterator[Side]:
    """The statement as questions: for its reason, what a term is, what its verb takes.

    Where it has none of these, its subject is asked for; where it only says that something
    matters, what that is.
    """
    if is_empty(statement.text):
        parts = grammar.clause(statement.text)
        if parts is not None and names_its_subject(statement.text, parts.verb.start):
            yield from filter(None, (_subject(statement, material),))
        yield from (side for side in _arguments(statement, material) if side.side == "what")
        return
    yield from apposition(statement, material)
    whole = list(_asked(statement, material))
    yield from whole
    taken = {side.prompt for side in whole}
    for part in clauses.conjuncts(statement.text):
        for side in _asked(replace(statement, text=part), material):
            if side.side == "is" or side.prompt in taken or _same_answer(side, whole):
                continue  # what sets two things apart defines neither
            if not (re.search(r"(?<!^)\b[A-Z]", side.prompt) or _of_heading(side, statement)):
                continue  # which carts?
            taken.add(side.prompt)
            yield replace(side, side=f"{side.side} of a part", explanation=statement.text)


def _of_heading(side: Side, statement: Statement) -> bool:
    """Whether a question takes up a word of the section's heading."""
    named = set(language.content_stems(statement.section.heading or ""))
    return bool(named & set(language.content_stems(side.prompt)))


def _same_answer(side: Side, others: Sequence[Side]) -> bool:
    """Whether the answer of a side is (a part of) the answer of another."""
    own = set(language.content_stems(side.answer))
    return any(own <= set(language.content_stems(other.answer)) for other in others)


def _asked(statement: Statement, material: Material) -> Iterator[Side]:
    """A statement of one clause as questions."""
    first = [whys.why(statement, material), definition(statement, material)]
    found = [side for side in first if side is not None]
    asked = {side.side for side in found}
    found += [s for s in _circumstances(statement, material) if s.side.split()[0] not in asked]
    if not found:
        found = list(_arguments(statement, material))
    yield from found or filter(None, (_subject(statement, material),))


def asks(section: Section, material: Material) -> bool:
    """Whether a statement of a section is asked for something in it."""
    return any(
        side.score >= MODEST
        for statement in material.statements
        if statement.section is section
        for side in sides(statement, material)
    )


_STATES = re.compile(r"What (?:is|are|was|were) (?:(?:about|around|only|nearly|an?|the)\b|\d)")
_OF_A_ROW = re.compile(r"(?:the|its|their) (?:first|second|third|last|next|other|latter)\b", re.I)
"""What only its place among others singles out."""
_ONE = re.compile(r"\b(?:an?|the) [\w-]+ ones?\b(?! (?:of|that|who|which)\b)")
"""What the answer has taken the noun of with it."""
_CONSISTS = re.compile(
    r"(?:What|Who) (?:(?:is|are|was|were) (?:made|built|composed|full) (?:up )?of|consists? of|"
    r"contains?|has|had|needs?|includes?|resembles?)\b"
)
"""What many things are made of, or have."""


def _is_of_title(answer: str, material: Material) -> bool:
    """Whether an answer is what the whole episode is about: everybody would say it."""
    title = set(language.content_stems(material.names.topic or material.names.title))
    own = language.content_stems(answer)
    return bool(own) and all(s in title for s in own)


_OF_TIME = re.compile(r"\b(?:years?|months?|weeks?|days?|decades?|hours?|centur(?:y|ies))$", re.I)
_OF_A_SIZE = re.compile(
    r"What (?:is|are|was|were) (?:(?:about|around|only|nearly|almost|over|under|up to) )?"
    r"(?:\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|"
    r"forty|fifty|sixty|seventy|eighty|ninety|half|twice|a (?:half|third|quarter))\b)",
    re.IGNORECASE,
)
"""What asks for the thing that has a size or belongs to a class: too many do."""
_PLAIN_WORDS = 4
"""Content words of a plain question that, with whose account it is, single its answer out."""


def plainest(section: Section, material: Material) -> Side | None:
    """The question for a thing that a section says something of, where nothing better is asked.

    It says whose account it asks for, and takes the place of ``What does X say about …?``.
    """
    for statement in material.statements:
        if statement.section is not section or statement.is_heading:
            continue
        if is_empty(statement.text) and not names_its_subject(statement.text, 1):
            continue
        asked = [(a.question, a.answer) for a in arguments.asked(statement.text)]
        subject = grammar.asked_for_subject(statement.text)
        for question, answer in [*asked, *([subject] if subject else [])]:
            question = _in_case(question, statement.text, material)
            if _is_plain(question, answer, material):
                return Side(
                    CardKind.RECALL,
                    according_to(question, material),
                    closed(capitalised(answer)),
                    0.0,
                    explanation=section.text,
                )
    return None


def _is_plain(question: str, answer: str, material: Material) -> bool:
    """Whether a plain question can be answered from the section, and by a thing worth knowing."""
    wanted, own = language.content_words(question), language.content_words(answer)
    if len(wanted) < _PLAIN_WORDS or not 2 <= len(own) <= 12 or material.is_trite(answer):
        return False
    if all(is_vague(w) or material.is_trite(w) for w in own) or EMPTY_SUBJECT.match(answer):
        return False
    if not _specific(question, material) or _STATES.match(question):
        return False
    if _TURNED_ROUND.search(question):
        return False
    if _CONSISTS.match(question) and not question.startswith("What has been "):
        return False
    return not set(language.content_stems(answer)) & set(language.content_stems(question))


def _circumstances(statement: Statement, material: Material) -> Iterator[Side]:
    """How a thing is done, why it follows, what happens with it, where the statement tells it."""
    if statement.is_heading:
        return
    for asked in circumstances.asked(statement.text):
        question = _in_case(asked.question, statement.text, material)
        answer = _in_case(asked.answer, statement.text, material)
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
        if len(_specific(question, material)) >= _SPECIFIC_CIRCUMSTANCE:
            yield Side(
                CardKind.RECALL,
                question,
                closed(capitalised(answer)),
                0.45 + 0.4 * statement.score,
                side=asked.wants,
                explanation=statement.text,
            )


_PLAIN_ANSWER = 5.0
"""On the Zipf scale: a thing in a word so common is not worth asking for."""
_TELLING = 4
"""Words with a meaning of what happens, where ``What happens when …?`` leaves all open."""
_SPECIFIC_CIRCUMSTANCE = 2
"""Words of a question for a circumstance that single its answer out."""
_HEDGED = (
    re.compile(r"^What (?:could|may|might|should)\b"),
    re.compile(r"^What (?:can|could|may|might|should|would|will)\b"),
)
"""What a thing may do is no fact; what it can do neither, where only an object is asked for."""


def _predicate(statement: Statement, material: Material) -> Iterator[Asked]:
    """What a statement's predicate and its verb's arguments are asked for, each question once.

    What the statement opens with (``In 1979, …``) ends the question.
    """
    seen: set[str] = set()
    fronted = fronting.fronted(statement.text)
    for asked in (*predicates.asked(statement.text), *arguments.asked(statement.text)):
        if asked.question not in seen:
            seen.add(asked.question)
            yield _on_topic(asked, statement, material)
    if fronted is not None:
        front, clause = fronted
        for asked in (*predicates.asked(clause), *arguments.asked(clause)):
            if asked.question not in seen:
                seen.add(asked.question)
                asked = _on_topic(asked, statement, material)
                yield replace(asked, question=fronting.ended(asked.question, front))


def _on_topic(asked: Asked, statement: Statement, material: Material) -> Asked:
    """``What did De Groot find?`` with what it is about, where a heading says so."""
    heading = statement.section.heading or ""
    if asked.wants != "that":
        return asked
    if len(language.content_words(asked.question)) > _BARE:
        return _on_subject(asked) if _names_only(asked.question) else asked
    if not titles.is_topic(heading) or titles.is_clause(heading) or titles.is_claim(heading):
        return _on_subject(asked)
    about = set(language.content_stems(heading))
    if (
        not about
        or _TIMELESS.search(heading)
        or about & set(language.content_stems(f"{asked.question} {asked.answer}"))
    ):
        return _on_subject(asked)
    topic = with_article(material.inside(heading), material)
    return replace(asked, question=f"{asked.question.removesuffix('?')} about {topic}?")


def _names_only(question: str) -> bool:
    """Whether a question has no word of its own but who it was: ``Meaney's group in Montreal``."""
    words = re.findall(r"(?<![\w’'])[a-z][a-z-]+(?![\w’'])", question)
    own = [w for w in words if not (language.is_function_word(w) or w in _GROUPS)]
    return sum(not grammar.is_person(w) for w in own) <= 1  # the verb


_GROUPS = frozenset("group team colleagues lab laboratory study trial survey experiment".split())


def _on_subject(asked: Asked) -> Asked:
    """``What did Skinner find?`` with what he found something about: ``about pigeons``."""
    if " about " in asked.question or not re.match(r"What did\b", asked.question):
        return asked
    parts = grammar.clause(f"{capitalised(asked.answer.removeprefix('that '))}.")
    if parts is None or arguments.has_pronoun(parts.subject_text):
        return asked
    subject = grammar.lowered(parts.subject_text, parts.subject[0])
    plain = not any(t.tag in ("PNQ", "CJT", "CJC", "PUN", "AJC", "AV0") for t in parts.subject)
    noun = grammar.head(parts.subject)
    if parts.subject[0].text.lower() in ("a", "an"):
        return asked  # "a city": any one
    if not plain or noun is None or len(subject.split()) > _SUBJECT_WORDS:
        return asked
    bare = noun.tag == "NN1" and parts.subject[0].tag not in ("AT0", "DPS", "DT0", "NP0")
    if bare and language.zipf(noun.text.lower()) > _USUAL:
        return asked
    return replace(asked, question=f"{asked.question.removesuffix('?')} about {subject}?")


_SUBJECT_WORDS, _USUAL = 4, 4.5
_TIMELESS = re.compile(r"\b(?:lessons?|today|future|messages?|legacy|thoughts)\b", re.IGNORECASE)
"""Headings that name no topic of their own."""
_BARE = 3
"""Content words of a question that leaves open what somebody found something about."""


def _arguments(statement: Statement, material: Material) -> Iterator[Side]:
    for asked in _predicate(statement, material):
        if asked.wants == "that" and material.names.mentions(asked.question):
            continue  # what the guest thinks of something is no pointed question
        question = _in_case(asked.question, statement.text, material)
        if _tells(asked, question, material):
            score = 0.45 + 0.4 * statement.score
            yield Side(
                CardKind.RECALL,
                question,
                closed(capitalised(_reason_in_case(asked, material))),
                score if _is_pointed(asked, question, material) else modest(score),
                side=asked.wants,
                explanation=statement.text,
            )


def _reason_in_case(asked: Asked, material: Material) -> str:
    """An answer, where it is a reason, without the capital that opened its sentence."""
    mark, _, rest = asked.answer.partition(" ")
    if mark != "because" or not rest:
        return asked.answer
    first, gap, left = rest.partition(" ")
    return f"{mark} {material.cased(first)}{gap}{left}"


def _is_pointed(asked: Asked, question: str, material: Material) -> bool:
    """Whether enough words of a question single its answer out."""
    return len(_specific(question, material)) >= _SPECIFIC.get(asked.wants, 2)


def _specific(question: str, material: Material) -> list[str]:
    """The words of a question that are neither the episode's subject nor mere weight."""
    return [
        w
        for w in language.content_words(question)
        if not (is_vague(w) or is_weighty(w) or material.is_trite(w))
    ]


_EITHER = re.compile(
    r"What (?:\w+ )?(?:[\w'’-]+ ){0,5}(?:either|both|the other|each) (?:sides?|ones?|cases?)\b"
)
"""What only the sentence before singles out."""
_ENOUGH = {"how long": 2, "for": 2, "differ": 2, "called": 3, "to do": 2}
"""Content words of a question, by what is asked for; three for the others."""
_SPECIFIC = {"by": 3, "prep": 2, "when": 1, "how long": 1, "for": 1, "differ": 1}
"""Words of a question that single its answer out, by what is asked for; two for the others."""


def _tells(asked: Asked, question: str, material: Material) -> bool:
    """Whether a question says enough to find its answer, and its answer is worth finding."""
    wanted = [w for w in language.content_words(question) if not material.names.mentions(w)]
    answer = language.content_words(asked.answer)
    enough = 4 if asked.wants.startswith(("object", "contrast")) else _ENOUGH.get(asked.wants, 3)
    if asked.wants == "object" and re.match(r"What (?:do|did) \w+ and \w+ ", question):
        enough = 3  # what two things have in common
    if (
        len(wanted) < enough
        or not 5 <= len(question.split()) <= 30
        or material.is_trite(asked.answer)
    ):
        return False
    if re.search(r"\b(?:that|which) (?:followed|ensued|came (?:next|after))\b", question):
        return False  # what it followed, another sentence tells
    if _EITHER.match(question) or _TURNED_ROUND.search(question):
        return False
    if _HEDGED[asked.wants.startswith(("object", "contrast"))].match(question):
        return False
    if all(is_vague(w) or material.is_trite(w) for w in answer):
        return False
    if asked.wants == "differ":
        return True
    if asked.wants == "object" and len(answer) == 1:
        bare = answer[0]
        if grammar.is_person(language.stem(bare)) or language.zipf(bare) > _PLAIN_ANSWER:
            return False  # "Patients." "Work."
    own = set(language.content_stems(asked.answer))
    shared = own & set(language.content_stems(question))
    return (
        not shared
        if asked.wants.startswith(("object", "contrast"))
        else 3 * len(shared) <= len(own)
    )


def _in_case(question: str, statement: str, material: Material) -> str:
    """With the statement's first word as the episode writes it in the middle of a sentence."""
    if re.match(r"[A-Z][\w.’'-]*(?: and)? [A-Z][a-z]", statement) and not language.is_function_word(
        statement.split()[0]
    ):
        return question  # "Freddie Mac"
    first = re.sub(r"['’]s?$", "", statement.split()[0])
    small = f"{first[:1].lower()}{first[1:]}"
    return re.sub(
        rf"\b(?:{re.escape(first)}|{re.escape(small)})\b", material.cased(first), question, count=1
    )


def _subject(statement: Statement, material: Material) -> Side | None:
    subject = grammar.asked_for_subject(statement.text)
    if subject is None or not _asks_enough(*subject, material):
        return None
    prompt, answer = subject
    if _OF_A_SIZE.match(prompt) or _OF_A_ROW.match(answer) or _OF_TIME.search(answer):
        return None
    if _CONSISTS.match(prompt) or _is_of_title(answer, material) or _ONE.search(prompt):
        return None
    if (
        _TURNED_ROUND.search(prompt)
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


_BARELY_COMPARED = re.compile(
    r"\b(?:better|worse|faster|slower|longer|shorter|higher|lower|sooner|later|easier|harder)\b"
    r"(?!.*\bthan\b)(?! (?:and|or) )",
    re.IGNORECASE,
)
"""Better than what, another sentence tells."""
_TURNED_ROUND = re.compile(
    r"^What (?:depends? on|is (?:less|more|not) (?:about|a matter))\b|\bno longer\b|"
    r"\b(?:instead|likewise|as well)\b"
)
"""What is asked from its wrong end, or beside something else."""
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


def _asks_enough(prompt: str, answer: str, material: Material) -> bool:
    """Whether a subject is worth asking for and its predicate says enough to find it."""
    specific = [
        w
        for w in language.content_words(prompt)
        if not (is_vague(w) or is_weighty(w) or material.is_trite(w))
    ]
    if (
        len(specific) < 3
        or material.is_trite(answer)
        or EMPTY_SUBJECT.match(answer)
        or _VAGUE_VERB.match(prompt)
    ):
        return False
    return (
        2 <= len(language.content_words(answer)) <= 10
        and 4 <= len(language.content_words(prompt)) <= 14
        and not set(language.content_stems(answer)) & set(language.content_stems(prompt))
    )
