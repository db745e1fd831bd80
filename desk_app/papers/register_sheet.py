"""A register on paper: A4 on its side, headings on every page, what each figure counts, and who signs.

A register belongs to no case and is made anew from the journal whenever it is asked for: it has no number of
its own series. What stands on it is masked before it comes here. Columns in which nothing stands are left
out, so that the others can be read; their number is told at the foot.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from desk_app.domain.registers import PAGE_OF
from desk_app.papers.flow import draw_line
from desk_app.papers.fonts import FontChain, Role
from desk_app.papers.furniture import DEMO
from desk_app.papers.pdf import write_pdf
from desk_app.papers.sheet import FRAME, HAIRLINE, PT, Sheet
from desk_app.papers.subset import Ink
from desk_app.papers.typeset import Line, break_lines
from desk_app.papers.words import clock

WIDTH, HEIGHT = 297.0, 210.0
_SIDE, _TOP, _BOTTOM = 12.0, 11.0, 16.0
_PADDING = 0.9
_NARROWEST = 4.2
"""Characters of Chinese a column has room for at least, where all columns together allow it."""
_SIZES = (9.5, 8.5, 7.5, 6.5)
_LEADING = 1.28


@dataclass(frozen=True, slots=True)
class RegisterPaper:
    """Everything that stands on it, as text. ``columns`` are headings with their widths in characters."""

    title: str
    subtitle: str
    columns: tuple[tuple[str, int], ...]
    lines: Sequence[Sequence[str]]
    figures: Sequence[tuple[str, str, str]]
    site: str
    printed_at: datetime
    printed_by: str
    demo: bool = False


@dataclass(frozen=True, slots=True)
class RegisterPdf:
    """A PDF in memory."""

    pdf: bytes
    pages: int


def draw_register(paper: RegisterPaper, fonts: FontChain) -> RegisterPdf:
    """Draw it. Raises GlyphMissing; nothing was printed then."""
    ink = Ink(fonts)
    sheet = _Layout(paper, ink).lay_out()
    pdf = write_pdf([sheet], ink, paper.title, paper.site, paper.printed_at)
    return RegisterPdf(pdf, len(sheet.pages))


class _Layout:
    """One register on its way down the pages."""

    def __init__(self, paper: RegisterPaper, ink: Ink) -> None:
        self._paper = paper
        self._sheet = Sheet(ink, WIDTH, HEIGHT)
        kept = [
            at for at in range(len(paper.columns)) if not paper.lines or any(line[at] for line in paper.lines)
        ]
        self._kept = kept
        self._titles = [paper.columns[at][0] for at in kept]
        self._size, self._widths = _fit([("序号", 4), *(paper.columns[at] for at in kept)])
        self._step = self._size * _LEADING / PT
        self._y = self._table_top = 0.0

    def lay_out(self) -> Sheet:
        """All pages."""
        self._begin_page()
        for number, line in enumerate(self._paper.lines, 1):
            self._row([str(number), *(line[at] for at in self._kept)])
        self._frame()
        self._formulas()
        self._sign()
        self._feet()
        self._sheet.check()
        return self._sheet

    def _begin_page(self) -> None:
        sheet, first = self._sheet, len(self._sheet.pages) == 1
        middle = WIDTH / 2
        if first:
            sheet.centred(middle, _TOP + 6.5, self._paper.title, Role.TITLE, 18, 3.0)
            sheet.centred(middle, _TOP + 13.0, self._paper.subtitle, Role.LABEL, 10)
        else:
            self._follow_head()
        self._y = self._table_top = _TOP + (16.5 if first else 6.5)
        self._row(["序号", *self._titles], role=Role.LABEL)

    def _follow_head(self) -> None:
        words = f"{self._paper.title}（续）　{self._paper.subtitle}"
        self._sheet.text(_SIDE, _TOP + 4.0, words, Role.LABEL, 9)

    def _row(self, cells: Sequence[str], role: Role = Role.BODY) -> None:
        broken = [self._broken(cell, width, role) for cell, width in zip(cells, self._widths, strict=True)]
        height = max(map(len, broken)) * self._step + 2 * _PADDING
        if self._y + height > HEIGHT - _BOTTOM and role is not Role.LABEL:
            self._frame()
            self._sheet.new_page()
            self._begin_page()
        x = _SIDE
        for lines, width in zip(broken, self._widths, strict=True):
            top = self._y + _PADDING + self._size * 0.95 / PT
            for number, line in enumerate(lines):
                draw_line(self._sheet, x + _PADDING, top + number * self._step, line, self._size)
            x += width
        self._y += height
        self._sheet.line(_SIDE, self._y, WIDTH - _SIDE, self._y, HAIRLINE)

    def _broken(self, cell: str, width: float, role: Role) -> tuple[Line, ...]:
        room = (width - 2 * _PADDING) * PT
        return break_lines(cell, self._sheet.fonts, room, self._size, role) or ()

    def _frame(self) -> None:
        x = _SIDE
        for width in self._widths[:-1]:
            x += width
            self._sheet.line(x, self._table_top, x, self._y, HAIRLINE)
        self._sheet.box(_SIDE, self._table_top, WIDTH - 2 * _SIDE, self._y - self._table_top, FRAME)

    def _formulas(self) -> None:
        self._y += 3.0
        left_out = len(self._paper.columns) - len(self._kept)
        told = [f"{title} {value}（{sentence}）" for title, value, sentence in self._paper.figures]
        if left_out:
            told.append(f"没有内容的 {left_out} 栏没有印出来")
        self._paragraph("　".join(told), 8.0)

    def _paragraph(self, text: str, size: float) -> None:
        step = size * 1.45 / PT
        for line in break_lines(text, self._sheet.fonts, (WIDTH - 2 * _SIDE) * PT, size, Role.LABEL):
            self._keep(step)
            draw_line(self._sheet, _SIDE, self._y + size * 0.95 / PT, line, size)
            self._y += step

    def _keep(self, height: float) -> None:
        if self._y + height > HEIGHT - _BOTTOM:
            self._sheet.new_page()
            self._follow_head()
            self._y = _TOP + 8.0

    def _sign(self) -> None:
        self._keep(14.0)
        self._y += 9.0
        for place, words in enumerate(("制表人：", "审核人：", "日期：")):
            left = _SIDE + place * 88.0
            end = self._sheet.text(left, self._y, words, Role.BODY, 11)
            self._sheet.line(end + 1.0, self._y + 1.0, end + 52.0, self._y + 1.0, 0.6)

    def _feet(self) -> None:
        sheet, pages = self._sheet, self._sheet.pages
        sheet.pages = []
        printed = f"{self._paper.site}　打印 {clock(self._paper.printed_at)}　打印人 {self._paper.printed_by}"
        for number, page in enumerate(pages, 1):
            sheet.pages.append(page)
            sheet.text(_SIDE, HEIGHT - 8.0, printed, Role.LABEL, 8.5)
            words = PAGE_OF.format(page=number, pages=len(pages))
            sheet.right(WIDTH - _SIDE, HEIGHT - 8.0, words, Role.LABEL, 8.5)
            if self._paper.demo:
                sheet.watermark(page, DEMO)


def _fit(columns: Sequence[tuple[str, int]]) -> tuple[float, list[float]]:
    """The largest type in which the columns have room, and how wide each is in millimetres."""
    room = WIDTH - 2 * _SIDE
    sizes = ((size, _wide(columns, size)) for size in _SIZES)
    smallest = (_SIZES[-1], _wide(columns, _SIZES[-1]))
    size, widths = next((found for found in sizes if sum(found[1]) <= room), smallest)
    return size, [width * room / sum(widths) for width in widths]


def _wide(columns: Sequence[tuple[str, int]], size: float) -> list[float]:
    """Half of what a column would like: its cells may wrap once. The first holds the line's number."""
    characters = [max(_NARROWEST, width / 2) if at else 2.4 for at, (_, width) in enumerate(columns)]
    return [each * size / PT + 2 * _PADDING for each in characters]
