"""A ``non-`` or a ``without`` taken back."""

from __future__ import annotations

import re

_PREFIX = re.compile(r"\b(?P<article>a )?non-(?P<rest>[a-z]+)\b")
_WITHOUT = re.compile(
    r"(?<!not )\bwithout (?=[a-z])(?!\w+ing\b|(?:any|trial|doubt|fail|delay|warning|exception|"
    r"effect|success|question|notice|permission|pay|cause|reason)\b)"
)


def turned_prefix(text: str) -> str | None:
    """``non-recurrent`` as ``recurrent``, or ``without`` as ``with``: the one that stands there."""
    if re.search(r"\b(?:not|never|cannot|unless|while|although|but|because|so)\b", text):
        return None
    if re.search(r"(?:less|impossible|pointless|hopeless) without\b", text):
        return None  # worthless with what it needs: nobody would say so
    found = _PREFIX.search(text)
    if found is not None:
        article = found["article"] or ""
        if article and found["rest"][0] in "aeiou":
            article = "an "
        return f"{text[: found.start()]}{article}{found['rest']}{text[found.end() :]}"
    spots = list(_WITHOUT.finditer(text))
    if len(spots) != 1:
        return None
    return f"{text[: spots[0].start()]}with {text[spots[0].end() :]}"
