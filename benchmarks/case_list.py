"""The case list at a million rows: first page, next pages, filters, searches, counts.

The peer is measured in the same run on the same file: a bare driver reading the first 256 rows in that order,
which is what a QSqlQueryModel does. Targets (performance.md): first page <= 50 ms, next page <= 16 ms.

The rows are synthetic and go straight into the projection: nobody waits for a million commits.
"""

from __future__ import annotations

import random
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import insert

from benchmarks.figure import Figure, report
from desk_app.db import cipher, sqlite_only
from desk_app.db.opening import STORE_FILE
from desk_app.db.rows import Row, micros
from desk_app.db.search import digit_tokens, initials_tokens, name_tokens
from desk_app.db.store import Store
from desk_app.db.tables import NEVER, case_row
from desk_app.domain.calendar import weekday_rule
from desk_app.domain.case_list import CaseQuery, CaseSort
from desk_app.domain.cases import CaseState
from desk_app.domain.catalogue import Tier
from desk_app.domain.sites import Device, Site
from desk_app.domain.worktime import SHANGHAI

ROWS = 1_000_000
SHORT_ROWS = 50_000
BATCH = 5_000
OPEN_SHARE = 0.02
FIRST_MS, NEXT_MS = 50.0, 16.0

KEY = bytes(range(32))
TODAY = date(2026, 11, 25)
SITE = Site(UUID(int=1), "示例镇便民服务中心", Tier.TOWN, "371073000000", "371073")
DEVICE = Device(UUID(int=2), 1)
SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗曾单仇解"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂英华玉兰秀珍海燕建国"


def _rows(count: int, seed: random.Random) -> Iterator[Row]:
    names = [
        "".join((seed.choice(SURNAMES), *seed.choices(GIVEN, k=seed.choice((1, 2, 2))))) for _ in range(4000)
    ]
    tokens = {name: (name_tokens(name), initials_tokens(name)) for name in names}
    clerks = [UUID(int=100 + n) for n in range(8)]
    start = datetime(2016, 1, 4, 9, tzinfo=SHANGHAI)
    for n in range(1, count + 1):
        name = seed.choice(names)
        at = start + timedelta(minutes=n * 5)
        is_open = n > count * (1 - OPEN_SHARE)
        number = f"3710731{at:%y%j}{n % 999 + 1:03d}{n % 97:02d}"
        phone = f"1{3 + n % 7}{n % 1_000_000_000:09d}"
        due = TODAY + timedelta(days=n % 60 - 10) if is_open else None
        yield {
            "recent": n,
            "id": UUID(int=n << 64),
            "number": number,
            "item_id": f"1-{n % 58 + 1}",
            "item_name": "困难残疾人生活补贴",
            "person": UUID(int=n // 4 << 32),
            "name": name,
            "id_type": "resident_id",
            "id_number": f"37107319{n % 10_000_000_000:010d}",
            "id_key": n.to_bytes(32, "big"),
            "phone": phone,
            "state": (CaseState.ACCEPTED if n % 3 else CaseState.RECEIVED).value if is_open else "finished",
            "is_open": int(is_open),
            "mode": "direct",
            "kind": "promised",
            "registered_at": micros(at),
            "received_at": micros(at),
            "accepted_at": micros(at),
            "finished_at": None if is_open else micros(at),
            "due": due.isoformat() if due else NEVER,
            "promised_due": due.isoformat() if due else at.date().isoformat(),
            "statutory_due": None,
            "promise_by": None,
            "missing": 0,
            "deferred": 0,
            "clerk": clerks[n % 8],
            "site": SITE.id,
            "device": DEVICE.id,
            "last_act": UUID(int=n),
            "updated": n,
            "search_name": tokens[name][0],
            "search_initials": tokens[name][1],
            "search_digits": digit_tokens(number, phone),
        }


def filled_store(folder: Path, count: int) -> Store:
    """A store with so many synthetic rows in its case list."""
    Store.create(folder, KEY, SITE, DEVICE, calendar=weekday_rule()).close()
    engine = cipher.writer_engine(folder / STORE_FILE, KEY)
    rows = _rows(count, random.Random(7))
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA cache_size = -262144")
        connection.rollback()
        with connection.begin():
            for index in case_row.indexes:
                index.drop(connection)
        while batch := [row for row, _ in zip(rows, range(BATCH), strict=False)]:
            with connection.begin():
                connection.execute(insert(case_row), batch)
        with connection.begin():
            for index in case_row.indexes:
                index.create(connection)
            sqlite_only.reindex(connection)
            connection.exec_driver_sql("ANALYZE")
    engine.dispose()
    return Store.open(folder, KEY, calendar=weekday_rule())


def _timed(work: Callable[[], Any], times: int = 30) -> tuple[float, float, float]:
    """First, median and 99th percentile in milliseconds."""
    spent = []
    for _ in range(times):
        begin = time.perf_counter()
        work()
        spent.append((time.perf_counter() - begin) * 1000)
    ordered = sorted(spent)
    return spent[0], ordered[len(ordered) // 2], ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))]


def _peer(folder: Path) -> float:
    raw = cipher.connect(folder / STORE_FILE, KEY)
    sql = "SELECT number, item_name, name, phone, state, due FROM case_row ORDER BY due, recent LIMIT 256"
    _, median, _ = _timed(lambda: raw.execute(sql).fetchall())
    raw.close()
    return median


QUERIES: dict[str, CaseQuery] = {
    "open by due day": CaseQuery(open=True),
    "all by due day": CaseQuery(),
    "all by number": CaseQuery(sort=CaseSort.NUMBER),
    "all newest first": CaseQuery(sort=CaseSort.RECEIVED, descending=True),
    "mine, open": CaseQuery(open=True, clerk=UUID(int=103)),
    "mine, newest first": CaseQuery(clerk=UUID(int=103), sort=CaseSort.RECEIVED, descending=True),
    "one item": CaseQuery(item_id="1-7"),
    "accepted": CaseQuery(states=frozenset({CaseState.ACCEPTED})),
    "finished": CaseQuery(states=frozenset({CaseState.FINISHED})),
    "overdue": CaseQuery(open=True, due_to=TODAY - timedelta(days=1)),
    "open, newest first": CaseQuery(open=True, sort=CaseSort.RECEIVED, descending=True),
    "text: surname 王": CaseQuery(text="王"),
    "text: name 张建国": CaseQuery(text="张建国"),
    "text: initials zjg": CaseQuery(text="zjg"),
    "text: initials z": CaseQuery(text="z"),
    "text: last six digits": CaseQuery(text="123456"),
    "text: last four digits": CaseQuery(text="4321"),
    "text: 王, still open": CaseQuery(text="王", open=True),
    "text: 王 and one item": CaseQuery(text="王", item_id="1-7"),
    "text: nobody": CaseQuery(text="囍囍"),
}


def _pages(store: Store, query: CaseQuery, count: int) -> None:
    with store.read() as reader:
        for _ in range(count):
            page = reader.cases.page(query)
            if page.next is None:
                return
            query = replace(query, after=page.next)


def _page(store: Store, query: CaseQuery) -> None:
    with store.read() as reader:
        reader.cases.page(query)


def _counts(store: Store) -> None:
    names = ("open by due day", "mine, open", "accepted", "overdue", "all by due day")
    with store.read() as reader:
        reader.cases.counts({name: QUERIES[name] for name in names})


def main(*, short: bool = False, count: int = 0) -> list[Figure]:
    """Filling, first pages of every list, next pages, counts."""
    count = count or (SHORT_ROWS if short else ROWS)
    folder = Path(tempfile.mkdtemp())
    try:
        begin = time.perf_counter()
        store = filled_store(folder, count)
        filled = Figure(f"case list, filling {count:,} rows", time.perf_counter() - begin, "s")
        figures = [filled, *_first_pages(store, _peer(folder)), _next_pages(store)]
        _, median, _ = _timed(lambda: _counts(store), 10)
        store.close()
    finally:
        shutil.rmtree(folder)
    return [*figures, Figure("case list, counts of five filters", median)]


def _first_pages(store: Store, peer: float) -> Iterator[Figure]:
    for name, query in QUERIES.items():
        _, median, _ = _timed(partial(_page, store, query))
        yield Figure(f"case list, {name}", median, "ms", peer, "bare driver, 256 rows", most=FIRST_MS)


def _next_pages(store: Store) -> Figure:
    _, _, slowest = _timed(lambda: _pages(store, CaseQuery(), 10))
    return Figure("case list, next page, p99", slowest / 10, most=NEXT_MS)


if __name__ == "__main__":
    sys.exit(report(main(count=int(sys.argv[1]) if len(sys.argv) > 1 else 0)))
