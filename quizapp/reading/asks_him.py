"""Words for asking somebody who was named before: ``Ada Byron spoke to him``."""

from __future__ import annotations

import re

ASKS_HIM = (
    r"(?:recently |also |then |now )?"
    r"(?:(?:asked|asks)(?= (?:him|her|them) (?:about|why|how|what|where|when|whether|to explain)\b)"
    r"|interviewed|interviews|(?:spoke|speaks|talked|talks|chatted|chats) (?:to|with)"
    r"|(?:sat|sits) down with|(?:caught|catches) up with|put (?:\w+ )?questions to)"
    r" (?:him|her|them)\b"
)
"""What stands behind the name of whoever asks."""


def asks(name: str, text: str) -> bool:
    """Whether a text says of somebody that they ask whomever it is about."""
    return re.search(rf"\b{re.escape(name)} {ASKS_HIM}", text, re.IGNORECASE) is not None
