"""套打: facts at their places on forms that are printed already; the page that finds a printer's offset."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from desk_app.domain.overprint import Fact, Form, Offset
from desk_app.domain.worktime import local_day
from desk_app.papers.flow import draw_line
from desk_app.papers.fonts import FontChain, Role
from desk_app.papers.furniture import DEMO, case_number, printed_on
from desk_app.papers.pdf import write_pdf
from desk_app.papers.receipt import due_of
from desk_app.papers.request import DrawnPaper, PaperRequest
from desk_app.papers.sheet import PT, Sheet
from desk_app.papers.subset import Ink
from desk_app.papers.typeset import break_lines
from desk_app.papers.words import long_date, masked_number, masked_phone, named, number_words, received

_LINE = 1.3
_CROSS, _SCALE = 6.0, 10
"""Half a cross in millimetres; how many millimetres a scale counts to each side."""


def draw_overprint(request: PaperRequest, form: Form, offset: Offset, fonts: FontChain) -> DrawnPaper:
    """Only the facts, each where it belongs.

    Raises:
        GlyphMissing: when a character can be drawn by no font; nothing was printed.
    """
    ink = Ink(fonts)
    sheet = Sheet(ink, *form.sheet)
    facts = facts_of(request)
    for spot in form.spots:
        x, y = spot.x - offset.across, spot.y - offset.down
        room = spot.width or form.sheet[0]
        for line in break_lines(facts[spot.fact], fonts, room * PT, spot.size, Role.BODY):
            draw_line(sheet, x, y, line, spot.size)
            y += spot.size * _LINE / PT
    if request.printing.demo:
        sheet.watermark(sheet.pages[0], DEMO)
    sheet.check()
    title = request.printing.number
    pdf = write_pdf([sheet], ink, title, request.site.name, request.printing.at)
    return DrawnPaper(pdf, 1, request.kind, form.size)


def facts_of(request: PaperRequest) -> Mapping[Fact, str]:
    """Everything that can be put on a form; what the case does not have is empty."""
    case, day = request.case, printed_on(request)
    about: dict[Fact, str] = dict.fromkeys(Fact, "")
    about |= {
        Fact.PAPER_NUMBER: number_words(request.printing.number),
        Fact.DAY: long_date(day),
        Fact.YEAR: str(day.year),
        Fact.MONTH: str(day.month),
        Fact.DAY_OF_MONTH: str(day.day),
        Fact.SITE: request.site.name,
        Fact.CLERK: request.clerk_name,
    }
    if case is None:
        return about
    deadline = due_of(request)
    return about | {
        Fact.APPLICANT: case.applicant.name,
        Fact.ID_NUMBER: masked_number(case.applicant),
        Fact.PHONE: masked_phone(case.applicant),
        Fact.ADDRESS: case.applicant.address,
        Fact.ITEM: case.item.name,
        Fact.DEPARTMENT: case.item.department,
        Fact.CASE_NUMBER: case_number(request),
        Fact.RECEIVED: long_date(local_day(case.received_at or case.registered_at)),
        Fact.DUE: long_date(deadline.due) if deadline and deadline.due else "",
        Fact.MATERIALS: named(received(case.materials)),
        Fact.RESULT: case.result,
        Fact.PROXY: case.proxy.party.name if case.proxy else "",
    }


def calibration_page(form: Form, offset: Offset, printer: str, fonts: FontChain, at: datetime) -> bytes:
    """Crosses and scales on the sheet of a form: what they miss by is what is to be entered."""
    ink = Ink(fonts)
    sheet = Sheet(ink, *form.sheet)
    width, height = form.sheet
    for across in (20.0, width - 20.0):
        for down in (20.0, height - 20.0):
            _cross(sheet, across - offset.across, down - offset.down)
    middle, y = width / 2 - offset.across, height / 2 - offset.down
    _scale(sheet, middle, y)
    words = (
        "四个十字的中心离两条纸边都应该是 20 毫米。",
        "偏右了多少，左右就加多少；偏下了多少，上下就加多少。每次 0.1 毫米。",
        f"现在：左右 {offset.across:+.1f}，上下 {offset.down:+.1f}　打印机 {printer}",
    )
    for place, line in enumerate(words):
        sheet.centred(middle, y + 14.0 + place * 6.0, line, Role.LABEL, 9)
    sheet.check()
    return write_pdf([sheet], ink, "校准页", "", at)


def _cross(sheet: Sheet, x: float, y: float) -> None:
    sheet.line(x - _CROSS, y, x + _CROSS, y, 0.4)
    sheet.line(x, y - _CROSS, x, y + _CROSS, 0.4)


def _scale(sheet: Sheet, x: float, y: float) -> None:
    """A rule of single millimetres, longer every five."""
    sheet.line(x - _SCALE, y, x + _SCALE, y, 0.4)
    for step in range(-_SCALE, _SCALE + 1):
        sheet.line(x + step, y, x + step, y - (4.0 if step % 5 == 0 else 2.0), 0.4)
        if step % 5 == 0:
            sheet.centred(x + step, y - 5.0, str(step), Role.LABEL, 7)
