"""The one font of the screen: taken from the system where it is good, else from the files that were set up.

Only the files of the chosen family are opened; fonts for rare characters are large and come when a text
needs them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import tee
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics, QGuiApplication

from desk_app.ui.theme.look import tokens

_FILES: dict[str, tuple[str, ...]] = {
    "Noto Sans SC": ("NotoSansSC_400Regular.ttf", "NotoSansSC_500Medium.ttf", "NotoSansSC_700Bold.ttf"),
}
"""Families whose files may lie in a folder, with the weights the type scale uses."""

_RARE_FILES = ("HanaMinA.ttf", "HanaMinB.ttf")
_RARE = re.compile("[\uf900-\ufaff\U00020000-\U0003ffff]")
"""Compatibility ideographs, and the planes of those that an everyday Chinese font does not hold."""


def load_fonts(folders: Iterable[Path]) -> str:
    """Choose the screen's family, open its files unless the system has it, and make it the application's.

    Returns the family, or "" when there is no Chinese font at all: then the caller says so in words
    (``messages.NO_CHINESE_FONT``) and Qt draws what it can.
    """
    untouched = iter(folders)
    for family in tokens()["families"]["ui"]:
        untouched, places = tee(untouched)
        if QFontDatabase.hasFamily(family) or _open(_FILES.get(family, ()), places):
            QGuiApplication.setFont(_screen_font((family,)))
            return str(family)
    return ""


def load_rare(text: str, folders: Iterable[Path]) -> bool:
    """Make sure characters outside the everyday range can be drawn; costs 60 MB once, so only when met.

    Returns whether a font was added. Fonts that are already open are not opened again.
    """
    current = QGuiApplication.font()
    if not _RARE.search(text) or len(current.families()) > 1:
        return False
    opened = _open(_RARE_FILES, folders)
    if opened:
        QGuiApplication.setFont(_screen_font((*current.families(), *opened)))
    return bool(opened)


def can_draw(text: str, font: QFont) -> bool:
    """Whether a font and its fallbacks have every character of a text."""
    metrics = QFontMetrics(font)
    return all(metrics.inFontUcs4(ord(char)) for char in text)


def _screen_font(families: Sequence[str]) -> QFont:
    font = QFont(list(families))
    font.setPixelSize(tokens()["type"]["body"][0])
    font.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def _open(names: Sequence[str], folders: Iterable[Path]) -> tuple[str, ...]:
    """Families found in the named files; the first folder that has a file serves it.

    Folders are asked for one by one, and no more of them than it takes to find all files.
    """
    families: dict[str, None] = {}
    for file in _located(names, folders):
        number = QFontDatabase.addApplicationFont(str(file))
        families |= dict.fromkeys(QFontDatabase.applicationFontFamilies(number))
    return tuple(families)


def _located(names: Sequence[str], folders: Iterable[Path]) -> list[Path]:
    """The files in the order of their names."""
    found: dict[str, Path] = {}
    for folder in folders if names else ():
        found |= {name: folder / name for name in names if name not in found and (folder / name).is_file()}
        if len(found) == len(names):
            break
    return [found[name] for name in names if name in found]
