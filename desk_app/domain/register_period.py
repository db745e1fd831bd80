"""Which register of which stretch of time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desk_app.domain.errors import InputError
from desk_app.domain.registers import Basis, RegisterKind

_FIRST_YEAR, _LAST_YEAR = 1900, 2999


class Span(StrEnum):
    """How long a register looks at once; it always begins on the first of a month."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"

    @property
    def months(self) -> int:
        """How many months it has."""
        return {Span.MONTH: 1, Span.QUARTER: 3, Span.YEAR: 12}[self]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which register of which month, or of the quarter or year the month lies in.

    Raises InputError ``month_invalid`` when it is made of a month that is none.
    """

    kind: RegisterKind
    year: int
    month: int
    basis: Basis = Basis.RECEIVED
    span: Span = Span.MONTH
    with_back: bool = False
    """Whether what was typed later from a paper ledger counts with the days' work."""

    def __post_init__(self) -> None:
        if not (1 <= self.month <= 12 and _FIRST_YEAR <= self.year < _LAST_YEAR):
            raise InputError("month_invalid")

    @property
    def first(self) -> date:
        """The first day."""
        return date(self.year, (self.month - 1) // self.span.months * self.span.months + 1, 1)

    @property
    def before(self) -> date:
        """The first day after it."""
        at = self.first.month - 1 + self.span.months
        return date(self.year + at // 12, at % 12 + 1, 1)

    @property
    def tag(self) -> str:
        """The stretch of time as it stands in records and file names: 2026-11, 2026-Q4, 2026."""
        if self.span is Span.YEAR:
            return f"{self.year}"
        return f"{self.year}-Q{(self.month + 2) // 3}" if self.span is Span.QUARTER else self.month_tag

    @property
    def month_tag(self) -> str:
        """The month, as it is typed."""
        return f"{self.year}-{self.month:02d}"

    @property
    def spoken(self) -> str:
        """The stretch of time as it is read below a title."""
        if self.span is Span.YEAR:
            return f"{self.year} 年"
        if self.span is Span.QUARTER:
            return f"{self.year} 年第 {(self.month + 2) // 3} 季度"
        return f"{self.year} 年 {self.month} 月"
