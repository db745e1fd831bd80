"""The second window: what a finger does, and that nothing of anybody stays behind."""

from __future__ import annotations

from uuid import UUID

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QInputDevice, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desk_app.domain.case_life import Satisfaction
from desk_app.ui.screens.customer.presenter import CustomerPresenter
from desk_app.ui.screens.customer.values import (
    Confirm,
    Fact,
    Head,
    Ink,
    Progress,
    Rate,
    Sign,
    Step,
    Thanks,
    Welcome,
)
from desk_app.ui.screens.customer.view import CustomerWindow
from desk_app.ui.screens.customer.words import chip_state, head_word, spoken

ME = UUID(int=1)
FACTS = (Fact("申请人", "张某某", "张*某"), Fact("手机号", "138****0000"))
FACES = (
    Welcome(),
    Confirm(ME, FACTS),
    Confirm(ME, FACTS, veiled=True),
    Confirm(ME, FACTS, answer=True),
    Confirm(ME, FACTS, answer=False),
    Sign(ME, "张某某签名"),
    Rate(ME, "张*某，已办结"),
    Progress(ME, "高龄津贴", (Step("收件", True, "11 月 24 日"), Step("受理", False)), "最晚 12 月 8 日办好"),
    Thanks(ME, "谢谢您", "慢走"),
)


@pytest.fixture
def window(qtbot: QtBot) -> CustomerWindow:
    made = CustomerWindow(CustomerPresenter())
    qtbot.addWidget(made)
    made.set_head(Head("示例镇便民服务中心", "03 号窗口"))
    made.place()
    qtbot.waitUntil(made.isVisible)
    return made


def words(window: CustomerWindow) -> str:
    return "\n".join(label.text() for label in window.findChildren(QLabel))


@pytest.mark.parametrize("face", FACES)
def test_every_face_paints_and_speaks(window: CustomerWindow, face: Welcome) -> None:
    window._presenter.show(face)
    assert not window.grab().isNull()
    assert spoken(face)
    assert chip_state(face)[0].startswith("客屏")
    assert isinstance(head_word(face), str)


def test_nothing_stays_behind_the_welcome(window: CustomerWindow) -> None:
    for face in FACES[1:]:
        window._presenter.show(face)
        window._presenter.clear()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert "某" not in words(window)
        assert "138" not in words(window)


def test_others_nearby_see_no_name(window: CustomerWindow) -> None:
    window._presenter.show(FACES[2])
    shown = [label.text() for label in window.confirm.findChildren(QLabel) if label.isVisible()]
    assert "张*某" in shown
    assert "张某某" not in shown


def test_buttons_and_cards_answer(window: CustomerWindow, qtbot: QtBot) -> None:
    presenter = window._presenter
    window._presenter.show(FACES[1])
    with qtbot.waitSignal(presenter.answered) as answered:
        QTest.mouseClick(window.confirm.right, Qt.MouseButton.LeftButton)
    assert answered.args == [ME, True]
    assert not window.confirm.right.isEnabled()
    presenter.show(FACES[6])
    with qtbot.waitSignal(presenter.rated) as rated:
        QTest.mouseClick(window.rate.cards[1], Qt.MouseButton.LeftButton)
    assert rated.args == [ME, Satisfaction.SATISFIED]
    QTest.mouseClick(window, Qt.MouseButton.LeftButton, pos=QPoint(5, 120))


def draw(window: CustomerWindow) -> None:
    pad = window.sign.pad
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(50, 50))
    QTest.mouseMove(pad, QPoint(120, 90))
    QTest.mouseMove(pad, QPoint(5_000, 90))
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(120, 90))


def test_a_signature_is_ink_and_a_picture(window: CustomerWindow, qtbot: QtBot) -> None:
    presenter = window._presenter
    presenter.show(FACES[5])
    assert not window.sign.done.isEnabled()
    window.sign._finish()
    draw(window)
    window.sign.again.click()
    assert window.sign.pad.empty
    QTest.mouseMove(window.sign.pad, QPoint(10, 10))
    draw(window)
    window.grab()
    with qtbot.waitSignal(presenter.signed) as signed:
        window.sign.done.click()
    ink = signed.args[1]
    assert isinstance(ink, Ink)
    (stroke,) = ink.strokes
    assert stroke[0][:3] == (50.0, 50.0, 0)
    assert stroke[-1][0] <= window.sign.pad.width()
    picture = QImage.fromData(ink.picture)
    grey = {picture.pixelColor(x, y).value() for x in range(picture.width()) for y in range(picture.height())}
    assert min(grey) < 64
    assert max(grey) == 255


def pen(window: CustomerWindow, kind: QTabletEvent.Type, at: QPointF, pressure: float) -> None:
    device = QPointingDevice.primaryPointingDevice()
    assert isinstance(device, QInputDevice)
    none = Qt.KeyboardModifier.NoModifier
    left = Qt.MouseButton.LeftButton
    event = QTabletEvent(kind, device, at, at, pressure, 0, 0, 0, 0, 0, none, left, left)
    QApplication.sendEvent(window.sign.pad, event)


def test_a_pen_brings_its_pressure(window: CustomerWindow) -> None:
    window._presenter.show(FACES[5])
    kinds = QTabletEvent.Type
    pen(window, kinds.TabletMove, QPointF(1, 1), 0.2)
    for kind, x, pressure in ((kinds.TabletPress, 20, 0.3), (kinds.TabletMove, 40, 0.9)):
        pen(window, kind, QPointF(x, 20), pressure)
    pen(window, kinds.TabletRelease, QPointF(40, 20), 0)
    (stroke,) = window.sign.pad.ink().strokes
    assert [point[3] for point in stroke] == [0.3, 0.9]


def test_more_than_a_signature_is_not_kept(window: CustomerWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desk_app.ui.screens.customer.faces.pad.MOST_POINTS", 2)
    window._presenter.show(FACES[5])
    draw(window)
    assert len(window.sign.pad.ink().strokes[0]) == 2


def test_closed_by_hand_it_forgets(window: CustomerWindow, qtbot: QtBot) -> None:
    window._presenter.show(FACES[1])
    with qtbot.waitSignal(window.closed):
        window.close()
    assert window._presenter.face == Welcome()
