"""keys: the file of encryption keys."""

import argparse

from bot.operating.shared import Commands, add_command
from bot.settings import Settings
from storage.crypto import KeyRing


def add(commands: Commands) -> None:
    """Add the command."""
    keys = add_command(commands, "keys", "make the key file", _keys)
    keys.add_argument("action", choices=["new"])


def _keys(loaded: Settings, _: argparse.Namespace) -> int:
    path = loaded.keys or loaded.data / "keys"
    path.parent.mkdir(parents=True, exist_ok=True)
    KeyRing.create(path)
    print(f"Made {path}. Keep a copy in a safe place, never beside the database.")
    return 0
