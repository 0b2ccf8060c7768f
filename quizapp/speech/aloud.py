"""Words by which people think aloud, and turns of speech that only the talk explains."""

from __future__ import annotations

import re

from quizapp.speech.phrases import table, words

_KIND_OF = (
    r"(?<!\ba )(?<!another )(?<!any )(?<!each )(?<!what )(?<!new )(?<!different )(?<!one )"
    r"(?<!the )(?:kind|sort) of"
)
"""``It kind of works``, but not ``another kind of signal``."""
_WORDS = table(
    {
        "who speaks": ("I", "me", "my", "mine"),
        "who is there": (
            r"(?<!surprise )(?<!help )(?<!helps )(?<!allows )(?<!lets )(?-i:us)",
            "our",
            "ours",
            "yours",
            "let's",
            "we['’]ll",
        ),
        "not saying which": (
            "something",
            "somehow",
            "some number of",
            "stuff",
            "lots?",
            "whatever",
            "anyway",
            "like that",
            "and so on",
            "a little bit",
            "on that",
        ),
        "not being sure": ("pretty", _KIND_OF, "maybe", "guess", "or rather"),
        "keeping the talk going": (
            "okay",
            "yeah",
            "what that means",
            "no question",
            "so then",
            "really,",
            "very,",
            "but,",
            "and,",
            "so,",
        ),
        "about the talk": (
            "we talk(?:ed)?",
            "talk(?:ed|ing)? about",
            "produced by",
            "music by",
            "edited by",
        ),
    },
    before=r"\b",
    after=r"(?!\w)",
)
_MARKS = re.compile(r"[\"“”…?!]|—|--|\.\.")
_TOLD_OF = words(
    "study paper book meta-analysis survey work experiment story line link quote word name moment "
    "time day picture photo"
)
_KIND = r"(?:thing|(?:kind|sort|type|form) of \w+)"
_STARTS = table(
    {
        "taking up the talk": (
            r"(?:then|as|let|oh|so|well|like|we|try|don['’]t)\b",
            r"it(?: is|['’]s) (?:the|an?)\b",
            r"(?:what|how|why|where|who)(?: (?:about|to|if)\b|['’]s\b)",
        ),
        "only saying that there is a thing": (
            r"there (?:was|were) (?!no\b)",
            r"there (?:is|are) \w+, ",
            rf"there(?: is|['’]s| was) (?:an?|the|this) (?:[\w-]+ )?{_TOLD_OF}\b",
            rf"there(?: is|['’]s) (?:an?|another|the|some) {_KIND} (?:(?:that|which) is )?called\b",
        ),
        "a story of several": (
            r"(?:\S+ ){1,4}and (?:we|I|he|she|they|you) ",
            r"[A-Z][\w-]*, (?:in|at|on) [^,]+, and\b",
        ),
    },
    before="^",
)
_IS = "(?: was| is|['’](?:s|re)| were| are)"
_CASES = words(
    "if when once unless until without with because since although though while after before as in "
    "on at for from by what"
)
"""What opens a clause, or a phrase, that another follows."""
_TURNS = table(
    {
        "begun anew": (
            r"\b(?:does|did|do|is|was|were|are), (?:he|she|it|they)\b",
            r"\b(you|they|we|it) (?:can|could|will|would), .*\b\1 (?:can|could|will|would)\b",
            r"\b(?:at|of|to|in|for|with|on|the|an?|that|than|is|are|which),",
            r"^of the \w+",
        ),
        "not saying what": (
            r"\bthat['’]s\b",
            r"\bit['’]s (?:able|like)\b",
            r"\bis (?:what|when)\b",
            (
                r"\b(?:find|do|did|does|like|with|for|about|see|know) that "
                r"(?:so|too|very|hard|easy|and|but|in|at|when|because|if)\b"
            ),
            r"\bthings?\b(?! (?:that|which|like|about|of)\b)",
        ),
        "not saying which": (
            r"\bthere['’]?s? (?:some|many|all|two|\w+s who)\b",
            r"\b(?:is|was) the (?:best|worst|greatest) \w+ (?:in|of) \w+\.?$",
            r"\bin the (?:spring|summer|autumn|fall|winter)(?! of\b)",
        ),
        "run together": (
            r", (?:it|that|this|they)(?: was| is|['’]s| were| are) [^,]+, ",
            rf"^(?!{_CASES}\b).*, (?:it|that|this|they){_IS} [^,]+\.$",
            r", (?:you|they|he|she|it) \w+, ",
            r", the (?:first|second|last|other)(?: one)? (?:is|was|are|were)\b",
            r", (?:everybody|everyone|nobody|somebody|anybody) ",
        ),
    }
)
_HYPOTHETICAL = table(
    {
        "supposing": (
            r"let['’]s say",
            "let us say",
            "say,",
            "imagine",
            "suppose",
            "pretend",
            r"let['’]s",
        )
    },
    before=r"\b",
    after=r"\b",
)


def thinks_aloud(text: str) -> bool:
    """Whether a sentence has words that nobody would write."""
    return any(pattern.search(text) for pattern in (_WORDS, _MARKS, _STARTS, _TURNS))


def is_made_up(sentence: str) -> bool:
    """Whether a sentence, as it was said, only supposes: ``let's say, a thousand dollars``."""
    return _HYPOTHETICAL.search(sentence) is not None
