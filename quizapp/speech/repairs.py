"""What somebody began and then began anew: ``it's a whole new, it's a new field``."""

from __future__ import annotations

import re

from quizapp import language

_PARTS = re.compile(r"(?P<mark>, (?:or rather,? |or,? |no,? |sorry,? |I mean,? |well,? )?)")
_UNFINISHED = ("AT0", "AJ0", "PRP", "PRF", "DPS", "CJC", "CJS", "CJT", "TO0", "VM0", "DT0", "AV0")
_WHO = frozenset("i you we they he she it there".split())
_SMALL = frozenset(
    "the a an of to in on at for with by from and but that is are was it they we you there's it's "
    "because if when how what like that's".split()
)


def without_repairs(text: str) -> str:
    """Without what somebody began and then began anew: ``it's a whole new, it's a new field``."""
    pieces = _PARTS.split(text)
    kept, marks = [pieces[0]], [""]
    for mark, part in zip(pieces[1::2], pieces[2::2], strict=True):
        corrected = "rather" in mark or "sorry" in mark
        cut = _begun(kept[-1], part, corrected=corrected)
        if cut == "" and len(kept) > 1:  # what was begun anew may go further back
            kept.pop()
            mark = marks.pop()
            cut = _begun(kept[-1], part, corrected=corrected)
        if cut is None:
            kept.append(part)
            marks.append(mark)
        else:
            kept[-1] = f"{cut} {part}".strip()
    return "".join(f"{mark}{part}" for mark, part in zip(marks, kept, strict=True))


def _begun(first: str, again: str, *, corrected: bool) -> str | None:
    """What is left of ``first`` where ``again`` begins its end anew; None where it does not."""
    words, new = first.split(), again.split()
    low, anew = [w.lower() for w in words], [w.lower().strip(".,") for w in new]
    for at in reversed(range(len(words))):
        rest = low[at:]
        same = rest == anew[: len(rest)] and (len(rest) > 1 or rest[0] in _SMALL)
        alike = len(rest) > 2 and rest[:2] == anew[:2] and rest[0] not in _JOINING
        if not (same or alike) or _is_object(low, at):
            continue  # tags are asked for last, since they take long
        open_ended = at == 0 or corrected or rest[0] in _WHO or _is_unfinished(first)
        if open_ended and (same or (alike and at + corrected)):
            return " ".join(words[:at])
        if at == 0 and alike and _is_unfinished(first):
            return ""
    return None


_SAYING = frozenset("think know say believe mean guess feel see is was and when if that".split())
_JOINING = frozenset(("and", "or", "but"))
"""``between ten and a hundred or so, and a cool rhyolite``: it goes on."""
_BEFORE_OBJECTS = frozenset("in on at of to for with from by about like into after".split())


def _is_object(words: list[str], at: int) -> bool:
    """Whether the last word only ends what was said: ``If I stick a knife in you, you wake up``.

    ``If you bend it, it cracks``: so does what something is done to.
    """
    if not at or at != len(words) - 1:
        return False
    if words[at - 1] in _BEFORE_OBJECTS:
        return True
    done_to = words[at] in ("it", "them", "you") and words[at - 1] not in _SAYING
    return done_to and language.tag(f"They will {words[at - 1]} it.")[2].tag == "VVI"


def _is_unfinished(text: str) -> bool:
    tokens = language.tag(text)
    return bool(tokens) and tokens[-1].tag.startswith(_UNFINISHED)
