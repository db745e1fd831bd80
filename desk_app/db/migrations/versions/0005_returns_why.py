"""What people came twice for is read from the entries that asked for papers: an index over those few.

Written out in full, so that it stays what it was when the tables of today have moved on.
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One index."""
    asking = sa.text("kind IN ('case.notice_given', 'case.supplement_asked', 'case.amendment_asked')")
    op.create_index("ix_entry_asking", "entry", ["site", "at"], sqlite_where=asking, postgresql_where=asking)
