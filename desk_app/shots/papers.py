"""Every paper in every size it exists in, drawn for a made-up citizen and archived nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from PySide6.QtGui import QImage

from desk_app.domain.catalogue import HandlingMode
from desk_app.domain.documents import DocumentKind
from desk_app.domain.numbers import DayCounter, reserve
from desk_app.domain.worktime import local_day
from desk_app.papers.draw import draw
from desk_app.papers.emergency_form import Blank, emergency_forms
from desk_app.papers.fonts import FontChain, find_fonts
from desk_app.papers.picture import page_pictures
from desk_app.papers.recovery_sheet import draw_recovery_sheet
from desk_app.papers.request import PaperRequest, sizes_of
from desk_app.paths import font_dirs
from desk_app.wiring.desk import Desk
from desk_app.wiring.later_samples import later_requests
from desk_app.wiring.samples import Samples

SHEET_WORDS = "-".join(["SHILI"] * 8)
"""A recovery sheet that opens nothing."""
DPI = 150


def paper_pictures(desk: Desk, out: Path, moment: datetime) -> Iterator[Path]:
    """``paper-<name>-<size>.png`` for each, one more file for each further page."""
    fonts = find_fonts(font_dirs())
    made = Samples(desk, moment)
    for name, request in (*_requests(made), *later_requests(made)):
        for size in sizes_of(request.kind):
            pdf = draw(replace(request, size=size), fonts).pdf
            yield from _save(pdf, out, f"paper-{name}-{size.value}")
    yield from _save(_sheet(desk, fonts, moment), out, "paper-recovery-sheet-A5")
    yield from _save(_slips(desk, fonts, moment), out, "paper-emergency-A4")


def _sheet(desk: Desk, fonts: FontChain, moment: datetime) -> bytes:
    return draw_recovery_sheet(desk.known.site.name, SHEET_WORDS, moment, local_day(moment), fonts)


def _slips(desk: Desk, fonts: FontChain, moment: datetime) -> bytes:
    """Two blank slips for an outage; the numbers are taken from no counter."""
    info = desk.known
    counter = DayCounter(info.site.point_code, info.device.number)
    _, numbers = reserve(counter, 2, local_day(moment))
    return emergency_forms(numbers, Blank(info.site, moment, "李某某", info.device.counter, True), fonts)


def _requests(made: Samples) -> Iterator[tuple[str, PaperRequest]]:
    """What the counter prints, each paper under the name of its picture."""
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


def _save(pdf: bytes, out: Path, name: str) -> Iterator[Path]:
    for nth, page in enumerate(page_pictures(pdf, DPI), 1):
        file = out / (f"{name}.png" if nth == 1 else f"{name}-page{nth}.png")
        image = QImage(page.data, page.width, page.height, page.width, QImage.Format.Format_Grayscale8)
        image.save(str(file))
        yield file
