"""Who works at this counter, at the right end of the command bar."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desk_app.ui.theme.look import look_now
from desk_app.ui.widgets.ink import metrics, paint_box


class IdentityChip(QAbstractButton):
    """Who works here: a badge, the counter or name, and the role below it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._badge = self._detail = ""
        self.compact = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_identity(self, badge: str, name: str, detail: str) -> None:
        """One or two characters for the badge; name; what stands below it."""
        self._badge, self._detail = badge, detail
        self.setText(name)
        self.setAccessibleName(f"{name} {detail}".strip())
        self.setToolTip(self.accessibleName())
        self.setVisible(bool(name))
        self.updateGeometry()
        self.update()

    def _circle(self) -> int:
        return look_now().size("control_small") + 2

    def sizeHint(self) -> QSize:
        """Badge and two short lines."""
        current = look_now()
        words = max(
            metrics(current, "bodyStrong").horizontalAdvance(self.text()),
            metrics(current, "caption").horizontalAdvance(self._detail),
        )
        width = self._circle() + (0 if self.compact else words + 8)
        return QSize(width + 2, current.size("command_box_height"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Badge, name, detail."""
        painter = QPainter(self)
        current = look_now()
        side = self._circle()
        circle = QRectF(0, (self.height() - side) / 2, side, side)
        paint_box(painter, circle, side / 2, current.colour("primarySoft"), None)
        painter.setFont(current.font("bodyStrong"))
        painter.setPen(current.colour("link"))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, self._badge)
        if self.compact:
            return
        half = self.height() / 2
        upper = QRectF(side + 8, 0, self.width(), half + 1)
        painter.setPen(current.colour("text"))
        painter.drawText(upper, Qt.AlignmentFlag.AlignBottom, self.text())
        painter.setFont(current.font("caption"))
        painter.setPen(current.colour("text2"))
        painter.drawText(upper.translated(0, half), Qt.AlignmentFlag.AlignTop, self._detail)
