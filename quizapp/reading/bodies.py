"""Museums, libraries, schools and other bodies, which host and visit no talk."""

from __future__ import annotations

import re

BODY_WORDS = frozenset(
    """university institute college department school schools company society association museum
    ministry bureau orchestra ensemble federation academy library libraries hospital festival
    theatre theater gallery galleries cathedral faculty commission authority agency embassy
    parliament consortium observatory conservatory clinic council committee foundation centre
    center laboratories magazine journal press club trust league alliance collective cooperative
    network archive archives campus choir fund union
    """.split()
)
"""Words that stand in the name of a body, and in nobody's own."""

OF_SUBJECT = (
    "School|Institute|Department|Faculty|Centre|Center|College|Academy|Society|Museum|Ministry|"
    "Office|Association|Journal|Professor|Chair|Laboratory|Division|Bureau|University|Library|"
    "Church|Hospital|Festival|Council|Gallery|Theatre|Theater|Trust|Friends|Archives?|"
    "Foundation|Commission|Agency|Conservatory"
)
"""What stands before ``of Animal Health``, ``for Night Work``: a part of a regular expression."""

_FAMILY_TOO = re.compile(r"\s\S+\s(?:Church|Chapel|Board|Charity|Friends|Guild)$")
"""``Lower Town Church``: behind two words a body, behind one somebody's family."""
_OF_PLACE = re.compile(rf"^(?:The )?(?:[A-Z][\w'’-]* )?(?:{OF_SUBJECT}) (?:of|for) [A-Zt]")
_LONGEST = 80


def ends_like_body(text: str) -> bool:
    """``Lower Town Church``: whether several words end in one that alone may be a family's."""
    return _FAMILY_TOO.search(text[-_LONGEST:]) is not None


def is_body(text: str) -> bool:
    """Whether a text is the name of a body and of nobody who belongs to it."""
    if len(text) > _LONGEST or "," in text or text[-1:] == ")" or not text[:1].isupper():
        return False
    words = text.split()
    ends = len(words) > 1 and words[-1].lower() in BODY_WORDS
    return ends or ends_like_body(text) or _OF_PLACE.match(text) is not None
