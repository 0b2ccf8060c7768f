"""The direction of imports, and what only one room may do."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "quizapp"

LAYERS: tuple[frozenset[str], ...] = (
    frozenset("__main__ cli commands terminal printing web".split()),
    frozenset("build checking recognition intake study sessions".split())
    | frozenset("exchange incoming outgoing diagnosis".split()),
    frozenset({"store"}),
    frozenset({"choosing"}),
    frozenset({"quality"}),
    frozenset({"generators"}),
    frozenset({"turning", "speech", "distractors"}),
    frozenset({"blanks"}),
    frozenset({"material"}),
    frozenset("sentences reading grading jsonforms memory scheduling statistics".split()),
    frozenset("model language hidden offers labels media".split())
    | frozenset("identity errors resources clock cores tagging missed_verbs".split()),
)
"""The rooms from top to bottom; a room imports from its own layer and those below."""

ALONE: dict[str, frozenset[str]] = {
    "model": frozenset(),
    "errors": frozenset(),
    "language": frozenset({"tagging", "missed_verbs"}),
    "scheduling": frozenset({"model", "memory"}),
    "memory": frozenset({"model", "errors", "scheduling"}),
    "statistics": frozenset({"model", "scheduling", "memory"}),
    "sentences": frozenset({"model", "language"}),
    "jsonforms": frozenset({"model"}),
    "reading": frozenset({"model", "identity", "errors"}),
    "grading": frozenset({"language"}),
    "exchange": frozenset({"model", "media", "errors", "jsonforms", "scheduling", "resources"}),
    "media": frozenset(),
}
"""Rooms that stand on their own, and all that they may import."""

ONLY_HERE: dict[str, frozenset[str]] = {
    "nltk": frozenset({"language"}),
    "HanTa": frozenset({"tagging"}),
    "wordfreq": frozenset({"language"}),
    "fsrs": frozenset({"scheduling"}),
    "flask": frozenset({"web"}),
    "waitress": frozenset({"web"}),
    "genanki": frozenset({"exchange"}),
    "click": frozenset({"cli", "commands", "terminal", "printing", "web"}),
    "ftfy": frozenset({"reading"}),
    "tzlocal": frozenset({"clock"}),
}
"""Libraries, and the only rooms that know them."""

COMES_WITH = frozenset({"jinja2", "markupsafe", "werkzeug"})
"""What flask brings along and promises to."""

ANKIS_TABLES = frozenset({"quizapp.exchange.package", "quizapp.exchange.collection"})
"""Anki's packages are databases of Anki's, with tables of its own."""

SQL = re.compile(
    r"\s*(?:SELECT .* FROM|INSERT INTO|UPDATE \S+ SET|DELETE FROM|CREATE (?:TABLE|INDEX|VIEW)"
    r"|PRAGMA |BEGIN )",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Module:
    """One file of the package, parsed."""

    name: str
    tree: ast.Module

    @property
    def room(self) -> str:
        """``quizapp.reading.page`` stands in ``reading``."""
        parts = self.name.split(".")
        return parts[1] if len(parts) > 1 else "quizapp"

    def imports(self) -> Iterator[tuple[str, int]]:
        """The full names of what is imported, wherever in the file, with their lines."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from ((alias.name, node.lineno) for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                assert node.level == 0, f"{self.name}:{node.lineno} imports relatively"
                assert node.module is not None
                yield from ((f"{node.module}.{alias.name}", node.lineno) for alias in node.names)

    def rooms(self) -> Iterator[tuple[str, int]]:
        """The other rooms of quizapp that it imports from."""
        for name, line in self.imports():
            parts = name.split(".")
            if parts[0] == "quizapp" and parts[1] not in (self.room, "__version__"):
                yield parts[1], line

    def texts(self) -> Iterator[tuple[str, int]]:
        """String literals that are no docstrings, formatted ones by their first part."""
        docstrings = {
            id(node.value)
            for node in ast.walk(self.tree)
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        }
        for node in ast.walk(self.tree):
            is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
            if is_text and id(node) not in docstrings:
                yield node.value, node.lineno


@cache
def modules() -> tuple[Module, ...]:
    """Every module of the package."""
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        found.append(Module(name, ast.parse(path.read_text("utf-8"), str(path))))
    return tuple(found)


def level(room: str) -> int:
    """The layer of a room, from the top."""
    found = [n for n, rooms in enumerate(LAYERS) if room in rooms]
    assert found, f"give {room} its place in LAYERS"
    return found[0]


def test_every_room_has_its_layer() -> None:
    rooms = {module.room for module in modules()} - {"quizapp"}
    assert rooms - frozenset().union(*LAYERS) == set()
    assert sum(map(len, LAYERS)) == len(frozenset().union(*LAYERS)), "no room stands twice"


def test_imports_go_down_only() -> None:
    upwards = [
        f"{module.name}:{line} imports {room}"
        for module in modules()
        if module.room != "quizapp"
        for room, line in module.rooms()
        if level(room) < level(module.room)
    ]
    assert upwards == []


def test_the_package_itself_imports_nothing() -> None:
    assert [list(m.rooms()) for m in modules() if m.room == "quizapp"] == [[]]


@pytest.mark.parametrize("room", ALONE)
def test_what_stands_alone_stays_alone(room: str) -> None:
    strangers = {
        f"{module.name}:{line} imports {other}"
        for module in modules()
        if module.room == room
        for other, line in module.rooms()
        if other not in ALONE[room]
    }
    assert strangers == set()


def test_commands_and_pages_do_not_know_each_other() -> None:
    """But for ``serve``, which starts the pages when it is called."""
    commands = {"__main__", "cli", "commands", "terminal", "printing"}
    for module in modules():
        names = {name for name, _ in module.imports() if name.startswith("quizapp.")}
        if module.room == "web":
            assert not {name.split(".")[1] for name in names} & commands, module.name
        elif module.room in commands:
            pages = {name for name in names if name.startswith("quizapp.web")}
            assert pages <= {"quizapp.web.server.serve"}, module.name
            top = {alias for node in module.tree.body for alias in _imported(node)}
            assert not any(name.startswith("quizapp.web") for name in top), "lazily only"


def _imported(node: ast.stmt) -> Iterator[str]:
    if isinstance(node, ast.ImportFrom) and node.module:
        yield node.module


@pytest.mark.parametrize("library", ONLY_HERE)
def test_a_library_is_known_in_one_place(library: str) -> None:
    users = {m.room for m in modules() for name, _ in m.imports() if name.split(".")[0] == library}
    assert users <= ONLY_HERE[library]
    assert users, f"{library} is not used any more: take it out of this table and of pyproject"


def test_only_the_store_speaks_sql() -> None:
    elsewhere = [
        f"{module.name}:{line}: {text[:40]}"
        for module in modules()
        if module.room != "store" and module.name not in ANKIS_TABLES
        for text, line in module.texts()
        if SQL.match(text)
    ]
    assert elsewhere == []
    assert any(SQL.match(text) for m in modules() if m.room == "store" for text, _ in m.texts())


def test_nobody_but_the_clock_asks_what_time_it_is() -> None:
    asked = [
        f"{module.name}:{node.lineno}"
        for module in modules()
        if module.room != "clock"
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call)
        and ast.unparse(node.func)
        in {"datetime.now", "datetime.utcnow", "date.today", "datetime.today", "time.time"}
    ]
    assert asked == []


def test_nothing_is_downloaded_at_run_time() -> None:
    fetching = {"urllib.request", "requests", "httpx", "http.client", "ftplib", "aiohttp"}
    for module in modules():
        if module.name == "quizapp.intake.fetching":  # which does it when a person gives an address
            continue
        if module.name == "quizapp.exchange.ankiconnect":  # which asks this machine only
            continue
        fetchers = {n for n, _ in module.imports() if any(n.startswith(f) for f in fetching)}
        assert fetchers == set(), module.name
        calls = [ast.unparse(n.func) for n in ast.walk(module.tree) if isinstance(n, ast.Call)]
        assert not [call for call in calls if call.endswith(".download")], module.name


def test_everything_that_is_imported_is_declared() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    declared = {re.split(r"[^\w.-]", need)[0].lower() for need in project["dependencies"]}
    names = {n.split(".")[0] for m in modules() for n, _ in m.imports()}
    foreign = names - {"quizapp", "__future__"} - sys.stdlib_module_names
    packages = packages_distributions()
    undeclared = {
        name
        for name in foreign
        if not {d.lower() for d in packages.get(name, [name])} & (declared | COMES_WITH)
    }
    assert undeclared == set()


@pytest.mark.parametrize("folder", [ROOT / "templates", PACKAGE / "static"], ids=lambda p: p.name)
def test_pages_name_no_foreign_host(folder: Path) -> None:
    own = re.compile(r"//www\.w3\.org/(?:2000/svg|1999/xhtml)")
    host = re.compile(r"(?:https?:|src=[\"']|href=[\"']|url\([\"']?)//[\w.-]+|@import")
    files = [path for path in folder.rglob("*") if path.is_file() and path.suffix != ".png"]
    assert len(files) >= 3
    for path in files:
        assert host.findall(own.sub("", path.read_text("utf-8"))) == [], path.name
