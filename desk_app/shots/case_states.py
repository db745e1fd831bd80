"""The page of a case in the states that matter, with the questions its acts ask."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from desk_app.domain.case_list import CaseLine, CaseQuery
from desk_app.domain.cases import CaseState
from desk_app.domain.moves import Act
from desk_app.shots.camera import Camera
from desk_app.ui.screens.cases.screen import CasesScreen
from desk_app.ui.words import word
from desk_app.wiring.places import CASES

_DEADLINES = 3
_ASKED: tuple[tuple[CaseState, Act, str], ...] = (
    (CaseState.RECEIVED, Act.ASK_SUPPLEMENT, "ask-supplement"),
    (CaseState.SUPPLEMENTING, Act.TAKE_SUPPLEMENT, "take-supplement"),
    (CaseState.HANDLING, Act.EXTEND, "ask-extension"),
    (CaseState.HANDLING, Act.CORRECT, "ask-correction"),
    (CaseState.READY, Act.DELIVER, "ask-delivery"),
)
_SHOWN = (
    CaseState.SUPPLEMENTING,
    CaseState.SUSPENDED,
    CaseState.READY,
    CaseState.REFUSED,
    CaseState.FORWARDED,
)


def case_states(camera: Camera) -> Iterator[Path]:
    """Some states, the reasons of a date, the list of acts, and the questions of some."""
    screen = camera.running.window.findChild(CasesScreen)
    if screen is None:
        return
    camera.running.window.frame.pages.show_page(CASES)
    for state in _SHOWN:
        if _open(camera, screen, state):
            yield from camera.take(f"case-{state.value}")
    if _open(camera, screen, CaseState.SUSPENDED):
        screen.case.tabs.bar.setCurrentIndex(_DEADLINES)
        yield from camera.take("case-why-this-day")
        screen.case.tabs.bar.setCurrentIndex(0)
    if _open(camera, screen, CaseState.HANDLING):
        camera.hands.press("F10")
        yield from camera.take("case-more-acts")
        camera.hands.press("Escape")
    for state, act, name in _ASKED:
        if _open(camera, screen, state) and _ask(camera, screen, act):
            yield from camera.take(f"case-{name}")
            camera.hands.press("Escape")


def _open(camera: Camera, screen: CasesScreen, state: CaseState) -> bool:
    """The first case in a state, by its number, is on the page; False where there is none."""
    with camera.running.desk.open_store.read() as reader:
        lines = reader.cases.page(CaseQuery(states=frozenset({state}))).lines
    if not lines:
        return False
    first: CaseLine = min(lines, key=lambda line: line.number)
    screen.open_case(first.id)
    camera.hands.wait_until(lambda: _is_open(screen, first), "the case is on the page")
    camera.settle()
    return True


def _is_open(screen: CasesScreen, line: CaseLine) -> bool:
    shown = screen.presenter.page.session.shown
    return shown is not None and shown.case.id == line.id


def _ask(camera: Camera, screen: CasesScreen, act: Act) -> bool:
    """Begin an act as a clerk would: the large button, or the list behind F10."""
    shown = screen.presenter.page.session.shown
    if shown is not None and shown.first is act:
        camera.hands.press("Ctrl+Return")
    else:
        camera.hands.press("F10")
        buttons = [button for button in screen.case.more.buttons if button.text() == word(act)]
        if not buttons:
            camera.hands.press("Escape")
            return False
        buttons[0].click()
    camera.settle()
    return True
