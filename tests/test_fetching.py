"""Fetching a page: real servers on this machine, and every way into its network refused."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from ipaddress import ip_address

import pytest

from quizapp.errors import SourceError
from quizapp.intake.fetching import Address, fetch, is_public

Answer = Callable[[bytes], bytes]


@contextmanager
def serving(answer: Callable[[socket.socket], None]) -> Iterator[str]:
    """A server that answers each connection as it is told; its address."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(0.1)
        over = threading.Event()

        def serve() -> None:
            while not over.is_set():
                try:
                    one, _ = listening.accept()
                except TimeoutError:
                    continue
                with one:
                    try:
                        one.settimeout(5)
                        one.recv(65536)
                        answer(one)
                    except OSError:
                        pass

        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            over.set()
            thread.join()


def saying(body: bytes, *lines: str, status: str = "200 OK") -> Callable[[socket.socket], None]:
    head = "\r\n".join((f"HTTP/1.1 {status}", *lines, "Connection: close", "", ""))
    return lambda one: one.sendall(head.encode() + body)


def anywhere(_address: Address) -> bool:
    return True


HTML = "Content-Type: text/html; charset=utf-8"


def test_a_page_comes_as_it_is() -> None:
    with serving(saying("<p>Grüße</p>".encode(), HTML)) as base:
        page = fetch(f"{base}/talks/On Deep Learning.html?a=b c", reach=anywhere)
    assert page.data.decode() == "<p>Grüße</p>"
    assert page.name == "127-0-0-1-on-deep-learning.html"


def test_text_in_another_encoding_is_kept_in_ours() -> None:
    with serving(
        saying("Grüße".encode("latin-1"), "Content-Type: text/plain; charset=latin-1")
    ) as b:
        page = fetch(f"{b}/notes.txt", reach=anywhere)
    assert (page.data.decode(), page.name) == ("Grüße", "127-0-0-1-notes.txt")


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:8080/",
        "http://localhost/",
        "http://[::1]/",
        "http://0.0.0.0/",
        "http://10.1.2.3/",
        "http://192.168.1.1/admin",
        "http://169.254.169.254/latest/meta-data/",
        "http://[::ffff:127.0.0.1]/",
        "http://[fe80::1]/",
        "http://[fd00::1]/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://127.1/",
    ],
)
def test_this_machine_and_its_network_are_out_of_reach(address: str) -> None:
    with pytest.raises(SourceError, match=r"not fetched from|there is no"):
        fetch(address)


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1:248:1893:25c8:1946", True),
        ("100.64.0.1", False),
        ("224.0.0.1", False),
        ("240.0.0.1", False),
        ("64:ff9b::7f00:1", False),
        ("64:ff9b::5db8:d822", True),
        ("2002:7f00:1::", False),
        ("::ffff:10.0.0.1", False),
        ("::", False),
    ],
)
def test_what_is_public(address: str, public: bool) -> None:
    assert is_public(ip_address(address)) is public


@pytest.mark.parametrize(
    "address",
    ["file:///etc/passwd", "ftp://example.org/", "javascript:1", "", "//example.org", "nothing",
     "http://", "http://user:word@example.org/", "http://example.org:22/", "http://[::1"],
)  # fmt: skip
def test_only_addresses_of_pages(address: str) -> None:
    with pytest.raises(SourceError):
        fetch(address, reach=anywhere)


def test_a_redirect_is_followed_and_checked() -> None:
    with serving(saying(b"<p>Here</p>", HTML)) as there:
        moved = saying(b"", f"Location: {there}/new", status="302 Found")
        with serving(moved) as base:
            assert fetch(base, reach=anywhere).address == f"{there}/new"
    inward = saying(b"", "Location: http://169.254.169.254/", status="301 Moved")
    with serving(inward) as base, pytest.raises(SourceError, match="not fetched from"):
        fetch(base, reach=lambda place: str(place) == "127.0.0.1")
    elsewhere = saying(b"", "Location: file:///etc/passwd", status="302 Found")
    with serving(elsewhere) as base, pytest.raises(SourceError, match="http://"):
        fetch(base, reach=anywhere)


def test_redirects_end() -> None:
    onwards = saying(b"", "Location: /again", status="302 Found")
    with serving(onwards) as base, pytest.raises(SourceError, match="on and on"):
        fetch(base, reach=anywhere)


def test_a_name_is_looked_up_once_and_its_address_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that answers with a public address first and with this machine afterwards."""
    real, asked = socket.getaddrinfo, []

    def rebinding(host: str, port: int, *rest: object, **more: object) -> object:
        if host == "rebinding.test":
            asked.append(host)
            place = "203.0.113.7" if len(asked) == 1 else "127.0.0.1"
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (place, port))]
        return real(host, port, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", rebinding)
    checked: list[str] = []

    def reach(place: Address) -> bool:
        checked.append(str(place))
        return str(place) != "127.0.0.1"

    with serving(saying(b"<p>secret</p>", HTML)) as base, pytest.raises(SourceError):
        fetch(base.replace("127.0.0.1", "rebinding.test"), reach=reach, seconds=1)
    assert (asked, checked) == (["rebinding.test"], ["203.0.113.7"])


def test_a_name_with_a_private_address_among_others_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def both(host: str, port: int, *_: object, **__: object) -> object:
        return [
            (socket.AF_INET, socket.SOCK_STREAM, 6, "", (place, port))
            for place in ("93.184.216.34", "127.0.0.1")
        ]

    monkeypatch.setattr(socket, "getaddrinfo", both)
    with pytest.raises(SourceError, match="not fetched from"):
        fetch("http://both.test/")


def test_a_name_that_nobody_answers_for_ends_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    over = threading.Event()

    def never(*_: object, **__: object) -> object:
        over.wait(20)
        raise OSError

    monkeypatch.setattr(socket, "getaddrinfo", never)
    started = time.perf_counter()
    with pytest.raises(SourceError, match="too long"):
        fetch("http://slow.test/", seconds=0.3)
    over.set()
    assert time.perf_counter() - started < 5


def test_large_pages_are_not_read_to_the_end() -> None:
    def endless(one: socket.socket) -> None:
        one.sendall(f"HTTP/1.1 200 OK\r\n{HTML}\r\n\r\n".encode())
        while True:
            one.sendall(b"x" * 65536)

    with serving(endless) as base, pytest.raises(SourceError, match="larger"):
        fetch(base, reach=anywhere, largest=1_000_000)


@pytest.mark.parametrize("said", ["", f"HTTP/1.1 200 OK\r\n{HTML}\r\n\r\n"])
def test_slow_pages_end_in_time(said: str) -> None:
    def dripping(one: socket.socket) -> None:
        one.sendall(said.encode())
        for _ in range(40):
            one.sendall(b"H")
            time.sleep(0.1)

    started = time.perf_counter()
    with serving(dripping) as base, pytest.raises(SourceError, match="too long"):
        fetch(base, reach=anywhere, seconds=0.6)
    assert time.perf_counter() - started < 8


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (saying(b"\x89PNG", "Content-Type: image/png"), "image/png"),
        (saying(b"no", HTML, status="404 Not Found"), "404"),
        (saying(b"  ", HTML), "empty"),
        (saying(b"zip", HTML, "Content-Encoding: gzip"), "packed"),
        (lambda one: one.sendall(b"nonsense\r\n\r\n"), "cannot be reached"),
        (lambda _one: None, "cannot be reached"),
    ],
)
def test_what_is_no_page_is_told(answer: Callable[[socket.socket], None], why: str) -> None:
    with serving(answer) as base, pytest.raises(SourceError, match=why):
        fetch(base, reach=anywhere)


def test_https_needs_a_certificate_that_can_be_trusted() -> None:
    with serving(saying(b"", HTML)) as base, pytest.raises(SourceError):
        fetch(base.replace("http:", "https:"), reach=anywhere, seconds=3)
