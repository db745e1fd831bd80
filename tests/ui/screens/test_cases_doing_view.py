"""Acts, the telephone sentence and the note line as a person meets them: by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desk_app.domain.case_life import DeliveryWay
from desk_app.domain.cases import CaseEvent, CaseState, MaterialState
from desk_app.domain.moves import Act
from desk_app.ui.screens.cases.doing.fields import (
    ApproverField,
    ArrivedField,
    Field,
    LineField,
    PickField,
    ProblemsField,
    TickField,
)
from desk_app.ui.screens.cases.screen import CasesScreen
from desk_app.ui.theme.dress import BARE, put_on
from desk_app.ui.theme.look import Scheme, WidthClass
from desk_app.ui.theme.switch import LookSwitch
from tests.domain import lives as of
from tests.ui.screens.cases_desk import open_screen, words_of
from tests.ui.screens.cases_world import PASSWORD, World, lived
from tests.ui.screens.keyboard import press

F = TypeVar("F", bound=Field)
Make = Callable[..., CasesScreen]
ALT = Qt.KeyboardModifier.AltModifier
OWING: list[CaseEvent] = [of.registered(), of.OWING_RECEIVED, of.OWING_ACCEPTED]


@pytest.fixture
def world() -> World:
    return World(now=of.day(2), me=of.CLERK.user_id, clerk=of.CLERK)


@pytest.fixture
def make(qtbot: QtBot, world: World) -> Make:
    def build(story: list[CaseEvent], width: int = 1320, height: int = 806) -> CasesScreen:
        kept = world.keep(list(story))
        screen = open_screen(qtbot, world, (width, height))
        screen.open_case(kept.id)
        return screen

    return build


def field_of(screen: CasesScreen, kind: type[F], name: str) -> F:
    found = [field for field in screen.case.acting.fields if field.ask.name == name]
    assert isinstance(found[0], kind)
    return found[0]


def shown_state(screen: CasesScreen) -> CaseState:
    shown = screen.presenter.page.session.shown
    assert shown is not None
    return shown.case.state


def whole(widget: QWidget) -> bool:
    """Whether nothing of it is cut off."""
    return widget.visibleRegion().boundingRect().height() == widget.height()


def typed(text: str) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, text)


def test_the_primary_button_names_the_likely_act_and_the_toast_what_was_done(make: Make) -> None:
    screen = make(lived(CaseState.ACCEPTED))
    said: list[str] = []
    screen.told.connect(said.append)
    assert screen.case.next.primary.text() == "开始办理"
    assert screen.case.next.more.isVisible()
    screen.primary()
    assert shown_state(screen) is CaseState.HANDLING
    assert said == ["记下了：开始办理"]
    assert screen.case.tabs.history.lines.lines[0].title == "开始办理"


def test_an_extension_by_keys_alone(make: Make, world: World) -> None:
    screen = make(lived(CaseState.HANDLING))
    press(Qt.Key.Key_F10)
    assert [button.text() for button in screen.case.more.buttons][:3] == ["要求补办", "特别程序", "延长期限"]
    assert not screen.case.tabs.isVisible()
    press(Qt.Key.Key_3, ALT)
    assert not screen.case.more.isVisible()
    assert screen.case.next.primary.text() == "记下：延长期限"
    days = field_of(screen, LineField, "days").line
    assert days.hasFocus()
    assert days.text() == "5"
    press(Qt.Key.Key_Return)
    typed("busy")
    press(Qt.Key.Key_Return)
    approver = field_of(screen, ApproverField, "approver")
    assert approver.pick.hasFocus()
    assert approver.pick.currentText() == of.LEADER.name
    press(Qt.Key.Key_Return)
    assert approver.line.hasFocus()
    typed("wrong")
    press(Qt.Key.Key_Return)
    assert "口令不对" in words_of(screen.case.banner)
    assert approver.line.hasFocus()
    assert approver.line.text() == "wrong"
    approver.line.setText(PASSWORD)
    screen.primary()
    (kept,) = world.cases.values()
    (given,) = kept.case.lived.extensions
    assert (given.days, given.reason, given.approver) == (5, "busy", of.LEADER.id)
    assert not screen.case.acting.isVisible()
    assert screen.case.tabs.isVisible()


def test_esc_puts_the_act_away_and_nothing_was_done(make: Make, world: World) -> None:
    screen = make(lived(CaseState.HANDLING))
    before = len(next(iter(world.cases.values())).story)
    screen.primary()
    assert screen.case.acting.isVisible()
    assert screen.back()
    assert not screen.case.acting.isVisible()
    press(Qt.Key.Key_F10)
    assert screen.case.more.isVisible()
    press(Qt.Key.Key_F10)
    assert not screen.case.more.isVisible()
    assert len(next(iter(world.cases.values())).story) == before


def test_a_field_that_was_left_empty_is_framed_and_has_the_keyboard(make: Make) -> None:
    screen = make(lived(CaseState.HANDLING))
    screen.presenter.page.doing.begin(Act.REJECT)
    screen.primary()
    facts = field_of(screen, LineField, "facts").line
    assert facts.hasFocus()
    assert facts.property("problem") is True
    assert "查明的事实" in words_of(screen.case.banner)
    typed("x")
    screen.primary()
    assert facts.property("problem") is not True
    assert field_of(screen, LineField, "reasons").line.hasFocus()


def test_an_optional_part_says_so_and_a_needed_reason_is_found(make: Make) -> None:
    screen = make(lived(CaseState.RECEIVED))
    screen.presenter.page.doing.begin(Act.REFUSE)
    QApplication.processEvents()
    assert "该去哪儿办（可不填）" in words_of(screen.case.acting)
    screen.primary()
    assert field_of(screen, LineField, "reason").line.hasFocus()
    pick = field_of(screen, PickField, "refusal").pick
    assert pick.itemText(0) == "不归这里管"


def test_a_day_says_which_one_it_was_taken_for(make: Make) -> None:
    screen = make(lived(CaseState.SUPPLEMENTING))
    screen.presenter.page.doing.begin(Act.EXTEND_SUPPLEMENT)
    line = field_of(screen, LineField, "due").line
    line.setText("11-12")
    assert line.trailing == "2026-11-12 周四"
    line.setText("改天")
    assert line.trailing == ""


def test_papers_to_be_mended_are_ticked_and_told_why(make: Make, world: World) -> None:
    screen = make(lived(CaseState.RECEIVED))
    screen.presenter.page.doing.begin(Act.ASK_SUPPLEMENT)
    problems = field_of(screen, ProblemsField, "lines")
    tick, line = problems.lines[2]
    assert not line.isVisible()
    screen.primary()
    assert "一份材料也没选" in words_of(screen.case.banner)
    tick.setFocus()
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Return)
    assert line.hasFocus()
    screen.primary()
    assert line.property("problem") is True
    assert line.hasFocus()
    line.setText("看不清")
    screen.primary()
    (kept,) = world.cases.values()
    assert [asked.problem for asked in kept.case.lived.rounds[0].lines] == ["看不清"]


def test_what_came_is_said_row_by_row(make: Make, world: World) -> None:
    screen = make(OWING)
    screen.primary()
    arrived = field_of(screen, ArrivedField, "rows")
    pick = arrived.picks[2]
    assert pick.itemText(pick.count() - 1) == "还没带来"
    pick.setCurrentIndex(pick.count() - 1)
    screen.primary()
    assert "一份材料也没选" in words_of(screen.case.banner)
    pick.setCurrentIndex(pick.findData(MaterialState.COPY.value))
    screen.primary()
    (kept,) = world.cases.values()
    assert kept.case.deferred == ()


def test_nothing_is_handed_out_before_the_id_was_looked_at(make: Make, world: World) -> None:
    screen = make(lived(CaseState.READY))
    assert screen.case.next.primary.text() == "送达"
    screen.primary()
    screen.primary()
    assert "还没核对领取人证件" in words_of(screen.case.banner)
    tick = field_of(screen, TickField, "id_checked").tick
    assert tick.hasFocus()
    press(Qt.Key.Key_Space)
    screen.primary()
    (kept,) = world.cases.values()
    (given,) = kept.case.lived.deliveries
    assert (given.way, given.recipient) == (DeliveryWay.COUNTER, of.registered().applicant.name)


def test_without_anybody_who_could_agree_that_is_said(make: Make, world: World) -> None:
    world.approvers = ()
    screen = make(lived(CaseState.HANDLING))
    screen.presenter.page.doing.begin(Act.VOID)
    QApplication.processEvents()
    assert "没有能批的负责人" in words_of(screen.case.acting)
    field_of(screen, LineField, "reason").line.setText("录错")
    screen.primary()
    assert shown_state(screen) is CaseState.HANDLING


def test_more_than_nine_acts_have_no_number_but_can_be_pressed(make: Make, world: World) -> None:
    world.now = of.day(5)
    screen = make(OWING)
    press(Qt.Key.Key_F10)
    assert len(screen.case.more.buttons) > 9
    assert screen.case.more.buttons[8].accessibleDescription() == "Alt+9"
    last = screen.case.more.buttons[-1]
    assert last.accessibleDescription() == ""
    last.setFocus()
    press(Qt.Key.Key_Return)
    assert screen.case.acting.heading.text() == last.text()


def test_one_key_copies_the_sentence_for_the_telephone_and_keeps_that_it_was_said(make: Make) -> None:
    screen = make(lived(CaseState.HANDLING))
    text = screen.case.phone.text.text()
    assert text == "您这件正在办，最晚 11 月 9 日办好。"
    press(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert QGuiApplication.clipboard().text() == text
    assert screen.case.tabs.history.lines.lines[0].title == "电话答复过"


def test_a_line_is_a_note_a_call_and_a_tag(make: Make, world: World) -> None:
    screen = make(lived(CaseState.HANDLING))
    press(Qt.Key.Key_B, ALT)
    line = screen.case.note.line
    assert line.hasFocus()
    line.setText("@改天 x")
    press(Qt.Key.Key_Return)
    assert "看不懂这个日期" in words_of(screen.case.banner)
    assert line.text() == "@改天 x"
    line.setText("@周三 问户口簿 #加急")
    press(Qt.Key.Key_Return)
    assert line.text() == ""
    assert screen.case.note.call.text == "2026-11-11 周三 联系"
    assert [tag.text for tag in screen.case.note.tags] == ["加急"]
    line.setText("#-加急 #上门")
    press(Qt.Key.Key_Return)
    assert [tag.text for tag in screen.case.note.tags] == ["上门"]


def test_a_note_half_typed_stays_with_its_case(make: Make, world: World) -> None:
    screen = make(lived(CaseState.HANDLING))
    other = lived(CaseState.READY)
    other[0] = replace(of.registered(), number="37107312630600293")
    kept = world.keep(other)
    screen.case.note.line.setText("half")
    screen.refresh()
    assert screen.case.note.line.text() == "half"
    screen.case.note.written("1")
    assert screen.case.note.line.text() == "half"
    screen.open_case(kept.id)
    assert screen.case.note.line.text() == ""


def test_who_only_audits_sees_no_line_to_write_on(make: Make, world: World) -> None:
    world.clerk = of.AUDITOR
    screen = make(lived(CaseState.HANDLING))
    assert not screen.case.note.isVisible()
    assert not screen.case.next.more.isVisible()
    assert screen.case.phone.isVisible()


def test_alt_b_without_a_case_does_nothing(qtbot: QtBot, world: World) -> None:
    screen = open_screen(qtbot, world, (1320, 806))
    press(Qt.Key.Key_B, ALT)
    assert not screen.case.note.line.hasFocus()
    screen.case.phone.copy_line()


def test_while_an_act_runs_no_other_is_begun(make: Make, world: World) -> None:
    screen = make(lived(CaseState.ACCEPTED))
    session = screen.presenter.page.session
    assert session.shown is not None
    session.busy(session.shown.case.id, on=True)
    assert not screen.case.next.more.isEnabled()
    screen.presenter.page.doing.begin(Act.BEGIN)
    assert shown_state(screen) is CaseState.ACCEPTED


@pytest.mark.parametrize("act", [Act.EXTEND, Act.APPROVE, Act.ASK_AMENDMENT, Act.BEGIN_SPECIAL])
@pytest.mark.parametrize("large", [False, True])
def test_in_a_low_window_the_field_with_the_keyboard_is_in_sight(
    make: Make, qapp: QApplication, qtbot: QtBot, act: Act, *, large: bool
) -> None:
    switch = LookSwitch(qapp)
    try:
        switch.choose(Scheme.LIGHT, large)
        screen = make(lived(CaseState.HANDLING), 836, 406)
        screen.set_layout_class(WidthClass.COMPACT)
        screen.enter_case()
        screen.presenter.page.doing.begin(act)
        for stop in screen.case.acting.stops:
            stop.setFocus()
            qtbot.waitUntil(partial(whole, stop))
        foot = screen.case.next
        assert foot.mapTo(screen, foot.rect().bottomLeft()).y() < screen.height()
    finally:
        switch.choose(Scheme.LIGHT, False)
        put_on(qapp, BARE)
        switch.deleteLater()
