"""Sentences put in order: without fillers, connectives and trailing clauses, closed by a stop."""

from __future__ import annotations

import re

SHORTEST, LONGEST = 6, 34
"""Words of a statement; a prompt has at most 35."""
_CONNECTIVE = re.compile(
    r"^(?:and|but|so|yes|no|well|yeah|okay|right|also|additionally|moreover|furthermore|however|"
    r"in addition|in fact|in other words|in short|in summary|to summari[sz]e|overall|ultimately|"
    r"finally|lastly|firstly|secondly|thirdly|instead|likewise|similarly|still|thus|therefore|"
    r"hence|consequently|as a result|meanwhile|nevertheless|nonetheless|conversely|"
    r"on the other hand|of course|indeed|basically|actually|essentially|interestingly|"
    r"importantly|notably|crucially|for example|for instance|in particular|specifically|then|"
    r"at the same time|after all|that said|in conclusion|key insight|note that)\s*[,:]\s+",
    re.IGNORECASE,
)
_BARE_CONNECTIVE = re.compile(r"^(?:and|but|so|also|thus|therefore|hence|yet)\s+", re.IGNORECASE)
YOU_KNOW = (
    r"(?<!\bif )(?<!\bwhen )(?<!\bas )(?<!\bonce )(?<!\bwhat )(?<!\bdo )(?<!\buntil )(?<!\bunless )"
    r"(?<!\bbefore )(?<!\bbecause )(?<!\bthat )(?<!\bwhether )you know"
    r"(?! (?:that|the|an?|what|how|why|where|when|who|which|if|it|this|your|more|enough|about|of|"
    r"him|her|them|someone|nothing|something|better|whether)\b)"
)
"""``They, you know, vote``; not ``if you know the price``."""
SORT_OF = r"(?<!\ba )(?<!\bthis )(?<!\bthat )(?<!\bwhat )(?<!\bany )(?<!\bthe )(?<!\bone )sort of"
"""``It sort of works``; not ``a sort of moss``."""
_FILLER = re.compile(
    rf"(?:,\s*)?\b(?:{YOU_KNOW}|i mean|{SORT_OF}|kind of like|um+|uh+|like,)\b,?\s*", re.IGNORECASE
)
_TRAILING = re.compile(
    r", (?:(?P<verb>[a-z]+ing)|even (?:without|though|if|when)|with the|as well as|which|"
    r"where|although|though|while)\b[^,;:]*(?:, (?:and|or) [^,;:]*)?\.$"
)


AND_MORE = re.compile(
    r", and (?=(?:(?!that|which|who|where|what)[a-zéà-ü’'-]+ ){1,4}"
    r"(?:is|are|was|were|has|have|had|can|could|will|would|should|does|do|did)\b)"
)
"""Where a second statement begins behind a reason or a definition."""


def without_trailing(text: str) -> str:
    """Without a last clause that only adds to what was said: ``…, suggesting that …``."""
    found = _TRAILING.search(text)
    if found is None or len(text[: found.start()].split()) < SHORTEST + 2:
        return text
    return closed(text[: found.start()])


def without_concession(text: str) -> str:
    """Without an opening clause that only concedes: ``While X, Y`` as ``Y``."""
    found = re.match(r"(?:While|Although|Though|Even though|Despite) [^,;]+, (?!.*\bstill\b)", text)
    return capitalised(text[found.end() :]) if found else text


_CITED = re.compile(r"(?<=[a-z])(?: \d{1,2}){2,4}(?=[.]?$)|(?<=[a-z])\[\d{1,2}\](?=[.,;]?(?: |$))")
"""Numbers of footnotes that a copy left at the end of a sentence: ``remains unknown 5 6.``"""


_INNER = re.compile(r"(?<=[a-z]), (?:however|therefore|moreover|of course), (?=[a-z])")
"""What joins a sentence to the one before it, from inside."""


def tidy(sentence: str) -> str:
    """Without a connective at the start, fillers, or a quotation mark that hangs loose."""
    text = _INNER.sub(" ", " ".join(sentence.split()))
    text = _FILLER.sub(" ", text) if _FILLER.search(text) else text
    before = None
    while before != text:
        before, text = text, _CONNECTIVE.sub("", text)
    text = _BARE_CONNECTIVE.sub("", text)
    text = _CITED.sub("", " ".join(text.split()).strip())
    return closed(capitalised(text))


def capitalised(text: str) -> str:
    """With its first letter a capital, unless its spelling is its own (``iPhone``, ``mRNA``)."""
    first = text.split(" ", 1)[0]
    if any(c.isupper() for c in first[1:]):
        return text
    return text[:1].upper() + text[1:]


def closed(text: str) -> str:
    """With a full stop where no mark ends it; semicolons and colons at the end give way to it."""
    text = text.rstrip(" ;:,–—-")
    return text if text.endswith((".", "!", "?", ".”", ".’", '."', "…")) else f"{text}."


def without_parentheses(text: str) -> str:
    """Without what stands in round brackets."""
    return re.sub(r"\s+([,.;:])", r"\1", re.sub(r"\s*\([^()]*\)", "", text))


def balanced(text: str) -> bool:
    """Whether brackets and double quotation marks come in pairs."""
    pairs = (("(", ")"), ("[", "]"), ("“", "”"))
    return all(text.count(a) == text.count(b) for a, b in pairs) and text.count('"') % 2 == 0
