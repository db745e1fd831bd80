from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from desk_app.domain.errors import StoreLocked
from desk_app.ui.shell.fault_dialog import FaultDialog, FaultTeller


def _dialog(teller: FaultTeller) -> FaultDialog:
    assert teller.dialog is not None
    return teller.dialog


def test_a_bug_is_told_in_plain_words_and_can_be_copied(qtbot: QtBot) -> None:
    teller = FaultTeller()
    teller.tell(ValueError("x"), "versions and trace")
    qtbot.waitUntil(lambda: teller.dialog is not None)
    dialog = _dialog(teller)
    assert "都在" in dialog.banner.detail.text()
    dialog.copy_button.click()
    assert QGuiApplication.clipboard().text() == "versions and trace"
    assert dialog.copy_button.text() == "已复制"
    dialog.accept()
    assert teller.dialog is None


def test_a_forgotten_sentence_is_shown_without_a_report(qtbot: QtBot) -> None:
    teller = FaultTeller()
    teller.tell(StoreLocked(), "report")
    teller.tell(ValueError("one at a time"), "report")
    qtbot.waitUntil(lambda: teller.dialog is not None)
    dialog = _dialog(teller)
    assert dialog.banner.heading.text() == "数据正被另一个窗口使用"
    assert dialog.copy_button.isHidden()
    qtbot.wait(1)
    dialog.accept()
    assert teller.dialog is None
