"""Accepting a case: journal, projections and the case read back, against one raw insert and commit.

The peer is a bare SQLCipher driver that writes 300 bytes with the same cipher, journal mode and
synchronous=FULL into a file beside ours: what durability costs at least on this disk. Both take turns.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from uuid import UUID

from benchmarks.child import NOW
from benchmarks.figure import Figure, median, percentile, report
from benchmarks.sites import CLERK, KEY, new_store
from desk_app.db import cipher
from desk_app.domain.catalogue import Tier
from desk_app.domain.catalogue_plain import release_from_plain
from desk_app.domain.intake import IntakeForm
from desk_app.domain.worktime import local_day
from desk_app.paths import resource
from desk_app.services.catalogue import make_offer
from desk_app.services.demo import synthetic_party
from desk_app.services.intake import Intake, commit_intake
from desk_app.wiring.shelf import CATALOGUE

ITEM = "1-19"
RECORD_BYTES = 300
RATIO, MOST_MS = 4.0, 10.0


def intakes(count: int) -> list[Intake]:
    """Complete applications of different people."""
    chance = Random(3)
    document = json.loads(resource(CATALOGUE).read_text("utf-8"))
    release = release_from_plain(document["release"])
    offered = make_offer(release, Tier.TOWN).get(ITEM)
    today = local_day(NOW)
    forms = (
        IntakeForm(UUID(int=1000 + number), ITEM, release.version, synthetic_party(chance, today))
        for number in range(count)
    )
    return [Intake(form.take_all(offered), offered) for form in forms]


def raw_insert(file: Path) -> Callable[[], None]:
    """One row, one commit, with nothing of ours in between."""
    connection = cipher.connect(file, KEY, mode="rwc")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE record (id INTEGER PRIMARY KEY, body BLOB NOT NULL)")
    connection.commit()
    body = bytes(RECORD_BYTES)

    def insert() -> None:
        connection.execute("INSERT INTO record (body) VALUES (?)", (body,))
        connection.commit()

    return insert


def milliseconds(work: Callable[[], object]) -> float:
    """How long it took."""
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def main(*, short: bool = False) -> list[Figure]:
    """Median and 99th of 100."""
    count = 60 if short else 400
    ours: list[float] = []
    peer: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        store = new_store(Path(folder))
        insert = raw_insert(Path(folder) / "raw.db")
        for number, intake in enumerate(intakes(count + 10)):
            raw = milliseconds(insert)
            accepted = milliseconds(lambda: commit_intake(store, CLERK, intake, NOW))  # noqa: B023
            # the lambda is called before the loop goes on
            if number >= 10:
                peer.append(raw)
                ours.append(accepted)
        store.close()
    raw_ms = median(peer)
    name = "raw insert and commit"
    return [
        Figure("accept a case", median(ours), "ms", raw_ms, name, most=MOST_MS, most_ratio=RATIO),
        Figure("accept a case, p99", percentile(ours, 99), "ms", percentile(peer, 99), f"{name}, p99"),
    ]


if __name__ == "__main__":
    sys.exit(report(main()))
