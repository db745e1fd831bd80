"""Registers (台账): their columns and their figures, defined here and nowhere else (domain.md §12).

Every figure has a sentence that says what is counted over what; it stands at the foot of each register, so
that two offices that compare a number compare the same number. A figure is counted over exactly the lines of
its register: numerator and denominator never look at different months.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from desk_app.domain import register_columns as columns
from desk_app.domain.case_life import Satisfaction
from desk_app.domain.cases import OPEN_STATES, Acting, CaseState
from desk_app.domain.catalogue import CaseKind
from desk_app.domain.register_columns import Column
from desk_app.domain.register_marks import foot_line
from desk_app.domain.register_rows import RegisterRow, Source

SUBTITLE = "{site}　{period}"
PAGE_OF = "第 {page} 页，共 {pages} 页"
"""Below the title, and at the foot of every printed page."""


class RegisterKind(StrEnum):
    """Which register."""

    CASES = "cases"
    """办件台账, with every column of domain.md §12."""
    VILLAGE = "village"
    """便民服务台账: the short one of a village point, with room for a signature."""
    REFUSED = "refused"
    """不予受理台账."""
    OVERDUE = "overdue"
    """超期台账."""
    TAKEN_IN = "taken_in"
    """收件台账."""
    SUPPLEMENTED = "supplemented"
    """补正台账: the last round of each case."""
    DEFERRED = "deferred"
    """容缺台账."""
    HANDED_OVER = "handed_over"
    """移交台账: the last leg of each case."""
    ORIGINALS = "originals"
    """原件台账: what the office took and whether it is back."""
    DELIVERED = "delivered"
    """送达台账."""
    ENDED = "ended"
    """退件、撤回、终止和作废台账."""


class Basis(StrEnum):
    """Which day puts a line into a month: the two are never mixed."""

    RECEIVED = "received"
    FINISHED = "finished"


@dataclass(frozen=True, slots=True)
class Register:
    """A kind of register: its title, its columns, and which lines belong into it."""

    kind: RegisterKind
    title: str
    columns: tuple[Column, ...]
    holds: Callable[[RegisterRow], bool]


_ENDED = frozenset({CaseState.RETURNED, CaseState.WITHDRAWN, CaseState.TERMINATED, CaseState.VOIDED})


def _everything(_row: RegisterRow) -> bool:
    return True


REGISTERS: dict[RegisterKind, Register] = {
    found.kind: found
    for found in (
        Register(RegisterKind.CASES, "办件台账", columns.FULL, _everything),
        Register(RegisterKind.VILLAGE, "便民服务台账", columns.SHORT, lambda row: not row.void),
        Register(
            RegisterKind.TAKEN_IN, "收件台账", columns.TAKEN_IN, lambda row: row.received_at is not None
        ),
        Register(
            RegisterKind.SUPPLEMENTED,
            "补正台账",
            columns.SUPPLEMENTED,
            lambda row: row.later.asked_on is not None,
        ),
        Register(RegisterKind.DEFERRED, "容缺台账", columns.DEFERRED, lambda row: row.deferred),
        Register(
            RegisterKind.HANDED_OVER,
            "移交台账",
            columns.HANDED_OVER,
            lambda row: row.later.sent_on is not None,
        ),
        Register(
            RegisterKind.ORIGINALS, "原件台账", columns.ORIGINALS, lambda row: bool(row.later.originals)
        ),
        Register(
            RegisterKind.DELIVERED,
            "送达台账",
            columns.DELIVERED,
            lambda row: row.later.delivered_on is not None,
        ),
        Register(
            RegisterKind.REFUSED,
            "不予受理台账",
            columns.REFUSED,
            lambda row: row.state is CaseState.REFUSED,
        ),
        Register(RegisterKind.ENDED, "退件撤回台账", columns.ENDED, lambda row: row.state in _ENDED),
        Register(RegisterKind.OVERDUE, "超期台账", columns.LATE, lambda row: row.late),
    )
}


class Measure(StrEnum):
    """What a figure is measured in."""

    CASES = "cases"
    PERCENT = "percent"
    DAYS = "days"


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of a register, and the sentence that says what it is.

    ``part`` is what a line adds above the line of the fraction, ``whole`` what it adds below; a plain count
    has no whole.
    """

    key: str
    title: str
    unit: Measure
    sentence: str
    part: Callable[[RegisterRow], float]
    whole: Callable[[RegisterRow], float] | None = None
    complement: bool = False
    """Whether the figure is what is left of one: 1 − part ÷ whole."""


def _has_promise(row: RegisterRow) -> bool:
    return row.finished and row.promised_due is not None


def _early(row: RegisterRow) -> bool:
    return _has_promise(row) and (row.left or 0) > 0


def _promised(row: RegisterRow) -> bool:
    return _has_promise(row) and row.kind is CaseKind.PROMISED


def _measured(row: RegisterRow) -> bool:
    return row.finished and row.took is not None and bool(row.statutory_days)


_GOOD = frozenset({Satisfaction.VERY_SATISFIED, Satisfaction.SATISFIED, Satisfaction.FAIR})

FIGURES: tuple[Figure, ...] = (
    Figure(
        *("received", "办件量", Measure.CASES, "本表所列办件，不含作废"),
        part=lambda row: not row.void,
    ),
    Figure(
        *("accepted", "受理量", Measure.CASES, "本表所列办件中已受理的，不含作废"),
        part=lambda row: row.accepted_at is not None and not row.void,
    ),
    Figure(
        *("finished", "办结量", Measure.CASES, "已作出决定的，不含不予受理、退件、撤回、终止和作废"),
        part=lambda row: row.finished,
    ),
    Figure(
        *("refused", "不予受理量", Measure.CASES, "本表所列办件中不予受理的"),
        part=lambda row: row.state is CaseState.REFUSED,
    ),
    Figure(
        *("on_time_rate", "按时办结率", Measure.PERCENT, "承诺截止日当天或以前办结的 ÷ 有承诺截止日的办结量"),
        part=lambda row: _has_promise(row) and not row.late,
        whole=_has_promise,
    ),
    Figure(
        *(
            "early_rate",
            "提前办结率",
            Measure.PERCENT,
            "承诺件中早于承诺截止日至少一个工作日办结的 ÷ 办结的承诺件",
        ),
        part=lambda row: _promised(row) and _early(row),
        whole=_promised,
    ),
    Figure(
        *("immediate_rate", "即办率", Measure.PERCENT, "即办件 ÷（即办件＋承诺件），不含作废"),
        part=lambda row: row.kind is CaseKind.IMMEDIATE and not row.void,
        whole=lambda row: row.kind is not None and not row.void,
    ),
    Figure(
        *(
            "mean_days",
            "平均办理时长",
            Measure.DAYS,
            "办结件从受理到办结的工作日之和 ÷ 件数，受理当天不算，暂停的日子不扣",
        ),
        part=lambda row: row.took or 0 if row.finished else 0,
        whole=lambda row: row.finished and row.took is not None,
    ),
    Figure(
        *(
            "speed_up",
            "提速率",
            Measure.PERCENT,
            "1 − 实际工作日之和 ÷ 法定工作日之和，只算法定时限按工作日计的办结件",
        ),
        part=lambda row: row.took or 0 if _measured(row) else 0,
        whole=lambda row: row.statutory_days or 0 if _measured(row) else 0,
        complement=True,
    ),
    Figure(
        *("good_rate", "好评率", Measure.PERCENT, "非常满意、满意、基本满意 ÷ 有评价的"),
        part=lambda row: row.rating in _GOOD,
        whole=lambda row: row.rating is not None,
    ),
    Figure(
        *("deferred", "容缺量", Measure.CASES, "容缺受理的，不论是否已补齐，不含作废"),
        part=lambda row: row.deferred and not row.void,
    ),
    Figure(
        *("visits", "上门量", Measure.CASES, "上门代办的，不含作废"),
        part=lambda row: row.acting is Acting.VISIT and not row.void,
    ),
    Figure(
        *("late_open", "超期未办结量", Measure.CASES, "过了承诺截止日还没办结的"),
        part=lambda row: row.late and row.state in OPEN_STATES,
    ),
    Figure(
        *("old", "旧台账", Measure.CASES, "从旧台账导入的，已含在办件量里"),
        part=lambda row: row.source is Source.OLD_LEDGER,
    ),
)


@dataclass(slots=True)
class Tally:
    """Counts figures while lines stream by.

    What was typed later from a paper ledger stays out of every figure, unless ``with_back``.
    """

    with_back: bool = False
    back: int = 0
    figures: tuple[Figure, ...] = FIGURES
    _parts: dict[str, float] = field(default_factory=dict)
    _wholes: dict[str, float] = field(default_factory=dict)

    def add(self, row: RegisterRow) -> None:
        """One more line."""
        self.back += row.from_paper_ledger
        if row.from_paper_ledger and not self.with_back:
            return
        for figure in self.figures:
            self._parts[figure.key] = self._parts.get(figure.key, 0) + figure.part(row)
            if figure.whole is not None:
                self._wholes[figure.key] = self._wholes.get(figure.key, 0) + figure.whole(row)

    def value(self, figure: Figure) -> float | None:
        """A count, days, or a share between 0 and 1; None where nothing stands below the line."""
        part = self._parts.get(figure.key, 0)
        if figure.whole is None:
            return part
        whole = self._wholes.get(figure.key, 0)
        if not whole:
            return None
        return 1 - part / whole if figure.complement else part / whole


def counted(rows: Iterable[RegisterRow], tally: Tally) -> Iterable[RegisterRow]:
    """The same lines, counted as they pass."""
    for row in rows:
        tally.add(row)
        yield row


def shown(figure: Figure, value: float | None) -> str:
    """A figure as it is printed: a dash where there is nothing to divide by, never 0 % and never 100 %."""
    if value is None:
        return "—"
    if figure.unit is Measure.PERCENT:
        return f"{value * 100:.1f}%"
    return f"{value:.1f}" if figure.unit is Measure.DAYS else f"{value:.0f}"


def foot(tally: Tally, basis: Basis) -> tuple[tuple[str, str, str], ...]:
    """The foot of a register: title, value and sentence of every figure, and first what a month means."""
    by = "按收件日期归月" if basis is Basis.RECEIVED else "按办结日期归月"
    lines = ((figure.title, shown(figure, tally.value(figure)), figure.sentence) for figure in tally.figures)
    marked = foot_line(tally.back, together=tally.with_back)
    return (("口径", by, "各项都只统计本表所列办件，分子分母同口径"), *lines, *marked)
