"""套打 by keyboard: facts are put on, moved and taken off; a printer is calibrated."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desk_app.domain.documents import DocumentKind, PaperSize
from desk_app.domain.overprint import Fact, Offset
from desk_app.domain.sites import Right
from desk_app.ui.screens.settings.sections import Section
from tests.ui.screens.keyboard import press
from tests.ui.screens.settings.office import Office
from tests.ui.screens.settings.page import Paths, settings_of, words_in
from tests.ui.screens.settings.watching import opened

pytestmark = pytest.mark.usefixtures("qapp")


def test_a_form_is_made_and_kept(owner: QObject) -> None:
    office = Office()
    page = opened(office, Section.OVERPRINT, owner)
    part = page.presenter.overprint
    part.add(Fact.APPLICANT)
    part.add(Fact.DUE)
    assert page.now.overprint.at == 1
    before = page.now.overprint.form.spots[1]
    part.move(1, 0)
    part.move(0, -1, far=True)
    after = page.now.overprint.form.spots[1]
    assert (after.x - before.x, after.y - before.y) == (0.5, -5.0)
    part.change("x", "33,5")
    part.change("size", "many")
    part.change("y", "1e9")
    assert page.now.overprint.form.spots[1].x == 33.5
    part.pick(2)
    assert page.now.overprint.at == 0
    part.remove()
    assert [spot.fact for spot in page.now.overprint.form.spots] == [Fact.DUE]
    part.turn(page.now.overprint.form.on(PaperSize.FANFOLD_HALF))
    part.step_offset(1, -2)
    assert page.now.overprint.offset == Offset(0.1, -0.2)
    part.choose_printer("柜台热敏机")
    assert page.now.overprint.offset == Offset()
    saves = office.told.count(("forms",))
    part.turn(page.now.overprint.form)
    assert office.told.count(("forms",)) == saves, "nothing changed, nothing kept"
    part.choose_paper(DocumentKind.RECEIPT)
    assert page.now.overprint.form.spots == ()
    part.pick(3)
    assert page.now.overprint.at == 0


def test_a_clerk_looks_and_keeps_nothing(owner: QObject) -> None:
    office = Office(rights=frozenset(Right) - {Right.MANAGE_SITE})
    page = opened(office, Section.OVERPRINT, owner)
    page.presenter.overprint.add(Fact.ITEM)
    assert ("forms",) not in office.told


def test_the_page_by_keyboard(qtbot: QtBot) -> None:
    office, paths = Office(), Paths()
    view = settings_of(office, qtbot, Section.OVERPRINT, paths=paths)
    page = view.book.overprint
    page.focus_start()
    assert page.paper.hasFocus()
    page.fact.setCurrentIndex(list(Fact).index(Fact.CLERK))
    page.add.click()
    assert page.canvas.hasFocus(), "what was put on has the keys"
    x, y = page.canvas.form.spots[0].x, page.canvas.form.spots[0].y
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert (page.canvas.form.spots[0].x, page.canvas.form.spots[0].y) == (x + 0.5, y + 5.0)
    page.add.click()
    press(Qt.Key.Key_PageDown)
    assert page.canvas.at == 0
    press(Qt.Key.Key_PageUp)
    assert page.canvas.at == 1
    assert "经办人" in page.canvas.accessibleDescription()
    spot, scale = page.canvas.form.spots[0], page.canvas.scale
    QTest.mouseClick(
        page.canvas, Qt.MouseButton.LeftButton, pos=QPoint(round((spot.x + 2) * scale), round(spot.y * scale))
    )
    assert page.canvas.at == 0
    QTest.mouseClick(page.canvas, Qt.MouseButton.LeftButton, pos=QPoint(1, 1))
    press(Qt.Key.Key_Delete)
    assert len(page.canvas.form.spots) == 1
    page.numbers["width"].setFocus()
    page.numbers["width"].setText("40")
    press(Qt.Key.Key_Return)
    assert page.canvas.form.spots[0].width == 40
    page.paper_size.activated.emit(2)
    assert page.canvas.form.size is PaperSize.FANFOLD
    page.use.click()
    assert page.canvas.form.in_use
    page.steps[1].click()
    assert "左右 +0.1" in words_in(page.offset)
    page.calibrate.click()
    page.test.click()
    page.printer.activated.emit(1)
    paths.answer = "scan.png"
    page.picture.click()
    assert ("picture", DocumentKind.ACCEPTANCE, "scan.png") in office.told
    assert ("calibrate", DocumentKind.ACCEPTANCE, "folder") in office.told
    assert ("form test", DocumentKind.ACCEPTANCE, "folder") in office.told
    assert page.canvas.form.picture == "acceptance"
    page.paper.activated.emit(1)
    press(Qt.Key.Key_Tab)
