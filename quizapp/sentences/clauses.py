"""The statements inside a sentence: parts at semicolons, what is reported, what is concluded."""

from __future__ import annotations

import re

from quizapp import language
from quizapp.sentences import grammar
from quizapp.sentences.phrasing import capitalised
from quizapp.sentences.rewriting import has_main_verb

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
    r",? and (?:how|why|what|that)\b|, (?:how|why|what)\b|, that (?=\w+ \w+ )|"
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


_JOINED = re.compile(r"(?:, (?:and|but|while|whereas|so)|;) (?=\S)")
_FRONTED = re.compile(
    r"^(?:(?:While|Although|Though|Since|Because|When|If|As|Once|Whereas|Even|Until|Unless|In|On|"
    r"At|By|With|Without|During|From|After|Before|Under|Among|For|Within|Across|Around|Here|"
    r"There) |"
    r"[^,]*[,;] (?:that|which|who|where)\b)"
)
"""What opens a clause that leans on the next one, or holds for both, or hangs on the one before."""
_LEANS = re.compile(
    r"[\"“”‘:]|\b(?:both|either|neither|between|ones?|others?|same|former|latter|each)\b|, since "
)
"""What spans two clauses, or takes something of the one up in the other."""
_RESUMES = re.compile(r"(?P<who>it|they|It|They) (?P<rest>.+)$")
_FEWEST = 4
"""Words of a clause that can be a statement of its own."""


def conjuncts(sentence: str) -> list[str]:
    """The main clauses that ``and``, ``but`` or a semicolon make one sentence of, each a sentence.

    ``A does B, and C does D`` gives ``A does B.`` and ``C does D.``; a clause that takes the
    subject of the first up with ``it`` or ``they`` gets it back. Empty where the sentence is one
    clause, or where it is not plain to see.
    """
    text = sentence.strip().rstrip(".")
    if _FRONTED.match(text) or _LEANS.search(text):
        return []
    found: list[str] = []
    start = 0
    for mark in _JOINED.finditer(text):
        if mark.start() < start:
            continue
        here, after = text[start : mark.start()], text[mark.end() :]
        if _stands(here) and _opens(after):
            found.append(here)
            start = mark.end()
    last = text[start:]
    if not found or not _stands(last):
        return []
    first = grammar.clause(f"{capitalised(found[0])}.")
    whole = [capitalised(_resumed(part, first)).rstrip(".") + "." for part in [*found, last]]
    return [part for part in whole if grammar.clause(part) is not None]


def _stands(text: str) -> bool:
    """Whether a text can be a clause of its own: words enough, a subject and a finite verb."""
    return "," not in text and len(text.split()) >= _FEWEST and _claims(text.strip() + ".")


def _opens(text: str) -> bool:
    """Whether what follows a conjunction opens a main clause, rather than goes on with a list."""
    parts = grammar.clause(f"{capitalised(text)}.")
    return parts is not None and not re.match(r"(?:that|not|then|yet)\b", text)


def _resumed(text: str, first: grammar.Clause | None) -> str:
    """A clause with the subject of the first in place of its pronoun, where the numbers agree."""
    found = _RESUMES.match(text)
    if found is None or first is None:
        return text
    if first.is_plural != (found["who"].lower() == "they") or has_person(first):
        return text
    return f"{first.subject_text} {found['rest']}"


def has_person(parts: grammar.Clause) -> bool:
    """Whether the subject of a clause is a name: somebody is no ``it``."""
    return any(t.tag == "NP0" for t in parts.subject)
