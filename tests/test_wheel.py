"""The wheel, installed where nothing else is, does the main job from any folder."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.request
import venv
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
WAIT = 30
"""Seconds that a server may take to answer for the first time."""


def wheel(tmp_path: Path) -> Path:
    """The wheel of this checkout, built out of a copy so that nothing is left in it."""
    source = tmp_path / "source"
    ignored = shutil.ignore_patterns(".*", "build", "dist", "__pycache__", "*.egg-info", "tests")
    shutil.copytree(ROOT, source, ignore=ignored)
    command = [sys.executable, "-m", "build", "--wheel", "--outdir", str(tmp_path / "dist")]
    if find_spec("hatchling"):
        command.append("--no-isolation")
    done = subprocess.run([*command, str(source)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (made,) = (tmp_path / "dist").glob("*.whl")
    return made


def installed(made: Path, folder: Path) -> Path:
    """The command in an empty environment with the wheel and what it needs."""
    venv.create(folder, with_pip=True, clear=True)
    scripts = folder / ("Scripts" if os.name == "nt" else "bin")
    command = [str(scripts / "python"), "-m", "pip", "install", "--quiet", str(made)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return scripts / "quizapp"


def fetched(address: str) -> tuple[int, str]:
    """Status and text of a page, as soon as its server answers."""
    until = time.monotonic() + WAIT
    while True:
        try:
            with urllib.request.urlopen(address, timeout=WAIT) as page:
                return page.status, page.read().decode()
        except urllib.error.HTTPError:
            raise
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.1)


def test_the_wheel_does_the_main_job_from_another_folder(tmp_path: Path) -> None:
    pytest.importorskip("build", reason="the package build is not installed")
    made = wheel(tmp_path)
    with zipfile.ZipFile(made) as archive:
        names = archive.namelist()
    for wanted in (
        "quizapp/_bundled/templates/anki/",
        "quizapp/_bundled/source_texts/ilya-sutskever-deep-learning/transcript.txt",
        "quizapp/static/quizapp.css",
        "quizapp/py.typed",
    ):
        assert any(name.startswith(wanted) for name in names), wanted
    assert not [name for name in names if name.startswith(("tests/", "decks/"))]

    command = installed(made, tmp_path / "venv")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "QUIZAPP"))}
    environment["QUIZAPP_HOME"] = str(tmp_path / "home")

    def run(*arguments: str) -> str:
        done = subprocess.run(
            [command, *arguments],
            cwd=elsewhere,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, ""), arguments
        return done.stdout

    assert json.loads(run("build", "--json"))["new"] > 100
    card = json.loads(run("next", "--json"))["card"]
    assert card["episode"] == "ilya-sutskever-deep-learning"
    run("export", "--to", "deck.apkg")
    assert (elsewhere / "deck.apkg").stat().st_size > 10_000
    assert str(tmp_path / "venv") in run("doctor")

    with subprocess.Popen(
        [command, "serve", "--port", "0"],
        cwd=elsewhere,
        env=environment | {"PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        text=True,
    ) as server:
        try:
            assert server.stdout is not None
            address = server.stdout.readline().split()[3]
            for page in ("", "study", "static/quizapp.css"):
                status, text = fetched(address + page)
                assert status == 200 and len(text) > 500, page
        finally:
            server.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                server.wait(WAIT)
            server.kill()
    assert sorted(p.name for p in elsewhere.iterdir()) == ["deck.apkg"], "nothing else is written"
