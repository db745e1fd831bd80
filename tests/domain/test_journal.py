from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.domain.journal import (
    FIRST_LINK,
    LINK_BYTES,
    Entry,
    Envelope,
    Stream,
    chain_faults,
    content_digest,
    next_link,
)

DEVICE = UUID(int=7)
AT = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)


def envelope(number: int) -> Envelope:
    return Envelope(UUID(int=number), Stream.CASE, UUID(int=1), "case.noted", 1, UUID(int=2), UUID(int=3), AT)


def log(count: int) -> list[Entry]:
    """A device's log as it should be."""
    entries, link = [], FIRST_LINK
    for number in range(1, count + 1):
        body = f'{{"n":{number}}}'
        digest = content_digest(envelope(number), body)
        link = next_link(link, UUID(int=number), digest)
        entries.append(Entry(envelope(number), DEVICE, number, link, body, digest))
    return entries


def found(entries: list[Entry]) -> list[tuple[int, str]]:
    return [(fault.device_seq, fault.reason) for fault in chain_faults(entries)]


def test_a_whole_log_proves_itself() -> None:
    assert found(log(5)) == []
    assert found([]) == []
    assert log(1)[0].id == UUID(int=1)
    assert len(log(1)[0].link) == LINK_BYTES


def test_a_redacted_entry_still_proves_itself() -> None:
    entries = log(5)
    entries[2] = replace(entries[2], body="")
    assert found(entries) == []


def test_a_missing_entry_is_named() -> None:
    entries = log(5)
    assert found(entries[:2] + entries[3:]) == [(3, "gap")]
    assert found(entries[1:]) == [(1, "gap")]


def test_the_same_number_twice_is_a_gap() -> None:
    entries = log(3)
    assert found([entries[0], entries[0], entries[1]])[0] == (2, "gap")


def test_a_changed_body_is_named() -> None:
    entries = log(3)
    entries[1] = replace(entries[1], body='{"n":9}')
    assert found(entries) == [(2, "digest")]


def test_a_changed_body_with_a_digest_to_fit_breaks_the_link() -> None:
    entries = log(3)
    body = '{"n":9}'
    entries[1] = replace(entries[1], body=body, digest=content_digest(entries[1].envelope, body))
    assert found(entries) == [(2, "link")]


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "case.other"},
        {"version": 2},
        {"stream": Stream.PERSON},
        {"stream_id": UUID(int=9)},
        {"actor": UUID(int=9)},
        {"site": UUID(int=9)},
        {"at": AT + timedelta(microseconds=1)},
    ],
)
def test_the_digest_covers_the_whole_envelope(change: dict[str, object]) -> None:
    entries = log(3)
    changed = replace(entries[1].envelope, **change)  # type: ignore[arg-type]  # any one field of an envelope
    entries[1] = replace(entries[1], envelope=changed)
    assert found(entries) == [(2, "digest")]


def test_the_digest_does_not_depend_on_the_zone_an_instant_is_written_in() -> None:
    there = replace(envelope(1), at=AT.astimezone(timezone(timedelta(hours=8))))
    assert content_digest(there, "{}") == content_digest(envelope(1), "{}")


@given(st.lists(st.integers(0, 5), min_size=1, max_size=6, unique=True))
def test_any_other_selection_or_order_is_noticed(order: list[int]) -> None:
    entries = log(6)
    given_log = [entries[at] for at in order]
    assert (found(given_log) == []) == (order == list(range(len(order))))
