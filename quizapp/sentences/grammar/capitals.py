"""The capital of a first word, in the middle of another sentence: kept by names and nations."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from quizapp import language
from quizapp.language import Token

_NATIONAL = re.compile(
    r"(?:African|American|Asian|European|Arab|Dutch|French|German|Greek|Swiss|Thai|Czech|Welsh|"
    r"[A-Z]\w+(?:ese|ish)|[A-Z]\w*(?:[aeiln]ian|[gk]ian|rean|oman|xican)|"
    r"[A-Z]\w*(?:ussian|ersian|[ay]sian|egian|iopian|roatian|enetian|haitian)|"
    r"(?:Ind|Canad|Egypt|Christ|Victor|Edward|Georg|Syr|Assyr|Hungar|Bulgar|Niger|Alger|Siber|Iber|"
    r"Austr|Balear|Cambr|Palestin)ian|"
    r"Hanseatic|Baltic|Nordic|Slavic|Gothic|Islamic|Catholic|Celtic|Atlantic|Pacific|Arctic|Antarctic|"
    r"Olympic|Germanic|Hellenic|Icelandic|Hispanic|Arabic|Protestant|Jewish)$"
)
_NOT_NATIONAL = frozenset(
    "cheese these fish wish dish finish publish establish selfish foolish obese geese rubbish "
    "radish shellfish jellyfish starfish childish stylish parish diesel".split()
)


def is_national(word: str) -> bool:
    """Whether a word is an adjective of a nation, by its form: ``Dutch``, ``Japanese``."""
    return bool(_NATIONAL.match(word)) and word.lower() not in _NOT_NATIONAL


def lowered(text: str, first: Token) -> str:
    """With a small first letter, unless the first word is a name, of a nation or an acronym."""
    word = first.text
    if is_national(word):
        return text
    if first.tag == "NP0" or any(c.isupper() for c in word[1:]) or word == "I":
        return text
    if re.match(r"[A-Z][\w.’'-]* [A-Z][a-z]", text) and not language.is_function_word(word):
        return text  # "Freddie Mac", "New York"
    return text[:1].lower() + text[1:]


def inside(text: str) -> str:
    """A phrase or a sentence as it reads in the middle of another: small first letter, no stop."""
    plain = text.strip().rstrip(".").strip()
    tokens = language.tag(plain)
    if not tokens:
        return plain
    first = tokens[0]
    if first.tag == "NP0" and len(tokens) > 1 and language.zipf(first.text) > 4.5:
        following = tokens[1]
        if following.tag != "NP0" and following.text.islower():
            return plain[:1].lower() + plain[1:]
    return lowered(plain, first)


def as_written(name: str, sentences: Iterable[str]) -> str:
    """A name of several words as sentences mostly write it in their middle: ``the Black Death``.

    As it is where they do not have it, or one of its words has no capital in them either.
    """
    if " " not in name or name.islower():
        return name
    bare = name.removeprefix("the ")
    form = re.compile(rf"(?<=[\w,;] ){re.escape(bare)}\b", re.IGNORECASE)
    forms = Counter(found[0] for one in sentences for found in form.finditer(one))
    told = forms.most_common(1)
    known = told and told[0][1] >= _WRITTEN
    return f"{name.removesuffix(bare)}{told[0][0]}" if known else name


_WRITTEN = 2
"""So often a spelling is no slip."""
