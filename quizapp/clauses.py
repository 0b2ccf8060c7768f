"""The statements inside a sentence: parts at semicolons, what is reported, what is concluded."""

from __future__ import annotations

import re

from quizapp import grammar, language
from quizapp.phrasing import capitalised
from quizapp.rewriting import has_main_verb

_REPORTED = (
    re.compile(
        r"^(?:[A-Z][\w.'’-]* ){1,3}(?:and (?:[A-Z][\w.'’-]* ){1,3})?(?:also |then )?(?:describe|"
        r"explain|recount|recall|argue|note|say|point out|emphasize|stresse?|show|tell|demonstrate|"
        r"discusse?|explore|highlight)s? "
        r"(?:how|that) (?P<what>.+)$"
    ),
    re.compile(r"\bwith the (?:realization|idea|insight|recognition|finding) that (?P<what>.+)$"),
)
_CONCLUDED = re.compile(
    r", (?:suggest|show|mean|indicat|demonstrat|imply|prov|reveal)ing that (?P<what>[^;]+)$"
)


def reported(sentence: str) -> list[str]:
    """What somebody is said to have told: ``Vos describes how bees dance`` as ``Bees dance``."""
    told = (found["what"] for pattern in _REPORTED if (found := pattern.search(sentence)))
    lists = re.match(r"[^,]*\b(?:discuss|explore|cover|talk)", sentence) is not None
    told = (what.split(", ")[0] if lists else what for what in told)
    first = (_SECOND.split(what)[0].rstrip(" .") + "." for what in told)
    return [capitalised(what) for what in first if _claims(what)]


_SECOND = re.compile(
    r",? and (?:how|why|what|that)\b|, (?:how|why|what)\b|"
    r", (?:while )?(?:also )?(?:discuss|explor|reflect|touch|explain|describ|outlin|examin|delv|"
    r"trac|recount|warn|argu|not|stress|emphasi[sz]|highlight|address|urg)ing\b"
)
"""What opens the second of the things that were told, or what else the teller does."""


def concluded(sentence: str) -> list[str]:
    """What a sentence concludes in a clause of its own: ``…, suggesting that bees dance``."""
    found = _CONCLUDED.search(sentence)
    return [capitalised(found["what"])] if found and _claims(found["what"]) else []


def _claims(text: str) -> bool:
    """Whether a clause can be a sentence of its own: it has a subject and a finite verb."""
    return grammar.clause(capitalised(text)) is not None or has_main_verb(text)


def parts(sentence: str) -> list[str]:
    """The sentences that semicolons make one of; the whole where a part is none."""
    parts = sentence.split("; ")
    return (
        parts if all(language.is_sentence(p) and len(p.split()) > 5 for p in parts) else [sentence]
    )
