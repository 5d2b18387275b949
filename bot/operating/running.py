"""play, serve and worker: the service itself."""

import argparse
import asyncio
import signal
import socket

from bot import app
from bot.operating.shared import Commands, MistakeError, add_command, opened, refuse_samples
from bot.settings import Settings

_WAITING_CALLS = 128


def add(commands: Commands) -> None:
    """Add the commands."""
    add_command(commands, "play", "the playground in the browser, with everything in one process", _play)
    add_command(commands, "serve", "the web side: webhooks and, in playground mode, the page", _serve)
    add_command(commands, "worker", "deliveries and everything that falls due", _worker)


def _play(loaded: Settings, _: argparse.Namespace) -> int:
    if loaded.mode == "live":
        raise MistakeError("the playground does not run in live mode. Use 'doorstep serve' and 'doorstep worker'.")
    return _web(loaded, with_worker=True)


def _serve(loaded: Settings, _: argparse.Namespace) -> int:
    return _web(loaded, with_worker=False)


def _web(loaded: Settings, *, with_worker: bool) -> int:
    refuse_samples(loaded)
    with _door(loaded) as door, opened(loaded, alone=with_worker) as service:
        app.move_in(service)
        print(
            f"Doorstep is open at http://{loaded.host}:{loaded.port} (stop it with Ctrl-C; nothing is lost)",
            flush=True,
        )
        app.serve(service, door, with_worker=with_worker)
    return 0


def _worker(loaded: Settings, _: argparse.Namespace) -> int:
    refuse_samples(loaded)
    with opened(loaded) as service:
        app.move_in(service)
        print("Doorstep's worker is running (stop it with Ctrl-C; nothing is lost)", flush=True)
        asyncio.run(_until_stopped(service))
    return 0


async def _until_stopped(service: app.Service) -> None:
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    await app.run_worker(service, stop)


def _door(loaded: Settings) -> socket.socket:
    """Listen from the start: who comes before all is ready waits, and nobody else can take the port meanwhile."""
    door = socket.socket(socket.AF_INET6 if ":" in loaded.host else socket.AF_INET, socket.SOCK_STREAM)
    door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        door.bind((loaded.host, loaded.port))
        door.listen(_WAITING_CALLS)
    except OSError as error:
        door.close()
        raise MistakeError(
            f"cannot listen on {loaded.host}:{loaded.port} ({error.strerror}). Stop what uses it, or set DOORSTEP_PORT."
        ) from None
    return door
