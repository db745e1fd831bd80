"""设备: chosen by key, tried in place."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from desk_app.domain.errors import DeviceTrouble
from desk_app.ui.screens.settings.sections import Section
from tests.ui.screens.settings.office import Office
from tests.ui.screens.settings.page import settings_of


def test_a_reader_is_chosen_saved_and_tried(qtbot: QtBot) -> None:
    office = Office()
    view = settings_of(office, qtbot, Section.DEVICES)
    page = view.book.devices
    assert not page.trial.isEnabled()
    page.reader.changed.emit("reader_kind", "http")
    assert office.values.reader_kind == "http"
    assert ("devices",) in office.told
    assert page.trial.isEnabled()
    page.trial.click()
    assert ("try", "http") in office.told
    assert view.banner.heading.text() == "读出来了"


def test_a_reader_that_does_not_answer_is_told_on_the_page(qtbot: QtBot) -> None:
    office = Office()
    view = settings_of(office, qtbot, Section.DEVICES)
    view.book.devices.reader.changed.emit("reader_kind", "socket")
    office.trouble = DeviceTrouble("reader_silent")
    view.book.devices.trial.click()
    assert "没应声" in view.banner.heading.text()


def test_switches_are_kept_as_switches(qtbot: QtBot) -> None:
    office = Office()
    view = settings_of(office, qtbot, Section.DEVICES)
    view.book.devices.customer.changed.emit("customer_near", "1")
    view.book.devices.scanner.changed.emit("scan_tab", "1")
    assert office.values.customer_near
    assert office.values.scan_tab


def test_a_scan_is_a_trial_only_while_the_line_has_the_keyboard(qtbot: QtBot) -> None:
    view = settings_of(Office(), qtbot, Section.DEVICES)
    page = view.book.devices
    page.focus_start()
    assert not page.take_scan("37107312632400197")
    page.line.setFocus()
    qtbot.keyClicks(page.line, "ab")  # type: ignore[no-untyped-call]  # pytest-qt says no types for it
    assert "没认成扫码" in page.heard.text()
    page.line.clear()
    page.line.textEdited.emit("")
    assert page.heard.text() == ""
    assert page.take_scan("37107312632400197")
    assert "17 位" in page.heard.text()
