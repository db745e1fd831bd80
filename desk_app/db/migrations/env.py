"""Run by Alembic: migrations work on the connection that the store hands over, inside its transaction."""

from alembic import context

from desk_app.db.tables import metadata

context.configure(
    connection=context.config.attributes["connection"], target_metadata=metadata, transactional_ddl=True
)
context.run_migrations()
