"""``Night RadioDeep Sleep``: show, season or number that an extraction glued to a title."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizapp.reading.draft import Draft
from quizapp.reading.people import resolve
from quizapp.reading.show_names import is_name_of_show
from quizapp.reading.wording import plain, word_count

_TWO = 2

_GLUED_SEASON = re.compile(
    r"^(?P<show>[A-Z][^\d:|]{2,40}?[a-z\d!?])(?:Season|Series)\s?\d{1,2}"
    r"(?:,?\s?(?:Episode|Ep\.?|E)\s?(?P<number>\d{1,3}))?(?P<title>[A-Z“\"].{3,})$"
)
"""``Night RadioSeries 3Salt, From Sea to Table``: show, season and title glued together."""

_GLUED_COUNT = re.compile(
    r"^(?P<show>[A-Z][^\d:|]{2,40}?[a-z!?])(?:(?:Episode|Ep\.?)\s?#?|#\s?)?"
    r"(?P<number>\d{1,3})(?P<sign>[.:]|\s?[|·–—-])\s(?P<title>[A-Z“\"].{3,})$"
)
"""``Night Radio12. Salt, From Sea to Table``: a show, glued to the number of its episode."""


def without_season(text: str, line: int, draft: Draft) -> str:
    """A title without the show and season that are glued together before it."""
    glued = _GLUED_SEASON.match(plain(text))
    if not glued:
        return text
    draft.claim("show", glued["show"], line)
    draft.claim("number", int(glued["number"]) if glued["number"] else None, line)
    return glued["title"]


_SEAM = re.compile(r"(?<=[^\W\d_]{3}[a-zß-öø-ÿ])(?=[A-ZÀ-Þ][a-zß-öø-ÿ]+\s)")


def _told_again(text: str, page: str) -> list[str]:
    """What stands before a seam of a title, and twice more in the page before other words."""
    cuts = ((text[: seam.start()], text[seam.start() :]) for seam in _SEAM.finditer(text[:_TITLE]))
    return [head for head, rest in cuts if page.count(head) - page.count(head + rest[:3]) >= _TWO]


_TITLE = 300
"""Letters of a title, at the most."""


def without_show(text: str, around: Sequence[str], line: int, draft: Draft) -> str:
    """``Night RadioDeep Sleep`` as ``Deep Sleep``, where the page has ``More from Night Radio``.

    So it is where ``Night Radio`` stands elsewhere in the page, with something else behind it.
    """
    if draft.values("show"):
        return text
    for name in (*around, *_told_again(text, draft.source.text)):
        rest = text.removeprefix(name)
        parted = rest != text and name[-1].islower() and rest[:1].isupper()
        if parted and " " in name and " " in rest and not resolve(name, draft.people):
            draft.claim("show", name, line)
            return rest
    return text


_COUNT_WORDS = frozenset("ep eps episode no nr part season series vol volume chapter".split())


def without_count(text: str, line: int, draft: Draft) -> str:
    """A title without the show and number that are glued together before it."""
    found = _GLUED_COUNT.match(plain(text))
    if not found or word_count(found["show"]) < _TWO or not is_name_of_show(found["show"]):
        return text
    if found["show"].split()[-1].lower() in _COUNT_WORDS:
        return text  # "Night Radio Ep12: Deep Sleep"
    glued = f"{found['show']}{found['number']}" in found[0]  # no "Episode" or "#" between
    known = draft.source.text.count(found["show"]) >= _TWO
    if glued and found["sign"] != "." and not known:
        return text  # "Inside Studio54: The Night That Made Disco"
    draft.claim("show", found["show"], line)
    draft.claim("number", int(found["number"]), line)
    return found["title"]
