"""What stands behind the wishes of the cases screen."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from desk_app.domain.case_list import CasePage, CaseQuery
from desk_app.domain.cases import Case
from desk_app.domain.clocks import case_deadlines, case_notice
from desk_app.domain.people import Party
from desk_app.domain.worktime import local_day, remaining_working_days, soon_until
from desk_app.ui.screens.cases.calls import CasesCalls, CaseView, Printed
from desk_app.ui.screens.intake.calls import PageImage
from desk_app.wiring.bridge import ChangesBridge
from desk_app.wiring.desk import Desk
from desk_app.wiring.printing import PREVIEW_DPI, Printing, render_pages


def cases_calls(desk: Desk, printing: Printing, bridge: ChangesBridge) -> CasesCalls:
    """Everything the cases screen may ask for."""
    wiring = CasesWiring(desk, printing)
    return CasesCalls(
        now=desk.now,
        me=lambda: desk.clerk.user_id if desk.clerk else None,
        soon_until=lambda today: soon_until(today, desk.calendar),
        days_left=lambda due, today: remaining_working_days(due, today, desk.calendar),
        page=wiring.page,
        counts=wiring.counts,
        case=wiring.case,
        qr=wiring.qr,
        document_pages=wiring.document_pages,
        reveal=wiring.reveal,
        reprint=wiring.reprint,
        print_due=wiring.print_due,
        withdraw=wiring.withdraw,
        subscribe=bridge.follow,
    )


class CasesWiring:
    """The slow answers."""

    def __init__(self, desk: Desk, printing: Printing) -> None:
        self._desk = desk
        self._printing = printing

    def page(self, query: CaseQuery) -> CasePage:
        """One page of the list, masked."""
        with self._desk.open_store.read() as reader:
            return reader.cases.page(query)

    def counts(self, queries: Mapping[str, CaseQuery]) -> Mapping[str, int]:
        """How many cases each query finds."""
        with self._desk.open_store.read() as reader:
            return reader.cases.counts(queries)

    def case(self, case_id: UUID) -> CaseView:
        """A case with everything its page tells."""
        calendar = self._desk.calendar
        with self._desk.open_store.read() as reader:
            case, timeline = reader.cases.get(case_id), reader.cases.timeline(case_id)
            waiting = self._printing.outbox.waiting(reader, case)
        return CaseView(case, timeline, case_deadlines(case, calendar), case_notice(case, calendar), waiting)

    def qr(self, case: Case) -> PageImage:
        """The code of the case's last act, one pixel a module."""
        from desk_app.papers.codes import qr_picture

        with self._desk.open_store.read() as reader:
            width, grey = qr_picture(str(reader.cases.last_act(case.id)))
        return PageImage(width, width, grey)

    def document_pages(self, case_id: UUID, document_id: UUID) -> tuple[PageImage, ...]:
        """The archived paper as pictures."""
        with self._desk.open_store.read() as reader:
            case = reader.cases.get(case_id)
            paper = next(paper for paper in case.documents if paper.id == document_id)
            pdf = reader.documents.get(paper.sha256)
        pages = render_pages(pdf, PREVIEW_DPI)
        return tuple(PageImage(page.width, page.height, page.grey) for page in pages)

    def reveal(self, case_id: UUID, purpose: str) -> Party:
        """Full numbers, on record."""
        from desk_app.services.history import reveal

        return reveal(self._desk.open_store, self._desk.present_clerk, case_id, purpose, self._desk.now())

    def reprint(self, case_id: UUID, document_id: UUID) -> Printed:
        """The archived paper again, counted."""
        done = self._printing.reprint(case_id, document_id)
        return Printed(done.papers, done.problem)

    def print_due(self, case_id: UUID) -> Printed:
        """What a committed act still owes."""
        with self._desk.open_store.read() as reader:
            case = reader.cases.get(case_id)
        done = self._printing.print_due(case)
        return Printed(done.papers, done.problem)

    def withdraw(self, case_id: UUID, reason: str) -> Case:
        """Take the acceptance back."""
        from desk_app.services.acts import withdraw_acceptance

        desk = self._desk
        return withdraw_acceptance(desk.open_store, desk.present_clerk, case_id, reason, desk.now())


def today_of(desk: Desk) -> date:
    """Today at the counter."""
    return local_day(desk.now())
