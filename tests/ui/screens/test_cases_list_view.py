"""The list of cases as a person meets it: rows, chips, keys, sizes of window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QListView, QWidget
from pytestqt.qtbot import QtBot

from desk_app.domain.case_list import PAGE
from desk_app.domain.documents import DocumentKind
from desk_app.domain.errors import DiskFull
from desk_app.ui.screens.cases.filters import Chip
from desk_app.ui.screens.cases.rows import Cell
from desk_app.ui.screens.cases.screen import CasesScreen
from desk_app.ui.shell.screen import GoesBack, Refreshes, Screen
from desk_app.ui.shortcuts import Context, in_context, shortcut
from desk_app.ui.theme.dress import BARE, put_on
from desk_app.ui.theme.look import Scheme, WidthClass
from desk_app.ui.theme.switch import LookSwitch
from tests.ui.screens.cases_desk import open_screen, words_of
from tests.ui.screens.cases_world import World, pin
from tests.ui.screens.keyboard import press

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
RECEIPT = (DocumentKind.RECEIPT,)
Make = Callable[..., CasesScreen]


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def make(qtbot: QtBot, world: World) -> Make:
    def build(width: int = 1320, height: int = 806, *, late: bool = False) -> CasesScreen:
        return open_screen(qtbot, world, (width, height), late=late)

    return build


# As a screen of the window.


def test_it_is_a_screen_that_goes_back_and_refreshes(make: Make, world: World) -> None:
    screen = make()
    assert isinstance(screen, Screen)
    assert isinstance(screen, GoesBack)
    assert isinstance(screen, Refreshes)
    assert screen.title() == "办件"
    assert screen.context() is Context.CASES
    assert all(shortcut(name) for name in screen.hints())
    known = {each.id for place in (Context.CASES, Context.GLOBAL) for each in in_context(place)}
    assert set(screen.hints()) <= known
    assert 5 <= len(screen.hints()) <= 7


def test_the_first_case_is_shown_at_once_and_the_arrows_go_on(make: Make, world: World) -> None:
    first, second = world.add("accepted", 4), world.add("accepted", 2)
    screen = make()
    assert screen.list.current_id() == first.id
    assert screen.case.head.title.text() == first.case.item.name
    press(Qt.Key.Key_Down)
    assert screen.presenter.page.wanted == second.id
    assert screen.case.head.number.text().replace("-", "") == second.case.number
    press(Qt.Key.Key_Return)
    assert screen.case.tabs.history.hasFocus()
    assert screen.back()
    assert screen.list.table.hasFocus()
    assert not screen.back()


def test_every_part_has_an_accessible_name(make: Make, world: World) -> None:
    world.add("accepted", 1, papers=RECEIPT)
    screen = make()
    controls = [w for w in screen.findChildren(QWidget) if w.focusPolicy() is not Qt.FocusPolicy.NoFocus]
    own = [w for w in controls if not isinstance(w, QLabel) and not isinstance(w.parent(), QComboBox)]
    nameless = [w for w in own if not w.accessibleName() and not w.objectName().startswith("qt_")]
    assert [type(w).__name__ for w in nameless if type(w) is not QListView] == []  # a box's own drop-down


# The list.


def test_ten_thousand_rows_scroll_and_stay_a_sound_model(make: Make, world: World) -> None:
    template = world.add("accepted", 1).line()
    world.lines = [replace(template, id=UUID(int=n), deferred=n % 2) for n in range(1, 10_001)]
    screen = make()
    model = screen.list.model
    while model.rowCount() < 10_000:
        model.fetchMore(QModelIndex())
        QApplication.processEvents()
    bar = screen.list.table.verticalScrollBar()
    for step in range(0, bar.maximum(), bar.maximum() // 20):
        bar.setValue(step)
        screen.list.table.viewport().grab()
    assert model.index(9_999, Cell.ITEM).data() == template.item_name
    assert QAbstractItemModelTester(model, FATAL).model() is model


def test_what_a_frame_asks_was_worked_out_on_arrival(make: Make, world: World) -> None:
    world.add("accepted", 1)
    screen = make()
    model, index = screen.list.model, screen.list.model.index(0, Cell.ITEM)
    assert model.data(index) is model.row_at(0).cells[Cell.ITEM]


def test_pages_arrive_in_a_sound_model(make: Make, world: World) -> None:
    screen = make()
    tester = QAbstractItemModelTester(screen.list.model, FATAL)
    for _ in range(2 * PAGE + 1):
        world.add("accepted", 1)
    screen.refresh()
    for _ in range(6):
        QApplication.processEvents()  # the tester scrolls, so to speak
    assert screen.list.model.rowCount() == 2 * PAGE + 1
    assert tester.model() is screen.list.model


def test_scrolling_near_the_end_brings_the_next_page(make: Make, world: World, qtbot: QtBot) -> None:
    for _ in range(PAGE + 10):
        world.add("accepted", 1)
    screen = make()
    assert screen.list.model.rowCount() == PAGE
    bar = screen.list.table.verticalScrollBar()
    bar.setValue(bar.maximum())
    qtbot.waitUntil(lambda: screen.list.model.rowCount() == PAGE + 10)
    assert "共 60 件" in words_of(screen.list.foot)


def test_a_change_keeps_the_row_and_the_place_in_sight(make: Make, world: World) -> None:
    kept = [world.add("accepted", 1) for _ in range(PAGE)]
    screen = make()
    screen.list.table.selectRow(30)
    screen.list.table.verticalScrollBar().setValue(600)
    chosen, top = screen.list.current_id(), screen.list.table.rowAt(0)
    shown = screen.list.model.row_at(top).id
    del world.cases[kept[3].id]
    world.change(kept[3].id)
    assert screen.list.current_id() == chosen
    assert screen.list.model.row_at(screen.list.table.rowAt(0)).id == shown


def test_a_case_that_only_changed_is_painted_anew_without_a_reset(make: Make, world: World) -> None:
    first, second = world.add("accepted", 2), world.add("noticed", 1)
    screen = make()
    resets: list[int] = []
    screen.list.model.modelReset.connect(lambda: resets.append(1))
    first.clerk = UUID(int=8)
    world.change(first.id)
    assert resets == []
    assert screen.list.model.index(0, Cell.CLERK).data() == "赵某某"
    assert screen.list.model.find(second.id) == 1


def test_a_case_that_left_the_list_stays_on_the_page(make: Make, world: World) -> None:
    first, second = world.add("accepted", 15), world.add("accepted", 14)
    screen = make()
    screen.filters.chips.chosen.emit("overdue")
    screen.list.table.selectRow(1)
    first.story, second.story = first.story, second.story[:1]
    world.change(second.id)
    assert screen.list.current_id() is None
    assert screen.presenter.page.wanted == second.id


def test_chips_ask_and_show_what_is_in_force(make: Make, world: World) -> None:
    late = world.add("accepted", 15)
    world.add("accepted", 1)
    screen = make()
    screen.filters.chips.focus_current()
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Right)
    assert screen.presenter.listing.shown.question.chip is Chip.OVERDUE
    assert screen.list.model.rowCount() == 1
    assert screen.presenter.page.wanted == late.id


def test_ctrl_f_filters_as_it_is_typed_and_esc_clears(make: Make, world: World) -> None:
    kept, _other = world.add("accepted", 1), world.add("accepted", 2)
    screen = make()
    press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert screen.filters.box.hasFocus()
    QTest.keyClicks(screen.filters.box, kept.case.number[-6:])
    assert screen.list.current_id() == kept.id
    assert not screen.list.foot.order.isEnabled()
    assert screen.filters.box.hasFocus()
    assert screen.back()
    assert screen.filters.box.text() == ""
    assert screen.list.model.rowCount() == 2


def test_no_match_offers_a_way_out(make: Make, world: World) -> None:
    world.add("accepted", 1)
    screen = make()
    QTest.keyClicks(screen.filters.box, "zzz")
    assert screen.list.place.currentWidget() is screen.list.place.not_found
    assert "没找到“zzz”" in words_of(screen.list.place)
    button = screen.list.place.not_found.button
    assert button is not None
    button.click()
    assert screen.list.place.currentWidget() is screen.list.table


def test_an_empty_list_says_the_good_news_and_the_next_act(make: Make, world: World) -> None:
    world.add("accepted", 5, item=pin(promised=type(pin().promised)(5)))
    screen = make()
    screen.list.table.setFocus()
    screen.presenter.listing.pick(Chip.OVERDUE)
    text = words_of(screen.list.place)
    assert "没有逾期的办件" in text
    assert "今日到期的还有 1 件" in text
    button = screen.list.place.empty.button
    assert button is not None
    assert button.hasFocus()
    press(Qt.Key.Key_Return)
    assert screen.presenter.listing.shown.question.chip is Chip.TODAY
    assert screen.list.table.hasFocus()


def test_nothing_at_all_needs_no_act(make: Make) -> None:
    screen = make()
    assert "手头没有在办的件" in words_of(screen.list.place)
    assert screen.list.place.empty.button is None
    assert "选一件" in words_of(screen.place)


def test_waiting_says_nothing_at_first_and_then_how_many(make: Make, world: World, qtbot: QtBot) -> None:
    for _ in range(3):
        world.add("accepted", 1)
    screen = make(late=True)
    jobs = screen.property("jobs")
    assert screen.list.place.currentWidget() is screen.list.table
    counting = jobs.waiting.pop()
    qtbot.waitUntil(lambda: screen.list.place.currentWidget() is screen.list.place.skeleton)
    assert "正在打开办件" in words_of(screen.list.place)
    page, jobs.waiting = jobs.waiting, [counting]
    jobs.release()
    assert "正在打开 3 件" in words_of(screen.list.place)
    jobs.waiting = page
    jobs.release()
    assert screen.list.place.currentWidget() is screen.list.table
    qtbot.waitUntil(lambda: screen.place.stack.currentWidget() is screen.place.skeleton)
    jobs.release()
    assert screen.place.has_case


def test_trouble_stands_over_the_list_until_it_is_mended(make: Make, world: World) -> None:
    world.add("accepted", 1)
    screen = make()
    world.error = DiskFull()
    screen.refresh()
    assert screen.list.banner.isVisible()
    assert "磁盘满了" in words_of(screen.list.banner)
    assert screen.list.model.rowCount() == 1
    world.error = None
    screen.list.banner.buttons[0].click()
    assert not screen.list.banner.isVisible()


def test_the_header_and_the_order_box_ask_for_another_order(make: Make, world: World) -> None:
    for days_ago in (3, 1, 2):
        world.add("accepted", days_ago)
    screen = make()
    header = screen.list.table.horizontalHeader()
    header.setSortIndicator(Cell.NUMBER, Qt.SortOrder.DescendingOrder)
    numbers = [row.cells[Cell.NUMBER] for row in screen.list.model.rows]
    assert numbers == sorted(numbers, reverse=True)
    assert screen.list.foot.order.currentText() == "按编号"
    screen.list.foot.order.activated.emit(2)
    assert screen.presenter.listing.shown.question.descending
    assert header.sortIndicatorSection() == -1
    screen.list.foot.order.activated.emit(0)
    assert header.sortIndicatorSection() == Cell.DUE
    assert header.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder


def test_a_list_that_is_not_the_latest_says_so(make: Make, world: World) -> None:
    world.add("accepted", 1)
    screen = make()
    shown = screen.presenter.listing.shown
    screen.list.show_list(replace(shown, stale=True))
    assert "F5" in words_of(screen.list.foot)


@pytest.mark.parametrize(
    ("width", "layout", "large", "hidden"),
    [
        (1320, WidthClass.WIDE, False, {Cell.SHORT_NUMBER}),
        (1264, WidthClass.STANDARD, False, {Cell.SHORT_NUMBER, Cell.CLERK}),
        (936, WidthClass.NARROW, False, {Cell.NUMBER, Cell.CLERK, Cell.DUE, Cell.STATE}),
        (1332, WidthClass.NARROW, True, {Cell.NUMBER, Cell.CLERK, Cell.DUE}),
        (836, WidthClass.COMPACT, False, {Cell.SHORT_NUMBER, Cell.CLERK}),
    ],
)
def test_columns_fold_by_the_room_there_is(
    make: Make,
    world: World,
    qapp: QApplication,
    width: int,
    layout: WidthClass,
    hidden: set[Cell],
    *,
    large: bool,
) -> None:
    world.add("accepted", 1)
    screen = make(width)
    switch = LookSwitch(qapp, large=large)
    try:
        screen.set_layout_class(layout)
        QApplication.processEvents()
        assert {cell for cell in Cell if screen.list.table.isColumnHidden(cell)} == hidden
        assert screen.list.table.columnWidth(Cell.ITEM) >= 120
    finally:
        switch.choose(Scheme.LIGHT, False)
        put_on(qapp, BARE)
        switch.deleteLater()


def test_in_a_small_window_the_case_lies_over_the_list(make: Make, world: World) -> None:
    kept, other = world.add("accepted", 3), world.add("accepted", 1)
    screen = make(836, 412)
    screen.set_layout_class(WidthClass.COMPACT)
    assert not screen.place.isVisible()
    assert screen.list.isVisible()
    press(Qt.Key.Key_Return)
    assert screen.only_case
    assert not screen.list.isVisible()
    assert not screen.filters.isVisible()
    screen.focus_start()
    assert screen.case.tabs.history.hasFocus()
    screen.set_layout_class(WidthClass.COMPACT)  # the window grew by a pixel
    assert screen.only_case
    assert screen.back()
    assert screen.list.table.hasFocus()
    assert screen.list.current_id() == kept.id
    screen.open_case(other.id)
    assert screen.only_case
    assert screen.list.current_id() == other.id
    screen.focus_filter()
    assert screen.filters.box.hasFocus()
    screen.set_layout_class(WidthClass.WIDE)
    assert screen.place.isVisible()


def test_a_scanned_case_is_shown_whether_it_is_listed_or_not(make: Make, world: World) -> None:
    listed, ended = world.add("accepted", 1), world.add("finished", 2)
    screen = make()
    screen.open_case(ended.id)
    assert screen.list.current_id() is None
    assert screen.case.head.number.text().replace("-", "") == ended.case.number
    world.change(ended.id)
    assert screen.presenter.page.wanted == ended.id
    screen.open_case(listed.id)
    assert screen.list.current_id() == listed.id
    screen.presenter.listing.pick(Chip.ENDED)
    assert screen.presenter.page.wanted == ended.id


def test_a_scan_before_the_first_look_is_not_overtaken_by_the_first_row(make: Make, world: World) -> None:
    world.add("accepted", 3)
    wanted = world.add("accepted", 1)
    screen = make(late=True)
    jobs = screen.property("jobs")
    screen.open_case(wanted.id)
    jobs.release()
    jobs.release()
    assert screen.presenter.page.wanted == wanted.id
    assert screen.list.current_id() == wanted.id


def test_a_case_that_cannot_be_read_is_told_on_its_page(make: Make, world: World) -> None:
    kept = world.add("accepted", 1)
    screen = make()
    del world.cases[kept.id]
    screen.presenter.page.refresh()
    assert not screen.place.has_case
    assert "没找到这个办件" in words_of(screen.place)
    screen.primary()
    assert world.printed == []
