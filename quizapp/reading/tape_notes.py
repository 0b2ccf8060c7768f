"""What archives note between the words of an interview: ``[End of Tape 1, Side A]``."""

from __future__ import annotations

import re

_LONGEST = 120
"""Letters of such a note."""
_BRACKETS = {"[": "]", "(": ")", "<": ">", "{": "}"}
_CARRIER = re.compile(
    r"\b(?:tapes?|sides?|cassettes?|reels?|discs?|disks?|interviews?|recordings?|recorder|sessions?|"
    r"audio|transcripts?)\b",
    re.IGNORECASE,
)
_HAPPENS = re.compile(
    r"\b(?:begin(?:s|ning)?|starts?|ends?|ended|stops?|stopped|continue[sd]?|chang(?:e|es|ed|ing)|"
    r"turn(?:s|ed)|resume[sd]?|pause[sd]?|break|interrupt(?:s|ed|ion)|blank|"
    r"(?:recorder|tape) (?:is |was |switched )?(?:off|on)|conclu(?:des|ded|sion)|runs? out)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"(?:tape|side|cassette|reel|disc|session)\W", re.IGNORECASE)


def is_tape_note(text: str) -> bool:
    """Whether a line in brackets says no more than where a recording begins, turns or ends."""
    if not 5 < len(text) <= _LONGEST or _BRACKETS.get(text[0]) != text[-1]:
        return False
    said = text[1:-1]
    if any(sign in said for sign in ".?!") or text[0] in said:
        return False
    counted = _COUNTED.match(said) is not None and any(char.isdigit() for char in said)
    return bool(_CARRIER.search(said)) and (counted or _HAPPENS.search(said) is not None)
