"""The card with the paper list, the reason of a gap, and the remark."""

from __future__ import annotations

from PySide6.QtCore import (
    QCoreApplication,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QListView, QWidget

from desk_app.domain.cases import MaterialState
from desk_app.domain.catalogue import Need, Occasion
from desk_app.ui.screens.intake.materials.delegate import MaterialDelegate, RowWords
from desk_app.ui.screens.intake.materials.model import ROW_ROLE, MaterialsModel
from desk_app.ui.screens.intake.shown import RowShown
from desk_app.ui.theme.look import Tone
from desk_app.ui.words import word

STATE_KEYS: dict[int, MaterialState] = {
    int(Qt.Key.Key_Y): MaterialState.ORIGINAL,
    int(Qt.Key.Key_F): MaterialState.COPY,
    int(Qt.Key.Key_D): MaterialState.E_LICENCE,
    int(Qt.Key.Key_R): MaterialState.DEFERRED,
    int(Qt.Key.Key_Q): MaterialState.MISSING,
}


def _tr(text: str) -> str:
    return QCoreApplication.translate("IntakeMaterials", text)


def row_words(row: RowShown) -> RowWords:
    """What a row says."""
    remark, tone = _remark(row)
    instead = _tr("窗口核验，免交") if row.material.exempt else ""
    return RowWords(_tags(row), _asked(row), remark, tone, instead)


def _tags(row: RowShown) -> tuple[tuple[str, Tone, bool], ...]:
    tags: list[tuple[str, Tone, bool]] = []
    if row.material.exempt:
        return ()
    if row.material.occasion is Occasion.IF_APPLICABLE or row.material.need is Need.OPTIONAL:
        tags.append((_tr("符合时"), Tone.GREY, False))
    else:
        tags.append((_tr("必要"), Tone.BLUE, False))
    if row.deferrable:
        tags.append((_tr("可容缺"), Tone.GREY, True))
    return tuple(tags)


def _asked(row: RowShown) -> str:
    parts = [word(row.material.form)]
    if row.material.copies:
        parts[0] = _tr("{form} {count} 份").format(form=parts[0], count=row.material.copies)
    if row.material.note:
        parts.append(row.material.note)
    return _tr("，").join(parts)


def _remark(row: RowShown) -> tuple[str, str]:
    """The words at the right of a row and the role of their colour."""
    if row.state is MaterialState.MISSING:
        return (row.reason or _tr("未带"), "red")
    if row.state is MaterialState.DEFERRED:
        until = _tr("{day} 前补交").format(day=row.promise_by.strftime("%m-%d")) if row.promise_by else ""
        return (_tr("，").join(part for part in (until, row.reason) if part), "amber")
    if row.state is None and row.owed:
        return (_tr("还没看"), "text3")
    return (row.reason, "text2")


def row_sentence(row: RowShown) -> str:
    """A row for the screen reader and the tooltip."""
    words = row_words(row)
    state = words.instead or (word(row.state) if row.state else _tr("还没看"))
    tags = [text for text, _, _ in words.tags]
    parts = [_tr("第 {n} 项").format(n=row.material.number), row.material.name, *tags, words.asked, state]
    if words.remark and words.remark != state:
        parts.append(words.remark)
    return _tr("，").join(part for part in parts if part)


class MaterialsList(QListView):
    """The rows. Digits choose one, Y F D R Q set it, Del takes the mark back; the mouse does the same."""

    marked = Signal(int, object)
    """(number of the row, MaterialState)."""
    row_picked = Signal(int)
    """Number of the row that has the keys."""
    advanced = Signal()
    """Enter: the next place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = MaterialsModel(row_sentence, self)
        self._delegate = MaterialDelegate(row_words, word, self)
        self.setModel(self.rows)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(self.tr("材料清单"))
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)

    def show_rows(self, rows: tuple[RowShown, ...], current: int) -> None:
        """Show rows; ``current`` is the number of the one that has the keys, 0 before any."""
        self.rows.set_rows(rows)
        self.go_to(current)

    def go_to(self, number: int) -> bool:
        """Give a row the keys. False when there is no such row."""
        place = self.rows.place_of(number)
        if place is None:
            return False
        if self.currentIndex().row() != place:
            index = self.rows.index(place)
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(index, flags)
            self.scrollTo(index)
        return True

    def current_row(self) -> RowShown | None:
        """The row that has the keys."""
        return self.rows.row_at(self.currentIndex().row())

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Tell who has the keys."""
        super().currentChanged(current, previous)
        row = current.data(ROW_ROLE)
        if isinstance(row, RowShown):
            self.row_picked.emit(row.material.number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the paper list; everything else is the list's own."""
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
            Qt.KeyboardModifier.ShiftModifier,
        )
        if not (plain and self._take(event)):
            super().keyPressEvent(event)

    def _take(self, event: QKeyEvent) -> bool:
        key, row = event.key(), self.current_row()
        if Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            return self.go_to(key - Qt.Key.Key_0)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.advanced.emit()
            return True
        if row is None:
            return key in STATE_KEYS
        if key in STATE_KEYS:
            if STATE_KEYS[key] is not row.state:
                self.marked.emit(row.material.number, STATE_KEYS[key])
            return True
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            if row.state is not None:
                self.marked.emit(row.material.number, row.state)
            return True
        return False

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a part of the switch sets it; on the chosen one, takes it back."""
        super().mouseReleaseEvent(event)
        at = event.position().toPoint()
        index = self.indexAt(at)
        row = index.data(ROW_ROLE) if index.isValid() else None
        if event.button() is not Qt.MouseButton.LeftButton or not isinstance(row, RowShown):
            return
        state = self._delegate.part_at(row, self.visualRect(index), at.x(), at.y())
        if state is not None and state in row.allowed:
            self.marked.emit(row.material.number, state)
