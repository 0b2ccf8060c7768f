"""What a short name stands for: ``the League`` of ``the Hanseatic League``.

An episode that tells of one league writes its full name once or twice, and then only ``the
League``; a card that is read among a thousand others needs the full name.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from quizapp import language

_FULL = re.compile(
    r"(?<![\w’'-])(?P<before>(?:[A-Z][\w’'‑-]*[a-z] ){1,3})(?P<last>[A-Z][a-z]{2,})\b"
)
_SHORT = re.compile(r"\b(?P<the>[Tt]he )(?P<last>[A-Z][a-z]{2,})\b(?! [A-Z]| of [A-Z]|[’'-]\w)")
_OFTEN = 2
"""Times that a full name stands in an episode, so that it is no chance."""


@dataclass(frozen=True, slots=True)
class FullNames:
    """What stands before the last word of a name, where the episode has one such name."""

    before: Mapping[str, str]

    @classmethod
    def of(cls, texts: Iterable[str]) -> FullNames:
        """From the texts of an episode."""
        found: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for text in texts:
            for m in _FULL.finditer(text):
                words = m["before"].split()
                while words and language.is_function_word(words[0].lower()):
                    words = words[1:]
                if words:
                    found[m["last"]][" ".join(words)] += 1
        return cls(
            {
                last: next(iter(told))
                for last, told in found.items()
                if len(told) == 1 and told.total() >= _OFTEN and language.zipf(last.lower()) > 3
            }
        )

    def in_full(self, text: str, answer: str = "") -> str:
        """A text with its first short name in full; as it is where the answer would stand in it."""
        for m in _SHORT.finditer(text):
            told = self.before.get(m["last"])
            before = text[: m.start()]
            if told is None or told in text or before.count("“") > before.count("”"):
                continue
            if set(language.content_stems(told)) & set(language.content_stems(answer)):
                continue
            return f"{text[: m.start('last')]}{told} {text[m.start('last') :]}"
        return text
