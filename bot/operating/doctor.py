"""doctor: what is wrong with the settings, the database and each messenger, in one line each."""

import argparse
import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from bot import app, going_live, organisation
from bot.channels import live, signal_check, telegram_check, whatsapp_check
from bot.channels.checking import MOST_SKEW, Finding, NoAnswerError
from bot.channels.telegram_memory import Forgetful, Marks, Memory
from bot.meetings import zoom, zoom_check
from bot.operating.shared import Commands, add_command, close
from bot.organisation import Organisation
from bot.settings import Settings
from flows.texts import Texts
from storage import database, revisions, staff_lines
from storage.crypto import KeyFileError, KeyRing
from storage.database import DatabaseError, Engine


def add(commands: Commands) -> None:
    """Add the command."""
    add_command(commands, "doctor", "ask every provider, and say what is wrong and how to mend it", _doctor)


def _doctor(loaded: Settings, _: argparse.Namespace) -> int:
    live.silence()
    wrong = 0
    for finding in examine(loaded, datetime.now(UTC)):
        wrong += finding.is_wrong
        print(f"{'WRONG' if finding.is_wrong else 'well '}  {finding.about}: {finding.said}", flush=True)
    return 1 if wrong else 0


def examine(loaded: Settings, now: datetime) -> Iterator[Finding]:
    """Look at everything in turn; what cannot be looked at does not stop the rest."""
    configured, texts = organisation.load(loaded.config), Texts.load()
    yield from _organisation(loaded, configured, now)
    with _opened(loaded) as engine:
        if isinstance(engine, Finding):
            yield engine
        else:
            yield from _database(loaded, engine, now)
        memory: Memory = Forgetful() if isinstance(engine, Finding) else Marks(engine)
        languages, templates = configured.languages, configured.whatsapp_templates
        providers = (
            ("Signal", signal_check.check(loaded, now)),
            ("WhatsApp", whatsapp_check.check(loaded, now, texts, languages, templates)),
            ("Telegram", telegram_check.check(loaded, now, memory)),
            ("Zoom", _zoom(loaded, now)),
        )
        for name, findings in providers:
            yield from _answered(name, findings)


@contextmanager
def _opened(loaded: Settings) -> Iterator[Engine | Finding]:
    """The database, or why it cannot be opened."""
    try:
        engine = database.connect(app.database_url(loaded))
    except DatabaseError as fault:
        yield Finding("Database", str(fault), is_wrong=True)
        return
    try:
        yield engine
    finally:
        engine.dispose()
        close(loaded)


def _zoom(loaded: Settings, now: datetime) -> Iterator[Finding]:
    """Look whether a meeting can be made as it must be; it is taken away again."""
    if not zoom.is_begun(loaded):
        return
    if missing := zoom.lacks(loaded):
        yield Finding("Zoom", f"set {', '.join(missing)} as well (docs/zoom.md).", is_wrong=True)
        return
    found = asyncio.run(zoom_check.findings(zoom.Zoom(zoom.account_of(loaded)), now))
    yield from (Finding("Zoom", each, is_wrong=True) for each in found)
    if not found:
        yield Finding("Zoom", "answers: a meeting was made, looked at and taken away.")


def _answered(name: str, findings: Iterator[Finding]) -> Iterator[Finding]:
    try:
        yield from findings
    except NoAnswerError as fault:
        yield Finding(name, str(fault), is_wrong=True)


def _organisation(loaded: Settings, configured: Organisation, now: datetime) -> Iterator[Finding]:
    for blocker in going_live.blockers(configured, loaded) if loaded.is_live else ():
        yield Finding("Settings", blocker, is_wrong=True)
    for said in going_live.phones_not_tried(configured, now.date()):
        yield Finding("Phones", said, is_wrong=True)


def _database(loaded: Settings, engine: Engine, now: datetime) -> Iterator[Finding]:
    with engine.begin() as connection:
        apart = abs(database.clock_of(connection) - now)
        behind = revisions.is_behind(connection)
    if behind:
        yield Finding("Database", "has tables of an earlier release: start 'doorstep serve' once.", is_wrong=True)
        return
    if apart > MOST_SKEW:
        said = f"has a clock that is {int(apart.total_seconds())} seconds from ours: set both by NTP."
        yield Finding("Database", said, is_wrong=True)
    try:
        with engine.begin() as connection:
            database.check_keys(connection, KeyRing.load(loaded.key_file))
    except KeyFileError as fault:
        yield Finding("Keys", str(fault), is_wrong=True)
    else:
        yield Finding("Database", "answers, and the keys fit it.")
    with engine.begin() as connection:
        for each in staff_lines.unheard(connection, now):
            said = f"the newest message to {each.handle} did not arrive: ask whether the phone or the number is new."
            yield Finding("Staff", said, is_wrong=True)
