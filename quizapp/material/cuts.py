"""Where a page stops in the middle of a sentence, as extractions leave their last items."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizapp import language
from quizapp.model import Section

_STOPPED = re.compile(r"[.!?…:][)\]”\"'’*_]*$")
BROKEN_OFF = re.compile(
    r"(?:[,;–—-]|\b(?:a|an|the|and|or|but|of|to|in|on|at|for|with|by|from|as|that|which|who|where|"
    r"when|if|than|is|are|was|were|be|been|has|have|had|will|would|can|could|its|their|his|her|"
    r"this|these|those|not|so|because))$",
    re.IGNORECASE,
)
"""How a text ends that its page has cut: ``health boards and``."""
_WORDS = 8
"""A shorter item may do without a full stop."""
_OTHERS = 2
"""So many items with one tell that it is missing."""


def whole_sentences(section: Section, sections: Sequence[Section]) -> list[str]:
    """The sentences of a section, without a last one that its page has cut.

    ``sections`` are those of the episode: the other items of a list tell whether theirs end with a
    full stop.
    """
    told = language.sentences(section.text)
    if told and _is_cut(told[-1], section, sections):
        return told[:-1]
    return told


def _is_cut(last: str, section: Section, sections: Sequence[Section]) -> bool:
    if _STOPPED.search(last) or len(last.split()) < _WORDS:
        return False
    if BROKEN_OFF.search(last):
        return True
    beside = [s for s in sections if s.path == section.path and s.kind is section.kind]
    behind = any(s.line_start > section.line_end for s in beside)
    stopped = sum(bool(_STOPPED.search(s.text)) for s in beside)
    return not behind and stopped >= _OTHERS and stopped == len(beside) - 1
