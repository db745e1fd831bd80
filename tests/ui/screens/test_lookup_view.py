"""The look-up page shows what it is told and passes on what a person does, by keys and by mouse."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desk_app.domain.catalogue import HandlingMode, SiteItem, Tier, TimeLimit, offer
from desk_app.domain.errors import DiskFull, PrinterTrouble
from desk_app.domain.lookup_terms import TermKind
from desk_app.domain.worktime import Unit
from desk_app.ui.screens.lookup import words
from desk_app.ui.screens.lookup.item_delegate import Numbered
from desk_app.ui.screens.lookup.row_list import ENTRY, Heading, RowList, RowsModel
from desk_app.ui.screens.lookup.shown import Home, Page, Row, Source
from desk_app.ui.shell.screen import GoesBack, HasGuide, Refreshes, Screen, TakesQuery
from desk_app.ui.shell.typing import TAKES_LETTERS
from desk_app.ui.shortcuts import Context, shortcut
from desk_app.ui.theme.look import PROPERTY, Look, Scheme, WidthClass, look
from desk_app.ui.theme.sheet import sheet
from tests.ui.screens.keyboard import ALT, CTRL, in_focus, press
from tests.ui.screens.lookup_world import ITEMS, RELEASE, SITE, TODO, Stage


@pytest.fixture
def stage(qtbot: QtBot) -> Stage:
    return Stage(qtbot)


@pytest.fixture
def looks(qapp: QApplication) -> Iterator[QApplication]:
    yield qapp
    qapp.setProperty(PROPERTY, None)
    qapp.setStyleSheet("")


def wear(application: QApplication, current: Look) -> None:
    application.setProperty(PROPERTY, current)
    application.setStyleSheet(sheet(current))


def click(rows: RowList, at: int, *, twice: bool = False) -> None:
    point = rows.visualRect(rows.model().index(at, 0)).center()
    button, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(rows.viewport(), button, plain, point)
    if twice:  # the second press of a pair comes as an event of its own
        QTest.mouseDClick(rows.viewport(), button, plain, point)
        QTest.mouseRelease(rows.viewport(), button, plain, point)


def sentences(rows: RowList) -> list[str]:
    model = rows.model()
    role = Qt.ItemDataRole.AccessibleTextRole
    return [model.index(at, 0).data(role) for at in range(model.rowCount())]


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


@pytest.mark.parametrize(
    ("hour", "greeting"),
    [(4, "晚上好"), (6, "早上好"), (9, "上午好"), (12, "中午好"), (15, "下午好"), (20, "晚上好")],
)
def test_greetings_by_the_hour(hour: int, greeting: str) -> None:
    home = Home(hour, "", SITE, (), None, signed_in=False)
    assert words.greeting(home) == f"示例镇便民服务中心，{greeting}"


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
    assert stage.said("case_requested") == [TODO[1].case_id, TODO[0].case_id]


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


def test_the_guide_answers_the_citizens_questions(stage: Stage) -> None:
    stage.query("zdsh")
    view = stage.guide_view()
    body = view.parts
    assert view.head.title.text() == "最低生活保障审核"
    assert view.head.mode.text == "直接办理"
    assert view.head.standing.text == "参考"
    assert view.head.current_name.text() == "现称：最低生活保障审核确认"
    assert not view.status.isHidden()
    assert view.status.detail.text() == "审核确认权正在下放"
    assert [fact.words for fact in view.facts.facts] == [
        ("承诺时限", "以窗口告知为准", "法定 30 个工作日"),
        ("收费", "不收费", ""),
        ("办理方式", "窗口、爱山东APP等 3 种", "可上门"),
        ("结果", "按月发放", ""),
    ]
    assert [point.text for point in body.who.points.points] == ["年满80周岁"]
    assert body.who.tag.text == body.bring.tag.text == body.steps.tag.text == "待核实"
    assert body.bring.note.text() == "4 项材料，其中 1 项可用电子证照"
    assert body.papers.remark.text() == "能共享的不用交"
    assert [point.lead for point in body.faqs.points.points] == ["怎么算收入？"]
    assert [point.text for point in body.open.points.points] == ["是否下放到镇"]
    assert [point.text for point in body.amount.points.points] == ["每月若干元"]
    assert body.release.text() == "事项目录 2026.11-1，2026-11-24 周二 发布"
    assert body.remind.isHidden()


def test_a_verified_guide_says_who_and_has_no_doubts(stage: Stage) -> None:
    stage.query("lnz")
    view = stage.guide_view()
    assert view.head.standing.text == "王某某 已核定 2026-11-01"
    assert view.parts.open.isHidden()
    assert view.parts.who.tag.text == ""
    assert view.parts.place.title.text() == "示例镇便民服务中心 03 号窗口"
    assert view.parts.reminder.heading.text() == "当年 12 月 25 日截止"
    assert view.facts.facts[0].words[1] == "10 个工作日"
    assert view.facts.facts[2].words[1:] == ("窗口、电话", "")
    assert view.foot.primary.text() == "开始代办收件"
    assert view._status_place.isHidden()


def test_legal_bases_are_folded_and_unverified_numbers_marked(stage: Stage) -> None:
    stage.query("zdsh")
    basis = stage.guide_view().parts.basis
    assert basis.button.text() == "法律依据 2 条"
    assert basis.points.isHidden()
    basis.button.setFocus()
    press(Qt.Key.Key_Return)
    assert not basis.points.isHidden()
    first, second = basis.points.points
    assert (first.text, first.tag) == ("《社会救助暂行办法》（国务院令第649号）第九条", "")
    assert (second.text, second.tag) == ("《某通知》", "文号待核")
    basis.button.click()
    assert basis.points.isHidden()


def test_papers_are_ticked_by_space_digit_and_mouse(stage: Stage) -> None:
    stage.query("zdsh")
    rows = stage.guide_view().parts.papers.list
    assert rows.property(TAKES_LETTERS)
    stage.screen.show_guide()
    assert in_focus() is rows
    assert rows.currentIndex().row() == 0
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_3)
    press(Qt.Key.Key_9)
    press(Qt.Key.Key_X)
    brought = stage.presenter.session.brought
    assert brought["1-1"] == {1, 3}
    assert sentences(rows)[0] == "1，申请表，表格，1 份，必要，已带"
    assert sentences(rows)[3] == "4，低保身份，电子件，免提交"
    click(rows, 1)
    assert brought["1-1"] == {1, 2, 3}
    click(rows, 0, twice=True)
    press(Qt.Key.Key_Return)
    assert stage.guide_view().parts.ticks.text() == "已带 2 样，还差 1 样"
    stage.screen.show_guide()
    assert rows.currentIndex().row() == 0


def test_a_guide_without_papers(stage: Stage) -> None:
    stage.query("jiuye")
    body = stage.guide_view().parts
    assert body.bring.isHidden()
    assert body.ticks.isHidden()
    assert stage.guide_view().facts.facts[0].words[1:] == ("当场办结", "以窗口告知为准")
    assert stage.guide_view().facts.facts[2].words[1] == "以窗口告知为准"
    stage.screen.show_guide()
    assert in_focus() is stage.guide_view().foot.checklist


def test_f6_prints_what_is_still_to_bring(stage: Stage) -> None:
    stage.query("zdsh")
    stage.presenter.acts.tick(1)
    QTest.keyClick(stage.screen, Qt.Key.Key_F6)
    stage.guide_view().foot.checklist.click()
    assert stage.done == [("checklist", "1-1", frozenset({1}))] * 2


def test_f7_prints_where_to_go_and_is_primary_for_others(stage: Stage) -> None:
    stage.query("zdsh")
    QTest.keyClick(stage.screen, Qt.Key.Key_F7)
    foot = stage.guide_view().foot
    foot.referral.click()
    stage.presenter.pick(3)
    stage.view.fill_guide()
    assert foot.primary.isHidden()
    assert foot.referral.isHidden()
    assert not foot.referral_first.isHidden()
    assert words.primary_words(stage.presenter.session.picture().guide) == "打指路条"  # type: ignore[arg-type]  # there is a guide
    foot.referral_first.click()
    assert [what[1] for what in stage.done] == ["1-1", "1-1", "2-1"]
    place = stage.guide_view().parts.place
    assert (place.title.text(), place.lines.text()) == ("社区便民服务站", "具体地点以当地公布的为准")


def test_what_is_told_goes_to_the_strip(stage: Stage) -> None:
    said: list[str] = []
    stage.screen.toast_requested.connect(said.append)
    stage.query("lnz")
    QTest.keyClick(stage.screen, Qt.Key.Key_F6)
    for number in (2, 3):
        stage.presenter.acts.tick(number)
    QTest.keyClick(stage.screen, Qt.Key.Key_F6)
    assert said == ["已打印", "材料都带齐了，不用打告知书"]


def test_buttons_wait_while_a_paper_is_made(stage: Stage) -> None:
    stage.query("zdsh")
    stage.view.show_all(replace(stage.presenter.session.picture(), busy=True))
    foot = stage.guide_view().foot
    assert not foot.checklist.isEnabled()
    assert foot.primary.isEnabled()


def test_trouble_is_told_above_the_buttons(stage: Stage) -> None:
    stage.query("zdsh")
    stage.fault = PrinterTrouble("printer_refused", printer="激光机")
    QTest.keyClick(stage.screen, Qt.Key.Key_F6)
    stage.view.fill_guide()
    assert stage.guide_view().trouble.heading.text() == "打印机“激光机”没有接收"
    assert stage.guide_view().trouble.isVisible()
    stage.screen.move_selection(1)
    stage.view.fill_guide()
    assert not stage.guide_view().trouble.isVisible()


def test_a_note_is_written_by_keys_alone(stage: Stage) -> None:
    stage.query("zdsh")
    QTest.keyClick(stage.screen, Qt.Key.Key_N, CTRL)
    line = stage.guide_view().note.line
    assert in_focus() is line
    QTest.keyClicks(line, "wen")
    press(Qt.Key.Key_Escape)
    assert stage.guide_view().note.isHidden()
    assert stage.said("command") == [None]
    stage.guide_view().foot.note.click()
    assert line.text() == "wen"
    QTest.keyClicks(line, "le")
    press(Qt.Key.Key_Return)
    assert stage.done == [("note", "1-1", "wenle")]
    assert stage.guide_view().note.isHidden()


def test_other_keys_in_the_note_go_on(stage: Stage) -> None:
    stage.query("zdsh")
    stage.presenter.acts.open_note()
    note = stage.guide_view().note
    QTest.keyClick(note, Qt.Key.Key_F11)
    assert note.isVisible()
    note.button.click()
    assert stage.said("remarked")


def test_links_lead_to_other_guides_and_back(stage: Stage) -> None:
    stage.query("zdsh")
    view = stage.guide_view()
    (link,) = [link for link in view.parts.links[0].links if not link.isHidden()]
    assert link.text() == "最低生活保障申请（社区）"
    link.click()
    stage.view.fill_guide()
    assert view.head.title.text() == "最低生活保障申请"
    assert not view.head.back.isHidden()
    assert view.head.back.text() == "返回 最低生活保障审核"
    assert [row.text() for row in view.parts.links[1].links] == ["最低生活保障审核"]
    view.head.back.click()
    stage.view.fill_guide()
    assert view.head.title.text() == "最低生活保障审核"


def test_only_ticks_are_filled_anew_for_a_tick(stage: Stage) -> None:
    stage.query("zdsh")
    area = stage.guide_view()._area.verticalScrollBar()
    stage.screen.resize(1340, 500)
    QApplication.processEvents()
    area.setValue(60)
    stage.presenter.acts.tick(1)
    stage.presenter.acts.open_note()
    assert area.value() == 60
    stage.screen.move_selection(1)
    stage.view.fill_guide()
    assert area.value() == 0


def test_a_lost_item_leaves_the_guide_as_it_was(stage: Stage) -> None:
    stage.query("zdsh")
    stage.items.pop("1-1")
    stage.presenter.session.refresh()
    stage.view.fill_guide()
    assert stage.guide_view().head.title.text() == "最低生活保障审核"


def test_the_guide_waits_for_the_keys_to_rest(stage: Stage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(stage.view.guide_filled):
        stage.screen.set_query("zdsh")
        stage.screen.set_query("lnz")
    assert stage.guide_view().head.title.text() == "老年优待证"
    stage.screen.set_query("zdsh")
    stage.screen.set_query("")
    stage.view.fill_guide()
    assert stage.guide_view().head.title.text() == "老年优待证"


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


def test_a_fact_that_is_cut_is_whole_in_its_tooltip(stage: Stage) -> None:
    stage.query("zdsh")
    fact = stage.guide_view().facts.facts[3]
    fact.resize(140, 90)
    fact.say("结果", "很长很长的办理结果，两行也写不下，所以后面要省略掉一部分", "")
    assert fact.toolTip().startswith("很长很长")
    fact.resize(900, 90)
    assert fact.toolTip() == ""
    fact.say("结果", "短", "")
    assert fact.toolTip() == ""


@pytest.mark.parametrize(
    ("limit", "said"),
    [
        (TimeLimit(0), "当场办结"),
        (TimeLimit(5), "5 个工作日"),
        (TimeLimit(20, Unit.NATURAL), "20 个自然日"),
        (TimeLimit(), "以窗口告知为准"),
    ],
)
def test_limits_in_words(limit: TimeLimit, said: str) -> None:
    offered = replace(offer(ITEMS[0], RELEASE, Tier.TOWN), promised=limit)
    assert words.short_limit(offered) == said


@pytest.mark.parametrize(
    ("tier", "mode", "said"),
    [
        (Tier.TOWN, HandlingMode.DIRECT, "本镇可办"),
        (Tier.TOWN, HandlingMode.ENTRUSTED_RECEIVE, "本镇收件转报"),
        (Tier.COMMUNITY, HandlingMode.ENTRUSTED_ACCEPT, "到镇便民服务中心办"),
        (Tier.VILLAGE, HandlingMode.DIRECT, "到镇便民服务中心办"),
    ],
)
def test_where_it_is_done_in_words(tier: Tier, mode: HandlingMode, said: str) -> None:
    own = tier is Tier.TOWN
    offered = replace(offer(ITEMS[0], RELEASE, tier), mode=mode if own else HandlingMode.ADVICE)
    assert words.place(Row(offered, own=own), replace(SITE, tier=tier)) == said


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (TermKind.ALIAS, "也叫“低保”"),
        (TermKind.MATERIAL, "要带“低保”"),
        (TermKind.CURRENT, "现称“低保”"),
        (TermKind.SCENE, "“低保”这类事"),
        (TermKind.DEPARTMENT, "低保的事"),
        (TermKind.NAME, "低保"),
    ],
)
def test_why_a_row_is_here(kind: TermKind, said: str) -> None:
    row = Row(offer(ITEMS[0], RELEASE, Tier.TOWN), matched="低保", matched_kind=kind)
    text, offset = words.matched(row)
    assert text == said
    assert text[offset:].startswith("低保")


def test_places_in_words(stage: Stage) -> None:
    stage.query("zdsh")
    guide = stage.presenter.session.picture().guide
    assert guide is not None
    lines = words.place_lines(guide)
    assert lines == (
        "工作日 8:30-12:00，13:30-17:30",
        "咨询 0000-0000000",
        "示例镇文明路 1 号",
        "监督投诉 0000-1111111",
    )
    bare = replace(SITE, phone="", complaint_phone="", address="", hours="")
    assert words.place_lines(replace(guide, site=bare)) == ("电话和地址还没填，可在设置里补上",)
    advised = offer(ITEMS[0], RELEASE, Tier.TOWN, SiteItem("1-1", offered=False))
    assert words.place_title(replace(guide, offered=advised)) == "民政"


def test_facts_in_words_when_little_is_known() -> None:
    bare = replace(
        ITEMS[0], fee="", result="", home_visit=False, cross_region="全省通办", promised_note="看情况"
    )
    offered = offer(replace(bare, statutory=TimeLimit()), RELEASE, Tier.TOWN)
    limit, fee, ways, result = words.facts(offered)
    assert (limit[2], fee[1], result[1]) == ("看情况", "以窗口告知为准", "以窗口告知为准")
    assert ways[2] == "全省通办"
    unknown = offer(replace(bare, cross_region="不详"), RELEASE, Tier.TOWN)
    assert words.facts(unknown)[2][2] == "窗口、爱山东APP、电话"


def test_materials_in_words() -> None:
    item = ITEMS[0]
    no_licence = replace(item, materials=(replace(item.materials[0], copies=0),))
    offered = offer(no_licence, RELEASE, Tier.TOWN)
    assert words.materials_note(offered) == "1 项材料"
    assert words.copies_word(no_licence.materials[0]) == "—"
    assert words.material_sentence(no_licence.materials[0], brought=False) == "1，申请表，表格，必要，没带"


def test_nothing_of_the_machine_is_read() -> None:
    folder = Path(words.__file__).parent
    assert not [file for file in folder.glob("*.py") if "datetime.now" in file.read_text("utf-8")]


def test_page_names_are_the_faces_of_the_stack(stage: Stage) -> None:
    assert set(stage.view._pages) == set(Page)
