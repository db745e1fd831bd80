from __future__ import annotations

import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from desk_app.db import cipher, upgrade
from desk_app.db.facts import projection
from desk_app.db.opening import LOCK_FILE, STORE_FILE
from desk_app.db.store import Store
from desk_app.domain.calendar import DayMark, MarkKind
from desk_app.domain.case_list import CaseQuery
from desk_app.domain.cases import CaseState
from desk_app.domain.errors import (
    DiskFull,
    IllegalMove,
    StoreDamaged,
    StoreLocked,
    StoreMissing,
    StoreTooNew,
    StoreTrouble,
)
from desk_app.domain.site_acts import CalendarEdited
from tests.desks import (
    CALENDAR,
    CLERK,
    KEY,
    LI,
    NOW,
    SITE,
    accept_case,
    make_store,
    register_case,
    registration,
    reopen,
)

HOLIDAY = DayMark(MarkKind.HOLIDAY, "节日")


def change(folder: Path, *statements: str) -> None:
    """Change a closed store behind the program's back."""
    raw = cipher.connect(folder / STORE_FILE, KEY)
    for statement in statements:
        raw.execute(statement)
    raw.close()


def contents(folder: Path) -> bytes:
    return (folder / STORE_FILE).read_bytes()


def test_no_profile_no_store(tmp_path: Path) -> None:
    with pytest.raises(StoreMissing):
        reopen(tmp_path)
    with pytest.raises(StoreMissing):
        reopen(tmp_path / "nowhere")
    assert list(tmp_path.iterdir()) == []


def test_a_store_is_never_made_over_another(tmp_path: Path) -> None:
    make_store(tmp_path).close()
    before = contents(tmp_path)
    with pytest.raises(IllegalMove):
        make_store(tmp_path)
    assert contents(tmp_path) == before
    reopen(tmp_path).close()  # the lock is free again


def test_what_an_earlier_attempt_left_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / STORE_FILE).with_suffix(".new").write_bytes(b"half")
    make_store(tmp_path).close()
    assert sorted(path.name for path in tmp_path.iterdir()) == [STORE_FILE, LOCK_FILE]


def test_nothing_of_a_citizen_can_be_read_without_the_key(tmp_path: Path) -> None:
    store = make_store(tmp_path)
    accept_case(store)
    seen = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    store.close()
    seen += contents(tmp_path)
    for text in (LI.name, LI.id_number, LI.phone, LI.address, "case_row", "SQLite format"):
        assert text.encode() not in seen


def test_another_key_does_not_open_it(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    make_store(tmp_path).close()
    before = contents(tmp_path)
    with pytest.raises(StoreDamaged) as fault:
        Store.open(tmp_path, bytes(32), calendar=CALENDAR)
    assert fault.value.code == "store_not_readable"
    assert contents(tmp_path) == before
    assert capfd.readouterr().err == ""
    reopen(tmp_path).close()


def test_a_key_of_another_length_is_a_bug(tmp_path: Path) -> None:
    make_store(tmp_path).close()
    with pytest.raises(ValueError, match="32 bytes"):
        Store.open(tmp_path, b"short", calendar=CALENDAR)


@pytest.mark.parametrize("damage", ["head", "middle", "short", "empty", "other"])
def test_a_damaged_file_is_said_to_be_damaged(tmp_path: Path, damage: str) -> None:
    store = make_store(tmp_path)
    for _ in range(20):
        register_case(store)
    store.close()
    path = tmp_path / STORE_FILE
    data = bytearray(path.read_bytes())
    if damage == "other":
        data = bytearray(b"PK\x03\x04" + os.urandom(8000))
    elif damage == "empty":
        data = bytearray()
    elif damage == "short":
        data = data[:5000]
    else:
        at = 0 if damage == "head" else 4096
        data[at : at + 4096] = bytes(4096) if damage == "head" else os.urandom(4096)
    path.write_bytes(data)
    with pytest.raises(StoreDamaged):
        _open_and_verify(tmp_path)
    assert path.read_bytes() == bytes(data)


def _open_and_verify(folder: Path) -> None:
    """A page that is not needed for opening is found at the latest by the whole check."""
    store = reopen(folder)
    try:
        store.verify()
    finally:
        store.close()


def test_two_programs_never_share_a_profile(tmp_path: Path) -> None:
    store = make_store(tmp_path)
    with pytest.raises(StoreLocked):
        reopen(tmp_path)
    code = (
        "import sys; from pathlib import Path; from tests.desks import reopen; from desk_app.domain.errors"
        " import StoreLocked\ntry: reopen(Path(sys.argv[1]))\nexcept StoreLocked: print('locked')"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "locked"
    register_case(store)
    store.close()
    reopen(tmp_path).close()


def test_a_newer_store_is_refused_and_left_alone(tmp_path: Path) -> None:
    store = make_store(tmp_path)
    accept_case(store)
    store.close()
    change(tmp_path, "UPDATE alembic_version SET version_num = '9999'")
    before = contents(tmp_path)
    with pytest.raises(StoreTooNew):
        reopen(tmp_path)
    assert contents(tmp_path) == before


@pytest.mark.parametrize(
    "statement",
    ["DROP TABLE meta", "DELETE FROM alembic_version", "DELETE FROM meta", "UPDATE meta SET value = 'x'"],
)
def test_a_file_that_is_no_store_of_ours(tmp_path: Path, statement: str) -> None:
    make_store(tmp_path).close()
    change(tmp_path, statement)
    with pytest.raises(StoreDamaged):
        reopen(tmp_path)


def test_a_full_disk_loses_nothing(tmp_path: Path) -> None:
    store = make_store(tmp_path)
    case_id = accept_case(store)
    with pytest.raises(DiskFull):
        _write_on_a_full_disk(store)
    with store.scratch() as scratch:
        scratch.drafts._connect().exec_driver_sql("PRAGMA max_page_count = 1000000")
    second = register_case(store)
    with store.read() as reader:
        assert reader.cases.get(case_id).state is CaseState.ACCEPTED
        assert reader.cases.get(second).state is CaseState.NOTICED
        assert reader.journal.count() == 5
    assert store.verify().ok
    store.close()


def _write_on_a_full_disk(store: Store) -> None:
    with store.write(CLERK, NOW) as tx:
        tx._connection.exec_driver_sql("PRAGMA max_page_count = 10")
        tx.record(registration(tx), tx.new_id(NOW))
        tx.documents.put(os.urandom(3_000_000))


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(StoreTrouble):
        make_store(tmp_path / "file" / "profile")


def test_another_calendar_moves_the_dates_of_open_cases(tmp_path: Path) -> None:
    store = make_store(tmp_path)
    case_id = accept_case(store)
    store.close()
    store = reopen(tmp_path, CALENDAR.with_edits({date(2026, 11, 26): HOLIDAY}))
    assert due_of(store) == (date(2026, 12, 2), date(2026, 12, 23))
    assert store.verify().ok
    with store.write(CLERK, NOW) as tx:
        tx.record(CalendarEdited({date(2026, 11, 27): HOLIDAY, date(2026, 11, 26): None}), SITE.id)
        assert not tx.calendar.is_working(date(2026, 11, 27))
    assert due_of(store) == (date(2026, 12, 2), date(2026, 12, 23))
    with store.write(CLERK, NOW) as tx:
        tx.record(CalendarEdited({date(2026, 12, 1): HOLIDAY}, years=(2028,)), SITE.id)
    assert due_of(store) == (date(2026, 12, 3), date(2026, 12, 24))
    assert 2028 in store.calendar.years
    assert store.verify().ok
    store.close()
    store = reopen(tmp_path)
    assert due_of(store) == (date(2026, 12, 3), date(2026, 12, 24))
    with store.read() as reader:
        assert reader.cases.get(case_id).accepted_at == NOW
        assert not reader.calendar.is_working(date(2026, 12, 1))
    assert store.verify().ok
    store.close()


def due_of(store: Store) -> tuple[date | None, date | None]:
    with store.read() as reader:
        (line,) = reader.cases.page(CaseQuery()).lines
    assert line.due == line.promised_due
    return line.due, line.statutory_due


def test_an_edit_undone_with_its_act_leaves_the_calendar_as_it_was(tmp_path: Path) -> None:
    store = make_store(tmp_path)
    accept_case(store)
    before = due_of(store)
    with pytest.raises(IllegalMove):
        _edit_and_give_up(store)
    assert store.calendar == CALENDAR
    assert due_of(store) == before
    store.close()


def _edit_and_give_up(store: Store) -> None:
    with store.write(CLERK, NOW) as tx:
        tx.record(CalendarEdited({date(2026, 11, 25): HOLIDAY}), SITE.id)
        raise IllegalMove


def test_rows_written_by_another_fold_are_made_again_once(tmp_path: Path) -> None:
    store = make_store(tmp_path)
    case_id = accept_case(store)
    store.close()
    change(tmp_path, "UPDATE meta SET value = '0' WHERE name = 'projection'", "DELETE FROM case_snapshot")
    store = reopen(tmp_path)
    with store.read() as reader:
        assert reader.cases.get(case_id).accepted_at == NOW
    store.close()
    raw = cipher.connect(tmp_path / STORE_FILE, KEY)
    assert raw.execute("SELECT value FROM meta WHERE name = 'projection'").fetchone() == (projection(),)
    raw.close()


NEXT_REVISION = """
import sqlalchemy as sa
from alembic import op

revision = "next"
down_revision = "{head}"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table("later", sa.Column("name", sa.Text(), primary_key=True))
"""


def test_an_older_store_is_brought_up_when_it_is_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the next schema will meet: a store of today with data, and one more migration."""
    store = make_store(tmp_path / "profile")
    case_id = accept_case(store)
    store.close()
    migrations = tmp_path / "migrations"
    shutil.copytree(upgrade.MIGRATIONS, migrations, ignore=shutil.ignore_patterns("__pycache__"))
    (migrations / "versions" / "next_later.py").write_text(
        NEXT_REVISION.format(head=upgrade.HEAD), encoding="utf-8"
    )
    monkeypatch.setattr(upgrade, "MIGRATIONS", migrations)
    monkeypatch.setattr(upgrade, "REVISIONS", (*upgrade.REVISIONS, "next"))
    monkeypatch.setattr(upgrade, "HEAD", "next")
    store = reopen(tmp_path / "profile")
    with store.read() as reader:
        assert reader.cases.get(case_id).state is CaseState.ACCEPTED
        assert reader._connection.exec_driver_sql("SELECT count(*) FROM later").scalar() == 0
    store.close()
