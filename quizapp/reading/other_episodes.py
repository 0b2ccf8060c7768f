"""Whether words that name an episode name the one of their page, or another one in passing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizapp.reading.areas import Area
from quizapp.reading.region import Region
from quizapp.reading.wording import word_count

_BEFORE = re.compile(
    r"\b(?:previous|earlier|next|other|older|last time|back in|also|see|since|like|remember|"
    r"unlike|before|if you|try|check out|go back to|sent me|follow-?up|recommend(?:s|ed)?|related|"
    r"further|(?:first|once) (?:[a-z]+ed|spoke|heard|met|came|told|said|read|was))\b"
    r"[^.!?]{0,60}$"
    r"|\b(?:through|thanks to)(?: the)?(?: podcast)? $"
    r"|\b(?:was|were|been|appeared|came) on (?:the )?$",
    re.IGNORECASE,
)
"""Before the number it is another episode's."""

_BEHIND = re.compile(
    r"(?:[,:]?\s?[“\"„][^“”\"„]{3,120}[”\"“])?,?\s"
    r"(?:before|earlier|already|previously|last (?:year|month|time)|"
    r"(?:some|many|a few|a|two|three|four|five|ten) years? ago)\s?(?:[.,;:!)]|$)"
)
"""``Night Radio, episode 7, “Deep Sleep”, before.``"""

_SENTENCE = re.compile(r"[.!?][”\")]?\s")
_LEADS = re.compile(
    r"\b(?:notes?|summary|summaries|recap|highlights|transcript|write-?up|lessons|ideas|quotes|"
    r"questions|based|taken|adapted|source|heard|hear|listen(?:ed|ing)?|welcomes?|guest|"
    r"this|these|here|today|"
    r"joins?|joined|talk(?:s|ed|ing)?|sp(?:eak|eaks|oke)|conversation|interview(?:s|ed)?|"
    r"discuss(?:es|ed)?|asks)\b",
    re.IGNORECASE,
)
_OPENS = re.compile(r"\W*(?:(?:in|on|for|from|at|about) )?(?:the )?(?:podcast |show )?", re.I)
_LONG_AGO = re.compile(
    r"\b(?:already|earlier|previously|before|last year|years? ago|back then|once)\b", re.I
)
_TELLS_NOW = re.compile(
    r"\b(?:talks|speaks|tells|explains|discusses|describes|shows|answers|joins|walks us)\b"
)
_MORE = re.compile(r"\b(?:also|more|again|elsewhere|further|longer)\b", re.IGNORECASE)
_LOOK_BACK = 80


def is_other(text: str, start: int, end: int | None = None) -> bool:
    """Whether what is named at a place is another episode: ``back in episode 4 of …``.

    With the end of the place, what stands behind it tells as well.
    """
    before = _BEFORE.search(text, max(0, start - _LOOK_BACK), start)
    return bool(before or (end is not None and _BEHIND.match(text, end)))


def in_passing(text: str, start: int, end: int, people: Sequence[str]) -> bool:
    """Whether a sentence comes to an episode by the way, on a page that names its people itself.

    ``I met Ada through episode 4 of …`` does; a sentence that begins with the episode, that says
    what the page is, or that names all who take part, tells of the page's own.
    """
    opened = [one.end() for one in _SENTENCE.finditer(text, 0, start)]
    first = opened[-1] if opened else 0
    closed = _SENTENCE.search(text, end)
    last = closed.start() if closed else len(text)
    said = text[first:last]
    if len(people) > 1 and all(one.split()[-1] in said for one in people):
        return False
    lead = text[first:start]
    if _OPENS.fullmatch(lead):
        return bool(_LONG_AGO.search(re.sub(r"[“\"„][^“”\"„]*[”\"“]", " ", text[end:last])))
    if any(part in lead.split() for one in people for part in one.split()):
        return not _TELLS_NOW.search(lead) or bool(_MORE.search(lead))
    return not _LEADS.search(lead)


_LISTED = re.compile(
    r"\b(?:related|similar|other|more|previous|past|recent|latest|next|recommended|further)\b|"
    r"\balso (?:like|enjoy|liked|listened|played)\b|^(?:up )?next\b|\blisten next\b",
    re.IGNORECASE,
)
_SAID = 3
"""Words of a line that says more than a name."""


def told_of_others(regions: Sequence[Region]) -> list[str]:
    """The lines below ``Related episodes``: those whom they name take part in others.

    So do those of ``Our episode with Ada Byron on bells`` among the links of a page.
    """
    return [
        block.text
        for region in regions
        if region.area is Area.NOISE
        for block in region.blocks
        if word_count(block.text) >= _SAID
        if _LISTED.search(region.name) or _LINKED.match(block.plain)
    ]


_LINKED = re.compile(
    r"\W*(?:our|my|the|an?|episode \d+,? (?:our|my|the|an?)?)\s?(?:\w+ ){0,2}"
    r"(?:episode|conversation|interview|talk|chat|show)\b[^.!?]{0,40}? with (?=[A-ZÀ-Þ])",
    re.IGNORECASE,
)
"""``Our episode with Ada Byron on heather honey: https://…``"""


def sentence_at(text: str, start: int, end: int) -> str:
    """The sentence that holds a place."""
    opened = [one.end() for one in _SENTENCE.finditer(text, 0, start)]
    closed = _SENTENCE.search(text, end)
    return text[opened[-1] if opened else 0 : closed.start() if closed else len(text)]
