"""The lock page by keyboard: choosing, entering, what is said, what is forgotten."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from desk_app.domain.errors import NotAllowed, SignInFailed, StoreLocked
from desk_app.ui.jobs import InlineJobs
from desk_app.ui.screens.unlock.password_page import greeting
from desk_app.ui.screens.unlock.presenter import UnlockPresenter
from desk_app.ui.screens.unlock.shown import DayTime
from desk_app.ui.screens.unlock.view import UnlockView
from desk_app.ui.theme.look import Scheme
from desk_app.ui.theme.switch import LookSwitch
from tests.ui.screens.keyboard import ALT, CTRL, focused, press, put_up, type_in
from tests.ui.screens.unlock.door import ADMIN, WANG, ZHAO, Door


@pytest.fixture
def door() -> Door:
    return Door()


def page_of(door: Door, qtbot: QtBot, width: int = 1366, height: int = 768) -> UnlockView:
    presenter = UnlockPresenter(door.calls, InlineJobs())
    view = UnlockView(presenter)
    presenter.setParent(view)
    put_up(view, qtbot, width, height)
    presenter.open()
    return view


def test_a_letter_chooses_the_person_and_enter_leads_to_the_password(door: Door, qtbot: QtBot) -> None:
    view = page_of(door, qtbot)
    type_in("z")
    assert view.passwords.people.current == str(ZHAO.id)
    assert focused() == "赵某某，04 号窗口"
    press(Qt.Key.Key_Return)
    assert focused() == "赵某某 的口令"
    type_in("geheim-2026")
    press(Qt.Key.Key_Return)
    assert door.tried == [("赵某某", "geheim-2026")]


def test_arrows_walk_through_the_people(door: Door, qtbot: QtBot) -> None:
    view = page_of(door, qtbot)
    press(Qt.Key.Key_Right)
    assert view.passwords.people.current == str(WANG.id)
    press(Qt.Key.Key_Right)
    assert view.passwords.people.current == str(ZHAO.id)
    press(Qt.Key.Key_Left)
    press(Qt.Key.Key_Left)
    press(Qt.Key.Key_Up)
    assert view.passwords.people.current == str(WANG.id)
    type_in("q")
    assert view.passwords.people.current == str(WANG.id)


def test_down_finds_the_row_below(door: Door, qtbot: QtBot) -> None:
    view = page_of(door, qtbot, width=900, height=700)
    view.passwords.people.setFixedWidth(360)
    QApplication.processEvents()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    assert view.passwords.people.current == str(ADMIN.id)
    press(Qt.Key.Key_Up)
    assert view.passwords.people.current == str(WANG.id)


def test_clicking_a_tile_chooses_it(door: Door, qtbot: QtBot) -> None:
    view = page_of(door, qtbot)
    view.passwords.people.tiles[1].click()
    assert view.passwords.password.label.text() == "赵某某 的口令"
    press(Qt.Key.Key_Space)
    assert view.passwords.people.current == str(ZHAO.id)


def test_ctrl_enter_goes_in_once(door: Door, qtbot: QtBot) -> None:
    door.last = WANG.id
    view = page_of(door, qtbot)
    assert view.isVisible()
    assert focused() == "王某某 的口令"
    type_in("geheim-2026")
    press(Qt.Key.Key_Return, CTRL)
    assert door.tried == [("王某某", "geheim-2026")]


def test_enter_without_a_person_or_a_password_goes_to_what_is_missing(door: Door, qtbot: QtBot) -> None:
    view = page_of(door, qtbot)
    view.passwords.password.editor.setFocus()
    press(Qt.Key.Key_Return)
    assert focused() == "王某某，03 号窗口"
    press(Qt.Key.Key_Right)
    view.look_up.setFocus()
    view.primary()
    assert focused() == "王某某 的口令"
    assert door.tried == []


def test_what_was_typed_is_forgotten_once_inside(door: Door, qtbot: QtBot) -> None:
    door.last = WANG.id
    view = page_of(door, qtbot)
    type_in("geheim-2026")
    view.passwords.enter.click()
    assert view.passwords.password.text() == ""


def test_a_wrong_password_is_said_at_the_field_and_marked_for_the_next_try(door: Door, qtbot: QtBot) -> None:
    door.last, door.trouble = WANG.id, SignInFailed("wrong_password", left=3)
    view = page_of(door, qtbot)
    type_in("falsch-2026")
    press(Qt.Key.Key_Return)
    assert "还能试 3 次" in view.passwords.password.problem.text()
    assert view.passwords.password.line.selectedText() == "falsch-2026"
    assert view.banner.isHidden()
    view.passwords.people.tiles[1].click()
    assert view.passwords.password.problem.isHidden()


def test_a_closed_door_says_for_how_long(door: Door, qtbot: QtBot) -> None:
    door.last, door.trouble = WANG.id, SignInFailed("locked_out", minutes=10)
    view = page_of(door, qtbot)
    type_in("falsch-2026")
    press(Qt.Key.Key_Return)
    assert "10 分钟" in view.passwords.password.problem.text()


def test_trouble_with_the_store_is_said_above_the_page(door: Door, qtbot: QtBot) -> None:
    door.last, door.trouble = WANG.id, StoreLocked()
    view = page_of(door, qtbot)
    type_in("geheim-2026")
    press(Qt.Key.Key_Return)
    assert not view.banner.isHidden()
    assert view.passwords.password.problem.isHidden()


def test_held_work_is_said_as_a_number_and_nothing_else(door: Door, qtbot: QtBot) -> None:
    door.held = 2
    view = page_of(door, qtbot)
    assert view.passwords.held.heading.text() == "锁屏前的 2 份挂起收件都在"
    view.passwords.people.tiles[0].click()
    assert not view.passwords.held.isHidden()
    assert page_of(Door(), qtbot).passwords.held.isHidden()


def test_the_demo_tells_its_password(door: Door, qtbot: QtBot) -> None:
    door.demo_password = "yanshi-2026"
    assert "yanshi-2026" in page_of(door, qtbot).passwords.rule.text()
    assert "至少 8 位" in page_of(Door(), qtbot).passwords.rule.text()


def test_the_sheet_by_keyboard(door: Door, qtbot: QtBot) -> None:
    door.last = ADMIN.id
    view = page_of(door, qtbot)
    press(Qt.Key.Key_R, ALT)
    assert focused() == "恢复单上的字"
    press(Qt.Key.Key_Return)
    assert focused() == "恢复单上的字"
    type_in("ABCD-EFGH")
    press(Qt.Key.Key_Return)
    assert focused() == "新口令"
    type_in("kurz")
    assert "至少 8 位" in view.recovery.new.rules.accessibleDescription()
    assert "两次一样" in view.recovery.new.rules.accessibleDescription()
    type_in("-2026")
    press(Qt.Key.Key_Return)
    assert focused() == "新口令再输一遍"
    type_in("kurz-2026")
    assert view.recovery.new.rules.accessibleDescription() == ""
    press(Qt.Key.Key_Return)
    assert door.tried == [("ABCD-EFGH", "管理员", "kurz-2026")]
    assert view.recovery.words.text() == ""


def test_a_filled_form_that_is_not_good_leads_to_the_password(door: Door, qtbot: QtBot) -> None:
    door.last = ADMIN.id
    view = page_of(door, qtbot)
    view.passwords.lost.click()
    type_in("ABCD")
    for field in (view.recovery.new.password, view.recovery.new.again):
        field.editor.setFocus()
        type_in("11111111")
    assert "别全用同一个字符" in view.recovery.new.rules.accessibleDescription()
    view.primary()
    assert focused() == "新口令"


def test_a_refused_sheet_keeps_everything_and_says_why(door: Door, qtbot: QtBot) -> None:
    door.last, door.trouble = WANG.id, NotAllowed("right_missing", right="manage_users")
    view = page_of(door, qtbot)
    view.passwords.lost.click()
    view.recovery.person.setCurrentIndex(1)
    view.recovery.person.activated.emit(1)
    for field, text in (
        (view.recovery.words, "ABCD"),
        (view.recovery.new.password, "geheim-2026"),
        (view.recovery.new.again, "geheim-2026"),
    ):
        field.editor.setFocus()
        type_in(text)
    view.recovery.use.click()
    assert door.tried == [("ABCD", "赵某某", "geheim-2026")]
    assert view.recovery.words.text() == "ABCD"
    assert "权限" in view.recovery.words.problem.text()


def test_escape_goes_back_and_otherwise_does_nothing(door: Door, qtbot: QtBot) -> None:
    door.last = WANG.id
    view = page_of(door, qtbot)
    type_in("gehei")
    press(Qt.Key.Key_Escape)
    assert view.passwords.password.text() == "gehei"
    press(Qt.Key.Key_R, ALT)
    press(Qt.Key.Key_Escape)
    assert focused() == "王某某 的口令"


def test_wishes_beyond_the_page(door: Door, qtbot: QtBot) -> None:
    view = page_of(door, qtbot)
    said: list[str] = []
    view.lookup_requested.connect(lambda: said.append("look up"))
    view.large_type_requested.connect(lambda: said.append("large"))
    view.contrast_requested.connect(lambda: said.append("contrast"))
    for button in (view.look_up, view.large, view.contrast):
        button.click()
    view.bind_look_keys()
    for key in (Qt.Key.Key_K, Qt.Key.Key_D, Qt.Key.Key_G):
        press(key, ALT)
    press(Qt.Key.Key_F9)
    assert said == ["look up", "large", "contrast"] * 2


def test_everything_has_a_name_for_screen_readers(door: Door, qtbot: QtBot) -> None:
    view = page_of(door, qtbot)
    for kind in (QAbstractButton, QLineEdit, QComboBox):
        for widget in view.findChildren(kind):
            assert widget.accessibleName() or widget.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert view.passwords.people.accessibleName() == "人员"


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("size", [(900, 500), (1024, 700), (1366, 768), (1440, 900)])
def test_it_fits_every_window(
    door: Door, qtbot: QtBot, qapp: QApplication, size: tuple[int, int], large: bool
) -> None:
    switch = LookSwitch(qapp, Scheme.HIGH_CONTRAST, large)
    view = page_of(door, qtbot, *size)
    assert view.width() == size[0]
    assert view.minimumSizeHint().width() <= 900
    picture = view.grab()
    assert not picture.isNull()
    switch.choose(Scheme.LIGHT, large)
    switch.choose(Scheme.LIGHT, False)
    switch.deleteLater()


def test_a_click_on_the_ground_or_a_cover_leads_the_keys_back(door: Door, qtbot: QtBot) -> None:
    door.last = WANG.id
    view = page_of(door, qtbot)
    view.look_up.setFocus()
    view.setFocus()
    assert focused() == "王某某 的口令"


def test_every_part_of_the_day_has_its_greeting(qapp: QApplication) -> None:
    assert len({greeting(part) for part in DayTime}) == len(DayTime)
