"""A real browser for tests: a server of its own, and visits that note every complaint."""

from __future__ import annotations

import importlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from werkzeug.serving import make_server

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page, Request

CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
SERVER = """
import sys
from pathlib import Path
from quizapp.web.server import serve
serve(Path(sys.argv[1]), port=int(sys.argv[2]))
"""


def sync_api() -> Any:
    """Playwright; without it the tests are skipped, and fail where everything is promised."""
    if os.environ.get("CI") == "true":
        return importlib.import_module("playwright.sync_api")
    return pytest.importorskip("playwright.sync_api", reason="playwright is not installed")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running(home: Path, now: datetime, port: int) -> Iterator[str]:
    """A server in a process of its own, ended by SIGTERM as a service manager does it."""
    environment = {**os.environ, "QUIZAPP_NOW": now.isoformat(), "PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen(
        [sys.executable, "-c", SERVER, str(home), str(port)],
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    try:
        line = process.stdout.readline()
        assert f"http://127.0.0.1:{port}/" in line
        yield f"http://127.0.0.1:{port}"
    finally:
        process.send_signal(signal.SIGTERM)
        code = process.wait(timeout=20)
        process.stdout.close()
    assert code == 0


@dataclass
class Visit:
    """A page, and everything that went wrong on it."""

    page: Page
    base: str
    complaints: list[str] = field(default_factory=list)

    def open(self, path: str) -> None:
        self.page.goto(self.base + path)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    @property
    def focused(self) -> str:
        """What has the focus; a page gives it where it belongs when it is first painted."""
        painted = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
        return str(
            self.page.evaluate(
                f"{painted}.then(() => document.activeElement)"
                ".then(e => e.getAttribute('aria-label') ?? e.textContent.trim())"
            )
        )

    def shows_answer(self) -> None:
        self.button("Again").wait_for()

    def asks(self) -> None:
        self.button("Show answer").wait_for()


def is_complaint(message: str) -> bool:
    """Whether a message in the console says that something is wrong.

    Keys that are pressed before a page is first painted have moved the focus already. On a busy
    machine tests are that quick; the browser says so, keeps their focus, and nothing is wrong.
    """
    return not message.startswith("Autofocus processing was blocked")


def note_console(visit: Visit, message: str) -> None:
    if is_complaint(message):
        visit.complaints.append(message)


def note_failure(visit: Visit, request: Request) -> None:
    # What a page still loads when the next one is opened is broken off, and rightly.
    if request.failure != "net::ERR_ABORTED":
        visit.complaints.append(f"{request.url}: {request.failure}")


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    if CHROMIUM is None:
        if os.environ.get("CI") == "true":
            pytest.fail("there is no Chromium on this machine")
        pytest.skip("there is no Chromium on this machine")
    with sync_api().sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture
def server(filled: Path, now: datetime) -> Iterator[str]:
    """The app in a thread of the test: quicker to start than the server that is shipped."""
    from quizapp.web import create_app

    listening = make_server("127.0.0.1", 0, create_app(filled, now=lambda: now), threaded=True)
    thread = threading.Thread(target=listening.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{listening.server_port}"
    listening.shutdown()
    thread.join()
    listening.server_close()


@pytest.fixture
def visit(chromium: Browser, server: str) -> Iterator[Callable[..., Visit]]:
    """Opens a page in a fresh context; afterwards nothing may have been complained about."""
    visits: list[Visit] = []
    with ExitStack() as contexts:

        def _visit(path: str = "/study", **options: object) -> Visit:
            context = chromium.new_context(**options)
            contexts.callback(context.close)
            one = Visit(context.new_page(), server)
            one.page.on("console", lambda message: note_console(one, message.text))
            one.page.on("pageerror", lambda error: one.complaints.append(str(error)))
            one.page.on("requestfailed", lambda request: note_failure(one, request))
            one.open(path)
            visits.append(one)
            return one

        yield _visit
    for one in visits:
        assert one.complaints == [], one.complaints
