"""What those who speak on a page, and its foot, call the show: ``Welcome to Night Radio.``"""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizapp.reading.names import is_name
from quizapp.reading.people import resolve
from quizapp.reading.show_names import is_name_of_show

_SAID = r"[Ww]elcome (?:back )?to|[Tt]his is|[Ll]istening to|[Ee]pisode of"
_BID = r"[Ss]ubscribe to|[Ee]dition of|[Ss]upport"
"""What is said of magazines and sites too."""
_BEHIND = (
    r"is (?:produced|presented|hosted|made|edited|recorded|supported|brought to you|out|"
    r"(?:an?|the) (?:[a-z-]+ ){0,3}(?:podcast|show|series|programme|conversation))\b"
)
_SORT = re.compile(r"^(?P<name>.{3,48}?)\s(?:podcast|pod)$")
"""``Night Radio podcast``: a small word that says what it is"""


def is_said(name: str, text: str) -> bool:
    """Whether a text says of a name what is said of shows only: ``Welcome to Night Radio``."""
    return re.search(rf"\b(?:{_SAID}) {re.escape(name)}(?!\w)", text) is not None


def is_called(name: str, text: str) -> bool:
    """Whether a text calls a show by this very name, and not ``Night Radio podcast``."""
    bare = rf"{re.escape(name)}(?!\w)"
    before = rf"\b(?:{_SAID}|{_BID}) {bare}(?! (?:[Pp]odcast|[Ss]how)\b)"
    return re.search(rf"{before}|(?<![\w’'] ){bare} {_BEHIND}", text) is not None


def without_sort(name: str, text: str, people: Sequence[str]) -> str:
    """``Night Radio podcast`` → ``Night Radio``, where the page calls the show so elsewhere.

    A show that is called after one of the ``people`` keeps its whole name.
    """
    found = _SORT.match(name) or _TITLED_SORT.match(name)
    bare = found["name"] if found else ""
    if not bare or is_name(name) or not is_name_of_show(bare) or resolve(bare, people):
        return name
    named = found is not None and found.re is _TITLED_SORT and _stands_alone(bare, text)
    return bare if named or is_called(bare, text) else name


_TITLED_SORT = re.compile(r"^(?P<name>(?!The )\S.{3,48}?)\sPodcast$")
"""``Night Radio Podcast``; ``The Night Podcast`` is called so as a whole."""


def _stands_alone(name: str, text: str) -> bool:
    """Whether a page says ``Night Radio #12``, or ends a line on ``Ada Byron on Night Radio``."""
    counted = rf"\b{re.escape(name)},? (?:[Ee]p(?:isode)?\.? ?#?|#)\d{{1,4}}\b"
    title = rf"(?m:^)[^\n]{{0,150}}[A-Z][\w’'-]+ on {re.escape(name)}(?m:$)"
    return re.search(f"{counted}|{title}", text) is not None
