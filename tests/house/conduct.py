"""What code does not do: read the clock, commit, promise, name one machine."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from tests.house.source import Source, dotted, letter
from tests.house.tables import CLOCK_READERS, CLOCKS


def clocks(source: Source) -> Iterator[str]:
    """Nobody below the composition root reads the clock."""
    if not source.layer or source.path in CLOCK_READERS:
        return
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Attribute) and dotted(node) in CLOCKS:
            yield letter(
                source,
                node.lineno,
                f"reads the clock ({dotted(node)})",
                "a rule that asks for the time cannot be tested, replayed or synced",
                "take `now` as an argument; for durations use time.monotonic or time.perf_counter",
            )


def commits(source: Source) -> Iterator[str]:
    """Only the store commits."""
    if source.layer in {"", "server"} or source.path == "desk_app/db/store.py":
        return
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "commit":
            yield letter(
                source,
                node.lineno,
                "commits",
                "one act of a person is one transaction, and the store alone ends it",
                "work inside `with store.write(...)`",
            )


UNFINISHED = re.compile(r"#.*\b(?:TO" + r"DO|FIX" + r"ME|XX" + r"X|HA" + r"CK)\b")


def unfinished(source: Source) -> Iterator[str]:
    """No promises in comments."""
    for number, line in enumerate(source.text.splitlines(), 1):
        if UNFINISHED.search(line):
            yield letter(
                source,
                number,
                "promises work in a comment",
                "nobody comes back for it",
                "do it, or file an issue",
            )


OF_A_MACHINE = re.compile(r"(?<![\w.\]/*-])/(?:work|root|tmp|home/[a-z]\w*)/[\w.]")
REGISTRY_HOST = re.compile(
    r"pypi[.]org|pythonhosted[.]org|npmjs[.](?:org|com)|debian[.]org|ubuntu[.]com|(?:pypi|npm)mirror[.]com"
)


def traces(source: Source) -> Iterator[str]:
    """No path of one machine and no registry host in anything we publish (any text file, not only Python)."""
    for number, line in enumerate(source.text.splitlines(), 1):
        if found := OF_A_MACHINE.search(line):
            what, instead = (
                f"names the path {found[0]}…",
                "use tmp_path, an argument or a path relative to the checkout",
            )
        elif found := REGISTRY_HOST.search(line):
            what, instead = f"names the host {found[0]}", "name the package; the client knows its registry"
        else:
            continue
        yield letter(source, number, what, "it exists on one machine or network and not on the next", instead)
