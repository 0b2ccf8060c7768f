"""What a tool says of its own page: what it measured, what it sells, and that it may err."""

from __future__ import annotations

import re

_LONGEST = 160
"""Letters."""

_MEASURED = re.compile(
    r"^\W{0,3}(?:(?:overall )?(?:sentiment|tone|mood)(?: score| analysis)?:\s(?:\w+ )?"
    r"(?:positive|negative|neutral|mixed)\b"
    r"|(?:readability|reading (?:level|ease)|word count|words|tokens(?: used)?|characters|accuracy|"
    r"confidence|speakers(?: detected)?|credits (?:used|left)|compression|model)(?: score)?:\s"
    r"(?:grade |level |gpt-|claude-|~|≈)?\d[\d.,]*(?:\s?%| detected| found)?"
    r"(?:\s?(?:→|->|=>|/)\s?[\d.,]+)?"
    r"(?:\s{2,}.*|\s\W.*|\s[A-Z][\w ]{2,20}:.*)?$"
    r"|(?:output |summary |source )?languages?:\s[a-z]{2,10}(?:-[a-z]{2})?\s?(?:→|->|=>)\s)",
    re.IGNORECASE,
)
"""``Sentiment: positive   Words: 5,118 → 402``, ``Language: en → de``"""

_LOCKED = re.compile(
    r"^(?:\W{0,4}[A-Z][\w ]{2,25}\s"
    r"[(\[](?i:locked|beta|pro|pro only|premium|upgrade|coming soon)[)\]])+$"
)
"""``Flashcards (locked)   Quiz (beta)``: tabs of a tool."""

_ASKED = re.compile(
    r"^(?:did you (?:like|enjoy)|how (?:was|did you like|would you rate)|are you happy with) "
    r"(?:this|that|your|our|the|today['’]s|this week['’]s) (?:\w+ )?"
    r"(?:\w*skim|summary|recap|transcript|digest|issue|edition|newsletter|letter|e-?mail|page|notes)"
    r"\?(?:\W|$)",
    re.IGNORECASE,
)
"""``How was today's issue?``"""

_SOLD = re.compile(
    r"\bno credit card (?:needed|required)\b|\b(?:is|are) not (?:liable|responsible) for "
    r"(?:any )?(?:errors|mistakes|inaccuracies|omissions)\b|"
    r"^order (?:a |your )?(?:human|professional|verbatim|certified) "
    r"(?:proofreading|transcription|transcripts?|captions)\b|"
    r"^(?:re-?use|republish|license) this (?:content|article|story|page)\W*$|"
    r"^we value your privacy\b|^manage (?:your )?(?:cookies|consent|privacy)\b",
    re.IGNORECASE,
)


_ROW = re.compile(
    r"^(?:(?:share|save|print|copy|copy link|gift|gift article|email|bookmark|regenerate|translate|"
    r"export|add to (?:list|favou?rites)|\d[\d,.]{0,8}k? (?:comments?|shares?|likes?|replies))"
    r"(?:\W{1,6}|$)){2,8}$",
    re.IGNORECASE,
)
"""``Share   Save   82 comments``: buttons in a row."""


def tells_of_tool(text: str) -> bool:
    """Whether a line is of the tool or the site that made a page, and of nothing said in it."""
    if len(text) > _LONGEST:
        return False
    found = _MEASURED.match(text) or _LOCKED.match(text) or _ASKED.match(text)
    return bool(found or _ROW.match(text) or _SOLD.search(text))
