"""Tables for batches on their way, for originals that an office keeps, and for old ledgers taken over.

Written out in full, so that it stays what it was when the tables of today have moved on. No older store holds
entries for them.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def _id(name: str, *, nullable: bool = False, primary_key: bool = False) -> sa.Column[bytes]:
    kind = sa.LargeBinary(16).with_variant(sa.Uuid(), "postgresql")
    return sa.Column(name, kind, nullable=nullable, primary_key=primary_key)


def upgrade() -> None:
    """Five tables and their indexes."""
    _batches()
    _originals()
    _ledgers()


def _batches() -> None:
    op.create_table(
        "handover_row",
        _id("id", primary_key=True),
        sa.Column("number", sa.Text(), nullable=False),
        _id("from_site"),
        _id("to_site", nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("opened_at", sa.BigInteger(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
    )
    op.create_index("ix_handover_row_number", "handover_row", ["number"])
    op.create_index("ix_handover_opened", "handover_row", ["opened_at", "id"])
    op.create_table(
        "handover_line_row",
        _id("id", primary_key=True),
        _id("batch"),
        _id("case_id"),
        sa.Column("state", sa.Text(), nullable=False),
    )
    op.create_index("ix_handover_line_row_batch", "handover_line_row", ["batch"])
    op.create_index("ix_handover_line_row_case_id", "handover_line_row", ["case_id"])


def _originals() -> None:
    op.create_table(
        "custody_row",
        _id("id", primary_key=True),
        _id("case_id"),
        sa.Column("number", sa.SmallInteger(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        _id("site", nullable=True),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
    )
    op.create_index("ix_custody_row_case_id", "custody_row", ["case_id"])
    op.create_index("ix_custody_out", "custody_row", ["site", "state", "since"])


def _ledgers() -> None:
    op.create_table(
        "ledger_import_row",
        _id("id", primary_key=True),
        _id("site"),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("undone", sa.SmallInteger(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
    )
    op.create_table(
        "ledger_row",
        _id("id", primary_key=True),
        _id("ledger"),
        _id("site"),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("finished", sa.Text(), nullable=True),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
    )
    op.create_index("ix_ledger_row_ledger", "ledger_row", ["ledger"])
    op.create_index("ix_ledger_day", "ledger_row", ["site", "day", "id"])
