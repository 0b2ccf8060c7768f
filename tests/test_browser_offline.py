"""What is left when the server is gone: a page that says so, and nothing that is out of date."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from browser_visits import free_port, running, sync_api
from sqlite_utils import Database

from quizapp.store import progress

playwright = sync_api()

pytestmark = pytest.mark.browser

READY = "navigator.serviceWorker.ready.then(() => caches.keys())"
KEPT = """async () => {
  const found = [];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const one of await cache.keys()) found.push(new URL(one.url).pathname);
  }
  return found.sort();
}"""


def wait_for_worker(page: Any) -> list[str]:
    """Until the worker is there and has the pages under it; the names of its caches."""
    page.evaluate(READY)
    page.wait_for_function("navigator.serviceWorker.controller")
    names: list[str] = page.evaluate("caches.keys()")
    return names


def test_without_the_server_a_page_says_so_and_when_it_is_back_everything_is(
    chromium: Any, filled: Path, now: datetime, shelf: Database
) -> None:
    port = free_port()
    context = chromium.new_context()
    page = context.new_page()
    with running(filled, now, port) as base:
        page.goto(base + "/study")
        assert len(wait_for_worker(page)) == 1
        page.get_by_role("button", name="Show answer").click()
        page.get_by_role("button", name="Good", exact=True).click()
        page.get_by_role("button", name="Show answer").wait_for()
        kept = page.evaluate(KEPT)
    assert len(progress.reviews(shelf)) == 1
    assert "/offline" in kept
    assert all(one == "/offline" or one.startswith("/static/") for one in kept), kept
    for path in ("/study", "/", "/library", "/cards"):
        page.goto(base + path)
        assert page.get_by_role("heading", name="quizapp is not running").is_visible(), path
        assert page.url == base + path, "trying again asks for the page that was wanted"
        ground = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
        assert ground == "rgb(250, 248, 244)", "with its colours"
    page.goto(base + "/study")
    with running(filled, now, port):
        page.get_by_role("link", name="Try again").click()
        page.get_by_role("button", name="Show answer").wait_for()
    assert len(progress.reviews(shelf)) == 1, "nothing was sent twice"
    context.close()


def test_the_app_can_be_installed(chromium: Any, filled: Path, now: datetime) -> None:
    context = chromium.new_context()
    page = context.new_page()
    with running(filled, now, free_port()) as base:
        page.goto(base)
        wait_for_worker(page)
        session = context.new_cdp_session(page)
        manifest = session.send("Page.getAppManifest")
        assert manifest["errors"] == []
        told = json.loads(manifest["data"])
        assert (told["start_url"], told["display"]) == ("/", "standalone")
        for icon in told["icons"]:
            assert page.request.get(f"{base}/static/{icon['src']}").status == 200
        for shortcut in told["shortcuts"]:
            assert page.request.get(base + shortcut["url"]).status == 200
        # In a private window, as tests have it, that is the only thing in the way.
        problems = session.send("Page.getInstallabilityErrors")["installabilityErrors"]
        assert {one["errorId"] for one in problems} <= {"in-incognito"}
    context.close()


def test_what_the_browser_keeps_has_a_new_name_when_it_changes(client: Any) -> None:
    first = client.get("/worker.js")
    assert first.mimetype == "text/javascript"
    assert first.headers["Cache-Control"] == "no-store"
    assert "'self'" in first.headers["Content-Security-Policy"]
    assert "unsafe" not in first.headers["Content-Security-Policy"]
    assert client.get("/worker.js").text == first.text
    token = client.get("/settings").text.split('name="csrf_token" value="')[1].split('"')[0]
    client.post("/settings", data={"csrf_token": token, "theme": "dark"})
    assert client.get("/worker.js").text != first.text, "the page in other colours"


def test_a_notice_waits_for_the_page_that_a_person_sees(client: Any) -> None:
    token = client.get("/settings").text.split('name="csrf_token" value="')[1].split('"')[0]
    client.post("/settings", data={"csrf_token": token})
    assert "Saved." not in client.get("/offline").text
    client.get("/worker.js")
    assert "Saved." in client.get("/settings").text
