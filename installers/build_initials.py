"""Make the table of pinyin initials that search uses (a build step; the desk itself needs no pypinyin).

One line for each letter: the letter, then every character that may begin with it. A character with several
readings stands in several lines: a surname is often read another way (曾, 单, 仇, 解, 查).
"""

from __future__ import annotations

import unicodedata
from pathlib import Path

TARGET = Path(__file__).parent.parent / "desk_app" / "db" / "initials.txt"


def table() -> str:
    """The table as text, the same every time. The usual reading of a character gives its first letter."""
    from pypinyin.constants import PINYIN_DICT

    lines: dict[str, list[str]] = {}
    for codepoint, readings in sorted(PINYIN_DICT.items()):
        letters = [unicodedata.normalize("NFD", reading)[0] for reading in readings.split(",")]
        for rank, letter in enumerate(dict.fromkeys(letters)):
            lines.setdefault(letter if rank == 0 else letter.upper(), []).append(chr(codepoint))
    return "".join(f"{letter}{''.join(characters)}\n" for letter, characters in sorted(lines.items()))


if __name__ == "__main__":
    TARGET.write_text(table(), encoding="utf-8")
    print(f"{TARGET.name}: {TARGET.stat().st_size} bytes")
