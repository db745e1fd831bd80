"""Cases that no store has seen, for the pictures of papers."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from desk_app.domain.cases import Case, MaterialState
from desk_app.domain.catalogue import CaseKind, OfferedItem
from desk_app.domain.clocks import deferral_limit
from desk_app.domain.documents import DocumentKind, Printing
from desk_app.domain.errors import NotFound
from desk_app.domain.intake import IntakeForm, deferrable
from desk_app.domain.numbers import ReceiptNumber, format_document_number
from desk_app.domain.people import Party
from desk_app.domain.worktime import local_day
from desk_app.papers.request import PaperRequest, sizes_of
from desk_app.services.documents import KIND_WORDS, PaperOrder, request_for
from desk_app.services.preview import case_as_it_would_be
from desk_app.wiring.desk import Desk

CITIZEN = Party("张某某", id_number="371073194403150021", phone="13800000000", address="示例镇东村 00 号")
ITEM = "1-1"


class Samples:
    """Cases that the store has never seen, and the requests for their papers."""

    def __init__(self, desk: Desk, moment: datetime) -> None:
        self._desk, self.moment = desk, moment
        accepting = [offered for offered in desk.offer.items.values() if offered.mode.may_accept]
        self.item = desk.offer.items.get(ITEM) or _first(accepting, immediate=False)
        self.instant = _first(accepting, immediate=True)

    def accepted(self, offered: OfferedItem) -> Case:
        """Everything is here; what that makes of the case is the mode's and the item's business."""
        return self._case(self._form(offered).take_all(offered), offered)

    def noticed(self) -> Case:
        """Two papers are not here."""
        form = self._form(self.item).take_all(self.item)
        form = form.mark(3, MaterialState.MISSING, "未带").mark(4, MaterialState.MISSING, "未带")
        return self._case(form, self.item)

    def deferred(self) -> Case:
        """One paper follows."""
        form = self._form(self.item).take_all(self.item)
        row = next(row for row in self.item.item.materials if deferrable(row, self.item) and form.owes(row))
        until = deferral_limit(self.item.promised, local_day(self.moment), self._desk.calendar)
        form = replace(form.mark(row.number, MaterialState.DEFERRED), promise_by=until)
        return self._case(form, self.item)

    def _form(self, offered: OfferedItem) -> IntakeForm:
        return IntakeForm(self._desk.new_id(), offered.item.id, offered.release, CITIZEN)

    def _case(self, form: IntakeForm, offered: OfferedItem) -> Case:
        number = ReceiptNumber(self._desk.known.site.point_code, 3, local_day(self.moment), 42)
        return replace(case_as_it_would_be(form, offered, self.moment), number=number.digits)

    def of_case(self, kind: DocumentKind, case: Case) -> PaperRequest:
        """A paper of a case."""
        order = PaperOrder(kind, sizes_of(kind)[0], offered=self.item)
        clerk, printing = self._desk.present_clerk, replace(self.printing(kind), explain_due=False)
        return request_for(clerk, case, self._desk.calendar, order, printing)

    def of_item(self, kind: DocumentKind) -> PaperRequest:
        """A paper that belongs to no case."""
        clerk = self._desk.present_clerk
        return PaperRequest(
            kind,
            sizes_of(kind)[0],
            clerk.site,
            replace(self.printing(kind), number=""),
            clerk.name,
            clerk.device.counter,
            offered=self.item,
        )

    def printing(self, kind: DocumentKind) -> Printing:
        """When, by whom, under which number; with the days it counted."""
        clerk = self._desk.present_clerk
        short, year = clerk.site.short_name, local_day(self.moment).year
        number = format_document_number(short, KIND_WORDS[kind], year, 42)
        return Printing(number, self._desk.new_id(), self.moment, clerk.name, explain_due=True)


def _first(accepting: list[OfferedItem], *, immediate: bool) -> OfferedItem:
    found = (each for each in accepting if (each.item.kind is CaseKind.IMMEDIATE) is immediate)
    offered = next(found, None)
    if offered is None:
        raise NotFound("no_such_item")
    return offered
