"""Names and sizes."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tests.house.source import Source, letter
from tests.house.tables import CLASS_LINES, CLASS_METHODS, FILE_LINES, FORBIDDEN_NAMES, FUNCTION_LINES


def names(source: Source) -> Iterator[str]:
    """Modules are named after what they are about."""
    for part in source.parts:
        if part in FORBIDDEN_NAMES:
            yield letter(
                source,
                1,
                f"lies under the name {part!r}",
                "such a name collects everything and says nothing",
                "name the module after the thing or the act it holds",
            )


def ceilings(source: Source) -> Iterator[str]:
    """Files, functions and classes stay small enough to be read at once."""
    split = "split it where two thoughts meet"
    total = source.text.count("\n")
    if total > FILE_LINES:
        yield letter(source, 1, f"has {total} lines, above {FILE_LINES}", "it cannot be read at once", split)
    for node in ast.walk(source.tree):
        if not isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        lines = (node.end_lineno or node.lineno) - node.lineno + 1
        limit = CLASS_LINES if isinstance(node, ast.ClassDef) else FUNCTION_LINES
        if lines > limit:
            what = f"{node.name} has {lines} lines, above {limit}"
            yield letter(source, node.lineno, what, "it cannot be read at once", split)
        if isinstance(node, ast.ClassDef) and (count := len(methods(node))) > CLASS_METHODS:
            what = f"class {node.name} has {count} methods, above {CLASS_METHODS}"
            yield letter(
                source,
                node.lineno,
                what,
                "it does more than one thing",
                "give one of them a class of its own",
            )


def methods(node: ast.ClassDef) -> set[str]:
    """What counts: public and private methods and properties, each name once; not the __dunders__."""
    functions = (item for item in node.body if isinstance(item, ast.FunctionDef | ast.AsyncFunctionDef))
    return {item.name for item in functions if not (item.name.startswith("__") and item.name.endswith("__"))}
