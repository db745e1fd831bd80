"""What people came twice for, as a register of its own."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desk_app.domain.register_period import Wanted
from desk_app.domain.registers import SUBTITLE
from desk_app.domain.returns_why import Why, people_asked
from desk_app.domain.worktime import SHANGHAI
from desk_app.ui.screens.registers.calls import ColumnShown, LineShown, RegisterRead
from desk_app.ui.screens.registers.returns_words import FIGURES, HEADINGS, TITLE

if TYPE_CHECKING:
    from desk_app.exchange.register_file import Table
    from desk_app.wiring.desk import Desk

_WIDTHS = (28, 24, 10, 36, 12)


def read_returns(desk: Desk, wanted: Wanted) -> RegisterRead:
    """Papers by how many came again for them."""
    whys, asked = _counted(desk, wanted)
    titles = tuple(map(_said, HEADINGS))
    columns = tuple(
        ColumnShown(title, width, right=at == 2)
        for at, (title, width) in enumerate(zip(titles, _WIDTHS, strict=True))
    )
    lines = tuple(LineShown(at, tuple(map(str, _cells(why)))) for at, why in enumerate(whys))
    return RegisterRead(columns, lines, _figures(whys, asked))


def returns_table(desk: Desk, wanted: Wanted) -> Table:
    """The same as a file holds it."""
    from desk_app.exchange.register_file import Heading, Table

    whys, asked = _counted(desk, wanted)
    subtitle = SUBTITLE.format(site=desk.present_clerk.site.name, period=wanted.spoken)
    columns = tuple(zip(map(_said, HEADINGS), _WIDTHS, strict=True))
    figures = _figures(whys, asked)
    return Table(Heading(_said(TITLE), subtitle, columns), [_cells(why) for why in whys], lambda: figures)


def _counted(desk: Desk, wanted: Wanted) -> tuple[tuple[Why, ...], int]:
    from desk_app.domain.returns_why import ranked

    with desk.open_store.read() as reader:
        span = (_midnight(wanted.first), _midnight(wanted.before))
        lacks = tuple(reader.returns.lacks(desk.present_clerk.site.id, *span))
    return ranked(lacks), people_asked(lacks)


def _cells(why: Why) -> tuple[str | int | date, ...]:
    reasons = "；".join(f"{words}（{count}）" for words, count in why.reasons)
    return (why.item, why.material, why.cases, reasons, why.last)


def _figures(whys: tuple[Why, ...], asked: int) -> tuple[tuple[str, str, str], ...]:
    values = (asked, len(whys))
    return tuple(
        (_said(title), str(value), _said(sentence))
        for (title, sentence), value in zip(FIGURES, values, strict=True)
    )


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), SHANGHAI)


def _said(text: str) -> str:
    return QCoreApplication.translate("Registers", text)
