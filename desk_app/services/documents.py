"""Papers of committed acts: drawn, numbered, archived, and only then handed to a printer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from desk_app.domain.calendar import Calendar
from desk_app.domain.cases import Case, DocumentIssued
from desk_app.domain.catalogue import OfferedItem
from desk_app.domain.clocks import case_deadlines, case_notice
from desk_app.domain.documents import DocumentKind, IssuedDocument, PaperSize, Printing
from desk_app.domain.errors import NotFound
from desk_app.domain.numbers import format_document_number
from desk_app.domain.sites import Clerk
from desk_app.domain.worktime import local_day
from desk_app.papers.particulars import PLAIN, Particulars
from desk_app.papers.request import DrawnPaper, PaperRequest
from desk_app.services.returns_why import often_lacking

if TYPE_CHECKING:
    from desk_app.db.store import Store

Draw = Callable[[PaperRequest], DrawnPaper]

KIND_WORDS: dict[DocumentKind, str] = {
    DocumentKind.RECEIPT: "收",
    DocumentKind.ACCEPTANCE: "受",
    DocumentKind.NOTICE: "告",
    DocumentKind.COMPLETION: "办",
    DocumentKind.ASSISTANCE: "帮",
    DocumentKind.REFERRAL: "引",
    DocumentKind.SUPPLEMENT_NOTICE: "补",
    DocumentKind.REFUSAL: "不受",
    DocumentKind.DEFERRAL_PROMISE: "容诺",
    DocumentKind.DEFERRAL_NOTICE: "容受",
    DocumentKind.MANDATE: "委",
    DocumentKind.HANDOVER_MANIFEST: "移",
    DocumentKind.RESULT_NOTICE: "结",
    DocumentKind.NOT_CONFIRMED: "不批",
    DocumentKind.DELIVERY_RECEIPT: "达",
    DocumentKind.EXTENSION_NOTICE: "延",
    DocumentKind.SPECIAL_PROCEDURE_NOTICE: "特",
    DocumentKind.APPOINTMENT: "约",
    DocumentKind.BAG_LABEL: "袋",
    DocumentKind.INFORMED_PROMISE: "诺",
    DocumentKind.CROSS_TOWN: "通",
    DocumentKind.RETURN_SLIP: "退",
    DocumentKind.CLOSING_NOTE: "说",
    DocumentKind.DEFERRAL_OUTCOME: "容期",
}
"""The word of each series, as in 示例受字〔2026〕第001号."""


@dataclass(frozen=True, slots=True)
class PaperOrder:
    """What to make, and how."""

    kind: DocumentKind
    size: PaperSize
    demo: bool = False
    large_type: bool = False
    explain_due: bool = False
    offered: OfferedItem | None = None
    """The item as the site offers it: a notice then says on what basis, and where to get a paper."""
    particulars: Particulars = PLAIN
    """What a further paper of the case says beyond the case itself."""


@dataclass(frozen=True, slots=True)
class Issued:
    """A paper ready for the printer."""

    case: Case
    document: IssuedDocument
    pdf: bytes


def request_for(
    clerk: Clerk, case: Case, calendar: Calendar, order: PaperOrder, printing: Printing
) -> PaperRequest:
    """Everything the drawing of a paper of this case needs."""
    notice = case_notice(case, calendar)
    return PaperRequest(
        kind=order.kind,
        size=order.size,
        site=clerk.site,
        clerk_name=clerk.name,
        counter=clerk.device.counter,
        printing=printing,
        case=case,
        deadlines=case_deadlines(case, calendar),
        notice_by=notice.due if notice else None,
        offered=order.offered,
        result=case.result,
        particulars=order.particulars,
    )


_TELLING = frozenset({DocumentKind.NOTICE, DocumentKind.SUPPLEMENT_NOTICE})
"""Papers that tell what is missing: the place to say what others lacked."""


def issue(
    store: Store,
    clerk: Clerk,
    case_id: UUID,
    order: PaperOrder,
    draw: Draw,
    calendar: Calendar,
    now: datetime,
) -> Issued:
    """Make one paper of a committed case: number, drawing, snapshot and entry are one transaction.

    A drawing that fails takes no number and leaves the case as it was. Raises PaperTrouble, NotFound.
    """
    with store.write(clerk, now) as tx:
        case = tx.cases.get(case_id)
        printing = Printing(
            number=next_number(tx.counters.next_document, clerk, order.kind, now),
            event_id=tx.cases.last_act(case_id),
            at=now,
            by=clerk.name,
            demo=order.demo,
            large_type=order.large_type,
            explain_due=order.explain_due,
        )
        request = request_for(clerk, case, calendar, order, printing)
        if order.kind in _TELLING:
            often = often_lacking(tx, clerk, case.item.id, now)
            request = replace(request, often=tuple(why.material for why in often))
        drawn = draw(request)
        sha256 = tx.documents.put(drawn.pdf)
        document_id = tx.new_id(now)
        tx.record(
            DocumentIssued(document_id, order.kind, drawn.size, printing.number, sha256, drawn.pages, now),
            case_id,
        )
        case = tx.cases.get(case_id)
    return Issued(case, _document(case, document_id), drawn.pdf)


def marked_copy(
    store: Store, case_id: UUID, document_id: UUID, mark: Callable[[bytes, int], bytes]
) -> Issued:
    """The archived snapshot once more, as the next print would be; ``mark`` stamps 补打第 n 次 on a copy.

    Nothing is counted yet: a printer may refuse. Raises IllegalMove ``no_such_document``.
    """
    with store.read() as reader:
        case = reader.cases.get(case_id)
        nth = case.next_print(document_id)
        document = replace(_document(case, document_id), printed=nth)
        return Issued(case, document, mark(reader.documents.get(document.sha256), nth))


def count_reprint(store: Store, clerk: Clerk, case_id: UUID, document_id: UUID, now: datetime) -> Case:
    """A printer took one more copy of an archived paper."""
    with store.write(clerk, now) as tx:
        tx.record(tx.cases.get(case_id).reprint(document_id, now), case_id)
        return tx.cases.get(case_id)


def snapshot(store: Store, case_id: UUID, kind: DocumentKind) -> Issued:
    """The archived paper of a kind, as it was first printed. Raises NotFound."""
    with store.read() as reader:
        case = reader.cases.get(case_id)
        document = case.document(kind)
        if document is None:
            raise NotFound("no_such_document")
        return Issued(case, document, reader.documents.get(document.sha256))


def _document(case: Case, document_id: UUID) -> IssuedDocument:
    return next(paper for paper in case.documents if paper.id == document_id)


def next_number(
    next_in_series: Callable[[DocumentKind, int], int], clerk: Clerk, kind: DocumentKind, now: datetime
) -> str:
    """The next number of a kind's own series, as it stands on the paper."""
    year = local_day(now).year
    series = next_in_series(kind, year)
    return format_document_number(clerk.site.short, KIND_WORDS[kind], year, series, clerk.device.number)
