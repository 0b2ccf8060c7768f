"""The keys of each page, in tables: the pages carry them, the scripts obey them."""

from __future__ import annotations

from dataclasses import dataclass

from quizapp.model import Rating


@dataclass(frozen=True, slots=True)
class Binding:
    """One thing to do and its keys, named as ``KeyboardEvent.key`` names them.

    ``shown`` is how the keys read in the help.
    """

    action: str
    keys: tuple[str, ...]
    shown: tuple[str, ...]
    does: str


BINDINGS = (
    Binding("show", ("Space", "Enter"), ("Space", "Enter"), "Show the answer, then Good"),
    Binding("again", ("1",), ("1",), "Again: it was gone"),
    Binding("hard", ("2",), ("2",), "Hard: it came with effort"),
    Binding("good", ("3",), ("3",), "Good"),
    Binding("easy", ("4",), ("4",), "Easy: no effort at all"),
    Binding("undo", ("u", "Control+z", "Meta+z"), ("U", "Ctrl Z"), "Take back what came last"),
    Binding("edit", ("e",), ("E",), "Edit the card"),
    Binding("source", ("s",), ("S",), "Open the source"),
    Binding("bury", ("-",), ("-",), "Bury the card until tomorrow"),
    Binding("bury-note", ("=",), ("=",), "Bury all cards of its note"),
    Binding("suspend", ("@",), ("@",), "Suspend the card"),
    Binding("suspend-note", ("!",), ("!",), "Suspend all cards of its note"),
    Binding("flag", ("*",), ("*",), "Flag the card as bad"),
    Binding("information", ("i",), ("I",), "All about the card"),
    Binding("keys", ("?",), ("?",), "Show the keys"),
)

_SHOW = BINDINGS[-1]
_WHILE_EDITING = (
    Binding("save", ("Control+Enter", "Meta+Enter"), ("Ctrl Enter",), "While editing: save"),
    Binding("leave", ("Escape",), ("Esc",), "While editing: leave, and be asked if it changed"),
)
KEYS = {
    "study": (
        Binding("option", (), ("1 … 4",), "Before the answer: choose an option"),
        Binding("move", (), ("↑", "↓"), "In an order: move the step that has the focus"),
        *BINDINGS,
        *_WHILE_EDITING,
    ),
    "curate": (
        Binding("keep", ("k", "Enter"), ("K", "Enter"), "Keep the card"),
        Binding("edit", ("e",), ("E",), "Edit the card"),
        Binding("reject", ("r", "x"), ("R", "X"), "Reject the card"),
        Binding("undo", ("u",), ("U",), "Look the last card over again"),
        _SHOW,
        *_WHILE_EDITING,
    ),
    "quiz": (
        Binding("option", (), ("1 … 9",), "Choose an option"),
        Binding("move", (), ("↑", "↓"), "In an order: move the step that has the focus"),
        Binding("next", (), ("Enter",), "Give the answer, in a line or an order"),
        Binding("next-long", (), ("Ctrl Enter",), "Give an answer of several lines"),
        Binding("leave", (), ("Esc",), "Leave the box for the other keys"),
        _SHOW,
    ),
    "matching": (
        Binding("next", (), ("Tab",), "To the next of them"),
        Binding("letter", (), ("A … E",), "Pick this letter for the one that has the focus"),
        Binding("check", (), ("Enter",), "On Check: see what was right"),
        _SHOW,
    ),
}
"""What the help of each page shows."""

_BY_ACTION = {binding.action: " ".join(binding.keys) for binding in BINDINGS}


def keys_of(action: str | Rating) -> str:
    """The keys of an action, as the pages carry them in ``data-keys``."""
    return _BY_ACTION[action.name.lower() if isinstance(action, Rating) else action]
