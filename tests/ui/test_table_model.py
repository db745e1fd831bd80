from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from desk_app.ui.table_model import Column, Role, TableModel


@dataclass(frozen=True, slots=True)
class Line:
    id: int
    name: str


COLUMNS = (
    Column[Line]("编号", lambda line: str(line.id), sort_key="id", right=True),
    Column[Line]("姓名", lambda line: line.name, roles={Role.STRONG: lambda line: line.id == 1}),
)
FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


def lines(first: int, last: int) -> list[Line]:
    return [Line(number, f"张某{number}") for number in range(first, last)]


@pytest.fixture
def asked() -> list[str]:
    return []


@pytest.fixture
def model(qtbot: QtBot, asked: list[str]) -> TableModel[Line]:
    return TableModel(
        COLUMNS,
        key=lambda line: line.id,
        load_more=lambda: asked.append("more"),
        sort_by=lambda key, descending: asked.append(f"{key} {descending}"),
    )


def test_the_model_keeps_qts_contract_while_pages_come(model: TableModel[Line], asked: list[str]) -> None:
    tester = QAbstractItemModelTester(model, FATAL)
    model.set_rows(lines(0, 3), more=True)
    model.fetchMore(QModelIndex())  # the tester has asked already
    assert asked == ["more"]  # not twice for one page
    assert not model.canFetchMore(QModelIndex())
    model.append_rows(lines(3, 5), more=True)
    model.fetchMore(QModelIndex())
    model.append_rows([], more=False)
    assert asked == ["more", "more"]
    assert not model.canFetchMore(QModelIndex())
    assert model.rowCount() == 5
    assert model.replace_row(Line(4, "李某某"))
    assert not model.replace_row(Line(9, "李某某"))
    model.set_rows([])
    del tester


def test_cells_say_text_alignment_and_value(model: TableModel[Line]) -> None:
    model.set_rows(lines(0, 2))
    assert model.data(model.index(1, 1)) == "张某1"
    right = Qt.AlignmentFlag(int(str(model.data(model.index(0, 0), int(Qt.ItemDataRole.TextAlignmentRole)))))
    assert right & Qt.AlignmentFlag.AlignRight
    assert model.data(model.index(1, 1), Role.STRONG) is True
    assert model.data(model.index(0, 0), Role.STRONG) is None
    assert model.data(model.index(1, 0), Role.VALUE) == Line(1, "张某1")
    assert model.data(QModelIndex()) is None
    assert model.rows == tuple(lines(0, 2))
    assert model.row_at(model.find(1)) == Line(1, "张某1")
    assert model.find(7) == -1


def test_the_text_of_a_cell_is_worked_out_once(qtbot: QtBot) -> None:
    calls: list[int] = []

    def text(line: Line) -> str:
        calls.append(line.id)
        return line.name

    model = TableModel[Line]([Column("姓名", text)], key=lambda line: line.id)
    model.set_rows(lines(0, 3))
    for _ in range(5):
        assert model.data(model.index(2, 0)) == "张某2"
    assert calls == [0, 1, 2]
    assert not model.canFetchMore(QModelIndex())
    model.sort(0)


def test_headers(model: TableModel[Line]) -> None:
    assert model.headerData(0, Qt.Orientation.Horizontal) == "编号"
    assert model.headerData(1, Qt.Orientation.Vertical) is None
    assert model.headerData(1, Qt.Orientation.Horizontal, int(Qt.ItemDataRole.FontRole)) is None
    assert model.headerData(0, Qt.Orientation.Horizontal, int(Qt.ItemDataRole.TextAlignmentRole))
    assert model.columnCount() == 2


def test_the_store_sorts_not_the_model(model: TableModel[Line], asked: list[str]) -> None:
    model.set_rows(lines(0, 2))
    model.sort(0, Qt.SortOrder.DescendingOrder)
    model.sort(1)
    model.sort(-1)
    assert asked == ["id True"]
