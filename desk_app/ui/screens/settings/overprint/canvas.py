"""The sheet of a form on the screen: its picture, a tick each centimetre, and the facts where they print."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk_app.domain.documents import DocumentKind
from desk_app.domain.overprint import Form, Spot
from desk_app.ui.theme.look import look_now
from desk_app.ui.words import word

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_TICK = 10
_NEAR = 4.0
"""Millimetres within which a click means a fact."""
_PT = 25.4 / 72


def _tr(text: str) -> str:
    return QCoreApplication.translate("SettingsOverprint", text)


class FormCanvas(QWidget):
    """Arrows move the fact in hand by half a millimetre, with Shift by five; PageDown takes the next one."""

    moved = Signal(int, int, bool)
    """Steps to the right, steps down, and whether they are long ones."""
    picked = Signal(int)
    removed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_tr("表样，方向键挪动选中的内容"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.form = Form(DocumentKind.ACCEPTANCE)
        self.at = 0
        self._bytes = b""
        self._picture = QImage()

    def show_form(self, form: Form, at: int, picture: bytes) -> None:
        """Show it."""
        if picture != self._bytes:
            self._bytes, self._picture = picture, QImage.fromData(picture)
        if form.sheet != self.form.sheet:
            self.updateGeometry()
        self.form, self.at = form, at
        spot = form.spots[at] if at < len(form.spots) else None
        told = _tr("{fact}，左 {x}，上 {y} 毫米")
        words = told.format(fact=word(spot.fact), x=f"{spot.x:.1f}", y=f"{spot.y:.1f}") if spot else ""
        self.setAccessibleDescription(words)
        self.update()

    def heightForWidth(self, width: int) -> int:
        """As the sheet is."""
        across, down = self.form.sheet
        return round(width * down / across)

    def sizeHint(self) -> QSize:
        """Some four hundred pixels across."""
        width = max(self.width(), 420)
        return QSize(width, self.heightForWidth(width))

    @property
    def scale(self) -> float:
        """Pixels of a millimetre."""
        return self.width() / self.form.sheet[0]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, take the next one, take one off."""
        key = Qt.Key(event.key())
        if key in _ARROWS:
            far = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.moved.emit(*_ARROWS[key], far)
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self.picked.emit(self.at + (1 if key == Qt.Key.Key_PageDown else -1))
        elif key == Qt.Key.Key_Delete:
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click takes the fact that is near."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        x, y = event.position().x() / self.scale, event.position().y() / self.scale
        for at, spot in enumerate(self.form.spots):
            if (
                spot.x - _NEAR <= x <= spot.x + 40.0
                and spot.y - spot.size * _PT - _NEAR <= y <= spot.y + _NEAR
            ):
                self.picked.emit(at)
                return

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show who has the keys."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that it has them no more."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paper is white in every look."""
        painter = QPainter(self)
        look, height = look_now(), self.heightForWidth(self.width())
        sheet = QRectF(0, 0, self.width() - 1, height - 1)
        painter.fillRect(sheet, Qt.GlobalColor.white)
        if not self._picture.isNull():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(sheet, self._picture)
        self._edges(painter, height)
        for at, spot in enumerate(self.form.spots):
            self._spot(painter, spot, chosen=at == self.at)
        pen = QPen(look.colour("focus" if self.hasFocus() else "line"), 2.5 if self.hasFocus() else 1)
        painter.setPen(pen)
        painter.drawRect(sheet)

    def _edges(self, painter: QPainter, height: int) -> None:
        """A tick each centimetre."""
        painter.setPen(look_now().colour("lineStrong"))
        across, down = self.form.sheet
        for mm in range(_TICK, round(across), _TICK):
            painter.drawLine(QPointF(mm * self.scale, 0), QPointF(mm * self.scale, 5))
        for mm in range(_TICK, round(down), _TICK):
            painter.drawLine(QPointF(0, mm * self.scale), QPointF(5, mm * self.scale))

    def _spot(self, painter: QPainter, spot: Spot, *, chosen: bool) -> None:
        font = look_now().font("body")
        font.setPixelSize(max(7, round(spot.size * _PT * self.scale)))
        painter.setFont(font)
        foot = QPointF(spot.x * self.scale, spot.y * self.scale)
        text = word(spot.fact)
        wide = spot.width * self.scale or painter.fontMetrics().horizontalAdvance(text)
        box = QRectF(foot.x() - 2, foot.y() - font.pixelSize() * 1.05, wide + 4, font.pixelSize() * 1.3)
        painter.setPen(QPen(look_now().colour("focus" if chosen else "lineStrong"), 2 if chosen else 1))
        painter.drawRect(box)
        painter.setPen(Qt.GlobalColor.black)
        painter.drawText(foot, text)
