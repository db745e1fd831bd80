"""The architecture holds. A failure reads like a letter: where, what, why, what instead (tests/house/)."""

from __future__ import annotations

import importlib.metadata
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.house import CODE_RULES, conduct, layers, qt, shape, tables
from tests.house.source import Rule, Source, imports

ROOT = Path(__file__).parent.parent
CODE = ("desk_app", "installers", "benchmarks", "tests")
TEXT = re.compile(r"[.](?:py|md|toml|lock|txt|jsonl?|sh|ps1|cfg|ini|ya?ml|qss|svg|csv|html|mako)|")


def python_sources() -> list[Source]:
    files = (file for folder in CODE for file in sorted((ROOT / folder).rglob("*.py")))
    return [Source(file.relative_to(ROOT).as_posix(), file.read_text(encoding="utf-8")) for file in files]


def published_texts() -> list[Source]:
    """Text files that git tracks; in a tree without git, the code alone."""
    listing = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listing.returncode != 0:
        return python_sources()
    named = (ROOT / name for name in listing.stdout.split("\0") if name)
    files = [file for file in named if file.is_file() and TEXT.fullmatch(file.suffix)]
    return [Source(file.relative_to(ROOT).as_posix(), file.read_text(encoding="utf-8")) for file in files]


@pytest.mark.parametrize("rule", CODE_RULES, ids=lambda rule: rule.__name__)
def test_the_code_keeps_the_rule(rule: Rule) -> None:
    findings = [finding for source in python_sources() for finding in rule(source)]
    assert not findings, f"{rule.__doc__}\n" + "\n".join(findings)


def test_nothing_published_names_one_machine_or_network() -> None:
    findings = [finding for source in published_texts() for finding in conduct.traces(source)]
    assert not findings, "\n".join(findings)


def test_every_layer_says_why() -> None:
    assert tables.LAYERS.keys() == tables.LAYER_REASONS.keys()


def test_every_exception_says_why_and_is_still_needed() -> None:
    used = {
        (".".join(source.parts), name.removeprefix("desk_app."))
        for source in python_sources()
        for _, name in imports(source)
    }
    for module, name, reason in tables.EXCEPTIONS:
        assert reason
        assert (module, name) in used, f"{module} no longer imports {name}: strike the exception"


def test_every_library_that_the_program_loads_is_declared() -> None:
    """Otherwise it works here, where the tests brought it along, and not after a plain install."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = (needs for extra, needs in project["optional-dependencies"].items() if extra != "dev")
    requirements = [*project["dependencies"], *(need for needs in extras for need in needs)]
    declared = {_canonical(re.split(r"[\[<>=!;~ ]", requirement)[0]) for requirement in requirements}
    declared |= tables.BROUGHT_ALONG.keys()
    providers = importlib.metadata.packages_distributions()
    for source in python_sources():
        for line, name in imports(source) if source.layer else ():
            top = name.partition(".")[0]
            if top not in {*sys.stdlib_module_names, "desk_app"}:
                known = {_canonical(distribution) for distribution in providers.get(top, [])}
                assert known & declared, (
                    f"{source.path}:{line} loads {top}, which pyproject.toml does not declare"
                )


def _canonical(distribution: str) -> str:
    return re.sub(r"[-_.]+", "-", distribution).lower()


# One refused and one accepted sample for each rule: a rule that finds nothing in the tree still works.
SAMPLES: tuple[tuple[Rule, str, str, str], ...] = (
    (
        layers.directions,
        "desk_app/ui/a.py",
        "from desk_app.db import store",
        "import desk_app.domain.cases",
    ),
    (
        layers.directions,
        "desk_app/domain/a.py",
        "from desk_app import services",
        "from . import errors",
    ),
    (layers.directions, "desk_app/services/a.py", "from ..ui import b", "from ..sync.wire import Push"),
    (
        layers.directions,
        "desk_app/services/a.py",
        "from ..sync import engine",
        "from desk_app.db import b",
    ),
    (layers.directions, "desk_app/paths.py", "import desk_app.db.store", "import platformdirs"),
    (layers.libraries, "desk_app/domain/a.py", "import rapidfuzz", "from stdnum.cn import uscc"),
    (layers.libraries, "desk_app/ui/a.py", "def f():\n    import sqlite3", "import PySide6.QtCore"),
    (layers.libraries, "desk_app/papers/a.py", "from PySide6 import QtGui", "import reportlab"),
    (layers.stars, "desk_app/ui/a.py", "from PySide6.QtCore import *", "from PySide6.QtCore import Qt"),
    (shape.names, "desk_app/ui/" + "utils.py", "", ""),
    (shape.names, "desk_app/" + "common/a.py", "", ""),
    (shape.ceilings, "desk_app/a.py", "\n" * 401, "\n" * 400),
    (shape.ceilings, "a.py", "def f():\n" + "    a = 1\n" * 50, "def f():\n" + "    a = 1\n" * 49),
    (shape.ceilings, "a.py", "class A:\n" + "    a = 1\n" * 200, "class A:\n" + "    a = 1\n" * 199),
    (
        shape.ceilings,
        "a.py",
        "class A:\n" + "\n".join(f"    def f{n}(self): ..." for n in range(16)),
        "class A:\n"
        + "\n".join(f"    def f{n}(self): ..." for n in range(15))
        + "\n    def __len__(self): ...",
    ),
    (conduct.clocks, "desk_app/db/a.py", "now = datetime.now(UTC)", "begun = time.monotonic()"),
    (conduct.clocks, "desk_app/ui/a.py", "today = date.today()", "def f(now: datetime) -> None: ..."),
    (conduct.commits, "desk_app/services/a.py", "session.commit()", "tx.record(event)"),
    (qt.colours, "desk_app/ui/a.py", "colour = '#ff0000'", "colour = palette.danger"),
    (qt.qt_habits, "desk_app/ui/a.py", "class A(QtCore.QThread): ...", "here = QThread.currentThread()"),
    (
        qt.qt_habits,
        "desk_app/ui/a.py",
        "self.setStyleSheet(f'a {b}')",
        "application.setStyleSheet(theme.sheet())",
    ),
    (qt.qt_habits, "desk_app/ui/a.py", "table = QTableWidget()", "table = QTableView()"),
    (qt.qt_habits, "desk_app/ui/a.py", "job.moveToThread(t)", "jobs.run(self, work)"),
    (conduct.unfinished, "a.py", "a = 1  # TO" + "DO later", "a = 1  # todos los santos"),
    (
        conduct.traces,
        "a.md",
        "see /wo" + "rk/main",
        "see desk_app/work/a.py and https://example.cn/work/a",
    ),
    (conduct.traces, "a.md", "from https://pypi." + "org/simple", "from the package index"),
)


@pytest.mark.parametrize(("rule", "path", "refused", "accepted"), SAMPLES)
def test_the_rule_tells_refused_from_accepted(rule: Rule, path: str, refused: str, accepted: str) -> None:
    findings = list(rule(Source(path, refused)))
    assert len(findings) == 1
    assert path in findings[0]
    assert "That is refused because" in findings[0]
    accepted_path = path if refused != accepted else "desk_app/ui/register.py"
    assert not list(rule(Source(accepted_path, accepted)))


@pytest.mark.parametrize("path", tables.CLOCK_READERS)
def test_the_named_places_may_read_the_clock(path: str) -> None:
    assert tables.CLOCK_READERS[path]
    assert not list(conduct.clocks(Source(path, "now = datetime.now(UTC)")))


def test_the_theme_may_name_colours_and_the_store_may_commit() -> None:
    assert not list(qt.colours(Source("desk_app/ui/theme/palette.py", "ink = '#1a1a1a'")))
    assert not list(conduct.commits(Source("desk_app/db/store.py", "session.commit()")))
