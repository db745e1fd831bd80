"""A case as its page shows it: what the clock says, and what can be done next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from desk_app.domain.cases import WITHDRAW_WINDOW, Case, CaseState
from desk_app.domain.clocks import clock_state
from desk_app.domain.documents import DocumentKind, IssuedDocument
from desk_app.domain.errors import DeskError
from desk_app.domain.moves import Act
from desk_app.domain.people import Party
from desk_app.domain.worktime import Deadline, Lamp
from desk_app.ui.screens.cases.calls import CaseView
from desk_app.ui.screens.cases.doing.asks import ActForm
from desk_app.ui.screens.cases.doing.likely import likely_act, other_acts
from desk_app.ui.screens.cases.filters import Moment
from desk_app.ui.screens.cases.rows import lamp_for
from desk_app.ui.screens.intake.calls import PageImage

_MAIN_PAPER: dict[CaseState, tuple[DocumentKind, ...]] = {
    CaseState.NOTICED: (DocumentKind.NOTICE,),
    CaseState.RECEIVED: (DocumentKind.RECEIPT,),
    CaseState.ACCEPTED: (DocumentKind.RECEIPT, DocumentKind.ACCEPTANCE),
    CaseState.FINISHED: (DocumentKind.COMPLETION, DocumentKind.RECEIPT),
    CaseState.ASSISTED: (DocumentKind.ASSISTANCE, DocumentKind.RECEIPT),
}
"""Which paper is meant by 补打凭证, by state, the first that exists; in other states the latest."""


class NextStep(StrEnum):
    """What the primary button does."""

    NONE = "none"
    PRINT_DUE = "print_due"
    """Papers of a committed act never came out."""
    RESUME = "resume"
    """接着办: the citizen is back with what was missing."""
    ACT = "act"
    """The act that comes next most likely."""
    REPRINT = "reprint"


class Asking(StrEnum):
    """What the strip over the page asks for."""

    NOTHING = "nothing"
    PURPOSE = "purpose"
    WITHDRAW_REASON = "withdraw_reason"
    MORE = "more"
    """Which of the other acts."""
    ACT = "act"
    """What one act needs; ``CaseShown.form`` says what."""


@dataclass(frozen=True, slots=True)
class Preview:
    """A paper being looked at; no pages while they are drawn."""

    document: IssuedDocument
    pages: tuple[PageImage, ...] = ()


@dataclass(frozen=True, slots=True)
class CaseShown:
    """Everything the page shows of one case."""

    view: CaseView
    moment: Moment
    lamp: Lamp | None
    due: Deadline | None
    """The deadline the lamp speaks of."""
    days_left: int
    step: NextStep
    can_withdraw: bool
    qr: PageImage | None = None
    in_full: Party | None = None
    """The applicant unmasked, while that was asked for."""
    purpose_given: bool = False
    asking: Asking = Asking.NOTHING
    form: ActForm | None = None
    """What the act in hand asks for."""
    preview: Preview | None = None
    busy: bool = False
    trouble: DeskError | str | None = None

    @property
    def case(self) -> Case:
        """The case itself."""
        return self.view.case

    @property
    def first(self) -> Act | None:
        """The act that comes next most likely."""
        return likely_act(self.case.state, self.view.acts)

    @property
    def others(self) -> tuple[Act, ...]:
        """The other acts, as they are numbered."""
        return other_acts(self.first if self.step is NextStep.ACT else None, self.view.acts)


@dataclass(frozen=True, slots=True)
class Done:
    """How an act ended: papers that came out, an acceptance taken back, or what went wrong."""

    number: str
    papers: tuple[DocumentKind, ...] = ()
    withdrawn: bool = False
    acts: tuple[Act, ...] = ()
    """What was put on record."""
    problem: DeskError | str | None = None


def running_deadline(view: CaseView) -> Deadline | None:
    """The deadline that counts now: the notice timer until acceptance, then the earlier of the two."""
    if not view.case.open:
        return None
    return view.notice_by or view.deadlines.governing


def lamp_of(view: CaseView, moment: Moment) -> Lamp | None:
    """The lamp of the page; the same as in the list."""
    running = running_deadline(view)
    if running is not None and running.due is None:
        return Lamp.PAUSED
    due = running.due if running else None
    return lamp_for(view.case.state, due, clock_state(view.case), moment)


def next_step(view: CaseView) -> NextStep:
    """What the primary button does for this case."""
    if view.papers_due:
        return NextStep.PRINT_DUE
    if view.case.state is CaseState.NOTICED:
        return NextStep.RESUME
    if likely_act(view.case.state, view.acts) is not None:
        return NextStep.ACT
    return NextStep.REPRINT if view.case.documents else NextStep.NONE


def main_paper(case: Case) -> IssuedDocument | None:
    """The paper that 补打凭证 means; the latest where none of the usual ones exists."""
    found = (case.document(kind) for kind in _MAIN_PAPER.get(case.state, ()))
    return next((paper for paper in found if paper), case.documents[-1] if case.documents else None)


def paper_of(case: Case, document_id: UUID | None) -> IssuedDocument | None:
    """The paper with this id; the main one when none is named."""
    if document_id is None:
        return main_paper(case)
    return next((paper for paper in case.documents if paper.id == document_id), None)


def withdraw_seconds(case: Case, now: datetime) -> int:
    """For how many more seconds the acceptance can be taken back; 0 when it cannot."""
    if case.state is not CaseState.ACCEPTED or case.accepted_at is None:
        return 0
    return max(0, int((WITHDRAW_WINDOW - (now - case.accepted_at)).total_seconds()))


def picture(
    view: CaseView,
    before: CaseShown | None,
    moment: Moment,
    now: datetime,
    days_left: Callable[[date, date], int],
) -> CaseShown:
    """The page of a case now. What was asked and looked at before stays, unless its time is over."""
    due = running_deadline(view)
    shown = CaseShown(
        view=view,
        moment=moment,
        lamp=lamp_of(view, moment),
        due=due,
        days_left=days_left(due.due, moment.today) if due and due.due else 0,
        step=next_step(view),
        can_withdraw=withdraw_seconds(view.case, now) > 0,
    )
    if before is None:
        return shown
    over = _over(before, shown)
    return replace(
        shown,
        qr=before.qr,
        in_full=before.in_full,
        asking=Asking.NOTHING if over else before.asking,
        form=None if over else before.form,
        preview=before.preview,
        trouble=before.trouble,
    )


def _over(before: CaseShown, now: CaseShown) -> bool:
    """Whether what was asked for cannot be done any more: its time is over, or somebody else did it."""
    match before.asking:
        case Asking.WITHDRAW_REASON:
            return not now.can_withdraw
        case Asking.ACT:
            return before.form is None or before.form.act not in now.view.acts
        case _:
            return False
