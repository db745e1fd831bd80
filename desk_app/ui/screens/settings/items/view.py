"""The list of items with its filter. Space ticks, ←→ set the mode, letters go to the filter."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QListView, QVBoxLayout, QWidget

from desk_app.domain.catalogue import HandlingMode
from desk_app.ui.list_model import ROW_ROLE
from desk_app.ui.screens.settings.items.delegate import ItemDelegate
from desk_app.ui.screens.settings.items.model import ItemsModel
from desk_app.ui.screens.settings.items.rows import MODES, ItemChoice, ItemRow, Which, chosen, counts
from desk_app.ui.widgets.boxes import Card
from desk_app.ui.widgets.chips import ChipRow, ChipText
from desk_app.ui.widgets.line import InputLine
from desk_app.ui.widgets.text import Text
from desk_app.ui.words import word


def _tr(text: str) -> str:
    return QCoreApplication.translate("ItemList", text)


def note_of(row: ItemRow) -> str:
    """At the right: who does it, or that nobody here does."""
    return row.counter if row.choice.offered else _tr("不办，只告诉去哪儿办")


def row_sentence(row: ItemRow) -> str:
    """A line for the screen reader."""
    done = word(row.choice.mode) if row.choice.offered else _tr("不办")
    parts = [_tr("第 {n} 项").format(n=row.seq), row.name, done, note_of(row)]
    return _tr("，").join(dict.fromkeys(part for part in parts if part))


class ItemListView(QListView):
    """The lines."""

    decided = Signal(object)
    """:class:`ItemChoice`: what a person decided now."""
    picked = Signal(str)
    """Item id of the line that has the keys."""
    typed = Signal(str)
    """A letter: it belongs to the filter."""

    def __init__(self) -> None:
        super().__init__()
        self.rows = ItemsModel(row_sentence, self)
        self._delegate = ItemDelegate(word, note_of, self)
        self.setModel(self.rows)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(_tr("事项清单"))
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.selectionModel().currentChanged.connect(self._moved)

    def show_rows(self, rows: tuple[ItemRow, ...]) -> None:
        """Show these; the line that had the keys keeps them while it is there, else the first has them."""
        row = self.current_row()
        self.rows.set_rows(rows)
        place = self.rows.place_of(row.choice.item_id) if row else None
        if rows and self.currentIndex().row() != (place or 0):
            self.go_to(place or 0)

    def go_to(self, place: int) -> None:
        """Give a line the keys."""
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(self.rows.index(place), flag)

    def current_row(self) -> ItemRow | None:
        """The line that has the keys."""
        return self.rows.row_at(self.currentIndex().row())

    def _moved(self, now: QModelIndex, _before: QModelIndex) -> None:
        row = now.data(ROW_ROLE)
        if isinstance(row, ItemRow):
            self.picked.emit(row.choice.item_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A line may need another line at another width; Qt lays out anew for the height alone."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def changeEvent(self, event: QEvent) -> None:
        """Another look has other heights."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space, ←, →; letters are handed to the filter."""
        key, row = Qt.Key(event.key()), self.current_row()
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(key)
        if plain and row is not None and key == Qt.Key.Key_Space:
            self._tick(row)
        elif plain and row is not None and step is not None:
            self._step(row, step)
        elif plain and event.text().isalnum():
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def _tick(self, row: ItemRow) -> None:
        choice = row.choice
        self.decided.emit(ItemChoice(choice.item_id, not choice.offered, choice.mode))

    def _step(self, row: ItemRow, step: int) -> None:
        at = MODES.index(row.choice.mode) + step if row.choice.offered else MODES.index(row.choice.mode)
        if 0 <= at < len(MODES):
            self._set(row, MODES[at])

    def _set(self, row: ItemRow, mode: HandlingMode) -> None:
        self.decided.emit(ItemChoice(row.choice.item_id, True, mode))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the tick or on a part of the switch."""
        super().mouseReleaseEvent(event)
        at = event.position().toPoint()
        index = self.indexAt(at)
        row = index.data(ROW_ROLE) if index.isValid() else None
        if event.button() is not Qt.MouseButton.LeftButton or not isinstance(row, ItemRow):
            return
        places = self._delegate.places(self.visualRect(index))
        if places.tick.adjusted(-8, -8, 8, 8).contains(at):
            self._tick(row)
        for mode, part in places.parts:
            if part.contains(at):
                self._set(row, mode)


class ItemList(QWidget):
    """Filter, chips and lines."""

    decided = Signal(object)
    picked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._all: tuple[ItemRow, ...] = ()
        self.filter = InputLine(_tr("筛选事项"))
        self.filter.setPlaceholderText(_tr("筛选，可打首字母"))
        self.chips = ChipRow(
            _tr("要办的和不办的"),
            [
                ChipText(Which.ALL.value, _tr("全部")),
                ChipText(Which.OFFERED.value, _tr("要办")),
                ChipText(Which.NOT_OFFERED.value, _tr("不办")),
            ],
        )
        self.view = ItemListView()
        self.nothing = Text(_tr("没找到，换个说法试试"), "body", "quiet")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lay_out()
        self.filter.textEdited.connect(lambda _text: self._sift())
        self.filter.returnPressed.connect(self.view.setFocus)
        self.chips.chosen.connect(lambda _key: self._sift())
        self.view.decided.connect(self.decided)
        self.view.picked.connect(self.picked)
        self.view.typed.connect(self._type_ahead)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.filter, 3)
        head.addWidget(self.chips, 4)
        card = Card().without_padding()
        card.body.addWidget(self.view)
        card.body.addWidget(self.nothing)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(10)
        box.addLayout(head)
        box.addWidget(card, 1)

    def show_rows(self, rows: tuple[ItemRow, ...]) -> None:
        """Show all rows that the filter leaves."""
        self._all = rows
        self.chips.set_counts(counts(rows))
        self._sift()

    def _sift(self) -> None:
        left = chosen(self._all, Which(self.chips.current), self.filter.text())
        self.view.show_rows(left)
        self.view.setVisible(bool(left) or not self._all)
        self.nothing.setVisible(bool(self._all) and not left)

    def _type_ahead(self, text: str) -> None:
        self.filter.setFocus()
        self.filter.setText(self.filter.text() + text)
        self._sift()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """↓ goes from the filter to the lines."""
        if event.key() == Qt.Key.Key_Down and self.filter.hasFocus():
            self.view.setFocus()
        else:
            super().keyPressEvent(event)

    def focus_start(self) -> None:
        """The lines have the keys; letters go to the filter by themselves."""
        self.view.setFocus()
