"""The key file: a line per key (id, then 32 bytes in base64), newest first, and one for the blind index."""

import base64
import binascii
import os
import secrets
import tempfile
from dataclasses import dataclass, field
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
    """A key and the id that sealed values carry."""

    id: bytes
    secret: bytes = field(repr=False)


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


def append_key(path: Path) -> None:
    """Add a fresh key above the others."""
    read_keys(path)
    old = "".join(line for line in _read(path).splitlines(keepends=True) if not line.startswith("#"))
    _write_beside(path, _ABOUT + _new_line(secrets.token_hex(4)) + old).replace(path)
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
        name, secret = words
        key = Key(bytes.fromhex(name), base64.b64decode(secret, validate=True))
    except (ValueError, binascii.Error):
        raise malformed from None
    if len(key.secret) != 32 or (len(key.id) != 4 and key.id != _INDEX.encode()):
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
