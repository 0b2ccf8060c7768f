"""What the browser keeps for the time when the server does not run: one page that says so.

No page of the library is kept: what is due changes with every answer, and an old page would take
answers for cards that have moved on.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from flask import Blueprint, Response, current_app, render_template, url_for

from quizapp import __version__

pages = Blueprint("offline", __name__)

_FILES = ("quizapp.css", "icon.svg", "icon-192.png", "manifest.webmanifest")


@pages.get("/offline")
def show() -> str:
    """The page that stands for every other while the server does not run."""
    return render_template("offline.html")


@pages.get("/worker.js")
def worker() -> Response:
    """The service worker; its version changes with whatever it keeps."""
    static = Path(str(current_app.static_folder))
    shell = [url_for(".show"), *(url_for("static", filename=name) for name in _FILES)]
    digest = hashlib.sha256(f"{__version__}\n{show()}".encode())
    for name in _FILES:
        digest.update((static / name).read_bytes())
    head = f"const VERSION = {digest.hexdigest()[:16]!r};\nconst SHELL = {json.dumps(shell)};\n"
    script = (static / "worker.js").read_text("utf-8")
    return Response(head + script, mimetype="text/javascript")
