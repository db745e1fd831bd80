"""What killed other Qt programs stays out of this one (house.md, part 5)."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from tests.house.source import Source, letter

COLOUR = re.compile(r"#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6})\b")
SHORT_COLOUR = re.compile(r"#[0-9a-fA-F]{3}")

JOBS = "desk_app/ui/jobs.py"
REFUSED_CALLS: dict[str, str] = {
    "moveToThread": "use jobs.run, which knows how to come back to the window's thread",
    "setItemWidget": "draw with a delegate",
    "setIndexWidget": "draw with a delegate",
}
# Refused as a base class and when made; QThread.currentThread() is a question, not a thread.
REFUSED_CLASSES: dict[str, str] = {
    "QThread": "use jobs.run",
    "QRunnable": "use jobs.run",
    "QTableWidget": "use TableModel and Column",
}
WHY = "it crashed or slowed programs like ours"


def colours(source: Source) -> Iterator[str]:
    """Colours come from the theme."""
    if source.layer != "ui" or source.parts[1:3] == ("ui", "theme"):
        return
    for node in ast.walk(source.tree):
        if not (isinstance(node, ast.Constant) and isinstance(node.value, str)):
            continue
        if found := COLOUR.search(node.value) or SHORT_COLOUR.fullmatch(node.value):
            why = "the dark, the high-contrast and the printed theme would miss it"
            yield letter(source, node.lineno, f"says {found[0]}", why, "ask the palette")


def qt_habits(source: Source) -> Iterator[str]:
    """No threads of one's own, no widgets in cells, no style sheets in strings."""
    if source.layer not in {"ui", "app", "devices"} or source.path == JOBS:
        return
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ClassDef):
            for base in node.bases:
                yield from _refused(source, node.lineno, _last_name(base), REFUSED_CLASSES)
        elif isinstance(node, ast.Call):
            name = _last_name(node.func)
            yield from _refused(source, node.lineno, name, REFUSED_CALLS | REFUSED_CLASSES)
            if name == "setStyleSheet" and any(
                isinstance(a, ast.Constant | ast.JoinedStr) for a in node.args
            ):
                what = "writes a style sheet in a Python string"
                instead = "put the rule into theme/style.qss and the value into tokens.toml"
                yield letter(source, node.lineno, what, "no theme and no person looks for it there", instead)


def _last_name(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def _refused(source: Source, line: int, name: str, table: dict[str, str]) -> Iterator[str]:
    if name in table:
        yield letter(source, line, f"uses {name}", WHY, table[name])
