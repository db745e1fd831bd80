"""Parts that several papers share: facts, the addressee, the mark of an unverified guide, signatures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from desk_app.papers.flow import Cell, Table, column, draw_line
from desk_app.papers.fonts import Role
from desk_app.papers.furniture import SEAL_HEIGHT, SEAL_WIDTH, Layout, printed_on, seal
from desk_app.papers.sheet import PT
from desk_app.papers.typeset import Span, break_lines
from desk_app.papers.wording import Wording

Pair = TypeVar("Pair")


def facts(layout: Layout, rows: Iterable[tuple[tuple[str, str | tuple[Span, ...]], ...]]) -> None:
    """A table of labels and values; a row may hold several pairs. A row without any value is left out."""
    sizes = layout.type
    table = Table(layout.flow, sizes.table, sizes.row)
    for row in single_file(layout, rows):
        if not any(value for _, value in row):
            continue
        cells: list[Cell] = []
        for word, value in row:
            cells += [
                Cell(word, column(sizes.table, 4), Role.LABEL, centred=True),
                Cell(value, 0.0),
            ]
        table.row(cells)
    table.close()


def single_file(layout: Layout, rows: Iterable[tuple[Pair, ...]]) -> Iterator[tuple[Pair, ...]]:
    """One pair to a row in large type, where two would break a date in its middle; else as given."""
    for row in rows:
        if layout.request.printing.large_type:
            yield from ((pair,) for pair in row)
        else:
            yield row


def addressee(layout: Layout, name: str) -> None:
    """张某某：, underlined."""
    spans = (Span(f"　{name}　", underlined=True), Span("："))
    layout.flow.paragraph(spans, layout.type.body, layout.type.leading)


def reference_mark(layout: Layout, wording: Wording) -> None:
    """参考 in a box, with what it means: nobody of this site has verified the guide yet."""
    flow, size = layout.flow, layout.type.table
    word = wording.say("reference.mark")
    high = size * 1.5 / PT
    flow.keep(high + 1.5)
    wide = flow.sheet.width_of(word, Role.STRONG, size) + 3.0
    flow.sheet.box(flow.frame.left, flow.y, wide, high, 1.0)
    flow.sheet.text(flow.frame.left + 1.5, flow.y + high * 0.74, word, Role.STRONG, size)
    left = flow.frame.left + wide + 2.0
    note = wording.say("reference.note")
    fitting = min(1.0, (flow.frame.right - left) / flow.sheet.width_of(note, Role.BODY, size))
    flow.sheet.text(left, flow.y + high * 0.74, note, Role.BODY, size * fitting)
    flow.y += high + 1.5


def signatures(layout: Layout, unit: str, seal_words: str, lines: Iterable[tuple[str, bool]]) -> None:
    """Lines at the left (``True``: to be signed on), unit, date and the place of the seal at the right."""
    flow, size = layout.flow, layout.type.table
    room = flow.frame.width - SEAL_WIDTH
    step = size * 1.85 / PT
    broken = [
        (line, to_sign)
        for words, to_sign in lines
        for line in break_lines(words, flow.sheet.fonts, room * PT, size)
    ]
    height = max(SEAL_HEIGHT if seal_words else 18.0, step * len(broken) + 2.0)
    flow.keep(height)
    seal(layout, unit, printed_on(layout.request), seal_words, flow.y)
    y = flow.y
    for line, to_sign in broken:
        y += step
        draw_line(flow.sheet, flow.frame.left, y, line, size)
        if to_sign:
            at = flow.frame.left + line.width / PT
            end = min(at + 38.0, flow.frame.left + room)
            flow.sheet.line(at + 0.5, y + 1.0, end, y + 1.0, 0.6)
    flow.y += height


def who(layout: Layout, word: str) -> str:
    """经办：李某某（03 号窗口）."""
    request = layout.request
    counter = f"（{request.counter}）" if request.counter else ""
    return f"{word}：{request.clerk_name}{counter}"
