"""Tables of 帮办代办: the roster, mandates, assistance cases, and which applications these carry."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, MetaData, SmallInteger, Table, Text

from desk_app.db.tables import Id, metadata

agent_row = Table(
    "agent_row",
    metadata,
    Column("id", Id, primary_key=True),
    Column("site", Id, nullable=False, index=True),
    Column("area", Text, nullable=False),
    Column("gone", SmallInteger, nullable=False),
    Column("body", Text, nullable=False),
)

mandate_row = Table(
    "mandate_row",
    metadata,
    Column("id", Id, primary_key=True),
    Column("site", Id, nullable=False),
    Column("agent", Id, nullable=False),
    Column("last", Text, nullable=False, doc="NEVER where no last day was set."),
    Column("ended", SmallInteger, nullable=False),
    Column("body", Text, nullable=False),
    Index("ix_mandate_agent", "agent", "ended"),
    Index("ix_mandate_last", "site", "ended", "last"),
)

assist_row = Table(
    "assist_row",
    metadata,
    Column("id", Id, primary_key=True),
    Column("number", Text, nullable=False, index=True),
    Column("site", Id, nullable=False),
    Column("agent", Id),
    Column("stage", Text, nullable=False),
    Column("opened_at", BigInteger, nullable=False),
    Column("owed_since", BigInteger),
    Column("complaint", SmallInteger, nullable=False, doc="A bad score nobody has settled."),
    Column("body", Text, nullable=False),
    Index("ix_assist_board", "site", "stage", "opened_at"),
    Index("ix_assist_agent", "agent", "stage"),
)

assist_case_row = Table(
    "assist_case_row",
    metadata,
    Column("id", Id, primary_key=True),
    Column("assist", Id, nullable=False, index=True),
    Column("case_id", Id, nullable=False, index=True),
)
"""Both ways: which applications an assistance case carries, and which assistance case stands behind one."""


def every_table() -> MetaData:
    """All tables of a store: a schema made of it lacks none, whatever else was loaded."""
    return metadata
