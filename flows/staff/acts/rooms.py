"""Commands about meetings that a platform's provider makes by its own interface."""

from dataclasses import dataclass

from flows.chat import Command
from flows.family.acts import Done
from flows.policy import Refused


@dataclass(frozen=True)
class RestartRoom(Command[Done | Refused]):
    """G6.5: end the running meeting at the provider for everybody, and make a new one for this version."""

    code: str
    version: int


@dataclass(frozen=True)
class AskHostLink(Command[Done | Refused]):
    """G6.7: fetch the link that begins the meeting; it comes in a message of its own."""

    code: str


@dataclass(frozen=True)
class ListSeen(Command[tuple[int, ...]]):
    """G7.3: whose screen names the provider saw inside: their numbers in ListExpected."""

    code: str
