"""Where the panes of the intake stand at each width (experience.md §2)."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desk_app.ui.theme.look import WidthClass, look_now
from desk_app.ui.widgets.boxes import Card, CardFoot, ScrollBody, scrolled

LEFT_WIDTH = 366
RIGHT_WIDTHS = {WidthClass.WIDE: 392, WidthClass.STANDARD: 340, WidthClass.NARROW: 340}
LARGE_RIGHT_WIDTH = 400
FORM, PAPERS, OUTCOME = "form", "papers", "outcome"


class Panes(QWidget):
    """Form, paper list and outcome in three columns, two, or behind tabs; the buttons always in reach."""

    pane_shown = Signal(str)
    """Compact: which pane came to the front."""

    def __init__(
        self,
        form: list[QWidget],
        strip: QWidget,
        papers: Card,
        banner: QWidget,
        outcome: QWidget,
        acts: QWidget,
    ) -> None:
        super().__init__()
        self.form = scrolled(_column(form))
        self.strip, self.papers, self.acts = strip, papers, acts
        self.result = _result_card(banner, outcome)
        self._foot = CardFoot()
        self._class = WidthClass.WIDE
        self._front, self._form_open = FORM, True
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(look_now().size("card_gap"))
        self.result.set_foot(self._foot)
        for widget in (self.form, strip, papers, self.result, acts):
            widget.setParent(self)  # one that no layout holds now must not become a window
        self.place(WidthClass.WIDE)

    @property
    def width_class(self) -> WidthClass:
        """The class in force."""
        return self._class

    def place(self, width: WidthClass) -> None:
        """Lay everything out for a width."""
        self._class = width
        for widget in (self.form, self.strip, self.papers, self.result, self.acts):
            self._grid.removeWidget(widget)
        for at in range(3):
            self._grid.setColumnStretch(at, 0)
            self._grid.setRowStretch(at, 0)
        if width is WidthClass.COMPACT:
            self._place_one()
        elif width is WidthClass.NARROW:
            self._place_two()
        else:
            self._place_three()
        self._show()

    def _place_three(self) -> None:
        self._grid.addWidget(self.form, 0, 0)
        self._grid.addWidget(self.papers, 0, 1)
        self._grid.addWidget(self.result, 0, 2)
        self._grid.setColumnStretch(1, 1)
        self._grid.setRowStretch(0, 1)
        self.form.setFixedWidth(LEFT_WIDTH)
        self.result.setFixedWidth(RIGHT_WIDTHS[self._class])
        self._foot.row.addWidget(self.acts)

    def _place_two(self) -> None:
        self._grid.addWidget(self.strip, 0, 0)
        self._grid.addWidget(self.form, 1, 0)
        self._grid.addWidget(self.papers, 2, 0)
        self._grid.addWidget(self.result, 0, 1, 3, 1)
        self._grid.setColumnStretch(0, 1)
        self._grid.setRowStretch(2, 1)
        _any_width(self.form)
        wide = LARGE_RIGHT_WIDTH if look_now().large else RIGHT_WIDTHS[WidthClass.NARROW]
        self.result.setFixedWidth(wide)
        self._foot.row.addWidget(self.acts)

    def _place_one(self) -> None:
        for widget in (self.form, self.papers, self.result):
            self._grid.addWidget(widget, 0, 0)
        self._grid.addWidget(self.acts, 1, 0)
        self._grid.setRowStretch(0, 1)
        self._grid.setColumnStretch(0, 1)
        _any_width(self.form)
        _any_width(self.result)

    def bring(self, pane: str, *, form_open: bool) -> None:
        """Which pane has the keys, and whether the applicant still has to be filled in."""
        if (pane, form_open) != (self._front, self._form_open):
            self._front, self._form_open = pane, form_open
            self._show()

    def _show(self) -> None:
        compact, narrow = self._class is WidthClass.COMPACT, self._class is WidthClass.NARROW
        self.strip.setVisible(narrow and not self._form_open)
        self._grid.setRowStretch(1, 1 if narrow and self._form_open else 0)
        self.form.setVisible(self._front == FORM if compact else not narrow or self._form_open)
        self.papers.setVisible(not compact or self._front == PAPERS)
        self.result.setVisible(not compact or self._front == OUTCOME)
        self._foot.setVisible(not compact)
        if compact:
            self.pane_shown.emit(self._front)

    def reveal(self, widget: QWidget) -> None:
        """Scroll the form so that a box is seen."""
        if self.form.isAncestorOf(widget):
            self.form.ensureWidgetVisible(widget, 0, 24)


def _column(widgets: list[QWidget]) -> QWidget:
    body = ScrollBody()
    column = QVBoxLayout(body)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(look_now().size("card_gap"))
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    return body


def _result_card(banner: QWidget, outcome: QWidget) -> Card:
    card = Card().without_padding()
    card.body.addWidget(banner)
    area: QScrollArea = scrolled(outcome)
    area.setFrameShape(QFrame.Shape.NoFrame)
    card.body.addWidget(area, 1)
    return card


def _any_width(widget: QWidget) -> None:
    widget.setMinimumWidth(0)
    widget.setMaximumWidth(16777215)
    widget.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
