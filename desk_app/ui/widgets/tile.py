"""Large choices side by side: people, kinds of site, ways to begin. Arrows and letters choose."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QLayout, QSizePolicy, QWidget

from desk_app.ui.theme.icons import paint_icon
from desk_app.ui.theme.look import Look, look_now
from desk_app.ui.widgets.boxes import clear_layout
from desk_app.ui.widgets.ink import elided, metrics, paint_box
from desk_app.ui.widgets.paragraph import Paragraph

_PAD, _GAP = 14, 12
_STEPS = {
    Qt.Key.Key_Left: QPoint(-1, 0),
    Qt.Key.Key_Right: QPoint(1, 0),
    Qt.Key.Key_Up: QPoint(0, -1),
    Qt.Key.Key_Down: QPoint(0, 1),
}


@dataclass(frozen=True, slots=True)
class TileText:
    """One tile: an icon, or a letter in a circle, the words, a quiet line, and the letters that choose it."""

    key: str
    title: str
    note: str = ""
    icon: str = ""
    letter: str = ""
    typed: tuple[str, ...] = ()
    """Ways to type it by initials."""


class Tile(QAbstractButton):
    """A choice that paints itself: filled softly and framed in the primary colour while it is in force."""

    def __init__(self, text: TileText, *, upright: bool, low: bool = False, quiet: bool = False) -> None:
        super().__init__()
        self.text_of = text
        self._upright, self._low, self._quiet = upright, low, quiet
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        across = QSizePolicy.Policy.Fixed if upright else QSizePolicy.Policy.Expanding
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)
        self.setText(text.title)
        self.setAccessibleName("，".join(part for part in (text.title, text.note) if part))
        if upright:
            self.setToolTip("\n".join(part for part in (text.title, text.note) if part))

    def sizeHint(self) -> QSize:
        """Upright tiles are all of one size; others take the room they are given."""
        current = look_now()
        if self._upright:
            factor = 1.3 if current.large else 1.0
            return QSize(round(164 * factor), round((104 if self._low else 134) * factor))
        text = self.text_of
        width = max(
            metrics(current, "bodyStrong").horizontalAdvance(text.title),
            metrics(current, "caption").horizontalAdvance(text.note),
        )
        return QSize(width + self._words_left(current) + _PAD, self._flat_height(self.width() or 400))

    def minimumSizeHint(self) -> QSize:
        """Room for a short title; the note wraps."""
        return self.sizeHint() if self._upright else QSize(150, self._flat_height(150))

    def hasHeightForWidth(self) -> bool:
        """Words wrap in flat tiles."""
        return not self._upright

    def heightForWidth(self, width: int) -> int:
        """Room for the wrapped words."""
        return self._flat_height(width)

    def _words_left(self, current: Look) -> int:
        return _PAD + self._mark(current) + _GAP + 6

    def _mark(self, current: Look) -> int:
        return current.size("icon" if self._quiet else "icon_rail")

    def _flat_words(self, width: int) -> tuple[Paragraph, Paragraph]:
        room = width - self._words_left(look_now()) - _PAD
        kind = "body" if self._quiet and not self.isChecked() else "bodyStrong"
        return (
            Paragraph(self.text_of.title, kind, room),
            Paragraph(self.text_of.note, "caption", room),
        )

    def _flat_height(self, width: int) -> int:
        title, note = self._flat_words(width)
        air = _PAD - 4 if self._quiet else _PAD
        return title.height + (note.height if self.text_of.note else 0) + 2 * air

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space presses; everything else is for the group, not for Qt's own walk through buttons."""
        if event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, then mark and words."""
        painter = QPainter(self)
        current = look_now()
        on = self.isChecked()
        if self._quiet:
            self._paint_quiet(painter, current)
            return
        ground = "selected" if on and self._upright else "hover" if self.underMouse() else "surface"
        border = current.colour("primary" if on else "lineStrong" if not self._upright else "line")
        box, radius = QRectF(self.rect()), current.size("radius_card")
        paint_box(painter, box, radius, current.colour(ground), border, 2 if on else 1)
        if self._upright:
            self._paint_upright(painter, current)
        else:
            self._paint_flat(painter, current)

    def _paint_quiet(self, painter: QPainter, current: Look) -> None:
        """A line of a list: nothing round it, a soft ground where it is in force."""
        if self.isChecked() or self.underMouse():
            ground = current.colour("selected" if self.isChecked() else "hover")
            paint_box(painter, QRectF(self.rect()), current.size("radius_button"), ground, None)
        self._paint_flat(painter, current)

    def _paint_flat(self, painter: QPainter, current: Look) -> None:
        side = self._mark(current)
        box = QRectF(_PAD + 4, (self.height() - side) / 2, side, side)
        ink = current.colour("link" if self.isEnabled() else "text3")
        if self.text_of.icon:
            paint_icon(painter, self.text_of.icon, box, ink)
        title, note = self._flat_words(self.width())
        top = (self.height() - title.height - (note.height if self.text_of.note else 0)) / 2
        title.paint(painter, self._words_left(current), top, current.colour("text"))
        note.paint(painter, self._words_left(current), top + title.height, current.colour("text2"))

    def _paint_upright(self, painter: QPainter, current: Look) -> None:
        on = self.isChecked()
        line = round(current.pixels["bodyStrong"] * 1.45)
        side = round(self.height() * 0.4)
        circle = QRectF((self.width() - side) / 2, self.height() * (0.06 if self._low else 0.1), side, side)
        fill = current.colour("primary" if on else "primarySoft")
        paint_box(painter, circle, side / 2, fill, None)
        middle = Qt.AlignmentFlag.AlignCenter
        painter.setFont(current.font("subtitle"))
        painter.setPen(current.colour("onPrimary" if on else "link"))
        painter.drawText(circle, middle, self.text_of.letter)
        top = circle.bottom() + self.height() * (0.03 if self._low else 0.06)
        for text, kind, role in (
            (self.text_of.title, "bodyStrong", "text"),
            (self.text_of.note, "caption", "text2"),
        ):
            painter.setFont(current.font(kind))
            painter.setPen(current.colour(role))
            box = QRectF(6, top, self.width() - 12, line)
            painter.drawText(box, middle, elided(text, kind, self.width() - 12))
            top += line


class TileGroup(QWidget):
    """Exclusive tiles in a layout of the caller's choice; the one in force has the keys.

    ``chosen`` says that a person chose, ``opened`` that Enter was pressed on it.
    """

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, name: str, layout: QLayout, *, upright: bool = False, quiet: bool = False) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._layout, self._upright, self._low, self._quiet = layout, upright, False, quiet
        layout.setContentsMargins(0, 0, 0, 0)
        self.setLayout(layout)
        self._group = QButtonGroup(self)
        self._tiles: dict[str, Tile] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_tiles(self, tiles: Sequence[TileText], current: str) -> None:
        """Show these, one of them in force; the same ones stay where they are."""
        if [tile.text_of for tile in self._tiles.values()] != list(tiles):
            self._fill(tiles)
        self.set_current(current)

    def set_low(self, low: bool) -> None:
        """Where the window is not high, upright tiles are lower too."""
        if low is not self._low:
            self._low = low
            shown, current = [tile.text_of for tile in self.tiles], self.current
            self._fill(shown)
            self.set_current(current)

    def _fill(self, tiles: Iterable[TileText]) -> None:
        had_focus = any(tile.hasFocus() for tile in self._tiles.values())
        clear_layout(self._layout)
        self._tiles = {}
        for text in tiles:
            tile = self._tiles[text.key] = Tile(text, upright=self._upright, low=self._low, quiet=self._quiet)
            self._group.addButton(tile)
            tile.clicked.connect(lambda _on=False, key=text.key: self._choose(key))
            self._layout.addWidget(tile)
            tile.show()  # a tile that waits for the layout to show it could not take the keys yet
        if had_focus and self._tiles:
            next(iter(self._tiles.values())).setFocus()

    @property
    def current(self) -> str:
        """The key of the tile in force; "" before any."""
        return next((key for key, tile in self._tiles.items() if tile.isChecked()), "")

    @property
    def tiles(self) -> tuple[Tile, ...]:
        """The tiles, in order."""
        return tuple(self._tiles.values())

    def set_current(self, key: str) -> None:
        """Put a tile in force, without a signal. Tab reaches only this one."""
        for other, tile in self._tiles.items():
            if other == key and not tile.isChecked():
                tile.setChecked(True)
            reached = other == key or (key not in self._tiles and tile is self.tiles[0])
            tile.setFocusPolicy(Qt.FocusPolicy.StrongFocus if reached else Qt.FocusPolicy.ClickFocus)

    def focus_current(self) -> None:
        """Give the keyboard to the tile in force, or to the first."""
        tile = self._tiles.get(self.current) or next(iter(self._tiles.values()), None)
        if tile is not None:
            tile.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _choose(self, key: str) -> None:
        self.set_current(key)
        self._tiles[key].setFocus(Qt.FocusReason.OtherFocusReason)
        self.chosen.emit(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go to the neighbour, a letter to the next tile it begins, Enter opens."""
        key = Qt.Key(event.key())
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if plain and key in _STEPS:
            self._go(_STEPS[key])
        elif plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current:
            self.opened.emit(self.current)
        elif not (plain and self._by_letter(event.text().lower())):
            super().keyPressEvent(event)

    def _go(self, step: QPoint) -> None:
        here = self._tiles.get(self.current)
        if here is None:
            if self._tiles:
                self._choose(next(iter(self._tiles)))
            return
        away = {key: _offset(here, tile) for key, tile in self._tiles.items()}
        ahead = {key: off for key, off in away.items() if QPoint.dotProduct(off, step) > 0}
        if ahead:
            self._choose(min(ahead, key=lambda key: _distance(ahead[key], step)))

    def _by_letter(self, letter: str) -> bool:
        keys = list(self._tiles)
        place = keys.index(self.current) + 1 if self.current else 0
        for key in keys[place:] + keys[:place]:
            if letter and any(way.startswith(letter) for way in self._tiles[key].text_of.typed):
                self._choose(key)
                return True
        return False


def _offset(here: QWidget, there: QWidget) -> QPoint:
    return there.geometry().center() - here.geometry().center()


def _distance(off: QPoint, step: QPoint) -> int:
    """How far a tile is in the direction of an arrow; what lies aside counts thrice."""
    across, down = abs(off.x()), abs(off.y())
    return across + 3 * down if step.x() else down + 3 * across
