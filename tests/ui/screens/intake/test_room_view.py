"""Taking back, tabs, cursors, and every width."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desk_app.domain.cases import CaseState, MaterialState
from desk_app.ui.screens.intake import fields, panes
from desk_app.ui.screens.intake.calls import Committed
from desk_app.ui.screens.intake.frame.view import done_words, held_tab
from desk_app.ui.screens.intake.screen import MINUTE_MS, IntakeScreen
from desk_app.ui.screens.intake.shown import LaneTab
from desk_app.ui.theme.look import PROPERTY, Scheme, WidthClass, look
from tests.ui.screens.intake.page import box, focused, type_into, write
from tests.ui.screens.intake.world import CALENDAR, NOW, OLD_WOMAN, WOMAN, World, case_of, known


def test_a_withdrawal_asks_for_its_reason(world: World, screen: IntakeScreen) -> None:
    known(world)
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
    (minute,) = (timer for timer in screen.findChildren(QTimer) if timer.interval() == MINUTE_MS)
    minute.timeout.emit()
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


@pytest.mark.parametrize("width", list(WidthClass))
@pytest.mark.parametrize("large", [False, True])
def test_every_width_shows_the_place_where_the_cursor_is(
    world: World, screen: IntakeScreen, qapp: QApplication, width: WidthClass, large: bool
) -> None:
    before = qapp.property(PROPERTY)
    qapp.setProperty(PROPERTY, look(Scheme.HIGH_CONTRAST if large else Scheme.LIGHT, large))
    known(world)
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
    known(world)
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
