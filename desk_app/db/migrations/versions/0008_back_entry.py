"""Numbers set aside on paper for an outage, and which cases were entered later than they happened.

Written out in full, so that it stays what it was when the tables of today have moved on.
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One table, one column."""
    kind = sa.LargeBinary(16).with_variant(sa.Uuid(), "postgresql")
    op.create_table(
        "form_block_row",
        sa.Column("id", kind, nullable=False, primary_key=True),
        sa.Column("site", kind, nullable=False),
        sa.Column("reserved_at", sa.BigInteger(), nullable=False),
        sa.Column("left", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
    )
    op.create_index("ix_form_block_left", "form_block_row", ["site", "left"])
    op.add_column("case_row", sa.Column("back", sa.Text(), nullable=True))
