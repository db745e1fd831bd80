"""Which stretch of time, by which day, and the three ways in and out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desk_app.domain.registers import Basis
from desk_app.ui.screens.registers.asking import Period, Shown
from desk_app.ui.screens.registers.words import period_word
from desk_app.ui.shortcuts import shortcut
from desk_app.ui.theme.look import look_now
from desk_app.ui.widgets.button import Button, ButtonSize
from desk_app.ui.widgets.chips import Flow
from desk_app.ui.widgets.line import InputLine, PickBox
from desk_app.ui.widgets.segmented import Choice, Segmented
from desk_app.ui.words import word

_MONTH_WIDTH = 118


class PeriodBar(QWidget):
    """Says what was wished for; shows what is in force."""

    period_requested = Signal(object)
    """Period."""
    month_requested = Signal(str)
    basis_requested = Signal(object)
    """Basis."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        choices = [Choice(period.value, period_word(period)) for period in Period]
        self.periods = Segmented(self.tr("看哪段时间"), choices, small=True)
        self.month = InputLine(self.tr("月份"))
        self.month.setPlaceholderText("2026-11")
        self.month.setProperty("small", True)
        self.month.setFixedWidth(round(_MONTH_WIDTH * (1.3 if look_now().large else 1)))
        self.basis = PickBox(self.tr("按哪一天归月"))
        self.basis.setProperty("small", True)
        self.basis.setMinimumContentsLength(6)
        self.basis.addItems([word(basis) for basis in Basis])
        self.take_over = _button(self.tr("导入旧账"), "tray", "registers.new")
        self.print = _button(self.tr("打印"), "printer", "registers.print")
        self.export = _button(self.tr("导出"), "export", "registers.export")
        self._connect()
        flow = Flow(self, 10)
        for part in (self.periods, self.month, self.basis, self.take_over, self.print, self.export):
            flow.addWidget(part)

    def _connect(self) -> None:
        self.periods.chosen.connect(lambda key: self.period_requested.emit(Period(key)))
        self.month.returnPressed.connect(lambda: self.month_requested.emit(self.month.text()))
        self.month.left.connect(self._month_left)
        self.basis.activated.connect(lambda at: self.basis_requested.emit(list(Basis)[at]))

    def _month_left(self) -> None:
        if self.month.isVisible():
            self.month_requested.emit(self.month.text())

    def show_list(self, shown: Shown) -> None:
        """What is in force."""
        self.periods.set_current(shown.period.value)
        self.basis.setCurrentIndex(list(Basis).index(shown.basis))
        self.month.setVisible(shown.period is Period.CHOSEN)
        if self.month.text() != shown.month and not self.month.hasFocus():
            self.month.setText(shown.month)

    def focus_month(self) -> None:
        """A month of one's own is typed at once."""
        self.month.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.month.selectAll()


def _button(text: str, icon: str, key: str) -> Button:
    return Button(text, icon=icon, keys=shortcut(key).key_text, size=ButtonSize.SMALL)
