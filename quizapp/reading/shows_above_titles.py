"""``Night Radio with Ada Byron`` above a title, where Ada is known to present it."""

from __future__ import annotations

from itertools import pairwise

from quizapp.reading.block import Block
from quizapp.reading.draft import Draft
from quizapp.reading.forms import Form
from quizapp.reading.names import NAME, is_name
from quizapp.reading.people import resolve
from quizapp.reading.show_names import is_name_of_show
from quizapp.reading.wording import word_count

_HOSTED = Form(rf"^(?P<show>[A-Z][^|·•:.?!]{{2,40}}?),? with (?P<host>{NAME})$", needs=" with ")

_WORDS, _APART = 3, 3
"""Words of a title below such a line; lines between the two, at most."""


def without_hosted_show(candidates: list[Block], draft: Draft) -> list[Block]:
    """Candidates without such a line, whose show is claimed; a title stands right below it."""
    for above, below in pairwise(candidates):
        found = _HOSTED.match(above.plain)
        if found is None or above.level == 1 or below.start > above.end + _APART:
            continue
        if not is_name(found["host"]) or not is_name_of_show(found["show"]):
            continue
        if resolve(found["host"], draft.values("host")) is None or not draft.values("guest"):
            continue
        if word_count(below.plain) < _WORDS or is_name(below.plain):
            continue
        if not draft.values("show"):
            draft.claim("show", found["show"], above.start)
        return [one for one in candidates if one is not above]
    return candidates
