"""Labels on the type scale."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


class Text(QLabel):
    """A label: ``kind`` is a step of the type scale, ``tone`` a meaning (quiet, faint, link, red …)."""

    def __init__(
        self,
        text: str = "",
        kind: str = "body",
        tone: str = "",
        *,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)  # a citizen's text is never markup
        self.setProperty("kind", kind)
        self.setProperty("tone", tone)
        self.setWordWrap(wrap)

    def set_tone(self, tone: str) -> None:
        """Another meaning; the style sheet is asked again only when it differs."""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            self.style().unpolish(self)
            self.style().polish(self)


class ElidedText(Text):
    """A label of one line that may be narrower than its text: it ends in … and shows all as a tooltip."""

    def __init__(
        self, text: str = "", kind: str = "body", tone: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__("", kind, tone, parent=parent)
        self._full = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show a text."""
        self._full = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self._fit()

    @property
    def full_text(self) -> str:
        """What it says, whole."""
        return self._full

    def sizeHint(self) -> QSize:
        """Room for the whole text."""
        hint = super().sizeHint()
        return QSize(QFontMetrics(self.font()).horizontalAdvance(self._full) + 2, hint.height())

    def minimumSizeHint(self) -> QSize:
        """Two characters and the ellipsis."""
        return QSize(QFontMetrics(self.font()).horizontalAdvance("口口…"), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        width = max(0, self.width())
        shown = QFontMetrics(self.font()).elidedText(self._full, Qt.TextElideMode.ElideRight, width)
        QLabel.setText(self, shown)
        self.setToolTip(self._full if shown != self._full else "")


def section_title(text: str, note: str = "") -> QWidget:
    """A heading inside a page, with a quiet note beside it."""
    from desk_app.ui.widgets.boxes import row

    return row(Text(text, "subtitle"), Text(note, "caption", "faint"), spacing=10, stretch_last=True)
