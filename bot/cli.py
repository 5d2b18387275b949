"""The command line. An operator's mistake gets one line saying what is wrong and how to mend it, and exit 2."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from bot import settings
from bot.environment import SettingsError
from bot.operating import (
    auditing,
    backup,
    data,
    doctor,
    invite,
    keys,
    live_check,
    lockdown,
    running,
    signal,
    staff,
    templates,
    zoom,
)
from bot.operating.shared import MistakeError
from bot.organisation import OrganisationError
from bot.settings import Settings
from flows.texts import TextError
from storage.crypto import KeyFileError
from storage.database import DatabaseError

MISTAKES = (SettingsError, OrganisationError, KeyFileError, DatabaseError, TextError, MistakeError)
WRONG = 2
SUBJECTS = (running, live_check, doctor, staff, lockdown, invite, keys, auditing, data, signal, templates, zoom, backup)


def run(arguments: Sequence[str]) -> int:
    """Run one command; 0 is well, 2 is a mistake that the operator can mend."""
    parsed = _parser().parse_args(arguments)
    try:
        loaded = settings.load(os.environ, Path(".env"))
        command: Callable[[Settings, argparse.Namespace], int] = parsed.command
        return command(loaded, parsed)
    except MISTAKES as mistake:
        print(f"doorstep: {mistake}", file=sys.stderr)
        return WRONG
    except KeyboardInterrupt:
        return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="doorstep", description="The front door of online family groups.")
    commands = parser.add_subparsers(required=True, metavar="command")
    for subject in SUBJECTS:
        subject.add(commands)
    return parser
