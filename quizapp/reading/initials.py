"""Who is meant by initials: ``A.B.``, ``AB`` for Ada Byron, among those who take part."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizapp.reading.names import LINK, PART, bare_name, is_name

_INITIALS = re.compile(r"(?:[^\W\d_a-z]\.?[ -]?){2,4}")
_LINKED = rf"(?: {LINK}){{0,2}}"
_PARTS = re.compile(r"[\s-]+")


def of_initials(text: str, people: Sequence[str]) -> str | None:
    """The one of ``people`` whose initials these are; None where it is nobody or stays open."""
    if not (text.isupper() and _INITIALS.fullmatch(text)):
        return None
    wanted = "".join(char for char in text if char.isalpha())
    meant = [name for name in people if _initials(name) == wanted]
    return meant[0] if len(meant) == 1 else None


def told_in(text: str, label: str) -> str | None:
    """The one full name in a text that has these initials; None where several people do."""
    bare = "".join(char for char in label if char.isalpha())
    first, last = bare[0], bare[-1]
    form = re.compile(rf"(?<!\w)(?={first}){PART}(?: {PART})??{_LINKED} (?={last}){PART}(?!\w)")
    found = [re.sub(r"['’]s$", "", one[0]) for one in form.finditer(text)]
    joined = len(bare) > _TWO and not found
    if joined:  # "ABR" of Ada Byron-Roe
        form = re.compile(rf"(?<!\w)(?={first}){PART}(?: {PART})??{_LINKED} {PART}(?!\w)")
        found = [re.sub(r"['’]s$", "", one[0]) for one in form.finditer(text)]
    names = {bare_name(one) for one in found if is_name(one)}
    names = {one for one in names if _initials(one) == bare} if joined else names
    return names.pop() if len(names) == 1 else None


_TWO = 2


def _initials(name: str) -> str:
    """``Ada Byron-Roe`` → ``ABR``."""
    return "".join(part[0] for part in _PARTS.split(name) if part and part[0].isupper())


def is_of(text: str, name: str) -> bool:
    """Whether a text is but the initials of a name, or the first of them: ``A``, ``A.B.``."""
    bare = text.replace(".", "").replace(" ", "")
    told = _initials(name)
    return bare.isupper() and bare in (told, told[:1], told[0] + told[-1])
