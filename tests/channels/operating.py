"""Runs an operator's command against the fakes, as it is typed."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeAlias

import pytest

from bot import cli


@dataclass(frozen=True)
class Said:
    """What a command answered: its exit code, what it printed, what it complained of."""

    code: int
    out: str
    err: str


Run: TypeAlias = Callable[..., Awaitable[Said]]


def runner(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], **environ: str) -> Run:
    """Make the function that runs a command with these settings."""
    for name, value in environ.items():
        monkeypatch.setenv(name, value)

    async def run(*arguments: str) -> Said:
        code = await asyncio.to_thread(cli.run, arguments)
        said = capsys.readouterr()
        return Said(code, said.out, said.err)

    return run
