"""What a field of an Anki note says, without its HTML: plain text, as a person reads it.

Pictures and sounds are left out, but for those that are kept beside the library: a field names ours
by the names we gave them, and ``media`` gives the marks of others'.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser

from quizapp import media
from quizapp.exchange.fields import BLANK

_BREAKS = frozenset("br div p li ul ol tr table h1 h2 h3 h4 h5 h6 hr blockquote pre".split())
_UNSEEN = frozenset("script style head template noscript iframe object svg math textarea".split())
_MEDIA_MARK = re.compile(r"\[(?:sound:([^\]]*)|/?anki:[^\]]*)\]")
_CLOZE = re.compile(r"\{\{c(\d{1,3})::((?:(?!\{\{|\}\}).)*)\}\}", re.DOTALL)
_PART = re.compile(r"<div[^>]*\bdata-part=[\"']?(\d+)[^>]*>")
_HIDDEN_ARTICLE = re.compile(r"(a\(n\)) …", re.IGNORECASE)
_ITS_ARTICLE = re.compile(r"^an?\s+", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\r\f\v\xa0]+")
_LINES = re.compile(r" ?\n[ \n]*")
_LONGEST = 200_000


def ours(name: str) -> str:
    """The mark of a file that is kept beside the library, by its name there; else nothing."""
    return media.mark(name) if media.NAME.fullmatch(name) else ""


class _Words(HTMLParser):
    """Collects what is seen; elements that hold programs or styles are passed over."""

    def __init__(self, media_mark: Callable[[str], str]) -> None:
        super().__init__(convert_charrefs=True)
        self.media_mark = media_mark
        self.parts: list[str] = []
        self.unseen: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.unseen is None and tag in _UNSEEN:
            self.unseen = tag
        elif tag == "img" and self.unseen is None:
            self.parts.append(self.media_mark(dict(attrs).get("src") or ""))
        elif tag in _BREAKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag == self.unseen:
            self.unseen = None
        elif tag in _BREAKS and tag != "br":
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if self.unseen is None:
            self.parts.append(data)


def plain(html: str, media_mark: Callable[[str], str] = ours) -> str:
    """The text of a field: no elements, lines kept, white space folded."""
    words = _Words(media_mark)
    words.feed(html[:_LONGEST])
    words.close()
    text = _MEDIA_MARK.sub(lambda mark: media_mark(mark[1] or "") or " ", "".join(words.parts))
    return _LINES.sub("\n", _SPACES.sub(" ", text)).strip()


def same(one: str, other: str) -> bool:
    """Whether two texts differ in white space at most."""
    return one.split() == other.split()


def cloze(
    html: str, number: int | None = None, media_mark: Callable[[str], str] = ours
) -> tuple[str, str]:
    """Prompt and answer of a cloze: blanks where it asks, the other clozes shown as they are.

    ``number`` None asks for all of them. Several answers are joined with ``; ``. An article that
    stands in a cloze and in its hint belongs to the prompt.
    """
    answers: list[str] = []

    def shown(mark: re.Match[str]) -> str:
        hidden, _, hint = mark[2].partition("::")
        if number is not None and int(mark[1]) != number:
            return hidden
        answer = plain(hidden, media_mark)
        article = _HIDDEN_ARTICLE.fullmatch(plain(hint))
        if article:
            answer = _ITS_ARTICLE.sub("", answer)
        answers.append(answer)
        return f"{article[1]} {BLANK}" if article else BLANK

    told = html[:_LONGEST] if number is None else part(html[:_LONGEST], number)
    prompt = plain(_CLOZE.sub(shown, told), media_mark)
    return prompt, "; ".join(answers)


def part(html: str, number: int) -> str:
    """The part of a cloze note's text that asks for a blank; all of it where it has no parts.

    A part goes as far as the next one begins, whatever an editor did to the elements between; one
    that was parted by a new line is put together.
    """
    before, *found = _PART.split(html)
    parts: dict[str, str] = {}
    for name, text in zip(found[::2], found[1::2], strict=True):
        parts[name] = f"{parts[name]}<br>{text}" if name in parts else text
    asks = f"{{{{c{number}::"
    return next((text for text in parts.values() if asks in text), "" if parts else before)
