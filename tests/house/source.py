"""Python source as the rules look at it, and the form of their findings."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """One Python file: its path from the root with forward slashes, and its text."""

    path: str
    text: str

    @property
    def tree(self) -> ast.Module:
        """The parsed file."""
        return ast.parse(self.text, self.path)

    @property
    def parts(self) -> tuple[str, ...]:
        """`desk_app/ui/jobs.py` as ("desk_app", "ui", "jobs")."""
        return tuple(self.path.removesuffix(".py").split("/"))

    @property
    def layer(self) -> str:
        """The layer, or the module beside the layers, that a file of desk_app belongs to; "" elsewhere."""
        return self.parts[1] if self.parts[0] == "desk_app" else ""


Rule = Callable[[Source], Iterator[str]]


def letter(source: Source, line: int, what: str, why: str, instead: str) -> str:
    """One finding."""
    return f"{source.path}:{line} {what}. That is refused because {why}. Instead, {instead}."


def imports(source: Source) -> Iterator[tuple[int, str]]:
    """Every import, wherever it stands, as a line and a full dotted name (`from a import b` gives a.b)."""
    package = source.parts[:-1]
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                start = package[: len(package) - node.level + 1]
                base = ".".join([*start, *([base] if base else [])])
            yield from ((node.lineno, f"{base}.{alias.name}") for alias in node.names)


def dotted(node: ast.expr) -> str:
    """`a.b.c` of an attribute chain; "" for anything else."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute) and (base := dotted(node.value)):
        return f"{base}.{node.attr}"
    return ""
