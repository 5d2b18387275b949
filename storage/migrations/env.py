"""How Alembic runs here: on the connection that storage/database.py hands over, inside its transaction."""

from alembic import context

from storage.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
with context.begin_transaction():
    context.run_migrations()
