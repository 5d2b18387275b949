"""Who the embedded PostgreSQL runs as. It refuses to run as root, so root lends it an account of its own."""

import os
import pwd
from dataclasses import dataclass
from pathlib import Path
from subprocess import DEVNULL, run

_NAME = "doorstep-postgres"


@dataclass(frozen=True)
class Account:
    """The numbers of a user and its group."""

    user: int
    group: int


def server_account(data: Path) -> Account | None:
    """Say which account to change to: none unless we are root. Existing files keep their owner."""
    if os.geteuid() != 0:
        return None
    if data.exists() and data.stat().st_uid != 0:
        return Account(data.stat().st_uid, data.stat().st_gid)
    return _named() or _made()


def open_way(folder: Path, programs: Path) -> None:
    """Let other accounts pass through to the folder, and read the programs."""
    for place in (folder, *folder.parents, *programs.parents):
        _allow(place, 0o001)
    for place in (programs, *programs.rglob("*")):
        _allow(place, 0o005 if place.stat().st_mode & 0o100 else 0o004)


def _named() -> Account | None:
    try:
        entry = pwd.getpwnam(_NAME)
    except KeyError:
        return None
    return Account(entry.pw_uid, entry.pw_gid)


def _made() -> Account:
    options = ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin"]
    run(["/usr/sbin/useradd", *options, _NAME], check=False, stdout=DEVNULL, stderr=DEVNULL)
    account = _named()
    if account is None:
        raise PermissionError(f"root cannot make the account {_NAME} that it must run as")
    return account


def _allow(place: Path, bits: int) -> None:
    mode = place.stat().st_mode
    if mode & bits != bits:
        place.chmod(mode | bits)
