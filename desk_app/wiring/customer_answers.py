"""What comes back from the customer's screen: told to the clerk in place, kept with the case."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from desk_app.domain.errors import DeskError
from desk_app.ui.theme.look import Tone
from desk_app.wiring.speech import said

if TYPE_CHECKING:
    from desk_app.domain.case_life import Satisfaction
    from desk_app.domain.cases import Case
    from desk_app.ui.screens.customer.presenter import CustomerPresenter
    from desk_app.ui.screens.customer.values import Ink
    from desk_app.wiring.customer_stage import CustomerStage
    from desk_app.wiring.program import Program


class CustomerAnswers(QObject):
    """An answer that cannot be kept is told, and the citizen may give it once more."""

    kept = Signal(object)
    """Case, as it is with the answer."""

    def __init__(self, program: Program, stage: CustomerStage) -> None:
        super().__init__(stage)
        self._program, self._stage = program, stage
        stage.opened.connect(self._follow)

    def _follow(self, presenter: CustomerPresenter) -> None:
        presenter.answered.connect(self._answered)
        presenter.rated.connect(self._rated)
        presenter.signed.connect(self._signed)

    def _answered(self, _subject: UUID, right: bool) -> None:
        speech = self._program.speech
        if right:
            speech.say(Tone.GREEN, said("群众说都对"))
        else:
            speech.say(Tone.AMBER, said("群众说有不对的"), said("问清是哪一处，改好再按 F8 给他看。"))

    def _rated(self, subject: UUID, level: Satisfaction) -> None:
        from desk_app.domain.case_ends import CaseRated
        from desk_app.domain.case_life import RatingChannel
        from desk_app.services.case_acts import act

        desk = self._program.parts.desk
        clerk, store = desk.present_clerk, desk.open_store

        def work() -> Case:
            now = desk.now()
            return act(store, clerk, subject, CaseRated(level, RatingChannel.TABLET, now), now)

        self._keep(work, said("评价记下了"), bad=level.bad)

    def _signed(self, subject: UUID, ink: Ink) -> None:
        from desk_app.domain.signing import as_text
        from desk_app.services.signatures import take_signature

        desk = self._program.parts.desk
        clerk, store = desk.present_clerk, desk.open_store

        def work() -> Case:
            return take_signature(store, clerk, subject, ink.picture, as_text(ink.strokes), desk.now())

        self._keep(work, said("签名存好了"), bad=False)

    def _keep(self, work: Callable[[], Case], told: str, *, bad: bool) -> None:
        done = partial(self._thank, bad=bad, told=told)
        self._program.parts.jobs.run(self, work, done, self._failed)

    def _thank(self, case: Case, *, bad: bool, told: str) -> None:
        """Kept. The citizen is thanked, unless somebody else is at the counter by now."""
        from desk_app.ui.screens.customer.making import thanks_face

        self.kept.emit(case)
        presenter = self._stage.presenter
        if presenter is not None and presenter.subject == case.id:
            presenter.show(thanks_face(case, bad=bad))
        planned = case.lived.next_contact
        if bad and planned is not None:
            day = f"{planned:%m-%d}"
            detail = said("他不太满意，{day} 之前要核实并回电话。").format(day=day)
            self._program.speech.say(Tone.AMBER, told, detail)
        else:
            self._program.speech.praise(told)

    def _failed(self, error: Exception) -> None:
        """Say what a person can act on; a bug goes on to the crash handler."""
        if self._stage.presenter is not None:
            self._stage.presenter.again()
        if not isinstance(error, DeskError):
            raise error
        self._program.speech.say_trouble(error)
