"""What only SQLite has: the journal's guards as triggers, and full-text search by FTS5.

The server on PostgreSQL will have its own of these and share everything else.
"""

from __future__ import annotations

from sqlalchemy import Connection

_CONTENT = ("id", "stream", "stream_id", "kind", "version", "actor", "site", "at", "device", "device_seq")
_SAME = " AND ".join(f"NEW.{name} IS OLD.{name}" for name in (*_CONTENT, "link", "digest"))
_SEQUENCED = "OLD.seq IS NULL AND NEW.seq IS NOT NULL AND NEW.body IS OLD.body AND OLD.head IS NULL"
_REDACTED = "NEW.body = '' AND NEW.seq IS OLD.seq AND NEW.head IS OLD.head"

GUARDS = (
    "CREATE TRIGGER entry_is_never_deleted BEFORE DELETE ON entry"
    " BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END",
    "CREATE TRIGGER entry_is_never_changed BEFORE UPDATE ON entry"
    f" WHEN NOT ({_SAME} AND (({_SEQUENCED}) OR ({_REDACTED})))"
    " BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END",
)
"""Two changes of an entry are allowed: its place is filled in once, and its body is emptied (redaction)."""

SEARCH_COLUMNS = ("search_name", "search_initials", "search_digits")

SEARCHES = {"case_row": "case_search", "person_row": "person_search"}
"""Full-text index of each table; the row's ``recent`` is its rowid, so the newest come without sorting."""


def _search_table(content: str, name: str) -> str:
    columns = ", ".join(SEARCH_COLUMNS)
    return (
        f"CREATE VIRTUAL TABLE {name} USING fts5({columns}, content='{content}', content_rowid='recent',"
        " tokenize='unicode61 remove_diacritics 0', prefix='1 2 3 4')"
    )


SEARCH_TABLES = tuple(_search_table(content, name) for content, name in SEARCHES.items())


def create(connection: Connection) -> None:
    """Make guards and search tables in a store whose tables exist."""
    for statement in (*GUARDS, *SEARCH_TABLES):
        connection.exec_driver_sql(statement)


def index_row(connection: Connection, table: str, row: dict[str, object]) -> None:
    """Add one row to the search of its table."""
    _touch(connection, table, row, "INSERT INTO {search}(rowid, {columns}) VALUES (?, ?, ?, ?)")


def unindex_row(connection: Connection, table: str, row: dict[str, object]) -> None:
    """Take one row out of the search; it must be given exactly as it was indexed."""
    _touch(
        connection,
        table,
        row,
        "INSERT INTO {search}({search}, rowid, {columns}) VALUES ('delete', ?, ?, ?, ?)",
    )


def _touch(connection: Connection, table: str, row: dict[str, object], statement: str) -> None:
    sql = statement.format(search=SEARCHES[table], columns=", ".join(SEARCH_COLUMNS))
    connection.exec_driver_sql(sql, (row["recent"], *(row[name] for name in SEARCH_COLUMNS)))


def reindex(connection: Connection) -> None:
    """Make all searches again from their tables."""
    for search in SEARCHES.values():
        connection.exec_driver_sql(f"INSERT INTO {search}({search}) VALUES ('rebuild')")


def searches_agree(connection: Connection) -> bool:
    """Whether every search says what its table says."""
    from sqlalchemy.exc import DatabaseError

    try:
        for search in SEARCHES.values():
            connection.exec_driver_sql(f"INSERT INTO {search}({search}, rank) VALUES ('integrity-check', 1)")
    except DatabaseError:
        return False
    return True
