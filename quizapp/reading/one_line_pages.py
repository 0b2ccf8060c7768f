"""A whole page in one line, as some extractions leave it: cut before the labels that are glued."""

from __future__ import annotations

import re

from quizapp.reading.forms import Form
from quizapp.reading.names import NAME, bare_name, is_name

_LONG = 1_500
"""Letters of a line that may be a page."""

_FIELDS = (
    r"Podcast Name|Show Name|Episode Title|Episode Number|Host Names?|Guest Names?|"
    r"Publish(?:ed)? Date|Release Date|Episode Description"
)
_FIELD = re.compile(rf"(?:(?<=\s)|(?<=[a-z\d)]))(?=(?:{_FIELDS})[A-Z\d])")
_PART = re.compile(
    r"(?:(?<=[^\d]\s)|(?<=[a-z\d.!?”\")]))(?=(?:At a [Gg]lance|AT A GLANCE|Topics [Cc]overed|"
    r"WHAT IT['’]S REALLY ABOUT|(?:\d{1,2}\s)?(?:[Kk]ey [Ii]deas|[Kk]ey [Tt]akeaways|ideas|quotes|"
    r"insights|takeaways|questions|highlights|topics|chapters)|TL;?DR|Words [Ww]orth [Ss]aving|"
    r"WORDS WORTH SAVING|"
    r"IDEAS WORTH REMEMBERING|Q&A|FAQ|Transcript)(?:[A-Z“\"]|\d{1,2}:\d\d))"
)
_PUBLISHED = re.compile(r"(?<=[a-z])(?=Published[A-Z])")
_BULLET = re.compile(r"(?<=[a-z\d.!?”\")])\s-\s(?=[A-Z“\"])")
_FORM = 3
"""So many labels glued to their values are those of a page."""


def apart(lines: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Numbered lines; one that is a page is several with its number."""
    told = [(number, text) for number, text in lines if text.strip()]
    if len(told) > _FORM or not any(len(text) > _LONG for _, text in told):
        return lines
    return [(number, part) for number, text in lines for part in _parts(text)]


def _parts(text: str) -> list[str]:
    if len(text) <= _LONG or len(_FIELD.findall(text)) < _FORM:
        return [text]
    cut = text
    for form in (_FIELD, _PART, _PUBLISHED):
        cut = form.sub("\n", cut)
    cut = _signed(_BULLET.sub("\n- ", cut))
    return [part.strip() for part in cut.split("\n") if part.strip()]


_LABELLED = re.compile(r"^.*Name(?=[A-Z])")
_CAST = Form(rf"(?P<name>{NAME})(?:host|guest)(?=[A-Z\s]|$)")


def _signed(text: str) -> str:
    """``It is late.Ada ByronIt is early.``: who said it on a line of its own, of those who talk."""
    names = {_LABELLED.sub("", found["name"]) for found in _CAST.finditer(text)}
    known = sorted((bare_name(name) for name in names if is_name(name)), key=len, reverse=True)
    if not known:
        return text
    behind = "|".join(map(re.escape, known))
    return re.sub(rf"(?<=[.!?…”\"])({behind})(?=[A-Z“\"]|\s*\n|$)", r"\n— \1\n", text)
