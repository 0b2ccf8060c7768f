"""Anki while it runs, through its add-on AnkiConnect: HTTP on this machine, nowhere else."""

from __future__ import annotations

import base64
import http.client
import ipaddress
import json
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from quizapp.errors import IncomingError

ADDRESS = "http://127.0.0.1:8765"
VERSION = 6
"""Of the protocol; in use since 2017."""

_SECONDS = 120
_AT_ONCE = 1000
_UPLOAD = "_quizapp-sync.apkg"
_LARGEST_ANSWER = 1 << 29


class RefusedError(IncomingError):
    """Anki answered, and would not do what it was asked."""


class AnkiConnect:
    """A running Anki. Every method raises IncomingError, in one line, where it cannot be asked."""

    def __init__(self, address: str = ADDRESS, key: str | None = None) -> None:
        parts = urlsplit(address if "//" in address else f"//{address}")
        try:
            self._host, self._port = parts.hostname or "", parts.port or 8765
        except ValueError:
            self._host, self._port = "", 0
        if not _is_here(self._host):
            raise IncomingError(
                "is no address of this machine; give one like 127.0.0.1:8765", path=address
            )
        self.address = f"{self._host}:{self._port}"
        self._key = key

    def check(self) -> None:
        """Makes sure that an AnkiConnect answers there that speaks this protocol."""
        version = self.ask("version")
        if not isinstance(version, int) or version < VERSION:
            raise IncomingError(
                f"AnkiConnect there is too old (version {version}); update the add-on in Anki",
                path=self.address,
            )

    def notes(self, query: str) -> Iterator[dict[str, Any]]:
        """What is known of the notes that a search finds."""
        found = self.ask("findNotes", query=query)
        for some in _pieces(found):
            yield from self.ask("notesInfo", notes=some)

    def numbers(self, cards: Sequence[int]) -> dict[int, int]:
        """Which of its note's cards each of these is, from 0."""
        found = (one for some in _pieces(cards) for one in self.ask("cardsInfo", cards=some))
        return {int(one["cardId"]): int(one["ord"]) for one in found if one}

    def suspended(self, cards: Sequence[int]) -> set[int]:
        """Which of these cards are suspended."""
        return {
            card
            for some in _pieces(cards)
            for card, is_so in zip(some, self.ask("areSuspended", cards=some), strict=True)
            if is_so
        }

    def changed(self, cards: Sequence[int]) -> dict[int, int]:
        """When each of these cards last changed, in seconds since 1970."""
        found = (one for some in _pieces(cards) for one in self.ask("cardsModTime", cards=some))
        return {int(one["cardId"]): int(one["mod"]) for one in found if one}

    def reviews(self, cards: Sequence[int]) -> Iterator[tuple[int, list[dict[str, Any]]]]:
        """The log of each of these cards."""
        for some in _pieces(cards):
            found = self.ask("getReviewsOfCards", cards=some)
            yield from ((int(card), log) for card, log in found.items())

    def import_package(self, content: bytes) -> None:
        """Imports a package as if it were opened in Anki, and leaves nothing behind.

        Anki is on this machine, so it reads the file itself: the add-on takes in what is sent to it
        at a kilobyte every 25 milliseconds. An Anki that is locked up in a container of its own
        does not see the file, and has it sent.
        """
        with tempfile.TemporaryDirectory(prefix="quizapp-") as folder:
            path = Path(folder) / "quizapp.apkg"
            path.write_bytes(content)
            try:
                done = self.ask("importPackage", path=str(path))
            except RefusedError:
                done = False
        if not done:
            self._send_package(content)

    def _send_package(self, content: bytes) -> None:
        data = base64.b64encode(content).decode()
        self.ask("storeMediaFile", filename=_UPLOAD, data=data, deleteExisting=True)
        try:
            if self.ask("importPackage", path=_UPLOAD) is False:
                raise IncomingError("Anki did not import the cards", path=self.address)
        finally:
            self.ask("deleteMediaFile", filename=_UPLOAD)

    def ask(self, action: str, **params: object) -> Any:
        """The result of one action of the documented protocol."""
        asked: dict[str, object] = {"action": action, "version": VERSION, "params": params}
        if self._key:
            asked["key"] = self._key
        answer = self._sent(json.dumps(asked).encode())
        if not isinstance(answer, dict) or not {"result", "error"} <= answer.keys():
            raise IncomingError(
                "what answers there is not AnkiConnect; give its --address", path=self.address
            )
        if answer["error"] is not None:
            raise RefusedError(f"Anki refused {action}: {answer['error']}", path=self.address)
        return answer["result"]

    def _sent(self, body: bytes) -> object:
        connection = http.client.HTTPConnection(self._host, self._port, timeout=_SECONDS)
        try:
            connection.request("POST", "/", body, {"Content-Type": "application/json"})
            found: object = json.loads(connection.getresponse().read(_LARGEST_ANSWER))
        except ConnectionError:
            raise IncomingError(
                "Anki is not running there with AnkiConnect; start Anki, or install the add-on "
                "2055492159",
                path=self.address,
            ) from None
        except TimeoutError:
            raise IncomingError(
                "Anki does not answer; close any dialog that is open in it", path=self.address
            ) from None
        except (OSError, http.client.HTTPException, ValueError):
            raise IncomingError(
                "what answers there is not AnkiConnect; give its --address", path=self.address
            ) from None
        finally:
            connection.close()
        return found


def _pieces(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    """The ids in portions: Anki does nothing else while it answers."""
    return (ids[start : start + _AT_ONCE] for start in range(0, len(ids), _AT_ONCE))


def _is_here(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
