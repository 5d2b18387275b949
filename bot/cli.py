"""The command line. An operator's mistake gets one line saying what is wrong and how to mend it, and exit 2."""

import argparse
import asyncio
import os
import signal
import socket
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from bot import app, organisation, register, settings
from bot.environment import SettingsError
from bot.organisation import OrganisationError
from bot.settings import Settings
from flows.texts import TextError
from storage import audit, embedded
from storage import staff as staff_register
from storage.crypto import KeyFileError, KeyRing
from storage.database import DatabaseError
from storage.work import Work

MISTAKES = (SettingsError, OrganisationError, KeyFileError, DatabaseError, TextError)
WRONG = 2


class MistakeError(Exception):
    """Something the operator can mend, in one sentence."""


def run(arguments: Sequence[str]) -> int:
    """Run one command; 0 is well, 2 is a mistake that the operator can mend."""
    parsed = _parser().parse_args(arguments)
    try:
        loaded = settings.load(os.environ, Path(".env"))
        command: Callable[[Settings, argparse.Namespace], int] = parsed.command
        return command(loaded, parsed)
    except (*MISTAKES, MistakeError) as mistake:
        print(f"doorstep: {mistake}", file=sys.stderr)
        return WRONG
    except KeyboardInterrupt:
        return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="doorstep", description="The front door of online family groups.")
    commands = parser.add_subparsers(required=True, metavar="command")
    _add(commands, "play", "the playground in the browser, with everything in one process", _play)
    _add(commands, "serve", "the web side: webhooks and, in playground mode, the page", _serve)
    _add(commands, "worker", "deliveries and everything that falls due", _worker)
    keys = _add(commands, "keys", "make the key file", _keys)
    keys.add_argument("action", choices=["new"])
    people = _add(commands, "staff", "add a member of staff; prints the one-time code that binds their chat", _staff)
    people.add_argument("action", choices=["add"])
    people.add_argument("handle", help="the short name, as in doorstep.toml")
    people.add_argument(
        "--telegram", metavar="USER_ID", type=_telegram_id, help="their Telegram user id, so that their presses count"
    )
    log = _add(commands, "audit", "check that the audit is whole", _audit)
    log.add_argument("action", choices=["verify"])
    return parser


def _add(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    name: str,
    about: str,
    command: Callable[[Settings, argparse.Namespace], int],
) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=about, description=about)
    parser.set_defaults(command=command)
    return parser


def _play(loaded: Settings, _: argparse.Namespace) -> int:
    if loaded.mode == "live":
        raise MistakeError("the playground does not run in live mode. Use 'doorstep serve' and 'doorstep worker'.")
    return _web(loaded, with_worker=True)


def _serve(loaded: Settings, _: argparse.Namespace) -> int:
    return _web(loaded, with_worker=False)


def _web(loaded: Settings, *, with_worker: bool) -> int:
    _refuse_samples(loaded)
    _refuse_taken_port(loaded)
    service = app.build(loaded)
    app.move_in(service)
    print(
        f"Doorstep is open at http://{loaded.host}:{loaded.port} (stop it with Ctrl-C; nothing is lost)",
        flush=True,
    )
    app.serve(service, with_worker=with_worker)
    _close(loaded)
    return 0


def _worker(loaded: Settings, _: argparse.Namespace) -> int:
    _refuse_samples(loaded)
    service = app.build(loaded)
    app.move_in(service)
    print("Doorstep's worker is running (stop it with Ctrl-C; nothing is lost)", flush=True)
    asyncio.run(_until_stopped(service))
    _close(loaded)
    return 0


async def _until_stopped(service: app.Service) -> None:
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    await app.run_worker(service, stop)


def _keys(loaded: Settings, _: argparse.Namespace) -> int:
    path = loaded.keys or loaded.data / "keys"
    path.parent.mkdir(parents=True, exist_ok=True)
    KeyRing.create(path)
    print(f"Made {path}. Keep a copy in a safe place, never beside the database.")
    return 0


def _staff(loaded: Settings, parsed: argparse.Namespace) -> int:
    _refuse_samples(loaded)
    service = app.build(loaded)
    member = service.house.organisation.member(parsed.handle)
    if member is None:
        raise MistakeError(f"there is no '{parsed.handle}' under [[staff]] in {loaded.config}. Add them there first.")
    app.move_in(service)
    with service.house.work("operator") as work:
        until = register.qualified_until(member)
        code = staff_register.code_for(work, member.handle, member.name, tuple(member.roles), until)
        bound = parsed.telegram is None or _bind_presses(work, member.handle, parsed.telegram)
        if not bound:
            raise MistakeError(f"{parsed.telegram} is not the Telegram id of a member of staff, but of another chat.")
    print(f"Ask {member.handle} to write to the bot within 24 hours: STAFF {code}")
    _close(loaded)
    return 0


def _bind_presses(work: Work, handle: str, user_id: str) -> bool:
    return staff_register.bind_presses(work, handle, register.MESSENGER, user_id)


def _telegram_id(text: str) -> str:
    if not (text.isascii() and text.isdecimal()):
        raise argparse.ArgumentTypeError("must be a number like 4242: a person's Telegram user id")
    return text


def _audit(loaded: Settings, _: argparse.Namespace) -> int:
    service = app.build(loaded)
    with service.house.engine.begin() as connection:
        found = audit.verify(connection)
    _close(loaded)
    if isinstance(found, audit.Broken):
        print(f"The audit is broken at position {found.position}.", file=sys.stderr)
        return 1
    print(f"The audit is whole: {found.rows} rows chained, {found.waiting} waiting to be.")
    return 0


def _refuse_samples(loaded: Settings) -> None:
    if loaded.mode != "live":
        return
    blockers = organisation.live_blockers(organisation.load(loaded.config), loaded)
    if blockers:
        raise MistakeError("live mode waits for: " + "; ".join(blockers))


def _refuse_taken_port(loaded: Settings) -> None:
    with socket.socket(socket.AF_INET6 if ":" in loaded.host else socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((loaded.host, loaded.port))
        except OSError as error:
            raise MistakeError(
                f"cannot listen on {loaded.host}:{loaded.port} ({error.strerror}). "
                "Stop what uses it, or set DOORSTEP_PORT."
            ) from None


def _close(loaded: Settings) -> None:
    if loaded.database_url is None:
        embedded.stop_embedded(loaded.data)
