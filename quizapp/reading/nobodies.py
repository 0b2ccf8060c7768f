"""What has the form of a person's name, and by its place in a text is nobody's."""

from __future__ import annotations

import re

from quizapp.reading.bodies import OF_SUBJECT

_SCHOOL = rf"\b(?:{OF_SUBJECT}) (?:of|for|in) (?:the )?"
_ANY = r"\b[Aa]n? "
_STREET = re.compile(
    r"\b(?:Road|Street|Avenue|Boulevard|Highway|Drive|Creek|Square|County|Airport|Island|Beach|"
    r"Harbou?r|Township|Parkway|Terrace|Quay)$"
)
"""``Mill Road``: where something is"""
_ON = r"\b(?:[Oo]n|[Aa]t|[Ii]n|[Aa]long|[Nn]ear|[Dd]own|[Ff]rom|[Oo]ff|[Uu]p) (?:the )?"


def is_nobody(name: str, text: str) -> bool:
    """``Animal Health`` of ``the School of Animal Health``, ``Mill Owner`` of ``a Mill Owner``.

    Only where the name never stands without such words before it; so does ``on Mill Road``.
    """
    if _STREET.search(name) and _is_always_behind(_ON, name, text):
        return True
    return any(_is_always_behind(words, name, text) for words in (_SCHOOL, _ANY))


def _is_always_behind(words: str, name: str, text: str) -> bool:
    found = re.findall(rf"{words}{re.escape(name)}\b", text)
    return bool(found) and text.count(name) == len(found)
