"""Events as only a broken or hostile program would write them: nothing stops, nothing is lost."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from desk_app.db.store import Store
from desk_app.domain.bodies import encode
from desk_app.domain.calendar import DayMark, MarkKind
from desk_app.domain.case_list import CaseQuery
from desk_app.domain.cases import Acting, CaseAccepted, CaseEvent, CaseRegistered, Channel, MaterialsReceived
from desk_app.domain.catalogue import TimeLimit
from desk_app.domain.journal import FIRST_LINK, Entry, Envelope, content_digest, next_link
from desk_app.domain.site_acts import CalendarEdited
from desk_app.domain.streams import KINDS, kind_of
from tests.desks import LI, NOW, PIN, accept_case, clerk_at, make_store

CASE_KINDS = [kind.cls for kind in KINDS.values() if kind.stream == "case" and kind.cls is not CaseRegistered]
STRANGER = UUID(int=99)
FIRST = datetime(1900, 1, 1, tzinfo=UTC)


def log(events: list[tuple[object, UUID]]) -> list[Entry]:
    """The log of a device that wrote these events."""
    entries, link = [], FIRST_LINK
    for number, (event, stream_id) in enumerate(events, 1):
        kind, body = kind_of(event), encode(event)
        envelope = Envelope(
            UUID(int=5000 + number), kind.stream, stream_id, kind.kind, kind.version, STRANGER, STRANGER, NOW
        )
        digest = content_digest(envelope, body)
        link = next_link(link, envelope.id, digest)
        entries.append(Entry(envelope, STRANGER, number, link, body, digest, 1000 + number))
    return entries


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Store]:
    store = make_store(tmp_path, clerk_at(2), head=False)
    yield store
    store.close()


def registered(**changes: Any) -> CaseRegistered:
    plain = CaseRegistered("1", PIN, UUID(int=1), LI, Acting.SELF, Channel.COUNTER, NOW)
    return replace(plain, **changes)


@pytest.mark.parametrize(
    "events",
    [
        [registered(item=replace(PIN, promised=TimeLimit(10**6)))],
        [registered(item=replace(PIN, promised=TimeLimit(-5)))],
        [registered(number="x" * 100_000)],
        [registered(applicant=replace(LI, name="", id_number="", phone=""))],
        [registered(applicant=replace(LI, name="\x00\u202e" * 1000))],
        [registered(at=datetime(1901, 1, 1, tzinfo=UTC))],
    ],
)
def test_a_strange_case_is_shown_or_parked(desk: Store, events: list[object]) -> None:
    good = accept_case(desk, clerk=clerk_at(2))
    case_id = UUID(int=12345)
    acts = [*events, MaterialsReceived((), NOW), CaseAccepted(datetime(1920, 1, 1, tzinfo=UTC))]
    assert desk.apply_foreign(log([(act, case_id) for act in acts])).refused == 0
    with desk.read() as reader:
        shown = {line.id for line in reader.cases.page(CaseQuery()).lines}
        assert good in shown
        assert case_id in shown or len(reader.parked.all()) >= 1
        reader.cases.timeline(case_id)
    assert desk.verify().ok
    desk.rebuild()
    assert desk.verify().ok


def test_the_end_of_time_in_a_calendar(desk: Store) -> None:
    accept_case(desk, clerk=clerk_at(2))
    days: dict[date, DayMark | None] = {
        day: DayMark(MarkKind.CLOSURE, "") for day in (date.min, date.max, date(2026, 11, 25))
    }
    assert desk.apply_foreign(log([(CalendarEdited(days), UUID(int=1))])).new == 1
    assert desk.verify().ok


def _events() -> st.SearchStrategy[list[object]]:
    st.register_type_strategy(str, st.text(st.characters(exclude_categories=["Cs"]), max_size=6))
    st.register_type_strategy(int, st.integers(-(2**40), 2**40) | st.integers(0, 40))
    far = st.timedeltas(timedelta(0), timedelta(365_000)).map(lambda after: FIRST + after)
    near = st.integers(0, 90).map(lambda days: NOW + timedelta(days=days))
    st.register_type_strategy(datetime, near | far)
    return st.lists(st.sampled_from(CASE_KINDS).flatmap(st.from_type), max_size=8)


@settings(
    max_examples=40,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(_events())
def test_any_events_in_any_order_are_folded_or_parked(events: list[CaseEvent]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        desk = make_store(Path(folder), clerk_at(2), head=False)
        good = accept_case(desk, clerk=clerk_at(2))
        case_id = UUID(int=12345)
        acts: list[tuple[object, UUID]] = [(event, case_id) for event in (registered(), *events)]
        assert desk.apply_foreign(log(acts)).new == len(acts)
        with desk.read() as reader:
            assert reader.cases.find(case_id) is not None
            assert reader.cases.find(good) is not None
            assert len(reader.cases.timeline(case_id)) == len(acts)
        assert desk.verify().ok
        desk.rebuild()
        assert desk.verify().ok
        desk.close()
