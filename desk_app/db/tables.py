"""The tables of a store, in words that SQLite and PostgreSQL both understand.

What only one of the two knows (triggers, full-text search) stands in :mod:`desk_app.db.sqlite_only`. Times
are microseconds since 1970 in UTC, days are ISO text, ids are 16 bytes (``uuid`` on PostgreSQL).
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    Column,
    Dialect,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    Uuid,
    text,
)
from sqlalchemy.types import TypeEngine

metadata = MetaData()


@lru_cache(maxsize=4096)
def _uuid(data: bytes) -> UUID:
    """The same few devices, people and sites stand in most rows."""
    return UUID(bytes=data)


class Id(TypeDecorator[UUID]):
    """A UUID as sixteen bytes."""

    impl = LargeBinary(16)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """The server has a type of its own."""
        if dialect.name == "postgresql":
            return dialect.type_descriptor(Uuid())
        return dialect.type_descriptor(LargeBinary(16))

    def process_bind_param(self, value: UUID | None, dialect: Dialect) -> Any:
        """To the database."""
        return value if value is None or dialect.name == "postgresql" else value.bytes

    def process_result_value(self, value: Any, dialect: Dialect) -> UUID | None:  # noqa: ARG002 - its signature
        """From the database."""
        return value if value is None or isinstance(value, UUID) else _uuid(value)


def where(condition: str) -> dict[str, Any]:
    """The condition of an index over a part of a table, in the words of both databases."""
    return {"sqlite_where": text(condition), "postgresql_where": text(condition)}


# SQLite's rowid is an INTEGER; a BIGINT primary key would be a second index there.
Position = BigInteger().with_variant(Integer(), "sqlite")

ASKING = "kind IN ('case.notice_given', 'case.supplement_asked', 'case.amendment_asked')"
"""Entries that sent somebody home for a paper: one in some ten."""

meta = Table("meta", metadata, Column("name", Text, primary_key=True), Column("value", Text, nullable=False))

entry = Table(
    "entry",
    metadata,
    Column("id", Id, primary_key=True),
    Column("stream", Text, nullable=False),
    Column("stream_id", Id, nullable=False),
    Column("kind", Text, nullable=False),
    Column("version", SmallInteger, nullable=False),
    Column("actor", Id, nullable=False),
    Column("site", Id, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("device", Id, nullable=False),
    Column("device_seq", BigInteger, nullable=False),
    Column("link", LargeBinary, nullable=False),
    Column("body", Text, nullable=False),
    Column("digest", LargeBinary, nullable=False),
    Column("seq", BigInteger, unique=True),
    Column("head", LargeBinary, doc="Head chain up to this entry; only where this store is the head."),
    UniqueConstraint("device", "device_seq"),
    Index("ix_entry_stream", "stream_id", "seq", "device_seq"),
    Index("ix_entry_kind", "stream", "seq"),
    Index("ix_entry_asking", "site", "at", **where(ASKING)),
)
"""The journal. Append-only: see ``sqlite_only.GUARDS``."""

parked = Table(
    "parked",
    metadata,
    Column("entry_id", Id, primary_key=True),
    Column("stream", Text, nullable=False),
    Column("stream_id", Id, nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("reason", Text, primary_key=True),
    Column("raw", Text, doc="The whole entry, where the journal itself could not take it in."),
)

case_row = Table(
    "case_row",
    metadata,
    Column("recent", Position, primary_key=True, autoincrement=False),
    Column("id", Id, nullable=False, unique=True),
    Column("number", Text, nullable=False),
    Column("item_id", Text, nullable=False),
    Column("item_name", Text, nullable=False),
    Column("person", Id, nullable=False),
    Column("name", Text, nullable=False),
    Column("id_type", Text, nullable=False),
    Column("id_number", Text, nullable=False),
    Column("id_key", LargeBinary, nullable=False),
    Column("phone", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("is_open", SmallInteger, nullable=False),
    Column("mode", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("registered_at", BigInteger, nullable=False),
    Column("received_at", BigInteger),
    Column("accepted_at", BigInteger),
    Column("finished_at", BigInteger),
    Column("due", Text, nullable=False, doc="ISO day; NEVER sorts behind every day."),
    Column("promised_due", Text),
    Column("statutory_due", Text),
    Column("promise_by", Text),
    Column("missing", SmallInteger, nullable=False),
    Column("deferred", SmallInteger, nullable=False),
    Column("clerk", Id, nullable=False),
    Column("site", Id, nullable=False),
    Column("device", Id, nullable=False),
    Column("last_act", Id, nullable=False),
    Column("updated", BigInteger, nullable=False),
    Column("search_name", Text, nullable=False),
    Column("search_initials", Text, nullable=False),
    Column("search_digits", Text, nullable=False),
    Column("clock", Text, nullable=False, server_default="running"),
    Column("next_contact", Text),
    Column("back", Text, doc="BackSource, where it was entered later than it happened."),
    Index("ix_case_due", "is_open", "due", "recent"),
    Index("ix_case_state", "state", "due", "recent"),
    Index("ix_case_all_due", "due", "recent"),
    Index("ix_case_clerk", "clerk", "is_open", "due", "recent"),
    Index("ix_case_clerk_registered", "clerk", "registered_at", "recent"),
    Index("ix_case_item", "item_id", "due", "recent"),
    Index("ix_case_number", "number", "recent"),
    Index("ix_case_registered", "registered_at", "recent"),
    Index("ix_case_person", "person", "recent"),
    Index("ix_case_id_key", "id_key", "recent"),
    # Few cases wait for a call, and few still owe a paper; the others cost these indexes nothing.
    Index("ix_case_contact", "next_contact", "recent", **where("next_contact IS NOT NULL")),
    Index("ix_case_promise", "is_open", "promise_by", "recent", **where("deferred > 0")),
)

case_snapshot = Table(
    "case_snapshot", metadata, Column("id", Id, primary_key=True), Column("body", Text, nullable=False)
)
"""The folded case as canonical JSON, so that opening one is one read."""

document_row = Table(
    "document_row",
    metadata,
    Column("id", Id, primary_key=True),
    Column("case_id", Id, nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("size", Text, nullable=False),
    Column("number", Text, nullable=False, index=True),
    Column("sha256", Text, nullable=False),
    Column("pages", SmallInteger, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("printed", Integer, nullable=False),
)

person_row = Table(
    "person_row",
    metadata,
    Column("recent", Position, primary_key=True, autoincrement=False),
    Column("id", Id, nullable=False, unique=True),
    Column("id_key", LargeBinary, nullable=False),
    Column("name", Text, nullable=False),
    Column("phone", Text, nullable=False),
    Column("address", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("search_name", Text, nullable=False),
    Column("search_initials", Text, nullable=False),
    Column("search_digits", Text, nullable=False),
    Index("ix_person_id_key", "id_key", "recent"),
    Index("ix_person_address", "address", "recent"),
)

site_item_row = Table(
    "site_item_row",
    metadata,
    Column("id", Id, primary_key=True),
    Column("site", Id, nullable=False, index=True),
    Column("item_id", Text, nullable=False),
    Column("body", Text, nullable=False),
)

handover_row = Table(
    "handover_row",
    metadata,
    Column("id", Id, primary_key=True),
    Column("number", Text, nullable=False, index=True),
    Column("from_site", Id, nullable=False),
    Column("to_site", Id),
    Column("state", Text, nullable=False),
    Column("opened_at", BigInteger, nullable=False),
    Column("body", Text, nullable=False),
    Index("ix_handover_opened", "opened_at", "id"),
)

handover_line_row = Table(
    "handover_line_row",
    metadata,
    Column("id", Id, primary_key=True),
    Column("batch", Id, nullable=False, index=True),
    Column("case_id", Id, nullable=False, index=True),
    Column("state", Text, nullable=False),
)

custody_row = Table(
    "custody_row",
    metadata,
    Column("id", Id, primary_key=True),
    Column("case_id", Id, nullable=False, index=True),
    Column("number", SmallInteger, nullable=False, doc="Row of the case's paper list."),
    Column("state", Text, nullable=False),
    Column("site", Id),
    Column("since", BigInteger, nullable=False),
    Column("body", Text, nullable=False),
    Index("ix_custody_out", "site", "state", "since"),
)

attachment_row = Table(
    "attachment_row",
    metadata,
    Column("id", Id, primary_key=True),
    Column("case_id", Id, nullable=False),
    Column("place", Integer, nullable=False, doc="In the order in which they came to the case."),
    Column("sha256", Text, nullable=False),
    Column("kept", SmallInteger, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("body", Text, nullable=False),
    Index("ix_attachment_case", "case_id", "place"),
)

ledger_import_row = Table(
    "ledger_import_row",
    metadata,
    Column("id", Id, primary_key=True),
    Column("site", Id, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("undone", SmallInteger, nullable=False),
    Column("body", Text, nullable=False),
)

ledger_row = Table(
    "ledger_row",
    metadata,
    Column("id", Id, primary_key=True),
    Column("ledger", Id, nullable=False, index=True),
    Column("site", Id, nullable=False),
    Column("day", Text, nullable=False),
    Column("finished", Text),
    Column("number", Integer, nullable=False, doc="Row of the sheet."),
    Column("body", Text, nullable=False),
    Index("ix_ledger_day", "site", "day", "id"),
)

shift_row = Table(
    "shift_row",
    metadata,
    Column("id", Id, primary_key=True),
    Column("site", Id, nullable=False),
    Column("device", Id, nullable=False),
    Column("clerk", Id, nullable=False),
    Column("opened_at", BigInteger, nullable=False),
    Column("closed_at", BigInteger),
    Column("body", Text, nullable=False),
    Index("ix_shift_device", "device", "closed_at"),
    Index("ix_shift_open", "device", "clerk", **where("closed_at IS NULL")),
)

stand_in_row = Table(
    "stand_in_row",
    metadata,
    Column("id", Id, primary_key=True),
    Column("absent", Id, nullable=False),
    Column("present", Id, nullable=False),
    Column("first", Text, nullable=False),
    Column("last", Text, nullable=False),
    Column("ended", SmallInteger, nullable=False),
    Column("body", Text, nullable=False),
    Index("ix_stand_in_present", "present", "last"),
    Index("ix_stand_in_last", "last"),
)

form_block_row = Table(
    "form_block_row",
    metadata,
    Column("id", Id, primary_key=True),
    Column("site", Id, nullable=False),
    Column("reserved_at", BigInteger, nullable=False),
    Column("left", Integer, nullable=False, doc="Numbers nobody has accounted for."),
    Column("body", Text, nullable=False),
    Index("ix_form_block_left", "site", "left"),
)

blob = Table(
    "blob",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("data", LargeBinary, nullable=False),
)
"""Archived papers and scans, named by their content; not a projection: the journal holds only their names."""

actor = Table("actor", metadata, Column("id", Id, primary_key=True), Column("name", Text, nullable=False))
"""Names of those who acted at this desk, for the timeline; the accounts themselves lie in the vault."""

counter = Table(
    "counter",
    metadata,
    Column("name", Text, primary_key=True),
    Column("day", Text),
    Column("n", Integer, nullable=False),
)

draft = Table(
    "draft",
    metadata,
    Column("id", Id, primary_key=True),
    Column("lane", SmallInteger, nullable=False),
    Column("clerk", Id, nullable=False),
    Column("saved_at", BigInteger, nullable=False),
    Column("body", Text, nullable=False),
)

setting = Table(
    "setting", metadata, Column("name", Text, primary_key=True), Column("value", Text, nullable=False)
)

usage = Table(
    "usage", metadata, Column("item_id", Text, primary_key=True), Column("n", Integer, nullable=False)
)

NEVER = "9999-12-31"
"""The due day of a case that has none, so that it sorts last without a special case."""
