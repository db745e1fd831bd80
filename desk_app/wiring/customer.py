"""The customer's screen and the desk: what is sent there by key, and when it is cleared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desk_app.ui.shortcuts import bind
from desk_app.ui.theme.look import Tone
from desk_app.wiring.customer_answers import CustomerAnswers
from desk_app.wiring.customer_stage import CustomerStage
from desk_app.wiring.places import CASES, INTAKE
from desk_app.wiring.speech import said

if TYPE_CHECKING:
    from desk_app.domain.cases import Case
    from desk_app.ui.screens.cases.screen import CasesScreen
    from desk_app.ui.screens.cases.standing import CaseShown
    from desk_app.ui.screens.customer.values import Face
    from desk_app.ui.screens.intake.screen import IntakeScreen
    from desk_app.ui.screens.intake.shown import Shown
    from desk_app.wiring.program import Program


class CustomerDesk(QObject):
    """F8 shows, F8 again clears. Another citizen, another page, a lock: cleared at once."""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._program = program
        self.stage = CustomerStage(program)
        self.answers = CustomerAnswers(program, self.stage)
        self.answers.kept.connect(self._kept)
        self._shown: Shown | None = None
        self._last: Case | None = None
        """The case that was committed last, while its citizen still stands there."""
        frame = program.window.frame
        keys = {
            "customer.show": self.show_or_clear,
            "customer.sign": self.ask_signature,
            "customer.window": self.toggle,
        }
        bind(frame, keys)
        frame.bar.customer.clicked.connect(self.show_or_clear)
        frame.pages.shown.connect(lambda _key: self.stage.clear())

    def watch_intake(self, screen: IntakeScreen) -> None:
        """Which citizen is at the counter."""
        screen.presenter.session.pictured.connect(self._lane_shown)

    def watch_cases(self, screen: CasesScreen) -> None:
        """Which case is open."""
        screen.presenter.page.session.pictured.connect(self._case_shown)

    def case_done(self, case: Case) -> None:
        """A case was just committed: its citizen still stands there."""
        self._last = case

    def _kept(self, case: Case) -> None:
        if self._last is not None and self._last.id == case.id:
            self._last = case

    def _lane_shown(self, shown: Shown | None) -> None:
        before, self._shown = self._shown, shown
        if shown is None:
            if before is not None:
                self.stage.clear()
        elif before is None or before.lane.id != shown.lane.id:
            self._last = None
            self.stage.keep_only(shown.lane.id)

    def _case_shown(self, shown: CaseShown | None) -> None:
        if self._program.window.frame.pages.key == CASES:
            self.stage.keep_only(shown.case.id if shown else None)

    def forget(self) -> None:
        """The desk is locked: nobody stands at it."""
        self._last, self._shown = None, None
        self.stage.clear()

    def open_at_start(self) -> None:
        """Somebody signed in: where the desk has a customer's screen, it greets."""
        if self._program.parts.desk.settings.customer_screen:
            self.stage.open()

    def toggle(self) -> None:
        """Ctrl+Shift+K: the window itself."""
        if self._program.parts.desk.clerk is not None:
            self.stage.toggle()

    def show_or_clear(self) -> None:
        """F8."""
        if self._program.parts.desk.clerk is None:
            return
        if self.stage.speaks:
            self.stage.clear()
            return
        face = self._face_now()
        if face is not None:
            self.stage.show(face)
        else:
            words = said("先收一件，或者打开一件办件，再按 F8。")
            self._program.speech.say(Tone.AMBER, said("没有可以给群众看的"), words)

    def ask_signature(self) -> None:
        """Shift+F8: the case at hand is signed."""
        from desk_app.domain.signing import signed_now
        from desk_app.ui.screens.customer.making import sign_face

        if self._program.parts.desk.clerk is None:
            return
        case = self._case_now()
        if case is not None:
            self.stage.show(sign_face(case, signed_now(case)))
        else:
            words = said("受理以后，或者打开一件办件，再按 Shift+F8。")
            self._program.speech.say(Tone.AMBER, said("先存好办件再签名"), words)

    def _face_now(self) -> Face | None:
        from desk_app.ui.screens.customer.making import confirm_face

        desk = self._program.parts.desk
        if self._shown is not None and self._program.window.frame.pages.key == INTAKE:
            return confirm_face(self._shown, near=desk.settings.customer_near)
        case = self._case_now()
        return self._face_of(case) if case is not None else None

    def _face_of(self, case: Case) -> Face:
        """A service that is over is rated, once; otherwise, how far it is."""
        from desk_app.domain.clocks import case_deadlines
        from desk_app.domain.moves import Act
        from desk_app.domain.performing import allowed_acts
        from desk_app.domain.worktime import local_day
        from desk_app.ui.screens.customer.making import progress_face, rate_face

        desk = self._program.parts.desk
        if Act.RATE in allowed_acts(case, desk.present_clerk, local_day(desk.now())):
            return rate_face(case)
        governing = case_deadlines(case, desk.calendar).governing
        return progress_face(case, governing.due if governing is not None else None)

    def _case_now(self) -> Case | None:
        cases = self._program.cases
        if self._program.window.frame.pages.key == CASES and cases is not None:
            shown = cases.presenter.page.session.shown
            return shown.case if shown is not None else None
        return self._last
