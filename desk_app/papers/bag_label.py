"""文件袋标签, 60 x 40 mm: which case lies in the bag, how much paper, until when.

The bar code holds the number of the case and nothing of a person; the applicant is masked, since bags lie
open on counters.
"""

from __future__ import annotations

from desk_app.domain.cases import Case, MaterialState
from desk_app.domain.masking import Kind, Profile, mask
from desk_app.domain.worktime import local_day
from desk_app.papers.codes import code128, code128_modules, digits_of
from desk_app.papers.flow import draw_line
from desk_app.papers.fonts import Role
from desk_app.papers.furniture import DEMO, case_number, phone_words, printing_words, qr
from desk_app.papers.receipt import case_of, due_of
from desk_app.papers.request import PaperRequest
from desk_app.papers.sheet import PT, Sheet
from desk_app.papers.subset import Ink
from desk_app.papers.typeset import Line, break_lines
from desk_app.papers.wording import Wording

WIDTH, HEIGHT = 60.0, 40.0
_LEFT, _RIGHT = 2.5, 57.5
_QR = 14.0
_BAR, _BAR_HEIGHT = 0.25, 6.0
_PAPER = frozenset({MaterialState.ORIGINAL, MaterialState.COPY})


def lay_out(request: PaperRequest, ink: Ink, wording: Wording) -> Sheet:
    """One label. Large type is the same: there is no room for another."""
    case = case_of(request)
    sheet = Sheet(ink, WIDTH, HEIGHT)
    narrow = _RIGHT - _LEFT - _QR - 2.0
    qr(sheet, request, _RIGHT - _QR, 2.5, _QR)
    _fitted(sheet, request.site.name, 4.8, narrow, 6.5, 1, Role.LABEL)
    _fitted(sheet, case.item.name, 8.8, narrow, 8.5, 2, Role.STRONG)
    _fitted(sheet, inside(case, wording), 16.0, narrow, 7.5, 1, Role.PLAIN)
    _fitted(sheet, days(request, case), 20.2, _RIGHT - _LEFT, 8.0, 1, Role.STRONG)
    _number(sheet, request, case)
    foot = [words for words in (phone_words(request), printing_words(request)) if words]
    for place, words in enumerate(reversed(foot)):
        _fitted(sheet, words, 38.4 - place * 2.5, _RIGHT - _LEFT, 5.6, 1, Role.PLAIN)
    if request.printing.demo:
        sheet.watermark(sheet.pages[0], DEMO)
    sheet.check()
    return sheet


def inside(case: Case, wording: Wording) -> str:
    """Whose papers, and how many copies lie in the bag; what was seen and given back does not."""
    copies = sum(row.copies for row in case.materials if row.state in _PAPER)
    name = mask(Kind.NAME, case.applicant.name, Profile.LIST)
    return f"{name}　{wording.say('bag_label.inside', copies=str(copies))}"


def days(request: PaperRequest, case: Case) -> str:
    """收 11-24　截止 2026-12-08."""
    received = local_day(case.received_at or case.registered_at)
    deadline = due_of(request) if case.accepted_at else None
    due = deadline.due if deadline else None
    return f"收件 {received}" + (f"　截止 {due}" if due else "")


def _number(sheet: Sheet, request: PaperRequest, case: Case) -> None:
    digits = digits_of(case.number)
    if not digits:
        return
    bars = code128(digits)
    module = min(_BAR, (_RIGHT - _LEFT) / code128_modules(bars))
    wide = code128_modules(bars) * module
    sheet.bars((WIDTH - wide) / 2, 22.2, bars, module, _BAR_HEIGHT)
    sheet.centred(WIDTH / 2, 31.6, case_number(request), Role.LABEL, 8.5)


def _fitted(sheet: Sheet, words: str, y: float, width: float, size: float, most: int, role: Role) -> None:
    """At most so many lines, as small as it takes: nothing is cut off."""
    room = width * PT
    step = size * 1.25 / PT
    lines: tuple[Line, ...] = break_lines(words, sheet.fonts, room, size, role)
    while len(lines) > most:
        size *= 0.92
        lines = break_lines(words, sheet.fonts, room, size, role)
    for place, line in enumerate(lines):
        draw_line(sheet, _LEFT, y + place * step, line, size)
