"""Looking for words in raw files: as they are, and in the forms in which a database or a backup may write them."""

import base64
from collections.abc import Sequence
from pathlib import Path
from subprocess import run

from storage.backup import program_at


def forms(word: str) -> set[bytes]:
    """A word as it may stand in a file: as it is, in other cases, in hexadecimal, in base64 at each offset."""
    plain = {each.encode() for each in (word, word.lower(), word.upper())}
    coded = {word.encode().hex().encode(), word.encode("utf-16-le")}
    for shift in range(3):
        encoded = base64.b64encode(b"\0" * shift + word.encode()).rstrip(b"=")
        coded.add(encoded[shift + bool(shift) : -1])
    return plain | coded


def found_in(content: bytes, words: Sequence[str]) -> list[str]:
    """Those of these words that stand in a content."""
    return [word for word in words if any(form in content for form in forms(word))]


def leaks(folder: Path, words: Sequence[str]) -> dict[str, list[str]]:
    """The files of a folder, but for the keys, in which some of these words stand."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != "keys")
    told = {str(path.relative_to(folder)): found_in(_without_gaps(path.read_bytes()), words) for path in files}
    return {name: words for name, words in told.items() if words}


def _without_gaps(content: bytes) -> bytes:
    """Half of a database's files is zeros, in which nothing can stand."""
    return content.replace(bytes(64), b"")


def unpacked(backup: Path) -> bytes:
    """What a backup says, as a script: packed as it is, nothing could be found in it."""
    return run([program_at("pg_restore"), "--file=-", str(backup)], check=True, capture_output=True).stdout
