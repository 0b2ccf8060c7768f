"""Headings of what other pages have: ``Recent episodes from Night Radio``."""

from __future__ import annotations

import re

_OTHERS_OF = re.compile(
    r"^(?i:explore |see |read )?(?i:more|recent|latest|other|previous|all|popular) "
    r"(?i:episodes|shows|videos|summaries) "
    r"(?:(?i:from|by) (?:the )?[A-Z0-9]|(?i:of) (?:the )?[A-Z0-9][\w’']* [A-Z])[^.?!]{1,50}$"
)
"""``Recent episodes from Night Radio``"""

_OTHER_QUOTES = re.compile(
    r"^(?:most )?(?:popular|trending|liked|shared|saved|recent|latest|top|new|featured) "
    r"(?:quotes|clips|highlights|summaries|snips|topics|shows|podcasts) "
    r"(?:of the (?:day|week|month)|this (?:week|month)|today|right now)$"
    r"|^(?:more )?(?:quotes|clips|highlights|summaries|snips) (?:from other \w+|elsewhere)$"
    r"|^(?:related|similar|trending) (?:quotes|clips|highlights|snips|topics|shows|podcasts)$",
    re.IGNORECASE,
)
"""``Popular quotes this week``, below those of an episode: what other pages have."""

_OFFERS = re.compile(
    r"^(?:(?i:see|watch|try) [A-Z][\w'’&.-]*(?: [A-Z][\w'’&.-]*)? "
    r"(?:in action|for (?:free|yourself))"
    r"|(?i:book|get|request|schedule|see) (?:a|your)"
    r"(?: (?:free|live|personal|\d{1,2}-minute)){0,2} demo"
    r"|(?i:ready|want) to see [A-Z][^.?!]{1,40} in action\??"
    r"|(?i:start) your free trial(?: today)?)[.!]?$"
)
"""``See Lidmark in action``: what the firm that keeps a page offers."""


def heads_other_pages(text: str) -> bool:
    """Whether a line heads episodes or quotes of other pages."""
    return bool(_OTHERS_OF.match(text) or _OTHER_QUOTES.match(text) or _OFFERS.match(text))
