"""The intake page shows what it is told and passes on what a person does, by keys and by mouse."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QImage, QInputMethodEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desk_app.domain.calendar import Calendar, DayMark, MarkKind
from desk_app.domain.cases import CaseState, MaterialState
from desk_app.domain.catalogue import TimeLimit
from desk_app.domain.checked import Checked, Reason
from desk_app.domain.errors import DiskFull
from desk_app.domain.people import MandateKind, Proxy, Relation
from desk_app.domain.prefill import History, Relative
from desk_app.domain.worktime import Limit, Unit, due_date
from desk_app.ui.jobs import InlineJobs
from desk_app.ui.screens.intake import fields, panes
from desk_app.ui.screens.intake.applicant.view import problem_words
from desk_app.ui.screens.intake.calls import Committed, ItemField
from desk_app.ui.screens.intake.frame.view import done_words, held_tab
from desk_app.ui.screens.intake.materials.delegate import SWITCH
from desk_app.ui.screens.intake.materials.view import row_sentence
from desk_app.ui.screens.intake.outcome.view import counting_words, limit_words
from desk_app.ui.screens.intake.screen import IntakeScreen
from desk_app.ui.screens.intake.shown import LaneTab
from desk_app.ui.shell.screen import GoesBack, Refreshes, Screen
from desk_app.ui.shell.typing import TAKES_LETTERS, KeyTraffic
from desk_app.ui.shortcuts import Context, shortcut
from desk_app.ui.theme.look import PROPERTY, Scheme, WidthClass, look
from desk_app.ui.widgets.button import ButtonKind
from tests.ui.screens.intake_world import CALENDAR, NOW, OLD_WOMAN, SON, WOMAN, World, case_of, person


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def host(qtbot: QtBot) -> Iterator[QWidget]:
    window = QWidget()
    window.resize(1352, 806)
    QVBoxLayout(window)
    qtbot.addWidget(window)
    yield window
    window.close()


@pytest.fixture
def screen(world: World, host: QWidget, qtbot: QtBot) -> IntakeScreen:
    jobs = InlineJobs(host)
    page = IntakeScreen(world.calls(), jobs, host)
    layout = host.layout()
    assert layout is not None
    layout.addWidget(page)
    with qtbot.waitExposed(host):
        host.show()
    host.activateWindow()
    qtbot.waitUntil(host.isActiveWindow)
    return page


def returning(world: World, state: CaseState = CaseState.FINISHED) -> None:
    earlier = case_of(WOMAN, world.items["1-19"], state=state, at=NOW - timedelta(days=369))
    world.histories[OLD_WOMAN] = History(WOMAN, (earlier,))


def box(screen: IntakeScreen, name: str) -> QLineEdit:
    widget = screen.view.boxes.widget(name)
    assert isinstance(widget, QLineEdit)
    return widget


def focused() -> str:
    widget = QApplication.focusWidget()
    return "" if widget is None else widget.objectName()


def write(widget: QWidget, text: str) -> None:
    """Latin letters come from keys, Chinese from an input method."""
    if text.isascii():
        QTest.keyClicks(widget, text)
        return
    for char in text:
        commit = QInputMethodEvent()
        commit.setCommitString(char)
        QApplication.sendEvent(widget, commit)


def type_into(screen: IntakeScreen, name: str, text: str) -> None:
    screen.view.focus(name, 0)
    write(box(screen, name), text)


def test_it_is_a_page_of_the_window(screen: IntakeScreen) -> None:
    assert isinstance(screen, Screen)
    assert isinstance(screen, GoesBack)
    assert isinstance(screen, Refreshes)
    assert screen.context() is Context.INTAKE
    assert all(shortcut(name) for name in screen.hints())
    assert screen.title() == "收件"
    assert screen.view.idle.isVisible()
    assert not screen.back()


def test_a_new_intake_stands_in_the_number(screen: IntakeScreen) -> None:
    screen.presenter.moves.start("1-19")
    assert focused() == "id_number"
    assert screen.title() == "收件：80周岁以上长寿老年人高龄津贴"
    assert screen.view.head.mode.text == "直接办理"


def test_the_number_says_how_it_stands_while_it_is_typed(screen: IntakeScreen) -> None:
    screen.presenter.moves.start("1-19")
    type_into(screen, "id_number", OLD_WOMAN[:17])
    field = screen.view.boxes.fields["id_number"]
    assert field.line.trailing == "还差 1 位"
    wrong = "1" if OLD_WOMAN[-1] != "1" else "2"
    QTest.keyClicks(box(screen, "id_number"), wrong)
    assert field.line.trailing == "末位对不上"
    QTest.keyClick(box(screen, "id_number"), Qt.Key.Key_Return)
    assert focused() == "name"
    assert field.problem.text() == "末位对不上，请核对第 15 到 18 位"
    screen.view.focus("id_number", 18)
    QTest.keyClick(box(screen, "id_number"), Qt.Key.Key_Backspace)
    QTest.keyClicks(box(screen, "id_number"), OLD_WOMAN[-1])
    assert field.problem.isHidden()


def test_a_valid_number_is_masked_and_marks_what_history_filled(world: World, screen: IntakeScreen) -> None:
    returning(world)
    screen.presenter.moves.start("1-19")
    type_into(screen, "id_number", OLD_WOMAN)
    assert focused() == "materials"
    assert box(screen, "id_number").text() == OLD_WOMAN[:6] + "********" + OLD_WOMAN[-4:]
    assert screen.view.boxes.fields["phone"].line.trailing == "沿用上次 2025-11-20"
    assert screen.view.boxes.fields["id_number"].line.trailing == "校验正确"
    QTest.keyClick(screen.view.papers.list, Qt.Key.Key_I, Qt.KeyboardModifier.AltModifier)
    screen.view.focus("phone", 3)
    QTest.keyClick(box(screen, "phone"), Qt.Key.Key_Return)
    assert screen.view.boxes.fields["phone"].line.trailing == ""


def test_a_key_in_a_masked_number_begins_it_anew_and_undo_brings_it_back(
    world: World, screen: IntakeScreen
) -> None:
    returning(world)
    screen.presenter.moves.start("1-19")
    type_into(screen, "id_number", OLD_WOMAN)
    masked = box(screen, "id_number").text()
    screen.view.focus("id_number", 4)
    line = box(screen, "id_number")
    QTest.keyClick(line, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert line.text() == masked
    QTest.keyClicks(line, "37")
    assert line.text() == "37"
    assert screen.presenter.session.lane is not None
    assert screen.presenter.session.lane.form.applicant.phone == "", "it belonged to the other number"
    line.setText(masked)
    lane = screen.presenter.session.lane
    assert lane.form.applicant.id_number == OLD_WOMAN
    assert lane.form.applicant.phone == "13800000000"


def test_an_input_method_begins_a_masked_number_anew_too(world: World, screen: IntakeScreen) -> None:
    returning(world)
    screen.presenter.moves.start("1-19")
    type_into(screen, "id_number", OLD_WOMAN)
    screen.view.focus("id_number", 4)
    line = box(screen, "id_number")
    over = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(3, 3), QPoint(3, 3))
    QApplication.sendEvent(line, over)
    assert QApplication.activePopupWidget() is None, "no menu pastes into the middle of a masked number"
    commit = QInputMethodEvent()
    commit.setCommitString("5")
    QApplication.sendEvent(line, commit)
    assert line.text() == "5"
    QTest.keyClick(line, Qt.Key.Key_Backspace)
    assert line.text() == ""


def test_a_second_card_that_falls_into_the_number_changes_nothing(
    world: World, screen: IntakeScreen, host: QWidget
) -> None:
    returning(world)
    command = QLineEdit(host)
    command.show()
    time = iter(step * 0.004 for step in range(200))
    traffic = KeyTraffic(host, command, lambda: next(time))
    traffic.scanned.connect(screen.presenter.questions.scan)
    screen.presenter.moves.start("1-19")
    screen.view.focus("id_number", 0)
    for code in (OLD_WOMAN, SON):
        for char in code:
            target = QApplication.focusWidget()
            assert target is not None
            QTest.keyClicks(target, char)
        target = QApplication.focusWidget()
        assert target is not None
        QTest.keyClick(target, Qt.Key.Key_Return)
        screen.view.focus("id_number", 1) if code == OLD_WOMAN else None
    lane = screen.presenter.session.lane
    assert lane is not None
    assert lane.form.applicant.id_number == OLD_WOMAN
    assert lane.form.applicant.phone == "13800000000"
    assert screen.view.question.isVisible()
    assert "又读到一张证件" in screen.view.question.heading.text()
    assert SON not in screen.view.question.heading.text()


def test_alt_s_shows_the_number_as_long_as_it_is_held(world: World, screen: IntakeScreen) -> None:
    returning(world)
    screen.presenter.moves.start("1-19")
    type_into(screen, "id_number", OLD_WOMAN)
    alt = Qt.KeyboardModifier.AltModifier
    for place in ("materials", "phone"):
        screen.view.focus(place, 1)
        target = QApplication.focusWidget()
        assert target is not None
        QTest.keyPress(target, Qt.Key.Key_S, alt)
        assert box(screen, "id_number").text() == OLD_WOMAN
        QTest.keyRelease(target, Qt.Key.Key_S, alt)
        assert "*" in box(screen, "id_number").text()
    assert box(screen, "phone").text() == "13800000000", "the letter went nowhere"
    assert [name for _, name in world.revealed] == ["id_number", "id_number"]


def test_the_proxy_s_number_is_shown_where_the_cursor_is_with_the_proxy(
    world: World, screen: IntakeScreen
) -> None:
    screen.presenter.moves.start("1-19")
    screen.presenter.chose("acting", "proxy")
    type_into(screen, "proxy_id_number", SON)
    assert focused() == "proxy_phone"
    QTest.keyPress(box(screen, "proxy_phone"), Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier)
    assert box(screen, "proxy_id_number").text() == SON
    screen.hide()
    assert "*" in box(screen, "proxy_id_number").text(), "nothing is left standing on a hidden page"


# The paper list


def test_the_rows_are_a_sound_model_and_read_like_a_sentence(screen: IntakeScreen) -> None:
    rows = screen.view.papers.list.rows
    QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Fatal, screen)
    screen.presenter.moves.start("1-19")
    screen.presenter.take_all()
    screen.presenter.mark(3, MaterialState.MISSING)
    screen.presenter.chose("acting", "proxy")
    screen.presenter.chose("acting", "self")
    assert rows.rowCount() == 7
    third = rows.row_at(2)
    assert third is not None
    assert row_sentence(third) == "第 3 项，社会保障卡或银行卡，必要，复印件 1 份，发放账户，缺，未带"
    assert rows.data(rows.index(2), Qt.ItemDataRole.DisplayRole) == "社会保障卡或银行卡"
    assert rows.data(rows.index(2), Qt.ItemDataRole.AccessibleTextRole) == row_sentence(third)
    assert rows.data(rows.index(2), Qt.ItemDataRole.DecorationRole) is None
    assert rows.data(rows.index(99)) is None
    assert rows.row_at(99) is None
    sentences = [row_sentence(row) for at in range(7) if (row := rows.row_at(at))]
    assert sentences[5] == "第 7 项，养老金领取情况，窗口核验，免交"
    assert sentences[6] == "第 8 项，残疾人证，符合时，复印件 1 份，还没看"


def test_digits_choose_a_row_and_letters_set_it(screen: IntakeScreen) -> None:
    screen.presenter.moves.start("1-19")
    screen.view.focus("materials", 0)
    rows = screen.view.papers.list
    assert rows.property(TAKES_LETTERS)
    assert rows.current_row() is not None
    for keys, number, state in (
        ("1y", 1, MaterialState.ORIGINAL),
        ("2F", 2, MaterialState.COPY),
        ("3d", 3, MaterialState.E_LICENCE),
        ("5r", 5, MaterialState.DEFERRED),
        ("4q", 4, MaterialState.MISSING),
    ):
        QTest.keyClicks(rows, keys)
        row = rows.current_row()
        assert row is not None
        assert (row.material.number, row.state) == (number, state)
    QTest.keyClicks(rows, "q")
    QTest.keyClicks(rows, "9")
    row = rows.current_row()
    assert row is not None
    assert row.state is MaterialState.MISSING, "the same key again changes nothing"
    QTest.keyClick(rows, Qt.Key.Key_Delete)
    QTest.keyClick(rows, Qt.Key.Key_Delete)
    row = rows.current_row()
    assert row is not None
    assert row.state is None
    QTest.keyClick(rows, Qt.Key.Key_Up)
    row = rows.current_row()
    assert row is not None
    assert row.material.number == 3
    QTest.keyClick(rows, Qt.Key.Key_Return)
    assert focused() == "remark"


def test_letters_without_rows_do_nothing(world: World, screen: IntakeScreen) -> None:
    bare = world.items["1-19"]
    world.items["1-19"] = replace(bare, item=replace(bare.item, materials=()))
    screen.presenter.moves.start("1-19")
    screen.view.focus("materials", 0)
    QTest.keyClicks(screen.view.papers.list, "y1")
    assert screen.view.papers.list.current_row() is None
    assert not screen.view.papers.take_all.isEnabled()


def test_the_mouse_sets_the_switch_and_grey_parts_do_nothing(screen: IntakeScreen, qtbot: QtBot) -> None:
    screen.presenter.moves.start("1-19")
    rows = screen.view.papers.list
    delegate = rows.itemDelegate()
    row = rows.rows.row_at(3)
    assert row is not None
    place = rows.visualRect(rows.rows.index(3))

    def spot(state: MaterialState) -> QPoint:
        for x in range(place.left(), place.right(), 3):
            if delegate.part_at(row, place, x, place.bottom() - 20) is state:  # type: ignore[attr-defined]
                return QPoint(x + 4, place.bottom() - 20)
        raise AssertionError(state)

    assert [spot(state) for state in SWITCH]
    left = Qt.MouseButton.LeftButton
    QTest.mouseClick(rows.viewport(), left, pos=spot(MaterialState.COPY))
    after = rows.rows.row_at(3)
    assert after is not None
    assert after.state is None
    QTest.mouseClick(rows.viewport(), left, pos=spot(MaterialState.MISSING))
    after = rows.rows.row_at(3)
    assert after is not None
    assert after.state is MaterialState.MISSING
    QTest.mouseClick(rows.viewport(), left, pos=QPoint(5, place.top() + 3))
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.RightButton, pos=spot(MaterialState.ORIGINAL))
    exempt = rows.visualRect(rows.rows.index(5))
    QTest.mouseClick(rows.viewport(), left, pos=QPoint(60, exempt.bottom() - 20))
    assert len(screen.presenter.session.lanes.all[0].form.marks) == 1


def test_a_gap_asks_for_its_reason(screen: IntakeScreen) -> None:
    screen.presenter.moves.start("1-19")
    screen.view.focus("materials", 0)
    QTest.keyClicks(screen.view.papers.list, "3q")
    reason = screen.view.papers.reason
    assert reason.isVisible()
    assert reason.label.text() == "第 3 项为什么缺"
    reason.line.setFocus()
    write(reason.line, "卡已过期")
    row = screen.view.papers.list.current_row()
    assert row is not None
    assert row.reason == "卡已过期"
    QTest.keyClick(reason.line, Qt.Key.Key_Return)
    assert focused() == "materials"
    QTest.keyClicks(screen.view.papers.list, "1y")
    assert reason.isHidden()


def test_counts_say_what_is_here_and_what_is_not(screen: IntakeScreen) -> None:
    screen.presenter.moves.start("1-19")
    tag = screen.view.papers._count
    assert tag.text == "0 / 5"
    screen.presenter.take_all()
    assert tag.text == "5 / 5 已到位"
    screen.presenter.mark(2, MaterialState.DEFERRED)
    assert tag.text == "4 / 5，容缺 1"
    screen.presenter.mark(3, MaterialState.MISSING)
    assert tag.text == "3 / 5，缺 1"


# The outcome


@pytest.mark.parametrize(
    ("item", "words", "kind"),
    [
        ("1-19", "受理并打印", ButtonKind.SUCCESS),
        ("1-5", "办结并打印", ButtonKind.SUCCESS),
        ("1-7", "收件并打印", ButtonKind.PRIMARY),
        ("1-8", "登记帮办", ButtonKind.PRIMARY),
        ("1-9", "不在本站办", ButtonKind.PRIMARY),
    ],
)
def test_the_button_changes_words_with_the_outcome(
    screen: IntakeScreen, item: str, words: str, kind: ButtonKind
) -> None:
    screen.presenter.moves.start(item)
    screen.presenter.take_all()
    button = screen.view.acts.primary
    assert button.text() == words
    assert button.kind is kind
    assert button.isEnabled() == (item != "1-9")


def test_only_receiving_says_so_everywhere(world: World, screen: IntakeScreen) -> None:
    screen.presenter.moves.start("1-7")
    assert screen.view.acts.primary.text() == "收件并打印"
    assert screen.view.head.mode.text == "委托收件"
    screen.presenter.take_all()
    banner = screen.view.outcome.banner
    assert banner.title.text() == "可以收件"
    assert "凭证不代表受理" in banner.reason.text()
    assert screen.view.outcome.due.day.text() == "受理后才起算"
    assert screen.view.head.limit.text == "时限以窗口告知为准"


def test_an_unknown_limit_is_never_no_limit(world: World, screen: IntakeScreen) -> None:
    world.items["1-19"] = replace(world.items["1-19"], promised=TimeLimit())
    screen.presenter.moves.start("1-19")
    assert screen.view.outcome.due.day.text() == "以窗口告知为准"
    assert screen.view.outcome.due.strip.isHidden()


def test_the_statutory_day_stands_beside_the_promised_one(world: World, screen: IntakeScreen) -> None:
    plain = world.items["1-19"]
    world.items["1-19"] = replace(plain, item=replace(plain.item, statutory=TimeLimit(20)))
    screen.presenter.moves.start("1-19")
    due = screen.view.outcome.due
    assert due.day.text() == "2026-12-08"
    assert due.weekday.text() == "周二"
    assert due.counting.text() == "从明天起算，跳过 2 个周末"
    assert due._statutory.text() == "法定最晚 2026-12-22"
    assert due.strip.accessibleName() == due.counting.text()


def test_why_a_day_is_that_day_is_said_in_words() -> None:
    calendar = Calendar(
        frozenset({2026}),
        {
            date(2026, 10, 1): DayMark(MarkKind.HOLIDAY, "国庆节"),
            date(2026, 10, 2): DayMark(MarkKind.HOLIDAY, "国庆节"),
            date(2026, 10, 10): DayMark(MarkKind.MAKEUP, "国庆节"),
            date(2026, 10, 12): DayMark(MarkKind.CLOSURE, "停电"),
        },
    )
    said = counting_words(due_date(date(2026, 9, 30), Limit(8), calendar))
    assert said == "从明天起算，跳过 2 个周末、国庆节 2 天、本站休息 1 天，调休上班 1 天照算"
    assert counting_words(due_date(date(2026, 9, 30), Limit(0), calendar)) == "当天办结，不用等"
    assert counting_words(due_date(date(2026, 10, 13), Limit(2), calendar)) == "从明天起算"
    assert "还没公布" in counting_words(due_date(date(2027, 1, 4), Limit(2), calendar))
    assert limit_words(TimeLimit(0)) == "当场办结"
    assert limit_words(TimeLimit(20, Unit.NATURAL)) == "承诺 20 天"


def test_a_promise_can_be_given_another_day(screen: IntakeScreen) -> None:
    screen.presenter.moves.start("1-19")
    screen.presenter.take_all()
    screen.presenter.mark(2, MaterialState.DEFERRED)
    promise = screen.view.outcome.promise
    assert promise.isVisible()
    assert promise.names.text() == "户口簿（首页、本人页）"
    promise.editor.setDate(QDate(2026, 11, 30))
    assert screen.view.outcome.banner.reason.text() == "缺 1 份可容缺材料，11 月 30 日前补齐"
    screen.view.focus(fields.PROMISE, 0)
    assert promise.editor.hasFocus()
    screen.presenter.mark(2, MaterialState.COPY)
    assert promise.isHidden()


def test_the_notice_lists_what_is_missing_and_why(screen: IntakeScreen) -> None:
    screen.presenter.moves.start("1-19")
    screen.presenter.take_all()
    screen.presenter.mark(2, MaterialState.MISSING)
    screen.presenter.mark(3, MaterialState.MISSING)
    screen.presenter.reason(3, "卡已过期，需换新卡")
    missing = screen.view.outcome.missing
    assert missing._lines == (
        "1. 户口簿（首页、本人页），复印件 1 份",
        "2. 社会保障卡或银行卡，复印件 1 份：卡已过期，需换新卡",
    )
    assert screen.view.outcome.due.isHidden()
    assert screen.view.acts.primary.text() == "打印告知书"


def test_the_paper_is_shown_before_it_is_printed(screen: IntakeScreen) -> None:
    screen.presenter.moves.start("1-19")
    screen.presenter.take_all()
    screen.presenter.previews.now()
    assert screen.view.outcome.paper.preview.page_count == 1
    screen.presenter.mark(1, MaterialState.ORIGINAL)
    screen.presenter.previews.now()
    assert screen.view.outcome.paper.preview.page_count == 0


def test_who_may_not_accept_sees_why_the_button_is_off(world: World, screen: IntakeScreen) -> None:
    world.accepts = False
    screen.presenter.moves.start("1-19")
    screen.presenter.take_all()
    assert not screen.view.acts.primary.isEnabled()
    assert screen.view.acts.hint.isVisible()


# Questions, troubles


def test_an_open_case_is_asked_about_with_its_number(world: World, screen: IntakeScreen) -> None:
    returning(world, CaseState.NOTICED)
    screen.presenter.moves.start("1-19")
    type_into(screen, "id_number", OLD_WOMAN)
    question = screen.view.question
    assert question.isVisible()
    assert "371073-1-26328-001-" in question.heading.text()
    first, second = question.buttons
    assert first.hasFocus()
    assert (first.text(), second.text()) == ("接着办那一件", "另办一件")
    second.click()
    assert question.isHidden()
    assert focused() == "materials"


def test_enter_is_the_first_answer(world: World, screen: IntakeScreen) -> None:
    returning(world, CaseState.ACCEPTED)
    asked: list[object] = []
    screen.presenter.questions.case_wanted.connect(asked.append)
    screen.presenter.moves.start("1-19")
    type_into(screen, "id_number", OLD_WOMAN)
    assert "打开那一件" in screen.view.question.buttons[0].text()
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClick(target, Qt.Key.Key_Return)
    assert len(asked) == 1


def test_clearing_and_a_full_desk_are_asked_about(screen: IntakeScreen) -> None:
    screen.presenter.moves.start("1-19")
    type_into(screen, "name", "张某某")
    actions = {action.text(): action for action in screen.view.more_menu().actions()}
    actions["清空这张单子"].trigger()
    assert screen.view.question.heading.text() == "清空这张单子？"
    assert screen.back()
    assert screen.view.question.isHidden()
    assert box(screen, "name").text() == "张某某"
    for _ in range(5):
        screen.presenter.moves.start("1-5")
        type_into(screen, "name", "李某某")
    assert "5 位" in screen.view.question.heading.text()
    actions["不办了，关掉"].trigger()
    assert screen.view.idle.isVisible()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_more_opens_at_its_button(screen: IntakeScreen) -> None:
    screen.presenter.moves.start("1-19")
    asked: list[object] = []
    screen.presenter.moves.item_wanted.connect(asked.append)
    QTest.keyClick(screen.view, Qt.Key.Key_F3)
    assert asked == [""]
    QTest.keyClick(screen.view, Qt.Key.Key_F10)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    popup.close()


def test_trouble_is_said_on_the_page_and_goes_when_work_goes_on(world: World, screen: IntakeScreen) -> None:
    returning(world)
    screen.presenter.moves.start("1-19")
    type_into(screen, "id_number", OLD_WOMAN)
    screen.presenter.take_all()
    world.error = DiskFull()
    screen.primary()
    assert screen.view.trouble.isVisible()
    assert "磁盘满了" in screen.view.trouble.heading.text()
    world.error = None
    type_into(screen, "phone", "1")
    assert screen.view.trouble.isHidden()


def test_a_problem_is_shown_at_its_place_and_read_out(screen: IntakeScreen) -> None:
    screen.presenter.moves.start("1-19")
    screen.view.focus("materials", 0)
    screen.primary()
    assert focused() == "id_number"
    assert screen.view.boxes.fields["id_number"].problem.text() == "这里还没填"
    assert screen.view.acts.hint.accessibleName() == "身份证号：这里还没填"
    screen.presenter.submission.problem_found.emit("materials")
    assert screen.view.acts.hint.accessibleName() == "材料清单：还没填好"
    screen.presenter.submission.problem_found.emit("item")
    assert screen.view.acts.hint.accessibleName() == "事项：还没填好"


def test_other_refusals_keep_their_own_words() -> None:
    assert problem_words("phone", Checked(reason=Reason.TOO_SHORT, detail="3")) == "还差 3 位"
    assert problem_words("phone", None) == ""


def test_a_missing_mandate_and_unseen_papers_are_said_where_they_are(screen: IntakeScreen) -> None:
    screen.presenter.moves.start("1-19")
    screen.presenter.chose("acting", "proxy")
    for name, text in (
        ("id_number", OLD_WOMAN),
        ("name", "张某某"),
        ("proxy_name", "李某某"),
        ("proxy_id_number", SON),
    ):
        type_into(screen, name, text)
    screen.primary()
    assert focused() == "mandate"
    assert screen.view.acting._mandate_problem.isVisible()
    screen.view.acting.mandate.chosen.emit("written")
    screen.primary()
    assert focused() == "materials"
    assert screen.view.papers.problem.isVisible()


def test_what_to_know_of_the_item_stands_on_top(world: World, screen: IntakeScreen) -> None:
    plain = world.items["1-19"]
    world.items["1-19"] = replace(plain, item=replace(plain.item, status_note="已改为免申即享"))
    screen.presenter.moves.start("1-19")
    assert screen.view.note.heading.text() == "已改为免申即享"
    world.items["1-19"] = plain
    screen.refresh()
    assert screen.view.note.isHidden()


def test_a_lane_without_an_item_asks_for_one(screen: IntakeScreen) -> None:
    screen.presenter.moves.open_person(SON)
    assert screen.view.head.title.full_text == "还没选事项"
    assert screen.view.outcome.banner.title.text() == "还没选事项"
    assert screen.view.acts.primary.text() == "受理并打印"
    screen.presenter.moves.start("1-7")
    assert screen.view.acts.primary.text() == "收件并打印"
    assert "*" in box(screen, "id_number").text()


# People to pick


def test_people_are_offered_below_the_name_and_taken_by_mouse_or_key(
    world: World, screen: IntakeScreen
) -> None:
    world.people = (WOMAN,)
    screen.presenter.moves.start("1-19")
    type_into(screen, "name", "张某")
    picks = screen.view.applicant.picks
    assert picks.isVisible()
    button = picks.findChildren(QWidget)[-1]
    assert OLD_WOMAN not in button.accessibleName()
    assert "张某某" in button.accessibleName()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert picks.isHidden()
    assert "*" in box(screen, "id_number").text()


def test_the_household_is_offered_as_proxy(world: World, screen: IntakeScreen) -> None:
    son = person(SON, "李某某")
    before = Proxy(son.party(), Relation.CHILD, MandateKind.NONE)
    world.histories[OLD_WOMAN] = History(WOMAN, (), (Relative(son, before), Relative(son)))
    screen.presenter.moves.start("1-19")
    type_into(screen, "id_number", OLD_WOMAN)
    screen.view.acting.acting.chosen.emit("proxy")
    assert screen.view.acting.picks.isVisible()
    QTest.keyClick(screen.view, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert box(screen, "proxy_name").text() == "李某某"
    assert screen.view.acting.relation.currentText() == "子女"
    screen.view.acting.relation.activated.emit(0)
    assert screen.view.acting.relation.currentText() == "配偶"
    screen.view.acting.id_type.activated.emit(5)
    assert screen.view.acting.id_type.currentText() == "护照"


def test_the_kind_of_paper_can_be_chosen(screen: IntakeScreen) -> None:
    screen.presenter.moves.start("1-19")
    screen.view.applicant.id_type.activated.emit(5)
    assert screen.view.applicant.id_type.currentText() == "护照"


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_an_item_asks_its_own_questions(world: World, screen: IntakeScreen) -> None:
    world.fields = (ItemField("account", "发放账户"), ItemField("way", "申领方式", ("首次申领", "续领")))
    screen.presenter.moves.start("1-19")
    assert screen.view.item_fields.isVisible()
    type_into(screen, "fields.way", "首次")
    assert box(screen, "fields.way").completer() is not None
    world.fields = ()
    screen.refresh()
    assert screen.view.item_fields.isHidden()
    assert screen.view.boxes.widget("fields.way") is None
    assert not screen.view.boxes.focus("fields.way", 0)
    screen.view.boxes.drop("fields.way")


# Taking back, after a commit


def test_a_withdrawal_asks_for_its_reason(world: World, screen: IntakeScreen) -> None:
    returning(world)
    screen.presenter.moves.start("1-19")
    type_into(screen, "id_number", OLD_WOMAN)
    screen.presenter.take_all()
    screen.view.acts.primary.click()
    assert screen.view.idle.isVisible()
    screen.presenter.submission.ask_withdraw()
    strip = screen.view.withdraw
    assert strip.isVisible()
    QTest.keyClick(strip.reason, Qt.Key.Key_Return)
    assert strip.problem.text() == "还没写原因"
    assert screen.back()
    assert strip.isHidden()
    screen.presenter.submission.ask_withdraw()
    write(strip.reason, "收错人了")
    QTest.keyClick(strip.reason, Qt.Key.Key_Return)
    assert world.withdrawn[0][1] == "收错人了"
    strip.ask(case_of(WOMAN, world.items["1-19"], state=CaseState.ACCEPTED, at=NOW))
    strip._leave()
    assert strip.isHidden()


def test_words_after_a_commit(world: World) -> None:
    case = case_of(WOMAN, world.items["1-19"], state=CaseState.ACCEPTED, at=NOW)
    heading, line = done_words(Committed(case, ("收件凭证", "受理通知书")))
    assert heading.startswith("已受理：371073-1-26328-001-")
    assert line == "已打印：收件凭证、受理通知书"
    assert done_words(Committed(case, ()))[1] == ""
    assert done_words(Committed(case, (), "柜台热敏机没有纸"))[1] == "柜台热敏机没有纸"


def test_tabs_are_masked_and_say_how_long_they_wait(world: World, screen: IntakeScreen) -> None:
    seen: list[object] = []
    screen.tabs_changed.connect(seen.append)
    screen.presenter.moves.start("1-19")
    type_into(screen, "name", "张晓明")
    screen.view.acts.hold.click()
    world.pass_minutes(12)
    screen.refresh()
    tabs = seen[-1]
    assert isinstance(tabs, tuple)
    assert (tabs[0].name, tabs[0].item, tabs[0].waiting) == (
        "张*明",
        "80周岁以上长寿老年人高龄津贴",
        "挂起 12 分",
    )
    screen.show_tab(tabs[0].key)
    screen.show_tab("00000000-0000-0000-0000-000000000001")
    assert focused() == "name"
    nobody = held_tab(LaneTab(WOMAN.id, "", "", False, 3))
    assert (nobody.name, nobody.item, nobody.waiting) == ("新办", "还没选事项", "")


def test_half_typed_text_comes_back_with_its_cursor(screen: IntakeScreen) -> None:
    screen.presenter.moves.start("1-19")
    type_into(screen, "address", "示例镇东村")
    box(screen, "address").setCursorPosition(3)
    assert screen.back(), "Esc holds an unfinished intake"
    screen.presenter.moves.step(1)
    assert focused() == "address"
    assert box(screen, "address").cursorPosition() == 3
    screen.presenter.moves.hold()
    screen.focus_start()
    screen.presenter.moves.step(1)
    screen.view.head.change.setFocus()
    screen.focus_start()
    assert focused() == "address"


def test_the_remark_keeps_its_lines_and_cursor(screen: IntakeScreen) -> None:
    screen.presenter.moves.start("1-19")
    QTest.keyClick(screen.view, Qt.Key.Key_B, Qt.KeyboardModifier.AltModifier)
    assert focused() == "remark"
    target = QApplication.focusWidget()
    assert target is not None
    write(target, "行动不便")
    QTest.keyClick(target, Qt.Key.Key_Left)
    lane = screen.presenter.session.lane
    assert lane is not None
    assert (lane.form.remark, lane.form.cursor) == ("行动不便", "remark:3")
    QTest.keyClick(target, Qt.Key.Key_Return)
    assert screen.view.acts.primary.hasFocus()


def test_tab_goes_through_the_form_in_its_order(screen: IntakeScreen) -> None:
    screen.presenter.moves.start("1-19")
    screen.presenter.chose("acting", "proxy")
    screen.view.focus("id_number", 0)
    order = []
    for _ in range(16):
        order.append(focused())
        target = QApplication.focusWidget()
        assert target is not None
        QTest.keyClick(target, Qt.Key.Key_Tab)
    named = [name for name in order if name]
    assert named[:4] == ["id_number", "name", "phone", "address"]
    assert named[4:11] == [
        "acting",
        "proxy_name",
        "relation",
        "proxy_id_number",
        "proxy_phone",
        "mandate",
        "fields.account",
    ]
    assert named[11:13] == ["materials", "remark"]


# Room


@pytest.mark.parametrize("width", list(WidthClass))
@pytest.mark.parametrize("large", [False, True])
def test_every_width_shows_the_place_where_the_cursor_is(
    world: World, screen: IntakeScreen, qapp: QApplication, width: WidthClass, large: bool
) -> None:
    before = qapp.property(PROPERTY)
    qapp.setProperty(PROPERTY, look(Scheme.HIGH_CONTRAST if large else Scheme.LIGHT, large))
    returning(world)
    screen.set_layout_class(width)
    screen.presenter.moves.start("1-19")
    assert box(screen, "id_number").isVisible()
    type_into(screen, "id_number", OLD_WOMAN)
    assert screen.view.papers.list.isVisible()
    assert screen.view.acts.primary.isVisible()
    assert screen.view.person.isVisible() == (width is WidthClass.NARROW)
    assert isinstance(screen.grab().toImage(), QImage)
    screen.presenter.mark(2, MaterialState.DEFERRED)
    screen.view.focus(fields.PROMISE, 0)
    assert screen.view.outcome.isVisible()
    screen.view.focus("remark", 0)
    assert screen.view.papers.remark.isVisible()
    QTest.keyClick(screen.view, Qt.Key.Key_I, Qt.KeyboardModifier.AltModifier)
    assert focused() == "id_number"
    screen.set_layout_class(WidthClass.WIDE)
    assert screen.view.outcome.isVisible()
    qapp.setProperty(PROPERTY, before)


def test_compact_panes_are_tabs(screen: IntakeScreen) -> None:
    screen.set_layout_class(WidthClass.COMPACT)
    screen.presenter.moves.start("1-19")
    assert screen.view.tabs.current == panes.FORM
    screen.view.tabs.chosen.emit(panes.OUTCOME)
    assert screen.view.outcome.isVisible()
    assert not screen.view.applicant.isVisible()
    assert screen.view.panes.width_class is WidthClass.COMPACT


def test_the_strip_opens_the_form_again(world: World, screen: IntakeScreen) -> None:
    returning(world)
    screen.set_layout_class(WidthClass.NARROW)
    screen.presenter.moves.start("1-19")
    type_into(screen, "id_number", OLD_WOMAN)
    assert screen.view.person.name.text() == "张某某"
    assert not screen.view.applicant.isVisible()
    screen.view.person.change_requested.emit()
    assert focused() == "id_number"
    assert screen.view.applicant.isVisible()


def test_calendar_of_the_tests_is_the_weekday_rule() -> None:
    assert CALENDAR.is_working(date(2026, 11, 24))
