"""A statement that gives a reason, as the question for it: ``Dolphins sleep …, because …``."""

from __future__ import annotations

import re

from quizapp import language
from quizapp.generators.drafting import Side
from quizapp.material import Material
from quizapp.material.referents import is_bare
from quizapp.material.statement import Statement
from quizapp.model import CardKind
from quizapp.sentences import grammar
from quizapp.sentences.grammar.capitals import inside
from quizapp.sentences.grammar.reasons import split_reason
from quizapp.sentences.phrasing import AND_MORE, capitalised

_CLAIM_WORDS = 3
"""Content words that a claim needs before its reason can be asked."""

_REPORTED = re.compile(
    r"^(?P<who>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*)*) (?:explain|argue|say|reason|believe|claim|note|"
    r"add|think|conclude|hold|point out|stresse|suggest|contend|maintain)(?:s|d|ed)? that "
    r"(?P<what>.+)$"
)
ASKS_WHY = re.compile(r"\b(?:why|reasons?|what makes|what made)\b", re.IGNORECASE)


_HANGS = re.compile(
    r"\bthe (?:trick|idea|thing|problem|point|matter|task|job|answer|method|habit|skill|ability)"
    r"(?=[,.]|$)"
)
_SPLIT_VERB = re.compile(r"\b(?:is|are|was|were) [^,]+, \w+(?:ed|en)$")


def why(statement: Statement, material: Material) -> Side | None:
    """The statement's reason asked for; not where the section's own question asks it already."""
    reason = split_reason(statement.text)
    if reason is None or ASKS_WHY.search(statement.section.heading or ""):
        return None
    claim, because = reason
    adverb = _MAINLY.search(claim)
    if adverb is not None:
        claim, because = (
            claim[: adverb.start()],
            f"{adverb[1].capitalize()} {inside(because)}.",
        )
    claim = _last_conjunct(claim)
    parts = grammar.clause(claim)
    named = parts is not None and material.names.mentions(parts.subject_text)
    if named and re.match(r"\w+ it\b", because):
        return None  # the guest is no "it": another sentence says what is
    reported = _REPORTED.match(claim)
    turned = grammar.inverted(capitalised(reported["what"]) if reported else claim)
    if turned is not None and _OF_IT.search(turned):
        return None  # "spent eighteen years on it"
    if _HANGS.search(because):
        return None  # "because honeybees never learned the trick": which?
    if _SPLIT_VERB.search(claim):
        return None  # "are slivers of wood, preserved | because …"
    because = AND_MORE.split(because)[0].rstrip(" .,") + "."
    mark, _, rest = because.partition(" ")
    first, gap, left = rest.partition(" ")
    because = f"{mark} {material.cased(first)}{gap}{left}"
    if _SELDOM.search(claim):
        return None  # "bridges seldom fail because of one mistake": what is denied is the reason
    if TWO_CLAIMS.search(claim):
        return None  # "the task is repetitive and the surroundings are known"
    if _LACKS_AS.search(claim):
        return None  # "historians use 1356": as what?
    if is_bare(claim, statement.section, material):
        return None  # "the check was dead code": which check?
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


_SELDOM = re.compile(r"\b(?:seldom|rarely|hardly ever|scarcely)\b", re.IGNORECASE)
TWO_CLAIMS = re.compile(
    r" and (?:(?:the|its|their|an?) )?[\w-]+(?: [\w-]+)? (?:is|are|was|were|has|have|can|will)\b|"
    r" in (?:two|three|four|several|many) (?:ways|respects)$"
)
_LACKS_AS = re.compile(
    r"\b(?:us(?:e|es|ed)|tak(?:e|es)|took|regard(?:s|ed)?|treat(?:s|ed)?|consider(?:s|ed)?|chos?e|"
    r"chooses|pick(?:s|ed)?) (?!to\b)(?!.*\b(?:as|for|to|in|on|with|when|because|instead)\b)"
)
_OF_IT = re.compile(r"\b(?:on|of|for|in|with|to|about|from|into|by) (?:it|them|this|that)$")
_MAINLY = re.compile(
    r",? (mostly|mainly|partly|largely|chiefly|primarily|simply|precisely|probably|possibly|"
    r"perhaps)$"
)


def _last_conjunct(claim: str) -> str:
    """The last of two claims with the first one's subject: ``X does A, but it needs B``."""
    found = re.search(r", (?:and|but|so) (?P<pronoun>it|they) (?P<rest>[^,]+)$", claim)
    first = grammar.clause(claim[: found.start()] + ".") if found else None
    if found is None or first is None or first.is_plural != (found["pronoun"] == "they"):
        return claim
    return f"{first.subject_text} {found['rest']}"


def _holder(who: str, material: Material) -> str:
    return (material.names.guest or who) if material.names.mentions(who) else who
