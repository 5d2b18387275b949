"""backup and restore: the database in one file, and back; what was erased since is erased again."""

import argparse
from datetime import timedelta
from pathlib import Path

from bot import app, erased
from bot.operating.shared import Commands, MistakeError, add_by, add_command, opened, operator
from bot.settings import Settings
from storage import backup, database, embedded


def add(commands: Commands) -> None:
    """Add the commands."""
    saved = add_command(commands, "backup", "write the database into one file, without the passwords' keys", _backup)
    put_back = add_command(commands, "restore", "put a backup in the place of the database", _restore)
    for parser in (saved, put_back):
        parser.add_argument("file", metavar="FILE", type=Path)
        add_by(parser)
    put_back.add_argument("--replace", action="store_true", help="even if there are families in the database now")


def _backup(loaded: Settings, parsed: argparse.Namespace) -> int:
    by = operator(loaded, parsed)
    with opened(loaded) as service:
        house = service.house
        erased.keep(house)
        backup.dump(service.url, parsed.file)
        with house.work(by) as work:
            work.record("backup", "database", "backup")
        house.seal_audit()
        until = (house.clock.now() + timedelta(days=house.organisation.retention.backups)).astimezone(
            house.organisation.zone
        )
    print(f"Wrote {parsed.file}. Keep it apart from the key file; nobody can read it without that.")
    print(f"Delete it by {until:%Y-%m-%d}: so long may backups be kept.")
    return 0


def _restore(loaded: Settings, parsed: argparse.Namespace) -> int:
    by, url = operator(loaded, parsed), app.database_url(loaded)
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
        with service.house.work(by) as work:
            renewed = erased.renew_passwords(work)
            work.record("restore", "database", "backup")
        service.house.seal_audit()
    print(f"The backup is in place: {again} erasures repeated, {renewed} meetings got a new password.")
    return 0
