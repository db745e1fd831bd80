"""Registers over the real store: a month of one site, masked, and on record before it leaves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from uuid import UUID

import pytest
from python_calamine import load_workbook

from desk_app.db import register_reader
from desk_app.db.store import Store
from desk_app.domain.accounts import RecordsExported
from desk_app.domain.case_acts import HandlingBegun
from desk_app.domain.case_ends import CaseApproved, CaseRefused
from desk_app.domain.case_life import Refusal
from desk_app.domain.cases import Case
from desk_app.domain.custody import OriginalTaken
from desk_app.domain.errors import DeskError, InputError, NotAllowed, StoreTrouble
from desk_app.domain.journal import Stream
from desk_app.domain.ledger_events import LedgerImported, LedgerImportUndone, LedgerLine, LedgerRowTaken
from desk_app.domain.register_period import Span, Wanted
from desk_app.domain.register_rows import RegisterRow
from desk_app.domain.registers import Basis, RegisterKind
from desk_app.domain.sites import Clerk
from desk_app.domain.streams import decode_event
from desk_app.services.acts import withdraw_acceptance
from desk_app.services.case_acts import act
from desk_app.services.catalogue import Offer
from desk_app.services.intake import Intake, commit_intake
from desk_app.services.registers import Purpose, export_register, lines_of, rows
from tests.services.desk_samples import CLERK, MANAGER, NOW, SITE, ZHANG, form

NOVEMBER = Wanted(RegisterKind.CASES, 2026, 11)
LATER = NOW + timedelta(days=30)
TODAY = LATER.date()


def say(code: StrEnum) -> str:
    return code.value


def taken_in(store: Store, offer: Offer, number: int, now: datetime = NOW, clerk: Clerk = CLERK) -> Case:
    offered = offer.get("1-1")
    return commit_intake(store, clerk, Intake(form("1-1", number).take_all(offered), offered), now)


def old_ledger(store: Store, number: int, *lines: LedgerLine) -> None:
    with store.write(MANAGER, NOW) as tx:
        tx.record(LedgerImported("旧.csv", str(number), len(lines), {}, NOW), UUID(int=number))
        for line in lines:
            tx.record(LedgerRowTaken(UUID(int=number), line), tx.new_id(NOW))


def told(store: Store, wanted: Wanted = NOVEMBER, clerk: Clerk = CLERK, *, full: bool = False) -> list[str]:
    with store.read() as reader:
        return [row.number or row.item for row in rows(reader, clerk, wanted, TODAY, full=full)]


def test_a_month_of_a_site_in_the_order_of_its_days(
    store: Store, offer: Offer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(register_reader, "BATCH", 2)
    cases = [taken_in(store, offer, 100 + n, NOW + timedelta(hours=n)) for n in range(5)]
    december = taken_in(store, offer, 200, datetime(2026, 11, 30, 16, 0, tzinfo=UTC))
    day = NOW.date()
    old_ledger(
        *(store, 900),
        LedgerLine(3, day - timedelta(days=1), "李某某", "旧一"),
        LedgerLine(4, day + timedelta(days=1), "李某某", "旧二"),
        LedgerLine(5, day - timedelta(days=60), "李某某", "旧三"),
    )
    assert told(store) == ["旧一", *(case.number for case in cases), "旧二"]
    assert told(store, Wanted(RegisterKind.CASES, 2026, 12)) == [december.number]
    elsewhere = replace(CLERK, site=replace(SITE, id=UUID(int=70)))
    assert told(store, clerk=elsewhere) == []


def test_a_quarter_a_counter_and_its_originals(store: Store, offer: Offer) -> None:
    case = taken_in(store, offer, 100)
    with store.write(CLERK, NOW) as tx:
        tx.record(OriginalTaken(1, "户口簿", SITE.name, SITE.id, NOW), case.id)
    quarter = replace(NOVEMBER, kind=RegisterKind.ORIGINALS, span=Span.QUARTER, month=10)
    with store.read() as reader:
        (line,) = rows(reader, CLERK, quarter, TODAY)
        assert (line.counter, line.later.originals) == (CLERK.device.counter, "户口簿")
        elsewhere = replace(CLERK, device=replace(CLERK.device, id=UUID(int=71)))
        assert next(iter(rows(reader, elsewhere, quarter, TODAY))).counter == ""


def test_what_watches_may_end_it_and_nothing_is_left(store: Store, offer: Offer, tmp_path: Path) -> None:
    taken_in(store, offer, 100)

    def stopped(lines: Iterable[RegisterRow]) -> Iterable[RegisterRow]:
        for _line in lines:
            raise InputError("month_invalid")
        return lines

    with pytest.raises(InputError):
        export_register(store, CLERK, NOVEMBER, tmp_path / "11.csv", say, NOW, watched=stopped)
    assert list(tmp_path.glob("*.csv*")) == []


def test_an_undone_import_is_not_seen(store: Store) -> None:
    old_ledger(store, 900, LedgerLine(3, NOW.date(), "李某某", "旧一"))
    with store.write(MANAGER, NOW) as tx:
        tx.record(LedgerImportUndone("导错了", NOW), UUID(int=900))
    assert told(store) == []


def test_a_month_by_the_day_of_the_end(store: Store, offer: Offer) -> None:
    early, late = taken_in(store, offer, 100), taken_in(store, offer, 101)
    for case, days in ((late, 8), (early, 9)):
        act(store, CLERK, case.id, HandlingBegun(NOW + timedelta(days=1)), LATER)
        end = NOW + timedelta(days=days)
        act(store, MANAGER, case.id, CaseApproved("发放补贴", False, end), LATER)
    old_ledger(
        *(store, 900),
        LedgerLine(3, NOW.date(), "李某某", "旧一", NOW.date() + timedelta(days=8)),
        LedgerLine(4, NOW.date(), "李某某", "没完"),
    )
    by_end = Wanted(RegisterKind.CASES, 2026, 12, Basis.FINISHED)
    assert told(store, by_end) == [late.number, "旧一", early.number]
    assert told(store, replace(by_end, month=11)) == []
    with store.read() as reader:
        line = next(rows(reader, CLERK, by_end, TODAY))
    cells = lines_of(line, by_end, say)
    assert (cells["clerk"], cells["acceptor"]) == (CLERK.name, CLERK.name)
    assert (cells["decider"], cells["finisher"]) == (MANAGER.name, MANAGER.name)
    assert (cells["name"], cells["state"]) == ("张*", "delivered")


def test_only_refused_ones(store: Store, offer: Offer) -> None:
    taken_in(store, offer, 100)
    refused = taken_in(store, offer, 101)
    withdraw_acceptance(store, CLERK, refused.id, "点错了", NOW)
    act(store, CLERK, refused.id, CaseRefused(Refusal.NOT_NEEDED, "不需要办", "办法", NOW), NOW)
    assert told(store, Wanted(RegisterKind.REFUSED, 2026, 11)) == [refused.number]


def test_a_workbook_leaves_masked_and_on_record(store: Store, offer: Offer, tmp_path: Path) -> None:
    case = taken_in(store, offer, 100)
    target = tmp_path / "11.xlsx"
    done = export_register(store, CLERK, NOVEMBER, target, say, NOW)
    assert (done.lines, done.masked) == (1, True)
    assert done.figures[1][:2] == ("办件量", "1")
    sheet = load_workbook(str(target)).get_sheet_by_index(0).to_python()
    flat = [str(cell) for row in sheet for cell in row]
    assert case.number in flat
    assert "张*" in flat
    assert not any(ZHANG.id_number in cell or ZHANG.phone in cell for cell in flat)
    assert any("示例镇便民服务中心" in cell and "2026 年 11 月" in cell for cell in flat)
    assert exported(store) == RecordsExported("register/cases/2026-11", 1, masked=True, purpose="", at=NOW)
    assert [found.name for found in tmp_path.glob("11*")] == ["11.xlsx"]


def exported(store: Store) -> object:
    with store.read() as reader:
        last = list(reader.journal.of_kind(Stream.AUDIT))[-1]
    return decode_event(last.envelope.kind, last.envelope.version, last.body)


def test_full_numbers_need_a_right_a_purpose_and_leave_a_trace(
    store: Store, offer: Offer, tmp_path: Path
) -> None:
    taken_in(store, offer, 100)
    old_ledger(store, 900, LedgerLine(3, NOW.date(), "李某某", "旧一"))
    target = tmp_path / "11.csv"
    with pytest.raises(NotAllowed, match="right_missing"):
        export_register(store, CLERK, NOVEMBER, target, say, NOW, Purpose("核对"))
    with pytest.raises(InputError, match="purpose_missing"):
        export_register(store, MANAGER, NOVEMBER, target, say, NOW, Purpose(" "))
    with store.read() as reader:
        assert list(reader.journal.of_kind(Stream.AUDIT)) == []
    assert not target.exists()
    done = export_register(store, MANAGER, NOVEMBER, target, say, NOW, Purpose(" 核对 "))
    assert not done.masked
    text = target.read_text("utf-8-sig")
    assert ZHANG.id_number in text
    assert ZHANG.phone in text
    assert exported(store) == RecordsExported("register/cases/2026-11", 2, False, "核对", NOW)


def test_an_earlier_file_stays_when_a_new_one_fails(store: Store, offer: Offer, tmp_path: Path) -> None:
    taken_in(store, offer, 100)
    target = tmp_path / "11.xlsx"
    target.write_text("earlier")

    def failing(_code: StrEnum) -> str:
        raise RuntimeError("no word")

    with pytest.raises(RuntimeError, match="no word"):
        export_register(store, CLERK, NOVEMBER, target, failing, NOW)
    assert target.read_text() == "earlier"
    assert [found.name for found in tmp_path.glob("*11*")] == ["11.xlsx"]
    with pytest.raises(StoreTrouble):
        export_register(store, CLERK, NOVEMBER, tmp_path / "gone" / "11.xlsx", say, NOW)
    with pytest.raises(InputError, match="register_kind"):
        export_register(store, CLERK, NOVEMBER, tmp_path / "11.pdf", say, NOW)


@pytest.mark.parametrize(("year", "month"), [(2026, 0), (2026, 13), (1899, 1), (2999, 1)])
def test_a_month_there_is_not(year: int, month: int) -> None:
    with pytest.raises(DeskError, match="month_invalid"):
        Wanted(RegisterKind.CASES, year, month)


def test_a_year_ends() -> None:
    assert Wanted(RegisterKind.CASES, 2026, 12).before.isoformat() == "2027-01-01"
