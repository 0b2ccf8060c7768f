"""Cards for other programs, each in the form that its import asks for.

* Quizlet takes pasted text: a card a line, the sides parted by a tab.
* Mochi takes a CSV whose columns become the sides of a card, and Markdown in them.
* RemNote takes pasted lines: ``question >> answer``, and ``{{…}}`` around what is blanked. What is
  pasted is read as its own Markdown: bold, underlined, highlighted, code, references, tags.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Mapping, Sequence

from quizapp.exchange import fields
from quizapp.exchange.fields import BLANK
from quizapp.exchange.table import card_back, card_front
from quizapp.media import told
from quizapp.model import CardKind, StoredCard

_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~])")
_SIDES = re.compile(r"^---(?=-*\s*$)", re.MULTILINE)
"""A line of dashes parts the sides of a card in Mochi."""

_REMNOTE = re.compile(
    r">>|<<|<>|::|;;|==|\{\{|\}\}|\[\[|\]\]|\(\(|\)\)|\]\(|\*\*|__|\^\^|\$\$|#(?=[\w\[#])"
    r"|^(?:[-*+]|#+|\d+\.|\[[ x]\])(?= )|(?<=\s)_(?=\w)"
)
"""What means something in RemNote's text; a zero-width space behind its first sign breaks it."""


def quizlet(cards: Sequence[StoredCard]) -> bytes:
    """Lines of question, tab, answer."""
    rows = (f"{_line(card_front(one))}\t{_line(card_back(one))}\n" for one in cards)
    return "".join(rows).encode()


def mochi(cards: Sequence[StoredCard]) -> bytes:
    """A CSV with the columns ``Front``, ``Back`` and ``Tags``, its texts safe as Markdown."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(("Front", "Back", "Tags"))
    for one in cards:
        sides = (_markdown(card_front(one)), _markdown(card_back(one)))
        writer.writerow((*sides, " ".join(fields.tags(one.card))))
    return text.getvalue().encode()


def remnote(cards: Sequence[StoredCard]) -> bytes:
    """Lines of ``question >> answer``; a cloze is one line with its blanks marked."""
    return "".join(f"{_remnote_line(one)}\n" for one in cards).encode()


FORMS: Mapping[str, Callable[[Sequence[StoredCard]], bytes]] = {
    "quizlet": quizlet,
    "mochi": mochi,
    "remnote": remnote,
}
"""The programs by name."""


def _remnote_line(stored: StoredCard) -> str:
    card = stored.card
    blanks = card.prompt.count(BLANK)
    answers = card.answer.split("; ") if blanks > 1 else [card.answer]
    if card.kind is CardKind.CLOZE and blanks == len(answers):
        parts = [_unmarked(part) for part in card.prompt.split(BLANK)]
        filled = [f"{{{{{_unmarked(one).strip()}}}}}" for one in answers]
        return "".join(part for pair in zip(parts, [*filled, ""], strict=True) for part in pair)
    return f"{_unmarked(card_front(stored))} >> {_unmarked(card_back(stored))}"


def _line(text: str) -> str:
    return " ".join(told(text).split())


def _unmarked(text: str) -> str:
    """One line in which nothing is a mark of RemNote's."""
    kept = re.sub(r"\s+", " ", told(text)).replace("`", "'")  # one sign alone begins code
    return _REMNOTE.sub(lambda mark: f"{mark[0][0]}\u200b{mark[0][1:]}", kept)


def _markdown(text: str) -> str:
    return _SIDES.sub(r"\---", _MARKDOWN.sub(r"\\\1", told(text)))
