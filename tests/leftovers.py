"""Finding Qt windows and running timers that nobody put away. Asks Qt only when a test has loaded it."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QObject, QTimer
    from PySide6.QtWidgets import QWidget


def widgets() -> list[QWidget]:
    """Every top-level widget that lives."""
    if "PySide6.QtWidgets" not in sys.modules:
        return []
    from PySide6.QtWidgets import QApplication

    return QApplication.topLevelWidgets() if QApplication.instance() is not None else []


def timers() -> list[QTimer]:
    """Every QTimer that still runs, found among Python's objects because Qt keeps no list of them."""
    from PySide6.QtCore import QTimer
    from shiboken6 import Shiboken

    return [
        thing
        for thing in gc.get_objects()
        if type(thing) is not type
        and isinstance(thing, QTimer)
        and Shiboken.isValid(thing)
        and thing.isActive()
    ]


def finish_deletions() -> None:
    """Let every deleteLater() come true, then collect what only cycles keep alive."""
    from PySide6.QtCore import QCoreApplication, QEvent

    if QCoreApplication.instance() is None or not widgets():
        return
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if widgets():
        gc.collect()


def undress() -> None:
    """Take off the look that a test put on: its size of type would change what the next one measures."""
    from PySide6.QtGui import QFont, QPalette
    from PySide6.QtWidgets import QApplication

    from desk_app.ui.theme.dress import BARE, put_on
    from desk_app.ui.theme.look import PROPERTY

    application = QApplication.instance()
    if not isinstance(application, QApplication):
        return
    if application.styleSheet():
        put_on(application, BARE)
    if application.property(PROPERTY) is not None:
        application.setProperty(PROPERTY, None)
        application.setFont(QFont())
        application.setPalette(QPalette())


def describe(thing: QObject) -> str:
    """Class, name and ancestors: enough to find the line that made it."""
    names = []
    current: QObject | None = thing
    while current is not None:
        names.append(f"{type(current).__module__}.{type(current).__qualname__}({current.objectName()!r})")
        current = current.parent()
    return " in ".join(names)
