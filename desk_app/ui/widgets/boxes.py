"""Cards, lines and rows: the still frame of every screen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from desk_app.ui.theme.icons import paint_icon
from desk_app.ui.theme.look import RING_HOME, look_now
from desk_app.ui.widgets.text import ElidedText


class Canvas(QFrame):
    """The ground of a page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty(RING_HOME, True)


class Line(QFrame):
    """A hairline across."""


class UprightLine(QFrame):
    """A hairline from top to bottom."""


class ScrollBody(QWidget):
    """What lies in a scroll area, without a ground of its own."""


class Card(QFrame):
    """A card: white, hairline, radius 8, no shadow. Put things into :attr:`body`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty(RING_HOME, True)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(1, 1, 1, 1)
        self._outer.setSpacing(0)
        self.body = QVBoxLayout()
        padding = look_now().size("card_padding")
        self.body.setContentsMargins(padding, padding, padding, padding)
        self.body.setSpacing(look_now().size("form_row_gap"))
        self._outer.addLayout(self.body, 1)

    def set_head(self, head: CardHead) -> None:
        """A head above the body."""
        self._outer.insertWidget(0, head)
        self.setAccessibleName(head.title)

    def set_foot(self, foot: CardFoot) -> None:
        """A strip below the body, for buttons or a legend."""
        self._outer.addWidget(foot)

    def without_padding(self) -> Card:
        """For a body that fills the card: a list, a table."""
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        return self


class IconMark(QWidget):
    """An icon that says nothing by itself: the word stands beside it."""

    def __init__(self, name: str, role: str = "link", side: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._role = name, role
        self._side = side
        self._fit()

    def _fit(self) -> None:
        side = self._side or look_now().size("icon")
        self.setFixedSize(side, side)

    def changeEvent(self, event: QEvent) -> None:
        """A new look has larger icons."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._fit()

    def set_icon(self, name: str, role: str) -> None:
        """Another icon or colour."""
        self._name, self._role = name, role
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill the outline."""
        paint_icon(QPainter(self), self._name, self.rect(), look_now().colour(self._role))


class CardHead(QFrame):
    """Icon, title, and whatever stands at the right."""

    def __init__(self, title: str, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = title
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(look_now().size("card_padding"), 4, look_now().size("card_padding"), 4)
        self._row.setSpacing(10)
        if icon:
            self._row.addWidget(IconMark(icon))
        self.title_text = ElidedText(title, "cardTitle")
        self._row.addWidget(self.title_text)
        self._row.addStretch(1)
        self.setMinimumHeight(look_now().size("card_header"))

    def changeEvent(self, event: QEvent) -> None:
        """A new look has another height."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.setMinimumHeight(look_now().size("card_header"))

    def add_beside(self, widget: QWidget) -> None:
        """Beside the title."""
        self._row.insertWidget(self._row.count() - 1, widget)
        self._row.setStretch(self._row.count() - 1, 1)

    def add_right(self, widget: QWidget) -> None:
        """At the right end."""
        self._row.addWidget(widget)


class CardFoot(QFrame):
    """A strip at the foot of a card."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = QHBoxLayout(self)
        padding = look_now().size("card_padding")
        self.row.setContentsMargins(padding, 10, padding, 10)
        self.row.setSpacing(9)


def row(*widgets: QWidget, spacing: int = 8, stretch_last: bool = False) -> QWidget:
    """Widgets side by side."""
    return _packed(QHBoxLayout(), widgets, spacing, stretch_last)


def column(*widgets: QWidget, spacing: int = 6, stretch_last: bool = False) -> QWidget:
    """Widgets one above another."""
    return _packed(QVBoxLayout(), widgets, spacing, stretch_last)


def _packed(layout: QBoxLayout, widgets: tuple[QWidget, ...], spacing: int, stretch_last: bool) -> QWidget:
    holder = ScrollBody()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    for widget in widgets:
        layout.addWidget(widget)
    if stretch_last:
        layout.addStretch(1)
    holder.setLayout(layout)
    return holder


def scrolled(content: QWidget) -> QScrollArea:
    """A scroll area that is only as wide as it must be and takes no focus of its own."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(content)
    area.viewport().setAutoFillBackground(False)
    content.setAutoFillBackground(False)
    return area


def clear_layout(layout: QLayout) -> None:
    """Take everything out of a layout and delete it, before it is filled anew."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear_layout(inner)
