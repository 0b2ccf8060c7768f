"""Notes above and below a talk that tell how its text was made: ``Lightly edited for print.``"""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizapp.reading.block import Block
from quizapp.reading.draft import Draft
from quizapp.reading.speakers import mark, speakers_named
from quizapp.reading.wording import is_prose, word_count

_LONGEST = 45
"""Words of such a note."""

_OF_TEXT = re.compile(
    r"\btranscri(?:pts?|ptions?|bed|ber)\b"
    r"|\b(?:edited|condensed|abridged|shortened|trimmed|tidied|cleaned up|corrected|revised|"
    r"checked|proofread|translated|typed|abbreviated)\b[^.!?]{0,30}"
    r"\b(?:for|by|down|lightly|slightly|hand|clarity|length|print|space|readability|people)\b"
    r"|\b(?:conversation|interview|discussion) (?:has been|was|is) (?:\w+ly )?(?:edited|condensed|"
    r"abridged|shortened)\b"
    r"|(?:^|[.!] )\W*(?:lightly|slightly|heavily|partly|minimally) \w+ed\b"
    r"|\b(?:auto|machine|computer|software|ai)(?:matically)?[ -]?(?:generated|made|transcribed|"
    r"written|created|captioned)\b"
    r"|\b(?:full|complete|whole|entire|unedited|verbatim) (?:text|recording|conversation|version|"
    r"interview)\b"
    r"|\b(?:excerpts?|extracts?|text|recording|tape) (?:starts?|begins?|ends?|picks? up|follows?|"
    r"is taken|continues?)\b|\b(?:starts?|begins?|picks? up) (?:at|around) \d"
    r"|\b(?:time ?(?:codes?|stamps?)|speaker (?:names|labels)|(?:in)?audible|false starts|"
    r"filler words|mishear\w*|misheard)\b"
    r"|\bend of (?:the )?(?:excerpt|extract|sample|preview|recording)\b",
    re.IGNORECASE,
)
_OF_PAGE = re.compile(
    r"\b(?:issues?|(?:this|every|last|next|each) week|weekly|week['’]s|subscri\w+|supporters?|"
    r"members|patrons|newsletter|for free|free (?:for|to|of charge|post|issue|edition|read)|"
    r"publi(?:shed|cation)|posted|edited|edition|photos?|photographs?|illustrat\w+|transcri\w+|"
    r"episodes?|podcasts?|listeners|listen (?:here|now|on|in|above|below)|"
    r"listen to (?:\w+ ){0,3}(?:audio|show|talk|conversation|interview|recording)|"
    r"(?:interview|conversation|story|text|words|pictures|images|sound|produced|recorded|written) "
    r"by|read(?:ing)? time|minute read|readers?)\b",
    re.IGNORECASE,
)
"""What tells of a page and its text; other lines in italics tell what happened."""

_OF_HELP = re.compile(
    r"^\W*(?:[Tt]hanks|[Tt]hank you) to (?:our|the|all)? ?(?:[\w-]+ ){0,4}"
    r"(?:captioners?|transcribers?|transcriptionists?|volunteers?|typists?|proofreaders?)\b"
    r"|\b(?:[Cc]orrections|[Ee]rrors|[Mm]istakes|[Tt]ypos)\b[^.!?]{0,40}[\w.-]{1,60}@[\w-]{1,60}\."
)
"""``Thanks to our volunteer captioners. Corrections: text@night.example``"""

_SPEAKS = re.compile(r"\b(?:I|I['’]\w+|my|me)\b|\byou (?:said|think|know|mean|were|are)\b")
"""Whoever speaks, as a note does not."""

_OF_MAKING = re.compile(r"\btranscribed\b|\brecording starts?\b", re.IGNORECASE)
_OF_THIS = re.compile(
    r"^\W*transcribed\b|\b(?:this|these|our|(?:the )?(?:transcript\w*|interview|text|conversation|"
    r"talk|episode|tape|excerpt|extract)|lightly|transcribed (?:and \w+ )?(?:by|from|for|with)|"
    r"at (?:\d|minute)|around \d|mid\w*|late)\b",
    re.IGNORECASE,
)
"""What tells that somebody's work or tape is the one of this very page."""

_OF_SOMEBODY = re.compile(r"\b(?:he|she|his|her|him|hers)\b", re.IGNORECASE)
"""Whoever is told about: ``He transcribed every bell`` introduces a talk."""

_APART = re.compile(r"^(?:[*_]{1,3}\S.*\S[*_]{1,3}|[*_]{0,3}[(\[].*[)\]][*_]{0,3})$", re.DOTALL)
"""In italics or in brackets."""


def without_notes(pieces: Sequence[Block], labels: frozenset[str], draft: Draft) -> list[Block]:
    """The blocks of a talk without such notes above its first mark and below its last turn.

    Below the last mark somebody may still speak: there only what is set apart is a note.
    """
    spoken = [i for i, one in enumerate(pieces) if (m := mark(one.text, labels)) and m.label]
    if not spoken:
        return list(pieces)
    above = {i for i in range(spoken[0]) if _is_note(pieces[i]) and not _tells(pieces[i])}
    above |= {i for i in range(spoken[0]) if _is_aside(pieces[i])}
    above |= _introducing(pieces[: spoken[0]], labels, draft)
    last = len(pieces)
    while last - 1 > spoken[-1] and _closes(pieces[last - 1]):
        last -= 1
    for place in sorted(above | set(range(last, len(pieces)))):
        one = pieces[place]
        draft.drop(one.start, one.end, "note on the page", one.plain)
    return [one for place, one in enumerate(pieces[:last]) if place not in above]


def _is_note(block: Block) -> bool:
    text = block.plain
    told = not block.sign and word_count(text) <= _LONGEST and not text.endswith("?")
    noted = _OF_TEXT.search(text) or _OF_HELP.search(text)
    return told and bool(noted) and not _SPEAKS.search(text)


def _is_aside(block: Block) -> bool:
    """``*Free for everybody this week.*`` above a talk, in italics."""
    text = block.plain
    slanted = block.text[:1] in "*_" and block.text[:2] not in ("**", "__")
    apart = slanted and _APART.match(block.text) is not None and not block.sign
    told = apart and word_count(text) <= _LONGEST and _OF_PAGE.search(text) is not None
    return told and not (_SPEAKS.search(text) or "?" in text)


def _introducing(above: Sequence[Block], labels: frozenset[str], draft: Draft) -> set[int]:
    """Paragraphs below the title of a page that name one who speaks, and are said by nobody.

    Below ``Transcript`` alone somebody may tell of others before the first mark; there it takes
    the full names of two who speak.
    """
    fewest = 1 if any(one.level == 1 for one in above) else _BOTH
    names = [name for name in speakers_named(labels, draft.people).values() if name]
    told = [re.compile(rf"\b{re.escape(name)}\b") for name in names if " " in name]
    if fewest == _BOTH:
        told += [
            re.compile(rf"\b{re.escape(name)} [^\W\d_a-z]\w") for name in names if " " not in name
        ]
    return {
        place
        for place, one in enumerate(above)
        if sum(name.search(one.plain) is not None for name in told) >= fewest
        and not _TO_SOMEBODY.search(one.plain)
        and is_prose(one.plain)
    }


_BOTH = 2
_TO_SOMEBODY = re.compile(r"\b(?:I|I['’]\w+|[Mm]e|[Mm]y|[Yy]ou|[Yy]our|[Ww]e|[Oo]ur|[Uu]s)\b|\?")
"""Whoever speaks, or is spoken to."""


def _tells(block: Block) -> bool:
    """Whether a text above a talk tells of somebody rather than of how it was written down."""
    text = block.plain
    made = _OF_MAKING.search(text) is not None
    return _OF_SOMEBODY.search(text) is not None or (made and not _OF_THIS.search(text))


def _closes(block: Block) -> bool:
    return _is_note(block) and _APART.match(block.text) is not None
