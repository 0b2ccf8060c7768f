"""What a verb's own preposition governs, the agent of a passive among it."""

from __future__ import annotations

import re

from quizapp.sentences.arguments.noun_phrases import first_clause, is_thing
from quizapp.sentences.arguments.question import Asked
from quizapp.sentences.arguments.verb_groups import VerbGroup
from quizapp.sentences.grammar.capitals import lowered

_PREPOSITIONAL = frozenset(
    "stem from|come from|arise from|derive from|result from|grow from|depend on|rely on|"
    "rest on|consist of|lead to|result in|converge on|see as|know as|serve as|act as|turn into|"
    "evolve into|develop into|base on|make of|drive by|focus on|contribute to|belong to|refer to|"
    "allow for|call for|stand for|protect against|aim at|aim for|account for|compete for|"
    "interfere with|work through|date from|break into|design for|replace by|use as|use for|"
    "regard as|link to|feed on|live on|run on|mistake for|convert into|build on|trade for|"
    "transform into|"
    "accuse of|blame for|know for|divide into|split into|fill with|cover with|equip with|"
    "award for|credit with|ban from|descend from|measure in|reduce to|grow on|warn of|turn to|"
    "give way to|end in|end with|begin with|start with|spread to|expand into|name after".split("|")
)
"""Verbs with the preposition that belongs to them: what it governs can be asked for."""
_OF_A_DEED = frozenset("accuse blame ban convict suspect".split())
"""Verbs whose preposition governs something done."""
_ALIKE_IN_PAST = frozenset(
    "found built made led held bought brought taught won lost sent told sold paid laid put set cut "
    "met kept left heard dug struck hung fought caught bound founded read spread shot hit".split()
)
"""Participles that are the past tense too."""
_WH = re.compile(r"(?:how|whether|what|who|where|when|which)\b")
_PEOPLE = re.compile(
    r"[A-Z][a-zà-ÿ]+(?: (?:and |de |van |von |[A-Z]\. )?[A-Z][\w’'-]+)+(?=$|,| (?:in|on|at|near) )"
)
"""Somebody by first and last name, or two."""


def governed(p: VerbGroup) -> Asked | None:
    """What the verb's own preposition governs, the agent of a passive among them."""
    found = re.match(r"(?P<between>(?:\w+ ){0,3}?)(?P<prep>[a-z]+) (?P<what>.+)$", p.rest)
    if found is None:
        return None
    prep = found["prep"]
    if prep == "by" and p.voice == "passive":
        tail = f" {found['between']}by"
    elif not found["between"] and f"{p.main.lemma.lower()} {prep}" in _PREPOSITIONAL:
        tail = f" {prep}"
    else:
        return None
    answer = re.sub(r" in \d{4}$", "", first_clause(found["what"]))
    if p.main.lemma.lower() == "depend" and _WH.match(found["what"]):
        answer = found["what"]  # "on how much gas it holds and how easily that gets out"
    elif re.match(r"\w+ing\b", answer):
        if p.main.lemma.lower() not in _OF_A_DEED:
            return None  # "accused of poisoning wells" names what was done
    elif not is_thing(answer):
        return None
    question = p.question(tail)
    if question and prep == "by" and (somebody := _PEOPLE.match(found["what"])) is not None:
        question, answer = _by_whom(p, question), somebody[0]
    return Asked(f"{question}?", answer, "by" if prep == "by" else "prep") if question else None


def _by_whom(p: VerbGroup, question: str) -> str:
    """``What was the grave opened by?`` as ``Who opened the grave``; else with ``Who``."""
    done = p.main.text
    helped = p.clause.text[p.clause.verb.start : p.main.start].strip()
    if helped not in ("was", "were") or not (done.endswith("ed") or done in _ALIKE_IN_PAST):
        return question.replace("What ", "Who ", 1)
    return f"Who {done} {lowered(p.clause.subject_text, p.clause.subject[0])}"
