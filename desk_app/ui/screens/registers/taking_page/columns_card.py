"""Which column of the sheet is what: a pick box for each field, the guess in force until it is corrected."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout

from desk_app.domain.ledger import REQUIRED
from desk_app.domain.ledger_events import LedgerField
from desk_app.ui.screens.registers.calls import LedgerLook
from desk_app.ui.screens.registers.taking_page.words import column_words
from desk_app.ui.widgets.boxes import Card, CardHead, ScrollBody, scrolled
from desk_app.ui.widgets.line import PickBox
from desk_app.ui.widgets.text import Text
from desk_app.ui.words import word


class ColumnsCard(Card):
    """One row a field; what a ledger must have comes first."""

    placed = Signal(object, object)
    """(LedgerField, column from 0 or None)."""

    def __init__(self) -> None:
        super().__init__()
        self.without_padding()
        self.set_head(CardHead(QCoreApplication.translate("Registers", "哪一列是什么"), "list"))
        inner = ScrollBody()
        grid = QGridLayout(inner)
        grid.setContentsMargins(14, 10, 14, 10)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        self.boxes: dict[LedgerField, PickBox] = {}
        rest = tuple(known for known in LedgerField if known not in REQUIRED)
        for at, known in enumerate((*REQUIRED, *rest)):
            box = PickBox(word(known))
            box.setProperty("small", True)
            box.activated.connect(partial(self._chosen, known))
            needed = "＊" if known in REQUIRED else ""
            grid.addWidget(Text(word(known) + needed, "body"), at, 0)
            grid.addWidget(box, at, 1)
            self.boxes[known] = box
        grid.setColumnStretch(1, 1)
        self.body.addWidget(scrolled(inner), 1)

    def show_look(self, look: LedgerLook) -> None:
        """The columns of a sheet, and which is taken for what."""
        words = column_words(look.headings)
        for known, box in self.boxes.items():
            if [box.itemText(at) for at in range(box.count())] != words:
                box.clear()
                box.addItems(words)
            column = look.columns.get(known)
            box.setCurrentIndex(0 if column is None else column + 1)

    def focus_gap(self, look: LedgerLook) -> None:
        """On what is missing, else on the first."""
        known = look.absent[0] if look.absent else REQUIRED[0]
        self.boxes[known].setFocus(Qt.FocusReason.OtherFocusReason)

    def _chosen(self, known: LedgerField, at: int) -> None:
        self.placed.emit(known, at - 1 if at else None)
