"""Pinyin initials of names, from a table made at build time (installers/build_initials.py).

The table answers in microseconds after a few milliseconds of loading; a pinyin library would cost
the desk 65 MB (performance.md, trap 4). Lower-case lines hold the usual reading, upper-case lines the others.
"""

from __future__ import annotations

from functools import cache
from itertools import product
from pathlib import Path

LONGEST = 12
"""Characters of a name that are spelled: nobody types more initials than that."""

MOST_SPELLINGS = 16
"""Ways to spell one name; beyond that only the usual readings count."""


def initials_of(name: str) -> tuple[str, ...]:
    """Every way to type a name by initials, the usual one first; empty when nothing can be spelled."""
    readings = [found for char in name if (found := _readings(char))][:LONGEST]
    if not readings:
        return ()
    ways = 1
    for at, found in enumerate(readings):
        ways *= len(found)
        if ways > MOST_SPELLINGS:
            ways //= len(found)
            readings[at] = found[0]
    return tuple(dict.fromkeys("".join(letters) for letters in product(*readings)))


def _readings(char: str) -> str:
    if char.isascii():
        return char.lower() if char.isalnum() else ""
    return _table().get(char, "")


@cache
def _table() -> dict[str, str]:
    found: dict[str, str] = {}
    text = Path(__file__).with_name("initials.txt").read_text(encoding="utf-8")
    lines = sorted(text.splitlines(), key=lambda line: line[0].isupper())
    for line in lines:
        letter = line[0].lower()
        for char in line[1:]:
            found[char] = found.get(char, "") + letter
    return found
