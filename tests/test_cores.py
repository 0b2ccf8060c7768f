"""Work on all cores: the same results in the same order, and one line for what fails."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from console import MORNING, Console
from sqlite_utils import Database

from quizapp import build, cores
from quizapp.cores import Failed, each
from quizapp.model import Episode
from quizapp.reading.documents import Document

NOW = datetime.fromisoformat(MORNING)
EPISODES = Path(__file__).parent / "episodes"


def slow_square(number: int) -> int:
    time.sleep(0.05 * (number % 3))
    if number == 4:
        raise ValueError("four\nis not\tsquared")
    return number * number


def who(_: int) -> int:
    time.sleep(0.1)
    return os.getpid()


def die_elsewhere(home: int) -> int:
    if os.getpid() != home:
        os._exit(7)
    return home


@pytest.mark.parametrize("number", [1, 2, 3])
def test_results_come_in_the_order_of_the_things_on_any_number_of_cores(number: int) -> None:
    told: list[int] = []
    found = list(each(slow_square, range(9), cores=number, advance=told.append))
    assert found == [0, 1, 4, 9, Failed("ValueError: four is not squared"), 25, 36, 49, 64]
    assert told == list(range(9))


def test_several_processes_share_the_work_and_one_does_where_it_does_not_pay() -> None:
    assert len(set(each(who, range(8), cores=2))) == 2
    assert set(each(who, range(3), cores=2, worth_it=False)) == {os.getpid()}
    assert list(each(who, [], cores=2)) == []


def test_when_a_process_dies_the_work_is_done_here() -> None:
    home = os.getpid()
    assert list(each(die_elsewhere, [home] * 5, cores=2)) == [home] * 5


def sleep_long(number: int) -> int:
    time.sleep(60 if number else 0)
    return os.getpid()


def test_who_stops_listening_waits_for_nothing_and_leaves_no_process_behind() -> None:
    found = each(sleep_long, range(50), cores=2)
    worker = next(found)
    assert isinstance(worker, int)
    before = time.monotonic()
    found.close()
    assert time.monotonic() - before < 20
    assert not _lives(worker)


@pytest.mark.skipif(sys.platform == "win32", reason="ends a process as POSIX does")
def test_a_killed_program_takes_its_processes_with_it(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        "import time, os\n"
        "from quizapp.cores import each\n"
        "def work(n):\n"
        # one write for the whole line: print may take two, and the processes share the pipe
        "    os.write(1, b'%d\\n' % os.getpid())\n"
        "    time.sleep(60)\n"
        "if __name__ == '__main__':\n"
        "    list(each(work, range(2), cores=2))\n"
    )
    with subprocess.Popen(
        [sys.executable, str(script)], stdout=subprocess.PIPE, text=True
    ) as parent:
        assert parent.stdout is not None
        try:
            workers = [int(parent.stdout.readline()), int(parent.stdout.readline())]
        finally:
            parent.send_signal(signal.SIGKILL)
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline and any(map(_lives, workers)):
        time.sleep(0.1)
    assert not any(map(_lives, workers))


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


class TestBuilding:
    """Episodes of a folder, on one core and on two."""

    @pytest.fixture
    def many(self, monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
        """So many cores, used from two episodes and few letters on."""

        def set_number(number: int) -> None:
            monkeypatch.setattr(cores, "number", lambda: number)
            monkeypatch.setattr(build, "_MANY", 2)
            monkeypatch.setattr(build, "_MUCH_TO_READ", 1000)

        return set_number

    def folder(self, tmp_path: Path) -> Path:
        for name in ("hanse", "joinery"):
            shutil.copytree(EPISODES / name, tmp_path / "pages" / name)
        return tmp_path / "pages"

    def test_two_cores_store_what_one_does_and_count_the_episodes(
        self, tmp_path: Path, many: Callable[[int], None]
    ) -> None:
        pages = self.folder(tmp_path)
        stored = []
        for number in (1, 2):
            many(number)
            console = Console(tmp_path / f"home{number}")
            report = console("build", pages, "--json")
            assert (report.code, report.json["episodes"]) == (0, 2)
            stored.append(console.cards())
        assert stored[0] == stored[1]

    def test_progress_counts_pages_and_episodes(
        self, db: Database, tmp_path: Path, many: Callable[[int], None]
    ) -> None:
        many(2)
        told: list[tuple[str, int, int]] = []
        build.build(db, [self.folder(tmp_path)], NOW, progress=lambda *one: told.append(one))
        assert [(done, of) for _, done, of in told if of == 5] == [(n, 5) for n in range(5)]
        assert [(done, of) for _, done, of in told if of == 2] == [(0, 2), (1, 2)]

    def test_a_page_that_cannot_be_read_is_one_line_and_the_rest_is_built(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        read = build.read_page

        def stumbles(document: Document) -> object:
            if document.path.endswith("510_shownotes.md"):
                raise RecursionError("too deep\nby far")
            return read(document)

        monkeypatch.setattr(build, "read_page", stumbles)
        done = Console(tmp_path / "home")("build", self.folder(tmp_path))
        assert done.code == 1
        lines = [line for line in done.err.splitlines() if "RecursionError" in line]
        (line,) = lines
        assert line.startswith("joinery/510_shownotes.md: this cannot be read")
        assert "2 episodes" in done.out

    def test_an_episode_without_cards_for_an_error_keeps_what_it_had(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        pages = self.folder(tmp_path)
        console = Console(tmp_path / "home")
        assert console("build", pages).code == 0
        before = console.cards()
        made = build._selected

        def stumbles(of: build._Pages) -> object:
            if "hanse" in of.episode.slug:
                raise KeyError("a word")
            return made(of)

        monkeypatch.setattr(build, "_selected", stumbles)
        done = console("build", pages)
        assert done.code == 1
        (line,) = [one for one in done.err.splitlines() if "KeyError" in one]
        assert "no cards can be made of" in line
        assert console.cards() == before
        assert "1 episode," in done.out


def test_other_guests_of_a_show_are_found_among_many_episodes() -> None:
    episodes = [
        Episode(slug=f"e{n}", title=f"E{n}", show=("A", "B")[n % 2], guests=(f"Guest {n}",))
        for n in range(4)
    ]
    alone = Episode(slug="alone", title="Alone", guests=("Nobody",))
    assert build.colleagues(episodes[0], [*episodes, alone]) == ("Guest 2",)
    assert build.colleagues(alone, [*episodes, alone]) == ()
