"""Encryption of single values with a ring of keys, and the blind index that finds a value without decrypting.

Sealed: a version byte, the key's id (4 bytes), a nonce (12), the ciphertext; bound to its place and row.
"""

import hashlib
import hmac
import json
import os
import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Self
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from storage.key_file import Key, KeyFileError, append_key, read_keys, write_new

__all__ = ["KeyFileError", "KeyRing", "Unreadable", "new_meeting_key", "open_with", "seal_with"]

_BY_RING = b"\x01"
_BY_ONE_KEY = b"\x02"
_ID, _NONCE = 4, 12


class Unreadable(Exception):
    """A sealed value did not open. Says where, never what."""

    def __init__(self, place: str) -> None:
        super().__init__(f"A value of {place} does not open with these keys.")
        self.place = place


class KeyRing:
    """The keys of one key file: the newest seals, all of them open, one more makes blind indexes."""

    def __init__(self, keys: list[Key], index: Key) -> None:
        self._newest = keys[0].id
        self._ciphers = {key.id: AESGCM(key.secret) for key in keys}
        self._index = index.secret

    def __repr__(self) -> str:
        return f"KeyRing({len(self._ciphers)} keys)"

    @classmethod
    def load(cls, path: Path) -> Self:
        """Read a key file. KeyFileError with one sentence if it is missing, open to others or malformed."""
        return cls(*read_keys(path))

    @classmethod
    def create(cls, path: Path) -> Self:
        """Write a new key file and load it. KeyFileError if there is one already: it is never overwritten."""
        write_new(path)
        return cls.load(path)

    @classmethod
    def add_key(cls, path: Path) -> Self:
        """Put a fresh key at the top of a key file: it seals from now on, the older ones still open."""
        append_key(path)
        return cls.load(path)

    def fingerprint(self) -> str:
        """Name the ring without telling its keys: what a database remembers. Adding a key keeps it."""
        return hmac.new(self._index, b"fingerprint", hashlib.sha256).hexdigest()[:32]

    def token(self, place: str, text: str) -> bytes:
        """Make the blind index of a text: equal texts in one place have equal ones. The caller normalises."""
        return hmac.new(self._index, f"token\0{place}\0{text}".encode(), hashlib.sha256).digest()

    def seal(self, place: str, row_id: UUID, text: str) -> bytes:
        """Encrypt a text for one place ("people.full_name") and row."""
        head = _BY_RING + self._newest
        return head + _encrypt(self._ciphers[self._newest], _bound(head, place, row_id), text)

    def open(self, place: str, row_id: UUID, sealed: bytes) -> str:
        """Decrypt what `seal` made for the same place and row; else Unreadable."""
        head, body = sealed[: 1 + _ID], sealed[1 + _ID :]
        cipher = self._ciphers.get(head[1:])
        if cipher is None or head[:1] != _BY_RING:
            raise Unreadable(place)
        return _decrypt(cipher, _bound(head, place, row_id), body, place)

    def seal_json(self, place: str, row_id: UUID, value: Mapping[str, Any]) -> bytes:
        """Encrypt a JSON object."""
        return self.seal(place, row_id, json.dumps(value, ensure_ascii=False, separators=(",", ":")))

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
