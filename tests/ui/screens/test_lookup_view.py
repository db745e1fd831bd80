"""The look-up page shows what it is told and passes on what a person does, by keys and by mouse."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desk_app.domain.errors import DiskFull
from desk_app.ui.screens.lookup.item_delegate import Numbered
from desk_app.ui.screens.lookup.row_list import ENTRY, Heading, RowList, RowsModel
from desk_app.ui.screens.lookup.shown import Row, Source
from desk_app.ui.shell.screen import GoesBack, HasGuide, Refreshes, Screen, TakesQuery
from desk_app.ui.shortcuts import Context, shortcut
from desk_app.ui.theme.dress import BARE, put_on
from desk_app.ui.theme.look import PROPERTY, Look, Scheme, WidthClass, look
from desk_app.ui.theme.sheet import sheet
from tests.ui.screens.keyboard import ALT, in_focus, press
from tests.ui.screens.lookup_world import SITE, WAITING_ROWS, Stage, click, sentences


@pytest.fixture
def stage(qtbot: QtBot) -> Stage:
    return Stage(qtbot)


@pytest.fixture
def looks(qapp: QApplication) -> Iterator[QApplication]:
    yield qapp
    qapp.setProperty(PROPERTY, None)
    put_on(qapp, BARE)


def wear(application: QApplication, current: Look) -> None:
    application.setProperty(PROPERTY, current)
    put_on(application, sheet(current))


def test_the_screen_is_all_that_the_window_asks_for(stage: Stage) -> None:
    screen: object = stage.screen
    for protocol in (Screen, TakesQuery, GoesBack, Refreshes, HasGuide):
        assert isinstance(screen, protocol)
    assert stage.screen.title() == "查询"
    assert stage.screen.context() is Context.LOOKUP
    stage.screen.focus_start()
    assert stage.said("command") == []


def test_work_begins_in_the_command_box(stage: Stage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(stage.screen.command_wanted):
        stage.screen.focus_start()


def test_every_hint_is_a_key_of_the_table(stage: Stage) -> None:
    for text in ("", "zdsh", "没有这事"):
        stage.query(text)
        assert all(shortcut(name) for name in stage.screen.hints())
    stage.presenter.browse()
    assert all(shortcut(name) for name in stage.screen.hints())


def test_hints_name_only_what_works(stage: Stage) -> None:
    stage.query("zdsh")
    assert {"lookup.take", "lookup.note"} <= set(stage.screen.hints())
    stage.presenter.pick(3)
    assert "lookup.take" not in stage.screen.hints()
    stage.signed_in = False
    stage.screen.refresh()
    assert "lookup.note" not in stage.screen.hints()


def test_home_greets_and_lists(stage: Stage) -> None:
    home = stage.view.home
    assert home.greeting.text() == "03 号窗口，上午好"
    assert sentences(home.todo.list) == [
        "逾期，逾期 1 天，临时救助，李某某，371073-1-26314-012-45",
        "今日到期，今日到期，生育登记，王某某，371073-1-26321-044-18",
    ]
    assert sentences(home.favourites.list) == ["老年优待证，办过 40 件", "最低生活保障审核，办过 12 件"]


def test_home_before_log_in(qtbot: QtBot) -> None:
    stage = Stage(qtbot, signed_in=False)
    assert stage.view.home.todo.isHidden()
    stage.used = ()
    stage.screen.refresh()
    assert stage.view.home.favourites.list.isHidden()
    assert not stage.view.home.favourites.message.isHidden()


def test_home_without_work_has_good_news_first(stage: Stage) -> None:
    stage.todo = ()
    stage.screen.refresh()
    assert "没有等着您的件" in stage.view.home.todo.message.text()
    stage.fault = DiskFull()
    stage.screen.refresh()
    assert stage.view.home.todo.message.text().startswith("磁盘满了")


def test_home_says_that_it_is_reading(stage: Stage) -> None:
    shown = stage.presenter.session.picture()
    stage.view.show_all(replace(shown, home=replace(shown.home, todo=None)))
    assert stage.view.home.todo.message.text() == "正在读取待办"


def test_a_waiting_case_is_opened_by_mouse_and_keys(stage: Stage) -> None:
    rows = stage.view.home.todo.list
    click(rows, 1)
    rows.setFocus()
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Return)
    assert stage.said("case_requested") == [WAITING_ROWS[1].case_id, WAITING_ROWS[0].case_id]


def test_favourites_by_number_mouse_and_arrow(stage: Stage) -> None:
    stage.screen.move_selection(1)
    assert stage.view.home.favourites.list.currentIndex().row() == 0
    QTest.keyClick(stage.screen, Qt.Key.Key_2, ALT)
    assert stage.presenter.session.position.item_id == "1-1"
    stage.screen.back()
    click(stage.view.home.favourites.list, 0)
    assert stage.presenter.session.position.item_id == "1-4"
    stage.screen.back()
    stage.view.home.favourites.list.setFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert stage.presenter.session.position.source is Source.FAVOURITES


def test_the_list_is_numbered_marked_and_divided(stage: Stage) -> None:
    stage.query("zdsh")
    items = stage.view.items
    assert items.card.accessibleName() == "“zdsh” 找到 3 项"
    entries = [items.list.model().index(at, 0).data(ENTRY) for at in range(4)]
    assert [entry.number for entry in entries if isinstance(entry, Numbered)] == [1, 2, 3]
    assert entries[2] == Heading("其他地方能办")
    assert sentences(items.list)[0] == "1，最低生活保障审核，直接办理，以窗口告知为准，本镇可办，民政"
    assert (
        sentences(items.list)[3]
        == "3，最低生活保障申请，仅咨询，以窗口告知为准，到社区办，民政，同一件事：最低生活保障审核"
    )


def test_own_items_behind_others_get_their_heading(stage: Stage) -> None:
    stage.query("xiangjin")
    assert sentences(stage.view.items.list)[::2] == ["其他地方能办", "本镇能办"]
    assert stage.view.items.remark.full_text == "没有一模一样的，这些相近"


def test_rows_by_arrow_number_and_mouse(stage: Stage) -> None:
    stage.query("zdsh")
    rows = stage.view.items.list
    stage.screen.move_selection(1)
    assert rows.currentIndex().row() == 1
    QTest.keyClick(stage.screen, Qt.Key.Key_3, ALT)
    assert rows.currentIndex().row() == 3
    click(rows, 0)
    assert stage.presenter.session.position.current == 0
    rows.setFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    assert stage.presenter.session.position.item_id == "2-1"


@pytest.mark.parametrize("how", ["window", "primary", "list", "mouse", "F2", "button"])
def test_six_ways_to_start_an_intake(stage: Stage, how: str) -> None:
    stage.query("lnz")
    rows = stage.view.items.list
    if how == "window":
        stage.screen.take_selected()
    elif how == "primary":
        stage.screen.primary()
    elif how == "list":
        rows.setFocus()
        press(Qt.Key.Key_Enter)
    elif how == "mouse":
        click(rows, 0, twice=True)
    elif how == "F2":
        QTest.keyClick(stage.screen, Qt.Key.Key_F2)
    else:
        stage.guide_view().foot.primary.click()
    assert stage.said("intake_requested") == ["1-4"]


def test_enter_in_an_empty_list_opens_nothing(stage: Stage) -> None:
    stage.query("lnz")
    rows = stage.view.items.list
    rows.show_entries([])
    rows.setFocus()
    QTest.keyClick(rows, Qt.Key.Key_Return)
    assert not stage.said("intake_requested")
    assert not rows.model().index(0, 0).isValid()
    assert rows.model().data(rows.model().index(0, 0)) is None


def test_the_guide_waits_for_the_keys_to_rest(stage: Stage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(stage.view.guide_filled):
        stage.screen.set_query("zdsh")
        stage.screen.set_query("lnz")
    assert stage.guide_view().head.title.text() == "老年优待证"
    stage.screen.set_query("zdsh")
    stage.screen.set_query("")
    stage.view.fill_guide()
    assert stage.guide_view().head.title.text() == "老年优待证"


def test_a_note_opens_before_the_next_key(stage: Stage) -> None:
    """Words typed at once after Ctrl+N go into the note, not behind the query."""
    stage.screen.set_query("zdsh")
    stage.presenter.acts.open_note()
    assert in_focus() is stage.guide_view().note.line


def test_nothing_found_by_keys(stage: Stage) -> None:
    stage.query("lnzhhh")
    nothing = stage.view.nothing
    assert nothing.heading.text() == "没找到“lnzhhh”"
    assert sentences(nothing.list) == [
        "是不是要找“老年证”（lnz）",
        "按部门浏览全部事项",
        "记下没找到的事项，稍后答复群众",
    ]
    QTest.keyClick(stage.screen, Qt.Key.Key_3, ALT)
    assert in_focus() is nothing.note.line
    assert nothing.note.line.text() == "lnzhhh"
    stage.fault = DiskFull()
    press(Qt.Key.Key_Return)
    assert nothing.trouble.isVisible()
    stage.fault = None
    press(Qt.Key.Key_Return)
    assert not nothing.trouble.isVisible()
    assert stage.done == [("note", None, "lnzhhh")]
    nothing.list.setFocus()
    press(Qt.Key.Key_Up)
    assert stage.presenter.session.position.current == 1
    press(Qt.Key.Key_Return)
    assert stage.view.stack.currentWidget() is stage.view.groups


def test_a_click_on_a_way_follows_it(stage: Stage) -> None:
    stage.query("lnzhhh")
    wanted: list[str] = []
    stage.screen.query_wanted.connect(wanted.append)
    click(stage.view.nothing.list, 0)
    assert wanted == ["lnz"]
    assert stage.view.stack.currentWidget() is stage.view.items


def test_groups_by_arrows_mouse_and_number(stage: Stage) -> None:
    stage.view.home.browse.click()
    groups = stage.view.groups
    assert sentences(groups.lists[0]) == ["民政，2 项", "农业农村，1 项", "撤销的，1 项"]
    for _ in range(3):
        stage.screen.move_selection(1)
    assert not groups.lists[0].currentIndex().isValid()
    assert groups.lists[1].currentIndex().row() == 0
    groups.lists[1].setFocus()
    press(Qt.Key.Key_Return)
    assert stage.presenter.session.position.heading == "老年人"
    stage.screen.back()
    click(groups.lists[0], 0)
    assert stage.view.items.card.accessibleName() == "民政，2 项"
    assert stage.view.items.remark.full_text == ""
    stage.screen.back()
    groups.lists[0].setFocus()
    press(Qt.Key.Key_Down)
    assert stage.presenter.session.position.current in (0, 1)


def test_tabs_where_there_is_no_room(stage: Stage) -> None:
    stage.query("zdsh")
    items = stage.view.items
    stage.screen.resize(836, 430)
    stage.screen.set_layout_class(WidthClass.COMPACT)
    assert items.tabs.isVisible()
    assert items.guide.isHidden()
    stage.screen.show_guide()
    assert items.card.isHidden()
    assert items.guide.foot.note.text() == "记一笔"
    for width in (WidthClass.NARROW, WidthClass.STANDARD, WidthClass.WIDE):
        stage.screen.set_layout_class(width)
        assert not items.tabs.isVisible()
        assert not items.guide.isHidden()


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("scheme", list(Scheme))
def test_every_look_paints_every_page(looks: QApplication, qtbot: QtBot, scheme: Scheme, large: bool) -> None:
    wear(looks, look(scheme, large))
    stage = Stage(qtbot, width=980 if large else 1340)
    for width in WidthClass:
        stage.screen.set_layout_class(width)
        for text in ("", "zdsh", "lnz", "没有这事"):
            stage.query(text)
            for rows in stage.screen.findChildren(RowList):
                rows.setFocus()
            stage.presenter.acts.tick(2)
            assert not stage.screen.grab().isNull()
    stage.presenter.browse()
    assert not stage.screen.grab().isNull()


def test_nothing_asks_for_more_than_the_smallest_window(stage: Stage, looks: QApplication) -> None:
    for large, room in ((False, 900 - 64), (True, 900 - 72)):
        wear(looks, look(Scheme.LIGHT, large))
        stage.screen.set_layout_class(WidthClass.COMPACT)
        for text in ("", "zdsh", "lnzhhh"):
            stage.query(text)
            page = stage.view.stack.currentWidget()
            assert page is not None
            assert page.minimumSizeHint().width() <= room


def test_every_control_has_a_name(stage: Stage) -> None:
    stage.query("zdsh")
    for widget in stage.screen.findChildren(QWidget):
        reached = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not widget.isHidden()
        if reached and widget.isVisible() and widget.focusProxy() is None:
            assert widget.accessibleName(), widget


def test_the_model_keeps_qts_rules(stage: Stage) -> None:
    model = RowsModel(str)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    row = Row(stage.items["1-1"])
    assert model.set_entries([Heading("本镇能办"), Numbered(row, 1)])
    assert not model.set_entries([Heading("本镇能办"), Numbered(row, 1)])
    assert model.flags(model.index(0)) == Qt.ItemFlag.NoItemFlags
    assert model.data(model.index(0)) == "本镇能办"
    assert model.data(model.index(0), int(Qt.ItemDataRole.DecorationRole)) is None
    assert model.rowCount(model.index(1)) == 0


def test_delegates_leave_foreign_entries_alone(stage: Stage) -> None:
    stage.query("zdsh")
    for rows in stage.screen.findChildren(RowList):
        rows.show_entries(["fremd"])
        assert sentences(rows) == [""]
        rows.grab()
        rows.opened.emit(0)
    stage.guide_view().parts.papers.list.clicked.emit(
        stage.guide_view().parts.papers.list.model().index(0, 0)
    )
    assert stage.presenter.session.brought == {}


def test_a_view_without_a_picture_has_the_hints_of_home(qtbot: QtBot, stage: Stage) -> None:
    from desk_app.ui.screens.lookup.view import LookupView

    view = LookupView(SITE)
    qtbot.addWidget(view)
    view.fill_guide()
    assert view.shown is None
    assert "keys" in view.hints()
