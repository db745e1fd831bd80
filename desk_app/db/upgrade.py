"""Which schema a store has, and bringing an older one up; a newer one is refused and left untouched.

Alembic is only loaded when there is something to do: it costs a third of a second (performance.md, trap 4).
"""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Engine, text

from desk_app.db import sqlite_only
from desk_app.db.assistance_tables import every_table
from desk_app.domain.errors import StoreDamaged, StoreTooNew

REVISIONS = ("0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008", "0009")
"""Every schema this program can open, oldest first; a test holds it against the migration scripts."""

HEAD = REVISIONS[-1]
MIGRATIONS = Path(__file__).with_name("migrations")


def create_schema(connection: Connection) -> None:
    """Everything a new store has. A test proves that the migrations lead to the same."""
    every_table().create_all(connection)
    sqlite_only.create(connection)
    connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)"))
    connection.execute(text("INSERT INTO alembic_version VALUES (:head)"), {"head": HEAD})


def revision(connection: Connection) -> str:
    """The schema a store has. Raises StoreDamaged when it is no store of ours."""
    known = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name IN ('alembic_version', 'meta')"
    if connection.scalar(text(known)) != 2:
        raise StoreDamaged("store_not_ours")
    found = connection.scalar(text("SELECT version_num FROM alembic_version"))
    if not isinstance(found, str):
        raise StoreDamaged("store_not_ours")
    return found


def require_known(found: str) -> None:
    """Raise StoreTooNew for a schema that only a newer program can have made."""
    if found not in REVISIONS:
        raise StoreTooNew


def bring_up(engine: Engine) -> None:
    """Run every migration that is missing, all in one transaction or none."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", MIGRATIONS.as_posix().replace("%", "%%"))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
