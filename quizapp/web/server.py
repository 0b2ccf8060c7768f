"""The app behind a real server, on the learner's own machine."""

from __future__ import annotations

import errno
import signal
import socket
import threading
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn

import click
from waitress.server import create_server

from quizapp.errors import QuizappError
from quizapp.web import connection, create_app
from quizapp.web.security import trusted_hosts

_THREADS = 4
_BACKLOG = 128


def serve(
    home: Path, *, host: str = "127.0.0.1", port: int = 5000, open_browser: bool = False
) -> None:
    """Serve the library in ``home`` until Ctrl+C or a request to end; port 0 takes a free one.

    Raises QuizappError if the address cannot be used, StoreError if the library cannot.
    """
    app = create_app(home, hosts=trusted_hosts(host))
    server = _listen(app, host, port)
    address = _address(host, int(server.effective_port))
    click.echo(f"quizapp is at {address}  (Ctrl+C ends it)")
    if open_browser:
        # Some browsers run in the foreground until they are closed.
        threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
    try:
        with _ending_on_sigterm():
            server.run()
    finally:
        server.close()
        connection.close(app)


def _listen(app: object, host: str, port: int) -> Any:
    if not 0 <= port <= 65535:
        raise QuizappError(f"there is no port {port}; give one from 1024 to 65535 with --port")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        # Bound here: waitress leaves its socket open when it cannot bind it.
        listening = socket.create_server((host, port), family=family, backlog=_BACKLOG)
    except OSError as error:
        raise QuizappError(_why(error, host, port)) from error
    return create_server(app, sockets=[listening], threads=_THREADS, ident=None)


def _why(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return (
            f"port {port} on {host} is taken, perhaps by quizapp itself; "
            f"give another with --port, as --port {port + 1 if port < 65535 else port - 1}"
        )
    if error.errno in (errno.EACCES, errno.EPERM):
        return f"port {port} needs more rights; give one from 1024 on with --port"
    return f"{host} is not an address of this machine ({error.strerror}); try --host 127.0.0.1"


def _address(host: str, port: int) -> str:
    shown = "127.0.0.1" if host in ("", "0.0.0.0", "::") else host  # noqa: S104
    return f"http://{f'[{shown}]' if ':' in shown else shown}:{port}/"


@contextmanager
def _ending_on_sigterm() -> Iterator[None]:
    """Let SIGTERM end the server as Ctrl+C does: requests under way are finished."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def end(*_: object) -> NoReturn:
        raise SystemExit(0)

    before = signal.signal(signal.SIGTERM, end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
