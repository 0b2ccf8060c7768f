"""Whether a text is English, whatever else stands on its page."""

from __future__ import annotations

import re

from quizapp.language import is_function_word, plain_words

_MARKUP = re.compile(
    r"<[a-zA-Z/!][^<>]{0,2000}>|&[a-z]{1,8};|https?://\S{1,500}|\"\w{1,40}\"\s?:|\d{1,4}:\d\d[\d:.,]*"
)
_UNREAD = (("<script", "</script"), ("<style", "</style"), ("<head", "</head"), ("<!--", "-->"))


def _prose(text: str) -> str:
    """What people read of a text: no markup, addresses, times or names of fields."""
    head = text[:_LONGEST_HEAD]
    for opening, closing in _UNREAD:
        head = _without(head, opening, closing)
    return _MARKUP.sub(" ", head)


def _without(text: str, opening: str, closing: str) -> str:
    """The text without what stands between two marks; in one pass, whatever is left open."""
    small, kept, at = text.lower(), [], 0
    while (start := small.find(opening, at)) >= 0:
        kept.append(text[at:start])
        end = small.find(closing, start)
        if end < 0:
            return " ".join(kept)
        at = end + len(closing)
    return " ".join((*kept, text[at:]))


_LONGEST_HEAD = 200_000
"""Characters that are looked at: a saved page has its text behind much else."""


def is_english(text: str) -> bool:
    """Whether a text is English, by its share of English function words.

    English prose has four in ten or more, short talk two; text in another language hardly one.
    Texts of fewer than twenty words are taken for English.
    """
    found = plain_words(_prose(text)[:_ENOUGH_TO_TELL])
    if len(found) < 20:
        return True
    return sum(map(is_function_word, found)) / len(found) >= _ENGLISH


_ENOUGH_TO_TELL, _ENGLISH = 20_000, 0.16
