"""Old ledgers over the real store: looked at, taken over whole or not at all, undone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from desk_app.db.store import Store
from desk_app.domain.errors import BadFile, IllegalMove, NotAllowed, NotFound
from desk_app.domain.journal import Stream
from desk_app.domain.ledger_events import LedgerField
from desk_app.domain.sites import Clerk
from desk_app.services.ledgers import preview, take_over, undo
from tests.services.desk_samples import CLERK, MANAGER, NOW, SITE

GOOD = (
    "便民服务台账,,\n日期,姓名,事项,电话\n2019-05-06,张某某,老年证,13800000000\n2019/5/7,李某某,高龄津贴,\n"
)
BAD = GOOD + "去年,王某某,老年证,\n"
ELSEWHERE = replace(MANAGER, site=replace(SITE, id=UUID(int=70)))


def seen(store: Store, clerk: Clerk = MANAGER) -> list[str]:
    with store.read() as reader:
        return [line.name for line in reader.ledgers.lines(clerk.site.id, date(2000, 1, 1), date(2030, 1, 1))]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "旧台账.csv"
    path.write_text(GOOD, encoding="utf-8")
    return path


def entries(store: Store) -> int:
    with store.read() as reader:
        return reader.journal.count()


def test_a_look_changes_nothing(store: Store, file: Path) -> None:
    found = preview(store, MANAGER, file, {}, NOW)
    assert (found.name, found.taken_already, len(found.reading.lines)) == ("旧台账.csv", False, 2)
    assert found.reading.columns.of[LedgerField.PHONE] == 3
    without = preview(store, MANAGER, file, {LedgerField.PHONE: None}, NOW)
    assert LedgerField.PHONE not in without.reading.columns.of
    assert entries(store) == 0


def test_a_file_is_taken_over_once_and_can_be_undone(store: Store, file: Path) -> None:
    taken = take_over(store, MANAGER, file, {}, NOW)
    assert (taken.rows, seen(store)) == (2, ["张某某", "李某某"])
    assert preview(store, MANAGER, file, {}, NOW).taken_already
    before = entries(store)
    with pytest.raises(BadFile, match="ledger_taken_already"):
        take_over(store, MANAGER, file, {}, NOW)
    assert entries(store) == before
    undone = undo(store, MANAGER, taken.id, " 导错了 ", NOW)
    assert (undone.undone_at, undone.reason, seen(store)) == (NOW, "导错了", [])
    with pytest.raises(IllegalMove, match="ledger_undone_already"):
        undo(store, MANAGER, taken.id, "又来", NOW)
    take_over(store, MANAGER, file, {}, NOW + timedelta(minutes=1))
    assert seen(store) == ["张某某", "李某某"]
    with store.read() as reader:
        assert [known.undone_at for known in reader.ledgers.imports(SITE.id)] == [NOW, None]
        assert reader.ledgers.count(SITE.id, date(2019, 5, 7), date(2019, 5, 8)) == 1
    assert store.verify().ok
    store.rebuild()
    assert seen(store) == ["张某某", "李某某"]


def test_one_bad_line_and_nothing_is_taken(store: Store, file: Path) -> None:
    file.write_text(BAD, encoding="utf-8")
    with pytest.raises(BadFile, match="ledger_rows_wrong") as fault:
        take_over(store, MANAGER, file, {}, NOW)
    assert fault.value.params == {"count": 1, "row": 5, "column": 1}
    file.write_bytes(b"PK\x03\x04 broken")
    with pytest.raises(BadFile, match="ledger_broken"):
        take_over(store, MANAGER, file, {}, NOW)
    assert entries(store) == 0


def test_who_may_take_over_and_undo(store: Store, file: Path) -> None:
    for may_not in (preview, take_over):
        with pytest.raises(NotAllowed, match="right_missing"):
            may_not(store, CLERK, file, {}, NOW)
    taken = take_over(store, MANAGER, file, {}, NOW)
    with pytest.raises(NotAllowed, match="right_missing"):
        undo(store, CLERK, taken.id, "导错了", NOW)
    with pytest.raises(IllegalMove, match="import_of_another"):
        undo(store, ELSEWHERE, taken.id, "导错了", NOW)
    with pytest.raises(IllegalMove, match="reason_needed"):
        undo(store, MANAGER, taken.id, " ", NOW)
    with pytest.raises(NotFound, match="no_such_import"):
        undo(store, MANAGER, UUID(int=404), "导错了", NOW)
    assert seen(store, ELSEWHERE) == []


def test_one_persons_line_is_an_entry_of_its_own(store: Store, file: Path) -> None:
    take_over(store, MANAGER, file, {}, NOW)
    with store.read() as reader:
        bodies = [entry.body for entry in reader.journal.of_kind(Stream.LEDGER_ROW)]
        (head,) = list(reader.journal.of_kind(Stream.LEDGER))
    assert sum("张某某" in body for body in bodies) == 1
    assert "张某某" not in head.body
