"""The keys of a study session, in one table: the pages carry it, the script obeys it."""

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

_BY_ACTION = {binding.action: " ".join(binding.keys) for binding in BINDINGS}


def keys_of(action: str | Rating) -> str:
    """The keys of an action, as the pages carry them in ``data-keys``."""
    return _BY_ACTION[action.name.lower() if isinstance(action, Rating) else action]
