"""Pages on which somebody beside the speakers says ``I``: a listener's blog, a reviewer's letter.

What they say of themselves is nothing that the talk has told, and their ``I`` is not the
guest's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizapp import language
from quizapp.model import Section, SectionKind
from quizapp.sentences.names import Names

_I = re.compile(r"\b(?:I|I['’](?:m|d|ve|ll)|[Mm]y|me|myself|mine)\b")
_QUOTED = re.compile(r"“[^“”]{0,600}”|\"[^\"]{0,600}\"")
_NUMERAL = re.compile(r"[A-ZÀ-Þ][\w’'-]+ $")
"""``World War I``, ``Elizabeth I``: the word before is a name."""
_OWN = 2
"""So many sentences of their own, and one that names a speaker, tell of a writer."""


def pages_with_writers(sections: Sequence[Section], names: Names) -> frozenset[str]:
    """The paths of pages whose prose says ``I`` and tells of the speakers by name.

    In printed interviews the answers say ``I``; these are not counted.
    """
    found = set()
    for path in {section.path for section in sections}:
        own = [s for s in sections if s.path == path and s.kind is not SectionKind.QUOTE]
        told = [s for s in own if s.kind is not SectionKind.QA]
        if 2 * len(told) <= len(own):
            continue
        sentences = [one for s in told for one in language.sentences(s.text)]
        first = sum(is_of_the_writer(one) for one in sentences)
        named = sum(names.mentions(_QUOTED.sub("", one)) for one in sentences)
        if first >= _OWN and named and first <= len(sentences) / 2:
            found.add(path)
    return frozenset(found)


def without_writer(text: str) -> str:
    """A text of such a page without the sentences in which its writer says ``I``."""
    if not _I.search(text):
        return text
    plain = _QUOTED.sub(lambda quoted: "_" * len(quoted[0]), text)
    kept, at = [], 0
    for one in language.sentences(text):
        start = max(text.find(one, at), 0)
        at = start + len(one)
        if not is_of_the_writer(plain[start:at]):
            kept.append(one)
    return " ".join(kept)


def is_of_the_writer(sentence: str) -> bool:
    """Whether a sentence says ``I`` outside of quotation marks, and means no numeral by it."""
    plain = _QUOTED.sub("", sentence)
    return any(not _is_numeral(found, plain) for found in _I.finditer(plain))


def _is_numeral(found: re.Match[str], sentence: str) -> bool:
    before = _NUMERAL.search(sentence[: found.start()][-40:]) if found[0] == "I" else None
    return before is not None and not language.is_function_word(before[0].strip().lower())
