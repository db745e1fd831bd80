"""The decisions of the list of registers, with answers that come when the test lets them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from desk_app.domain.changes import Changes
from desk_app.domain.errors import IllegalMove, StoreTrouble
from desk_app.domain.journal import Stream
from desk_app.domain.ledger_events import LedgerField
from desk_app.domain.register_period import Span
from desk_app.domain.registers import Basis, RegisterKind
from desk_app.ui.jobs import InlineJobs
from desk_app.ui.screens.registers.asking import RETURNS, Period
from desk_app.ui.screens.registers.calls import (
    Asked,
    Cancelled,
    ColumnShown,
    LedgerLook,
    Left,
    LineShown,
    Order,
    RegisterRead,
    RegistersCalls,
    Report,
    Said,
    TakenBefore,
)
from desk_app.ui.screens.registers.listing import PAGE
from desk_app.ui.screens.registers.presenter import RegistersPresenter
from tests.ui.screens.late_jobs import LateJobs

COLUMNS = (ColumnShown("编号", 10), ColumnShown("天数", 6))


def lines(count: int) -> tuple[LineShown, ...]:
    return tuple(
        LineShown(n, (f"n{n:04d}", str(count - n)), "已办结" if n % 2 else "办理中") for n in range(count)
    )


@dataclass
class World:
    """What the calls answer, and what they were asked."""

    read: RegisterRead = field(default_factory=lambda: RegisterRead(COLUMNS, lines(3), ()))
    asked: list[Asked] = field(default_factory=list)
    orders: list[Order] = field(default_factory=list)
    fault: Exception | None = None
    told: Callable[[Changes], None] = lambda _changes: None

    def calls(self) -> RegistersCalls:
        return RegistersCalls(
            today=lambda: date(2026, 1, 24),
            folder=lambda: "folder",
            read=self._read,
            export=self._export,
            print=lambda _asked, _report, _cancelled: Left("", 1, pages=2),
            preview=self._preview,
            take_over=lambda _path, _said: 2,
            undo=lambda _import, _reason: None,
            imports=lambda: (TakenBefore(UUID(int=1), "a.csv", 2, NOON, False, ""),),
            subscribe=self._subscribe,
        )

    def _read(self, asked: Asked, report: Report, cancelled: Cancelled) -> RegisterRead:
        self.asked.append(asked)
        report(100, 0)
        if self.fault is not None:
            raise self.fault
        return self.read

    def _export(self, order: Order, report: Report, cancelled: Cancelled) -> Left:
        self.orders.append(order)
        report(1, 0)
        if self.fault is not None:
            raise self.fault
        return Left("folder/x.csv", 3, order.purpose is None)

    def _preview(self, path: str, said: Said) -> LedgerLook:
        if self.fault is not None:
            raise self.fault
        absent = () if said.get(LedgerField.NAME) == 1 else (LedgerField.NAME,)
        return LedgerLook("a.csv", ("日期", "谁"), {}, absent, (), 2, 0, (), False)

    def _subscribe(self, told: Callable[[Changes], None]) -> Callable[[], None]:
        self.told = told
        return lambda: None


NOON = datetime(2026, 1, 24, 4, 0, tzinfo=UTC)


@pytest.fixture
def world() -> World:
    return World()


def begun(world: World, qapp: object) -> RegistersPresenter:
    presenter = RegistersPresenter(world.calls(), InlineJobs())
    presenter.begin()
    return presenter


def test_each_period_asks_for_its_own_months(world: World, qapp: object) -> None:
    listing = begun(world, qapp).listing
    for period in (Period.LAST_MONTH, Period.QUARTER, Period.YEAR):
        listing.choose(period)
    found = [(asked.wanted.year, asked.wanted.month, asked.wanted.span) for asked in world.asked]
    assert found == [
        (2026, 1, Span.MONTH),
        (2025, 12, Span.MONTH),
        (2026, 1, Span.QUARTER),
        (2026, 1, Span.YEAR),
    ]
    listing.type_month("2024/3")
    assert world.asked[-1].wanted.month_tag == "2024-03"
    asked = len(world.asked)
    listing.type_month("2024/3")
    assert len(world.asked) == asked
    listing.type_month("三月")
    assert listing.shown.trouble is not None
    assert listing.shown.trouble.code == "month_invalid"
    listing.count_by(Basis.FINISHED)
    assert listing.shown.trouble is not None


def test_registers_follow_each_other_in_a_ring(world: World, qapp: object) -> None:
    listing = begun(world, qapp).listing
    listing.step(-1)
    assert (listing.shown.key, world.asked[-1].returns) == (RETURNS, True)
    listing.step(1)
    assert (listing.shown.key, world.asked[-1].returns) == (RegisterKind.CASES.value, False)


def test_lines_come_by_the_page_narrowed_and_sorted(world: World, qapp: object) -> None:
    world.read = RegisterRead(COLUMNS, lines(PAGE + 20), ())
    presenter = RegistersPresenter(world.calls(), InlineJobs())
    shown: list[tuple[list[LineShown], bool]] = []
    listing = presenter.listing
    listing.replaced.connect(lambda rows, more: shown.append((rows, more)))
    listing.appended.connect(lambda rows, more: shown.append((rows, more)))
    presenter.begin()
    assert (len(shown[-1][0]), shown[-1][1]) == (PAGE, True)
    listing.more()
    assert (len(shown[-1][0]), shown[-1][1]) == (20, False)
    listing.narrow("N0007")
    assert [line.at for line in shown[-1][0]] == [7]
    listing.narrow("")
    listing.only("已办结")
    assert listing.shown.matching == (PAGE + 20) // 2
    listing.sort(1, descending=False)
    assert shown[-1][0][0].cells == ("n0519", "1")
    listing.sort(0, descending=True)
    assert shown[-1][0][0].cells[0] == "n0519"
    listing.pick(RegisterKind.VILLAGE.value)
    assert listing.shown.state == ""


def test_a_state_that_is_gone_is_not_asked_for_any_more(world: World, qapp: object) -> None:
    listing = begun(world, qapp).listing
    listing.only("已办结")
    world.read = RegisterRead(COLUMNS, lines(1), ())
    listing.refresh()
    assert (listing.shown.state, listing.shown.matching) == ("", 1)


def test_what_went_wrong_is_shown_and_a_bug_is_raised(world: World, qapp: object) -> None:
    world.fault = StoreTrouble()
    listing = begun(world, qapp).listing
    assert listing.shown.trouble is world.fault
    world.fault = ValueError("bug")
    with pytest.raises(ValueError, match="bug"):
        listing.refresh()


def test_a_commit_makes_it_old_and_coming_back_reads_anew(world: World, qapp: object) -> None:
    presenter = begun(world, qapp)
    presenter.begin()
    assert len(world.asked) == 1
    world.told(Changes(frozenset({Stream.PERSON})))
    stale = [presenter.listing.shown.stale]
    world.told(Changes(frozenset({Stream.CASE})))
    stale.append(presenter.listing.shown.stale)
    presenter.begin()
    stale.append(presenter.listing.shown.stale)
    assert (stale, len(world.asked)) == ([False, True, False], 2)


def test_a_late_answer_does_not_come_after_a_lock(world: World, qapp: object) -> None:
    jobs = LateJobs()
    presenter = RegistersPresenter(world.calls(), jobs)
    presenter.begin()
    presenter.refresh()
    presenter.forget()
    jobs.release()
    assert presenter.listing.shown.read.lines == ()
    assert presenter.listing.shown.fresh


def test_full_numbers_are_asked_for_each_time_anew(world: World, qapp: object) -> None:
    presenter = begun(world, qapp)
    leaving, left = presenter.leaving, list[Left]()
    leaving.left.connect(left.append)
    leaving.export()
    assert world.orders == []
    leaving.ask()
    leaving.change(full=True, purpose="核查", ending="csv")
    leaving.export()
    assert (world.orders[0].purpose, left[0].masked) == ("核查", False)
    leaving.ask()
    assert (leaving.shown.full, leaving.shown.purpose, leaving.shown.ending) == (False, "", "csv")
    leaving.export()
    assert world.orders[1].purpose is None
    leaving.print_out()
    assert left[-1].pages == 2


def test_nothing_leaves_of_a_month_that_is_none(world: World, qapp: object) -> None:
    presenter = begun(world, qapp)
    presenter.listing.type_month("x")
    presenter.leaving.ask()
    for act in (presenter.leaving.export, presenter.leaving.print_out):
        act()
        assert presenter.leaving.shown.trouble is not None
    assert presenter.back()
    assert not presenter.back()


def test_an_export_that_fails_says_so_and_stays_open(world: World, qapp: object) -> None:
    leaving = begun(world, qapp).leaving
    leaving.ask()
    world.fault = StoreTrouble()
    leaving.export()
    assert (leaving.shown.open, leaving.shown.trouble) == (True, world.fault)
    world.fault = ValueError("bug")
    with pytest.raises(ValueError, match="bug"):
        leaving.export()


def test_an_export_can_be_stopped(world: World, qapp: object) -> None:
    jobs = LateJobs()
    leaving = RegistersPresenter(world.calls(), jobs).leaving
    leaving.ask()
    leaving.export()
    leaving.export()
    leaving.print_out()
    leaving.ask()
    busy = [leaving.shown.busy, leaving.drop()]
    jobs.release()
    assert (busy, leaving.shown.busy, leaving.shown.open, world.orders) == ([True, True], False, True, [])


def test_an_old_ledger_is_looked_at_put_right_and_taken_over(world: World, qapp: object) -> None:
    presenter = begun(world, qapp)
    taking = presenter.taking
    taken: list[tuple[str, int]] = []
    taking.taken.connect(lambda name, count: taken.append((name, count)))
    taking.open()
    taking.look("")
    assert taking.shown.look is None
    taking.look(" a.csv ")
    ready = [taking.shown.ready]
    taking.take_over()
    assert taken == []
    taking.place(LedgerField.NAME, 1)
    assert [*ready, taking.shown.ready] == [False, True]
    taking.take_over()
    assert (taken, taking.shown.path) == ([("a.csv", 2)], "")


def test_an_import_is_undone_with_a_reason(world: World, qapp: object) -> None:
    presenter = begun(world, qapp)
    taking, undone = presenter.taking, list[str]()
    taking.undone.connect(undone.append)
    taking.open()
    taking.undo("没问过")
    taking.look("b.csv")
    taking.ask_undo(UUID(int=1))
    assert presenter.back()
    taking.ask_undo(UUID(int=1))
    taking.undo("导错了")
    assert (undone, taking.shown.undoing) == (["a.csv"], None)
    world.fault = IllegalMove("ledger_undone_already")
    taking.look("c.csv")
    assert taking.shown.trouble is world.fault
    world.fault = ValueError("bug")
    with pytest.raises(ValueError, match="bug"):
        taking.look("d.csv")
