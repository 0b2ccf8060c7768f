"""One tree of errors; every leaf reads as one line for a person.

::

    QuizappError
    ├── SourceError      a source text cannot be read or holds nothing
    ├── StoreError       the database is damaged, locked, or from a newer version
    ├── NotFoundError    a card, an episode or a file that was named does not exist
    ├── StudyError       an answer that cannot be recorded, an undo without an answer
    ├── ExportError      a package or a table cannot be written
    └── IncomingError    a file from Anki or another program cannot be taken in
"""

from __future__ import annotations


class QuizappError(Exception):
    """What went wrong, where, and what to do about it, in one line.

    ``path`` and ``line`` are put before the message when they are known, in the
    form that editors and terminals turn into links: ``path:line: message``.
    """

    def __init__(self, message: str, *, path: str | None = None, line: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line

    def __str__(self) -> str:
        """``path:line: message``, as much of it as is known, on one line."""
        place = self.path or ""
        if place and self.line is not None:
            place += f":{self.line}"
        text = f"{place}: {self.message}" if place else self.message
        return " ".join(text.split())


class SourceError(QuizappError):
    """A source text cannot be read, or holds nothing that can be used."""


class StoreError(QuizappError):
    """The database is damaged, locked, or was written by a newer version."""


class NotFoundError(QuizappError):
    """Something that was named does not exist: a card, an episode, a file."""


class StudyError(QuizappError):
    """An answer that cannot be recorded, or nothing that could be undone."""


class ExportError(QuizappError):
    """A package or a table cannot be written."""


class IncomingError(QuizappError):
    """A file from Anki, or one that was exported here, cannot be taken in."""
