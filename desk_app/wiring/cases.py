"""What stands behind the wishes of the cases screen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any, get_args
from uuid import UUID

from desk_app.domain.accounts import User
from desk_app.domain.case_ends import MarginEvent
from desk_app.domain.case_list import CasePage, CaseQuery
from desk_app.domain.cases import Case, CaseEvent
from desk_app.domain.clocks import case_deadlines, case_notice, deferral_limit, promised_until, waited_until
from desk_app.domain.errors import NotFound
from desk_app.domain.people import Party
from desk_app.domain.performing import allowed_acts
from desk_app.domain.phone_lines import phone_line
from desk_app.domain.sites import RIGHTS, Right
from desk_app.domain.worktime import local_day, remaining_working_days, soon_until
from desk_app.ui.screens.cases.calls import Approval, CasesCalls, CaseView, Printed
from desk_app.ui.screens.cases.filters import Cover
from desk_app.ui.screens.intake.calls import PageImage
from desk_app.wiring.bridge import ChangesBridge
from desk_app.wiring.desk import Desk
from desk_app.wiring.originals import act_on_original
from desk_app.wiring.own_lists import keep_own, read_own
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
        working_day=wiring.working_day,
        promise_limit=lambda case, day: deferral_limit(case.item.promised, day, desk.calendar),
        act=wiring.act,
        subscribe=bridge.follow,
        original=partial(act_on_original, desk),
        own=partial(read_own, desk),
        keep_own=partial(keep_own, desk),
        site=lambda: desk.info.site.id if desk.info else None,
        covers=lambda: tuple(
            Cover(each.absent, each.absent_name) for each in desk.covers.of(desk.clerk, today_of(desk))
        ),
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

    def working_day(self, day: date, n: int) -> date:
        """The n-th working day after a day, by the calendar in force."""
        return self._desk.calendar.working_day_after(day, n)

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
            pictures = reader.attachments.of_case(case_id)
            originals = reader.custodies.of_case(case_id).originals
            clerk, today = self._desk.present_clerk, today_of(self._desk)
            stands_in = reader.stand_ins.on_case(case_id, clerk.user_id, today)
        view = CaseView(case, timeline, case_deadlines(case, calendar), case_notice(case, calendar), waiting)
        return replace(
            view,
            pictures=pictures,
            originals=originals,
            absent=stands_in.absent_name if stands_in else "",
            **self._possible(case),
        )

    def _possible(self, case: Case) -> dict[str, Any]:
        """What who is at the keyboard may do, what to say on the telephone, and who may agree."""
        desk = self._desk
        today, clerk = today_of(desk), desk.present_clerk
        leaders = tuple(user for user in desk.vault().users() if user.enabled and _leads(user))
        return {
            "waited_until": waited_until(case, desk.calendar),
            "promised_until": promised_until(case, desk.calendar),
            "acts": allowed_acts(case, clerk, today),
            "line": phone_line(case, today, desk.calendar),
            "approvers": leaders,
        }

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

    def act(self, case_id: UUID, events: tuple[CaseEvent, ...], approval: Approval | None) -> Printed:
        """Put acts on record, and print what they leave."""
        from desk_app.services.case_acts import act_in_turn

        desk = self._desk
        approver = None if approval is None else self._agreed(approval)
        store, clerk = desk.open_store, desk.present_clerk
        case = act_in_turn(store, clerk, case_id, events, desk.now(), approver=approver)
        if all(isinstance(event, get_args(MarginEvent)) for event in events):
            return Printed(())
        done = self._printing.print_due(case)
        return Printed(done.papers, done.problem)

    def _agreed(self, approval: Approval) -> User:
        """The account whose password was given; failures count as at the lock page."""
        vault = self._desk.vault()
        user = next((user for user in vault.users() if user.id == approval.user), None)
        if user is None:
            raise NotFound("no_such_user")
        return vault.unlock(user.name, approval.password, self._desk.now()).user

    def withdraw(self, case_id: UUID, reason: str) -> Case:
        """Take the acceptance back."""
        from desk_app.services.acts import withdraw_acceptance

        desk = self._desk
        return withdraw_acceptance(desk.open_store, desk.present_clerk, case_id, reason, desk.now())


def _leads(user: User) -> bool:
    return Right.MANAGE_SITE in RIGHTS[user.role]


def today_of(desk: Desk) -> date:
    """Today at the counter."""
    return local_day(desk.now())
