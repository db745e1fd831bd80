"""What a list shows of a case's later life: whether its clock runs, and the day somebody is to be called.

Written out in full, so that it stays what it was when the tables of today have moved on. The values follow by
replay when the store is opened: the shape of a folded case has changed as well.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Two columns and an index over the few cases that wait for a call."""
    op.add_column("case_row", sa.Column("clock", sa.Text(), nullable=False, server_default="running"))
    op.add_column("case_row", sa.Column("next_contact", sa.Text(), nullable=True))
    waiting = sa.text("next_contact IS NOT NULL")
    op.create_index(
        "ix_case_contact",
        "case_row",
        ["next_contact", "recent"],
        sqlite_where=waiting,
        postgresql_where=waiting,
    )
