"""The list of slots and pictures: lines of the page of a case, with keys of its own."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from desk_app.domain.attachments import Attachment, Grade
from desk_app.domain.worktime import SHANGHAI
from desk_app.ui.screens.cases.page.lines import Line, LineList
from desk_app.ui.screens.pictures.shown import PicturesShown, SlotShown
from desk_app.ui.shell.typing import TAKES_LETTERS
from desk_app.ui.theme.look import Tone
from desk_app.ui.words import word

GRADE_TONES = {
    Grade.ISSUED: Tone.GREEN,
    Grade.CHECKED: Tone.GREEN,
    Grade.UNCHECKED: Tone.AMBER,
    Grade.PROMISED: Tone.BLUE,
}
_LETTERS = {Qt.Key.Key_R: "turn", Qt.Key.Key_C: "cut", Qt.Key.Key_S: "straighten"}
_ZOOMS = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1, Qt.Key.Key_0: 0}
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


def _said(text: str) -> str:
    return QCoreApplication.translate("Pictures", text)


def slot_name(slot: SlotShown) -> str:
    """What a slot is called: 3 户口簿; 签好的委托书."""
    if slot.place.ledger:
        return _said("旧台账的那一页")
    if slot.place.paper is not None:
        return _said("签好的{paper}").format(paper=word(slot.place.paper))
    return _said("{n} {name}").format(n=slot.place.row, name=slot.name)


def lines_of(shown: PicturesShown) -> Iterator[Line]:
    """A line for each slot, below it one for each picture in it."""
    for slot in shown.slots:
        yield _slot(slot)
        yield from (_item(item, number) for number, item in enumerate(slot.items, 1))


def _slot(slot: SlotShown) -> Line:
    if slot.pages:
        right, detail = _said("{n} 页").format(n=slot.pages), ""
    else:
        right, detail = "", _empty(slot)
    tone = Tone.BLUE if slot.pages else Tone.GREY
    icon = "paperclip" if slot.pages else "tray"
    return Line(slot_name(slot), detail, right, tone=tone, icon=icon, key=slot.key)


def _empty(slot: SlotShown) -> str:
    if slot.off:
        return _said("不留图像，看一眼就还")
    return _said("还没有图") if slot.printed else _said("还没打出来，打印签字后再扫")


def _item(item: Attachment, number: int) -> Line:
    at = item.at.astimezone(SHANGHAI)
    parts = [_said("{at:%m-%d %H:%M} {by}").format(at=at, by=item.by), word(item.source)]
    if item.content.pages > 1:
        parts.append(_said("{n} 页").format(n=item.content.pages))
    title = _said("第 {n} 份").format(n=number)
    tone = GRADE_TONES[item.grade]
    return Line(title, "　".join(parts), tag=word(item.grade), tone=tone, strong=False, key=item.id)


class PictureList(LineList):
    """Letters do something with the picture at hand; while it is cut, keys belong to its corners."""

    chosen = Signal(object)
    """UUID of the line that has the keys."""
    wished = Signal(str)
    """turn, cut, straighten, remove."""
    graded = Signal(object)
    zoomed = Signal(int)
    paged = Signal(int)
    panned = Signal(int, int)
    entered = Signal()
    corner_taken = Signal(int)
    corner_moved = Signal(int, int)
    cut_wanted = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent=parent)
        self.cutting = False
        self.setProperty(TAKES_LETTERS, True)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)

    def show_shown(self, shown: PicturesShown) -> None:
        """Lines, and the one that has the keys."""
        self.cutting = shown.cutting is not None
        lines = tuple(lines_of(shown))
        self.lines.set_lines(lines)
        at = next((n for n, line in enumerate(lines) if line.key == shown.line), -1)
        if at >= 0 and self.currentIndex().row() != at:
            self.setCurrentIndex(self.lines.index(at, 0))

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Tell who has the keys."""
        super().currentChanged(current, previous)
        if self.current_key() is not None:
            self.chosen.emit(self.current_key())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keys need a line to act on."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.lines.rowCount():
            self.setCurrentIndex(self.lines.index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys of this list; everything else is the list's own."""
        taken = self._corner(event) if self.cutting else self._take(event)
        if not taken:
            super().keyPressEvent(event)

    def _take(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
            return self._pan(event) or self._grade(event)
        if event.modifiers() not in _PLAIN:
            return False
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif key in _LETTERS:
            self.wished.emit(_LETTERS[key])
        elif key in _ZOOMS:
            self.zoomed.emit(_ZOOMS[key])
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.paged.emit(-1 if key is Qt.Key.Key_PageUp else 1)
        elif key is Qt.Key.Key_Delete:
            self.wished.emit("remove")
        else:
            return False
        return True

    def _pan(self, event: QKeyEvent) -> bool:
        step = _ARROWS.get(Qt.Key(event.key()))
        if step is not None:
            self.panned.emit(*step)
        return step is not None

    def _grade(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Plus:
            self.zoomed.emit(1)
            return True
        found = next((grade for grade in Grade if event.key() == ord(grade.value)), None)
        if found is not None:
            self.graded.emit(found)
        return found is not None

    def _corner(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.cut_wanted.emit()
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_4:
            self.corner_taken.emit(key - Qt.Key.Key_1)
        elif key in _ARROWS:
            many = 5 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
            across, down = _ARROWS[key]
            self.corner_moved.emit(across * many, down * many)
        else:
            return key is not Qt.Key.Key_Escape
        return True
