"""Phosphor icons, from the font that QtAwesome brings. QtAwesome itself is not imported: it costs 300 ms.

An icon is an outline, painted in any size, any colour and any screen resolution. Below stand the ones we use,
with their places in the font; a test compares them with QtAwesome's own table.
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QIcon,
    QIconEngine,
    QPainter,
    QPainterPath,
    QPixmap,
    QRawFont,
    QTransform,
)

from desk_app.ui.theme.look import look_now

FONT = "phosphor-1.3.0.ttf"
_EM = 100.0

CODES: dict[str, int] = {
    "arrow-clockwise": 0xF020,
    "arrow-counter-clockwise": 0xF021,
    "arrow-down": 0xF022,
    "arrow-left": 0xF03B,
    "arrow-right": 0xF044,
    "arrow-square-out": 0xF058,
    "arrow-up": 0xF061,
    "arrows-clockwise": 0xF045,
    "baby": 0xF06E,
    "bank": 0xF073,
    "barcode": 0xF075,
    "bell": 0xF082,
    "book-open": 0xF097,
    "briefcase": 0xF0A0,
    "buildings": 0xF0A8,
    "calendar": 0xF0AC,
    "calendar-blank": 0xF0AD,
    "camera": 0xF0B1,
    "caret-down": 0xF0C2,
    "caret-left": 0xF0C3,
    "caret-right": 0xF0C4,
    "caret-up": 0xF0C5,
    "chart-bar": 0xF0D2,
    "chart-bar-fill": 0xF83C,
    "chat-text": 0xF0E6,
    "check": 0xF0E7,
    "check-circle": 0xF0E8,
    "check-circle-fill": 0xF851,
    "checks": 0xF0E9,
    "circle-half": 0xF0EE,
    "clock": 0xF0F9,
    "clock-counter-clockwise": 0xF0FC,
    "cloud": 0xF0FE,
    "cloud-check": 0xF101,
    "cloud-slash": 0xF106,
    "copy": 0xF114,
    "desktop": 0xF12E,
    "device-mobile": 0xF130,
    "door": 0xF141,
    "dots-three": 0xF145,
    "download-simple": 0xF14C,
    "export": 0xF15A,
    "eye": 0xF15B,
    "eye-slash": 0xF15E,
    "file-text": 0xF170,
    "crop": 0xF11B,
    "files": 0xF16E,
    "first-aid-kit": 0xF179,
    "floppy-disk": 0xF181,
    "folder-open": 0xF18C,
    "funnel": 0xF196,
    "gear-six": 0xF19C,
    "gear-six-fill": 0xF906,
    "git-diff": 0xF1A8,
    "hand-palm": 0xF1BD,
    "handshake": 0xF1C0,
    "handshake-fill": 0xF92A,
    "heart": 0xF1CA,
    "hourglass-medium": 0xF1D3,
    "house": 0xF1D8,
    "house-line": 0xF1D9,
    "identification-card": 0xF1DC,
    "identification-card-fill": 0xF946,
    "info": 0xF1E0,
    "info-fill": 0xF94A,
    "key": 0xF1E4,
    "keyboard": 0xF1E5,
    "link": 0xF1F3,
    "list": 0xF1FA,
    "list-bullets": 0xF1FB,
    "lock": 0xF1FF,
    "lock-fill": 0xF969,
    "lock-open": 0xF204,
    "magnifying-glass": 0xF20A,
    "magnifying-glass-fill": 0xF974,
    "map-pin": 0xF20D,
    "map-pin-fill": 0xF977,
    "map-trifold": 0xF20F,
    "map-trifold-fill": 0xF979,
    "megaphone": 0xF215,
    "money": 0xF21C,
    "monitor": 0xF21D,
    "moon": 0xF21F,
    "newspaper": 0xF228,
    "note-pencil": 0xF22E,
    "note-pencil-fill": 0xF998,
    "paperclip": 0xF258,
    "pause-circle": 0xF25F,
    "pause-circle-fill": 0xF9C8,
    "pencil-simple": 0xF266,
    "phone": 0xF26E,
    "plus": 0xF27F,
    "plus-circle": 0xF280,
    "printer": 0xF288,
    "printer-fill": 0xF9F2,
    "prohibit": 0xF289,
    "qr-code": 0xF292,
    "question": 0xF293,
    "scales": 0xF2AA,
    "shield": 0xF2B7,
    "shield-check": 0xF2B8,
    "sign-out": 0xF2C7,
    "squares-four": 0xF2F0,
    "squares-four-fill": 0xFA5A,
    "stack": 0xF2F1,
    "stack-fill": 0xFA5B,
    "star": 0xF2F3,
    "star-fill": 0xFA5D,
    "student": 0xF2FB,
    "sun": 0xF2FE,
    "swap": 0xF301,
    "tag": 0xF305,
    "text-aa": 0xF310,
    "text-align-left": 0xF313,
    "trash": 0xF334,
    "tray": 0xF336,
    "tree": 0xF337,
    "truck": 0xF33E,
    "truck-fill": 0xFAA8,
    "upload-simple": 0xF345,
    "user": 0xF346,
    "user-fill": 0xFAB4,
    "user-plus": 0xF34F,
    "users": 0xF351,
    "warning": 0xF35C,
    "warning-circle": 0xF35D,
    "warning-circle-fill": 0xFAC6,
    "warning-fill": 0xFAC7,
    "wheelchair": 0xF362,
    "x": 0xF36D,
    "x-circle": 0xF36E,
    "x-circle-fill": 0xFAD7,
}


def font_file() -> Path:
    """Where the installed QtAwesome keeps the icon font."""
    found = find_spec("qtawesome")
    if found is None or found.origin is None:
        raise FileNotFoundError(FONT)
    return Path(found.origin).parent / "fonts" / FONT


@cache
def _font() -> QRawFont:
    return QRawFont(str(font_file()), _EM)


@cache
def outline(name: str) -> QPainterPath:
    """The icon's outline on a square of 100, its origin at the upper left."""
    font = _font()
    glyphs = font.glyphIndexesForString(chr(CODES[name]))
    return QTransform.fromTranslate(0, font.ascent()).map(font.pathForGlyph(glyphs[0]))


def paint_icon(painter: QPainter, name: str, box: QRect | QRectF, colour: QColor) -> None:
    """Fill the icon into a square box."""
    scale = box.width() / _EM
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(QPointF(box.x(), box.y()))
    painter.scale(scale, scale)
    painter.fillPath(outline(name), colour)
    painter.restore()


class _Engine(QIconEngine):
    """Paints an outline in the colour that a role has at the moment of painting."""

    def __init__(self, name: str, selected: str, role: str, selected_role: str) -> None:
        super().__init__()
        self._names = (name, selected)
        self._roles = (role, selected_role)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        on = int(state is QIcon.State.On)
        role = "text3" if mode is QIcon.Mode.Disabled else self._roles[on]
        side = min(rect.width(), rect.height())
        box = QRect(0, 0, side, side)
        box.moveCenter(rect.center() + QPoint(1 - side % 2, 1 - side % 2))
        paint_icon(painter, self._names[on], box, look_now().colour(role))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        return _Engine(*self._names, *self._roles)


def icon(name: str, role: str = "text", *, selected: str = "", selected_role: str = "") -> QIcon:
    """An icon that follows the look; ``selected`` is its form while checked (usually the filled one)."""
    return QIcon(_Engine(name, selected or name, role, selected_role or role))
