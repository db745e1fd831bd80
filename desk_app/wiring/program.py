"""The window and its screens, joined: who is asked when something is wished for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from desk_app.domain.cases import Case
from desk_app.domain.errors import DeskError
from desk_app.domain.numbers import ReceiptNumber
from desk_app.ui.jobs import Jobs
from desk_app.ui.messages import told
from desk_app.ui.shell.lanes_bar import HeldTab
from desk_app.ui.theme.look import Tone
from desk_app.ui.theme.switch import LookSwitch
from desk_app.ui.widgets.banner import NextAct
from desk_app.ui.words import word
from desk_app.wiring.bridge import ChangesBridge
from desk_app.wiring.desk import Desk
from desk_app.wiring.places import CASES, INTAKE, LOOKUP
from desk_app.wiring.printing import Printing

if TYPE_CHECKING:
    from desk_app.ui.main_window import MainWindow
    from desk_app.ui.screens.cases.screen import CasesScreen
    from desk_app.ui.screens.intake.calls import Committed
    from desk_app.ui.screens.intake.screen import IntakeScreen
    from desk_app.ui.screens.intake.shown import LaneTab
    from desk_app.ui.screens.lookup.screen import LookupScreen

LONG_HELD_MINUTES = 10
"""From then on a tab says how long somebody has been waiting (experience.md §7)."""


def said(text: str) -> str:
    """A word of the frame, translated."""
    return QCoreApplication.translate("Program", text)


@dataclass(frozen=True, slots=True)
class Parts:
    """What app.py makes once and every part of the window shares."""

    desk: Desk
    jobs: Jobs
    switch: LookSwitch
    printing: Printing
    window: MainWindow
    clock: Callable[[], float]


class Program(QObject):
    """The window with its screens. Signing in and out is :mod:`desk_app.wiring.doors`' business."""

    def __init__(self, parts: Parts, parent: QObject) -> None:
        super().__init__(parent)
        self.parts = parts
        self.bridge = ChangesBridge(self)
        self.window = parts.window
        self.site_changed()
        self.lookup: LookupScreen | None = None
        self.intake: IntakeScreen | None = None
        self.cases: CasesScreen | None = None
        self._followed: object | None = None
        self._connect_window()

    def _connect_window(self) -> None:
        window = self.window
        window.lane_new_requested.connect(self._new_lane)
        window.lane_hold_requested.connect(lambda: self._moves(lambda screen: screen.presenter.moves.hold()))
        window.lane_step_requested.connect(
            lambda by: self._moves(lambda screen: screen.presenter.moves.step(by))
        )
        window.same_item_requested.connect(lambda: self._moves(lambda screen: screen.presenter.moves.again()))
        window.withdraw_requested.connect(self._withdraw)
        window.frame.bar.lanes.chosen.connect(self._recall)
        window.frame.pages.shown.connect(lambda _key: window.frame.toast.hide())

    def site_changed(self) -> None:
        """Another profile is open, or the one there is now has a site."""
        info = self.parts.desk.info
        self.window.frame.hints.set_site(info.site.name if info else "")

    def follow_store(self) -> None:
        """Hear of every commit of the store that was just opened; once a store."""
        store = self.parts.desk.open_store
        if self._followed is not store:
            self._followed = store
            store.subscribe(self.bridge.tell)

    def _moves(self, act: Callable[[IntakeScreen], object]) -> None:
        """Do something with lanes; without anybody signed in there are none."""
        if self.parts.desk.clerk is not None:
            self.intake_screen()
            if self.intake is not None:
                act(self.intake)

    def make_page(self, key: str) -> QWidget:
        """A page of the rail, on its first visit."""
        makers = {LOOKUP: self._lookup_page, INTAKE: self._intake_page, CASES: self._cases_page}
        return makers[key]()

    def _lookup_page(self) -> QWidget:
        from desk_app.ui.screens.lookup.screen import LookupScreen
        from desk_app.wiring.lookup import lookup_calls

        screen = LookupScreen(lookup_calls(self.parts.desk, self.parts.printing), self.parts.jobs)
        frame = self.window.frame
        screen.intake_requested.connect(self.start_intake)
        screen.case_requested.connect(self.open_case)
        screen.query_wanted.connect(self._put_query)
        screen.command_wanted.connect(frame.bar.focus_box)
        screen.toast_requested.connect(lambda text: self.say(Tone.GREEN, text))
        screen.hints_changed.connect(self.window.refresh_hints)
        self.lookup = screen
        return screen

    def _put_query(self, text: str) -> None:
        bar = self.window.frame.bar
        bar.box.input.setText(text)
        bar.edited.emit(text)

    def _intake_page(self) -> QWidget:
        from desk_app.ui.screens.intake.screen import IntakeScreen
        from desk_app.wiring.intake import intake_calls

        screen = IntakeScreen(intake_calls(self.parts.desk, self.parts.printing), self.parts.jobs)
        presenter = screen.presenter
        presenter.session.tabs_changed.connect(self._show_tabs)
        presenter.session.failed.connect(self.say_trouble)
        presenter.session.pictured.connect(lambda _shown: self.window.refresh_hints())
        presenter.moves.opened.connect(lambda: self.window.frame.pages.show_page(INTAKE))
        presenter.moves.command_box_wanted.connect(self._free)
        presenter.moves.item_wanted.connect(lambda _number: self._pick_item())
        presenter.submission.committed.connect(self._committed)
        presenter.submission.withdrawn.connect(self._withdrawn)
        presenter.questions.case_wanted.connect(lambda case: self.open_case(case.id))
        self.intake = screen
        return screen

    def _cases_page(self) -> QWidget:
        from desk_app.ui.screens.cases.screen import CasesScreen
        from desk_app.wiring.cases import cases_calls

        screen = CasesScreen(cases_calls(self.parts.desk, self.parts.printing, self.bridge), self.parts.jobs)
        screen.told.connect(lambda text: self.say(Tone.GREEN, text))
        screen.presenter.page.acts.resume_wanted.connect(self.resume)
        self.cases = screen
        return screen

    def intake_screen(self) -> IntakeScreen:
        """The intake screen, built if need be."""
        self.window.frame.pages.page(INTAKE)
        if self.intake is None:
            raise RuntimeError("the intake page makes the intake screen")
        return self.intake

    def start_intake(self, item_id: str) -> None:
        """Begin taking in an application for an item."""
        self.window.frame.bar.clear()
        self.intake_screen().presenter.moves.start(item_id)

    def start_for(self, id_number: str, item_id: str = "") -> None:
        """Begin with a person whose card was read; the item is picked next unless it is known."""
        self.window.frame.bar.clear()
        moves = self.intake_screen().presenter.moves
        if item_id:
            moves.start(item_id, id_number)
        else:
            moves.open_person(id_number)

    def resume(self, case: Case) -> None:
        """Go on with a case that was told what is missing."""
        moves = self.intake_screen().presenter.moves
        if moves.start(case.item.id):
            moves.go_on_with(case)

    def open_case(self, case_id: object) -> None:
        """Show a case's page, from wherever it was found."""
        self.window.frame.bar.clear()
        self.window.frame.pages.show_page(CASES)
        if self.cases is not None:
            self.cases.open_case(case_id)  # type: ignore[arg-type]  # signals carry objects

    def _new_lane(self) -> None:
        """Another citizen: hold what is on the screen, and start where everything starts."""
        self._moves(lambda screen: screen.presenter.moves.hold())
        self._free()

    def _free(self) -> None:
        self.window.frame.bar.clear()
        self.window.frame.pages.show_page(LOOKUP)

    def _pick_item(self) -> None:
        self._free()
        self.say(Tone.BLUE, said("先选办什么事"), said("打几个字或首字母，回车开始收件。"))

    def _recall(self, key: str) -> None:
        if self.intake is not None:
            self.intake.presenter.moves.show(int(key))

    def _show_tabs(self, tabs: tuple[LaneTab, ...]) -> None:
        self.window.frame.bar.lanes.show_tabs([_held_tab(at, tab) for at, tab in enumerate(tabs)])

    def _withdraw(self) -> None:
        pages = self.window.frame.pages
        if pages.key == CASES and self.cases is not None:
            self.cases.withdraw()
        elif self.intake is not None and self.intake.presenter.submission.can_withdraw:
            pages.show_page(INTAKE)
            self.intake.presenter.submission.ask_withdraw()

    def _committed(self, done: Committed) -> None:
        """Say it for six seconds; the keyboard is back where everything starts."""
        self._free()
        number = ReceiptNumber.parse(done.case.number).formatted
        if done.print_problem:
            self.window.frame.say_banner(
                Tone.RED,
                done.print_problem,
                said("办件 {number} 已经存好，不用重新填。").format(number=number),
                [NextAct(said("去办件页再打"), lambda: self.open_case(done.case.id))],
            )
            return
        self.window.frame.clear_banner()
        printed = said("、").join(done.papers)
        heading = said("{state}，{papers}已打印").format(state=word(done.case.state), papers=printed)
        acts = [NextAct(said("撤回这次受理"), self._withdraw, "Ctrl+Z")] if self._can_withdraw() else []
        self.window.frame.toast.show_for_a_while(Tone.GREEN, heading, number, acts)

    def _can_withdraw(self) -> bool:
        return self.intake is not None and self.intake.presenter.submission.can_withdraw

    def _withdrawn(self, case: Case) -> None:
        self._free()
        number = ReceiptNumber.parse(case.number).formatted
        self.say(Tone.GREEN, said("已撤回受理，仍是已收件"), number)

    def say(self, tone: Tone, heading: str, detail: str = "") -> None:
        """A strip for six seconds."""
        self.window.frame.toast.show_for_a_while(tone, heading, detail)

    def say_trouble(self, error: DeskError) -> None:
        """What went wrong and what is safe, until it is mended."""
        heading, detail = told(error)
        self.window.frame.say_banner(Tone.RED, heading, detail, [NextAct(said("知道了"), self.clear_trouble)])

    def clear_trouble(self) -> None:
        """It was read."""
        self.window.frame.clear_banner()


def _held_tab(at: int, tab: LaneTab) -> HeldTab:
    long = tab.held_minutes is not None and tab.held_minutes >= LONG_HELD_MINUTES
    waiting = said("挂起 {minutes} 分").format(minutes=tab.held_minutes) if long else ""
    return HeldTab(str(at), tab.name_masked or said("未填姓名"), tab.item_name, waiting, tab.current)
