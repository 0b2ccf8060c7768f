"""A line of parts between bars that says who takes part: ``guest Ada Byron · 2019``."""

from __future__ import annotations

import re

from quizapp.reading.block import Block
from quizapp.reading.datelines import BETWEEN, NUMBERED
from quizapp.reading.dates import find_date
from quizapp.reading.draft import Draft
from quizapp.reading.forms import Form
from quizapp.reading.names import NAME, bare_name, is_name
from quizapp.reading.people import resolve
from quizapp.reading.roles import roles_in
from quizapp.reading.show_names import is_name_of_show
from quizapp.reading.times import duration
from quizapp.reading.wording import is_prose, looks_like_heading, word_count

_GUEST = Form(
    rf"^(?i:(?:special |our |today['’]s |with )?guests?|featuring|feat\.|ft\.|w/):?\s"
    rf"(?P<name>{NAME})(?:,\s.*)?$"
)
_HOST = Form(
    rf"^(?i:hosted by|hosts?|interview(?:ed)? by|interviewer|presented by|presenter|with host):?\s"
    rf"(?P<name>{NAME})(?:,\s.*)?$"
)
_WITH = Form(rf"^(?i:with|in conversation with|talking to)\s(?P<name>{NAME})(?:,\s[a-z].*)?$")

_BOTH = Form(
    rf"^(?:[Ww]ith|[Hh]ost(?:ed by|:)?)\s(?P<host>{NAME}),?\s(?:and|with|&)\s"
    rf"(?:(?:his|her|their|special|our)\s)?guest:?\s(?P<guest>{NAME})(?:,\s[a-z][^|·•]*)?$",
    needs="guest",
)
"""``With Ada Byron and guest Carl Roe``"""

_HOSTED = Form(
    rf"^(?:[Hh]osted by|[Hh]ost:?)\s(?P<host>{NAME}),?\swith\s(?P<guest>{NAME})"
    r"(?:,\s[a-z][^|·•]*)?$",
    needs="with",
)
"""``Hosted by Ada Byron with Carl Roe, a bell founder``"""

_SHOW = Form(rf"^(?:[Ff]rom|[Oo]n)\s(?P<show>[“\"]?[A-Z].{{2,40}}?)(?:\swith\s(?P<host>{NAME}))?$")
_SHOW_WITH = Form(
    rf"^(?:(?:[Ff]rom|[Oo]n) )?(?P<show>[A-Z][^,.:!?]{{2,40}}?)\swith\s(?P<host>{NAME})$",
    needs=" with ",
)
"""``Night Radio with Ada Byron``, beside a guest"""

_LONGEST = 200
_SHOW_WORDS = 6


def read(block: Block, draft: Draft) -> str | None:
    """Takes host, guest and show from the parts of a line, one of which is a day or a length.

    Hands back the parts that name nobody; None where no part does.
    """
    text = block.plain
    if len(text) < _LONGEST and _take_both(text, block.start, draft):
        return ""
    parts = [part.strip() for part in BETWEEN.split(text)] if len(text) < _LONGEST else []
    hosted = any(_HOST.match(part) for part in parts)
    if len(parts) < 2 or is_prose(text) or any(": " in part for part in parts):
        return None
    guests = any(_GUEST.match(part) for part in parts)
    if not (hosted or guests or any(find_date(part) or duration(part) for part in parts)):
        return None
    told = len(parts)
    parts = _without_show(parts, block.start, draft)
    shown = len(parts) < told
    hosted = hosted or any(_is_told(part, draft) for part in parts)
    for part in parts:
        counted = NUMBERED.fullmatch(part)
        number = counted and (counted["number"] or counted["only"])
        draft.claim("number", int(number) if number else None, block.start)
    taken = [
        _take_both(part, block.start, draft) or _take(part, block.start, draft) for part in parts
    ]
    others = [hosted and _take_other(part, block.start, draft) for part in parts]
    if not (shown or any([*taken, *others])):
        return None
    rest = zip(parts, taken, others, strict=True)
    return " · ".join(part for part, one, other in rest if not (one or other))


def _without_show(parts: list[str], line: int, draft: Draft) -> list[str]:
    """Takes ``Night Radio with Ada Byron`` beside the guest's name; hands back other parts."""
    found = [one for part in parts if (one := _SHOW_WITH.match(part))]
    alone = [part for part in parts if is_name(part)]
    told = [one["name"] for part in parts if (one := _GUEST.match(part))]
    guests = [bare_name(name) for name in (told or alone) if is_name(name)]
    if len(found) != 1 or len(guests) != 1:
        return parts
    show, host = found[0]["show"], found[0]["host"]
    if not is_name_of_show(show) or not is_name(host) or resolve(host, guests):
        return parts
    draft.claim("show", show, line)
    draft.claim("host", bare_name(host), line)
    draft.claim("guest", guests[0], line)
    return [part for part in parts if part not in (found[0][0], *alone)]


def read_show_with_host(part: str, line: int, draft: Draft) -> None:
    """Takes ``Night Radio with Ada Byron`` beside a guest who is labelled as such."""
    bare = re.sub('[“”"]', "", part)
    found = _SHOW_WITH.match(bare) if not draft.values("show") else None
    if not found or not is_name_of_show(found["show"]) or not is_name(found["host"]):
        return
    if resolve(found["host"], draft.values("guest")) is None:
        draft.claim("show", found["show"], line)
        draft.claim("host", bare_name(found["host"]), line)


def _take_both(text: str, line: int, draft: Draft) -> bool:
    both = _BOTH.match(text) or _HOSTED.match(text)
    if not both or not (is_name(both["host"]) and is_name(both["guest"])):
        return False
    draft.claim("host", bare_name(both["host"]), line)
    draft.claim("guest", bare_name(both["guest"]), line)
    return True


def _is_told(part: str, draft: Draft) -> bool:
    """Whether a paragraph begins with whom the line names: ``Ada Byron cuts wood …``."""
    found = _WITH.match(part)
    if not found or not is_name(found["name"]):
        return False
    begun = (b.plain for b in draft.source.blocks if b.plain.startswith(found["name"] + " "))
    return any(is_prose(text) for text in begun)


def _take_other(part: str, line: int, draft: Draft) -> bool:
    """``with Ada Byron`` beside ``hosted by Carl Roe``: a guest."""
    found = _WITH.match(part)
    if not found or not is_name(found["name"]):
        return False
    draft.claim("guest", bare_name(found["name"]), line)
    return True


def _take(part: str, line: int, draft: Draft) -> bool:
    told = roles_in(part)
    for form, field in ((_GUEST, "guest"), (_HOST, "host")):
        found = form.match(part)
        if found and is_name(found["name"]):
            told = [(field, bare_name(found["name"]))]
    for field, name in told:
        draft.claim(field, name, line)
    show = _SHOW.match(part)
    if show and _is_show(show["show"].strip('“”"')) and not draft.values("show"):
        draft.claim("show", show["show"].strip('“”"'), line)
        if show["host"] and is_name(show["host"]):
            draft.claim("host", bare_name(show["host"]), line)
        return True
    return bool(told)


def _is_show(name: str) -> bool:
    told = find_date(name) or duration(name)
    return not told and looks_like_heading(name) and word_count(name) <= _SHOW_WORDS
