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

    ``number`` None asks for all of them. Several answers are joined with ``; ``.
    """
    answers: list[str] = []

    def shown(mark: re.Match[str]) -> str:
        hidden = mark[2].partition("::")[0]  # what follows is a hint
        if number is not None and int(mark[1]) != number:
            return hidden
        answers.append(plain(hidden, media_mark))
        return BLANK

    prompt = plain(_CLOZE.sub(shown, html[:_LONGEST]), media_mark)
    return prompt, "; ".join(answers)
