"""Whom a text names beside the speakers: then ``he`` need not be the guest."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from quizapp import language

_A_PERSON = re.compile(
    r"\b[A-Z][a-zà-ÿ]+(?: [A-Z]\.)?(?: (?:van|von|de|da|la|al))? [A-Z][a-zà-ÿ-]+\b"
)


def strangers(told: str, speakers: Sequence[str], people: Collection[str]) -> set[str]:
    """The people whom a text names who are none of the ``speakers``.

    ``people`` are words that are somebody's name by the rest of the pages; a single word counts too
    where the text tells what it did.
    """
    own = {word for name in speakers for word in name.split()}
    named = {m[0] for m in _A_PERSON.finditer(told) if not set(m[0].split()) & own}
    words = set(re.findall(r"(?<![\w’'-])[A-Z][a-zà-ÿ]{2,}(?![\w’-])", told)) - own
    return named | {w for w in words if w in people or _does(w, told)}


def _does(name: str, told: str) -> bool:
    """Whether a name alone has done something: ``Stradivari bought``, ``did Ada choose``."""
    if language.is_function_word(name.lower()):
        return False
    acts = rf"\b{name} (?:{_DEED})\b"
    asked = rf"\b(?:did|does|had|has) {name} [a-z]+\b"
    return re.search(f"{acts}|{asked}", told) is not None


_DEED = (
    r"\w{3,}ed|came|went|became|knew|saw|left|met|ran|began|lost|bought|built|chose|made|wrote|"
    r"found|took|gave|kept|led|drew|sold|won|taught|spent|thought|said"
)
