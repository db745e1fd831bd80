"""The first schema: journal, projections, guards and searches.

Written out in full, so that it stays what it was when the tables of today have moved on.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

ID = sa.LargeBinary(16)
POSITION = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

SQLITE_ONLY = (
    "CREATE TRIGGER entry_is_never_deleted BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'the "
    "journal is append-only'); END",
    "CREATE TRIGGER entry_is_never_changed BEFORE UPDATE ON entry WHEN NOT (NEW.id IS OLD.id AND "
    "NEW.stream IS OLD.stream AND NEW.stream_id IS OLD.stream_id AND NEW.kind IS OLD.kind AND "
    "NEW.version IS OLD.version AND NEW.actor IS OLD.actor AND NEW.site IS OLD.site AND NEW.at IS "
    "OLD.at AND NEW.device IS OLD.device AND NEW.device_seq IS OLD.device_seq AND NEW.link IS "
    "OLD.link AND NEW.digest IS OLD.digest AND ((OLD.seq IS NULL AND NEW.seq IS NOT NULL AND "
    "NEW.body IS OLD.body AND OLD.head IS NULL) OR (NEW.body = '' AND NEW.seq IS OLD.seq AND "
    "NEW.head IS OLD.head))) BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END",
    "CREATE VIRTUAL TABLE case_search USING fts5(search_name, search_initials, search_digits, "
    "content='case_row', content_rowid='recent', tokenize='unicode61 remove_diacritics 0', prefix='1 "
    "2 3 4')",
    "CREATE VIRTUAL TABLE person_search USING fts5(search_name, search_initials, search_digits, "
    "content='person_row', content_rowid='recent', tokenize='unicode61 remove_diacritics 0', "
    "prefix='1 2 3 4')",
)


def upgrade() -> None:
    """Make everything."""
    _journal()
    _beside()
    _cases()
    _case_pages()
    _others()
    _own()
    for statement in SQLITE_ONLY:
        op.execute(statement)


def _journal() -> None:
    """The journal, and what could not enter it."""
    op.create_table(
        "entry",
        sa.Column("id", ID, nullable=False),
        sa.Column("stream", sa.Text(), nullable=False),
        sa.Column("stream_id", ID, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("version", sa.SmallInteger(), nullable=False),
        sa.Column("actor", ID, nullable=False),
        sa.Column("site", ID, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("device", ID, nullable=False),
        sa.Column("device_seq", sa.BigInteger(), nullable=False),
        sa.Column("link", sa.LargeBinary(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=True),
        sa.Column("head", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("device", "device_seq"),
        sa.UniqueConstraint("seq"),
    )
    op.create_index("ix_entry_kind", "entry", ["stream", "seq"], unique=False)
    op.create_index("ix_entry_stream", "entry", ["stream_id", "seq", "device_seq"], unique=False)
    op.create_table(
        "parked",
        sa.Column("entry_id", ID, nullable=False),
        sa.Column("stream", sa.Text(), nullable=False),
        sa.Column("stream_id", ID, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("raw", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("entry_id", "reason"),
    )
    op.create_index(op.f("ix_parked_stream_id"), "parked", ["stream_id"], unique=False)


def _beside() -> None:
    """What is kept beside the journal."""
    op.create_table(
        "actor",
        sa.Column("id", ID, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "blob",
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256"),
    )
    op.create_table(
        "meta",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )


def _cases() -> None:
    op.create_table("case_row", *_case_columns())
    _case_indexes()


def _case_columns() -> list[sa.schema.SchemaItem]:
    return [
        sa.Column("recent", POSITION, autoincrement=False, nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("item_id", sa.Text(), nullable=False),
        sa.Column("item_name", sa.Text(), nullable=False),
        sa.Column("person", ID, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("id_type", sa.Text(), nullable=False),
        sa.Column("id_number", sa.Text(), nullable=False),
        sa.Column("id_key", sa.LargeBinary(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("is_open", sa.SmallInteger(), nullable=False),
        sa.Column("mode", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("registered_at", sa.BigInteger(), nullable=False),
        sa.Column("received_at", sa.BigInteger(), nullable=True),
        sa.Column("accepted_at", sa.BigInteger(), nullable=True),
        sa.Column("finished_at", sa.BigInteger(), nullable=True),
        sa.Column("due", sa.Text(), nullable=False),
        sa.Column("promised_due", sa.Text(), nullable=True),
        sa.Column("statutory_due", sa.Text(), nullable=True),
        sa.Column("promise_by", sa.Text(), nullable=True),
        sa.Column("missing", sa.SmallInteger(), nullable=False),
        sa.Column("deferred", sa.SmallInteger(), nullable=False),
        sa.Column("clerk", ID, nullable=False),
        sa.Column("site", ID, nullable=False),
        sa.Column("device", ID, nullable=False),
        sa.Column("last_act", ID, nullable=False),
        sa.Column("updated", sa.BigInteger(), nullable=False),
        sa.Column("search_name", sa.Text(), nullable=False),
        sa.Column("search_initials", sa.Text(), nullable=False),
        sa.Column("search_digits", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("recent"),
        sa.UniqueConstraint("id"),
    ]


def _case_indexes() -> None:
    op.create_index("ix_case_all_due", "case_row", ["due", "recent"], unique=False)
    op.create_index("ix_case_clerk", "case_row", ["clerk", "is_open", "due", "recent"], unique=False)
    op.create_index(
        "ix_case_clerk_registered", "case_row", ["clerk", "registered_at", "recent"], unique=False
    )
    op.create_index("ix_case_due", "case_row", ["is_open", "due", "recent"], unique=False)
    op.create_index("ix_case_id_key", "case_row", ["id_key", "recent"], unique=False)
    op.create_index("ix_case_item", "case_row", ["item_id", "due", "recent"], unique=False)
    op.create_index("ix_case_number", "case_row", ["number", "recent"], unique=False)
    op.create_index("ix_case_person", "case_row", ["person", "recent"], unique=False)
    op.create_index("ix_case_registered", "case_row", ["registered_at", "recent"], unique=False)
    op.create_index("ix_case_state", "case_row", ["state", "due", "recent"], unique=False)


def _case_pages() -> None:
    """What one case shows."""
    op.create_table(
        "case_snapshot",
        sa.Column("id", ID, nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "document_row",
        sa.Column("id", ID, nullable=False),
        sa.Column("case_id", ID, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("size", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("pages", sa.SmallInteger(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("printed", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_document_row_case_id"), "document_row", ["case_id"], unique=False)
    op.create_index(op.f("ix_document_row_number"), "document_row", ["number"], unique=False)


def _others() -> None:
    """People and items."""
    op.create_table(
        "person_row",
        sa.Column("recent", POSITION, autoincrement=False, nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("id_key", sa.LargeBinary(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("search_name", sa.Text(), nullable=False),
        sa.Column("search_initials", sa.Text(), nullable=False),
        sa.Column("search_digits", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("recent"),
        sa.UniqueConstraint("id"),
    )
    op.create_index("ix_person_address", "person_row", ["address", "recent"], unique=False)
    op.create_index("ix_person_id_key", "person_row", ["id_key", "recent"], unique=False)
    op.create_table(
        "site_item_row",
        sa.Column("id", ID, nullable=False),
        sa.Column("site", ID, nullable=False),
        sa.Column("item_id", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_site_item_row_site"), "site_item_row", ["site"], unique=False)


def _own() -> None:
    """What a desk keeps for itself."""
    op.create_table(
        "counter",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=True),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_table(
        "draft",
        sa.Column("id", ID, nullable=False),
        sa.Column("lane", sa.SmallInteger(), nullable=False),
        sa.Column("clerk", ID, nullable=False),
        sa.Column("saved_at", sa.BigInteger(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "setting",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_table(
        "usage",
        sa.Column("item_id", sa.Text(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("item_id"),
    )
