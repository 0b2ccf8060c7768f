"""A form of words that is compiled when a text is first looked at for it.

Those with names in them take milliseconds each, and most pages never come to most of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

_PLAIN = re.RegexFlag(0)


@dataclass(frozen=True, slots=True)
class Form:
    """A regular expression, searched as a compiled one is.

    Where a word is named that every match contains, texts without it are not searched at all.
    """

    pattern: str
    flags: re.RegexFlag = _PLAIN
    needs: str = ""

    def search(self, text: str) -> re.Match[str] | None:
        """The first place of the form in a text."""
        return self._compiled().search(text) if self.needs in text else None

    def match(self, text: str) -> re.Match[str] | None:
        """The form at the start of a text."""
        return self._compiled().match(text) if self.needs in text else None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """The form as the whole of a text."""
        return self._compiled().fullmatch(text) if self.needs in text else None

    def stands(self, text: str, place: int) -> bool:
        """Whether the form stands at this place of a text."""
        return self._compiled().match(text, place) is not None

    def finditer(
        self, text: str, start: int = 0, end: int | None = None
    ) -> Iterator[re.Match[str]]:
        """The places of the form in a text, or between two places of it, in order."""
        if self.needs not in text:
            return iter(())
        return self._compiled().finditer(text, start, len(text) if end is None else end)

    def _compiled(self) -> re.Pattern[str]:
        return _compiled(self.pattern, self.flags)


@cache
def _compiled(pattern: str, flags: re.RegexFlag) -> re.Pattern[str]:
    return re.compile(pattern, flags)
