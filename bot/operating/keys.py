"""keys: the file of encryption keys: making it, changing keys while the service runs, taking old ones out."""

import argparse
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from bot.house import House
from bot.operating.shared import Commands, MistakeError, add_command, opened
from bot.settings import Settings
from storage import resealing
from storage.crypto import KeyRing

SETTLED = timedelta(minutes=1)
OLD_ENOUGH = timedelta(hours=1)
_BACKUPS = "Backups made before today need the old key file: keep it, in another place, for as long as you keep them."


def add(commands: Commands) -> None:
    """Add the command."""
    keys = add_command(commands, "keys", "make the key file, or change its keys while the service runs", _keys)
    keys.add_argument(
        "action",
        choices=["new", "rotate", "retire"],
        help="new: make the file; rotate: add a key and seal everything again with it; retire: take the old keys out",
    )


def _keys(loaded: Settings, parsed: argparse.Namespace) -> int:
    if parsed.action == "new":
        return _new(loaded)
    with opened(loaded) as service:
        action = {"rotate": _rotate, "retire": _retire}[parsed.action]
        return action(service.house, loaded)


def _new(loaded: Settings) -> int:
    path = loaded.key_file
    path.parent.mkdir(parents=True, exist_ok=True)
    KeyRing.create(path)
    print(f"Made {path}. Keep a copy in a safe place, never beside the database.")
    return 0


def _rotate(house: House, loaded: Settings) -> int:
    started = bool(resealing.older(house.engine, house.keys))
    keys = house.keys if started else KeyRing.add_key(loaded.key_file)
    print("Going on with the rotation that was begun." if started else "Added a key. Make a new copy of the key file.")
    return rotate(house, keys, time.sleep)


def rotate(house: House, keys: KeyRing, wait: Callable[[float], None]) -> int:
    """Seal everything with the newest key, and once more what other processes sealed before they saw it."""
    first = resealing.reseal(house.engine, keys, lambda: wait(1))
    age = datetime.now(UTC) - (keys.newest_since or datetime.min.replace(tzinfo=UTC))
    wait(max(0.0, (SETTLED - age).total_seconds()))
    last = resealing.reseal(house.engine, keys, lambda: wait(1))
    _record(house, "rotate")
    print(f"Sealed {first.values + last.values} values again.")
    if last.left:
        raise MistakeError(f"some values do not open, or were in use: {', '.join(last.left)}; run rotate once more.")
    print("An hour from now, doorstep keys retire takes the old keys out.")
    return 0


def _retire(house: House, loaded: Settings) -> int:
    keys = house.keys
    if not keys.has_older:
        raise MistakeError("the key file holds one key only, so there is nothing to retire.")
    age = datetime.now(UTC) - (keys.newest_since or datetime.min.replace(tzinfo=UTC))
    if age < OLD_ENOUGH:
        raise MistakeError("the newest key is younger than an hour; retire the old ones when it is older.")
    left = resealing.older(house.engine, keys)
    if left:
        raise MistakeError(f"old keys are still needed for {', '.join(left)}; run doorstep keys rotate first.")
    KeyRing.retire(loaded.key_file)
    _record(house, "retire")
    print(f"The key file holds the newest key only. {_BACKUPS}")
    return 0


def _record(house: House, act: str) -> None:
    with house.work("operator") as work:
        work.record(act, "keys", "ring")
    house.seal_audit()
