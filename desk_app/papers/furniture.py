"""What every paper on a page has: head, seal place, cut line, foot; and the sizes of its type."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from desk_app.domain.documents import PaperSize
from desk_app.domain.worktime import local_day
from desk_app.papers.codes import code128, code128_modules, digits_of, qr_payload, qr_rows
from desk_app.papers.flow import Flow, Frame, draw_line
from desk_app.papers.fonts import Role
from desk_app.papers.request import PaperRequest
from desk_app.papers.sheet import PT, Page, Sheet
from desk_app.papers.subset import Ink
from desk_app.papers.typeset import break_lines
from desk_app.papers.words import clock, long_date, number_words

DEMO = "演示"
QR_SIDE = 18.4
_QUIET = 2.0
_BAR = 0.25
"""Module of the bar code: two dots at 203 dpi, so that a thermal head prints it evenly."""
_CODE_WIDTH = 145 * _BAR
"""The bar code of a receipt number of 17 digits."""
_RING = 10.5


@dataclass(frozen=True, slots=True)
class Type:
    """Sizes of type in points, and the height of a table row in millimetres (tokens.json "paper", F55)."""

    title: float
    body: float
    table: float
    number: float
    foot: float
    row: float
    leading: float = 1.75

    def scaled(self, scale: float) -> Type:
        """All of it smaller, but for the number and the foot, which are small already."""
        return replace(
            self,
            title=self.title * scale,
            body=self.body * scale,
            table=self.table * scale,
            row=self.row * scale,
            leading=self.leading * (1 + scale) / 2,
        )


TYPES = {
    (PaperSize.A5, False): Type(20, 12.5, 11.5, 10, 8.5, 6.7),
    (PaperSize.A4, False): Type(22, 14.5, 12.5, 10, 9, 9.0, 1.9),
    (PaperSize.ROLL80, False): Type(15, 10.5, 10, 10, 8.5, 6.0, 1.5),
    (PaperSize.A5, True): Type(24, 18, 18, 12, 10, 10.5, 1.5),
    (PaperSize.A4, True): Type(26, 20, 19, 13, 11, 12.0, 1.6),
    (PaperSize.ROLL80, True): Type(20, 18, 18, 13, 10, 9.0, 1.4),
}
_SCALES = (1.0, 0.94, 0.88, 0.82)
"""Tried in this order, so that a paper that would just run over its first page stays on it."""
PAGES = {
    (PaperSize.A5, True): (210.0, 148.0),
    (PaperSize.A5, False): (148.0, 210.0),
    (PaperSize.A4, False): (210.0, 297.0),
}
"""Width and height; the second part of the key says whether an A5 sheet lies on its side."""


@dataclass(frozen=True, slots=True)
class Layout:
    """One paper being laid out on pages: who asks, on what, in which sizes."""

    request: PaperRequest
    flow: Flow
    type: Type
    title: str
    copies: str

    @property
    def sheet(self) -> Sheet:
        """The pages."""
        return self.flow.sheet


def open_layout(
    request: PaperRequest,
    ink: Ink,
    title: str,
    copies: str = "",
    landscape: bool = False,
    first_right: float = 0.0,
    first_bottom: float = 0.0,
    scale: float = 1.0,
    clear: bool = False,
) -> Layout:
    """An empty first page with its head; ``first_right``, ``first_bottom``: where a part is cut off.

    ``clear`` moves a long title out of the way of the bar code, where a page is narrow.
    """
    width, height = PAGES[request.size, landscape and request.size is PaperSize.A5]
    sheet = Sheet(ink, width, height)
    sizes = TYPES[request.size, request.printing.large_type].scaled(scale)
    small = request.size is PaperSize.A5
    margin = margin_of(request.size)
    whole = Frame(margin, 13.0 if small else 22.0, width - margin, height - (15.0 if small else 22.0))
    first = Frame(margin, whole.top, first_right or whole.right, first_bottom or whole.bottom)

    def follow(_: Flow) -> Frame:
        return _follow_head(request, sheet, sizes, whole, title)

    layout = Layout(request, Flow(sheet, first, follow), sizes, title, copies)
    _head(layout, clear)
    return layout


def margin_of(size: PaperSize) -> float:
    """Left and right margin of a page."""
    return 9.5 if size is PaperSize.A5 else 20.0


def snug(request: PaperRequest, build: Callable[[float], Layout]) -> Layout:
    """The paper on one page if somewhat smaller type allows it, else in its proper type on several.

    Large type stays large: who asked for it cannot read the other.
    """
    proper = build(1.0)
    if len(proper.sheet.pages) == 1 or request.printing.large_type:
        return proper
    smaller = (build(scale) for scale in _SCALES[1:])
    return next((layout for layout in smaller if len(layout.sheet.pages) == 1), proper)


def _head(layout: Layout, clear: bool) -> None:
    request, sheet, frame, sizes = layout.request, layout.sheet, layout.flow.frame, layout.type
    top = frame.top - 7.0
    _site_name(layout, frame.left, top + 3.8)
    qr(sheet, request, frame.right - QR_SIDE, top, QR_SIDE)
    left = frame.left + (_CODE_WIDTH if clear and case_number(request) else QR_SIDE) + _QUIET
    right = frame.right - QR_SIDE - _QUIET
    spacing = _title_spacing(layout, (right - left) * PT)
    middle, half = (frame.left + frame.right) / 2, 0.0
    if clear:
        half = (sheet.width_of(layout.title, Role.TITLE, sizes.title, spacing) - spacing / PT) / 2
    sheet.centred(max(middle, left + half), top + 15.2, layout.title, Role.TITLE, sizes.title, spacing)
    line = top + QR_SIDE + 4.4
    if request.printing.number:
        number = "编号：" + number_words(request.printing.number)
        sheet.right(frame.right, line, number, Role.LABEL, sizes.number)
    _bar_code(sheet, request, frame.left, line)
    layout.flow.y = line + 3.6


def _site_name(layout: Layout, x: float, y: float) -> None:
    """The site at the top left, in two lines when one does not hold it, then smaller until two do."""
    sheet, size = layout.sheet, layout.type.number + 0.5
    room = (layout.flow.frame.width - QR_SIDE - _QUIET) * PT
    lines = break_lines(layout.request.site.name, sheet.fonts, room, size, Role.LABEL)
    while len(lines) > 1 and (len(lines) > 2 or size > layout.type.number * 0.9):
        size *= 0.85
        lines = break_lines(layout.request.site.name, sheet.fonts, room, size, Role.LABEL)
    for place, line in enumerate(lines):
        draw_line(sheet, x, y + place * size * 1.25 / PT, line, size)


def _title_spacing(layout: Layout, room: float) -> float:
    """0.3 em between the characters of a title, less when the title is long for its room in points."""
    sheet, size = layout.sheet, layout.type.title
    natural = sheet.width_of(layout.title, Role.TITLE, size) * PT
    return max(0.0, min(0.3 * size, (room - natural) / max(len(layout.title) - 1, 1)))


def qr(sheet: Sheet, request: PaperRequest, x: float, y: float, side: float) -> None:
    """The QR code of the event behind this paper."""
    sheet.qr(x, y, side, qr_rows(qr_payload(request.printing.event_id)))


def case_number(request: PaperRequest) -> str:
    """The number people say over the telephone; empty on papers of look-up and in a preview."""
    return number_words(request.case.number) if request.case else ""


def _bar_code(sheet: Sheet, request: PaperRequest, x: float, y: float) -> None:
    """The number of the case with its baseline at ``y``, and its bar code above."""
    digits = digits_of(request.case.number) if request.case else ""
    if digits:
        bars = code128(digits)
        sheet.bars(x, y - 8.6, bars, _BAR, 5.4)
        sheet.centred(x + code128_modules(bars) * _BAR / 2, y, case_number(request), Role.LABEL, 9)


def roll_bar_code(sheet: Sheet, request: PaperRequest, middle: float, y: float) -> float:
    """The bar code in the middle of a roll; returns the height it took."""
    digits = digits_of(request.case.number) if request.case else ""
    if not digits:
        return 0.0
    bars = code128(digits)
    sheet.bars(middle - code128_modules(bars) * _BAR / 2, y, bars, _BAR, 8.0)
    return 8.0


def _follow_head(request: PaperRequest, sheet: Sheet, sizes: Type, frame: Frame, title: str) -> Frame:
    top = frame.top - 4.0
    sheet.text(frame.left, top, f"{title}（续）", Role.LABEL, sizes.number)
    number = case_number(request) or number_words(request.printing.number)
    if number:
        sheet.right(frame.right, top, f"编号：{number}", Role.LABEL, sizes.number)
    return frame


def cut_across(sheet: Sheet, left: float, right: float, y: float, words: str, size: float) -> None:
    """A cut line from side to side, with words in its middle."""
    middle = (left + right) / 2
    half = sheet.width_of(words, Role.LABEL, size) / 2 + 2.5
    sheet.line(left, y, middle - half, y, 0.8, "3 2")
    sheet.line(middle + half, y, right, y, 0.8, "3 2")
    sheet.centred(middle, y + size * 0.36 / PT, words, Role.LABEL, size)


def cut_down(sheet: Sheet, x: float, top: float, bottom: float, words: str, size: float) -> None:
    """A cut line from top to bottom, with words in its middle, one below the other."""
    step = size * 1.25 / PT
    middle = (top + bottom) / 2
    half = step * len(words) / 2 + 1.5
    sheet.line(x, top, x, middle - half, 0.8, "3 2")
    sheet.line(x, middle + half, x, bottom, 0.8, "3 2")
    for place, char in enumerate(words):
        sheet.centred(x, middle - half + 1.5 + step * (place + 0.8), char, Role.LABEL, size)


SEAL_HEIGHT = 2 * _RING + 5.0
SEAL_WIDTH = 46.0
_MOST_IN_SEAL = 13.0
"""Unit and date must stay inside the width of a seal, in large type too."""


def seal(layout: Layout, unit: str, day: date, seal_words: str, y: float) -> None:
    """Unit and date at the right, with the place of the seal over them; the label stands outside the ring.

    ``seal_words`` is empty where a site has no stamp: then the signature alone counts, and no ring is drawn.
    """
    sheet, frame, size = layout.sheet, layout.flow.frame, min(layout.type.table, _MOST_IN_SEAL)
    room = SEAL_WIDTH - 2.0
    while len(lines := break_lines(unit, sheet.fonts, room * PT, size)) > 3:
        size *= 0.9
    middle = frame.right - max(_RING + 4.0, min(room, max(line.width for line in lines) / PT) / 2)
    step = size * 1.35 / PT
    base = y + _RING - (len(lines) - 1) * step / 2
    for number, line in enumerate(lines):
        draw_line(sheet, middle - line.width / PT / 2, base + number * step, line, size)
    sheet.centred(middle, base + len(lines) * step + 1.0, long_date(day), Role.BODY, size)
    if seal_words:
        sheet.ring(middle, y + _RING, _RING)
        sheet.centred(middle, y + 2 * _RING + 3.8, f"（盖{seal_words}）", Role.LABEL, layout.type.foot)


def sign_line(sheet: Sheet, x: float, baseline: float, words: str, size: float, length: float) -> float:
    """Words and a line to sign on; returns where the line ends."""
    at = sheet.text(x, baseline, words, Role.BODY, size)
    sheet.line(at + 0.5, baseline + 1.0, at + length, baseline + 1.0, 0.6)
    return at + length


def phone_words(request: PaperRequest) -> str:
    """咨询 and 监督, each only where there is one; the item's own numbers come before the site's."""
    offered = request.offered
    ask = (offered.phone if offered else "") or request.site.phone
    complain = (offered.complaint_phone if offered else "") or request.site.complaint_phone
    given = (("咨询", ask), ("监督", complain))
    return "　".join(f"{word} {number.strip()}" for word, number in given if number.strip())


def printing_words(request: PaperRequest) -> str:
    """When, by whom, for which time (appendix A): a second print says 补打."""
    printing = request.printing
    again = f"（补打第 {printing.nth - 1} 次）" if printing.nth > 1 else ""
    by = f"　打印人 {printing.by}" if printing.by else ""
    return f"打印 {clock(printing.at)}{by}　第 {printing.nth} 次打印{again}"


def finish_pages(layout: Layout, left: float = 0.0, right: float = 0.0) -> None:
    """The foot of each page, now that their number is known; ``right`` where the first page is cut."""
    sheet = layout.sheet
    count = len(sheet.pages)
    margin = margin_of(layout.request.size)
    pages, sheet.pages = sheet.pages, []
    for number, page in enumerate(pages, start=1):
        sheet.pages.append(page)
        end = right if right and number == 1 else page.width - margin
        _foot_lines(layout, page, left or margin, end, f"第 {number}/{count} 页")
        if layout.request.printing.demo:
            sheet.watermark(page, DEMO)
    sheet.check()


def _foot_lines(layout: Layout, page: Page, left: float, right: float, page_words: str) -> None:
    sheet, size = layout.sheet, layout.type.foot
    lower = page.height - (6.0 if layout.request.size is PaperSize.A5 else 12.0)
    upper = lower - size * 1.45 / PT
    _pair(sheet, left, right, upper, phone_words(layout.request), layout.copies, size)
    _pair(sheet, left, right, lower, printing_words(layout.request), page_words, size)


def _pair(sheet: Sheet, left: float, right: float, y: float, first: str, last: str, size: float) -> None:
    """One text at each end of a line, both smaller when they would meet."""
    wide = sheet.width_of(first + last, Role.LABEL, size) + 3.0
    fitting = size * min(1.0, (right - left) / wide)
    sheet.text(left, y, first, Role.LABEL, fitting)
    sheet.right(right, y, last, Role.LABEL, fitting)


def printed_on(request: PaperRequest) -> date:
    """The day that stands beside the seal."""
    return local_day(request.printing.at)
