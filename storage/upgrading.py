"""Applying revisions, with Alembic."""

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from storage.revisions import FOLDER


def upgrade(connection: Connection, to: str) -> None:
    """Apply every revision up to one, on a connection whose caller commits."""
    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, to)
