"""A list of rows that keys, Enter and the mouse reach; what a row looks like is its delegate's business."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QWidget

Index = QModelIndex | QPersistentModelIndex
ENTRY = int(Qt.ItemDataRole.UserRole)
"""The whole entry."""
_SAYING = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.ToolTipRole,  # what an ellipsis hides
)


@dataclass(frozen=True, slots=True)
class Heading:
    """A line between rows, which cannot be chosen."""

    text: str


class RowsModel(QAbstractListModel):
    """Entries of one list, replaced as a whole. ``sentence`` says one for the screen reader."""

    def __init__(self, sentence: Callable[[object], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sentence = sentence
        self._entries: tuple[object, ...] = ()

    @property
    def entries(self) -> tuple[object, ...]:
        """What stands in the list."""
        return self._entries

    def set_entries(self, entries: Sequence[object]) -> bool:
        """Show other entries; False when they are the same, and nothing moves."""
        if tuple(entries) == self._entries:
            return False
        self.beginResetModel()
        self._entries = tuple(entries)
        self.endResetModel()
        return True

    def rowCount(self, parent: Index | None = None) -> int:
        """How many."""
        return 0 if parent is not None and parent.isValid() else len(self._entries)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings are only read."""
        if not index.isValid() or isinstance(self._entries[index.row()], Heading):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """The entry, or its sentence."""
        if not index.isValid() or index.row() >= len(self._entries):
            return None
        entry = self._entries[index.row()]
        if role == ENTRY:
            return entry
        if role in _SAYING:
            return entry.text if isinstance(entry, Heading) else self._sentence(entry)
        return None


class RowList(QListView):
    """Rows over the whole width, without a frame."""

    chosen = Signal(int)
    """A person moved to, or clicked, the n-th choosable row (from 0); never code."""
    opened = Signal(int)
    """Enter, or a double click, on the n-th choosable row."""

    def __init__(self, name: str, model: RowsModel, delegate: QStyledItemDelegate) -> None:
        super().__init__()
        self._rows = model
        model.setParent(self)
        delegate.setParent(self)
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setAccessibleName(name)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.selectionModel().currentChanged.connect(self._moved)
        self.doubleClicked.connect(lambda index: self.opened.emit(self._nth(index.row())))
        self._fitted = False

    def show_entries(self, entries: Sequence[object], current: int = -1) -> None:
        """Show rows, the n-th choosable one chosen."""
        with QSignalBlocker(self.selectionModel()):
            if self._rows.set_entries(entries):
                self.scrollToTop()
                self._fit()
            self.choose(current)
        self.viewport().update()

    def choose(self, nth: int) -> None:
        """Mark a row as the chosen one, without a signal."""
        places = self._places()
        selection = self.selectionModel()
        with QSignalBlocker(selection):
            if not 0 <= nth < len(places):
                selection.clear()
                selection.clearCurrentIndex()
            elif self.currentIndex().row() != places[nth] or not selection.hasSelection():
                index = self._rows.index(places[nth])
                selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
                self.scrollTo(index)
        self.viewport().update()

    def as_high_as_rows(self) -> RowList:
        """Be as high as the rows are, in a page that scrolls as a whole."""
        self._fitted = True
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._fit()
        return self

    def refit(self) -> None:
        """The look or the width changed: lay out anew."""
        self.scheduleDelayedItemsLayout()
        self._fit()

    def _fit(self) -> None:
        if self._fitted:
            rows = range(self._rows.rowCount())
            self.setFixedHeight(sum(self.sizeHintForRow(at) for at in rows))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrapped rows change their height with the width."""
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        """As wide as it is given."""
        return QSize(200, 120)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            if self.currentIndex().isValid():
                self.opened.emit(self._nth(self.currentIndex().row()))
            return
        super().keyPressEvent(event)

    def _moved(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid():
            self.chosen.emit(self._nth(now.row()))

    def _places(self) -> list[int]:
        return [at for at, entry in enumerate(self._rows.entries) if not isinstance(entry, Heading)]

    def _nth(self, place: int) -> int:
        places = self._places()
        return places.index(place) if place in places else -1


def list_width(view: QWidget | None, fallback: int) -> int:
    """The width that a row of this view will have."""
    return view.viewport().width() if isinstance(view, QListView) else fallback
