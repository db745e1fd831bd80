"""What stands behind the wishes of the intake screen."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from desk_app.domain.cases import Case, CaseState
from desk_app.domain.catalogue import OfferedItem
from desk_app.domain.clocks import deadlines_from, deferral_limit, notice_deadline
from desk_app.domain.documents import DocumentKind
from desk_app.domain.documents import Printing as PrintingFacts
from desk_app.domain.errors import DeskError
from desk_app.domain.identity import IdType
from desk_app.domain.intake import IntakeForm, Outcome, judge
from desk_app.domain.paper_dues import DEFERRAL_PAPERS
from desk_app.domain.people import Person
from desk_app.domain.prefill import History
from desk_app.domain.sites import Right
from desk_app.domain.worktime import Deadlines, local_day
from desk_app.papers.request import PaperRequest
from desk_app.ui.screens.intake.calls import Committed, Draft, IntakeCalls, ItemField, PageImage
from desk_app.ui.words import word
from desk_app.wiring.desk import Desk
from desk_app.wiring.printing import PREVIEW_DPI, Printing, render_pages

MOST_PEOPLE = 9
PAYMENT_WORDS = ("社会保障卡", "银行卡", "账户")
_STATES = {
    Outcome.NOTICE: CaseState.NOTICED,
    Outcome.RECEIVE: CaseState.RECEIVED,
    Outcome.ACCEPT: CaseState.ACCEPTED,
    Outcome.TOLERANCE: CaseState.ACCEPTED,
    Outcome.FINISH: CaseState.FINISHED,
    Outcome.ASSIST: CaseState.ASSISTED,
}


def intake_calls(desk: Desk, printing: Printing) -> IntakeCalls:
    """Everything the intake screen may ask for."""
    wiring = IntakeWiring(desk, printing)
    return IntakeCalls(
        now=desk.now,
        new_id=desk.new_id,
        site=desk.present_clerk.site,
        may_accept=lambda: desk.present_clerk.may(Right.ACCEPT),
        offered=desk.item,
        item_fields=item_fields,
        deadlines=wiring.deadlines,
        promise_default=wiring.promise_default,
        papers=wiring.papers,
        history=wiring.history,
        people=wiring.people,
        preview=wiring.preview,
        submit=wiring.submit,
        withdraw=wiring.withdraw,
        save_draft=wiring.save_draft,
        drop_draft=wiring.drop_draft,
        drafts=wiring.drafts,
        reveal=wiring.reveal,
    )


def item_fields(offered: OfferedItem) -> tuple[ItemField, ...]:
    """What an item asks beyond the person: the account, where a paper of the list names one."""
    pays = any(word in row.name for row in offered.item.materials for word in PAYMENT_WORDS)
    return (ItemField("account", "发放账户", hint="社保卡或银行卡尾号"),) if pays else ()


class IntakeWiring:
    """The slow and the computed answers."""

    def __init__(self, desk: Desk, printing: Printing) -> None:
        self._desk = desk
        self._printing = printing

    def deadlines(self, offered: OfferedItem, accepted: date) -> Deadlines:
        """Both deadlines were the item accepted that day."""
        return deadlines_from(offered.promised, offered.item.statutory, accepted, self._desk.calendar)

    def promise_default(self, offered: OfferedItem, today: date) -> date:
        """Until when a deferred paper is promised."""
        return deferral_limit(offered.promised, today, self._desk.calendar)

    def papers(self, _offered: OfferedItem, outcome: Outcome) -> tuple[DocumentKind, ...]:
        """What an outcome prints."""
        from desk_app.services.intake import PAPERS

        state = _STATES.get(outcome)
        both = DEFERRAL_PAPERS if outcome is Outcome.TOLERANCE else ()
        return (*PAPERS[state], *both) if state else ()

    def history(self, id_type: IdType, id_number: str) -> History:
        """What the store knows of a person."""
        from desk_app.services.history import history_of

        return history_of(self._desk.open_store, id_type, id_number)

    def people(self, typed: str) -> tuple[Person, ...]:
        """People a name or telephone number may mean."""
        with self._desk.open_store.read() as reader:
            return reader.people.search(typed, MOST_PEOPLE)

    def preview(self, form: IntakeForm, offered: OfferedItem) -> tuple[PageImage, ...]:
        """The first paper as it will print, from the form as it stands; nothing is stored."""
        kinds = self.papers(offered, judge(form, offered).outcome)
        if not kinds:
            return ()
        pdf = self._printing.draw(self._preview_request(form, offered, kinds[0])).pdf
        return tuple(PageImage(page.width, page.height, page.grey) for page in render_pages(pdf, PREVIEW_DPI))

    def _preview_request(self, form: IntakeForm, offered: OfferedItem, kind: DocumentKind) -> PaperRequest:
        from desk_app.services.preview import case_as_it_would_be

        desk, now = self._desk, self._desk.now()
        clerk, case = desk.present_clerk, case_as_it_would_be(form, offered, now)
        received = notice_deadline(local_day(now), desk.calendar).due
        return PaperRequest(
            kind=kind,
            size=desk.settings.paper(kind).size,
            site=clerk.site,
            clerk_name=clerk.name,
            counter=clerk.device.counter,
            printing=PrintingFacts("", case.id, now, clerk.name, demo=bool(desk.info and desk.info.demo)),
            case=case,
            deadlines=self.deadlines(offered, local_day(now)) if case.accepted_at else None,
            notice_by=received,
        )

    def submit(self, form: IntakeForm, offered: OfferedItem) -> Committed:
        """Commit, then print; a paper that fails is told and the case stands."""
        from desk_app.services.intake import Intake, commit_intake

        desk = self._desk
        case = commit_intake(desk.open_store, desk.present_clerk, Intake(form, offered), desk.now())
        self._note_use(case.item.id)
        printed = self._printing.print_due(case)
        return Committed(case, tuple(map(word, printed.papers)), printed.problem)

    def _note_use(self, item_id: str) -> None:
        """How often an item is done here ranks it next time; not worth failing an act that is committed."""
        try:
            with self._desk.open_store.scratch() as scratch:
                scratch.usage.note(item_id)
        except DeskError:
            return
        self._desk.shelf.used[item_id] = self._desk.shelf.used.get(item_id, 0) + 1

    def withdraw(self, case_id: UUID, reason: str) -> Case:
        """Take the last acceptance back."""
        from desk_app.services.acts import withdraw_acceptance

        desk = self._desk
        return withdraw_acceptance(desk.open_store, desk.present_clerk, case_id, reason, desk.now())

    def save_draft(self, form: IntakeForm, lane: int) -> None:
        """Keep a form that is not finished."""
        desk = self._desk
        with desk.open_store.scratch() as scratch:
            scratch.drafts.put(lane, form, desk.present_clerk.user_id, desk.now())

    def drop_draft(self, form_id: UUID) -> None:
        """Forget a draft."""
        with self._desk.open_store.scratch() as scratch:
            scratch.drafts.drop(form_id)

    def drafts(self) -> tuple[Draft, ...]:
        """Everything unfinished at this desk."""
        with self._desk.open_store.read() as reader:
            kept = reader.drafts.all()
        return tuple(
            Draft(draft.form, draft.lane, draft.saved_at) for draft in kept if draft.form is not None
        )

    def reveal(self, form_id: UUID, field_name: str) -> None:
        """Put on record that a full number was shown before there was a case."""
        from desk_app.services.history import note_look

        desk = self._desk
        note_look(desk.open_store, desk.present_clerk, form_id, field_name, desk.now())
