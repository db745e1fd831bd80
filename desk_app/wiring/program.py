"""The window and its screens, joined: who is asked when something is wished for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desk_app.ui.jobs import Jobs
from desk_app.ui.shortcuts import bind
from desk_app.ui.theme.look import Tone
from desk_app.ui.theme.switch import LookSwitch
from desk_app.wiring import rare_names
from desk_app.wiring.bridge import ChangesBridge
from desk_app.wiring.customer import CustomerDesk
from desk_app.wiring.day import DayKeys
from desk_app.wiring.desk import Desk
from desk_app.wiring.lane_keys import LaneKeys
from desk_app.wiring.places import (
    CASES,
    HANDOVER,
    INTAKE,
    LOOKUP,
    PICTURES,
    QUICK,
    REGISTERS,
    SETTINGS,
    SHIFT,
)
from desk_app.wiring.quick_door import QuickDoor
from desk_app.wiring.speech import Speech, said
from desk_app.wiring.waiting_bags import WaitingBags

if TYPE_CHECKING:
    from uuid import UUID

    from desk_app.domain.cases import Case
    from desk_app.ui.main_window import MainWindow
    from desk_app.ui.screens.cases.screen import CasesScreen
    from desk_app.ui.screens.handover.screen import HandoverScreen
    from desk_app.ui.screens.intake.calls import Committed
    from desk_app.ui.screens.intake.screen import IntakeScreen
    from desk_app.ui.screens.lookup.screen import LookupScreen
    from desk_app.ui.screens.pictures.screen import PicturesScreen
    from desk_app.ui.screens.registers.screen import RegistersScreen
    from desk_app.wiring.devices import CardWatch
    from desk_app.wiring.printing import Printing


@dataclass(frozen=True, slots=True)
class Parts:
    """What app.py makes once and every part of the window shares."""

    desk: Desk
    jobs: Jobs
    switch: LookSwitch
    printing: Printing
    window: MainWindow
    clock: Callable[[], float]


def make_settings_page(program: Program) -> QWidget:
    """The settings; loaded when somebody opens them."""
    from desk_app.wiring.settings import settings_page

    return settings_page(program)


def make_registers_page(program: Program) -> QWidget:
    """The registers; loaded when somebody opens them."""
    from desk_app.wiring.registers import registers_page

    program.registers = registers_page(program)
    return program.registers


def make_handover_page(program: Program) -> QWidget:
    """The hand-over screen; loaded when somebody opens it."""
    from desk_app.wiring.handover import handover_page

    return handover_page(program)


def make_pictures_page(program: Program) -> QWidget:
    """The pictures of a case; loaded when somebody wants to see them."""
    from desk_app.wiring.pictures import pictures_page

    program.pictures = pictures_page(program)
    return program.pictures


def open_case_pictures(program: Program, line: object) -> None:
    """From a case to its pictures."""
    from desk_app.wiring.pictures import open_pictures

    open_pictures(program, line)


def open_last_pictures(program: Program) -> None:
    """Straight from an acceptance to the pictures of its papers."""
    from desk_app.wiring.pictures import open_pictures_of

    if program.last_committed is not None:
        open_pictures_of(program, program.last_committed)


class Program(QObject):
    """The window with its screens. Signing in and out is :mod:`desk_app.wiring.doors`' business."""

    sign_in_wanted = Signal(object)
    """What to do once somebody is in."""

    def __init__(self, parts: Parts, parent: QObject) -> None:
        super().__init__(parent)
        self.parts = parts
        self.bridge = ChangesBridge(self)
        self.window = parts.window
        self.speech = Speech(parts.window.frame)
        self.lookup: LookupScreen | None = None
        self.intake: IntakeScreen | None = None
        self.cases: CasesScreen | None = None
        self.handover: HandoverScreen | None = None
        self.pictures: PicturesScreen | None = None
        self.quick = QuickDoor(self)
        self.cards: CardWatch
        """Set where the command box is joined: a card read goes its road."""
        self.registers: RegistersScreen | None = None
        self.lanes = LaneKeys(self)
        self.waiting_bags = WaitingBags(self)
        self.day = DayKeys(self)
        self.customer = CustomerDesk(self)
        self.scan_takers: list[Callable[[str], bool]] = []
        """Asked first when something is scanned: a line of the settings that tries the scanner."""
        self._followed: object | None = None
        self.window.frame.pages.shown.connect(lambda _key: self.window.frame.toast.hide())
        self.site_changed()
        self.last_committed: UUID | None = None

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

    def make_page(self, key: str) -> QWidget:
        """A page of the rail, on its first visit."""
        makers: dict[str, Callable[[], QWidget]] = {
            LOOKUP: self._lookup_page,
            INTAKE: self._intake_page,
            CASES: self._cases_page,
            HANDOVER: partial(make_handover_page, self),
            SHIFT: self.day.shift_page,
            PICTURES: partial(make_pictures_page, self),
            QUICK: self.quick.make_page,
            REGISTERS: partial(make_registers_page, self),
            SETTINGS: partial(make_settings_page, self),
        }
        return makers[key]()

    def _lookup_page(self) -> QWidget:
        from desk_app.ui.screens.lookup.screen import LookupScreen
        from desk_app.wiring.lookup import lookup_calls

        screen = LookupScreen(lookup_calls(self.parts.desk, self.parts.printing), self.parts.jobs)
        bar = self.window.frame.bar
        screen.intake_requested.connect(self.start_intake)
        screen.case_requested.connect(self.open_case)
        screen.queue_requested.connect(self.day.open_queue)
        screen.view.home.shift.clicked.connect(self.day.turn_the_sign)
        screen.query_wanted.connect(bar.put_query)
        screen.command_wanted.connect(bar.focus_box)
        screen.toast_requested.connect(self.speech.praise)
        screen.hints_changed.connect(self.window.refresh_hints)
        bind(screen, {"lookup.pictures": partial(open_last_pictures, self)})
        self.lookup = screen
        return screen

    def _intake_page(self) -> QWidget:
        from desk_app.ui.screens.intake.screen import IntakeScreen
        from desk_app.wiring.intake import intake_calls

        screen = IntakeScreen(intake_calls(self.parts.desk, self.parts.printing), self.parts.jobs)
        presenter = screen.presenter
        bind(screen, {"intake.pictures": partial(open_last_pictures, self)})
        rare_names.watch_intake(presenter.session)
        screen.tabs_changed.connect(self.window.frame.bar.lanes.show_tabs)
        presenter.session.failed.connect(self.speech.say_trouble)
        presenter.session.pictured.connect(lambda _shown: self.window.refresh_hints())
        presenter.moves.opened.connect(lambda: self.window.frame.pages.show_page(INTAKE))
        presenter.moves.full.connect(self.lanes.all_taken)
        presenter.moves.command_box_wanted.connect(self.free)
        presenter.moves.item_wanted.connect(lambda _number: self._pick_item())
        presenter.submission.committed.connect(self._committed)
        presenter.submission.withdrawn.connect(self._withdrawn)
        presenter.questions.case_wanted.connect(lambda case: self.open_case(case.id))
        self.customer.watch_intake(screen)
        self.intake = screen
        return screen

    def _cases_page(self) -> QWidget:
        from desk_app.ui.screens.cases.screen import CasesScreen
        from desk_app.wiring.cases import cases_calls

        screen = CasesScreen(cases_calls(self.parts.desk, self.parts.printing, self.bridge), self.parts.jobs)
        rare_names.watch_cases(screen.presenter)
        screen.told.connect(self.speech.praise)
        screen.pictures_requested.connect(partial(open_case_pictures, self))
        screen.presenter.page.session.done.connect(self.speech.hear_done)
        screen.presenter.page.acts.resume_wanted.connect(self.resume)
        self.customer.watch_cases(screen)
        self.cases = screen
        return screen

    def intake_screen(self) -> IntakeScreen:
        """The intake screen, built if need be."""
        self.window.frame.pages.page(INTAKE)
        if self.intake is None:
            raise RuntimeError("the intake page makes the intake screen")
        return self.intake

    def start_intake(self, item_id: str) -> None:
        """Begin taking in an application for an item. Without anybody signed in, that comes first."""
        if self.parts.desk.clerk is None:
            self.sign_in_wanted.emit(partial(self.start_intake, item_id))
            return
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

    def free(self) -> None:
        """Back to where everything starts."""
        self.window.frame.bar.clear()
        self.window.frame.pages.show_page(LOOKUP)

    def _pick_item(self) -> None:
        self.free()
        self.speech.say(Tone.BLUE, said("先选办什么事"), said("打几个字或首字母，回车开始收件。"))

    def _committed(self, done: Committed) -> None:
        """Say what came of it. The intake says where the keyboard goes: another citizen may be there."""
        self.customer.case_done(done.case)
        if done.print_problem:
            self.speech.say_unprinted(done, self.open_case)
        else:
            withdraw = self.lanes.withdraw if self.lanes.can_withdraw else None
            self.speech.say_committed(done, withdraw, partial(open_last_pictures, self))
        self.last_committed = done.case.id

    def _withdrawn(self, case: Case) -> None:
        if self.intake is None or self.intake.presenter.session.lane is None:
            self.free()
        self.speech.say_withdrawn(case)
