"""The ids of rows: new ones, those of lanes, and those that are made again from the same parts."""

import os
from time import time_ns
from uuid import UUID, uuid4, uuid5

_NAMESPACE = UUID("6f0a4f9c-52a1-4f0b-9a63-0e6f4d1c7d11")
_VERSION, _VARIANT = 0x7 << 76, 0b10 << 62
_OWN_BITS = (0xF << 76) | (0b11 << 62)


def new_id() -> UUID:
    """RFC 9562, version 7: the millisecond first, so that new rows lie side by side in an index; 74 bits by chance.

    Python's own `uuid7` comes with 3.14.
    """
    number = int.from_bytes((time_ns() // 1_000_000).to_bytes(6, "big") + os.urandom(10), "big")
    return UUID(int=number & ~_OWN_BITS | _VERSION | _VARIANT)


def new_lane_id() -> UUID:
    """RFC 9562, version 4, chance alone: where many lanes wait, none is served first for having been made first."""
    return uuid4()


def id_for(*parts: object) -> UUID:
    """Make the same id for the same parts, so that an act played again finds its own row."""
    return uuid5(_NAMESPACE, "\x1f".join(str(part) for part in parts))
