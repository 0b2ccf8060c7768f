"""Shows that stand before a title, with a number or a quotation: ``Night Radio 12, Deep Sleep``."""

from __future__ import annotations

import re

from quizapp.identity import fold
from quizapp.reading.draft import Draft
from quizapp.reading.people import resolve
from quizapp.reading.show_names import is_name_of_show, is_no_person
from quizapp.reading.wording import plain

_TWO = 2
_COUNTED_BEFORE = re.compile(
    r"^(?:(?i:transcript|summary|show notes|notes): )?"
    r"(?P<show>[A-Z][\w'’& ]{2,40}?) (?:#|[Ee]p(?:isode)?\.? ?#?)?(?P<number>\d{1,4}), "
    r"(?P<title>[A-Z“\"].{3,})$"
)
"""``Night Radio 12, Deep Sleep``"""
_COUNTED_SORT = re.compile(
    r"^(?P<show>[A-Z][\w'’& ]{2,40}?) (?:#|[Ee]p(?:isode)?\.? ?#?)?(?P<number>\d{1,4}) "
    r"(?i:transcript|recap|summary|notes|highlights|show notes)(?:: (?P<title>\S.{3,}))?$"
)
"""``Night Radio 12 transcript``, ``Night Radio 12 recap: Deep Sleep``"""


def _is_the_show(name: str, draft: Draft) -> bool:
    """Whether a page says that something before a number is a show: ``This is Night Radio``.

    ``Apollo 11`` may stand again and again, and is what is talked about.
    """
    known = [fold(show) for show in draft.values("show")]
    if known:
        return fold(name) in known
    said = re.compile(
        r"(?:[Tt]his is|[Ww]elcome (?:back )?to|[Ll]isten(?:ing)? to|[Ee]pisodes? of|[Oo]n this|"
        r"(?:[Tt]his|[Ll]ast) week['’]s|[Pp]odcast:?|[Ss]how:?) [“\"*_]{0,3}(?:the )?"
        rf"{re.escape(name)}\b(?! ?#?\d)|\b{re.escape(name)} (?:[Pp]odcast|[Ss]how)\b"
    )
    return said.search(draft.source.text) is not None


def take_counted_sort(text: str, line: int, draft: Draft) -> bool:
    """Claims show, number and title of a line that says which part of which episode a page is."""
    found = _COUNTED_SORT.match(plain(text))
    if found is None or not is_name_of_show(found["show"]) or resolve(found["show"], draft.people):
        return False
    if not _is_the_show(found["show"], draft):
        return False
    draft.claim("show", found["show"], line)
    draft.claim("number", int(found["number"]), line)
    title = found["title"] or ""
    draft.claim("title", title[:1].upper() + title[1:] or None, line)
    return True


_QUOTED_BELOW = re.compile(
    r"^(?P<show>[A-Z][^:|“”\"]{2,40}): [“\"](?P<title>[^“”\"]{4,120}?)[”\"]$"
)
"""``Night Radio: “Deep Sleep”``"""


def without_told_show(text: str, line: int, draft: Draft) -> str:
    """A title without the show before it, where the page or the title's capitals tell which is."""
    counted = _COUNTED_BEFORE.match(plain(text))
    quoted = _QUOTED_BELOW.match(plain(text))
    found = counted or quoted
    if found is None or not is_name_of_show(found["show"]):
        return text
    if resolve(found["show"], draft.people) or not (counted or is_no_person(found["show"])):
        return text
    again = _is_the_show(found["show"], draft)
    titled = quoted is not None and _is_in_capitals(found["title"])
    if not again and (not titled or draft.values("show")):
        return text  # "Apollo 11, The Landing"
    draft.claim("show", found["show"], line)
    if counted is not None:
        draft.claim("number", int(found["number"]), line)
    return found["title"].strip()


def _is_in_capitals(title: str) -> bool:
    """Whether the words of a title are written with capitals, as nothing that is said."""
    words = [word for word in title.split() if len(word) > _SMALL_WORD]
    return len(words) >= _TWO and all(word[:1].isupper() for word in words)


_SMALL_WORD = 3
