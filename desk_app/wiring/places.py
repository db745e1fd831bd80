"""The places of the rail. Light, because the first paint needs them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desk_app.ui.shell.screen import RailEntry

LOOKUP, INTAKE, CASES, SETTINGS = "lookup", "intake", "cases", "settings"
HANDOVER = "handover"
SHIFT = "shift"
PICTURES = "pictures"
"""The pictures of one case: reached from the case, no place of the rail."""
QUICK = "quick"
"""Entering many, or later: a page of the intake's."""
REGISTERS = "registers"


def rail_entries(make: Callable[[str], QWidget]) -> tuple[RailEntry, ...]:
    """What stands in the rail; ``make`` builds a page on its first visit."""

    def entry(key: str, text: str, icon: str, *, at_foot: bool = False, hidden: bool = False) -> RailEntry:
        words = QCoreApplication.translate("Places", text)
        return RailEntry(key, words, icon, f"go.{key}", lambda: make(key), at_foot, hidden)

    return (
        entry(LOOKUP, "查询", "magnifying-glass"),
        entry(INTAKE, "收件", "note-pencil"),
        entry(CASES, "办件", "stack"),
        entry(HANDOVER, "交接", "truck"),
        entry(SHIFT, "交班", "door", hidden=True),
        RailEntry(PICTURES, "", "", "", lambda: make(PICTURES), under=CASES),
        RailEntry(QUICK, "", "note-pencil", "", lambda: make(QUICK), under=INTAKE),
        entry(REGISTERS, "台账", "chart-bar"),
        entry(SETTINGS, "设置", "gear-six", at_foot=True),
    )
