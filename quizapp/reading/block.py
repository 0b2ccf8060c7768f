"""One paragraph, list item, heading or rule of a text."""

from __future__ import annotations

from dataclasses import dataclass

from quizapp.reading.wording import plain

RULE = "---"
MENU = "☰"


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, list item, heading or rule.

    ``sign`` is what stood before the text: ``#`` (heading, also bold lines), ``1`` (any number),
    ``>`` (block quote), ``---`` (a rule, whose text is empty), the bullet's own character, or
    nothing; ``☰`` is the menu of a site in one line. ``level`` counts a heading's ``#``;
    ``spaced`` says that a blank line came before.
    """

    text: str
    start: int
    end: int
    sign: str = ""
    indent: int = 0
    level: int = 0
    spaced: bool = True

    @property
    def is_item(self) -> bool:
        """Whether it is an item of a bulleted or numbered list."""
        return bool(self.sign) and self.sign not in ("#", ">", RULE, MENU)

    @property
    def plain(self) -> str:
        """The text without markup and emoji."""
        return plain(self.text)


def numbered_lines(text: str) -> list[tuple[int, str]]:
    """The lines of a text with their numbers from 1."""
    return list(enumerate(text.split("\n"), start=1))
