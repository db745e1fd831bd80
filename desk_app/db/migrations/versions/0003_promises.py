"""Which promised papers are due is asked every day: an index over the few cases that still owe one.

Written out in full, so that it stays what it was when the tables of today have moved on.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One index."""
    owing = sa.text("deferred > 0")
    op.create_index(
        "ix_case_promise",
        "case_row",
        ["is_open", "promise_by", "recent"],
        sqlite_where=owing,
        postgresql_where=owing,
    )
