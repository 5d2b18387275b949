"""What several commands need: how one is added to the parser, mistakes in one sentence, opening and closing."""

import argparse
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol, TypeAlias

from bot import app, going_live, organisation
from bot.settings import Settings
from storage import embedded

OPERATOR = "operator"
Command: TypeAlias = Callable[[Settings, argparse.Namespace], int]


class Commands(Protocol):
    """What argparse gives to add a command to."""

    def add_parser(self, name: str, *, help: str, description: str) -> argparse.ArgumentParser:  # noqa: A002 (argparse calls it so)
        """Add one."""
        ...


class MistakeError(Exception):
    """Something the operator can mend, in one sentence."""


def add_command(commands: Commands, name: str, about: str, command: Command) -> argparse.ArgumentParser:
    """Add one command; its function answers the exit code."""
    parser = commands.add_parser(name, help=about, description=about)
    parser.set_defaults(command=command)
    return parser


def add_by(parser: argparse.ArgumentParser) -> None:
    """Let whoever types the command say who they are."""
    parser.add_argument("--by", metavar="HANDLE", help="who does it: a short name from doorstep.toml, for the audit")


def operator(loaded: Settings, parsed: argparse.Namespace) -> str:
    """X1: the actor on record: whoever said who they are, else only that it was done at the computer."""
    if parsed.by is None:
        return OPERATOR
    if organisation.load(loaded.config).member(parsed.by) is None:
        raise MistakeError(f"there is no '{parsed.by}' under [[staff]] in {loaded.config}.")
    return f"{OPERATOR}:{parsed.by}"


@contextmanager
def opened(loaded: Settings, *, alone: bool = False) -> Iterator[app.Service]:
    """The service for as long as a command needs it; one that cannot be built leaves no server running either."""
    try:
        service = app.build(loaded, alone=alone)
        try:
            yield service
        finally:
            service.house.engine.dispose()
    finally:
        close(loaded)


def close(loaded: Settings) -> None:
    """Leave the embedded server; it stops if nobody else uses it."""
    if loaded.database_url is None:
        embedded.stop_embedded(loaded.data)


def refuse_samples(loaded: Settings) -> None:
    """In live mode, refuse while anything stands between sample and live."""
    if not loaded.is_live:
        return
    blockers = going_live.blockers(organisation.load(loaded.config), loaded)
    if blockers:
        raise MistakeError("\n".join(("live mode waits ('doorstep live-check' lists it too):", *blockers)))
