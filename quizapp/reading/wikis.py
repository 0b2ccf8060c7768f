"""Pages of wikis: the line that names the wiki, and parts that tell of how an episode was made."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from quizapp.reading.block import Block
from quizapp.reading.draft import Draft, Source
from quizapp.reading.region import Region
from quizapp.reading.show_names import is_name_of_show
from quizapp.reading.wording import unquoted

_FROM = re.compile(
    r"From (?:the )?(?P<name>[A-Z].{2,50}?)(?: Fan)? (?:Wiki|Wikia|Fandom)", re.IGNORECASE
)
_WIKIPEDIA = re.compile(r"From Wikipedia, the free encyclopa?edia", re.IGNORECASE)
"""Below the name of an article."""

_NAMED = re.compile(r"\b(?:Wiki|Wikia|Fandom)$|^From Wikipedia")
"""``Night Radio Wiki``, at the top"""

_TOP = 6
"""Blocks."""

_APPARATUS = frozenset(
    "references|see also|external links|appearances|continuity|navigation|footnotes|citations|"
    "navigation menu|fan feed|explore wikis".split("|")
)
"""Parts that wikis have, and summaries have not, or not with others of them."""

_OF_MAKING = frozenset(
    "trivia|production|production notes|behind the scenes|continuity|errors|goofs|bloopers".split(
        "|"
    )
)

_TABS = re.compile(
    r"(?:\W*\b(?:edit(?: source)?|(?:view )?history|talk|discussion|discuss|comments?|read|"
    r"article|page|purge|view source|view|tools|more|what links here)(?:\s?[(]\d{1,4}[)])?"
    r"(?=\W|$)){2,8}\W*",
    re.IGNORECASE,
)
"""``EDIT  HISTORY  TALK (3)``: what can be done with a page."""

_WIKI_ALONE = re.compile(r"(?P<name>[A-Z].{2,50}?)(?: [Ff]an)? (?:Wiki|Wikia|Fandom)")
"""``Night Radio Wiki``, a line of its own"""

_JUMPS = re.compile(r"Jump to:? ?(?:navigation|content|search).{0,30}", re.IGNORECASE)


def without_lines_of_site(blocks: Sequence[Block], draft: Draft) -> list[Block]:
    """The top of a page without what a wiki writes below a title; its show is claimed.

    ``From Night Radio Wiki``, ``From Wikipedia, the free encyclopedia``, ``Jump to navigation``
    """
    name = _name(draft)
    text = draft.source.text if name else ""
    if name and text.count(name) > text.count(f"{name} Wiki") + text.count(f"{name} Fan Wiki"):
        draft.claim("show", name, 1)
    forms = (_FROM, _WIKIPEDIA, _JUMPS, *([_TABS, _WIKI_ALONE] if name else []))
    return [b for b in blocks if not any(form.fullmatch(b.plain) for form in forms)]


def read(draft: Draft) -> None:
    """Claims the show whose wiki a page is of, where nothing else names one.

    Wikis put the titles of episodes in quotation marks, which are none of the title.
    """
    name = _name(draft)
    if not name:
        return
    for place, claim in enumerate(draft.claims):
        if claim.field == "title":
            draft.claims[place] = replace(claim, value=unquoted(claim.value))
    if not draft.values("show"):
        draft.claim("show", name, 1)


def _name(draft: Draft) -> str:
    """The name of the wiki that a page says it is from."""
    top = draft.source.blocks[:_TOP]
    found = next(filter(None, (_FROM.fullmatch(block.plain) for block in top)), None)
    found = found or next(filter(None, (_WIKI_ALONE.fullmatch(block.plain) for block in top)), None)
    return found["name"] if found and is_name_of_show(found["name"]) else ""


def is_of_making(region: Region, source: Source) -> bool:
    """``Trivia`` on a page of a wiki: what its fans noticed about how the episode was made."""
    if _key(region) not in _OF_MAKING:
        return False
    named = any(_NAMED.search(block.plain) for block in source.blocks[:_TOP])
    return named or any(_key(one) in _APPARATUS for one in source.regions)


def _key(region: Region) -> str:
    return region.name.lower().strip(" :")
