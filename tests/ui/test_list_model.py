"""A list of rows that change in place: it stays where it was while it is the same list."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from desk_app.ui.list_model import ROW_ROLE, KeyedListModel

Row = tuple[int, str]
SAYS = {int(Qt.ItemDataRole.DisplayRole): lambda row: row[1]}


def made(*rows: Row) -> KeyedListModel[Row]:
    model: KeyedListModel[Row] = KeyedListModel(lambda row: row[0], SAYS)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.set_rows(rows)
    return model


def test_only_what_changed_is_painted_again(qapp: QApplication) -> None:
    model = made((1, "原件"), (2, "复印件"))
    resets: list[bool] = []
    changed: list[int] = []
    model.modelReset.connect(lambda: resets.append(True))
    model.dataChanged.connect(lambda first, _last: changed.append(first.row()))
    model.set_rows(((1, "原件"), (2, "电子证照")))
    assert (resets, changed) == ([], [1])
    model.set_rows(((2, "电子证照"),))
    assert (resets, changed) == ([True], [1])


def test_a_row_says_what_it_was_asked_for(qapp: QApplication) -> None:
    model = made((1, "原件"))
    at = model.index(0)
    assert at.data() == "原件"
    assert at.data(ROW_ROLE) == (1, "原件")
    assert at.data(int(Qt.ItemDataRole.ToolTipRole)) is None
    assert model.data(QModelIndex()) is None
    assert (model.row_at(0), model.row_at(1), model.row_at(-1)) == ((1, "原件"), None, None)
    assert model.rowCount(at) == 0
