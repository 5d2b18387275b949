"""The key file: a line per key (id, 32 bytes in base64, when added), newest first, and one for the blind index."""

import base64
import binascii
import os
import secrets
import tempfile
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

_INDEX = "index"
_ABOUT = """\
# The keys of one Doorstep database. Without this file nothing in it can be read: keep a copy offline, apart
# from the database's backups. The first key seals what is new, the others still open what is older.
"""


class KeyFileError(Exception):
    """One sentence for the operator: what is wrong with the key file. Never holds a key."""


@dataclass(frozen=True)
class Key:
    """A key, the id that sealed values carry, and when it was added; the first key has no such time."""

    id: bytes
    secret: bytes = field(repr=False)
    added_at: datetime | None = None


def read_keys(path: Path) -> tuple[list[Key], Key]:
    """Read the sealing keys, newest first, and the index key."""
    lines = _read(path).splitlines()
    numbered = [(n, line.split()) for n, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")]
    keys = [_key(path, n, words) for n, words in numbered if words[0] != _INDEX]
    index = [_key(path, n, [_INDEX.encode().hex(), *words[1:]]) for n, words in numbered if words[0] == _INDEX]
    if not keys or len(index) != 1:
        raise KeyFileError(f"The key file {path} must hold at least one key and exactly one index key.")
    if len({key.id for key in keys}) != len(keys):
        raise KeyFileError(f"The key file {path} holds two keys with the same id.")
    return keys, index[0]


def write_new(path: Path) -> None:
    """Write a key file with one key and an index key, in one step, readable by its owner alone."""
    written = _write_beside(path, _ABOUT + _new_line(secrets.token_hex(4)) + _new_line(_INDEX))
    try:
        os.link(written, path)
    except FileExistsError:
        raise KeyFileError(f"There is a key file at {path} already; it was not touched.") from None
    except OSError as error:
        raise KeyFileError(f"The key file {path} cannot be written: {error.strerror}.") from None
    finally:
        written.unlink()
    _sync_folder(path.parent)


def append_key(path: Path, at: datetime) -> None:
    """Add a fresh key above the others."""
    read_keys(path)
    fresh = _new_line(secrets.token_hex(4)).rstrip("\n") + f" {at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}\n"
    _replace(path, [fresh, *_key_lines(path)])


def keep_newest(path: Path) -> None:
    """Take every key out but the newest and the index key."""
    read_keys(path)
    newest, *older = _key_lines(path)
    if newest.split()[0] == _INDEX:
        newest, older = older[0], [newest]
    _replace(path, [newest, *(line for line in older if line.split()[0] == _INDEX)])


def _key_lines(path: Path) -> list[str]:
    return [line for line in _read(path).splitlines(keepends=True) if line.strip() and not line.startswith("#")]


def _replace(path: Path, lines: list[str]) -> None:
    written = _write_beside(path, _ABOUT + "".join(lines))
    try:
        written.replace(path)
    except OSError as error:
        written.unlink()
        raise KeyFileError(f"The key file {path} cannot be replaced: {error.strerror}.") from None
    _sync_folder(path.parent)


def _read(path: Path) -> str:
    try:
        if os.name == "posix" and path.stat().st_mode & 0o077:
            raise KeyFileError(f"The key file {path} is open to other users; run: chmod 600 {path}")
        return path.read_text("ascii")
    except FileNotFoundError:
        raise KeyFileError(f"There is no key file at {path}.") from None
    except OSError as error:
        raise KeyFileError(f"The key file {path} cannot be read: {error.strerror}.") from None
    except UnicodeDecodeError:
        raise KeyFileError(f"The key file {path} is not a text file of keys.") from None


def _key(path: Path, number: int, words: list[str]) -> Key:
    malformed = KeyFileError(f"Line {number} of the key file {path} is not an id and a key of 32 bytes in base64.")
    try:
        name, secret, *added = words
        added_at = datetime.fromisoformat(added[0]) if len(added) == 1 else None
        key = Key(bytes.fromhex(name), base64.b64decode(secret, validate=True), added_at)
    except (ValueError, binascii.Error):
        raise malformed from None
    if len(added) > 1 or len(key.secret) != 32 or (len(key.id) != 4 and key.id != _INDEX.encode()):
        raise malformed
    return key


def _new_line(name: str) -> str:
    return f"{name} {base64.b64encode(secrets.token_bytes(32)).decode()}\n"


def _write_beside(path: Path, text: str) -> Path:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # mkstemp opens the file for its owner alone.
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise KeyFileError(f"The key file {path} cannot be written: {error.strerror}.") from None
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    return Path(name)


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
