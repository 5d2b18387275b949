"""Encryption of single values with a ring of keys, and the blind index that finds a value without decrypting.

Sealed: a version byte, the key's id (4 bytes), a nonce (12), the ciphertext; bound to its place and row.
"""

import hashlib
import hmac
import json
import os
import secrets
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from storage.key_file import Key, KeyFileError, append_key, keep_newest, read_keys, write_new

__all__ = ["KeyFileError", "KeyRing", "Unreadable", "new_meeting_key", "open_with", "seal_with"]

BY_RING = b"\x01"
_BY_ONE_KEY = b"\x02"
_ID, _NONCE = 4, 12
_LOOK_SECONDS = 30.0
_as_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class Unreadable(Exception):
    """A sealed value did not open. Says where, never what."""

    def __init__(self, place: str) -> None:
        super().__init__(f"A value of {place} does not open with these keys.")
        self.place = place


@dataclass(frozen=True)
class _Ciphers:
    """The keys as they were when the file was last read."""

    newest: Key
    by_id: Mapping[bytes, AESGCM]


class KeyRing:
    """The keys of one key file: the newest seals, all of them open, one more makes blind indexes.

    A key that is added to the file while we run is taken up: at once when a value carries it, else within 30 seconds.
    """

    def __init__(
        self, keys: list[Key], index: Key, path: Path | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._ciphers = _ciphers(keys)
        self._index = index.secret
        self._path, self._clock = path, clock
        self._seen = _stamp(path)
        self._looked_at = clock()

    def __repr__(self) -> str:
        return f"KeyRing({len(self._ciphers.by_id)} keys)"

    @classmethod
    def load(cls, path: Path, clock: Callable[[], float] = time.monotonic) -> Self:
        """Read a key file. KeyFileError with one sentence if it is missing, open to others or malformed."""
        return cls(*read_keys(path), path, clock)

    @classmethod
    def create(cls, path: Path) -> Self:
        """Write a new key file and load it. KeyFileError if there is one already: it is never overwritten."""
        write_new(path)
        return cls.load(path)

    @classmethod
    def add_key(cls, path: Path, at: datetime | None = None) -> Self:
        """Put a fresh key at the top of a key file: it seals from now on, the older ones still open."""
        append_key(path, at or datetime.now(UTC))
        return cls.load(path)

    @classmethod
    def retire(cls, path: Path) -> Self:
        """Leave only the newest key in a key file. The caller has seen that nothing carries an older one."""
        keep_newest(path)
        return cls.load(path)

    @property
    def head(self) -> bytes:
        """What everything that the newest key sealed begins with."""
        return BY_RING + self._ciphers.newest.id

    @property
    def newest_since(self) -> datetime | None:
        """When the newest key was added; None if it was there from the beginning."""
        return self._ciphers.newest.added_at

    @property
    def has_older(self) -> bool:
        """Whether there are keys that only open."""
        return len(self._ciphers.by_id) > 1

    def fingerprint(self) -> str:
        """Name the ring without telling its keys: what a database remembers. Adding a key keeps it."""
        return hmac.new(self._index, b"fingerprint", hashlib.sha256).hexdigest()[:32]

    def token(self, place: str, text: str) -> bytes:
        """Make the blind index of a text: equal texts in one place have equal ones. The caller normalises."""
        return hmac.digest(self._index, f"token\0{place}\0{text}".encode(), "sha256")

    def seal(self, place: str, row_id: UUID, text: str) -> bytes:
        """Encrypt a text for one place ("people.full_name") and row."""
        if self._clock() - self._looked_at >= _LOOK_SECONDS:
            self._look_again()
        ciphers = self._ciphers
        head = BY_RING + ciphers.newest.id
        return head + _encrypt(ciphers.by_id[ciphers.newest.id], _bound(head, place, row_id), text)

    def open(self, place: str, row_id: UUID, sealed: bytes) -> str:
        """Decrypt what `seal` made for the same place and row; else Unreadable."""
        head, body = sealed[: 1 + _ID], sealed[1 + _ID :]
        cipher = self._cipher(head[1:]) if head[:1] == BY_RING else None
        if cipher is None:
            raise Unreadable(place)
        return _decrypt(cipher, _bound(head, place, row_id), body, place)

    def seal_json(self, place: str, row_id: UUID, value: Mapping[str, Any]) -> bytes:
        """Encrypt a JSON object."""
        return self.seal(place, row_id, _as_json(value))

    def open_json(self, place: str, row_id: UUID, sealed: bytes) -> dict[str, Any]:
        """Decrypt what `seal_json` made; else Unreadable."""
        opened = self.open(place, row_id, sealed)
        try:
            value = json.loads(opened)
        except ValueError:
            raise Unreadable(place) from None
        if not isinstance(value, dict):
            raise Unreadable(place)
        return value

    def seal_key(self, place: str, row_id: UUID, key: bytes) -> bytes:
        """Encrypt a meeting's key."""
        return self.seal(place, row_id, key.hex())

    def open_key(self, place: str, row_id: UUID, sealed: bytes) -> bytes:
        """Decrypt what `seal_key` made; else Unreadable."""
        return bytes.fromhex(self.open(place, row_id, sealed))

    def _cipher(self, key_id: bytes) -> AESGCM | None:
        if key_id not in self._ciphers.by_id:
            self._look_again()
        return self._ciphers.by_id.get(key_id)

    def _look_again(self) -> None:
        """Read the file again if it changed. One that cannot be read, or is another ring's, changes nothing here."""
        self._looked_at = self._clock()
        stamp = _stamp(self._path)
        if self._path is None or stamp == self._seen:
            return
        try:
            keys, index = read_keys(self._path)
        except KeyFileError:
            return
        self._seen = stamp
        if hmac.compare_digest(index.secret, self._index):
            self._ciphers = _ciphers(keys)


def new_meeting_key() -> bytes:
    """G6.7: the key that one meeting's passwords are sealed with; once it is destroyed they are gone."""
    return secrets.token_bytes(32)


def seal_with(key: bytes, place: str, row_id: UUID, text: str) -> bytes:
    """Encrypt a text with one key instead of the ring."""
    return _BY_ONE_KEY + _encrypt(AESGCM(key), _bound(_BY_ONE_KEY, place, row_id), text)


def open_with(key: bytes, place: str, row_id: UUID, sealed: bytes) -> str:
    """Decrypt what `seal_with` made with the same key; else Unreadable."""
    if sealed[:1] != _BY_ONE_KEY:
        raise Unreadable(place)
    return _decrypt(AESGCM(key), _bound(_BY_ONE_KEY, place, row_id), sealed[1:], place)


def _ciphers(keys: list[Key]) -> _Ciphers:
    return _Ciphers(keys[0], {key.id: AESGCM(key.secret) for key in keys})


def _stamp(path: Path | None) -> tuple[int, int] | None:
    """What tells one writing of the file from the next."""
    try:
        found = None if path is None else path.stat()
    except OSError:
        return None
    return None if found is None else (found.st_mtime_ns, found.st_ino)


def _bound(head: bytes, place: str, row_id: UUID) -> bytes:
    return head + row_id.bytes + place.encode()


def _encrypt(cipher: AESGCM, bound: bytes, text: str) -> bytes:
    nonce = os.urandom(_NONCE)
    return nonce + cipher.encrypt(nonce, text.encode(), bound)


def _decrypt(cipher: AESGCM, bound: bytes, body: bytes, place: str) -> str:
    try:
        return cipher.decrypt(body[:_NONCE], body[_NONCE:], bound).decode()
    except (InvalidTag, ValueError):
        raise Unreadable(place) from None
