"""What whoever made notes wrote for himself among them: ``Note: check this``, ``To do: …``."""

from __future__ import annotations

import re

from quizapp.reading.block import Block

_MINE = re.compile(
    r"^(?:my notes?|note to (?:self|me)|(?:me, )?(?:my )?to[- ]?dos?|for me)\s?:\s", re.IGNORECASE
)
_REMARK = re.compile(r"^(?:note|notes|tags?|comment|location|added)s?:\s", re.IGNORECASE)
_EDITORS = re.compile(r"^[(\[](?:[A-Z][\w'’]+ ){0,2}[Nn]ote: .+[)\]]$")
"""``(Editor's note: others disagree.)``"""


def is_remark(block: Block) -> bool:
    """``Note: check this`` and ``Tags: sleep`` below a highlight, by whoever marked it."""
    if block.sign == ">":
        return bool(_EDITORS.match(block.plain))
    if _MINE.match(block.plain):
        return True
    bold = block.text.startswith(("**", "__"))
    return bool(_REMARK.match(block.plain)) and (block.indent > 0 or block.is_item or bold)


_PLAY = re.compile(
    r"\W{0,3}(?:play|listen to|hear|watch|open) (?:the |this )?"
    r"(?:highlight|clip|snip|moment|segment)"
    r"\W{0,4}(?:at )?(?:\d{1,2}:)?\d{1,2}:\d\d\W{0,2}",
    re.IGNORECASE,
)
"""``▶ Play highlight 04:51``: a button"""


def is_play_button(text: str) -> bool:
    """Whether a line is but the button that plays a moment."""
    return _PLAY.fullmatch(text) is not None
