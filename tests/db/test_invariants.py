"""The five invariants of the house (house.md §1), each a property over random lives of several desks."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from desk_app.db.projections.writing import PROJECTIONS
from desk_app.db.rows import Row
from desk_app.db.store import Store, Transaction
from desk_app.db.tables import metadata
from desk_app.domain import case_acts as acts_of
from desk_app.domain import case_ends as ends
from desk_app.domain.calendar import DayMark, MarkKind
from desk_app.domain.case_life import (
    Carrier,
    Correctable,
    RatingChannel,
    Satisfaction,
    Special,
    SupplementLine,
)
from desk_app.domain.cases import (
    AcceptanceWithdrawn,
    Case,
    CaseAccepted,
    CaseFinished,
    DocumentIssued,
    DocumentReprinted,
    MaterialsReceived,
    MaterialState,
    NoticeGiven,
)
from desk_app.domain.catalogue import HandlingMode, SiteItem
from desk_app.domain.documents import DocumentKind, PaperSize
from desk_app.domain.errors import NotFound
from desk_app.domain.journal import Entry, Stream, content_digest
from desk_app.domain.people import PersonNoted
from desk_app.domain.site_acts import CalendarEdited, ConsultationNoted, SiteItemChanged, site_item_stream
from tests.desks import CLERK, LI, MATERIALS, NOW, SITE, ZHANG, clerk_at, make_store, meet, registration

EXAMPLES = settings(
    max_examples=int(os.environ.get("DESK_APP_EXAMPLES", "25")),
    suppress_health_check=[HealthCheck.too_slow],
    deadline=None,
    # Each example makes stores on the disk: shrinking would take minutes; the report's blob repeats it.
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)
PARTIES = (LI, ZHANG, replace(LI, phone="13712345678", address="示例镇西村"))
FIRST_DAY = "register notice receive accept withdraw finish paper reprint note item day ask"
LATER = "supplement supplemented send sign begin pause resume extend approve leave rate file call correct"
ACTS = tuple(f"{FIRST_DAY} {FIRST_DAY} {LATER}".split())
acts = st.lists(
    st.tuples(st.sampled_from(ACTS), st.integers(0, 3), st.integers(0, 9)), min_size=1, max_size=12
)


@dataclass
class Desk:
    """One desk, its store, and the clock it lives by."""

    store: Store
    clerk: Any
    minutes: int = 0
    cases: list[UUID] = field(default_factory=list)

    def live(self, act: str, which: int, what: int) -> None:
        """One act of a clerk; what cannot be done now is simply not done."""
        self.minutes += 7
        now = NOW + timedelta(minutes=self.minutes, days=what)
        with self.store.write(self.clerk, now) as tx:
            if act == "register":
                case_id = tx.new_id(now)
                tx.record(registration(tx, PARTIES[which % 3], now), case_id)
                self.cases.append(case_id)
            elif act in ("note", "item", "day", "ask"):
                _aside(tx, act, which, what)
            elif self.cases:
                case_id = self.cases[which % len(self.cases)]
                if tx.cases.find(case_id) is not None:
                    for event in _on_case(tx, tx.cases.get(case_id), act):
                        tx.record(event, case_id)


def _aside(tx: Transaction, act: str, which: int, what: int) -> None:
    now = tx._now
    if act == "note":
        tx.record(PersonNoted(PARTIES[what % 3]), meet(tx, PARTIES[which % 3], now))
    elif act == "item":
        item = f"1-{which}"
        tx.record(
            SiteItemChanged(SiteItem(item, mode=list(HandlingMode)[what % 5])),
            site_item_stream(SITE.id, item),
        )
    elif act == "day":
        mark = None if what % 2 else DayMark(MarkKind.CLOSURE, "闭站")
        tx.record(CalendarEdited({date(2026, 11, 25) + timedelta(days=which): mark}), SITE.id)
    else:
        tx.record(ConsultationNoted("问", now, "1-1"), tx.new_id(now))


def _on_case(tx: Transaction, case: Case, act: str) -> list[object]:
    now = tx._now
    plain: dict[str, object] = {
        "notice": NoticeGiven(MATERIALS, now),
        "receive": MaterialsReceived(MATERIALS, now),
        "accept": CaseAccepted(now),
        "withdraw": AcceptanceWithdrawn("录错", now),
        "finish": CaseFinished(now),
        **_later(now),
    }
    if act in plain:
        return [plain[act]]
    if act == "paper":
        number = f"{tx.counters.next_document(DocumentKind.RECEIPT, 2026)}"
        sha256 = tx.documents.put(number.encode())
        return [DocumentIssued(tx.new_id(now), DocumentKind.RECEIPT, PaperSize.A5, number, sha256, 1, now)]
    return [DocumentReprinted(paper.id, paper.printed + 1, now) for paper in case.documents[:1]]


def _later(now: datetime) -> dict[str, object]:
    """Acts of the later life, on whatever case there is: two desks that work apart ask nobody."""
    batch, leader = UUID(int=600), UUID(int=601)
    lines = (SupplementLine(2, "看不清"),)
    return {
        "supplement": acts_of.SupplementAsked(lines, date(2026, 12, 10), now),
        "supplemented": acts_of.SupplementReceived({2: MaterialState.COPY}, now),
        "send": acts_of.HandedOver(batch, "区民政部门", Carrier.BY_HAND, now),
        "sign": acts_of.HandoverSigned(batch, "钱某某", now),
        "begin": acts_of.HandlingBegun(now),
        "pause": acts_of.SpecialBegun(Special.TESTING, "办法", "送检", 5, now),
        "resume": acts_of.SpecialEnded("合格", now),
        "extend": acts_of.DeadlineExtended(5, "入户未完", leader, now),
        "approve": ends.CaseApproved("补贴", True, now),
        "leave": ends.CaseWithdrawn("不办了", now),
        "rate": ends.CaseRated(Satisfaction.FAIR, RatingChannel.QR, now),
        "file": ends.CaseArchived("2026-3", now),
        "call": ends.ContactPlanned(date(2026, 12, 10), now),
        "correct": ends.CaseCorrected(Correctable.PHONE, "13800000000", "13712345678", "换号", now),
    }


@contextmanager
def hall(followers: int = 0) -> Iterator[list[Desk]]:
    """A head and some desks that follow it, each with a store of its own."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        desks = []
        for number in range(followers + 1):
            clerk = clerk_at(number) if number else CLERK
            store = make_store(folder / str(number), clerk, head=number == 0, seed=number)
            stack.callback(store.close)
            desks.append(Desk(store, clerk))
        yield desks


def shown(store: Store) -> dict[str, list[Row]]:
    """Every row a screen could read."""
    with store.read() as reader:
        tables = [*PROJECTIONS, metadata.tables["parked"]]
        return {
            table.name: sorted(
                (dict(row) for row in reader._connection.execute(select(table)).mappings()), key=repr
            )
            for table in tables
        }


def log(store: Store) -> list[Entry]:
    with store.read() as reader:
        return list(reader.journal.all())


@EXAMPLES
@given(acts)
def test_replay(life: list[tuple[str, int, int]]) -> None:
    """Rebuilding all projections from the journal gives the same rows as living through it."""
    with hall() as (desk,):
        for act in life:
            desk.live(*act)
        before = shown(desk.store)
        assert desk.store.verify().ok
        assert desk.store.rebuild() == len(log(desk.store))
        assert shown(desk.store) == before
        assert desk.store.verify().ok


@EXAMPLES
@given(acts, acts, acts, st.integers(0, 2**32))
def test_convergence(
    first: list[tuple[str, int, int]],
    second: list[tuple[str, int, int]],
    third: list[tuple[str, int, int]],
    seed: int,
) -> None:
    """Stores that hold the same sequenced entries show the same, whatever order they arrived in."""
    chance = Random(seed)
    with hall(2) as desks:
        head, *others = desks
        for desk, life in zip(desks, (first, second, third), strict=True):
            for act in life:
                desk.live(*act)
            for other in desks:
                other.cases.extend(case for case in desk.cases if case not in other.cases)
        for desk in others:
            own = log(desk.store)
            chance.shuffle(own)
            head.store.apply_foreign(own)
        for desk in others:
            ordered = log(head.store)
            chance.shuffle(ordered)
            cut = chance.randrange(len(ordered) + 1)
            desk.store.apply_foreign(ordered[cut:])
            for act in first[:2]:
                desk.live(*act)  # it goes on working between two exchanges
            desk.store.apply_foreign(ordered[:cut])
        for desk in others:
            head.store.apply_foreign(entry for entry in log(desk.store) if entry.seq is None)
        for desk in others:
            desk.store.apply_foreign(log(head.store))
        wanted = shown(head.store)
        for desk in others:
            assert log(desk.store) == log(head.store)
            assert shown(desk.store) == wanted
        for desk in desks:
            assert desk.store.verify().ok


@EXAMPLES
@given(acts)
def test_durable_before_paper(life: list[tuple[str, int, int]]) -> None:
    """The store's side: a paper exists only with a committed act; undone with it, it leaves nothing."""
    with hall() as (desk,):
        for act in life:
            desk.live(*act)
        before, entries = shown(desk.store), len(log(desk.store))
        with pytest.raises(InterruptedError):
            _paper_of_an_act_undone(desk)
        assert shown(desk.store) == before
        assert len(log(desk.store)) == entries
        for row in before["document_row"]:
            with desk.store.read() as reader:
                case = reader.cases.get(row["case_id"])
                assert reader.documents.get(row["sha256"])
                assert reader.journal.of_stream(Stream.CASE, case.id)[0].seq is not None


def _paper_of_an_act_undone(desk: Desk) -> None:
    with desk.store.write(desk.clerk, NOW) as tx:
        case_id = tx.new_id(NOW)
        with pytest.raises(NotFound):
            tx.cases.get(case_id)  # no paper before its case
        tx.record(registration(tx), case_id)
        for event in _on_case(tx, tx.cases.get(case_id), "paper"):
            tx.record(event, case_id)
        raise InterruptedError


@EXAMPLES
@given(acts, st.integers(0, 2**32))
def test_idempotence(life: list[tuple[str, int, int]], seed: int) -> None:
    """Applying an entry twice changes nothing, in whatever batches."""
    chance = Random(seed)
    with hall(1) as (head, desk):
        for act in life:
            head.live(*act)
        entries = log(head.store)
        twice = entries * 2
        chance.shuffle(twice)
        done = desk.store.apply_foreign(twice)
        assert (done.new, done.known, done.refused) == (len(entries), len(entries), 0)
        before = shown(desk.store)
        told: list[object] = []
        desk.store.subscribe(told.append)
        assert desk.store.apply_foreign(entries).known == len(entries)
        assert head.store.apply_foreign(entries).known == len(entries)
        assert shown(desk.store) == before
        assert log(desk.store) == entries
        assert told == []


@EXAMPLES
@given(acts, st.data())
def test_nothing_silent(life: list[tuple[str, int, int]], data: st.DataObject) -> None:
    """What cannot be applied is parked with its reason and shown; no other stream notices."""
    with hall(1) as (head, desk):
        for act in life:
            head.live(*act)
        entries = log(head.store)
        assume(entries)
        broken = data.draw(st.sets(st.integers(0, len(entries) - 1), min_size=1))
        given_out = [_spoilt(entry) if at in broken else entry for at, entry in enumerate(entries)]
        hurt = {entries[at].envelope.stream_id for at in broken}
        desk.store.apply_foreign(given_out)
        with desk.store.read() as reader:
            parked = {item.entry_id: item.reason for item in reader.parked.all()}
            assert all(parked.get(entries[at].id) == "unknown_kind" for at in broken)
            assert all(reader.journal.get(entry.id) == entry for entry in given_out)
        calendar_hurt = any(entries[at].envelope.stream is Stream.CALENDAR for at in broken)
        for name, rows in shown(head.store).items():
            if not calendar_hurt and name != "parked":
                kept = [row for row in rows if not hurt & {row["id"], row.get("case_id")}]
                here = [row for row in shown(desk.store)[name] if not hurt & {row["id"], row.get("case_id")}]
                assert here == kept
        assert [fault for fault in desk.store.verify().faults if fault.kind != "link"] == []


def _spoilt(entry: Entry) -> Entry:
    envelope = replace(entry.envelope, kind=f"{entry.envelope.kind}_of_tomorrow")
    return replace(entry, envelope=envelope, digest=content_digest(envelope, entry.body))
