"""Parts of papers that people fill in and sign: boxes, tables of rows, halves to cut off, two hands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desk_app.papers.flow import Cell, Table, draw_line
from desk_app.papers.fonts import OPEN_BOX, TICKED, Role
from desk_app.papers.furniture import Layout, case_number, cut_across, qr, sign_line
from desk_app.papers.request import PaperRequest
from desk_app.papers.sheet import PT
from desk_app.papers.typeset import Span, break_lines
from desk_app.papers.words import number_words

BLANK_BELOW = "（以下空白）"
PEN_DATE = "　　　　年　　月　　日"
_HALF_HEIGHT = 33.0
_QR = 15.0


def boxes(options: Iterable[tuple[str, bool]]) -> str:
    """A box before each choice, ticked where it was chosen."""
    return "　".join(f"{TICKED if chosen else OPEN_BOX}{word}" for word, chosen in options)


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a list: its head, its width in millimetres (0: what is left), how it is set."""

    head: str
    width: float = 0.0
    centred: bool = False
    role: Role = Role.BODY


def rows_table(layout: Layout, columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> None:
    """A numbered or plain list, its head repeated over the page, closed with （以下空白）."""
    sizes = layout.type
    table = Table(layout.flow, sizes.table, sizes.row)
    table.header([Cell(each.head, each.width, Role.LABEL, centred=True) for each in columns])
    for row in rows:
        table.row(
            [
                Cell(value, each.width, each.role, each.centred)
                for value, each in zip(row, columns, strict=True)
            ]
        )
    table.row([Cell(BLANK_BELOW, 0.0, centred=True)])
    table.close()
    layout.flow.y += 1.5


def prose(
    layout: Layout, content: str | Sequence[Span], role: Role = Role.BODY, leading: float = 1.0
) -> None:
    """A paragraph of the paper, indented as formal Chinese is."""
    sizes = layout.type
    layout.flow.paragraph(content, sizes.body, sizes.leading * leading, indent=2.0, role=role)


def small_print(layout: Layout, content: str | Sequence[Span], role: Role = Role.BODY) -> None:
    """A paragraph in the type of tables, not indented."""
    layout.flow.paragraph(content, layout.type.table, 1.5, role=role)


@dataclass(frozen=True, slots=True)
class Half:
    """The lower part of a paper, cut off and kept by the other side."""

    cut: str
    title: str
    text: tuple[Span, ...]
    sign: str = ""
    """Words before a line to sign on; empty where nobody signs."""


def lower_half(layout: Layout, half: Half) -> None:
    """Draw it at the foot of the last page, or of a new one when it does not fit."""
    flow, sheet = layout.flow, layout.sheet
    size = min(layout.type.table, 12.5)
    lines = break_lines(half.text, sheet.fonts, (flow.frame.width - _QR - 3.0) * PT, size)
    step = size * 1.5 / PT
    tall = max(_HALF_HEIGHT, 14.0 + step * (len(lines) + (3 if half.sign else 1)))
    flow.keep(min(tall, flow.frame.bottom - flow.frame.top))
    top = max(flow.y, flow.frame.bottom - tall)
    cut_across(sheet, flow.frame.left, flow.frame.right, top + 2.0, half.cut, layout.type.foot)
    qr(sheet, layout.request, flow.frame.right - _QR, top + 6.0, _QR)
    y = top + 10.0
    at = sheet.text(flow.frame.left, y, half.title, Role.STRONG, size)
    sheet.text(at + 4.0, y, number_of(layout.request), Role.LABEL, size * 0.9)
    for line in lines:
        y += step
        draw_line(sheet, flow.frame.left, y, line, size)
    if half.sign:
        y = _sign(layout, half.sign, y + step * 1.15, size)
    flow.y = max(flow.frame.bottom, y)


def _sign(layout: Layout, words: str, y: float, size: float) -> float:
    """A line to sign on and a date, below it where both do not fit beside each other."""
    flow, sheet = layout.flow, layout.sheet
    date = "　年　　月　　日"
    at = flow.frame.left + sheet.width_of(words, Role.BODY, size)
    room = flow.frame.right - at - sheet.width_of(date, Role.BODY, size)
    end = sign_line(sheet, flow.frame.left, y, words, size, min(32.0, room) if room > 15.0 else 24.0)
    if room > 15.0:
        sheet.text(end, y, date, Role.BODY, size)
        return y
    y += size * 1.5 / PT
    sheet.right(flow.frame.right, y, date, Role.BODY, size)
    return y


def number_of(request: PaperRequest) -> str:
    """The number a half is found by: that of the case, else the paper's own."""
    return case_number(request) or number_words(request.printing.number)


def hands(layout: Layout, left: Sequence[str], right: Sequence[str]) -> None:
    """Two columns of lines to sign on; an empty string leaves its place free, a date stands by itself."""
    flow, size = layout.flow, layout.type.table
    step = size * 2.0 / PT
    rows = max(len(left), len(right))
    flow.keep(step * rows + 2.0)
    width = flow.frame.width / 2 - 4.0
    for x, lines in ((flow.frame.left, left), (flow.frame.left + flow.frame.width / 2 + 2.0, right)):
        y = flow.y
        for words in lines:
            y += step
            _hand(layout, x, y, words, width)
    flow.y += step * rows + 2.0


def _hand(layout: Layout, x: float, y: float, words: str, width: float) -> None:
    sheet, size = layout.sheet, layout.type.table
    wide = sheet.width_of(words, Role.BODY, size)
    fitting = size * min(1.0, width / wide) if wide else size
    at = sheet.text(x, y, words, Role.BODY, fitting)
    if words.endswith("：") and at + 8.0 < x + width:
        sheet.line(at + 0.5, y + 1.0, min(at + 38.0, x + width), y + 1.0, 0.6)
