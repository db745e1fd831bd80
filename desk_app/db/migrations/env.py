"""Run by Alembic: migrations work on the connection that the store hands over, inside its transaction."""

from alembic import context

from desk_app.db.assistance_tables import every_table

context.configure(
    connection=context.config.attributes["connection"], target_metadata=every_table(), transactional_ddl=True
)
context.run_migrations()
