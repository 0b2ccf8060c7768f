"""Fetches one page of the public web, when a person asks for it: the only way to the network.

A name is looked up once, and the connection goes to the address that was checked, so that a name
which answers differently the second time leads nowhere new. Every redirect is checked the same way.
"""

from __future__ import annotations

import http.client
import ipaddress
import re
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from quizapp import identity
from quizapp.errors import SourceError

LONGEST_SECONDS = 20.0
"""For everything: looking up, connecting, redirects, reading."""

LARGEST_BYTES = 10_000_000
MOST_REDIRECTS = 5

_PORTS = {"http": 80, "https": 443}
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_ENDINGS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/vtt": ".vtt",
    "application/x-subrip": ".srt",
    "application/json": ".json",
    "text/markdown": ".md",
}
_TEXTS = re.compile(r"text/|application/(?:xhtml\+xml|json|x-subrip|octet-stream)")
_NAMED = re.compile(r"\.(?:txt|md|html?|srt|vtt|json)$", re.IGNORECASE)
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")

Address = IPv4Address | IPv6Address
Reach = Callable[[Address], bool]
"""Says whether an address may be fetched from."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as it came: where from at last, a file name for it, its bytes."""

    address: str
    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    headers: http.client.HTTPMessage
    data: bytes


def is_public(address: Address) -> bool:
    """Whether an address is one of the public internet, whichever way it is written."""
    inner = _inner(address)
    if inner is not None:
        return is_public(inner)
    return address.is_global and not (address.is_multicast or address.is_reserved)


def _inner(address: Address) -> Address | None:
    """The address of the old internet that one of the new stands for."""
    if isinstance(address, IPv4Address):
        return None
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or (address.teredo or (None, None))[1]


def fetch(
    address: str,
    *,
    reach: Reach = is_public,
    seconds: float = LONGEST_SECONDS,
    largest: int = LARGEST_BYTES,
) -> Fetched:
    """Fetches a page of text; raises SourceError, in one line, for everything that hinders it.

    Only http and https, only addresses that ``reach`` allows, ``seconds`` and ``largest`` at most.
    """
    deadline = time.monotonic() + seconds
    place = address.strip()
    for _ in range(MOST_REDIRECTS + 1):
        parts = _checked(place)
        answer = _ask(parts, reach, deadline, largest)
        if answer.status not in _REDIRECTS:
            return _page(place, parts, answer)
        place = urljoin(place, answer.headers.get("Location", ""))
    raise SourceError("this address leads on and on to others; open it in a browser and paste it")


def _checked(address: str) -> SplitResult:
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError as error:
        raise SourceError("this is no web address; give one such as https://…/page") from error
    if parts.scheme not in _PORTS or not parts.hostname:
        raise SourceError("only addresses that begin with http:// or https:// can be fetched")
    if parts.username or parts.password:
        raise SourceError("an address with a password in it is not fetched; paste the page")
    if port is not None and port not in _PORTS.values() and port < 1024:
        raise SourceError(f"port {port} is no web page's; check the address")
    return parts


def _ask(parts: SplitResult, reach: Reach, deadline: float, largest: int) -> _Answer:
    host = str(parts.hostname)
    port = parts.port or _PORTS[parts.scheme]
    try:
        with _connected(host, port, reach, deadline) as raw, _in_time(raw, deadline):
            secure = parts.scheme == "https"
            stream = _secured(raw, host) if secure else raw
            with stream:
                return _asked(stream, parts, host, port, deadline, largest)
    except ssl.SSLError as error:
        raise SourceError(
            f"{host} has no certificate that can be trusted; paste the page"
        ) from error
    except TimeoutError as error:
        raise SourceError(f"{host} takes too long; try again later, or paste the page") from error
    except (OSError, http.client.HTTPException, UnicodeError) as error:
        if time.monotonic() >= deadline:
            raise SourceError(
                f"{host} takes too long; try again later, or paste the page"
            ) from error
        raise SourceError(
            f"{host} cannot be reached; check the address, or paste the page"
        ) from error


def _secured(raw: socket.socket, host: str) -> socket.socket:
    return ssl.create_default_context().wrap_socket(raw, server_hostname=host)


@contextmanager
def _connected(host: str, port: int, reach: Reach, deadline: float) -> Iterator[socket.socket]:
    """A connection to the very address that was checked."""
    places = _looked_up(host, port, deadline)
    # One private address among public ones is how a name reaches into a network: refuse the name.
    if not all(reach(place) for place in places):
        raise SourceError(
            f"{host} is an address of this machine or its network, which is not fetched from"
        )
    trouble: OSError | None = None
    for place in places:
        try:
            raw = socket.create_connection((str(place), port), timeout=_left(deadline))
        except OSError as error:
            trouble = error
            continue
        with raw:
            yield raw
            return
    raise trouble or OSError("no address")


def _looked_up(host: str, port: int, deadline: float) -> list[Address]:
    """The addresses of a name; the system's own look-up knows no deadline, so it gets a thread."""
    found: list[str] = []

    def look_up() -> None:
        with suppress(OSError, UnicodeError):
            answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            found.extend(str(one[4][0]).partition("%")[0] for one in answers)

    thread = threading.Thread(target=look_up, daemon=True)
    thread.start()
    thread.join(_left(deadline))
    if thread.is_alive():
        raise TimeoutError
    if not found:
        raise SourceError(f"there is no {host}; check the address and the network")
    return [ipaddress.ip_address(place) for place in dict.fromkeys(found)]


def _left(deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


@contextmanager
def _in_time(raw: socket.socket, deadline: float) -> Iterator[None]:
    """Ends the connection at the deadline, however slowly the other side drips."""

    def end() -> None:
        with suppress(OSError):
            raw.shutdown(socket.SHUT_RDWR)

    timer = threading.Timer(_left(deadline), end)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _asked(
    stream: socket.socket, parts: SplitResult, host: str, port: int, deadline: float, largest: int
) -> _Answer:
    connection = http.client.HTTPConnection(host, port)
    connection.sock = stream
    target = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = f"?{quote(parts.query, safe='/%:@!$&()*+,;=~-._?')}" if parts.query else ""
    connection.request(
        "GET",
        target + query,
        headers={
            "User-Agent": "quizapp",
            "Accept": "text/html, text/*;q=0.9, application/json;q=0.8",
            "Accept-Encoding": "identity",
            "Connection": "close",
        },
    )
    answer = connection.getresponse()
    if answer.status in _REDIRECTS:
        return _Answer(answer.status, answer.headers, b"")
    pieces, size = [], 0
    while piece := answer.read1(65536):
        size += len(piece)
        if size > largest:
            raise SourceError(f"this page is larger than {largest // 1_000_000} MB; no text is")
        pieces.append(piece)
        _left(deadline)
    if time.monotonic() >= deadline:
        raise TimeoutError
    return _Answer(answer.status, answer.headers, b"".join(pieces))


def _page(address: str, parts: SplitResult, answer: _Answer) -> Fetched:
    if answer.status != 200:
        raise SourceError(
            f"{parts.hostname} answered {answer.status}; check the address, or paste the page"
        )
    kind = answer.headers.get_content_type()
    if not _TEXTS.match(kind):
        raise SourceError(f"this is {kind} and no page of text; give the address of a page")
    if answer.headers.get("Content-Encoding", "identity").lower() != "identity":
        raise SourceError("this page comes packed, though it was asked for plain; paste it")
    if not answer.data.strip():
        raise SourceError("this page is empty; open it in a browser and paste it")
    data = _in_utf8(answer, kind)
    return Fetched(address, _name(parts, kind), data)


def _in_utf8(answer: _Answer, kind: str) -> bytes:
    """The bytes; told by the server to be in another encoding, and not by the page itself, anew."""
    charset = answer.headers.get_content_charset()
    if not charset or charset in ("utf-8", "utf8") or kind == "text/html":
        return answer.data
    try:
        return answer.data.decode(charset).encode()
    except (LookupError, UnicodeError):
        return answer.data


def _name(parts: SplitResult, kind: str) -> str:
    last = parts.path.rstrip("/").rpartition("/")[2]
    stem = _NAMED.sub("", last)
    ending = _ENDINGS.get(kind) or (_NAMED.search(last) or [".txt"])[0].lower()
    return f"{identity.slug(f'{parts.hostname} {stem}')}{ending}"
