"""Who asks in a printed series, as its introduction tells: ``The questions are Ada's.``"""

from __future__ import annotations

import re

from quizapp.reading.draft import Draft
from quizapp.reading.forms import Form
from quizapp.reading.names import NAME, bare_name, is_name
from quizapp.reading.people import named_once, resolve

_QUESTIONS = Form(
    r"\b(?:[Tt]he questions (?:are|were) |[Qq]uestions (?:by|are by|were put by|come from) )"
    rf"(?P<name>{NAME}|[A-ZÀ-Þ][\w-]+)(?=['’]s\b|[,.;]|$)"
)
"""``The questions are Ada's, the answers are Carl's.``"""
_WE_ASK = re.compile(
    r"\b[Ww]e (?:then |also |recently )?(?:asked|spoke|talked|met|visited|sat down|caught up|"
    r"interviewed|called|ask|speak|talk|meet|visit)\b"
)
"""``We asked one of them ourselves``: then somebody else is told of above."""
_SITS_DOWN = Form(
    rf"(?:^|[.!?]\s|,\s)(?P<name>{NAME})(?:,? (?:from|of|at|in) [^,.!?]{{2,60}}?)?,? "
    r"(?:sits down with|talks (?:to|with)|speaks (?:to|with)|interviews) "
    r"(?:the |colleagues|people|everyone|someone|somebody)"
    rf"|(?:^|[.!?]\s)In (?:[A-ZÀ-Þ]|the series )[^,.!?]{{2,50}}, (?P<name2>{NAME})"
    r"(?:,? (?:from|of|at|in) [^,.!?]{2,60}?)?,? meets "
    r"(?:the |our |those |colleagues|people|everyone|someone|somebody)"
)
"""``In Night Work, Ada Byron from our press team sits down with the people who …``"""


def read(first: int, draft: Draft) -> None:
    """Claims the host whom the paragraphs above ``first``, the line of the first question, name.

    The guest has to be known, and to be somebody else.
    """
    if draft.values("host") or not draft.values("guest"):
        return
    above = [block for block in draft.source.blocks if block.start < first]
    text = "\n".join(block.plain for block in above)
    for block in above:
        found = _QUESTIONS.search(block.plain)
        if not (found or _WE_ASK.search(text)):
            found = _SITS_DOWN.search(block.plain)
        if not found:
            continue
        told = found["name"] or found["name2"]
        name = bare_name(told) if is_name(told) else named_once(told, text) or ""
        if is_name(name) and resolve(name, draft.values("guest")) is None:
            draft.claim("host", name, block.start)
            return
