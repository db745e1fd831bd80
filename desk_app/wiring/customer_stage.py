"""The customer's window: made when it is first wanted, shown, cleared, told of in the command bar."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from desk_app.ui.screens.customer.presenter import CustomerPresenter
    from desk_app.ui.screens.customer.values import Face
    from desk_app.ui.screens.customer.view import CustomerWindow
    from desk_app.wiring.program import Program

ICON = "monitor"


class CustomerStage(QObject):
    """A desk that never shows it pays nothing for it."""

    opened = Signal(object)
    """CustomerPresenter, the first time."""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._program = program
        self.window: CustomerWindow | None = None
        self.presenter: CustomerPresenter | None = None

    @property
    def on(self) -> bool:
        """Whether the window is there."""
        return self.window is not None and self.window.isVisible()

    @property
    def speaks(self) -> bool:
        """Whether something of somebody stands on it."""
        return self.presenter is not None and self.presenter.subject is not None

    def open(self) -> CustomerPresenter:
        """Show the window; it greets."""
        from desk_app.ui.screens.customer.presenter import CustomerPresenter
        from desk_app.ui.screens.customer.values import Head
        from desk_app.ui.screens.customer.view import CustomerWindow

        if self.presenter is None:
            self.presenter = CustomerPresenter(self)
            self.presenter.faced.connect(lambda _face: self._say_state())
            self.opened.emit(self.presenter)
        if self.window is None:
            self.window = CustomerWindow(self.presenter)
            self.window.closed.connect(self._say_state)
            self.window.closed.connect(self._keep_keyboard)
        info = self._program.parts.desk.info
        self.window.set_head(Head(info.site.name, info.device.counter) if info else Head())
        if not self.window.isVisible():
            self.window.place()
            self._keep_keyboard()
        self._say_state()
        return self.presenter

    def toggle(self) -> None:
        """The window itself, on and off."""
        if self.window is not None and self.window.isVisible():
            self.window.close()
        else:
            self.open()

    def show(self, face: Face) -> None:
        """Somebody's face."""
        self.open().show(face)

    def clear(self) -> None:
        """Nothing of anybody, at once."""
        if self.presenter is not None:
            self.presenter.clear()

    def keep_only(self, subject: UUID | None) -> None:
        """What belongs to another goes."""
        if self.presenter is not None:
            self.presenter.keep_only(subject)

    def close(self) -> None:
        """The program ends."""
        self.clear()
        if self.window is not None:
            window, self.window = self.window, None
            window.closed.disconnect()
            window.close()
            window.deleteLater()

    def _keep_keyboard(self) -> None:
        """Not every window system heeds that a window wants no keyboard; the clerk's keeps it."""
        self._program.window.activateWindow()

    def _say_state(self) -> None:
        """The chip in the bar: what stands on the other screen, in two words."""
        from desk_app.ui.screens.customer.words import chip_state

        chip = self._program.window.frame.bar.customer
        if self.on and self.presenter is not None:
            chip.set_state(*chip_state(self.presenter.face), ICON)
        chip.setVisible(self.on)
