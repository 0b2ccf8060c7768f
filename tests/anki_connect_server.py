"""AnkiConnect as its documentation describes it, over real HTTP, on a real collection."""

from __future__ import annotations

import base64
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

from anki.collection import Collection
from anki_backend import import_package

COLUMNS = ("id", "usn", "ease", "ivl", "lastIvl", "factor", "time", "type")


class Connect:
    """The actions, by their documented names."""

    def __init__(self, collection: Collection) -> None:
        self.collection = collection
        self.media = Path(collection.media.dir())
        self.asked: list[str] = []
        self.key: str | None = None
        self.contained = False
        """Whether it sees no files but its own."""

    def perform(self, request: dict[str, Any]) -> dict[str, Any]:
        """Result and error, one of them null."""
        action = request["action"]
        self.asked.append(action)
        try:
            if self.key and request.get("key") != self.key:
                raise ValueError("valid api key must be provided")
            handler = getattr(self, action, None)
            if handler is None:
                raise ValueError("unsupported action")
            return {"result": handler(**request.get("params", {})), "error": None}
        except Exception as error:
            return {"result": None, "error": str(error)}

    def version(self) -> int:
        return 6

    def findNotes(self, query: str) -> list[int]:  # noqa: N802
        return list(self.collection.find_notes(query))

    def notesInfo(self, notes: list[int]) -> list[dict[str, Any]]:  # noqa: N802
        there = self.collection.find_notes(f"nid:{','.join(map(str, notes))}")
        known = {one: self.collection.get_note(one) for one in there}
        found = [known.get(one) for one in notes]  # type: ignore[call-overload]
        return [
            {
                "noteId": note.id,
                "profile": "User 1",
                "modelName": note.note_type()["name"],  # type: ignore[index]
                "tags": note.tags,
                "fields": {
                    name: {"value": value, "order": order}
                    for order, (name, value) in enumerate(note.items())
                },
                "mod": note.mod,
                "cards": list(note.card_ids()),
            }
            if note
            else {}  # in the place of a note that is gone
            for note in found
        ]

    def cardsModTime(self, cards: list[int]) -> list[dict[str, int]]:  # noqa: N802
        known = dict(self._all("select id, mod from cards"))
        return [{"cardId": one, "mod": known[one]} if one in known else {} for one in cards]

    def cardsInfo(self, cards: list[int]) -> list[dict[str, Any]]:  # noqa: N802
        known = {
            card: (note, ord_) for card, note, ord_ in self._all("select id, nid, ord from cards")
        }
        return [
            {"cardId": one, "note": known[one][0], "ord": known[one][1]} if one in known else {}
            for one in cards
        ]

    def areSuspended(self, cards: list[int]) -> list[bool | None]:  # noqa: N802
        known = dict(self._all("select id, queue from cards"))
        return [known[one] == -1 if one in known else None for one in cards]

    def getReviewsOfCards(self, cards: list[int]) -> dict[str, Any]:  # noqa: N802
        sql = "select id, usn, ease, ivl, lastIvl, factor, time, type from revlog where cid = ?"
        return {
            str(card): [dict(zip(COLUMNS, row, strict=True)) for row in self._all(sql, card)]
            for card in cards
        }

    def _all(self, sql: str, *values: int) -> list[Any]:
        assert self.collection.db is not None
        return list(self.collection.db.all(sql, *values))

    def storeMediaFile(self, filename: str, data: str, deleteExisting: bool) -> str:  # noqa: ARG002, N802, N803
        (self.media / filename).write_bytes(base64.b64decode(data))
        return filename

    def deleteMediaFile(self, filename: str) -> None:  # noqa: N802
        (self.media / filename).unlink()

    def importPackage(self, path: str) -> bool:  # noqa: N802
        if self.contained and Path(path).is_absolute():
            raise FileNotFoundError(path)
        import_package(self.collection, self.media / path, with_progress=True)
        return True


@contextmanager
def serving(connect: Connect) -> Iterator[str]:
    """The address at which it answers."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            content = json.dumps(connect.perform(json.loads(body))).encode()
            self.send_response(200)
            self.send_header("Content-Type", "text/json")
            self.send_header("Access-Control-Allow-Origin", "http://localhost")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            return

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
