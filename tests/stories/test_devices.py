"""Readers and scanners at the counter: a card fills the form, a failure is one sentence, nothing blocks."""

from __future__ import annotations

import socket
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desk_app.config import DeskSettings, write_settings
from desk_app.devices.id_reader import SAMPLE_CARD, SimulatedReader
from desk_app.devices.simulated_services import http_service, socket_service
from desk_app.domain.cases import CaseState
from desk_app.domain.id_card import CardRead
from desk_app.ui.screens.settings.sections import Section
from desk_app.ui.screens.settings.view import SettingsView
from desk_app.wiring.desk import SETTINGS_FILE
from tests.stories.counter import BENEFIT, PROOF, SUN, WANG, Counter, Hands

SUN_CARD = CardRead(SUN.id_number, SUN.name, address="示例镇北河村 4 号", valid_until=date(2036, 1, 1))
WANG_CARD = CardRead(WANG.id_number, WANG.name, address=WANG.address, valid_until=date(2020, 1, 1))


def with_reader(counter: Counter, kind: str, address: str = "") -> Hands:
    """The desk as it was left yesterday: with this reader."""
    settings = DeskSettings(reader_kind=kind, reader_address=address)
    write_settings(counter.folder / SETTINGS_FILE, settings)
    return counter.open_signed_in()


def lay(counter: Counter, deck: SimulatedReader, card: CardRead | None, seen: str) -> None:
    """A card on the reader, until the desk shows it."""
    deck.card = card
    counter.hands.wait_until(lambda: seen in counter.words(), f"{seen} is on the screen")
    counter.hands.calm()


def settings_of(counter: Counter) -> SettingsView:
    page = counter.running.window.frame.pages.page("settings")
    assert isinstance(page, SettingsView)
    return page


def test_a_card_on_a_websocket_reader_fills_the_intake(counter: Counter) -> None:
    deck = SimulatedReader()
    with socket_service(deck) as address:
        hands = with_reader(counter, "socket", address)
        counter.start(BENEFIT)
        deck.card = SUN_CARD
        hands.wait_until(lambda: counter.form().get("name") == SUN.name, "the card fills the form")
        hands.calm()
        form = counter.form()
        assert form["address"] == SUN_CARD.address
        assert SUN.id_number not in counter.words()
        hands.press("F4", "Ctrl+Return")
        case = counter.last_case()
        assert (case.state, case.applicant.name) == (CaseState.ACCEPTED, SUN.name)
        assert case.applicant.id_number == SUN.id_number
        assert counter.page() == "lookup"
        hands.wait_until(lambda: not counter.running.window.frame.bar.reader.isVisible(), "all is well")
        counter.close()


def test_a_card_read_first_finds_its_bearer_and_fills_what_is_picked_next(counter: Counter) -> None:
    deck = SimulatedReader()
    with http_service(deck) as address:
        hands = with_reader(counter, "http", address)
        deck.card = SUN_CARD
        bar = counter.running.window.frame.bar
        hands.wait_until(lambda: bar.results_shown, "the bearer is offered")
        hands.calm()
        hands.press("Return")
        counter.start(BENEFIT)
        hands.calm()
        assert counter.form()["name"] == SUN.name
        counter.close()


def test_an_expired_card_is_told_and_the_second_card_asks(counter: Counter) -> None:
    deck = SimulatedReader()
    with socket_service(deck) as address:
        hands = with_reader(counter, "socket", address)
        counter.start(BENEFIT)
        lay(counter, deck, WANG_CARD, "身份证过期了")
        assert "有效期到 2020-01-01" in counter.words()
        hands.wait_until(lambda: counter.form().get("name") == WANG.name, "the card fills the form")
        deck.card = None
        hands.wait_until(counter.running.jobs.idle, "the reader was looked at")
        lay(counter, deck, SUN_CARD, "又读到一张证件")
        assert counter.form()["name"] == WANG.name
        hands.press("Alt+2")
        assert counter.form()["proxy_name"] == SUN.name
        counter.close()


def test_a_reader_that_is_not_there_is_one_sentence_and_typing_goes_on(counter: Counter) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        address = f"ws://127.0.0.1:{taken.getsockname()[1]}"
    hands = with_reader(counter, "socket", address)
    chip = counter.running.window.frame.bar.reader
    hands.wait_until(chip.isVisible, "the bar says so")
    assert chip.text() == "读卡器没应声"
    assert counter.accept(BENEFIT, WANG).state is CaseState.ACCEPTED
    hands.press("Ctrl+L")
    assert not chip.isVisible()


def test_a_reader_that_types_like_a_keyboard_fills_the_form(counter: Counter) -> None:
    hands = counter.open_signed_in()
    counter.start(BENEFIT)
    hands.scan(f"{SUN.id_number}|Sun Moumou|2015.01.01-2035.01.01")
    hands.calm()
    assert counter.form()["name"] == "Sun Moumou"


def test_the_demonstration_card_is_laid_by_a_key(counter: Counter) -> None:
    hands = with_reader(counter, "simulator")
    counter.start(PROOF)
    hands.press("Ctrl+Shift+D")
    hands.wait_until(lambda: counter.form().get("name") == SAMPLE_CARD.name, "the sample card is read")


def to_devices(counter: Counter) -> SettingsView:
    """Ctrl+, and down the list to the page of devices."""
    counter.hands.press("Ctrl+,", *["Down"] * list(Section).index(Section.DEVICES))
    return settings_of(counter)


def choose(hands: Hands, editor: QWidget, times: int) -> None:
    """Walk along the choices of a row."""
    editor.setFocus(Qt.FocusReason.TabFocusReason)
    hands.press(*["Right"] * times)


def test_reader_and_scanner_are_chosen_and_tried_in_the_settings(counter: Counter) -> None:
    deck = SimulatedReader()
    hands = counter.open_signed_in()
    hands.press("Ctrl+Shift+D")
    assert "还没选读卡器" in counter.words()
    with socket_service(deck) as address:
        view = to_devices(counter)
        page = view.book.devices
        assert not page.trial.isEnabled()
        choose(hands, page.reader.editors["reader_kind"], 2)
        page.reader.editors["reader_address"].setFocus()
        hands.type(address)
        hands.press("Return")
        assert counter.running.desk.settings.reader_kind == "socket"
        page.trial.setFocus()
        hands.press("Space")
        hands.wait_until(lambda: "上面没有卡" in counter.words(), "the reader answered")
        hands.calm()
        page.scanner.editors["scan_prefix"].setFocus()
        hands.type("#")
        hands.press("Return")
        page.line.setFocus()
        hands.type("a")
        assert "没认成扫码" in counter.words()
        counter.clear_line()
        hands.scan("#37107312632400197")
        assert "认出来了，17 位，末尾是 97" in counter.words()
        assert page.line.text() == ""
        page.reader.editors["reader_address"].setFocus()
        counter.clear_line()
        hands.type("ws://192.0.2.7:80")
        hands.press("Return")
        page.trial.setFocus()
        hands.press("Space")
        hands.wait_until(lambda: "不在这台电脑上" in counter.words(), "the address is refused")
        assert counter.running.desk.settings.scan_prefix == "#"
        counter.close()
