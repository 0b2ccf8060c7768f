"""What keeps other sites out: tokens on forms, trusted hosts, headers, a secret of one's own."""

from __future__ import annotations

import os
import secrets
import socket
from collections.abc import Sequence
from pathlib import Path

from flask import Flask, Response, current_app, request, session
from werkzeug.exceptions import BadRequest

from quizapp.errors import StoreError

_TOKEN = "csrf_token"  # noqa: S105  (the name of the field, not a secret)
_HOSTS = "quizapp.hosts"
_LOCAL = ("127.0.0.1", "localhost", "[::1]")
_EVERYWHERE = ("0.0.0.0", "::", "")  # noqa: S104  (compared with, never bound to)

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "media-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)

UPLOADS = {
    "adding.receive": 60_000_000,
    "bringing.receive": 1_000_000_000,
    "bringing.take_in": 1_000_000_000,
}
"""Endpoints that take files, and how many bytes; every other form is short."""

HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


def secret_key(home: Path) -> bytes:
    """The key that signs this home's sessions: made once, at random, readable by its owner only.

    Raises StoreError if the home cannot be written.
    """
    path = home / "secret_key"
    try:
        home.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            _write_once(path, secrets.token_hex(32).encode())
        key = path.read_bytes()
    except OSError as error:
        raise StoreError(
            f"the session key cannot be kept ({error.strerror}); make the folder writable",
            path=str(path),
        ) from error
    if len(key) < 32:
        raise StoreError("the session key is damaged; delete this file", path=str(path))
    return key


def _write_once(path: Path, content: bytes) -> None:
    # Written beside and linked into place: two servers that start at once end up with one key.
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()


def trusted_hosts(host: str) -> list[str]:
    """The names a request may use for this server, as it listens on ``host``.

    Any other name in a request is an attack by rebinding, or a mistake. On a host that stands
    for every address these are the machine's own name and addresses too.
    """
    if host not in _EVERYWHERE:
        return [*_LOCAL, f"[{host}]" if ":" in host else host]
    name = socket.gethostname()
    try:
        found = {str(info[4][0]).partition("%")[0] for info in socket.getaddrinfo(name, None)}
    except OSError:
        found = set()
    addresses = sorted(f"[{address}]" if ":" in address else address for address in found)
    return [*_LOCAL, name, f"{name}.local", *addresses]


def csrf_token() -> str:
    """The token that every form of this session carries."""
    if _TOKEN not in session:
        session[_TOKEN] = secrets.token_urlsafe(24)
    return str(session[_TOKEN])


def _name_asked(host: str) -> str:
    """The name or address in a Host header, without its port."""
    if host.startswith("["):
        return host.partition("]")[0].lower() + "]"
    return host.partition(":")[0].lower()


def _refuse_foreign_hosts() -> None:
    # Not by Flask's TRUSTED_HOSTS: it cuts names at the first colon, so that no IPv6 address is
    # ever trusted, and it fails before an error page can be made.
    if _name_asked(request.host) not in current_app.extensions[_HOSTS]:
        raise BadRequest(
            "This server does not go by that name. Use the address that quizapp serve printed."
        )


def _refuse_forged_forms() -> None:
    if request.method in ("GET", "HEAD", "OPTIONS"):
        return
    known = session.get(_TOKEN, "")
    given = request.form.get(_TOKEN, "")
    if not known or not secrets.compare_digest(known.encode(), given.encode()):
        raise BadRequest("This form is from an earlier visit. Go back, reload the page, try again.")


def _give_room() -> None:
    """Let pages that take files take them; set before a form is read, when it counts."""
    if request.endpoint in UPLOADS:
        request.max_content_length = UPLOADS[request.endpoint]
        request.max_form_memory_size = UPLOADS[request.endpoint]
        request.max_form_parts = 10_000


def _add_headers(response: Response) -> Response:
    response.headers.update(HEADERS)
    if not request.path.startswith("/static/"):
        # Pages show what is due now: going back must ask again, and nothing is kept on disk.
        response.headers["Cache-Control"] = "no-store"
    return response


def protect(app: Flask, home: Path, hosts: Sequence[str]) -> None:
    """Put ``app`` under the rules of this module."""
    app.config.update(
        SECRET_KEY=secret_key(home),
        SESSION_COOKIE_NAME="quizapp",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Strict",
        MAX_CONTENT_LENGTH=1_000_000,
    )
    app.extensions[_HOSTS] = frozenset(host.lower() for host in hosts)
    app.before_request(_refuse_foreign_hosts)
    app.before_request(_give_room)
    app.before_request(_refuse_forged_forms)
    app.after_request(_add_headers)
    app.jinja_env.globals["csrf_token"] = csrf_token
