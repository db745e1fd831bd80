"""Decisions about accounts: adding, roles, passwords, closing, the recovery sheet."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject

from desk_app.domain.errors import IllegalMove, StoreDamaged
from desk_app.domain.sites import Role
from desk_app.ui.screens.settings.calls import NewPerson
from desk_app.ui.screens.settings.sections import Section
from desk_app.ui.screens.settings.shown import PersonTask, Said
from tests.ui.screens.settings.office import SUN, WANG, WORDS, ZHAO, Office
from tests.ui.screens.settings.watching import GOOD, opened

pytestmark = pytest.mark.usefixtures("qapp")


def test_who_is_at_the_keyboard_is_chosen_first(owner: QObject) -> None:
    page = opened(Office(), Section.PEOPLE, owner)
    assert page.now.people.user == WANG
    assert page.asks(PersonTask.OWN_PASSWORD)


def test_accounts_that_cannot_be_read_are_told(owner: QObject) -> None:
    page = opened(Office(users_trouble=StoreDamaged("vault_damaged"), me=None), Section.PEOPLE, owner)
    assert isinstance(page.now.trouble, StoreDamaged)
    assert page.asks(PersonTask.NONE)
    page.presenter.people.set_role(Role.AGENT)
    page.presenter.people.close_account()
    page.presenter.people.set_password("", GOOD, GOOD)
    assert page.now.people.users == ()


def test_somebody_new(owner: QObject) -> None:
    office = Office()
    page = opened(office, Section.PEOPLE, owner)
    people = page.presenter.people
    people.open_form()
    assert page.asks(PersonTask.ADD)
    people.add(NewPerson("周某某", Role.CLERK), GOOD, "geheim-2027")
    people.add(NewPerson(" ", Role.CLERK), GOOD, GOOD)
    assert office.told == []
    people.add(NewPerson("周某某", Role.CLERK, "05 号窗口"), GOOD, GOOD)
    assert office.told == [("add", NewPerson("周某某", Role.CLERK, "05 号窗口"), GOOD)]
    assert page.did(Said.PERSON_ADDED)
    assert page.asks(PersonTask.OWN_PASSWORD)
    assert [user.name for user in page.now.people.users][-1] == "周某某"


def test_escape_closes_the_form_and_then_has_nothing_to_close(owner: QObject) -> None:
    page = opened(Office(), Section.PEOPLE, owner)
    page.presenter.people.open_form()
    assert [page.presenter.back(), page.presenter.back()] == [True, False]


def test_choosing_another_row_leaves_the_form(owner: QObject) -> None:
    page = opened(Office(), Section.PEOPLE, owner)
    page.presenter.people.open_form()
    page.presenter.people.choose(WANG.id)
    assert page.asks(PersonTask.OWN_PASSWORD)
    shown = len(page.shown)
    page.presenter.people.choose(WANG.id)
    assert len(page.shown) == shown


def test_a_role_a_reset_and_a_closing_for_somebody_else(owner: QObject) -> None:
    office = Office()
    page = opened(office, Section.PEOPLE, owner)
    people = page.presenter.people
    people.choose(ZHAO.id)
    assert page.asks(PersonTask.OTHER)
    people.set_role(Role.CLERK)
    people.set_role(Role.AUDITOR)
    assert page.did(Said.ROLE_CHANGED)
    people.set_password("", "kurz", "kurz")
    people.set_password("", GOOD, GOOD)
    assert page.did(Said.PASSWORD_SET)
    people.close_account()
    assert page.did(Said.ACCOUNT_CLOSED)
    assert office.told == [("role", ZHAO.id, Role.AUDITOR), ("reset", ZHAO.id, GOOD), ("close", ZHAO.id)]


def test_ones_own_password_and_a_closed_account(owner: QObject) -> None:
    office = Office()
    page = opened(office, Section.PEOPLE, owner)
    page.presenter.people.set_password("altes-2025", GOOD, GOOD)
    page.presenter.people.choose(SUN.id)
    assert page.asks(PersonTask.REOPEN)
    page.presenter.people.set_password("", GOOD, GOOD)
    assert office.told == [("own", "altes-2025", GOOD), ("reopen", SUN.id, GOOD)]
    assert page.did(Said.ACCOUNT_REOPENED)


def test_the_last_manager_stays_and_the_reason_is_told(owner: QObject) -> None:
    office = Office(trouble=IllegalMove("last_manager"))
    page = opened(office, Section.PEOPLE, owner)
    page.presenter.people.choose(ZHAO.id)
    page.presenter.people.close_account()
    assert isinstance(page.now.trouble, IllegalMove)
    assert not page.now.busy


def test_the_sheet_is_shown_while_the_page_is_open(owner: QObject) -> None:
    office = Office()
    page = opened(office, Section.PEOPLE, owner)
    page.presenter.sheet.print()
    page.presenter.sheet.make()
    assert page.now.people.sheet == WORDS
    page.presenter.sheet.print()
    assert office.told == [("sheet",), ("print sheet", WORDS)]
    assert page.now.text == "恢复单已送去打印"
    page.presenter.open(Section.DISPLAY)
    assert page.now.people.sheet == ""


def test_without_the_right_no_form_and_no_sheet(owner: QObject) -> None:
    office = Office(rights=frozenset())
    page = opened(office, Section.PEOPLE, owner)
    page.presenter.people.open_form()
    page.presenter.sheet.make()
    assert page.asks(PersonTask.OWN_PASSWORD)
    assert not page.now.may
    assert office.told == []
