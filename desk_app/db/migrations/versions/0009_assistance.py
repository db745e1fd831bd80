"""Tables for the roster of agents, their mandates, and 帮办代办 cases.

Written out in full, so that it stays what it was when the tables of today have moved on. No older store holds
entries for them.
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def _id(name: str, *, primary_key: bool = False, nullable: bool = False) -> sa.Column[bytes]:
    kind = sa.LargeBinary(16).with_variant(sa.Uuid(), "postgresql")
    return sa.Column(name, kind, nullable=nullable, primary_key=primary_key)


def upgrade() -> None:
    """Four tables and their indexes."""
    _roster()
    _cases()


def _roster() -> None:
    op.create_table(
        "agent_row",
        _id("id", primary_key=True),
        _id("site"),
        sa.Column("area", sa.Text(), nullable=False),
        sa.Column("gone", sa.SmallInteger(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
    )
    op.create_index("ix_agent_row_site", "agent_row", ["site"])
    op.create_table(
        "mandate_row",
        _id("id", primary_key=True),
        _id("site"),
        _id("agent"),
        sa.Column("last", sa.Text(), nullable=False),
        sa.Column("ended", sa.SmallInteger(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
    )
    op.create_index("ix_mandate_agent", "mandate_row", ["agent", "ended"])
    op.create_index("ix_mandate_last", "mandate_row", ["site", "ended", "last"])


def _cases() -> None:
    op.create_table(
        "assist_row",
        _id("id", primary_key=True),
        sa.Column("number", sa.Text(), nullable=False),
        _id("site"),
        _id("agent", nullable=True),
        sa.Column("stage", sa.Text(), nullable=False),
        sa.Column("opened_at", sa.BigInteger(), nullable=False),
        sa.Column("owed_since", sa.BigInteger(), nullable=True),
        sa.Column("complaint", sa.SmallInteger(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
    )
    op.create_index("ix_assist_row_number", "assist_row", ["number"])
    op.create_index("ix_assist_board", "assist_row", ["site", "stage", "opened_at"])
    op.create_index("ix_assist_agent", "assist_row", ["agent", "stage"])
    op.create_table("assist_case_row", _id("id", primary_key=True), _id("assist"), _id("case_id"))
    op.create_index("ix_assist_case_row_assist", "assist_case_row", ["assist"])
    op.create_index("ix_assist_case_row_case_id", "assist_case_row", ["case_id"])
