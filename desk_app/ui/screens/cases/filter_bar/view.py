"""Chips and the filter box: they say what was wished for and show what is in force."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk_app.ui.screens.cases import words
from desk_app.ui.screens.cases.filters import SHOWN, Chip
from desk_app.ui.screens.cases.listing import ListShown
from desk_app.ui.theme.look import look_now
from desk_app.ui.theme.marks import LampShape
from desk_app.ui.widgets.chips import ChipRow, ChipText
from desk_app.ui.widgets.line import InputLine

_BOX, _BOX_LARGE = 226, 300
_RARE = frozenset(Chip) - {
    Chip.OPEN,
    Chip.MINE,
    Chip.OVERDUE,
    Chip.TODAY,
    Chip.SOON,
    Chip.RECEIVED_TODAY,
    Chip.ENDED,
}
"""Questions that are only asked while something waits for an answer."""
_LAMPS = {Chip.OVERDUE: LampShape.OVERDUE, Chip.TODAY: LampShape.DUE, Chip.SOON: LampShape.SOON}


class FilterBar(QWidget):
    """Chips and the filter box."""

    chip_requested = Signal(object)
    """Chip."""
    text_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        texts = [ChipText(chip.value, words.chip_word(chip), lamp=_LAMPS.get(chip)) for chip in Chip]
        self.chips = ChipRow(self.tr("看哪些办件"), texts, _RARE)
        self.chips.chosen.connect(lambda key: self.chip_requested.emit(Chip(key)))
        self.box = InputLine(self.tr("筛选办件"))
        self.box.setPlaceholderText(self.tr("姓名、编号、电话"))
        self.box.setProperty("small", True)
        self.box.setMinimumWidth(_BOX_LARGE if look_now().large else _BOX)
        self.box.set_trailing("Ctrl+F")
        self.box.setClearButtonEnabled(False)
        self.box.textEdited.connect(self.text_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.chips, 1)
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)

    def show_list(self, shown: ListShown) -> None:
        """Counts, and what is in force."""
        question = shown.question
        self.chips.set_text(Chip.STAND_IN.value, words.stand_in_word(shown.covers))
        self.chips.set_current(question.chip.value)
        self.chips.set_counts({key: count for key, count in shown.counts.items() if key != SHOWN})
        if self.box.text() != question.text:
            self.box.setText(question.text)
