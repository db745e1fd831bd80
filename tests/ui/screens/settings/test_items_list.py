"""The list of items: filter, tick, mode, by keys and by mouse."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk_app.domain.catalogue import HandlingMode, Tier, offer
from desk_app.ui.list_model import ROW_ROLE
from desk_app.ui.screens.settings.items.delegate import ItemDelegate
from desk_app.ui.screens.settings.items.model import ItemsModel
from desk_app.ui.screens.settings.items.rows import MODES, ItemChoice, ItemRow, Which, rows_of
from desk_app.ui.screens.settings.items.view import ItemList, note_of, row_sentence
from desk_app.ui.theme.look import Scheme
from desk_app.ui.theme.switch import LookSwitch
from tests.catalogue_samples import item, release
from tests.ui.screens.keyboard import focused, press, put_up, type_in

ITEMS = (
    item(seq=1),
    item(id="1-5", seq=5, name="就业登记"),
    item(id="1-9", seq=9, name="再生育申请审查转报", mode=HandlingMode.ENTRUSTED_RECEIVE),
    item(id="2-1", tier=Tier.COMMUNITY, name="高龄津贴申请"),
)
INITIALS = {"高": ("gljt",), "就": ("jydj",), "再": ("zsysqsczb",)}


def rows() -> tuple[ItemRow, ...]:
    whole = release(*ITEMS)
    offered = (offer(each, whole, Tier.TOWN) for each in reversed(ITEMS))
    return rows_of(offered, Tier.TOWN, lambda name: INITIALS.get(name[:1], ()))


class Listed:
    """A list that is shown, and what it said; decisions come back as they would from a presenter."""

    def __init__(self, qtbot: QtBot, width: int = 1100) -> None:
        self.list = ItemList()
        self.decided: list[ItemChoice] = []
        self.picked: list[str] = []
        self.rows = rows()
        self.list.decided.connect(self._decide)
        self.list.picked.connect(self.picked.append)
        put_up(self.list, qtbot, width, 500)
        self.list.show_rows(self.rows)
        self.list.focus_start()

    def _decide(self, choice: ItemChoice) -> None:
        self.decided.append(choice)
        self.rows = tuple(
            replace(row, choice=choice) if row.choice.item_id == choice.item_id else row for row in self.rows
        )
        self.list.show_rows(self.rows)

    @property
    def names(self) -> list[str]:
        model = self.list.view.rows
        return [str(model.index(at).data()) for at in range(model.rowCount())]

    def click(self, row: int, part: HandlingMode | None) -> None:
        view = self.list.view
        delegate = view.itemDelegate()
        assert isinstance(delegate, ItemDelegate)
        places = delegate.places(view.visualRect(view.rows.index(row)))
        box = places.tick if part is None else dict(places.parts)[part]
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=box.center())


def test_the_sites_own_list_in_the_order_of_the_notice(qtbot: QtBot) -> None:
    listed = Listed(qtbot)
    assert listed.names == ["高龄津贴", "就业登记", "再生育申请审查转报"]
    assert listed.picked == ["1-1"]


def test_space_ticks_and_arrows_set_the_mode(qtbot: QtBot) -> None:
    listed = Listed(qtbot)
    press(Qt.Key.Key_Left)
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Right)
    assert listed.decided == [
        ItemChoice("1-1", True, HandlingMode.ENTRUSTED_ACCEPT),
        ItemChoice("1-5", False, HandlingMode.DIRECT),
        ItemChoice("1-5", True, HandlingMode.DIRECT),
    ]
    assert listed.picked == ["1-1", "1-5"]


@pytest.mark.parametrize("width", [1100, 560])
def test_the_mouse_does_the_same(qtbot: QtBot, width: int) -> None:
    listed = Listed(qtbot, width)
    listed.click(1, None)
    listed.click(0, HandlingMode.ASSIST)
    assert listed.decided == [
        ItemChoice("1-5", False, HandlingMode.DIRECT),
        ItemChoice("1-1", True, HandlingMode.ASSIST),
    ]
    view = listed.list.view
    QTest.mouseClick(view.viewport(), Qt.MouseButton.RightButton, pos=QPoint(20, 10))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(200, view.height() - 4))
    assert len(listed.decided) == 2


def test_names_initials_and_numbers_find(qtbot: QtBot) -> None:
    listed = Listed(qtbot)
    type_in("j")
    assert focused() == "筛选事项"
    assert listed.names == ["就业登记"]
    for typed, found in (("生育", 1), ("GL", 1), ("9", 1), ("1-5", 1), ("", 3), ("没有", 0)):
        listed.list.filter.setText(typed)
        listed.list.filter.textEdited.emit(typed)
        assert len(listed.names) == found
    assert listed.list.view.isHidden()
    assert not listed.list.nothing.isHidden()


def test_chips_count_and_sift(qtbot: QtBot) -> None:
    listed = Listed(qtbot)
    press(Qt.Key.Key_Space)
    listed.list.chips.set_current(Which.NOT_OFFERED.value)
    listed.list.chips.chosen.emit(Which.NOT_OFFERED.value)
    assert listed.names == ["高龄津贴"]
    assert [chip.chip.count for chip in listed.list.chips._chips.values()] == [3, 2, 1]
    listed.list.filter.setFocus()
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Space)
    assert listed.names == []
    listed.list.filter.setFocus()
    press(Qt.Key.Key_Up)
    assert listed.list.filter.hasFocus() or not listed.list.filter.isVisible()


def test_keys_on_an_empty_list_do_nothing(qtbot: QtBot) -> None:
    view = ItemList()
    put_up(view, qtbot)
    view.show_rows(())
    view.focus_start()
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Right)
    assert view.view.current_row() is None


def test_the_current_line_stays_while_others_change(qtbot: QtBot) -> None:
    listed = Listed(qtbot)
    press(Qt.Key.Key_Down)
    listed.list.show_rows(listed.rows[1:])
    row = listed.list.view.current_row()
    assert row is not None
    assert row.name == "就业登记"


def test_the_model_holds(qtbot: QtBot) -> None:
    model = ItemsModel(row_sentence)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_rows(rows())
    model.set_rows(tuple(replace(row, counter="03 号窗口") for row in rows()))
    assert "03 号窗口" in str(model.index(0).data(Qt.ItemDataRole.AccessibleTextRole))
    assert model.index(0).data(Qt.ItemDataRole.ToolTipRole) == "高龄津贴"
    assert model.index(0).data(Qt.ItemDataRole.DecorationRole) is None
    assert isinstance(model.index(0).data(ROW_ROLE), ItemRow)
    assert model.data(model.index(-1)) is None
    assert model.rowCount(model.index(0)) == 0
    assert model.place_of("9-9") is None
    tester.deleteLater()


def test_a_line_reads_as_a_sentence(qtbot: QtBot) -> None:
    row = rows()[0]
    assert row_sentence(row) == "第 1 项，高龄津贴，直接办理"
    away = replace(row, choice=ItemChoice("1-1", False, HandlingMode.DIRECT))
    assert row_sentence(away) == "第 1 项，高龄津贴，不办，不办，只告诉去哪儿办"
    assert note_of(replace(row, counter="03 号窗口")) == "03 号窗口"


@pytest.mark.parametrize(("scheme", "large"), [(Scheme.LIGHT, True), (Scheme.HIGH_CONTRAST, False)])
@pytest.mark.parametrize("width", [560, 700, 900, 1300])
def test_it_paints_at_every_width(
    qtbot: QtBot, qapp: QApplication, scheme: Scheme, large: bool, width: int
) -> None:
    switch = LookSwitch(qapp, scheme, large)
    listed = Listed(qtbot, width)
    press(Qt.Key.Key_Space)
    QApplication.processEvents()
    delegate = listed.list.view.itemDelegate()
    assert isinstance(delegate, ItemDelegate)
    places = delegate.places(listed.list.view.visualRect(listed.list.view.rows.index(0)))
    assert [mode for mode, _ in places.parts] == list(MODES)
    assert places.parts[-1][1].right() <= listed.list.view.viewport().width()
    assert not listed.list.grab().isNull()
    switch.choose(Scheme.LIGHT, False)
    switch.deleteLater()
