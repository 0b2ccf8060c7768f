"""A whole page in one line, as some extractions leave it: cut before the labels that are glued."""

from __future__ import annotations

import re

from quizapp.reading.forms import Form
from quizapp.reading.names import NAME, bare_name, is_name
from quizapp.reading.wording import EMOJI

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


_HALF = 600
"""Letters of a line that may hold several parts of a page."""

_SORT = (
    r"(?:(?:[Kk]ey|[Mm]ain|[Tt]op|[Bb]est|[Nn]otable|[Mm]emorable|[Qq]uick|[Ii]mportant|[Bb]ig) )?"
    r"(?:[Ii]nsights|[Tt]akeaways|[Ii]deas|[Pp]oints|[Qq]uotes|[Hh]ighlights|[Qq]uestions|[Tt]opics)"
)
_NAMED_PART = re.compile(
    rf"(?:(?<=[a-zß-öø-ÿ\d.!?…”\")])|(?<=^))(?P<name>{_SORT}|TL;?DR|FAQs?|Q ?& ?A|[Ss]ummary|"
    r"[Oo]verview|[Tt]imestamped [Ss]ummary|[Tt]ime ?stamps|[Cc]hapters|[Tt]ranscript|"
    r"[Qq]uestions (?:&|and) [Aa]nswers|[Ff]requently [Aa]sked [Qq]uestions)"
    rf"(?=[A-Z“\"]|\d{{1,2}}(?::\d\d|[.)] )|{EMOJI.pattern})"
)
"""``… by the sea.Key insights🌾 Salt keeps: …``: a part whose name is glued on both sides."""

_TIMED_ITEM = re.compile(rf"(?<=[\w.!?)”\"])(?={EMOJI.pattern}{{1,3}}\s?[(\[]?\d{{1,2}}:\d\d)")


def _named_parts(text: str) -> list[str]:
    """A line cut before and behind the names of its parts, if it has several."""
    found = list(_NAMED_PART.finditer(text)) if len(text) > _HALF else []
    capital = [one for one in found if one["name"][0].isupper()]
    if len({one["name"].lower() for one in capital}) < _FORM:
        return [text]
    parts: list[str] = []
    start = 0
    for one in capital:
        parts += [text[start : one.start()], one["name"]]
        start = one.end()
    parts.append(text[start:])
    return [item for part in parts if part.strip() for item in _TIMED_ITEM.split(part)]


def apart(lines: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Numbered lines; one that is a page is several with its number."""
    lines = [(number, part) for number, text in lines for part in _named_parts(text)]
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
