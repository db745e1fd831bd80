"""Every paper in every size it exists in, drawn for a made-up citizen and archived nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from PySide6.QtGui import QImage

from desk_app.domain.cases import Case, MaterialState
from desk_app.domain.catalogue import CaseKind, HandlingMode, OfferedItem
from desk_app.domain.clocks import deferral_limit
from desk_app.domain.documents import DocumentKind, Printing
from desk_app.domain.intake import IntakeForm, deferrable
from desk_app.domain.numbers import ReceiptNumber, format_document_number
from desk_app.domain.people import Party
from desk_app.domain.worktime import local_day
from desk_app.papers.draw import draw
from desk_app.papers.fonts import FontChain, find_fonts
from desk_app.papers.picture import page_pictures
from desk_app.papers.recovery_sheet import draw_recovery_sheet
from desk_app.papers.request import SIZES, PaperRequest
from desk_app.paths import font_dirs
from desk_app.services.documents import KIND_WORDS, PaperOrder, request_for
from desk_app.services.preview import case_as_it_would_be
from desk_app.wiring.desk import Desk

CITIZEN = Party("张某某", id_number="371073194403150021", phone="13800000000", address="示例镇东村 00 号")
ITEM = "1-1"
SHEET_WORDS = "-".join(["SHILI"] * 8)
"""A recovery sheet that opens nothing."""
DPI = 150


def paper_pictures(desk: Desk, out: Path, moment: datetime) -> Iterator[Path]:
    """``paper-<name>-<size>.png`` for each, one more file for each further page."""
    fonts = find_fonts(font_dirs())
    for name, request in _requests(_Samples(desk, moment)):
        for size in SIZES[request.kind]:
            pdf = draw(replace(request, size=size), fonts).pdf
            yield from _save(pdf, out, f"paper-{name}-{size.value}")
    yield from _save(_sheet(desk, fonts, moment), out, "paper-recovery-sheet-A5")


def _sheet(desk: Desk, fonts: FontChain, moment: datetime) -> bytes:
    return draw_recovery_sheet(desk.known.site.name, SHEET_WORDS, moment, local_day(moment), fonts)


def _requests(made: _Samples) -> Iterator[tuple[str, PaperRequest]]:
    """Each paper under the name of its picture."""
    item, kinds = made.item, DocumentKind
    here = made.accepted(item)
    yield "receipt", made.of_case(kinds.RECEIPT, here)
    yield "receipt-days", replace(made.of_case(kinds.RECEIPT, here), printing=made.printing(kinds.RECEIPT))
    received = replace(item, mode=HandlingMode.ENTRUSTED_RECEIVE)
    yield "receipt-received", made.of_case(kinds.RECEIPT, made.accepted(received))
    yield "acceptance", made.of_case(kinds.ACCEPTANCE, here)
    yield "acceptance-deferred", made.of_case(kinds.ACCEPTANCE, made.deferred())
    yield "notice", made.of_case(kinds.NOTICE, made.noticed())
    yield "completion", made.of_case(kinds.COMPLETION, made.accepted(made.instant))
    assisted = made.accepted(replace(made.instant, mode=HandlingMode.ASSIST))
    yield "assistance", made.of_case(kinds.ASSISTANCE, assisted)
    yield "to-bring", made.of_item(kinds.NOTICE)
    yield "to-bring-rest", replace(made.of_item(kinds.NOTICE), in_hand=frozenset({1, 2}))
    yield "referral", made.of_item(kinds.REFERRAL)


class _Samples:
    """Cases that the store has never seen, and the requests for their papers."""

    def __init__(self, desk: Desk, moment: datetime) -> None:
        self._desk, self._moment = desk, moment
        self.item = desk.offer.get(ITEM)
        self.instant = next(
            offered
            for offered in desk.offer.items.values()
            if offered.offered and offered.item.kind is CaseKind.IMMEDIATE and offered.mode.may_accept
        )

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
        until = deferral_limit(self.item.promised, local_day(self._moment), self._desk.calendar)
        form = replace(form.mark(row.number, MaterialState.DEFERRED), promise_by=until)
        return self._case(form, self.item)

    def _form(self, offered: OfferedItem) -> IntakeForm:
        return IntakeForm(self._desk.new_id(), offered.item.id, offered.release, CITIZEN)

    def _case(self, form: IntakeForm, offered: OfferedItem) -> Case:
        number = ReceiptNumber(self._desk.known.site.point_code, 3, local_day(self._moment), 42)
        return replace(case_as_it_would_be(form, offered, self._moment), number=number.digits)

    def of_case(self, kind: DocumentKind, case: Case) -> PaperRequest:
        """A paper of a case."""
        order = PaperOrder(kind, SIZES[kind][0], offered=self.item)
        clerk, printing = self._desk.present_clerk, replace(self.printing(kind), explain_due=False)
        return request_for(clerk, case, self._desk.calendar, order, printing)

    def of_item(self, kind: DocumentKind) -> PaperRequest:
        """A paper that belongs to no case."""
        clerk = self._desk.present_clerk
        return PaperRequest(
            kind,
            SIZES[kind][0],
            clerk.site,
            replace(self.printing(kind), number=""),
            clerk.name,
            clerk.device.counter,
            offered=self.item,
        )

    def printing(self, kind: DocumentKind) -> Printing:
        """When, by whom, under which number; with the days it counted."""
        clerk = self._desk.present_clerk
        short, year = clerk.site.short_name, local_day(self._moment).year
        number = format_document_number(short, KIND_WORDS[kind], year, 42)
        return Printing(number, self._desk.new_id(), self._moment, clerk.name, explain_due=True)


def _save(pdf: bytes, out: Path, name: str) -> Iterator[Path]:
    for nth, page in enumerate(page_pictures(pdf, DPI), 1):
        file = out / (f"{name}.png" if nth == 1 else f"{name}-page{nth}.png")
        image = QImage(page.data, page.width, page.height, page.width, QImage.Format.Format_Grayscale8)
        image.save(str(file))
        yield file
