"""The server: its address, what is said when it cannot have it, and its end."""

from __future__ import annotations

import gzip
import os
import signal
import subprocess
import sys
import time
from datetime import datetime
from pathlib import Path

import pytest
from browser_visits import SERVER
from flask.testing import FlaskClient

from quizapp.errors import QuizappError
from quizapp.web.server import serve


def test_a_taken_port_is_told_in_one_line_with_what_to_do(
    server: str, filled: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    port = int(server.rpartition(":")[2])
    with pytest.raises(QuizappError) as raised:
        serve(filled, port=port)
    assert f"port {port} on 127.0.0.1 is taken" in str(raised.value)
    assert "--port" in str(raised.value)
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("host", "port", "advice"),
    [
        ("127.0.0.1", 70000, "--port"),
        ("no.such.host.invalid", 0, "--host"),
        ("192.0.2.1", 0, "--host"),
    ],
)
def test_an_address_that_cannot_be_used_is_told_in_one_line(
    home: Path, host: str, port: int, advice: str
) -> None:
    with pytest.raises(QuizappError, match=advice) as raised:
        serve(home, host=host, port=port)
    assert "\n" not in str(raised.value)


def test_ctrl_c_ends_the_server_in_peace(filled: Path, now: datetime) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", SERVER, str(filled), "0"],
        env={**os.environ, "QUIZAPP_NOW": now.isoformat(), "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        # Where the tests run in the background, the shell makes its children deaf to Ctrl+C.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    try:
        assert process.stdout
        assert "http://127.0.0.1:" in process.stdout.readline()
        time.sleep(0.2)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=20)
        assert (process.returncode, errors) == (0, "")
    finally:
        process.kill()


@pytest.mark.parametrize("path", ["/", "/static/quizapp.css"])
def test_texts_go_out_packed_to_who_can_unpack_them(client: FlaskClient, path: str) -> None:
    plain = client.get(path, buffered=True)
    packed = client.get(path, headers={"Accept-Encoding": "gzip, br"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in packed.headers["Vary"]
    assert len(packed.data) == int(packed.headers["Content-Length"]) < len(plain.data) / 2
    unpacked = gzip.decompress(packed.data)
    assert unpacked == plain.data
    assert "Content-Encoding" not in plain.headers


def test_what_is_small_packed_already_or_saved_goes_out_as_it_is(client: FlaskClient) -> None:
    for path in ("/static/icon.svg", "/static/icon-512.png", "/exchange/reviews.csv"):
        answer = client.get(path, headers={"Accept-Encoding": "gzip"}, buffered=True)
        assert "Content-Encoding" not in answer.headers, path


def test_a_packed_file_that_did_not_change_is_not_sent_again(client: FlaskClient) -> None:
    packed = {"Accept-Encoding": "gzip"}
    tag = client.get("/static/quizapp.css", headers=packed).headers["ETag"]
    known = {**packed, "If-None-Match": tag}
    again = client.get("/static/quizapp.css", headers=known, buffered=True)
    assert (again.status_code, again.data) == (304, b"")
