"""keys: the file of encryption keys: making it, changing keys while the service runs, taking old ones out."""

import argparse
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

from bot.house import House
from bot.operating.shared import OPERATOR, Commands, MistakeError, add_by, add_command, opened, operator
from bot.settings import Settings
from storage import resealing
from storage.alone import Alone
from storage.crypto import KeyRing

SETTLED = timedelta(minutes=1)
OLD_ENOUGH = timedelta(hours=1)
_DAMAGED = (
    "some values open with no key: {}. Somebody may have changed or moved them: report it (INCIDENT), and put them "
    "back from a backup while the old keys are still here."
)
_BACKUPS = "Backups made before today need the old key file: keep it, in another place, for as long as you keep them."


def add(commands: Commands) -> None:
    """Add the command."""
    keys = add_command(commands, "keys", "make the key file, or change its keys while the service runs", _keys)
    keys.add_argument(
        "action",
        choices=["new", "rotate", "retire"],
        help="new: make the file; rotate: add a key and seal everything again with it; retire: take the old keys out",
    )
    keys.add_argument("--give-up", action="store_true", help="with retire: even if some values open with no key")
    add_by(keys)


def _keys(loaded: Settings, parsed: argparse.Namespace) -> int:
    if parsed.action == "new":
        return _new(loaded)
    by = operator(loaded, parsed)
    with opened(loaded) as service, _alone(service.house):
        if parsed.action == "retire":
            return _retire(service.house, loaded, by, give_up=parsed.give_up)
        return _rotate(service.house, loaded, by)


@contextmanager
def _alone(house: House) -> Iterator[None]:
    """Two who changed the file at once could lose a key that something was sealed with already."""
    right = Alone(house.engine, "keys")
    if not right.holds():
        raise MistakeError("somebody else changes the keys now; try again when that is done.")
    try:
        yield
    finally:
        right.give_up()


def _new(loaded: Settings) -> int:
    path = loaded.key_file
    path.parent.mkdir(parents=True, exist_ok=True)
    KeyRing.create(path)
    print(f"Made {path}. Keep a copy in a safe place, never beside the database.")
    return 0


def _rotate(house: House, loaded: Settings, by: str) -> int:
    started = bool(resealing.needing(house.engine, house.keys))
    keys = house.keys if started else KeyRing.add_key(loaded.key_file)
    print("Going on with the rotation that was begun." if started else "Added a key. Make a new copy of the key file.")
    return rotate(house, keys, time.sleep, by)


def rotate(house: House, keys: KeyRing, wait: Callable[[float], None], by: str = OPERATOR) -> int:
    """Seal everything with the newest key, and once more what other processes sealed before they saw it."""
    first = resealing.reseal(house.engine, keys, lambda: wait(1))
    age = datetime.now(UTC) - (keys.newest_since or datetime.min.replace(tzinfo=UTC))
    wait(max(0.0, (SETTLED - age).total_seconds()))
    last = resealing.reseal(house.engine, keys, lambda: wait(1))
    _record(house, by, "rotate")
    print(f"Sealed {first.values + last.values} values again.")
    if last.left:
        raise MistakeError(_left(house, keys, last.left))
    print("An hour from now, doorstep keys retire takes the old keys out.")
    return 0


def _left(house: House, keys: KeyRing, left: Sequence[str]) -> str:
    if in_use := resealing.needing(house.engine, keys):
        return f"some values were in use: {', '.join(in_use)}; run rotate once more."
    return f"the rest is done, but {_DAMAGED.format(', '.join(left))}"


def _retire(house: House, loaded: Settings, by: str, *, give_up: bool) -> int:
    keys = house.keys
    if not keys.has_older:
        raise MistakeError("the key file holds one key only, so there is nothing to retire.")
    age = datetime.now(UTC) - (keys.newest_since or datetime.min.replace(tzinfo=UTC))
    if age < OLD_ENOUGH:
        raise MistakeError("the newest key is younger than an hour; retire the old ones when it is older.")
    if needed := resealing.needing(house.engine, keys):
        raise MistakeError(f"old keys are still needed for {', '.join(needed)}; run doorstep keys rotate first.")
    damaged = resealing.older(house.engine, keys)
    if damaged and not give_up:
        raise MistakeError(f"{_DAMAGED.format(', '.join(damaged))} To retire the old keys all the same: --give-up.")
    KeyRing.retire(loaded.key_file)
    _record(house, by, "retire")
    print(f"The key file holds the newest key only. {_BACKUPS}")
    return 0


def _record(house: House, by: str, act: str) -> None:
    with house.work(by) as work:
        work.record(act, "keys", "ring")
    house.seal_audit()
