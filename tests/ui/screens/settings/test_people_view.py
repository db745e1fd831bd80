"""The page of accounts by keyboard and mouse."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk_app.domain.errors import IllegalMove
from desk_app.domain.sites import Role
from desk_app.ui.screens.settings.calls import NewPerson
from desk_app.ui.screens.settings.sections import Section
from tests.ui.screens.keyboard import CTRL, focused, press, type_in
from tests.ui.screens.late_jobs import LateJobs
from tests.ui.screens.settings.office import WORDS, ZHAO, Office
from tests.ui.screens.settings.page import settings_of
from tests.ui.screens.settings.watching import GOOD


def test_adding_somebody_by_keyboard(qtbot: QtBot) -> None:
    office = Office()
    view = settings_of(office, qtbot, Section.PEOPLE)
    press(Qt.Key.Key_N, CTRL)
    assert focused() == "姓名"
    view.primary()
    assert focused() == "姓名"
    type_in("周某某")
    view.primary()
    assert focused() == "新口令"
    type_in(GOOD)
    press(Qt.Key.Key_Tab)
    type_in(GOOD)
    view.book.people.form.counter.editor.setFocus()
    type_in("05 号窗口")
    view.primary()
    assert office.told == [("add", NewPerson("周某某", Role.CLERK, "05 号窗口"), GOOD)]
    assert "加好了" in view.banner.heading.text()
    assert view.book.people.form.new.password.text() == ""


def test_a_new_person_can_be_given_up(qtbot: QtBot) -> None:
    office = Office()
    view = settings_of(office, qtbot, Section.PEOPLE)
    view.book.people.new.click()
    view.book.people.form.role.setCurrentIndex(1)
    view.book.people.form.role.activated.emit(1)
    view.book.people.form.cancel.click()
    assert view.book.people.form.name.isHidden()
    view.book.people.new.click()
    assert view.back()
    assert office.told == []


def test_ones_own_password_needs_the_old_one(qtbot: QtBot) -> None:
    office = Office()
    view = settings_of(office, qtbot, Section.PEOPLE)
    form = view.book.people.form
    form.new.password.editor.setFocus()
    type_in(GOOD)
    press(Qt.Key.Key_Tab)
    type_in(GOOD)
    assert not form.save.isEnabled()
    view.primary()
    assert focused() == "现在的口令"
    type_in("altes-2025")
    assert form.save.isEnabled()
    form.save.click()
    assert office.told == [("own", "altes-2025", GOOD)]
    assert form.old.text() == "" or form.new.password.text() == ""


def test_somebody_elses_role_password_and_closing(qtbot: QtBot) -> None:
    office = Office()
    view = settings_of(office, qtbot, Section.PEOPLE)
    page = view.book.people
    page.focus_start()
    press(Qt.Key.Key_Down)
    assert page.form._head.title_text.full_text == "赵某某"
    page.form.role.setCurrentIndex(3)
    page.form.role.activated.emit(3)
    page.form.new.password.editor.setFocus()
    type_in(GOOD)
    press(Qt.Key.Key_Tab)
    type_in(GOOD)
    page.form.save.click()
    page.form.shut.click()
    assert office.told == [("role", ZHAO.id, Role.AUDITOR), ("reset", ZHAO.id, GOOD), ("close", ZHAO.id)]
    page.table.selectRow(2)
    assert page.form.save.text() == "恢复账号"
    assert page.form.shut.isHidden()


def test_a_refusal_is_said_above_the_page(qtbot: QtBot) -> None:
    office = Office(trouble=IllegalMove("last_manager"))
    view = settings_of(office, qtbot, Section.PEOPLE)
    view.book.people.table.selectRow(1)
    view.book.people.form.shut.click()
    assert not view.banner.isHidden()
    assert office.told == []


def test_who_may_not_manage_can_only_change_their_own_password(qtbot: QtBot) -> None:
    view = settings_of(Office(rights=frozenset(), me=ZHAO.id), qtbot, Section.PEOPLE)
    page = view.book.people
    assert not page.new.isEnabled()
    assert page._sheet_card.isHidden()
    assert not page.form.new.isHidden()
    page.table.selectRow(0)
    assert page.form.new.isHidden()
    assert page.form.note.text() == "管人员要负责人来做。"
    view.primary()
    press(Qt.Key.Key_N, CTRL)
    assert page.form.name.isHidden()


def test_nobody_at_the_keyboard_has_no_form(qtbot: QtBot) -> None:
    view = settings_of(Office(me=None), qtbot, Section.PEOPLE)
    assert view.book.people.form.isHidden()


def test_the_sheet_on_the_page(qtbot: QtBot) -> None:
    office = Office()
    view = settings_of(office, qtbot, Section.PEOPLE)
    page = view.book.people
    page.renew.click()
    assert page.sheet.groups == tuple(WORDS.split("-"))
    assert "作废" in page._advice.text()
    page.print.click()
    assert view.banner.heading.text() == "恢复单已送去打印"
    view.presenter.open(Section.SITE)
    view.presenter.open(Section.PEOPLE)
    assert page.sheet.groups == ()


def test_while_a_key_is_derived_the_form_waits(qtbot: QtBot) -> None:
    office, jobs = Office(), LateJobs()
    view = settings_of(office, qtbot, Section.PEOPLE, jobs=jobs)
    view.book.people.table.selectRow(1)
    view.book.people.form.shut.click()
    assert not view.book.people.form.role.isEnabled()
    assert view.book.people.form.new.password.line.isReadOnly()
    jobs.release()
    assert view.book.people.form.role.isEnabled()
    jobs.deleteLater()
