"""Between rows and domain values."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, RowMapping, Select

from desk_app.domain.journal import Entry, Envelope, Stream

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)

Row = dict[str, Any]


def micros(at: datetime) -> int:
    """Microseconds since 1970 of an aware instant."""
    return (at - _EPOCH) // _MICROSECOND


def instant(value: int) -> datetime:
    """The instant of so many microseconds since 1970, in UTC."""
    return _EPOCH + timedelta(microseconds=value)


def micros_or_none(at: datetime | None) -> int | None:
    """Like :func:`micros`, where there may be none."""
    return None if at is None else micros(at)


def instant_or_none(value: int | None) -> datetime | None:
    """Like :func:`instant`, where there may be none."""
    return None if value is None else instant(value)


def iso_or_none(day: date | None) -> str | None:
    """A day as ISO text, where there may be none."""
    return None if day is None else day.isoformat()


def day_or_none(text: str | None) -> date | None:
    """The day an ISO text names, where there may be none."""
    return None if text is None else date.fromisoformat(text)


def pairs(connection: Connection, statement: Select[Any]) -> dict[Any, Any]:
    """Two columns as a mapping."""
    return {row[0]: row[1] for row in connection.execute(statement)}


def entry_row(entry: Entry, head: bytes | None) -> Row:
    """An entry as the journal stores it."""
    envelope = entry.envelope
    return {
        "id": envelope.id,
        "stream": envelope.stream.value,
        "stream_id": envelope.stream_id,
        "kind": envelope.kind,
        "version": envelope.version,
        "actor": envelope.actor,
        "site": envelope.site,
        "at": micros(envelope.at),
        "device": entry.device,
        "device_seq": entry.device_seq,
        "link": entry.link,
        "body": entry.body,
        "digest": entry.digest,
        "seq": entry.seq,
        "head": head,
    }


def entry_from(row: RowMapping) -> Entry:
    """The entry a row holds."""
    envelope = Envelope(
        id=row["id"],
        stream=Stream(row["stream"]),
        stream_id=row["stream_id"],
        kind=row["kind"],
        version=row["version"],
        actor=row["actor"],
        site=row["site"],
        at=instant(row["at"]),
    )
    return Entry(
        envelope, row["device"], row["device_seq"], row["link"], row["body"], row["digest"], row["seq"]
    )
