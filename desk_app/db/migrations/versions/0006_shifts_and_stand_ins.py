"""Tables for shifts at a counter, and for who stands in for whom.

Written out in full, so that it stays what it was when the tables of today have moved on. No older store holds
entries for them.
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def _id(name: str, *, primary_key: bool = False) -> sa.Column[bytes]:
    kind = sa.LargeBinary(16).with_variant(sa.Uuid(), "postgresql")
    return sa.Column(name, kind, nullable=False, primary_key=primary_key)


def upgrade() -> None:
    """Two tables and their indexes."""
    op.create_table(
        "shift_row",
        _id("id", primary_key=True),
        _id("site"),
        _id("device"),
        _id("clerk"),
        sa.Column("opened_at", sa.BigInteger(), nullable=False),
        sa.Column("closed_at", sa.BigInteger(), nullable=True),
        sa.Column("body", sa.Text(), nullable=False),
    )
    op.create_index("ix_shift_device", "shift_row", ["device", "closed_at"])
    running = sa.text("closed_at IS NULL")
    op.create_index(
        "ix_shift_open",
        "shift_row",
        ["device", "clerk"],
        sqlite_where=running,
        postgresql_where=running,
    )
    op.create_table(
        "stand_in_row",
        _id("id", primary_key=True),
        _id("absent"),
        _id("present"),
        sa.Column("first", sa.Text(), nullable=False),
        sa.Column("last", sa.Text(), nullable=False),
        sa.Column("ended", sa.SmallInteger(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
    )
    op.create_index("ix_stand_in_present", "stand_in_row", ["present", "last"])
    op.create_index("ix_stand_in_last", "stand_in_row", ["last"])
