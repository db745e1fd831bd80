"""The intake page shows what it is told and passes on what a person does, by keys and by mouse."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from desk_app.ui.screens.intake.screen import IntakeScreen
from desk_app.ui.shell.screen import GoesBack, Refreshes, Screen
from desk_app.ui.shell.typing import KeyTraffic
from desk_app.ui.shortcuts import Context, shortcut
from tests.ui.screens.intake.page import box, focused, type_into
from tests.ui.screens.intake.world import OLD_WOMAN, SON, World, known


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
    known(world)
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
    known(world)
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
    known(world)
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
    known(world)
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
    known(world)
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
