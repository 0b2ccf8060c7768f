"""Answers on their way out: packed, where the browser can unpack them, so that pages stay light."""

from __future__ import annotations

import gzip
from functools import lru_cache
from pathlib import Path

from flask import Flask, Response, request

_LEAST = 1_000
"""Bytes below which packing gains nothing."""

_LEVEL = 5
_TEXTS = ("text/", "application/json", "application/manifest+json", "image/svg+xml")


def attach(app: Flask) -> None:
    """Pack what ``app`` answers."""
    app.after_request(_pack)


def _pack(response: Response) -> Response:
    if response.status_code != 200 or not (response.mimetype or "").startswith(_TEXTS):
        return response
    response.vary.add("Accept-Encoding")
    saved = response.headers.get("Content-Disposition", "").startswith("attachment")
    if saved or "Content-Encoding" in response.headers:
        return response
    if not request.accept_encodings["gzip"]:
        return response
    packed = _packed_file(response) if response.direct_passthrough else _packed(response)
    if packed is None:
        return response
    response.direct_passthrough = False
    response.set_data(packed)
    response.headers["Content-Encoding"] = "gzip"
    del response.headers["Accept-Ranges"]
    etag, weak = response.get_etag()
    if etag and not weak:
        # The same file in another form: a strong tag would promise the same bytes.
        response.set_etag(etag, weak=True)
    return response


def _packed(response: Response) -> bytes | None:
    data = response.get_data()
    return gzip.compress(data, _LEVEL, mtime=0) if len(data) >= _LEAST else None


def _packed_file(response: Response) -> bytes | None:
    """A file of ours, packed once; None where the response is no such file."""
    name = getattr(getattr(response.response, "file", None), "name", None)
    if not isinstance(name, str):
        return None
    path = Path(name)
    found = path.stat()
    if found.st_size < _LEAST:
        return None
    response.close()
    return _file(path, found.st_mtime_ns)


@lru_cache(maxsize=32)
def _file(path: Path, _changed: int) -> bytes:
    return gzip.compress(path.read_bytes(), 9, mtime=0)
