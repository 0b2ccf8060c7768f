"""Words by which people think aloud, and turns of speech that only the talk explains."""

from __future__ import annotations

import re

_WORDS = re.compile(
    r"\b(?:I|me|my|mine|(?<!surprise )(?<!help )(?<!helps )(?<!allows )(?<!lets )(?-i:us)|our|ours|"
    r"yours|let's|pretty|"
    r"(?<!\ba )(?<!another )(?<!any )(?<!each )(?<!what )(?<!new )(?<!different )(?<!one )(?<!the )"
    r"(?:kind|sort) of|okay|yeah|something|"
    r"somehow|some number of|stuff|lots?|whatever|anyway|maybe|guess|or rather|what that means|"
    r"no question|like that|and so on|so then|a little bit|on that|we['’]ll|we talk(?:ed)?|"
    r"talk(?:ed|ing)? about|produced by|music by|edited by|really,|very,|but,|and,|so,)(?!\w)",
    re.IGNORECASE,
)
_MARKS = re.compile(r"[\"“”…?!]|—|--|\.\.")
_STARTS = re.compile(
    r"^(?:(?:then|as|let|oh|so|well|like|we|try|don['’]t)\b|it(?: is|['’]s) (?:the|an?)\b|"
    r"(?:what|how|why|where|who)(?: (?:about|to|if)\b|['’]s\b)|there (?:was|were) (?!no\b)|"
    r"there (?:is|are) \w+, |(?:\S+ ){1,4}and (?:we|I|he|she|they|you) |"
    r"[A-Z][\w-]*, (?:in|at|on) [^,]+, and\b|"
    r"there(?: is|['’]s| was) (?:an?|the|this) (?:[\w-]+ )?(?:study|paper|book|meta-analysis|"
    r"survey|"
    r"work|experiment|story|line|link|quote|word|name|moment|time|day|picture|photo)\b)",
    re.IGNORECASE,
)
"""What takes up the talk, or only says that there is a thing."""
_TURNS = re.compile(
    r"\b(?:does|did|do|is|was|were|are), (?:he|she|it|they)\b|"
    r"\b(you|they|we|it) (?:can|could|will|would), .*\b\1 (?:can|could|will|would)\b|"
    r"\bthat['’]s\b|\bit['’]s (?:able|like)\b|\bis (?:what|when)\b|"
    r"\b(?:find|do|did|does|like|with|for|about|see|know) that (?:so|too|very|hard|easy|and|but|in|"
    r"at|when|because|if)\b|"
    r"\b(?:at|of|to|in|for|with|on|the|an?|that|than|is|are|which),|"
    r"\bthere['’]?s? (?:some|many|all|two|\w+s who)\b|"
    r", (?:it|that|this|they)(?: was| is|['’]s| were| are) [^,]+, |, (?:you|they|he|she|it) \w+, |"
    r", the (?:first|second|last|other)(?: one)? (?:is|was|are|were)\b|"
    r", (?:everybody|everyone|nobody|somebody|anybody) |^of the \w+|"
    r"\b(?:is|was) the (?:best|worst|greatest) \w+ (?:in|of) \w+\.?$|\bin the (?:spring|summer|"
    r"autumn|fall|winter)(?! of\b)|"
    r"\bthings?\b(?! (?:that|which|like|about|of)\b)",
    re.IGNORECASE,
)
"""Sentences begun anew, run together, or without a word that says which."""
_HYPOTHETICAL = re.compile(
    r"\b(?:let['’]s say|let us say|say,|imagine|suppose|pretend|"
    r"let['’]s)\b",
    re.IGNORECASE,
)


def thinks_aloud(text: str) -> bool:
    """Whether a sentence has words that nobody would write."""
    return any(pattern.search(text) for pattern in (_WORDS, _MARKS, _STARTS, _TURNS))


def is_made_up(sentence: str) -> bool:
    """Whether a sentence, as it was said, only supposes: ``let's say, a thousand dollars``."""
    return _HYPOTHETICAL.search(sentence) is not None
