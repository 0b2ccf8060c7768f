"""Boxes of notes: ``> [!tip] Boil it twice`` and the lines below it, told by what they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from quizapp.reading.headings import area_named
from quizapp.reading.names import bare_name, is_name, is_short_name
from quizapp.reading.times import CLOCK
from quizapp.reading.wording import is_prose, plain

_HEAD = re.compile(
    r"^\s{0,3}(?:>\s?){1,2}\[!(?P<sort>[\w-]{2,20})(?:\|[^\[\]]{0,30})?\][+-]?\s*(?P<title>.*)$"
)
_BODY = re.compile(r"^\s{0,3}(?:>\s?){1,2}(?P<text>.*)$")
_ANCHOR = re.compile(r"\s\^[\w-]{1,40}\s*$")
"""``^q1``: what links to a line."""

_CLOCK = re.compile(rf"^[(\[]?{CLOCK}[)\]]?$")
_AT = re.compile(rf"(?:[\s,]|[@·•|–—-](?=\s?[(\[\d])){{1,4}}[(\[]?(?P<time>{CLOCK})[)\]]?$")
"""``Ada Byron (11:40)``, ``Ada Byron @ 11:40``: whom a box quotes, and when it was said"""

_TIME_FIRST = re.compile(rf"^[(\[]?(?P<time>{CLOCK})[)\]]?[\s,·•|–—-]{{1,4}}(?=[^\W\d])")

_ASKED = "Q: "
_SAYS = re.compile(r"\s*[^\W_]|\s*[\"“„*_][^\W_]")
"""A line of words, and neither an item nor a mark."""

_RULE = "---"
"""Behind a question's box: what follows is no part of the answer."""

_QUOTES = frozenset({"quote", "cite", "quotes", "blockquote"})
_SUMMARIES = frozenset({"abstract", "summary", "tldr"})
_QUESTIONS = frozenset({"question", "faq", "help", "qa"})


def without_boxes(lines: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Numbered lines in which each box is a heading with its text, or a signed quote.

    What is asked in a box is answered in it. A box for a summary that holds nothing is none.
    """
    sort, title, asked = "", "", False
    held: tuple[int, str] | None = None
    heading: tuple[int, str] | None = None
    answered: int | None = None
    for number, raw in lines:
        found = _HEAD.match(raw) if "[!" in raw[:12] else None
        body = _BODY.match(raw) if sort and not found else None
        if held and not body:
            yield _signed(held, title)
            held = None
        if heading and not (body and not body["text"].strip()):
            if body or sort not in _SUMMARIES:
                yield heading
            heading = None
        if found:
            answered = None
            sort, title = found["sort"].lower(), _ANCHOR.sub("", found["title"]).strip(" *")
            if sort in _QUOTES and is_prose(title):
                held, title = (number, f"> {title}"), ""
            else:
                heading = number, _heading(sort, title)
                asked = heading[1].startswith(_ASKED)
        elif body and heading:
            continue
        elif body and sort in _QUOTES:
            text = _ANCHOR.sub("", body["text"])
            signs = held is not None and is_name(text.partition(",")[0].strip())
            if held:
                yield held
            held = (number, f"> — {text}" if signs else f"> {text}")
        elif body:
            text = _ANCHOR.sub("", body["text"])
            yield number, f"A: {text}" if asked and _SAYS.match(text) else text
            asked = asked and not text.strip()
        else:
            answered = number if sort in _QUESTIONS and not raw.strip() else answered
            if answered is not None and raw.strip():
                yield answered, _RULE
                yield answered, ""
                answered = None
            # A line right below a box goes on with it, as Markdown has it.
            sort = sort if sort in _QUESTIONS and raw.strip() else ""
            yield number, raw
    if held:
        yield _signed(held, title)
    elif heading and sort not in _SUMMARIES:
        yield heading


def _heading(sort: str, title: str) -> str:
    if sort in _QUOTES:
        return ""
    if sort in _SUMMARIES:
        return f"###### {title if area_named(title) else 'Summary'}"
    if sort in _QUESTIONS and title:
        return f"{_ASKED}{title}"
    return f"###### {title or sort.capitalize()}"


def _signed(line: tuple[int, str], title: str) -> tuple[int, str]:
    """The last line of a quote, with whoever the title of its box names."""
    if _CLOCK.match(title):
        return line[0], f"{line[1]} ({title.strip('()[]')})"
    title = plain(title)
    at = _AT.search(title) or _TIME_FIRST.match(title)
    name = (title[: at.start()] or title[at.end() :]).strip() if at else title
    time = f" ({at['time']})" if at else ""
    named = is_name(bare_name(name)) or (at is not None and is_short_name(name))
    return (line[0], f"{line[1]} — {name}{time}") if named and name not in line[1] else line
