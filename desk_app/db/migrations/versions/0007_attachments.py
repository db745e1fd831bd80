"""A table for the pictures of cases. No older store holds entries for it; the bytes lie in ``blob``."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def _id(name: str, *, primary_key: bool = False) -> sa.Column[bytes]:
    kind = sa.LargeBinary(16).with_variant(sa.Uuid(), "postgresql")
    return sa.Column(name, kind, nullable=False, primary_key=primary_key)


def upgrade() -> None:
    """One table and its index."""
    op.create_table(
        "attachment_row",
        _id("id", primary_key=True),
        _id("case_id"),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("kept", sa.SmallInteger(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
    )
    op.create_index("ix_attachment_case", "attachment_row", ["case_id", "place"])
