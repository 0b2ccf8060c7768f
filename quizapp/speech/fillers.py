"""The words that fill a sentence while somebody thinks: ``they, you know, sort of vote``."""

from __future__ import annotations

import re

from quizapp.speech.phrases import table, words

_YOU_KNOW = (
    r"(?<!\bif )(?<!\bdo )(?<!\bdid )(?<!\bthat )(?<!\bwhat )(?<!\bonce )(?<!\bwhen )"
    r"(?<!\bas )you know(?! (?:that|the|an?|what|how|why|where|when|who|which|if|it|this|your|"
    r"about|of|exactly)\b)"
)
"""``They, you know, vote``, but not ``if you know that they vote``."""
_BETWEEN = re.compile(
    table(
        {
            "stressing": (
                "basically",
                "actually",
                _YOU_KNOW,
                "I mean",
                "obviously",
                "literally",
                "honestly",
                "frankly",
            )
        },
        before=r",? \b",
        after=r"\b,?(?=[ .])",
    ).pattern
    + "|"
    + table(
        {
            "saying that one says so": (
                r"I think(?: that(?! (?:is|was|were|are)\b))?",
                "I should say",
                "I['’]d say",
                "I would say",
                "let['’]s say",
                "if you like",
                "as it were",
                "so to speak",
            ),
            "taking it half back": (
                "of course",
                "to be honest",
                "in a sense",
                "in some sense",
                "(?:kind|sort) of(?=,)",
            ),
            "looking for a word": (
                "(?:well|say)(?=,)",
                r"what(?=, (?:\w+ )?(?:\d|hundred|thousand|percent))",
            ),
        },
        before=", ",
        after=r"\b,?(?=[ .])",
    ).pattern,
    re.IGNORECASE,
)
_KIND_OF = re.compile(
    r"(?P<before>\b(?:"
    + words("is are was were be it they we you that and just can to do does will would could")
    + r"|['’](?:s|re|d|ll)),?) (?:sort|kind) of,?(?= )",
    re.IGNORECASE,
)
_SOUND = re.compile(
    r"(?P<comma>,?) \b(?:um+|uh+|er|erm|ah|hmm?|mm|I don['’]t know(?=,))\b"
    r"(?P<after>,?)(?= (?P<next>[\w’'-]+))",
    re.IGNORECASE,
)
"""``that's, um, mostly what we advise``: a sound made while thinking."""
_BEGUN = 4
"""Words before a sound of which one may be said again after it."""


def without_sounds(text: str) -> str:
    """A text without ``um`` and ``uh``."""
    return _SOUND.sub(_without_sound, text)


def without_fillers(text: str) -> str:
    """A text without ``you know``, ``I mean``, ``kind of`` and the like."""
    return _KIND_OF.sub(r"\g<before>", _BETWEEN.sub(_comma_kept, text))


def _without_sound(found: re.Match[str]) -> str:
    """``it's, um, it's`` keeps the comma before what is begun anew; ``about, um, ten`` does not."""
    said = found.string[: found.start()].lower().split()[-_BEGUN:]
    comma = found["comma"] and (not found["after"] or found["next"].lower() in said)
    return "," if comma else ""


def _comma_kept(found: re.Match[str]) -> str:
    """``they can do, I think they can`` keeps its comma; ``they, you know, can`` loses both.

    What is begun anew keeps it too: ``that's, you know, that's``.
    """
    if not found[0].startswith(","):
        return ""
    after = found.string[found.end() :].lower().split()[:1]
    before = found.string[: found.start()].lower().split()[-1:]
    return "," if not found[0].endswith(",") or after == before else ""
