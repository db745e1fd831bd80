"""The migrations lead to the tables of today, and the program knows every revision."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable

from desk_app.db import cipher, upgrade
from desk_app.db.assistance_tables import every_table
from desk_app.db.tables import Id
from tests.desks import KEY


def everything(path: Path, made: Any) -> dict[str, str]:
    engine = cipher.writer_engine(path, KEY, create=True)
    made(engine)
    with engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").all()
    engine.dispose()
    return {name: _words(sql) for name, sql in rows}


def _words(sql: str) -> str:
    return " ".join(sql.replace("(", " ( ").replace(")", " ) ").replace(",", " , ").split())


def test_migrations_lead_to_the_tables_of_today(tmp_path: Path) -> None:
    def create(engine: Any) -> None:
        with engine.begin() as connection:
            upgrade.create_schema(connection)

    made = everything(tmp_path / "made.db", create)
    migrated = everything(tmp_path / "migrated.db", upgrade.bring_up)
    assert made.keys() == migrated.keys()
    for name, sql in made.items():
        if name == "alembic_version":
            continue  # its constraint has a name of Alembic's own
        assert sorted(sql.split()) == sorted(migrated[name].split()), name


def test_head_is_the_metadata(tmp_path: Path) -> None:
    engine = cipher.writer_engine(tmp_path / "a.db", KEY, create=True)
    upgrade.bring_up(engine)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": _ours, "compare_type": True})
        assert compare_metadata(context, every_table()) == []
    engine.dispose()


def _ours(name: str | None, kind: str, _parents: Any) -> bool:
    return kind != "table" or (name or "") in every_table().tables


def test_the_program_knows_every_revision() -> None:
    config = Config()
    config.set_main_option("script_location", str(upgrade.MIGRATIONS))
    script = ScriptDirectory.from_config(config)
    assert tuple(reversed([revision.revision for revision in script.walk_revisions()])) == upgrade.REVISIONS
    assert script.get_current_head() == upgrade.HEAD


def test_the_tables_fit_postgresql() -> None:
    """One schema for desk and server: it compiles in the server's dialect as well, with its own UUIDs."""
    dialect = postgresql.dialect()  # type: ignore[no-untyped-call]  # the library's own constructor
    for table in every_table().sorted_tables:
        statement = str(CreateTable(table).compile(dialect=dialect))
        ids = [column.name for column in table.columns if isinstance(column.type, Id)]
        assert all(f"{name} UUID" in statement for name in ids), statement
