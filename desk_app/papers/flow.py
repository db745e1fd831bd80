"""Putting one thing below another, page after page: paragraphs, tables, and what must stay together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desk_app.papers.fonts import Role
from desk_app.papers.sheet import FRAME, HAIRLINE, PT, Sheet
from desk_app.papers.typeset import Line, Span, break_lines

_ASCENT = 0.88
"""Where the baseline lies below the top of a line of Chinese, in em; much the same in all our fonts."""


_PADDING = 1.8
"""Left and right of the text in a table cell, in millimetres."""


def column(size: float, characters: float) -> float:
    """How wide a column must be for this many Chinese characters, in millimetres."""
    return characters * size / PT + 2 * _PADDING + 0.3


@dataclass(frozen=True, slots=True)
class Frame:
    """Where text may stand, in millimetres."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """How much fits in a line."""
        return self.right - self.left


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table row."""

    content: str | tuple[Span, ...]
    width: float
    role: Role = Role.BODY
    centred: bool = False
    size: float | None = None


class Flow:
    """A cursor going down the pages of a sheet. ``y`` is the top of what comes next."""

    def __init__(self, sheet: Sheet, frame: Frame, next_frame: Callable[[Flow], Frame]) -> None:
        self.sheet = sheet
        self.frame = frame
        self.y = frame.top
        self._next_frame = next_frame

    @property
    def room(self) -> float:
        """Height left on this page."""
        return self.frame.bottom - self.y

    def next_page(self) -> None:
        """Go on at the top of a new page."""
        self.sheet.new_page()
        self.frame = self._next_frame(self)
        self.y = self.frame.top

    def keep(self, height: float) -> None:
        """Turn the page unless this much fits; what is taller than a page begins where it is."""
        if self.room < height <= self.frame.bottom - self.frame.top:
            self.next_page()

    def paragraph(
        self,
        content: str | Sequence[Span],
        size: float,
        leading: float = 1.6,
        indent: float = 0.0,
        role: Role = Role.BODY,
        width: float | None = None,
    ) -> None:
        """Lines of text. ``leading`` in em, ``indent`` of the first line in em."""
        wide = (width or self.frame.width) * PT
        step = size * leading / PT
        for line in break_lines(
            content if isinstance(content, str) else tuple(content),
            self.sheet.fonts,
            wide,
            size,
            role,
            indent * size,
        ):
            self.keep(step)
            draw_line(self.sheet, self.frame.left, self.y + _rise(step, size), line, size)
            self.y += step


def _rise(step: float, size: float) -> float:
    """From the top of a line of height ``step`` to its baseline."""
    return (step + (_ASCENT * 2 - 1) * size / PT) / 2


def draw_line(sheet: Sheet, x: float, baseline: float, line: Line, size: float) -> None:
    """One broken line from ``x`` on."""
    for piece in line.pieces:
        at = x + piece.x / PT
        sheet.text(at, baseline, piece.text, piece.span.role, piece.span.size or size)
        if piece.span.underlined:
            sheet.line(at, baseline + 1.1, at + piece.width / PT, baseline + 1.1, 0.6)


class Table:
    """Rows in one frame; each row has its own columns. A row that does not fit goes on over the page."""

    def __init__(self, flow: Flow, size: float, row_height: float) -> None:
        self._flow = flow
        self._size = size
        self._row_height = row_height
        self._top = flow.y
        self._header: Sequence[Cell] = ()
        self._rows_here = 0

    def header(self, cells: Sequence[Cell], strong: bool = False) -> None:
        """A row that is repeated at the top of each following page."""
        self.row(cells, strong=strong)
        self._header = cells

    def row(self, cells: Sequence[Cell], *, strong: bool = False) -> None:
        """Draw a row; ``strong`` sets it off from the one above by a thick line."""
        lines = self._lines(cells)
        height = self._height(lines)
        if height > self._flow.room and (
            height <= self._page_height or self._flow.room < 2 * self._row_height
        ):
            self._turn()
            lines = self._lines(cells)
        while self._height(lines) > self._flow.room:
            fitting = max(1, int((self._flow.room - self._row_height) / self._step) + 1)
            self._draw(cells, [each[:fitting] for each in lines], strong)
            lines = [each[fitting:] for each in lines]
            self._turn()
        self._draw(cells, lines, strong)

    def close(self) -> None:
        """Draw the frame round what stands on this page."""
        frame = self._flow.frame
        if self._rows_here:
            self._flow.sheet.box(frame.left, self._top, frame.width, self._flow.y - self._top, FRAME)
        self._rows_here = 0

    @property
    def _step(self) -> float:
        return self._size * 1.3 / PT

    @property
    def _page_height(self) -> float:
        return self._flow.frame.bottom - self._flow.frame.top - (self._row_height if self._header else 0)

    def _height(self, lines: Sequence[tuple[Line, ...]]) -> float:
        return self._row_height + (max(map(len, lines)) - 1) * self._step if any(lines) else self._row_height

    def _turn(self) -> None:
        self.close()
        self._flow.next_page()
        self._top = self._flow.y
        if self._header:
            self._draw(self._header, self._lines(self._header), False)

    def _widths(self, cells: Sequence[Cell]) -> list[float]:
        """Cells of width 0 share what the others leave."""
        left = self._flow.frame.width - sum(cell.width for cell in cells)
        open_cells = sum(cell.width == 0 for cell in cells) or 1
        return [cell.width or left / open_cells for cell in cells]

    def _lines(self, cells: Sequence[Cell]) -> list[tuple[Line, ...]]:
        fonts = self._flow.sheet.fonts
        return [
            break_lines(cell.content, fonts, (width - 2 * _PADDING) * PT, cell.size or self._size, cell.role)
            for cell, width in zip(cells, self._widths(cells), strict=True)
        ]

    def _draw(self, cells: Sequence[Cell], lines: Sequence[tuple[Line, ...]], strong: bool) -> None:
        flow, sheet = self._flow, self._flow.sheet
        height = self._height(lines)
        if self._rows_here:
            sheet.line(flow.frame.left, flow.y, flow.frame.right, flow.y, FRAME if strong else HAIRLINE)
        x = flow.frame.left
        for place, (cell, broken, width) in enumerate(zip(cells, lines, self._widths(cells), strict=True)):
            if place:
                sheet.line(x, flow.y, x, flow.y + height)
            self._draw_cell(cell, broken, x, width, height)
            x += width
        flow.y += height
        self._rows_here += 1

    def _draw_cell(self, cell: Cell, lines: Sequence[Line], x: float, width: float, height: float) -> None:
        size = cell.size or self._size
        top = self._flow.y + (height - self._step * len(lines)) / 2
        rise = _rise(self._step, size)
        for number, line in enumerate(lines):
            indent = (width - line.width / PT) / 2 if cell.centred else _PADDING
            draw_line(self._flow.sheet, x + indent, top + rise + number * self._step, line, size)
