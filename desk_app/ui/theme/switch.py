"""Putting a look on the application, and switching it while it runs (Alt+D 大字, Alt+G 高对比)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from desk_app.ui.theme.dress import BARE, put_on
from desk_app.ui.theme.look import PROPERTY, Look, Scheme, look
from desk_app.ui.theme.palette import qt_palette
from desk_app.ui.theme.sheet import sheet

STYLE = "Fusion"
"""The style that our sheet is written for."""


@contextmanager
def styled_when_whole() -> Iterator[None]:
    """Build many widgets without the style sheet and put it on once they are together.

    With a sheet in force, Qt styles a widget and all below it anew whenever it is put into another; a page
    that is put together from the inside out is then styled some ten times over: more than half of its cost.
    """
    application = QApplication.instance()
    worn = application.styleSheet() if isinstance(application, QApplication) else BARE
    if not isinstance(application, QApplication) or not worn:
        yield
        return
    put_on(application, BARE)
    try:
        yield
    finally:
        put_on(application, worn)


class LookSwitch(QObject):
    """Holds what the clerk chose. ``changed`` lets the frame lay itself out and app.py keep the choice."""

    changed = Signal(object)

    def __init__(
        self,
        application: QApplication,
        scheme: Scheme = Scheme.LIGHT,
        large: bool = False,
        *,
        style_is_set: bool = False,
    ) -> None:
        """``style_is_set``: the application was started with ``-style``, which costs less than setting it."""
        super().__init__(application)
        self._application = application
        self._before_contrast = scheme if scheme is not Scheme.HIGH_CONTRAST else Scheme.LIGHT
        self._look = look(scheme, large)
        if not style_is_set:
            application.setStyle(STYLE)
        self._put_on()

    @property
    def look(self) -> Look:
        """The look in force."""
        return self._look

    def choose(self, scheme: Scheme, large: bool) -> None:
        """Switch at once; nothing happens when it is in force already."""
        wanted = look(scheme, large)
        if wanted is self._look:
            return
        if scheme is not Scheme.HIGH_CONTRAST:
            self._before_contrast = scheme
        self._look = wanted
        self._put_on()
        self.changed.emit(wanted)

    def toggle_large(self) -> None:
        """大字 on or off."""
        self.choose(self._look.scheme, not self._look.large)

    def toggle_contrast(self) -> None:
        """高对比 on, or back to what was before."""
        contrast = self._look.scheme is Scheme.HIGH_CONTRAST
        self.choose(self._before_contrast if contrast else Scheme.HIGH_CONTRAST, self._look.large)

    def _put_on(self) -> None:
        application = self._application
        application.setProperty(PROPERTY, self._look)
        font = application.font()
        font.setPixelSize(self._look.pixels["body"])
        application.setFont(font)
        application.setPalette(qt_palette(self._look))
        put_on(application, sheet(self._look))
