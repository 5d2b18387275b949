"""backup and restore: the database in one file, and back; what was erased since is erased again."""

import argparse
from datetime import timedelta
from pathlib import Path

from bot import app, erased
from bot.operating.shared import Commands, MistakeError, add_command, opened
from bot.settings import Settings
from storage import backup, database, embedded


def add(commands: Commands) -> None:
    """Add the commands."""
    saved = add_command(commands, "backup", "write the database into one file, without the passwords' keys", _backup)
    put_back = add_command(commands, "restore", "put a backup in the place of the database", _restore)
    for parser in (saved, put_back):
        parser.add_argument("file", metavar="FILE", type=Path)
    put_back.add_argument("--replace", action="store_true", help="even if there are families in the database now")


def _backup(loaded: Settings, parsed: argparse.Namespace) -> int:
    with opened(loaded) as service:
        erased.keep(service.house)
        backup.dump(service.url, parsed.file)
        house = service.house
        until = (house.clock.now() + timedelta(days=house.organisation.retention.backups)).astimezone(
            house.organisation.zone
        )
    print(f"Wrote {parsed.file}. Keep it apart from the key file; nobody can read it without that.")
    print(f"Delete it by {until:%Y-%m-%d}: so long may backups be kept.")
    return 0


def _restore(loaded: Settings, parsed: argparse.Namespace) -> int:
    url = app.database_url(loaded)
    engine = database.connect(url)
    try:
        if not parsed.replace and not backup.is_empty(engine):
            raise MistakeError("there are families in this database. Stop the service; then add --replace.")
        backup.load(url, engine, parsed.file)
    finally:
        engine.dispose()
        if loaded.database_url is None:
            embedded.stop_embedded(loaded.data)
    with opened(loaded) as service:
        again = erased.erase_again(service.house)
        with service.house.work("operator") as work:
            renewed = erased.renew_passwords(work)
            work.record("restore", "database", "backup")
        service.house.seal_audit()
    print(f"The backup is in place: {again} erasures repeated, {renewed} meetings got a new password.")
    return 0
