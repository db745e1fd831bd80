"""Examples in a document: files to lay out, and commands with what came out of them."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

_FENCE = re.compile(r"^```(?P<info>[^\n]*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
_EXIT = re.compile(r"^  \[exit (\d)\]$")
ANYTHING = "…"


@dataclass(frozen=True)
class Command:
    """``$ desk-app …`` and the lines below it."""

    words: tuple[str, ...]
    given: str = ""
    """Name of the file after ``<``."""
    expected: list[str] = field(default_factory=list)
    code: int = 0


def files(document: str) -> Iterator[tuple[str, str]]:
    """Blocks that say ``file=NAME``."""
    for block in _FENCE.finditer(document):
        found = re.search(r"\bfile=(\S+)", block["info"])
        if found:
            yield found[1], block["body"]


def commands(document: str) -> list[Command]:
    """Everything in ``console`` blocks, in order."""
    lines = [
        line
        for block in _FENCE.finditer(document)
        if block["info"].strip() == "console"
        for line in block["body"].splitlines()
    ]
    found: list[Command] = []
    for line in lines:
        if line.startswith("$ "):
            found.append(_command(line[2:]))
        elif ended := _EXIT.match(line):
            last = found.pop()
            found.append(Command(last.words, last.given, last.expected, int(ended[1])))
        else:
            found[-1].expected.append(line)
    return found


def _command(line: str) -> Command:
    program, *words = shlex.split(line)
    if program != "desk-app":
        raise ValueError(f"only desk-app is run: {line}")
    given = ""
    if "<" in words:
        at = words.index("<")
        given = words[at + 1]
        words = words[:at] + words[at + 2 :]
    return Command(tuple(words), given)


def agrees(expected: list[str], printed: str) -> bool:
    """Whether a text is what the document says, ``…`` standing for anything within a line."""
    lines = printed.splitlines()
    return len(lines) == len(expected) and all(
        re.fullmatch(".*".join(map(re.escape, said.split(ANYTHING))), line)
        for said, line in zip(expected, lines, strict=True)
    )


def links(page: Path) -> Iterator[Path]:
    """Files a page points at or shows, without those elsewhere."""
    for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text("utf-8")):
        if "://" not in target:
            yield (page.parent / target).resolve()


_KEY = re.compile(
    r"`((?:(?:Ctrl|Alt|Shift)\+)*(?:F\d+|Enter|Esc|Tab|空格|[A-Z0-9,/]"
    r"|↑↓|←→|1⋯9|A⋯D|\+ − 0|PgUp PgDn|←|↑|↓|Del))`"
)


def typed_keys(page: str) -> set[str]:
    """Key caps as the manual writes them: `Ctrl+Enter`."""
    return set(_KEY.findall(page))
