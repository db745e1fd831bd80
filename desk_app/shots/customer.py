"""The customer's screen, face by face, beside a clerk who has just taken something in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desk_app.shots.camera import Camera
from desk_app.ui.screens.customer.making import rate_face, thanks_face
from desk_app.ui.screens.customer.view import CustomerWindow
from desk_app.wiring.places import CASES

SIGNATURE = ((60, 60), (110, 140), (160, 70), (210, 150), (300, 90), (380, 130), (470, 80))


def beside_the_counter(camera: Camera) -> Iterator[Path]:
    """Welcome, confirm, sign, progress, rate, thanks."""
    hands, program = camera.hands, camera.running.program
    hands.press("Ctrl+Shift+K")
    window = program.customer.stage.window
    presenter = program.customer.stage.presenter
    if window is None or presenter is None:
        return
    yield from camera.take_beside("customer-welcome", window)
    hands.press("Ctrl+2", "Ctrl+Tab", "F8")
    camera.settle()
    yield from camera.take("intake-customer")
    yield from camera.take_beside("customer-confirm", window)
    program.window.frame.pages.show_page(CASES)
    camera.settle()
    hands.press("Down", "Return")
    camera.settle()
    hands.press("Shift+F8")
    camera.settle()
    _sign(window)
    yield from camera.take_beside("customer-sign", window)
    hands.press("F8", "F8")
    camera.settle()
    yield from camera.take_beside("customer-progress", window)
    shown = program.cases.presenter.page.session.shown if program.cases is not None else None
    if shown is not None:
        presenter.show(rate_face(shown.case))
        yield from camera.take_beside("customer-rate", window)
        presenter.show(thanks_face(shown.case, bad=False))
        yield from camera.take_beside("customer-thanks", window)
    hands.press("Ctrl+Shift+K")


def _sign(window: CustomerWindow) -> None:
    pad, left = window.sign.pad, Qt.MouseButton.LeftButton
    QTest.mousePress(pad, left, pos=QPoint(*SIGNATURE[0]))
    for x, y in SIGNATURE[1:]:
        QTest.mouseMove(pad, QPoint(x, y))
    QTest.mouseRelease(pad, left, pos=QPoint(*SIGNATURE[-1]))
